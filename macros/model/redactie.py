"""What the werkgroep communicatie publishes: one model per soort, each item a page of its own.

The labels and hints of the fields are what an editor sees: the form in the browser and the questions of `nieuw` are made
from them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self
from uuid import UUID, uuid5

from pydantic import AfterValidator, BeforeValidator, Field, PrivateAttr, WithJsonSchema, model_validator

from macros.model.algemeen import Organisatiesoort
from macros.model.bouwstenen import (
    MAX_TEKST,
    Bron,
    Dag,
    JaNee,
    Korttekst,
    Kwartaal,
    Model,
    OfWoord,
    OrganisatieId,
    Tekst,
    ThemaId,
    Verwijzing,
    Voorzet,
    fout,
    verwijzing,
    zuivere_tekst,
)

MAX_TITEL = 120
MAX_SAMENVATTING = 300
_KENMERKEN = UUID("6d0f6a3e-8f0b-4c55-9a55-1e0a7c2b9d41")  # drawn once; never change it

# --------------------------------------------------------------------------------------------------
# Building blocks of items
# --------------------------------------------------------------------------------------------------


class Soort(StrEnum):
    """The kinds of item; the value is the folder in `docs/`, and so the address."""

    NIEUWS = "nieuws"
    NIEUWSBRIEVEN = "nieuwsbrieven"
    PRAKTIJKCASUSSEN = "praktijkcasussen"
    AGENDA = "agenda"
    CAMPAGNES = "campagnes"
    OPLEIDINGEN = "opleidingen"
    BEGRIPPEN = "begrippen"
    KANALEN = "kanalen"
    TOOLKIT = "toolkit"


_KOP = re.compile(r"^\s{0,3}#{1,6}\s|^\s{0,3}(=+|-{3,})\s*$", re.MULTILINE)
_BEELD = re.compile(r"!\[")
_AUTOLINK = re.compile(r"<(https?:[^>\s]*)>")


def _opmaaktekst(tekst: str) -> str:
    """Refuse what light Markdown has no place for; keep the lines, which make paragraphs and lists."""
    if gevonden := _AUTOLINK.search(tekst):
        raise fout(f"een los adres ({gevonden[1][:60]}) leest niet prettig; maak er woorden met een link van")
    zuivere_tekst(tekst)
    if _KOP.search(tekst):
        raise fout("een tussenkop of een lijn past hier niet; maak er een gewone zin of een eigen onderdeel van")
    if _BEELD.search(tekst):
        raise fout("een plaatje past niet in deze tekst; gebruik het veld beeld, met een beschrijving erbij")
    return "\n".join(regel.rstrip() for regel in tekst.strip().splitlines())


Opmaaktekst = Annotated[str, Field(max_length=3 * MAX_TEKST), AfterValidator(_opmaaktekst)]
"""Light Markdown: paragraphs, lists, bold, italic and links; no HTML, headings, pictures or template syntax."""


def _lees_dag(waarde: object) -> object:
    """Read a day between quotation marks too, as an editing program writes it."""
    if isinstance(waarde, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", waarde):
        try:
            return date.fromisoformat(waarde)
        except ValueError:
            raise fout(f"'{waarde}' is geen bestaande datum; schrijf een dag die op de kalender staat") from None
    return waarde


Itemdag = Annotated[Dag, BeforeValidator(_lees_dag), WithJsonSchema({"type": "string", "format": "date"})]
"""A day that is on the calendar, with or without quotation marks."""


def _lees_tijd(waarde: object) -> object:
    gevonden = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", waarde) if isinstance(waarde, str) else None
    if not gevonden:
        raise fout(f"'{str(waarde)[:60]}' is geen tijd; schrijf uren en minuten, zoals 14:00")
    return time(int(gevonden[1]), int(gevonden[2]))


Tijd = Annotated[time, BeforeValidator(_lees_tijd), WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}:\d{2}$"})]
"""A time of day in Limburg, in hours and minutes."""


def _lees_editie(waarde: object) -> object:
    try:
        return Kwartaal.lees(waarde) if isinstance(waarde, str) else Kwartaal.lees("")
    except ValueError:
        raise fout(f"'{str(waarde)[:60]}' is geen kwartaal; schrijf jaar en kwartaal, zoals 2026-Q4") from None


Editie = Annotated[
    Kwartaal, BeforeValidator(_lees_editie), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-Q[1-4]$"})
]
"""The quarter of a newsletter."""

ActiviteitVerwijzing = Annotated[Verwijzing, verwijzing("activiteit van een plan")]
"""The id of a plan, a slash, and the number of an activity: zl-2024-2027/2.3."""

ProductVerwijzing = Annotated[Verwijzing, verwijzing("communicatieproduct")]
"""The id of a plan, a slash, and the id of a product of its communicatiestrategie."""

IndicatorVerwijzing = Annotated[Verwijzing, verwijzing("indicator van een plan")]
"""The id of a plan, a slash, and the id of an indicator."""

VraagId = Annotated[Verwijzing, verwijzing("vraag")]
NieuwsId = Annotated[Verwijzing, verwijzing("nieuwsbericht")]
CasusId = Annotated[Verwijzing, verwijzing("praktijkcasus")]
AgendaId = Annotated[Verwijzing, verwijzing("agenda-item")]
BegripId = Annotated[Verwijzing, verwijzing("begrip")]

Titel = Annotated[Korttekst, Field(max_length=MAX_TITEL)]
OnbekendeTekst = Annotated[Korttekst | None, OfWoord("onbekend")]
"""A short text, or the word onbekend when nobody said."""


class Status(StrEnum):
    """Whether an item is ready to be read by anybody."""

    CONCEPT = "concept"
    GEPUBLICEERD = "gepubliceerd"


class Doelgroep(StrEnum):
    """For whom something is meant."""

    INWONERS = "inwoners"
    PROFESSIONALS = "professionals"
    BESTUUR = "bestuur-en-beleid"
    ONDERWIJS = "onderwijs"
    IEDEREEN = "iedereen"


FOTO_VORM = r"^/beelden/[a-z0-9][a-z0-9._-]*\.(jpg|jpeg|png|webp)$"
Foto = Annotated[str, Field(pattern=FOTO_VORM, max_length=120)]
"""The address of a picture in `docs/beelden`."""


class Beeld(Model):
    """A picture with what it shows in words."""

    bestand: Foto = Field(title="Foto", description="Alleen foto's waarop niemand herkenbaar is die dat niet wil.")
    alt: Annotated[Korttekst, Field(min_length=1)] = Field(
        title="Beschrijving van de foto",
        description="Wat is erop te zien? Voor wie de foto niet ziet. Bijvoorbeeld: twee vrouwen in gesprek aan tafel.",
    )
    bijschrift: Korttekst | None = Field(default=None, title="Bijschrift", description="Een regel onder de foto.")


# --------------------------------------------------------------------------------------------------
# What all items have
# --------------------------------------------------------------------------------------------------


def vast_kenmerk(waarvan: str) -> UUID:
    """Return the same unique name for the same thing, on every computer and at every address."""
    return uuid5(_KENMERKEN, waarvan)


class Item(Model):
    """One thing that is published on a page of its own; its file in `docs/` gives it its name in the address."""

    soort: ClassVar[Soort]
    _naam: str = PrivateAttr(default="")

    template: Literal["item.html"]
    status: Status = Field(
        default=Status.CONCEPT,
        title="Status",
        description="Een concept staat alleen in het voorbeeld, nooit op de openbare site.",
    )
    publicatiedatum: Itemdag = Field(
        title="Publicatiedatum", description="Vanaf deze dag staat het op de site, als de status gepubliceerd is."
    )
    voorbeeld: JaNee = Field(
        default=False,
        title="Voorbeeld",
        description="Ja betekent: verzonnen, als voorbeeld. Dat staat dan op de pagina.",
    )
    themas: tuple[ThemaId, ...] = Field(default=(), max_length=8, title="Thema's")
    activiteiten: tuple[ActiviteitVerwijzing, ...] = Field(
        default=(), max_length=8, title="Activiteiten uit het plan", description="Waar hoort dit bij?"
    )
    vervult: tuple[ProductVerwijzing, ...] = Field(
        default=(),
        max_length=8,
        title="Levert dit op uit de communicatiestrategie",
        description="Kies alleen een product dat hiermee echt klaar is.",
    )
    bron: Bron | None = Field(default=None, title="Bron", description="Het document, en de plaats daarin.")
    bron_elders: Korttekst | None = Field(
        default=None, title="Bron buiten de plannen", description="Bijvoorbeeld een openbare website, met de datum."
    )

    def met_naam(self, naam: str) -> Self:
        """Return the item under this name: the name of its file, and the last part of its address."""
        kopie = self.model_copy()
        kopie._naam = naam  # noqa: SLF001 - its own copy
        return kopie

    @property
    def id(self) -> str:
        """The name of its file, and the last part of its address."""
        return self._naam

    @property
    def kenmerk(self) -> UUID:
        """What feed readers and calendars know it by: it stays the same when the site moves to another address."""
        return vast_kenmerk(f"{self.soort.value}/{self._naam}")

    @property
    def pagina(self) -> str:
        """The address of its page, from the root of the site."""
        return f"{self.soort.value}/{self._naam}/"

    @property
    def kop(self) -> str:
        """What stands above its page."""
        raise NotImplementedError

    @property
    def kort(self) -> str:
        """What it is about, in a sentence or two."""
        raise NotImplementedError

    def zichtbaar(self, dag: date) -> bool:
        """Tell whether anybody may read it on the day."""
        return self.status is Status.GEPUBLICEERD and self.publicatiedatum <= dag


class Stuk(Item):
    """An item with a title, a summary and perhaps a picture."""

    titel: Titel = Field(title="Titel", description="Kort en duidelijk, hoogstens 120 tekens.")
    samenvatting: Annotated[Tekst, Field(max_length=MAX_SAMENVATTING)] = Field(
        title="Samenvatting", description="Eén of twee zinnen. Die staan in overzichten, in de mail en in zoekmachines."
    )
    beeld: Beeld | None = Field(default=None, title="Beeld")

    @property
    def kop(self) -> str:
        """The title."""
        return self.titel

    @property
    def kort(self) -> str:
        """The summary."""
        return self.samenvatting


# --------------------------------------------------------------------------------------------------
# The nine kinds
# --------------------------------------------------------------------------------------------------


class Nieuwsbericht(Stuk):
    """A news item."""

    soort: ClassVar[Soort] = Soort.NIEUWS

    tekst: Opmaaktekst = Field(title="Tekst", description="Het belangrijkste eerst. Korte zinnen.")
    afzender: OrganisatieId | None = Field(default=None, title="Afzender", description="De organisatie die dit meldt.")


class Nieuwsonderdeel(Model):
    """One block of a newsletter; it may point at an item, an activity or an indicator."""

    kop: Titel = Field(title="Kop")
    tekst: Opmaaktekst = Field(title="Tekst")
    nieuws: NieuwsId | None = Field(default=None, title="Nieuwsbericht", description="Voor de link 'Lees verder'.")
    praktijkcasus: CasusId | None = Field(default=None, title="Praktijkcasus")
    agenda: AgendaId | None = Field(default=None, title="Agenda-item")
    activiteit: ActiviteitVerwijzing | None = Field(default=None, title="Activiteit uit het plan")
    cijfer: IndicatorVerwijzing | None = Field(
        default=None, title="Indicator", description="Toont de nulmeting en de streefwaarde uit het plan."
    )
    link: Annotated[str, Field(pattern=r"^(https://|/)\S+$", max_length=300)] | None = Field(
        default=None, title="Andere link", description="Begint met https:// of, op deze site, met een schuine streep."
    )
    beeld: Beeld | None = Field(default=None, title="Beeld")


class Nieuwsbrief(Stuk):
    """A newsletter, which is published as a page and sent as e-mail."""

    soort: ClassVar[Soort] = Soort.NIEUWSBRIEVEN

    editie: Editie = Field(title="Editie", description="Het kwartaal, zoals 2026-Q4.")
    inleiding: Opmaaktekst = Field(title="Inleiding")
    onderdelen: tuple[Nieuwsonderdeel, ...] = Field(min_length=1, max_length=20, title="Onderdelen")
    afsluiting: Opmaaktekst | None = Field(default=None, title="Afsluiting")


class Aard(StrEnum):
    """What a praktijkcasus is made of."""

    GEFINGEERD = "gefingeerd"
    GEANONIMISEERD = "geanonimiseerd"


class Antwoord(Model):
    """What the praktijkcasus says about one of the five b-questions of the plan."""

    vraag: VraagId = Field(title="Vraag")
    antwoord: Opmaaktekst = Field(title="Antwoord")


_BEDACHT = re.compile(r"niet nodig|alles is (bedacht|verzonnen)", re.IGNORECASE)


class Praktijkcasus(Stuk):
    """A story from practice: invented, or so changed that nobody can be recognised."""

    soort: ClassVar[Soort] = Soort.PRAKTIJKCASUSSEN

    aard: Annotated[Aard, Voorzet(Aard.GEFINGEERD.value)] = Field(
        title="Aard", description="Gefingeerd is bedacht. Geanonimiseerd is echt, maar onherkenbaar."
    )
    situatie: Opmaaktekst = Field(title="De situatie", description="Zonder namen, leeftijden, plaatsen en datums.")
    wat_gedaan: Opmaaktekst = Field(title="Wat er is gedaan")
    organisatiesoorten: tuple[Organisatiesoort, ...] = Field(
        min_length=1, title="Door welke soorten organisaties", description="Geen namen van organisaties."
    )
    wat_werkte: Opmaaktekst = Field(title="Wat werkte")
    les: Opmaaktekst = Field(title="De les")
    vragen: tuple[Antwoord, ...] = Field(default=(), max_length=5, title="De vijf b-vragen")
    toestemming: Annotated[Korttekst, Voorzet("Niet nodig: bedacht verhaal")] = Field(
        title="Toestemming", description="Van wie, en hoe vastgelegd? Zonder namen. Bij een bedachte casus: niet nodig."
    )
    geanonimiseerd_door: Korttekst = Field(title="Onherkenbaar gemaakt door", description="Een functie, geen naam.")
    gewijzigde_details: Annotated[Tekst, Voorzet("Alles is bedacht")] = Field(
        title="Veranderde details", description="Wat is er anders dan in het echt?"
    )

    @model_validator(mode="after")
    def _echt_is_niet_bedacht(self) -> Self:
        if self.aard is Aard.GEANONIMISEERD and (
            woord := _BEDACHT.search(f"{self.toestemming} {self.gewijzigde_details}")
        ):
            raise fout(
                f"'{woord[0]}' past bij een bedacht verhaal, en dit is geanonimiseerd; schrijf bij toestemming van wie zij "
                "komt, en bij gewijzigde_details wat er anders is dan in het echt"
            )
        return self


def _in_jaar(dag: date, jaar: int) -> date:
    return date(jaar, 2, 28) if (dag.month, dag.day) == (2, 29) and jaar % 4 else dag.replace(year=jaar)


class Agendasoort(StrEnum):
    """What kind of moment it is."""

    THEMADAG = "themadag"
    THEMAWEEK = "themaweek"
    BIJEENKOMST = "bijeenkomst"
    TRAINING = "training"
    OVERLEG = "overleg"


class Herhaling(StrEnum):
    """Whether it comes back."""

    EENMALIG = "eenmalig"
    VASTE_DATUM = "jaarlijks-vaste-datum"
    WISSELEND = "jaarlijks-wisselend"


class Agendaitem(Stuk):
    """A day, week or meeting; times are those of Limburg, `eind` is the last day itself."""

    soort: ClassVar[Soort] = Soort.AGENDA

    agendasoort: Agendasoort = Field(title="Wat is het?")
    begin: Annotated[Itemdag | None, OfWoord("onbekend")] = Field(
        title="Eerste dag", description="Of het woord onbekend, als de datum nog niet vaststaat."
    )
    eind: Itemdag | None = Field(default=None, title="Laatste dag", description="Alleen bij meer dan één dag.")
    begintijd: Tijd | None = Field(default=None, title="Begintijd", description="Zoals 14:00. Leeg: de hele dag.")
    eindtijd: Tijd | None = Field(default=None, title="Eindtijd")
    herhaling: Herhaling = Field(default=Herhaling.EENMALIG, title="Komt het terug?")
    wanneer: Korttekst | None = Field(
        default=None, title="Wanneer, in woorden", description="Nodig als de eerste dag onbekend is."
    )
    plaats: Korttekst | None = Field(default=None, title="Plaats")
    organisator: OnbekendeTekst = Field(title="Wie organiseert het?", description="Of: onbekend.")
    doelgroepen: tuple[Doelgroep, ...] = Field(min_length=1, title="Voor wie")
    aanmelden: Korttekst | None = Field(default=None, title="Aanmelden")
    tekst: Opmaaktekst = Field(title="Tekst")

    @model_validator(mode="after")
    def _klopt_in_de_tijd(self) -> Self:
        if self.begin is None and not self.wanneer:
            raise fout("de eerste dag is onbekend; voeg 'wanneer:' toe en zeg in woorden wanneer het is")
        if self.begin is None and (self.eind or self.begintijd or self.herhaling is Herhaling.VASTE_DATUM):
            raise fout("eind, begintijd en een vaste datum kunnen alleen bij een bekende eerste dag; vul begin in")
        if self.begin and self.eind and self.eind < self.begin:
            raise fout(f"het eindigt ({self.eind}) voor het begint ({self.begin}); draai de datums om")
        if self.eindtijd and not self.begintijd:
            raise fout("er is een eindtijd maar geen begintijd; voeg 'begintijd:' toe")
        een_dag = self.eind in (None, self.begin)
        if self.begintijd and self.eindtijd and een_dag and self.eindtijd <= self.begintijd:
            raise fout("het eindigt niet later dan het begint; verbeter begintijd of eindtijd")
        return self

    @property
    def laatste_dag(self) -> date | None:
        """The last day; None when no day is known."""
        return self.eind or self.begin

    def volgende(self, dag: date) -> tuple[date, date] | None:
        """Return the first and the last day of the time that is next or now, of a single one whenever it was.

        None when no day is known. What comes back on a fixed date comes back every year after its first; 29 February
        is the 28th in a year without it.
        """
        if self.begin is None:
            return None
        duur = (self.laatste_dag or self.begin) - self.begin
        keer = self.begin
        if self.herhaling is Herhaling.VASTE_DATUM:
            for jaar in range(max(self.begin.year, dag.year - 1), dag.year + 2):
                keer = _in_jaar(self.begin, jaar)
                if keer + duur >= dag:
                    break
        return keer, keer + duur

    def bezig(self, dag: date) -> bool:
        """Tell whether it is on the day itself."""
        keer = self.volgende(dag)
        return keer is not None and keer[0] <= dag <= keer[1]

    def voorbij(self, dag: date) -> bool:
        """Tell whether it is over on the day, and doesn't come back on a known day."""
        keer = self.volgende(dag)
        return keer is not None and keer[1] < dag


