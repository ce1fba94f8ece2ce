"""The pages and lists of what the werkgroep communicatie publishes, on the real build."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html
from lxml.html import HtmlElement

from macros.model import Agendaitem, Begrip, Item, Nieuwsbrief, Plan, Praktijkcasus, Product, Regiovisie, Soort
from macros.opmaak import kwartaal, periode
from tests.conftest import PEILDATUM
from tests.paginas import PLAN, artikel, lees, rijen, tekst, vouw

MERKTEKEN = "kwetterzwaluw"
"""A word that stands in nothing but what may not be published yet."""

SITE = "https://www.example.org/"
ADRES = f"plannen/{PLAN}/geleverd/"
STRATEGIE = f"plannen/{PLAN}/communicatiestrategie/"
BOUW = "import sys; from datetime import date; from pathlib import Path; from scripts.bouw import bouwen; bouwen(Path.cwd(), "
BOUW += "Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), concepten=sys.argv[3] == 'concepten')"


def zichtbaar(regiovisie: Regiovisie, soort: Soort) -> list[Item]:
    return [item for item in regiovisie.items[soort].values() if item.zichtbaar(PEILDATUM)]


def alle_zichtbare(regiovisie: Regiovisie) -> list[Item]:
    return [item for soort in Soort for item in zichtbaar(regiovisie, soort)]


def regels(waarde: str) -> Iterator[str]:
    """What light Markdown says, line by line, without its marks."""
    kaal = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", waarde).replace("**", "").replace("*", "")
    for alinea in re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", kaal):
        yield vouw(re.sub(r"^\s*(?:[-*]|\d+\.)\s+", "", alinea))


def feiten(item: Item) -> Iterator[str]:
    """Every text of an item that a reader must find on its page."""
    niet = {"template", "status", "publicatiedatum", "themas", "activiteiten", "vervult", "bron", "beeld"}
    for naam in type(item).model_fields.keys() - niet:
        waarde = getattr(item, naam)
        delen = waarde if isinstance(waarde, tuple) else (waarde,)
        if naam == "wanneer" and isinstance(item, Agendaitem) and item.begin:
            continue  # words for when there is no date yet
        for deel in delen:
            if type(deel) is str and naam not in {"partners", "zie_ook", "afzender", "organisatie"}:
                yield from regels(deel)


def links(element: HtmlElement, adres: str) -> list[str]:
    """Where the links in a part of the page lead, from the root of the site."""
    return [urljoin(f"/{adres}", link.get("href")).removeprefix("/") for link in element.iter("a")]


# --- the page of an item ---


def test_each_item_has_its_page_with_all_that_is_known_of_it(site: Path, regiovisie: Regiovisie) -> None:
    kwijt = []
    for item in alle_zichtbare(regiovisie):
        pagina = lees(site, item.pagina)
        [kop] = pagina.iter("h1")
        assert tekst(kop) == item.kop
        woorden = tekst(artikel(pagina))
        kwijt += [(item.pagina, feit) for feit in feiten(item) if feit not in woorden]
        for id_ in item.themas:
            assert f"themas/{id_}/" in links(artikel(pagina), item.pagina)
        if item.bron:
            assert f"{regiovisie.documenten[item.bron.document].titel}, {item.bron.plaats}" in woorden
    assert kwijt == []


def test_an_item_says_in_its_head_what_it_is(site: Path, regiovisie: Regiovisie) -> None:
    for item in alle_zichtbare(regiovisie):
        pagina = lees(site, item.pagina)
        eigenschappen = {meta.get("property"): meta.get("content") for meta in pagina.iter("meta")}
        [beschrijving] = pagina.xpath("//meta[@name='description']/@content")
        assert item.kop in pagina.findtext("head/title")
        assert beschrijving
        assert beschrijving.startswith(item.kort[:280])
        assert len(beschrijving) <= 300
        assert eigenschappen["og:title"] == item.kop
        assert eigenschappen["og:description"] == beschrijving
        assert (eigenschappen["og:type"], eigenschappen["og:locale"]) == ("article", "nl_NL")
        assert eigenschappen["og:site_name"]
        # The address of the writer's own computer leads nobody anywhere.
        assert "og:url" not in eigenschappen
        assert "og:image" not in eigenschappen


def test_an_example_is_marked_wherever_one_reads_of_it_and_nothing_else_is(site: Path, regiovisie: Regiovisie) -> None:
    for item in alle_zichtbare(regiovisie):
        pagina = lees(site, item.pagina)
        artikel_ = artikel(pagina)
        meldingen = [tekst(kop) for kop in artikel_.find_class("letop__kop")]
        assert bool(artikel_.find_class("merk--voorbeeld")) is item.voorbeeld
        assert ("Dit is een voorbeeld" in meldingen) is item.voorbeeld
        assert ("(voorbeeld)" in pagina.findtext("head/title")) is item.voorbeeld
        assert "Nog niet openbaar" not in meldingen
        if item.soort is not Soort.BEGRIPPEN:
            [regel] = artikel(lees(site, f"{item.soort.value}/")).xpath(
                f"//a[@href='../{item.pagina}']/ancestor::*[self::li or self::tr][1]"
            )
            assert bool(regel.find_class("merk--voorbeeld")) is item.voorbeeld


def test_an_item_belongs_to_a_tab_and_leads_back_to_its_list(site: Path, regiovisie: Regiovisie) -> None:
    for item in alle_zichtbare(regiovisie):
        pagina = lees(site, item.pagina)
        [tab] = pagina.find_class("md-tabs__item--active")
        assert tekst(tab) == ("Begrippen" if item.soort is Soort.BEGRIPPEN else "Actueel")
        [kruimels] = pagina.find_class("kruimels")
        lijst = f"{item.soort.value}/"
        assert links(kruimels, item.pagina)[-1] == lijst
        menu = pagina.xpath("//nav[@class='deelmenu']//*[a/@aria-current]")
        hier = [adres for regel in menu for adres in links(regel, item.pagina)]
        assert hier == ([] if item.soort is Soort.BEGRIPPEN else [lijst])


def test_a_newsletter_leads_on_and_shows_its_figure(site: Path, regiovisie: Regiovisie, plan: Plan) -> None:
    for brief in zichtbaar(regiovisie, Soort.NIEUWSBRIEVEN):
        assert isinstance(brief, Nieuwsbrief)
        deel = artikel(lees(site, brief.pagina))
        naar, woorden = links(deel, brief.pagina), tekst(deel)
        for onderdeel in brief.onderdelen:
            assert onderdeel.kop in woorden
            assert all(regel in woorden for regel in regels(onderdeel.tekst))
            for soort, naam in (("nieuws", onderdeel.nieuws), ("agenda", onderdeel.agenda)):
                assert naam is None or f"{soort}/{naam}/" in naar
            if onderdeel.cijfer:
                indicator = plan.indicatoren[onderdeel.cijfer.split("/")[1]]
                assert vouw(indicator.tekst) in woorden
                assert indicator.nulmeting is None or (indicator.nulmeting.waarde or "onbekend") in woorden
                assert indicator.streefwaarde is None or vouw(str(indicator.streefwaarde.waarde)) in woorden


def test_a_case_answers_the_questions_of_the_plan_by_their_names(
    site: Path, regiovisie: Regiovisie, plan: Plan
) -> None:
    namen = {vraag.id: vraag.naam for vraag in plan.kop.vragen}
    for casus in zichtbaar(regiovisie, Soort.PRAKTIJKCASUSSEN):
        assert isinstance(casus, Praktijkcasus)
        deel = artikel(lees(site, casus.pagina))
        koppen = [tekst(dt) for dt in deel.iter("dt")]
        assert [namen[antwoord.vraag] for antwoord in casus.vragen] == koppen[: len(casus.vragen)]
        assert all(regel in tekst(deel) for antwoord in casus.vragen for regel in regels(antwoord.antwoord))


# --- the lists ---


def test_each_list_has_each_item_once_and_says_how_to_follow(site: Path, regiovisie: Regiovisie) -> None:
    for soort in Soort:
        adres = f"{soort.value}/"
        naar = links(artikel(lees(site, adres)), adres)
        eigen = [link for link in naar if re.fullmatch(rf"{adres}[a-z0-9-]+/", link)]
        assert sorted(eigen) == sorted(item.pagina for item in zichtbaar(regiovisie, soort))
        if soort is not Soort.BEGRIPPEN:
            assert {f"{adres}feed.atom", f"{adres}feed.rss", "feeds/alles.atom", "feeds/alles.rss"} <= set(naar)
        assert ("agenda/agenda.ics" in naar) is (soort is Soort.AGENDA)


@pytest.mark.parametrize("soort", [Soort.NIEUWS, Soort.NIEUWSBRIEVEN, Soort.PRAKTIJKCASUSSEN])
def test_what_is_new_comes_first(site: Path, soort: Soort) -> None:
    dagen = [tijd.get("datetime") for tijd in artikel(lees(site, f"{soort.value}/")).iter("time")]
    assert dagen == sorted(dagen, reverse=True)
    assert dagen


def test_the_agenda_stands_by_month_with_what_has_no_date_apart(site: Path) -> None:
    groepen = {
        tekst(groep.find("h2")): {
            tekst(item.find(".//h3")): tekst(item.find_class("item__wanneer")[0]) for item in groep.find_class("item")
        }
        for groep in artikel(lees(site, "agenda/")).find_class("groep")
    }
    assert groepen["November 2026"]["Orange the World"] == "25 november t/m 10 december 2026 nu bezig"
    assert groepen["Juni 2027"]["Dag tegen ouderenmishandeling"] == "15 juni 2027"
    assert "Week tegen Kindermishandeling" in groepen["Datum nog niet bekend"]
    assert list(groepen)[-1] == "Datum nog niet bekend"


def test_the_home_page_has_what_is_new_and_next_and_no_example(site: Path, regiovisie: Regiovisie) -> None:
    [blok] = lees(site, "").find_class("actueel")
    voorbeelden = {item.pagina for item in regiovisie.alle_items if item.voorbeeld}
    assert {"nieuws/", "agenda/", "agenda/orange-the-world/"} <= set(links(blok, ""))
    assert voorbeelden.isdisjoint(links(blok, ""))


def test_themes_and_activities_show_what_is_about_them(site: Path, regiovisie: Regiovisie, plan: Plan) -> None:
    gezien = 0
    for item in alle_zichtbare(regiovisie):
        if item.soort is Soort.BEGRIPPEN:
            continue
        adressen = [f"themas/{thema}/" for thema in item.themas]
        eigen = (verwijzing.partition(f"{PLAN}/")[2] for verwijzing in item.activiteiten)
        adressen += [f"plannen/{PLAN}/activiteiten/{plan.paginas[nummer]}/" for nummer in eigen if nummer]
        for adres in adressen:
            naar = "../" * adres.count("/") + item.pagina
            [link] = [link for link in artikel(lees(site, adres)).iter("a") if link.get("href") == naar]
            assert bool(link.getparent().find_class("merk--voorbeeld")) is item.voorbeeld
            gezien += 1
    assert gezien > 20


# --- what was delivered ---


def _leveringen(regiovisie: Regiovisie, product: Product) -> dict[str, date]:
    """What fulfils a product, by address with the day of delivery: items that show and are no examples, and lists."""
    naam = f"{PLAN}/{product.id}"
    items = {
        item.pagina: item.publicatiedatum
        for item in alle_zichtbare(regiovisie)
        if naam in item.vervult and not item.voorbeeld
    }
    lijsten = {
        f"{soort.value}/": kop.opgeleverd_op
        for soort, kop in regiovisie.overzichten.items()
        if naam in kop.vervult and kop.opgeleverd_op and kop.opgeleverd_op <= PEILDATUM
    }
    return items | lijsten


def test_what_was_delivered_agrees_with_the_items_for_every_product(
    site: Path, regiovisie: Regiovisie, plan: Plan
) -> None:
    deel = artikel(lees(site, ADRES))
    telling, *tabellen = deel.iter("table")
    assert len(tabellen) == len(plan.communicatie.stappen) + 1
    for stap, rij, tabel in zip(plan.communicatie.stappen, rijen(telling), tabellen[:-1], strict=True):
        producten = [product for groep in stap.productgroepen for product in groep.producten]
        standen = rijen(tabel)
        assert [tekst(stand[0]) for stand in standen] == [vouw(product.naam) for product in producten]
        klaar = 0
        for product, (_, gepland, geleverd, waar) in zip(producten, standen, strict=True):
            leveringen = _leveringen(regiovisie, product)
            klaar += bool(leveringen)
            assert tekst(gepland) == vouw(periode(stap.wanneer))
            eerste = min(leveringen.values(), default=None)
            kwartalen = {vouw(kwartaal(type(stap.wanneer.van).van(dag))) for dag in [eerste] if dag}
            assert {tekst(geleverd)} == (kwartalen or {"nog niet"})
            voorbeelden = {i.pagina for i in alle_zichtbare(regiovisie) if f"{PLAN}/{product.id}" in i.vervult}
            assert set(links(waar, ADRES)) == leveringen.keys() | voorbeelden
        assert tekst(rij[-1]) == f"{klaar} van {len(producten)}"
    per_kwartaal = rijen(tabellen[-1])
    assert len(per_kwartaal) == sum(len(_leveringen(regiovisie, p)) for p in plan.communicatie.producten) > 0


def test_the_strategy_and_what_was_delivered_lead_to_each_other(site: Path, regiovisie: Regiovisie, plan: Plan) -> None:
    strategie = lees(site, STRATEGIE)
    geleverd = artikel(lees(site, ADRES))
    for product in plan.communicatie.producten:
        assert f"{STRATEGIE}#{product.id}" in links(geleverd, ADRES)
        naar = links(strategie.get_element_by_id(product.id), STRATEGIE)
        assert _leveringen(regiovisie, product).keys() <= set(naar)
    for item in alle_zichtbare(regiovisie):
        assert not item.vervult or ADRES in links(artikel(lees(site, item.pagina)), item.pagina)


# --- terms ---


def test_each_explanation_belongs_to_one_word_on_the_page_in_running_text(site: Path, regiovisie: Regiovisie) -> None:
    begrippen = {begrip.id: begrip for begrip in zichtbaar(regiovisie, Soort.BEGRIPPEN)}
    uitgelegd = set()
    for pad in sorted(site.rglob("index.html")):
        if b'class="begrip"' not in pad.read_bytes():
            continue
        boom = lees(site, pad.relative_to(site).as_posix().removesuffix("index.html"))
        knoppen = boom.xpath("//button[@class='begrip']")
        doelen = [knop.get("popovertarget") for knop in knoppen]
        assert len(set(doelen)) == len(doelen), pad
        assert sorted(doelen) == sorted(vak.get("id") for vak in boom.find_class("uitleg")), pad
        assert not [
            k for k in knoppen if k.xpath("ancestor::*[self::a or self::h1 or self::h2 or self::h3 or self::nav]")
        ]
        for vak in boom.find_class("uitleg"):
            begrip = begrippen[vak.get("id").removeprefix("uitleg-")]
            assert isinstance(begrip, Begrip)
            assert tekst(vak.findall("p")[0]) == vouw(begrip.kort)
            uitgelegd.add(begrip.id)
    assert len(uitgelegd) > len(begrippen) / 2


# --- what is not to be read yet ---


@pytest.fixture(scope="module")
def werk(itemproject: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with, of many kinds, a concept and something for later, each with a word that stands nowhere else."""
    project = tmp_path_factory.mktemp("werk") / "project"
    shutil.copytree(itemproject, project)
    for soort, naam in (("nieuws", "later"), ("nieuws", "concept"), ("nieuwsbrieven", "concept")):
        bron = project / "docs" / soort / f"{naam}.md"
        kop = bron.read_text("utf-8").replace("titel: ", f"titel: {MERKTEKEN} ", 1)
        kop = kop.replace("samenvatting: ", f"samenvatting: {MERKTEKEN} ", 1)
        bron.with_stem(f"{MERKTEKEN}-{naam}").write_text(kop, "utf-8")
    (project / "docs" / "agenda" / f"{MERKTEKEN}.md").write_text(
        (project / "docs" / "agenda" / "dag.md").read_text("utf-8").replace("gepubliceerd", "concept"), "utf-8"
    )
    begrip = (project / "docs" / "begrippen" / "af.md").read_text("utf-8").replace("gepubliceerd", "concept")
    begrip = re.sub(r"(?m)^(term|afkorting): .*$", rf"\1: {MERKTEKEN}", begrip)
    (project / "docs" / "begrippen" / f"{MERKTEKEN}.md").write_text(begrip, "utf-8")
    later = re.sub("(?m)^publicatiedatum: .*$", "publicatiedatum: 2026-12-01", begrip).replace(
        "concept", "gepubliceerd"
    )
    later = later.replace(f"term: {MERKTEKEN}", f"term: {MERKTEKEN} later")
    (project / "docs" / "begrippen" / f"{MERKTEKEN}-later.md").write_text(later, "utf-8")
    return project


