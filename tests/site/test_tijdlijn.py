"""The tijdlijn on the page and the tijdlijn to download both say what the model says, quarter by quarter."""

import re
import struct
from pathlib import Path

import pytest
from lxml import etree
from lxml.html import HtmlElement

from macros.model import Kwartaal, Periode, Plan, Tijdlijnregel
from tests.paginas import PLAN, artikel, lees, tekst, vouw, zonder_wit

ADRES = f"plannen/{PLAN}/tijdlijn/"
SVG = "{http://www.w3.org/2000/svg}"
NU = Kwartaal(2026, 4)


@pytest.fixture
def tabel(site: Path) -> HtmlElement:
    [tabel] = lees(site, ADRES).xpath("//table[@id='tijdlijntabel']")
    return tabel


@pytest.fixture
def beeld(site: Path) -> HtmlElement:
    return etree.fromstring((site / ADRES / "tijdlijn.svg").read_bytes())


def in_woorden(perioden: tuple[Periode, ...] | None) -> str:
    """The periods as a Dutch reader would say them."""
    if perioden is None:
        return "nog te bepalen (NTB)"
    delen = []
    for periode in perioden:
        van = f"Q{periode.van.nummer} {periode.van.jaar}"
        if periode.tot is None:
            delen.append(f"vanaf {van}")
        elif periode.tot == periode.van:
            delen.append(van)
        else:
            delen.append(f"{van} t/m Q{periode.tot.nummer} {periode.tot.jaar}")
    return " en ".join([", ".join(delen[:-1]), delen[-1]]) if len(delen) > 1 else delen[0]


# --- the table ---


def test_columns_are_the_quarters_of_the_period_under_their_years(tabel: HtmlElement, plan: Plan) -> None:
    jaren, kwartalen = tabel.findall("thead/tr")
    koppen = [(tekst(kop), int(kop.get("colspan"))) for kop in jaren.find_class("tijdlijn__jaar")]
    onder = [int(jaar) for jaar, breedte in koppen for _ in range(breedte)]
    nummers = [int(tekst(kop).removeprefix("Q")) for kop in kwartalen.findall("th")]
    kolommen = [Kwartaal(jaar, nummer) for jaar, nummer in zip(onder, nummers, strict=True)]
    assert kolommen == list(plan.tijdlijn.periode.kwartalen)
    assert kolommen[0] == Kwartaal(2024, 3)
    assert [kop.get("title") for kop in kwartalen.iter("abbr")] == [f"Q{kw.nummer}\u00a0{kw.jaar}" for kw in kolommen]


def test_every_row_has_the_label_the_period_and_the_quarters_of_the_model(tabel: HtmlElement, plan: Plan) -> None:
    rijen = tabel.find_class("tijdlijn__regel")
    kwartalen = plan.tijdlijn.periode.kwartalen
    assert len(rijen) == len(plan.tijdlijn.regels)
    for rij, regel in zip(rijen, plan.tijdlijn.regels, strict=True):
        kop, periode, *cellen = rij.iterchildren("th", "td")
        assert rij.get("id") == f"regel-{regel.id}"
        assert vouw(kop.text) == regel.label
        assert vouw(periode.text) == in_woorden(regel.kwartalen)
        assert ("loopt nu" in tekst(periode)) is (NU in regel.bezet), regel.label
        if regel.kwartalen is None:
            assert [(tekst(cel), int(cel.get("colspan"))) for cel in cellen] == [("NTB", len(kwartalen))]
            continue
        assert [tekst(cel) for cel in cellen] == [
            "gepland" if kw in regel.bezet else "niet gepland" for kw in kwartalen
        ], regel.label
        # What is drawn is what is read out.
        assert [
            kw for kw, cel in zip(kwartalen, cellen, strict=True) if "kw--actief" in cel.get("class").split()
        ] == sorted(regel.bezet)


def test_rows_stand_under_the_line_they_belong_to(tabel: HtmlElement, plan: Plan) -> None:
    lijnen = {lijn.id: lijn.naam for lijn in plan.kop.lijnen}
    verwacht: list[str] = []
    for regel in plan.tijdlijn.regels:
        kop = lijnen[regel.lijn] if regel.lijn else "Hele plan"
        kop += f": {regel.groep}" if regel.groep else ""
        if kop not in verwacht[-1:]:
            verwacht.append(kop)
    assert [tekst(kop) for kop in tabel.find_class("tijdlijn__lijn")] == list(dict.fromkeys(verwacht))
    for lichaam in tabel.iter("tbody"):
        kop, *regels = lichaam.findall("tr")
        assert {regel.get("data-lijn") for regel in regels} == {
            next((id_ for id_, naam in lijnen.items() if tekst(kop).startswith(naam)), "algemeen")
        }


