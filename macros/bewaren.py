"""Where the drawing rooms keep what they drew: drawing is slow, and most builds change no drawing."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path

Sleutel = tuple[object, ...]
"""All that a drawing depends on, the code among it."""


def bewaard(plek: Path, naam: str, sleutel: Sleutel, maak: Callable[[], bytes]) -> bytes:
    """Return what is kept under the key, or make and keep it; a folder that can't be written is no reason to stop."""
    pad = _pad(plek, naam, sleutel)
    try:
        return pad.read_bytes()
    except OSError:
        beeld = maak()
    try:
        plek.mkdir(parents=True, exist_ok=True)
        nieuw = pad.with_suffix(f".{id(beeld)}")
        nieuw.write_bytes(beeld)
        nieuw.replace(pad)
    except OSError:
        pass
    return beeld


def als_bestand(plek: Path, naam: str, sleutel: Sleutel, maak: Callable[[], bytes]) -> Path:
    """Return the file in which it is kept, for a library that reads files only."""
    inhoud = bewaard(plek, naam, sleutel, maak)
    pad = _pad(plek, naam, sleutel)
    if not pad.is_file():
        pad = Path(tempfile.mkdtemp()) / naam
        pad.write_bytes(inhoud)
    return pad


def _pad(plek: Path, naam: str, sleutel: Sleutel) -> Path:
    return plek / f"{naam}-{hashlib.sha256(repr(sleutel).encode()).hexdigest()[:24]}"
