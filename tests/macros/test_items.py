"""The gate on what the werkgroep communicatie writes: each slip gives one Dutch sentence at its place, all in one run."""

from datetime import date, time

import pytest

from macros import inlezen
from macros.model import Agendaitem, Kwartaal, Nieuwsbrief, Praktijkcasus, Soort, Status
from tests.macros.conftest import Project

VOET = "---\n\n{{ item() }}\n"
NIEUWS = """---
template: item.html
titel: Titel
samenvatting: Wat er nieuw is.
status: gepubliceerd
publicatiedatum: 2026-11-20
tekst: Er is nieuws.
"""
AGENDA = """---
template: item.html
titel: Bijeenkomst
samenvatting: Een middag over samenwerken.
status: concept
publicatiedatum: 2026-11-20
agendasoort: bijeenkomst
begin: 2026-12-03
organisator: onbekend
doelgroepen: [professionals]
tekst: Kom ook.
"""
CASUS = """---
template: item.html
titel: Een gezin
samenvatting: Een bedacht verhaal.
status: gepubliceerd
publicatiedatum: 2026-11-20
voorbeeld: ja
aard: gefingeerd
situatie: Een gezin heeft zorgen.
wat_gedaan: Er kwam hulp.
organisatiesoorten: [veilig-thuis]
wat_werkte: Samen praten.
les: Begin vroeg.
toestemming: niet nodig, want bedacht
geanonimiseerd_door: redactie
gewijzigde_details: Alles is bedacht.
"""
BRIEF = """---
template: item.html
titel: Nieuwsbrief
samenvatting: Wat er speelt.
status: gepubliceerd
publicatiedatum: 2026-11-20
editie: 2026-Q4
inleiding: Welkom.
onderdelen:
  - kop: Eerste
    tekst: Tekst.
"""
BESTANDEN = {
    "docs/nieuws/bericht.md": NIEUWS,
    "docs/agenda/middag.md": AGENDA,
    "docs/praktijkcasussen/gezin.md": CASUS,
    "docs/nieuwsbrieven/winter.md": BRIEF,
}


@pytest.fixture
def redactie(project: Project) -> Project:
    """The project with four items more, of which nothing is wrong."""
    for naam, kop in BESTANDEN.items():
        project.maak(naam, kop + VOET)
    return project


def test_items_come_in_with_their_name_address_and_values(redactie: Project) -> None:
    items = inlezen.laad(redactie.wortel).items
    bericht, brief = items[Soort.NIEUWS]["bericht"], items[Soort.NIEUWSBRIEVEN]["winter"]
    casus, middag = items[Soort.PRAKTIJKCASUSSEN]["gezin"], items[Soort.AGENDA]["middag"]
    assert (bericht.id, bericht.pagina, bericht.kop) == ("bericht", "nieuws/bericht/", "Titel")
    assert isinstance(brief, Nieuwsbrief)
    assert brief.editie == Kwartaal(2026, 4)
    assert isinstance(casus, Praktijkcasus)
    assert casus.voorbeeld
    assert isinstance(middag, Agendaitem)
    assert (middag.begin, middag.organisator, middag.status) == (date(2026, 12, 3), None, Status.CONCEPT)


def test_an_item_shows_from_its_day_and_a_concept_never(redactie: Project) -> None:
    items = inlezen.laad(redactie.wortel).items
    bericht, middag = items[Soort.NIEUWS]["bericht"], items[Soort.AGENDA]["middag"]
    assert [bericht.zichtbaar(date(2026, 11, dag)) for dag in (19, 20, 21)] == [False, True, True]
    assert not middag.zichtbaar(date(2030, 1, 1))


def test_what_an_editing_program_leaves_empty_counts_as_absent(redactie: Project) -> None:
    leeg = "bron_elders: ''\nthemas: []\nbeeld:\n  bestand: ''\n  alt: null\nbegintijd: 14:00\neindtijd: '15:30'\neind: \"2026-12-03\"\n"
    redactie.maak("docs/agenda/middag.md", AGENDA + leeg + VOET)
    middag = inlezen.laad(redactie.wortel).items[Soort.AGENDA]["middag"]
    assert isinstance(middag, Agendaitem)
    assert (middag.bron_elders, middag.themas, middag.beeld) == (None, (), None)
    assert (middag.begintijd, middag.eindtijd, middag.eind) == (time(14, 0), time(15, 30), date(2026, 12, 3))


