"""What a visitor's hands do on the keyboard."""

import pytest
from playwright.sync_api import Locator, Page

GENOEG = 150
"""More Tab stops than any page has."""


def tab_naar(pagina: Page, selector: str) -> Locator:
    """Press Tab until the first element that fits has the focus."""
    doel = pagina.locator(selector).first
    for _ in range(GENOEG):
        pagina.keyboard.press("Tab")
        if doel.evaluate("(el) => el === document.activeElement"):
            return doel
    pytest.fail(f"{selector} cannot be reached with Tab")


def kies(pagina: Page, keuze: Locator, waarde: str) -> None:
    """Choose an option of the select that has the focus, with the arrow keys."""
    waarden: list[str] = keuze.evaluate("(el) => [...el.options].map((optie) => optie.value)")
    stappen = waarden.index(waarde) - waarden.index(keuze.input_value())
    for _ in range(abs(stappen)):
        pagina.keyboard.press("ArrowDown" if stappen > 0 else "ArrowUp")
    assert keuze.input_value() == waarde
