"""Good front matter of each kind of item, and slips that editors make in it; which slip where is drawn from a seed."""

import re
from collections.abc import Callable
from random import Random

from tests.itemvoorbeelden import AGENDA, BRIEVEN, NIEUWS, OVERIG

BEGRIP = """\
term: Steunfiguur
uitleg: Iemand bij wie een kind terechtkan.
status: concept
publicatiedatum: 2026-11-20
bron:
  document: zl-uitvoeringsplan-2024-2027
  plaats: paragraaf 2.4
"""
KANAAL = """\
titel: Brief aan professionals
samenvatting: De gemeente stuurt vier keer per jaar een brief.
status: concept
publicatiedatum: 2026-11-20
kanaalsoort: nieuwsbrief
adres: onbekend
doelgroepen: [professionals]
contactfunctie: Communicatieadviseur
tekst: U leest er wat er nieuw is.
"""
GOED = {
    "nieuws": NIEUWS["nieuws/winter.md"],
    "nieuwsbrieven": BRIEVEN["nieuwsbrieven/concept.md"],
    "praktijkcasussen": OVERIG["praktijkcasussen/gesprek.md"],
    "agenda": AGENDA["agenda/zomer.md"],
    "campagnes": OVERIG["campagnes/oog.md"],
    "opleidingen": OVERIG["opleidingen/training.md"],
    "begrippen": BEGRIP,
    "kanalen": KANAAL,
    "toolkit": OVERIG["toolkit/poster.md"],
}
"""An item of each kind of which nothing is wrong."""

Slip = Callable[[str, Random], str]


def _vervang(kop: str, sleutel: str, waarde: str) -> str:
    """The head with another value after this key."""
    nieuw, aantal = re.subn(rf"(?m)^({sleutel}:) .*(?:\n  .*)*$", lambda regel: f"{regel[1]} {waarde}", kop, count=1)
    assert aantal, f"no {sleutel} in {kop}"
    return nieuw


def _sleutels(kop: str) -> list[str]:
    return re.findall(r"(?m)^(\w+):", kop)


def _tekstveld(kop: str, kies: Random) -> str:
    return kies.choice(
        [s for s in _sleutels(kop) if s in {"tekst", "situatie", "les", "gebruik", "inleiding", "uitleg"}]
    )


def zonder_sleutel(kop: str, kies: Random) -> str:
    weg = kies.choice([s for s in _sleutels(kop) if s not in {"status", "plaats", "begintijd", "eindtijd"}])
    weg = "begin" if weg == "herhaling" else weg
    if "begintijd" in kop and weg == "aanmelden":
        weg = "titel"
    return re.sub(rf"(?m)^{weg}:.*(?:\n  .*)*\n", "", kop, count=1)


def tikfout_in_sleutel(kop: str, kies: Random) -> str:
    sleutel = kies.choice([s for s in _sleutels(kop) if len(s) > 3])
    plek = kies.randrange(1, len(sleutel) - 1)
    fout = sleutel[:plek] + sleutel[plek + 1 :]
    return re.sub(rf"(?m)^{sleutel}:", f"{fout}:", kop, count=1)


def verkeerde_dag(kop: str, kies: Random) -> str:
    fout = ["20-11-2026", "'2026-02-30'", "26 november", "volgende week", "2026/11/20", "20261120", "2026-11"]
    return _vervang(kop, "publicatiedatum", kies.choice(fout))


def verkeerde_verwijzing(kop: str, kies: Random) -> str:
    regels = [
        "themas: [meldcod]",
        "themas: [onderwerp-dat-er-niet-is]",
        "activiteiten: [zl-2024-2027/2.99]",
        "activiteiten: ['2.3']",
        "vervult: [zl-2024-2027/s1-toolki]",
        "bron: {document: verslag, plaats: bladzijde 2}",
    ]
    regel = kies.choice(regels)
    return kop.replace("bron:\n  document: zl-uitvoeringsplan-2024-2027\n  plaats: paragraaf 2.4\n", "") + f"{regel}\n"


def opmaakcode(kop: str, kies: Random) -> str:
    fout = ["Er is <b>nieuws</b>.", "<p>Een alinea</p>", "Zie <a href='/hulp/'>hulp</a>.", "Een regel.<br>Nog een."]
    return _vervang(kop, _tekstveld(kop, kies), f'"{kies.choice(fout)}"')


def accolades(kop: str, kies: Random) -> str:
    return _vervang(kop, _tekstveld(kop, kies), f'"{kies.choice(["Bel {{ nummer }}.", "{% if x %}Ja{% endif %}"])}"')


def slechte_link(kop: str, kies: Random) -> str:
    fout = [
        "Klik [hier](/hulp/thuis/) voor hulp.",
        "[Lees meer](/hulp/)",
        "[Klik hier](https://www.rijksoverheid.nl)",
        "Kijk op https://www.rijksoverheid.nl voor meer.",
        "Kijk op www.rijksoverheid.nl.",
        "Lees wat u [thuis](/hulp/thuiss/) kunt doen.",
        "Lees over [hulp](/hulpp/).",
        "Lees over [hulp](hulp/thuis.md).",
        "Zie de [rijksoverheid](www.rijksoverheid.nl).",
        "Zie de [rijksoverheid](htps://rijksoverheid.nl).",
        "Zie de [rijksoverheid](http://rijksoverheid.nl).",
        "Schrijf naar [de redactie](redactie@voorbeeld.nl).",
    ]
    return _vervang(kop, _tekstveld(kop, kies), f'"{kies.choice(fout)}"')


