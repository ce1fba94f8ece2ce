"""The vocabulary of the regional approach: what a plan consists of, and what is true of it on a given day.

Frozen pydantic models, one per notion of the domain, under the Dutch name that the notion has in the
plans, in the data files and on the pages. This room knows no files, no HTML and no clock: a date that
matters is an argument. The models are the only schema; the JSON Schema for editors is made from them.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StrictInt,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

Deel = TypeVar("Deel", bound="Model")

MAX_TEKST = 4000
MAX_EURO = 1_000_000_000
EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100
MAX_KEUZES = 12
MIN_VEROUDERD = 4
MAANDEN_GELDIG = 6
COMMUNICATIE = "communicatie"
MAX_GETEKEND = 60
NAUWELIJKS_ANDERS = 0.85

# --------------------------------------------------------------------------------------------------
# Building blocks: text, ids, references, yes/no
# --------------------------------------------------------------------------------------------------

_TAG = re.compile(r"<\s*[/!?]?\s*[A-Za-z]|<!--")
_JINJA = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")


def _fout(tekst: str) -> PydanticCustomError:
    """Return a validation error whose Dutch text is shown to the editor as it stands."""
    return PydanticCustomError("regel", "{tekst}", {"tekst": tekst})


MET_DUBBELE_PUNT = "hier hoort een tekst; staat er een dubbele punt in, zet de hele zin dan tussen aanhalingstekens"


SCHRIFTTEKENS = frozenset("\u200c\u200d\u200e\u200f")
"""Joiners and direction marks: invisible, but part of how Arabic, Persian or Hindi is written."""


def _zuivere_tekst(tekst: str, toegestaan: frozenset[str] = frozenset()) -> str:
    """Refuse what would not come out of a page as the words that went in."""
    if not tekst.strip():
        raise _fout("de tekst is leeg; schrijf de tekst of haal de sleutel weg")
    if not any(teken.isalnum() for teken in tekst):
        raise _fout("in de tekst staat geen letter of cijfer; schrijf de tekst of haal de sleutel weg")
    for teken in tekst:
        if unicodedata.category(teken) in {"Cc", "Cf", "Cs", "Co", "Cn"} and teken not in {"\n", "\u00ad", *toegestaan}:
            raise _fout(f"onzichtbaar teken U+{ord(teken):04X} in de tekst; haal het weg")
    if _TAG.search(tekst):
        raise _fout("HTML hoort niet in de gegevens; schrijf gewone tekst (en '<' als 'kleiner dan')")
    if _JINJA.search(tekst):
        raise _fout("accolades zoals '{{' of '{%' hebben een bijzondere betekenis; schrijf gewone tekst")
    return " ".join(tekst.split())


def _zuivere_tekst_van_elk_schrift(tekst: str) -> str:
    return _zuivere_tekst(tekst, SCHRIFTTEKENS)


VERRADEND = re.compile(
    r"geweld|mishandel|misbruik|slaa[nt]|slacht|dader|pleger|stalk|seks|verkracht|loverboy|opvang|veilig thuis|bedreig"
    r"|violence|abuse|rape|przemoc|gwał|насил",
    re.IGNORECASE,
)


def _neutraal(tekst: str) -> str:
    """Refuse a title that tells a person looking along what it is about."""
    if gevonden := VERRADEND.search(tekst):
        raise _fout(f"'{gevonden[0]}' verraadt hier waar het over gaat; schrijf iets neutraals, zoals 'Hulp en advies'")
    return tekst


Tekst = Annotated[str, Field(max_length=MAX_TEKST), AfterValidator(_zuivere_tekst)]
"""One paragraph of plain Dutch: no HTML, no template syntax, no control characters; white space is folded."""

Korttekst = Annotated[str, Field(max_length=200), AfterValidator(_zuivere_tekst)]
"""A name, title or label of at most 200 characters."""

TAAL_VORM = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
Anderstalig = Annotated[str, Field(max_length=300), AfterValidator(_zuivere_tekst_van_elk_schrift)]
"""A short text in any language; the invisible signs that some scripts are written with are allowed."""

ID_VORM = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NUMMER_VORM = r"^[1-9]\d?\.[1-9]\d?[a-z]?$"

Id = Annotated[str, Field(pattern=ID_VORM, max_length=80)]
"""An identifier: lower-case letters, digits and hyphens. It becomes part of an address, so it never changes."""

Nummer = Annotated[str, Field(pattern=NUMMER_VORM)]
"""The number of an activity as printed in the plan, such as '2.2' or '2.2a' (quoted: YAML reads 2.2 as a fraction)."""

Telefoon = Annotated[str, Field(pattern=r"^\+?[0-9][0-9 -]{1,18}$")]
"""A telephone number that can be dialled: digits, spaces and hyphens."""

Euro = Annotated[StrictInt, Field(ge=0, le=MAX_EURO)]
"""An amount in whole euros."""

Dag = Annotated[date, Field(strict=True)]
"""A day that is on the calendar; a number or a text is not taken for one."""

Jaar = Annotated[StrictInt, Field(ge=EERSTE_JAAR, le=LAATSTE_JAAR)]


def _ja_nee(waarde: object) -> object:
    if waarde in ("ja", "nee"):
        return waarde == "ja"
    raise _fout(
        f"'{waarde[:60]}' kan hier niet; schrijf ja of nee" if isinstance(waarde, str) else "schrijf hier ja of nee"
    )


JaNee = Annotated[bool, BeforeValidator(_ja_nee), WithJsonSchema({"enum": ["ja", "nee"]})]


def bedoelde_u(woord: str, bekend: Iterable[str]) -> str:
    """Return the hint `; bedoelde u 'x'?` for the known word nearest to `woord`, or an empty string."""
    beste = naaste(woord, bekend)
    return f"; bedoelde u '{beste}'?" if beste else ""


def naaste(woord: str, bekend: Iterable[str]) -> str | None:
    """Return the known word nearest to `woord`, capitals aside, or None when none is near."""
    klein = {ander.casefold(): ander for ander in sorted(bekend)}
    beste = difflib.get_close_matches(woord[:80].casefold(), klein, n=1, cutoff=0.6)
    return klein[beste[0]] if beste else None


@dataclass(frozen=True, kw_only=True)
class Bekend:
    """The ids that exist, per kind; given to the models as validation context so that a reference can be checked.

    A kind in `onvolledig` has a file that could not be read: its references are not judged, since the
    missing ids may well stand in that file.
    """

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    onvolledig: frozenset[str] = frozenset()

    def controleer(self, soort: str, verwijzing: str) -> None:
        """Raise the Dutch error for a reference of this kind to an id that does not exist."""
        bekend = self.ids.get(soort, frozenset())
        if verwijzing not in bekend and soort not in self.onvolledig:
            keuzes = f"kies uit: {', '.join(sorted(bekend))}" if 0 < len(bekend) <= MAX_KEUZES else "voeg het eerst toe"
            raise _fout(f"er is geen {soort} '{verwijzing}'{bedoelde_u(verwijzing, bekend) or f'; {keuzes}'}")


def _verwijzing(soort: str) -> AfterValidator:
    def bestaat(waarde: str, info: ValidationInfo) -> str:
        if isinstance(info.context, Bekend):
            info.context.controleer(soort, waarde)
        return waarde

    return AfterValidator(bestaat)


_Verwijzing = Annotated[str, Field(max_length=80)]
ContactfeitId = Annotated[_Verwijzing, _verwijzing("contactfeit")]
PlanId = Annotated[_Verwijzing, _verwijzing("plan")]
DocumentId = Annotated[_Verwijzing, _verwijzing("document")]
RegioId = Annotated[_Verwijzing, _verwijzing("regio")]
OrganisatieId = Annotated[_Verwijzing, _verwijzing("organisatie")]
ActorId = Annotated[_Verwijzing, _verwijzing("organisatie of gremium")]
GremiumId = Annotated[_Verwijzing, _verwijzing("gremium")]
ThemaId = Annotated[_Verwijzing, _verwijzing("thema")]
LijnId = Annotated[_Verwijzing, _verwijzing("lijn")]
IndicatorId = Annotated[_Verwijzing, _verwijzing("indicator")]
ActiviteitNummer = Annotated[_Verwijzing, _verwijzing("activiteit")]


class Model(BaseModel):
    """Base of all notions: immutable, and closed to keys that the vocabulary does not have."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")


