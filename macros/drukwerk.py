"""What is printed or shared: the poster, the small card, the signature under e-mail, and a share picture per item.

Drawn in the house style: its colours, its font and its logo. Unlike the pictures on pages (grafieken.py) these have fixed
colours and carry their font with them. What was drawn is kept in `.cache/drukwerk` under a hash of all that it was drawn
from; when all is there, matplotlib isn't loaded.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from io import BytesIO
from operator import methodcaller
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from PIL import Image

from macros.bewaren import als_bestand, bewaard
from macros.model import LEESBAAR, Agendaitem, Begrip, Contactfeit, Huisstijl, Item, Nieuwsbrief, Regiovisie, Soort
from macros.opmaak import SOORTWOORD, Blad, datum, kop_elders, kwartaal, vul, wanneer

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.patches import Patch
    from matplotlib.path import Path as Lijn

WORTEL = Path(__file__).parent.parent
CACHE = WORTEL / ".cache" / "drukwerk"
MAP = "toolkit/bestanden"
"""Where printed matter stands on the site."""

MM = 72 / 25.4
"""Points to a millimetre."""

A4 = (210.0, 297.0)
A3_NAAST_A4 = 2**0.5
KAARTJE = (85.0, 54.0)
DEELBEELD = (1200, 630)

AFLOOP = 3.0
"""Millimetres that the ground runs on past the edge at which the printer cuts."""

BUITEN = 10.0
"""Millimetres of sheet around that edge, for the bleed and the crop marks."""

GEWOON, VET = 400, 800
HOOFDLETTER = 0.668
"""How high a capital or a figure of the house font is, in parts of its size."""

TUSSENKLEUREN = 7
"""How many steps there are in a picture from the colour of a text to its ground."""

_SVG = "{http://www.w3.org/2000/svg}"


# --------------------------------------------------------------------------------------------------
# Letters: the house font, and how text is fitted in
# --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _letters(bestand: str) -> Mapping[int, FontProperties]:
    """Return the house font at each weight, and make it known to matplotlib.

    The font of the site is one file of every weight, packed for browsers; what is drawn needs a plain file per weight.
    """
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer
    from matplotlib.font_manager import FontProperties, fontManager

    bron = (WORTEL / bestand).read_bytes()

    def maak(gewicht: int) -> bytes:
        letter = TTFont(BytesIO(bron), recalcTimestamp=False)
        instancer.instantiateVariableFont(letter, {"wght": gewicht}, inplace=True, updateFontNames=True)
        letter.flavor = None
        uit = BytesIO()
        letter.save(uit)
        return uit.getvalue()

    letters = {}
    for gewicht in (GEWOON, VET):
        pad = als_bestand(CACHE, f"letter-{gewicht}", (bron, gewicht), lambda g=gewicht: maak(g))  # type: ignore[misc]
        fontManager.addfont(pad)
        eigen = fontManager.ttflist.pop()
        fontManager.ttflist.insert(0, eigen)  # before one of the same name that this computer may have
        letters[gewicht] = FontProperties(family=[eigen.name, "DejaVu Sans"], weight=eigen.weight)
    return MappingProxyType(letters)


class _Zetter:
    """Fits text into a width; sizes are those of the em, in whatever unit the width is in."""

    def __init__(self, letter: FontProperties) -> None:
        from matplotlib.textpath import text_to_path

        self._letter = letter
        self._meet = text_to_path.get_text_width_height_descent
        self._gemeten: dict[str, float] = {}

    def breedte(self, tekst: str) -> float:
        """Return the width of a line at size 1."""
        if tekst not in self._gemeten:
            groot = self._letter.copy()
            groot.set_size(100)
            with _gelaten():
                self._gemeten[tekst] = float(self._meet(tekst, groot, ismath=False)[0]) / 100
        return self._gemeten[tekst]

    def op_een_regel(self, tekst: str, breedte: float, grootste: float) -> float:
        """Return the largest size at which the text fits on one line."""
        return min(grootste, breedte / self.breedte(tekst))

    def regels(self, tekst: str, breedte: float) -> list[str]:
        """Break the text into lines of at most this width at size 1; a word that is too long for one is broken too."""
        regels = [""]
        for woord in tekst.split():
            regel = f"{regels[-1]} {woord}".strip()
            if self.breedte(regel) <= breedte:
                regels[-1] = regel
                continue
            *delen, rest = self._stukken(woord, breedte)
            regels += [*delen, rest]
        return [regel for regel in regels if regel]

    def _stukken(self, woord: str, breedte: float) -> list[str]:
        stukken = [""]
        for teken in woord:
            if stukken[-1] and self.breedte(f"{stukken[-1]}{teken}-") > breedte:
                stukken[-1] += "-"
                stukken.append("")
            stukken[-1] += teken
        return stukken

    def passend(
        self, tekst: str, vak: tuple[float, float], grootste: float, kleinste: float, afstand: float
    ) -> tuple[float, list[str]]:
        """Return the largest size at which the text fits the box whole words to a line, and its lines, evenly filled."""
        breedte, hoogte = vak
        langste = max(map(self.breedte, tekst.split()))
        grootte = grootste
        while grootte > kleinste:
            heel = langste * grootte <= breedte
            if heel and len(self.regels(tekst, breedte / grootte)) * afstand * grootte <= hoogte:
                break
            grootte = max(kleinste, grootte * 0.96)
        return grootte, self._gelijkmatig(tekst, breedte / grootte)

    def _gelijkmatig(self, tekst: str, breedte: float) -> list[str]:
        """Return as few lines as the width allows, but each about as long."""
        regels = self.regels(tekst, breedte)
        langste = max(map(self.breedte, tekst.split()))
        while (breedte := breedte * 0.97) > langste and len(smaller := self.regels(tekst, breedte)) == len(regels):
            regels = smaller
        return regels


# --------------------------------------------------------------------------------------------------
# A sheet
# --------------------------------------------------------------------------------------------------


class _Vel:
    """A sheet to draw on, measured from the top left corner of what remains after cutting.

    `eenheid` is the number of points to one unit of measure, `rand` how many units of sheet there are around.
    """

    def __init__(
        self, stijl: Huisstijl, maat: tuple[float, float], eenheid: float, rand: float = 0, afloop: float = 0
    ) -> None:
        from matplotlib.figure import Figure
        from matplotlib.patches import Rectangle

        self.breedte, self.hoogte = maat
        self.eenheid, self.rand, self.afloop = eenheid, rand, afloop
        self.kleuren = {naam: kleur.licht for naam, kleur in stijl.kleuren.paren()} | {"zwart": "#000000"}
        self.woorden: list[str] = []
        self.letters = _letters(stijl.lettertype.bestand)
        self.zetters = {gewicht: _Zetter(letter) for gewicht, letter in self.letters.items()}
        self.figuur = Figure(figsize=((maat[0] + 2 * rand) * eenheid / 72, (maat[1] + 2 * rand) * eenheid / 72), dpi=72)
        self.assen = self.figuur.add_axes((0.0, 0.0, 1.0, 1.0))
        self.assen.set_axis_off()
        self.assen.set_xlim(-rand, self.breedte + rand)
        self.assen.set_ylim(self.hoogte + rand, -rand)
        self.kader: Patch = Rectangle(
            (-afloop, -afloop), self.breedte + 2 * afloop, self.hoogte + 2 * afloop, transform=self.assen.transData
        )

    def grond(self, vorm: Patch) -> None:
        """Add a shape, cut off at the edge of the ground."""
        self.assen.add_artist(vorm)  # add_patch would look after limits that are fixed here
        vorm.set_clip_path(self.kader)

    def vlak(self, plek: tuple[float, float], maat: tuple[float, float], kleur: str, rond: float = 0) -> None:
        """Add an even plane, with rounded corners or without."""
        from matplotlib.patches import FancyBboxPatch, Rectangle

        stijl: dict[str, Any] = {"facecolor": self.kleuren[kleur], "linewidth": 0}
        if rond:
            vorm = f"round,pad=0,rounding_size={rond}"
            self.grond(FancyBboxPatch(plek, *maat, boxstyle=vorm, mutation_aspect=1, **stijl))
        else:
            self.grond(Rectangle(plek, *maat, **stijl))

    def lijn(self, van: tuple[float, float], naar: tuple[float, float], dikte: float, kleur: str, **stijl: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Add a line, `dikte` in units."""
        self.assen.plot(
            *zip(van, naar, strict=True), color=self.kleuren[kleur], linewidth=dikte * self.eenheid, **stijl
        )

    def tekst(self, plek: tuple[float, float], tekst: str, em: float, kleur: str, **stijl: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Add a line of text on the baseline at `plek`; `gewicht` is its weight, and `ha` where `plek` is on that line."""
        self.woorden.append(tekst)
        letter = self.letters[stijl.pop("gewicht", VET)]
        opties = {"va": "baseline", "parse_math": False, "color": self.kleuren[kleur], **stijl}
        self.assen.text(*plek, tekst, fontproperties=letter, fontsize=em * self.eenheid, **opties)

    def kolom(
        self,
        plek: tuple[float, float],
        regels: Sequence[str],
        maat: tuple[float, float],
        kleur: str,
        gewicht: int = VET,
    ) -> None:
        """Add lines of text below each other, the first on the baseline at `plek`; `maat` is size and line spacing."""
        em, afstand = maat
        for nr, regel in enumerate(regels):
            self.tekst((plek[0], plek[1] + nr * em * afstand), regel, em, kleur, gewicht=gewicht)

    def pad(self, d: str, plek: tuple[float, float], maat: tuple[float, float]) -> Lijn:
        """Return a path written as SVG does, its unit `maat` and its origin `plek`."""
        from fontTools.pens.recordingPen import RecordingPen
        from fontTools.svgLib.path import parse_path
        from matplotlib.path import Path as Lijn

        pen = RecordingPen()
        parse_path(d, pen)
        codes = {"moveTo": Lijn.MOVETO, "lineTo": Lijn.LINETO, "qCurveTo": Lijn.CURVE3, "curveTo": Lijn.CURVE4}
        punten, soorten = [], []
        for stap, stukken in pen.value:
            for x, y in stukken:
                punten.append((plek[0] + x * maat[0], plek[1] + y * maat[1]))
                soorten.append(codes[stap])
        return Lijn(punten, soorten)

    def logo(
        self, stijl: Huisstijl, plek: tuple[float, float], zijde: float, kleur: str, stippen: Sequence[str]
    ) -> None:
        """Add the logo: its strokes in one colour, each dot in its own."""
        from matplotlib.patches import Circle, PathPatch

        tekening = ET.fromstring((WORTEL / stijl.logo).read_bytes())  # noqa: S314 - our own drawing
        schaal = zijde / float(tekening.attrib["viewBox"].split()[2])
        for streek in tekening.iter(f"{_SVG}path"):
            dikte = float(streek.attrib["stroke-width"]) * schaal * self.eenheid
            self.grond(
                PathPatch(
                    self.pad(streek.attrib["d"], plek, (schaal, schaal)),
                    fill=False,
                    edgecolor=self.kleuren[kleur],
                    linewidth=dikte,
                    capstyle="round",
                    joinstyle="round",
                )
            )
        for stip, eigen in zip(tekening.iter(f"{_SVG}circle"), stippen, strict=True):
            x, y, straal = (float(stip.attrib[naam]) * schaal for naam in ("cx", "cy", "r"))
            self.grond(Circle((plek[0] + x, plek[1] + y), straal, facecolor=self.kleuren[eigen], linewidth=0))

    def heuvels(self, boven: float, hoogte: float, huizen: Sequence[tuple[float, float, float]] = ()) -> None:
        """Add the hills of Limburg over the whole width, down to past the lower edge; houses stand behind the middle one."""
        from matplotlib.patches import PathPatch

        links, breed = -self.rand, self.breedte + 2 * self.rand
        for nr, (d, kleur) in enumerate(HEUVELS):
            for x, y, breedte in huizen if nr == 1 else ():
                self._huis(x, y, breedte)
            vorm = self.pad(d, (links, boven), (breed, hoogte))
            self.grond(PathPatch(vorm, facecolor=self.kleuren[kleur], linewidth=0))

    def _huis(self, x: float, y: float, breed: float) -> None:
        """Add a house with light in its windows; its foot, at `y`, is in the ground."""
        from matplotlib.patches import Polygon

        hoog = breed * 0.95
        self.vlak((x - breed / 2, y - hoog), (breed, hoog), "vlak")
        self.vlak((x + breed * 0.2, y - hoog - breed * 0.5), (breed * 0.16, breed * 0.5), "petrol")
        dak = [(x - breed * 0.64, y - hoog), (x, y - hoog - breed * 0.56), (x + breed * 0.64, y - hoog)]
        self.grond(Polygon(dak, facecolor=self.kleuren["petrol"], linewidth=0))
        for links in (-0.34, 0.08):
            self.vlak((x + breed * links, y - hoog * 0.8), (breed * 0.26, breed * 0.3), "mergel")

    def snijtekens(self) -> None:
        """Add the marks at which the printer cuts: at each corner two hair lines, outside the bleed."""
        begin, eind = self.afloop + 1, self.rand - 1
        for x, kant_x in ((0.0, -1), (self.breedte, 1)):
            for y, kant_y in ((0.0, -1), (self.hoogte, 1)):
                self.lijn((x + kant_x * begin, y), (x + kant_x * eind, y), 0.1, "zwart", solid_capstyle="butt")
                self.lijn((x, y + kant_y * begin), (x, y + kant_y * eind), 0.1, "zwart", solid_capstyle="butt")

    # what comes of it

    def _bewaar(self, soort: str, *zonder: str) -> bytes:
        import matplotlib as mpl

        uit = BytesIO()
        regels: dict[Any, Any] = {"pdf.fonttype": 42, "svg.fonttype": "path", "svg.hashsalt": "drukwerk"}
        with mpl.rc_context(regels), _gelaten():
            self.figuur.savefig(uit, format=soort, metadata=dict.fromkeys(zonder))
        return uit.getvalue()

    def pdf(self) -> bytes:
        """Return the sheet as PDF."""
        return self._bewaar("pdf", "Creator", "Producer", "CreationDate")

    def svg(self, titel: str) -> bytes:
        """Return the sheet as SVG: its text drawn, so that it looks the same where the font isn't, and said in words."""
        ET.register_namespace("", _SVG[1:-1])
        ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
        wortel = ET.fromstring(self._bewaar("svg", "Date", "Creator", "Format", "Type"))  # noqa: S314 - our own drawing
        for metadata in wortel.findall(f"{_SVG}metadata"):
            wortel.remove(metadata)
        zijden = (self.breedte + 2 * self.rand, self.hoogte + 2 * self.rand)
        maten = (f"{zijde * self.eenheid / MM:.6g}mm" for zijde in zijden)
        wortel.attrib |= dict(zip(("width", "height"), maten, strict=True))
        wortel.attrib |= {"role": "img", "aria-labelledby": "titel tekst", "xml:lang": "nl"}
        for plaats, (soort, naam, tekst) in enumerate((("title", "titel", titel), ("desc", "tekst", self.in_woorden))):
            kop = ET.Element(f"{_SVG}{soort}", {"id": naam})
            kop.text = tekst
            wortel.insert(plaats, kop)
        uit = BytesIO()
        ET.ElementTree(wortel).write(uit, encoding="utf-8", xml_declaration=True)
        return uit.getvalue()

    def vak(self, buiten: float) -> tuple[float, float, float, float]:
        """Return the box that lies `buiten` units outside the edge of the cut, in points from the bottom left corner."""
        begin = (self.rand - buiten) * self.eenheid
        breed, hoog = ((zijde + self.rand + buiten) * self.eenheid for zijde in (self.breedte, self.hoogte))
        return begin, begin, breed, hoog

    @property
    def in_woorden(self) -> str:
        """All that is written on the sheet."""
        return " ".join(self.woorden)

    def onderlegger(self) -> Callable[[], bytes]:
        """Return what gives the sheet as PNG, a pixel to a unit, and takes off again what was added since this call.

        What is there now is drawn once, for all pictures that have it in common.
        """
        import matplotlib as mpl
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        doek: Any = FigureCanvasAgg(self.figuur)
        regels: dict[Any, Any] = {"text.hinting": "none"}  # else small letters are wider than measured
        with mpl.rc_context(regels):
            doek.draw()
        leeg, vast = doek.copy_from_bbox(self.figuur.bbox), frozenset(self.assen.get_children())
        palet = _palet(self.kleuren)

        def png() -> bytes:
            doek.restore_region(leeg)
            erop = [deel for deel in self.assen.get_children() if deel not in vast]
            with mpl.rc_context(regels), _gelaten():
                for deel in sorted(erop, key=methodcaller("get_zorder")):
                    self.assen.draw_artist(deel)
                    deel.remove()
            uit = BytesIO()
            beeld = Image.frombuffer("RGBA", doek.get_width_height(), doek.buffer_rgba()).convert("RGB")
            beeld.quantize(palette=palet, dither=Image.Dither.NONE).save(uit, "png")
            return uit.getvalue()

        return png


@contextmanager
def _gelaten() -> Iterator[None]:
    """Draw a sign that no font has as an empty box, without a word about it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from")
        yield


def _palet(kleuren: Mapping[str, str]) -> Image.Image:
    """Return a palette of the house colours themselves, and the steps between those that lie on each other."""
    rgb = {naam: tuple(bytes.fromhex(kleur[1:])) for naam, kleur in kleuren.items()}
    stappen = [
        round(van + (naar - van) * stap / (TUSSENKLEUREN + 1))
        for voor, achter in (*LEESBAAR, *OP_ELKAAR)
        for stap in range(1, TUSSENKLEUREN + 1)
        for van, naar in zip(rgb[voor], rgb[achter], strict=True)
    ]
    palet = [*(deel for kleur in rgb.values() for deel in kleur), *stappen]
    beeld = Image.new("P", (1, 1))
    beeld.putpalette(palet)
    return beeld


OP_ELKAAR = (
    ("petrol", "lucht"),
    ("petrol", "heuvel_ver"),
    ("petrol", "heuvel_midden"),
    ("petrol_diep", "lucht"),
    ("petrol_diep", "heuvel_ver"),
    ("lijn_samen_zien", "lucht"),
    ("lijn_samen_leren_samen_werken", "lucht"),
    ("lijn_samen_doen", "lucht"),
)
"""Colours that touch in a share picture, besides those of text."""

HEUVELS = (
    ("M-.1 .62C.1 .6 .22 .36 .42 .24S.7 0 .85 .03 1.02 .14 1.1 .2V1.5H-.1Z", "heuvel_ver"),
    ("M-.1 .56C.12 .44 .28 .5 .46 .52S.82 .34 1.1 .42V1.5H-.1Z", "heuvel_midden"),
    ("M-.1 .86C.04 .7 .22 .6 .46 .66S.84 .84 1.1 .62V1.5H-.1Z", "petrol"),
)
"""The hills from far to near: shape in parts of the width and the height, and colour."""


def _feiten(regiovisie: Regiovisie) -> tuple[Contactfeit, Contactfeit]:
    """Return whom to call in danger, and whom for advice."""
    nummers = regiovisie.huisstijl.nummers
    return regiovisie.contactfeiten[nummers.gevaar], regiovisie.contactfeiten[nummers.advies]


def _voorwaarden(feit: Contactfeit) -> str:
    """Write what a call costs and when it can be made, such as: Gratis, dag en nacht."""
    zin = ", ".join(filter(None, (feit.kosten, feit.open)))
    return zin[:1].upper() + zin[1:]


# --------------------------------------------------------------------------------------------------
# The poster
# --------------------------------------------------------------------------------------------------

_MARGE = 19.0
_BALK = 267.0


def _poster(regiovisie: Regiovisie, vel: _Vel, bodem: float) -> None:
    """Draw the poster in millimetres of A4; `bodem` is where its ground ends."""
    stijl = regiovisie.huisstijl
    gevaar, advies = _feiten(regiovisie)
    breed = A4[0] - 2 * _MARGE
    links, over = -vel.rand, A4[0] + 2 * vel.rand
    vet, gewoon = vel.zetters[VET], vel.zetters[GEWOON]

    vel.vlak((links, -vel.rand), (over, A4[1] + 2 * vel.rand), "lucht")
    vel.heuvels(184, 92, huizen=((132, 230, 17), (156, 230, 23), (185, 225, 15)))
    vel.vlak((links, _BALK), (over, A4[1] + vel.rand - _BALK), "nood")

    em, regels = vet.passend(stijl.poster.vraag, (breed, 58), 30, 8, 1.0)
    boven = 20 + em * 0.74
    vel.kolom((_MARGE, boven), regels, (em, 1.0), "petrol")
    onder = boven + (len(regels) - 1) * em
    em, regels = gewoon.passend(stijl.poster.wanneer, (breed, 24), 9.4, 6, 1.28)
    vel.kolom((_MARGE, onder + 11 + em * 0.75), regels, (em, 1.28), "inkt", gewicht=GEWOON)

    nummer = advies.telefoon or ""
    em = vet.op_een_regel(nummer, breed, 34)
    hoog = em * HOOFDLETTER
    vak = 115.0
    vel.vlak((_MARGE - 7, vak), (breed + 14, 40.5 + hoog), "petrol", rond=6)
    em_bel = vet.op_een_regel(f"Bel {advies.naam}", breed, 12.5)
    vel.tekst((_MARGE, vak + 16.5), f"Bel {advies.naam}", em_bel, "op_petrol")
    vel.tekst((_MARGE - 0.4, vak + 23 + hoog), nummer, em, "mergel")
    zin = f"{_voorwaarden(advies)}. {stijl.poster.toezegging}"
    em, regels = gewoon.passend(zin, (breed, 14), 7.4, 2, 1.25)
    vel.kolom((_MARGE, vak + 33.5 + hoog), regels, (em, 1.25), "op_petrol", gewicht=GEWOON)

    vel.logo(stijl, (_MARGE - 1.2, 249.5), 14, "op_petrol", ("mergel",) * 3)
    vel.tekst((_MARGE + 16, 258.8), stijl.naam, vet.op_een_regel(stijl.naam, breed - 16, 6.2), "op_petrol")
    zin = f"Direct gevaar? Bel {gevaar.telefoon}"
    em = vet.op_een_regel(zin, breed, (bodem - _BALK) * 0.51)
    vel.tekst((_MARGE, (_BALK + bodem) / 2 + em * HOOFDLETTER / 2), zin, em, "op_nood")


def _poster_zelf(regiovisie: Regiovisie, schaal: float) -> _Vel:
    """Return the poster for one's own printer, which leaves an edge white."""
    from matplotlib.patches import FancyBboxPatch

    wit = 6 / schaal
    vel = _Vel(regiovisie.huisstijl, A4, MM * schaal)
    binnen = (A4[0] - 2 * wit, A4[1] - 2 * wit)
    vel.kader = FancyBboxPatch(
        (wit, wit), *binnen, boxstyle="round,pad=0,rounding_size=6", transform=vel.assen.transData
    )
    _poster(regiovisie, vel, A4[1] - wit)
    return vel


def _poster_los(regiovisie: Regiovisie) -> _Vel:
    """Return the poster with bleed and nothing else, for who makes something of it."""
    vel = _Vel(regiovisie.huisstijl, A4, MM, rand=AFLOOP, afloop=AFLOOP)
    _poster(regiovisie, vel, A4[1])
    return vel


def _poster_drukker(regiovisie: Regiovisie, schaal: float) -> _Vel:
    """Return the poster for the printer: with bleed and crop marks."""
    vel = _Vel(regiovisie.huisstijl, A4, MM * schaal, rand=BUITEN / schaal, afloop=AFLOOP / schaal)
    _poster(regiovisie, vel, A4[1])
    vel.snijtekens()
    return vel


# --------------------------------------------------------------------------------------------------
# The small card
# --------------------------------------------------------------------------------------------------


def _voorkant(regiovisie: Regiovisie, vel: _Vel, x: float, y: float) -> None:
    """Draw the side that others see: nothing on it says what the card is for."""
    stijl = regiovisie.huisstijl
    over = vel.afloop
    vel.vlak((x - over, y - over), (KAARTJE[0] + 2 * over, KAARTJE[1] + 2 * over), "petrol")
    em, regels = vel.zetters[VET].passend(stijl.kaartje.voorkant, (KAARTJE[0] - 16, 30), 11, 4, 1.05)
    boven = y + KAARTJE[1] / 2 - (len(regels) - 1) * em * 1.05 / 2 + em * HOOFDLETTER / 2
    vel.kolom((x + 8, boven), regels, (em, 1.05), "op_petrol")
    vel.vlak((x + 8, y + KAARTJE[1] - 9), (12, 1.4), "mergel", rond=0.7)


def _achterkant(regiovisie: Regiovisie, vel: _Vel, x: float, y: float) -> None:
    """Draw the side with the numbers, each under a word that betrays nothing."""
    over = vel.afloop
    vel.vlak((x - over, y - over), (KAARTJE[0] + 2 * over, KAARTJE[1] + 2 * over), "papier")
    feiten = [feit for feit in regiovisie.contactfeiten.values() if feit.op_kaart]
    breed, rij = KAARTJE[0] - 14, (KAARTJE[1] - 8) / len(feiten)
    vet, gewoon = vel.zetters[VET], vel.zetters[GEWOON]
    langste = max((feit.telefoon or "" for feit in feiten), key=vet.breedte)
    groot = vet.op_een_regel(langste, breed * 0.45, min(5.2, rij * 0.66))
    ruimte = breed - vet.breedte(langste) * groot - 3
    klein = min(gewoon.op_een_regel(feit.op_kaart or "", ruimte, min(3.9, rij * 0.55)) for feit in feiten)
    for nr, feit in enumerate(feiten):
        voet = y + 4 + (nr + 0.5) * rij + groot * HOOFDLETTER / 2
        vel.tekst((x + 7, voet), feit.op_kaart or "", klein, "inkt", gewicht=GEWOON)
        vel.tekst((x + 7 + breed, voet), feit.telefoon or "", groot, "petrol", ha="right")
        if nr:
            hoogte = y + 4 + nr * rij
            vel.lijn((x + 7, hoogte), (x + 7 + breed, hoogte), 0.2, "mergel")


def _kaartje_open(regiovisie: Regiovisie) -> _Vel:
    """Return the card folded open, both sides beside each other."""
    vel = _Vel(regiovisie.huisstijl, (2 * KAARTJE[0], KAARTJE[1]), MM)
    _achterkant(regiovisie, vel, 0, 0)
    _voorkant(regiovisie, vel, KAARTJE[0], 0)
    return vel


def _kaartje_zelf(regiovisie: Regiovisie) -> _Vel:
    """Return a sheet of cards to print, cut out and fold."""
    vel = _Vel(regiovisie.huisstijl, A4, MM)
    aantal = int((A4[1] - 24) // KAARTJE[1])
    links, boven = (A4[0] - 2 * KAARTJE[0]) / 2, (A4[1] - aantal * KAARTJE[1]) / 2
    rechts, onder = A4[0] - links, A4[1] - boven
    for nr in range(aantal):
        _achterkant(regiovisie, vel, links, boven + nr * KAARTJE[1])
        _voorkant(regiovisie, vel, links + KAARTJE[0], boven + nr * KAARTJE[1])
    for nr in range(aantal + 1):
        y = boven + nr * KAARTJE[1]
        vel.lijn((links, y), (rechts, y), 0.1, "vlak")
        for x, naar in ((links - 1, links - 6), (rechts + 1, rechts + 6)):
            vel.lijn((x, y), (naar, y), 0.15, "inkt_zacht")
    for x in (links, rechts):
        for y, naar in ((boven - 1, boven - 6), (onder + 1, onder + 6)):
            vel.lijn((x, y), (x, naar), 0.15, "inkt_zacht")
    for y, naar in ((boven - 1, boven - 6), (onder + 1, onder + 6)):
        vel.lijn((A4[0] / 2, y), (A4[0] / 2, naar), 0.15, "inkt_zacht", dashes=(4, 3))
    uitleg = "Knip uit. Vouw dubbel, met de tekst naar buiten."
    vel.tekst((links + 4, boven - 3), uitleg, 3.2, "inkt_zacht", gewicht=GEWOON)
    return vel


def _kaartje_drukker(regiovisie: Regiovisie, kant: Callable[[Regiovisie, _Vel, float, float], None]) -> _Vel:
    """Return one side of the card for the printer: with bleed and crop marks."""
    vel = _Vel(regiovisie.huisstijl, KAARTJE, MM, rand=BUITEN, afloop=AFLOOP)
    kant(regiovisie, vel, 0, 0)
    vel.snijtekens()
    return vel


# --------------------------------------------------------------------------------------------------
# The share picture
# --------------------------------------------------------------------------------------------------


def deelbeelden(blad: Blad) -> Iterator[tuple[str, bytes]]:
    """Yield the share picture of each item that shows: its address from the root of the site, and its bytes."""
    for soort in Soort:
        for item in blad.items(soort):
            yield (
                f"{item.pagina}delen.png",
                deelbeeld(
                    blad.regiovisie.huisstijl, SOORTWOORD[soort], kop_elders(item), _onderregel(item, blad.peildatum)
                ),
            )


def _onderregel(item: Item, dag: date) -> str:
    """Return when it is, or when it was published; of an abbreviation, what it stands for."""
    if isinstance(item, Agendaitem):
        return wanneer(item, dag)
    if isinstance(item, Nieuwsbrief):
        return kwartaal(item.editie)
    if isinstance(item, Begrip):
        return item.term if item.afkorting else ""
    return datum(item.publicatiedatum)


def deelbeeld(stijl: Huisstijl, soort: str, titel: str, onderregel: str) -> bytes:
    """Return the picture that is shown with a link to an item: its kind, its title, and a line such as the date."""
    sleutel = (_stempel(stijl), soort, titel, onderregel)
    return bewaard(CACHE, "deelbeeld", sleutel, lambda: _deelbeeld(stijl, soort, titel, onderregel))


_DEELMARGE = 72


@lru_cache(maxsize=1)
def _deelgrond(stijl: Huisstijl) -> tuple[_Vel, Callable[[], bytes]]:
    """Return the sheet with what all share pictures have in common, and what makes a picture of it."""
    vel = _Vel(stijl, DEELBEELD, 1)
    vel.vlak((0, 0), DEELBEELD, "lucht")
    vel.heuvels(412, 222, huizen=((968, 524, 44), (1030, 524, 60), (1102, 514, 40)))
    vel.logo(stijl, (_DEELMARGE - 6, 44), 76, "petrol", LIJNKLEUREN)
    ruimte = DEELBEELD[0] - 2 * _DEELMARGE - 86
    vel.tekst((_DEELMARGE + 86, 92), stijl.naam, vel.zetters[VET].op_een_regel(stijl.naam, ruimte, 30), "petrol")
    return vel, vel.onderlegger()


def _deelbeeld(stijl: Huisstijl, soort: str, titel: str, onderregel: str) -> bytes:
    vel, png = _deelgrond(stijl)
    vet = vel.zetters[VET]
    vel.vlak((_DEELMARGE, 152), (vet.breedte(soort) * 28 + 40, 50), "mergel", rond=25)
    vel.tekst((_DEELMARGE + 20, 187), soort, 28, "mergel_tekst")
    em, regels = vet.passend(titel, (DEELBEELD[0] - 2 * _DEELMARGE, 240), 84, 24, 1.12)
    vel.kolom((_DEELMARGE, 236 + em * 0.74), regels, (em, 1.12), "petrol_diep")
    if onderregel:
        em = vel.zetters[GEWOON].op_een_regel(onderregel, 720, 28)
        vel.tekst((_DEELMARGE, 603), onderregel, em, "op_petrol", gewicht=GEWOON)
    return png()


LIJNKLEUREN = ("lijn_samen_zien", "lijn_samen_leren_samen_werken", "lijn_samen_doen")
"""The colours of the dots in the logo, as on the site."""


# --------------------------------------------------------------------------------------------------
# The signature under e-mail
# --------------------------------------------------------------------------------------------------


def _handtekening(regiovisie: Regiovisie, soort: str) -> bytes:
    gevaar, advies = _feiten(regiovisie)
    stijl = regiovisie.huisstijl
    waarden = {"stijl": stijl, "gevaar": gevaar, "advies": advies, "voorwaarden": _voorwaarden(advies).lower()}
    return vul(f"handtekening.{soort}", **waarden).encode()


# --------------------------------------------------------------------------------------------------
# All files of the toolkit
# --------------------------------------------------------------------------------------------------


def drukwerk(regiovisie: Regiovisie) -> Iterator[tuple[str, bytes]]:
    """Yield each file to download that is made from the house style: its address from the root of the site, and its bytes."""
    kaart = [feit for feit in regiovisie.contactfeiten.values() if feit.op_kaart]
    sleutel = (_stempel(regiovisie.huisstijl), _feiten(regiovisie), kaart)
    for naam, maak in _bestanden(regiovisie).items():
        yield f"{MAP}/{naam}", bewaard(CACHE, naam, sleutel, maak)
    for soort in ("html", "txt"):
        yield f"{MAP}/e-mailhandtekening.{soort}", _handtekening(regiovisie, soort)


def _bestanden(regiovisie: Regiovisie) -> Mapping[str, Callable[[], bytes]]:
    """Return how each file that is drawn is made, by name."""
    poster = f"Poster: {_feiten(regiovisie)[1].naam}"
    kaartje = regiovisie.huisstijl.kaartje.voorkant
    kanten = (_voorkant, _achterkant)
    return {
        "veilig-thuis-poster-a4.pdf": lambda: _pdf(poster, _poster_zelf(regiovisie, 1)),
        "veilig-thuis-poster-a4-drukker.pdf": lambda: _pdf(poster, _poster_drukker(regiovisie, 1)),
        "veilig-thuis-poster-a4.svg": lambda: _poster_los(regiovisie).svg(poster),
        "veilig-thuis-poster-a3.pdf": lambda: _pdf(poster, _poster_zelf(regiovisie, A3_NAAST_A4)),
        "veilig-thuis-poster-a3-drukker.pdf": lambda: _pdf(poster, _poster_drukker(regiovisie, A3_NAAST_A4)),
        "veilig-thuis-kaartje.pdf": lambda: _pdf(kaartje, _kaartje_zelf(regiovisie)),
        "veilig-thuis-kaartje-drukker.pdf": lambda: _pdf(
            kaartje, *(_kaartje_drukker(regiovisie, kant) for kant in kanten)
        ),
        "veilig-thuis-kaartje.svg": lambda: _kaartje_open(regiovisie).svg(kaartje),
    }


def _pdf(titel: str, *vellen: _Vel) -> bytes:
    """Return the sheets as one PDF that says what it is, in which language, and where the printer cuts."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, RectangleObject, TextStringObject

    uit = PdfWriter()
    for vel in vellen:
        blad = uit.add_page(PdfReader(BytesIO(vel.pdf())).pages[0])
        blad.trimbox, blad.bleedbox = RectangleObject(vel.vak(0)), RectangleObject(vel.vak(vel.afloop))
    uit.add_metadata({"/Title": titel})
    uit.root_object[NameObject("/Lang")] = TextStringObject("nl-NL")
    uit.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    inhoud = BytesIO()
    uit.write(inhoud)
    return inhoud.getvalue()


def _stempel(stijl: Huisstijl) -> str:
    """Return what every drawing depends on, as a hash: the house style, the font, the logo, and this code."""
    bestanden = (Path(__file__), WORTEL / stijl.lettertype.bestand, WORTEL / stijl.logo)
    return hashlib.sha256(repr(stijl).encode() + b"".join(pad.read_bytes() for pad in bestanden)).hexdigest()
