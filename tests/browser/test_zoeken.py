"""The search in a real browser: what people type leads where it should, danger is answered at once, and nothing leaks."""

import json
import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from macros.model import Regiovisie, Zoekterm
from scripts.zoekproef import Teksten, Treffer, deel, lees

OpenPagina = Callable[..., Page]

VRAGEN = Path(__file__).with_name("zoekvragen.jsonl")
GEDULD = 30_000
ANTWOORDEN = """(vragen) => vragen.map((vraag) =>
  window.machine.zoek(vraag).treffers.slice(0, 8).map(({ kop, titel, adres, anker }) =>
    [`${kop} ${titel}`, anker ? `${adres}#${anker}` : adres]))"""
"""What the search on the page answers to many questions at once, as title and address."""


@pytest.fixture(scope="module")
def zoeker(browser: Browser, server: str) -> Iterator[Page]:
    """A page on which the search is open and has taken in the whole index, with its engine within reach."""
    context = browser.new_context(base_url=server)
    pagina = context.new_page()
    pagina.goto("/over/")
    pagina.get_by_role("button", name="Zoeken").click()
    expect(pagina.locator("#zoek")).to_have_attribute("data-stand", "klaar", timeout=GEDULD)
    pagina.evaluate(
        """async () => {
          const { Machine } = await import('/assets/js/zoek/machine.js');
          const haal = async (naam) => (await fetch(`/zoek/${naam}.json`)).json();
          window.machine = new Machine();
          const eerste = await haal('eerste');
          machine.begin(eerste);
          for (const _ of machine.voegToe(eerste));
          for (let nr = 1; nr <= eerste.delen_van_index; nr += 1) {
            for (const _ of machine.voegToe(await haal(`deel-${nr}`)));
          }
        }"""
    )
    yield pagina
    context.close()


def antwoorden(zoeker: Page, vragen: list[str]) -> list[list[tuple[str, str]]]:
    return [[(titel, adres) for titel, adres in treffers] for treffers in zoeker.evaluate(ANTWOORDEN, vragen)]


def leidt(treffers: list[tuple[str, str]], term: Zoekterm) -> bool:
    doelen = {doel.split("#")[0] for doel in term.leidt_naar}
    return any(adres.split("#")[0] in doelen for _, adres in treffers[:3])


def typ(pagina: Page, vraag: str) -> None:
    """Types, and waits for the answer to these very words."""
    eerder = int(pagina.locator("#zoek").get_attribute("data-antwoord") or 0)
    pagina.get_by_role("combobox").fill(vraag)
    pagina.wait_for_function("(eerder) => Number(zoek.dataset.antwoord ?? 0) > eerder", arg=eerder)


def houd_tegen(pagina: Page, adressen: str) -> Callable[[], None]:
    """Holds back what is asked of these addresses; what it returns lets go of that, and of all that follows."""
    gevraagd: list[Route] = []
    vrij = False

    def houd(route: Route) -> None:
        if vrij:
            route.continue_()
        else:
            gevraagd.append(route)

    def laat_los() -> None:
        nonlocal vrij
        vrij = True
        for route in gevraagd:
            route.continue_()

    pagina.route(adressen, houd)

    return laat_los


def zoek_meteen(pagina: Page, vraag: str) -> None:
    """Opens the search and types, without waiting for any of its files."""
    pagina.goto("/over/")
    pagina.get_by_role("button", name="Zoeken").click()
    pagina.get_by_role("combobox").fill(vraag)


@pytest.fixture
def open_zoeken(open_pagina: OpenPagina) -> Callable[..., Page]:
    """Opens the search on a page, complete."""

    def open_(adres: str = "/over/", **keuzes: Any) -> Page:  # noqa: ANN401 - as open_pagina
        pagina = open_pagina(reduced_motion="reduce", **keuzes)
        pagina.goto(adres)
        pagina.get_by_role("button", name="Zoeken").click()
        expect(pagina.locator("#zoek")).to_have_attribute("data-stand", "klaar", timeout=GEDULD)
        return pagina

    return open_


