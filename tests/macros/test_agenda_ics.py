"""The calendars, read back by the library that wrote them and by another one, and held to the time zone database."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from macros import inlezen, kalender
from macros.model import Regiovisie
from macros.opmaak import Blad

SITE = "https://www.example.org/"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def alle(regiovisie: Regiovisie, *, concepten: bool = False) -> dict[str, bytes]:
    blad = Blad(regiovisie=regiovisie, peildatum=date(2026, 11, 22), basis=SITE, site=SITE, concepten=concepten)
    return dict(kalender.kalenders(blad, "Samen sterk, iedereen veilig"))


@pytest.fixture(scope="module")
def gevuld(itemproject: Path) -> Regiovisie:
    return inlezen.laad(itemproject)


@pytest.fixture(scope="module")
def gemaakt(gevuld: Regiovisie) -> dict[str, bytes]:
    return alle(gevuld)


def lees(inhoud: bytes) -> icalendar.Calendar:
    gelezen = icalendar.Calendar.from_ical(inhoud)
    assert isinstance(gelezen, icalendar.Calendar)
    assert gelezen.errors == []
    return gelezen


def momenten(inhoud: bytes) -> dict[str, icalendar.Event]:
    return {str(moment["SUMMARY"]): moment for moment in lees(inhoud).events}


def test_a_file_per_item_with_a_known_day_and_one_to_subscribe_to(gemaakt: dict[str, bytes]) -> None:
    assert sorted(gemaakt) == sorted(
        ["agenda/agenda.ics"]
        + [f"agenda/{naam}/agenda.ics" for naam in ("bedacht", "dag", "nacht", "week", "winter", "zomer")]
    )
    for naam in ("dag", "nacht", "week", "winter", "zomer"):
        (moment,) = lees(gemaakt[f"agenda/{naam}/agenda.ics"]).events
        assert moment in lees(gemaakt["agenda/agenda.ics"]).events


def test_an_example_is_marked_and_in_no_subscription(gevuld: Regiovisie, gemaakt: dict[str, bytes]) -> None:
    ((titel, moment),) = momenten(gemaakt["agenda/bedacht/agenda.ics"]).items()
    assert titel == "Bedachte bijeenkomst (voorbeeld)"
    assert str(moment["DESCRIPTION"]).startswith("Dit is een voorbeeld. Het is verzonnen.\n")
    assert titel not in momenten(gemaakt["agenda/agenda.ics"])
    assert titel in momenten(alle(gevuld, concepten=True)["agenda/agenda.ics"])


def test_what_a_calendar_program_must_find(gemaakt: dict[str, bytes]) -> None:
    for inhoud in gemaakt.values():
        kalender_ = lees(inhoud)
        assert kalender_["VERSION"] == "2.0"
        assert kalender_["PRODID"] == "-//Samen sterk, iedereen veilig//Agenda//NL"
        assert [zone["TZID"] for zone in kalender_.timezones] == ["Europe/Amsterdam"]
        for moment in kalender_.events:
            assert moment.DTSTAMP is not None
            assert str(moment.DTSTAMP.tzinfo) == "UTC"
            assert {"UID", "DTSTART", "SUMMARY", "DESCRIPTION", "URL", "CATEGORIES"} <= set(moment)
            assert "ORGANIZER" not in moment  # would need an address, and none is known
        assert all(len(regel) <= 75 for regel in inhoud.split(b"\r\n"))
        assert b"\n" not in inhoud.replace(b"\r\n", b"")
    abonnement = gemaakt["agenda/agenda.ics"]
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in abonnement
    assert b"\r\nX-PUBLISHED-TTL:P1D\r\n" in abonnement
    assert lees(abonnement).calendar_name == "Agenda Samen sterk, iedereen veilig"


def test_text_and_place_come_back_as_they_were_written(gemaakt: dict[str, bytes]) -> None:
    moment = momenten(gemaakt["agenda/agenda.ics"])["Training: zien, vragen; doen"]
    assert str(moment["LOCATION"]) == "Maastricht, zaal 3"
    assert str(moment["DESCRIPTION"]) == (
        "Oefenen met het gesprek.\n"
        "Organisator: GGD Zuid-Limburg\n"
        "Voor wie: professionals\n"
        "Aanmelden: Bij uw eigen organisatie\n"
        f"Meer: {SITE}agenda/zomer/"
    )
    assert moment["URL"] == f"{SITE}agenda/zomer/"
    assert moment.categories == ["Training"]


def test_whole_days_end_at_the_next(gemaakt: dict[str, bytes]) -> None:
    per_titel = momenten(gemaakt["agenda/agenda.ics"])
    dag, week = per_titel["Dag tegen ouderenmishandeling"], per_titel["Week tegen kindermishandeling"]
    assert (dag.start, dag.end) == (date(2026, 6, 15), date(2026, 6, 16))
    assert (week.start, week.end) == (date(2026, 11, 16), date(2026, 11, 23))
    assert week.categories == ["Themaweek", "MDA++"]
    assert "Dit komt elk jaar terug, op wisselende datums." in str(week["DESCRIPTION"])
    assert dag["RRULE"] == {"FREQ": ["YEARLY"]}
    assert [titel for titel, moment in per_titel.items() if "RRULE" in moment] == ["Dag tegen ouderenmishandeling"]
    assert dag["TRANSP"] == week["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("titel", "begin", "eind"),
    [
        (
            "Training: zien, vragen; doen",
            datetime(2026, 7, 2, 12, tzinfo=UTC),
            datetime(2026, 7, 2, 14, 30, tzinfo=UTC),
        ),
        ("Overleg in de winter", datetime(2026, 12, 3, 8, tzinfo=UTC), None),
        ("Nacht van de wisseling", datetime(2026, 10, 24, 18, tzinfo=UTC), datetime(2026, 10, 25, 7, tzinfo=UTC)),
    ],
)
def test_times_are_those_of_limburg_in_summer_in_winter_and_in_between(
    gemaakt: dict[str, bytes], titel: str, begin: datetime, eind: datetime | None
) -> None:
    """Read back by another library, which takes the rule of the time zone from the file itself."""
    inhoud = gemaakt["agenda/agenda.ics"].decode().replace("Europe/Amsterdam", "Alleen/in-dit-bestand")
    (moment,) = [m for m in vobject.readOne(inhoud).vevent_list if m.summary.value == titel]
    assert moment.dtstart.value.astimezone(UTC) == begin
    assert (moment.dtend.value.astimezone(UTC) if hasattr(moment, "dtend") else None) == eind
    van_de_schrijver = momenten(gemaakt["agenda/agenda.ics"])[titel]
    assert van_de_schrijver.start == begin


def test_a_fixed_day_comes_back_each_year_on_that_day(gemaakt: dict[str, bytes]) -> None:
    (moment,) = vobject.readOne(gemaakt["agenda/dag/agenda.ics"].decode()).vevent_list
    komende = list(moment.getrruleset(addRDate=True).between(datetime(2040, 1, 1), datetime(2043, 1, 1)))  # noqa: DTZ001 - whole days
    assert [dag.date() for dag in komende] == [date(2040, 6, 15), date(2041, 6, 15), date(2042, 6, 15)]


def test_the_rule_of_the_time_zone_is_that_of_the_database(gemaakt: dict[str, bytes]) -> None:
    """Hour by hour around each change, and a day in each month, until long after 2038."""
    inhoud = gemaakt["agenda/winter/agenda.ics"].decode().replace("Europe/Amsterdam", "Alleen/in-dit-bestand")
    zone: Any = vobject.readOne(inhoud).vtimezone.tzinfo
    for jaar in (1997, 2026, 2027, 2038, 2060):
        uren = [datetime(jaar, maand, 15, 12) for maand in range(1, 13)]  # noqa: DTZ001 - a time on the clock
        for maand in (3, 10):
            zondag = max(date(jaar, maand, dag) for dag in range(25, 32) if date(jaar, maand, dag).weekday() == 6)
            middernacht = datetime.combine(zondag, datetime.min.time())
            uren += [middernacht + timedelta(hours=uur) for uur in (-2, 0, 1, 3, 4, 12)]
        for uur in uren:
            assert uur.replace(tzinfo=zone).utcoffset() == uur.replace(tzinfo=AMSTERDAM).utcoffset(), uur


def test_same_input_same_bytes(gevuld: Regiovisie, gemaakt: dict[str, bytes]) -> None:
    assert alle(gevuld) == gemaakt


def test_without_anything_to_come_it_is_still_a_calendar(gevuld: Regiovisie) -> None:
    leeg = Blad(regiovisie=gevuld, peildatum=date(2020, 1, 1), basis=SITE)
    ((naam, inhoud),) = kalender.kalenders(leeg, "Samen sterk, iedereen veilig")
    assert (naam, lees(inhoud).events, len(lees(inhoud).timezones)) == ("agenda/agenda.ics", [], 1)
