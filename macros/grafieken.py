"""Pictures drawn with matplotlib: budget charts, diagrams, and the tijdlijn to download and print.

A picture on a page is inline SVG whose colours are CSS variables, so that it follows light, dark and print; the
same drawing code makes the downloads in fixed colours. Drawing is slow, so an SVG is kept in `.cache/grafieken`
under a hash of what was drawn and of this file.
"""

from __future__ import annotations

import re
import textwrap
import warnings
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from macros.bewaren import bewaard
from macros.model import (
    COMMUNICATIE,
    Cijfersbestand,
    Cijfertabel,
    Geldsoort,
    Kwartaal,
    Lijn,
    Plan,
    Regiovisie,
    Tijdlijnbestand,
    Tijdlijnregel,
)
from macros.opmaak import bedrag as celbedrag
from macros.opmaak import datum, duizendtallen, euro, opsomming, perioden, procent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CACHE = Path(__file__).parent.parent / ".cache" / "grafieken"
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"

_LIJNEN = ("samen-zien", "samen-leren-samen-werken", "samen-doen", "algemeen")
_NAMEN = (
    "grafiek-tekst",
    "grafiek-raster",
    "grafiek-vlak",
    *(f"grafiek-{nr}" for nr in range(1, 7)),
    *(f"lijn-{lijn}" for lijn in _LIJNEN),
    *(f"lijn-{lijn}-tint" for lijn in _LIJNEN),
)
_SCHERM = {naam: f"#0a0b{nr:02x}" for nr, naam in enumerate(_NAMEN, start=16)}
"""Colours that stand for CSS variables: drawn as these, replaced by `var(--name)` afterwards."""

_DRUK = {
    **dict.fromkeys(_NAMEN, "#555555"),
    "grafiek-tekst": "#1f2933",
    "grafiek-raster": "#d5dbe1",
    "grafiek-vlak": "#ffffff",
    "lijn-samen-zien": "#b45f06",
    "lijn-samen-leren-samen-werken": "#2463a8",
    "lijn-samen-doen": "#8a2d6c",
    "lijn-algemeen": "#5a676c",
}
"""Fixed colours for what is downloaded and printed."""

_ARCERING = ("", "///", "...", "xxx", "\\\\\\", "+++")


def _lijnkleur(lijn_id: str) -> str:
    """Return the name of the colour of a line; a line that has none of its own takes that of the whole plan."""
    return f"lijn-{lijn_id}" if lijn_id in _LIJNEN else "lijn-algemeen"


# --------------------------------------------------------------------------------------------------
# From a figure to inline SVG
# --------------------------------------------------------------------------------------------------


def _figuur(breedte: float, hoogte: float) -> tuple[Figure, Axes]:
    from matplotlib.figure import Figure

    figuur = Figure(figsize=(breedte, hoogte), dpi=100)
    figuur.patch.set_visible(False)
    assen = figuur.add_axes((0.0, 0.0, 1.0, 1.0))
    assen.set_axis_off()
    return figuur, assen


def _bewaar(figuur: Figure, soort: str, zout: str) -> bytes:
    import matplotlib as mpl

    uit = BytesIO()
    metadata: dict[str, Any] = (
        {"Software": None} if soort == "png" else dict.fromkeys(("Date", "Creator", "Format", "Type"))
    )
    stijl: dict[Any, Any] = {"svg.fonttype": "none", "svg.hashsalt": zout, "hatch.linewidth": 0.8}
    with mpl.rc_context(stijl), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from")  # a reader's own fonts may have the sign
        if soort == "png":  # level 6, the default, takes a third longer for a file that is hardly smaller
            figuur.savefig(uit, format=soort, metadata=metadata, dpi=200, pil_kwargs={"compress_level": 4})
        else:
            figuur.savefig(uit, format=soort, metadata=metadata)
    return uit.getvalue()


def _bewaard(naam: str, feiten: object, teken: Callable[[], bytes]) -> bytes:
    return bewaard(CACHE, naam, (feiten, Path(__file__).read_bytes()), teken)


def _inline(naam: str, titel: str, beschrijving: str, feiten: object, teken: Callable[[], Figure]) -> str:
    """Return the figure as inline SVG with a title and a description, ready to stand in a page."""

    def svg() -> bytes:
        return _voor_pagina(_bewaar(teken(), "svg", naam), naam, titel, beschrijving).encode()

    return _bewaard(naam, (titel, beschrijving, feiten), svg).decode()