# ---- what leads where --------------------------------------------------------------------------------


def test_every_everyday_word_leads_to_one_of_its_pages(zoeker: Page, regiovisie: Regiovisie) -> None:
    paren = [(term, woord) for term in regiovisie.zoektermen.termen for woord in term.woorden]
    uitkomst = antwoorden(zoeker, [woord for _, woord in paren])
    mis = [
        f"{term.woord}: {woord} -> {[adres for _, adres in treffers[:3]]}"
        for (term, woord), treffers in zip(paren, uitkomst, strict=True)
        if not leidt(treffers, term)
    ]
    assert len(paren) > 2000
    assert mis == []


def test_names_and_abbreviations_lead_both_ways(zoeker: Page, regiovisie: Regiovisie, peildatum: date) -> None:
    namen: dict[str, str] = {}
    for begrip in (b for b in regiovisie.begrippen.values() if b.zichtbaar(peildatum)):
        namen |= dict.fromkeys(filter(None, (begrip.afkorting, begrip.term)), f"begrippen/{begrip.id}/")
    for organisatie in regiovisie.organisaties.values():
        map_ = "gemeenten" if organisatie.soort.value == "gemeente" else "organisaties"
        adres = f"{map_}/{organisatie.id.removeprefix('gemeente-')}/"
        namen |= dict.fromkeys(filter(None, (organisatie.plaats, organisatie.afkorting)), adres)
    mis = [
        f"{naam} -> {[a for _, a in treffers[:5]]}"
        for (naam, adres), treffers in zip(namen.items(), antwoorden(zoeker, list(namen)), strict=True)
        if adres not in [a.split("#")[0] for _, a in treffers[:5]]
    ]
    assert len(namen) > 150
    assert mis == []


def test_our_own_questions_are_answered(zoeker: Page, site: Path) -> None:
    vragen, teksten = lees(VRAGEN), Teksten(site)
    rangen = []
    for vraag, treffers in zip(vragen, antwoorden(zoeker, [vraag.q for vraag in vragen]), strict=True):
        juist = [
            Treffer(titel=titel, adres=f"/{adres}", tekst=teksten.van(adres)).past(vraag) for titel, adres in treffers
        ]
        rangen.append(juist.index(True) + 1 if True in juist else 0)
    gemist = [vraag.q for vraag, rang in zip(vragen, rangen, strict=True) if not 0 < rang <= 3]
    assert len(vragen) >= 150
    assert deel(rangen, 3) >= 0.95, gemist
    assert deel(rangen, 1) >= 0.85


KLANKEN = (("ij", "ei"), ("ei", "ij"), ("au", "ou"), ("ou", "au"), ("ch", "g"), ("z", "s"), ("v", "f"), ("d", "t"))


def typefouten(woord: str, kans: random.Random) -> set[str]:
    """The word with two letters swapped, one missing, one doubled, and one written as it sounds."""
    i, j, k = (kans.randrange(1, len(woord) - 1) for _ in range(3))
    fouten = {
        woord[:i] + woord[i + 1] + woord[i] + woord[i + 2 :],
        woord[:j] + woord[j + 1 :],
        woord[: k + 1] + woord[k] + woord[k + 1 :],
        *(woord[:1] + woord[1:].replace(a, b, 1) for a, b in KLANKEN if a in woord[1:]),
    }
    return fouten - {woord}


def test_typing_errors_in_the_hundred_most_important_words_still_lead_there(
    zoeker: Page, regiovisie: Regiovisie
) -> None:
    kans = random.Random(2026)
    # The words that say what an entry is about, and of help entries those that people say most: the first of each.
    woorden = [
        (term, woord.lower())
        for term in regiovisie.zoektermen.termen
        for woord in term.woorden[: 4 if term.leidt_naar[0].startswith("hulp/") else 1]
        if re.fullmatch(r"[a-z]{5,}", woord.lower()) and term.taal == "nl"
    ][:100]
    proeven = [(term, woord, fout) for term, woord in woorden for fout in sorted(typefouten(woord, kans))]
    uitkomst = antwoorden(zoeker, [fout for *_, fout in proeven])
    mis = [
        f"{woord}: {fout}"
        for (term, woord, fout), treffers in zip(proeven, uitkomst, strict=True)
        if not leidt(treffers, term)
    ]
    assert len(woorden) == 100
    assert len(mis) < 0.1 * len(proeven), mis


