"""Terms explained where they stand: after the build, the first mention of a term on a page becomes a button.

The explanation is a native popover, so it works by keyboard and touch, closes with Esc, and needs no script. A browser
that does not know popovers shows the explanations under the text. Charts are left exactly as they are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from macros.model import Begrip

MEEST = 5
"""How many words a page explains at most: with more, it becomes a row of dotted words. Abbreviations are all explained."""

STAM = 5
"""How many letters another spelling shares with a term to count as that term; an everyday word needs no explanation."""

DELEN = (
    ('<article class="md-content__inner md-typeset">', "</article>"),
    ('<main class="inhoud', "</main>"),
)
"""What holds the running text of a page: of the theme's pages, and of help pages."""

NIET_IN = frozenset(
    {
        "a",
        "button",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "code",
        "pre",
        "summary",
        "th",
        "dt",
        "caption",
        "label",
        "select",
    }
    | {"script", "style", "figcaption", "time"}
)
NIET_BINNEN = frozenset(
    {"plankop", "merken", "merk", "lijn", "status", "letop__kop", "filter", "deelteksten", "kaart", "tijdlijn"}
    | {"kruimels", "itemkop", "itemvoet", "bronregel", "volgen", "bellijst"}
)
"""Classes of what is no running text."""


@dataclass(frozen=True)
class _Woordenlijst:
    """The pattern that finds any term, and which term each spelling is."""

    patroon: re.Pattern[str]
    begrippen: Mapping[str, Begrip]


def leg_uit(site: Path, begrippen: Sequence[Begrip]) -> None:
    """Explain these terms, which each have a page, on every Dutch page of the built site."""
    if not begrippen:
        return
    lijst = _woordenlijst(begrippen)
    for pad in sorted(site.rglob("index.html")):
        adres = pad.relative_to(site).as_posix().removesuffix("index.html")
        tekst = pad.read_text("utf-8")
        if adres == "begrippen/" or 'lang="nl"' not in tekst[:200]:
            continue
        nieuw = _pagina(tekst, adres, lijst)
        if nieuw != tekst:
            pad.write_text(nieuw, "utf-8", newline="\n")


def _woordenlijst(begrippen: Sequence[Begrip]) -> _Woordenlijst:
    vormen: dict[str, Begrip] = {}
    delen: dict[str, int] = {}
    for begrip in begrippen:
        for vorm in _vormen(begrip):
            vormen.setdefault(vorm if _is_afkorting(vorm) else vorm.casefold(), begrip)
            delen.setdefault(_patroon(vorm), len(vorm))
    langste_eerst = sorted(delen, key=lambda deel: (-delen[deel], deel))
    return _Woordenlijst(re.compile(rf"(?<![\w-])(?:{'|'.join(langste_eerst)})(?![\w+])"), vormen)


def _patroon(vorm: str) -> str:
    """Find a form whatever its capitals; but an abbreviation by all of them, and a name by its first.

    'Veilig Thuis' is an organisation, and 'veilig thuis' what everybody wants to be.
    """
    if _is_afkorting(vorm):
        return re.escape(vorm)
    is_naam = any(woord[0].isupper() and not _is_afkorting(woord) for woord in vorm.split()[1:])
    eerste, rest = (vorm[0], vorm[1:]) if is_naam else ("", vorm)
    return f"{re.escape(eerste)}(?i:{re.escape(rest)})"


def _vormen(begrip: Begrip) -> Iterator[str]:
    eigen = [begrip.term.partition(" (")[0], *([begrip.afkorting] if begrip.afkorting else [])]
    yield from eigen
    stammen = {vorm[:STAM].casefold() for vorm in eigen}
    yield from (vorm for vorm in begrip.ook if _is_afkorting(vorm) or vorm[:STAM].casefold() in stammen)


def _is_afkorting(vorm: str) -> bool:
    return sum(teken.isupper() for teken in vorm) > 1 and " " not in vorm


