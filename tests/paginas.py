"""The built site as the tests read it: its addresses, its pages as trees, and the words on them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

WORTEL = Path(__file__).resolve().parent.parent
PLAN = "zl-2024-2027"


def _adres(pagina: Path) -> str:
    plaats = pagina.relative_to(WORTEL / "docs").with_suffix("")
    map_ = plaats.parent if plaats.name == "index" else plaats
    return "" if map_ == Path() else f"{map_.as_posix()}/"


ADRESSEN = (*sorted(_adres(pagina) for pagina in (WORTEL / "docs").rglob("*.md")), "404.html")
"""Every page by its address from the root of the site; known before the build, so that a test can have a case per page."""

FAMILIES = ("gemeenten/", "organisaties/", "themas/")
"""Pages that one macro makes from one template, many times over."""

VOORBEELDEN = frozenset({"gemeenten/landgraaf/", "organisaties/veilig-thuis-zl/", "themas/meldcode/"})
FAMILIE = {
    familie: [adres for adres in ADRESSEN if adres.startswith(familie) and adres not in VOORBEELDEN]
    for familie in FAMILIES
}
ELK_SOORT_PAGINA = pytest.mark.parametrize(
    "adres",
    [adres for adres in ADRESSEN if not adres.startswith(FAMILIES) or adres in VOORBEELDEN],
    ids=lambda adres: adres or "home",
)
"""Every page, of a family only examples: for what takes a browser seconds."""

ELKE_PAGINA = pytest.mark.parametrize("adres", ADRESSEN, ids=lambda adres: adres or "home")
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


def paginas(site: Path) -> Mapping[str, HtmlElement]:
    """Every page by its address."""
    return {adres: lees(site, adres) for adres in ADRESSEN}


def artikel(boom: HtmlElement) -> HtmlElement:
    """What is particular to the page: the part without header, menu and footer."""
    [deel] = boom.iter("article") if len(list(boom.iter("article"))) == 1 else boom.find_class("md-content__inner")
    return deel


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
