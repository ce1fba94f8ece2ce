"""The feeds, read back by a feed reader and held to the rules of RFC 4287 and RSS 2.0."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from uuid import UUID

import feedparser
import pytest
from lxml import etree, html

from macros import feeds, inlezen
from macros.model import Regiovisie, Soort
from macros.opmaak import LIMBURG, Blad

SITE = "https://www.example.org/"
NAAM = "Samen sterk, iedereen veilig"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
INHOUD = "{http://purl.org/rss/1.0/modules/content/}encoded"


def alle(regiovisie: Regiovisie, dag: date = date(2026, 11, 22), *, concepten: bool = False) -> dict[str, bytes]:
    blad = Blad(regiovisie=regiovisie, peildatum=dag, basis=SITE, site=SITE, concepten=concepten)
    return dict(feeds.feeds(blad, NAAM))


@pytest.fixture(scope="module")
def gevuld(itemproject: Path) -> Regiovisie:
    return inlezen.laad(itemproject)


@pytest.fixture(scope="module")
def gemaakt(gevuld: Regiovisie) -> dict[str, bytes]:
    return alle(gevuld)


def titels(feed: bytes) -> list[str]:
    return [regel.title for regel in feedparser.parse(feed).entries]


def test_each_kind_has_both_and_there_is_one_of_everything(gemaakt: dict[str, bytes]) -> None:
    namen = [f"{soort.value}/feed" for soort in Soort] + ["feeds/alles"]
    assert list(gemaakt) == [f"{naam}.{vorm}" for naam in namen for vorm in ("atom", "rss")]


@pytest.mark.parametrize(("vorm", "versie"), [("atom", "atom10"), ("rss", "rss20")])
def test_a_reader_gets_what_shows_on_the_day_the_newest_first(
    gemaakt: dict[str, bytes], gevuld: Regiovisie, vorm: str, versie: str
) -> None:
    gelezen = feedparser.parse(gemaakt[f"nieuws/feed.{vorm}"])
    assert (gelezen.bozo, gelezen.version, gelezen.feed.language) == (False, versie, "nl")
    assert (gelezen.feed.title, gelezen.feed.link) == (f"{NAAM}: nieuws", f"{SITE}nieuws/")
    assert [(r.title, r.link, r.summary) for r in gelezen.entries] == [
        ("Bericht in de winter", f"{SITE}nieuws/winter/", "Geschreven toen het koud was."),
        (
            'Lokale teams & "Veilig Thuis" samen',
            f"{SITE}nieuws/lokale-teams/",
            "Twee teams spreken af wie wat doet. Dat scheelt tijd.",
        ),
    ]
    berichten = gevuld.items[Soort.NIEUWS]
    assert [r.id for r in gelezen.entries] == [berichten[n].kenmerk.urn for n in ("winter", "lokale-teams")]
    # 00:00 in Limburg, which is the evening before in UTC: at 23:00 in winter, at 22:00 in summer.
    assert [tuple(r.published_parsed)[:5] for r in gelezen.entries] == [(2026, 11, 20, 23, 0), (2026, 6, 30, 22, 0)]


def test_the_whole_text_with_links_that_work_anywhere(gemaakt: dict[str, bytes]) -> None:
    for naam, inhoud in gemaakt.items():
        for regel in feedparser.parse(inhoud).entries:
            blok = html.fragment_fromstring(regel.content[0].value, create_parent="div")
            for adres in (*blok.xpath(".//@href"), *blok.xpath(".//@src")):
                assert adres.startswith(("https://", "http://")), (naam, regel.title, adres)
    (bericht,) = [r for r in feedparser.parse(gemaakt["nieuws/feed.rss"]).entries if r.link.endswith("/lokale-teams/")]
    assert f'<a href="{SITE}hulp/thuis/">wat u kunt doen</a>' in bericht.content[0].value
    (brief,) = feedparser.parse(gemaakt["nieuwsbrieven/feed.atom"]).entries
    for woorden in (
        "Beste lezer,",
        "Teams spreken af wie belt",
        f'src="{SITE}beelden/gesprek.png"',
        "Tot de volgende keer",
    ):
        assert woorden in brief.content[0].value


def test_of_each_kind_the_feed_says_what_the_item_says(gemaakt: dict[str, bytes]) -> None:
    woorden = {
        "praktijkcasussen": [
            "Bedacht verhaal",
            "Iemand maakt zich zorgen.",
            "Er is gebeld.",
            "Samen optrekken.",
            "Vraag het.",
        ],
        "campagnes": [
            "Idee",
            "Wanneer: onbekend",
            "Voor wie: inwoners",
            "Vraag hoe het gaat.",
            "De campagne begint later.",
        ],
        "opleidingen": ["Duur: een dag", "Kosten: onbekend", "U oefent met een gesprek."],
        "toolkit": ["Soort: Poster", "Geldig tot en met: onbeperkt", "Hang hem op ooghoogte."],
        "agenda": [
            "Wanneer: 24 oktober 2026, 20.00 uur t/m 25 oktober 2026, 8.00 uur",
            "Wanneer: 2 juli 2026, 14.00 tot 16.30 uur",
            "Wanneer: in het voorjaar",
            "Komt terug: elk jaar op dezelfde datum",
        ],
        "begrippen": ["Multidisciplinaire Aanpak Huiselijk Geweld en Kindermishandeling"],
    }
    for soort, zinnen in woorden.items():
        tekst = " ".join(r.content[0].value for r in feedparser.parse(gemaakt[f"{soort}/feed.atom"]).entries)
        assert [zin for zin in zinnen if zin not in tekst] == []


def test_concepts_later_items_and_examples_stay_out(gemaakt: dict[str, bytes], gevuld: Regiovisie) -> None:
    for woorden in (b"Nog niet te lezen</title>", b"Niet af", b"Zo ziet nieuws eruit", b"(voorbeeld)"):
        assert [naam for naam, inhoud in gemaakt.items() if woorden in inhoud] == []
    assert titels(alle(gevuld, date(2026, 12, 1))["nieuws/feed.rss"])[0] == "Nog niet te lezen"
    voor_wie_schrijft = titels(alle(gevuld, concepten=True)["nieuws/feed.atom"])
    assert {"Zo ziet nieuws eruit (voorbeeld)", "Niet af"} <= set(voor_wie_schrijft)


def test_everything_holds_all_of_all_kinds_in_order_of_time(gemaakt: dict[str, bytes]) -> None:
    los = [titel for soort in Soort for titel in titels(gemaakt[f"{soort.value}/feed.atom"])]
    samen = feedparser.parse(gemaakt["feeds/alles.atom"])
    assert sorted(los) == sorted(regel.title for regel in samen.entries)
    dagen = [regel.updated for regel in samen.entries]
    assert [datetime.fromisoformat(d) for d in dagen] == sorted(map(datetime.fromisoformat, dagen), reverse=True)


@pytest.mark.parametrize("dag", [date(2026, 11, 22), date(2020, 1, 1)])  # on the second day nothing is there yet
def test_the_rules_of_atom(gevuld: Regiovisie, dag: date) -> None:
    nummers = set()
    for naam, inhoud in alle(gevuld, dag).items():
        if not naam.endswith(".atom"):
            continue
        feed = etree.fromstring(inhoud)
        nummers.add(feed.findtext("a:id", namespaces=ATOM))
        for een in ("id", "title", "updated", "author/a:name"):  # 4.1.1: exactly one; the author of all entries
            assert len(feed.findall(f"a:{een}", ATOM)) == 1, (naam, een)
        assert feed.xpath("string(a:link[@rel='self']/@href)", namespaces=ATOM) == SITE + naam
        regels = feed.findall("a:entry", ATOM)
        assert bool(regels) == (dag.year == 2026 and naam != "kanalen/feed.atom")
        for regel in regels:
            for een in ("id", "title", "updated", "published", "summary", "content", "link"):
                assert len(regel.findall(f"a:{een}", ATOM)) == 1, (naam, een)
            assert UUID(regel.findtext("a:id", namespaces=ATOM)).version == 5
            assert regel.find("a:content", ATOM).get("type") == "html"
        for moment in feed.iterfind(".//a:updated", ATOM):  # 3.3: RFC 3339 with a zone
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+0[12]:00", moment.text)
    assert len(nummers) == 10


@pytest.mark.parametrize("dag", [date(2026, 11, 22), date(2020, 1, 1)])
def test_the_rules_of_rss(gevuld: Regiovisie, dag: date) -> None:
    for naam, inhoud in alle(gevuld, dag).items():
        if not naam.endswith(".rss"):
            continue
        kanaal = etree.fromstring(inhoud).find("channel")
        for een in ("title", "link", "description", "language", "lastBuildDate"):
            assert kanaal.findtext(een), (naam, een)
        for regel in kanaal.iterfind("item"):
            assert regel.find("guid").get("isPermaLink") == "false"
            assert regel.findtext("title")
            assert regel.findtext("link").startswith(SITE)
            assert regel.findtext(INHOUD).lstrip().startswith("<p>")
            op = parsedate_to_datetime(regel.findtext("pubDate")).astimezone(LIMBURG)
            assert (op.hour, op.minute) == (0, 0)
            assert op.date() <= dag


def test_an_item_keeps_its_number_when_the_site_moves(gevuld: Regiovisie) -> None:
    elders = Blad(regiovisie=gevuld, peildatum=date(2026, 11, 22), basis="https://elders.example/", site="")
    hier, daar = (
        [r.id for r in feedparser.parse(inhoud["feeds/alles.atom"]).entries]
        for inhoud in (alle(gevuld), dict(feeds.feeds(elders, NAAM)))
    )
    assert hier == daar
    assert len(set(hier)) == len(hier)
    assert gevuld.items[Soort.BEGRIPPEN]["mda"].kenmerk == UUID("969648fb-bcb3-5114-8adb-546f3ba9aead")


def test_same_input_same_bytes(gevuld: Regiovisie, gemaakt: dict[str, bytes]) -> None:
    assert alle(gevuld) == gemaakt
