"""What people type in the search box: everyday words that lead to a page, and words of acute danger."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from macros.model.bouwstenen import TAAL_VORM, Anderstalig, ContactfeitId, Id, Model

Adres = Annotated[str, Field(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$", max_length=200)]
"""A page by its address from the root of the site, such as 'hulp/thuis/', with the place on it after '#' if need be."""

Zoekwoord = Annotated[Anderstalig, Field(max_length=80)]
"""A word or a few words as somebody types them, in any language."""


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

    `zoek_ook` are words to look for in the text of pages as well. `telt` says how much the entry counts beside others:
    `meer` when it is specific, `wie` when it says who is asking, or about whom.
    """

    woord: Zoekwoord
    taal: Annotated[str, Field(pattern=TAAL_VORM)] = "nl"
    ook: tuple[Zoekwoord, ...] = Field(default=(), max_length=200)
    leidt_naar: tuple[Adres, ...] = Field(min_length=1, max_length=8)
    zoek_ook: tuple[Zoekwoord, ...] = Field(default=(), max_length=8)
    telt: Literal["gewoon", "meer", "wie"] = "gewoon"

    @property
    def woorden(self) -> tuple[str, ...]:
        """All words of the entry."""
        return (self.woord, *self.ook)


class Zoektermenbestand(Model):
    """All entries of the search."""

    gevaar: tuple[Gevaar, ...] = Field(min_length=1)
    termen: tuple[Zoekterm, ...] = Field(min_length=1)

    def adressen(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield each address with its path in the file."""
        for nr, gevaar in enumerate(self.gevaar):
            yield ("gevaar", nr, "meer"), gevaar.meer
        for nr, term in enumerate(self.termen):
            for plek, adres in enumerate(term.leidt_naar):
                yield ("termen", nr, "leidt_naar", plek), adres

    def woorden(self, lijst: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield each word of the list `gevaar` or `termen` with its path in the file."""
        if lijst == "gevaar":
            for nr, gevaar in enumerate(self.gevaar):
                for plek, woord in enumerate(gevaar.woorden):
                    yield ("gevaar", nr, "woorden", plek), woord
            return
        for nr, term in enumerate(self.termen):
            yield ("termen", nr, "woord"), term.woord
            for plek, woord in enumerate(term.ook):
                yield ("termen", nr, "ook", plek), woord

    def naam(self, lijst: str, nr: int) -> str:
        """Return how an entry is called."""
        return self.gevaar[nr].id if lijst == "gevaar" else self.termen[nr].woord
