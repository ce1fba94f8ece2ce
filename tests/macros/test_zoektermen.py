"""The gate on the words that people type: each slip gives one Dutch sentence at its place, all in one run."""

import pytest

from macros import advies, inlezen
from macros.model import plat
from tests.macros.conftest import Project

BEGIN = """# yaml-language-server: $schema=schema/zoektermen.schema.json
gevaar:
  - id: geweld
    kop: Doet iemand je pijn?
    feiten: [veilig-thuis]
    meer: hulp/
    woorden: [slaan]
"""
GOED = "termen:\n  - woord: slaan\n    ook: [meppen]\n    leidt_naar: [hulp/thuis/]\n"


@pytest.mark.parametrize(
    ("bestand", "fouten"),
    [
        (
            BEGIN + "termen:\n  - woord: slaan\n    ook: [meppen, Slaan]\n    leidt_naar: [hulp/tuis/]\n",
            [
                "data/zoektermen.yml:10:19: ook: 'Slaan' staat al bij 'slaan'; laat het op één plaats staan",
                "data/zoektermen.yml:11:18: leidt_naar: er is geen pagina 'hulp/tuis/'; bedoelde u 'hulp/thuis/'?",
            ],
        ),
        (
            BEGIN.replace("[slaan]", "[slaan, sláán]") + GOED,
            ["data/zoektermen.yml:7:22: woorden: 'sláán' staat al bij 'geweld'; laat het op één plaats staan"],
        ),
        (
            BEGIN.replace("[veilig-thuis]", "[veilig-thuis, fier-chat]") + GOED,
            [
                "data/zoektermen.yml:5:28: feiten: 'fier-chat' is geen bevestigd contactfeit met een telefoonnummer; kies een ander"
            ],
        ),
        (
            BEGIN.replace("veilig-thuis", "veiligthuis").replace("meer: hulp/", "meer: /hulp/") + GOED,
            [
                "data/zoektermen.yml:5:14: feiten: er is geen contactfeit 'veiligthuis'; bedoelde u 'veilig-thuis'?",
                "data/zoektermen.yml:6:11: meer: '/hulp/' past hier niet; schrijf het adres zoals het na de naam van de site staat, zoals hulp/thuis/",
            ],
        ),
        (
            BEGIN + GOED + "    telt: veel\n    taal: Pools\n",
            [
                "data/zoektermen.yml:12:11: telt: 'veel' kan hier niet; kies uit: gewoon, meer, wie",
                "data/zoektermen.yml:13:11: taal: 'Pools' past hier niet; schrijf de code van de taal, zoals pl, of ar",
            ],
        ),
        (
            BEGIN + "gelijk:\n  - [vader, pa]\n  - [man, Pa]\n" + GOED + "geen_typefout: [zon, zón]\n",
            [
                "data/zoektermen.yml:10:11: gelijk: 'Pa' staat al bij 'vader'; laat het op één plaats staan",
                "data/zoektermen.yml:15:22: geen_typefout: 'zón' staat al bij 'geen_typefout'; laat het op één plaats staan",
            ],
        ),
        (
            BEGIN + "gelijk:\n  - [mijn man, kerel]\n" + GOED + "geen_typefout: [zon-dag]\n",
            [
                "data/zoektermen.yml:9:6: gelijk: 'mijn man' past hier niet; schrijf één woord, met alleen letters",
                "data/zoektermen.yml:14:17: geen_typefout: 'zon-dag' past hier niet; schrijf één woord, met alleen letters",
            ],
        ),
    ],
    ids=[
        "place and page",
        "word twice",
        "number that is not sure",
        "unknown fact",
        "unknown value",
        "words that are alike",
        "no single words",
    ],
)
def test_a_slip_gives_its_sentence_at_its_place(project: Project, bestand: str, fouten: list[str]) -> None:
    (project.wortel / "data/zoektermen.yml").write_text(bestand, "utf-8")
    gevonden = [str(fout) for fout in inlezen.controleer(project.wortel)]
    assert gevonden == fouten


def test_an_item_that_is_gone_is_advice_and_blocks_nothing(project: Project) -> None:
    termen = GOED.replace("[hulp/thuis/]", "[agenda/kennissesies/, hulp/thuis/]")
    (project.wortel / "data/zoektermen.yml").write_text(BEGIN + termen, "utf-8")
    assert inlezen.controleer(project.wortel) == ()
    [melding] = map(str, advies.zoektermen(project.wortel, inlezen.laad(project.wortel)))
    assert melding == (
        "data/zoektermen.yml:11:18: advies: leidt_naar: er is geen pagina 'agenda/kennissesies/'; "
        "bedoelde u 'agenda/kennissessies/'?"
    )


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("Financiële uitbuiting", "financiele uitbuiting"),
        ("naaktfoto's", "naaktfotos"),
        ("HG/KM", "hg km"),
        ("mój chłopak", "moj chlopak"),
        ("Български", "български"),
        ("  1G1P1R! ", "1g1p1r"),
    ],
)
def test_a_word_is_read_as_the_search_reads_it(tekst: str, gelezen: str) -> None:
    assert plat(tekst) == gelezen
