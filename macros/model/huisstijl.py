"""The house style: name, colours, font and logo, and the words on what is printed; one file for all of it.

The style sheets of the site hold the same colours, and a test keeps them equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from macros.model.bouwstenen import ContactfeitId, Korttekst, Model, fout, neutraal, zuivere_tekst

MIN_CONTRAST = 4.5
"""How much text must differ from what it stands on (WCAG 2.2, 1.4.3)."""

_NUMMER = re.compile(r"(?<!\w)\d(?:[\s-]?\d){2,}(?!\w)")


def contrast(een: str, ander: str) -> float:
    """Return the contrast of two colours as WCAG counts it: from 1, the same, to 21, black on white."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _helderheid(kleur: str) -> float:
    delen = [int(kleur[plaats : plaats + 2], 16) / 255 for plaats in (1, 3, 5)]
    rood, groen, blauw = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)  # noqa: PLR2004 - the formula of sRGB
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _zonder_nummer(tekst: str) -> str:
    """Refuse a typed number: each comes from the contact facts, so that it can be wrong in one place only."""
    if gevonden := _NUMMER.search(tekst):
        raise fout(f"'{gevonden[0]}' hoort hier niet; nummers komen vanzelf uit contactfeiten.yml")
    return tekst


Kleurcode = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
"""A colour as #rrggbb."""

Drukzin = Annotated[str, Field(max_length=90), AfterValidator(zuivere_tekst), AfterValidator(_zonder_nummer)]
"""A sentence on something printed, without numbers; one of ninety signs still fits as a heading."""


class Kleur(Model):
    """A colour on light and on dark ground."""

    licht: Kleurcode
    donker: Kleurcode


class Kleuren(Model):
    """The palette, under the names that the style sheets give it (there with hyphens)."""

    papier: Kleur
    vlak: Kleur
    inkt: Kleur
    inkt_zacht: Kleur
    petrol: Kleur
    petrol_diep: Kleur
    op_petrol: Kleur
    mergel: Kleur
    mergel_tekst: Kleur
    nood: Kleur
    op_nood: Kleur
    lucht: Kleur
    heuvel_ver: Kleur
    heuvel_midden: Kleur
    lijn_samen_zien: Kleur
    lijn_samen_leren_samen_werken: Kleur
    lijn_samen_doen: Kleur

    def paren(self) -> Iterator[tuple[str, Kleur]]:
        """Yield each colour with its name."""
        return ((naam, getattr(self, naam)) for naam in type(self).model_fields)

    @model_validator(mode="after")
    def _leesbaar(self) -> Self:
        for tekst, grond in LEESBAAR:
            voor, achter = getattr(self, tekst), getattr(self, grond)
            for stand in ("licht", "donker"):
                verschil = contrast(getattr(voor, stand), getattr(achter, stand))
                if verschil < MIN_CONTRAST:
                    getal = f"{int(verschil * 10) / 10}".replace(".", ",")
                    raise fout(
                        f"{tekst} op {grond} is te slecht te lezen ({stand}: contrast {getal}, nodig is 4,5);"
                        " kies een lichtere of donkerdere kleur"
                    )
        return self


LEESBAAR = (
    ("inkt", "papier"),
    ("inkt", "vlak"),
    ("inkt", "lucht"),
    ("inkt_zacht", "papier"),
    ("inkt_zacht", "vlak"),
    ("op_petrol", "petrol"),
    ("op_petrol", "petrol_diep"),
    ("mergel_tekst", "mergel"),
    ("op_nood", "nood"),
)
"""Which colour is used for text on which ground."""


class Lettertype(Model):
    """The font of the site, where its file is, and what stands in where a font can't be sent along."""

    naam: Korttekst
    bestand: Annotated[str, Field(pattern=r"^overrides/assets/fonts/[a-z0-9-]+\.woff2$", max_length=80)]
    reserve: Korttekst


class Nummers(Model):
    """Which contact facts stand on what is printed; each must be confirmed and have a telephone number."""

    gevaar: ContactfeitId
    advies: ContactfeitId


class Poster(Model):
    """The words on the poster."""

    vraag: Drukzin
    wanneer: Drukzin
    toezegging: Drukzin


class Kaartje(Model):
    """The words on the small card, which betray nothing to whoever finds it."""

    voorkant: Annotated[Drukzin, AfterValidator(neutraal)]


class Handtekening(Model):
    """The words under an e-mail."""

    zin: Drukzin


class Huisstijl(Model):
    """What makes a thing recognisable as ours, and the words on what we print."""

    naam: Drukzin
    ondertitel: Drukzin
    logo: Annotated[str, Field(pattern=r"^overrides/\.icons/regiovisie/[a-z0-9-]+\.svg$", max_length=80)]
    lettertype: Lettertype
    kleuren: Kleuren
    nummers: Nummers
    poster: Poster
    kaartje: Kaartje
    handtekening: Handtekening


GEMAAKT = frozenset(
    {
        "veilig-thuis-poster-a4.pdf",
        "veilig-thuis-poster-a4-drukker.pdf",
        "veilig-thuis-poster-a4.svg",
        "veilig-thuis-poster-a3.pdf",
        "veilig-thuis-poster-a3-drukker.pdf",
        "veilig-thuis-kaartje.pdf",
        "veilig-thuis-kaartje-drukker.pdf",
        "veilig-thuis-kaartje.svg",
        "e-mailhandtekening.html",
        "e-mailhandtekening.txt",
    }
)
"""The files of the toolkit that are made from the house style and the contact facts, by name."""
