"""The way out: first, always in sight, and gone at once, by finger, mouse, keyboard or Shift, with or without JavaScript."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from macros import paginas
from scripts import browser as browsers
from tests.browser.handen import GENOEG
from tests.paginas import PLAN, WORTEL

OpenPagina = Callable[..., Page]
Handeling = Callable[[Page], object]
Speelt = Callable[[Route], None]

HULP = "hulp/thuis/"
TIJDLIJN = f"plannen/{PLAN}/tijdlijn/"
ANDERSTALIG = "hulp/bg/"
SOORTEN = ["", HULP, TIJDLIJN, "404.html", ANDERSTALIG]
ELKE_SOORT = pytest.mark.parametrize("adres", SOORTEN, ids=lambda adres: adres or "home")
EERDER = "/begrippen/"
"""Where the visitor was before the page with the button."""

NEUTRAAL = "https://www.knmi.nl/"
NEUTRALE_PAGINA = "<!doctype html><title>Weer</title><link rel=icon href=data:,><h1>Weer</h1>"

WOORDEN = {
    "snel_weg": "Snel weg",
    "snel_weg_wat": "van deze site",
    "naar_inhoud": "Ga naar inhoud",
    "nog_twee": "Shift. Nog 2 keer, dan ga je weg.",
    "nog_een": "Shift. Nog 1 keer, dan ga je weg.",
    "verlopen": "Snel weg met Shift is gestopt.",
    "laden": "Laden.",
}


def woorden(adres: str) -> dict[str, str]:
    """What the bar and the way out say on the page."""
    tekst = (WORTEL / "docs" / f"{adres.rstrip('/')}.md").read_text(encoding="utf-8") if adres == ANDERSTALIG else ""
    kop = paginas.kop(tekst)
    return {**WOORDEN, **kop.data["woorden"]} if kop else WOORDEN


class Weg:
    """The neutral site, played here: a request to it waits until it is let through or broken off."""

    def __init__(self) -> None:
        self.gevraagd: list[Request] = []
        self._wachtend: list[Route] = []
        self._antwoord: Speelt | None = None

    def __call__(self, route: Route) -> None:
        self.gevraagd.append(route.request)
        self._wachtend.append(route)
        self._beantwoord()

    def _beantwoord(self) -> None:
        while self._antwoord and self._wachtend:
            self._antwoord(self._wachtend.pop())

    def laat_door(self) -> None:
        """Answers whoever waits, and from now on everybody."""
        self._antwoord = lambda route: route.fulfill(content_type="text/html", body=NEUTRALE_PAGINA)
        self._beantwoord()

    def breek_af(self, pagina: Page) -> None:
        """Does what the stop button of a browser does: the neutral page never comes."""
        with pagina.expect_event("requestfailed", lambda verzoek: verzoek.url == NEUTRAAL):
            self._antwoord = lambda route: route.abort("aborted")
            self._beantwoord()
        self._antwoord = None


@pytest.fixture
def weg(nagespeeld: dict[str, Speelt]) -> Weg:
    neutraal = Weg()
    nagespeeld[NEUTRAAL] = neutraal
    return neutraal


# --- where it stands ---


@ELKE_SOORT
def test_way_out_is_the_first_stop_then_the_numbers_then_the_content(pagina: Page, adres: str) -> None:
    zegt = woorden(adres)
    pagina.goto(f"/{adres}")
    stops = []
    for _ in range(4):
        pagina.keyboard.press("Tab")
        stops.append(pagina.evaluate("[document.activeElement.textContent, document.activeElement.href]"))
    assert stops[0] == [f"{zegt['snel_weg']} {zegt['snel_weg_wat']}", NEUTRAAL]
    assert [adres for _, adres in stops[1:3]] == ["tel:112", "tel:08002000"]
    if adres == "404.html":
        expect(pagina.locator(".spring")).to_have_count(0)
        return
    assert stops[3][0] == zegt["naar_inhoud"]
    expect(pagina.locator(":focus")).to_be_in_viewport(ratio=1)
    diepte = pagina.evaluate("history.length")
    pagina.keyboard.press("Enter")
    h1 = pagina.locator("h1")
    expect(h1).to_be_in_viewport(ratio=1)
    assert h1.evaluate(
        "(el) => { const vak = el.getBoundingClientRect(); return el === document.elementFromPoint(vak.left + 5, vak.top + 5); }"
    )
    assert pagina.evaluate("history.length") == diepte + (not adres.startswith("hulp/"))
    pagina.keyboard.press("Tab")
    assert pagina.locator(":focus").evaluate(
        "(el) => document.querySelector('h1').compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING"
    )


BEDEKT = """() => {
  const knop = document.querySelector('.snelweg');
  const { left, top, right, bottom } = knop.getBoundingClientRect();
  const punten = [[(left + right) / 2, (top + bottom) / 2]];
  for (const x of [left + 4, right - 4]) for (const y of [top + 4, bottom - 4]) punten.push([x, y]);
  return punten.flatMap(([x, y]) => {
    const bovenop = document.elementFromPoint(x, y);
    return knop.contains(bovenop) ? [] : [`${Math.round(x)},${Math.round(y)}: ${bovenop?.outerHTML.slice(0, 60) ?? 'off the screen'}`];
  }).concat(right - left >= 44 && bottom - top >= 43.9 ? [] : [`too small: ${right - left} x ${bottom - top}`]);
}"""

SCHERMEN = {
    "desktop": (1280, 800),
    "phone": (360, 740),
    "desktop at 400%": (320, 256),
    "phone on its side": (740, 360),
    "phone with its keyboard out": (360, 300),
}


def test_way_out_is_never_covered_or_small(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(reduced_motion="reduce")
    gevonden = {}
    for adres in (*SOORTEN, "hulp/bellen/"):
        pagina.goto(f"/{adres}")
        for scherm, (breedte, hoogte) in SCHERMEN.items():
            pagina.set_viewport_size({"width": breedte, "height": hoogte})
            for plek, doe in (
                ("at the top", "scrollTo(0, 0)"),
                ("halfway", "scrollTo(0, document.documentElement.scrollHeight / 2)"),
                ("at the end", "scrollTo(0, document.documentElement.scrollHeight)"),
                ("in the last field", "[...document.querySelectorAll('input:not([type=checkbox])')].at(-1)?.focus()"),
            ):
                pagina.evaluate(doe)
                gevonden[adres, scherm, plek] = pagina.evaluate(BEDEKT)
    assert {waar: wat for waar, wat in gevonden.items() if wat} == {}


@pytest.mark.parametrize("scherm", ["phone", "desktop at 400%", "phone on its side"])
def test_open_menu_does_not_cover_the_way_out(open_pagina: OpenPagina, scherm: str) -> None:
    breedte, hoogte = SCHERMEN[scherm]
    pagina = open_pagina(viewport={"width": breedte, "height": hoogte}, reduced_motion="reduce")
    pagina.goto(f"/{TIJDLIJN}")
    pagina.get_by_role("button", name="Menu").click()
    expect(pagina.locator(".md-sidebar--primary")).to_be_in_viewport()
    assert pagina.evaluate(BEDEKT) == []


@pytest.mark.parametrize("scherm", SCHERMEN)
def test_open_search_does_not_cover_the_way_out(open_pagina: OpenPagina, scherm: str) -> None:
    breedte, hoogte = SCHERMEN[scherm]
    pagina = open_pagina(viewport={"width": breedte, "height": hoogte}, reduced_motion="reduce")
    pagina.goto("/")
    # So far that the button for search just stays in reach under the bar.
    pagina.evaluate("scrollTo(0, 20)")
    assert pagina.evaluate("scrollY") == 20
    vak = pagina.get_by_role("button", name="Zoeken").bounding_box()
    assert vak is not None
    pagina.mouse.click(vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] - 4)
    pagina.get_by_role("combobox").fill("plan")
    expect(pagina.get_by_role("option").first).to_be_visible()
    assert pagina.evaluate(BEDEKT) == []
    pagina.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    assert pagina.evaluate(BEDEKT) == []


@pytest.mark.parametrize("adres", [HULP, TIJDLIJN])
def test_pinching_takes_the_way_out_along(open_pagina: OpenPagina, adres: str) -> None:
    pagina = open_pagina(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    pagina.goto(f"/{adres}")
    knoppen = """() => {
      const { left, top, right, bottom } = document.querySelector('.snelweg').getBoundingClientRect();
      const { offsetLeft: x, offsetTop: y, width, height, scale } = visualViewport;
      return [scale, left >= x - 1 && top >= y - 1 && right <= x + width + 1 && bottom <= y + height + 1];
    }"""
    pagina.context.new_cdp_session(pagina).send("Emulation.setPageScaleFactor", {"pageScaleFactor": 3})
    pagina.wait_for_function(
        "visualViewport.scale === 3 && document.querySelector('.snelweg').closest('aside').style.transform"
    )
    assert pagina.evaluate(knoppen) == [3, True]


STOP = """() => {
  const el = document.activeElement;
  if (!el || el === document.body) return null;
  const vakken = [...el.getClientRects()].filter((vak) => vak.width && vak.height);
  const raakt = (x, y) => {
    const bovenop = document.elementFromPoint(x, y);
    return bovenop !== null && (el.contains(bovenop) || bovenop.contains(el));
  };
  const [vak] = vakken;
  const midden = vak.left + vak.width / 2;
  const balk = document.querySelector('.balk').getBoundingClientRect();
  const past = el.getBoundingClientRect().height < (innerHeight - balk.bottom) / 2;
  const vrij = past
    ? vakken.every((deel) => raakt(deel.left + deel.width / 2, deel.top + 2) && raakt(deel.left + deel.width / 2, deel.bottom - 2))
    : raakt(midden, (Math.max(vak.top, balk.bottom) + Math.min(vak.bottom, innerHeight)) / 2);
  return [vrij, `${el.tagName}.${el.className} ${(el.textContent || el.ariaLabel || '').trim().slice(0, 40)} at ${Math.round(vak.top)}`];
}"""


@pytest.mark.parametrize("scherm", ["phone", "desktop at 400%"])
@pytest.mark.parametrize("adres", ["hulp/bellen/", "404.html"])
def test_nothing_that_tab_reaches_hides_under_the_bar(open_pagina: OpenPagina, adres: str, scherm: str) -> None:
    breedte, hoogte = SCHERMEN[scherm]
    pagina = open_pagina(viewport={"width": breedte, "height": hoogte}, reduced_motion="reduce")
    pagina.goto(f"/{adres}")

    def loop(toets: str) -> Iterator[tuple[bool, str]]:
        for _ in range(GENOEG):
            pagina.keyboard.press(toets)
            stop = pagina.evaluate(STOP)
            if stop is None:
                return
            yield stop
        pytest.fail(f"{toets} never leaves the page")

    heen = list(loop("Tab"))
    terug = list(loop("Shift+Tab"))
    assert len(heen) > 10
    assert len(terug) >= len(heen) - 1
    assert [stop for vrij, stop in heen if not vrij] == []
    assert [stop for vrij, stop in terug if not vrij] == []


def test_paper_has_no_way_out_but_does_have_the_numbers(pagina: Page) -> None:
    for adres in (HULP, TIJDLIJN):
        pagina.goto(f"/{adres}")
        pagina.emulate_media(media="print")
        expect(pagina.locator(".snelweg")).to_be_hidden()
        expect(pagina.locator(".spring")).to_be_hidden()
        expect(pagina.locator(".balk").get_by_text("0800-2000")).to_be_visible()


# --- leaving ---

# While a page is being left, a browser answers no questions about it; so it tells itself, in the moment the sheet comes.
VERTEL = """() => new MutationObserver((_, kijker) => {
  const doek = document.querySelector('.weg__doek');
  if (!doek?.textContent) return;
  kijker.disconnect();
  const { clientWidth: breed, clientHeight: hoog } = document.documentElement;
  const delen = [0.01, 0.25, 0.5, 0.75, 0.99];
  console.log('doek ' + JSON.stringify({
    rol: doek.getAttribute('role'),
    tekst: doek.textContent,
    titel: document.title,
    te_lezen: document.body.innerText.trim(),
    dekkend: getComputedStyle(doek).backgroundColor === 'rgb(255, 255, 255)' && getComputedStyle(doek).opacity === '1',
    vol: delen.every((x) => delen.every((y) => document.elementFromPoint(breed * x, hoog * y) === doek)),
    beeldmerk: document.querySelector('link[rel=icon]').href,
    diepte: history.length,
  }));
}).observe(document, { subtree: true, childList: true, attributes: true })"""


def verlaat(pagina: Page, doe: Handeling) -> dict[str, Any]:
    """Leaves with the neutral site still on its way; returns what is on the screen meanwhile."""
    pagina.evaluate(VERTEL)
    with (
        pagina.expect_console_message(lambda bericht: bericht.text.startswith("doek ")) as bericht,
        pagina.expect_request(NEUTRAAL),
    ):
        doe(pagina)
    gezien: dict[str, Any] = json.loads(bericht.value.text.removeprefix("doek "))
    return gezien


def kom_aan(pagina: Page, weg: Weg) -> None:
    with pagina.expect_navigation(url=NEUTRAAL):
        weg.laat_door()
    expect(pagina).to_have_title("Weer")


def klik(pagina: Page) -> None:
    pagina.locator(".snelweg").click(no_wait_after=True)


def tik(pagina: Page) -> None:
    pagina.locator(".snelweg").tap(no_wait_after=True)


def enter(pagina: Page) -> None:
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")


def drie_keer_shift(pagina: Page) -> None:
    for _ in range(3):
        pagina.keyboard.press("Shift")


MANIEREN = [
    *((adres, klik) for adres in SOORTEN),
    *((HULP, doe) for doe in (tik, enter, drie_keer_shift)),
    *((adres, drie_keer_shift) for adres in (TIJDLIJN, ANDERSTALIG)),
]


@pytest.mark.parametrize(
    ("adres", "doe"), MANIEREN, ids=[f"{doe.__name__}-{adres or 'home'}" for adres, doe in MANIEREN]
)
def test_leaving_shows_an_empty_sheet_at_once_and_leaves_no_way_back(
    open_pagina: OpenPagina, weg: Weg, server: str, adres: str, doe: Handeling
) -> None:
    pagina = open_pagina(has_touch=True)
    pagina.goto(EERDER)
    pagina.goto(f"/{adres}")
    diepte = pagina.evaluate("history.length")
    laden = woorden(adres)["laden"]
    assert verlaat(pagina, doe) == {
        "rol": "alert",
        "tekst": laden,
        "titel": laden,
        "te_lezen": laden,
        "dekkend": True,
        "vol": True,
        "beeldmerk": "data:,",
        "diepte": diepte,
    }
    kom_aan(pagina, weg)
    assert pagina.evaluate("history.length") == diepte
    assert pagina.evaluate("document.referrer") == ""
    [verzoek] = weg.gevraagd
    assert "referer" not in verzoek.all_headers()
    assert pagina.context.pages == [pagina]
    pagina.go_back()
    expect(pagina).to_have_url(f"{server}{EERDER}")
    pagina.go_forward()
    expect(pagina).to_have_url(NEUTRAAL)


def test_a_page_that_did_tell_where_it_sent_the_visitor_from_would_be_noticed(pagina: Page, weg: Weg) -> None:
    weg.laat_door()
    pagina.goto(f"/{HULP}")
    pagina.evaluate(
        """() => {
          document.querySelector('meta[name=referrer]').content = 'unsafe-url';
          const link = document.createElement('a');
          link.href = document.querySelector('.snelweg').href;
          document.body.append(link);
          link.click();
        }"""
    )
    pagina.wait_for_url(NEUTRAAL)
    assert HULP in pagina.evaluate("document.referrer")
    assert HULP in weg.gevraagd[0].all_headers()["referer"]


@pytest.mark.parametrize(("adres", "doe"), [(HULP, klik), (HULP, tik), (HULP, enter), (TIJDLIJN, klik)])
def test_without_javascript_it_is_an_ordinary_link(
    open_pagina: OpenPagina, weg: Weg, adres: str, doe: Handeling
) -> None:
    weg.laat_door()
    pagina = open_pagina(java_script_enabled=False, has_touch=True)
    pagina.goto(f"/{adres}")
    assert pagina.evaluate(BEDEKT) == []
    doe(pagina)
    pagina.wait_for_url(NEUTRAAL)
    expect(pagina).to_have_title("Weer")
    assert "referer" not in weg.gevraagd[0].all_headers()
    assert pagina.context.pages == [pagina]


# --- Shift ---


def stand(pagina: Page) -> str:
    return pagina.locator(".snelweg__stand[role=status]").inner_text()


def verwacht_hier(pagina: Page, weg: Weg, titel: str) -> None:
    """Nobody has left, and nothing shows of leaving."""
    expect(pagina).to_have_title(titel)
    expect(pagina.locator(".weg__doek")).to_have_count(0)
    assert weg.gevraagd == []


def met(*ingedrukt: str) -> Handeling:
    """Presses the keys down in this order, and lets them go in the reverse order."""

    def doe(pagina: Page) -> None:
        for toets in ingedrukt:
            pagina.keyboard.down(toets)
        for toets in reversed(ingedrukt):
            pagina.keyboard.up(toets)

    return doe


def shift_en_klik(pagina: Page) -> None:
    pagina.keyboard.down("Shift")
    pagina.locator("h1").click()
    pagina.keyboard.up("Shift")


GEEN_SEIN = {
    "Shift+A": met("Shift", "A"),
    "Shift+Tab": met("Shift", "Tab"),
    "Shift+click": shift_en_klik,
    "Control+Shift": met("Control", "Shift"),
    "Shift+Control": met("Shift", "Control"),
    "Alt+Shift": met("Alt", "Shift"),
    "Escape": met("Escape"),
}


def test_shift_with_something_else_is_no_signal(pagina: Page, weg: Weg) -> None:
    for wat, doe in GEEN_SEIN.items():
        pagina.goto("/hulp/bellen/")
        titel = pagina.title()
        for _ in range(4):
            doe(pagina)
            assert stand(pagina) == "", wat
        pagina.keyboard.press("Shift")
        assert stand(pagina) == WOORDEN["nog_twee"], wat
        verwacht_hier(pagina, weg, titel)


def test_capitals_in_a_field_are_no_signal(pagina: Page, weg: Weg) -> None:
    pagina.goto("/hulp/bellen/")
    veld = pagina.get_by_label("Typ je gemeente")
    for letter in "HEE":
        veld.press(f"Shift+{letter}")
    expect(veld).to_have_value("HEE")
    assert stand(pagina) == ""
    verwacht_hier(pagina, weg, "Hulp en advies: bellen")


def test_shift_that_is_held_down_counts_once(pagina: Page, weg: Weg) -> None:
    pagina.goto(f"/{HULP}")
    for _ in range(5):
        pagina.keyboard.down("Shift")  # after the first, as a key that repeats
    pagina.keyboard.up("Shift")
    assert stand(pagina) == WOORDEN["nog_twee"]
    verwacht_hier(pagina, weg, pagina.title())


@pytest.mark.parametrize("adres", [HULP, TIJDLIJN, ANDERSTALIG])
def test_every_press_is_announced_and_another_key_begins_anew(pagina: Page, weg: Weg, adres: str) -> None:
    zegt = woorden(adres)
    pagina.goto(f"/{adres}")
    titel = pagina.title()
    for tussendoor in ("x", "Escape", "Control"):
        pagina.keyboard.press("Shift")
        assert stand(pagina) == zegt["nog_twee"]
        pagina.keyboard.press("Shift")
        assert stand(pagina) == zegt["nog_een"]
        pagina.keyboard.press(tussendoor)
        assert stand(pagina) == zegt["verlopen"]
    verwacht_hier(pagina, weg, titel)
    assert verlaat(pagina, drie_keer_shift)["tekst"] == zegt["laden"]


def test_presses_expire_after_five_seconds_each(pagina: Page, weg: Weg) -> None:
    pagina.clock.install(time=0)
    pagina.goto(f"/{HULP}")
    pagina.clock.pause_at(1000)
    pagina.keyboard.press("Shift")
    pagina.clock.run_for(4999)
    assert stand(pagina) == WOORDEN["nog_twee"]
    pagina.keyboard.press("Shift")
    pagina.clock.run_for(4999)
    assert stand(pagina) == WOORDEN["nog_een"]
    pagina.clock.run_for(1)
    assert stand(pagina) == WOORDEN["verlopen"]
    pagina.keyboard.press("Shift")
    assert stand(pagina) == WOORDEN["nog_twee"]
    verwacht_hier(pagina, weg, pagina.title())


# --- coming back ---


@pytest.mark.parametrize("adres", [HULP, TIJDLIJN])
def test_sheet_that_is_left_standing_goes_when_the_page_is_shown_again(pagina: Page, weg: Weg, adres: str) -> None:
    pagina.goto(f"/{adres}")
    titel = pagina.title()
    verlaat(pagina, klik)
    weg.breek_af(pagina)
    expect(pagina.locator(".weg__doek")).to_be_visible()
    expect(pagina).to_have_title(WOORDEN["laden"])
    pagina.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(pagina.locator(".weg__doek")).to_have_count(0)
    expect(pagina).to_have_title(titel)
    expect(pagina.locator("h1")).to_be_visible()
    verlaat(pagina, klik)
    kom_aan(pagina, weg)


@pytest.fixture
def onthoudende_pagina(browser: Browser, server: str, weg: Weg) -> Iterator[Page]:
    """A page in a browser that keeps pages as they were left, for Back and Forward; Playwright turns that off."""
    chromium = browser.browser_type.launch(
        executable_path=browsers.vind(),
        args=browsers.vlaggen(),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    context = chromium.new_context(base_url=server, locale="nl-NL")
    context.route(NEUTRAAL, weg)
    yield context.new_page()
    chromium.close()


@pytest.mark.parametrize("adres", [HULP, TIJDLIJN])
def test_page_that_comes_back_as_it_was_left_shows_no_sheet_and_can_be_left_again(
    onthoudende_pagina: Page, weg: Weg, adres: str
) -> None:
    pagina = onthoudende_pagina
    pagina.goto(EERDER)
    pagina.goto(f"/{adres}")
    titel = pagina.title()
    pagina.evaluate("window.dezelfde = true")
    verlaat(pagina, klik)
    weg.breek_af(pagina)
    pagina.go_back(wait_until="commit")
    pagina.go_forward(wait_until="commit")
    assert pagina.evaluate("window.dezelfde"), "the browser must have kept the page as it was left"
    expect(pagina.locator(".weg__doek")).to_have_count(0)
    expect(pagina).to_have_title(titel)
    expect(pagina.locator("h1")).to_be_visible()
    for doe in (klik, drie_keer_shift):
        verlaat(pagina, doe)
        weg.breek_af(pagina)
        pagina.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")


def test_page_can_be_left_after_back_and_forward(pagina: Page, weg: Weg) -> None:
    pagina.goto(f"/{HULP}")
    titel = pagina.title()
    pagina.goto(EERDER)
    pagina.go_back()
    expect(pagina).to_have_title(titel)
    verlaat(pagina, drie_keer_shift)
    kom_aan(pagina, weg)
