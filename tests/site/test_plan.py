"""The pages of the plan hold what the data hold: no more and no less."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
from pydantic import BaseModel

from macros.model import Activiteit, Bron, Organisatiesoort, Plan, Regiovisie
from macros.opmaak import RICHTINGWOORD
from tests.paginas import ADRESSEN, ELKE_PLANPAGINA, PLAN, artikel, lees, rijen, svg_teksten, tekst, vouw, zonder_wit

ADRES = f"plannen/{PLAN}/"
_GEEN_ZIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*|\d+\.\d+")


def delen(waarde: object) -> Iterator[tuple[str, object]]:
    """The parts of a piece of the model, with their names."""
    if isinstance(waarde, BaseModel):
        yield from ((naam, getattr(waarde, naam)) for naam in type(waarde).model_fields)
    elif is_dataclass(waarde):
        yield from ((veld.name, getattr(waarde, veld.name)) for veld in fields(waarde))
    elif isinstance(waarde, Mapping):
        yield from ((str(sleutel), deel) for sleutel, deel in waarde.items())
    elif isinstance(waarde, tuple | list | frozenset):
        yield from (("", deel) for deel in waarde)


def kanttekeningen(waarde: object) -> Iterator[str]:
    """Every caveat in a piece of the model, however deep."""
    for naam, deel in delen(waarde):
        if naam == "let_op" or naam.endswith("_let_op"):
            assert isinstance(deel, tuple)
            yield from deel
        else:
            yield from kanttekeningen(deel)


def zinnen(waarde: object) -> Iterator[str]:
    """Every text that was written for a reader: no ids and references, and not the place where a fact was read."""
    if isinstance(waarde, str) and not isinstance(waarde, Enum):
        if not _GEEN_ZIN.fullmatch(waarde):
            yield vouw(waarde)
    elif not isinstance(waarde, Bron):
        for _, deel in delen(waarde):
            yield from zinnen(deel)


@pytest.fixture(scope="module")
def woorden(site: Path) -> dict[str, str]:
    """The words of every page, by address."""
    return {adres: tekst(artikel(lees(site, adres))) for adres in ADRESSEN}


# --- every page of the plan ---


@ELKE_PLANPAGINA
def test_page_says_to_which_plan_it_belongs_its_source_and_the_reference_date(
    site: Path, adres: str, plan: Plan, regiovisie: Regiovisie, peildatum: date
) -> None:
    [kop] = lees(site, adres).find_class("plankop")
    assert plan.kop.titel in tekst(kop)
    assert plan.kop.soort in tekst(kop)
    [bron] = kop.find_class("plankop__bron")
    assert re.fullmatch(rf"Bron: {re.escape(regiovisie.documenten[plan.kop.bron.document].titel)}, .*\S", tekst(bron))
    [dag] = kop.iter("time")
    assert dag.get("datetime") == peildatum.isoformat() == "2026-11-26"
    assert dag.text == "26 november 2026"
    [status] = kop.find_class("status")
    assert tekst(status) == "Geldend plan"


def test_every_text_in_the_data_stands_on_some_page(
    plan: Plan, regiovisie: Regiovisie, woorden: dict[str, str]
) -> None:
    alles = "\n".join(woorden.values()).casefold()
    begrippen = [(begrip.term, begrip.afkorting, begrip.uitleg) for begrip in regiovisie.begrippen.values()]
    gegevens = (plan, begrippen, regiovisie.contactfeiten, regiovisie.documenten)
    assert [zin for deel in gegevens for zin in dict.fromkeys(zinnen(deel)) if zin.casefold() not in alles] == []


def test_every_caveat_stands_where_it_applies_and_among_all_caveats(
    plan: Plan, regiovisie: Regiovisie, woorden: dict[str, str]
) -> None:
    verzamelpagina = f"{ADRES}kanttekeningen/"
    elders = "\n".join(inhoud for adres, inhoud in woorden.items() if adres != verzamelpagina)
    partners = [regiovisie.organisaties[partner] for partner in plan.kop.netwerkpartners]
    alle = {vouw(zin) for deel in (plan, partners) for zin in kanttekeningen(deel)}
    assert len(alle) > 50
    assert [zin for zin in alle if zin not in elders] == []
    assert [zin for zin in alle if zin not in woorden[verzamelpagina]] == []


# --- activities ---


def adres_van(plan: Plan, activiteit: Activiteit) -> str:
    return f"{ADRES}activiteiten/{plan.paginas[activiteit.nummer]}/"


def test_every_activity_has_a_page_with_its_number_and_everything_the_plan_says_of_it(
    plan: Plan, site: Path, woorden: dict[str, str]
) -> None:
    assert [activiteit.nummer for activiteit in plan.activiteiten.values()] == (
        ["2.2", "2.3", "2.4", "3.2", "3.3", "3.4", "3.5", "3.6", "4.2", "4.3", "4.4"]
    )
    for activiteit in plan.activiteiten.values():
        adres = adres_van(plan, activiteit)
        [kop] = lees(site, adres).iter("h1")
        assert tekst(kop).startswith(activiteit.nummer)
        assert lees(site, adres).findtext("head/title").startswith(activiteit.nummer)
        eigen = woorden[adres].casefold()
        ander = {activiteit.samenvatting, activiteit.kort}
        assert [zin for zin in zinnen(activiteit) if zin.casefold() not in eigen and zin not in ander] == [], adres
        gemeten = [plan.indicatoren[naam].tekst for naam in activiteit.indicatoren]
        assert [indicator for indicator in gemeten if indicator.casefold() not in eigen] == []


def test_the_menu_leads_from_the_overview_to_each_line_and_from_an_activity_to_its_sisters(
    plan: Plan, site: Path
) -> None:
    # The menu holds only the branch in which the page stands.
    def menu(adres: str) -> dict[str, str]:
        links = lees(site, adres).xpath("//nav[contains(@class, 'md-nav--primary')]//a[not(starts-with(@href, '#'))]")
        return {urljoin(f"/{adres}", link.get("href")): tekst(link) for link in links}

    overzicht = menu(f"{ADRES}activiteiten/")
    for lijn in plan.kop.lijnen:
        zusters = plan.activiteiten_van(lijn.id)
        assert overzicht[f"/{adres_van(plan, zusters[0])}"] == lijn.naam
        for activiteit in zusters:
            eigen = menu(adres_van(plan, activiteit))
            for zuster in zusters:
                assert eigen[f"/{adres_van(plan, zuster)}"].startswith(zuster.nummer)
            [hier] = lees(site, adres_van(plan, activiteit)).xpath("//nav//a[@aria-current='page']")
            assert tekst(hier).startswith(activiteit.nummer)


def test_overview_of_activities_has_a_row_for_each_with_the_facts_of_the_model(
    plan: Plan, regiovisie: Regiovisie, site: Path
) -> None:
    [tabel] = lees(site, f"{ADRES}activiteiten/").xpath("//table[@id='activiteitentabel']")
    gezien = []
    for nummer, titel, lijn, focus, _, themas, indicatoren in rijen(tabel):
        [link] = titel.iter("a")
        gezien.append(
            (
                tekst(nummer),
                tekst(titel),
                link.get("href"),
                tekst(lijn),
                tekst(focus),
                tekst(themas),
                tekst(indicatoren),
            )
        )
    assert gezien == [
        (
            activiteit.nummer,
            activiteit.titel,
            f"../../../{adres_van(plan, activiteit)}",
            plan.lijn(activiteit.lijn).naam,
            "Focus" if activiteit.focus else "nee",
            ", ".join(regiovisie.themas[thema].naam for thema in activiteit.themas),
            str(len(activiteit.indicatoren)),
        )
        for activiteit in plan.activiteiten.values()
    ]


def test_chapter_of_each_line_has_its_deelambities_and_a_card_per_activity(
    plan: Plan, site: Path, woorden: dict[str, str]
) -> None:
    for lijn in plan.kop.lijnen:
        adres = f"{ADRES}{lijn.id}/"
        assert [ambitie.tekst for ambitie in lijn.deelambities if ambitie.tekst not in woorden[adres]] == []
        kaarten = [tekst(next(kaart.iter("h3"))) for kaart in lees(site, adres).find_class("kaart")]
        assert kaarten == [f"{a.nummer} {a.titel}" for a in plan.activiteiten_van(lijn.id)]


# --- indicators ---


def test_overview_of_indicators_has_the_37_rows_of_the_model(plan: Plan, site: Path) -> None:
    [tabel] = lees(site, f"{ADRES}indicatoren/").xpath("//table[@id='indicatorentabel']")
    gezien = [
        (tekst(rij[0]), vouw(rij[1].text or ""), tekst(rij[2]), tekst(rij[3]), tekst(rij[4])) for rij in rijen(tabel)
    ]
    assert len(gezien) == 37
    verwacht = []
    for activiteit in plan.activiteiten.values():
        for indicator in (plan.indicatoren[naam] for naam in activiteit.indicatoren):
            nul, streef = indicator.nulmeting, indicator.streefwaarde
            verwacht.append(
                (
                    activiteit.nummer,
                    indicator.tekst,
                    RICHTINGWOORD[indicator.richting],
                    f"{nul.jaar}: {nul.waarde or 'onbekend'}" if nul else "onbekend",
                    streef.waarde + (f" ({streef.jaar})" if streef.jaar else "") if streef else "geen streefwaarde",
                )
            )
    assert gezien == verwacht


# --- partners ---


def test_each_of_the_30_partners_has_a_row_and_a_place_of_its_own(
    plan: Plan, regiovisie: Regiovisie, site: Path
) -> None:
    boom = lees(site, f"{ADRES}partners/")
    partners = [regiovisie.organisaties[partner] for partner in plan.kop.netwerkpartners]
    assert len(partners) == 30
    assert sum(partner.soort is Organisatiesoort.GEMEENTE for partner in partners) == 16
    koppen = {kop.get("id"): tekst(kop) for kop in boom.iter("h3")}
    assert [partner.naam for partner in partners if koppen.get(partner.id) != partner.naam] == []
    inleiding = lees(site, f"{ADRES}inleiding/").xpath("//article//a/@href")
    assert [
        partner.id for partner in partners if not any(link.endswith(f"/partners/#{partner.id}") for link in inleiding)
    ] == []


def test_matrix_of_partners_says_what_the_model_says_cell_by_cell(
    plan: Plan, regiovisie: Regiovisie, site: Path
) -> None:
    [tabel] = lees(site, f"{ADRES}partners/").find_class("tabel--matrix")
    kolommen = [tekst(kop) for kop in tabel.findall("thead/tr/th")][1:]
    assert kolommen == list(plan.activiteiten)
    woord = {"genoemd": "genoemd", "alle": "zoals alle partners", "betrokken": "als betrokken partner"}
    organisatie_van = {organisatie.naam: organisatie.id for organisatie in regiovisie.organisaties.values()}
    gezien = set()
    for kop, *cellen in rijen(tabel):
        organisatie = organisatie_van[tekst(kop)]
        gezien.add(organisatie)
        hoe = {activiteit.nummer: manier for activiteit, manier in plan.deelname(organisatie)}
        verwacht = [woord.get(hoe.get(nummer, ""), "niet genoemd") for nummer in kolommen]
        assert [tekst(cel.find_class("visueel-verborgen")[0]) for cel in cellen] == verwacht, organisatie
    assert gezien >= set(plan.kop.netwerkpartners)


# --- communication, risks ---


def test_every_product_of_the_communicatiestrategie_stands_in_its_step_with_how_often(plan: Plan, site: Path) -> None:
    boom = lees(site, f"{ADRES}communicatiestrategie/")
    gezien = [(tekst(rij[0]), tekst(rij[1])) for tabel in boom.find_class("tabel--producten") for rij in rijen(tabel)]
    producten = [
        product for stap in plan.communicatie.stappen for groep in stap.productgroepen for product in groep.producten
    ]
    assert len(gezien) == len(producten)
    for (wat, hoe_vaak), product in zip(gezien, producten, strict=True):
        assert wat.startswith(product.naam)
        assert hoe_vaak == (product.frequentie or "niet genoemd")


def test_overview_of_risks_has_each_risk_and_each_precondition(plan: Plan, woorden: dict[str, str]) -> None:
    pagina = woorden[f"{ADRES}risicos/"]
    punten = [punt for activiteit in plan.activiteiten.values() for punt in activiteit.randvoorwaarden_en_risicos]
    assert [zin for zin in zinnen((plan.risicos.risicos, punten)) if zin not in pagina] == []


# --- diagrams ---


def test_diagrams_of_activities_and_deelambities_draw_what_the_model_says(plan: Plan, site: Path) -> None:
    waar = {f"{ADRES}inleiding/": plan.kop.lijnen} | {f"{ADRES}{lijn.id}/": (lijn,) for lijn in plan.kop.lijnen}
    for adres, lijnen in waar.items():
        [beeld] = lees(site, adres).xpath("//svg[starts-with(@aria-labelledby, 'relatiebeeld')]")
        getekend = zonder_wit("".join(svg_teksten(beeld)))
        verwacht = [
            woorden
            for lijn in lijnen
            for woorden in (
                lijn.naam,
                *(f"{a.nummer} {a.kort}" for a in plan.activiteiten_van(lijn.id)),
                *(ambitie.tekst for ambitie in lijn.deelambities),
            )
        ]
        assert getekend == zonder_wit("".join(verwacht)), adres


def test_diagram_of_the_governance_draws_every_relation_and_says_it_in_words(plan: Plan, site: Path) -> None:
    naam = {gremium.id: gremium.naam for gremium in plan.governance.gremia}
    boom = lees(site, f"{ADRES}inleiding/")
    [beeld] = boom.xpath("//svg[starts-with(@aria-labelledby, 'governancebeeld')]")
    getekend = zonder_wit("".join(svg_teksten(beeld)))
    in_woorden = tekst(artikel(boom))
    for relatie in plan.governance.relaties:
        assert zonder_wit(naam[relatie.van] + naam[relatie.naar] + relatie.wat) in getekend
        assert f"{naam[relatie.van]} → {naam[relatie.naar]}: {relatie.wat}" in in_woorden


def test_the_plan_reads_on_from_chapter_to_chapter(site: Path) -> None:
    hoofdstukken = [
        "",
        "inleiding/",
        "samen-zien/",
        "samen-leren-samen-werken/",
        "samen-doen/",
        "uitvoering/",
        "tijdlijn/",
    ]
    for dit, volgende in pairwise(hoofdstukken):
        [link] = lees(site, ADRES + dit).xpath("//footer//a[@rel='next']/@href")
        assert link.removeprefix("../") == volgende
