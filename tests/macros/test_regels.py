"""Each rule looks only at parts that are there: what could not be read is never held against the rest.

What each rule says, and where it points, is tested with the whole gate in test_inlezen.py.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros import inlezen
from macros.model import PLANBESTANDEN, Tijdlijnbestand
from macros.regels import REGELS, Delen, Overtreding, regels_binnen_tijdlijn

Regel = Callable[[Delen], Iterator[Overtreding]]


@pytest.fixture(scope="module")
def delen() -> Delen:
    """The parts of the real plan."""
    poort = inlezen._Poort(Path(__file__).resolve().parents[2])
    return poort._controleer_plan("zl-2024-2027", poort._bekend(poort.algemeen))


@pytest.mark.parametrize("regel", REGELS)
def test_the_real_plan_keeps_the_rule(delen: Delen, regel: Regel) -> None:
    assert list(regel(delen)) == []


@pytest.mark.parametrize("weg", PLANBESTANDEN)
def test_a_file_that_could_not_be_read_breaks_no_rule(delen: Delen, weg: str) -> None:
    zonder = replace(delen, bestanden={naam: deel for naam, deel in delen.bestanden.items() if naam != weg})
    assert [fout for regel in REGELS for fout in regel(zonder)] == []


def test_activities_that_could_not_be_read_break_no_rule(delen: Delen) -> None:
    zonder = replace(delen, activiteiten={}, volledig=False)
    assert [fout for regel in REGELS for fout in regel(zonder)] == []


def test_each_rule_has_something_to_hold_against_another_plan(delen: Delen) -> None:
    """So that none of them is asleep: a plan without any of its neighbours breaks the rule about its name and pages."""
    vreemd = replace(delen, plan_id="ander", paginas=frozenset({"x"}), hoofdstukken=frozenset())
    gebroken = {regel.__name__ for regel in REGELS if list(regel(vreemd))}
    assert gebroken >= {"id_is_map", "activiteit_heeft_pagina", "lijn_heeft_pagina"}


@pytest.mark.parametrize(
    ("kwartalen", "fout_op"),
    [
        (["2024-Q3", "2024-Q4"], []),
        (["2024-Q3 t/m 2025-Q1", "2025-Q2"], []),
        (["2024-Q3 t/m 2025-Q1", "2025-Q1"], [1]),
        (["2025-Q1", "2024-Q4", "2025-Q2"], [1]),
        (["2024-Q2", "2024-Q3"], [0]),
        (["2024-Q3", "2028-Q1", "2024-Q4"], [1]),
        (["vanaf 2024-Q3", "2024-Q4"], [0]),
        (["2024-Q1 t/m 2028-Q4"], [0]),
    ],
)
def test_only_the_period_that_is_wrong_is_told(delen: Delen, kwartalen: list[str], fout_op: list[int]) -> None:
    tijdlijn = Tijdlijnbestand.model_validate(
        {
            "titel": "T",
            "periode": "2024-Q3 t/m 2027-Q4",
            "regels": [{"id": "x", "label": "X", "lijn": "algemeen", "kwartalen": kwartalen}],
            "bron": {"document": "d", "plaats": "p"},
        }
    )
    fouten = list(regels_binnen_tijdlijn(replace(delen, bestanden={"tijdlijn": tijdlijn})))
    assert [pad[-1] for _, pad, _ in fouten] == fout_op
