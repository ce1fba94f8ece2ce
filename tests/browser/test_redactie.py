"""The editor in a real browser, with the real decap-server and real builds: from 'nieuw' to a page on the site."""

import http.client
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from macros import inlezen
from macros.inlezen import ITEMTEKST
from macros.model import ITEMSOORTEN, Soort
from tests.browser.redacteur import GEDULD, Redacteur, Stap
from tests.conftest import vrije_poort

pytestmark = pytest.mark.xdist_group("redactie")

Draai = Callable[..., subprocess.CompletedProcess[str]]

TITEL = "Proef met één dag"
KORT = "Dit is een proef van de redactie."
ZIN = "Dit schrijft de redactie als proef."

KOP: list[Stap] = [("vul", "Titel", TITEL), ("vul", "Samenvatting", KORT)]
FORMULIEREN: dict[Soort, list[Stap]] = {
    Soort.NIEUWS: [*KOP, ("schrijf", "Tekst", ZIN)],
    Soort.NIEUWSBRIEVEN: [
        *KOP,
        ("schrijf", "Inleiding", ZIN),
        ("erbij", "Toevoegen: onderdelen", ""),
        ("vul", "Kop", "Een onderdeel"),
        ("schrijf", "Tekst", ZIN),
    ],
    Soort.PRAKTIJKCASUSSEN: [
        *KOP,
        ("schrijf", "De situatie", ZIN),
        ("schrijf", "Wat er is gedaan", ZIN),
        ("kies", "Door welke soorten organisaties", "Welzijn"),
        ("schrijf", "Wat werkte", ZIN),
        ("schrijf", "De les", ZIN),
        ("vul", "Onherkenbaar gemaakt door", "de redactie"),
    ],
    Soort.AGENDA: [
        *KOP,
        ("kies", "Wat is het?", "Bijeenkomst"),
        ("vul", "Eerste dag", "2099-03-10"),
        ("kies", "Voor wie", "Professionals"),
        ("schrijf", "Tekst", ZIN),
    ],
    Soort.CAMPAGNES: [
        *KOP,
        ("kies", "Hoe ver is het?", "Idee"),
        ("kies", "Voor wie", "Inwoners"),
        ("vul", "Boodschap", "Samen zien wij meer."),
        ("schrijf", "Tekst", ZIN),
    ],
    Soort.OPLEIDINGEN: [*KOP, ("schrijf", "Tekst", ZIN)],
    Soort.BEGRIPPEN: [
        ("vul", "Begrip", TITEL),
        ("vul", "Uitleg", "Dit is een proef van de redactie."),
        ("kies", "Document (optioneel)", "Samen sterk, iedereen veilig"),
        ("vul", "Plaats (optioneel)", "paragraaf 1.1"),
    ],
    Soort.KANALEN: [
        *KOP,
        ("kies", "Soort kanaal", "Website"),
        ("kies", "Voor wie", "Iedereen"),
        ("schrijf", "Tekst", ZIN),
    ],
    Soort.TOOLKIT: [
        *KOP,
        ("kies", "Wat is het?", "Poster"),
        ("schrijf", "Zo gebruikt u het", ZIN),
        ("vul", "Geldig tot en met", "onbeperkt"),
        ("kies", "Voor wie", "Iedereen"),
    ],
}
"""The whole of what must be filled in before the page of an item is there without anything to mend."""


class Redactie:
    """A running `redactie` command on a copy of the project."""

    def __init__(self, project: Path, uitvoer: Path) -> None:
        self.project = project
        self.poort = vrije_poort()
        self.adres = f"http://127.0.0.1:{self.poort}/beheer/"
        self._uitvoer = uitvoer
        with uitvoer.open("wb") as kanaal:
            self.proces = subprocess.Popen(
                [sys.executable, "-m", "scripts", "redactie", "--poort", str(self.poort)],
                cwd=project,
                env={**os.environ, "PYTHONUTF8": "1"},
                stdin=subprocess.DEVNULL,
                stdout=kanaal,
                stderr=subprocess.STDOUT,
            )
        self.wacht(lambda: f"De redactie staat op {self.adres}" in self.zei())

    def zei(self) -> str:
        return self._uitvoer.read_text("utf-8")

    def wacht(self, klaar: Callable[[], bool]) -> None:
        einde = time.monotonic() + GEDULD / 500
        while not klaar():
            assert time.monotonic() < einde, self.zei()
            try:
                pytest.fail(f"stopped with {self.proces.wait(0.02)}:\n{self.zei()}", pytrace=False)
            except subprocess.TimeoutExpired:
                continue

    def vraag(
        self, wijze: str, pad: str, inhoud: object = None, **koppen: str
    ) -> tuple[int, str, http.client.HTTPMessage]:
        verbinding = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=GEDULD / 1000)
        eigen = {"Origin": f"http://127.0.0.1:{self.poort}", "Content-Type": "application/json"}
        verbinding.request(wijze, pad, json.dumps(inhoud) if inhoud else None, {**eigen, **koppen})
        antwoord = verbinding.getresponse()
        tekst = antwoord.read().decode()
        verbinding.close()
        return antwoord.status, tekst, antwoord.headers


