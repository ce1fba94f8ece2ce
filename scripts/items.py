"""What commands about one item share: finding it by its name, and the address of the site it stands on."""

import difflib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from macros import inlezen
from macros.model import Item, Soort
from macros.opmaak import Blad, echt_adres
from scripts.bouw import peildatum
from scripts.melden import Melding

Gezocht = TypeVar("Gezocht", bound=Item)


@dataclass(frozen=True, kw_only=True)
class Site:
    """The site as its settings describe it, with the items on it, on a day; `blad` knows no address but a real one."""

    naam: str
    blad: Blad

    @property
    def dag(self) -> date:
        """The day that counts as today."""
        return self.blad.peildatum


def site(wortel: Path, opties: Mapping[str, str]) -> Site:
    """Reads the items, and the address from `--site`, else from REGIOVISIE_URL."""
    from mkdocs.config import load_config

    try:
        regiovisie = inlezen.laad(wortel)
    except inlezen.Inleesfouten as mis:
        raise Melding(str(mis)) from None
    instellingen = load_config(str(wortel / "mkdocs.yml"))
    adres = opties.get("site", "") or instellingen.site_url or ""
    if "site" in opties and not (urlsplit(adres).scheme in {"http", "https"} and echt_adres(adres)):
        raise Melding(f"'{adres}' is geen adres van een site; schrijf het zo: https://www.uw-site.nl/")
    adres = adres.rstrip("/") + "/"
    blad = Blad(
        regiovisie=regiovisie,
        peildatum=peildatum(opties.get("peildatum"), os.environ),
        basis=adres if echt_adres(adres) else "",
        site=adres,
    )
    return Site(naam=instellingen.site_name, blad=blad)


def zoek(alle: Mapping[str, Gezocht], naam: str, soort: Soort) -> Gezocht:
    """The item of this name: that of its file in `docs/`, with or without folder and ending."""
    kort = naam.removeprefix("docs/").removeprefix(f"{soort.value}/").removesuffix(".md").strip("/")
    if kort in alle:
        return alle[kort]
    raise Melding(f"In docs/{soort.value}/ staat geen '{kort}'.{_bedoelde(kort, alle)}")


def _bedoelde(woord: str, keuzes: Iterable[str]) -> str:
    namen = sorted(keuzes)
    if dichtbij := difflib.get_close_matches(woord, namen, n=1):
        return f" Bedoelde u '{dichtbij[0]}'?"
    return f" Er is: {', '.join(namen)}." if namen else " Die map is nog leeg."
