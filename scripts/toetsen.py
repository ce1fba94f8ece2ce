"""Every check and every test, each one carried out even when an earlier one failed."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts import browser
from scripts.melden import klaag, meld

CONTROLES = (
    ("opmaak van de code (ruff format)", ("ruff", "format", "--check", ".")),
    ("regels voor de code (ruff check)", ("ruff", "check", ".")),
    ("typen (mypy)", ("mypy",)),
)


def opdracht(wortel: Path, _opties: Mapping[str, str], rest: Sequence[str]) -> int:
    """Carries out `test`; the closing line of pytest comes last."""
    chromium = browser.zorg_voor()
    meld(f"Browser voor de tests: {chromium}")
    omstandigheden = {
        **os.environ,
        "CHROMIUM": str(chromium),
        "MPLCONFIGDIR": str(wortel / ".cache" / "matplotlib"),
        "NO_MKDOCS_2_WARNING": "1",
        "RUFF_CACHE_DIR": str(wortel / ".cache" / "ruff"),
    }

    def draai(module: str, *woorden: str) -> int:
        return subprocess.run(
            [sys.executable, "-m", module, *woorden], cwd=wortel, env=omstandigheden, check=False
        ).returncode

    mislukt: list[str] = []
    for nummer, (naam, woorden) in enumerate(CONTROLES, start=1):
        meld(f"\n[{nummer} van {len(CONTROLES) + 1}] {naam}")
        if draai(*woorden):
            mislukt.append(naam)
    meld(f"\n[{len(CONTROLES) + 1} van {len(CONTROLES) + 1}] tests (pytest)")
    if mislukt:
        klaag(f"Niet in orde, zie hierboven: {'; '.join(mislukt)}. De tests gaan door.")
    verdeling = () if any(woord.startswith("-n") for woord in rest) else ("-n", str(_kernen()))
    uitkomst = draai("pytest", *verdeling, "--dist", "loadgroup", *rest)
    return uitkomst or int(bool(mislukt))


def _kernen() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
