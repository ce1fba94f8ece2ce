"""The editor in the browser, beside the site with all that is not yet published; on this computer only."""

import base64
import http.client
import itertools
import json
import mimetypes
import os
import re
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from macros import beelden
from macros.inlezen import Inleesfouten
from macros.model import FOTO_VORM, Soort
from scripts import beheer, serveren
from scripts.beheer import BEELD, VOORBEELD
from scripts.bouw import peildatum
from scripts.decapserver import ADRES, decapserver
from scripts.melden import Melding, meld
from scripts.serveren import POORT, Bouwer, Server
from scripts.voorbeeld import Voorbeeldmaker, Vraag

MEEST = 40_000_000
"""The longest that the editor may send: a few photos, written as text."""

BEWAARD = 20
"""How many pages of what is being written are kept: a few windows may be open."""

ONLEESBAAR = "Deze vraag is niet te lezen."
GEEN_BESTAND = "Dit bestand is er niet."
SCHRIJFT = frozenset({"persistEntry", "persistMedia", "deleteFile", "deleteFiles"})
EIGEN = re.compile(rf"docs/(?:(?:{'|'.join(Soort)})/(?!index\.md$)[a-z0-9-]+\.md|beelden/[a-z0-9][a-z0-9._-]*)")
"""The files that are the editor's to change: items and photos, never the list pages or anything else."""

Antwoord = tuple[str, str, bytes]
"""A status, a type of content, and the content."""

SOORTEN = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


def opdracht(wortel: Path, opties: Mapping[str, str], _rest: Sequence[str]) -> int:
    """Carries out `redactie`: serves until it is stopped."""
    poort = serveren.lees_poort(opties.get("poort", str(POORT)))
    serveren.eis_vrij(poort, "redactie")
    serveren.luister_naar_stop()
    bouwer = Redactiebouwer(wortel, wortel / ".cache" / f"redactie-{poort}")
    with decapserver(wortel) as opslag:
        serveren.toon(Redactieserver(bouwer, poort, serveren.voorvoegsel(wortel), opslag), "redactie")
    return 0


