"""What a browser makes of every page: it fits, it is quiet, and it leaves nothing behind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.paginas import ADRESSEN, DELEN, ELK_DEEL, PLAN, dekking, wat_mis_is

OpenPagina = Callable[..., Page]

TE_BREED = """() => {
  const kader = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= kader) return [];
  return [...document.querySelectorAll('body *')]
    .filter((el) => el.getBoundingClientRect().right > kader + 1)
    .map((el) => `${el.tagName}.${el.className}`).slice(0, 5).concat('document');
}"""

BEWAARD = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split(';').filter(Boolean),
  ...(await indexedDB.databases()).map((db) => db.name), ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((r) => r.scope),
]"""


@ELK_DEEL
def test_no_kind_of_page_needs_sideways_scrolling_and_each_begins_with_the_emergency_numbers(
    open_pagina: OpenPagina, site: Path, deel: int
) -> None:
    # Also proves, through the fixture: no console error, no script error, no request to another host.
    pagina = open_pagina(reduced_motion="reduce")

    def te_breed(adres: str) -> dict[int, list[str]]:
        pagina.set_viewport_size({"width": 320, "height": 480})
        pagina.goto(f"/{adres}")
        for nummer in ("112", "08002000"):
            link = pagina.locator(f"a[href='tel:{nummer}']").first
            expect(link).to_be_in_viewport(ratio=1)
            vak = link.bounding_box()
            assert vak is not None
            assert vak["height"] >= 24, adres
        gevonden = {}
        for breedte in (320, 360, 768, 1280):
            pagina.set_viewport_size({"width": breedte, "height": 800})
            if breder := pagina.evaluate(TE_BREED):
                gevonden[breedte] = breder
        return gevonden

    assert wat_mis_is(dekking(site)[deel::DELEN], te_breed) == {}


@ELK_DEEL
def test_no_page_at_all_needs_sideways_scrolling_whatever_its_words(
    open_pagina: OpenPagina, site: Path, deel: int
) -> None:
    pagina = open_pagina(java_script_enabled=False, viewport={"width": 320, "height": 800})

    def te_breed(adres: str) -> list[str]:
        pagina.goto(f"/{adres}")
        gevonden: list[str] = pagina.evaluate(TE_BREED)
        return gevonden

    andere = [adres for adres in ADRESSEN if adres not in dekking(site)]
    assert wat_mis_is(andere[deel::DELEN], te_breed) == {}


@pytest.mark.parametrize("adres", ["", "404.html", f"plannen/{PLAN}/tijdlijn/", f"plannen/{PLAN}/activiteiten/"])
def test_visit_stores_nothing_on_the_device_and_puts_nothing_in_the_address(
    open_pagina: OpenPagina, server: str, adres: str
) -> None:
    pagina = open_pagina()
    pagina.goto(f"/{adres}")
    for keuze in pagina.locator("form.filter select").all():
        keuze.select_option(index=1)
    pagina.get_by_role("button", name="Zoeken").click()
    pagina.get_by_role("combobox", name="Waar zoek je naar?").fill("geslagen")
    expect(pagina.get_by_role("option").first).to_be_visible()
    assert pagina.evaluate(BEWAARD) == []
    assert pagina.url == f"{server}/{adres}"


def test_unknown_address_answers_with_help_and_working_links(pagina: Page, storingen: list[str]) -> None:
    antwoord = pagina.goto("/plannen/bestaat/niet/")
    assert antwoord is not None
    assert antwoord.status == 404
    assert all("404" in storing for storing in storingen)
    storingen.clear()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    pagina.get_by_role("link", name="Meer over hulp").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Hulp en advies")
