"""How much a help page asks of a bad connection: counted in the browser, beside a stock page of the theme with the same text."""

import gzip
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree
from playwright.sync_api import Browser, Page

from scripts.lokaal import bedien
from tests.paginas import ADRESSEN, artikel, bestand, lees

HULP = [adres for adres in ADRESSEN if adres.startswith("hulp/")]
MAX_VERZOEKEN = 3
MAX_BYTES = 14_000

KAAL = """\
site_name: Kaal
theme: {name: material, language: nl, font: false}
plugins: [search]
"""
"""Stock, but without the fonts that would come from elsewhere: they would only make it heavier."""


def over_de_lijn(site: Path, server: str, adressen: list[str]) -> int:
    """The bytes of the bodies as a server would send them compressed; headers are left out."""
    paden = [urlsplit(adres.removeprefix(server)).path.lstrip("/") for adres in adressen]
    return sum(len(gzip.compress(bestand(site, pad).read_bytes(), 9, mtime=0)) for pad in paden)


def test_first_visit_takes_few_requests_and_few_bytes(pagina: Page, site: Path, server: str) -> None:
    gevonden = {}
    gevraagd: list[str] = []
    pagina.context.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    for adres in HULP:
        gevraagd.clear()
        pagina.goto(f"/{adres}")
        # What a browser fetches by itself later on is the picture for the tab: that one is in the page.
        assert str(pagina.locator("link[rel=icon]").get_attribute("href")).startswith("data:")
        gehaald = [adres for adres in gevraagd if not adres.startswith("data:")]
        gevonden[adres] = (len(gehaald), over_de_lijn(site, server, gehaald))
    te_zwaar = {adres: (v, b) for adres, (v, b) in gevonden.items() if v > MAX_VERZOEKEN or b > MAX_BYTES}
    assert te_zwaar == {}
    assert min(gevonden.values()) > (0, 1000)


def bouw_kaal(plek: Path, tekst: str) -> Path:
    (plek / "docs").mkdir(parents=True)
    (plek / "mkdocs.yml").write_text(KAAL, encoding="utf-8")
    (plek / "docs" / "index.md").write_text(tekst, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=plek,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    return plek / "site"


def test_heaviest_help_page_is_less_than_a_fifth_of_a_stock_page_with_its_text(
    browser: Browser, site: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    ons, adres = max((over_de_lijn(site, "", [adres]), adres) for adres in HULP)
    kaal = bouw_kaal(tmp_path / "kaal", etree.tostring(artikel(lees(site, adres)), encoding="unicode", method="html"))
    gevraagd: list[str] = []
    with bedien(kaal) as server:
        context = browser.new_context()
        context.on("request", lambda verzoek: gevraagd.append(verzoek.url))
        pagina = context.new_page()
        with pagina.expect_response("**/search_index.json"):
            pagina.goto(f"{server}/")
        stock = over_de_lijn(kaal, server, gevraagd)
        context.close()
    record_property("help page", ons)
    record_property("stock page", stock)
    assert ons * 5 < stock, f"{adres}: {ons} bytes; the stock page: {stock} bytes in {len(gevraagd)} requests"
    assert any("workers/search" in adres for adres in gevraagd), f"the stock page was not measured whole: {gevraagd}"
