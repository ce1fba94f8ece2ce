"""The search index, made from the built pages: sections as visitors read them, and the everyday words that lead to them.

Nothing is in the index that does not stand on a page. The first file holds as much of what matters most as fits in a
fixed size, so that a first answer costs the same however large the site grows; the rest follows in parts that are
always asked for all, in the same order, so that no server can tell from them what was looked for.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from macros.model import Contactfeit, Organisatiesoort, Planstatus, Regiovisie, plat
from macros.opmaak import plannaam
from scripts.melden import Melding

MAP = "zoek"
GEWICHT = {"naam": 0.6, "organisatie": 1.1, "gewoon": 1, "meer": 1.3, "wie": 1.6}
"""How much an entry counts beside others."""
SCRIPTS = "assets/js/zoek"
MEER = {"nl": "Meer hulp", "en": "More help", "pl": "Więcej pomocy", "bg": "Още помощ"}
MAX_EERSTE = 75_000
"""The size of the first file, as a server sends it compressed."""
MAX_DEEL = 64_000
MIN_DEELWOORD = 4
MIN_VAAK = 2
MIN_EIGEN = 6
GEEN_TEKST = ("script", "style", "svg", "template", "nav", "form")
KOPPEN = ("h1", "h2", "h3")
BUITEN = frozenset({"zoeken/", "trefwoorden/", "404.html"})
"""Pages that only say where something is."""

EERST = {"hulp": 0, "begrippen": 1, "over": 1, "regios": 1, "themas": 3, "gemeenten": 4, "organisaties": 4}
VOLGORDE = {Planstatus.LOPEND: 2, Planstatus.OPEN: 5, Planstatus.TOEKOMST: 5, Planstatus.AFGEROND: 6}
"""What the first file takes first; a page of another kind comes with the themes."""


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """A section of a page: from one heading to the next. `plan` is what it alone is about, if the page is not."""

    anker: str
    kop: str
    tekst: str
    plan: str = ""


@dataclass(frozen=True, kw_only=True)
class Pagina:
    """A page as search results show it, with its sections."""

    adres: str
    titel: str
    afdeling: str
    plan: str
    regio: str
    taal: str
    stukken: tuple[Stuk, ...]


# ---- reading pages -----------------------------------------------------------------------------------


def lees_paginas(site: Path, regiovisie: Regiovisie) -> tuple[Pagina, ...]:
    """Return every page of the built site that can be found by searching, by address."""
    bomen = {}
    for bestand in sorted(site.rglob("index.html")):
        adres = bestand.relative_to(site).as_posix().removesuffix("index.html")
        if adres not in BUITEN:
            bomen[adres] = _lees(bestand)
    titels = {adres: _titel(boom) for adres, boom in bomen.items()}
    return tuple(
        Pagina(
            adres=adres,
            titel=titels[adres],
            afdeling=_afdeling(adres, titels),
            taal=boom.getroottree().getroot().get("lang", "nl"),
            stukken=tuple(_van_plan(stuk, regiovisie) for stuk in _stukken(_inhoud(boom))),
            **_herkomst(adres, regiovisie),
        )
        for adres, boom in bomen.items()
        if titels[adres]
    )


def _lees(bestand: Path) -> HtmlElement:
    return html.document_fromstring(bestand.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def _inhoud(boom: HtmlElement) -> HtmlElement:
    gevonden = boom.find_class("md-content__inner") or list(boom.iter("article"))
    return gevonden[0] if gevonden else boom


def _titel(boom: HtmlElement) -> str:
    kop = next(_inhoud(boom).iter("h1"), None)
    return "" if kop is None else _vouw("".join(map(str, _woorden(kop))))


def _afdeling(adres: str, titels: Mapping[str, str]) -> str:
    """Return what the pages under the same first folder are called: the title of its first page, else the folder."""
    eerste = adres.partition("/")[0]
    return titels.get(f"{eerste}/", eerste.capitalize()) if eerste else ""


def _van_plan(stuk: Stuk, regiovisie: Regiovisie) -> Stuk:
    """Return the section with its plan: on the page of a theme each plan has one, under its own id."""
    return replace(stuk, plan=stuk.anker) if stuk.anker in regiovisie.plannen else stuk


def _herkomst(adres: str, regiovisie: Regiovisie) -> dict[str, str]:
    """Return of which plan and region the page is."""
    soort, _, rest = adres.partition("/")
    naam = rest.split("/")[0]
    if soort == "plannen" and naam in regiovisie.plannen:
        return {"plan": naam, "regio": regiovisie.plannen[naam].kop.regio}
    regio = ""
    if soort == "regios" and naam in regiovisie.regios:
        regio = naam
    elif soort == "gemeenten" and f"gemeente-{naam}" in regiovisie.organisaties:
        regio = regiovisie.regio_van(f"gemeente-{naam}").id
    return {"plan": "", "regio": regio}


def _stukken(inhoud: HtmlElement) -> Iterator[Stuk]:
    """Cut the page at its headings; the place of a heading is its own id."""
    anker, kop, delen = "", "", list[str]()
    for teken in _woorden(inhoud):
        if isinstance(teken, _Kop):
            if kop:
                yield Stuk(anker=anker, kop=kop, tekst=_vouw("".join(delen)))
                delen = []
            anker, kop = teken.anker, teken.tekst  # what stands above the first heading belongs under it
        else:
            delen.append(teken)
    if kop or _vouw("".join(delen)):
        yield Stuk(anker=anker, kop=kop, tekst=_vouw("".join(delen)))


@dataclass(frozen=True)
class _Kop:
    anker: str
    tekst: str

    def __str__(self) -> str:
        return self.tekst


def _woorden(element: HtmlElement) -> Iterator[Any]:
    """Yield the text under the element in reading order, and each heading as one piece; blocks part words."""
    if _zwijgt(element):
        pass
    elif element.tag in KOPPEN and element.get("id"):
        tekst = _vouw("".join(map(str, _kinderen(element))))
        yield _Kop("" if element.tag == "h1" else element.get("id", ""), tekst)
    else:
        yield from _kinderen(element)
    yield "" if element.tag in IN_DE_REGEL or element.get("popover") is not None else " "
    if element.tail:
        yield element.tail


def _zwijgt(element: HtmlElement) -> bool:
    """Tell whether the element is no text of the page: code, a menu, or what only shows when asked for."""
    klassen = (element.get("class") or "").split()
    geen = element.tag in GEEN_TEKST or not isinstance(element.tag, str)
    return geen or element.get("popover") is not None or bool({"headerlink", "plankop"} & set(klassen))


def _kinderen(element: HtmlElement) -> Iterator[Any]:
    if element.text:
        yield element.text
    for kind in element:
        yield from _woorden(kind)


IN_DE_REGEL = frozenset(
    {"a", "abbr", "b", "button", "cite", "code", "em", "i", "mark", "q", "small", "strong", "sub", "sup", "time"}
)


def _vouw(tekst: str) -> str:
    return " ".join(tekst.replace("\u00ad", "").split())


# ---- words that lead to pages ------------------------------------------------------------------------


def termen(regiovisie: Regiovisie, adressen: frozenset[str]) -> list[list[Any]]:
    """Return the entries [words, pages, weight, words to look for as well]: everyday words, and names from the data."""
    uit: list[list[Any]] = []
    for term in regiovisie.zoektermen.termen:
        doelen = [doel for doel in term.leidt_naar if doel.split("#")[0] in adressen]
        wie = [1] if term.telt == "wie" else []
        if doelen:  # an item may be a draft, or gone
            uit.append([list(term.woorden), doelen, GEWICHT[term.telt], list(term.zoek_ook), *wie])
    vanaf = len(uit)
    for organisatie in regiovisie.organisaties.values():
        gemeente = organisatie.soort is Organisatiesoort.GEMEENTE
        adres = f"{'gemeenten' if gemeente else 'organisaties'}/{organisatie.id.removeprefix('gemeente-')}/"
        namen = _uniek([organisatie.plaats, organisatie.naam, organisatie.afkorting, *organisatie.ook_genoemd])
        extra = [f"regios/{regiovisie.regio_van(organisatie.id).id}/"] if gemeente else []
        uit.append([namen, [adres, *extra], GEWICHT["organisatie"], []])
    uit += [[[regio.naam], [f"regios/{regio.id}/"], GEWICHT["naam"], []] for regio in regiovisie.regios.values()]
    uit += [[[thema.naam], [f"themas/{thema.id}/"], GEWICHT["naam"], []] for thema in regiovisie.themas.values()]
    for begrip in regiovisie.begrippen.values():
        adres = f"begrippen/{begrip.id}/"
        namen = _uniek([begrip.afkorting, begrip.term, *begrip.ook])
        if adres in adressen:  # before its day it has no page
            uit.append([namen, [adres], GEWICHT["naam"], [begrip.term]])
    soorten = Counter(plan.kop.soort for plan in regiovisie.plannen.values())
    for plan in regiovisie.plannen.values():
        soort = plan.kop.soort if soorten[plan.kop.soort] == 1 else None
        namen = _uniek([plan.kop.titel, plannaam(plan), soort])
        uit.append([namen, [f"plannen/{plan.id}/"], GEWICHT["naam"], []])
    return _met_eigen_woorden(uit, vanaf=vanaf)


def _met_eigen_woorden(wegwijzers: list[list[Any]], vanaf: int) -> list[list[Any]]:
    """Return the entries, in which a name is also found by a long word that no other name has."""
    telling = Counter(woord for zinnen, *_ in wegwijzers for woord in {w for zin in zinnen for w in _plat(zin)})
    for zinnen, *_ in wegwijzers[vanaf:]:
        woorden = dict.fromkeys(w for zin in zinnen for w in _plat(zin) if len(w) >= MIN_EIGEN and telling[w] == 1)
        bekend = {" ".join(_plat(zin)) for zin in zinnen}
        zinnen.extend(woord for woord in woorden if woord not in bekend and not woord.isdigit())
    return [[[plat(zin) for zin in zinnen], *rest] for zinnen, *rest in wegwijzers]


def _uniek(namen: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(naam for naam in namen if naam))


def _plat(tekst: str) -> list[str]:
    return plat(tekst).split()


def _delen(paginas: Sequence[Pagina], woorden_: Iterable[str]) -> str:
    """Return the words that compounds on the site are made of, so that a part of such a word is found too."""
    tekst = (deel for pagina in paginas for stuk in pagina.stukken for deel in (stuk.kop, stuk.tekst))
    telling = Counter(woord for deel in tekst for woord in _plat(deel) if woord.isalpha())
    los = {w for w, n in telling.items() if n >= MIN_VAAK and len(w) >= MIN_DEELWOORD}
    los |= {woord for woord in woorden_ if len(woord) >= MIN_DEELWOORD and woord.isalpha()}
    gebruikt: set[str] = set()
    for woord in sorted(telling):
        for i in range(MIN_DEELWOORD, len(woord) - MIN_DEELWOORD + 1):
            eind = woord[i:]
            begin = {woord[:i], woord[:i].removesuffix("s"), woord[:i].removesuffix("en"), woord[:i].removesuffix("n")}
            if eind in los and (bekend := begin & los):
                gebruikt |= {eind, *bekend}
    return " ".join(sorted(gebruikt))


# ---- files -------------------------------------------------------------------------------------------


def maak(site: Path, regiovisie: Regiovisie, dag: date) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the search as path and content; the same site gives the same bytes."""
    yield f"{SCRIPTS}/minisearch.js", _motor()
    yield f"{SCRIPTS}/gevaar.js", _gevaar(regiovisie)
    yield from _gegevens(regiovisie)
    paginas = lees_paginas(site, regiovisie)
    adressen = frozenset(pagina.adres for pagina in paginas)
    wegwijzers = termen(regiovisie, adressen)
    losse = {
        woord for zinnen, *_ in wegwijzers for zin in zinnen if len(woorden := _plat(zin)) == 1 for woord in woorden
    }
    hoofd: dict[str, Any] = {
        "termen": wegwijzers,
        "delen": _delen(paginas, losse),
        "gelijk": [" ".join(plat(woord) for woord in groep) for groep in regiovisie.zoektermen.gelijk],
        "gewoon": " ".join(plat(woord) for woord in regiovisie.zoektermen.geen_typefout),
    }
    stand = {naam: plan.status(dag) for naam, plan in regiovisie.plannen.items()}
    hoofd["plannen"] = {
        naam: [
            f"{plannaam(plan)}, {regiovisie.regios[plan.kop.regio].naam}",
            int(stand[naam] is not Planstatus.AFGEROND),
        ]
        for naam, plan in regiovisie.plannen.items()
    }
    hoofd["regios"] = {regio.id: regio.naam for regio in regiovisie.regios.values()}
    eerste, rest = _verdeel(hoofd, sorted(paginas, key=lambda pagina: _rang(pagina, stand)))
    delen = list(_in_delen(rest))
    hoofd["delen_van_index"] = len(delen)
    yield f"{MAP}/eerste.json", _json({**hoofd, **_opgeschreven(eerste)})
    for nr, deel in enumerate(delen, start=1):
        yield f"{MAP}/deel-{nr}.json", _json(_opgeschreven(deel))


