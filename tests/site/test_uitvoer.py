"""What stands beside the pages of the real build: feeds, calendars, mails, and the texts to share with."""

import email
from email.policy import default
from pathlib import Path

import feedparser
import icalendar
from lxml import html

from macros.deelteksten import DEELBAAR
from macros.model import Agendaitem, Item, Regiovisie, Soort
from tests.conftest import PEILDATUM


def zichtbaar(regiovisie: Regiovisie, soort: Soort) -> list[Item]:
    return [item for item in regiovisie.items[soort].values() if item.zichtbaar(PEILDATUM)]


def test_each_kind_has_a_feed_of_what_shows_without_examples(site: Path, regiovisie: Regiovisie) -> None:
    alles = []
    for soort in Soort:
        verwacht = sorted(item.kenmerk.urn for item in zichtbaar(regiovisie, soort) if not item.voorbeeld)
        alles += verwacht
        for vorm in ("atom", "rss"):
            gelezen = feedparser.parse((site / soort.value / f"feed.{vorm}").read_bytes())
            assert gelezen.bozo is False
            assert sorted(regel.id for regel in gelezen.entries) == verwacht
    for vorm in ("atom", "rss"):
        gelezen = feedparser.parse((site / "feeds" / f"alles.{vorm}").read_bytes())
        assert sorted(regel.id for regel in gelezen.entries) == sorted(alles)


def test_each_agenda_item_with_a_known_day_has_a_calendar(site: Path, regiovisie: Regiovisie) -> None:
    items = [i for i in zichtbaar(regiovisie, Soort.AGENDA) if isinstance(i, Agendaitem)]
    bestanden = {pad.parent.name for pad in (site / "agenda").glob("*/agenda.ics")}
    assert bestanden == {item.id for item in items if item.begin}
    kalender = icalendar.Calendar.from_ical((site / "agenda" / "agenda.ics").read_bytes())
    assert isinstance(kalender, icalendar.Calendar)
    assert sorted(str(moment["UID"]) for moment in kalender.events) == sorted(
        str(item.kenmerk) for item in items if item.begin and not item.voorbeeld
    )


def test_each_newsletter_has_a_mail(site: Path, regiovisie: Regiovisie) -> None:
    brieven = zichtbaar(regiovisie, Soort.NIEUWSBRIEVEN)
    assert {pad.parent.name for pad in site.glob("nieuwsbrieven/*/nieuwsbrief.eml")} == {brief.id for brief in brieven}
    for brief in brieven:
        bericht = email.message_from_bytes((site / brief.pagina / "nieuwsbrief.eml").read_bytes(), policy=default)
        assert bericht.defects == []
        assert str(bericht["Subject"]).startswith(brief.kop)
        assert b"127.0.0.1" not in bericht.as_bytes()


def test_only_what_one_would_share_has_texts_for_it(site: Path, regiovisie: Regiovisie) -> None:
    gevonden = {
        pad.parent.relative_to(site).as_posix() + "/"
        for pad in site.rglob("index.html")
        if b'class="deelteksten"' in pad.read_bytes()
    }
    assert gevonden == {item.pagina for soort in DEELBAAR for item in zichtbaar(regiovisie, soort)}


def test_a_browser_finds_the_feed_from_any_page_but_a_help_page(site: Path) -> None:
    for naam, feeds in (
        ("index.html", ["feeds/alles.atom"]),
        ("nieuws/index.html", ["nieuws/feed.atom", "feeds/alles.atom"]),
        ("plannen/zl-2024-2027/tijdlijn/index.html", ["feeds/alles.atom"]),
    ):
        adressen = html.parse(site / naam).getroot().xpath("//link[@type='application/atom+xml']/@href")
        assert [((site / naam).parent / adres).resolve() for adres in adressen] == [site / feed for feed in feeds]
    assert b"atom+xml" not in (site / "hulp" / "thuis" / "index.html").read_bytes()
