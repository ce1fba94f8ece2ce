"""What a build costs, measured side by side in one run: `python -m scripts.bench`.

Every number comes from whole, fresh processes on copies of the project. The contestants take turns, so that a busy
moment of the machine hits all of them; a ratio is the median of the ratios within a turn. Processor time is shown
beside clock time, because it says more on a machine that does other things too.
"""

import argparse
import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import yaml

from scripts.melden import Melding, klaag, meld

if TYPE_CHECKING:
    from playwright.sync_api import Request

WORTEL = Path(__file__).resolve().parent.parent
NODIG = ("data", "docs", "macros", "overrides", "scripts", "mkdocs.yml")
PLAN = "zl-2024-2027"
NAMEN = {"kort", "label", "naam", "titel"}
PEILDATUM, EPOCH = "2026-11-26", "1795651200"
MAXIMUM_BEWAARD, MAXIMUM_GETEKEND = 1.15, 1.5
MAXIMUM_BEWERKING = 2.0
MAXIMUM_GROEI = 1.1
MAXIMUM_ZOEKEN, MAXIMUM_ZOEKGROEI = 150, 2.0
TRAAG = 6
OMVANGEN = (1, 5, 20)
VERGELEKEN = (1, 5)
GEDULD = 120.0
BEWERKINGEN = (
    ("een feit in de tekst (titel)", "titel", "activiteiten"),
    ("een feit dat ook getekend wordt (kort)", "kort", "samen-zien"),
)
"""What is edited in the first activity of the plan: a name for it, the key, and the page that must show it."""
OPSTARTEN = "import macros, mkdocs.commands.build, mkdocs.config; mkdocs.config.load_config('mkdocs.yml')"
BENCHMAP = "REGIOVISIE_BENCH_MARKDOWN"
"""Names the folder for the final Markdown to the process that writes it."""


@dataclass(frozen=True, kw_only=True)
class Meting:
    """What one process took, in seconds: by the clock, and of the processor with all its children."""

    tijd: float
    cpu: float


@dataclass(frozen=True, kw_only=True)
class Deelnemer:
    """One of the ways to build that are compared: how to start it, and what to do just before, untimed."""

    naam: str
    opdracht: Sequence[str]
    map: Path
    vooraf: Callable[[], None] = lambda: None


# ---- processes ---------------------------------------------------------------------------------------


def _omgeving(werk: Path) -> dict[str, str]:
    """The environment of every contestant: bytecode kept as with any user, but beside the measurement."""
    weg = {"PYTHONDONTWRITEBYTECODE", "MPLCONFIGDIR", "REGIOVISIE_URL"}
    blijft = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}
    return {
        **blijft,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPYCACHEPREFIX": str(werk / "bytecode"),
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": EPOCH,
    }


def _draai(opdracht: Sequence[str], map_: Path, omgeving: Mapping[str, str]) -> Meting:
    """Runs a process to its end; what it printed is only shown when it failed."""
    with tempfile.TemporaryFile() as uitvoer:
        begin = time.perf_counter()
        with subprocess.Popen(opdracht, cwd=map_, env=omgeving, stdout=uitvoer, stderr=subprocess.STDOUT) as proces:
            _, status, gebruik = os.wait4(proces.pid, 0)
            tijd = time.perf_counter() - begin
            proces.returncode = os.waitstatus_to_exitcode(status)
        if proces.returncode:
            uitvoer.seek(0)
            klaag(uitvoer.read().decode(errors="replace").strip()[-4000:])
            raise Melding(f"De meting stopt: deze opdracht mislukte: {' '.join(opdracht)}")
    return Meting(tijd=tijd, cpu=gebruik.ru_utime + gebruik.ru_stime)


def _python(*woorden: str | Path) -> list[str]:
    return [sys.executable, *map(str, woorden)]


def _bouw(project: Path) -> list[str]:
    return _python("-m", "scripts", "bouw", "--uit", project / "site", "--peildatum", PEILDATUM)


def _om_de_beurt(deelnemers: Sequence[Deelnemer], ronden: int, werk: Path) -> dict[str, list[Meting]]:
    """Lets all take turns, after one round that doesn't count; every other round goes backwards."""
    metingen: dict[str, list[Meting]] = {deelnemer.naam: [] for deelnemer in deelnemers}
    for ronde in range(ronden + 1):
        for deelnemer in deelnemers if ronde % 2 else reversed(deelnemers):
            deelnemer.vooraf()
            meting = _draai(deelnemer.opdracht, deelnemer.map, _omgeving(werk))
            if ronde:
                metingen[deelnemer.naam].append(meting)
    return metingen


