"""A photo made fit for the site, and put where items find it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros import beelden
from scripts.melden import Melding, meld

MAP = Path("docs") / "beelden"


def opdracht(wortel: Path, _opties: Mapping[str, str], rest: Sequence[str]) -> int:
    """Carries out `beeld`: the photo that is named becomes a clean one in docs/beelden."""
    bron = Path(rest[0])
    try:
        eind, inhoud = beelden.schoon(bron.read_bytes())
    except OSError as fout:
        raise Melding(f"De foto '{rest[0]}' is niet te lezen ({fout.strerror}).") from None
    except beelden.GeenFoto:
        raise Melding(f"'{rest[0]}' is geen foto die hier gebruikt kan worden. Kies een JPG, PNG of WebP.") from None
    map_ = wortel / MAP
    doel = _plaats(map_, naam(bron.stem), eind, bron)
    map_.mkdir(parents=True, exist_ok=True)
    doel.write_bytes(inhoud)
    if bron.resolve().parent == map_.resolve() and bron.resolve() != doel.resolve():
        bron.unlink()  # it stood among the photos of the site, where it may not stay as it was
    meld(f"{doel.relative_to(wortel).as_posix()} is klaar, {-(-len(inhoud) // 1000)} kB.")
    meld(f"Schrijf in het item: bestand: /beelden/{doel.name}, met bij alt wat er te zien is.")
    return 0


def naam(tekst: str) -> str:
    """The text as a name that can stand in an address."""
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")[:60].rstrip("-") or "foto"


def _plaats(map_: Path, naam_: str, eind: str, bron: Path) -> Path:
    """A place that is free, or that of the photo itself."""
    nummer = 1
    while True:
        doel = map_ / f"{naam_}{'' if nummer == 1 else f'-{nummer}'}{eind}"
        if not doel.exists() or doel.resolve() == bron.resolve():
            return doel
        nummer += 1