def _voor_pagina(svg: bytes, naam: str, titel: str, beschrijving: str) -> str:
    ET.register_namespace("", _SVG)
    wortel = ET.fromstring(svg)  # noqa: S314 - our own drawing
    for weg in ("metadata", "defs/style"):
        for element in wortel.findall(f"{{{_SVG}}}{weg.replace('/', f'/{{{_SVG}}}')}"):
            next(ouder for ouder in wortel.iter() if element in list(ouder)).remove(element)
    wortel.attrib = {
        "viewBox": wortel.attrib["viewBox"],
        "role": "img",
        "aria-labelledby": f"{naam}-titel {naam}-tekst",
    }
    for element in wortel.iter():
        _ontkleur(element)
        _hernoem(element, naam)
    for plaats, (soort, tekst) in enumerate((("title", titel), ("desc", beschrijving))):
        kop = ET.Element(f"{{{_SVG}}}{soort}", {"id": f"{naam}-{'titel' if soort == 'title' else 'tekst'}"})
        kop.text = tekst
        wortel.insert(plaats, kop)
    tekst = ET.tostring(wortel, encoding="unicode")
    return re.sub(r">\s+<", "><", tekst)


def _ontkleur(element: ET.Element) -> None:
    """Turn `style` into attributes (a page's CSP may forbid it), and stand-in colours into CSS variables."""
    variabelen = {kleur: f"var(--{naam})" for naam, kleur in _SCHERM.items()}
    for verklaring in element.attrib.pop("style", "").split(";"):
        eigenschap, _, waarde = verklaring.partition(":")
        eigenschap, waarde = eigenschap.strip(), waarde.strip()
        if eigenschap == "font":
            grootte = re.search(r"([\d.]+)px", waarde)
            element.set("font-size", grootte[1] if grootte else "12")
            if "bold" in waarde or re.search(r"\b[67]00\b", waarde):
                element.set("font-weight", "700")
        elif eigenschap:
            element.set(eigenschap, variabelen.get(waarde, waarde))
    for eigenschap in ("fill", "stroke"):
        if element.get(eigenschap) in variabelen:
            element.set(eigenschap, variabelen[element.attrib[eigenschap]])


def _hernoem(element: ET.Element, naam: str) -> None:
    """Give every id the name of the figure in front, so that two figures on a page never share one."""
    if "id" in element.attrib:
        element.set("id", f"{naam}-{element.attrib['id']}")
    if _XLINK in element.attrib:
        element.set("href", f"#{naam}-{element.attrib.pop(_XLINK).removeprefix('#')}")
    for eigenschap, waarde in element.attrib.items():
        if waarde.startswith("url(#"):
            element.set(eigenschap, f"url(#{naam}-{waarde.removeprefix('url(#')}")


def _tekst(assen: Axes, x: float, y: float, tekst: str, **opties: Any) -> None:  # noqa: ANN401 - matplotlib's own
    stijl: dict[str, Any] = {"color": _SCHERM["grafiek-tekst"], "fontsize": 10, "va": "center", "parse_math": False}
    assen.text(x, y, tekst, **{**stijl, **opties})


# --------------------------------------------------------------------------------------------------
# Budget charts
# --------------------------------------------------------------------------------------------------


def begrotingsbeelden(plan: Plan) -> Mapping[str, str]:
    """Return the charts of the budget page by name: jaren, communicatie, lijnen, tijdelijk."""
    return {
        "jaren": _posten_per_jaar(plan),
        "communicatie": _communicatie(plan),
        "lijnen": _per_lijn(plan),
        "tijdelijk": _regulier_en_tijdelijk(plan),
    }