def _gelijkenis(een: str, ander: str) -> float:
    """Return how alike two words are, from 0 to 1, whatever their capitals, points and spaces: N.T.B. is NTB."""
    return difflib.SequenceMatcher(None, _kaal(een), _kaal(ander)).ratio()


def _kaal(tekst: str) -> str:
    return re.sub(r"[\W_]", "", tekst[:60]).casefold()


@dataclass(frozen=True)
class OfWoord:
    """Annotation of an optional field: absence is written as this word (`onbekend`, `geen`), never left blank."""

    woord: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read the word as None, and refuse what is clearly meant as that word."""

        def lees(waarde: object) -> object:
            if waarde == self.woord:
                return None
            if isinstance(waarde, str) and _gelijkenis(waarde, self.woord) > NAUWELIJKS_ANDERS:
                raise _fout(f"'{waarde[:60]}' kan hier niet; bedoelde u '{self.woord}'?")
            return waarde

        return core_schema.no_info_before_validator_function(lees, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Offer the word where pydantic would offer null."""
        keuzes = handler(schema)["anyOf"]
        return {"anyOf": [{"const": self.woord} if keuze == {"type": "null"} else keuze for keuze in keuzes]}


class Bron(Model):
    """Where a fact was read: a document and the place in it, such as 'paragraaf 2.2'."""

    document: DocumentId
    plaats: Korttekst


