"""What becomes of a mutation: refused with good messages, or accepted and then rendered to the same kind of pages.

A trial runs in a process of its own, so that a hang or a crash of one mutation is seen and survived.
"""

from __future__ import annotations

import multiprocessing
import re
import shutil
import traceback
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import markdown
from jinja2 import Environment, StrictUndefined
from lxml import etree
from lxml import html as lxml_html
from mkdocs.config import load_config

from macros import ALGEMEEN, PER_PLAN, grafieken, inlezen
from macros.model import Regiovisie, Tijdlijnbestand
from macros.opmaak import Blad
from tests.macros.mutaties import Gegevens, Mutatie, merken, mutatie

WORTEL = Path(__file__).resolve().parents[2]
PEILDATUM = date(2026, 11, 26)
TIJD = 60.0
"""Seconds that one mutation may take, reading and drawing and a slow machine included."""

MIN_INGEKORT = 9
VASTE_ATTRIBUTEN = (
    "id",
    "class",
    "href",
    "src",
    "name",
    "type",
    "role",
    "scope",
    "colspan",
    "rowspan",
    "for",
    "tabindex",
)
ENGELS = re.compile(
    r"\b(should|expected|input|field|required|valid|invalid|value|found|while|line|column|error|exception|traceback|"
    r"type=|unable|could|must|match|pattern|string|integer|dictionary|mapping|unicode|codec|permitted|none)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """How a trial ended: refused or accepted, how often planted text was seen in a page, and what was not right."""

    soort: str
    aanvaard: bool
    gezien: int = 0
    klachten: tuple[str, ...] = ()


def gegevens(wortel: Path = WORTEL) -> Gegevens:
    """The real data files by name."""
    return {pad.relative_to(wortel).as_posix(): pad.read_bytes() for pad in sorted((wortel / "data").rglob("*.yml"))}


def pas_toe(deze: Mutatie, wortel: Path) -> None:
    """Write the mutation into a copy of the project."""
    for naam, inhoud in deze.bestanden.items():
        if inhoud is None:
            (wortel / naam).unlink()
        else:
            (wortel / naam).write_bytes(inhoud)


# --------------------------------------------------------------------------------------------------
# Refused: what a message must be like
# --------------------------------------------------------------------------------------------------


def klachten_over_meldingen(meldingen: Iterable[str], wortel: Path) -> Iterator[str]:
    """Whatever makes a message of the gate unfit for an editor."""
    for melding in meldingen:
        gevonden = re.fullmatch(r"((?:data|docs)/[\w./-]+):(\d+):(\d+): (\S.*)", melding)
        if not gevonden:
            yield f"no file:line:column: text: {melding!r}"
            continue
        naam, regel, kolom, tekst = gevonden[1], int(gevonden[2]), int(gevonden[3]), gevonden[4]
        if not melding.isprintable():
            yield f"invisible characters: {melding!r}"
        if len(melding) > 1500:
            yield f"{len(melding)} characters long: {melding[:200]!r}"
        if ENGELS.search(re.sub(r"'[^']*'|\"[^\"]*\"", "", tekst)):
            yield f"English: {melding!r}"
        pad = wortel / naam
        if not pad.is_file():
            if "ontbreekt" not in tekst:
                yield f"no such file: {melding!r}"
            continue
        # YAML counts a lone carriage return as the end of a line, and so do editors.
        regels = re.split(r"\r\n|\r|\n", pad.read_bytes().decode("utf-8-sig", errors="replace"))
        if not (1 <= regel <= len(regels) and 1 <= kolom <= len(regels[regel - 1]) + 1):
            yield f"not a place in the file: {melding!r}"


# --------------------------------------------------------------------------------------------------
# Accepted: what the pages must be like
# --------------------------------------------------------------------------------------------------


def _elementen(boom: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml is published without types
    return (element for element in boom.iter() if isinstance(element.tag, str))


def _in_beeld(element: Any) -> bool:  # noqa: ANN401 - see _elementen
    return element.tag == "svg" or any(ouder.tag == "svg" for ouder in element.iterancestors())


def soorten(boom: Any) -> set[tuple[str, str]]:  # noqa: ANN401 - see _elementen
    """Which attributes occur on which elements."""
    return {(element.tag, naam) for element in _elementen(boom) for naam in ("", *element.attrib)}


def bouw_van(boom: Any) -> Counter[tuple[object, ...]]:  # noqa: ANN401 - see _elementen
    """The structure of a page without its texts: elements with their parents and fixed attributes, outside pictures."""
    return Counter(
        (
            tuple(ouder.tag for ouder in element.iterancestors()),
            element.tag,
            tuple(sorted(element.attrib)),
            tuple(element.get(naam) for naam in VASTE_ATTRIBUTEN),
        )
        for element in _elementen(boom)
        if element.tag == "svg" or not _in_beeld(element)
    )


def _teksten(boom: Any) -> Iterator[str]:  # noqa: ANN401 - see _elementen
    for element in _elementen(boom):
        if element.tag != "text":  # a picture breaks its lines; its <title> and <desc> hold the whole
            yield element.text or ""
            yield from element.attrib.values()
        yield element.tail or ""


def klachten_over_pagina(
    boom: Any,  # noqa: ANN401 - see _elementen
    gewone: Any,  # noqa: ANN401 - see _elementen
    bekend: set[tuple[str, str]],
    *,
    alleen_tekst: bool,
) -> Iterator[str]:
    """Whatever a page has that the unmutated pages don't have, apart from other texts."""
    yield from (f"new element or attribute {nieuw}" for nieuw in sorted(soorten(boom) - bekend))
    for element in _elementen(boom):
        adres = element.get("href") or element.get("src") or ""
        if element.get("rel") == "icon" and adres.startswith("data:image/svg+xml,"):
            continue  # the neutral icon of help pages, which no data can change
        if re.match(r"\s*(javascript|data|vbscript):", adres, re.IGNORECASE) or "kwaad" in adres:
            yield f"address {adres!r}"
        yield from (f"attribute {naam}" for naam in element.attrib if naam.startswith("on"))
    ids = Counter(element.get("id") for element in _elementen(boom) if element.get("id"))
    yield from (f"id {naam!r} occurs {aantal} times" for naam, aantal in ids.items() if aantal > 1)
    if alleen_tekst:
        nu, toen = bouw_van(boom), bouw_van(gewone)
        yield from (f"too many: {wat}" for wat in list(nu - toen)[:3])
        yield from (f"missing: {wat}" for wat in list(toen - nu)[:3])


def zoek_geplant(boom: Any, geplant: Mapping[str, str]) -> tuple[int, list[str]]:  # noqa: ANN401 - see _elementen
    """How many texts of the page hold something planted, and those that don't hold it whole and to the letter."""
    gezien, gebroken = 0, []
    for tekst in _teksten(boom):
        if "merk" not in tekst.casefold():
            continue
        effen = " ".join(tekst.split()).casefold()
        for merk in set(re.findall(r"merk[az]\d+x", effen)) & set(geplant):
            gezien += 1
            if geplant[merk] not in effen and not _ingekort(geplant[merk], effen):
                gebroken.append(f"planted {geplant[merk]!r}, came out as {effen[:300]!r}")
    return gezien, gebroken


def _ingekort(geplant: str, effen: str) -> bool:
    """Whether the planted text was cut short on purpose, which three dots tell."""
    begin, punten, _ = effen.partition("...")
    return bool(punten) and len(begin) > MIN_INGEKORT and geplant.startswith(begin)


def geplant_per_merk(teksten: Iterable[str]) -> dict[str, str]:
    """The planted texts as a page shows them, by each of the words around them."""
    return {merk.casefold(): " ".join(tekst.split()).casefold() for tekst in teksten for merk in merken(tekst)}


class Beproeving:
    """A copy of the project in which one mutation after another is tried."""

    def __init__(self, wortel: Path) -> None:
        self.wortel = wortel
        for naam in ("data", "docs", "overrides"):
            shutil.copytree(WORTEL / naam, wortel / naam, dirs_exist_ok=True)
        self.gegevens = gegevens(wortel)
        if grafieken.CACHE.is_dir():
            shutil.copytree(grafieken.CACHE, wortel / "grafieken", dirs_exist_ok=True)
        grafieken.CACHE = wortel / "grafieken"
        instellingen = load_config(str(WORTEL / "mkdocs.yml"))
        self.markdown = markdown.Markdown(
            extensions=instellingen["markdown_extensions"], extension_configs=instellingen["mdx_configs"]
        )
        omgeving = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - as mkdocs-macros does
        self.sjablonen = {
            pad.relative_to(wortel).as_posix(): omgeving.from_string(pad.read_text("utf-8"))
            for pad in (wortel / "docs").rglob("*.md")
        }
        self.gewone_bron = self._vul(inlezen.laad(wortel))
        self.gewoon = {naam: self._boom(bron) for naam, bron in self.gewone_bron.items()}
        self.bekend = {paar for boom in self.gewoon.values() for paar in soorten(boom)}

    def _vul(self, regiovisie: Regiovisie) -> dict[str, str]:
        """Every page as Markdown, with what the macros return."""
        paginas = {}
        for bestand, sjabloon in self.sjablonen.items():
            adres = bestand.removeprefix("docs/").removesuffix(".md") + "/"
            blad = Blad(regiovisie=regiovisie, peildatum=PEILDATUM, basis="../", pagina=adres)
            macros = {naam: partial(functie, blad) for naam, functie in ALGEMEEN.items()}
            for naam, functie in PER_PLAN.items():
                macros[naam] = partial(
                    lambda f, b, plan_id, *rest: f(b, regiovisie.plannen[plan_id], *rest), functie, blad
                )
            paginas[bestand] = sjabloon.render(macros)
        return paginas

    def _boom(self, bron: str) -> Any:  # noqa: ANN401 - see _elementen
        zonder_kop = re.sub(r"\A---\n.*?\n---\n", "", bron, flags=re.DOTALL)
        return lxml_html.document_fromstring(f"<main>{self.markdown.reset().convert(zonder_kop)}</main>")

    def beproef(self, zaad: int) -> Uitkomst:
        """Try the mutation of this seed, and put everything back."""
        deze = mutatie(zaad, self.gegevens)
        try:
            pas_toe(deze, self.wortel)
            return self._oordeel(deze)
        finally:
            for naam in deze.bestanden:
                if naam in self.gegevens:
                    (self.wortel / naam).write_bytes(self.gegevens[naam])
                else:
                    (self.wortel / naam).unlink()

    def _oordeel(self, deze: Mutatie) -> Uitkomst:
        try:
            regiovisie = inlezen.laad(self.wortel)
        except inlezen.Inleesfouten as mis:
            meldingen = str(mis).splitlines()
            klachten = tuple(klachten_over_meldingen(meldingen, self.wortel))
            if len(meldingen) != len(mis.fouten):
                klachten = (*klachten, f"{len(mis.fouten)} errors take {len(meldingen)} lines")
            return Uitkomst(soort=deze.soort, aanvaard=False, klachten=klachten)
        gezien, klachten_ = 0, []
        geplant = geplant_per_merk(deze.geplant)
        for naam, bron in self._vul(regiovisie).items():
            if bron == self.gewone_bron[naam]:
                continue
            boom = self._boom(bron)
            op_pagina = klachten_over_pagina(boom, self.gewoon[naam], self.bekend, alleen_tekst=deze.alleen_tekst)
            aantal, gebroken = zoek_geplant(boom, geplant)
            gezien += aantal
            klachten_ += [f"{naam}: {klacht}" for klacht in [*op_pagina, *gebroken]]
        for plan in (plan for plan in regiovisie.plannen.values() if plan.heeft(Tijdlijnbestand)):
            etree.fromstring(grafieken.tijdlijnbeeld(plan, PEILDATUM, "svg"))
        return Uitkomst(soort=deze.soort, aanvaard=True, gezien=gezien, klachten=tuple(klachten_))


# --------------------------------------------------------------------------------------------------
# A process of its own
# --------------------------------------------------------------------------------------------------


def _draai(verbinding: Connection, wortel: Path) -> None:
    warnings.simplefilter("error")
    beproeving: Beproeving | None = None
    while True:
        zaad = verbinding.recv()
        try:
            beproeving = beproeving or Beproeving(wortel)
            verbinding.send(beproeving.beproef(zaad))
        except Exception:  # noqa: BLE001 - a traceback is exactly what is looked for
            verbinding.send(Uitkomst(soort="?", aanvaard=False, klachten=(traceback.format_exc(),)))


class Werker:
    """The process in which mutations are tried; a new one after a hang or a crash."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.aantal = 0
        self._start()

    def _start(self) -> None:
        self.aantal += 1
        context = multiprocessing.get_context("spawn")
        self.verbinding, andere = context.Pipe()
        self.proces = context.Process(target=_draai, args=(andere, self.map / str(self.aantal)), daemon=True)
        self.proces.start()
        andere.close()

    def stop(self) -> None:
        """End the process."""
        self.proces.kill()
        self.proces.join()
        self.verbinding.close()

    def beproef(self, zaad: int) -> Uitkomst:
        """Try one mutation; no answer in time, or none at all, is an outcome too."""
        self.verbinding.send(zaad)
        try:
            if self.verbinding.poll(TIJD):
                uitkomst: Uitkomst = self.verbinding.recv()
                return uitkomst
            wat = f"no answer in {TIJD:.0f} seconds"
        except EOFError:
            wat = "the process crashed"
        self.stop()
        self._start()
        return Uitkomst(soort="?", aanvaard=False, klachten=(wat,))