class Stand(StrEnum):
    """How far a campaign is."""

    IDEE = "idee"
    VOORBEREIDING = "in-voorbereiding"
    LOPEND = "lopend"
    AFGEROND = "afgerond"
    ONBEKEND = "onbekend"


class Campagne(Stuk):
    """A campaign of the region, or a national one that the region joins."""

    soort: ClassVar[Soort] = Soort.CAMPAGNES

    stand: Stand = Field(title="Hoe ver is het?")
    wanneer: OnbekendeTekst = Field(title="Wanneer", description="In woorden. Of: onbekend.")
    doelgroepen: tuple[Doelgroep, ...] = Field(min_length=1, title="Voor wie")
    boodschap: Tekst = Field(title="Boodschap", description="Wat moeten mensen onthouden?")
    middelen: tuple[Korttekst, ...] = Field(default=(), max_length=20, title="Middelen")
    partners: tuple[OrganisatieId, ...] = Field(default=(), title="Partners")
    tekst: Opmaaktekst = Field(title="Tekst")


class Opleiding(Stuk):
    """A course or training."""

    soort: ClassVar[Soort] = Soort.OPLEIDINGEN

    voor_wie: OnbekendeTekst = Field(title="Voor wie", description="Of: onbekend.")
    door: OnbekendeTekst = Field(title="Door wie", description="De organisatie die haar geeft. Of: onbekend.")
    duur: OnbekendeTekst = Field(title="Duur", description="Of: onbekend.")
    kosten: OnbekendeTekst = Field(title="Kosten", description="Of: onbekend.")
    aanmelden: OnbekendeTekst = Field(title="Aanmelden", description="Hoe en waar? Of: onbekend.")
    tekst: Opmaaktekst = Field(title="Tekst")