class Punt(Model):
    """One point of a list, with points under it where the source has them. In YAML a plain sentence will do."""

    tekst: Tekst
    onderdelen: tuple[Punt, ...] = Field(default=(), max_length=40)
    let_op: tuple[Tekst, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _uit_zin(cls, waarde: object) -> object:
        sleutel = str(next(iter(waarde))) if isinstance(waarde, dict) and len(waarde) == 1 else ""
        if sleutel and (" " in sleutel or not naaste(sleutel, cls.model_fields)):
            raise _fout(MET_DUBBELE_PUNT)
        return {"tekst": waarde} if isinstance(waarde, str) else waarde

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe both spellings: a sentence, or a mapping."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}


Punten = Annotated[tuple[Punt, ...], Field(max_length=60)]


# --------------------------------------------------------------------------------------------------
# Time, in quarters and periods
# --------------------------------------------------------------------------------------------------

_KWARTAAL = re.compile(r"^(\d{4})-Q([1-4])$")


@dataclass(frozen=True, order=True)
class Kwartaal:
    """A quarter of a year, ordered in time; `nummer` runs from 1 to 4."""

    jaar: int
    nummer: int

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read '2024-Q3'; raise ValueError for anything else."""
        gevonden = _KWARTAAL.match(tekst)
        if not gevonden or not EERSTE_JAAR <= int(gevonden[1]) <= LAATSTE_JAAR:
            raise ValueError(tekst)
        return cls(int(gevonden[1]), int(gevonden[2]))

    @classmethod
    def van(cls, dag: date) -> Self:
        """Return the quarter in which the day falls."""
        return cls(dag.year, (dag.month + 2) // 3)

    @property
    def volgende(self) -> Kwartaal:
        """The quarter that comes after this one."""
        return Kwartaal(self.jaar + self.nummer // 4, self.nummer % 4 + 1)

    @property
    def eerste_dag(self) -> date:
        """The day on which the quarter begins."""
        return date(self.jaar, 3 * self.nummer - 2, 1)

    def week(self, dag: date) -> int:
        """Return how many whole weeks of the quarter have passed on the day, from 0 to 12."""
        return min(12, max(0, (dag - self.eerste_dag).days // 7))

    def __str__(self) -> str:
        """Spell the quarter as in the data files."""
        return f"{self.jaar}-Q{self.nummer}"


@dataclass(frozen=True)
class Periode:
    """Consecutive quarters from `van` up to and including `tot`; without `tot` the end is open."""

    van: Kwartaal
    tot: Kwartaal | None

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read '2024-Q4', '2024-Q4 t/m 2025-Q1' or 'vanaf 2025-Q2'; raise ValueError for anything else."""
        if tekst.startswith("vanaf "):
            return cls(Kwartaal.lees(tekst.removeprefix("vanaf ")), None)
        begin, tussen, eind = tekst.partition(" t/m ")
        van = Kwartaal.lees(begin)
        return cls(van, Kwartaal.lees(eind) if tussen else van)

    @property
    def kwartalen(self) -> tuple[Kwartaal, ...]:
        """All quarters of the period; of an open period only the first."""
        reeks = [self.van]
        while reeks[-1] < (self.tot or self.van):
            reeks.append(reeks[-1].volgende)
        return tuple(reeks)


_PERIODEVORM = "schrijf bijvoorbeeld 2024-Q4, 2024-Q4 t/m 2025-Q1 of vanaf 2025-Q2"


def _lees_periode(waarde: object) -> object:
    if isinstance(waarde, Periode):
        return waarde
    if not isinstance(waarde, str):
        raise _fout(f"hier hoort een periode; {_PERIODEVORM}")
    vreemd = re.search(r"Q([05-9])\b", waarde)
    if vreemd:
        raise _fout(
            f"'{waarde[:60]}' is geen periode: Q{vreemd[1]} bestaat niet; schrijf een kwartaal van Q1 tot en met Q4"
        )
    try:
        periode = Periode.lees(waarde)
    except ValueError:
        raise _fout(f"'{waarde[:60]}' is geen periode; {_PERIODEVORM}") from None
    if periode.tot is not None and periode.tot < periode.van:
        raise _fout(f"de periode '{waarde}' eindigt voor zij begint; draai de kwartalen om")
    return periode


Kwartalen = Annotated[
    Periode,
    PlainValidator(_lees_periode),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^(vanaf \d{4}-Q[1-4]|\d{4}-Q[1-4]( t/m \d{4}-Q[1-4])?)$",
            "description": "2024-Q4, 2024-Q4 t/m 2025-Q1 of vanaf 2025-Q2",
        }
    ),
]


class Looptijd(Model):
    """The first and the last day of a plan; the end is open when the source names none."""

    van: Dag
    tot: Annotated[Dag | None, OfWoord("open")]

    @model_validator(mode="after")
    def _op_volgorde(self) -> Self:
        if self.tot and self.tot < self.van:
            raise _fout(f"de looptijd eindigt ({self.tot}) voor zij begint ({self.van}); draai de datums om")
        return self

    @property
    def jaren(self) -> tuple[int, ...]:
        """The calendar years that the plan touches; of an open term the first."""
        return tuple(range(self.van.year, (self.tot or self.van).year + 1))


# --------------------------------------------------------------------------------------------------
# What all plans share: sources, regions, organisations, themes, terms, contact facts
# --------------------------------------------------------------------------------------------------


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


class Begrip(Model):
    """A term or abbreviation of the field, explained in everyday Dutch."""

    id: Id
    term: Korttekst
    afkorting: Korttekst | None = None
    uitleg: Tekst
    bron: Bron


class Begrippenbestand(Model):
    """All terms."""

    begrippen: tuple[Begrip, ...] = Field(min_length=1)


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
    op_kaart: Annotated[Korttekst, AfterValidator(_neutraal)] | None = None
    bron: Korttekst
    status: Zekerheid
    gecontroleerd_op: Annotated[Dag | None, OfWoord("onbekend")]

    @model_validator(mode="after")
    def _zeker_op_de_kaart(self) -> Self:
        if self.op_kaart and not (self.telefoon and self.status is Zekerheid.BEVESTIGD):
            raise _fout("op_kaart kan alleen bij een telefoonnummer met status bevestigd; haal de sleutel weg")
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
            raise _fout(
                "nagekeken_door en nagekeken_op horen bij elkaar; vul ze allebei in, of schrijf twee keer onbekend"
            )
        return self


class Hulpkop(Model):
    """The head of a help page: `tabtitel` is what somebody who looks along sees in the tab and in the history."""

    template: Literal["hulp.html"]
    tabtitel: Annotated[Anderstalig, AfterValidator(_neutraal)]
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
            raise _fout(
                f"'{self.tekst}' is te kort om overal te weigeren; schrijf minstens {MIN_VEROUDERD} letters of cijfers"
            )
        return self


class Contactbestand(Model):
    """Contact facts, and the obsolete ones that are refused everywhere."""

    feiten: tuple[Contactfeit, ...] = Field(min_length=1)
    verouderd: tuple[Verouderd, ...] = ()


# --------------------------------------------------------------------------------------------------
# A plan and its parts
# --------------------------------------------------------------------------------------------------


class Deelambitie(Model):
    """What a line of the plan wants to have reached; `onderwerp` is the heading it stands under, where there is one."""

    id: Id
    onderwerp: Korttekst | None = None
    themas: tuple[ThemaId, ...] = ()
    tekst: Tekst
    let_op: tuple[Tekst, ...] = ()


class Lijn(Model):
    """A line along which the plan develops the approach (ontwikkellijn or actielijn)."""

    id: Id
    naam: Korttekst
    kern: Korttekst
    hoofdstuk: Annotated[StrictInt, Field(ge=1, le=20)]
    deelambities: tuple[Deelambitie, ...] = Field(default=(), max_length=MAX_GETEKEND)
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


class Ambitie(Model):
    """The central ambition of the plan: a motto, what it promises, and for whom."""

    motto: Korttekst | None = None
    tekst: Tekst
    voor_wie: Tekst | None = None
    bron: Bron


