"""The money: what a table adds up to, and that each chart shows its table and nothing else."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from macros.grafieken import _DRUK, _NAMEN
from macros.model import Geldsoort, Plan
from macros.opmaak import opsomming
from tests.paginas import ADRESSEN, PLAN, WORTEL, bedragen, lees, procenten, rijen, svg_teksten, tekst, vouw

ADRES = f"plannen/{PLAN}/begroting/"


def tabel_met(boom: HtmlElement, id_: str) -> HtmlElement:
    [tabel] = boom.xpath("//table[@id=$id]", id=id_)
    return tabel


def koppen(tabel: HtmlElement) -> list[str]:
    return [tekst(kop) for kop in tabel.findall("thead/tr/th")]


def jaarkolommen(tabel: HtmlElement) -> list[int]:
    return [plaats for plaats, kop in enumerate(koppen(tabel)) if re.fullmatch(r"\d{4}", kop)]


def bedrag(cel: HtmlElement) -> int:
    """The one amount in a cell; no amount counts as nothing."""
    return sum(bedragen(tekst(cel)))


def is_totaal(rij: list[HtmlElement]) -> bool:
    return "totaal" in rij[0].getparent().get("class", "").split()


# --- tables ---


@pytest.mark.parametrize("adres", [ADRES, f"plannen/{PLAN}/uitvoering/"])
def test_every_total_is_the_sum_of_the_cells_above_and_beside_it(site: Path, plan: Plan, adres: str) -> None:
    tabellen = lees(site, adres).find_class("tabel--begroting")
    assert len(tabellen) == len(plan.begroting.tabellen) == 3
    for tabel in tabellen:
        posten = [rij for rij in rijen(tabel) if not is_totaal(rij)]
        [totaal] = [rij for rij in rijen(tabel) if is_totaal(rij)]
        for kolom in range(1, len(totaal)):
            assert bedrag(totaal[kolom]) == sum(bedrag(rij[kolom]) for rij in posten) > 0
        for rij in [*posten, totaal]:
            assert bedrag(rij[-1]) == sum(bedrag(rij[kolom]) for kolom in jaarkolommen(tabel))


@pytest.mark.parametrize("adres", [ADRES, f"plannen/{PLAN}/uitvoering/"])
def test_every_cell_is_that_of_the_model(site: Path, plan: Plan, adres: str) -> None:
    for tabel in plan.begroting.tabellen:
        in_html = tabel_met(lees(site, adres), f"begroting-{tabel.id}")
        posten = [rij for rij in rijen(in_html) if not is_totaal(rij)]
        assert [koppen(in_html)[plaats] for plaats in jaarkolommen(in_html)] == [str(jaar) for jaar in tabel.jaren]
        for rij, post in zip(posten, tabel.posten, strict=True):
            assert vouw(rij[0].text) == post.naam
            for plaats, jaar in zip(jaarkolommen(in_html), tabel.jaren, strict=True):
                cel = post.bedragen.get(jaar)
                assert bedragen(tekst(rij[plaats])) == ([cel.bedrag] if cel and cel.bedrag is not None else [])
                assert ("tijdelijke middelen" in tekst(rij[plaats])) is bool(cel and cel.plus_tijdelijk)


def test_amounts_line_up_at_the_right_and_never_break(site: Path) -> None:
    cellen = [cel for cel in lees(site, ADRES).iter("td") if bedragen(tekst(cel))]
    assert len(cellen) > 50
    assert [tekst(cel) for cel in cellen if "getal" not in cel.get("class", "").split()] == []
    assert [tekst(cel) for cel in cellen if re.search(r"€ \d", "".join(cel.itertext()))] == []


def test_planned_money_is_called_planned_and_temporary_money_stands_apart(site: Path, plan: Plan) -> None:
    boom = lees(site, ADRES)
    for tabel in plan.begroting.tabellen:
        assert tekst(tabel_met(boom, f"begroting-{tabel.id}").find("caption")).endswith("(begroot)")
    tijdelijk = {post.som for post in plan.tabel(Geldsoort.TIJDELIJK).posten}
    for soort in (Geldsoort.BESCHIKBAAR, Geldsoort.INZET):
        assert not tijdelijk & set(bedragen(tekst(tabel_met(boom, f"begroting-{plan.tabel(soort).id}"))))


# --- charts ---


def grafiek(site: Path, naam: str) -> HtmlElement:
    [svg] = lees(site, ADRES).xpath("//figure/svg[contains(@aria-labelledby, $naam)]", naam=f"grafiek-{naam}-titel")
    return svg


def getekend(svg: HtmlElement) -> str:
    return " | ".join(svg_teksten(svg))


def beschreven(svg: HtmlElement) -> str:
    return vouw(f"{svg.findtext('title')} {svg.findtext('desc')}")


def test_there_are_four_charts_and_each_has_its_table_before_the_next(site: Path) -> None:
    volgorde = [
        "grafiek" if element.tag == "figure" else element.get("id")
        for element in lees(site, ADRES).xpath("//article//figure | //article//table[@id]")
    ]
    assert volgorde == [
        "begroting-beschikbaar-regulier",
        *("grafiek", "begroting-inzet-middelen"),
        *("grafiek", "begroting-deel-communicatie"),
        *("grafiek", "begroting-per-lijn"),
        *("grafiek", "begroting-tijdelijk-extra"),
    ]


def test_chart_of_items_per_year_shows_the_cells_and_totals_of_its_table(site: Path) -> None:
    tabel = tabel_met(lees(site, ADRES), "begroting-inzet-middelen")
    cellen = [rij[kolom] for rij in rijen(tabel) for kolom in jaarkolommen(tabel)]
    in_tabel = Counter(getal for cel in cellen for getal in bedragen(tekst(cel)))
    svg = grafiek(site, "jaren")
    assert Counter(bedragen(getekend(svg))) == in_tabel
    posten = [vouw(rij[0].text) for rij in rijen(tabel) if not is_totaal(rij)]
    assert [naam for naam in posten if naam not in svg_teksten(svg)] == []
    in_posten = Counter(
        getal
        for rij in rijen(tabel)
        if not is_totaal(rij)
        for kolom in jaarkolommen(tabel)
        for getal in bedragen(tekst(rij[kolom]))
    )
    assert Counter(bedragen(beschreven(svg))) == in_posten


def test_chart_of_communication_shows_the_amounts_and_shares_of_its_table(site: Path) -> None:
    per_jaar = {
        tekst(jaar): (tekst(euro), tekst(deel))
        for jaar, euro, deel in rijen(tabel_met(lees(site, ADRES), "begroting-deel-communicatie"))
    }
    svg = grafiek(site, "communicatie")
    assert svg_teksten(svg) == [
        regel for jaar, (euro, deel) in per_jaar.items() for regel in (jaar, f"{euro} ({deel})")
    ]
    assert set(bedragen(beschreven(svg))) == {bedragen(euro)[0] for euro, _ in per_jaar.values()}
    assert procenten(beschreven(svg)) == [deel for _, deel in per_jaar.values()]


def test_chart_per_line_shows_the_rows_of_its_table(site: Path, plan: Plan) -> None:
    svg = grafiek(site, "lijnen")
    verwacht = []
    for kop, _, euro, deel in (
        rij for rij in rijen(tabel_met(lees(site, ADRES), "begroting-per-lijn")) if not is_totaal(rij)
    ):
        lijnen = [tekst(lijn) for lijn in kop.find_class("lijn")]
        naam = "Alle ontwikkellijnen" if len(lijnen) == len(plan.kop.lijnen) else opsomming(lijnen)
        verwacht += [naam, f"{tekst(euro)} ({tekst(deel)})"]
    assert svg_teksten(svg) == verwacht
    assert bedragen(beschreven(svg)) == bedragen(" ".join(verwacht))
    assert procenten(beschreven(svg)) == procenten(" ".join(verwacht))


def test_chart_of_temporary_money_shows_the_totals_of_both_tables(site: Path) -> None:
    totalen: dict[str, list[str]] = {}
    for id_, woord in (("begroting-beschikbaar-regulier", "regulier"), ("begroting-tijdelijk-extra", "tijdelijk")):
        tabel = tabel_met(lees(site, ADRES), id_)
        [totaal] = [rij for rij in rijen(tabel) if is_totaal(rij)]
        for kolom in jaarkolommen(tabel):
            totalen.setdefault(koppen(tabel)[kolom], []).append(f"{tekst(totaal[kolom])} {woord}")
    verwacht = [regel for jaar, regels in totalen.items() for regel in (jaar, *regels)]
    svg = grafiek(site, "tijdelijk")
    assert svg_teksten(svg) == verwacht
    assert bedragen(beschreven(svg)) == bedragen(" ".join(verwacht))


def test_amounts_in_prose_and_at_a_glance_are_amounts_of_the_tables(site: Path) -> None:
    artikel = next(lees(site, ADRES).iter("article"))
    in_tabellen = {getal for tabel in artikel.iter("table") for getal in bedragen(tekst(tabel))}
    los = [getal for deel in artikel.xpath("./p | ./div[@class='kerncijfers']") for getal in bedragen(tekst(deel))]
    assert los
    assert set(los) <= in_tabellen


# --- colours ---


def licht() -> dict[str, str]:
    css = (WORTEL / "overrides" / "assets" / "css" / "thema.css").read_text("utf-8")
    return dict(re.findall(r"--([a-z0-9-]+):\s*var\(--licht,\s*(#[0-9a-f]{6})\)", css))


def test_lines_are_printed_in_the_light_colours_of_the_screen() -> None:
    lijnen = {naam: kleur for naam, kleur in licht().items() if re.fullmatch(r"lijn-(?:(?!tint$|tekst$)[a-z-])+", naam)}
    gekleurd = {naam for naam in _NAMEN if naam.startswith("lijn-") and not naam.endswith("-tint")}
    assert len(gekleurd) == 4
    assert {naam: _DRUK[naam] for naam in gekleurd} == {naam: lijnen[naam] for naam in gekleurd}


def test_every_colour_that_a_picture_asks_for_is_defined_in_the_stylesheet(site: Path) -> None:
    gedefinieerd = set(re.findall(r"--([a-z0-9-]+):", (site / "assets" / "css" / "thema.css").read_text("utf-8")))
    gevraagd = {
        naam
        for adres in ADRESSEN
        for svg in lees(site, adres).xpath("//article//svg")
        for element in svg.iter()
        for waarde in element.attrib.values()
        for naam in re.findall(r"var\(--([a-z0-9-]+)\)", waarde)
    }
    assert gevraagd
    assert gevraagd <= gedefinieerd
    assert gevraagd <= set(_NAMEN)
