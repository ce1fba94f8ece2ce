import os
from pathlib import Path

import pytest

from scripts import browser

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for a browser here")


def programma(pad: Path, regel: str) -> Path:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(f"#!/bin/sh\n{regel}\n")
    pad.chmod(0o755)
    return pad


def test_the_chosen_browser_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gekozen = programma(tmp_path / "mijn-chromium", "echo Chromium 1")
    monkeypatch.setenv("CHROMIUM", str(gekozen))
    assert browser.vind() == gekozen


@pytest.mark.parametrize("keuze", ["/bestaat/niet", ""])
def test_what_does_not_start_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keuze: str) -> None:
    programma(tmp_path / "chromium", "echo 'install the snap first' >&2; exit 1")
    goed = programma(tmp_path / "chromium-browser", "echo Chromium 1")
    monkeypatch.setenv("CHROMIUM", keuze)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.vind() == goed
