"""Texts to share an item with: on social media, in a message, and on an intranet; made from the item itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.model import Agendaitem, Item, Soort
from macros.opmaak import Blad, echt_adres, kop_elders, vul, wanneer

MAX_KORT = 280
AFZENDER = "Samen sterk, iedereen veilig, de regionale aanpak van geweld in afhankelijkheidsrelaties in Limburg"
DEELBAAR = frozenset(Soort) - {Soort.BEGRIPPEN, Soort.KANALEN}
"""The kinds that somebody would share: news, not a dictionary or a list of channels."""


@dataclass(frozen=True, kw_only=True)
class Deeltekst:
    """One text, and where it is for."""

    waarvoor: str
    tekst: str


def deelteksten(item: Item, adres: str, dag: date) -> tuple[Deeltekst, ...]:
    """Return the texts by which to share an item that stands at this address, on this day."""
    kop = kop_elders(item)
    zin = kop if kop[-1] in ".!?" else f"{kop}."
    inhoud = [item.kort]
    if item.voorbeeld:
        inhoud.insert(0, "Dit is een voorbeeld. Het is verzonnen.")
    if isinstance(item, Agendaitem):
        inhoud.append(f"Wanneer: {wanneer(item, dag)}.")
    herkomst = f"Dit komt van {AFZENDER}."
    return (
        Deeltekst(
            waarvoor="Kort, voor sociale media",
            tekst=f"{_ingekort(f'{zin} {item.kort}', MAX_KORT - len(adres) - 1)}\n{adres}",
        ),
        Deeltekst(
            waarvoor="Langer, voor LinkedIn of een bericht", tekst="\n\n".join([zin, *inhoud, f"Lees meer: {adres}"])
        ),
        Deeltekst(
            waarvoor="Voor intranet", tekst="\n\n".join([kop, *inhoud, herkomst, f"Lees het hele stuk: {adres}"])
        ),
    )


def _ingekort(tekst: str, ruimte: int) -> str:
    """Return as much of a text as fits: all of it, else whole words and an ellipsis."""
    if len(tekst) <= ruimte:
        return tekst
    woorden = tekst[: ruimte - 1].rsplit(" ", 1)[0]
    return woorden.rstrip(" ,;:-") + "…"


def delen(blad: Blad) -> str:
    """Return the section of an item's page with the texts to share it with; nothing for what nobody shares."""
    soort, naam, *_ = blad.pagina.split("/")
    dit = blad.regiovisie.items[Soort(soort)][naam]
    if dit.soort not in DEELBAAR or not dit.zichtbaar(blad.peildatum):
        return ""
    return vul(
        "delen.html", teksten=deelteksten(dit, blad.site + dit.pagina, blad.peildatum), lokaal=not echt_adres(blad.site)
    )
