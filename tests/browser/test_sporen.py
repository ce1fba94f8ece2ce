"""What a visit to the help pages leaves behind: nothing but what the site itself says, and that was measured."""

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from macros.model import Regiovisie
from scripts import sporen
from tests.paginas import ADRESSEN

OpenPagina = Callable[..., Page]

HULP = [adres for adres in ADRESSEN if adres.startswith("hulp/")]
EERDER = "/sitemap.xml"
"""Where the visitor was before: a page that has nothing to do with the walk."""

LINKS = "(links) => links.map((link) => link.href)"


def bewaard(pagina: Page) -> list[str]:
    """Everything that is kept on the device, a line per thing."""
    opgeslagen: list[str] = pagina.evaluate(sporen.OPGESLAGEN)
    return [*(koekje.get("name", "") for koekje in pagina.context.cookies()), *opgeslagen]


def volg(pagina: Page, doel: str) -> bool:
    """Clicks the first link to the address that shows; tells whether there is one."""
    links = pagina.locator("a[href]:visible")
    adressen: list[str] = links.evaluate_all(LINKS)
    if doel not in adressen:
        return False
    links.nth(adressen.index(doel)).click()
    expect(pagina).to_have_url(doel)
    return True


def gebruik_alles(pagina: Page) -> None:
    """Opens, types and presses whatever the page offers, and follows the links within it."""
    for samenvatting in pagina.locator("summary").all():
        samenvatting.click()
    for veld in pagina.locator("main input").all():
        veld.press_sequentially("heerl")
    knoppen = pagina.locator("main button:not(.begrip):visible")
    for naam in ("Volgende stap", "Volgende stap", "Vorige stap", "Toon alle stappen"):
        if knoppen.count():
            knoppen.get_by_text(naam).click()
    pagina.keyboard.press("Shift")
    pagina.locator(".spring").focus()
    pagina.keyboard.press("Enter")


def test_walk_that_uses_every_help_page_leaves_nothing_and_one_step_back(pagina: Page, server: str) -> None:
    gevraagd: list[str] = []
    pagina.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    pagina.goto(EERDER)
    diepte = pagina.evaluate("history.length")
    pagina.goto("/hulp/")
    for adres in HULP:
        doel = f"{server}/{adres}"
        if pagina.url.split("#")[0] != doel and not volg(pagina, doel):
            assert volg(pagina, f"{server}/hulp/")
            assert volg(pagina, doel) or (volg(pagina, f"{server}/hulp/professional/") and volg(pagina, doel))
        gebruik_alles(pagina)
        plek = urlsplit(pagina.url)
        assert (plek.path, plek.query) == (f"/{adres}", "")
        assert "heerl" not in f"{pagina.url} {pagina.title()}".lower()
        assert bewaard(pagina) == [], adres
        assert pagina.evaluate("history.length") <= diepte + 1, adres
    assert [adres for adres in gevraagd if "heerl" in adres.lower()] == []
    pagina.go_back()
    expect(pagina).to_have_url(f"{server}{EERDER}")


def test_typed_place_is_gone_after_leaving_and_coming_back(pagina: Page, server: str) -> None:
    pagina.goto(EERDER)
    pagina.goto("/hulp/bellen/")
    veld = pagina.get_by_label("Typ je gemeente")

    def typ() -> None:
        veld.fill("Venlo")
        expect(pagina.locator("[data-plaats]:visible")).to_have_count(1)

    def is_leeg() -> None:
        expect(veld).to_have_value("")
        expect(pagina.locator("[data-plaats]:visible")).to_have_count(30)
        assert "venlo" not in f"{pagina.url} {pagina.title()}".lower()

    typ()
    assert volg(pagina, f"{server}/hulp/")
    assert volg(pagina, f"{server}/hulp/bellen/")
    is_leeg()
    typ()
    pagina.goto("/begrippen/")
    pagina.go_back()
    is_leeg()
    typ()
    pagina.reload()
    is_leeg()
    assert bewaard(pagina) == []


def test_what_the_site_says_it_leaves_is_what_is_measured_now(
    site: Path, browser: Browser, regiovisie: Regiovisie
) -> None:
    assert sporen.meet(site, browser) == regiovisie.sporen, "run: python3 scripts/regiovisie.py sporen"


def test_measurement_sees_what_a_page_leaves_behind(site: Path, browser: Browser, tmp_path: Path) -> None:
    kopie = tmp_path / "site"
    for deel in ("assets", "hulp/thuis"):
        shutil.copytree(site / deel, kopie / deel)
    for bestand in ("index.html", "hulp/index.html", "sitemap.xml"):
        (kopie / bestand).parent.mkdir(exist_ok=True)
        shutil.copy(site / bestand, kopie / bestand)
    besmet = kopie / "hulp/thuis/index.html"
    besmet.write_text(
        besmet.read_text(encoding="utf-8").replace(
            "</body>",
            """<img src="../../assets/img/favicon.svg" alt="">
            <script>
            document.cookie = "gelezen=thuis";
            localStorage.setItem("gelezen", "thuis");
            sessionStorage.setItem("plaats", "heerlen");
            indexedDB.open("bezoek");
            history.pushState(null, "");
            fetch("https://teller.example/").catch(() => {});
            </script></body>""",
        ),
        encoding="utf-8",
    )
    gemeten = sporen.meet(kopie, browser)
    assert [bezoek.adres for bezoek in gemeten.hulp.bezocht] == ["hulp/", "hulp/thuis/"]
    assert gemeten.hulp.opgeslagen == (
        "IndexedDB: bezoek",
        "cookie: gelezen",
        "localStorage: gelezen",
        "sessionStorage: plaats",
    )
    assert gemeten.hulp.andere_hosts == ("teller.example",)
    assert gemeten.hulp.bestanden == ("assets/img/favicon.svg",)
    assert gemeten.hulp.stappen_terug == 2
    assert gemeten.rest.opgeslagen == ()
    assert gemeten.na_kleurkeuze == ("localStorage: kleuren",)