FOUTEN = [
    ("nieuws/bericht", "titel: Titel", "‸titl: Titel", "de sleutel 'titl' is onbekend; bedoelde u 'titel'?"),
    (
        "nieuws/bericht",
        "status: gepubliceerd",
        "status: ‸klaar",
        "status: 'klaar' kan hier niet; kies uit: concept, gepubliceerd",
    ),
    (
        "nieuws/bericht",
        "2026-11-20",
        "‸'2026-02-30'",
        "publicatiedatum: '2026-02-30' is geen bestaande datum; schrijf een dag die op de kalender staat",
    ),
    (
        "nieuws/bericht",
        "2026-11-20",
        "‸20-11-2026",
        "publicatiedatum: '20-11-2026' is geen datum; schrijf 2026-11-20",
    ),
    (
        "nieuws/bericht",
        "tekst: Er",
        "themas: [‸meldcod]\ntekst: Er",
        "themas: er is geen thema 'meldcod'; bedoelde u 'meldcode'?",
    ),
    (
        "nieuws/bericht",
        "tekst: Er",
        "activiteiten: [‸zl-2024-2027/2.9]\ntekst: Er",
        "activiteiten: er is geen activiteit van een plan 'zl-2024-2027/2.9'; bedoelde u 'zl-2024-2027/2.4'?",
    ),
    (
        "nieuws/bericht",
        "tekst: Er",
        "vervult: [‸zl-2024-2027/s1-toolki]\ntekst: Er",
        "vervult: er is geen communicatieproduct 'zl-2024-2027/s1-toolki'; bedoelde u 'zl-2024-2027/s1-toolkit'?",
    ),
    (
        "nieuws/bericht",
        "tekst: Er is nieuws.",
        "tekst: ‸Er is <b>nieuws</b>.",
        "tekst: HTML hoort niet in de gegevens; schrijf gewone tekst (en '<' als 'kleiner dan')",
    ),
    (
        "nieuws/bericht",
        "tekst: Er is nieuws.",
        "tekst: ‸|\n  ## Kop\n\n  Er is nieuws.",
        "tekst: een tussenkop of een lijn past hier niet; maak er een gewone zin of een eigen onderdeel van",
    ),
    (
        "nieuws/bericht",
        "tekst: Er is nieuws.",
        'tekst: ‸"Zie ![foto](/beelden/a.jpg)."',
        "tekst: een plaatje past niet in deze tekst; gebruik het veld beeld, met een beschrijving erbij",
    ),
    (
        "nieuws/bericht",
        "tekst: Er is nieuws.",
        "tekst: ‸Zie <https://voorbeeld.nl>.",
        "tekst: een los adres (https://voorbeeld.nl) leest niet prettig; maak er woorden met een link van",
    ),
    (
        "nieuws/bericht",
        "tekst: Er",
        "beeld: {bestand: ‸/beelden/weg.jpg, alt: Een tafel met koffie}\ntekst: Er",
        "bestand: de foto '/beelden/weg.jpg' is er niet; zet de foto in docs/beelden, of kies een andere",
    ),
    (
        "agenda/middag",
        "begin: 2026-12-03",
        "begin: 2026-12-03\nbegintijd: ‸25:00",
        "begintijd: '25:00' is geen tijd; schrijf uren en minuten, zoals 14:00",
    ),
    (
        "nieuwsbrieven/winter",
        "2026-Q4",
        "‸najaar",
        "editie: 'najaar' is geen kwartaal; schrijf jaar en kwartaal, zoals 2026-Q4",
    ),
    (
        "nieuwsbrieven/winter",
        "tekst: Tekst.",
        "tekst: Tekst.\n    praktijkcasus: ‸gezn",
        "praktijkcasus: er is geen praktijkcasus 'gezn'; bedoelde u 'gezin'?",
    ),
    (
        "praktijkcasussen/gezin",
        "les: Begin vroeg.",
        "les: Begin vroeg.\nvragen:\n  - vraag: ‸bekent\n    antwoord: Ja.",
        "vraag: er is geen vraag 'bekent'; bedoelde u 'bekend'?",
    ),
]


@pytest.mark.parametrize(("bestand", "oud", "nieuw", "zin"), FOUTEN)
def test_a_slip_is_told_at_its_place(redactie: Project, bestand: str, oud: str, nieuw: str, zin: str) -> None:
    redactie.zet(f"docs/{bestand}.md", oud, nieuw, zin)
    redactie.klopt()


