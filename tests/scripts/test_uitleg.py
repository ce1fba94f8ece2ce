"""Where a term on a page becomes a button with its explanation, and where it stays a word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from macros.model import Begrip
from scripts import uitleg

Leg = Callable[..., str]

BRON = {"document": "uitvoeringsplan", "plaats": "paragraaf 1"}
BEGRIPPEN: dict[str, dict[str, object]] = {
    "af": {"term": "Aandachtsfunctionaris", "afkorting": "AF", "ook": ["aandachtsfunctionarissen", "hulp op school"]},
    "ggd": {"term": "Gemeentelijke gezondheidsdienst", "afkorting": "GGD"},
    "hg-km": {"term": "Huiselijk geweld en kindermishandeling", "afkorting": "HG/KM", "ook": ["huiselijk geweld"]},
    "veilig-thuis": {"term": "Veilig Thuis"},
    "regie": {"term": "Regie"},
    "pleger": {"term": "Pleger"},
    "triage": {"term": "Triage"},
    "zelfscan": {"term": "Zelfscan"},
    "intervisie": {"term": "Intervisie"},
}
SCHIL = """<!doctype html><html lang="{taal}"><body><nav>AF</nav>
<article class="md-content__inner md-typeset">
{inhoud}
</article><footer>AF</footer></body></html>"""


def begrip(naam: str) -> Begrip:
    kop = {"template": "item.html", "publicatiedatum": "2026-01-01", "uitleg": "Dit is het. En nog iets.", "bron": BRON}
    return Begrip.model_validate({**kop, **BEGRIPPEN[naam]}).met_naam(naam)


@pytest.fixture
def leg(tmp_path: Path) -> Leg:
    """Explains the terms on a page with this text; gives back all of the page."""

    def leg_(inhoud: str, *, adres: str = "een/pagina/", taal: str = "nl") -> str:
        pad = tmp_path / adres / "index.html"
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(SCHIL.format(inhoud=inhoud, taal=taal), "utf-8")
        uitleg.leg_uit(tmp_path, [begrip(naam) for naam in BEGRIPPEN])
        return pad.read_text("utf-8")

    return leg_


def knoppen(pagina: str) -> list[str]:
    return [knop.text for knop in html.document_fromstring(pagina).iter("button") if knop.get("class") == "begrip"]


def zonder(pagina: str) -> str:
    """The words of the page as if nothing were explained."""
    boom = html.document_fromstring(pagina)
    for blok in boom.find_class("uitlegblok"):
        blok.drop_tree()
    return str(boom.text_content())


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        pytest.param("<p>De AF en de GGD. Nog een AF.</p>", ["AF", "GGD"], id="de eerste keer, elk begrip"),
        pytest.param("<p>Een <em>AF</em> of <strong>de GGD</strong>, en regie</p>", ["AF", "GGD", "regie"], id="erin"),
        pytest.param("<p>af, Afweer, AFM en RAF</p>", [], id="een afkorting met haar hoofdletters, als heel woord"),
        pytest.param("<p>ziekenhuis-GGD en de regie-rol</p>", ["regie"], id="niet achter een streepje"),
        pytest.param(
            "<p>Huiselijk geweld en kindermishandeling</p>", ["Huiselijk geweld en kindermishandeling"], id="langste"
        ),
        pytest.param("<p>Over huiselijk geweld gesproken</p>", ["huiselijk geweld"], id="een andere schrijfwijze"),
        pytest.param("<p>De hulp op school</p>", [], id="een alledaags woord niet"),
        pytest.param(
            "<p>Is het veilig thuis? Bel Veilig Thuis.</p>", ["Veilig Thuis"], id="een naam met haar hoofdletter"
        ),
        pytest.param("<p>De AF heet aandachtsfunctionaris.</p>", ["AF"], id="een begrip maar een keer"),
        pytest.param("<p>HG/KM</p>", ["HG/KM"], id="met een teken erin"),
        pytest.param("<h2>AF</h2><p><a href='x'>AF</a> <code>AF</code></p>", [], id="niet in een kop, link of code"),
        pytest.param("<button>AF</button><summary>AF</summary>", [], id="niet in wat bediend wordt"),
        pytest.param(
            "<table><thead><tr><th>AF</th></tr></thead><tr><th>GGD</th><td>AF</td></tr></table>",
            ["AF"],
            id="niet in th",
        ),
        pytest.param("<dl><dt>AF</dt><dd>GGD</dd></dl>", ["GGD"], id="niet in wat wordt uitgelegd"),
        pytest.param("<p class='merken'><span>AF</span></p>", [], id="niet in een merk"),
        pytest.param("<svg><text>AF</text></svg><p>GGD</p>", ["GGD"], id="niet in een tekening"),
        pytest.param(
            "<p>regie, pleger, triage, zelfscan, intervisie, Veilig Thuis, AF, GGD</p>",
            ["regie", "pleger", "triage", "zelfscan", "intervisie", "AF", "GGD"],
            id="hoogstens zoveel woorden, en alle afkortingen",
        ),
    ],
)
def test_a_term_is_explained_where_it_is_first_read(leg: Leg, inhoud: str, woorden: list[str]) -> None:
    pagina = leg(inhoud)
    assert knoppen(pagina) == woorden
    assert zonder(pagina) == zonder(SCHIL.format(inhoud=inhoud, taal="nl"))


def test_the_explanation_is_a_sentence_and_the_way_to_more(leg: Leg) -> None:
    boom = html.document_fromstring(leg("<p>Vraag het de AF.</p>"))
    [knop] = boom.iter("button")
    assert dict(knop.attrib) == {"type": "button", "class": "begrip", "popovertarget": "uitleg-af"}
    vak = boom.get_element_by_id("uitleg-af")
    assert vak.get("popover") == "auto"
    assert vak.text_content() == "AandachtsfunctionarisDit is het.Meer over Aandachtsfunctionaris"
    [link] = vak.iter("a")
    assert link.get("href") == "../../begrippen/af/"


@pytest.mark.parametrize(("adres", "taal"), [("begrippen/af/", "nl"), ("begrippen/", "nl"), ("hulp/pl/", "pl")])
def test_nothing_is_explained_on_its_own_page_in_the_list_or_in_another_language(
    leg: Leg, adres: str, taal: str
) -> None:
    assert leg("<p>De AF</p>", adres=adres, taal=taal) == SCHIL.format(inhoud="<p>De AF</p>", taal=taal)


def test_a_drawing_stays_as_it_was_to_the_letter(leg: Leg) -> None:
    tekening = "<svg viewBox='0 0 1 1'><clipPath id=a><path d='M0 0'/></clipPath><text>AF</text></svg>"
    assert tekening in leg(f"<p>De AF</p>{tekening}")


def test_an_article_in_an_article_is_part_of_it(leg: Leg) -> None:
    pagina = leg("<article><p>De AF</p></article><p>De GGD</p>")
    assert knoppen(pagina) == ["AF", "GGD"]
    assert pagina.index("</footer>") > pagina.index('class="uitlegblok"')
