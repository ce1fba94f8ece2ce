"""How things are written: Dutch amounts, dates and quarters, and the one way from values to escaped HTML."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, select_autoescape
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from macros.model import (
    Aard,
    Activiteitenplek,
    Agendaitem,
    Agendasoort,
    Cel,
    Doelgroep,
    Fase,
    Herhaling,
    Indicator,
    Item,
    Kanaalsoort,
    Kostensoort,
    Kwartaal,
    Lijn,
    Looptijd,
    Naslagkolom,
    Organisatiesoort,
    Periode,
    Plan,
    Planstatus,
    Regiovisie,
    Richting,
    Soort,
    Stand,
    Status,
    Toolkitsoort,
)

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
LIMBURG = ZoneInfo("Europe/Amsterdam")
CACHE = Path(__file__).parent.parent / ".cache" / "sjablonen"
HARDE_SPATIE = "\u00a0"
STATUSWOORD = {
    Planstatus.LOPEND: "Geldend plan",
    Planstatus.OPEN: "Einddatum onbekend",
    Planstatus.AFGEROND: "Afgerond plan",
    Planstatus.TOEKOMST: "Nog niet begonnen",
}
FASEWOORD = {
    Fase.VERKENNING: "Verkenning",
    Fase.PILOT: "Pilot",
    Fase.INVOERING: "Invoering",
    Fase.UITVOERING: "Gewone uitvoering",
    Fase.DOORONTWIKKELING: "Doorontwikkeling",
    Fase.LANDELIJK: "Landelijke actie",
}
KOSTENWOORD = {
    Kostensoort.PER_JAAR: "per jaar",
    Kostensoort.EENMALIG: "eenmalig",
    Kostensoort.GESCHAT_PER_JAAR: "schatting, per jaar",
    Kostensoort.GEDEKT_UIT_SUBSIDIE: "gedekt uit subsidie",
    Kostensoort.ONDUIDELIJK: "de bron zegt niet of dit per jaar of eenmalig is",
    Kostensoort.NADER_TE_BEPALEN: "nog te bepalen",
    Kostensoort.GEEN_ZICHT_OP: "nog geen zicht op",
    Kostensoort.INZET_VAN_MEDEWERKERS: "inzet van medewerkers",
}
NASLAGWOORD = {
    Naslagkolom.LANDELIJK: "Landelijke acties",
    Naslagkolom.AMBITIES: "Ambities Zuid-Limburg",
    Naslagkolom.ZUID_LIMBURG: "Acties in heel Zuid-Limburg",
    Naslagkolom.PARKSTAD: "Parkstad",
    Naslagkolom.MAASTRICHT_HEUVELLAND_WM: "Maastricht-Heuvelland en Westelijke Mijnstreek",
}
RICHTINGWOORD = {
    Richting.STIJGING: "moet stijgen",
    Richting.DALING: "moet dalen",
    Richting.BEHALEN: "moet gehaald worden",
    Richting.MOGELIJKE_DALING: "daalt mogelijk",
    Richting.MOGELIJKHEID: "mogelijkheid, geen eis",
}

SOORTWOORD = {
    Soort.NIEUWS: "Nieuwsbericht",
    Soort.NIEUWSBRIEVEN: "Nieuwsbrief",
    Soort.PRAKTIJKCASUSSEN: "Praktijkcasus",
    Soort.AGENDA: "Agenda",
    Soort.CAMPAGNES: "Campagne",
    Soort.OPLEIDINGEN: "Opleiding of training",
    Soort.BEGRIPPEN: "Begrip",
    Soort.KANALEN: "Kanaal",
    Soort.TOOLKIT: "Toolkit",
}
STATUSWOORD_ITEM = {Status.CONCEPT: "Concept", Status.GEPUBLICEERD: "Gepubliceerd"}
DOELGROEPWOORD = {
    Doelgroep.INWONERS: "inwoners",
    Doelgroep.PROFESSIONALS: "professionals",
    Doelgroep.BESTUUR: "bestuur en beleid",
    Doelgroep.ONDERWIJS: "onderwijs",
    Doelgroep.IEDEREEN: "iedereen",
}
AARDWOORD = {Aard.GEFINGEERD: "Bedacht verhaal", Aard.GEANONIMISEERD: "Echt, maar onherkenbaar gemaakt"}
AGENDAWOORD = {
    Agendasoort.THEMADAG: "Themadag",
    Agendasoort.THEMAWEEK: "Themaweek",
    Agendasoort.BIJEENKOMST: "Bijeenkomst",
    Agendasoort.TRAINING: "Training",
    Agendasoort.OVERLEG: "Overleg",
}
HERHALINGWOORD = {
    Herhaling.EENMALIG: "eenmalig",
    Herhaling.VASTE_DATUM: "elk jaar op dezelfde datum",
    Herhaling.WISSELEND: "elk jaar, op wisselende datums",
}
STANDWOORD = {
    Stand.IDEE: "Idee",
    Stand.VOORBEREIDING: "In voorbereiding",
    Stand.LOPEND: "Loopt",
    Stand.AFGEROND: "Afgerond",
    Stand.ONBEKEND: "Stand onbekend",
}
KANAALWOORD = {
    Kanaalsoort.WEBSITE: "Website",
    Kanaalsoort.NIEUWSBRIEF: "Nieuwsbrief",
    Kanaalsoort.SOCIALE_MEDIA: "Sociale media",
    Kanaalsoort.INTRANET: "Intranet",
    Kanaalsoort.TELEFOON: "Telefoon",
    Kanaalsoort.CHAT: "Chat",
    Kanaalsoort.OVERLEG: "Overleg",
    Kanaalsoort.OVERIG: "Overig",
}
TOOLKITWOORD = {
    Toolkitsoort.POSTER: "Poster",
    Toolkitsoort.KAARTJE: "Kaartje",
    Toolkitsoort.HANDTEKENING: "E-mailhandtekening",
    Toolkitsoort.FLYER: "Flyer",
    Toolkitsoort.PRESENTATIE: "Presentatie",
    Toolkitsoort.TEKST: "Tekst",
    Toolkitsoort.OVERIG: "Overig",
}
ORGANISATIEWOORD = {
    Organisatiesoort.GEMEENTE: "Gemeenten",
    Organisatiesoort.VEILIG_THUIS: "Veilig Thuis",
    Organisatiesoort.VEILIGHEID: "Veiligheid en justitie",
    Organisatiesoort.JEUGD: "Jeugdbescherming",
    Organisatiesoort.OPVANG: "Opvang en hulp",
    Organisatiesoort.KENNIS: "Kennis en ondersteuning",
    Organisatiesoort.ONDERWIJS: "Onderwijs",
    Organisatiesoort.ZORG: "Zorg",
    Organisatiesoort.WELZIJN: "Welzijn",
    Organisatiesoort.OVERIG: "Overig",
}
KEUZEWOORDEN: Mapping[type[StrEnum], Mapping[Any, str]] = {
    Aard: AARDWOORD,
    Agendasoort: AGENDAWOORD,
    Doelgroep: DOELGROEPWOORD,
    Herhaling: HERHALINGWOORD,
    Kanaalsoort: KANAALWOORD,
    Organisatiesoort: ORGANISATIEWOORD,
    Stand: STANDWOORD,
    Status: STATUSWOORD_ITEM,
    Toolkitsoort: TOOLKITWOORD,
}
"""What each value is called that can be chosen in an item."""


@dataclass(frozen=True, kw_only=True)
class Blad:
    """The sheet that is being written on: what is known, the reference date, and the way back to the root of the site.

    `basis` is the address of the root as seen from the page, such as '../../'; `pagina` that of the page from the root;
    `site` the absolute address of the root, which may be that of the writer's own computer.
    With `concepten` also what is not yet published shows.
    """

    regiovisie: Regiovisie
    peildatum: date
    basis: str
    pagina: str = ""
    site: str = ""
    concepten: bool = False

    def naar(self, adres: str) -> str:
        """Return the relative link to an address from the root, such as 'hulp/'."""
        return self.basis + adres or "./"

    def naar_activiteit(self, plan: Plan, nummer: str) -> str:
        """Return the relative link to the page of an activity, or to its place on the page of its line."""
        if plan.kop.activiteiten_op is Activiteitenplek.LIJN:
            return self.naar_plan(plan, f"{plan.activiteiten[nummer].lijn}/#activiteit-{nummer.replace('.', '-')}")
        return self.naar(f"plannen/{plan.id}/activiteiten/{plan.paginas[nummer]}/")

    def naar_plan(self, plan: Plan, deel: str = "") -> str:
        """Return the relative link to a plan, or to a page of it such as 'begroting/'."""
        return self.naar(f"plannen/{plan.id}/{deel}")

    def naar_organisatie(self, organisatie_id: str) -> str:
        """Return the relative link to the page of an organisation or municipality."""
        is_gemeente = self.regiovisie.organisaties[organisatie_id].soort is Organisatiesoort.GEMEENTE
        map_ = "gemeenten" if is_gemeente else "organisaties"
        return self.naar(f"{map_}/{organisatie_id.removeprefix('gemeente-')}/")

    def items(self, soort: Soort) -> tuple[Item, ...]:
        """Return the items of a kind that show here, the newest first."""
        alle = (item for item in self.regiovisie.items[soort].values() if self.toont(item))
        return tuple(sorted(alle, key=lambda item: (-item.publicatiedatum.toordinal(), item.kop.casefold())))

    def over(self, *, thema: str = "", activiteit: str = "") -> tuple[Item, ...]:
        """Return the items that show here about a theme or an activity ('plan/nummer'), terms aside."""
        return tuple(
            item
            for soort in Soort
            if soort is not Soort.BEGRIPPEN
            for item in self.items(soort)
            if thema in item.themas or activiteit in item.activiteiten
        )

    def toont(self, item: Item) -> bool:
        """Tell whether the item shows here."""
        return self.concepten or item.zichtbaar(self.peildatum)

    def actor(self, plan: Plan, actor_id: str) -> str:
        """Return the name of an organisation or body."""
        return self.regiovisie.actor(plan.id, actor_id).naam


def echt_adres(adres: str) -> bool:
    """Tell whether others can reach a site at this address: not when it is that of the writer's own computer."""
    host = urlsplit(adres).hostname or ""
    return bool(host) and not (host == "localhost" or host.startswith("127.") or host == "::1")


