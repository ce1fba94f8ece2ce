"""What people type in the search box: everyday words that lead to a page, and words of acute danger."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field

from macros.model.bouwstenen import TAAL_VORM, Anderstalig, ContactfeitId, Id, Model, bedoelde_u
from macros.model.redactie import Soort

Pad = tuple[str | int, ...]
"""The way to a value in the file: keys and places in lists."""

Adres = Annotated[str, Field(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$", max_length=200)]
"""A page by its address from the root of the site, such as 'hulp/thuis/', with the place on it after '#' if need be."""

Zoekwoord = Annotated[Anderstalig, Field(max_length=80)]
"""A word or a few words as somebody types them, in any language."""

LosWoord = Annotated[Anderstalig, Field(max_length=40, pattern=r"^[^\W\d_]+$")]
"""One word, in letters only."""

Groep = Annotated[tuple[LosWoord, ...], Field(min_length=1, max_length=60)]
"""Words that may stand for each other in a question, such as vader and pa."""


@lru_cache(maxsize=16_384)  # the same few thousand words, at every change of a file
def plat(tekst: str) -> str:
    """Write a text as the search reads it: small letters, no accents, words parted by one space."""
    klein = unicodedata.normalize("NFD", tekst.lower().replace("ł", "l").replace("ı", "i"))
    zonder = unicodedata.normalize("NFC", re.sub("(?<=[a-z])[\u0300-\u036f]", "", klein))
    return " ".join(re.findall(r"[^\W_]+", re.sub("[’'`´\u00ad]", "", zonder)))


class Gevaar(Model):
    """A card with numbers that appears as soon as one of its words is typed. The words count exactly as they stand."""

    id: Id
    taal: Annotated[str, Field(pattern=TAAL_VORM)] = "nl"
    kop: Annotated[Anderstalig, Field(max_length=120)]
    feiten: tuple[ContactfeitId, ...] = Field(min_length=1, max_length=3)
    meer: Adres
    woorden: tuple[Zoekwoord, ...] = Field(min_length=1, max_length=200)


class Zoekterm(Model):
    """Words that mean the same to whoever searches, and the pages they lead to, the best first.

    `zinsdelen` are found like the words, but don't stand in the register: parts of sentences that say little by themselves.
    `zoek_ook` are words to look for in the text of pages as well. `telt` says how much the entry counts beside others:
    `meer` when it is specific, `wie` when it says who is asking, or about whom.
    """

    woord: Zoekwoord
    taal: Annotated[str, Field(pattern=TAAL_VORM)] = "nl"
    ook: tuple[Zoekwoord, ...] = Field(default=(), max_length=200)
    zinsdelen: tuple[Zoekwoord, ...] = Field(default=(), max_length=200)
    leidt_naar: tuple[Adres, ...] = Field(min_length=1, max_length=8)
    zoek_ook: tuple[Zoekwoord, ...] = Field(default=(), max_length=8)
    telt: Literal["gewoon", "meer", "wie"] = "gewoon"

    @property
    def woorden(self) -> tuple[str, ...]:
        """All that the entry is found by."""
        return (self.woord, *self.ook, *self.zinsdelen)

    @property
    def trefwoorden(self) -> tuple[str, ...]:
        """The words of the entry as the register has them."""
        return (self.woord, *self.ook)


class Zoektermenbestand(Model):
    """All words of the search: of danger, those that stand for each other, the entries, and those that are no typing error."""

    gevaar: tuple[Gevaar, ...] = Field(min_length=1)
    gelijk: tuple[Groep, ...] = ()
    termen: tuple[Zoekterm, ...] = Field(min_length=1)
    geen_typefout: tuple[LosWoord, ...] = ()

    def zonder_pagina(self, adressen: frozenset[str], *, items: bool) -> Iterator[tuple[Pad, str]]:
        """Yield each address that is of none of these pages, with its path in the file and what is wrong with it.

        Either those of items, which come and go with who publishes, or all others.
        """
        for pad, adres in self._adressen():
            pagina = adres.partition("#")[0]
            if pagina not in adressen and van_item(pagina) == items:
                hint = bedoelde_u(pagina, adressen) or "; schrijf het adres zoals het na de naam van de site staat"
                yield pad, f"er is geen pagina '{pagina}'{hint}"

    def dubbel(self) -> Iterator[tuple[Pad, str]]:
        """Yield each word that stands in the file before, as the search reads it."""
        for woorden in (self._gevaarwoorden(), self._gelijke_woorden(), self._termwoorden(), self._gewone_woorden()):
            gezien: dict[str, str] = {}
            for pad, woord, van in woorden:
                if eerder := gezien.get(plat(woord)):
                    yield pad, f"'{woord}' staat al bij '{eerder}'; laat het op één plaats staan"
                gezien.setdefault(plat(woord), van)

    def zonder_nummer(self, onzeker: frozenset[str]) -> Iterator[tuple[Pad, str]]:
        """Yield each contact fact on a card that is among these, whose number is not sure or not there."""
        for nr, gevaar in enumerate(self.gevaar):
            for plek, feit in enumerate(gevaar.feiten):
                if feit in onzeker:
                    yield (
                        ("gevaar", nr, "feiten", plek),
                        f"'{feit}' is geen bevestigd contactfeit met een telefoonnummer; kies een ander",
                    )

    def _adressen(self) -> Iterator[tuple[Pad, str]]:
        for nr, gevaar in enumerate(self.gevaar):
            yield ("gevaar", nr, "meer"), gevaar.meer
        for nr, term in enumerate(self.termen):
            for plek, adres in enumerate(term.leidt_naar):
                yield ("termen", nr, "leidt_naar", plek), adres

    def _gevaarwoorden(self) -> Iterator[tuple[Pad, str, str]]:
        for nr, gevaar in enumerate(self.gevaar):
            for plek, woord in enumerate(gevaar.woorden):
                yield ("gevaar", nr, "woorden", plek), woord, gevaar.id

    def _gelijke_woorden(self) -> Iterator[tuple[Pad, str, str]]:
        for nr, groep in enumerate(self.gelijk):
            for plek, woord in enumerate(groep):
                yield ("gelijk", nr, plek), woord, groep[0]

    def _gewone_woorden(self) -> Iterator[tuple[Pad, str, str]]:
        for plek, woord in enumerate(self.geen_typefout):
            yield ("geen_typefout", plek), woord, "geen_typefout"

    def _termwoorden(self) -> Iterator[tuple[Pad, str, str]]:
        for nr, term in enumerate(self.termen):
            yield ("termen", nr, "woord"), term.woord, term.woord
            for plek, woord in enumerate(term.ook):
                yield ("termen", nr, "ook", plek), woord, term.woord
            for plek, woord in enumerate(term.zinsdelen):
                yield ("termen", nr, "zinsdelen", plek), woord, term.woord


def van_item(pagina: str) -> bool:
    """Tell whether the address is in the folder of a kind of item, and not its list."""
    map_, _, naam = pagina.partition("/")
    return bool(naam) and map_ in set(Soort)