class Begrip(Item):
    """A term or abbreviation of the field, explained in everyday Dutch."""

    soort: ClassVar[Soort] = Soort.BEGRIPPEN

    term: Korttekst = Field(title="Begrip", description="Voluit.")
    afkorting: Korttekst | None = Field(default=None, title="Afkorting")
    uitleg: Annotated[Tekst, Field(max_length=1000)] = Field(
        title="Uitleg", description="In gewone taal. De eerste zin moet op zichzelf te begrijpen zijn."
    )
    ook: tuple[Korttekst, ...] = Field(
        default=(), max_length=20, title="Ook wel", description="Gewone woorden en andere schrijfwijzen."
    )
    zie_ook: tuple[BegripId, ...] = Field(default=(), max_length=8, title="Zie ook")

    @model_validator(mode="after")
    def _ergens_gelezen(self) -> Self:
        if not (self.bron or self.bron_elders):
            raise fout(
                "een begrip heeft een bron nodig; voeg 'bron:' toe, of 'bron_elders:' bij een bron buiten de plannen"
            )
        return self

    @property
    def kop(self) -> str:
        """The abbreviation, or the term when it has none."""
        return self.afkorting or self.term

    @property
    def kort(self) -> str:
        """The first sentence of the explanation."""
        return re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý'‘\"])", self.uitleg, maxsplit=1)[0]


