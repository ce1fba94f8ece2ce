"""Texts to share an item with, on the terminal: to copy from."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from macros import deelteksten
from macros.model import Soort
from scripts import items
from scripts.melden import Melding, meld


def opdracht(wortel: Path, opties: Mapping[str, str], rest: Sequence[str]) -> int:
    """Carries out `deeltekst`."""
    map_, _, naam = rest[0].removeprefix("docs/").partition("/")
    soorten = [soort.value for soort in Soort if soort in deelteksten.DEELBAAR]
    if map_ not in soorten or not naam:
        raise Melding(
            f"'{rest[0]}' is niet te delen; schrijf de soort, een schuine streep en de naam, zoals nieuws/eerste-bericht. "
            f"De soorten zijn: {', '.join(soorten)}."
        )
    site = items.site(wortel, opties)
    soort = Soort(map_)
    item = items.zoek(site.blad.regiovisie.items[soort], naam, soort)
    for tekst in deelteksten.deelteksten(item, site.blad.site + item.pagina, site.dag):
        meld(f"{tekst.waarvoor} ({len(tekst.tekst)} tekens)\n{'-' * 40}\n{tekst.tekst}\n")
    if not item.zichtbaar(site.dag):
        meld("Let op: dit staat nog niet op de openbare site.")
    if not site.blad.basis:
        meld(
            "Let op: het adres hierboven werkt alleen op deze computer. Geef het echte adres met --site of REGIOVISIE_URL."
        )
    return 0