def _posten_per_jaar(plan: Plan) -> str:
    tabel = plan.tabel(Geldsoort.INZET)
    jaren = tabel.jaren
    feiten = [(post.naam, [post.bedrag(jaar) for jaar in jaren]) for post in tabel.posten]
    grootste = max(tabel.posten, key=lambda post: post.som)

    def teken() -> Figure:
        figuur, assen = _figuur(4.2, 5.6)
        hoogste = max(tabel.som(jaar) for jaar in jaren) or 1
        assen.set_xlim(-0.55, len(jaren) - 0.45)
        assen.set_ylim(-hoogste * (0.13 + 0.055 * len(feiten)), hoogste * 1.06)
        onder = [0] * len(jaren)
        for nr, (naam, bedragen) in enumerate(feiten):
            kleur = _SCHERM[f"grafiek-{nr % 6 + 1}"]
            arcering = _ARCERING[nr % len(_ARCERING)]
            stijl: dict[str, Any] = {
                "facecolor": kleur,
                "edgecolor": _SCHERM["grafiek-vlak"],
                "hatch": arcering,
                "linewidth": 1,
            }
            assen.bar(range(len(jaren)), bedragen, 0.86, bottom=onder, **stijl)
            for plaats, bedrag in enumerate(bedragen):
                if bedrag:
                    vak: dict[str, Any] = {
                        "facecolor": _SCHERM["grafiek-vlak"],
                        "edgecolor": "none",
                        "boxstyle": "round,pad=0.12",
                    }
                    _tekst(assen, plaats, onder[plaats] + bedrag / 2, euro(bedrag), ha="center", fontsize=8.5, bbox=vak)
                onder[plaats] += bedrag
            x, y = -0.45, -hoogste * (0.13 + 0.055 * nr)
            assen.bar([x + 0.08], [hoogste * 0.036], 0.2, bottom=y - hoogste * 0.018, **stijl)
            _tekst(assen, x + 0.26, y, naam, fontsize=9.5)
        for plaats, jaar in enumerate(jaren):
            _tekst(assen, plaats, hoogste * 1.03, euro(tabel.som(jaar)), ha="center", fontsize=9, weight="bold")
            _tekst(assen, plaats, -hoogste * 0.05, str(jaar), ha="center", weight="bold")
        return figuur

    titel = f"Elk jaar gaat het meeste geld naar {grootste.naam.lower()}"
    beschrijving = f"Gestapelde staven, een per jaar: {opsomming(str(j) for j in jaren)}. " + " ".join(
        f"{post.naam}: {', '.join(celbedrag(post.bedragen.get(jaar)) for jaar in jaren)}." for post in tabel.posten
    )
    return _inline("grafiek-jaren", titel, beschrijving, (jaren, feiten), teken)


def _staven(naam: str, titel: str, rijen: list[tuple[str, list[tuple[str, int, str, str]]]]) -> str:
    """Draw horizontal bars: per group a heading and bars of (label, amount, colour name, hatch)."""

    def teken() -> Figure:
        aantal = sum(1 + len(staven) for _, staven in rijen)
        figuur, assen = _figuur(4.2, 0.28 * aantal + 0.2)
        hoogste = max(bedrag for _, staven in rijen for _, bedrag, _, _ in staven) or 1
        assen.set_xlim(-hoogste * 0.02, hoogste * 1.85)
        assen.set_ylim(aantal + 0.1, -0.6)
        regel = 0.0
        for kop, staven in rijen:
            if kop:
                _tekst(assen, 0, regel, kop, weight="bold", fontsize=9)
            regel += 1 if kop else 0.2
            for label, bedrag, kleur, arcering in staven:
                stijl: dict[str, Any] = {
                    "facecolor": _SCHERM[kleur],
                    "edgecolor": _SCHERM["grafiek-vlak"],
                    "hatch": arcering,
                    "linewidth": 0,
                }
                assen.barh([regel], [bedrag], 0.72, **stijl)
                _tekst(assen, bedrag + hoogste * 0.02, regel, f"{euro(bedrag)}  {label}".rstrip(), fontsize=9)
                regel += 0.9
            regel += 0.1
        return figuur

    delen = [f"{kop}: " + ", ".join(f"{label} {euro(b)}".strip() for label, b, _, _ in staven) for kop, staven in rijen]
    return _inline(naam, titel, ". ".join(delen) + ".", rijen, teken)


def _communicatie(plan: Plan) -> str:
    tabel = plan.tabel(Geldsoort.INZET)
    post = next(post for post in tabel.posten if post.id == COMMUNICATIE)
    rijen = [
        (str(jaar), [(f"({procent(post.bedrag(jaar), tabel.som(jaar))})", post.bedrag(jaar), "grafiek-2", "")])
        for jaar in tabel.jaren
    ]
    eerste, laatste = tabel.jaren[0], tabel.jaren[-1]
    titel = f"Communicatie: van {euro(post.bedrag(eerste))} in {eerste} naar {euro(post.bedrag(laatste))} in {laatste}"
    return _staven("grafiek-communicatie", titel, rijen)


