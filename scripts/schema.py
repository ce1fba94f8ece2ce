"""The JSON Schemas by which an editor helps while typing; made from the model, never written by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from macros import schema
from scripts.melden import meld


def opdracht(wortel: Path, _opties: Mapping[str, str], _rest: Sequence[str]) -> int:
    """Carries out `schema`: writes what changed and removes what no longer exists."""
    uit = wortel / "data" / "schema"
    uit.mkdir(parents=True, exist_ok=True)
    gewenst = schema.schemas()
    for bestand in uit.glob("*.json"):
        if bestand.name not in gewenst:
            bestand.unlink()
            meld(f"Verwijderd: data/schema/{bestand.name}")
    for naam, tekst in gewenst.items():
        bestand = uit / naam
        if not bestand.exists() or bestand.read_text("utf-8") != tekst:
            bestand.write_text(tekst, encoding="utf-8", newline="\n")
            meld(f"Geschreven: data/schema/{naam}")
    meld(f"{len(gewenst)} schema's zijn actueel.")
    return 0
