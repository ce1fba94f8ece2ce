"""The help pages in use: finding a place, going through steps, other languages, paper, and eyes and ears of every kind."""

import itertools
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros import paginas
from macros.model import Regiovisie
from scripts import browser as browsers
from scripts.lokaal import bedien
from tests.paginas import ADRESSEN, lees

OpenPagina = Callable[..., Page]
Draai = Callable[..., Any]

HULP = [adres for adres in ADRESSEN if adres.startswith("hulp/")]
TALEN = {"hulp/en/": "en", "hulp/pl/": "pl", "hulp/bg/": "bg"}
ELKE_HULPPAGINA = pytest.mark.parametrize("adres", HULP)
STEEKPROEF = ["hulp/", "hulp/bellen/", "hulp/meldcode/", "hulp/kaart/", "hulp/bg/"]
STAPPEN = 5


# --- the place finder ---


def plaatsen(pagina: Page) -> dict[str, str]:
    """The municipalities that show, each with its Veilig Thuis."""
    rijen = pagina.locator("[data-plaats]:visible")
    paren: list[tuple[str, str]] = rijen.evaluate_all(
        "(els) => els.map((el) => [...el.children].map((deel) => deel.textContent))"
    )
    return dict(paren)


@pytest.mark.parametrize(
    ("getypt", "plaats", "wie"),
    [
        ("heer", "Heerlen", "Veilig Thuis Zuid-Limburg"),
        ("Peel", "Peel en Maas", "Veilig Thuis Noord- en Midden-Limburg"),
        ("SITTARD GELEEN", "Sittard-Geleen", "Veilig Thuis Zuid-Limburg"),
    ],
)
def test_typing_part_of_a_name_leaves_the_place_with_its_veilig_thuis(
    pagina: Page, getypt: str, plaats: str, wie: str
) -> None:
    pagina.goto("/hulp/bellen/")
    pagina.get_by_label("Typ je gemeente").press_sequentially(getypt)
    assert plaatsen(pagina) == {plaats: wie}
    expect(pagina.locator(".zoeker__stand[role=status]")).to_have_text("1 gemeente gevonden.")


def test_unknown_place_is_told_what_to_do_and_an_empty_field_shows_all(pagina: Page) -> None:
    pagina.goto("/hulp/bellen/")
    veld = pagina.get_by_label("Typ je gemeente")
    stand = pagina.locator(".zoeker__stand[role=status]")
    veld.fill("xyzzy")
    assert plaatsen(pagina) == {}
    expect(stand).to_contain_text("Die plaats staat er niet bij.")
    expect(stand).to_contain_text("0800-2000")
    veld.fill("beek")
    assert list(plaatsen(pagina)) == ["Beek", "Beekdaelen"]
    expect(stand).to_have_text("2 gemeenten gevonden.")
    veld.fill("")
    assert len(plaatsen(pagina)) == 30
    expect(stand).to_be_empty()


def test_without_javascript_every_municipality_stands_there_and_no_useless_field(
    open_pagina: OpenPagina, regiovisie: Regiovisie
) -> None:
    pagina = open_pagina(java_script_enabled=False)
    pagina.goto("/hulp/bellen/")
    verwacht = {
        regiovisie.organisaties[gemeente].naam.removeprefix("Gemeente "): regiovisie.contactfeiten[regio.contact].naam
        for regio in regiovisie.regios.values()
        for gemeente in regio.gemeenten
    }
    assert plaatsen(pagina) == verwacht
    assert [len(regio.gemeenten) for regio in regiovisie.regios.values()] == [16, 14]
    expect(pagina.locator("#plaats")).to_be_hidden()


# --- the steps ---


def staat_op(pagina: Page, stap: int) -> None:
    koppen = pagina.locator("main h2:visible")
    expect(koppen).to_have_count(1)
    expect(koppen).to_contain_text(f"Stap {stap}:")
    expect(pagina.locator("main [role=status]")).to_have_text(f"Stap {stap} van {STAPPEN}")


