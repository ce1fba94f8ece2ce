"""The real page of an item that is still being written, and what there is to say about it.

The item goes through the same gate and the same macro as when it is published. Where something is still missing, a
stand-in takes its place, so that the page grows as it is written; what is missing is told beside it.
"""

import json
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from macros import inlezen, redactie
from macros.inlezen import Bezwaar, Werkbank
from macros.model import ITEMSOORTEN, Item, Soort
from macros.opmaak import Blad
from scripts.bouw import peildatum
from scripts.velden import Formulier

NIEUW = "nieuw"
BEGIN, EIND = "<article", "</article>"
RIJ = '<nav class="blader'

Pad = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What the editor sends: what is in the form."""

    soort: Soort
    naam: str
    kop: Mapping[str, Any]

    @classmethod
    def lees(cls, inhoud: bytes) -> "Vraag":
        """Read it; raise ValueError for anything else."""
        try:
            data = json.loads(inhoud)
            kop = {naam: waarde for naam, waarde in data["kop"].items() if naam != "body"}
            return cls(soort=Soort(data["soort"]), naam=str(data["naam"] or NIEUW), kop=kop)
        except (KeyError, TypeError, AttributeError) as mis:
            raise ValueError(inhoud) from mis


@dataclass(frozen=True, kw_only=True)
class Bevinding:
    """One thing to be said about what is being written, in the words of the form."""

    veld: str
    tekst: str
    houdt_tegen: bool
    goed: str = ""


@dataclass(frozen=True, kw_only=True)
class Voorbeeld:
    """The page, and what there is to say about it; or what keeps a page from being made."""

    fout: str = ""
    pagina: str = ""
    bevindingen: tuple[Bevinding, ...] = ()


class Voorbeeldmaker:
    """Makes the page in the shell of a built one; remembers what was known when the data were last in order."""

    def __init__(self, wortel: Path, site: Path, is_er: Callable[[str], bool]) -> None:
        """`is_er` tells whether a photo is there, by its address."""
        self._wortel = wortel
        self._is_er = is_er
        self._site = site
        self._laatst: Werkbank | None = None
        self._slot = threading.Lock()

    def werkbank(self) -> Werkbank:
        """What is known now, or else was known last; raise Inleesfouten when nothing was ever in order."""
        with self._slot:  # one reads; who comes meanwhile gets what was read
            try:
                self._laatst = Werkbank.laad(self._wortel)
            except inlezen.Inleesfouten:
                if self._laatst is None:
                    raise
            return self._laatst

    def maak(self, vraag: Vraag) -> Voorbeeld:
        """The page and the findings, as the editor shows them."""
        try:
            bank = self.werkbank()
        except inlezen.Inleesfouten as mis:
            eerste = str(mis.fouten[0])
            return Voorbeeld(fout=f"Ergens anders in de site staat een fout; die moet eerst weg. {eerste}")
        dag = peildatum(None, os.environ)
        oordeel = bank.beoordeel(vraag.soort, vraag.naam, _als_kop(vraag.kop), dag)
        formulier = Formulier(bank.regiovisie, dag)
        tegen = [*oordeel.bezwaren, *self._beelden(vraag)]
        al_gezegd = {bezwaar.pad for bezwaar in tegen}
        bevindingen = [
            *(Bevinding(veld=formulier.label(vraag.soort, b.pad), tekst=b.tekst, houdt_tegen=True) for b in tegen),
            *(
                Bevinding(
                    veld=formulier.label(vraag.soort, b.pad),
                    tekst=b.tekst,
                    houdt_tegen=b.regel.blokkeert,
                    goed=b.regel.goed,
                )
                for b in oordeel.bevindingen
                if b.pad not in al_gezegd
            ),
        ]
        item = oordeel.item or self._voorlopig(bank, vraag, oordeel.bezwaren, formulier, dag)
        return Voorbeeld(pagina=self._pagina(bank, item, dag) if item else "", bevindingen=tuple(bevindingen))

    def _beelden(self, vraag: Vraag) -> Iterator[Bezwaar]:
        for pad, beeld in inlezen.beelden_in(vraag.kop):
            if beeld and not self._is_er(beeld):
                yield Bezwaar(pad=(*pad, "bestand"), tekst="deze foto is er niet; kies een andere")

    @staticmethod
    def _voorlopig(
        bank: Werkbank, vraag: Vraag, bezwaren: tuple[Bezwaar, ...], formulier: Formulier, dag: date
    ) -> Item | None:
        """The item with a stand-in for each key that something is wrong with; None when that doesn't help."""
        kop = {naam: waarde for naam, waarde in vraag.kop.items() if naam in ITEMSOORTEN[vraag.soort].model_fields}
        for sleutel in {str(b.pad[0]) for b in bezwaren if b.pad}:
            kop.pop(sleutel, None)
        if any(not b.pad for b in bezwaren):
            kop = {}
        aangevuld = {**formulier.voorlopig(vraag.soort), **{n: w for n, w in kop.items() if w not in ("", None, [])}}
        return bank.beoordeel(vraag.soort, vraag.naam, _als_kop(aangevuld), dag).item

    def _pagina(self, bank: Werkbank, item: Item, dag: date) -> str:
        """The page in the place of the article of the list of its kind, whose links then are right too."""
        basis = f"{item.soort.value}/"
        omhulsel = self._site / basis / "index.html"
        if not omhulsel.is_file():
            return ""
        voor, begin, rest = omhulsel.read_text("utf-8").partition(BEGIN)
        kop, _, _ = rest.partition(">")
        na = rest.rpartition(EIND)[2]
        # The list has a page before and after it; an item stands in no such row.
        voor_rij, _, met_rij = na.partition(RIJ)
        na = voor_rij + met_rij.partition("</nav>")[2] if met_rij else na
        blad = Blad(regiovisie=bank.met(item), peildatum=dag, basis="../", pagina=item.pagina, concepten=True)
        return "".join((voor, begin, kop, ">", self._als_html(redactie.item(blad)), EIND, na))

    def _als_html(self, tekst: str) -> str:
        """Turn the text of a page into HTML with what the site uses for that."""
        from markdown import Markdown

        bestand = self._wortel / "mkdocs.yml"
        uitbreidingen, keuzes = _opmaak(str(bestand), bestand.stat().st_mtime_ns)
        return Markdown(extensions=uitbreidingen, extension_configs=keuzes).convert(tekst)


@lru_cache(maxsize=1)
def _opmaak(bestand: str, _stand: int) -> tuple[list[str], dict[str, Any]]:
    """What the site makes HTML with: the extensions of Markdown, and their settings."""
    from mkdocs.config import load_config

    instellingen = load_config(bestand)
    return instellingen.markdown_extensions, instellingen.mdx_configs


def _als_kop(kop: Mapping[str, Any]) -> bytes:
    """The head of an item; JSON is YAML."""
    return json.dumps(kop, ensure_ascii=False).encode()