def test_only_the_column_of_the_reference_date_is_marked_as_now(tabel: HtmlElement, plan: Plan) -> None:
    plek = plan.tijdlijn.periode.kwartalen.index(NU)
    for rij in tabel.find_class("tijdlijn__regel"):
        cellen = rij.find_class("kw")
        if len(cellen) > 1:
            assert [nr for nr, cel in enumerate(cellen) if "kw--nu" in cel.get("class").split()] == [plek]
    [kop] = [kop for kop in tabel.findall("thead//th") if "kw--nu" in (kop.get("class") or "").split()]
    assert tekst(kop) == "Q4"
    # 26 November is 56 days, so eight whole weeks, into the quarter.
    assert "nu-08" in tabel.get("class").split()
    assert "26 november 2026 (Q4 2026)" in tekst(tabel.find("caption"))


# --- the downloads ---


def test_both_downloads_are_offered_and_are_what_they_are_called(site: Path) -> None:
    aanbod = artikel(lees(site, ADRES)).xpath(".//*[contains(@class, 'downloads')]//a[@download]/@href")
    assert [link.rpartition("/")[2] for link in aanbod] == ["tijdlijn.svg", "tijdlijn.png"]
    png = (site / ADRES / "tijdlijn.png").read_bytes()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert png.endswith(b"IEND\xaeB`\x82")
    breedte, hoogte = struct.unpack(">II", png[16:24])
    assert breedte / hoogte == pytest.approx(420 / 297, rel=0.005)
    assert breedte >= 420 / 25.4 * 150  # sharp enough for A3


def test_picture_to_download_holds_no_script_link_or_date(beeld: HtmlElement) -> None:
    assert [
        el.tag
        for el in beeld.iter()
        if etree.QName(el).localname in {"script", "a", "image", "foreignObject", "metadata"}
    ] == []
    assert [naam for el in beeld.iter() for naam in el.attrib if naam.startswith("on")] == []
    breedte, hoogte = (float(re.sub(r"[a-z]+$", "", beeld.get(maat))) for maat in ("width", "height"))
    assert breedte / hoogte == pytest.approx(420 / 297, rel=0.005)


def regels_in_beeld(beeld: HtmlElement) -> list[str]:
    return ["".join(regel.itertext()) for regel in beeld.iter(f"{SVG}text")]


def test_picture_to_download_holds_the_label_of_every_row_in_order(beeld: HtmlElement, plan: Plan) -> None:
    getekend = zonder_wit("".join(regels_in_beeld(beeld)))
    vanaf = 0
    for regel in plan.tijdlijn.regels:
        plek = getekend.find(zonder_wit(regel.label), vanaf)
        assert plek >= 0, regel.label
        vanaf = plek
    assert [lijn.naam for lijn in plan.kop.lijnen if zonder_wit(lijn.naam) not in getekend] == []
    assert "Peildatum26november2026." in getekend
    assert regels_in_beeld(beeld).count("nog te bepalen (NTB)") == sum(
        regel.kwartalen is None for regel in plan.tijdlijn.regels
    )


def test_bars_of_the_picture_cover_the_quarters_of_each_row(beeld: HtmlElement, plan: Plan) -> None:
    midden = [float(regel.get("x")) for regel in beeld.iter(f"{SVG}text") if re.fullmatch(r"Q[1-4]", regel.text or "")]
    kwartalen = plan.tijdlijn.periode.kwartalen
    assert len(midden) == len(kwartalen)
    balken: dict[float, list[tuple[float, float]]] = {}
    for vlak in beeld.xpath("//*[starts-with(@id, 'patch_')]/*[local-name()='path']"):
        getallen = [float(getal) for getal in re.findall(r"-?\d+(?:\.\d+)?", vlak.get("d"))]
        xs, ys = getallen[::2], getallen[1::2]
        if max(ys) - min(ys) < 60:  # not the paper itself
            balken.setdefault(round((max(ys) + min(ys)) / 2), []).append((min(xs), max(xs)))
    getekend = [
        {kw for kw, x in zip(kwartalen, midden, strict=True) if any(van < x < tot for van, tot in balken[y])}
        for y in sorted(balken)
    ]
    met_balk: list[Tijdlijnregel] = [regel for regel in plan.tijdlijn.regels if regel.kwartalen]
    assert getekend == [set(regel.bezet) for regel in met_balk]
    assert [len(balken[y]) for y in sorted(balken)] == [len(regel.kwartalen or ()) for regel in met_balk]
