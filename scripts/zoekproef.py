"""How well the search answers: `python -m scripts.zoekproef QUESTIONS.jsonl` asks each question in a real browser.

A line of the file is `{"q": "mama slaat mij", "verwacht": ["kind|jong"]}`: a result is right when one of the regular
expressions matches its title, its address or the text of its section. For each question comes the rank of the first
right result; at the end hit@1, hit@3 and what was missed. With `--lunr` the theme's own search answers the same
questions on the same pages beside it; without `--site` the site is built first.
"""

import argparse
import contextlib
import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import html
from playwright.sync_api import Page, TimeoutError, sync_playwright  # noqa: A004 - so it is called there

from scripts import browser as browsers
from scripts.lokaal import bedien
from scripts.melden import Gebruiksfout, Melding, klaag, meld

WORTEL = Path(__file__).resolve().parent.parent
STREVEN_1, STREVEN_3 = 0.85, 0.95
BIJ_DE_EERSTE = 3
GEDULD = 30_000


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """A question, and what a right result matches."""

    q: str
    verwacht: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, kw_only=True)
class Treffer:
    """A result as the page shows it: what it is called, where it leads, and the text of the section there."""

    titel: str
    adres: str
    tekst: str

    def past(self, vraag: Vraag) -> bool:
        """Tell whether the result is a right one."""
        return any(p.search(deel) for p in vraag.verwacht for deel in (self.titel, self.adres, self.tekst))


def lees(bestand: Path) -> tuple[Vraag, ...]:
    """Return the questions in the file."""
    vragen = []
    for nummer, regel in enumerate(bestand.read_text("utf-8").splitlines(), start=1):
        if not regel.strip():
            continue
        try:
            ruw = json.loads(regel)
            patronen = tuple(re.compile(patroon, re.IGNORECASE) for patroon in ruw["verwacht"])
            vragen.append(Vraag(q=ruw["q"], verwacht=patronen))
        except (ValueError, KeyError, TypeError, re.error) as fout:
            raise Melding(
                f'{bestand}:{nummer}: dit is geen vraag ({fout}); schrijf {{"q": "...", "verwacht": ["..."]}}'
            ) from None
    if not vragen:
        raise Melding(f"In {bestand} staan geen vragen.")
    return tuple(vragen)


# ---- what a section says -----------------------------------------------------------------------------


