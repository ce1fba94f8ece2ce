"""What the tests share: one real build, a server for it, a real browser, and a copy of the project to break."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, sync_playwright

from macros import inlezen
from macros.model import Plan, Regiovisie
from scripts import browser as browsers
from scripts.lokaal import bedien
from scripts.opzetten import slot
from tests.itemvoorbeelden import zet_neer

WORTEL = Path(__file__).resolve().parent.parent
PEILDATUM = date(2026, 11, 26)
PROJECT = ("data", "docs", "macros", "overrides", "scripts", "mkdocs.yml", "pyproject.toml", "requirements.lock")

# matplotlib reads this when it is first imported, by whichever test comes first.
os.environ.setdefault("MPLCONFIGDIR", str(WORTEL / ".cache" / "matplotlib"))

Draai = Callable[..., subprocess.CompletedProcess[str]]
OpenPagina = Callable[..., Page]
Speelt = Callable[[Route], None]


def vrije_poort() -> int:
    """A port on this machine that nothing listens at."""
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        return int(deur.getsockname()[1])


@pytest.fixture(scope="session")
def wortel() -> Path:
    return WORTEL


@pytest.fixture(scope="session")
def peildatum() -> date:
    """The day of the shared build."""
    return PEILDATUM


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One real strict build for the whole session, shared by all workers. Read only."""
    basis = tmp_path_factory.getbasetemp()
    gedeeld = basis.parent if "PYTEST_XDIST_WORKER" in os.environ else basis
    doel = gedeeld / "gedeelde-site"
    with slot(gedeeld / "gedeelde-site.slot"):
        if not doel.exists():
            gebouwd = _draai(WORTEL, "bouw", "--uit", str(doel), "--peildatum", PEILDATUM.isoformat())
            if gebouwd.returncode:
                pytest.fail(f"the site does not build:\n{gebouwd.stdout}{gebouwd.stderr}", pytrace=False)
    return doel


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """The project in another folder, to edit and break."""
    return _kopieer(tmp_path / "project")


@pytest.fixture(scope="session")
def kopieer() -> Callable[[Path], Path]:
    """Puts the project in another folder, for tests that share one: `kopieer(folder)`."""
    return _kopieer


def _kopieer(doel: Path) -> Path:
    for naam in PROJECT:
        if (WORTEL / naam).is_dir():
            shutil.copytree(WORTEL / naam, doel / naam, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(WORTEL / naam, doel / naam)
    return doel


@pytest.fixture(scope="session")
def itemproject(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with items of every kind in it, in another folder. Read only."""
    doel = _kopieer(tmp_path_factory.mktemp("items") / "project")
    zet_neer(doel)
    return doel


@pytest.fixture(scope="session")
def draai() -> Draai:
    """Runs a command of the project in the given folder, in the environment of the tests: `draai(folder, *words)`."""
    return _draai


def _draai(project: Path, *woorden: str, **omstandigheden: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scripts", *woorden],
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", **omstandigheden},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="session")
def regiovisie() -> Regiovisie:
    """The facts that the pages were made from."""
    return inlezen.laad(WORTEL)


@pytest.fixture(scope="session")
def plan(regiovisie: Regiovisie) -> Plan:
    """The plan in force."""
    return regiovisie.plannen["zl-2024-2027"]


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address, without a slash at the end, at which the shared build is served."""
    with bedien(site) as adres:
        yield adres


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; `test` says in CHROMIUM which one, and fetches it when there is none."""
    pad = browsers.vind()
    if pad is None:
        pytest.fail(browsers.GEEN_BROWSER, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=pad, args=browsers.vlaggen())
        yield chromium
        chromium.close()


@pytest.fixture
def storingen() -> Iterator[list[str]]:
    """What went wrong in the pages of this test; a test that provokes something expected clears it itself."""
    gezien: list[str] = []
    yield gezien
    assert gezien == []


@pytest.fixture
def nagespeeld() -> dict[str, Speelt]:
    """Addresses on other hosts that this test expects to be asked for, each with what answers in its place."""
    return {}


@pytest.fixture
def open_pagina(
    browser: Browser, server: str, storingen: list[str], request: pytest.FixtureRequest
) -> Iterator[OpenPagina]:
    """Opens a page in a fresh context: `open_pagina(color_scheme="dark", java_script_enabled=False, ...)`.

    A request to another host, an error in the console and an exception in a script each fail the test.
    """
    contexten = []
    nagespeeld: dict[str, Speelt] = (
        request.getfixturevalue("nagespeeld") if "nagespeeld" in request.fixturenames else {}
    )

    def kijk(verzoek: Request) -> None:
        elders = urlsplit(verzoek.url).scheme in {"http", "https"} and not verzoek.url.startswith(f"{server}/")
        if elders and verzoek.url not in nagespeeld:
            storingen.append(f"request to another host: {verzoek.url}")

    def speel_na(route: Route) -> None:
        nagespeeld.get(route.request.url, Route.continue_)(route)

    def lees(bericht: ConsoleMessage) -> None:
        # A browser asks for this by itself when it shows a file that is no page.
        if bericht.type == "error" and bericht.location["url"] != f"{server}/favicon.ico":
            storingen.append(f"console: {bericht.text}")

    def open_(**keuzes: Any) -> Page:  # noqa: ANN401 - what Browser.new_context takes
        context = browser.new_context(base_url=server, locale="nl-NL", proxy=browsers.NERGENS, **keuzes)
        contexten.append(context)
        context.on("request", kijk)
        if "nagespeeld" in request.fixturenames:
            context.route("**/*", speel_na)
        pagina = context.new_page()
        pagina.on("console", lees)
        pagina.on("pageerror", lambda fout: storingen.append(f"script: {fout}"))
        return pagina

    yield open_
    for context in contexten:
        context.close()


@pytest.fixture
def pagina(open_pagina: OpenPagina) -> Page:
    """A fresh page that fails the test on a foreign request, a console error or a script error."""
    return open_pagina()
