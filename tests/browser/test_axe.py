"""axe-core finds no violation of WCAG 2.2 A or AA: on any page, in any colours, narrow or wide, whatever is unfolded."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.paginas import DELEN, ELK_DEEL, PLAN, dekking

OpenPagina = Callable[..., Page]

REGELS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
KLEURREGELS = {**REGELS, "runOnly": ["color-contrast", "link-in-text-block"]}
"""All that axe-core has to say about colours."""

BREEDTEN = (360, 1280)
KLEUREN: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RONDEN: tuple[tuple[int, Literal["light", "dark"], Mapping[str, object], int], ...] = (
    (360, "light", REGELS, 10),
    (360, "dark", KLEURREGELS, 0),
    (1280, "dark", REGELS, 10),
    (1280, "light", KLEURREGELS, 0),
)
"""Every rule at both widths and in both colours, those about colours in all four combinations; how many must have found something to look at."""

ZONDER_HERHALING = """(gezien) => {
  const genoemd = new Set(
    ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget'].flatMap((naam) =>
      [...document.querySelectorAll(`[${naam}]`)].flatMap((el) => el.getAttribute(naam).split(/\\s+/))));
  const klasse = (el) => el.getAttribute('class') ?? '';
  const soort = (el) => `${el.tagName}.${klasse(el)}[${el.getAttributeNames().sort()}](${[...el.children].map(soort)})`;
  const rond = (el) => (el ? `${klasse(el)}>${rond(el.parentElement)}` : '');
  const stijl = [...document.styleSheets].map(({ href }) => href).sort().join();
  const kort = (tekst) => [...tekst].reduce((uit, teken) => (Math.imul(uit, 31) + teken.charCodeAt(0)) | 0, 0);
  for (const el of document.querySelectorAll('body :is(li, tr, details, dl > div, p, g, header, footer, nav, form)')) {
    if (!el.isConnected || [el, ...el.querySelectorAll('[id]')].some(({ id }) => genoemd.has(id))) continue;
    const wat = kort(`${stijl} ${rond(el.parentElement)} ${soort(el)}`);
    gezien[wat] = (gezien[wat] ?? 0) + 1;
    if (gezien[wat] > 3) el.remove();
  }
  return gezien;
}"""
"""Takes off the page what was looked at three times before: same elements, attributes, classes around it and style sheets.

Three, because a row may look otherwise when it is the first, odd or even. Whatever another element refers to, stays.
"""


def schendingen(pagina: Page, regels: Mapping[str, object] = REGELS, minstens: int = 10) -> list[str]:
    """What axe-core has against the page as it stands, a line per element."""
    if not pagina.evaluate("'axe' in window"):
        pagina.evaluate(AXE_SCRIPT)
    bekeken, gevonden = pagina.evaluate(
        "(regels) => axe.run(document, regels).then(({ passes, violations }) => [passes.length, violations])", regels
    )
    assert bekeken > minstens, "axe-core must have looked at something"
    return [
        f"{pagina.viewport_size}: {regel['id']}: {' '.join(map(str, plek['target']))}: {plek['failureSummary']}"
        for regel in gevonden
        for plek in regel["nodes"]
    ]


def in_licht_en_donker(pagina: Page) -> list[str]:
    gevonden = []
    for kleuren in KLEUREN:
        pagina.emulate_media(color_scheme=kleuren)
        gevonden += schendingen(pagina)
    return gevonden


@ELK_DEEL
def test_no_kind_of_element_on_any_page_has_a_violation_in_light_and_dark_on_phone_and_desktop(
    open_pagina: OpenPagina, site: Path, deel: int
) -> None:
    pagina = open_pagina(reduced_motion="reduce")
    gevonden = []
    gezien: dict[str, int] = {}
    for adres in dekking(site)[deel::DELEN]:
        pagina.goto(f"/{adres}")
        pagina.evaluate("document.querySelectorAll('details').forEach((deel) => { deel.open = true; })")
        gezien = pagina.evaluate(ZONDER_HERHALING, gezien)
        for breedte, kleuren, regels, minstens in RONDEN:
            pagina.set_viewport_size({"width": breedte, "height": 900})
            pagina.emulate_media(color_scheme=kleuren)
            gevonden += [f"/{adres}: {schending}" for schending in schendingen(pagina, regels, minstens)]
    assert gevonden == []


@pytest.mark.parametrize("breedte", BREEDTEN)
def test_search_has_no_violation_when_it_shows_results(open_pagina: OpenPagina, breedte: int) -> None:
    pagina = open_pagina(reduced_motion="reduce", viewport={"width": breedte, "height": 900})
    pagina.goto("/")
    pagina.get_by_role("button", name="Zoeken").click()
    pagina.get_by_role("combobox").fill("tijdlijn van wie geslagen is")
    pagina.get_by_role("combobox").press("ArrowDown")
    expect(pagina.get_by_role("option").first).to_be_visible()
    assert in_licht_en_donker(pagina) == []
    pagina.get_by_role("combobox").fill("xqzwv")
    expect(pagina.locator(".zoek__niets")).to_be_visible()
    assert in_licht_en_donker(pagina) == []


def test_menu_has_no_violation_when_it_is_open_on_a_phone(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(reduced_motion="reduce", viewport={"width": 360, "height": 900})
    pagina.goto(f"/plannen/{PLAN}/activiteiten/2-2-signaleringsvaardigheden/")
    pagina.get_by_role("button", name="Menu").click()
    expect(pagina.locator(".md-sidebar--primary")).to_be_in_viewport()
    assert in_licht_en_donker(pagina) == []


def test_filtered_and_sorted_table_has_no_violation(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(reduced_motion="reduce")
    pagina.goto(f"/plannen/{PLAN}/activiteiten/")
    pagina.get_by_label("Ontwikkellijn").select_option("Samen doen!")
    pagina.get_by_role("button", name="Indicatoren").click()
    assert in_licht_en_donker(pagina) == []


def test_axe_does_see_a_violation_where_there_is_one(pagina: Page) -> None:
    pagina.goto("/")
    pagina.add_style_tag(content=".md-typeset p { color: #cccccc !important; background: #ffffff !important; }")
    assert any("color-contrast" in regel for regel in schendingen(pagina))
