"""Hostile data: whatever somebody does to the YAML, it is refused in clear Dutch or gives the same kind of site."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from pydantic_core import PydanticCustomError

from macros import inlezen
from macros.model import zuivere_tekst
from tests.conftest import PEILDATUM, Draai
from tests.macros.beproeving import (
    Werker,
    gegevens,
    geplant_per_merk,
    klachten_over_pagina,
    pas_toe,
    soorten,
    zoek_geplant,
)
from tests.macros.mutaties import BEGIN, HTML, JINJA, MARKDOWN, SOORTEN, TEKENS, Mutatie, Pad, mutatie, omringd, overal

PER_SOORT = 11
AANTAL = PER_SOORT * len(SOORTEN)
PORTIE = 25
SAMEN = 40
"""How many mutations are tried on top of each other for one site."""

Tekstmaker = Callable[[str, Pad, int], str]


def _mag(tekst: str) -> bool:
    try:
        zuivere_tekst(tekst)
    except PydanticCustomError:
        return False
    return True


@pytest.fixture(scope="module")
def werker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werker]:
    deze = Werker(tmp_path_factory.mktemp("vijandig"))
    yield deze
    deze.stop()


def test_there_are_at_least_five_hundred_mutations() -> None:
    assert AANTAL >= 500


@pytest.mark.parametrize("begin", range(0, AANTAL, PORTIE))
def test_a_mutation_is_refused_clearly_or_gives_the_same_kind_of_pages(werker: Werker, begin: int) -> None:
    uitkomsten = {zaad: werker.beproef(zaad) for zaad in range(begin, min(begin + PORTIE, AANTAL))}
    klachten = [
        f"seed {zaad} ({SOORTEN[zaad % len(SOORTEN)].__name__}: {uitkomst.soort}): {klacht}"
        for zaad, uitkomst in uitkomsten.items()
        for klacht in uitkomst.klachten
    ]
    assert not klachten, "\n".join(klachten)
    assert {uitkomst.aanvaard for uitkomst in uitkomsten.values()} == {True, False}


# --------------------------------------------------------------------------------------------------
# Real builds
# --------------------------------------------------------------------------------------------------


def _markdown(_naam: str, _pad: Pad, nr: int) -> str:
    keuzes = [tekst for tekst in MARKDOWN if _mag(omringd(tekst, 0))]
    return omringd(keuzes[nr % len(keuzes)], nr, BEGIN[nr % len(BEGIN)])


def _html_en_tekens(_naam: str, _pad: Pad, nr: int) -> str:
    keuzes = [tekst for tekst in (*HTML, *JINJA, *TEKENS, "w" * 120) if _mag(omringd(tekst, 0))]
    return omringd(keuzes[nr % len(keuzes)], nr)


def _paginas(site: Path) -> dict[str, Any]:
    return {pad.relative_to(site).as_posix(): _zonder_uitleg(pad) for pad in site.rglob("*.html")}


def _zonder_uitleg(pad: Path) -> Any:  # noqa: ANN401 - lxml is published without types
    """Read a page as if no term on it were explained: which terms stand on it depends on its words, and those are changed."""
    boom = lxml_html.parse(str(pad)).getroot()
    for blok in boom.find_class("uitlegblok"):
        blok.drop_tree()
    for knop in boom.find_class("begrip"):
        knop.drop_tag()
    return boom


def _bouw(draai: Draai, kopie: Path) -> Path:
    gebouwd = draai(kopie, "bouw", "--uit", str(kopie / "site"), "--peildatum", PEILDATUM.isoformat())
    assert gebouwd.returncode == 0, gebouwd.stdout + gebouwd.stderr
    assert gebouwd.stderr == ""
    return kopie / "site"


def _oordeel(site: Path, gebouwd: Path, deze: Mutatie) -> int:
    """Compare every page of a site with that of the unmutated one; return how often planted text was seen."""
    gewoon, nieuw = _paginas(site), _paginas(gebouwd)
    assert nieuw.keys() == gewoon.keys()
    bekend = {paar for boom in gewoon.values() for paar in soorten(boom)}
    geplant = geplant_per_merk(deze.geplant)
    klachten, gezien = [], 0
    for naam, boom in nieuw.items():
        # The register puts words in the order of the alphabet, and equal ones together: other words, another order.
        alleen_tekst = deze.alleen_tekst and naam != "trefwoorden/index.html"
        klachten += [
            f"{naam}: {klacht}"
            for klacht in klachten_over_pagina(boom, gewoon[naam], bekend, alleen_tekst=alleen_tekst)
        ]
        aantal, gebroken = zoek_geplant(boom, geplant)
        gezien += aantal
        klachten += [f"{naam}: {klacht}" for klacht in gebroken]
    assert not klachten, "\n".join(klachten[:40])
    return gezien


@pytest.mark.parametrize("tekst", [_markdown, _html_en_tekens])
def test_a_site_full_of_planted_texts_shows_each_to_the_letter(
    site: Path, kopie: Path, draai: Draai, tekst: Tekstmaker
) -> None:
    deze = overal(gegevens(kopie), tekst)
    pas_toe(deze, kopie)
    assert inlezen.controleer(kopie) == ()
    assert _oordeel(site, _bouw(draai, kopie), deze) > len(deze.geplant)


def test_accepted_mutations_on_top_of_each_other_build_the_same_kind_of_site(
    site: Path, kopie: Path, draai: Draai
) -> None:
    willekeur = random.Random(1)
    aanvaard = []
    for _ in range(SAMEN):
        voor = gegevens(kopie)
        deze = mutatie(willekeur.randrange(AANTAL), voor)
        pas_toe(deze, kopie)
        if inlezen.controleer(kopie):
            for naam in deze.bestanden:
                if naam in voor:
                    (kopie / naam).write_bytes(voor[naam])
                else:
                    (kopie / naam).unlink()
        else:
            aanvaard.append(deze)
    assert len(aanvaard) >= 5
    allemaal = Mutatie(soort="samen", bestanden={}, geplant=tuple(tekst for deze in aanvaard for tekst in deze.geplant))
    _oordeel(site, _bouw(draai, kopie), allemaal)