def _motor() -> bytes:
    """Return the search engine as the environment has it, without the comments that a browser need not fetch."""
    bestand = Path(sys.prefix) / "node" / "los" / "minisearch" / "dist" / "es" / "index.js"
    if not bestand.is_file():
        raise Melding("De zoekmachine ontbreekt; verwijder de map .venv en begin opnieuw.")
    tekst = re.sub(r"^ *//# sourceMappingURL.*$", "", bestand.read_text("utf-8"), flags=re.MULTILINE)
    code = re.sub(r"^ */\*\*.*?\*/\n", "", tekst, flags=re.MULTILINE | re.DOTALL)
    return f"/* MiniSearch, MIT License, Luca Ongaro */\n{code}".encode()


def _gevaar(regiovisie: Regiovisie) -> bytes:
    """Return the words of acute danger with their cards as a script: the first that the search fetches."""
    kaarten = [
        {
            "id": gevaar.id,
            "taal": gevaar.taal,
            "kop": gevaar.kop,
            "bel": [_bel(regiovisie.contactfeiten[feit]) for feit in gevaar.feiten],
            "meer": gevaar.meer,
            "meerTekst": MEER.get(gevaar.taal, MEER["nl"]),
            "woorden": [plat(woord) for woord in gevaar.woorden],
        }
        for gevaar in regiovisie.zoektermen.gevaar
    ]
    return b"export const gevaar = " + _json(kaarten) + b";\n"


