"""What all plans share: sources, regions, organisations, themes, contact facts, and the heads of help pages."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StrictInt, model_validator

from macros.model.bouwstenen import (
    TAAL_VORM,
    Anderstalig,
    Bron,
    ContactfeitId,
    Dag,
    Id,
    JaNee,
    Korttekst,
    Model,
    OfWoord,
    OrganisatieId,
    Tekst,
    Telefoon,
    fout,
    neutraal,
)

MIN_VEROUDERD = 4
MAANDEN_GELDIG = 6
MAX_OP_KAART = 8


class Document(Model):
    """A source document from which facts were taken."""

    id: Id
    titel: Korttekst
    ondertitel: Korttekst | None = None
    uitgever: Korttekst
    periode: Korttekst


class Bronnenbestand(Model):
    """All source documents."""

    documenten: tuple[Document, ...] = Field(min_length=1)


class Regio(Model):
    """A region that makes its own plan, with its municipalities and its Veilig Thuis organisation.

    `contact` is the contact fact by which a resident finds that organisation.
    """

    id: Id
    naam: Korttekst
    gemeenten: tuple[OrganisatieId, ...] = Field(min_length=1)
    centrumgemeenten: tuple[OrganisatieId, ...] = ()
    veilig_thuis: OrganisatieId
    contact: ContactfeitId
    bron: Bron


class Regiosbestand(Model):
    """All regions."""

    regios: tuple[Regio, ...] = Field(min_length=1)


class Organisatiesoort(StrEnum):
    """What kind of organisation it is, in the reader's terms."""

    GEMEENTE = "gemeente"
    VEILIG_THUIS = "veilig-thuis"
    VEILIGHEID = "veiligheid-en-justitie"
    JEUGD = "jeugdbescherming"
    OPVANG = "opvang-en-hulp"
    KENNIS = "kennis-en-ondersteuning"
    ONDERWIJS = "onderwijs"
    ZORG = "zorg"
    WELZIJN = "welzijn"
    OVERIG = "overig"


class Organisatie(Model):
    """An organisation or municipality that takes part in the approach."""

    id: Id
    naam: Korttekst
    soort: Organisatiesoort
    afkorting: Korttekst | None = None
    ook_genoemd: tuple[Korttekst, ...] = ()
    let_op: tuple[Tekst, ...] = ()
    bron: Bron

    @property
    def plaats(self) -> str:
        """The name of a municipality as residents say it, without the word Gemeente."""
        return self.naam.removeprefix("Gemeente ")


class Organisatiesbestand(Model):
    """All organisations."""

    organisaties: tuple[Organisatie, ...] = Field(min_length=1)


class Thema(Model):
    """A subject that runs through activities of several plans."""

    id: Id
    naam: Korttekst
    uitleg: Tekst


class Themasbestand(Model):
    """All themes."""

    themas: tuple[Thema, ...] = Field(min_length=1)


class Zekerheid(StrEnum):
    """How sure a contact fact is: only confirmed ones are published without a caveat."""

    BEVESTIGD = "bevestigd"
    DEELS = "deels"
    ONBEKEND = "onbekend"


class Contactfeit(Model):
    """How somebody in need can reach an organisation, or a fact that such a person must be able to rely on.

    `op_kaart` puts the number on the card to print, under these words, which must betray nothing.
    """

    id: Id
    naam: Korttekst
    telefoon: Telefoon | None = None
    website: Annotated[str, Field(pattern=r"^[a-z0-9.-]+\.[a-z]{2,}$", max_length=80)] | None = None
    kosten: Korttekst | None = None
    open: Korttekst | None = None
    voor: Korttekst | None = None
    uitleg: Tekst | None = None
    op_kaart: Annotated[Korttekst, Field(max_length=80), AfterValidator(neutraal)] | None = None
    bron: Korttekst
    status: Zekerheid
    gecontroleerd_op: Annotated[Dag | None, OfWoord("onbekend")]

    @model_validator(mode="after")
    def _zeker_op_de_kaart(self) -> Self:
        if self.op_kaart and not (self.telefoon and self.status is Zekerheid.BEVESTIGD):
            raise fout("op_kaart kan alleen bij een telefoonnummer met status bevestigd; haal de sleutel weg")
        return self

    @property
    def bellen(self) -> str:
        """The number as a `tel:` link wants it: digits only."""
        return re.sub(r"\D", "", self.telefoon or "")

    def na_te_gaan(self, dag: date) -> bool:
        """Tell whether the fact was never checked, or more than six calendar months before the day.

        Six months after 31 August is the last day of February.
        """
        op = self.gecontroleerd_op
        return op is None or (12 * (dag.year - op.year) + dag.month - op.month, dag.day) > (MAANDEN_GELDIG, op.day)


