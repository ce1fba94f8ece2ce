"""Every reference on the site leads somewhere, and nothing is loaded from elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from lxml import etree
from lxml.html import HtmlElement

from tests.paginas import ADRESSEN, ELKE_PAGINA, bestand, lees

HIER = "http://site.test/"
"""The site stands at some address; which one makes no difference to a relative reference."""

MET_ADRES = ("href", "src", "poster", "data", "action", "formaction", "cite", "background", "manifest", "ping")
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)""")
_IMPORT = re.compile(r"""@import\s+(?:url\()?\s*["']?([^"')\s;]+)""")


def uit_css(css: str) -> Iterator[str]:
    for vondst in _URL.finditer(css):
        yield vondst[1] or vondst[2] or vondst[3]
    yield from _IMPORT.findall(css)


def adressen_in(naam: str, waarde: str) -> Iterator[str]:
    soort = naam.rpartition(":")[2]
    if soort in MET_ADRES:
        yield waarde.strip()
    elif soort in {"srcset", "imagesrcset"}:
        yield from (keuze.split()[0] for keuze in waarde.split(","))
    else:
        yield from uit_css(waarde)


def verwijzingen(boom: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Each address on the page, with the element that mentions it."""
    for element in boom.iter("*"):
        for naam, waarde in element.attrib.items():
            for adres in adressen_in(naam, waarde):
                yield element, adres
        if element.tag == "style":
            for adres in uit_css(element.text or ""):
                yield element, adres


def is_van_hier(adres: str) -> bool:
    return adres.startswith(HIER)


def mis(site: Path, doel: str) -> str | None:
    """Say what is wrong with an address on this site, fragment included; None when it is right."""
    adres, fragment = urldefrag(doel)
    pad = unquote(urlsplit(adres).path).removeprefix("/")
    if (site / pad).is_dir() and pad and not pad.endswith("/"):
        return "a folder without its slash: a server answers with a detour"
    if not bestand(site, pad).is_file():
        return "there is no such file"
    if fragment and not lees(site, pad).xpath("//*[@id=$id]", id=unquote(fragment)):
        return "there is no such anchor on that page"
    return None


@ELKE_PAGINA
def test_no_link_anchor_or_asset_is_broken(site: Path, subtests: pytest.Subtests, adressen: list[str]) -> None:
    for adres in adressen:
        with subtests.test(adres):
            fouten = []
            for _, verwijzing in verwijzingen(lees(site, adres)):
                doel = urljoin(HIER + adres, verwijzing)
                if is_van_hier(doel) and (fout := mis(site, doel)):
                    fouten.append(f"{verwijzing}: {fout}")
            assert fouten == []


@ELKE_PAGINA
def test_nothing_is_loaded_from_another_host(site: Path, subtests: pytest.Subtests, adressen: list[str]) -> None:
    for adres in adressen:
        with subtests.test(adres):
            geladen = [
                (element.tag, verwijzing)
                for element, verwijzing in verwijzingen(lees(site, adres))
                if urlsplit(urljoin(HIER + adres, verwijzing)).scheme in {"http", "https"}
                and not is_van_hier(urljoin(HIER + adres, verwijzing))
                and element.tag != "a"
            ]
            assert geladen == []


@ELKE_PAGINA
def test_links_that_leave_the_site_do_not_say_where_the_visitor_came_from(
    site: Path, subtests: pytest.Subtests, adressen: list[str]
) -> None:
    for adres in adressen:
        with subtests.test(adres):
            for link in lees(site, adres).iter("a"):
                doel = urlsplit(urljoin(HIER + adres, link.get("href", "")))
                assert doel.scheme in {"http", "https", "tel"}, link.attrib
                if doel.scheme != "tel" and doel.netloc != urlsplit(HIER).netloc:
                    assert doel.scheme == "https", link.attrib
                    assert "noreferrer" in link.get("rel", "").split(), link.attrib


def test_stylesheets_refer_only_to_files_that_are_here(site: Path) -> None:
    fouten = []
    for css in site.rglob("*.css"):
        eigen = HIER + css.relative_to(site).as_posix()
        for verwijzing in uit_css(css.read_text("utf-8")):
            doel = urljoin(eigen, verwijzing)
            if not doel.startswith("data:") and (not is_van_hier(doel) or mis(site, doel)):
                fouten.append(f"{css.name}: {verwijzing}")
    assert fouten == []


def test_sitemap_names_every_page_but_the_404(site: Path) -> None:
    plekken = etree.parse(site / "sitemap.xml").iter("{*}loc")
    assert sorted(urlsplit(plek.text).path.removeprefix("/") for plek in plekken) == sorted(
        adres for adres in ADRESSEN if adres != "404.html"
    )
