from pathlib import Path

import pytest

from scripts import toetsen


def test_all_is_run_and_pytest_has_the_last_word(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.mypy]\nfiles = ['test_proef.py']\n[tool.ruff.format]\n")
    (tmp_path / "test_proef.py").write_text("x: int = 'een'\nimport os\ndef test_goed(): pass\ndef test_ook(): pass\n")

    uitkomst = toetsen.opdracht(tmp_path, {}, ["-k", "goed", "-n0"])

    gezegd = capfd.readouterr()
    assert uitkomst == 1
    assert "\n[1 van 4] opmaak van de code (ruff format)\n" in gezegd.out
    assert "\n[2 van 4] regels voor de code (ruff check)\n" in gezegd.out
    assert "[assignment]" in gezegd.out.partition("\n[3 van 4] typen (mypy)\n")[2]
    assert gezegd.err == (
        "Niet in orde, zie hierboven: opmaak van de code (ruff format); regels voor de code (ruff check); "
        "typen (mypy). De tests gaan door.\n"
    )
    assert "1 passed, 1 deselected" in gezegd.out.splitlines()[-1]