def _per_lijn(plan: Plan) -> str:
    delen = plan.inzet_per_lijnen()
    totaal = sum(deel.som for deel in delen)
    rijen = []
    for deel in delen:
        alle = len(deel.lijnen) == len(plan.kop.lijnen)
        naam = "Alle ontwikkellijnen" if alle else opsomming(lijn.naam for lijn in deel.lijnen) or "Geen lijn genoemd"
        kleur = _lijnkleur(deel.lijnen[0].id) if len(deel.lijnen) == 1 else "lijn-algemeen"
        rijen.append(
            (naam, [(f"({procent(deel.som, totaal)})", deel.som, kleur, "" if len(deel.lijnen) == 1 else "///")])
        )
    grootste = max(rijen, key=lambda rij: rij[1][0][1])[0]
    return _staven("grafiek-lijnen", f"Het meeste geld dient: {grootste.lower()}", rijen)


def _regulier_en_tijdelijk(plan: Plan) -> str:
    budget, tijdelijk = plan.tabel(Geldsoort.BESCHIKBAAR), plan.tabel(Geldsoort.TIJDELIJK)
    rijen = []
    for jaar in budget.jaren:
        staven = [("regulier", budget.som(jaar), "grafiek-1", "")]
        if tijdelijk.som(jaar):
            staven.append(("tijdelijk", tijdelijk.som(jaar), "grafiek-3", "///"))
        rijen.append((str(jaar), staven))
    titel = f"Tijdelijk geld is er alleen in {opsomming(str(jaar) for jaar in tijdelijk.jaren)}"
    return _staven("grafiek-tijdelijk", titel, rijen)


def cijferbeelden(plan: Plan) -> Mapping[str, str]:
    """Return a chart per table of figures, by id of the table: a bar per row, in the order of the table."""
    return {tabel.id: _cijferbeeld(plan, tabel) for tabel in plan.deel(Cijfersbestand).tabellen}


def _cijferbeeld(plan: Plan, tabel: Cijfertabel) -> str:
    rijen = [(rij.label, rij.aantal) for rij in tabel.rijen]

    def teken() -> Figure:
        figuur, assen = _figuur(4.2, 0.3 * len(rijen) + 0.15)
        hoogste = max(aantal for _, aantal in rijen) or 1
        assen.set_xlim(-hoogste * 0.95, hoogste * 1.3)
        assen.set_ylim(len(rijen) - 0.4, -0.6)
        for nr, (label, aantal) in enumerate(rijen):
            assen.barh([nr], [aantal], 0.72, facecolor=_SCHERM["grafiek-1"], linewidth=0)
            _tekst(assen, -hoogste * 0.03, nr, label, fontsize=8.6, ha="right")
            _tekst(assen, aantal + hoogste * 0.02, nr, duizendtallen(aantal), fontsize=9)
        return figuur

    grootste = max(tabel.rijen, key=lambda rij: rij.aantal)
    titel = f"{tabel.titel}: de grootste groep is {grootste.label}, {duizendtallen(grootste.aantal)}"
    beschrijving = f"Staven. {', '.join(f'{label}: {duizendtallen(aantal)}' for label, aantal in rijen)}."
    return _inline(f"cijfers-{plan.id}-{tabel.id}", titel, beschrijving, rijen, teken)


# --------------------------------------------------------------------------------------------------
# Diagrams
# --------------------------------------------------------------------------------------------------

_BREEDTE = 4.2
"""Inches; no wider, or the text of a diagram is too small on a phone."""

_REGELHOOGTE = 0.165
_RAND = 0.09


def _vak(assen: Axes, plek: tuple[float, float], breedte: float, tekst: str, kleur: str) -> float:
    """Draw a box with wrapped text in the colours of a line, its top left at `plek` (inches, downwards); return its height."""
    from matplotlib.patches import FancyBboxPatch

    regels = _regels(tekst, breedte)
    hoogte = len(regels) * _REGELHOOGTE + 2 * _RAND
    stijl: dict[str, Any] = {
        "facecolor": _SCHERM[f"{kleur}-tint"],
        "edgecolor": _SCHERM[kleur],
        "linewidth": 1.6,
    }
    assen.add_patch(FancyBboxPatch(plek, breedte, hoogte, boxstyle="round,pad=0,rounding_size=0.08", **stijl))
    for nr, regel in enumerate(regels):
        _tekst(assen, plek[0] + 0.1, plek[1] + _RAND + (nr + 0.5) * _REGELHOOGTE, regel, fontsize=8.6)
    return hoogte


