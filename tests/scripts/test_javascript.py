"""The packages with JavaScript, with the real npm and a small registry on this machine."""

import base64
import hashlib
import io
import json
import re
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import javascript
from scripts.lokaal import bedien
from scripts.melden import Melding
from scripts.opzetten import Omgeving

PROEF = "proefpakket"


def pakket(inhoud: dict[str, str]) -> tuple[bytes, str]:
    """A package as a registry gives it, and its hash as a lock writes it."""
    rauw = io.BytesIO()
    with tarfile.open(fileobj=rauw, mode="w:gz") as tar:
        for naam, tekst in inhoud.items():
            deel = tarfile.TarInfo(f"package/{naam}")
            deel.size = len(tekst.encode())
            tar.addfile(deel, io.BytesIO(tekst.encode()))
    return rauw.getvalue(), f"sha512-{base64.b64encode(hashlib.sha512(rauw.getvalue()).digest()).decode()}"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project that asks for one small package, as a tree and as a single file, and a registry that has it."""
    beschrijving = {
        "name": PROEF,
        "version": "1.0.0",
        "scripts": {"install": "node -e \"require('fs').writeFileSync('kwaad', '')\""},
    }
    tgz, hash_ = pakket({"package.json": json.dumps(beschrijving), "index.js": "module.exports = 41 + 1;\n"})
    register = tmp_path / "register"
    (register / PROEF / "-").mkdir(parents=True)
    (register / PROEF / "-" / f"{PROEF}-1.0.0.tgz").write_bytes(tgz)
    map_ = tmp_path / "een map met spaties" / javascript.MAP
    map_.mkdir(parents=True)
    eis = {"name": "proef", "dependencies": {PROEF: "1.0.0"}}
    slot = {
        "name": "proef",
        "lockfileVersion": 3,
        "requires": True,
        "packages": {
            "": eis,
            f"node_modules/{PROEF}": {"version": "1.0.0", "integrity": hash_, "hasInstallScript": True},
        },
    }
    (map_ / "package.json").write_text(json.dumps(eis))
    (map_ / "package-lock.json").write_text(json.dumps(slot))
    (map_ / ".npmrc").write_text("omit-lockfile-registry-resolved=true\n")
    (map_ / "los.json").write_text(
        json.dumps({PROEF: {"versie": "1.0.0", "voor": "redactie", "integrity": hash_, "bestanden": ["index.js"]}})
    )
    with bedien(register) as adres:
        dist = {"tarball": f"{adres}/{PROEF}/-/{PROEF}-1.0.0.tgz", "integrity": hash_}
        metadata = {
            "name": PROEF,
            "dist-tags": {"latest": "1.0.0"},
            "versions": {"1.0.0": {**beschrijving, "dist": dist}},
        }
        (register / PROEF / "index.html").write_text(json.dumps(metadata))
        monkeypatch.setenv("npm_config_registry", f"{adres}/")
        yield map_.parent.parent


def verander(bestand: Path, oud: str, nieuw: str) -> None:
    tekst = bestand.read_text()
    assert oud in tekst
    bestand.write_text(tekst.replace(oud, nieuw))


def test_packages_are_installed_from_the_lock_and_run_nothing(
    project: Path, wortel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    node, naar = Omgeving(wortel).node, tmp_path / "node"
    javascript.installeer(project, node, naar)
    assert capsys.readouterr().out == (
        "2 pakketten met JavaScript installeren, met vaste versies en controlegetallen ...\n"
    )
    vraag = f"console.log(require('{PROEF}'), require('./los/{PROEF}/index.js'))"
    assert subprocess.run([node, "-e", vraag], cwd=naar, check=True, capture_output=True, text=True).stdout == "42 42\n"
    assert list(naar.rglob("kwaad")) == []
    assert sorted(p.name for p in (naar / "los" / PROEF).iterdir()) == ["index.js"]


def test_the_site_gets_only_the_files_that_its_pages_use(
    project: Path, wortel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    los = project / javascript.MAP / "los.json"
    naar = tmp_path / "node"
    javascript.installeer(project, Omgeving(wortel).node, naar, alleen_site=True)
    assert list((naar / "los").glob("*")) == []
    verander(los, '"voor": "redactie"', '"voor": "site"')
    javascript.installeer(project, Omgeving(wortel).node, naar, alleen_site=True)
    assert [p.name for p in (naar / "los" / PROEF).iterdir()] == ["index.js"]
    assert not (naar / "node_modules").exists()
    assert capsys.readouterr().out.splitlines() == [
        f"{aantal} pakketten met JavaScript installeren, met vaste versies en controlegetallen ..." for aantal in (0, 1)
    ]


def test_a_package_in_the_tree_that_is_not_the_pinned_one_is_refused(
    project: Path, wortel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verander(project / javascript.MAP / "package-lock.json", "sha512-", "sha512-AAAA")
    with pytest.raises(Melding) as fout:
        javascript.installeer(project, Omgeving(wortel).node, tmp_path / "node")
    assert str(fout.value) == (
        "Het installeren van JavaScript is niet gelukt; hierboven staat waarom. "
        "Is er verbinding met internet? Start daarna dezelfde opdracht opnieuw."
    )
    assert "EINTEGRITY" in capsys.readouterr().err


def test_a_single_file_of_a_package_that_is_not_the_pinned_one_is_refused(
    project: Path, wortel: Path, tmp_path: Path
) -> None:
    verander(project / javascript.MAP / "los.json", "sha512-", "sha512-AAAA")
    with pytest.raises(Melding) as fout:
        javascript.installeer(project, Omgeving(wortel).node, tmp_path / "node")
    assert str(fout.value) == (
        "Het pakket proefpakket 1.0.0 is niet het pakket dat is vastgelegd: het controlegetal klopt niet. "
        "Er is niets van gebruikt. Meld dit aan wie de site technisch beheert."
    )
    assert not (tmp_path / "node" / "los").exists()


def test_a_missing_node_and_a_missing_lock_are_told(project: Path, tmp_path: Path) -> None:
    with pytest.raises(Melding) as fout:
        javascript.installeer(project, tmp_path / "bin" / "node", tmp_path / "node")
    assert str(fout.value) == (
        "Node is hier niet te starten (No such file or directory); verwijder de map .venv en begin opnieuw."
    )
    (project / javascript.MAP / "package-lock.json").unlink()
    with pytest.raises(Melding) as fout:
        javascript.vingerafdruk(project)
    assert str(fout.value) == (
        "Het bestand scripts/pakketten/package-lock.json ontbreekt; haal het project opnieuw op."
    )


def test_another_lock_is_another_fingerprint(project: Path) -> None:
    eerst = javascript.vingerafdruk(project)
    verander(project / javascript.MAP / "los.json", "1.0.0", "1.0.1")
    assert javascript.vingerafdruk(project) != eerst


def test_the_real_packages_name_no_host_are_hashed_and_are_here(wortel: Path) -> None:
    map_ = wortel / javascript.MAP
    vraag, slot = (json.loads((map_ / naam).read_text("utf-8")) for naam in ("package.json", "package-lock.json"))
    assert not re.search(r"://", (map_ / "package-lock.json").read_text("utf-8"))
    boom = {naam: deel for naam, deel in slot["packages"].items() if naam}
    assert [naam for naam, deel in boom.items() if not deel["integrity"].startswith("sha512-")] == []
    assert slot["packages"][""]["dependencies"] == vraag["dependencies"]
    hier = Omgeving(wortel).javascript
    for naam, versie in vraag["dependencies"].items():
        assert json.loads((hier / "node_modules" / naam / "package.json").read_text("utf-8"))["version"] == versie
    for naam, los in json.loads((map_ / "los.json").read_text("utf-8")).items():
        assert json.loads((hier / "los" / naam / "package.json").read_text("utf-8"))["version"] == los["versie"]