def test_what_is_in_force_comes_before_history(zoeker: Page, regiovisie: Regiovisie) -> None:
    oud = re.compile(r"plannen/(zl-2019-2022|zl-regiovisie-2019-2022|nml-regiovisie-2019)/|#(zl-2019|zl-reg|nml-reg)")
    vragen = ["begroting", "meldcode", "plegeraanpak", "handle with care", "financiën", "ouderenmishandeling", "regie"]
    for vraag, treffers in zip(vragen, antwoorden(zoeker, vragen), strict=True):
        assert not oud.search(treffers[0][1]), f"{vraag}: {treffers}"
    [treffers] = antwoorden(zoeker, ["uitvoeringsagenda 2019-2022"])
    assert oud.search(treffers[0][1])
    assert "zl-2019-2022" in regiovisie.plannen


# ---- danger ------------------------------------------------------------------------------------------


def test_every_word_of_danger_puts_its_card_above_the_results(zoeker: Page, regiovisie: Regiovisie) -> None:
    paren = [(gevaar, woord) for gevaar in regiovisie.zoektermen.gevaar for woord in gevaar.woorden]
    getoond = zoeker.evaluate(
        """(woorden) => woorden.map((woord) => {
          zoekveld.value = woord;
          zoekveld.dispatchEvent(new Event('input'));
          return [...document.querySelectorAll('.zoek__kaart')].map((kaart) => kaart.textContent);
        })""",
        [woord for _, woord in paren],
    )
    zoeker.get_by_role("combobox").fill("")
    feiten = regiovisie.contactfeiten
    mis = [
        f"{woord}: {kaarten}"
        for (gevaar, woord), kaarten in zip(paren, getoond, strict=True)
        if not any(gevaar.kop in k and all(feiten[f].telefoon or "-" in k for f in gevaar.feiten) for k in kaarten)
    ]
    assert len(paren) > 200
    assert mis == []


@pytest.mark.parametrize(
    ("vraag", "nummer"),
    [
        ("mijn man heeft me geslagen wat nu", "0800-2000"),
        ("bnag", "0800-2000"),
        ("hij gaat me vermorden", "112"),
        ("ik wil niet meer leven", "113"),
        ("he wants to kill me", "112"),
        ("мъжът ми ме бие", "112"),
    ],
)
def test_a_sentence_or_a_slip_with_a_word_of_danger_gives_the_number(zoeker: Page, vraag: str, nummer: str) -> None:
    zoeker.get_by_role("combobox").fill(vraag)
    expect(zoeker.locator(".zoek__kaart b").first).to_have_text(nummer)
    assert zoeker.locator(".zoek__kaart a").first.get_attribute("href") == f"tel:{nummer.replace('-', '')}"


@pytest.mark.parametrize("vraag", ["staan", "lang", "met", "begroting 2025", "meldcode stappenplan", "bank"])
def test_ordinary_words_give_no_card(zoeker: Page, vraag: str) -> None:
    typ(zoeker, vraag)
    expect(zoeker.locator(".zoek__kaart")).to_have_count(0)


def test_card_is_there_before_any_index(open_pagina: OpenPagina) -> None:
    pagina = open_pagina()
    laat_los = houd_tegen(pagina, "**/zoek/*.json")
    zoek_meteen(pagina, "hij slaat mij")
    expect(pagina.locator(".zoek__kaart b").first).to_have_text("0800-2000")
    expect(pagina.get_by_role("option")).to_have_count(0)
    expect(pagina.locator(".zoek__stand")).to_have_text("Zoeken wordt geladen …")
    laat_los()
    expect(pagina.get_by_role("option").first).to_contain_text("Ik ben niet veilig thuis")