class Nagekeken(Model):
    """What a page says of who, fluent in its language, read it: a function or organisation, and the day; or nobody yet."""

    nagekeken_door: Annotated[Korttekst | None, OfWoord("onbekend")]
    nagekeken_op: Annotated[Dag | None, OfWoord("onbekend")]

    @model_validator(mode="after")
    def _samen(self) -> Self:
        if (self.nagekeken_door is None) != (self.nagekeken_op is None):
            raise fout(
                "nagekeken_door en nagekeken_op horen bij elkaar; vul ze allebei in, of schrijf twee keer onbekend"
            )
        return self


class Hulpkop(Model):
    """The head of a help page: `tabtitel` is what somebody who looks along sees in the tab and in the history."""

    template: Literal["hulp.html"]
    tabtitel: Annotated[Anderstalig, AfterValidator(neutraal)]
    description: Anderstalig
    bronnen: tuple[Korttekst, ...] = Field(min_length=1)
    stappen: JaNee = False


class Interfacewoorden(Model):
    """The words around a help page in another language; in Dutch they stand in the theme."""

    gevaar: Anderstalig
    veilig_thuis: Anderstalig
    gratis: Anderstalig
    snel_weg: Anderstalig
    snel_weg_wat: Anderstalig
    naar_inhoud: Anderstalig
    nog_twee: Anderstalig
    nog_een: Anderstalig
    verlopen: Anderstalig
    laden: Anderstalig
    niet_nagekeken: Anderstalig
    nagekeken: Anderstalig
    hulp_en_advies: Anderstalig
    talen: Anderstalig
    bronnen: Anderstalig


class Anderstaligekop(Nagekeken, Hulpkop):
    """The head of a help page in another language than Dutch; `taal` is its BCP 47 tag, `richting` that of its script."""

    taal: Annotated[str, Field(pattern=TAAL_VORM)]
    richting: Literal["ltr", "rtl"]
    woorden: Interfacewoorden


class Bezoek(Model):
    """A page of the site as a browser remembers it: its address from the root, and its title."""

    adres: Annotated[str, Field(pattern=r"^[a-z0-9/.-]*$", max_length=200)]
    titel: Anderstalig


class Opslag(Model):
    """What visits leave in a browser: what is stored, such as 'localStorage: kleuren', and which other hosts were asked."""

    opgeslagen: tuple[Korttekst, ...] = ()
    andere_hosts: tuple[Korttekst, ...] = ()


class Hulpbezoek(Opslag):
    """What a walk through all help pages leaves: pages in the history, files kept, entries added to the back button."""

    bezocht: tuple[Bezoek, ...] = Field(min_length=1)
    bestanden: tuple[Korttekst, ...] = ()
    stappen_terug: Annotated[StrictInt, Field(ge=0)]


class Sporenbestand(Model):
    """What was measured in a real browser on the built site; written by a command, never by hand."""

    hulp: Hulpbezoek
    rest: Opslag
    na_kleurkeuze: tuple[Korttekst, ...]


class Verouderd(Model):
    """A number or address that must not be published any more."""

    tekst: Korttekst
    gebruik: Korttekst

    @model_validator(mode="after")
    def _lang_genoeg(self) -> Self:
        if sum(teken.isalnum() for teken in self.tekst) < MIN_VEROUDERD:
            raise fout(
                f"'{self.tekst}' is te kort om overal te weigeren; schrijf minstens {MIN_VEROUDERD} letters of cijfers"
            )
        return self


class Contactbestand(Model):
    """Contact facts, and the obsolete ones that are refused everywhere."""

    feiten: tuple[Contactfeit, ...] = Field(min_length=1)
    verouderd: tuple[Verouderd, ...] = ()

    @model_validator(mode="after")
    def _past_op_de_kaart(self) -> Self:
        op_kaart = [feit.id for feit in self.feiten if feit.op_kaart]
        if not 1 <= len(op_kaart) <= MAX_OP_KAART:
            raise fout(
                f"op het kaartje passen 1 tot {MAX_OP_KAART} nummers, en {len(op_kaart)} feiten hebben op_kaart;"
                " haal die sleutel ergens weg, of zet hem erbij"
            )
        return self
