"""All plans together: each says everything its data hold, and what joins them leads both ways."""

import re
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from macros.model import Bijdrage, Cijfersbestand, Naslagbestand, Organisatiesoort, Plan, Planstatus, Regiovisie
from macros.opmaak import STATUSWOORD, duizendtallen
from tests.conftest import PEILDATUM
from tests.paginas import ADRESSEN, artikel, lees, rijen, svg_teksten, tekst, vouw
from tests.site.test_plan import kanttekeningen, zinnen

OUDER = ("zl-2019-2022", "zl-regiovisie-2019-2022", "nml-regiovisie-2019", "nml-2021")
ELK_OUDER_PLAN = pytest.mark.parametrize("plan_id", OUDER)


@pytest.fixture(scope="module")
def woorden(site: Path) -> dict[str, str]:
    """The words of every page, by address."""
    return {adres: tekst(artikel(lees(site, adres))) for adres in ADRESSEN}


def links(site: Path, adres: str) -> set[str]:
    return {str(link.get("href")) for link in artikel(lees(site, adres)).iter("a")}


def naar_activiteit(plan: Plan, nummer: str) -> str:
    """How the address of an activity ends."""
    if plan.paginas[nummer] and plan.id == "zl-2024-2027":
        return f"plannen/{plan.id}/activiteiten/{plan.paginas[nummer]}/"
    return f"plannen/{plan.id}/{plan.activiteiten[nummer].lijn}/#activiteit-{nummer.replace('.', '-')}"


def test_these_are_the_plans(regiovisie: Regiovisie) -> None:
    assert set(regiovisie.plannen) == {*OUDER, "zl-2024-2027"}
    aantallen = {plan.id: len(plan.activiteiten) for plan in regiovisie.op_tijd}
    assert aantallen == {
        "nml-regiovisie-2019": 16,
        "zl-2019-2022": 12,
        "zl-regiovisie-2019-2022": 0,
        "nml-2021": 23,
        "zl-2024-2027": 11,
    }


@ELK_OUDER_PLAN
def test_everything_the_data_say_stands_on_the_pages_of_the_plan(
    regiovisie: Regiovisie, woorden: dict[str, str], plan_id: str
) -> None:
    plan = regiovisie.plannen[plan_id]
    alles = " ".join(inhoud for adres, inhoud in woorden.items() if adres.startswith(f"plannen/{plan_id}/")).casefold()
    for activiteit in plan.activiteiten.values():
        overgeslagen = {activiteit.kort, *(v.wat for v in activiteit.vervolg_op)}
        overgeslagen |= {actie.kosten.tekst for actie in activiteit.acties if actie.kosten and actie.kosten.bedrag}
        niet = [zin for zin in zinnen(activiteit) if zin.casefold() not in alles and zin not in overgeslagen]
        assert niet == [], activiteit.nummer
    for deel in (plan.kop.lijnen, *(d for soort, d in plan.delen.items() if soort in {Naslagbestand, Cijfersbestand})):
        verwacht = {zin for zin in zinnen(deel) if len(zin) > 25}
        assert [zin for zin in verwacht if zin.casefold() not in alles] == []


@ELK_OUDER_PLAN
def test_every_caveat_stands_where_it_applies_and_among_the_caveats_of_the_plan(
    regiovisie: Regiovisie, woorden: dict[str, str], plan_id: str
) -> None:
    plan = regiovisie.plannen[plan_id]
    verzameld = f"plannen/{plan_id}/kanttekeningen/"
    elders = "\n".join(inhoud for adres, inhoud in woorden.items() if adres != verzameld)
    alle = {vouw(zin) for zin in kanttekeningen(plan)}
    assert len(alle) > 5
    assert [zin for zin in alle if zin not in elders] == []
    assert [zin for zin in alle if zin not in woorden[verzameld]] == []


