"""What could be better in data and pages that passed the gate, each with file, line and column; it blocks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros import inlezen, leesbaarheid, paginas, redactieregels, yamlplaats
from macros.inlezen import Fout
from macros.leesbaarheid import Verslag
from macros.model import Contactfeit, Regiovisie, Soort
from macros.yamlplaats import Plek

CONTACTFEITEN = "data/contactfeiten.yml"
ZOEKTERMEN = "data/zoektermen.yml"
HULPPAGINAS = "docs/hulp"


class Advies(Fout):
    """One thing that could be better, and where. As text: `file:line:column: advies: what; what to do`."""

    def __str__(self) -> str:
        """Return the line as an error is shown, with the word that says that it is none."""
        return str(Fout(self.bestand, self.regel, self.kolom, f"advies: {self.tekst}"))


@dataclass(frozen=True, kw_only=True)
class Paginaverslag:
    """How easily a help page reads."""

    bestand: str
    verslag: Verslag

    @property
    def adviezen(self) -> tuple[Advies, ...]:
        """What could read more easily, in the order of the page."""
        return tuple(Advies(self.bestand, b.regel, b.kolom, b.tekst) for b in self.verslag.bevindingen)


def contactfeiten(wortel: Path, regiovisie: Regiovisie, dag: date) -> tuple[Advies, ...]:
    """Return the contact facts of the project at `wortel` that somebody must check again, as it stands on the day."""
    boom = yamlplaats.lees((wortel / CONTACTFEITEN).read_bytes()).boom
    adviezen = []
    for nummer, feit in enumerate(regiovisie.contactfeiten.values()):
        tekst = _na_te_gaan(feit, dag)
        if tekst:
            plek = yamlplaats.zoek(boom, ("feiten", nummer, "gecontroleerd_op")) if boom else Plek(1, 1)
            adviezen.append(Advies(CONTACTFEITEN, plek.regel, plek.kolom, tekst))
    return tuple(adviezen)


def _na_te_gaan(feit: Contactfeit, dag: date) -> str | None:
    wat = f"{feit.naam}{f' ({feit.telefoon or feit.website})' if feit.telefoon or feit.website else ''}"
    if feit.gecontroleerd_op is None:
        return f"{wat} is nog nooit nagegaan; doe dat en schrijf hier de dag, zoals {dag}"
    if feit.gecontroleerd_op > dag:
        return f"{wat}: {feit.gecontroleerd_op} is later dan {dag}; schrijf de dag waarop het is nagegaan"
    if feit.na_te_gaan(dag):
        return f"{wat} is voor het laatst nagegaan op {feit.gecontroleerd_op}; doe dat opnieuw en schrijf hier de dag"
    return None


def zoektermen(wortel: Path, regiovisie: Regiovisie) -> tuple[Advies, ...]:
    """Return the addresses of items that words lead to, and that have no page any more: the words do without."""
    boom = yamlplaats.lees((wortel / ZOEKTERMEN).read_bytes()).boom
    plekken = (
        (yamlplaats.zoek(boom, pad) if boom else Plek(1, 1), tekst)
        for pad, tekst in regiovisie.zoektermen.zonder_pagina(inlezen.paginas_van(wortel), items=True)
    )
    return tuple(Advies(ZOEKTERMEN, plek.regel, plek.kolom, f"leidt_naar: {tekst}") for plek, tekst in plekken)


def hulppaginas(wortel: Path, regiovisie: Regiovisie) -> Iterator[Paginaverslag]:
    """Yield how each Dutch help page of the project at `wortel` reads."""
    for pad in sorted((wortel / HULPPAGINAS).glob("*.md")):
        tekst = pad.read_text(encoding="utf-8-sig")
        kop = paginas.kop(tekst)
        if kop and "taal" in kop.data:
            continue
        verslag = leesbaarheid.lees(tekst, regiovisie.begrippen.values())
        yield Paginaverslag(bestand=pad.relative_to(wortel).as_posix(), verslag=verslag)


@dataclass(frozen=True, kw_only=True)
class Itemverslag:
    """What could be better in an item, in the order of its fields."""

    bestand: str
    adviezen: tuple[Advies, ...]


def items(wortel: Path, regiovisie: Regiovisie, dag: date) -> Iterator[Itemverslag]:
    """Yield what could be better in each item of the project at `wortel`, as it stands on the day: the newest first."""
    kennis = inlezen.Werkbank.laad(wortel).kennis
    for item in sorted(regiovisie.alle_items, key=lambda item: item.publicatiedatum, reverse=True):
        bestand = f"docs/{item.soort.value}/{item.id}.md"
        gelezen = paginas.kop(paginas.lees(wortel / bestand), soepel=True)
        adviezen = tuple(sorted(_van_item(bestand, item.soort, gelezen, kennis, dag))) if gelezen else ()
        if adviezen:
            yield Itemverslag(bestand=bestand, adviezen=adviezen)


def _van_item(
    bestand: str, soort: Soort, gelezen: yamlplaats.Gelezen, kennis: redactieregels.Kennis, dag: date
) -> Iterator[Advies]:
    boom = gelezen.boom
    for bevinding in redactieregels.bevindingen(soort.value, gelezen.data, kennis, dag) if boom else ():
        if boom and not bevinding.regel.blokkeert:
            plek = yamlplaats.zoek(boom, bevinding.pad)
            naam = yamlplaats.sleutel_bij(boom, bevinding.pad)
            # The head begins on the second line of the page.
            yield Advies(bestand, plek.regel + 1, plek.kolom, f"{naam}: {bevinding.tekst}")