class Teksten:
    """The text of every section of a built site, read from its pages and not from any index."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._gelezen: dict[str, dict[str, str]] = {}

    def van(self, adres: str) -> str:
        """Return the text of the section at the address, such as 'hulp/thuis/#en-daarna'."""
        pagina, _, anker = adres.partition("#")
        if pagina not in self._gelezen:
            self._gelezen[pagina] = dict(self._stukken(self._site / pagina / "index.html"))
        stukken = self._gelezen[pagina]
        return stukken.get(anker, stukken.get("", ""))

    @staticmethod
    def _stukken(bestand: Path) -> Iterator[tuple[str, str]]:
        boom = html.document_fromstring(bestand.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        artikel = next(iter(boom.find_class("md-content__inner") or boom.iter("article")), boom)
        anker, delen = "", list[str]()
        for element in artikel.iter():
            if element.tag in {"h2", "h3"} and element.get("id"):
                yield anker, " ".join(" ".join(delen).split())
                anker, delen = element.get("id", ""), []
            if isinstance(element.tag, str) and element.tag not in {"script", "style"} and element.text:
                delen.append(element.text)
            if element.tail:
                delen.append(element.tail)
        yield anker, " ".join(" ".join(delen).split())


# ---- the two searches --------------------------------------------------------------------------------


class Onze:
    """The search of this site."""

    naam = "deze site"

    def __init__(self, pagina: Page, basis: str) -> None:
        self._pagina, self._basis = pagina, basis
        pagina.goto(f"{basis}/")
        pagina.locator(".zoekknop").click()
        pagina.wait_for_selector('#zoek[data-stand="klaar"]', timeout=GEDULD)

    def vraag(self, q: str) -> list[tuple[str, str]]:
        """Return title and address of what is shown for the question."""
        eerder = self._pagina.locator("#zoek").get_attribute("data-antwoord")
        self._pagina.locator("#zoekveld").fill(q)
        self._pagina.wait_for_function(
            "(eerder) => (zoek.dataset.antwoord ?? null) !== eerder", arg=eerder, timeout=GEDULD
        )
        return _links(self._pagina, "#zoeklijst a", ".zoek__kop, .zoek__waar", self._basis)


class Lunr:
    """The search that comes with the theme."""

    naam = "lunr van het thema"

    def __init__(self, pagina: Page, basis: str) -> None:
        self._pagina, self._basis = pagina, basis
        pagina.goto(f"{basis}/")
        pagina.wait_for_load_state("networkidle")

    def vraag(self, q: str) -> list[tuple[str, str]]:
        """Return title and address of what is shown for the question; the theme listens to keys only."""
        veld = self._pagina.locator("input.md-search__input")
        veld.click()
        veld.press("ControlOrMeta+a")
        veld.press("Delete")
        # The list is drawn in a worker's own time; its line of status changes last. No answer in time is no answer.
        stand = "() => /\\d|[Gg]een/.test(document.querySelector('.md-search-result__meta').textContent)"
        with contextlib.suppress(TimeoutError):
            self._pagina.wait_for_function("() => !document.querySelector('.md-search-result__item')", timeout=GEDULD)
            veld.press_sequentially(q)
            self._pagina.wait_for_function(stand, timeout=GEDULD)
            time.sleep(0.25)
        return _links(self._pagina, "a.md-search-result__link", "h1, h2", self._basis)


def _links(pagina: Page, keus: str, titel: str, basis: str) -> list[tuple[str, str]]:
    gevonden = pagina.locator(keus).evaluate_all(
        "(links, titel) => links.map((link) => "
        "[[...link.querySelectorAll(titel)].map((deel) => deel.textContent).join(' '), link.href])",
        titel,
    )
    adressen = [(naam, adres.removeprefix(f"{basis}/").split("?")[0]) for naam, adres in gevonden]
    return [(naam, re.sub(r"\?[^#]*", "", adres)) for naam, adres in adressen]


# ---- the proof ---------------------------------------------------------------------------------------


def rangen(zoeker: Onze | Lunr, vragen: Sequence[Vraag], teksten: Teksten) -> list[int]:
    """Return for each question the rank of the first right result; 0 when there is none."""
    uit = []
    for vraag in vragen:
        treffers = [
            Treffer(titel=titel, adres=f"/{adres}", tekst=teksten.van(adres)) for titel, adres in zoeker.vraag(vraag.q)
        ]
        uit.append(next((nr for nr, treffer in enumerate(treffers, start=1) if treffer.past(vraag)), 0))
    return uit


def deel(rang: Sequence[int], tot: int) -> float:
    """Return the share of the questions that are answered among the first so many."""
    return sum(0 < r <= tot for r in rang) / len(rang)


@contextlib.contextmanager
def _gebouwd(site: Path | None, *, lunr: bool) -> Iterator[tuple[Path, Path | None]]:
    """Give the site, and the same pages with the theme's search when that is asked for."""
    from scripts.bouw import bouwen

    with tempfile.TemporaryDirectory() as tijdelijk:
        werk = Path(tijdelijk)
        if site is None:
            meld("De site bouwen ...")
            site = werk / "site"
            bouwen(WORTEL, site, date.today())  # noqa: DTZ011 - what a visitor sees today
        ander = None
        if lunr:
            meld("Dezelfde pagina's bouwen met de zoekfunctie van het thema ...")
            ander = _met_lunr(werk)
        yield site, ander


