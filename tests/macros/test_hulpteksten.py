"""Every Dutch help page reads easily enough for somebody in fear: these limits are hard."""

from pathlib import Path

import pytest

from macros import inlezen, leesbaarheid, paginas
from macros.leesbaarheid import MAX_GEMIDDELD, MAX_WOORDEN, Soort
from macros.model import Regiovisie

WORTEL = Path(__file__).resolve().parents[2]


def is_nederlands(pad: Path) -> bool:
    kop = paginas.kop(pad.read_text("utf-8"))
    return not (kop and kop.data and "taal" in kop.data)


PAGINAS = [pad for pad in sorted((WORTEL / "docs/hulp").glob("*.md")) if is_nederlands(pad)]


@pytest.fixture(scope="module")
def regiovisie() -> Regiovisie:
    return inlezen.laad(WORTEL)


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pad: pad.stem)
def test_a_help_page_has_short_sentences_and_no_riddles(pagina: Path, regiovisie: Regiovisie) -> None:
    verslag = leesbaarheid.lees(pagina.read_text("utf-8"), regiovisie.begrippen.values())
    hard = {Soort.ZIN, Soort.GEMIDDELDE, Soort.AFKORTING}
    assert [bevinding for bevinding in verslag.bevindingen if bevinding.soort in hard] == []
    assert 0 < verslag.langste <= MAX_WOORDEN
    assert verslag.gemiddeld <= MAX_GEMIDDELD


def test_the_front_page_of_the_help_is_looked_at() -> None:
    assert WORTEL / "docs/hulp/index.md" in PAGINAS