ONTBREKEND = [
    ("praktijkcasussen/gezin", "toestemming: niet nodig, want bedacht\n", "toestemming"),
    ("praktijkcasussen/gezin", "geanonimiseerd_door: redactie\n", "geanonimiseerd_door"),
    ("praktijkcasussen/gezin", "gewijzigde_details: Alles is bedacht.\n", "gewijzigde_details"),
    ("nieuws/bericht", "samenvatting: Wat er nieuw is.\n", "samenvatting"),
    ("nieuwsbrieven/winter", "editie: 2026-Q4\n", "editie"),
]


@pytest.mark.parametrize(("bestand", "regel", "sleutel"), ONTBREKEND)
def test_a_required_key_is_asked_for(redactie: Project, bestand: str, regel: str, sleutel: str) -> None:
    redactie.zet(f"docs/{bestand}.md", regel, "")
    redactie.verwacht_op(f"docs/{bestand}.md", 2, 1, f"de sleutel '{sleutel}' ontbreekt; voeg '{sleutel}:' toe")
    redactie.klopt()


TIJDEN = [
    ("begin: 2026-12-03", "begin: onbekend", "de eerste dag is onbekend; voeg 'wanneer:' toe en zeg in woorden wanneer het is"),
    ("begin: 2026-12-03", "begin: 2026-12-03\neind: 2026-12-01", "het eindigt (2026-12-01) voor het begint (2026-12-03); draai de datums om"),
    ("begin: 2026-12-03", "begin: 2026-12-03\neindtijd: 15:00", "er is een eindtijd maar geen begintijd; voeg 'begintijd:' toe"),
    (
        "begin: 2026-12-03",
        "begin: 2026-12-03\nbegintijd: 15:00\neindtijd: 14:00",
        "het eindigt niet later dan het begint; verbeter begintijd of eindtijd",
    ),
    (
        "begin: 2026-12-03",
        "begin: onbekend\nwanneer: in de lente\nherhaling: jaarlijks-vaste-datum",
        "eind, begintijd en een vaste datum kunnen alleen bij een bekende eerste dag; vul begin in",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("oud", "nieuw", "zin"), TIJDEN)
def test_an_agenda_item_must_be_possible_in_time(redactie: Project, oud: str, nieuw: str, zin: str) -> None:
    redactie.zet("docs/agenda/middag.md", oud, nieuw)
    redactie.verwacht_op("docs/agenda/middag.md", 2, 1, zin)
    redactie.klopt()


def test_under_the_head_stands_nothing_but_the_macro(redactie: Project) -> None:
    redactie.zet("docs/nieuws/bericht.md", "{{ item() }}", "Nog een alinea.\n\n{{ item() }}")
    redactie.verwacht_op(
        "docs/nieuws/bericht.md",
        9,
        1,
        "onder de kop hoort alleen {{ item() }}; zet wat u wilt schrijven in de sleutels van de kop",
    )
    redactie.klopt()


def test_an_item_without_a_head_is_refused(redactie: Project) -> None:
    redactie.maak("docs/nieuws/bericht.md", "{{ item() }}\n")
    redactie.verwacht_op(
        "docs/nieuws/bericht.md",
        1,
        1,
        "het bestand begint niet met een kop; schrijf --- met daaronder de sleutels en weer ---",
    )
    redactie.klopt()


def test_a_file_name_must_be_fit_for_an_address(redactie: Project) -> None:
    redactie.maak("docs/nieuws/Een Bericht.md", NIEUWS + VOET)
    redactie.verwacht_op(
        "docs/nieuws/Een Bericht.md",
        1,
        1,
        "deze bestandsnaam kan niet in een adres; noem het bestand docs/nieuws/een-bericht.md",
    )
    redactie.klopt()


def test_each_kind_has_a_list_page(redactie: Project) -> None:
    redactie.wis("docs/toolkit/index.md")
    redactie.verwacht_op("docs/toolkit/index.md", 1, 1, "deze pagina ontbreekt; maak haar aan")
    redactie.klopt()


def test_what_a_list_page_fulfils_has_a_day(redactie: Project) -> None:
    redactie.zet("docs/agenda/index.md", "---\n", "---\nvervult: [zl-2024-2027/s1-toolkit]\n")
    redactie.verwacht_op(
        "docs/agenda/index.md",
        2,
        1,
        "vervult en opgeleverd_op horen bij elkaar; vul ze allebei in, of geen van beide",
    )
    redactie.klopt()


def test_all_slips_are_told_in_one_run(redactie: Project) -> None:
    for bestand, oud, nieuw, zin in (FOUTEN[1], FOUTEN[12], FOUTEN[13], FOUTEN[15]):
        redactie.zet(f"docs/{bestand}.md", oud, nieuw, zin)
    redactie.klopt()