def slechte_foto(kop: str, kies: Random) -> str:
    fout = [
        "{bestand: /beelden/gesprek.png}",
        "{bestand: /beelden/gesprek.png, alt: foto}",
        "{bestand: /beelden/gesprek.png, alt: IMG_2034.jpg}",
        "{bestand: /beelden/gesprek.png, alt: ''}",
        "{bestand: /beelden/weg.png, alt: Twee mensen in gesprek}",
        "{bestand: gesprek.png, alt: Twee mensen in gesprek}",
        "gesprek.png",
    ]
    return kop + f"beeld: {kies.choice(fout)}\n"


def verkeerde_keuze(kop: str, kies: Random) -> str:
    keuzes = {
        "status": ["klaar", "Gepubliceerd", "ja"],
        "stand": ["bezig", "loopt"],
        "aard": ["echt", "verzonnen"],
        "agendasoort": ["vergadering"],
        "kanaalsoort": ["krant"],
        "toolkitsoort": ["sticker"],
        "doelgroepen": ["[burgers]", "inwoners"],
        "editie": ["najaar", "2026-Q5", "Q4 2026"],
        "begin": ["vrijdag", "2-7-2026"],
        "begintijd": ["25:00", "twee uur"],
        "geldig_tot": ["altijd", "eind 2027"],
    }
    sleutel = kies.choice([s for s in _sleutels(kop) if s in keuzes])
    return _vervang(kop, sleutel, kies.choice(keuzes[sleutel]))


def schrijffout(kop: str, kies: Random) -> str:
    fout = [
        "Let op: dit is nieuw: kom ook",
        '"Een aanhalingsteken te weinig',
        "[een haak te weinig",
        "* een sterretje",
        "@ een apenstaartje",
        "",
        '""',
        "2026",
        "ja: nee",
        "[een, lijst]",
    ]
    return _vervang(kop, _tekstveld(kop, kies), kies.choice(fout))


def kop_of_plaatje(kop: str, kies: Random) -> str:
    fout = ["|\n  # Een kop\n\n  Tekst.", "|\n  Tekst.\n\n  ---\n\n  Meer.", '"![foto](/beelden/gesprek.png)"']
    sleutel = _tekstveld(kop, kies)
    return _vervang(kop, sleutel, kies.choice(fout) if sleutel != "uitleg" else '"<h2>Kop</h2> Tekst."')


def te_lang(kop: str, kies: Random) -> str:
    sleutel = kies.choice([s for s in _sleutels(kop) if s in {"titel", "samenvatting", "term", "uitleg"}])
    return _vervang(kop, sleutel, "Dit is een heel lange tekst die maar doorgaat. " * 30)


def vreemde_sleutel(kop: str, kies: Random) -> str:
    return kop + kies.choice(["schrijver: redactie\n", "title: Titel\n", "datum: 2026-11-20\n", "foto: a.jpg\n"])


def dubbel(kop: str, kies: Random) -> str:
    return kop + f"{kies.choice(['status: concept', 'publicatiedatum: 2026-11-21'])}\n"


def inspringing(kop: str, _kies: Random) -> str:
    return re.sub(r"(?m)^publicatiedatum:", "  publicatiedatum:", kop, count=1)


def mens(kop: str, kies: Random) -> str:
    """A number that is somebody's, which no item may hold; in a praktijkcasus a name, an age or an address too."""
    overal = ["Het bsn is 123456782.", "De auto heeft kenteken AB-123-C.", "Geboren op 5 mei 1985."]
    casus = ["Fatima belde.", "De heer P. ging weg.", "Een 38-jarige uit Venlo.", "Zij woont in de Kerkstraat 12."]
    return _vervang(kop, _tekstveld(kop, kies), kies.choice(casus if "situatie" in kop else overal))


SLIPS: tuple[Slip, ...] = (
    zonder_sleutel,
    tikfout_in_sleutel,
    verkeerde_dag,
    verkeerde_verwijzing,
    opmaakcode,
    accolades,
    slechte_link,
    slechte_foto,
    verkeerde_keuze,
    schrijffout,
    kop_of_plaatje,
    te_lang,
    vreemde_sleutel,
    dubbel,
    inspringing,
    mens,
)


def slechte_items(aantal: int) -> dict[str, str]:
    """Front matter with one slip each, by the name of its file; each kind and each slip has its turn."""
    items = {}
    for nummer in range(aantal):
        kies = Random(nummer)
        soort = list(GOED)[nummer % len(GOED)]
        slip = SLIPS[nummer % len(SLIPS)]
        kop = GOED[soort]
        if slip in {slechte_foto, te_lang, vreemde_sleutel} and soort == "begrippen":
            slip = slechte_link
        items[f"{soort}/slip-{nummer}-{slip.__name__.replace('_', '-')}.md"] = slip(kop, kies)
    return items