class Uitleg(Model):
    """A notion of the plan with its explanation (a form of knowledge, a question, a principle)."""

    id: Id
    naam: Korttekst
    tekst: Tekst


class Activiteitenplek(StrEnum):
    """Where a reader finds an activity: on a page of its own, or on the page of its line."""

    PAGINA = "pagina"
    LIJN = "lijn"


class Planbestand(Model):
    """The heart of a plan: what it is, its ambition, its lines and the way of working.

    `afkorting` names the plan where there is little room, such as 'ZL' above a column.
    """

    id: Id
    titel: Korttekst
    soort: Korttekst
    afkorting: Korttekst
    onderwerp: Korttekst
    regio: RegioId
    looptijd: Looptijd
    activiteiten_op: Activiteitenplek = Activiteitenplek.PAGINA
    regiovisie: Tekst | None = None
    ambitie: Ambitie | None = None
    lijnwoord: Korttekst = "Ontwikkellijn"
    lijnen: tuple[Lijn, ...] = Field(min_length=1)
    netwerkpartners: tuple[OrganisatieId, ...] = ()
    kennisvormen: tuple[Uitleg, ...] = ()
    vragen: tuple[Uitleg, ...] = ()
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


class Gremium(Model):
    """A body or role in the governance of a plan: a working group, an advisory group, the project leaders."""

    id: Id
    naam: Korttekst
    afkorting: Korttekst | None = None
    rol: Tekst
    leden: tuple[OrganisatieId, ...] = ()
    taken: Punten = ()
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


class Relatie(Model):
    """What one body gives to, asks of or does for another."""

    van: GremiumId
    naar: GremiumId
    wat: Korttekst


class Governancebestand(Model):
    """How a plan is steered."""

    uitgangspunten: Punten
    gremia: tuple[Gremium, ...] = Field(min_length=1)
    relaties: tuple[Relatie, ...] = Field(default=(), max_length=MAX_GETEKEND)
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


class Bereik(StrEnum):
    """Which network partners carry out an activity."""

    ALLE = "alle"
    BETROKKEN = "betrokken"
    GENOEMD = "genoemd"


class Uitvoeringspartners(Model):
    """Who carries out an activity: everybody, those concerned, or only who is named."""

    bereik: Bereik
    genoemd: tuple[ActorId, ...] = ()
    toelichting: Punten = ()


class Output(Model):
    """What an action yields or how it is followed, and who sees to it."""

    tekst: Tekst
    door: tuple[ActorId, ...] = ()
    let_op: tuple[Tekst, ...] = ()


class Wanneer(Model):
    """When something is planned, as the source says it; `perioden` only where that is a period."""

    tekst: Korttekst
    perioden: tuple[Kwartalen, ...] = ()


class Wie(Model):
    """Who does it, as the source says it, and the organisations that are clearly named."""

    tekst: Korttekst
    door: tuple[ActorId, ...] = ()


class Kostensoort(StrEnum):
    """What an amount is: the source does not allow to add up what differs in kind."""

    PER_JAAR = "per-jaar"
    EENMALIG = "eenmalig"
    GESCHAT_PER_JAAR = "geschat-per-jaar"
    GEDEKT_UIT_SUBSIDIE = "gedekt-uit-subsidie"
    ONDUIDELIJK = "onduidelijk"
    NADER_TE_BEPALEN = "nader-te-bepalen"
    GEEN_ZICHT_OP = "geen-zicht-op"
    INZET_VAN_MEDEWERKERS = "inzet-van-medewerkers"


class Kosten(Model):
    """What something costs, as the source says it."""

    tekst: Korttekst
    bedrag: Annotated[Euro | None, OfWoord("onbekend")]
    soort: Kostensoort


class Actie(Model):
    """A row of the plan's action table: aim, what is done, how, when, by whom, for what money, and the output."""

    doel: Korttekst | None = None
    titel: Korttekst | None = None
    stappen: Punten = ()
    hoe: Punten = ()
    wanneer: Wanneer | None = None
    wie: Wie | None = None
    doelen: Punten = ()
    kosten: Kosten | None = None
    output: tuple[Output, ...] = ()
    let_op: tuple[Tekst, ...] = ()

    @model_validator(mode="after")
    def _iets_te_doen(self) -> Self:
        if not self.titel and not self.stappen:
            raise _fout("een actie heeft een titel of stappen nodig; schrijf wat er gebeurt")
        return self


class Fase(StrEnum):
    """How far something was, according to the source."""

    VERKENNING = "verkenning"
    PILOT = "pilot"
    INVOERING = "invoering"
    UITVOERING = "uitvoering"
    DOORONTWIKKELING = "doorontwikkeling"
    LANDELIJK = "landelijk"


class Verbandlegger(StrEnum):
    """Who says that one activity continues another: the source, or this site because the subject is the same."""

    BRON = "bron"
    SITE = "site"


class Vervolg(Model):
    """A link back in time: which activity of which plan this one continues, what became of that, and who says so."""

    plan: PlanId
    nummer: Nummer
    wat: Tekst
    volgens: Verbandlegger


