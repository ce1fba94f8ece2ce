import base64
import hashlib
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from scripts import opzetten
from scripts.melden import Melding
from scripts.opzetten import SLOTEN, Omgeving

PIN = re.compile(r"^([a-z0-9.-]+)==([\w.]+)", flags=re.MULTILINE)


def wiel(map_: Path, naam: str) -> str:
    """Makes a package with one module, and gives its line in a lock."""
    info = f"{naam}-1.0.dist-info"
    inhoud = {
        f"{naam}.py": b"WAARDE = 1\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {naam}\nVersion: 1.0\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(
        f"{pad},sha256={base64.urlsafe_b64encode(hashlib.sha256(b).digest()).rstrip(b'=').decode()},{len(b)}\n"
        for pad, b in inhoud.items()
    )
    inhoud[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    bestand = map_ / f"{naam}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(bestand, "w") as zip_:
        for pad, tekst in inhoud.items():
            zip_.writestr(pad, tekst)
    return f"{naam}==1.0 --hash=sha256:{hashlib.sha256(bestand.read_bytes()).hexdigest()}\n"


def kan_importeren(omgeving: Omgeving, naam: str) -> bool:
    return not subprocess.run(
        [omgeving.python, "-c", f"import {naam}"], cwd=omgeving.map, check=False, capture_output=True
    ).returncode


def test_a_set_up_from_nothing_by_way_of_a_failure_to_a_new_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setattr(opzetten, "MET_JAVASCRIPT", frozenset())  # test_javascript.py proves that part
    wortel = tmp_path / "een map met spaties"
    (wortel / "macros").mkdir(parents=True)
    (wortel / "macros" / "__init__.py").touch()
    een, twee = wiel(tmp_path, "proefeen"), wiel(tmp_path, "proeftwee")
    (wortel / "requirements.lock").write_text(een)
    (wortel / "requirements-test.lock").write_text(een + twee)
    omgeving = Omgeving(wortel)

    omgeving.zorg_voor("site")
    assert capsys.readouterr().out == (
        "Eigen omgeving maken in de map .venv ...\n"
        "1 pakketten installeren, met vaste versies en controlegetallen ...\n"
        "  1 van 1: proefeen\n"
        "  alles is binnen; uitpakken ...\n"
        "De omgeving is klaar.\n"
    )
    assert [kan_importeren(omgeving, naam) for naam in ("macros", "proefeen", "proeftwee")] == [True, True, False]
    assert (omgeving.klaar("site"), omgeving.klaar("test")) == (True, False)

    getuige = omgeving.map / "getuige"
    getuige.touch()
    omgeving.zorg_voor("site")
    assert capsys.readouterr().out == ""

    omgeving.zorg_voor("redactie")
    assert getuige.exists(), "what the site needs was there already"
    assert [omgeving.klaar(soort) for soort in SLOTEN] == [True, True, False]

    omgeving.zorg_voor("test")
    assert getuige.exists()
    assert kan_importeren(omgeving, "proeftwee")
    assert [omgeving.klaar(soort) for soort in SLOTEN] == [True, True, True]

    (wortel / "requirements-test.lock").write_text(een + twee + twee.replace("proeftwee", "proefdrie"))
    with pytest.raises(Melding) as fout:
        omgeving.zorg_voor("test")
    assert str(fout.value) == (
        "Het installeren is niet gelukt; hierboven staat waarom. "
        "Is er verbinding met internet? Start daarna dezelfde opdracht opnieuw."
    )
    assert not omgeving.klaar("site"), "a set-up that failed is not taken for one that is ready"

    (wortel / "requirements.lock").write_text(twee)
    omgeving.zorg_voor("site")
    assert not getuige.exists(), "another lock makes another environment"
    assert [kan_importeren(omgeving, naam) for naam in ("macros", "proefeen", "proeftwee")] == [True, False, True]


@pytest.mark.parametrize("stempel", [None, "", "{}", "[]", '{"python": "cpython-27", "sloten": {}}'])
def test_an_unfinished_environment_is_not_ready(tmp_path: Path, stempel: str | None) -> None:
    (tmp_path / "requirements.lock").touch()
    omgeving = Omgeving(tmp_path)
    omgeving.python.parent.mkdir(parents=True)
    omgeving.python.touch()
    if stempel is not None:
        (omgeving.map / "regiovisie.json").write_text(stempel)
    assert not omgeving.klaar("site")


def test_a_missing_lock_is_told(tmp_path: Path) -> None:
    with pytest.raises(Melding) as fout:
        Omgeving(tmp_path).zorg_voor("site")
    assert str(fout.value) == "Het bestand requirements.lock ontbreekt; haal het project opnieuw op."


@pytest.mark.parametrize("naam", sorted({naam for namen in SLOTEN.values() for naam in namen}))
def test_a_lock_names_no_host_and_hashes_every_package(wortel: Path, naam: str) -> None:
    tekst = (wortel / naam).read_text("utf-8")
    assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted-host", tekst)
    pakketten = re.split(r"\n(?=\S)", tekst.strip())
    assert [pakket.splitlines()[0] for pakket in pakketten if "--hash=sha256:" not in pakket] == []


def test_the_locks_hold_what_pyproject_asks(wortel: Path) -> None:
    project = tomllib.loads((wortel / "pyproject.toml").read_text("utf-8"))
    groepen = project["dependency-groups"]
    site, redactie, test = (
        {*PIN.findall("\n".join((wortel / naam).read_text("utf-8") for naam in namen))} for namen in SLOTEN.values()
    )
    assert {*PIN.findall("\n".join(project["project"]["dependencies"]))} <= site
    assert {*PIN.findall("\n".join(eis for eis in groepen["test"] if isinstance(eis, str)))} <= test
    assert site <= redactie <= test


def test_this_environment_is_made_from_the_lock(wortel: Path) -> None:
    omgeving = Omgeving(wortel)
    assert omgeving.actief == (Path(sys.prefix).resolve() == (wortel / ".venv").resolve())