@pytest.mark.parametrize("plan_id", [*OUDER, "zl-2024-2027"])
def test_every_page_of_a_plan_says_whether_it_is_in_force_and_so_does_its_title_when_it_is_not(
    regiovisie: Regiovisie, site: Path, plan_id: str
) -> None:
    stand = regiovisie.plannen[plan_id].status(PEILDATUM)
    eigen = [adres for adres in ADRESSEN if adres.startswith(f"plannen/{plan_id}/")]
    assert eigen
    for adres in eigen:
        boom = lees(site, adres)
        [merk] = boom.xpath("//aside[contains(@class, 'plankop')]//span[contains(@class, 'status')]")
        assert tekst(merk) == STATUSWOORD[stand], adres
        titel = boom.findtext("head/title")
        assert ("afgerond" in titel) == (stand is Planstatus.AFGEROND), adres


def test_a_thread_can_be_followed_in_both_directions(regiovisie: Regiovisie, site: Path) -> None:
    aantal = 0
    for plan in regiovisie.op_tijd:
        for activiteit in plan.activiteiten.values():
            for vervolg in activiteit.vervolg_op:
                oud = regiovisie.plannen[vervolg.plan]
                hier = naar_activiteit(plan, activiteit.nummer).partition("#")[0]
                daar = naar_activiteit(oud, vervolg.nummer).partition("#")[0]
                doel_oud, doel_nieuw = naar_activiteit(oud, vervolg.nummer), naar_activiteit(plan, activiteit.nummer)
                assert any(link.endswith(doel_oud) for link in links(site, hier)), (hier, doel_oud)
                assert any(link.endswith(doel_nieuw) for link in links(site, daar)), (daar, doel_nieuw)
                assert vouw(vervolg.wat) in tekst(artikel(lees(site, hier)))
                assert vouw(vervolg.wat) in tekst(artikel(lees(site, daar)))
                aantal += 1
    assert aantal >= 18


# --- themes, municipalities, organisations ---


def test_a_theme_names_every_activity_about_it_in_the_order_of_time(regiovisie: Regiovisie, site: Path) -> None:
    for thema in regiovisie.themas.values():
        boom = artikel(lees(site, f"themas/{thema.id}/"))
        doelen = [str(link.get("href")) for link in boom.xpath(".//h3/a")]
        verwacht = [
            naar_activiteit(plan, activiteit.nummer)
            for plan in regiovisie.op_tijd
            for activiteit in plan.activiteiten_over(thema.id)
        ]
        assert [doel.removeprefix("../../") for doel in doelen] == verwacht, thema.id
        assert vouw(thema.uitleg) in tekst(boom)


def bijdragen_op(boom: HtmlElement) -> str:
    return " ".join(tekst(deel) for deel in boom.find_class("bijdrage"))


def punten(bijdrage: Bijdrage) -> list[str]:
    return [zin for punt in bijdrage.tekst for zin in zinnen(punt)]


def test_every_municipality_says_what_applies_there_and_what_it_contributes(regiovisie: Regiovisie, site: Path) -> None:
    gemeenten = [o for o in regiovisie.organisaties.values() if o.soort is Organisatiesoort.GEMEENTE]
    assert len(gemeenten) == 30
    for gemeente in gemeenten:
        regio = regiovisie.regio_van(gemeente.id)
        boom = artikel(lees(site, f"gemeenten/{gemeente.id.removeprefix('gemeente-')}/"))
        inhoud = tekst(boom)
        assert regio.naam in inhoud
        assert regiovisie.contactfeiten[regio.contact].naam in inhoud
        assert "0800-2000" in inhoud
        for centrum in regio.centrumgemeenten:
            assert regiovisie.organisaties[centrum].naam.removeprefix("Gemeente ") in inhoud
        geldend = [
            p for p in regiovisie.op_tijd if p.kop.regio == regio.id and p.status(PEILDATUM) is Planstatus.LOPEND
        ]
        assert ("Dit plan geldt nu:" in inhoud) == bool(geldend)
        eigen = bijdragen_op(boom)
        for _, _, bijdrage in regiovisie.bijdragen(gemeente.id):
            assert [zin for zin in punten(bijdrage) if zin not in eigen] == [], gemeente.id