@pytest.fixture(scope="module")
def redactie(tmp_path_factory: pytest.TempPathFactory, kopieer: Callable[[Path], Path]) -> Iterator[Redactie]:
    basis = tmp_path_factory.mktemp("redactie")
    draait = Redactie(kopieer(basis / "project"), basis / "uitvoer.txt")
    yield draait
    draait.proces.kill()
    draait.proces.wait()


@pytest.fixture(scope="module")
def redacteur(redactie: Redactie, browser: Browser) -> Iterator[Redacteur]:
    """Somebody at work in one window; a request to another host, or an error in our own script, fails the test."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    pagina = context.new_page()
    storingen: list[str] = []
    pagina.on("request", lambda v: storingen.append(v.url) if "127.0.0.1" not in v.url and "://" in v.url else None)
    pagina.on("pageerror", lambda fout: storingen.append(f"script: {fout}"))
    wie = Redacteur(pagina, redactie.adres)
    wie.begin()
    yield wie
    context.close()
    assert [s for s in storingen if not s.startswith(("blob:", "data:"))] == []


@pytest.fixture(scope="module")
def gemaakt(redacteur: Redacteur) -> dict[Soort, tuple[str, int]]:
    """One item of each kind, made and published in the editor: the name of its file, and the actions that it took."""
    klaar = {}
    for soort, stappen in FORMULIEREN.items():
        redacteur.nieuw(soort.value)
        for stap in stappen:
            redacteur.doe(stap)
        redacteur.zie_pagina(TITEL)
        acties = redacteur.acties
        redacteur.doe(("kies", "Status", "Gepubliceerd"))
        klaar[soort] = (redacteur.bewaar(), acties)
    return klaar


@pytest.fixture(scope="module")
def gebouwd(
    redactie: Redactie, gemaakt: dict[Soort, tuple[str, int]], draai: Draai, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The site as anybody gets to see it, built from what the editor stored."""
    assert gemaakt
    uit = tmp_path_factory.mktemp("openbaar") / "site"
    bouw = draai(redactie.project, "bouw", "--uit", str(uit))
    assert bouw.returncode == 0, bouw.stdout + bouw.stderr
    return uit


@pytest.mark.parametrize("soort", list(Soort))
def test_from_an_empty_form_to_the_page_takes_at_most_ten_actions(
    gemaakt: dict[Soort, tuple[str, int]], soort: Soort
) -> None:
    naam, acties = gemaakt[soort]
    assert re.fullmatch(r"proef-met-een-dag(-\d)?", naam)
    assert 3 <= acties <= 10


def test_how_many_actions_each_kind_takes(gemaakt: dict[Soort, tuple[str, int]]) -> None:
    assert {soort.value: acties for soort, (_, acties) in gemaakt.items()} == {
        "nieuws": 3,
        "nieuwsbrieven": 6,
        "praktijkcasussen": 9,
        "agenda": 8,
        "campagnes": 8,
        "opleidingen": 3,
        "begrippen": 5,
        "kanalen": 7,
        "toolkit": 8,
    }


@pytest.mark.parametrize("soort", list(Soort))
def test_what_is_stored_passes_the_gate_and_is_a_page_of_the_site(
    redactie: Redactie, gemaakt: dict[Soort, tuple[str, int]], gebouwd: Path, soort: Soort
) -> None:
    naam = gemaakt[soort][0]
    bestand = redactie.project / "docs" / soort.value / f"{naam}.md"
    assert bestand.read_text("utf-8").endswith(f"---\n{ITEMTEKST}\n")
    assert isinstance(inlezen.laad(redactie.project).items[soort][naam], ITEMSOORTEN[soort])
    pagina = html.parse(str(gebouwd / soort.value / naam / "index.html"))
    assert TITEL in str(pagina.xpath("string(//article//h1)"))
    lijst = html.parse(str(gebouwd / soort.value / "index.html"))
    assert lijst.xpath(f"//article//a[contains(@href, '{naam}')]")


def test_the_form_has_every_field_of_the_model_and_no_other(redactie: Redactie) -> None:
    status, tekst, _ = redactie.vraag("GET", "/beheer/instellingen.json")
    assert status == 200
    for verzameling in json.loads(tekst)["decap"]["collections"]:
        velden = [veld["name"] for veld in verzameling["fields"]]
        assert sorted(velden) == sorted([*ITEMSOORTEN[Soort(verzameling["name"])].model_fields, "body"])
        assert [v["name"] for v in verzameling["fields"] if v["name"] != "body" and v["label"] == v["name"]] == [
            "template"
        ]
        for veld in verzameling["fields"]:
            if veld["widget"] == "markdown":
                assert veld["buttons"] == ["bold", "italic", "link", "bulleted-list", "numbered-list"]
                assert veld["editor_components"] == []
