"""The tijdlijn in use: read out as a table, drawn at the right place, filtered by keyboard, a list on a phone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.model import Plan
from tests.browser.handen import kies, tab_naar
from tests.paginas import PLAN

OpenPagina = Callable[..., Page]

ADRES = f"/plannen/{PLAN}/tijdlijn/"
CELLEN = ("cell", "gridcell", "rowheader", "columnheader")


def voorgelezen(pagina: Page) -> list[list[tuple[str, str]]]:
    """The rows of the table as the browser gives them to a screen reader: role and name of each cell."""
    knopen = pagina.context.new_cdp_session(pagina).send("Accessibility.getFullAXTree")["nodes"]
    op_id = {knoop["nodeId"]: knoop for knoop in knopen}

    def onder(knoop: dict[str, Any], *rollen: str) -> Iterator[dict[str, Any]]:
        for kind in (op_id[id_] for id_ in knoop.get("childIds", [])):
            if kind.get("role", {}).get("value") in rollen and not kind["ignored"]:
                yield kind
            else:
                yield from onder(kind, *rollen)

    [tabel] = [knoop for knoop in knopen if knoop.get("role", {}).get("value") == "table"]
    return [
        [(cel["role"]["value"], " ".join(cel["name"]["value"].split())) for cel in onder(rij, *CELLEN)]
        for rij in onder(tabel, "row")
    ]


def test_screen_reader_gets_rows_with_headers_and_a_word_in_every_quarter(pagina: Page, plan: Plan) -> None:
    pagina.goto(ADRES)
    kwartalen = plan.tijdlijn.periode.kwartalen
    rijen = voorgelezen(pagina)
    assert {rol for rij in rijen[:2] for rol, _ in rij} == {"columnheader"}
    assert rijen[1][0][1].startswith("Q3")
    regels = [rij for rij in rijen[2:] if len(rij) > 1]
    assert len(regels) == len(plan.tijdlijn.regels)
    for rij, regel in zip(regels, plan.tijdlijn.regels, strict=True):
        (rol, naam), *cellen = rij
        assert rol == "rowheader"
        assert naam.startswith(regel.label)
        assert {rol for rol, _ in cellen} <= {"cell", "gridcell"}
        woorden = ["gepland" if kw in regel.bezet else "niet gepland" for kw in kwartalen]
        assert [naam for _, naam in cellen[1:]] == (woorden if regel.kwartalen is not None else ["NTB"]), regel.label
    koppen = [rij[0] for rij in rijen[2:] if len(rij) == 1]
    assert [naam for rol, naam in koppen if rol != "rowheader"] == []
    assert [lijn.naam for lijn in plan.kop.lijnen if not any(naam.startswith(lijn.naam) for _, naam in koppen)] == []


def test_bars_are_drawn_in_the_planned_quarters_and_nowhere_else(pagina: Page, plan: Plan) -> None:
    pagina.goto(ADRES)
    getekend = pagina.locator(".tijdlijn__regel").evaluate_all(
        """(rijen) => rijen.map((rij) => [...rij.querySelectorAll('td.kw:not(.kw--ntb)')].map((cel) => {
          const balk = getComputedStyle(cel, '::before');
          return balk.content !== 'none' && balk.backgroundColor !== 'rgba(0, 0, 0, 0)' && parseFloat(balk.height) > 4;
        }))"""
    )
    kwartalen = plan.tijdlijn.periode.kwartalen
    assert getekend == [
        [kw in regel.bezet for kw in kwartalen] if regel.kwartalen is not None else [] for regel in plan.tijdlijn.regels
    ]


def test_line_of_today_is_drawn_in_the_fourth_quarter_of_2026_just_past_the_middle(pagina: Page) -> None:
    pagina.goto(ADRES)
    plek = pagina.evaluate(
        """() => {
          const cel = document.querySelector('.tijdlijn__regel td.kw--nu');
          const streep = getComputedStyle(cel, '::after');
          const vak = cel.getBoundingClientRect();
          const x = vak.left + cel.clientLeft + parseFloat(streep.left);
          const jaar = [...document.querySelectorAll('.tijdlijn__jaar')].find((kop) => {
            const { left, right } = kop.getBoundingClientRect();
            return left <= x && x < right;
          });
          const kop = document.querySelector('thead th.kw--nu');
          return { deel: (x - vak.left) / vak.width, kleur: streep.backgroundColor, hoogte: parseFloat(streep.height) / vak.height,
                   breedte: parseFloat(streep.width), jaar: jaar.textContent.trim(), kop: kop.textContent.trim(),
                   scheef: Math.abs(kop.getBoundingClientRect().left - vak.left),
                   onderkant: getComputedStyle(kop, '::after').content };
        }"""
    )
    assert (plek["jaar"], plek["kop"]) == ("2026", "Q4")
    # 22 November is 52 of 92 days into the quarter; the line is drawn to the week.
    assert plek["deel"] == pytest.approx(52 / 92, abs=1 / 13)
    assert plek["hoogte"] > 0.9
    assert plek["breedte"] >= 1
    assert plek["kleur"] != "rgba(0, 0, 0, 0)"
    assert plek["scheef"] < 1


def test_filter_per_line_works_with_the_keyboard_alone_and_says_how_many_are_left(pagina: Page, plan: Plan) -> None:
    pagina.goto(ADRES)
    telling = pagina.locator("form.filter [role=status]")
    totaal = len(plan.tijdlijn.regels)
    expect(telling).to_have_text(f"{totaal} van {totaal} regels")
    keuze = tab_naar(pagina, "form.filter select")
    for lijn in (*(lijn.id for lijn in plan.kop.lijnen), "algemeen"):
        verwacht = [f"regel-{regel.id}" for regel in plan.tijdlijn.regels if (regel.lijn or "algemeen") == lijn]
        assert 0 < len(verwacht) < totaal
        kies(pagina, keuze, lijn)
        expect(telling).to_have_text(f"{len(verwacht)} van {totaal} regels")
        zichtbaar = pagina.locator(".tijdlijn__regel:visible")
        assert zichtbaar.evaluate_all("(rijen) => rijen.map((rij) => rij.id)") == verwacht
        assert pagina.locator(f".tijdlijn__lijn:visible:not(.lijn--{lijn})").count() == 0
        expect(pagina.locator(f".tijdlijn__lijn.lijn--{lijn}").first).to_be_visible()
    kies(pagina, keuze, "")
    expect(pagina.locator(".tijdlijn__regel:visible")).to_have_count(totaal)


@pytest.mark.parametrize("breedte", [320, 360])
def test_on_a_phone_it_is_a_list_with_the_period_in_words(open_pagina: OpenPagina, plan: Plan, breedte: int) -> None:
    pagina = open_pagina(viewport={"width": breedte, "height": 800})
    pagina.goto(ADRES)
    assert pagina.locator(".tabelvak--tijdlijn").evaluate("(vak) => vak.scrollWidth <= vak.clientWidth")
    assert pagina.locator(".tijdlijn td.kw:visible").count() == 0
    perioden = pagina.locator(".tijdlijn__periode:visible")
    expect(perioden).to_have_count(len(plan.tijdlijn.regels))
    for vak in perioden.evaluate_all(
        "(cellen) => cellen.map((cel) => { const v = cel.getBoundingClientRect(); return [v.left, v.right]; })"
    ):
        assert 0 <= vak[0] < vak[1] <= breedte
    boven, onder = (
        pagina.locator(f".tijdlijn__regel >> nth=0 >> {deel}").bounding_box() for deel in ("th", "td.tijdlijn__periode")
    )
    assert boven is not None
    assert onder is not None
    assert onder["y"] >= boven["y"] + boven["height"] - 1
    # The list is still a table to a screen reader, with the row's name and its period.
    regels = [rij for rij in voorgelezen(pagina) if len(rij) > 1]
    assert [[rol for rol, _ in rij] for rij in regels] == [["rowheader", "cell"]] * len(plan.tijdlijn.regels)


def test_downloads_arrive_as_files(pagina: Page) -> None:
    pagina.goto(ADRES)
    for naam in ("SVG", "PNG"):
        with pagina.expect_download() as wachten:
            pagina.get_by_role("link", name=f"Tijdlijn als {naam}").click()
        assert wachten.value.suggested_filename == f"tijdlijn.{naam.lower()}"
        assert wachten.value.path().stat().st_size > 10_000