def _bel(feit: Contactfeit) -> dict[str, str]:
    wanneer = ", ".join(filter(None, [feit.kosten, feit.open]))
    return {"naam": feit.naam, "telefoon": feit.telefoon or "", "bellen": feit.bellen, "wanneer": wanneer}


def _gegevens(regiovisie: Regiovisie) -> Iterator[tuple[str, bytes]]:
    """Yield the words as open data."""
    termen_ = regiovisie.zoektermen.termen
    rijen = [[woord, term.taal, term.woord, " ".join(term.leidt_naar)] for term in termen_ for woord in term.woorden]
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(["woord", "taal", "hoort_bij", "leidt_naar"])
    schrijver.writerows(rijen)
    yield "data/zoektermen.csv", b"\xef\xbb\xbf" + tekst.getvalue().encode()
    gegevens = regiovisie.zoektermen.model_dump(mode="json")
    yield "data/zoektermen.json", json.dumps(gegevens, ensure_ascii=False, indent=1).encode() + b"\n"


def _rang(pagina: Pagina, stand: Mapping[str, Planstatus]) -> tuple[int, str]:
    """Return the order in which pages come to the browser: help, what explains, what is in force, the rest, history."""
    if not pagina.adres:
        return (0, "~")
    if pagina.plan:
        return (VOLGORDE[stand[pagina.plan]], pagina.adres)
    return (EERST.get(pagina.adres.split("/")[0], EERST["themas"]), pagina.adres)


