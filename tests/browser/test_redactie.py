"""The editor in a real browser, with the real decap-server and real builds: from 'nieuw' to a page on the site."""

import base64
import http.client
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from lxml import html
from PIL import Image
from playwright.sync_api import Browser, expect

from macros import inlezen
from macros.inlezen import ITEMTEKST
from macros.model import ITEMSOORTEN, Soort
from scripts.beheer import VEILIGHEID
from scripts.decapserver import decapserver
from tests.browser.redacteur import GEDULD, Redacteur, Stap
from tests.conftest import vrije_poort

pytestmark = pytest.mark.xdist_group("redactie")

OPSTARTTIJD = 240  # seconds; a limit for a machine under load, not an aim

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
        einde = time.monotonic() + OPSTARTTIJD
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
        redacteur.doe(("kies", "Status (optioneel)", "Gepubliceerd"))
        klaar[soort] = (redacteur.bewaar(), acties)
    return klaar


@pytest.fixture(scope="module")
def gebouwd(redactie: Redactie, gemaakt: dict[Soort, tuple[str, int]]) -> Path:
    """The site that the command built by itself, once all that was stored is in it."""
    uit = redactie.project / ".cache" / f"redactie-{redactie.poort}"
    paginas = [uit / soort.value / naam / "index.html" for soort, (naam, _) in gemaakt.items()]
    redactie.wacht(lambda: all(pagina.exists() for pagina in paginas))
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
    assert not pagina.xpath("//*[contains(@class, 'concept')]"), "it was published"
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


def test_an_item_is_changed_where_it_stands_and_a_draft_stays_inside(
    redactie: Redactie, redacteur: Redacteur, gemaakt: dict[Soort, tuple[str, int]], gebouwd: Path
) -> None:
    naam = gemaakt[Soort.NIEUWS][0]
    bestand = redactie.project / "docs" / "nieuws" / f"{naam}.md"
    oud = bestand.read_text("utf-8")
    redacteur.open("nieuws", naam)
    redacteur.doe(("vul", "Samenvatting", "Dit is veranderd."))
    redacteur.doe(("vul", "Publicatiedatum", "2099-01-01"))
    redacteur.doe(("kies", "Status (optioneel)", "Concept"))
    expect(redacteur.voorbeeld().get_by_text("Dit is een concept.")).to_be_visible(timeout=GEDULD)
    assert redacteur.bewaar() == naam
    nieuw = bestand.read_text("utf-8")
    assert sorted(set(nieuw.splitlines()) - set(oud.splitlines())) == [
        "publicatiedatum: 2099-01-01",
        "samenvatting: Dit is veranderd.",
        "status: concept",
    ]
    pagina = gebouwd / "nieuws" / naam / "index.html"
    redactie.wacht(lambda: "Dit is een concept." in (pagina.read_text("utf-8") if pagina.exists() else ""))
    assert not inlezen.laad(redactie.project).items[Soort.NIEUWS][naam].zichtbaar(date(2099, 1, 1))


