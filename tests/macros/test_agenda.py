"""When something of the agenda is next, now or over, on a day."""

from datetime import date

import pytest

from macros.model import Agendaitem
from macros.opmaak import wanneer

NOEMT = {
    "template": "item.html",
    "titel": "Een moment",
    "samenvatting": "Een moment in de agenda.",
    "publicatiedatum": "2024-01-01",
    "agendasoort": "themadag",
    "begin": "2024-06-15",
    "organisator": "onbekend",
    "doelgroepen": ["iedereen"],
    "tekst": "Een moment.",
}
ELK_JAAR = {"herhaling": "jaarlijks-vaste-datum"}
ORANJE = {"begin": "2024-11-25", "eind": "2024-12-10", **ELK_JAAR}
JAARWISSEL = {"begin": "2024-12-30", "eind": "2025-01-02", **ELK_JAAR}
SCHRIKKEL = {"begin": "2024-02-29", **ELK_JAAR}


def moment(**anders: str) -> Agendaitem:
    return Agendaitem.model_validate({**NOEMT, **anders})


@pytest.mark.parametrize(
    ("kop", "dag", "van", "tot"),
    [
        pytest.param({}, "2024-01-01", "2024-06-15", "2024-06-15", id="eenmalig: nog niet"),
        pytest.param({}, "2026-01-01", "2024-06-15", "2024-06-15", id="eenmalig: voorbij"),
        pytest.param(ELK_JAAR, "2020-01-01", "2024-06-15", "2024-06-15", id="vast: voor de eerste keer"),
        pytest.param(ELK_JAAR, "2026-06-14", "2026-06-15", "2026-06-15", id="vast: de dag ervoor"),
        pytest.param(ELK_JAAR, "2026-06-15", "2026-06-15", "2026-06-15", id="vast: op de dag"),
        pytest.param(ELK_JAAR, "2026-06-16", "2027-06-15", "2027-06-15", id="vast: de dag erna"),
        pytest.param(ORANJE, "2026-12-01", "2026-11-25", "2026-12-10", id="vast, dagen lang: ertussenin"),
        pytest.param(ORANJE, "2026-12-10", "2026-11-25", "2026-12-10", id="vast, dagen lang: laatste dag"),
        pytest.param(ORANJE, "2026-12-11", "2027-11-25", "2027-12-10", id="vast, dagen lang: erna"),
        pytest.param(JAARWISSEL, "2027-01-02", "2026-12-30", "2027-01-02", id="over de jaarwisseling: laatste dag"),
        pytest.param(JAARWISSEL, "2027-01-03", "2027-12-30", "2028-01-02", id="over de jaarwisseling: erna"),
        pytest.param(SCHRIKKEL, "2026-01-01", "2026-02-28", "2026-02-28", id="29 februari in een gewoon jaar"),
        pytest.param(SCHRIKKEL, "2028-01-01", "2028-02-29", "2028-02-29", id="29 februari in een schrikkeljaar"),
        pytest.param(
            {"herhaling": "jaarlijks-wisselend"},
            "2026-01-01",
            "2024-06-15",
            "2024-06-15",
            id="wisselend: alleen bekend",
        ),
    ],
)
def test_the_next_time_is_told_for_any_day(kop: dict[str, str], dag: str, van: str, tot: str) -> None:
    op = date.fromisoformat(dag)
    item = moment(**kop)
    assert item.volgende(op) == (date.fromisoformat(van), date.fromisoformat(tot))
    assert item.bezig(op) is (van <= dag <= tot)
    assert item.voorbij(op) is (tot < dag)


def test_what_has_no_day_is_never_now_nor_over() -> None:
    item = moment(begin="onbekend", wanneer="in het voorjaar")
    assert item.volgende(date(2030, 1, 1)) is None
    assert not item.bezig(date(2030, 1, 1))
    assert not item.voorbij(date(2030, 1, 1))
    assert wanneer(item, date(2030, 1, 1)) == "in het voorjaar"


@pytest.mark.parametrize(
    ("kop", "zin"),
    [
        ({}, "15 juni 2024"),
        ({"begintijd": "09:00"}, "15 juni 2024, 9.00 uur"),
        ({"begintijd": "14:00", "eindtijd": "16:30"}, "15 juni 2024, 14.00 tot 16.30 uur"),
        ({"eind": "2024-06-16"}, "15 juni t/m 16 juni 2024"),
        (
            {"eind": "2024-06-16", "begintijd": "20:00", "eindtijd": "08:00"},
            "15 juni 2024, 20.00 uur t/m 16 juni 2024, 8.00 uur",
        ),
        (ORANJE, "25 november t/m 10 december 2026"),
        (JAARWISSEL, "30 december 2026 t/m 2 januari 2027"),
    ],
)
def test_when_it_is_reads_as_one_would_say_it(kop: dict[str, str], zin: str) -> None:
    assert wanneer(moment(**kop), date(2026, 11, 26)) == zin
