"""How amounts, days and quarters are written; and that no value comes out of a template as markup."""

from datetime import date
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from macros import inlezen, opmaak
from macros.model import Cel, Kwartaal, Periode
from macros.opmaak import Blad

Q4, Q1 = Kwartaal(2024, 4), Kwartaal(2025, 1)


@pytest.mark.parametrize(
    ("getal", "geschreven"), [(0, "0"), (999, "999"), (1000, "1.000"), (1_174_000, "1.174.000"), (-1500, "-1.500")]
)
def test_thousands_have_points(getal: int, geschreven: str) -> None:
    assert opmaak.duizendtallen(getal) == geschreven
    assert opmaak.euro(getal) == f"€\u00a0{geschreven}"


@pytest.mark.parametrize(
    ("deel", "geheel", "geschreven"), [(1, 3, "33,3%"), (1, 1, "100,0%"), (0, 5, "0,0%"), (5, 0, "–"), (0, 0, "–")]
)
def test_a_share_has_a_comma_and_none_is_told_of_nothing(deel: int, geheel: int, geschreven: str) -> None:
    assert opmaak.procent(deel, geheel) == geschreven


def test_a_cell_without_amount_says_so() -> None:
    assert opmaak.bedrag(Cel.model_validate(5000)) == "€\u00a05.000"
    assert opmaak.bedrag(Cel.model_validate({"bedrag": "geen", "plus_tijdelijk": "ja"})) == "geen bedrag"
    assert opmaak.bedrag(None) == "–"


def test_a_day_is_written_in_dutch() -> None:
    assert opmaak.datum(date(2026, 11, 22)) == "22 november 2026"
    assert [opmaak.datum(date(2024, maand, 1)).split()[1] for maand in range(1, 13)] == list(opmaak.MAANDEN)


@pytest.mark.parametrize(
    ("periode", "geschreven"),
    [(Periode(Q4, Q4), "Q4 2024"), (Periode(Q4, Q1), "Q4 2024 t/m Q1 2025"), (Periode(Q1, None), "vanaf Q1 2025")],
)
def test_a_period_is_written_as_short_as_it_can_be(periode: Periode, geschreven: str) -> None:
    assert opmaak.periode(periode).replace("\u00a0", " ") == geschreven


def test_periods_are_listed_and_none_is_yet_to_be_decided() -> None:
    assert opmaak.perioden(None) == "nog te bepalen (NTB)"
    assert opmaak.perioden([Periode(Q4, Q4), Periode(Q1, None)]).replace("\u00a0", " ") == "Q4 2024 en vanaf Q1 2025"


@pytest.mark.parametrize(
    ("delen", "geschreven"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_words_are_joined_as_dutch_does(delen: list[str], geschreven: str) -> None:
    assert opmaak.opsomming(delen) == geschreven


def test_years_are_written_from_first_to_last() -> None:
    assert opmaak.jaren([2027, 2024, 2025]) == "2024-2027"
    assert opmaak.jaren([2024]) == "2024"


def test_a_heading_carries_no_sign_of_markdown_or_html() -> None:
    kop = str(opmaak.kop("*Samen* <b> [doen](x) `é` {: #a } & 1"))
    assert not set("*<>[]`{}#&") & set(kop.replace("&#", "").replace(";", ""))
    assert opmaak.kop("Samen zien!") == "Samen zien!"


def test_values_in_a_template_are_escaped_and_a_missing_one_is_an_error() -> None:
    omgeving = opmaak._omgeving()
    assert omgeving.from_string("{{ x }}").render(x="<b>&'\"") == "&lt;b&gt;&amp;&#39;&#34;"
    assert omgeving.from_string("{{ x }}").render(x=opmaak.als_markup("<svg/>")) == "<svg/>"
    with pytest.raises(UndefinedError):
        omgeving.from_string("{{ x }}").render()


def test_links_lead_to_the_root_and_back(wortel: Path, peildatum: date) -> None:
    regiovisie = inlezen.laad(wortel)
    plan = regiovisie.plannen["zl-2024-2027"]
    diep = Blad(regiovisie=regiovisie, peildatum=peildatum, basis="../../")
    assert diep.naar("hulp/") == "../../hulp/"
    assert diep.naar_plan(plan) == "../../plannen/zl-2024-2027/"
    assert diep.naar_plan(plan, "begroting/") == "../../plannen/zl-2024-2027/begroting/"
    for nummer, stam in plan.paginas.items():
        assert diep.naar_activiteit(plan, nummer) == f"../../plannen/zl-2024-2027/activiteiten/{stam}/"
        assert (wortel / f"docs/plannen/zl-2024-2027/activiteiten/{stam}.md").is_file()
    assert Blad(regiovisie=regiovisie, peildatum=peildatum, basis="").naar("") == "./"
    assert diep.actor(plan, "politie") == regiovisie.organisaties["politie"].naam
