"""What must hold for every page, whatever stands on it."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml.html import HtmlElement

from macros.model import Regiovisie
from tests.paginas import ADRESSEN, ELKE_PAGINA, WORTEL, bestand, lees, paginas, tekst, vouw

LEESBAAR = {".html", ".xml", ".json", ".svg", ".css", ".txt"}
RESTEN = re.compile(
    r"\{\{|\{%|\{#|\{:|#\}|%\}|Traceback \(most recent|jinja2|StrictUndefined|UndefinedError|Macro (?:Rendering|Syntax) Error"
    r"|object at 0x|ClickException|Inleesfouten"
)
TALEN = {"hulp/bg/": "bg", "hulp/en/": "en", "hulp/pl/": "pl"}
ZELFSTANDIG = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
NIET_IN_ALINEA = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
    }
    | {"h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul"}
)


def eigen_bestanden(site: Path) -> dict[str, str]:
    """What the build made from our own text, as text; the scripts and styles of the theme are not ours."""
    return {
        pad.relative_to(site).as_posix(): pad.read_text("utf-8")
        for pad in sorted(site.rglob("*"))
        if pad.suffix in LEESBAAR and not {"stylesheets", "javascripts"} & set(pad.parts)
    }


class Instellingenlezer(yaml.BaseLoader):
    """Reads only text, lists and mappings; `!ENV` as the list or text that it stands before."""


def mkdocs_yml() -> dict[str, Any]:
    instellingen: dict[str, Any] = yaml.load((WORTEL / "mkdocs.yml").read_text("utf-8"), Instellingenlezer)  # noqa: S506
    return instellingen


def contactbestand() -> dict[str, Any]:
    bestand_: dict[str, Any] = yaml.safe_load((WORTEL / "data" / "contactfeiten.yml").read_text("utf-8"))
    return bestand_


def test_the_pages_of_the_site_are_those_of_docs_and_no_others(site: Path) -> None:
    gebouwd = {pad.relative_to(site).as_posix() for pad in site.rglob("*.html")}
    gebouwd -= {"toolkit/bestanden/e-mailhandtekening.html"}  # to copy into a mail program, no page
    assert gebouwd == {bestand(site, adres).relative_to(site).as_posix() for adres in ADRESSEN}


def test_nothing_of_the_machinery_is_left_in_any_file(site: Path) -> None:
    gevonden = {naam: RESTEN.findall(inhoud) for naam, inhoud in eigen_bestanden(site).items()}
    assert {naam: resten for naam, resten in gevonden.items() if resten} == {}


# --- HTML ---


class Nesting(HTMLParser):
    """Collects what a forgiving browser would silently repair."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.fouten: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        plaats = f"regel {self.getpos()[0]}: <{tag}>"
        if tag in NIET_IN_ALINEA and "p" in self.open:
            self.fouten.append(f"{plaats} in een <p>")
        if tag in {"a", "button", "label"} and {"a", "button"} & set(self.open):
            self.fouten.append(f"{plaats} in een <a> of <button>")
        if tag == "li" and self.open[-1] not in {"ul", "ol"}:
            self.fouten.append(f"{plaats} in een <{self.open[-1]}>")
        dubbel = [naam for naam, aantal in Counter(naam for naam, _ in attrs).items() if aantal > 1]
        if dubbel:
            self.fouten.append(f"{plaats} heeft dubbel {dubbel}")
        if tag not in ZELFSTANDIG:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ZELFSTANDIG:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.fouten.append(f"regel {self.getpos()[0]}: </{tag}> sluit {self.open[-1:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass


@ELKE_PAGINA
def test_html_is_nested_as_written_so_that_no_browser_has_to_repair_it(
    site: Path, subtests: pytest.Subtests, adressen: list[str]
) -> None:
    for adres in adressen:
        with subtests.test(adres):
            bron = bestand(site, adres).read_text("utf-8")
            lezer = Nesting()
            lezer.feed(bron)
            lezer.close()
            assert lezer.fouten == []
            assert lezer.open == []
            assert bron.lstrip().lower().startswith("<!doctype html>")


@ELKE_PAGINA
def test_ids_are_unique_and_whatever_points_at_one_finds_it(
    site: Path, subtests: pytest.Subtests, adressen: list[str]
) -> None:
    for adres in adressen:
        with subtests.test(adres):
            boom = lees(site, adres)
            ids = Counter(boom.xpath("//@id"))
            assert [naam for naam, aantal in ids.items() if aantal > 1] == []
            verwijzend = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list")
            wijst_naar = {
                naam for soort in verwijzend for waarde in boom.xpath(f"//@{soort}") for naam in waarde.split()
            }
            assert wijst_naar - set(ids) == set()


@ELKE_PAGINA
def test_page_says_its_language_title_and_description(
    site: Path, subtests: pytest.Subtests, adressen: list[str]
) -> None:
    for adres in adressen:
        with subtests.test(adres):
            boom = lees(site, adres)
            assert boom.get("lang") == TALEN.get(adres, "nl")
            [titel] = boom.findall("head/title")
            [beschrijving] = boom.xpath("//meta[@name='description']/@content")
            assert vouw(titel.text or "")
            assert len(vouw(beschrijving)) > 20
            assert boom.xpath("//meta[@name='viewport']/@content") == ["width=device-width,initial-scale=1"]


def test_no_two_pages_share_a_title(site: Path) -> None:
    titels = Counter(vouw(boom.findtext("head/title")) for boom in paginas(site).values())
    assert [titel for titel, aantal in titels.items() if aantal > 1] == []


@ELKE_PAGINA
def test_headings_begin_with_the_only_h1_and_skip_no_level(
    site: Path, subtests: pytest.Subtests, adressen: list[str]
) -> None:
    for adres in adressen:
        with subtests.test(adres):
            koppen = list(lees(site, adres).iter("h1", "h2", "h3", "h4", "h5", "h6"))
            niveaus = [int(kop.tag[1]) for kop in koppen]
            assert niveaus[0] == 1
            assert niveaus.count(1) == 1
            sprongen = [
                tekst(kop)
                for kop, niveau, vorig in zip(koppen[1:], niveaus[1:], niveaus, strict=False)
                if niveau > vorig + 1
            ]
            assert sprongen == []
            assert [kop for kop in koppen if not tekst(kop)] == []


def naam_van(beeld: HtmlElement) -> str:
    """What a screen reader calls a picture."""
    if beeld.tag == "img":
        return str(beeld.get("alt", ""))
    ids = beeld.get("aria-labelledby", "").split()
    genoemd = [vouw("".join(doel.itertext())) for naam in ids for doel in beeld.xpath("//*[@id=$id]", id=naam)]
    return beeld.get("aria-label") or " ".join(genoemd)


@ELKE_PAGINA
def test_every_picture_has_a_name_or_is_hidden_from_screen_readers(
    site: Path, subtests: pytest.Subtests, adressen: list[str]
) -> None:
    for adres in adressen:
        with subtests.test(adres):
            boom = lees(site, adres)
            assert [beeld.attrib for beeld in boom.xpath("//img[not(@alt)]")] == []
            assert [beeld.attrib for beeld in boom.xpath("//*[@role='img']") if len(naam_van(beeld)) < 10] == []
            # A picture in the text is either named, or decoration.
            los = boom.xpath("//article//svg[not(@role='img') and not(ancestor-or-self::*[@aria-hidden='true'])]")
            assert [beeld.attrib for beeld in los] == []


@ELKE_PAGINA
def test_every_table_has_a_caption_scoped_headers_and_a_header_in_each_row(
    site: Path, subtests: pytest.Subtests, adressen: list[str]
) -> None:
    for adres in adressen:
        with subtests.test(adres):
            for tabel in lees(site, adres).iter("table"):
                bijschrift = tabel.find("caption")
                assert bijschrift is not None
                naam = tekst(bijschrift)
                assert naam
                assert [
                    tekst(kop)
                    for kop in tabel.iter("th")
                    if kop.get("scope") not in {"col", "row", "colgroup", "rowgroup"}
                ] == []
                assert tabel.xpath("thead/tr/th"), naam
                assert [tekst(rij) for rij in tabel.iterfind("tbody/tr") if rij.find("th") is None] == [], naam
                assert [cel for cel in tabel.iter("th") if not tekst(cel)] == [], naam


# --- emergency numbers ---


@ELKE_PAGINA
def test_emergency_numbers_can_be_called_from_the_first_kilobyte_of_the_body(
    site: Path, subtests: pytest.Subtests, adressen: list[str]
) -> None:
    for adres in adressen:
        with subtests.test(adres):
            bron = bestand(site, adres).read_bytes()
            begin = bron[bron.index(b"<body") :][:1024].decode("utf-8", "ignore")
            assert re.findall(r'<a\b[^>]*href="tel:(\d+)"[^>]*>.*?</a>', begin) == ["112", "08002000"]
            assert re.findall(r"<b>([\d-]+)</b>", begin) == ["112", "0800-2000"]


def test_emergency_numbers_of_the_theme_are_those_of_the_contact_facts(regiovisie: Regiovisie) -> None:
    nood = mkdocs_yml()["extra"]["nood"]
    assert nood["alarm"] == regiovisie.contactfeiten["alarmnummer"].telefoon == "112"
    assert nood["veilig_thuis"] == regiovisie.contactfeiten["veilig-thuis"].telefoon == "0800-2000"


@ELKE_PAGINA
def test_every_number_to_call_is_a_contact_fact_and_reads_as_it_dials(
    site: Path, subtests: pytest.Subtests, adressen: list[str], regiovisie: Regiovisie
) -> None:
    for adres in adressen:
        with subtests.test(adres):
            bekend = {feit.bellen: feit.telefoon for feit in regiovisie.contactfeiten.values() if feit.telefoon}
            for link in lees(site, adres).xpath("//a[starts-with(@href, 'tel:')]"):
                nummer = link.get("href").removeprefix("tel:")
                assert nummer in bekend
                assert bekend[nummer] in tekst(link)


def test_obsolete_numbers_and_addresses_stand_nowhere_in_the_output(site: Path) -> None:
    verouderd = [regel["tekst"] for regel in contactbestand()["verouderd"]]
    assert verouderd
    patronen = {
        oud: r"(?<![\d.])" + r"[\s().-]{0,2}".join(re.sub(r"\D", "", oud)) + r"(?!\d)"
        if oud[0].isdigit()
        else re.escape(oud)
        for oud in verouderd
    }
    gevonden = [
        (naam, oud)
        for naam, inhoud in eigen_bestanden(site).items()
        for oud, patroon in patronen.items()
        if re.search(patroon, inhoud, re.IGNORECASE)
    ]
    assert gevonden == []
