"""A Chromium for the tests: the one that is there, else one that can be fetched, else a sentence what to install.

Playwright drives any Chromium, so a browser of the system is as good as its own download.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.melden import Melding, meld

if TYPE_CHECKING:
    from playwright.sync_api import ProxySettings

NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
VASTE_PLAATSEN = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "%ProgramFiles%/Google/Chrome/Application/chrome.exe",
    "%ProgramFiles(x86)%/Google/Chrome/Application/chrome.exe",
    "%LocalAppData%/Google/Chrome/Application/chrome.exe",
    "%ProgramFiles(x86)%/Microsoft/Edge/Application/msedge.exe",
)
GEEN_BROWSER = (
    "Voor de tests is een browser nodig, en er is er geen gevonden. Installeer Chromium of Google Chrome "
    "(op Debian: apt install chromium fonts-liberation), of zet de plaats ervan in de variabele CHROMIUM."
)
NERGENS: "ProxySettings" = {"server": "http://127.0.0.1:9", "bypass": "127.0.0.1"}
"""What a page asks of another host goes here, where nobody listens; unlike a route it costs the other requests nothing."""

HAALTIJD = 900  # seconds; a slow line may take minutes, a dead one is given up on at once


def vlaggen() -> list[str]:
    """The flags that keep a test browser quiet on the network, and running as root."""
    stil = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    return [*stil, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else stil


def vind() -> Path | None:
    """The first browser that is here and starts."""
    return next((pad for pad in _kandidaten() if _start(pad)), None)


def zorg_voor() -> Path:
    """A browser that starts, fetched when need be."""
    halen: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("Geen browser gevonden; Chromium ophalen met Playwright ...", _haal_met_playwright),
        ("Dat lukt hier niet; Chromium installeren met apt ...", _haal_met_apt),
    )
    if gevonden := vind():
        return gevonden
    for zin, haal in halen:
        meld(zin)
        if haal() and (gevonden := vind()):
            return gevonden
    raise Melding(GEEN_BROWSER)


def _kandidaten() -> Iterator[Path]:
    if gekozen := os.environ.get("CHROMIUM"):
        yield Path(gekozen)
    for naam in NAMEN:
        if gevonden := shutil.which(naam):
            yield Path(gevonden)
    for plaats in VASTE_PLAATSEN:
        yield Path(os.path.expandvars(plaats)).expanduser()
    if eigen := _van_playwright():
        yield eigen


def _van_playwright() -> Path | None:
    # In a process of its own: Playwright's driver may not be started twice in one, and costs memory while it runs.
    vraag = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    gelukt = _draai([sys.executable, "-c", vraag], seconden=60)
    return Path(gelukt.stdout.strip()) if gelukt and gelukt.stdout.strip() else None


def _start(pad: Path) -> bool:
    """Whether the file is there and starts; a stub that only tells what to install does not."""
    if not pad.is_file():
        return False
    return os.name == "nt" or _draai([str(pad), "--version"], seconden=30) is not None


def _haal_met_playwright() -> bool:
    return _draai([sys.executable, "-m", "playwright", "install", "chromium"], seconden=HAALTIJD) is not None


def _haal_met_apt() -> bool:
    if not (Path("/etc/debian_version").exists() and shutil.which("apt-get") and os.geteuid() == 0):
        return False
    # With a font: a bare system has none, and a page without one is boxes.
    installeer = ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]
    _draai(["apt-get", "update"], seconden=HAALTIJD)  # the lists at hand may do when this fails
    return _draai(installeer, seconden=HAALTIJD) is not None


def _draai(opdracht: list[str], *, seconden: int) -> subprocess.CompletedProcess[str] | None:
    """The finished process when it went well; quiet, and never longer than this many seconds."""
    omstandigheden = {
        **os.environ,
        "DEBIAN_FRONTEND": "noninteractive",
        "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000",
    }
    try:
        return subprocess.run(
            opdracht,
            check=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            errors="replace",
            timeout=seconden,
            env=omstandigheden,
        )
    except (OSError, subprocess.SubprocessError):
        return None