class Activiteit(Model):
    """One activity of a plan, with everything the plan says of it. An empty list means: the source has no such row."""

    nummer: Nummer
    titel: Korttekst
    kort: Korttekst
    lijn: LijnId
    focus: JaNee = False
    fase: Fase | None = None
    vervolg_op: tuple[Vervolg, ...] = ()
    lopend_uit: Tekst | None = None
    samenvatting: Tekst
    doelstellingen: Punten = ()
    uitgangspunten: Punten = ()
    resultaten: Punten = ()
    uitvoering: Punten = ()
    financiering: Punten = ()
    uitvoeringspartners: Uitvoeringspartners = Uitvoeringspartners(bereik=Bereik.GENOEMD)
    nodig: Punten = ()
    ervaringsdeskundigheid: Punten = ()
    opbrengst_inwoners: Punten = ()
    indicatoren: tuple[IndicatorId, ...] = ()
    randvoorwaarden_en_risicos: Punten = ()
    regie: tuple[ActorId, ...] = ()
    acties: tuple[Actie, ...] = Field(min_length=1)
    themas: tuple[ThemaId, ...] = Field(min_length=1)
    let_op: tuple[Tekst, ...] = ()
    bron: Bron

    @property
    def volgorde(self) -> tuple[int, int, str]:
        """A sort key that puts 2.10 after 2.9 and 2.2b after 2.2a."""
        hoofdstuk, _, rest = self.nummer.partition(".")
        cijfers = rest.rstrip("abcdefghijklmnopqrstuvwxyz")
        return int(hoofdstuk), int(cijfers), rest.removeprefix(cijfers)

    @property
    def actoren(self) -> tuple[str, ...]:
        """The ids of everybody the activity names, as partner, in charge, or for an output; each once, in that order."""
        genoemd = [*self.uitvoeringspartners.genoemd, *self.regie]
        genoemd += [wie for actie in self.acties for output in actie.output for wie in output.door]
        genoemd += [wie for actie in self.acties if actie.wie for wie in actie.wie.door]
        return tuple(dict.fromkeys(genoemd))


class Richting(StrEnum):
    """Which way the plan wants an indicator to go."""

    STIJGING = "stijging"
    DALING = "daling"
    BEHALEN = "behalen"
    MOGELIJKE_DALING = "mogelijke-daling"
    MOGELIJKHEID = "mogelijkheid"


class Nulmeting(Model):
    """The value at the start, in the year against which is measured."""

    jaar: Jaar
    waarde: Annotated[Korttekst | None, OfWoord("onbekend")]


class Streefwaarde(Model):
    """What is to be reached, and by which year where the plan names one."""

    waarde: Korttekst
    jaar: Jaar | None = None


class Meting(Model):
    """A value that was measured."""

    jaar: Jaar
    waarde: Korttekst
    bron: Bron


class Indicator(Model):
    """By what the plan wants to see that an activity works."""

    id: Id
    tekst: Tekst
    richting: Richting
    nulmeting: Annotated[Nulmeting | None, OfWoord("onbekend")]
    streefwaarde: Annotated[Streefwaarde | None, OfWoord("geen")]
    meetbron: Annotated[Korttekst | None, OfWoord("onbekend")]
    frequentie: Annotated[Korttekst | None, OfWoord("onbekend")]
    metingen: tuple[Meting, ...] = ()
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


class Indicatorenbestand(Model):
    """The indicators of a plan; an activity points at them, and two activities may share one."""

    indicatoren: tuple[Indicator, ...] = Field(min_length=1)
    let_op: tuple[Tekst, ...] = ()


class Tijdlijnregel(Model):
    """A row of the tijdlijn: when something is planned. `kwartalen: NTB` means that the plan has not decided yet."""

    id: Id
    label: Korttekst
    lijn: Annotated[LijnId | None, OfWoord("algemeen")]
    groep: Korttekst | None = None
    activiteiten: tuple[ActiviteitNummer, ...] = ()
    kwartalen: Annotated[tuple[Kwartalen, ...] | None, OfWoord("NTB")]
    let_op: tuple[Tekst, ...] = ()

    @property
    def bezet(self) -> frozenset[Kwartaal]:
        """The quarters in which something is planned; empty when that is yet to be decided."""
        return frozenset(kwartaal for periode in self.kwartalen or () for kwartaal in periode.kwartalen)

    def loopt_op(self, dag: date) -> bool:
        """Tell whether something is planned in the quarter of the day."""
        return Kwartaal.van(dag) in self.bezet


class Tijdlijnbestand(Model):
    """The tijdlijn of a plan: its rows, over the quarters of `periode`."""

    titel: Korttekst
    periode: Kwartalen
    regels: tuple[Tijdlijnregel, ...] = Field(min_length=1)
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


OPEN_EINDE = "De bron noemt geen einde. De balk stopt waar deze tijdlijn ophoudt."


def tijdlijn_uit_acties(kop: Planbestand, activiteiten: Iterable[Activiteit]) -> Tijdlijnbestand | None:
    """Return the tijdlijn that the periods of the actions make; None when no action has one.

    An open period ends where the last known quarter of the plan does.
    """
    rijen = [
        (activiteit, nr, actie, actie.wanneer)
        for activiteit in activiteiten
        for nr, actie in enumerate(activiteit.acties, 1)
        if actie.wanneer and actie.wanneer.perioden
    ]
    kwartalen = [kw for *_, wanneer in rijen for periode in wanneer.perioden for kw in periode.kwartalen]
    if not kwartalen:
        return None
    eerste, laatste = min(kwartalen), max(kwartalen)
    return Tijdlijnbestand(
        titel=kop.titel if kop.titel.startswith(kop.soort) else f"{kop.soort} {kop.titel}",
        periode=Periode(eerste, laatste),
        regels=tuple(
            Tijdlijnregel(
                id=f"{activiteit.nummer.replace('.', '-')}-{nr}",
                label=actie.titel or activiteit.kort,
                lijn=activiteit.lijn,
                activiteiten=(activiteit.nummer,),
                kwartalen=tuple(Periode(p.van, p.tot or laatste) for p in wanneer.perioden),
                let_op=(OPEN_EINDE,) if any(p.tot is None for p in wanneer.perioden) else (),
            )
            for activiteit, nr, actie, wanneer in rijen
        ),
        bron=kop.bron,
    )


