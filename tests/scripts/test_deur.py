import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Draai = Callable[..., subprocess.CompletedProcess[str]]

HULP = """\
Website van de regionale aanpak van geweld in afhankelijkheidsrelaties in Limburg.

Gebruik: python3 scripts/regiovisie.py OPDRACHT

  site [--poort N]                             bouw de site en toon haar op deze computer; wijzigingen verschijnen vanzelf
  redactie [--poort N]                         open de redactie in de browser: nieuws, casussen, agenda en meer maken, met de echte pagina ernaast
  nieuw [SOORT "TITEL"] [--veld ...]           maak een bericht, een casus of iets anders met een paar vragen; zonder soort staat er wat er kan
  beeld FOTO                                   maak een foto klaar voor de site, kleiner en zonder verborgen gegevens, in docs/beelden/
  test [-- PYTEST-OPTIES]                      voer alle controles en tests uit, ook in een echte browser
  bouw [OPTIES]                                bouw de site één keer, in site/ of in een andere map
  controle [--alles] [--peildatum JJJJ-MM-DD]  controleer alleen de gegevens en de inhoud; klaar in een tel
  nieuwsbrief NIEUWSBRIEF [OPTIES]             maak van een nieuwsbrief, ook van een concept, een mail in een bestand (.eml)
  verstuur NIEUWSBRIEF [OPTIES]                verstuur een nieuwsbrief als mail; eerst een proef, dan aan een lijst
  deeltekst SOORT/NAAM [--site ADRES]          toon teksten om iets te delen, op sociale media en op intranet
  schema                                       schrijf de schema's voor editors opnieuw, in data/schema/
  sporen                                       meet in een echte browser wat een bezoek achterlaat, in data/sporen.yml

Alle opties van een opdracht: OPDRACHT --help.
De eerste keer wordt alles klaargezet wat nodig is, in de map .venv; dat kan een minuut duren.
"""


@pytest.mark.parametrize("woorden", [(), ("--help",), ("hulp",)])
def test_help(draai: Draai, wortel: Path, woorden: tuple[str, ...]) -> None:
    gedraaid = draai(wortel, *woorden)
    assert (gedraaid.stdout, gedraaid.stderr, gedraaid.returncode) == (HULP, "", 0)


def test_help_of_one_command(draai: Draai, wortel: Path) -> None:
    assert draai(wortel, "bouw", "--help").stdout == (
        "Gebruik: python3 scripts/regiovisie.py bouw [--uit MAP] [--peildatum JJJJ-MM-DD] [--concepten] [--beheer INSTELLINGEN.yml]\n\n"
        "bouw de site één keer, in site/ of in een andere map.\n"
    )


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (
            ("stie",),
            (
                "De opdracht 'stie' bestaat niet. Bedoelde u 'site'? "
                "De opdrachten zijn: site, redactie, nieuw, beeld, test, bouw, controle, nieuwsbrief, verstuur, deeltekst, schema, sporen."
            ),
        ),
        (
            ("xyz",),
            (
                "De opdracht 'xyz' bestaat niet. "
                "De opdrachten zijn: site, redactie, nieuw, beeld, test, bouw, controle, nieuwsbrief, verstuur, deeltekst, schema, sporen."
            ),
        ),
        (("bouw", "--peildag", "x"), "'bouw' kent '--peildag' niet. Bedoelde u '--peildatum'?"),
        (("controle", "data"), "'controle' kent 'data' niet."),
        (("bouw", "--uit"), "Na --uit hoort een waarde: --uit MAP."),
    ],
)
def test_a_command_line_that_is_not_understood(
    draai: Draai, wortel: Path, woorden: tuple[str, ...], melding: str
) -> None:
    gedraaid = draai(wortel, *woorden)
    assert (gedraaid.stdout, gedraaid.stderr, gedraaid.returncode) == ("", f"{melding}\n", 2)


def test_the_door_is_readable_for_old_pythons(wortel: Path) -> None:
    tekst = (wortel / "scripts" / "regiovisie.py").read_text("ascii")
    ast.parse(tekst, feature_version=(3, 4))
    assert not [knoop for knoop in ast.walk(ast.parse(tekst)) if isinstance(knoop, ast.JoinedStr | ast.AnnAssign)]


def test_an_old_python_is_told_so(wortel: Path) -> None:
    deur = str(wortel / "scripts" / "regiovisie.py")
    code = f"import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path({deur!r}, run_name='__main__')"
    gedraaid = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (gedraaid.stderr, gedraaid.returncode) == (
        "Python 3.11 of nieuwer is nodig; dit is Python 3.9. Installeer een nieuwere Python en start daarmee opnieuw.\n",
        1,
    )


def test_the_scripts_shadow_nothing(wortel: Path) -> None:
    namen = {pad.stem for pad in (wortel / "scripts").glob("*.py")} - {"__init__", "__main__"}
    assert not namen & sys.stdlib_module_names


def test_a_reader_that_stops_early_causes_no_traceback(wortel: Path) -> None:
    gedraaid = subprocess.run(
        ["bash", "-o", "pipefail", "-c", '"$0" -m scripts controle | head -n 1', sys.executable],
        cwd=wortel,
        capture_output=True,
        check=False,
    )
    assert gedraaid.stderr == b""
    assert gedraaid.stdout.count(b"\n") == 1