def _pagina(tekst: str, adres: str, lijst: _Woordenlijst) -> str:
    for begin, einde in DELEN:
        van = tekst.find(begin)
        tot = tekst.rfind(einde)  # there may be more of them inside
        if 0 <= van < tot:
            tot += len(einde)
            return tekst[:van] + _deel(tekst[van:tot], adres, lijst) + tekst[tot:]
    return tekst


def _deel(tekst: str, adres: str, lijst: _Woordenlijst) -> str:
    """Explain terms in the part of a page; charts are set aside, since HTML's reader would change their names."""
    platen: list[str] = []
    while (van := tekst.find("<svg")) >= 0:
        tot = tekst.index("</svg>", van) + len("</svg>")
        platen.append(tekst[van:tot])
        tekst = f"{tekst[:van]}<!--plaat {len(platen) - 1}-->{tekst[tot:]}"
    boom = html.fragment_fromstring(tekst)
    basis = "../" * adres.count("/") or "./"
    uitgelegd = dict(_plaats(boom, adres, lijst))
    if uitgelegd:
        blok = html.Element("div", {"class": "uitlegblok"})
        blok.extend(_uitleg(begrip, woord, basis) for woord, begrip in uitgelegd.items())
        boom.append(blok)
        tekst = html.tostring(boom, encoding="unicode")
    for nummer, plaat in enumerate(platen):
        tekst = tekst.replace(f"<!--plaat {nummer}-->", plaat, 1)
    return tekst


def _plaats(boom: HtmlElement, adres: str, lijst: _Woordenlijst) -> Iterator[tuple[str, Begrip]]:
    """Make a button of the first mention of each term, in the order of the page; yield the word and its term."""
    gezien: set[str] = set()
    woorden = 0
    for stuk in list(_stukken(boom)):  # what is put in it is no part of the text
        plek, vanaf = stuk, 0
        while gevonden := lijst.patroon.search(getattr(*plek), vanaf):
            woord = gevonden[0]
            begrip = lijst.begrippen.get(woord) or lijst.begrippen[woord.casefold()]
            kort = _is_afkorting(woord)
            if begrip.id in gezien or adres == begrip.pagina or not (kort or woorden < MEEST):
                vanaf = gevonden.end()
                continue
            gezien.add(begrip.id)
            woorden += not kort
            plek, vanaf = (_knoop(*plek, gevonden, begrip), "tail"), 0
            yield woord, begrip


def _stukken(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield every piece of running text in reading order: what an element begins with, and what follows each in it."""
    if element.tag in NIET_IN or not isinstance(element.tag, str):
        return
    klassen = element.get("class")
    if klassen and not NIET_BINNEN.isdisjoint(klassen.split()):
        return
    if element.text:
        yield element, "text"
    for kind in element:
        yield from _stukken(kind)
        if kind.tail:
            yield kind, "tail"


def _knoop(element: HtmlElement, stuk: str, gevonden: re.Match[str], begrip: Begrip) -> HtmlElement:
    """Put a button in the place of the word; the rest of the text now follows the button."""
    knop = html.Element("button", {"type": "button", "class": "begrip", "popovertarget": f"uitleg-{begrip.id}"})
    knop.text = gevonden[0]
    tekst = gevonden.string
    knop.tail = tekst[gevonden.end() :]
    if stuk == "text":
        element.text = tekst[: gevonden.start()]
        element.insert(0, knop)
    else:
        element.tail = tekst[: gevonden.start()]
        element.getparent().insert(element.getparent().index(element) + 1, knop)
    return knop


def _uitleg(begrip: Begrip, woord: str, basis: str) -> HtmlElement:
    vak = html.Element("div", {"class": "uitleg", "id": f"uitleg-{begrip.id}", "popover": "auto", "role": "note"})
    kop = html.Element("strong")
    kop.text = begrip.term if woord.casefold() != begrip.term.casefold() else woord
    zin = html.Element("p")
    zin.text = begrip.kort
    meer = html.Element("p")
    link = html.Element("a", {"href": f"{basis}{begrip.pagina}"})
    link.text = f"Meer over {kop.text}"
    meer.append(link)
    vak.extend((kop, zin, meer))
    return vak