def _regels(tekst: str, breedte: float) -> list[str]:
    return textwrap.wrap(tekst, width=max(8, int(breedte * 12.6)), break_long_words=False)


def _hoogte(tekst: str, breedte: float) -> float:
    return len(_regels(tekst, breedte)) * _REGELHOOGTE + 2 * _RAND


def _pijl(assen: Axes, van: tuple[float, float], naar: tuple[float, float], kleur: str) -> None:
    stijl: dict[str, Any] = {
        "arrowstyle": "-|>,head_width=0.22,head_length=0.4",
        "color": _SCHERM[kleur],
        "linewidth": 1.4,
        "shrinkA": 0,
        "shrinkB": 1,
    }
    assen.annotate("", xy=naar, xytext=van, arrowprops=stijl)


def relatiebeeld(plan: Plan, lijnen: tuple[Lijn, ...]) -> str:
    """Return the diagram of which activities serve which deelambities, per line."""
    feiten = [
        (
            lijn.id,
            lijn.naam,
            [f"{a.nummer} {a.kort}" for a in plan.activiteiten_van(lijn.id)],
            [ambitie.tekst for ambitie in lijn.deelambities],
        )
        for lijn in lijnen
    ]
    links, rechts, spleet, knoop = 1.75, 1.92, 0.1, 2.02

    def maat(activiteiten: list[str], ambities: list[str]) -> float:
        kolommen = ([_hoogte(t, links) for t in activiteiten], [_hoogte(t, rechts) for t in ambities])
        return max(sum(kolom) + spleet * (len(kolom) - 1) for kolom in kolommen)

    def teken() -> Figure:
        hoogte = sum(maat(activiteiten, ambities) + 0.62 for _, _, activiteiten, ambities in feiten)
        figuur, assen = _figuur(_BREEDTE, hoogte)
        assen.set_xlim(0, _BREEDTE)
        assen.set_ylim(hoogte, 0)
        boven = 0.0
        for lijn_id, naam, activiteiten, ambities in feiten:
            kleur = _lijnkleur(lijn_id)
            _tekst(assen, 0.05, boven + 0.2, naam, weight="bold", fontsize=10.5)
            begin, diep = boven + 0.42, maat(activiteiten, ambities)
            midden = begin + diep / 2
            for teksten, x, breedte, naar_rechts in (
                (activiteiten, 0.05, links, True),
                (ambities, _BREEDTE - 0.05 - rechts, rechts, False),
            ):
                som = sum(_hoogte(t, breedte) for t in teksten) + spleet * (len(teksten) - 1)
                y = begin + (diep - som) / 2
                for tekst in teksten:
                    hoog = _vak(assen, (x, y), breedte, tekst, kleur)
                    if naar_rechts:
                        assen.plot([x + breedte, knoop], [y + hoog / 2, midden], color=_SCHERM[kleur], linewidth=1.4)
                    else:
                        _pijl(assen, (knoop, midden), (x, y + hoog / 2), kleur)
                    y += hoog + spleet
            boven += diep + 0.62
        return figuur

    beschrijving = " ".join(
        f"{naam}: {opsomming(activiteiten)} dragen bij aan: {'; '.join(ambities)}"
        for _, naam, activiteiten, ambities in feiten
    )
    naam = "relatiebeeld" + (f"-{lijnen[0].id}" if len(lijnen) == 1 else "")
    titel = "Activiteiten en de deelambities waaraan zij bijdragen"
    return _inline(naam, titel, beschrijving, feiten, teken)