# ---- projects ----------------------------------------------------------------------------------------


def _kopie(naar: Path) -> Path:
    """Copies what a build needs, so that nothing here touches the project or its caches."""
    naar.mkdir(parents=True)
    for naam in NODIG:
        bron = WORTEL / naam
        if bron.is_dir():
            shutil.copytree(bron, naar / naam, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(bron, naar / naam)
    return naar


def _zonder_grafieken(project: Path) -> None:
    shutil.rmtree(project / ".cache" / "grafieken", ignore_errors=True)


def _instellingen(project: Path) -> dict[str, Any]:
    from mkdocs.utils.yaml import yaml_load

    with (project / "mkdocs.yml").open("rb") as bestand:
        return yaml_load(bestand)


def _schrijf_instellingen(project: Path, instellingen: Mapping[str, Any]) -> None:
    (project / "mkdocs.yml").write_text(yaml.dump(dict(instellingen), allow_unicode=True, sort_keys=False), "utf-8")


def _schrijf_markdown(naar: Path) -> None:
    """Builds the project in the current folder, and keeps every page as it is once its macros are rendered."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin, event_priority
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    class Opvanger(BasePlugin):  # type: ignore[type-arg, no-untyped-call] # it has no settings
        @event_priority(-100)
        def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:
            del config, files
            doel = naar / page.file.src_uri
            doel.parent.mkdir(parents=True, exist_ok=True)
            kop = yaml.dump(dict(page.meta), allow_unicode=True) if page.meta else ""
            doel.write_text(f"---\n{kop}---\n\n{markdown}", "utf-8")

    with tempfile.TemporaryDirectory() as site:
        instellingen = load_config("mkdocs.yml", site_dir=site)
        instellingen.plugins["opvanger"] = Opvanger()
        build(instellingen)


def _kaal(naam: str, project: Path, naar: Path, *, snoeien: bool, thema: bool) -> Deelnemer:
    """Makes a project of the same final Markdown without macros; with our theme, or with Material as it comes."""
    shutil.copytree(project / "eindtekst", naar / "docs")
    instellingen = _instellingen(project)
    instellingen["plugins"] = [plugin for plugin in instellingen["plugins"] if "macros" not in plugin]
    instellingen["watch"] = []
    opties = instellingen["theme"]
    if thema:
        opties["custom_dir"] = str(project / "overrides")
    else:
        instellingen["plugins"] = ["search", *instellingen["plugins"]]  # as Material comes
        for eigen in ("custom_dir", "icon", "favicon"):
            opties.pop(eigen, None)
        for eigen in ("extra_css", "extra_javascript"):
            instellingen.pop(eigen, None)
        for pagina in (naar / "docs").rglob("*.md"):  # a template of ours is not there in Material
            tekst = pagina.read_text("utf-8")
            pagina.write_text(re.sub(r"^template: .*\n", "", tekst, count=1, flags=re.MULTILINE), "utf-8")
    if not snoeien:
        opties["features"] = [kenmerk for kenmerk in opties["features"] if kenmerk != "navigation.prune"]
    _schrijf_instellingen(naar, instellingen)
    opdracht = _python("-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", naar / "site")
    return Deelnemer(naam=naam, opdracht=opdracht, map=naar)


def _vermeerder(project: Path, aantal: int) -> int:
    """Gives the project this many plans of the same size, each with its own data, pages and menu; returns its pages."""
    instellingen = _instellingen(project)
    plan = next(deel["Het plan"] for deel in instellingen["nav"] if "Het plan" in deel)
    eigen = yaml.dump([deel for deel in plan if f"plannen/{PLAN}/" in str(deel)])
    extra: list[Any] = []
    for nummer in range(2, aantal + 1):
        nieuw = f"kopie-{nummer}"
        for deel in ("data", "docs"):
            shutil.copytree(project / deel / "plannen" / PLAN, project / deel / "plannen" / nieuw)
        for pagina in (project / "docs" / "plannen" / nieuw).rglob("*.md"):
            pagina.write_text(pagina.read_text("utf-8").replace(PLAN, nieuw), "utf-8")
        for bestand in (project / "data" / "plannen" / nieuw).rglob("*.yml"):
            data = _anders(yaml.safe_load(bestand.read_text("utf-8")), nieuw, nummer)
            bestand.write_text(yaml.dump(data, allow_unicode=True, sort_keys=False), "utf-8")
        extra.append({f"Plan {nummer}": yaml.safe_load(eigen.replace(f"plannen/{PLAN}/", f"plannen/{nieuw}/"))})
    if extra:
        plan.append({"Meer plannen": extra})
        _schrijf_instellingen(project, instellingen)
    return len(list((project / "docs").rglob("*.md")))


def _vermeerder_items(project: Path, aantal: int) -> None:
    """Gives the project this many of each begrip, news item and other item, each copy with a name of its own."""
    from macros.model import Soort

    for soort in Soort:
        for bestand in (project / "docs" / soort.value).glob("*.md"):
            kop = bestand.read_text("utf-8")
            for nummer in range(2, aantal + 1 if bestand.stem != "index" else 0):
                anders = re.sub(
                    r"^((?:titel|term|afkorting): ['\"]?[^'\"\n]*)", rf"\1 {nummer}", kop, flags=re.MULTILINE
                )
                anders = re.sub(r"^ook: \[.*\]\n|^ook:\n(?:- .*\n)+", "", anders, flags=re.MULTILINE)
                bestand.with_stem(f"{bestand.stem}-{nummer}").write_text(anders, "utf-8")


def _anders(data: Any, plan_id: str, nummer: int) -> Any:  # noqa: ANN401 - whatever YAML can hold
    """Gives a plan another id and its parts other names, so that it has charts of its own."""
    if isinstance(data, dict):
        return {
            sleutel: f"{waarde} {nummer}" if sleutel in NAMEN else _anders(waarde, plan_id, nummer)
            for sleutel, waarde in data.items()
        }
    if isinstance(data, list):
        return [_anders(deel, plan_id, nummer) for deel in data]
    return plan_id if data == PLAN else data


# ---- tables ------------------------------------------------------------------------------------------


def _getal(waarde: float, plaatsen: int = 2) -> str:
    return f"{waarde:.{plaatsen}f}".replace(".", ",")


def _spreiding(waarden: Sequence[float], plaatsen: int = 2) -> str:
    return f"{_getal(median(waarden), plaatsen)} ({_getal(min(waarden), plaatsen)}-{_getal(max(waarden), plaatsen)})"


def _oordeel(waarde: float, hoogste: float, eenheid: str = "") -> str:
    return f"streven: hoogstens {_getal(hoogste)}{eenheid}; {'gehaald' if waarde <= hoogste else 'NIET gehaald'}"


def _tabel(koppen: Sequence[str], rijen: Sequence[Sequence[str]]) -> None:
    breedten = [max(map(len, kolom)) for kolom in zip(koppen, *rijen, strict=True)]
    for rij in (koppen, ["-" * breedte for breedte in breedten], *rijen):
        cellen = (
            tekst.ljust(b) if nr == 0 else tekst.rjust(b)
            for nr, (tekst, b) in enumerate(zip(rij, breedten, strict=True))
        )
        meld("  " + "  ".join(cellen).rstrip())


def _tabel_van_metingen(metingen: Mapping[str, Sequence[Meting]]) -> None:
    _tabel(
        ("", "tijd in s: mediaan (spreiding)", "cpu in s: mediaan (spreiding)"),
        [
            (naam, _spreiding([m.tijd for m in reeks]), _spreiding([m.cpu for m in reeks]))
            for naam, reeks in metingen.items()
        ],
    )


# ---- the measurements --------------------------------------------------------------------------------


def _vergelijking(werk: Path, ronden: int) -> None:
    """Our build against that of the same final Markdown without us; also of more content, where starting up counts less."""
    meld("\n1. De hele bouw naast Material van dezelfde eindtekst, om de beurt")
    for keer in VERGELEKEN:
        _vergelijk(werk / f"vergelijking-{keer}", keer, max(1, ronden // keer))


def _vergelijk(werk: Path, keer: int, ronden: int) -> None:
    project = _kopie(werk / "project")
    paginas = _vermeerder(project, keer)
    _draai(_python("-m", "scripts.bench"), project, {**_omgeving(werk), BENCHMAP: str(project / "eindtekst")})
    onze = _bouw(project)
    kaal, gesnoeid, thema = "Material", "Material met prune", "Material met prune en ons thema"
    bewaard, getekend = "onze bouw, grafieken bewaard", "onze bouw, grafieken opnieuw"
    metingen = _om_de_beurt(
        [
            _kaal(kaal, project, werk / "kaal", snoeien=False, thema=False),
            _kaal(gesnoeid, project, werk / "gesnoeid", snoeien=True, thema=False),
            _kaal(thema, project, werk / "thema", snoeien=True, thema=True),
            Deelnemer(naam=bewaard, opdracht=onze, map=project),
            Deelnemer(naam=getekend, opdracht=onze, map=project, vooraf=lambda: _zonder_grafieken(project)),
        ],
        ronden,
        werk,
    )
    meld(f"\n  {keer}x de inhoud: {paginas} pagina's, ronden: {ronden}")
    _tabel_van_metingen(metingen)
    meld("")
    rijen = []
    for teller, noemer, hoogste in (
        (bewaard, kaal, MAXIMUM_BEWAARD),
        (bewaard, gesnoeid, MAXIMUM_BEWAARD),
        (getekend, kaal, MAXIMUM_GETEKEND),
        (getekend, gesnoeid, MAXIMUM_GETEKEND),
        (thema, gesnoeid, None),
        (bewaard, thema, None),
    ):
        paren = list(zip(metingen[teller], metingen[noemer], strict=True))
        tijd, cpu = [a.tijd / b.tijd for a, b in paren], [a.cpu / b.cpu for a, b in paren]
        oordeel = _oordeel(median(cpu), hoogste) if hoogste else ""
        rijen.append((f"{teller} / {noemer}", _spreiding(tijd), _spreiding(cpu), oordeel))
    _tabel(("verhouding", "tijd", "cpu", "oordeel naar cpu"), rijen)


def _tweede_bouw(werk: Path, ronden: int) -> None:
    """A first build of a fresh copy without any cache, and one after it with nothing changed."""
    metingen: dict[str, list[Meting]] = {"eerste bouw, alles leeg": [], "tweede bouw, niets veranderd": []}
    for ronde in range(ronden):
        eigen = werk / f"vers-{ronde}"
        project = _kopie(eigen / "project")
        for reeks in metingen.values():
            reeks.append(_draai(_bouw(project), project, _omgeving(eigen)))
    meld(f"\n2. Een tweede bouw: {ronden} ronden, telkens in een verse kopie zonder bewaarde grafieken en bytecode")
    _tabel_van_metingen(metingen)


def _bewerking(werk: Path, keren: int) -> None:
    """From the edit of a fact until the site that is being served shows it."""
    project = _kopie(werk / "bewerking")
    bestand = min((project / "data/plannen" / PLAN / "activiteiten").glob("*.yml"))
    reeksen: dict[str, list[float]] = {}
    with _server(project, werk) as adres:
        for naam, sleutel, pagina in BEWERKINGEN:
            reeks = reeksen.setdefault(naam, [])
            for nummer in range(keren + 1):  # the first one doesn't count
                merk = f"proef{sleutel}{nummer}"
                oud = bestand.read_text("utf-8")
                nieuw = re.sub(rf"^({sleutel}: .*?)( proef\w+)?$", rf"\1 {merk}", oud, count=1, flags=re.MULTILINE)
                begin = time.perf_counter()
                bestand.write_text(nieuw, "utf-8")
                _wacht_op(f"{adres}plannen/{PLAN}/{pagina}/", merk)
                if nummer:
                    reeks.append(time.perf_counter() - begin)
    meld(f"\n3. Van een bewerkt feit tot de getoonde pagina, op de site die draait: {keren} keer")
    rijen = [
        (naam, _spreiding(reeks), _oordeel(median(reeks), MAXIMUM_BEWERKING, " s")) for naam, reeks in reeksen.items()
    ]
    _tabel(("", "tijd in s: mediaan (spreiding)", "oordeel"), rijen)


@contextlib.contextmanager
def _server(project: Path, werk: Path) -> Iterator[str]:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        poort = deur.getsockname()[1]
    opdracht = _python("-m", "scripts", "site", "--poort", str(poort))
    adres = f"http://127.0.0.1:{poort}/"
    with subprocess.Popen(opdracht, cwd=project, env=_omgeving(werk), stdout=subprocess.DEVNULL) as proces:
        try:
            _wacht_op(adres, "</html>")
            yield adres
        finally:
            proces.terminate()


def _wacht_op(adres: str, tekst: str) -> None:
    einde = time.perf_counter() + GEDULD
    while time.perf_counter() < einde:
        with (
            contextlib.suppress(urllib.error.URLError, ConnectionError),
            urllib.request.urlopen(adres, timeout=GEDULD) as antwoord,  # noqa: S310 - our own server
        ):
            if tekst in antwoord.read().decode():
                return
        time.sleep(0.02)
    raise Melding(f"De meting stopt: {adres} toonde '{tekst}' niet binnen {GEDULD:.0f} s.")


def _omvang(werk: Path, ronden: int) -> None:
    """Processor time per page, as the content grows: of all pages, and of those that came with the last step."""
    projecten = {keer: _kopie(werk / f"omvang-{keer}") for keer in OMVANGEN}
    paginas = {keer: _vermeerder(project, keer) for keer, project in projecten.items()}
    start = Deelnemer(naam="start", opdracht=_python("-c", OPSTARTEN), map=projecten[OMVANGEN[0]])
    bouwen = [Deelnemer(naam=str(keer), opdracht=_bouw(project), map=project) for keer, project in projecten.items()]
    metingen = _om_de_beurt([start, *bouwen], ronden, werk)
    cpu = {naam: median(meting.cpu for meting in reeks) for naam, reeks in metingen.items()}
    gemiddeld = {keer: 1000 * cpu[str(keer)] / paginas[keer] for keer in OMVANGEN}
    erbij = {
        keer: 1000 * (cpu[str(keer)] - cpu[str(vorige)]) / (paginas[keer] - paginas[vorige])
        for vorige, keer in pairwise(OMVANGEN)
    }
    rijen = [
        (
            f"{keer}x",
            str(paginas[keer]),
            _spreiding([meting.cpu for meting in metingen[str(keer)]]),
            _getal(gemiddeld[keer], 1),
            _getal(erbij[keer], 1) if keer in erbij else "",
        )
        for keer in OMVANGEN
    ]
    meld(f"\n4. Cpu per pagina bij meer inhoud, grafieken bewaard: {ronden} ronden om de beurt")
    _tabel(("inhoud", "pagina's", "cpu in s", "ms per pagina", "ms per pagina erbij"), rijen)
    laatste = OMVANGEN[-1]
    opstarten = cpu[str(laatste)] - erbij[laatste] * paginas[laatste] / 1000
    meld(
        f"  Waarvan opstarten, hoe groot de site ook is: ongeveer {_getal(opstarten)} s; "
        f"alleen importeren en instellen kost {_getal(cpu['start'])} s."
    )
    groei = max(gemiddeld.values()) / gemiddeld[OMVANGEN[0]]
    _, vorige, *_ = OMVANGEN
    meld(f"  Een pagina kost hoogstens {_getal(groei)} keer zoveel als bij 1x; {_oordeel(groei, MAXIMUM_GROEI)}.")
    groei = erbij[laatste] / erbij[vorige]
    meld(
        f"  Een pagina erbij kost bij {laatste}x {_getal(groei)} keer zoveel als bij {vorige}x; {_oordeel(groei, MAXIMUM_GROEI)}."
    )


ZOEKVRAGEN = ("mijn man slaat me", "begroting 2025", "meldkode stappen")
ZOEKPAGINA = "over/"
EERSTE_RESULTAAT = """() => new Promise((klaar) => {
  const lijst = document.getElementById('zoeklijst');
  const kijk = () => {
    const [eerste] = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('zoek/eerste.json'));
    if (lijst.children.length) klaar(performance.now() - eerste.responseEnd);
    else requestAnimationFrame(kijk);
  };
  kijk();
})"""
"""How long after its index arrived the search shows a first result, in ms."""


def _zoeken(werk: Path, ronden: int) -> None:
    """What a visitor fetches before the first result of a search, and how long the index takes on a slow telephone."""
    from scripts import browser as browsers

    rijen, bytes_ = [], {}
    chromium = browsers.zorg_voor()
    for keer in (OMVANGEN[0], OMVANGEN[-1]):
        project = _kopie(werk / f"zoeken-{keer}")
        _vermeerder_items(project, keer)
        paginas = _vermeerder(project, keer)
        _draai(_bouw(project), project, _omgeving(werk))
        bytes_[keer], alles, tijden = _eerste_resultaat(project / "site", chromium, ronden)
        rijen.append(
            (f"{keer}x", str(paginas), f"{bytes_[keer] / 1000:.0f}", f"{alles / 1000:.0f}", _spreiding(tijden, 0))
        )
    meld(
        f"\n5. Zoeken: wat er voor het eerste resultaat gehaald is, en wachten bij {TRAAG}x vertraging; {ronden} ronden"
    )
    koppen = ("inhoud", "pagina's", "kB voor het eerste", "kB van alles", "ms na de index: mediaan (spreiding)")
    _tabel(koppen, rijen)
    eerste, meeste = bytes_.values()
    meld(f"  Op de site van nu: {_oordeel(eerste / 1000, MAXIMUM_ZOEKEN, ' kB')}.")
    meld(
        f"  Bij {OMVANGEN[-1]}x: {_getal(meeste / eerste)} keer zoveel; {_oordeel(meeste / eerste, MAXIMUM_ZOEKGROEI)}."
    )


def _noteer(adressen: list[str], verzoek: "Request") -> None:
    adressen.append(verzoek.url)


def _eerste_resultaat(site: Path, chromium: Path, ronden: int) -> tuple[int, int, list[float]]:
    """Returns the compressed bytes before the first result, those of the whole search, and the waits in ms."""
    import gzip

    from playwright.sync_api import sync_playwright

    from scripts import browser as browsers
    from scripts.lokaal import bedien

    def over_de_lijn(adressen: Sequence[str]) -> int:
        return sum(len(gzip.compress((site / adres).read_bytes(), 6, mtime=0)) for adres in adressen)

    tijden: list[float] = []
    voor: list[str] = []
    with bedien(site) as basis, sync_playwright() as playwright:
        venster = playwright.chromium.launch(executable_path=chromium, args=browsers.vlaggen())
        for nummer in range(ronden + 1):  # the first one doesn't count
            context = venster.new_context()
            pagina = context.new_page()
            pagina.goto(f"{basis}/{ZOEKPAGINA}", wait_until="networkidle")
            gevraagd: list[str] = []
            pagina.on("requestfinished", partial(_noteer, gevraagd))
            context.new_cdp_session(pagina).send("Emulation.setCPUThrottlingRate", {"rate": TRAAG})
            pagina.locator(".zoekknop").click()
            pagina.locator("#zoekveld").fill(ZOEKVRAGEN[nummer % len(ZOEKVRAGEN)])
            tijd = pagina.evaluate(EERSTE_RESULTAAT)
            if nummer:
                tijden.append(tijd)
            else:
                namen = [adres.removeprefix(f"{basis}/") for adres in gevraagd]
                voor = [naam for naam in namen if "/deel-" not in naam]
            context.close()
        venster.close()
    script = "assets/js/zoeken.js"  # came with the page
    alles = [script, *voor, *(pad.relative_to(site).as_posix() for pad in (site / "zoek").glob("deel-*.json"))]
    return over_de_lijn([script, *voor]), over_de_lijn(alles), tijden


DELEN: Mapping[str, Callable[[Path, int], None]] = {
    "vergelijking": _vergelijking,
    "tweede": _tweede_bouw,
    "bewerking": _bewerking,
    "omvang": _omvang,
    "zoeken": _zoeken,
}


def main(woorden: Sequence[str]) -> int:
    """Measures what is asked for, or everything; returns the exit code."""
    if map_ := os.environ.get(BENCHMAP):
        _schrijf_markdown(Path(map_))
        return 0
    lezer = argparse.ArgumentParser(prog="python -m scripts.bench", description="Meet wat een bouw kost.")
    lezer.add_argument("--ronden", type=int, default=7, metavar="N", help="hoe vaak elke bouw gemeten wordt (7)")
    lezer.add_argument("deel", nargs="*", help=f"welke metingen: {', '.join(DELEN)} (alle)")
    keuze = lezer.parse_args(woorden)
    try:
        _meet(keuze.deel or list(DELEN), max(1, keuze.ronden))
    except Melding as melding:
        klaag(str(melding))
        return melding.code
    return 0


def _meet(delen: Sequence[str], ronden: int) -> None:
    if not hasattr(os, "wait4"):
        raise Melding("Deze meting werkt op Linux en macOS; dit systeem telt de tijd van een ander proces niet.")
    for naam in delen:
        if naam not in DELEN:
            raise Melding(f"De meting '{naam}' bestaat niet. De metingen zijn: {', '.join(DELEN)}.")
        with tempfile.TemporaryDirectory(prefix="regiovisie-bench-") as werk:
            DELEN[naam](Path(werk), ronden)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