class Cel(Model):
    """One cell of a budget table: an amount, temporary means on top of it, or only those. In YAML a number will do."""

    bedrag: Annotated[Euro | None, OfWoord("geen")]
    plus_tijdelijk: JaNee = False

    @model_validator(mode="before")
    @classmethod
    def _uit_getal(cls, waarde: object) -> object:
        return waarde if isinstance(waarde, dict | Cel) else {"bedrag": waarde}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe both spellings: an amount, or a mapping."""
        return {"anyOf": [{"type": "integer", "minimum": 0, "maximum": MAX_EURO}, {"const": "geen"}, handler(schema)]}


Jaarbedragen = Annotated[dict[Jaar, Cel], Field(min_length=1, max_length=20)]


class Begrotingspost(Model):
    """A row of a budget table: amounts per year, what is in it, and which lines it serves."""

    id: Id
    naam: Korttekst
    bedragen: Jaarbedragen
    onderdelen: tuple[Korttekst, ...] = ()
    lijnen: tuple[LijnId, ...] = ()
    bijdrage: Tekst | None = None
    activiteiten: tuple[ActiviteitNummer, ...] = ()
    let_op: tuple[Tekst, ...] = ()

    def bedrag(self, jaar: int) -> int:
        """Return the regular amount in the year; 0 where the table has none."""
        cel = self.bedragen.get(jaar)
        return (cel.bedrag or 0) if cel else 0

    @property
    def som(self) -> int:
        """The regular amounts of all years together."""
        return sum(self.bedrag(jaar) for jaar in self.bedragen)


class Geldsoort(StrEnum):
    """Which money a budget table is about: what is available, what is temporary, or what it is meant for."""

    BESCHIKBAAR = "beschikbaar"
    TIJDELIJK = "tijdelijk"
    INZET = "inzet"


class Begrotingstabel(Model):
    """A budget table. `totaal` holds the totals as printed; absent when the source prints none."""

    id: Id
    titel: Korttekst
    soort: Geldsoort
    status: Literal["begroot", "gerealiseerd"]
    posten: tuple[Begrotingspost, ...] = Field(min_length=1)
    totaal_label: Korttekst | None = None
    totaal: Annotated[dict[Jaar, Euro], Field(max_length=20)] = {}
    let_op: tuple[Tekst, ...] = ()
    bron: Bron

    @property
    def jaren(self) -> tuple[int, ...]:
        """The years that have a column, in order."""
        return tuple(sorted({jaar for post in self.posten for jaar in post.bedragen} | set(self.totaal)))

    def som(self, jaar: int) -> int:
        """Return the sum of the regular amounts in the year."""
        return sum(post.bedrag(jaar) for post in self.posten)


class Begrotingsbestand(Model):
    """The means of a plan."""

    tabellen: tuple[Begrotingstabel, ...] = Field(min_length=1)
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


class Risico(Model):
    """A risk to the plan as a whole."""

    id: Id
    titel: Korttekst
    tekst: Tekst
    onderdelen: Punten = ()
    let_op: tuple[Tekst, ...] = ()


class Risicobestand(Model):
    """The risks that concern the whole plan."""

    risicos: tuple[Risico, ...] = Field(min_length=1)
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


class Product(Model):
    """A product or means of communication; `frequentie` only where the source gives one."""

    id: Id
    naam: Korttekst
    toelichting: Tekst | None = None
    frequentie: Korttekst | None = None
    activiteiten: tuple[ActiviteitNummer, ...] = ()
    let_op: tuple[Tekst, ...] = ()


class Productgroep(Model):
    """Products under one heading."""

    titel: Korttekst
    producten: tuple[Product, ...] = Field(min_length=1)


class Voorwaarde(Model):
    """What must be in order before a step can be taken."""

    titel: Korttekst
    punten: Punten


class Communicatiestap(Model):
    """A step of the communicatiestrategie: for whom, when, what for, and with which products."""

    nummer: Annotated[StrictInt, Field(ge=1, le=20)]
    naam: Korttekst
    wanneer: Kwartalen
    vraag: Tekst
    doelen: Punten
    subdoelen: tuple[Productgroep, ...]
    mijlpaal: Productgroep
    randvoorwaarden: tuple[Voorwaarde, ...]
    let_op: tuple[Tekst, ...] = ()

    @property
    def productgroepen(self) -> tuple[Productgroep, ...]:
        """All products of the step, by group; those of the milestone last."""
        return (*self.subdoelen, self.mijlpaal)


class Communicatiebestand(Model):
    """The communicatiestrategie of a plan."""

    titel: Korttekst
    uitleg: Tekst
    ambitie: Tekst
    stappen: tuple[Communicatiestap, ...] = Field(min_length=1)
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


class Cijferfeit(Model):
    """A figure in a sentence."""

    id: Id
    tekst: Tekst
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


class Cijferrij(Model):
    """A row of a table of figures; `procent` as printed."""

    label: Korttekst
    aantal: Annotated[StrictInt, Field(ge=0, le=MAX_EURO)]
    procent: Annotated[str, Field(pattern=r"^\d{1,3}(,\d{1,2})?$")] | None = None


class Cijferkolommen(Model):
    """The heads of the columns of a table of figures."""

    aantal: Korttekst
    procent: Korttekst | None = None


class Cijfertabel(Model):
    """A table of figures as printed; a printed total need not be the sum, and then the page says so."""

    id: Id
    titel: Korttekst
    eenheid: Korttekst
    jaar: Jaar
    kolommen: Cijferkolommen
    rijen: tuple[Cijferrij, ...] = Field(min_length=1, max_length=MAX_GETEKEND)
    totaal: Cijferrij | None = None
    uitleg: Punten = ()
    let_op: tuple[Tekst, ...] = ()
    bron: Bron

    @property
    def som(self) -> int:
        """What the rows add up to."""
        return sum(rij.aantal for rij in self.rijen)


class Cijfersbestand(Model):
    """The figures that a plan rests on."""

    feiten: tuple[Cijferfeit, ...] = ()
    tabellen: tuple[Cijfertabel, ...] = ()
    let_op: tuple[Tekst, ...] = ()


class Naslagkolom(StrEnum):
    """The columns of the naslagdocument, from national to local."""

    LANDELIJK = "landelijk"
    AMBITIES = "ambities"
    ZUID_LIMBURG = "zuid-limburg"
    PARKSTAD = "parkstad"
    MAASTRICHT_HEUVELLAND_WM = "maastricht-heuvelland-westelijke-mijnstreek"


class Toewijzing(StrEnum):
    """How sure it is that a contribution is of this organisation and in this column."""

    ZEKER = "zeker"
    ONZEKER = "onzeker"


class Bijdrage(Model):
    """What an organisation or municipality contributes to a theme of the naslagdocument."""

    kolom: Naslagkolom
    door: tuple[OrganisatieId, ...] = ()
    tekst: Punten
    toewijzing: Toewijzing
    reden: Tekst | None = None
    let_op: tuple[Tekst, ...] = ()

    @model_validator(mode="after")
    def _waarom(self) -> Self:
        if (self.toewijzing is Toewijzing.ONZEKER) != (self.reden is not None):
            raise _fout("bij 'toewijzing: onzeker' hoort een reden, en alleen daar; voeg 'reden:' toe of haal haar weg")
        return self


class Naslagonderdeel(Model):
    """A row of the naslagdocument: a theme of a line, with every contribution to it."""

    id: Id
    lijn: LijnId
    nummer: Korttekst
    titel: Korttekst
    themas: tuple[ThemaId, ...] = ()
    bijdragen: tuple[Bijdrage, ...] = ()
    let_op: tuple[Tekst, ...] = ()


class Naslagbestand(Model):
    """The naslagdocument of a plan: who contributes what."""

    onderdelen: tuple[Naslagonderdeel, ...] = Field(min_length=1)
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


class Evaluatiemoment(Model):
    """A recurring or single moment at which the plan is looked back upon."""

    id: Id
    naam: Korttekst
    wanneer: Korttekst
    kwartaal: Kwartalen | None = None
    wie: tuple[ActorId, ...] = ()
    tekst: Tekst


class Evaluatiebestand(Model):
    """How a plan is followed and evaluated."""

    peiljaar: Jaar
    momenten: tuple[Evaluatiemoment, ...] = Field(min_length=1)
    gegevensbronnen: Punten = ()
    kwantitatief: Punten = ()
    let_op: tuple[Tekst, ...] = ()
    bron: Bron


# --------------------------------------------------------------------------------------------------
# The whole
# --------------------------------------------------------------------------------------------------


class Planstatus(StrEnum):
    """Where a plan stands on a day."""

    TOEKOMST = "toekomst"
    LOPEND = "lopend"
    OPEN = "open"
    AFGEROND = "afgerond"


@dataclass(frozen=True, kw_only=True)
class Lijnendeel:
    """The budget items that serve exactly these lines."""

    lijnen: tuple[Lijn, ...]
    posten: tuple[Begrotingspost, ...]

    @property
    def som(self) -> int:
        """The regular amounts of the items, all years together."""
        return sum(post.som for post in self.posten)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A plan with all its parts, put together from its data files. Not every plan has every part.

    `delen` holds the parts that it has, by kind; `paginas` the stem of the file of each activity, by number;
    `hoofdstukken` the stems of its pages.
    """

    kop: Planbestand
    activiteiten: Mapping[str, Activiteit]
    paginas: Mapping[str, str]
    delen: Mapping[type[Model], Model]
    hoofdstukken: frozenset[str]

    def heeft(self, soort: type[Model]) -> bool:
        """Tell whether the plan has a part of this kind."""
        return soort in self.delen

    def deel(self, soort: type[Deel]) -> Deel:
        """Return the part of this kind; raise KeyError when the plan has none."""
        deel = self.delen[soort]
        assert isinstance(deel, soort)  # noqa: S101 - the mapping is keyed by kind
        return deel

    @property
    def governance(self) -> Governancebestand:
        """How the plan is steered."""
        return self.deel(Governancebestand)

    @property
    def indicatoren(self) -> Mapping[str, Indicator]:
        """The indicators by id; none when the plan has no such part."""
        if not self.heeft(Indicatorenbestand):
            return {}
        return {indicator.id: indicator for indicator in self.deel(Indicatorenbestand).indicatoren}

    @property
    def indicatoren_let_op(self) -> tuple[str, ...]:
        """The caveats that concern all indicators."""
        return self.deel(Indicatorenbestand).let_op

    @property
    def tijdlijn(self) -> Tijdlijnbestand:
        """The tijdlijn: the plan's own, or what the periods of its actions make of it."""
        return self.deel(Tijdlijnbestand)

    @property
    def begroting(self) -> Begrotingsbestand:
        """The means."""
        return self.deel(Begrotingsbestand)

    @property
    def risicos(self) -> Risicobestand:
        """The risks to the whole."""
        return self.deel(Risicobestand)

    @property
    def communicatie(self) -> Communicatiebestand:
        """The communicatiestrategie."""
        return self.deel(Communicatiebestand)

    @property
    def evaluatie(self) -> Evaluatiebestand:
        """How the plan is followed."""
        return self.deel(Evaluatiebestand)

    @property
    def id(self) -> str:
        """The id of the plan, which is also its address."""
        return self.kop.id

    def status(self, dag: date) -> Planstatus:
        """Return where the plan stands on the day."""
        if dag < self.kop.looptijd.van:
            return Planstatus.TOEKOMST
        if self.kop.looptijd.tot is None:
            return Planstatus.OPEN
        return Planstatus.LOPEND if dag <= self.kop.looptijd.tot else Planstatus.AFGEROND

    def lijn(self, lijn_id: str) -> Lijn:
        """Return the line with this id; raise KeyError when the plan has none."""
        return {lijn.id: lijn for lijn in self.kop.lijnen}[lijn_id]

    def activiteiten_van(self, lijn_id: str) -> tuple[Activiteit, ...]:
        """Return the activities of a line, in the order of the plan."""
        return tuple(activiteit for activiteit in self.activiteiten.values() if activiteit.lijn == lijn_id)

    def tabel(self, soort: Geldsoort) -> Begrotingstabel:
        """Return the budget table about this kind of money."""
        return next(tabel for tabel in self.begroting.tabellen if tabel.soort is soort)

    def activiteiten_met(self, indicator_id: str) -> tuple[Activiteit, ...]:
        """Return the activities that are measured by the indicator."""
        return tuple(activiteit for activiteit in self.activiteiten.values() if indicator_id in activiteit.indicatoren)

    def inzet_per_lijnen(self) -> tuple[Lijnendeel, ...]:
        """Return what is planned to be spent per combination of lines, since the plan divides no item over its lines."""
        posten = self.tabel(Geldsoort.INZET).posten
        return tuple(
            Lijnendeel(
                lijnen=tuple(lijn for lijn in self.kop.lijnen if lijn.id in combinatie),
                posten=tuple(post for post in posten if set(post.lijnen) == combinatie),
            )
            for combinatie in dict.fromkeys(frozenset(post.lijnen) for post in posten)
        )

    def activiteiten_over(self, thema_id: str) -> tuple[Activiteit, ...]:
        """Return the activities about a theme, in the order of the plan."""
        return tuple(activiteit for activiteit in self.activiteiten.values() if thema_id in activiteit.themas)

    def ambities_over(self, thema_id: str) -> tuple[tuple[Lijn, Deelambitie], ...]:
        """Return what the plan wants to have reached about a theme, each with its line."""
        return tuple(
            (lijn, ambitie) for lijn in self.kop.lijnen for ambitie in lijn.deelambities if thema_id in ambitie.themas
        )

    def actorschap(self, organisatie_id: str) -> frozenset[str]:
        """Return the ids under which the organisation acts: its own, and those of the bodies it is a member of."""
        if not self.heeft(Governancebestand):
            return frozenset({organisatie_id})
        gremia = {gremium.id for gremium in self.governance.gremia if organisatie_id in gremium.leden}
        return frozenset({organisatie_id, *gremia})

    def deelname(self, organisatie_id: str) -> tuple[tuple[Activiteit, str], ...]:
        """Return the activities in which a network partner takes part, each with how.

        `genoemd`: the source names the organisation; `alle`: it takes part as every network partner does;
        `betrokken`: only partners concerned take part, and the source does not say which these are.
        """
        return tuple(self._deelname(organisatie_id))

    def _deelname(self, organisatie_id: str) -> Iterator[tuple[Activiteit, str]]:
        is_partner = organisatie_id in self.kop.netwerkpartners
        actorschap = self.actorschap(organisatie_id)
        for activiteit in self.activiteiten.values():
            if actorschap & set(activiteit.actoren):
                yield activiteit, "genoemd"
            elif is_partner and activiteit.uitvoeringspartners.bereik is not Bereik.GENOEMD:
                yield activiteit, activiteit.uitvoeringspartners.bereik.value


