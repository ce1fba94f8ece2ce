"""What stands at `/beheer/`: the editor in the browser, with settings made from the models.

The same files serve in two ways: on one computer, where `redactie` stores what is written (scripts/redactie.py), and on
a server, where they stand in the built site and a Git server with its own login stores it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from macros import inlezen
from macros.beelden import KWALITEITEN, LANGSTE_ZIJDE, MEESTE_BYTES
from macros.model import Korttekst, Model, Regiovisie, fout
from scripts.melden import Melding
from scripts.opzetten import Omgeving
from scripts.velden import Formulier

NAAM = "beheer"
PANEEL = Path(__file__).parent / "paneel"
BLADEN = ("index.html", "begin.js", "beelden.js", "beheer.js", "beheer.css")
INSTELLINGEN = "instellingen.json"
EDITOR = "decap-cms.js"
VOORBEELD, BEELD = "voorbeeld", "beeld"
"""Where the editor sends what is in the form, and a photo that is not stored yet."""

BEELDENMAP = "docs/beelden"

VEILIGHEID = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' blob:; frame-src 'self' blob:; "
    "manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
"""What the pages under /beheer/ may do: the editor makes code from its settings, and puts styles in the page."""


class Gitsoort(StrEnum):
    """The kinds of Git server that the editor can log in to without a server of ours in between."""

    GITEA = "gitea"
    FORGEJO = "forgejo"
    GITLAB = "gitlab"


def _adres(tekst: str) -> str:
    deel = urlsplit(tekst)
    if deel.scheme != "https" or not deel.hostname or deel.query or deel.fragment or deel.username:
        raise fout(f"'{tekst[:60]}' is geen adres van een server; schrijf het voluit, zoals https://git.voorbeeld.nl")
    return tekst.rstrip("/")


_PROJECT = re.compile(r"[\w.-]+(/[\w.-]+)+")


def _project(tekst: str) -> str:
    if not _PROJECT.fullmatch(tekst):
        raise fout(f"'{tekst[:60]}' is geen project; schrijf groep en project, zoals werkgroep/regiovisie")
    return tekst


class Serverinstellingen(Model):
    """How the editor on a server reaches the Git server that keeps the site; nothing in it is secret."""

    soort: Gitsoort
    adres: Annotated[str, AfterValidator(_adres)]
    project: Annotated[str, AfterValidator(_project)]
    toepassing: Korttekst
    tak: Korttekst = Field(default="main")

    def backend(self) -> dict[str, str]:
        """What Decap calls a backend."""
        gitlab = self.soort is Gitsoort.GITLAB
        eigen = (
            {
                "name": "gitlab",
                "auth_type": "pkce",
                "api_root": f"{self.adres}/api/v4",
                "auth_endpoint": "oauth/authorize",
            }
            if gitlab
            else {"name": "gitea", "api_root": f"{self.adres}/api/v1", "auth_endpoint": "login/oauth/authorize"}
        )
        return {**eigen, "repo": self.project, "branch": self.tak, "base_url": self.adres, "app_id": self.toepassing}


def lees_server(pad: Path) -> Serverinstellingen:
    """The settings in this file; what is wrong with them is told, a line each."""
    try:
        return inlezen.lees_los(pad, Serverinstellingen)
    except inlezen.Inleesfouten as mis:
        raise Melding("\n".join(map(str, mis.fouten))) from None


def instellingen(regiovisie: Regiovisie, dag: date, backend: Mapping[str, str], *, op_deze_computer: bool) -> bytes:
    """The settings of the editor; only on one's own computer can it ask for the real page, with its photos."""
    woorden = json.loads((PANEEL / "woorden.json").read_text("utf-8"))
    decap: dict[str, Any] = {
        "backend": dict(backend),
        "locale": "nl",
        "media_folder": BEELDENMAP,
        "public_folder": "/beelden",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "show_preview_links": False,
        "collections": Formulier(regiovisie, dag).verzamelingen(),
    }
    alles = {
        "decap": decap,
        "voorbeeld": VOORBEELD if op_deze_computer else None,
        "beelden": {
            "naar": BEELD if op_deze_computer else None,
            "langste_zijde": LANGSTE_ZIJDE,
            "meeste_bytes": MEESTE_BYTES,
            "kwaliteiten": [kwaliteit / 100 for kwaliteit in KWALITEITEN],
        },
        "woorden": woorden,
    }
    return json.dumps(alles, ensure_ascii=False, indent=1).encode()


def blad(naam: str) -> bytes | None:
    """A file of the editor that is the same everywhere; None when there is none of that name."""
    if naam in BLADEN:
        return (PANEEL / naam).read_bytes()
    if naam == EDITOR:
        return (Omgeving.van_dit_proces().javascript / "los" / "decap-cms" / "dist" / EDITOR).read_bytes()
    return None


def voor_server(regiovisie: Regiovisie, dag: date, server: Serverinstellingen) -> Iterator[tuple[str, bytes]]:
    """Every file of the editor for in a built site, with where it goes."""
    for naam in (*BLADEN, EDITOR):
        inhoud = blad(naam)
        if inhoud is not None:
            yield f"{NAAM}/{naam}", inhoud
    yield f"{NAAM}/{INSTELLINGEN}", instellingen(regiovisie, dag, server.backend(), op_deze_computer=False)