def _met_het_merkteken(map_: Path) -> set[str]:
    """The files in which the word stands, in their name or in any byte, also when they are packed."""
    gevonden = set()
    for pad in map_.rglob("*"):
        if pad.is_file():
            inhoud = gzip.decompress(pad.read_bytes()) if pad.suffix == ".gz" else pad.read_bytes()
            if MERKTEKEN.encode() in inhoud.lower() or MERKTEKEN in pad.as_posix():
                gevonden.add(pad.relative_to(map_).as_posix())
    return gevonden


def _bouw(project: Path, naar: Path, wat: str) -> None:
    subprocess.run(
        [sys.executable, "-c", BOUW, str(naar), PEILDATUM.isoformat(), wat],
        cwd=project,
        env={**os.environ, "REGIOVISIE_URL": SITE, "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
        timeout=240,
    )


@pytest.mark.xdist_group("bouw")
def test_a_concept_is_in_no_byte_of_the_public_site_and_is_there_for_its_writer(werk: Path, tmp_path: Path) -> None:
    _bouw(werk, tmp_path / "openbaar", "openbaar")
    assert _met_het_merkteken(tmp_path / "openbaar") == set()
    termen = json.loads((tmp_path / "openbaar" / "zoek" / "eerste.json").read_text("utf-8"))["termen"]
    assert all(doelen for _, doelen, *_ in termen), "words that only lead to what is not public, lead nowhere"

    _bouw(werk, tmp_path / "alles", "concepten")
    gevonden = _met_het_merkteken(tmp_path / "alles")
    for pagina in ("nieuws/", "agenda/", "begrippen/", f"nieuws/{MERKTEKEN}-later/", f"agenda/{MERKTEKEN}/"):
        assert f"{pagina}index.html" in gevonden
    melding = html.parse(tmp_path / "alles" / "nieuws" / f"{MERKTEKEN}-later" / "index.html").getroot()
    assert "Nog niet openbaar Dit staat vanaf 1 december 2026 op de site." in tekst(melding.find_class("letop")[0])

    # A site with an address of its own says so to who shares one of its pages.
    pagina = html.parse(tmp_path / "openbaar" / "nieuws" / "winter" / "index.html").getroot()
    eigenschappen = {meta.get("property"): meta.get("content") for meta in pagina.iter("meta")}
    assert eigenschappen["og:url"] == f"{SITE}nieuws/winter/"
    assert eigenschappen["og:image"] == f"{SITE}nieuws/winter/delen.png"
    assert (eigenschappen["og:image:width"], eigenschappen["og:image:height"]) == ("1200", "630")
    assert eigenschappen["og:image:alt"] == "Bericht in de winter"
    assert (tmp_path / "openbaar" / "nieuws" / "winter" / "delen.png").is_file()