class Redactiebouwer(Bouwer):
    """Builds with all that is not yet published, in a process of its own, so that nobody who is writing waits for it."""

    def _bouw(self) -> None:
        woorden = [
            "bouw",
            "--concepten",
            "--uit",
            str(self.uit),
            "--peildatum",
            peildatum(None, os.environ).isoformat(),
        ]
        bouw = subprocess.run(
            [sys.executable, "-m", "scripts", *woorden],
            cwd=self.wortel,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if bouw.returncode:
            raise Melding(bouw.stderr.strip())


class Redactieserver(Server):
    """The site, and under `/beheer/` the editor, what it stores, and the page of what it is writing."""

    oogopslag = 1.0  # each look costs time that whoever is writing waits

    def __init__(self, bouwer: Bouwer, poort: int, begin: str, opslag: int) -> None:
        super().__init__(bouwer, poort, begin)
        self._opslag = opslag
        self._maker = Voorbeeldmaker(bouwer.wortel, bouwer.uit, lambda adres: self._foto(adres) is not None)
        self._nieuw: dict[str, bytes] = {}
        self._paginas: dict[int, str] = {}
        self._nummers = itertools.count(1)
        self._eigen = {f"{ADRES}:{poort}", f"localhost:{poort}"}
        self._beheer = f"{begin}{beheer.NAAM}/"

    def zeg_adres(self) -> None:
        """Tells where the editor is, and opens it where somebody is looking."""
        adres = f"http://{ADRES}:{self.poort}{self._beheer}"
        meld(f"\nDe redactie staat op {adres}\nDe site, met wat nog niet openbaar is, staat op {self.url}")
        meld("Wat u opslaat, verschijnt vanzelf. Ctrl+C stopt.\n")
        if sys.stdout.isatty():
            webbrowser.open(adres)

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answers one request."""
        pad = str(environ["PATH_INFO"])
        if pagina := self._pagina(str(environ.get("QUERY_STRING", ""))):
            return _geef(start_response, ("200 OK", SOORTEN[".html"], pagina.encode()))
        if foto := self._foto(pad.removeprefix(self.mount_path.rstrip("/"))):
            return _geef(start_response, ("200 OK", _soort_foto(foto), foto))
        if inhoud := self._van_de_site(pad):
            return _geef(start_response, ("200 OK", mimetypes.guess_type(pad)[0] or "application/octet-stream", inhoud))
        if pad + "/" == self._beheer:
            start_response("302 Found", [("Location", self._beheer)])
            return []
        if not pad.startswith(self._beheer):
            return super().serve_request(environ, start_response)
        antwoord = self._antwoord(pad.removeprefix(self._beheer), environ)
        return _geef(start_response, antwoord, ("Content-Security-Policy", beheer.VEILIGHEID))

    def _van_de_site(self, pad: str) -> bytes | None:
        """What a page is dressed with, at once: the page beside the form can't wait until a build is done, as a page does."""
        delen = pad.removeprefix(self.mount_path).split("/")
        if not pad.startswith(self.mount_path) or ".." in delen or Path(pad).suffix in {"", ".html"}:
            return None
        bestand = self.bouwer.uit.joinpath(*delen)
        return bestand.read_bytes() if bestand.is_file() else None

    def _foto(self, adres: str) -> bytes | None:
        """A photo by its address, also before it is stored, or while the site is being built with it."""
        if not re.fullmatch(FOTO_VORM, adres):
            return None
        bestand = self.bouwer.wortel / "docs" / adres.lstrip("/")
        return bestand.read_bytes() if bestand.is_file() else self._nieuw.get(adres)

    def _pagina(self, vraag: str) -> str | None:
        """The page of what is being written that is asked for: at the address of the list of its kind, so that its links are right."""
        nummer = vraag.removeprefix(f"{VOORBEELD}=")
        return self._paginas.get(int(nummer)) if nummer != vraag and nummer.isdigit() else None

    def _antwoord(self, naam: str, environ: Mapping[str, Any]) -> Antwoord:
        wijze = environ["REQUEST_METHOD"]
        # A name of our own in the address bar: no other site can pretend to be this computer.
        if environ.get("HTTP_HOST") not in self._eigen:
            return _fout("403 Forbidden", "Open de redactie met het adres dat in het venster staat.")
        if wijze == "POST":
            return self._post(naam, environ)
        if naam == beheer.INSTELLINGEN:
            return self._instellingen()
        inhoud = beheer.blad(naam or "index.html")
        if inhoud is None:
            return _fout("404 Not Found", GEEN_BESTAND)
        return "200 OK", SOORTEN[Path(naam or "index.html").suffix], inhoud

    def _post(self, naam: str, environ: Mapping[str, Any]) -> Antwoord:
        herkomst = str(environ.get("HTTP_ORIGIN", "")).removeprefix("http://")
        lengte = environ.get("CONTENT_LENGTH") or "0"
        if herkomst not in self._eigen or environ.get("CONTENT_TYPE", "").partition(";")[0] != "application/json":
            return _fout("403 Forbidden", "Alleen de redactie zelf kan hier iets bewaren.")
        if not lengte.isdigit() or int(lengte) > MEEST:
            return _fout("413 Content Too Large", "Dit is te veel in één keer. Kies een kleinere foto.")
        inhoud = environ["wsgi.input"].read(int(lengte))
        if naam == VOORBEELD:
            return self._voorbeeld(inhoud)
        if naam == BEELD:
            return self._neem_foto(inhoud)
        if naam == "api/v1":
            return self._bewaar(inhoud)
        return _fout("404 Not Found", GEEN_BESTAND)

    def _instellingen(self) -> Antwoord:
        try:
            regiovisie = self._maker.werkbank().regiovisie
        except Inleesfouten as mis:
            return _fout("503 Service Unavailable", f"In de site staat een fout; die moet eerst weg. {mis.fouten[0]}")
        backend = {"name": "proxy", "proxy_url": f"{self._beheer}api/v1", "branch": "main"}
        dag = peildatum(None, os.environ)
        return "200 OK", SOORTEN[".json"], beheer.instellingen(regiovisie, dag, backend, op_deze_computer=True)

    def _voorbeeld(self, inhoud: bytes) -> Antwoord:
        """Makes the page, and keeps it for the browser to fetch."""
        try:
            vraag = Vraag.lees(inhoud)
        except ValueError:
            return _fout("400 Bad Request", ONLEESBAAR)
        uitkomst = self._maker.maak(vraag)
        nummer = next(self._nummers)
        self._paginas[nummer] = uitkomst.pagina
        self._paginas.pop(nummer - BEWAARD, None)
        bevindingen = [asdict(bevinding) for bevinding in uitkomst.bevindingen]
        adres = f"../{vraag.soort.value}/?{VOORBEELD}={nummer}" if uitkomst.pagina else ""
        antwoord = {"fout": uitkomst.fout, "adres": adres, "bevindingen": bevindingen}
        return "200 OK", SOORTEN[".json"], json.dumps(antwoord, ensure_ascii=False).encode()

    def _neem_foto(self, inhoud: bytes) -> Antwoord:
        """Keeps a photo for the page, until the editor stores it."""
        try:
            vraag = json.loads(inhoud)
            adres, foto = f"/beelden/{vraag['naam']}", base64.b64decode(vraag["inhoud"], validate=True)
        except (ValueError, KeyError, TypeError):
            return _fout("400 Bad Request", ONLEESBAAR)
        if not re.fullmatch(FOTO_VORM, adres):
            return _fout("400 Bad Request", ONLEESBAAR)
        self._nieuw[adres] = foto
        for oudste in list(self._nieuw)[:-BEWAARD]:
            del self._nieuw[oudste]
        return "200 OK", SOORTEN[".json"], b"{}"

    def _bewaar(self, inhoud: bytes) -> Antwoord:
        """Passes on what the editor asks of the program that stores, when it is about files of the editor."""
        try:
            vraag = json.loads(inhoud)
            te_schrijven = list(_paden(vraag["params"])) if vraag["action"] in SCHRIJFT else []
        except (ValueError, KeyError, TypeError):
            return _fout("400 Bad Request", ONLEESBAAR)
        if vreemd := [pad for pad in te_schrijven if not EIGEN.fullmatch(pad)]:
            return _fout("403 Forbidden", f"Het bestand {vreemd[0]} is niet van de redactie.")
        for pad, foto in _fotos(vraag["params"]):
            if bezwaar := next(beelden.bezwaren(pad, foto), None):
                return _fout("403 Forbidden", f"{pad}: {bezwaar}")
        verbinding = http.client.HTTPConnection(ADRES, self._opslag, timeout=60)
        try:
            verbinding.request("POST", "/api/v1", inhoud, {"Content-Type": "application/json"})
            antwoord = verbinding.getresponse()
            return f"{antwoord.status} {antwoord.reason}", SOORTEN[".json"], antwoord.read()
        except OSError:
            return _fout("502 Bad Gateway", "Het programma dat bewaart, antwoordt niet. Start 'redactie' opnieuw.")
        finally:
            verbinding.close()


def _fotos(deel: Mapping[str, Any]) -> Iterable[tuple[str, bytes]]:
    """Every photo that is to be stored."""
    for bestand in [*(deel.get("assets") or ()), *filter(None, [deel.get("asset")])]:
        if bestand["path"].startswith(beheer.BEELDENMAP):
            yield bestand["path"], base64.b64decode(bestand["content"])


def _soort_foto(foto: bytes) -> str:
    return "image/png" if foto.startswith(b"\x89PNG") else "image/webp" if foto[8:12] == b"WEBP" else "image/jpeg"


def _geef(start_response: Callable[..., Any], antwoord: Antwoord, *koppen: tuple[str, str]) -> list[bytes]:
    status, soort, inhoud = antwoord
    vast = [
        ("Content-Type", soort if soort.startswith("image/") else f"{soort}; charset=utf-8"),
        ("Content-Length", str(len(inhoud))),
    ]
    start_response(status, [*vast, ("Cache-Control", "no-cache"), *koppen])
    return [inhoud]


def _paden(deel: object) -> Iterable[str]:
    """Every path of a file that is named in a question to the program that stores."""
    if isinstance(deel, dict):
        for naam, waarde in deel.items():
            if naam in {"path", "newPath"} and isinstance(waarde, str):
                yield waarde
            elif naam == "paths" and isinstance(waarde, list):
                yield from map(str, waarde)
            else:
                yield from _paden(waarde)
    elif isinstance(deel, list):
        for onderdeel in deel:
            yield from _paden(onderdeel)


def _fout(status: str, tekst: str) -> Antwoord:
    return status, SOORTEN[".json"], json.dumps({"error": tekst, "fout": tekst}, ensure_ascii=False).encode()