@pytest.mark.parametrize("deel", ["zoek/eerste.json", "zoek/draad.js", "zoek/minisearch.js"])
def test_without_an_index_there_is_still_a_way_on(open_pagina: OpenPagina, storingen: list[str], deel: str) -> None:
    pagina = open_pagina()
    pagina.context.route(f"**/{deel}", lambda route: route.fulfill(status=503))
    zoek_meteen(pagina, "hij slaat mij")
    expect(pagina.locator(".zoek__stand")).to_have_text("Zoeken lukt nu niet. Hieronder staat waar je verder kunt.")
    expect(pagina.locator(".zoek__niets").get_by_role("link", name="0800-2000")).to_be_visible()
    expect(pagina.locator(".zoek__kaart")).to_have_count(1)
    storingen.clear()


def test_what_has_arrived_is_searched_when_the_rest_does_not_come(
    open_pagina: OpenPagina, storingen: list[str]
) -> None:
    pagina = open_pagina()
    pagina.route("**/zoek/deel-2.json", lambda route: route.fulfill(status=503))
    pagina.goto("/over/")
    pagina.get_by_role("button", name="Zoeken").click()
    expect(pagina.locator("#zoek")).to_have_attribute("data-stand", "deels", timeout=GEDULD)
    typ(pagina, "hij slaat mij")
    expect(pagina.get_by_role("option").first).to_contain_text("Ik ben niet veilig thuis")
    expect(pagina.locator(".zoek__stand")).to_have_text(
        re.compile(r"^\d+ plekken gevonden\. Een deel van de site kon niet worden doorzocht\.$")
    )
    typ(pagina, "xqzwv")
    expect(pagina.locator(".zoek__niets").get_by_role("link", name="0800-2000")).to_be_visible()
    storingen.clear()


def test_first_answer_does_not_wait_for_the_rest_of_the_index(open_pagina: OpenPagina) -> None:
    pagina = open_pagina()
    laat_los = houd_tegen(pagina, "**/zoek/deel-*.json")
    zoek_meteen(pagina, "hij slaat mij")
    expect(pagina.get_by_role("option").first).to_contain_text("Ik ben niet veilig thuis")
    expect(pagina.locator(".zoek__stand")).to_have_text(re.compile(r"gevonden; er wordt verder gezocht\.$"))
    pagina.get_by_role("combobox").fill("xqzwv")
    expect(pagina.locator(".zoek__stand")).to_have_text("Nog niets gevonden; er wordt verder gezocht.")
    expect(pagina.locator(".zoek__niets")).to_be_hidden()
    laat_los()
    expect(pagina.locator(".zoek__stand")).to_have_text("Niets gevonden. Hieronder staat waar je verder kunt.")


def test_who_types_on_while_it_is_answered_gets_the_answer_to_the_last_words(open_zoeken: Callable[..., Page]) -> None:
    pagina = open_zoeken()
    pagina.evaluate(
        """(vragen) => {
          for (const vraag of vragen) {
            zoekveld.value = vraag;
            zoekveld.dispatchEvent(new Event('input', { bubbles: true }));
          }
        }""",
        ["gemeente venlo", "tijdlijn", "xqzwv", "opvang"],
    )
    expect(pagina.get_by_role("option").first).to_contain_text("Opvang")
    assert pagina.locator("#zoek").get_attribute("data-antwoord") == "1"


def test_search_works_in_a_thread_that_is_there_only_for_who_searches(open_pagina: OpenPagina) -> None:
    pagina = open_pagina()
    pagina.goto("/over/")
    assert pagina.workers == []
    with pagina.expect_worker() as gevraagd:
        pagina.get_by_role("button", name="Zoeken").click()
    assert urlsplit(gevraagd.value.url).path == "/assets/js/zoek/draad.js"


# ---- hands, eyes and ears ----------------------------------------------------------------------------