def _verdeel(hoofd: Mapping[str, Any], paginas: Sequence[Pagina]) -> tuple[list[Pagina], list[Pagina]]:
    """Return the pages that go with the first file, as many as its size allows, and the others."""
    ruimte = MAX_EERSTE - _omvang(hoofd)
    eerste: list[Pagina] = []
    for pagina in paginas:
        ruimte -= _omvang(_opgeschreven([pagina]), los=True)
        if ruimte < 0:
            break
        eerste.append(pagina)
    return eerste, list(paginas[len(eerste) :])


def _in_delen(paginas: Sequence[Pagina]) -> Iterator[list[Pagina]]:
    deel: list[Pagina] = []
    omvang = 0
    for pagina in paginas:
        eigen = _omvang(_opgeschreven([pagina]), los=True)
        if deel and omvang + eigen > MAX_DEEL:
            yield deel
            deel, omvang = [], 0
        deel.append(pagina)
        omvang += eigen
    if deel:
        yield deel


def _opgeschreven(paginas: Sequence[Pagina]) -> dict[str, Any]:
    return {
        "paginas": [[p.adres, p.titel, p.afdeling, p.plan, p.regio, p.taal] for p in paginas],
        "stukken": [
            [nr, s.anker, s.kop, s.tekst, *([s.plan] if s.plan else [])]
            for nr, p in enumerate(paginas)
            for s in p.stukken
        ],
    }


def _json(waarde: object) -> bytes:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":")).encode()


SAMEN_KLEINER = 0.72
"""How much smaller a page becomes among others than compressed alone, measured on our own pages."""


def _omvang(waarde: object, *, los: bool = False) -> int:
    ruw = len(gzip.compress(_json(waarde), 6, mtime=0))
    return int(ruw * SAMEN_KLEINER) if los else ruw
