"""Measures in a real browser what a visit to the built site leaves behind, and writes that down for the page that says it."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from macros.model import Sporenbestand
from scripts import bouw, browser
from scripts.lokaal import bedien
from scripts.melden import Melding, meld

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

BESTAND = "data/sporen.yml"
KOP = (
    "# yaml-language-server: $schema=schema/sporen.schema.json\n"
    "# Gemeten, niet getypt: python3 scripts/regiovisie.py sporen\n"
)
HULP = "hulp/"

OPGESLAGEN = """async () => [
  ...Object.keys(localStorage).map((naam) => `localStorage: ${naam}`),
  ...Object.keys(sessionStorage).map((naam) => `sessionStorage: ${naam}`),
  ...(await indexedDB.databases()).map((db) => `IndexedDB: ${db.name}`),
  ...(await caches.keys()).map((naam) => `cache storage: ${naam}`),
  ...(await navigator.serviceWorker.getRegistrations()).map((r) => `service worker: ${new URL(r.scope).pathname}`),
]"""

GEBRUIK = """() => {
  for (const deel of document.querySelectorAll('details')) deel.open = true;
  for (const veld of document.querySelectorAll('main input:not([type=checkbox])')) {
    veld.value = 'heer';
    veld.dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (const knop of [...document.querySelectorAll('main button')]) if (knop.isConnected) knop.click();
}"""
"""What there is to open, fill in and press in the content of a page."""


def opdracht(wortel: Path, _opties: Mapping[str, str], _rest: Sequence[str]) -> int:
    """Carries out `sporen`."""
    from playwright.sync_api import sync_playwright

    pad = browser.vind()
    if pad is None:
        raise Melding(browser.GEEN_BROWSER)
    with tempfile.TemporaryDirectory() as tijdelijk, sync_playwright() as playwright:
        site = Path(tijdelijk) / "site"
        bouw.bouwen(wortel, site, date(2000, 1, 1))
        chromium = playwright.chromium.launch(executable_path=pad, args=browser.vlaggen())
        gemeten = meet(site, chromium)
        chromium.close()
    (wortel / BESTAND).write_text(als_yaml(gemeten), encoding="utf-8", newline="\n")
    meld(f"Gemeten en geschreven: {BESTAND}")
    return 0


def als_yaml(gemeten: Sporenbestand) -> str:
    """The measurement as the data file that the gate reads."""
    import yaml

    inhoud = gemeten.model_dump(mode="json", exclude_defaults=True)
    return KOP + yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False, width=200)


def meet(site: Path, chromium: Browser) -> Sporenbestand:
    """Visits and uses every page of the built site in fresh profiles, and returns what was left behind."""
    adressen = sorted(
        "" if pad.parent == site else f"{pad.parent.relative_to(site).as_posix()}/" for pad in site.rglob("index.html")
    )
    with bedien(site) as server:
        basis = f"{server}/"
        return Sporenbestand.model_validate(
            {
                "hulp": _hulp(chromium, basis, [adres for adres in adressen if adres.startswith(HULP)]),
                "rest": _rest(chromium, basis, [adres for adres in adressen if not adres.startswith(HULP)]),
                "na_kleurkeuze": _kleurkeuze(chromium, basis),
            }
        )


@dataclass
class _Bezoeker:
    """A fresh profile whose requests are watched: to other hosts (which are not let through), and for separate files."""

    context: BrowserContext
    basis: str
    elders: set[str] = field(default_factory=set)
    bestanden: set[str] = field(default_factory=set)

    def begin(self) -> Page:
        """Opens a page that loads nothing more, before anything counts."""
        pagina = self.context.new_page()
        pagina.goto(f"{self.basis}sitemap.xml")
        self.context.on("request", self._kijk)
        return pagina

    def _kijk(self, verzoek: Request) -> None:
        adres = verzoek.url
        if adres.startswith(self.basis):
            if verzoek.resource_type != "document":
                self.bestanden.add(adres.removeprefix(self.basis))
        elif urlsplit(adres).scheme in {"http", "https"}:
            self.elders.add(urlsplit(adres).hostname or "")

    def achtergelaten(self, pagina: Page) -> dict[str, list[str]]:
        """What is stored now, and which other hosts were asked for something."""
        koekjes = [f"cookie: {koekje.get('name', '')}" for koekje in self.context.cookies()]
        return {
            "opgeslagen": sorted([*koekjes, *pagina.evaluate(OPGESLAGEN)]),
            "andere_hosts": sorted(self.elders),
        }


@contextlib.contextmanager
def _bezoeker(chromium: Browser, basis: str) -> Iterator[_Bezoeker]:
    context = chromium.new_context(locale="nl-NL", proxy=browser.NERGENS)
    yield _Bezoeker(context, basis)
    context.close()


def _hulp(chromium: Browser, basis: str, adressen: Sequence[str]) -> dict[str, Any]:
    """Walks through the help pages by clicking, as a visitor does."""
    with _bezoeker(chromium, basis) as bezoeker:
        pagina = bezoeker.begin()
        diepte = int(pagina.evaluate("history.length"))
        bezocht = []
        for adres in adressen:
            _ga(pagina, basis, adres)
            bezocht.append({"adres": adres, "titel": pagina.title()})
            pagina.evaluate(GEBRUIK)
        return {
            "bezocht": bezocht,
            **bezoeker.achtergelaten(pagina),
            "bestanden": sorted(bezoeker.bestanden),
            "stappen_terug": int(pagina.evaluate("history.length")) - diepte,
        }


def _rest(chromium: Browser, basis: str, adressen: Sequence[str]) -> dict[str, list[str]]:
    with _bezoeker(chromium, basis) as bezoeker:
        pagina = bezoeker.begin()
        for adres in adressen:
            pagina.goto(basis + adres)
            pagina.evaluate(GEBRUIK)
        return bezoeker.achtergelaten(pagina)


def _ga(pagina: Page, basis: str, adres: str) -> None:
    """Follows a link to the page, by way of the front page of the section when the page itself has none."""
    begin = basis + (HULP if adres.startswith(HULP) else "")
    doel = basis + adres
    if pagina.url != doel and not _klik(pagina, doel):
        if not _klik(pagina, begin):
            pagina.goto(begin)
        if pagina.url != doel and not _klik(pagina, doel):
            pagina.goto(doel)


def _klik(pagina: Page, doel: str) -> bool:
    """Clicks the first link to the address; tells whether there is one."""
    links = pagina.locator("a[href]")
    adressen: list[str] = links.evaluate_all("(els) => els.map((el) => el.href)")
    if doel not in adressen:
        return False
    with pagina.expect_navigation(url=doel):
        links.nth(adressen.index(doel)).dispatch_event("click")
    return True


def _kleurkeuze(chromium: Browser, basis: str) -> list[str]:
    with _bezoeker(chromium, basis) as bezoeker:
        pagina = bezoeker.begin()
        pagina.goto(basis)
        pagina.locator(".kleurknop").click()
        return bezoeker.achtergelaten(pagina)["opgeslagen"]
