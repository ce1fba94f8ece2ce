"""The newsletter as a mail, parsed back, and looked at in a real browser: narrow and wide, light and dark."""

import base64
import email
import io
import re
import subprocess
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from PIL import Image
from playwright.sync_api import Browser

from macros import inlezen, mail
from macros.model import Nieuwsbrief, Regiovisie, Soort
from macros.opmaak import Blad
from scripts.bouw import fotos

Draai = Callable[..., subprocess.CompletedProcess[str]]

SITE = "https://www.example.org/"
NAAM = "Samen sterk, iedereen veilig"


@pytest.fixture(scope="module")
def gevuld(itemproject: Path) -> Regiovisie:
    return inlezen.laad(itemproject)


def maak(
    gevuld: Regiovisie, project: Path, naam: str = "herfst", *, basis: str = SITE, afmelden: str | None = None
) -> bytes:
    brief = gevuld.items[Soort.NIEUWSBRIEVEN][naam]
    assert isinstance(brief, Nieuwsbrief)
    blad = Blad(regiovisie=gevuld, peildatum=date(2026, 11, 22), basis=basis, site=basis)
    return mail.als_bestand(
        blad, brief, mail.Afzending(sitenaam=NAAM, afmelden=afmelden, beelden=fotos(project, brief))
    )


def lees(inhoud: bytes) -> EmailMessage:
    return email.message_from_bytes(inhoud, policy=default)


def deel(bericht: EmailMessage, soort: str) -> str:
    gevonden = bericht.get_body((soort,))
    assert gevonden is not None
    tekst: str = gevonden.get_content()
    return tekst.replace("\r\n", "\n")


@pytest.fixture(scope="module")
def bericht(gevuld: Regiovisie, itemproject: Path) -> EmailMessage:
    return lees(maak(gevuld, itemproject))


def test_it_is_one_mail_with_two_forms_of_the_same_letter(bericht: EmailMessage) -> None:
    assert [deel_.get_content_type() for deel_ in bericht.walk()] == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/jpeg",
    ]
    assert bericht.defects == []
    assert bericht["Subject"] == "Samen de herfst in"
    assert bericht["Date"] == "Thu, 01 Oct 2026 09:00:00 +0200"
    assert bericht["Content-Language"] == "nl"
    assert re.fullmatch(r"<herfst\.[0-9a-f]{24}@www\.example\.org>", bericht["Message-ID"])
    assert bericht["X-Unsent"] == "1"
    assert bericht["From"] is None  # nobody said who sends it


def test_the_plain_text(bericht: EmailMessage) -> None:
    assert (
        deel(bericht, "plain")
        == """\
Lees in de browser: https://www.example.org/nieuwsbrieven/herfst/

Samen de herfst in
Samen sterk, iedereen veilig, Q4\u00a02026

Direct gevaar? Bel 112.
Veilig Thuis: 0800-2000, gratis, dag en nacht, alle dagen.

Beste lezer,

In deze brief leest u wat er nieuw is. Zorgen om iemand? Kijk wat u kunt
doen (https://www.example.org/hulp/iemand-anders/).

------------------------------------------------------------------------
Teams spreken af wie belt

Twee teams maakten afspraken:

1. wie belt
2. wie blijft

Lees het hele bericht: Lokale teams & "Veilig Thuis" samen:
https://www.example.org/nieuws/lokale-teams/

------------------------------------------------------------------------
Een week in november

Er is een week om het erover te hebben. Lees ook de uitleg van het Rijk
(https://www.rijksoverheid.nl/).

Bekijk in de agenda: Week tegen kindermishandeling:
https://www.example.org/agenda/week/

Activiteit 2.3: Bewustwording:
https://www.example.org/plannen/zl-2024-2027/activiteiten/2-3-bewustwording/

------------------------------------------------------------------------
Nog niet te lezen

Hier wijst een link naar iets wat er nog niet staat.

Indicator uit Uitvoeringsplan 2024-2027: Het aantal adviesvragen van
inwoners en professionals (niet de politie) aan Veilig Thuis is in 2027
duidelijk gestegen ten opzichte van 2023, met minimaal 10%.
- Nulmeting 2023: onbekend
- Streefwaarde: minimaal 10% meer dan in 2023 (2027)

Lees verder: https://www.example.org/hulp/meldcode/

------------------------------------------------------------------------
Tot de volgende keer.

------------------------------------------------------------------------
Samen sterk, iedereen veilig: https://www.example.org/
Wilt u deze nieuwsbrief niet meer krijgen? Laat het weten aan wie haar u
stuurde.
"""
    )