class Kanaalsoort(StrEnum):
    """What kind of channel it is."""

    WEBSITE = "website"
    NIEUWSBRIEF = "nieuwsbrief"
    SOCIALE_MEDIA = "sociale-media"
    INTRANET = "intranet"
    TELEFOON = "telefoon"
    CHAT = "chat"
    OVERLEG = "overleg"
    OVERIG = "overig"


class Kanaal(Stuk):
    """A channel through which an organisation reaches people; whom to ask is a function, never a person."""

    soort: ClassVar[Soort] = Soort.KANALEN

    organisatie: OrganisatieId | None = Field(default=None, title="Organisatie")
    kanaalsoort: Kanaalsoort = Field(title="Soort kanaal")
    adres: OnbekendeTekst = Field(title="Adres of naam", description="Of: onbekend.")
    doelgroepen: tuple[Doelgroep, ...] = Field(min_length=1, title="Voor wie")
    contactfunctie: OnbekendeTekst = Field(title="Contact", description="Een functie, geen naam. Of: onbekend.")
    tekst: Opmaaktekst = Field(title="Tekst", description="Waarvoor is dit kanaal geschikt?")


class Toolkitsoort(StrEnum):
    """What kind of means it is."""

    POSTER = "poster"
    KAARTJE = "kaartje"
    HANDTEKENING = "handtekening"
    FLYER = "flyer"
    PRESENTATIE = "presentatie"
    TEKST = "tekst"
    OVERIG = "overig"


