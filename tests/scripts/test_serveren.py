import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Draai = Callable[..., subprocess.CompletedProcess[str]]
GEDULD = 60  # seconds; a limit for a machine under load, not an aim


def vrije_poort() -> int:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        return int(deur.getsockname()[1])


class Site:
    """A running `site` command, and what it answers."""

    def __init__(self, project: Path, poort: int, uitvoer: Path) -> None:
        self.adres = f"http://127.0.0.1:{poort}"
        self._uitvoer = uitvoer
        with uitvoer.open("wb") as kanaal:
            self.proces = subprocess.Popen(
                [sys.executable, "-m", "scripts", "site", "--poort", str(poort)],
                cwd=project,
                env={**os.environ, "PYTHONUTF8": "1"},
                stdin=subprocess.DEVNULL,
                stdout=kanaal,
                stderr=subprocess.STDOUT,
            )

    def zei(self) -> str:
        return self._uitvoer.read_text("utf-8")

    def haal(self, pad: str) -> str:
        try:
            with urllib.request.urlopen(self.adres + pad, timeout=GEDULD) as antwoord:  # noqa: S310 - our own server
                return str(antwoord.read().decode())
        except urllib.error.HTTPError as fout:
            with fout:
                return f"{fout.code} {fout.read().decode()}"
        except OSError:
            return ""

    def wacht(self, klaar: Callable[[], bool]) -> None:
        einde = time.monotonic() + GEDULD
        while not klaar():
            assert time.monotonic() < einde, self.zei()
            with contextlib.suppress(subprocess.TimeoutExpired):
                pytest.fail(f"stopped with {self.proces.wait(0.02)}:\n{self.zei()}", pytrace=False)


@pytest.fixture
def gestart(kopie: Path, tmp_path: Path) -> Iterator[Site]:
    site = Site(kopie, vrije_poort(), tmp_path / "uitvoer.txt")
    try:
        site.wacht(lambda: "De site staat op" in site.zei())
        yield site
    finally:
        site.proces.kill()
        site.proces.wait()


def vervang(bestand: Path, oud: str, nieuw: str) -> None:
    tekst = bestand.read_text("utf-8")
    assert oud in tekst
    bestand.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


def test_edits_show_up_and_faults_are_survived(kopie: Path, gestart: Site) -> None:
    plan = next((kopie / "data").rglob("plan.yml"))
    titel = re.findall(r"^titel: (.+)$", plan.read_text("utf-8"), flags=re.MULTILINE)[0]
    adres = f"/plannen/{plan.parent.name}/"
    goed = gestart.haal(adres)
    assert gestart.zei().splitlines()[-3] == f"De site staat op {gestart.adres}/"

    vervang(plan, titel, "Het blauwe plan")
    gestart.wacht(lambda: "Het blauwe plan" in gestart.haal(adres))

    vervang(plan, "titel: Het blauwe plan", "tittel: Het blauwe plan")
    gestart.wacht(lambda: "de vorige versie blijft zichtbaar" in gestart.zei())
    assert re.search(rf"^{re.escape(plan.relative_to(kopie).as_posix())}:\d+:\d+: ", gestart.zei(), flags=re.MULTILINE)
    assert "Het blauwe plan" in gestart.haal(adres)

    vervang(plan, "tittel: Het blauwe plan", f"titel: {titel}")
    gestart.wacht(lambda: "Het blauwe plan" not in gestart.haal(adres))
    assert zonder_herladen(gestart.haal(adres)) == zonder_herladen(goed)

    opmaak = kopie / "macros" / "opmaak.py"
    tekst = opmaak.read_text("utf-8")
    opmaak.write_text(f"{tekst}\nraise RuntimeError('code stuk')\n", "utf-8")
    gestart.wacht(lambda: "RuntimeError: code stuk" in gestart.zei())
    opmaak.write_text(tekst, "utf-8")
    vervang(kopie / "docs" / "over" / "index.md", "\n# ", "\n# Nieuwe kop: ")
    gestart.wacht(lambda: "Nieuwe kop: " in gestart.haal("/over/"))

    assert re.match(r"404\s+<!doctype html>", gestart.haal("/bestaat-niet/"))
    gestart.proces.send_signal(signal.SIGINT)
    assert gestart.proces.wait(GEDULD) == 0
    assert gestart.zei().endswith("\nGestopt.\n")
    assert "Traceback" not in gestart.zei()


def zonder_herladen(pagina: str) -> str:
    return re.sub(r"livereload\(\d+, \d+\)", "", pagina)


def test_a_port_in_use_is_told_with_another(wortel: Path, draai: Draai) -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]
        gestart = draai(wortel, "site", "--poort", str(poort))
    assert (gestart.stdout, gestart.stderr, gestart.returncode) == (
        "",
        f"Poort {poort} is al in gebruik. Kies een andere, bijvoorbeeld: site --poort {poort + 1}\n",
        1,
    )


@pytest.mark.parametrize("poort", ["abc", "0", "65536", "-1", "²"])
def test_what_is_no_port_is_told(wortel: Path, draai: Draai, poort: str) -> None:
    gestart = draai(wortel, "site", f"--poort={poort}")
    assert (gestart.stderr, gestart.returncode) == (
        f"'{poort}' is geen poort; kies een getal van 1 tot en met 65535, bijvoorbeeld 8001.\n",
        1,
    )