def duizendtallen(getal: int) -> str:
    """Write a whole number with points: 1.174.000."""
    return f"{getal:,}".replace(",", ".")


def euro(getal: int) -> str:
    """Write an amount as € 1.174.000, with a space that doesn't break."""
    return f"€{HARDE_SPATIE}{duizendtallen(getal)}"


def procent(deel: int, geheel: int) -> str:
    """Write a share with one decimal, as 24,3%; of nothing, no share can be told."""
    if not geheel:
        return "–"
    return f"{100 * deel / geheel:.1f}%".replace(".", ",")


def bedrag(waarde: Cel | None) -> str:
    """Write the amount of a budget cell: a dash where the year has no cell, words where it has no amount."""
    if waarde is None:
        return "–"
    return "geen bedrag" if waarde.bedrag is None else euro(waarde.bedrag)


def datum(dag: date) -> str:
    """Write a day as 22 november 2026."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def moment(dag: date, tijd: time = time()) -> datetime:
    """Return when it is this day in Limburg, at this time or as the day begins."""
    return datetime.combine(dag, tijd, LIMBURG)


def kop_elders(item: Item) -> str:
    """Name an item where the mark on its page cannot be seen: an example says so itself."""
    zegt_het = "voorbeeld" in item.kop.casefold()
    return f"{item.kop} (voorbeeld)" if item.voorbeeld and not zegt_het else item.kop


def wanneer(item: Agendaitem, dag: date) -> str:
    """Write when something is, or is next: 3 maart 2027, 14.00 tot 16.00 uur; or in words when no day is known."""
    keer = item.volgende(dag)
    if keer is None:
        return item.wanneer or "onbekend"
    eerste, laatste = keer
    if not item.begintijd:
        return dagen(eerste, laatste)
    begin = f"{datum(eerste)}, {_uur(item.begintijd)}"
    if laatste > eerste:
        return f"{begin} uur t/m {datum(laatste)}" + (f", {_uur(item.eindtijd)} uur" if item.eindtijd else "")
    return f"{begin} tot {_uur(item.eindtijd)} uur" if item.eindtijd else f"{begin} uur"


def dagen(van: date, tot: date) -> str:
    """Write the days from the first to the last: 3 maart 2027, or 25 november t/m 10 december 2026."""
    if van == tot:
        return datum(van)
    begin = f"{van.day} {MAANDEN[van.month - 1]}" if van.year == tot.year else datum(van)
    return f"{begin} t/m {datum(tot)}"


def _uur(tijd: time) -> str:
    return f"{tijd:%H.%M}".removeprefix("0")


def nulmeting(waarde: Indicator) -> str:
    """Write what an indicator began with, as 2023: 40%, or that it is not known."""
    if waarde.nulmeting is None:
        return "onbekend"
    return f"{waarde.nulmeting.jaar}: {waarde.nulmeting.waarde or 'onbekend'}"


def streefwaarde(waarde: Indicator) -> str:
    """Write what an indicator is to reach, as 50% (2027), or that the plan names nothing."""
    if waarde.streefwaarde is None:
        return "geen streefwaarde"
    jaar = f" ({waarde.streefwaarde.jaar})" if waarde.streefwaarde.jaar else ""
    return f"{waarde.streefwaarde.waarde}{jaar}"


def kwartaal(waarde: Kwartaal) -> str:
    """Write a quarter as Q3 2024."""
    return f"Q{waarde.nummer}{HARDE_SPATIE}{waarde.jaar}"


def periode(waarde: Periode) -> str:
    """Write a period as Q3 2024, Q3 2024 t/m Q4 2025, or vanaf Q2 2025."""
    if waarde.tot is None:
        return f"vanaf {kwartaal(waarde.van)}"
    if waarde.tot == waarde.van:
        return kwartaal(waarde.van)
    return f"{kwartaal(waarde.van)} t/m {kwartaal(waarde.tot)}"


def perioden(waarden: Iterable[Periode] | None) -> str:
    """Write the periods of a row, or that they are yet to be decided."""
    return "nog te bepalen (NTB)" if waarden is None else opsomming([periode(waarde) for waarde in waarden])


def looptijd(waarde: Looptijd) -> str:
    """Write a term as 2019-2022, or 2021 en verder."""
    return f"{waarde.van.year}-{waarde.tot.year}" if waarde.tot else f"{waarde.van.year} en verder"


def plannaam(plan: Plan) -> str:
    """Name a plan by its kind and its years, such as Uitvoeringsagenda 2019-2022."""
    soort, jaren_ = plan.kop.soort, looptijd(plan.kop.looptijd)
    return soort if str(plan.kop.looptijd.van.year) in soort else f"{soort} {jaren_}"


def opsomming(delen: Iterable[str]) -> str:
    """Join words as Dutch does: a, b en c."""
    *begin, laatste = list(delen) or [""]
    return f"{', '.join(begin)} en {laatste}" if begin else laatste


def jaren(waarden: Iterable[int]) -> str:
    """Write consecutive years as 2024-2027."""
    reeks = sorted(waarden)
    return str(reeks[0]) if len(reeks) == 1 else f"{reeks[0]}-{reeks[-1]}"


def lijnbadge(lijn: Lijn | None) -> dict[str, str]:
    """Return the class and the word of a line; rows of no line are 'algemeen'."""
    return {"id": lijn.id if lijn else "algemeen", "naam": lijn.naam if lijn else "Hele plan"}


def _bewaarplaats() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept, since compiling takes longer than filling; None when nothing can be written.

    Jinja compares the text of the template itself; the hash of this file is for the rest of what is compiled in.
    """
    try:
        CACHE.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    code = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    return FileSystemBytecodeCache(str(CACHE), f"{code}-%s") if os.access(CACHE, os.W_OK) else None


