"""When a contact fact must be checked again: never checked, or more than six calendar months ago."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from macros import advies, inlezen
from macros.advies import Advies
from macros.model import Contactfeit, Regiovisie, Zekerheid

WORTEL = Path(__file__).resolve().parents[2]


def feit(gecontroleerd_op: date | None) -> Contactfeit:
    return Contactfeit(
        id="feit", naam="Feit", bron="een bron", status=Zekerheid.BEVESTIGD, gecontroleerd_op=gecontroleerd_op
    )


@pytest.fixture(scope="module")
def regiovisie() -> Regiovisie:
    return inlezen.laad(WORTEL)


@pytest.mark.parametrize(
    ("gecontroleerd", "laatste_dag"),
    [
        (date(2026, 5, 22), date(2026, 11, 22)),
        (date(2026, 1, 1), date(2026, 7, 1)),
        (date(2026, 9, 30), date(2027, 3, 30)),
        (date(2026, 8, 28), date(2027, 2, 28)),
        (date(2026, 8, 29), date(2027, 2, 28)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 6, 30)),
        (date(2027, 2, 28), date(2027, 8, 28)),
    ],
)
def test_a_check_counts_for_six_calendar_months(gecontroleerd: date, laatste_dag: date) -> None:
    assert not feit(gecontroleerd).na_te_gaan(laatste_dag)
    assert feit(gecontroleerd).na_te_gaan(laatste_dag + timedelta(1))


def test_once_a_check_has_run_out_it_stays_so() -> None:
    dagen = [date(2027, 1, 1) + timedelta(nummer) for nummer in range(800)]
    for gecontroleerd in dagen[:400]:
        oordelen = [feit(gecontroleerd).na_te_gaan(dag) for dag in dagen]
        assert oordelen == sorted(oordelen)
        assert 181 <= oordelen.index(True) - dagen.index(gecontroleerd) - 1 <= 184


def test_a_fact_that_nobody_ever_checked_must_be() -> None:
    assert feit(None).na_te_gaan(date(2000, 1, 1))
    assert not feit(date.max).na_te_gaan(date(2026, 11, 22))


def test_every_advice_points_at_the_day_in_the_file(regiovisie: Regiovisie) -> None:
    regels = (WORTEL / advies.CONTACTFEITEN).read_text("utf-8").splitlines()
    gegeven = advies.contactfeiten(WORTEL, regiovisie, date(2100, 1, 1))
    assert [regels[a.regel - 1][: a.kolom - 1] for a in gegeven] == ["    gecontroleerd_op: "] * len(
        regiovisie.contactfeiten
    )


def test_advice_reads_as_a_line_of_the_gate_with_a_word_in_front() -> None:
    assert str(Advies("docs/hulp/x.md", 3, 4, "maak\tdit korter")) == "docs/hulp/x.md:3:4: advies: maak dit korter"


def test_only_the_dutch_help_pages_are_looked_at(regiovisie: Regiovisie) -> None:
    bekeken = {pagina.bestand for pagina in advies.hulppaginas(WORTEL, regiovisie)}
    anders = {
        f"docs/hulp/{pad.name}" for pad in (WORTEL / "docs/hulp").glob("*.md") if "\ntaal:" in pad.read_text("utf-8")
    }
    assert bekeken
    assert bekeken | anders == {f"docs/hulp/{pad.name}" for pad in (WORTEL / "docs/hulp").glob("*.md")}
    assert not bekeken & anders
