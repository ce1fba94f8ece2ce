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
    for regel in (*_contactfeiten(wortel, regiovisie, dag), *_hulppaginas(wortel, regiovisie)):
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


def _hulppaginas(wortel: Path, regiovisie: Regiovisie) -> Iterator[str]:
    """A line per help page, and under it a line per finding."""
    verslagen = list(advies.hulppaginas(wortel, regiovisie))
    if verslagen:
        yield f"Hoe leesbaar zijn de hulppagina's? Hoogstens {MAX_WOORDEN} woorden per zin, gemiddeld {MAX_GEMIDDELD}."
        for pagina in verslagen:
            yield _samenvatting(pagina)
            yield from map(str, pagina.adviezen)
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