@lru_cache(maxsize=1)
def _omgeving() -> Environment:
    omgeving = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "sjablonen"),
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_bewaarplaats(),
    )
    omgeving.filters |= {
        "euro": euro,
        "bedrag": bedrag,
        "datum": datum,
        "kwartaal": kwartaal,
        "nulmeting": nulmeting,
        "streefwaarde": streefwaarde,
        "kop_elders": kop_elders,
        "wanneer": wanneer,
        "periode": periode,
        "perioden": perioden,
        "opsomming": opsomming,
        "jaren": jaren,
        "looptijd": looptijd,
        "plannaam": plannaam,
        "duizendtallen": duizendtallen,
        "procent": procent,
        "lijnbadge": lijnbadge,
        "kop": kop,
        "opmaak": opmaaktekst,
    }
    omgeving.globals |= {
        "AARDWOORD": AARDWOORD,
        "AGENDAWOORD": AGENDAWOORD,
        "DOELGROEPWOORD": DOELGROEPWOORD,
        "HERHALINGWOORD": HERHALINGWOORD,
        "KANAALWOORD": KANAALWOORD,
        "ORGANISATIEWOORD": ORGANISATIEWOORD,
        "SOORTWOORD": SOORTWOORD,
        "STANDWOORD": STANDWOORD,
        "TOOLKITWOORD": TOOLKITWOORD,
        "FASEWOORD": FASEWOORD,
        "KOSTENWOORD": KOSTENWOORD,
        "NASLAGWOORD": NASLAGWOORD,
        "STATUSWOORD": STATUSWOORD,
        "RICHTINGWOORD": RICHTINGWOORD,
    }
    return omgeving


