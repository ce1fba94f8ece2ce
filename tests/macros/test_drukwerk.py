"""What is printed and shared, read back by another library than the one that wrote it."""

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from itertools import product
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
import yaml
from lxml import html as lxml_html
from PIL import Image

from macros import drukwerk, redactie
from macros.model import GEMAAKT, LEESBAAR, VERRADEND, Regiovisie, Soort, contrast
from macros.opmaak import Blad
from tests.macros.conftest import Project

MM = 25.4 / 72
SVG = "{http://www.w3.org/2000/svg}"
PDF = {
    "veilig-thuis-poster-a4.pdf": (1, 210, 297, 0, 0),
    "veilig-thuis-poster-a4-drukker.pdf": (1, 210, 297, 10, 3),
    "veilig-thuis-poster-a3.pdf": (1, 297, 420, 0, 0),
    "veilig-thuis-poster-a3-drukker.pdf": (1, 297, 420, 10, 3),
    "veilig-thuis-kaartje.pdf": (1, 210, 297, 0, 0),
    "veilig-thuis-kaartje-drukker.pdf": (2, 85, 54, 10, 3),
}
"""Per file: how many pages, the size after cutting, how much sheet is around that, and how much bleed (millimetres)."""

POSTERS = [naam for naam in PDF if "poster" in naam]
KAARTJES = [naam for naam in PDF if "kaartje" in naam]


@pytest.fixture(scope="module")
def gemaakt(regiovisie: Regiovisie) -> dict[str, bytes]:
    return {Path(pad).name: inhoud for pad, inhoud in drukwerk.drukwerk(regiovisie)}


def paginas(pdf: bytes) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(pdf))


def tekst(pdf: bytes) -> str:
    return "\n".join(pagina.get_textpage().get_text_bounded() for pagina in paginas(pdf))


def nummers(tekst: str) -> set[str]:
    """All that looks like a number to call; an age of two figures is none."""
    return set(re.findall(r"(?<!\d)\d{3,}(?:[ -]\d+)*", tekst))


def bekende_nummers(regiovisie: Regiovisie, *, kaart: bool) -> set[str]:
    feiten = regiovisie.contactfeiten
    gekozen = [f for f in feiten.values() if f.op_kaart] if kaart else [feiten["alarmnummer"], feiten["veilig-thuis"]]
    return {feit.telefoon or "" for feit in gekozen}


# --- one source -------------------------------------------------------------------------------------


def test_the_style_sheets_have_the_colours_of_the_house_style(regiovisie: Regiovisie, wortel: Path) -> None:
    css = "".join((wortel / f"overrides/assets/css/{naam}.css").read_text("utf-8") for naam in ("kleuren", "thema"))
    code = r"(#[0-9a-f]{6})"
    gevonden = {n: (kleur, kleur) for n, kleur in re.findall(rf"--([a-z-]+): {code};", css)}
    gevonden |= {
        n: (licht, donker)
        for n, licht, donker in re.findall(rf"--([a-z-]+): var\(--licht, {code}\) var\(--donker, {code}\);", css)
    }
    eigen = {n.replace("_", "-"): (kleur.licht, kleur.donker) for n, kleur in regiovisie.huisstijl.kleuren.paren()}
    assert {naam: gevonden.get(naam) for naam in eigen} == eigen


def test_the_site_has_the_name_of_the_house_style(regiovisie: Regiovisie, wortel: Path) -> None:
    stijl = regiovisie.huisstijl
    assert f"\nsite_name: {stijl.naam}\n" in "\n" + (wortel / "mkdocs.yml").read_text("utf-8")
    assert f">{stijl.ondertitel}<" in (wortel / "overrides/partials/header.html").read_text("utf-8")


def test_what_is_made_is_what_the_gate_says_is_made(gemaakt: Mapping[str, bytes]) -> None:
    assert set(gemaakt) == GEMAAKT
    assert set(PDF) == {naam for naam in GEMAAKT if naam.endswith(".pdf")}


