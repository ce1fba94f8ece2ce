"""Only the checks on data and content, for use while writing: no builder, no charts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from macros import inlezen
from scripts.melden import klaag, meld


def opdracht(wortel: Path, _opties: Mapping[str, str], _rest: Sequence[str]) -> int:
    """Carries out `controle`."""
    fouten = inlezen.controleer(wortel)
    for fout in fouten:
        klaag(str(fout))
    if fouten:
        klaag("1 fout." if len(fouten) == 1 else f"{len(fouten)} fouten.")
        return 1
    meld(f"Geen fouten gevonden in {sum(1 for _ in (wortel / 'data').rglob('*.yml'))} bestanden.")
    return 0