def test_steps_show_one_at_a_time_and_lead_the_focus_along(pagina: Page) -> None:
    pagina.goto("/hulp/meldcode/")
    vorige, volgende = (pagina.get_by_role("button", name=naam) for naam in ("Vorige stap", "Volgende stap"))
    staat_op(pagina, 1)
    expect(vorige).to_be_hidden()
    for stap in range(2, STAPPEN + 1):
        volgende.click()
        staat_op(pagina, stap)
        expect(pagina.locator("main h2:visible")).to_be_focused()
    expect(volgende).to_be_hidden()
    vorige.focus()
    pagina.keyboard.press("Enter")
    staat_op(pagina, 4)
    expect(pagina.locator("main h2:visible")).to_be_focused()
    pagina.get_by_role("button", name="Toon alle stappen").click()
    expect(pagina.locator("main h2:visible")).to_have_count(STAPPEN)
    expect(pagina.locator("main button:not(.begrip)")).to_have_count(0)
    expect(pagina.locator("main h2").first).to_be_focused()
    pagina.reload()
    staat_op(pagina, 1)


def test_without_javascript_all_steps_stand_under_each_other(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(java_script_enabled=False)
    pagina.goto("/hulp/meldcode/")
    koppen = pagina.locator("main h2:visible").all_inner_texts()
    assert [kop.split(":")[0] for kop in koppen] == [f"Stap {stap}" for stap in range(1, STAPPEN + 1)]
    expect(pagina.locator("main button:not(.begrip)")).to_have_count(0)


def test_browser_that_keeps_pages_as_they_were_left_keeps_no_step_and_no_place(browser: Browser, server: str) -> None:
    # Playwright turns this cache off; people's browsers have it.
    chromium = browser.browser_type.launch(
        executable_path=browsers.vind(),
        args=browsers.vlaggen(),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    pagina = chromium.new_page(base_url=server)

    def ga_weg_en_kom_terug() -> None:
        pagina.evaluate("window.dezelfde = true")
        pagina.goto("/begrippen/")
        pagina.go_back(wait_until="commit")
        assert pagina.evaluate("window.dezelfde"), "the browser must have kept the page as it was left"

    pagina.goto("/hulp/meldcode/")
    for knop in ("Volgende stap", "Toon alle stappen"):
        pagina.get_by_role("button", name=knop).click()
        ga_weg_en_kom_terug()
        staat_op(pagina, 1)
        expect(pagina.locator("main button:not(.begrip):visible")).to_have_text(["Volgende stap", "Toon alle stappen"])
    pagina.goto("/hulp/bellen/")
    pagina.get_by_label("Typ je gemeente").fill("Venlo")
    ga_weg_en_kom_terug()
    expect(pagina.get_by_label("Typ je gemeente")).to_have_value("")
    assert len(plaatsen(pagina)) == 30
    chromium.close()


# --- readable for everybody ---


def test_without_style_and_script_the_way_out_and_the_numbers_come_first(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(java_script_enabled=False)
    for adres in HULP:
        pagina.goto(f"/{adres}")
        pagina.evaluate("document.querySelectorAll('style, [style]').forEach((el) => el.remove())")
        weg, h1, eerste, woorden = pagina.evaluate(
            "() => ['.snelweg', 'h1', 'h1 + *', 'body'].map((waar) => document.querySelector(waar).innerText.trim())"
        )
        plekken, vanaf = [], 0
        for deel in (weg, "112", "0800-2000", h1, eerste):
            plekken.append(woorden.find(deel, vanaf))
            vanaf = plekken[-1] + len(deel)
        assert plekken[0] == 0, adres
        assert -1 not in plekken, (adres, woorden[:300])
        assert plekken[2] < 150, f"{adres}: the numbers come before anything else"


TE_BREED = """() => {
  const kader = document.documentElement.clientWidth;
  return document.documentElement.scrollWidth <= kader ? [] : [...document.querySelectorAll('body *')]
    .filter((el) => el.getBoundingClientRect().right > kader + 1)
    .map((el) => `${el.tagName}.${el.className}`).slice(0, 5).concat('document');
}"""

IN_BEELD = """() => [...document.querySelectorAll('.snelweg, .nood a')].filter((el) => {
  const { left, top, right, bottom } = el.getBoundingClientRect();
  const bovenop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || !el.contains(bovenop);
}).map((el) => el.textContent)"""


def test_large_text_and_a_narrow_screen_need_no_sideways_scrolling(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(viewport={"width": 320, "height": 640})
    gevonden = {}
    for adres in (*STEEKPROEF, "hulp/nummers/", "hulp/pl/", "hulp/privacy/"):
        pagina.goto(f"/{adres}")
        pagina.evaluate("document.querySelectorAll('details').forEach((deel) => { deel.open = true; })")
        for breedte, letters in ((320, "100%"), (360, "200%"), (640, "200%"), (1280, "200%")):
            pagina.set_viewport_size({"width": breedte, "height": 640})
            # The pages begin at 125%, which is 20 pixels.
            pagina.evaluate("(maat) => { document.documentElement.style.fontSize = maat; }", f"calc(1.25 * {letters})")
            assert pagina.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") in {20, 40}
            pagina.evaluate("scrollTo(0, 500)")
            gevonden[adres, breedte, letters] = [*pagina.evaluate(TE_BREED), *pagina.evaluate(IN_BEELD)]
    assert {hoe: wat for hoe, wat in gevonden.items() if wat} == {}


def test_zoomed_in_by_the_browser_nothing_falls_off(open_pagina: OpenPagina) -> None:
    # Zooming makes the window smaller in pixels of the page, and each of those larger.
    for zoom in (2, 4):
        pagina = open_pagina(viewport={"width": 1280 // zoom, "height": 1024 // zoom}, device_scale_factor=zoom)
        for adres in STEEKPROEF:
            pagina.goto(f"/{adres}")
            assert [*pagina.evaluate(TE_BREED), *pagina.evaluate(IN_BEELD)] == [], (zoom, adres)


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_forced_colours_keep_the_button_and_the_focus_visible(open_pagina: OpenPagina, kleuren: str) -> None:
    pagina = open_pagina(forced_colors="active", color_scheme=kleuren)
    for adres in ("/hulp/meldcode/", "/"):
        pagina.goto(adres)
        for knop in pagina.locator(".snelweg, main button:not(.begrip):visible").all():
            rand, grond = knop.evaluate(
                "(el) => [getComputedStyle(el).borderTopColor, getComputedStyle(document.body).backgroundColor]"
            )
            assert rand != grond
            assert knop.evaluate("(el) => parseFloat(getComputedStyle(el).borderTopWidth)") >= 1
        pagina.keyboard.press("Tab")
        breedte, stijl, kleur = pagina.locator(".snelweg:focus-visible").evaluate(
            "(el) => { const s = getComputedStyle(el); return [parseFloat(s.outlineWidth), s.outlineStyle, s.outlineColor]; }"
        )
        assert breedte >= 2
        assert stijl == "solid"
        assert kleur != pagina.locator(".balk").evaluate("(el) => getComputedStyle(el.parentElement).backgroundColor")


def test_nothing_moves(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(reduced_motion="reduce")
    for adres in STEEKPROEF:
        pagina.goto(f"/{adres}")
        assert (
            pagina.evaluate(
                """() => [document.documentElement, ...document.querySelectorAll('body *')].filter((el) => {
              const s = getComputedStyle(el);
              return s.animationName !== 'none' || s.scrollBehavior === 'smooth'
                || s.transitionDuration.split(',').some((duur) => parseFloat(duur) > 0);
            }).map((el) => `${el.tagName}.${el.className}`)"""
            )
            == []
        )


def voorgelezen(pagina: Page) -> list[tuple[str, str, int]]:
    """What a screen reader meets, in order: role, name, and the level of a heading."""
    knopen = pagina.context.new_cdp_session(pagina).send("Accessibility.getFullAXTree")["nodes"]
    op_id = {knoop["nodeId"]: knoop for knoop in knopen}

    def vanaf(knoop: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield knoop
        for kind in knoop.get("childIds", ()):
            if kind in op_id:
                yield from vanaf(op_id[kind])

    def niveau(knoop: dict[str, Any]) -> int:
        return next((int(eigen["value"]["value"]) for eigen in knoop["properties"] if eigen["name"] == "level"), 0)

    return [
        (knoop["role"]["value"], knoop["name"]["value"], niveau(knoop))
        for knoop in vanaf(knopen[0])
        if not knoop["ignored"] and "name" in knoop and "properties" in knoop
    ]


def test_screen_reader_meets_landmarks_and_headings_in_order(pagina: Page) -> None:
    for adres in HULP:
        pagina.goto(f"/{adres}")
        gehoord = voorgelezen(pagina)
        bakens = [rol for rol, _, _ in gehoord if rol in {"complementary", "banner", "main", "contentinfo"}]
        assert bakens == ["complementary", "banner", "main", "contentinfo"], adres
        navigaties = [naam for rol, naam, _ in gehoord if rol == "navigation"]
        assert len(set(navigaties) - {""}) == len(navigaties) > 0, adres
        niveaus = [niveau for rol, _, niveau in gehoord if rol == "heading"]
        assert niveaus[0] == 1, adres
        assert niveaus.count(1) == 1, adres
        assert all(daarna <= ervoor + 1 for ervoor, daarna in itertools.pairwise(niveaus)), (adres, niveaus)


# --- who looks along ---

VERRAADT = re.compile(
    r"geweld|mishandel|slaan|slag|seks|misbruik|slachtoffer|pleger|stalk|opvang|loverboy|mensenhandel|meldcode"
    r"|violence|abuse|przemoc|насили",
    re.IGNORECASE,
)

GAAT_OVER = {
    "thuis": "geslagen",
    "iemand-anders": "zorgen",
    "jong": "jongere",
    "later": "oudere",
    "zelf": "geweld",
    "grenzen": "seksueel geweld",
    "privacy": "stalking",
    "werk": "mensenhandel",
    "familie": "eer",
    "gezin": "scheiding",
    "wonen": "opvang",
    "professional": "professional",
}


@ELKE_HULPPAGINA
def test_tab_and_history_do_not_betray_what_was_read(site: Path, adres: str) -> None:
    boom = lees(site, adres)
    titel = boom.findtext("head/title")
    assert titel
    assert VERRAADT.findall(titel) == []
    if adres != "hulp/meldcode/":  # the name of a step plan for professionals
        assert VERRAADT.findall(adres) == []
    [beeldmerk] = boom.xpath("//link[@rel='icon']/@href")
    assert beeldmerk.startswith("data:")


@pytest.mark.parametrize(("deel", "woord"), GAAT_OVER.items())
def test_search_engines_are_told_what_the_page_is_about(site: Path, deel: str, woord: str) -> None:
    boom = lees(site, f"hulp/{deel}/")
    [beschrijving] = boom.xpath("//head/meta[@name='description']/@content")
    gegevens = json.loads(boom.xpath("string(//script[@type='application/ld+json'])"))
    assert gegevens["description"] == beschrijving
    [h1] = boom.iter("h1")
    assert woord in f"{h1.text_content()} {beschrijving}".lower()
    assert woord in f"{gegevens['name']} {gegevens['description']}".lower()


# --- other languages ---


def woorden_van(wortel: Path, adres: str) -> dict[str, str]:
    kop = paginas.kop((wortel / "docs" / f"{adres.rstrip('/')}.md").read_text(encoding="utf-8"))
    assert kop is not None
    woorden: dict[str, str] = kop.data["woorden"]
    return woorden


@pytest.mark.parametrize(("adres", "taal"), TALEN.items())
def test_page_in_another_language_speaks_it_everywhere(pagina: Page, wortel: Path, adres: str, taal: str) -> None:
    zegt = woorden_van(wortel, adres)
    pagina.goto(f"/{adres}")
    expect(pagina.locator("html")).to_have_attribute("lang", taal)
    expect(pagina.locator("html")).to_have_attribute("dir", "ltr")
    expect(pagina.locator(".nagekeken")).to_have_text(zegt["niet_nagekeken"])
    expect(pagina.get_by_role("complementary")).to_have_attribute("aria-label", zegt["snel_weg"])
    expect(pagina.locator(".snelweg")).to_have_text(f"{zegt['snel_weg']} {zegt['snel_weg_wat']}")
    expect(pagina.locator(".spring")).to_have_text(zegt["naar_inhoud"])
    expect(pagina.locator(".nood")).to_contain_text(zegt["gevaar"])
    expect(pagina.locator(".nood")).to_contain_text(zegt["gratis"])
    expect(pagina.locator("summary")).to_have_text(zegt["bronnen"])
    for nederlands in ("Snel weg", "Ga naar inhoud", "Direct gevaar", "dag en nacht"):
        expect(pagina.locator(".balk")).not_to_contain_text(nederlands)
    # Whatever is in Dutch says so.
    assert (
        pagina.locator("header a, footer a[href$='hulp/'], footer ul:not(.talen)").evaluate_all(
            "(els) => els.filter((el) => el.closest('[lang]').lang !== 'nl').map((el) => el.outerHTML)"
        )
        == []
    )


def test_pages_in_other_languages_give_the_same_numbers(site: Path) -> None:
    nummers = [{link for link in lees(site, adres).xpath("//a/@href") if link.startswith("tel:")} for adres in TALEN]
    assert nummers[0] == nummers[1] == nummers[2]
    assert {"tel:112", "tel:08002000", "tel:08000188", "tel:113"} <= nummers[0]


ARABISCH = """\
---
template: hulp.html
tabtitel: مساعدة ومشورة
description: ماذا يمكنك أن تفعل وبمن يمكنك الاتصال.
taal: ar
richting: rtl
nagekeken_door: onbekend
nagekeken_op: onbekend
bronnen:
  - rijksoverheid.nl, onderwerp huiselijk geweld
woorden:
  gevaar: "خطر؟ اتصل بـ"
  veilig_thuis: "Veilig Thuis"
  gratis: "مجانا، ليلا ونهارا"
  snel_weg: "خروج سريع"
  snel_weg_wat: "من هذا الموقع"
  naar_inhoud: "إلى المحتوى"
  nog_twee: "مرتان أخريان للخروج."
  nog_een: "مرة أخرى للخروج."
  verlopen: "توقف الخروج السريع."
  laden: "جار التحميل."
  niet_nagekeken: "لم يراجع متحدث أصلي هذه الصفحة بعد."
  nagekeken: "راجعها:"
  hulp_en_advies: "مساعدة ومشورة"
  talen: "لغات أخرى"
  bronnen: "المصادر"
---

# مساعدة ومشورة

اتصل بـ {{ bel("veilig-thuis") }}.
"""


def test_language_from_right_to_left_needs_a_page_and_no_code(browser: Browser, kopie: Path, draai: Draai) -> None:
    (kopie / "docs" / "hulp" / "ar.md").write_text(ARABISCH, encoding="utf-8")
    with (kopie / "docs" / "hulp" / "index.md").open("a", encoding="utf-8") as begin:
        begin.write("- [العربية](ar.md){: lang=ar hreflang=ar }\n")
    mkdocs = kopie / "mkdocs.yml"
    regel = "          - English: hulp/en.md\n"
    mkdocs.write_text(
        mkdocs.read_text(encoding="utf-8").replace(regel, f"{regel}          - العربية: hulp/ar.md\n"), encoding="utf-8"
    )
    uit = kopie.parent / "uit"
    gebouwd = draai(kopie, "bouw", "--uit", str(uit), "--peildatum", "2026-11-26")
    assert gebouwd.returncode == 0, gebouwd.stdout + gebouwd.stderr
    zegt = woorden_van(kopie, "hulp/ar/")
    with bedien(uit) as server:
        context = browser.new_context(viewport={"width": 320, "height": 640})
        pagina = context.new_page()
        pagina.goto(f"{server}/hulp/ar/")
        expect(pagina.locator("html")).to_have_attribute("lang", "ar")
        expect(pagina.locator("html")).to_have_attribute("dir", "rtl")
        expect(pagina.locator(".snelweg")).to_have_text(f"{zegt['snel_weg']} {zegt['snel_weg_wat']}")
        expect(pagina.locator(".nagekeken")).to_have_text(zegt["niet_nagekeken"])
        assert [*pagina.evaluate(TE_BREED), *pagina.evaluate(IN_BEELD)] == []
        links, rechts = (pagina.locator(deel).bounding_box() for deel in (".snelweg", ".nood"))
        assert links is not None
        assert rechts is not None
        assert links["x"] < rechts["x"], "the button stands where lines end, as in other languages"
        pagina.keyboard.press("Shift")
        expect(pagina.locator(".snelweg__stand")).to_have_text(zegt["nog_twee"])
        pagina.goto(f"{server}/hulp/en/")
        expect(pagina.locator(".talen a[lang=ar]")).to_have_text("العربية")
        context.close()


# --- paper ---


def test_card_on_paper_is_numbers_and_nothing_that_says_what_for(pagina: Page, regiovisie: Regiovisie) -> None:
    pagina.goto("/hulp/kaart/")
    pagina.emulate_media(media="print")
    expect(pagina).to_have_title("Nummers")
    verwacht = [
        deel for feit in regiovisie.contactfeiten.values() if feit.op_kaart for deel in (feit.op_kaart, feit.telefoon)
    ]
    assert pagina.locator("body").inner_text().split("\n") == verwacht
    assert VERRAADT.findall(pagina.locator("body").inner_text()) == []
    assert "Veilig Thuis" not in pagina.locator("body").inner_text()
    for element in pagina.locator("h1, header, footer, .balkhouder").all():
        expect(element).to_be_hidden()