# --- PDF --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", PDF)
def test_a_pdf_says_where_it_is_cut(gemaakt: Mapping[str, bytes], naam: str) -> None:
    aantal, breed, hoog, rand, afloop = PDF[naam]
    gevonden = paginas(gemaakt[naam])
    assert len(gevonden) == aantal
    for pagina in gevonden:
        vakken = (pagina.get_mediabox(), pagina.get_bleedbox(), pagina.get_trimbox())
        verwacht = [(rand - om, rand - om, rand + breed + om, rand + hoog + om) for om in (rand, afloop, 0)]
        for vak, maat in zip(vakken, verwacht, strict=True):
            assert [punt * MM for punt in vak] == pytest.approx(maat, abs=0.1)


@pytest.mark.parametrize("naam", PDF)
def test_a_pdf_carries_the_house_font_and_says_what_it_is(
    gemaakt: Mapping[str, bytes], regiovisie: Regiovisie, naam: str
) -> None:
    titel = f"Poster: {regiovisie.contactfeiten['veilig-thuis'].naam}" if naam in POSTERS else "Handige nummers"
    document = pypdfium2.PdfDocument(gemaakt[naam])
    gezegd = {sleutel: waarde for sleutel, waarde in document.get_metadata_dict().items() if waarde}
    assert gezegd == {"Title": titel, "Producer": "pypdf"}
    assert re.search(rb"/Lang \(nl(?:-|\\055)NL\)", gemaakt[naam])
    for pagina in document:
        letters = {stuk.get_font() for stuk in pagina.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])}
        assert letters
        for letter in letters:
            assert letter.is_embedded
            assert "AtkinsonHyperlegibleNext" in letter.get_base_name()


@pytest.mark.parametrize("naam", POSTERS)
def test_the_poster_has_the_numbers_from_the_facts_and_no_other(
    gemaakt: Mapping[str, bytes], regiovisie: Regiovisie, naam: str
) -> None:
    gelezen = " ".join(tekst(gemaakt[naam]).split())
    assert nummers(gelezen) == bekende_nummers(regiovisie, kaart=False)
    stijl = regiovisie.huisstijl
    for zin in (stijl.poster.vraag, stijl.poster.wanneer, stijl.poster.toezegging, stijl.naam, "Bel Veilig Thuis"):
        assert zin in gelezen
    assert "Gratis, dag en nacht, alle dagen." in gelezen
    assert "Direct gevaar? Bel 112" in gelezen


@pytest.mark.parametrize("naam", KAARTJES)
def test_the_card_has_the_numbers_of_the_printed_card_and_betrays_nothing(
    gemaakt: Mapping[str, bytes], regiovisie: Regiovisie, naam: str
) -> None:
    gelezen = tekst(gemaakt[naam])
    assert nummers(gelezen) == bekende_nummers(regiovisie, kaart=True)
    for feit in regiovisie.contactfeiten.values():
        assert (feit.op_kaart or "") in gelezen
        assert feit.op_kaart is None or feit.naam not in gelezen
    assert VERRADEND.search(gelezen) is None
    assert regiovisie.huisstijl.naam not in gelezen
    assert VERRADEND.search(str(pypdfium2.PdfDocument(gemaakt[naam]).get_metadata_dict())) is None


