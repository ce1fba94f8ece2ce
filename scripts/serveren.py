"""The site on this computer, built anew at every edit by the same function as `bouw`."""

import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from scripts.bouw import MERK, duur, peildatum, vervang
from scripts.melden import Melding, klaag, meld

ADRES = "127.0.0.1"
POORT = 8000
BEKEKEN = ("data", "docs", "macros", "overrides", "mkdocs.yml")
HOOGSTE_POORT = 65535

WACHTPAGINA = """<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><title>De site is nog niet gebouwd</title></head>
<body><h1>De site is nog niet gebouwd</h1>
<p>In het venster waarin u de site startte, staat wat er mis is.
Is dat hersteld, dan verschijnt de site hier vanzelf.</p>
</body>
</html>
"""


def opdracht(wortel: Path, opties: Mapping[str, str], _rest: Sequence[str]) -> int:
    """Carries out `site`: serves until it is stopped."""
    poort = lees_poort(opties.get("poort", str(POORT)))
    eis_vrij(poort, "site")
    luister_naar_stop()
    toon(Server(Bouwer(wortel, wortel / ".cache" / f"site-{poort}"), poort, voorvoegsel(wortel)), "site")
    return 0


def luister_naar_stop() -> None:
    """Makes being stopped from outside as clean as Ctrl+C."""
    for sein in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sein, signal.default_int_handler)


def toon(server: "Server", naam: str) -> None:
    """Builds, serves, and builds again at every edit, until it is stopped."""
    sys.dont_write_bytecode = True  # a __pycache__ that changes in macros/ would look like an edit
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    bouwer = server.bouwer
    for bekeken in BEKEKEN:
        if (bouwer.wortel / bekeken).exists():
            server.watch(str(bouwer.wortel / bekeken))
    try:
        bouwer()
        bouwer.zet_wachtpagina()
        server.serve()  # type: ignore[no-untyped-call] # mkdocs has types, but not on this function
    except KeyboardInterrupt:
        meld("\nGestopt.")
    except OSError as fout:
        poort = server.poort
        raise Melding(
            f"Op poort {poort} kan de site niet starten ({fout.strerror}). {_andere_poort(poort, naam)}"
        ) from None
    finally:
        server.shutdown()


class Bouwer:
    """Builds into `uit`, and tells how it went; a fault leaves the last good site where it is."""

    def __init__(self, wortel: Path, uit: Path) -> None:
        self.wortel = wortel
        self.uit = uit
        self._macros = self._stand_van_macros()

    def __call__(self) -> None:
        """Builds once."""
        begin = time.monotonic()
        meld(f"{time.strftime('%H:%M:%S')} Bouwen ...")
        self._ververs_macros()
        try:
            self._bouw()
        except Melding as melding:
            klaag(str(melding))
            gevolg = "de vorige versie blijft zichtbaar" if (self.uit / MERK).exists() else "er is nog geen site"
            klaag(f"De site is niet vernieuwd; {gevolg}. Herstel de fout en sla op.")
        except Exception as fout:  # noqa: BLE001 - whatever an edit in macros/ breaks, the server must survive it
            klaag(f"De code in macros/ of het thema geeft een fout: {type(fout).__name__}: {fout}")
            klaag("De site is niet vernieuwd. Herstel de fout en sla op.")
        else:
            meld(f"{time.strftime('%H:%M:%S')} Klaar in {duur(begin)}.")

    def _bouw(self) -> None:
        vervang(self.wortel, self.uit, peildatum(None, os.environ))

    def zet_wachtpagina(self) -> None:
        """Gives the browser something to show, and to reload, when the very first build failed."""
        if not self.uit.exists():
            self.uit.mkdir(parents=True)
            (self.uit / MERK).with_name("index.html").write_text(WACHTPAGINA, encoding="utf-8")

    def _ververs_macros(self) -> None:
        """Lets an edit in macros/ count: Python would keep what it imported before."""
        stand = self._stand_van_macros()
        if stand != self._macros:
            self._macros = stand
            for naam in [naam for naam in sys.modules if naam == "macros" or naam.startswith("macros.")]:
                del sys.modules[naam]

    def _stand_van_macros(self) -> dict[Path, tuple[int, int]]:
        bestanden = (pad for pad in (self.wortel / "macros").rglob("*") if "__pycache__" not in pad.parts)
        return {pad: ((staat := pad.stat()).st_mtime_ns, staat.st_size) for pad in bestanden}


class Server(LiveReloadServer):
    """The server of mkdocs, with Dutch words, our builder and a quicker eye for edits."""

    oogopslag = 0.2  # seconds between two looks at what was edited

    def __init__(self, bouwer: Bouwer, poort: int, begin: str) -> None:
        super().__init__(bouwer, ADRES, poort, root=str(bouwer.uit), mount_path=begin, polling_interval=self.oogopslag)
        self.bouwer = bouwer
        self.poort = poort
        self.error_handler = self._foutpagina

    def server_activate(self) -> None:
        """Tells the address once it answers."""
        super().server_activate()
        self.zeg_adres()

    def zeg_adres(self) -> None:
        """Tells where the site is."""
        meld(f"\nDe site staat op {self.url}\nWijzigingen verschijnen vanzelf. Ctrl+C stopt.\n")

    def _foutpagina(self, code: int) -> bytes | None:
        pagina = Path(self.root) / f"{code}.html"
        return pagina.read_bytes() if pagina.is_file() else None


def voorvoegsel(wortel: Path) -> str:
    """The path of the site's address: what is served is what is published, 404 page and all."""
    instellingen = load_config(str(wortel / "mkdocs.yml"))
    return urlsplit(instellingen.site_url or "/").path or "/"


def lees_poort(tekst: str) -> int:
    """The port that was asked for."""
    if tekst.isascii() and tekst.isdigit() and 0 < int(tekst) <= HOOGSTE_POORT:
        return int(tekst)
    raise Melding(f"'{tekst}' is geen poort; kies een getal van 1 tot en met {HOOGSTE_POORT}, bijvoorbeeld 8001.")


def eis_vrij(poort: int, naam: str) -> None:
    """Looks before the build, not after; a second bind on Windows would even succeed."""
    with socket.socket() as deur:
        deur.settimeout(1)
        if deur.connect_ex((ADRES, poort)) == 0:
            raise Melding(f"Poort {poort} is al in gebruik. {_andere_poort(poort, naam)}")


def _andere_poort(poort: int, naam: str) -> str:
    return f"Kies een andere, bijvoorbeeld: {naam} --poort {poort + 1 if poort < HOOGSTE_POORT else POORT}"
