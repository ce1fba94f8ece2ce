import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Draai = Callable[..., subprocess.CompletedProcess[str]]


def test_the_real_data_are_in_order(wortel: Path, draai: Draai) -> None:
    gecontroleerd = draai(wortel, "controle")
    aantal = len(list((wortel / "data").rglob("*.yml")))
    assert (gecontroleerd.stdout, gecontroleerd.stderr, gecontroleerd.returncode) == (
        f"Geen fouten gevonden in {aantal} bestanden.\n",
        "",
        0,
    )


def test_every_fault_has_its_line_and_they_are_counted(kopie: Path, draai: Draai) -> None:
    plan = next((kopie / "data").rglob("plan.yml"))
    naam = plan.relative_to(kopie).as_posix()
    plan.write_text(f"onzin: ja\n{plan.read_text('utf-8')}", "utf-8")
    gecontroleerd = draai(kopie, "controle")
    *regels, laatste = gecontroleerd.stderr.splitlines()
    assert gecontroleerd.returncode == 1
    assert any(regel.startswith(f"{naam}:") for regel in regels)
    assert laatste == ("1 fout." if len(regels) == 1 else f"{len(regels)} fouten.")


def test_it_loads_no_builder_and_no_charts(wortel: Path) -> None:
    code = (
        "import sys; from scripts.opdrachten import main; main(['controle'], opzetten=False); "
        "sys.exit(bool({'mkdocs', 'matplotlib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=wortel, check=False, capture_output=True).returncode == 0


def test_the_schemas_are_written_and_old_ones_removed(kopie: Path, wortel: Path, draai: Draai) -> None:
    schemas = kopie / "data" / "schema"
    echt = {pad.name: pad.read_bytes() for pad in (wortel / "data" / "schema").glob("*.json")}
    eerste = min(echt)
    (schemas / eerste).unlink()
    (schemas / "vroeger.json").write_text("{}")
    geschreven = draai(kopie, "schema")
    assert geschreven.stdout == (
        f"Verwijderd: data/schema/vroeger.json\nGeschreven: data/schema/{eerste}\n{len(echt)} schema's zijn actueel.\n"
    )
    assert {pad.name: pad.read_bytes() for pad in schemas.glob("*.json")} == echt