def foto_met_plaats(pad: Path) -> Path:
    """A photo as a telephone makes it: large, and with the place where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "Een merk"
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 51.0, 0.0), 3: "E", 4: (5.0, 41.0, 0.0)})
    Image.effect_noise((3000, 2000), 40).convert("RGB").save(pad, "JPEG", exif=exif)
    return pad


def test_an_item_whose_address_is_typed_shows_its_own_text_while_another_is_open(redacteur: Redacteur) -> None:
    redacteur.open("nieuws", "de-site-is-er")
    expect(redacteur.veld("Tekst").locator("[contenteditable=true]")).to_contain_text(
        "losse documenten", timeout=GEDULD
    )
    redacteur.pagina.goto(f"{redacteur.adres}#/collections/nieuws/entries/voorbeeld-nieuwe-afspraak")
    expect(redacteur.pagina.get_by_label("Titel", exact=True)).to_have_value(
        re.compile("Nieuwe afspraak"), timeout=GEDULD
    )
    expect(redacteur.veld("Tekst").locator("[contenteditable=true]")).to_contain_text(
        "Dit bericht is verzonnen", timeout=GEDULD
    )


def test_a_photo_arrives_without_what_the_camera_wrote_in_it_and_needs_a_description(
    redactie: Redactie, redacteur: Redacteur, tmp_path: Path
) -> None:
    foto = foto_met_plaats(tmp_path / "IMG Één dag.JPG")
    redacteur.nieuw("nieuws")
    for stap in (("vul", "Titel", "Proef met een foto"), *FORMULIEREN[Soort.NIEUWS][1:]):
        redacteur.doe(stap)
    redacteur.kies_foto(foto)
    tegen = redacteur.paneel().locator(".bevindingen--tegen")
    expect(tegen).to_contain_text("Beeld › Beschrijving van de foto", timeout=GEDULD)
    redacteur.doe(("vul", "Beschrijving van de foto (optioneel)", "Een grijs vlak met ruis."))
    beeld = redacteur.voorbeeld().get_by_role("img", name="Een grijs vlak met ruis.")
    expect(beeld).to_be_visible(timeout=GEDULD)
    assert beeld.evaluate("(img) => img.decode().then(() => img.naturalWidth)") == 1600
    redacteur.bewaar()
    (bewaard,) = (redactie.project / "docs" / "beelden").iterdir()
    assert bewaard.name == "img-een-dag.jpg"
    with Image.open(bewaard) as gelezen:
        assert (gelezen.size, gelezen.format, dict(gelezen.getexif())) == ((1600, 1067), "JPEG", {})
        assert not {"exif", "xmp", "photoshop", "comment"} & set(gelezen.info)
    assert inlezen.controleer(redactie.project) == ()


def test_what_is_wrong_is_said_in_the_words_of_the_form(redacteur: Redacteur) -> None:
    redacteur.nieuw("praktijkcasussen")
    redacteur.doe(("schrijf", "De situatie", "Anna de Vries belt op 06 12345678."))
    tegen = redacteur.paneel().locator(".bevindingen--tegen")
    expect(tegen.get_by_text("De situatie")).not_to_have_count(0, timeout=GEDULD)
    expect(tegen).to_contain_text("De les: dit is nog niet ingevuld")
    expect(redacteur.voorbeeld().get_by_text("Nog in te vullen").first).to_be_visible()
    redacteur.weg()


SCHERMEN = Path(__file__).with_name("schermen.json")
SCHERMBEELDEN = Path("docs") / "redactie" / "beelden"
LEES = "() => [...document.querySelectorAll('label, button, nav a, h1')].map((deel) => deel.innerText.trim()).filter(Boolean)"


def test_the_pictures_of_the_guide_show_what_is_on_the_screen(redacteur: Redacteur, wortel: Path) -> None:
    # Their words are kept beside this test. When they change: run this file with REGIOVISIE_SCHERMBEELDEN=ja.
    pagina, schermen = redacteur.pagina, {}
    maken = os.environ.get("REGIOVISIE_SCHERMBEELDEN") == "ja"
    pagina.set_viewport_size({"width": 1200, "height": 800})

    def neem(naam: str) -> None:
        schermen[naam] = pagina.evaluate(LEES)
        if maken:
            with Image.open(io.BytesIO(pagina.screenshot(animations="disabled", caret="hide"))) as beeld:
                doel = wortel / SCHERMBEELDEN / f"{naam}.png"
                doel.parent.mkdir(exist_ok=True)
                beeld.convert("RGB").quantize(128).save(doel, optimize=True)

    pagina.goto(f"{redacteur.adres}#/collections/praktijkcasussen")
    expect(pagina.get_by_role("heading", level=1, name="Praktijkcasussen")).to_be_visible(timeout=GEDULD)
    expect(pagina.locator('a[href*="/praktijkcasussen/entries/"]').first).to_be_visible(timeout=GEDULD)
    neem("begin")
    redacteur.nieuw("praktijkcasussen")
    expect(redacteur.paneel().locator(".bevindingen--tegen")).to_be_visible(timeout=GEDULD)
    expect(redacteur.voorbeeld().get_by_role("heading", level=1)).to_be_visible(timeout=GEDULD)
    neem("formulier")
    redacteur.doe(("vul", "Titel", "Hulp die op tijd kwam"))
    redacteur.doe(("vul", "Samenvatting", "Een bedacht verhaal over samenwerken rond een gezin."))
    redacteur.doe(("schrijf", "De situatie", "Jan Jansen van 43 uit Heerlen belt op 06 12345678."))
    expect(redacteur.paneel().get_by_text("De situatie:").first).to_be_visible(timeout=GEDULD)
    expect(redacteur.voorbeeld().get_by_role("heading", level=1)).to_contain_text("Hulp die op tijd", timeout=GEDULD)
    neem("verbeteren")
    redacteur.weg()
    pagina.set_viewport_size({"width": 1280, "height": 900})
    if maken:
        SCHERMEN.write_text(json.dumps(schermen, ensure_ascii=False, indent=2) + "\n", "utf-8")
    assert schermen == json.loads(SCHERMEN.read_text("utf-8"))
    for naam in schermen:
        bestand = wortel / SCHERMBEELDEN / f"{naam}.png"
        with Image.open(bestand) as beeld:
            assert beeld.width == 1200
        assert bestand.stat().st_size < 120_000


EIGEN_FOUTEN_VAN_DECAP = {
    "aria-allowed-attr",
    "aria-input-field-name",
    "aria-required-children",
    "button-name",
    "color-contrast",
    "frame-title",
    "label",
    "link-name",
    "nested-interactive",
    "scrollable-region-focusable",
    "target-size",
}
"""What axe-core has against Decap's own parts: known, and not ours to mend."""

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
KIJK = "(regels) => axe.run(document, regels).then(({ passes, violations }) => [passes.length, violations.map((v) => v.id)])"