def test_the_html_says_what_the_plain_text_says(bericht: EmailMessage) -> None:
    pagina = html.document_fromstring(deel(bericht, "html"))
    links = {link.get("href") for link in pagina.iter("a") if not link.get("href").startswith("tel:")}
    assert links == set(re.findall(r"https://[^\s)]+", deel(bericht, "plain")))
    assert [link.get("href") for link in pagina.iter("a")][:2] == ["tel:112", "tel:08002000"]
    assert [kop.text for kop in pagina.iter("h1", "h2")] == [
        "Samen de herfst in",
        "Teams spreken af wie belt",
        "Een week in november",
        "Nog niet te lezen",
    ]


def test_it_holds_in_a_mail_program_that_drops_styles_and_fetches_nothing(bericht: EmailMessage) -> None:
    bron = deel(bericht, "html")
    pagina = html.document_fromstring(bron)
    assert pagina.get("lang") == "nl"
    assert {tabel.get("role") for tabel in pagina.iter("table")} == {"presentation"}
    assert not list(pagina.iter("script", "link", "iframe", "form", "video", "svg"))
    foto = next(deel_ for deel_ in bericht.walk() if deel_.get_content_maintype() == "image")
    assert [beeld.get("src") for beeld in pagina.iter("img")] == [f"cid:{foto['Content-ID'].strip('<>')}"]
    assert [beeld.get("alt") for beeld in pagina.iter("img")] == ["Twee vrouwen in gesprek aan een tafel"]
    for tekst in pagina.iter("p", "li", "h1", "h2", "a"):
        assert "color:" in tekst.get("style", ""), tekst.text
    assert "max-width: 600px" in pagina.xpath("//table[@class='brief']/@style")[0]
    assert bron.count("<!--[if mso]>") == bron.count("<![endif]-->") == 3
    (stijl,) = pagina.iter("style")
    assert "@media (prefers-color-scheme: dark)" in stijl.text
    assert "url(" not in bron
    assert len(bron.encode()) < 100_000  # Gmail cuts off what is longer than 102 kB


def test_a_photo_is_made_to_fit_and_carries_nothing_of_the_camera(bericht: EmailMessage) -> None:
    foto = next(deel_ for deel_ in bericht.walk() if deel_.get_content_maintype() == "image")
    assert (foto.get_filename(), foto.get_content_disposition()) == ("gesprek.jpg", "inline")
    with Image.open(io.BytesIO(foto.get_content())) as beeld:
        assert (beeld.format, beeld.size, len(beeld.getexif())) == ("JPEG", (1072, 603), 0)


def test_without_an_address_of_the_site_there_is_no_link_that_leads_nowhere(
    gevuld: Regiovisie, itemproject: Path
) -> None:
    bericht = lees(maak(gevuld, itemproject, basis=""))
    pagina = html.document_fromstring(deel(bericht, "html"))
    assert [link.get("href") for link in pagina.iter("a")] == [
        "tel:112",
        "tel:08002000",
        "https://www.rijksoverheid.nl/",
    ]
    assert "Zorgen om iemand? Kijk wat u kunt doen." in pagina.text_content()
    assert re.findall(r"https?://\S+|127\.0\.0\.1|Lees in de browser", deel(bericht, "plain")) == [
        "https://www.rijksoverheid.nl/)."
    ]
    assert bericht["Message-ID"].endswith("@regiovisie.invalid>")


def test_who_gives_an_address_to_unsubscribe_finds_it_back(gevuld: Regiovisie, itemproject: Path) -> None:
    bericht = lees(maak(gevuld, itemproject, afmelden="weg@example.org"))
    assert bericht["List-Unsubscribe"] == "<mailto:weg@example.org?subject=Afmelden%20nieuwsbrief>"
    assert "Wilt u deze nieuwsbrief niet meer krijgen? Mail naar weg@example.org.\n" in deel(bericht, "plain")
    assert 'href="mailto:weg@example.org?subject=Afmelden%20nieuwsbrief"' in deel(bericht, "html")