class Toolkitbestand(Model):
    """A file to download, under /toolkit/bestanden/."""

    bestand: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]*\.[a-z0-9]{2,4}$", max_length=80)] = Field(
        title="Bestandsnaam", description="Zoals veilig-thuis-poster-a4.pdf."
    )
    formaat: Korttekst = Field(title="Formaat", description="Zoals A4, PDF.")
    waarvoor: Korttekst = Field(title="Waarvoor", description="Zoals: zelf printen.")


class Toolkititem(Stuk):
    """Something that partners may use, with how to use it and until when."""

    soort: ClassVar[Soort] = Soort.TOOLKIT

    toolkitsoort: Toolkitsoort = Field(title="Wat is het?")
    bestanden: tuple[Toolkitbestand, ...] = Field(default=(), max_length=12, title="Bestanden")
    gebruik: Opmaaktekst = Field(title="Zo gebruikt u het")
    geldig_tot: Annotated[Itemdag | None, OfWoord("onbeperkt")] = Field(
        title="Geldig tot en met", description="Een dag, of: onbeperkt."
    )
    doelgroepen: tuple[Doelgroep, ...] = Field(min_length=1, title="Voor wie")

    def verlopen(self, dag: date) -> bool:
        """Tell whether it should not be used any more on the day."""
        return self.geldig_tot is not None and self.geldig_tot < dag


ITEMSOORTEN: Mapping[Soort, type[Item]] = {
    model.soort: model
    for model in (
        Nieuwsbericht,
        Nieuwsbrief,
        Praktijkcasus,
        Agendaitem,
        Campagne,
        Opleiding,
        Begrip,
        Kanaal,
        Toolkititem,
    )
}
"""The model of each kind of item."""


class Overzichtskop(Model):
    """The head of the page that lists all items of a kind; such a page may itself be what was promised."""

    title: Korttekst
    description: Korttekst
    vervult: tuple[ProductVerwijzing, ...] = ()
    opgeleverd_op: Itemdag | None = None

    @model_validator(mode="after")
    def _samen(self) -> Self:
        if bool(self.vervult) != (self.opgeleverd_op is not None):
            raise fout("vervult en opgeleverd_op horen bij elkaar; vul ze allebei in, of geen van beide")
        return self
