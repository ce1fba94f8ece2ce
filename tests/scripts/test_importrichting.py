"""The import directions that ruff's TID251 cannot hold, because it is lifted for a whole file or not at all."""

import ast
import tomllib
from pathlib import Path

import pytest

GRONDSLAG = {"macros", "macros.bewaren", "macros.model", "macros.opmaak", "macros.schema"}
POORT = {
    "macros.beelden",
    "macros.inlezen",
    "macros.paginas",
    "macros.redactieregels",
    "macros.regels",
    "macros.yamlplaats",
}
ADVIES = {"macros.advies", "macros.leesbaarheid", "macros.privacy"}

# For each file that is exempt from the bans: the forbidden things that it alone may import.
TOEGESTAAN = {
    "__init__.py": {"macros.inlezen", "macros.redactieregels", "kamers"},
    "inlezen.py": {"macros.beelden", "macros.paginas", "macros.redactieregels", "macros.regels", "macros.yamlplaats"},
    "advies.py": {
        "macros.inlezen",
        "macros.leesbaarheid",
        "macros.paginas",
        "macros.redactieregels",
        "macros.yamlplaats",
    },
    "redactieregels.py": {"macros.leesbaarheid", "macros.privacy"},
    "paginas.py": {"macros.yamlplaats"},
    "yamlplaats.py": {"yaml"},
    "grafieken.py": {"matplotlib"},
    "drukwerk.py": {"matplotlib"},
}


def verboden(wortel: Path) -> set[str]:
    project = tomllib.loads((wortel / "pyproject.toml").read_text("utf-8"))
    return set(project["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"])


def geimporteerd(bestand: Path) -> set[str]:
    namen: set[str] = set()
    for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
        if isinstance(knoop, ast.Import):
            namen |= {naam.name for naam in knoop.names}
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            namen |= {knoop.module} | {f"{knoop.module}.{naam.name}" for naam in knoop.names}
    return namen


def test_every_render_room_is_banned_for_the_others(wortel: Path) -> None:
    kamers = {f"macros.{pad.stem}" for pad in (wortel / "macros").glob("*.py") if pad.stem != "__init__"}
    assert kamers - GRONDSLAG == {naam for naam in verboden(wortel) if naam.startswith("macros.")}


@pytest.mark.parametrize("bestand", sorted(TOEGESTAAN))
def test_an_exempt_file_still_keeps_the_other_bans(wortel: Path, bestand: str) -> None:
    mag = TOEGESTAAN[bestand]
    verbod = verboden(wortel)
    if "kamers" in mag:
        verbod -= {naam for naam in verbod if naam.startswith("macros.")} - POORT - ADVIES
    verbod = {naam for naam in verbod if naam not in mag}
    overtreden = {
        naam for naam in geimporteerd(wortel / "macros" / bestand) for ban in verbod if f"{naam}.".startswith(f"{ban}.")
    }
    assert overtreden == set()
