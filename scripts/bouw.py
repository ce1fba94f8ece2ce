"""One strict build of the whole site, and the swap that puts it in place.

`bouwen` is the only way a site comes to be: the command `bouw`, the live site and the tests all call it.
"""

import contextlib
import itertools
import logging
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.melden import Melding, meld

if TYPE_CHECKING:  # the rooms are only paid for by a build
    from macros.model import Nieuwsbrief, Regiovisie
    from macros.opmaak import Blad

Ook = Callable[["Regiovisie"], Iterable[tuple[str, bytes]]]
"""What gives more files for in the site, each with where it goes."""

MERK = ".regiovisie"
EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100

MELDINGEN = (
    (
        r"_File_: `(.+?)`\n+_Line (\d+) in Markdown file:_ \*\*(.*?)\*\*",
        r"docs/\1: een macro op deze pagina is verkeerd geschreven (regel \2 van de tekst): \3",
    ),
    (r"_File_: `(.+?)`\n+_(\w+)_: (.*?)\n\n", r"docs/\1: een macro op deze pagina geeft een fout: \2: \3"),
    (
        r"Doc file '(.+?)' contains a link '(.+?)', but the target .*?is not found",
        r"docs/\1: de link '\2' wijst nergens naar.",
    ),
    (
        r"Doc file '(.+?)' contains a link '(.+?)', but (?:there is no such|the doc .+ does not contain an) anchor",
        r"docs/\1: het anker in de link '\2' bestaat niet.",
    ),
    (
        r"Doc file '(.+?)' contains an (?:absolute|unrecognized relative) link '(.+?)', it was left",
        r"docs/\1: de link '\2' wijst niet naar een bestand; schrijf het pad naar de pagina, met .md erachter.",
    ),
    (
        r"The following pages exist in the docs directory, but are not included in the \"nav\" configuration:\n(.+)",
        r"Deze pagina's staan in docs/ maar niet in nav (mkdocs.yml):\n\1",
    ),
)


class Bouwfout(Melding):
    """The site could not be built; the text holds one line per fault."""


def opdracht(wortel: Path, opties: Mapping[str, str], _rest: Sequence[str]) -> int:
    """Carries out `bouw`."""
    dag = peildatum(opties.get("peildatum"), os.environ)
    doel = Path(opties.get("uit") or wortel / "site").absolute()
    ook = _beheer(Path(opties["beheer"]), dag) if "beheer" in opties else None
    meld(f"De site bouwen, met peildatum {dag.isoformat()} ...")
    begin = time.monotonic()
    vervang(wortel, doel, dag, concepten="concepten" in opties, ook=ook)
    meld(f"Klaar in {duur(begin)}: {doel}")
    return 0


def _beheer(pad: Path, dag: date) -> Ook:
    """The editor for on a server, with the settings in this file."""
    from scripts import beheer

    server = beheer.lees_server(pad)
    return lambda regiovisie: beheer.voor_server(regiovisie, dag, server)


def duur(begin: float) -> str:
    """The time since `begin` in Dutch notation, such as '1,4 s'."""
    return f"{time.monotonic() - begin:.1f} s".replace(".", ",")


def peildatum(gevraagd: str | None, omstandigheden: Mapping[str, str]) -> date:
    """The one clock: what is asked for, else SOURCE_DATE_EPOCH (UTC), else today."""
    if gevraagd is not None:
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", gevraagd, flags=re.ASCII):
                raise ValueError(gevraagd)  # noqa: TRY301 - fromisoformat also reads week numbers; a peildatum is a day
            dag = date.fromisoformat(gevraagd)
        except ValueError:
            raise Melding(f"'{gevraagd}' is geen datum; schrijf JJJJ-MM-DD, bijvoorbeeld 2026-11-22.") from None
    elif epoch := omstandigheden.get("SOURCE_DATE_EPOCH"):
        try:
            dag = datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise Melding(f"SOURCE_DATE_EPOCH is '{epoch}'; dat is geen aantal seconden.") from None
    else:
        dag = datetime.now().astimezone().date()
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise Melding(f"De peildatum {dag.isoformat()} ligt niet tussen {EERSTE_JAAR} en {LAATSTE_JAAR}.")
    return dag


