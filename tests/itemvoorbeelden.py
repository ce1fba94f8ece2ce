"""Items to publish in tests: the front matter of each, as an editor writes it. All of it is invented."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from PIL import Image

NIEUWS = {
    "nieuws/lokale-teams.md": """\
titel: Lokale teams & "Veilig Thuis" samen
samenvatting: Twee teams spreken af wie wat doet. Dat scheelt tijd.
status: gepubliceerd
publicatiedatum: 2026-07-01
themas: [mda]
tekst: |
  Er is **afgesproken** wie belt.

  - Lees [wat u kunt doen](/hulp/thuis/)
  - Of lees [de uitleg van het Rijk](https://www.rijksoverheid.nl/)
""",
    "nieuws/later.md": """\
titel: Nog niet te lezen
samenvatting: Dit staat er pas in december.
status: gepubliceerd
publicatiedatum: 2026-12-01
tekst: Nog even wachten.
""",
    "nieuws/concept.md": """\
titel: Niet af
samenvatting: Dit is een concept.
status: concept
publicatiedatum: 2026-01-01
tekst: Nog niet af.
""",
    "nieuws/voorbeeld.md": """\
titel: Zo ziet nieuws eruit
samenvatting: Dit is bedacht.
status: gepubliceerd
publicatiedatum: 2026-11-20
voorbeeld: ja
tekst: Niets hiervan is gebeurd.
""",
    "nieuws/winter.md": """\
titel: Bericht in de winter
samenvatting: Geschreven toen het koud was.
status: gepubliceerd
publicatiedatum: 2026-11-21
tekst: Een zin.
""",
}

AGENDA = {
    "agenda/dag.md": """\
titel: Dag tegen ouderenmishandeling
samenvatting: Elk jaar op 15 juni.
status: gepubliceerd
publicatiedatum: 2026-01-10
agendasoort: themadag
begin: 2026-06-15
herhaling: jaarlijks-vaste-datum
organisator: onbekend
doelgroepen: [iedereen]
tekst: Een dag om erbij stil te staan.
""",
    "agenda/week.md": """\
titel: Week tegen kindermishandeling
samenvatting: Een week in november.
status: gepubliceerd
publicatiedatum: 2026-01-10
agendasoort: themaweek
begin: 2026-11-16
eind: 2026-11-22
herhaling: jaarlijks-wisselend
organisator: onbekend
doelgroepen: [professionals, onderwijs]
themas: [mda]
tekst: Een week om het erover te hebben.
""",
    "agenda/zomer.md": """\
titel: "Training: zien, vragen; doen"
samenvatting: Oefenen met het gesprek.
status: gepubliceerd
publicatiedatum: 2026-05-01
agendasoort: training
begin: 2026-07-02
begintijd: "14:00"
eindtijd: "16:30"
plaats: Maastricht, zaal 3
organisator: GGD Zuid-Limburg
doelgroepen: [professionals]
aanmelden: Bij uw eigen organisatie
tekst: We oefenen.
""",
    "agenda/winter.md": """\
titel: Overleg in de winter
samenvatting: Een overleg.
status: gepubliceerd
publicatiedatum: 2026-05-01
agendasoort: overleg
begin: 2026-12-03
begintijd: "09:00"
organisator: onbekend
doelgroepen: [professionals]
tekst: Wij praten bij.
""",
    "agenda/nacht.md": """\
titel: Nacht van de wisseling
samenvatting: Van zaterdag op zondag gaat de klok terug.
status: gepubliceerd
publicatiedatum: 2026-05-01
agendasoort: bijeenkomst
begin: 2026-10-24
eind: 2026-10-25
begintijd: "20:00"
eindtijd: "08:00"
organisator: onbekend
doelgroepen: [professionals]
tekst: De nacht duurt een uur langer.
""",
    "agenda/ooit.md": """\
titel: Bijeenkomst zonder datum
samenvatting: De dag is nog niet bekend.
status: gepubliceerd
publicatiedatum: 2026-05-01
agendasoort: bijeenkomst
begin: onbekend
wanneer: in het voorjaar
organisator: onbekend
doelgroepen: [professionals]
tekst: De datum volgt.
""",
    "agenda/bedacht.md": """\
titel: Bedachte bijeenkomst
samenvatting: Dit is bedacht.
status: gepubliceerd
publicatiedatum: 2026-05-01
voorbeeld: ja
agendasoort: bijeenkomst
begin: 2026-09-09
organisator: onbekend
doelgroepen: [professionals]
tekst: Niets hiervan gebeurt.
""",
}

OVERIG = {
    "praktijkcasussen/gesprek.md": """\
titel: Een gesprek op tijd
samenvatting: Een bedacht verhaal over vragen stellen.
status: gepubliceerd
publicatiedatum: 2026-06-01
aard: gefingeerd
situatie: Iemand maakt zich zorgen.
wat_gedaan: Er is gebeld.
organisatiesoorten: [veilig-thuis]
wat_werkte: Samen optrekken.
les: Vraag het.
toestemming: Niet nodig, want bedacht
geanonimiseerd_door: Communicatieadviseur
gewijzigde_details: Alles is bedacht.
""",
    "campagnes/oog.md": """\
titel: Een oogje in het zeil
samenvatting: Een campagne over vragen stellen.
status: gepubliceerd
publicatiedatum: 2026-06-02
stand: idee
wanneer: onbekend
doelgroepen: [inwoners]
boodschap: Vraag hoe het gaat.
tekst: De campagne begint later.
""",
    "opleidingen/training.md": """\
titel: Training gesprekken voeren
samenvatting: Leren vragen stellen.
status: gepubliceerd
publicatiedatum: 2026-06-03
voor_wie: professionals
door: onbekend
duur: een dag
kosten: onbekend
aanmelden: onbekend
tekst: U oefent met een gesprek.
""",
    "toolkit/poster.md": """\
titel: Poster voor de wachtkamer
samenvatting: Om op te hangen.
status: gepubliceerd
publicatiedatum: 2026-06-04
toolkitsoort: poster
gebruik: Hang hem op ooghoogte.
geldig_tot: onbeperkt
doelgroepen: [professionals]
""",
}

BRIEVEN = {
    "nieuwsbrieven/herfst.md": """\
titel: Samen de herfst in
samenvatting: Afspraken tussen teams, een week tegen kindermishandeling en een cijfer om te volgen.
status: gepubliceerd
publicatiedatum: 2026-10-01
editie: 2026-Q4
inleiding: |
  Beste lezer,

  In deze brief leest u wat er **nieuw** is. Zorgen om iemand? [Kijk wat u kunt doen](/hulp/iemand-anders/).
beeld: {bestand: /beelden/gesprek.png, alt: Twee vrouwen in gesprek aan een tafel, bijschrift: Een gesprek helpt}
onderdelen:
  - kop: Teams spreken af wie belt
    tekst: |
      Twee teams maakten afspraken:

      1. wie belt
      2. wie *blijft*
    nieuws: lokale-teams
  - kop: Een week in november
    tekst: Er is een week om het erover te hebben. Lees ook [de uitleg van het Rijk](https://www.rijksoverheid.nl/).
    agenda: week
    activiteit: zl-2024-2027/2.3
  - kop: Nog niet te lezen
    tekst: Hier wijst een link naar iets wat er nog niet staat.
    nieuws: later
    link: /hulp/meldcode/
    cijfer: zl-2024-2027/2-3-adviesvragen
afsluiting: Tot de volgende keer.
""",
    "nieuwsbrieven/concept.md": """\
titel: Nog niet af
samenvatting: Een brief waaraan nog wordt geschreven.
status: concept
publicatiedatum: 2026-10-01
editie: 2026-Q4
inleiding: Bijna klaar.
onderdelen:
  - {kop: Eén onderdeel, tekst: Een zin.}
""",
    "nieuwsbrieven/voorbeeld.md": """\
titel: Zo ziet een brief eruit
samenvatting: Dit is bedacht.
status: gepubliceerd
publicatiedatum: 2026-10-01
voorbeeld: ja
editie: 2026-Q4
inleiding: Niets hiervan is gebeurd.
onderdelen:
  - {kop: Eén onderdeel, tekst: Een zin.}
""",
}


def zet_neer(project: Path, *, ook: Mapping[str, str] = MappingProxyType({})) -> None:
    """Puts these items in the docs of a copy of the project, in place of what is there of these kinds."""
    for soort in ("nieuws", "agenda", "nieuwsbrieven", "praktijkcasussen", "campagnes", "opleidingen", "toolkit"):
        for pad in (project / "docs" / soort).glob("*.md"):
            if pad.name != "index.md":
                pad.unlink()
    for naam, kop in {**NIEUWS, **AGENDA, **BRIEVEN, **OVERIG, **ook}.items():
        (project / "docs" / naam).write_text(f"---\ntemplate: item.html\n{kop}---\n\n{{{{ item() }}}}\n", "utf-8")
    (project / "docs" / "beelden").mkdir(exist_ok=True)
    Image.linear_gradient("L").resize((1600, 900)).save(project / "docs" / "beelden" / "gesprek.png")
