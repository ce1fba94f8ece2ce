"""A term is explained where it stands: by keyboard, touch and without JavaScript, on each kind of page."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPagina

PLANPAGINA = "/plannen/zl-2024-2027/activiteiten/2-3-bewustwording/"
HULPPAGINA = "/hulp/professional/"
AXE_LABELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("adres", [PLANPAGINA, HULPPAGINA])
def test_by_keyboard_a_term_opens_and_esc_closes_and_focus_stays(pagina: Page, adres: str) -> None:
    pagina.goto(adres)
    knop = pagina.locator("button.begrip").first
    vak = pagina.locator(f"#{knop.get_attribute('popovertarget')}")
    expect(vak).to_be_hidden()
    knop.focus()
    pagina.keyboard.press("Enter")
    expect(vak).to_be_visible()
    pagina.keyboard.press("Tab")
    expect(vak.get_by_role("link")).to_be_focused()
    pagina.keyboard.press("Escape")
    expect(vak).to_be_hidden()
    expect(knop).to_be_focused()
    assert pagina.url.endswith(adres)


@pytest.mark.parametrize("adres", [PLANPAGINA, HULPPAGINA])
def test_by_touch_without_javascript_on_a_phone_it_covers_no_way_out(open_pagina: OpenPagina, adres: str) -> None:
    pagina = open_pagina(java_script_enabled=False, has_touch=True, viewport={"width": 360, "height": 700})
    pagina.goto(adres)
    knop = pagina.locator("button.begrip").first
    vak = pagina.locator(f"#{knop.get_attribute('popovertarget')}")
    knop.tap()
    expect(vak).to_be_visible()
    uitweg, uitleg = pagina.locator(".snelweg").first.bounding_box(), vak.bounding_box()
    assert uitweg
    assert uitleg
    assert uitleg["y"] >= uitweg["y"] + uitweg["height"]
    assert uitleg["x"] >= 0
    assert uitleg["x"] + uitleg["width"] <= 360
    vak.get_by_role("link").tap()
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    assert "/begrippen/" in pagina.url


def test_on_paper_there_is_the_word_and_no_explanation(pagina: Page) -> None:
    pagina.goto(PLANPAGINA)
    pagina.emulate_media(media="print")
    expect(pagina.locator("button.begrip").first).to_be_visible()
    expect(pagina.locator(".uitlegblok")).to_be_hidden()
