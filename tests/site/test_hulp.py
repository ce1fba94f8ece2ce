"""The help pages as built: what they say reads easily, also where it comes from the data, and they hold what they must."""

import json
import re
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from macros.leesbaarheid import MAX_WOORDEN
from macros.model import Regiovisie, Zekerheid
from tests.paginas import ADRESSEN, lees, tekst

HULP = tuple(adres for adres in ADRESSEN if adres.startswith("hulp/"))
TALEN = ("hulp/bg/", "hulp/en/", "hulp/pl/")
NEDERLANDS = tuple(adres for adres in HULP if adres not in TALEN)
SITUATIES = (
    "thuis",
    "iemand-anders",
    "jong",
    "later",
    "zelf",
    "grenzen",
    "privacy",
    "werk",
    "familie",
    "gezin",
    "wonen",
)

BLOKKEN = {"p", "li", "dt", "dd", "h1", "h2", "h3", "td", "th", "summary"}


def zinnen(boom: HtmlElement) -> list[str]:
    [inhoud] = boom.iter("main")
    los = [blok for blok in inhoud.iter(*BLOKKEN) if not any(kind.tag in BLOKKEN for kind in blok.iterdescendants())]
    return [zin for blok in los for zin in re.split(r"(?<=[.?!:;])\s+", tekst(blok)) if zin]


@pytest.mark.parametrize("adres", HULP)
def test_no_sentence_on_the_page_is_long_wherever_it_comes_from(site: Path, adres: str) -> None:
    alle = zinnen(lees(site, adres))
    assert len(alle) > 5 or adres == "hulp/kaart/"
    assert [zin for zin in alle if len(zin.split()) > MAX_WOORDEN] == []


@pytest.mark.parametrize("adres", HULP)
def test_page_carries_nothing_of_the_theme_and_asks_for_no_file(site: Path, adres: str) -> None:
    boom = lees(site, adres)
    assert boom.xpath("//script[@src] | //link[@rel='stylesheet'] | //img | //*[contains(@class, 'headerlink')]") == []
    assert boom.xpath("//meta[@name='referrer']/@content") == ["no-referrer"]


@pytest.mark.parametrize("adres", HULP)
def test_structured_data_say_what_the_tab_does_not(site: Path, adres: str) -> None:
    boom = lees(site, adres)
    gegevens = json.loads(boom.xpath("string(//script[@type='application/ld+json'])"))
    assert gegevens["inLanguage"] == boom.get("lang")
    assert gegevens["name"] not in {"", boom.findtext("head/title")} or adres in {"hulp/", *TALEN}
    assert gegevens["about"]["availableChannel"]["servicePhone"]["telephone"] == "0800-2000"


@pytest.mark.parametrize("situatie", [*SITUATIES, "professional"])
def test_situation_page_answers_the_five_questions(site: Path, situatie: str) -> None:
    koppen = [tekst(kop) for kop in lees(site, f"hulp/{situatie}/").iter("h2")]
    assert koppen == [
        "Wat kun je nu doen?",
        "Wie kun je bellen of chatten?",
        "Wat gebeurt er dan?",
        "Wat als je niet kunt bellen?",
        "En daarna?",
    ]


def test_front_page_of_the_section_leads_to_every_page(site: Path) -> None:
    doelen = {link.get("href") for link in lees(site, "hulp/").iter("a")}
    niet = [adres for adres in HULP if adres != "hulp/" and adres.removeprefix("hulp/") not in doelen]
    assert niet == ["hulp/meldcode/"], "which belongs to the page for professionals"
    assert "../meldcode/" in {link.get("href") for link in lees(site, "hulp/professional/").iter("a")}


@pytest.mark.parametrize("adres", HULP)
def test_every_page_says_when_its_facts_were_checked(site: Path, adres: str, regiovisie: Regiovisie) -> None:
    boom = lees(site, adres)
    kaarten = boom.find_class("bellijst__item")
    assert [tekst(kaart) for kaart in kaarten if "nagekeken" not in tekst(kaart).lower()] == []
    onzeker = {feit.naam for feit in regiovisie.contactfeiten.values() if feit.status is Zekerheid.DEELS}
    for kaart in kaarten:
        assert ("Let op: dit gegeven is oud" in tekst(kaart)) == (
            tekst(kaart.find_class("bellijst__naam")[0]) in onzeker
        )


def test_every_publishable_fact_stands_in_the_overview_with_source_certainty_and_date(
    site: Path, regiovisie: Regiovisie
) -> None:
    boom = lees(site, "hulp/nummers/")
    for feit in regiovisie.contactfeiten.values():
        vak = boom.get_element_by_id(f"contact-{feit.id}", None)
        assert (vak is None) == (feit.status is Zekerheid.ONBEKEND)
        if vak is not None:
            assert f"Bron: {feit.bron}." in tekst(vak)
            assert "gecontroleerd" in tekst(vak).lower()
            assert ("Let op" in tekst(vak)) == (feit.status is Zekerheid.DEELS)


def test_every_municipality_of_limburg_finds_its_own_veilig_thuis(site: Path, regiovisie: Regiovisie) -> None:
    rijen = [tekst(rij) for rij in lees(site, "hulp/bellen/").xpath("//li[@data-plaats]")]
    verwacht = sorted(
        f"{regiovisie.organisaties[gemeente].naam.removeprefix('Gemeente ')} {regiovisie.contactfeiten[regio.contact].naam}"
        for regio in regiovisie.regios.values()
        for gemeente in regio.gemeenten
    )
    assert sorted(rijen) == verwacht
    assert [sum(naam in rij for rij in rijen) for naam in ("Zuid-Limburg", "Noord- en Midden-Limburg")] == [16, 14]


def test_what_a_visit_leaves_is_said_from_the_measurement(site: Path, regiovisie: Regiovisie) -> None:
    woorden = tekst(lees(site, "hulp/deze-site/"))
    hulp = regiovisie.sporen.hulp
    assert f"alle {len(hulp.bezocht)} pagina's" in woorden
    assert f"Stappen terug die erbij kwamen: {hulp.stappen_terug}." in woorden
    assert "Cookies en andere opslag door de hulppagina's: niets gevonden." in woorden
    for bezoek in hulp.bezocht:
        assert f"{bezoek.titel} /{bezoek.adres}" in woorden
    assert {bezoek.adres for bezoek in hulp.bezocht} == set(HULP)
