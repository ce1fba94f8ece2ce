"""A plan and its parts, and the plan as a whole, put together from its data files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, GetJsonSchemaHandler, StrictInt, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from macros.model.bouwstenen import (
    MAX_EURO,
    MAX_GETEKEND,
    ActiviteitNummer,
    ActorId,
    Bron,
    Euro,
    GremiumId,
    Id,
    IndicatorId,
    Jaar,
    JaNee,
    Korttekst,
    Kwartaal,
    Kwartalen,
    LijnId,
    Looptijd,
    Model,
    Nummer,
    OfWoord,
    OrganisatieId,
    Periode,
    PlanId,
    Punten,
    RegioId,
    Tekst,
    ThemaId,
    fout,
)

COMMUNICATIE = "communicatie"

Deel = TypeVar("Deel", bound="Model")


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
            raise fout("een actie heeft een titel of stappen nodig; schrijf wat er gebeurt")
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
    totaal: Annotated[dict[Jaar, Euro], Field(max_length=20)] = Field(default={})
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

    @property
    def producten(self) -> tuple[Product, ...]:
        """All products of all steps."""
        return tuple(p for stap in self.stappen for groep in stap.productgroepen for p in groep.producten)


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
            raise fout("bij 'toewijzing: onzeker' hoort een reden, en alleen daar; voeg 'reden:' toe of haal haar weg")
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