@dataclass(frozen=True, kw_only=True)
class Regiovisie:
    """Everything the site knows, checked and put together; each mapping is keyed by id."""

    documenten: Mapping[str, Document]
    regios: Mapping[str, Regio]
    organisaties: Mapping[str, Organisatie]
    themas: Mapping[str, Thema]
    begrippen: Mapping[str, Begrip]
    contactfeiten: Mapping[str, Contactfeit]
    sporen: Sporenbestand
    plannen: Mapping[str, Plan]

    @property
    def op_tijd(self) -> tuple[Plan, ...]:
        """All plans, the oldest first; of plans that begin together, those of one region side by side."""
        return tuple(sorted(self.plannen.values(), key=lambda plan: (plan.kop.looptijd.van, plan.kop.regio, plan.id)))

    def regio_van(self, gemeente_id: str) -> Regio:
        """Return the region that the municipality belongs to; raise StopIteration for what is no municipality."""
        return next(regio for regio in self.regios.values() if gemeente_id in regio.gemeenten)

    def vervolgen(self, plan_id: str, nummer: str) -> tuple[tuple[Plan, Activiteit, Vervolg], ...]:
        """Return the later activities that continue this one, each with what it says became of it."""
        return tuple(
            (plan, activiteit, vervolg)
            for plan in self.op_tijd
            for activiteit in plan.activiteiten.values()
            for vervolg in activiteit.vervolg_op
            if (vervolg.plan, vervolg.nummer) == (plan_id, nummer)
        )

    def bijdragen(self, organisatie_id: str) -> tuple[tuple[Plan, Naslagonderdeel, Bijdrage], ...]:
        """Return what the organisation contributes according to the naslagdocumenten."""
        return tuple(
            (plan, onderdeel, bijdrage)
            for plan in self.op_tijd
            if plan.heeft(Naslagbestand)
            for onderdeel in plan.deel(Naslagbestand).onderdelen
            for bijdrage in onderdeel.bijdragen
            if organisatie_id in bijdrage.door
        )

    def actor(self, plan_id: str, actor_id: str) -> Organisatie | Gremium:
        """Return the organisation or the body of the plan with this id."""
        if actor_id in self.organisaties:
            return self.organisaties[actor_id]
        gremia = self.plannen[plan_id].governance.gremia
        return next(gremium for gremium in gremia if gremium.id == actor_id)


ALGEMENE_BESTANDEN: Mapping[str, type[Model]] = {
    "bronnen": Bronnenbestand,
    "regios": Regiosbestand,
    "organisaties": Organisatiesbestand,
    "themas": Themasbestand,
    "begrippen": Begrippenbestand,
    "contactfeiten": Contactbestand,
    "sporen": Sporenbestand,
}
"""The data files directly under `data/`, by name without ending."""

PLANBESTANDEN: Mapping[str, type[Model]] = {
    "plan": Planbestand,
    "governance": Governancebestand,
    "indicatoren": Indicatorenbestand,
    "tijdlijn": Tijdlijnbestand,
    "begroting": Begrotingsbestand,
    "risicos": Risicobestand,
    "communicatie": Communicatiebestand,
    "evaluatie": Evaluatiebestand,
    "cijfers": Cijfersbestand,
    "naslag": Naslagbestand,
}
"""The data files in the folder of a plan; next to them stands a folder `activiteiten` with a file per `Activiteit`."""

VERPLICHT = frozenset({"plan"})
"""The data files that every plan has."""
