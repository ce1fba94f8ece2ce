"""The files of the search: nothing that is not on a page, everything that is, in the same order, and no heavier than may be."""

import csv
import gzip
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.model import Regiovisie, plat
from scripts import zoekindex
from tests.paginas import ADRESSEN, lees

MAX_VOOR_HET_EERSTE = 150_000
ZONDER = {"zoeken/", "trefwoorden/", "404.html"}


@pytest.fixture(scope="module")
def delen(site: Path) -> list[dict[str, Any]]:
    eerste = json.loads((site / "zoek" / "eerste.json").read_text("utf-8"))
    namen = [f"deel-{nr}" for nr in range(1, eerste["delen_van_index"] + 1)]
    return [eerste, *(json.loads((site / "zoek" / f"{naam}.json").read_text("utf-8")) for naam in namen)]


def aaneen(tekst: str) -> str:
    return re.sub(r"[\s\u00ad]", "", tekst)


def test_index_holds_no_text_that_is_not_on_the_public_page_it_leads_to(
    site: Path, delen: list[dict[str, Any]]
) -> None:
    vreemd = []
    for deel in delen:
        tekst = {nr: aaneen(lees(site, pagina[0]).text_content()) for nr, pagina in enumerate(deel["paginas"])}
        for nr, anker, kop, stuk, *_ in deel["stukken"]:
            adres = deel["paginas"][nr][0]
            if anker and lees(site, adres).get_element_by_id(anker, None) is None:
                vreemd.append(f"{adres}#{anker}")
            vreemd += [f"{adres}: {t[:60]}" for t in (kop, stuk) if not bevat(tekst[nr], t)]
    assert vreemd == []


def bevat(pagina: str, tekst: str) -> bool:
    """Whether every stretch of the text is on the page; what the index leaves out (a chart, a link sign) parts stretches."""
    woorden = tekst.split()
    stukken = [" ".join(woorden[i : i + 8]) for i in range(0, len(woorden), 8)]
    return all(aaneen(stuk) in pagina or all(aaneen(woord) in pagina for woord in stuk.split()) for stuk in stukken)


def test_every_page_can_be_found_and_no_other(site: Path, delen: list[dict[str, Any]]) -> None:
    gevonden = [pagina[0] for deel in delen for pagina in deel["paginas"]]
    assert len(gevonden) == len(set(gevonden))
    te_zien = {adres for adres in ADRESSEN if (site / adres / "index.html").is_file()}
    assert set(gevonden) == te_zien - ZONDER


def test_first_file_begins_with_help_and_holds_no_finished_plan(delen: list[dict[str, Any]]) -> None:
    eerste = [pagina[0] for pagina in delen[0]["paginas"]]
    hulp = {adres for adres in ADRESSEN if adres.startswith("hulp/")}
    assert set(eerste[: len(hulp) + 1]) == hulp | {""}
    assert [adres for adres in eerste if adres.startswith(("plannen/zl-2019", "plannen/zl-regio"))] == []


def test_first_result_costs_no_more_bytes_than_it_may(site: Path) -> None:
    voor_het_eerste = [
        *(site / "assets/js").glob("zoeken.js"),
        *(site / "assets/js/zoek").glob("*.js"),
        site / "assets/css/zoeken.css",
        site / "zoek/eerste.json",
    ]
    assert len(voor_het_eerste) == 9
    assert sum(len(gzip.compress(pad.read_bytes(), 6)) for pad in voor_het_eerste) < MAX_VOOR_HET_EERSTE


def test_same_pages_give_the_same_bytes(site: Path, regiovisie: Regiovisie, peildatum: date) -> None:
    for pad, inhoud in zoekindex.maak(site, regiovisie, peildatum):
        assert (site / pad).read_bytes() == inhoud, pad


def test_every_entry_leads_to_a_place_that_is_on_a_page(site: Path, regiovisie: Regiovisie) -> None:
    doelen = {doel for term in regiovisie.zoektermen.termen for doel in term.leidt_naar}
    doelen |= {gevaar.meer for gevaar in regiovisie.zoektermen.gevaar}
    weg = [
        doel
        for doel, (adres, _, anker) in ((doel, doel.partition("#")) for doel in doelen)
        if not (site / adres / "index.html").is_file()
        or (anker and lees(site, adres).get_element_by_id(anker, None) is None)
    ]
    assert weg == []


def test_numbers_on_the_cards_come_from_the_facts(site: Path, regiovisie: Regiovisie) -> None:
    script = (site / "assets/js/zoek/gevaar.js").read_text("utf-8")
    kaarten = json.loads(script.removeprefix("export const gevaar = ").strip().rstrip(";"))
    nummers = {feit.telefoon for feit in regiovisie.contactfeiten.values()}
    assert {bel["telefoon"] for kaart in kaarten for bel in kaart["bel"]} <= nummers
    assert [kaart["id"] for kaart in kaarten] == [gevaar.id for gevaar in regiovisie.zoektermen.gevaar]
    assert len(gzip.compress(script.encode(), 6)) < 4000, "the first script is small"


def test_words_are_open_data_in_both_forms(site: Path, regiovisie: Regiovisie) -> None:
    termen = regiovisie.zoektermen.termen
    rijen = list(csv.DictReader(io.StringIO((site / "data/zoektermen.csv").read_text("utf-8-sig")), delimiter=";"))
    assert [rij["woord"] for rij in rijen] == [woord for term in termen for woord in term.woorden]
    data = json.loads((site / "data/zoektermen.json").read_text("utf-8"))
    assert [(term["woord"], tuple(term["leidt_naar"])) for term in data["termen"]] == [
        (term.woord, term.leidt_naar) for term in termen
    ]
    assert {link.get("href") for link in lees(site, "trefwoorden/").find_class("downloads")[0].iter("a")} == {
        "../data/zoektermen.csv",
        "../data/zoektermen.json",
    }


def test_register_holds_every_word_under_its_letter_and_no_part_of_a_sentence(
    site: Path, regiovisie: Regiovisie
) -> None:
    boom = lees(site, "trefwoorden/")
    links = {
        plat(link.text_content()): link.get("href")
        for lijst in boom.find_class("trefwoorden")
        for link in lijst.iter("a")
    }
    mis = {w for term in regiovisie.zoektermen.termen for w in term.trefwoorden if plat(w) not in links}
    assert mis == set()
    zinsdelen = {plat(w) for term in regiovisie.zoektermen.termen for w in term.zinsdelen}
    assert len(zinsdelen) > 100
    assert zinsdelen & set(links) == set()
    assert links["geslagen"] == "../hulp/thuis/"
    assert links["af"] == "../begrippen/af/"
    letters = [kop.text_content().rstrip("#") for kop in boom.iter("h2") if (kop.get("id") or "").startswith("letter-")]
    assert letters[:3] == ["0-9", "A", "B"]
    assert letters == sorted(letters, key=lambda letter: (letter != "0-9", letter))