def vervang(wortel: Path, doel: Path, dag: date, *, concepten: bool = False, ook: Ook | None = None) -> None:
    """Builds beside `doel` and swaps only when all went well; a failed build leaves `doel` as it was."""
    doel = doel.resolve()
    _mag_weg(wortel.resolve(), doel)
    doel.parent.mkdir(parents=True, exist_ok=True)
    # On the same disk as the target, so that a rename is all the swap takes. The site itself is made one level
    # deeper, because the outer folder is private to its maker.
    werkmap = Path(tempfile.mkdtemp(prefix=f".{doel.name}.bouw-", dir=doel.parent))
    nieuw, oud = werkmap / "nieuw", werkmap / "oud"
    try:
        bouwen(wortel, nieuw, dag, concepten=concepten, ook=ook)
        try:
            if doel.exists():
                doel.rename(oud)
            nieuw.rename(doel)
        except OSError as fout:
            if oud.exists() and not doel.exists():
                oud.rename(doel)
            raise Melding(
                f"De map {doel} is in gebruik ({fout.strerror}); sluit wat haar open heeft en bouw opnieuw."
            ) from None
    finally:
        shutil.rmtree(werkmap, ignore_errors=True)


def bouwen(wortel: Path, naar: Path, dag: date, *, concepten: bool = False, ook: Ook | None = None) -> None:
    """Builds the whole site into the new folder `naar`, strictly: a warning is a fault. Same input, same bytes.

    With `concepten` what is not yet published is in it too: for the eyes of whoever writes it. `ook` gives more files.
    """
    epoch = int(datetime(dag.year, dag.month, dag.day, tzinfo=UTC).timestamp())
    with _omstandigheden(
        SOURCE_DATE_EPOCH=str(epoch),
        MPLCONFIGDIR=os.environ.get("MPLCONFIGDIR") or str(wortel / ".cache" / "matplotlib"),
        NO_MKDOCS_2_WARNING="1",
        REGIOVISIE_CONCEPTEN="ja" if concepten else "nee",
    ):
        from macros import inlezen
        from macros.model import Begrip, Soort
        from macros.opmaak import Blad
        from scripts import uitleg, zoekindex

        try:
            regiovisie = inlezen.laad(wortel)
        except inlezen.Inleesfouten as fouten:
            raise Bouwfout("\n".join(map(str, fouten.fouten))) from None
        verborgen = [i for i in regiovisie.alle_items if not (concepten or i.zichtbaar(dag))]
        site = _bouw_paginas(wortel, naar, weglaten=[f"/{item.soort.value}/{item.id}.md" for item in verborgen])
        blad = Blad(regiovisie=regiovisie, peildatum=dag, basis=site.adres, site=site.adres, concepten=concepten)
        for pad, inhoud in itertools.chain(_ernaast(wortel, blad, site.naam), ook(regiovisie) if ook else ()):
            _schrijf(naar / pad, inhoud)
        for pad, inhoud in zoekindex.maak(naar, regiovisie, dag):  # before terms are explained on each page
            _schrijf(naar / pad, inhoud)
        uitleg.leg_uit(naar, [begrip for begrip in blad.items(Soort.BEGRIPPEN) if isinstance(begrip, Begrip)])
        (naar / MERK).write_text(
            f"Gebouwd met scripts/regiovisie.py, peildatum {dag.isoformat()}.\n"
            "Een volgende bouw vervangt deze map in haar geheel.\n",
            encoding="utf-8",
            newline="\n",
        )


def _schrijf(bestand: Path, inhoud: bytes) -> None:
    bestand.parent.mkdir(parents=True, exist_ok=True)
    bestand.write_bytes(inhoud)


@dataclass(frozen=True, kw_only=True)
class _Site:
    """What the settings of the builder say of the site: its address, with a slash at the end, and its name."""

    adres: str
    naam: str


