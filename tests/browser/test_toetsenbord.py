"""Somebody who uses only a keyboard sees where they are, can go everywhere, and is never stuck."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.handen import GENOEG, tab_naar
from tests.paginas import PLAN

OpenPagina = Callable[..., Page]

STEEKPROEF = [
    "",
    "hulp/",
    "404.html",
    f"plannen/{PLAN}/",
    f"plannen/{PLAN}/tijdlijn/",
    f"plannen/{PLAN}/activiteiten/",
    f"plannen/{PLAN}/begroting/",
]

HIER = """() => {
  const el = document.activeElement;
  if (!el || el === document.body) return null;
  window.gezien ??= new Map();
  if (!window.gezien.has(el)) window.gezien.set(el, window.gezien.size);
  const stijl = getComputedStyle(el);
  const omlijnd = stijl.outlineStyle !== 'none' && parseFloat(stijl.outlineWidth) >= 2;
  const schaduw = stijl.boxShadow !== 'none';
  const vakken = [...el.getClientRects()].filter((vak) => vak.width > 0 && vak.height > 0);
  const raakt = vakken.some((vak) => {
    const hoogte = (Math.max(vak.top, 0) + Math.min(vak.bottom, innerHeight)) / 2;
    const treffer = document.elementFromPoint(vak.left + vak.width / 2, hoogte);
    return treffer && (el.contains(treffer) || treffer.contains(el));
  });
  return {
    nummer: window.gezien.get(el), zichtbaar: omlijnd || schaduw, raakt,
    naam: `${el.tagName}.${el.className} ${(el.textContent || el.getAttribute('aria-label') || '').trim().slice(0, 40)}`,
  };
}"""


def wandeling(pagina: Page) -> list[dict[str, Any]]:
    """Press Tab from the top of the page until the focus leaves it; return every stop."""
    stops: list[dict[str, Any]] = []
    for _ in range(GENOEG * 2):
        pagina.keyboard.press("Tab")
        stop = pagina.evaluate(HIER)
        if stop is None or (stops and stop["nummer"] == 0):
            return stops
        stops.append(stop)
    pytest.fail(f"Tab never leaves the page; the last stop was {stops[-1]}")


@pytest.mark.parametrize("breedte", [360, 1280])
@pytest.mark.parametrize("adres", STEEKPROEF, ids=lambda adres: adres or "home")
def test_every_stop_of_tab_is_seen_and_none_is_a_trap(open_pagina: OpenPagina, adres: str, breedte: int) -> None:
    pagina = open_pagina(viewport={"width": breedte, "height": 900}, reduced_motion="reduce")
    pagina.goto(f"/{adres}")
    stops = wandeling(pagina)
    assert [stop["naam"] for stop in stops if not stop["zichtbaar"]] == []
    assert [stop["naam"] for stop in stops if not stop["raakt"]] == []
    assert [stop["nummer"] for stop in stops] == list(range(len(stops)))
    # The walk ends at the last link of the footer: nothing before it keeps the focus.
    assert pagina.locator("footer a").last.evaluate("(el) => window.gezien.has(el)")


def test_walk_back_with_shift_tab_visits_the_same_stops(pagina: Page) -> None:
    pagina.goto("/")
    heen = [stop["nummer"] for stop in wandeling(pagina)]
    terug: list[int] = []
    for _ in heen:
        pagina.keyboard.press("Shift+Tab")
        stop = pagina.evaluate(HIER)
        if stop:
            terug.append(stop["nummer"])
    assert terug[::-1] == heen[-len(terug) :]
    assert len(terug) >= len(heen) - 1


@pytest.mark.parametrize(
    "adres", [adres for adres in STEEKPROEF if adres != "404.html"], ids=lambda adres: adres or "home"
)
def test_a_stop_after_the_numbers_skips_to_the_content(pagina: Page, adres: str) -> None:
    pagina.goto(f"/{adres}")
    for _ in range(4):
        pagina.keyboard.press("Tab")
    expect(pagina.locator(":focus")).to_have_text("Ga naar inhoud")
    expect(pagina.locator(":focus")).to_be_in_viewport(ratio=1)
    pagina.keyboard.press("Enter")
    expect(pagina.locator("h1")).to_be_in_viewport(ratio=1)
    pagina.keyboard.press("Tab")
    assert pagina.locator(":focus").evaluate(
        "(el) => document.querySelector('main').contains(el) && !el.closest('.md-sidebar')"
    )


def test_emergency_numbers_come_right_after_the_way_out(pagina: Page) -> None:
    pagina.goto("/")
    adressen = []
    for _ in range(3):
        pagina.keyboard.press("Tab")
        adressen.append(pagina.locator(":focus").get_attribute("href"))
    assert adressen[1:] == ["tel:112", "tel:08002000"]


def test_landmarks_come_in_the_order_of_the_page_and_have_different_names(pagina: Page) -> None:
    pagina.goto(f"/plannen/{PLAN}/inleiding/")
    volgorde = pagina.evaluate(
        "() => [...document.querySelectorAll('header.md-header, nav.md-tabs, main, footer.md-footer')].map((el) => el.tagName)"
    )
    assert volgorde == ["HEADER", "NAV", "MAIN", "FOOTER"]
    namen = pagina.get_by_role("navigation").evaluate_all("(els) => els.map((el) => el.getAttribute('aria-label'))")
    assert None not in namen
    assert len(set(namen)) == len(namen)


def test_menu_on_a_phone_opens_leads_on_and_closes_with_the_keyboard(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    pagina.goto("/")
    knop = tab_naar(pagina, "button.menuknop")
    expect(knop).to_have_attribute("aria-expanded", "false")
    pagina.keyboard.press("Enter")
    expect(knop).to_have_attribute("aria-expanded", "true")
    expect(pagina.locator(".md-sidebar--primary")).to_be_in_viewport()
    pagina.keyboard.press("Escape")
    expect(knop).to_have_attribute("aria-expanded", "false")
    expect(knop).to_be_focused()
    pagina.keyboard.press("Enter")
    tab_naar(pagina, ".md-sidebar--primary a[href='hulp/']")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Hulp en advies")


def test_search_opens_finds_and_leads_on_with_the_keyboard(pagina: Page) -> None:
    pagina.goto("/")
    tab_naar(pagina, ".zoekknop")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("combobox", name="Waar zoek je naar?")).to_be_focused()
    expect(pagina.locator("#zoek")).to_have_attribute("data-stand", "klaar", timeout=30_000)
    pagina.keyboard.insert_text("begroting")
    expect(pagina.get_by_role("option").first).to_contain_text("egroting")
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("egroting")


def test_details_open_with_the_keyboard(pagina: Page) -> None:
    pagina.goto(f"/plannen/{PLAN}/partners/")
    samenvatting = pagina.locator("details > summary").first
    samenvatting.focus()
    pagina.keyboard.press("Enter")
    expect(pagina.locator("details").first).to_have_attribute("open", "")
    expect(pagina.locator("details li").first).to_be_visible()