def plannenbeeld(regiovisie: Regiovisie, peildatum: date) -> str:
    """Return the terms of all plans as bars on one axis of years, per region."""
    rijen = [
        (
            regio.naam,
            plan.kop.soort,
            plan.kop.looptijd.van.year,
            plan.kop.looptijd.tot.year if plan.kop.looptijd.tot else None,
        )
        for regio in regiovisie.regios.values()
        for plan in regiovisie.op_tijd
        if plan.kop.regio == regio.id
    ]
    eerste = min(begin for _, _, begin, _ in rijen)
    laatste = max(max(begin, eind or 0) for _, _, begin, eind in rijen)

    def teken() -> Figure:
        hoogte = 0.45 + 0.52 * len(rijen) + 0.3 * len({regio for regio, *_ in rijen})
        figuur, assen = _figuur(_BREEDTE, hoogte)
        jaren = laatste - eerste + 1
        assen.set_xlim(-0.1, jaren + 0.1)
        assen.set_ylim(hoogte, 0)
        for nr in range(jaren):
            _tekst(assen, nr + 0.5, 0.16, str(eerste + nr), ha="center", fontsize=8.2)
            assen.plot([nr, nr], [0.3, hoogte], color=_SCHERM["grafiek-raster"], linewidth=0.8, zorder=0)
        boven, vorige = 0.45, ""
        for regio, soort, begin, eind in rijen:
            if regio != vorige:
                _tekst(assen, 0, boven + 0.08, regio, weight="bold", fontsize=9.5)
                boven, vorige = boven + 0.3, regio
            _tekst(assen, begin - eerste, boven + 0.04, soort, fontsize=8.6)
            stijl: dict[str, Any] = {"facecolor": _SCHERM["grafiek-1"], "linewidth": 0}
            if eind is None:
                stijl |= {"hatch": "///", "edgecolor": _SCHERM["grafiek-vlak"]}
            assen.barh([boven + 0.24], [(eind or laatste) - begin + 1], 0.17, left=begin - eerste, **stijl)
            boven += 0.52
        return figuur

    beschrijving = " ".join(
        f"{regio}: {soort}, {begin} {f'tot en met {eind}' if eind else 'en verder, einde onbekend'}."
        for regio, soort, begin, eind in rijen
    )
    titel = f"{len(rijen)} plannen van {len({regio for regio, *_ in rijen})} regio's, {eerste}-{laatste}"
    return _inline("plannenbeeld", titel, beschrijving, (rijen, peildatum.year), teken)


def governancebeeld(plan: Plan) -> str:
    """Return the diagram of who steers, advises and carries out; nothing when the plan names no relations."""
    if not plan.governance.relaties:
        return ""
    gremia = {gremium.id: gremium for gremium in plan.governance.gremia}
    relaties = [(gremia[r.van].naam, gremia[r.naar].naam, r.wat) for r in plan.governance.relaties]

    def teken() -> Figure:
        breedte = 1.8
        rijen = [
            (van, naar, _regels(wat, _BREEDTE), max(_hoogte(van, breedte), _hoogte(naar, breedte)))
            for van, naar, wat in relaties
        ]
        hoogte = sum(len(regels) * _REGELHOOGTE + hoog + 0.32 for _, _, regels, hoog in rijen)
        figuur, assen = _figuur(_BREEDTE, hoogte)
        assen.set_xlim(0, _BREEDTE)
        assen.set_ylim(hoogte, 0)
        boven = 0.05
        for van, naar, regels, hoog in rijen:
            midden = boven + len(regels) * _REGELHOOGTE + 0.06 + hoog / 2
            for x, tekst in ((0.05, van), (_BREEDTE - 0.05 - breedte, naar)):
                _vak(assen, (x, midden - _hoogte(tekst, breedte) / 2), breedte, tekst, "lijn-algemeen")
            _pijl(assen, (0.05 + breedte, midden), (_BREEDTE - 0.05 - breedte, midden), "lijn-algemeen")
            for nr, regel in enumerate(regels):
                _tekst(assen, _BREEDTE / 2, boven + (nr + 0.5) * _REGELHOOGTE, regel, ha="center", fontsize=8.6)
            boven = midden + hoog / 2 + 0.26
        return figuur

    beschrijving = ". ".join(f"{van} naar {naar}: {wat}" for van, naar, wat in relaties) + "."
    return _inline("governancebeeld", "Governance: wie wat doet in de aansturing", beschrijving, relaties, teken)


# --------------------------------------------------------------------------------------------------
# The tijdlijn to download
# --------------------------------------------------------------------------------------------------


def downloads(regiovisie: Regiovisie, peildatum: date) -> Iterator[tuple[str, bytes]]:
    """Yield each picture to download: its address from the root of the site, and its bytes."""
    for plan in regiovisie.plannen.values():
        for soort in ("svg", "png") if plan.heeft(Tijdlijnbestand) else ():
            yield f"plannen/{plan.id}/tijdlijn/tijdlijn.{soort}", tijdlijnbeeld(plan, peildatum, soort)


