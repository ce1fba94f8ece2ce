"""What every notion is built of: text, ids, references, yes and no, quarters and periods."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, ClassVar, Self

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

MAX_TEKST = 4000
MAX_EURO = 1_000_000_000
EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100
MAX_KEUZES = 12
MAX_GETEKEND = 60
NAUWELIJKS_ANDERS = 0.85

# --------------------------------------------------------------------------------------------------
# Building blocks: text, ids, references, yes/no
# --------------------------------------------------------------------------------------------------

_TAG = re.compile(r"<\s*[/!?]?\s*[A-Za-z]|<!--")
_JINJA = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")


def fout(tekst: str) -> PydanticCustomError:
    """Return a validation error whose Dutch text is shown to the editor as it stands."""
    return PydanticCustomError("regel", "{tekst}", {"tekst": tekst})


MET_DUBBELE_PUNT = "hier hoort een tekst; staat er een dubbele punt in, zet de hele zin dan tussen aanhalingstekens"


SCHRIFTTEKENS = frozenset("\u200c\u200d\u200e\u200f")
"""Joiners and direction marks: invisible, but part of how Arabic, Persian or Hindi is written."""


def zuivere_tekst(tekst: str, toegestaan: frozenset[str] = frozenset()) -> str:
    """Refuse what would not come out of a page as the words that went in."""
    if not tekst.strip():
        raise fout("de tekst is leeg; schrijf de tekst of haal de sleutel weg")
    if not any(teken.isalnum() for teken in tekst):
        raise fout("in de tekst staat geen letter of cijfer; schrijf de tekst of haal de sleutel weg")
    for teken in (
        "" if tekst.isprintable() else tekst
    ):  # hardly ever: a text is short of such signs, and there are many texts
        if unicodedata.category(teken) in {"Cc", "Cf", "Cs", "Co", "Cn"} and teken not in {"\n", "\u00ad", *toegestaan}:
            raise fout(f"onzichtbaar teken U+{ord(teken):04X} in de tekst; haal het weg")
    if _TAG.search(tekst):
        raise fout("HTML hoort niet in de gegevens; schrijf gewone tekst (en '<' als 'kleiner dan')")
    if _JINJA.search(tekst):
        raise fout("accolades zoals '{{' of '{%' hebben een bijzondere betekenis; schrijf gewone tekst")
    return " ".join(tekst.split())


def zuivere_tekst_van_elk_schrift(tekst: str) -> str:
    """Refuse the same, but for the invisible signs that some scripts are written with."""
    return zuivere_tekst(tekst, SCHRIFTTEKENS)


VERRADEND = re.compile(
    r"geweld|mishandel|misbruik|slaa[nt]|slacht|dader|pleger|stalk|seks|verkracht|loverboy|opvang|veilig thuis|bedreig"
    r"|violence|abuse|rape|przemoc|gwał|насил",
    re.IGNORECASE,
)


def neutraal(tekst: str) -> str:
    """Refuse a title that tells a person looking along what it is about."""
    if gevonden := VERRADEND.search(tekst):
        raise fout(f"'{gevonden[0]}' verraadt hier waar het over gaat; schrijf iets neutraals, zoals 'Hulp en advies'")
    return tekst


Tekst = Annotated[str, Field(max_length=MAX_TEKST), AfterValidator(zuivere_tekst)]
"""One paragraph of plain Dutch: no HTML, no template syntax, no control characters; white space is folded."""

Korttekst = Annotated[str, Field(max_length=200), AfterValidator(zuivere_tekst)]
"""A name, title or label of at most 200 characters."""

TAAL_VORM = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
Anderstalig = Annotated[str, Field(max_length=300), AfterValidator(zuivere_tekst_van_elk_schrift)]
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
    raise fout(
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
            raise fout(f"er is geen {soort} '{verwijzing}'{bedoelde_u(verwijzing, bekend) or f'; {keuzes}'}")


@dataclass(frozen=True, slots=True)
class Bestaat(AfterValidator):
    """The check that something of this kind has the id; whoever makes a form of a model reads the kind here."""

    soort: str


def verwijzing(soort: str) -> Bestaat:
    """Return the check that something of this kind has the id."""

    def bestaat(waarde: str, info: ValidationInfo) -> str:
        if isinstance(info.context, Bekend):
            info.context.controleer(soort, waarde)
        return waarde

    return Bestaat(bestaat, soort)


@dataclass(frozen=True)
class Voorzet:
    """Annotation of a field: what stands there in an empty form, for a person to leave or to replace."""

    waarde: str


Verwijzing = Annotated[str, Field(max_length=80)]
ContactfeitId = Annotated[Verwijzing, verwijzing("contactfeit")]
PlanId = Annotated[Verwijzing, verwijzing("plan")]
DocumentId = Annotated[Verwijzing, verwijzing("document")]
RegioId = Annotated[Verwijzing, verwijzing("regio")]
OrganisatieId = Annotated[Verwijzing, verwijzing("organisatie")]
ActorId = Annotated[Verwijzing, verwijzing("organisatie of gremium")]
GremiumId = Annotated[Verwijzing, verwijzing("gremium")]
ThemaId = Annotated[Verwijzing, verwijzing("thema")]
LijnId = Annotated[Verwijzing, verwijzing("lijn")]
IndicatorId = Annotated[Verwijzing, verwijzing("indicator")]
ActiviteitNummer = Annotated[Verwijzing, verwijzing("activiteit")]


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
                raise fout(f"'{waarde[:60]}' kan hier niet; bedoelde u '{self.woord}'?")
            return waarde

        return core_schema.no_info_before_validator_function(lees, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Offer the word where pydantic would offer null."""
        keuzes = handler(schema)["anyOf"]
        return {"anyOf": [{"const": self.woord} if keuze == {"type": "null"} else keuze for keuze in keuzes]}


class Bron(Model):
    """Where a fact was read: a document and the place in it, such as 'paragraaf 2.2'."""

    document: DocumentId = Field(title="Document")
    plaats: Korttekst = Field(title="Plaats", description="Zoals: paragraaf 2.2.")


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
            raise fout(MET_DUBBELE_PUNT)
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
        raise fout(f"hier hoort een periode; {_PERIODEVORM}")
    vreemd = re.search(r"Q([05-9])\b", waarde)
    if vreemd:
        raise fout(
            f"'{waarde[:60]}' is geen periode: Q{vreemd[1]} bestaat niet; schrijf een kwartaal van Q1 tot en met Q4"
        )
    try:
        periode = Periode.lees(waarde)
    except ValueError:
        raise fout(f"'{waarde[:60]}' is geen periode; {_PERIODEVORM}") from None
    if periode.tot is not None and periode.tot < periode.van:
        raise fout(f"de periode '{waarde}' eindigt voor zij begint; draai de kwartalen om")
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
            raise fout(f"de looptijd eindigt ({self.tot}) voor zij begint ({self.van}); draai de datums om")
        return self

    @property
    def jaren(self) -> tuple[int, ...]:
        """The calendar years that the plan touches; of an open term the first."""
        return tuple(range(self.van.year, (self.tot or self.van).year + 1))