def vul(sjabloon: str, **waarden: object) -> str:
    """Fill a template from `sjablonen/`: every value is escaped, except what is already markup, and in plain text."""
    return _omgeving().get_template(sjabloon).render(**waarden)


def kop(tekst: str) -> Markup:
    """Write text for a heading in Markdown: every sign that could be markup becomes a character reference."""
    gewoon = " ,.;:'()+-/?!"
    tekens = (t if t.isalnum() or t in gewoon or not t.isascii() else f"&#{ord(t)};" for t in tekst)
    return Markup("".join(tekens))  # noqa: S704 - each of <, > and & is among what is replaced


class _Wortel(Extension):
    """Lets links from the root of the site ('/hulp/') begin at `basis`."""

    def __init__(self, basis: str) -> None:
        super().__init__()
        self.basis = basis

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that the library calls
        """Register the step; called by Markdown."""
        md.treeprocessors.register(_Links(self.basis), "wortel", 5)


class _Links(Treeprocessor):
    def __init__(self, basis: str) -> None:
        super().__init__()
        self.basis = basis

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            adres = link.get("href", "")
            if adres.startswith("/"):
                link.set("href", self.basis + adres[1:] or "./")


def opmaaktekst(tekst: str, basis: str) -> Markup:
    """Turn light Markdown that passed the gate into HTML; links from the root of the site begin at `basis`."""
    html = Markdown(extensions=[_Wortel(basis), "sane_lists"]).convert(tekst)
    return Markup(html)  # noqa: S704 - the gate lets no HTML through, and Markdown escapes the rest


def als_markup(svg: str) -> Markup:
    """Mark a picture that a room of this package made as markup; never for text from data."""
    return Markup(svg)  # noqa: S704 - its input is our own drawing
