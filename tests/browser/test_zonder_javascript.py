"""Without JavaScript everything is there to be read and reached; only the conveniences are gone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.model import Plan
from tests.paginas import PLAN

OpenPagina = Callable[..., Page]


@pytest.fixture
def kaal(open_pagina: OpenPagina) -> Page:
    return open_pagina(java_script_enabled=False)


@pytest.mark.parametrize(
    ("deel", "tabel", "rijen"),
    [
        ("activiteiten", "#activiteitentabel", 11),
        ("indicatoren", "#indicatorentabel", 37),
        ("tijdlijn", "#tijdlijntabel", None),
    ],
)
def test_tables_are_complete_and_offer_no_filter_or_sorting_that_would_not_work(
    kaal: Page, plan: Plan, deel: str, tabel: str, rijen: int | None
) -> None:
    kaal.goto(f"/plannen/{PLAN}/{deel}/")
    expect(kaal.locator("form.filter")).to_be_hidden()
    expect(kaal.locator(".sorteer")).to_have_count(0)
    zichtbaar = kaal.locator(f"{tabel} tbody tr:not(.tijdlijn__lijn):visible")
    expect(zichtbaar).to_have_count(rijen or len(plan.tijdlijn.regels))
    for nutteloos in (".kleurknop", "#zoek"):
        expect(kaal.locator(nutteloos)).to_be_hidden()


def test_charts_are_drawn_with_their_tables(kaal: Page, plan: Plan) -> None:
    kaal.goto(f"/plannen/{PLAN}/begroting/")
    grafieken = kaal.locator("figure.grafiek > svg")
    expect(grafieken).to_have_count(4)
    for grafiek in grafieken.all():
        expect(grafiek).to_be_visible()
        vak = grafiek.bounding_box()
        assert vak is not None
        assert vak["height"] > 100
    expect(kaal.locator("table.tabel--begroting:visible")).to_have_count(len(plan.begroting.tabellen))


@pytest.mark.parametrize("breedte", [360, 1280])
@pytest.mark.parametrize(
    ("deur", "kop"),
    [("Ik zoek hulp", "Hulp en advies"), ("Ik ben professional", "Activiteiten"), ("Het plan", "Samen sterk")],
)
def test_doors_of_the_home_page_open(open_pagina: OpenPagina, breedte: int, deur: str, kop: str) -> None:
    pagina = open_pagina(java_script_enabled=False, viewport={"width": breedte, "height": 800})
    pagina.goto("/")
    pagina.locator("a.deur", has=pagina.get_by_text(deur, exact=True)).click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text(kop)
    expect(pagina).not_to_have_url("/")


def test_emergency_line_can_be_called(kaal: Page) -> None:
    kaal.goto("/")
    for naam, nummer in (("112", "112"), ("0800-2000", "08002000")):
        link = kaal.locator(".nood a", has_text=naam)
        expect(link).to_be_in_viewport(ratio=1)
        expect(link).to_have_attribute("href", f"tel:{nummer}")


def test_menu_beside_the_text_leads_through_the_plan(kaal: Page) -> None:
    kaal.goto("/")
    kaal.locator(".md-tabs").get_by_role("link", name="Het plan").click()
    kaal.locator(".md-sidebar--primary").get_by_role("link", name="5. Uitvoering").click()
    expect(kaal.get_by_role("heading", level=1)).to_contain_text("financiering")


def test_menu_on_a_phone_opens_with_a_touch_and_the_footer_always_leads_on(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(java_script_enabled=False, viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    pagina.goto("/")
    pagina.locator(".menuknop").click()
    pagina.locator(".md-sidebar--primary").get_by_role("link", name="Begrippen", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Begrippen")
    pagina.locator("footer").get_by_role("link", name="Het plan").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Samen sterk")


def test_colours_follow_the_device(open_pagina: OpenPagina) -> None:
    gronden = []
    for kleuren in ("light", "dark"):
        pagina = open_pagina(java_script_enabled=False, color_scheme=kleuren)
        pagina.goto("/")
        gronden.append(pagina.locator("body").evaluate("(el) => getComputedStyle(el).backgroundColor"))
    assert gronden == ["rgb(251, 248, 242)", "rgb(20, 25, 27)"]
