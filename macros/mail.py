"""A newsletter as e-mail: HTML that holds in Outlook, Gmail and dark mode, and the same in plain text."""

from __future__ import annotations

import hashlib
import io
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

import css_inline
from lxml import html as lxml_html
from markupsafe import Markup
from PIL import Image

from macros.model import Beeld, Indicator, Nieuwsbrief, Nieuwsonderdeel, Plan, Regiovisie, Soort
from macros.opmaak import Blad, kop_elders, moment, opmaaktekst, vul

POLICY = SMTP.clone(max_line_length=76)
BREEDTE = 536  # of the text in a mail of 600 pixels
SCHERP = 2  # a sharp screen shows a photo twice as wide
NEGEN_UUR = time(9)


@dataclass(frozen=True, kw_only=True)
class Afzending:
    """What a mail needs that stands in no item. What is not known is left out of the mail, never made up.

    `beelden` holds the photos by their address on the site. The address of the site itself is the `basis` of the sheet;
    without one, links within the site become plain words.
    """

    sitenaam: str
    van: str | None = None
    afmelden: str | None = None
    beelden: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link below a part of the newsletter; without an address only its words remain."""

    woorden: str
    adres: str | None


@dataclass(frozen=True, kw_only=True)
class Deel:
    """A part of the newsletter, ready to be written."""

    kop: str
    html: Markup
    tekst: str
    links: tuple[Link, ...] = ()
    cijfer: Indicator | None = None
    cijferplan: Plan | None = None
    beeld: Beeld | None = None
    cid: str | None = None


def beelden(brief: Nieuwsbrief) -> tuple[str, ...]:
    """Return the address of each photo that the newsletter shows."""
    alle = (brief.beeld, *(onderdeel.beeld for onderdeel in brief.onderdelen))
    return tuple(dict.fromkeys(beeld.bestand for beeld in alle if beeld))


def als_bestand(blad: Blad, brief: Nieuwsbrief, afzending: Afzending) -> bytes:
    """Return the mail as a file. A mail program that knows `X-Unsent` opens it as a draft, to be sent from there."""
    bericht = opstellen(blad, brief, afzending)
    bericht["Date"] = format_datetime(moment(brief.publicatiedatum, NEGEN_UUR))
    bericht["Message-ID"] = f"<{brief.id}.{vingerafdruk(bericht)[:24]}@{domein(blad.basis)}>"
    bericht["X-Unsent"] = "1"
    return bericht.as_bytes()


def domein(adres: str) -> str:
    """Return the name of the host in an address, or one that can belong to nobody."""
    return urlsplit(adres).hostname or "regiovisie.invalid"


def vingerafdruk(bericht: EmailMessage) -> str:
    """Return what tells whether two mails are the same, but for their date and whom they are for."""
    wisselend = {"date", "message-id", "to"}
    kop = [f"{naam}: {waarde}" for naam, waarde in bericht.items() if naam.lower() not in wisselend]
    delen = [deel.get_content() for deel in bericht.walk() if not deel.is_multipart()]
    som = hashlib.sha256("\n".join(kop).encode())
    for inhoud in delen:
        som.update(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return som.hexdigest()


def opstellen(blad: Blad, brief: Nieuwsbrief, afzending: Afzending) -> EmailMessage:
    """Return the mail without date and receiver: HTML and plain text of the same newsletter."""
    fotos = {pad: _passend(inhoud) for pad, inhoud in afzending.beelden.items()}
    cids = {pad: f"beeld-{nummer}@{domein(blad.basis)}" for nummer, pad in enumerate(fotos, start=1)}
    waarden = {
        "blad": blad,
        "brief": brief,
        "afzending": afzending,
        "onderwerp": kop_elders(brief),
        "browser": blad.basis + brief.pagina if blad.basis else None,
        "inleiding": _deel(blad, "", brief.inleiding),
        "delen": [_onderdeel(blad, onderdeel, cids) for onderdeel in brief.onderdelen],
        "afsluiting": _deel(blad, "", brief.afsluiting) if brief.afsluiting else None,
        "beeld": brief.beeld,
        "cid": cids.get(brief.beeld.bestand) if brief.beeld else None,
        "alarm": blad.regiovisie.contactfeiten["alarmnummer"],
        "veilig_thuis": blad.regiovisie.contactfeiten["veilig-thuis"],
        "breedte": BREEDTE,
    }
    bericht = EmailMessage(policy=POLICY)
    bericht["Subject"] = kop_elders(brief)
    if afzending.van:
        bericht["From"] = afzending.van
    if afzending.afmelden:
        bericht["List-Unsubscribe"] = f"<mailto:{afzending.afmelden}?subject=Afmelden%20nieuwsbrief>"
    bericht.set_content(_getypt(vul("mail.txt", **waarden)), cte="quoted-printable")
    bericht.add_alternative(_ingebed(vul("mail.html", **waarden)), subtype="html", cte="quoted-printable")
    # "=_" cannot stand in quoted-printable text, so these boundaries, always the same, are in no part.
    bericht.set_boundary(f"=_{brief.id}_delen")
    bericht["Content-Language"] = "nl"
    if fotos:
        _, html = bericht.iter_parts()
        assert isinstance(html, EmailMessage)  # noqa: S101 - its parts are of the class of the whole
        for pad, inhoud in fotos.items():
            naam = pad.rsplit("/", 1)[-1].rsplit(".", 1)[0] + ".jpg"
            html.add_related(inhoud, "image", "jpeg", cid=f"<{cids[pad]}>", filename=naam, disposition="inline")
        html.set_boundary(f"=_{brief.id}_beelden")
    return bericht


def _deel(blad: Blad, kop: str, markdown: str) -> Deel:
    html = _zonder_dode_links(opmaaktekst(markdown, blad.basis or "/"), blad.basis)
    return Deel(kop=kop, html=html, tekst=platte_tekst(html))


def _onderdeel(blad: Blad, onderdeel: Nieuwsonderdeel, cids: Mapping[str, str]) -> Deel:
    deel = _deel(blad, onderdeel.kop, onderdeel.tekst)
    plan, cijfer = _cijfer(blad.regiovisie, onderdeel.cijfer) if onderdeel.cijfer else (None, None)
    return Deel(
        kop=deel.kop,
        html=deel.html,
        tekst=deel.tekst,
        links=tuple(_links(blad, onderdeel)),
        cijfer=cijfer,
        cijferplan=plan,
        beeld=onderdeel.beeld,
        cid=cids.get(onderdeel.beeld.bestand) if onderdeel.beeld else None,
    )


def _cijfer(regiovisie: Regiovisie, verwijzing: str) -> tuple[Plan, Indicator]:
    plan_id, indicator_id = verwijzing.split("/")
    plan = regiovisie.plannen[plan_id]
    return plan, plan.indicatoren[indicator_id]


def _links(blad: Blad, onderdeel: Nieuwsonderdeel) -> Iterator[Link]:
    """Yield where to read on; an item that does not show yet is no place to send people to."""
    for woord, soort, naam in (
        ("Lees het hele bericht", Soort.NIEUWS, onderdeel.nieuws),
        ("Lees de praktijkcasus", Soort.PRAKTIJKCASUSSEN, onderdeel.praktijkcasus),
        ("Bekijk in de agenda", Soort.AGENDA, onderdeel.agenda),
    ):
        if naam and blad.toont(item := blad.regiovisie.items[soort][naam]):
            yield _link(blad, f"{woord}: {kop_elders(item)}", item.pagina)
    if onderdeel.activiteit:
        plan_id, nummer = onderdeel.activiteit.split("/")
        plan = blad.regiovisie.plannen[plan_id]
        woorden = f"Activiteit {nummer}: {plan.activiteiten[nummer].kort}"
        yield Link(woorden=woorden, adres=blad.naar_activiteit(plan, nummer) if blad.basis else None)
    if onderdeel.link and onderdeel.link.startswith("/"):
        yield _link(blad, "Lees verder", onderdeel.link[1:])
    elif onderdeel.link:
        yield Link(woorden=f"Lees verder op {domein(onderdeel.link)}", adres=onderdeel.link)


def _link(blad: Blad, woorden: str, adres: str) -> Link:
    return Link(woorden=woorden, adres=blad.naar(adres) if blad.basis else None)


def _zonder_dode_links(html: Markup, basis: str) -> Markup:
    """Keep only the words of links within the site when its address is not known."""
    if basis:
        return html
    blok = lxml_html.fragment_fromstring(html, create_parent="div")
    for link in list(blok.iter("a")):
        if link.get("href", "").startswith("/"):
            link.drop_tag()
    return Markup("".join(lxml_html.tostring(kind, encoding="unicode") for kind in blok))  # noqa: S704 - was markup


def platte_tekst(html: str) -> str:
    """Write light HTML as plain text: paragraphs, lists with dashes or numbers, and each link with its address."""
    blok = lxml_html.fragment_fromstring(html, create_parent="div")
    for link in blok.iter("a"):
        adres = link.get("href", "").removeprefix("mailto:")
        if adres not in link.text_content():
            link.tail = f" ({adres}){link.tail or ''}"
    return "\n\n".join(tekst for kind in blok if (tekst := _blok(kind)))


def _blok(element: lxml_html.HtmlElement) -> str:
    if element.tag not in {"ul", "ol"}:
        return " ".join(element.text_content().split())
    regels = []
    for nummer, punt in enumerate(element, start=1):
        lijsten = [kind for kind in punt if kind.tag in {"ul", "ol"}]
        for lijst in lijsten:
            punt.remove(lijst)
        teken = f"{nummer}." if element.tag == "ol" else "-"
        regels.append(f"{teken} {' '.join(punt.text_content().split())}")
        regels.extend(textwrap.indent(_blok(lijst), "  ") for lijst in lijsten)
    return "\n".join(regels)


def _getypt(tekst: str) -> str:
    """Break lines as a typed letter has them, without breaking an address."""
    regels = []
    for regel in tekst.splitlines():
        inspringen = " " * (len(regel) - len(regel.lstrip()) + (2 if regel.lstrip().startswith("- ") else 0))
        regels += textwrap.wrap(
            regel, 72, break_long_words=False, break_on_hyphens=False, subsequent_indent=inspringen
        ) or [""]
    return "\n".join(regels) + "\n"


def _ingebed(html: str) -> str:
    """Put each rule of the first style block on the elements it is for; the second is for who does read style blocks."""
    return css_inline.inline(html, keep_style_tags=False, load_remote_stylesheets=False)


def _passend(inhoud: bytes) -> bytes:
    """Return a photo as JPEG, no wider than a mail shows it on a sharp screen, without what a camera wrote in it."""
    with Image.open(io.BytesIO(inhoud)) as bron:
        foto = bron.convert("RGB")
    breedte = min(foto.width, SCHERP * BREEDTE)
    foto = foto.resize((breedte, round(foto.height * breedte / foto.width)), Image.Resampling.LANCZOS)
    uit = io.BytesIO()
    foto.save(uit, "JPEG", quality=82, optimize=True)
    return uit.getvalue()