def _ernaast(wortel: Path, blad: "Blad", sitenaam: str) -> Iterator[tuple[str, bytes]]:
    """What stands beside the pages, made from the same items and facts."""
    from macros import drukwerk, feeds, grafieken, kalender, mail
    from macros.model import Nieuwsbrief, Soort
    from macros.opmaak import echt_adres

    yield from grafieken.downloads(blad.regiovisie, blad.peildatum)
    yield from feeds.feeds(blad, sitenaam)
    yield from kalender.kalenders(blad, sitenaam)
    yield from drukwerk.drukwerk(blad.regiovisie)
    yield from drukwerk.deelbeelden(blad)
    # A mail is read on another computer: the address of this one would lead nowhere.
    op_reis = replace(blad, basis=blad.basis if echt_adres(blad.basis) else "")
    for brief in blad.items(Soort.NIEUWSBRIEVEN):
        if isinstance(brief, Nieuwsbrief):
            afzending = mail.Afzending(sitenaam=sitenaam, beelden=fotos(wortel, brief))
            yield f"{brief.pagina}nieuwsbrief.eml", mail.als_bestand(op_reis, brief, afzending)


def fotos(wortel: Path, brief: "Nieuwsbrief") -> dict[str, bytes]:
    """The photos of a newsletter, by their address on the site."""
    from macros import mail

    return {pad: (wortel / "docs" / pad.lstrip("/")).read_bytes() for pad in mail.beelden(brief)}


def _bouw_paginas(wortel: Path, naar: Path, weglaten: Sequence[str]) -> _Site:
    import click
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort

    with _meelezer() as regels:
        try:
            instellingen = load_config(
                str(wortel / "mkdocs.yml"), site_dir=str(naar), strict=True, exclude_docs="\n".join(weglaten)
            )
            instellingen.plugins.on_startup(command="build", dirty=False)
            try:
                build(instellingen)
            finally:
                instellingen.plugins.on_shutdown()
        except click.ClickException as fout:
            if not (regels and isinstance(fout, Abort)):  # an Abort only counts what was warned about
                regels.append(fout.format_message())
        except SystemExit:  # how mkdocs-macros stops after a fault in a macro; it warned why
            pass
        else:
            return _Site(adres=instellingen.site_url or "", naam=instellingen.site_name)
    raise Bouwfout("\n".join(map(_in_het_nederlands, regels)))


def _in_het_nederlands(melding: str) -> str:
    """The warnings of the builder that a writer can cause, as a Dutch sentence with the file; others as they are."""
    for patroon, zin in MELDINGEN:
        if gevonden := re.search(patroon, melding, flags=re.DOTALL):
            return gevonden.expand(zin)
    return melding


def _mag_weg(wortel: Path, doel: Path) -> None:
    """Refuses a target that is not ours to replace."""
    if doel == wortel or doel in wortel.parents:
        raise Melding(f"In {doel} staat het project zelf; kies met --uit een andere map.")
    if doel.is_relative_to(wortel):
        eerste = doel.relative_to(wortel).parts[0]
        if eerste in {"docs", "data", "macros", "overrides", "scripts", "tests", ".git", ".venv"}:
            raise Melding(f"De map {eerste}/ hoort bij het project; kies met --uit een map daarbuiten.")
    if not doel.exists():
        return
    if not doel.is_dir():
        raise Melding(f"{doel} is een bestand; kies met --uit een map.")
    if any(doel.iterdir()) and not (doel / MERK).is_file():
        raise Melding(f"In {doel} staan bestanden die niet van een eerdere bouw zijn; kies met --uit een andere map.")


@contextlib.contextmanager
def _omstandigheden(**waarden: str) -> Iterator[None]:
    """Holds these environment variables, and the import path, for the time of one build."""
    vorige = {naam: os.environ.get(naam) for naam in waarden}
    importpad = sys.path.copy()
    os.environ.update(waarden)
    try:
        yield
    finally:
        sys.path[:] = importpad  # mkdocs-macros puts the project on it again at every build
        for naam, waarde in vorige.items():
            if waarde is None:
                del os.environ[naam]
            else:
                os.environ[naam] = waarde


class _Verzamelaar(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(record.getMessage())


@contextlib.contextmanager
def _meelezer() -> Iterator[list[str]]:
    """Collects what the builder warns about, instead of letting it print."""
    logboek = logging.getLogger("mkdocs")
    verzamelaar = _Verzamelaar()
    doorgeven, logboek.propagate = logboek.propagate, False
    logboek.addHandler(verzamelaar)
    try:
        yield verzamelaar.regels
    finally:
        logboek.removeHandler(verzamelaar)
        logboek.propagate = doorgeven