def tijdlijnbeeld(plan: Plan, peildatum: date, soort: str) -> bytes:
    """Return the tijdlijn as a picture for A3 landscape, `soort` being svg or png."""
    feiten = (plan.kop.titel, plan.kop.soort, repr(plan.tijdlijn), peildatum, soort)
    return _bewaard(f"tijdlijn-{soort}", feiten, lambda: _bewaar(_teken_tijdlijn(plan, peildatum), soort, plan.id))


def _teken_tijdlijn(plan: Plan, peildatum: date) -> Figure:
    kwartalen = plan.tijdlijn.periode.kwartalen
    groepen = [(lijn, list(regels)) for lijn, regels in groupby(plan.tijdlijn.regels, key=lambda regel: regel.lijn)]
    aantal = sum(1 + len(regels) for _, regels in groepen)
    figuur, assen = _figuur(16.54, 11.69)
    figuur.patch.set_visible(True)
    figuur.patch.set_facecolor(_DRUK["grafiek-vlak"])
    assen.set_xlim(-len(kwartalen) * 0.62, len(kwartalen) + 0.3)
    assen.set_ylim(aantal + 2.2, -3.6)
    links = -len(kwartalen) * 0.6
    _zwart(assen, links, -2.9, f"{plan.kop.titel}: {plan.tijdlijn.titel}", fontsize=20, weight="bold")
    _zwart(assen, links, -2.1, f"{plan.kop.soort}. Peildatum {datum(peildatum)}.", fontsize=12)
    _teken_kwartalen(assen, kwartalen, aantal)
    boven = 0
    for lijn, regels in groepen:
        kleur = _DRUK[_lijnkleur(lijn or "algemeen")]
        naam = plan.lijn(lijn).naam if lijn else "Hele plan"
        _tekst(assen, links, boven + 0.1, naam, fontsize=13, weight="bold", color=kleur)
        for nr, regel in enumerate(regels, start=1):
            _teken_regel(assen, regel, kwartalen, boven + nr, kleur)
        boven += 1 + len(regels)
    nu = Kwartaal.van(peildatum)
    if nu in kwartalen:
        x = kwartalen.index(nu) + nu.week(peildatum) / 13
        assen.plot([x, x], [-0.2, aantal + 0.2], color=_DRUK["grafiek-tekst"], linewidth=1.6, linestyle=(0, (4, 2)))
        _zwart(assen, x, aantal + 0.6, "peildatum", ha="center")
    return figuur


def _zwart(assen: Axes, x: float, y: float, tekst: str, **opties: Any) -> None:  # noqa: ANN401 - matplotlib's own
    _tekst(assen, x, y, tekst, color=_DRUK["grafiek-tekst"], **opties)


def _teken_kwartalen(assen: Axes, kwartalen: tuple[Kwartaal, ...], aantal: int) -> None:
    """Draw the heads of years and quarters, with a line where a year begins."""
    for nr, kw in enumerate(kwartalen):
        _zwart(assen, nr + 0.5, -0.6, f"Q{kw.nummer}", ha="center", fontsize=11)
    for jaar, groep in groupby(enumerate(kwartalen), key=lambda paar: paar[1].jaar):
        eigen = [nr for nr, _ in groep]
        _zwart(assen, sum(eigen) / len(eigen) + 0.5, -1.3, str(jaar), ha="center", fontsize=14, weight="bold")
        assen.plot([eigen[0]] * 2, [-1.6, aantal + 0.2], color=_DRUK["grafiek-raster"], linewidth=1.5, zorder=0)


def _teken_regel(assen: Axes, regel: Tijdlijnregel, kwartalen: tuple[Kwartaal, ...], y: float, kleur: str) -> None:
    """Draw the label of a row, and a bar per period."""
    stukken = textwrap.wrap(regel.label, 80)
    for nr, stuk in enumerate(stukken):
        _zwart(assen, -len(kwartalen) * 0.6, y + (nr - (len(stukken) - 1) / 2) * 0.42, stuk, fontsize=9.5)
    assen.plot([0, len(kwartalen)], [y + 0.5] * 2, color=_DRUK["grafiek-raster"], linewidth=0.6, zorder=0)
    if regel.kwartalen is None:
        _zwart(assen, 0.1, y, perioden(None), style="italic")
    for periode in regel.kwartalen or ():
        begin, eind = kwartalen.index(periode.van), kwartalen.index(periode.tot or periode.van) + 1
        assen.barh([y], [eind - begin - 0.06], 0.55, left=begin + 0.03, color=kleur)
