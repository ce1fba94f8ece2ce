"""A newsletter as a mail in a file: to look at, and to send from one's own mail program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.utils import parseaddr
from pathlib import Path

from macros import mail
from macros.model import Nieuwsbrief, Soort
from macros.opmaak import Blad
from scripts import items
from scripts.bouw import fotos
from scripts.melden import Melding, meld

MAX_ADRES = 254


@dataclass(frozen=True, kw_only=True)
class Klaar:
    """A newsletter that is ready to become a mail."""

    blad: Blad
    brief: Nieuwsbrief
    afzending: mail.Afzending


def opdracht(wortel: Path, opties: Mapping[str, str], rest: Sequence[str]) -> int:
    """Carries out `nieuwsbrief`."""
    klaar = maak_klaar(wortel, opties, rest[0])
    doel = Path(opties.get("uit") or f"{klaar.brief.id}.eml").absolute()
    try:
        doel.write_bytes(mail.als_bestand(klaar.blad, klaar.brief, klaar.afzending))
    except OSError as fout:
        raise Melding(
            f"{doel} kan niet worden geschreven ({fout.strerror}); kies met --uit een ander bestand."
        ) from None
    meld(f"Geschreven: {doel}")
    if not klaar.blad.basis:
        meld(
            "Let op: het adres van de site is niet bekend, dus links naar de site zijn gewone woorden. "
            "Geef het adres met --site of REGIOVISIE_URL."
        )
    return 0


def maak_klaar(wortel: Path, opties: Mapping[str, str], naam: str) -> Klaar:
    """Finds the newsletter, and checks the addresses that come with it."""
    van = adres(opties["van"], "Na --van staat") if "van" in opties else None
    afmelden = adres(opties["afmelden"], "Na --afmelden staat") if "afmelden" in opties else None
    site = items.site(wortel, opties)
    alle = {n: i for n, i in site.blad.regiovisie.items[Soort.NIEUWSBRIEVEN].items() if isinstance(i, Nieuwsbrief)}
    brief = items.zoek(alle, naam, Soort.NIEUWSBRIEVEN)
    return Klaar(
        blad=site.blad,
        brief=brief,
        afzending=mail.Afzending(sitenaam=site.naam, van=van, afmelden=afmelden, beelden=fotos(wortel, brief)),
    )


def adres(tekst: str, waar: str) -> str:
    """The mail address in a text such as 'Naam <naam@voorbeeld.nl>'; a Melding that begins with `waar` if it is none."""
    kaal = parseaddr(tekst)[1] if "<" in tekst else tekst.strip()
    if reden := _mis_met(kaal):
        raise Melding(f"{waar} '{tekst.strip()[:MAX_ADRES]}'; {reden}.")
    return kaal


def _mis_met(kaal: str) -> str | None:
    if not kaal.isascii():
        return "een mailadres heeft geen letters met accenten of andere tekens"
    if any(teken in kaal for teken in ",; \t"):
        return "schrijf één adres, zonder spaties of komma's"
    if kaal.count("@") != 1:
        return "een mailadres heeft één @"
    domein = kaal.partition("@")[2]
    if "." not in domein.strip(".") or ".." in kaal or domein != domein.strip(".-"):
        return "na de @ hoort de naam van een domein, zoals voorbeeld.nl"
    try:
        Address(addr_spec=kaal)
    except (HeaderParseError, ValueError, IndexError):
        return "dat is geen mailadres"
    return "een mailadres is hoogstens 254 tekens lang" if len(kaal) > MAX_ADRES else None