def test_every_organisation_shows_all_it_contributes_over_all_plans(regiovisie: Regiovisie, site: Path) -> None:
    for organisatie in regiovisie.organisaties.values():
        if organisatie.soort is Organisatiesoort.GEMEENTE:
            continue
        boom = artikel(lees(site, f"organisaties/{organisatie.id}/"))
        eigen = bijdragen_op(boom)
        for _, _, bijdrage in regiovisie.bijdragen(organisatie.id):
            assert [zin for zin in punten(bijdrage) if zin not in eigen] == [], organisatie.id
        doelen = " ".join(str(link.get("href")) for link in boom.iter("a"))
        for plan in regiovisie.op_tijd:
            for activiteit, hoe in plan.deelname(organisatie.id):
                if hoe == "genoemd":
                    assert naar_activiteit(plan, activiteit.nummer) in doelen, organisatie.id


def test_every_contribution_to_the_matrix_is_on_its_page_with_who_and_how_sure(
    regiovisie: Regiovisie, site: Path
) -> None:
    naslag = regiovisie.plannen["zl-2019-2022"].deel(Naslagbestand)
    boom = artikel(lees(site, "plannen/zl-2019-2022/naslag/"))
    getoond = [tekst(deel) for deel in boom.find_class("bijdrage")]
    alle = [bijdrage for onderdeel in naslag.onderdelen for bijdrage in onderdeel.bijdragen]
    assert len(getoond) == len(alle) > 200
    onzeker = [bijdrage for bijdrage in alle if bijdrage.reden]
    assert sum("Toewijzing onzeker:" in deel for deel in getoond) == len(onzeker) > 10


# --- figures and comparison ---


def test_figures_in_charts_are_those_of_their_tables_and_a_wrong_sum_is_told(
    regiovisie: Regiovisie, site: Path
) -> None:
    boom = artikel(lees(site, "plannen/nml-regiovisie-2019/cijfers/"))
    tabellen = regiovisie.plannen["nml-regiovisie-2019"].deel(Cijfersbestand).tabellen
    grafieken = boom.xpath(".//figure[contains(@class, 'grafiek')]/*[local-name()='svg']")
    assert len(grafieken) == len(tabellen) == 2
    for tabel, grafiek in zip(tabellen, grafieken, strict=True):
        [gedrukt] = boom.xpath(f".//table[@id='cijfers-{tabel.id}']")
        cijfers = [tekst(rij[1]) for rij in rijen(gedrukt)][: len(tabel.rijen)]
        assert cijfers == [duizendtallen(rij.aantal) for rij in tabel.rijen]
        getekend = svg_teksten(grafiek)
        assert [cijfer for cijfer in cijfers if cijfer not in getekend] == []
    woorden = tekst(boom)
    assert [tabel.som for tabel in tabellen] == [12883, 6767]
    for cijfer in ("12.883", "13.045", "162", "6.767", "3.634"):
        assert cijfer in woorden


def test_comparison_has_every_plan_and_every_theme(regiovisie: Regiovisie, site: Path) -> None:
    boom = artikel(lees(site, "plannen/vergelijking/"))
    [plannen] = boom.xpath(".//table[@id='vergelijking-plannen']")
    [themas] = boom.xpath(".//table[@id='vergelijking-themas']")
    assert len(rijen(plannen)) == len(regiovisie.plannen)
    assert len(rijen(themas)) == len(regiovisie.themas)
    for rij in rijen(themas):
        naam = tekst(rij[0])
        thema = next(t for t in regiovisie.themas.values() if t.naam == naam)
        for cel, plan in zip(rij[1:], regiovisie.op_tijd, strict=True):
            nummers = [activiteit.nummer for activiteit in plan.activiteiten_over(thema.id)]
            assert (re.findall(r"\d+\.\d+[a-z]?", tekst(cel)) or []) == nummers
            ambities = plan.ambities_over(thema.id)
            assert ("ambitie" in tekst(cel)) == bool(ambities and not nummers)
    [beeld] = boom.xpath(".//*[local-name()='svg']")
    assert {"2019", "2027", "Zuid-Limburg", "Noord- en Midden-Limburg"} <= set(svg_teksten(beeld))
