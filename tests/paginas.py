"""The built site as the tests read it: its addresses, its pages as trees, and the words on them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
import yaml
from lxml import html
from lxml.html import HtmlElement

from tests.conftest import PEILDATUM

WORTEL = Path(__file__).resolve().parent.parent
PLAN = "zl-2024-2027"


def _adres(pagina: Path) -> str:
    plaats = pagina.relative_to(WORTEL / "docs").with_suffix("")
    map_ = plaats.parent if plaats.name == "index" else plaats
    return "" if map_ == Path() else f"{map_.as_posix()}/"


def _staat_erop(pagina: Path) -> bool:
    """Whether the page is on the site of the reference date; an item is when it has been published."""
    kop = yaml.safe_load(pagina.read_text("utf-8").split("---\n")[1])
    return kop.get("template") != "item.html" or (
        kop["status"] == "gepubliceerd" and str(kop["publicatiedatum"]) <= PEILDATUM.isoformat()
    )


ADRESSEN = (
    *sorted(_adres(pagina) for pagina in (WORTEL / "docs").rglob("*.md") if _staat_erop(pagina)),
    "404.html",
)
"""Every page by its address from the root of the site; known before the build, so that a test can have a case per page."""

GROEPEN = {
    groep: [adres for adres in ADRESSEN if adres.partition("/")[0] == groep]
    for groep in sorted({adres.partition("/")[0] for adres in ADRESSEN})
}
ELKE_PAGINA = pytest.mark.parametrize("adressen", GROEPEN.values(), ids=[groep or "home" for groep in GROEPEN])
"""Every page, by the folder it stands in; what is wrong is told per page."""

ELKE_PLANPAGINA = pytest.mark.parametrize(
    "adres", [adres for adres in ADRESSEN if adres.startswith(f"plannen/{PLAN}/")]
)


def bestand(site: Path, adres: str) -> Path:
    """The file that a server answers with for the address."""
    return site / (f"{adres}index.html" if adres == "" or adres.endswith("/") else adres)


@cache
def lees(site: Path, adres: str) -> HtmlElement:
    """The page as a tree. Shared by all tests: read only."""
    return html.document_fromstring(bestand(site, adres).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def wat_mis_is(adressen: Iterable[str], zoek: Callable[[str], object]) -> dict[str, object]:
    """What `zoek` finds on each of the pages where it finds anything."""
    return {adres or "home": gevonden for adres in adressen if (gevonden := zoek(adres))}


def paginas(site: Path) -> Mapping[str, HtmlElement]:
    """Every page by its address."""
    return {adres: lees(site, adres) for adres in ADRESSEN}


def artikel(boom: HtmlElement) -> HtmlElement:
    """What is particular to the page: the part without header, menu and footer."""
    [deel] = boom.iter("article") if len(list(boom.iter("article"))) == 1 else boom.find_class("md-content__inner")
    return deel


# --- which pages are enough ---

_IN_HET_KORT = ("aria-current", "aria-expanded", "aria-hidden", "lang", "role", "type")
"""Attributes whose value says what kind of element it is."""
_OMGEVING = 2
"""How many of the nearest classes around an element its surroundings are; colours and room come from those."""


def _soort(element: HtmlElement) -> tuple[object, ...]:
    """What can make a difference to how an element looks and what it is to a screen reader, words aside."""
    return (
        tuple(islice((ouder.get("class") for ouder in element.iterancestors() if ouder.get("class")), _OMGEVING)),
        element.tag,
        element.get("class"),
        tuple(sorted(element.attrib)),
        tuple(element.get(naam) for naam in _IN_HET_KORT),
    )


def _soorten(boom: HtmlElement) -> set[tuple[object, ...]]:
    return {
        _soort(element) for element in boom.find("body").iter("*") if next(element.iterancestors("svg"), None) is None
    }


@cache
def dekking(site: Path) -> tuple[str, ...]:
    """Pages on which every kind of element stands that any page has, each in the same surroundings.

    What holds for these holds for all, as far as it doesn't depend on the words; a new kind brings its page along.
    """
    per_pagina = {adres: _soorten(boom) for adres, boom in paginas(site).items()}
    nog: set[tuple[object, ...]] = set().union(*per_pagina.values())
    gekozen = []
    while nog:
        adres = max(per_pagina, key=lambda naam: len(per_pagina[naam] & nog))
        gekozen.append(adres)
        nog -= per_pagina[adres]
    return tuple(gekozen)


DELEN = 4
"""In how many tests the pages are walked that take a browser seconds, so that every core gets some."""

ELK_DEEL = pytest.mark.parametrize("deel", range(DELEN))


# --- words ---

_IN_DE_REGEL = frozenset(
    {
        "a",
        "abbr",
        "b",
        "button",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
    }
)
_GEEN_TEKST = frozenset({"script", "style", "svg", "template", "title"})


def vouw(tekst: str) -> str:
    """Fold all white space, the space that doesn't break included."""
    return " ".join(tekst.split())


def tekst(element: HtmlElement) -> str:
    """The words of the element in reading order, without pictures, marks that link to a heading, and folded explanations."""
    return vouw("".join(_stukken(element)))


def _stukken(element: HtmlElement) -> Iterator[str]:
    if (
        not isinstance(element.tag, str)
        or element.tag in _GEEN_TEKST
        or {"headerlink", "uitlegblok"} & set(element.get("class", "").split())
    ):
        return
    los = element.tag not in _IN_DE_REGEL or "toelichting" in element.get("class", "").split()
    if los:
        yield " "
    yield element.text or ""
    for kind in element:
        yield from _stukken(kind)
        yield kind.tail or ""
    if los:
        yield " "


def zonder_wit(woorden: str) -> str:
    """The letters only: for words that a picture breaks over several lines."""
    return re.sub(r"\s+", "", woorden)


def svg_teksten(svg: HtmlElement) -> list[str]:
    """The lines of text that are drawn in a picture, without its title and description."""
    return [vouw("".join(regel.itertext())) for regel in svg.iter("text")]


# --- tables ---


def rijen(tabel: HtmlElement) -> list[list[HtmlElement]]:
    """The cells of the body of a table, row by row."""
    return [list(rij.iterchildren("th", "td")) for rij in tabel.iterfind("tbody/tr")]


def bedragen(woorden: str) -> list[int]:
    """The amounts in euros that a text mentions, in order."""
    return [int(bedrag.replace(".", "")) for bedrag in re.findall(r"€\s?(\d{1,3}(?:\.\d{3})*)", woorden)]


def procenten(woorden: str) -> list[str]:
    """The percentages that a text mentions, in order, as written."""
    return re.findall(r"\d+(?:,\d+)?%", woorden)