def test_our_own_parts_have_no_violation_and_those_of_decap_only_known_ones(redacteur: Redacteur) -> None:
    redacteur.nieuw("nieuws")
    expect(redacteur.paneel().locator(".bevindingen--tegen")).to_be_visible(timeout=GEDULD)
    (kader,) = [kader for kader in redacteur.pagina.frames if kader.url == "about:srcdoc"]
    kader.evaluate(AXE_SCRIPT)
    gezien, fouten = kader.evaluate(KIJK, WCAG)
    assert gezien > 3
    assert set(fouten) <= {"frame-tested", "html-has-lang", "document-title"}, "the frame itself is Decap's"
    redacteur.pagina.evaluate(AXE_SCRIPT)
    _, van_decap = redacteur.pagina.evaluate(KIJK, WCAG)
    assert set(van_decap) <= EIGEN_FOUTEN_VAN_DECAP
    redacteur.weg()


def test_only_the_editor_itself_can_store_and_only_what_is_its_own(redactie: Redactie) -> None:
    def bewaar(pad: str, **koppen: str) -> tuple[int, str]:
        entry = {"slug": "x", "path": pad, "raw": "---\ntitel: x\n---\n"}
        opties = {"commitMessage": "x", "useWorkflow": False, "status": "x"}
        params = {"branch": "main", "dataFiles": [entry], "assets": [], "options": opties}
        status, tekst, _ = redactie.vraag(
            "POST", "/beheer/api/v1", {"action": "persistEntry", "params": params}, **koppen
        )
        return status, json.loads(tekst).get("error", "")

    goed = "docs/nieuws/van-buiten.md"
    assert bewaar(goed, Origin="https://elders.nl") == (403, "Alleen de redactie zelf kan hier iets bewaren.")
    assert bewaar(goed, Origin="null") == (403, "Alleen de redactie zelf kan hier iets bewaren.")
    assert bewaar(goed, **{"Content-Type": "text/plain"})[0] == 403
    assert bewaar(goed, Host="elders.nl")[0] == 403
    for pad in (
        "mkdocs.yml",
        "docs/nieuws/index.md",
        "docs/index.md",
        "docs/nieuws/../index.md",
        "macros/x.py",
        "/etc/x",
    ):
        assert bewaar(pad) == (403, f"Het bestand {pad} is niet van de redactie.")
    assert not (redactie.project / goed).exists()


def test_a_photo_that_tells_too_much_is_not_stored_however_it_is_sent(redactie: Redactie, tmp_path: Path) -> None:
    inhoud = base64.b64encode(foto_met_plaats(tmp_path / "x.jpg").read_bytes()).decode()
    asset = {"path": "docs/beelden/plaats.jpg", "content": inhoud, "encoding": "base64"}
    params = {"branch": "main", "asset": asset, "options": {"commitMessage": "x"}}
    status, tekst, _ = redactie.vraag("POST", "/beheer/api/v1", {"action": "persistMedia", "params": params})
    assert status == 403
    assert json.loads(tekst)["error"].startswith(
        "docs/beelden/plaats.jpg: in deze foto staan gegevens van de camera of de maker, misschien ook de plaats"
    )
    assert not (redactie.project / "docs" / "beelden" / "plaats.jpg").exists()


def test_only_the_pages_of_the_editor_may_make_code(redactie: Redactie) -> None:
    for naam in ("", "beheer.js", "instellingen.json"):
        status, _, koppen = redactie.vraag("GET", f"/beheer/{naam}")
        assert (status, koppen["Content-Security-Policy"]) == (200, VEILIGHEID)
    for pad in ("/", "/nieuws/", "/assets/css/thema.css"):
        assert "Content-Security-Policy" not in redactie.vraag("GET", pad)[2]
    assert redactie.vraag("GET", "/beheer/../mkdocs.yml")[0] == 404


def test_the_program_that_stores_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    def antwoordt(poort: int) -> bool:
        with socket.socket() as deur:
            return deur.connect_ex(("127.0.0.1", poort)) == 0

    with decapserver(tmp_path) as poort:
        assert antwoordt(poort)
    assert not antwoordt(poort)

    script = (
        "from pathlib import Path\nfrom scripts.decapserver import decapserver\n"
        f"with decapserver(Path({str(tmp_path)!r})) as poort:\n    print(poort, flush=True)\n    input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as ouder:
        assert ouder.stdout
        poort = int(ouder.stdout.readline())
        assert antwoordt(poort)
        ouder.kill()
    einde = time.monotonic() + 30
    while antwoordt(poort):
        assert time.monotonic() < einde, "it outlives a parent that was killed"


def test_the_command_stops_in_an_orderly_way(redactie: Redactie, gebouwd: Path) -> None:
    assert gebouwd.exists()
    redactie.proces.send_signal(signal.SIGINT)
    assert redactie.proces.wait(60) == 0
    assert redactie.zei().endswith("\nGestopt.\n")
    assert "Traceback" not in redactie.zei()
