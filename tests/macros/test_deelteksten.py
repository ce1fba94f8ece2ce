"""The texts to share an item with: short enough, honest about examples, and never for help pages."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros import deelteksten, inlezen
from macros.model import Regiovisie, Soort
from macros.opmaak import Blad

Draai = Callable[..., subprocess.CompletedProcess[str]]
SITE = "https://www.example.org/"
DAG = date(2026, 11, 22)


@pytest.fixture(scope="module")
def gevuld(itemproject: Path) -> Regiovisie:
    return inlezen.laad(itemproject)


def teksten(gevuld: Regiovisie, soort: Soort, naam: str) -> list[str]:
    item = gevuld.items[soort][naam]
    return [tekst.tekst for tekst in deelteksten.deelteksten(item, SITE + item.pagina, DAG)]


def test_three_texts_from_one_item(gevuld: Regiovisie) -> None:
    kort, lang, intranet = teksten(gevuld, Soort.AGENDA, "zomer")
    assert kort == "Training: zien, vragen; doen. Oefenen met het gesprek.\nhttps://www.example.org/agenda/zomer/"
    assert lang == (
        "Training: zien, vragen; doen.\n\nOefenen met het gesprek.\n\nWanneer: 2 juli 2026, 14.00 tot 16.30 uur.\n\n"
        "Lees meer: https://www.example.org/agenda/zomer/"
    )
    assert intranet == (
        "Training: zien, vragen; doen\n\nOefenen met het gesprek.\n\nWanneer: 2 juli 2026, 14.00 tot 16.30 uur.\n\n"
        "Dit komt van Samen sterk, iedereen veilig, de regionale aanpak van geweld in afhankelijkheidsrelaties in Limburg.\n\n"
        "Lees het hele stuk: https://www.example.org/agenda/zomer/"
    )


def test_what_comes_back_is_told_by_its_next_time(gevuld: Regiovisie) -> None:
    assert "Wanneer: 15 juni 2027." in teksten(gevuld, Soort.AGENDA, "dag")[1]


def test_an_example_says_so_in_each(gevuld: Regiovisie) -> None:
    assert all("(voorbeeld)" in tekst for tekst in teksten(gevuld, Soort.NIEUWS, "voorbeeld"))


def test_the_short_one_is_short_whatever_the_item(gevuld: Regiovisie) -> None:
    item = gevuld.items[Soort.NIEUWS]["winter"].model_copy(
        update={"titel": "Woord " * 20, "samenvatting": "langer " * 42}
    )
    kort = deelteksten.deelteksten(item, SITE + "nieuws/" + "x" * 60, DAG)[0].tekst
    assert 240 < len(kort) <= deelteksten.MAX_KORT
    assert kort.split("\n")[0].endswith(" langer…")


def test_only_what_one_would_share_has_them(gevuld: Regiovisie) -> None:
    def op(pagina: str) -> str:
        blad = Blad(regiovisie=gevuld, peildatum=DAG, basis="../../", pagina=pagina, site=SITE)
        return deelteksten.delen(blad)

    assert "https://www.example.org/nieuws/winter/" in op("nieuws/winter/")
    assert "alleen op deze computer" not in op("nieuws/winter/")
    assert op("nieuws/later/") == op("begrippen/mda/") == ""


def test_the_command_shows_them(itemproject: Path, draai: Draai) -> None:
    gedraaid = draai(itemproject, "deeltekst", "nieuws/winter", "--site", SITE)
    assert gedraaid.returncode == 0
    assert gedraaid.stdout.startswith(
        "Kort, voor sociale media (90 tekens)\n----------------------------------------\n"
        "Bericht in de winter. Geschreven toen het koud was.\nhttps://www.example.org/nieuws/winter/\n"
    )


@pytest.mark.parametrize("wat", ["hulp/thuis", "begrippen/mda", "nieuws"])
def test_never_for_a_help_page(itemproject: Path, draai: Draai, wat: str) -> None:
    gedraaid = draai(itemproject, "deeltekst", wat)
    assert gedraaid.returncode == 1
    assert gedraaid.stderr.startswith(f"'{wat}' is niet te delen; schrijf de soort, een schuine streep en de naam, ")