def test_combobox_tells_what_it_is_and_how_much_is_found(open_zoeken: Callable[..., Page]) -> None:
    pagina = open_zoeken()
    veld = pagina.get_by_role("combobox", name="Waar zoek je naar?")
    expect(veld).to_be_focused()
    expect(veld).to_have_attribute("aria-expanded", "false")
    typ(pagina, "handle with care")
    expect(veld).to_have_attribute("aria-expanded", "true")
    expect(pagina.get_by_role("listbox", name="Gevonden op deze site")).to_be_visible()
    expect(pagina.locator(".zoek__stand")).to_have_text(re.compile(r"^\d+ plekken gevonden\.$"))
    veld.press("ArrowDown")
    veld.press("ArrowDown")
    tweede = pagina.get_by_role("option").nth(1)
    expect(tweede).to_have_attribute("aria-selected", "true")
    assert veld.get_attribute("aria-activedescendant") == tweede.get_attribute("id")
    veld.press("ArrowUp")
    veld.press("ArrowUp")
    expect(pagina.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    veld.press("Escape")
    assert veld.get_attribute("aria-activedescendant") is None
    veld.press("Escape")
    expect(veld).to_have_value("")
    expect(pagina.get_by_role("option")).to_have_count(0)
    veld.press("Escape")
    expect(pagina.locator("#zoek")).to_be_hidden()
    expect(pagina.get_by_role("button", name="Zoeken")).to_be_focused()


def test_result_says_page_plan_region_and_whether_it_is_in_force(open_zoeken: Callable[..., Page]) -> None:
    pagina = open_zoeken()
    typ(pagina, "budget per jaar")
    eerste = pagina.get_by_role("option").first
    expect(eerste.locator(".zoek__waar")).to_contain_text("Uitvoeringsplan 2024-2027, Zuid-Limburg")
    expect(eerste.locator(".zoek__merk")).to_have_text("Geldend")
    typ(pagina, "naslagdocument 2019-2022")
    expect(pagina.locator(".zoek__merk").first).to_have_text("Geschiedenis")
    typ(pagina, "gemeente venlo")
    expect(pagina.get_by_role("option").first.locator(".zoek__waar")).to_contain_text("Noord- en Midden-Limburg")


def test_nothing_found_is_no_dead_end(open_zoeken: Callable[..., Page]) -> None:
    pagina = open_zoeken()
    typ(pagina, "xqzwv")
    expect(pagina.locator(".zoek__stand")).to_have_text("Niets gevonden. Hieronder staat waar je verder kunt.")
    for naam in ("0800-2000", "112", "Hulp en advies", "De plannen", "Alle trefwoorden van A tot Z"):
        expect(pagina.locator(".zoek__verder").get_by_role("link", name=naam)).to_be_visible()
    typ(pagina, "begorting")
    pagina.locator(".zoek__bedoelde").get_by_role("button", name="begroting").click()
    expect(pagina.get_by_role("combobox")).to_have_value("begroting")
    expect(pagina.locator(".zoek__bedoelde")).to_be_hidden()


@pytest.mark.parametrize(("breedte", "media"), [(320, {"forced_colors": "active"}), (320, {"color_scheme": "dark"})])
def test_search_fits_a_narrow_screen(open_zoeken: Callable[..., Page], breedte: int, media: dict[str, str]) -> None:
    pagina = open_zoeken(viewport={"width": breedte, "height": 640}, **media)
    typ(pagina, "meerjarenplan noord- en midden-limburg seksueel geweld verkracht")
    expect(pagina.get_by_role("option").first).to_be_visible()
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breedte
    assert pagina.evaluate("zoek.scrollWidth <= zoek.clientWidth")
    balk, paneel = (pagina.locator(keus).bounding_box() for keus in (".balk", "#zoek"))
    assert balk is not None
    assert paneel is not None
    assert abs(paneel["y"] - balk["height"]) <= 1
    pagina.emulate_media(media="print")
    expect(pagina.locator("#zoek")).to_be_hidden()


def test_page_of_the_search_works_without_opening_anything(pagina: Page) -> None:
    pagina.goto("/zoeken/")
    pagina.get_by_role("combobox").click()
    expect(pagina.locator("#zoek")).to_have_attribute("data-stand", "klaar", timeout=GEDULD)
    typ(pagina, "opvang")
    pagina.get_by_role("option").first.click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Opvang")


# ---- private by construction -------------------------------------------------------------------------


def noteer(lijst: list[str], verzoek: Request) -> None:
    lijst.append(verzoek.url)


def test_what_is_asked_leaves_no_trace_and_changes_no_request(browser: Browser, server: str, site: Path) -> None:
    gevraagd: dict[str, list[str]] = {}
    for vraag in ("mijn man slaat me", "begroting 2025 xqzwv"):
        context = browser.new_context(base_url=server)
        pagina = context.new_page()
        pagina.goto("/over/", wait_until="networkidle")
        verzoeken = gevraagd.setdefault(vraag, [])
        context.on("request", partial(noteer, verzoeken))
        titel, lengte = pagina.title(), pagina.evaluate("history.length")
        pagina.get_by_role("button", name="Zoeken").click()
        for teken in vraag:
            pagina.keyboard.press(teken if teken != " " else "Space")
        expect(pagina.locator("#zoek")).to_have_attribute("data-stand", "klaar", timeout=GEDULD)
        expect(pagina.locator(".zoek__stand")).to_have_text(re.compile(r"gevonden"))
        assert pagina.url == f"{server}/over/"
        assert (pagina.title(), pagina.evaluate("history.length")) == (titel, lengte)
        bewaard = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean)"
        assert pagina.evaluate(bewaard) == []
        assert pagina.evaluate("async () => [...await caches.keys(), ...await indexedDB.databases()]") == []
        pagina.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
        expect(pagina.locator("#zoekveld")).to_have_value("")
        expect(pagina.locator(".zoek__optie")).to_have_count(0)
        context.close()
    eerste, tweede = ([urlsplit(adres).path for adres in lijst] for lijst in gevraagd.values())
    assert eerste == tweede
    assert all("?" not in adres for lijst in gevraagd.values() for adres in lijst)
    assert [adres for adres in eerste if adres.startswith("/zoek/")] == [
        "/zoek/eerste.json",
        *(f"/zoek/deel-{nr}.json" for nr in range(1, len(list((site / "zoek").glob("deel-*.json"))) + 1)),
    ]