def test_an_example_says_so_wherever_one_looks(gevuld: Regiovisie, itemproject: Path) -> None:
    bericht = lees(maak(gevuld, itemproject, "voorbeeld"))
    assert bericht["Subject"] == "Zo ziet een brief eruit (voorbeeld)"
    for soort in ("html", "plain"):
        assert "Dit is een voorbeeld. Het is verzonnen." in deel(bericht, soort)


def test_same_input_same_bytes_and_other_words_another_number(gevuld: Regiovisie, itemproject: Path) -> None:
    eerste = maak(gevuld, itemproject)
    assert maak(gevuld, itemproject) == eerste
    assert lees(maak(gevuld, itemproject, afmelden="weg@example.org"))["Message-ID"] != lees(eerste)["Message-ID"]
    assert b"\n" not in eerste.replace(b"\r\n", b"")
    assert max(map(len, eerste.split(b"\r\n"))) <= 78


def test_every_release_has_its_own_message(gevuld: Regiovisie, itemproject: Path) -> None:
    ids = {lees(maak(gevuld, itemproject, naam))["Message-ID"] for naam in ("herfst", "concept", "voorbeeld")}
    assert len(ids) == 3


@pytest.mark.parametrize("kleuren", ["light", "dark"])
@pytest.mark.parametrize("breedte", [360, 700])
def test_it_fits_and_can_be_read_in_a_browser(
    bericht: EmailMessage, browser: Browser, kleuren: str, breedte: int
) -> None:
    bron = deel(bericht, "html")
    foto = next(deel_ for deel_ in bericht.walk() if deel_.get_content_maintype() == "image")
    inhoud = base64.b64encode(foto.get_content()).decode()
    context = browser.new_context(color_scheme="dark" if kleuren == "dark" else "light")
    gevraagd: list[str] = []
    context.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    pagina = context.new_page()
    pagina.set_viewport_size({"width": breedte, "height": 900})
    pagina.set_content(bron.replace(f"cid:{foto['Content-ID'].strip('<>')}", f"data:image/jpeg;base64,{inhoud}"))
    assert pagina.evaluate("document.documentElement.scrollWidth") == breedte
    breed = pagina.locator(".brief").bounding_box()
    assert breed is not None
    assert breed["width"] == min(breedte, 600)
    licht = {"light": "rgb(255, 255, 255)", "dark": "rgb(28, 36, 39)"}[kleuren]
    assert pagina.locator(".brief").evaluate("e => getComputedStyle(e).backgroundColor") == licht
    gevonden = Axe().run(pagina, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert gevonden.response["violations"] == []
    assert [adres for adres in gevraagd if not adres.startswith("data:")] == []
    context.close()


def test_the_command_makes_a_mail_of_a_concept_too(itemproject: Path, tmp_path: Path, draai: Draai) -> None:
    doel = tmp_path / "brief.eml"
    gemaakt = draai(
        itemproject, "nieuwsbrief", "concept", "--uit", str(doel), "--van", "wij@example.org", "--site", SITE
    )
    assert (gemaakt.stdout, gemaakt.stderr, gemaakt.returncode) == (f"Geschreven: {doel}\n", "", 0)
    bericht = lees(doel.read_bytes())
    assert (bericht["From"], bericht["Subject"]) == ("wij@example.org", "Nog niet af")


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (
            ("nieuwsbrief",),
            "Na 'nieuwsbrief' hoort NIEUWSBRIEF: nieuwsbrief NIEUWSBRIEF [--uit BESTAND.eml] [--van ADRES]",
        ),
        (("nieuwsbrief", "herft"), "In docs/nieuwsbrieven/ staat geen 'herft'. Bedoelde u 'herfst'?\n"),
        (("nieuwsbrief", "herfst", "nog"), "'nieuwsbrief' kent 'nog' niet."),
        (
            ("nieuwsbrief", "herfst", "--uit", "/nergens/x.eml"),
            "/nergens/x.eml kan niet worden geschreven (No such file or",
        ),
        (("verstuur", "herfst", "--tls=nee"), "Na --tls hoort geen waarde.\n"),
    ],
)
def test_what_the_command_does_not_understand(
    itemproject: Path, draai: Draai, woorden: tuple[str, ...], melding: str
) -> None:
    gedraaid = draai(itemproject, *woorden)
    assert gedraaid.stderr.startswith(melding)
    assert "Traceback" not in gedraaid.stderr
    assert gedraaid.returncode in {1, 2}
