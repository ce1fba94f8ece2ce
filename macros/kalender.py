"""The agenda for a calendar program: a file per item, and everything as a subscription."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

from icalendar import TRANSP, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vRecur, vUri

from macros.model import Agendaitem, Agendasoort, Herhaling, Soort, vast_kenmerk
from macros.opmaak import AGENDAWOORD, DOELGROEPWOORD, Blad, kop_elders, moment

VERVERS = timedelta(days=1)


def kalenders(blad: Blad, sitenaam: str) -> Iterator[tuple[str, bytes]]:
    """Yield each calendar as address and content; the sheet's `basis` is the address of the site itself.

    What has no known day yet is in no calendar; its page says in words when it is. Examples have a file of their own and
    stay out of the subscription: nobody should find an invented meeting between his appointments.
    """
    items = sorted(
        cast("Sequence[Agendaitem]", blad.items(Soort.AGENDA)),
        key=lambda i: (i.begin or date.max, i.begintijd or time()),
    )
    bekend = [item for item in items if item.begin]
    for item in bekend:
        yield f"{item.pagina}agenda.ics", _kalender(sitenaam, [_moment(blad, item)])
    abonnement = [_moment(blad, item) for item in bekend if blad.concepten or not item.voorbeeld]
    yield (
        "agenda/agenda.ics",
        _kalender(sitenaam, abonnement, naam=f"Agenda {sitenaam}", bron=blad.naar("agenda/agenda.ics")),
    )


def _kalender(sitenaam: str, momenten: Sequence[Event], *, naam: str | None = None, bron: str | None = None) -> bytes:
    kalender = Calendar()
    kalender.add("VERSION", "2.0")
    kalender.add("PRODID", f"-//{sitenaam}//Agenda//NL")
    kalender.add("CALSCALE", "GREGORIAN")
    kalender.add("METHOD", "PUBLISH")
    if naam and bron:
        kalender.add("UID", str(vast_kenmerk("agenda/agenda.ics")))
        kalender.calendar_name = naam
        kalender.add("X-WR-TIMEZONE", "Europe/Amsterdam")
        kalender.add("SOURCE", vUri(bron), {"VALUE": "URI"})
        kalender.add("REFRESH-INTERVAL", vDuration(VERVERS), {"VALUE": "DURATION"})
        kalender.add("X-PUBLISHED-TTL", vDuration(VERVERS))
    kalender.add_component(_tijdzone())  # always: a calendar without any component is not valid
    for dit in momenten:
        kalender.add_component(dit)
    return bytes(kalender.to_ical())


def _moment(blad: Blad, item: Agendaitem) -> Event:
    begin, eind = _tijden(item)
    dit = Event.new(
        uid=item.kenmerk,
        stamp=moment(item.publicatiedatum).astimezone(UTC),
        summary=kop_elders(item),
        description=_beschrijving(blad, item),
        location=item.plaats,
        categories=[AGENDAWOORD[item.agendasoort], *(blad.regiovisie.themas[id_].naam for id_ in item.themas)],
        url=blad.naar(item.pagina),
        start=begin,
        end=eind,
        # A theme day or week leaves room for other appointments.
        transparency=TRANSP.TRANSPARENT if item.agendasoort in _OP_DE_ACHTERGROND else TRANSP.OPAQUE,
    )
    if item.herhaling is Herhaling.VASTE_DATUM:
        dit.add("RRULE", vRecur(FREQ="YEARLY"))
    return dit


_OP_DE_ACHTERGROND = {Agendasoort.THEMADAG, Agendasoort.THEMAWEEK}


def _tijden(item: Agendaitem) -> tuple[date | datetime, date | datetime | None]:
    """Return begin and end as a calendar wants them: whole days end at the beginning of the next."""
    eerste, laatste = cast("date", item.begin), cast("date", item.laatste_dag)
    erna = laatste + timedelta(days=1)
    if item.begintijd is None:
        return eerste, erna
    if item.eindtijd:
        return moment(eerste, item.begintijd), moment(laatste, item.eindtijd)
    # No end is known: of one day only the beginning; more days last until the last is over.
    return moment(eerste, item.begintijd), moment(erna) if laatste > eerste else None


def _beschrijving(blad: Blad, item: Agendaitem) -> str:
    delen = [item.samenvatting]
    if item.voorbeeld:
        delen.insert(0, "Dit is een voorbeeld. Het is verzonnen.")
    if item.herhaling is Herhaling.WISSELEND:
        delen.append("Dit komt elk jaar terug, op wisselende datums. Dit is de datum die bekend is.")
    if item.organisator:
        delen.append(f"Organisator: {item.organisator}")
    delen.append("Voor wie: " + ", ".join(DOELGROEPWOORD[d] for d in item.doelgroepen))
    if item.aanmelden:
        delen.append(f"Aanmelden: {item.aanmelden}")
    return "\n".join([*delen, f"Meer: {blad.naar(item.pagina)}"])


def _tijdzone() -> Timezone:
    """Return the rule of summer and winter time, as the European Union has it since 1996.

    Not the `add_missing_timezones()` of the library: it writes out the days until 2038, so a yearly date would lose its
    hour after that, and it puts the change to summer time an hour late. A test compares this one with the time zone
    database, hour by hour.
    """
    zone = Timezone()
    zone.add("TZID", "Europe/Amsterdam")
    zomer, winter = TimezoneDaylight(), TimezoneStandard()
    for deel, naam, begint, maand, van, naar in (
        (zomer, "CEST", datetime(1996, 3, 31, 2), 3, 1, 2),  # noqa: DTZ001 - the time on the clock before the change
        (winter, "CET", datetime(1996, 10, 27, 3), 10, 2, 1),  # noqa: DTZ001 - as above
    ):
        deel.add("DTSTART", begint)
        deel.add("TZNAME", naam)
        deel.add("TZOFFSETFROM", timedelta(hours=van))
        deel.add("TZOFFSETTO", timedelta(hours=naar))
        deel.add("RRULE", vRecur(FREQ="YEARLY", BYMONTH=maand, BYDAY="-1SU"))
        zone.add_component(deel)
    return zone