def test_no_page_fetches_anything_of_the_search_before_it_is_used(pagina: Page) -> None:
    gevraagd: list[str] = []
    pagina.on("request", lambda verzoek: gevraagd.append(urlsplit(verzoek.url).path))
    pagina.goto("/plannen/")
    pagina.wait_for_load_state("networkidle")
    assert [pad for pad in gevraagd if "/zoek/" in pad or pad.endswith("/zoeken.css")] == []
    assert [pad for pad in gevraagd if "search" in pad] == []


# ---- without JavaScript ------------------------------------------------------------------------------


def test_without_javascript_the_button_leads_to_the_map_of_the_site(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(java_script_enabled=False)
    pagina.goto("/over/")
    expect(pagina.locator("#zoek")).to_be_hidden()
    pagina.locator(".zoekknop").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Zoeken op deze site")
    expect(pagina.locator("#zoekveld")).to_be_hidden()
    pagina.locator(".sitekaart summary", has_text="Hulp").click()
    expect(pagina.locator(".sitekaart").get_by_role("link", name="Ik ben niet veilig thuis")).to_be_visible()
    pagina.get_by_role("link", name="trefwoorden van A tot Z").first.click()
    pagina.get_by_role("link", name="geslagen", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Ik ben niet veilig thuis")


def test_questions_file_is_as_it_should_be() -> None:
    regels = [json.loads(regel) for regel in VRAGEN.read_text("utf-8").splitlines()]
    assert len({regel["q"] for regel in regels}) == len(regels)