def _met_lunr(werk: Path) -> Path:
    """Build the pages with stock Material and its search plugin; the content of the pages is the same."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from scripts.bench import _schrijf_markdown

    kopie = werk / "lunr"
    _schrijf_markdown(kopie / "docs")
    for naam in ("zoeken", "trefwoorden"):  # our own index leaves out these lists of links too
        (kopie / "docs" / f"{naam}.md").unlink()
    for pagina in (kopie / "docs").rglob("*.md"):
        tekst = pagina.read_text("utf-8")
        pagina.write_text(re.sub(r"^template: .*\n", "", tekst, count=1, flags=re.MULTILINE), "utf-8")
    instellingen = load_config(
        str(WORTEL / "mkdocs.yml"),
        docs_dir=str(kopie / "docs"),
        site_dir=str(kopie / "site"),
        plugins=[{"search": {"lang": "nl"}}],
        theme={"name": "material", "language": "nl", "font": False, "features": ["navigation.prune"]},
        extra_css=[],
        extra_javascript=[],
        watch=[],
        strict=False,
    )
    instellingen.plugins.on_startup(command="build", dirty=False)
    build(instellingen)
    return kopie / "site"


def _verslag(naam: str, vragen: Sequence[Vraag], rang: Sequence[int]) -> None:
    gemist = [vraag.q for vraag, r in zip(vragen, rang, strict=True) if not 0 < r <= BIJ_DE_EERSTE]
    procent = {tot: f"{100 * deel(rang, tot):.1f}%".replace(".", ",") for tot in (1, BIJ_DE_EERSTE)}
    meld(f"\n{naam}: {len(vragen)} vragen, hit@1 {procent[1]}, hit@3 {procent[3]}")
    meld(f"Niet bij de eerste drie ({len(gemist)}):" if gemist else "Niets gemist.")
    for q in gemist:
        meld(f"  {q}")


def main(woorden: Sequence[str]) -> int:
    """Ask all questions, and tell."""
    ontleder = argparse.ArgumentParser(
        prog="python -m scripts.zoekproef", description="Meet hoe goed het zoeken antwoordt."
    )
    ontleder.add_argument("vragen", type=Path, help="bestand met vragen, een per regel")
    ontleder.add_argument("--site", type=Path, help="een gebouwde site; zonder wordt hij eerst gebouwd")
    ontleder.add_argument("--lunr", action="store_true", help="ook de zoekfunctie van het thema, op dezelfde pagina's")
    keuzes = ontleder.parse_args(woorden)
    if not keuzes.vragen.is_file():
        raise Gebruiksfout(f"Het bestand {keuzes.vragen} is er niet.")
    vragen = lees(keuzes.vragen)
    chromium = browsers.zorg_voor()
    with _gebouwd(keuzes.site, lunr=keuzes.lunr) as (site, ander), sync_playwright() as playwright:
        venster = playwright.chromium.launch(executable_path=chromium, args=browsers.vlaggen())
        uitslag: dict[str, list[int]] = {}
        for soort, map_ in ((Onze, site), (Lunr, ander)):
            if map_ is not None:
                with bedien(map_) as basis:
                    zoeker = soort(venster.new_page(viewport={"width": 1280, "height": 900}), basis)
                    uitslag[soort.naam] = rangen(zoeker, vragen, Teksten(map_))
        venster.close()
    meld("  ".join(["rang bij " + " en ".join(uitslag), "vraag"]))
    for nr, vraag in enumerate(vragen):
        meld("  ".join([*(f"{rang[nr] or '-':>4}" for rang in uitslag.values()), vraag.q]))
    for naam, rang in uitslag.items():
        _verslag(naam, vragen, rang)
    eigen = uitslag[Onze.naam]
    return 0 if deel(eigen, 1) >= STREVEN_1 and deel(eigen, BIJ_DE_EERSTE) >= STREVEN_3 else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Melding as melding:
        klaag(str(melding))
        sys.exit(melding.code)
