"""Only the checks on data and content, for use while writing: no builder, no charts."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from macros import advies, inlezen
from macros.advies import Paginaverslag
from macros.leesbaarheid import MAX_GEMIDDELD, MAX_WOORDEN, Soort
from macros.model import MAANDEN_GELDIG, Regiovisie
from scripts.bouw import peildatum
from scripts.melden import klaag, meld

MAX_BESTANDEN = 12
MAX_PER_BESTAND = 3
"""What is shown of the advice on items, unless all is asked for."""


def opdracht(wortel: Path, opties: Mapping[str, str], _rest: Sequence[str]) -> int:
    """Carries out `controle`."""
    dag = peildatum(opties.get("peildatum"), os.environ)
    try:
        regiovisie = inlezen.laad(wortel)
    except inlezen.Inleesfouten as mis:
        for fout in mis.fouten:
            klaag(str(fout))
        klaag("1 fout." if len(mis.fouten) == 1 else f"{len(mis.fouten)} fouten.")
        return 1
    alles = "alles" in opties
    for regel in (
        *_contactfeiten(wortel, regiovisie, dag),
        *_zoektermen(wortel, regiovisie),
        *_hulppaginas(wortel, regiovisie),
        *_items(wortel, regiovisie, dag, alles=alles),
    ):
        meld(regel)
    meld(f"Geen fouten gevonden in {sum(1 for _ in (wortel / 'data').rglob('*.yml'))} bestanden.")
    return 0


def _contactfeiten(wortel: Path, regiovisie: Regiovisie, dag: date) -> Iterator[str]:
    """The contact facts to check again: one heading says how, a line each says which."""
    adviezen = advies.contactfeiten(wortel, regiovisie, dag)
    if adviezen:
        yield (
            f"Na te gaan: {len(adviezen)} van de {len(regiovisie.contactfeiten)} contactfeiten. Kijk of vraag bij de "
            f"organisatie zelf of het nog klopt, elke {MAANDEN_GELDIG} maanden. Bel een alarmnummer nooit om te proberen."
        )
        yield from map(str, adviezen)
        yield ""


def _zoektermen(wortel: Path, regiovisie: Regiovisie) -> Iterator[str]:
    """The words that lead to an item that is not there any more."""
    adviezen = advies.zoektermen(wortel, regiovisie)
    if adviezen:
        yield "Zoekwoorden die leiden naar iets van de redactie dat er niet meer is. Het zoeken slaat dat over."
        yield from map(str, adviezen)
        yield ""


def _hulppaginas(wortel: Path, regiovisie: Regiovisie) -> Iterator[str]:
    """A line per help page that could read more easily, and under it a line per finding."""
    verslagen = list(advies.hulppaginas(wortel, regiovisie))
    if verslagen:
        yield f"Hoe leesbaar zijn de hulppagina's? Hoogstens {MAX_WOORDEN} woorden per zin, gemiddeld {MAX_GEMIDDELD}."
        for pagina in verslagen:
            if pagina.adviezen:
                yield _samenvatting(pagina)
                yield from map(str, pagina.adviezen)
        goed = sum(not pagina.adviezen for pagina in verslagen)
        yield f"Zonder advies: {goed} van de {len(verslagen)} hulppagina's."
        yield ""


def _items(wortel: Path, regiovisie: Regiovisie, dag: date, *, alles: bool) -> Iterator[str]:
    """What could be better in what the werkgroep communicatie writes: the newest first, and not all of it at once."""
    verslagen = list(advies.items(wortel, regiovisie, dag))
    if not verslagen:
        return
    totaal = sum(len(soort) for soort in regiovisie.items.values())
    yield f"Teksten van de redactie: {totaal} bekeken, bij {len(verslagen)} kan iets beter. Dat houdt niets tegen."
    getoond = verslagen if alles else verslagen[:MAX_BESTANDEN]
    for verslag in getoond:
        adviezen = verslag.adviezen if alles else verslag.adviezen[:MAX_PER_BESTAND]
        yield from map(str, adviezen)
        if rest := len(verslag.adviezen) - len(adviezen):
            yield f"{verslag.bestand}: en nog {rest}"
    if rest := len(verslagen) - len(getoond):
        yield f"En nog {rest} teksten met advies. Alles zien: python3 scripts/regiovisie.py controle --alles"
    yield ""


def _samenvatting(pagina: Paginaverslag) -> str:
    verslag = pagina.verslag
    delen = {
        "zinnen": len(verslag.zinnen),
        "gemiddeld": f"{verslag.gemiddeld:.1f}".replace(".", ","),
        "langste": verslag.langste,
        "lange woorden": verslag.aantal(Soort.WOORD),
        "lijdende vorm": verslag.aantal(Soort.LIJDEND),
        "onverklaarde termen": verslag.aantal(Soort.AFKORTING, Soort.BEGRIP),
    }
    return f"{pagina.bestand}: {', '.join(f'{naam} {waarde}' for naam, waarde in delen.items())}"
