"""What an editor does in the forms of the editor in the browser, counted."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import FrameLocator, Locator, Page, expect

GEDULD = 60_000  # milliseconds; a limit for a machine that is building the site meanwhile, not an aim

Wat = Literal["vul", "schrijf", "kies", "erbij"]
Stap = tuple[Wat, str, str]
"""What to do, with the field under this label, and the text or the choice."""


@dataclass
class Redacteur:
    """Works in one window; `acties` counts each click and each field that is filled."""

    pagina: Page
    adres: str
    acties: int = 0

    def begin(self) -> None:
        """Open the editor; there is no password on one's own computer."""
        self.pagina.goto(self.adres)
        self.pagina.get_by_role("button", name="Beginnen").click()
        self._zie_eerste_lijst()

    def nieuw(self, verzameling: str) -> None:
        """Go from the list of a kind to an empty form; from there actions count."""
        self.pagina.goto(f"{self.adres}#/collections/{verzameling}")
        self.pagina.get_by_role("link", name=re.compile("^Nieuw: ")).click()
        expect(self.pagina.get_by_role("button", name="Opslaan")).to_be_visible(timeout=GEDULD)
        self.acties = 0

    def doe(self, stap: Stap) -> None:
        """Take one step in the form."""
        wat, label, waarde = stap
        if wat == "vul":
            self.acties += 1
            self.pagina.get_by_label(label, exact=True).fill(waarde)
        elif wat == "schrijf":
            self.acties += 1
            self.veld(label).locator("[contenteditable=true]").click()
            self.pagina.keyboard.insert_text(waarde)
        elif wat == "kies":
            self.acties += 2
            self.veld(label).get_by_role("combobox").click(force=True)
            self.pagina.get_by_role("option", name=waarde, exact=True).click()
        else:
            self.acties += 1
            self.pagina.get_by_role("button", name=label).click()

    def veld(self, label: str) -> Locator:
        """The part of the form under this label."""
        kop = self.pagina.locator(f'xpath=//label[normalize-space(.)="{label}"]')
        return self.pagina.locator("[aria-label$=' field']", has=kop).last

    def voorbeeld(self) -> FrameLocator:
        """The real page beside the form."""
        return self.paneel().frame_locator("iframe.pagina")

    def paneel(self) -> FrameLocator:
        """What stands beside the form: the findings, and under them the page."""
        return self.pagina.frame_locator("#preview-pane")

    def zie_pagina(self, titel: str) -> None:
        """Wait until the page is there, and nothing keeps it from being published."""
        expect(self.voorbeeld().get_by_role("heading", level=1)).to_contain_text(titel, timeout=GEDULD)
        expect(self.paneel().get_by_text("Er is niets dat publiceren tegenhoudt.")).to_be_visible(timeout=GEDULD)

    def bewaar(self) -> str:
        """Store it; returns the name of its file."""
        self.pagina.get_by_role("button", name="Opslaan").click()
        self.pagina.get_by_role("menuitem", name="Nu opslaan").click()
        self.pagina.wait_for_url(re.compile("/entries/"), timeout=GEDULD)
        expect(self.pagina.get_by_text("Alles is opgeslagen")).to_be_visible(timeout=GEDULD)
        return self.pagina.url.rpartition("/")[2]

    def open(self, verzameling: str, naam: str) -> None:
        """Open an item that is there, from the list that it stands in."""
        self.pagina.goto(f"{self.adres}#/collections/{verzameling}")
        self.pagina.locator(f'a[href="#/collections/{verzameling}/entries/{naam}"]').click()
        expect(self.pagina.get_by_role("button", name="Verwijderen")).to_be_visible(timeout=GEDULD)

    def kies_foto(self, foto: Path) -> None:
        """Choose a photo from this computer."""
        self.pagina.get_by_role("button", name="Kies een foto").click()
        self.pagina.locator("input[type=file]").first.set_input_files(foto)
        self.pagina.get_by_role("button", name="Gebruik selectie").click()

    def weg(self) -> None:
        """Leave the form without storing, as somebody does who meant nothing by it."""
        self.pagina.once("dialog", lambda vraag: vraag.accept())
        self.pagina.goto(self.adres)
        self._zie_eerste_lijst()

    def _zie_eerste_lijst(self) -> None:
        """Wait for the list that Decap goes to by itself: only then does it stay where it is sent."""
        self.pagina.wait_for_url("**/#/collections/*", timeout=GEDULD)
        expect(self.pagina.get_by_role("heading", level=1)).to_be_visible(timeout=GEDULD)