def regels(pagina: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Where each run of text stands: left, bottom, right, top, in points."""
    blad = pagina.get_textpage()
    return [blad.get_rect(nr) for nr in range(blad.count_rects())]


def buiten_beeld(pdf: bytes, marge: float) -> list[tuple[float, ...]]:
    """The runs of text that come nearer than `marge` millimetres to where the sheet is cut."""
    mis: list[tuple[float, ...]] = []
    for pagina in paginas(pdf):
        links, onder, rechts, boven = pagina.get_trimbox()
        om = marge / MM
        mis += [
            vak
            for vak in regels(pagina)
            if vak[0] < links + om or vak[1] < onder + om or vak[2] > rechts - om or vak[3] > boven - om
        ]
    return mis


@pytest.mark.parametrize("naam", PDF)
def test_no_text_is_near_the_cut(gemaakt: Mapping[str, bytes], naam: str) -> None:
    assert buiten_beeld(gemaakt[naam], 5) == []


@pytest.mark.parametrize("naam", PDF)
def test_all_text_differs_enough_from_its_ground(gemaakt: Mapping[str, bytes], naam: str) -> None:
    schaal = 4 if naam in KAARTJES else 2
    for pagina in paginas(gemaakt[naam]):
        beeld = pagina.render(scale=schaal).to_pil().convert("RGB")
        for links, onder, rechts, boven in regels(pagina):
            hoog = pagina.get_height()
            deel = beeld.crop(tuple(round(p * schaal) for p in (links, hoog - boven, rechts, hoog - onder)))
            kleuren = Counter(deel.get_flattened_data())
            grond = "#{:02x}{:02x}{:02x}".format(*kleuren.most_common(1)[0][0])
            letters = [k for k, aantal in kleuren.items() if aantal > deel.width * deel.height * 0.01]
            assert max(contrast("#{:02x}{:02x}{:02x}".format(*kleur), grond) for kleur in letters) >= 4.5


@pytest.mark.parametrize(
    ("naam", "vergroting"), [("veilig-thuis-poster-a4.pdf", 1), ("veilig-thuis-poster-a3.pdf", 2**0.5)]
)
def test_the_number_can_be_read_from_afar(
    gemaakt: Mapping[str, bytes], regiovisie: Regiovisie, naam: str, vergroting: float
) -> None:
    """Figures of a centimetre and a half can be read at three metres (a height of a two-hundredth of the distance)."""
    (pagina,) = paginas(gemaakt[naam])
    blad = pagina.get_textpage()
    begin = blad.get_text_range().index(regiovisie.contactfeiten["veilig-thuis"].telefoon or "-")
    _, onder, _, boven = blad.get_charbox(begin)
    assert (boven - onder) * MM >= 15 * vergroting


@pytest.mark.parametrize("naam", [naam for naam in PDF if "drukker" in naam])
def test_the_ground_runs_on_past_the_cut_and_only_marks_stand_outside(gemaakt: Mapping[str, bytes], naam: str) -> None:
    for pagina in paginas(gemaakt[naam]):
        schaal = 4
        beeld = pagina.render(scale=schaal).to_pil().convert("RGB")
        mm = schaal / MM
        breed, hoog = beeld.size
        for om, wit in ((7.3, False), (6.7, True)):  # just inside and just outside the bleed of 3 of 10 millimetres
            plek = round(om * mm)
            langs = [beeld.getpixel((x, y)) for x in range(plek, breed - plek, 7) for y in (plek, hoog - plek - 1)]
            langs += [beeld.getpixel((x, y)) for y in range(plek, hoog - plek, 7) for x in (plek, breed - plek - 1)]
            assert {kleur == (255, 255, 255) for kleur in langs} == {wit}
        merken = [beeld.getpixel((round(10 * mm), round(plek * mm))) for plek in (2, 4)]
        assert all(max(kleur) < 200 for kleur in merken)


def test_the_longest_words_of_the_house_style_stay_on_the_sheet(regiovisie: Regiovisie, wortel: Path) -> None:
    data = yaml.safe_load((wortel / "data/huisstijl.yml").read_text("utf-8"))
    data["poster"] = {"vraag": "W" * 90, "wanneer": "Wm " * 29 + "Wm", "toezegging": "W" * 90}
    data["naam"] = data["kaartje"]["voorkant"] = "Wm" * 45
    stijl = type(regiovisie.huisstijl).model_validate(data)
    lang = regiovisie.contactfeiten["veilig-thuis"].model_copy(
        update={"telefoon": "+31 800 2000 2000 20", "naam": "W" * 200}
    )
    feiten = {**regiovisie.contactfeiten, "veilig-thuis": lang}
    anders = Regiovisie(**{**vars(regiovisie), "huisstijl": stijl, "contactfeiten": feiten})
    for vel in (
        drukwerk._poster_zelf(anders, 1),
        drukwerk._poster_drukker(anders, 1),
        drukwerk._kaartje_drukker(anders, drukwerk._voorkant),
        drukwerk._kaartje_drukker(anders, drukwerk._achterkant),
    ):
        assert buiten_beeld(drukwerk._pdf("proef", vel), 4) == []


# --- SVG and signature ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("naam", "maten", "kaart"),
    [("veilig-thuis-poster-a4.svg", ("216mm", "303mm"), False), ("veilig-thuis-kaartje.svg", ("170mm", "54mm"), True)],
)
def test_an_svg_needs_no_font_and_says_in_words_what_it_shows(
    gemaakt: Mapping[str, bytes],
    regiovisie: Regiovisie,
    naam: str,
    maten: tuple[str, str],
    kaart: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    wortel = ET.fromstring(gemaakt[naam])  # noqa: S314 - our own drawing
    assert (wortel.get("width"), wortel.get("height")) == maten
    assert wortel.findall(f".//{SVG}text") == []
    assert wortel.findall(f"{SVG}metadata") == []
    woorden = wortel.findtext(f"{SVG}desc") or ""
    assert nummers(woorden) == bekende_nummers(regiovisie, kaart=kaart)
    assert wortel.get("aria-labelledby") == "titel tekst"
    verwijzingen = [w for element in wortel.iter() for n, w in element.attrib.items() if n.endswith("href")]
    assert verwijzingen
    assert all(verwijzing.startswith("#") for verwijzing in verwijzingen)


def test_the_signature_asks_nothing_of_others_and_keeps_its_colours_together(
    gemaakt: Mapping[str, bytes], regiovisie: Regiovisie
) -> None:
    pagina = lxml_html.document_fromstring(gemaakt["e-mailhandtekening.html"].decode())
    assert [e.tag for e in pagina.iter("img", "link", "script", "style", "iframe")] == []
    assert {adres for _, _, adres, _ in pagina.iterlinks()} == {"tel:08002000", "tel:112"}
    assert nummers(pagina.body.text_content()) == bekende_nummers(regiovisie, kaart=False)
    for element in pagina.iter():
        if gevonden := re.search(r"(?<![-\w])color:(#\w+)", element.get("style") or ""):
            (grond,) = {cel.get("bgcolor") for cel in (element, *element.iterancestors()) if cel.get("bgcolor")}
            assert contrast(gevonden[1], grond) >= 4.5


def test_the_signature_as_text(gemaakt: Mapping[str, bytes], regiovisie: Regiovisie) -> None:
    gelezen = gemaakt["e-mailhandtekening.txt"].decode()
    assert gelezen.startswith("-- \n")  # how mail programs know where a signature begins
    assert nummers(gelezen) == bekende_nummers(regiovisie, kaart=False)
    assert "Veilig Thuis: 0800-2000, gratis, dag en nacht, alle dagen." in gelezen


# --- share pictures ---------------------------------------------------------------------------------

KORT = ("Begrip", "a", "")
TITELS = {
    "the longest title": "Wat een buurvrouw hoorde, en hoe de wijkagent, de huisarts en de school daarna samen werkten aan een veilig thuis voor X"[
        :120
    ],
    "wide letters": "W" * 120,
    "one long word": "geweldinafhankelijkheidsrelaties" * 4,
    "the longest term": "WM " * 66 + "(voorbeeld)",
    "signs": "$\\alpha$ & <b>50%</b> {x} _y_ ^z^ \u2192 \U0001f3e0",
}


def beeld(soort: str, titel: str, onderregel: str, regiovisie: Regiovisie) -> Image.Image:
    png = drukwerk.deelbeeld(regiovisie.huisstijl, soort, titel, onderregel)
    assert len(png) < 60_000
    gelezen = Image.open(BytesIO(png))
    assert (gelezen.size, gelezen.format, gelezen.info) == ((1200, 630), "PNG", {})
    return gelezen.convert("RGB")


@pytest.mark.parametrize("naam", TITELS)
def test_a_title_stays_in_its_frame(regiovisie: Regiovisie, naam: str) -> None:
    leeg, vol = (beeld(*deel, regiovisie) for deel in (KORT, ("Begrip", TITELS[naam], "")))
    assert leeg.tobytes() != vol.tobytes()
    for vak in ((0, 0, 66, 630), (1134, 0, 1200, 630), (0, 0, 1200, 215), (0, 500, 1200, 630)):
        assert leeg.crop(vak).tobytes() == vol.crop(vak).tobytes()


def test_the_line_below_stands_on_the_hill(regiovisie: Regiovisie) -> None:
    lang = beeld(
        "Agenda", "a", "van 30 september 2027, 14.00 uur t/m 31 december 2027, 16.30 uur, en daarna " * 2, regiovisie
    )
    leeg = beeld(*KORT, regiovisie)
    grond = Counter(leeg.crop((72, 580, 800, 612)).get_flattened_data())
    assert set(grond) == {tuple(bytes.fromhex(regiovisie.huisstijl.kleuren.petrol.licht[1:]))}
    assert lang.crop((800, 500, 1200, 630)).tobytes() == leeg.crop((800, 500, 1200, 630)).tobytes()


def test_the_text_of_a_share_picture_differs_enough_from_every_ground(regiovisie: Regiovisie) -> None:
    kleuren = {naam: kleur.licht for naam, kleur in regiovisie.huisstijl.kleuren.paren()}
    paren = [*LEESBAAR, *product(("petrol_diep", "petrol"), ("lucht", "heuvel_ver", "heuvel_midden"))]
    assert [paar for paar in paren if contrast(kleuren[paar[0]], kleuren[paar[1]]) < 4.5] == []


def test_every_item_that_shows_has_its_picture(regiovisie: Regiovisie, site: Path, peildatum: date) -> None:
    blad = Blad(regiovisie=regiovisie, peildatum=peildatum, basis="")
    openbaar = {f"{item.pagina}delen.png" for item in regiovisie.alle_items if blad.toont(item)}
    gevonden = {pad.relative_to(site).as_posix() for pad in site.rglob("delen.png")}
    assert gevonden == openbaar


def test_the_pages_of_the_toolkit_lead_to_their_files(
    gemaakt: Mapping[str, bytes], regiovisie: Regiovisie, site: Path, peildatum: date
) -> None:
    """All that is made stands on the site, and can be found there."""
    gevonden = set()
    for item in regiovisie.items[Soort.TOOLKIT].values():
        blad = Blad(regiovisie=regiovisie, peildatum=peildatum, basis="../../", pagina=item.pagina)
        for link in lxml_html.fromstring(redactie.item(blad)).xpath("//a[@download]"):
            bestand = (site / item.pagina / link.get("href")).resolve()
            assert bestand.read_bytes() == gemaakt[bestand.name]
            gevonden.add(bestand.name)
    assert gevonden == GEMAAKT


# --- same bytes, and nothing for nothing ------------------------------------------------------------

PROEF = """
import hashlib, sys
from pathlib import Path
from macros import drukwerk, inlezen
wortel, drukwerk.CACHE = Path(sys.argv[1]), Path(sys.argv[2])
regiovisie = inlezen.laad(wortel)
stukken = [*drukwerk.drukwerk(regiovisie), ("delen", drukwerk.deelbeeld(regiovisie.huisstijl, "Nieuws", "Eén titel", "1 mei 2027"))]
for naam, inhoud in stukken:
    print(naam, hashlib.sha256(inhoud).hexdigest())
print(sorted({"matplotlib", "fontTools", "pypdf"} & set(sys.modules)))
"""


def test_the_same_bytes_anywhere_and_no_library_when_all_is_kept(
    regiovisie: Regiovisie, gemaakt: Mapping[str, bytes], wortel: Path, tmp_path: Path
) -> None:
    """Another process with other hashes draws all anew; a third finds it, and loads nothing that draws."""

    def draai(zaad: str) -> list[str]:
        opdracht = [sys.executable, "-c", PROEF, str(wortel), str(tmp_path / "cache")]
        omstandigheden = {**os.environ, "PYTHONHASHSEED": zaad}
        uit = subprocess.run(
            opdracht, cwd=wortel, env=omstandigheden, capture_output=True, check=True, encoding="utf-8"
        )
        return uit.stdout.splitlines()

    deel = drukwerk.deelbeeld(regiovisie.huisstijl, "Nieuws", "Eén titel", "1 mei 2027")
    stukken = {**{f"{drukwerk.MAP}/{naam}": inhoud for naam, inhoud in gemaakt.items()}, "delen": deel}
    hier = [f"{naam} {hashlib.sha256(inhoud).hexdigest()}" for naam, inhoud in stukken.items()]
    assert draai("1") == [*hier, "['fontTools', 'matplotlib', 'pypdf']"]
    assert draai("2") == [*hier, "[]"]


# --- the gate ---------------------------------------------------------------------------------------

STIJL = "data/huisstijl.yml"


def test_the_gate_keeps_the_house_style_readable(project: Project) -> None:
    project.zet(STIJL, 'mergel_tekst: {licht: "#6b4708"', 'mergel_tekst: {licht: "#a08050"')
    project.zet(
        STIJL,
        "  papier:",
        "  ‸papier:",
        "kleuren: mergel_tekst op mergel is te slecht te lezen (licht: contrast 2,8, nodig is 4,5);"
        " kies een lichtere of donkerdere kleur",
    )
    project.klopt()


def test_the_gate_keeps_the_house_style_whole(project: Project) -> None:
    project.zet(
        STIJL,
        "logo: ",
        "logo: ‸",
        "logo: het bestand 'overrides/.icons/regiovisie/embleem.svg' is er niet; verbeter de naam",
    )
    project.zet(STIJL, "logo.svg", "embleem.svg")
    project.zet(
        STIJL,
        "advies: veilig-thuis",
        "advies: ‸fier-chat",
        "advies: 'fier-chat' is geen bevestigd contactfeit met een telefoonnummer; kies een ander",
    )
    project.zet(
        "docs/toolkit/poster.md",
        "bestand: veilig-thuis-poster-a4.svg",
        "bestand: ‸veilig-thuis-poster-a5.svg",
        "bestand: het bestand 'veilig-thuis-poster-a5.svg' is er niet; bedoelde u 'veilig-thuis-poster-a4.svg'?",
    )
    project.klopt()


def test_the_gate_keeps_the_words_short_neutral_and_without_numbers(project: Project) -> None:
    project.zet(
        STIJL,
        "vraag: ",
        "vraag: ‸Bel 0800 2000 ",
        "vraag: '0800 2000' hoort hier niet; nummers komen vanzelf uit contactfeiten.yml",
    )
    project.zet(
        STIJL,
        "Handige nummers",
        "‸Hulp bij geweld",
        "voorkant: 'geweld' verraadt hier waar het over gaat; schrijf iets neutraals, zoals 'Hulp en advies'",
    )
    project.zet(STIJL, "zin: ", "zin: ‸" + "lang " * 20, "zin: de tekst is langer dan 90 tekens; maak hem korter")
    project.klopt()


def test_the_gate_keeps_as_many_numbers_as_fit_on_the_card(project: Project) -> None:
    inhoud = project.lees("data/contactfeiten.yml").replace("    op_kaart:", "    #")
    project.maak("data/contactfeiten.yml", inhoud)
    assert project.fouten() == [
        (
            "data/contactfeiten.yml:2:1: op het kaartje passen 1 tot 8 nummers, en 0 feiten hebben op_kaart;"
            " haal die sleutel ergens weg, of zet hem erbij"
        )
    ]
