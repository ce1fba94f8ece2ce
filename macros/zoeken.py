"""The register of words: what works in the search box, from A to Z, for who has no search box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.model import Organisatiesoort, Regiovisie, plat, van_item
from macros.opmaak import Blad, vul

CIJFERS = "0-9"


@dataclass(frozen=True, kw_only=True)
class Trefwoord:
    """A word and the address of the page it leads to."""

    woord: str
    adres: str
    taal: str = "nl"

    @property
    def letter(self) -> str:
        """The heading under which it stands."""
        eerste = plat(self.woord)[0]
        return CIJFERS if eerste.isdigit() else eerste.upper()


def trefwoorden(blad: Blad) -> str:
    """Return every word that leads to a page, under its letter."""
    zichtbaar = {item.pagina for item in blad.regiovisie.alle_items if blad.toont(item)}
    alle: dict[str, Trefwoord] = {}
    for trefwoord in _alle(blad.regiovisie, zichtbaar):
        alle.setdefault(plat(trefwoord.woord), trefwoord)
    op_volgorde = sorted(alle.values(), key=lambda t: (t.letter != CIJFERS, plat(t.woord), t.woord, t.adres))
    letters = [(letter, list(groep)) for letter, groep in groupby(op_volgorde, key=lambda t: t.letter)]
    return vul("trefwoorden.md", blad=blad, letters=letters)


def _alle(regiovisie: Regiovisie, items: set[str]) -> Iterator[Trefwoord]:
    yield from _van_termen(regiovisie, items)
    for organisatie in regiovisie.organisaties.values():
        map_ = "gemeenten" if organisatie.soort is Organisatiesoort.GEMEENTE else "organisaties"
        adres = f"{map_}/{organisatie.id.removeprefix('gemeente-')}/"
        for naam in (organisatie.plaats, organisatie.afkorting, *organisatie.ook_genoemd):
            if naam:
                yield Trefwoord(woord=naam, adres=adres)
    for thema in regiovisie.themas.values():
        yield Trefwoord(woord=thema.naam, adres=f"themas/{thema.id}/")
    for begrip in regiovisie.begrippen.values():
        adres = f"begrippen/{begrip.id}/"
        for naam in (begrip.afkorting, begrip.term, *begrip.ook):
            if naam and adres in items:
                yield Trefwoord(woord=naam, adres=adres)


def _van_termen(regiovisie: Regiovisie, items: set[str]) -> Iterator[Trefwoord]:
    """Yield the everyday words with the first of their pages that is there: an item may be a draft, or gone."""
    for term in regiovisie.zoektermen.termen:
        for doel in term.leidt_naar:
            pagina = doel.partition("#")[0]
            if pagina in items or not van_item(pagina):
                yield from (Trefwoord(woord=woord, adres=doel, taal=term.taal) for woord in term.trefwoorden)
                break
