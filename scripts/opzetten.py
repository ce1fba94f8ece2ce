"""The project's own environment in `.venv`: made from the lock, and only made again when the lock changed.

Pure standard library: this runs before anything is installed. The project itself becomes importable through one
`.pth` file with a relative path. That is all an editable install of this tree would do; without a build backend it
needs two packages and one build step less, and a folder that is moved keeps working.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts import javascript
from scripts.melden import Melding, Voortgang, klaag, meld

Soort = Literal["site", "redactie", "test"]

SLOTEN: dict[Soort, tuple[str, ...]] = {
    "site": ("requirements.lock",),
    "redactie": ("requirements.lock",),
    "test": ("requirements-test.lock",),
}
OMVAT: dict[Soort, tuple[Soort, ...]] = {
    "site": ("site",),
    "redactie": ("site", "redactie"),
    "test": ("site", "redactie", "test"),
}
"""What is ready too, once all that a kind of work needs is there."""

MET_JAVASCRIPT: frozenset[Soort] = frozenset({"site", "redactie", "test"})
"""The kinds of work that need what stands in `pakketten/`, the site only its search; their locks must hold Node."""

# How pip tells that it took a package in hand: from an index, here already, left out on
# this system, or from a file.
PAKKET = re.compile(
    r"(?:Collecting |Requirement already satisfied: |Ignoring |Processing (?:.*[/\\])?(?=\S+\.whl))"
    r"(?P<naam>\w+(?:[.-][a-z]\w*)*)",
    re.IGNORECASE,
)

if sys.platform == "win32":
    import msvcrt

    def _vergrendel(nummer: int) -> None:
        while True:
            with contextlib.suppress(OSError):  # it gives up after ten seconds; another set-up takes longer
                msvcrt.locking(nummer, msvcrt.LK_LOCK, 1)
                return
else:
    import fcntl

    def _vergrendel(nummer: int) -> None:
        fcntl.flock(nummer, fcntl.LOCK_EX)


@contextlib.contextmanager
def slot(pad: Path) -> Iterator[None]:
    """Lets one process at a time through; the system releases it when that process ends, however it ends."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    with pad.open("ab") as bestand:
        _vergrendel(bestand.fileno())
        yield


@dataclass(frozen=True)
class Omgeving:
    """The environment of the project in this folder.

    A stamp inside it, written last, says which Python and which locks it was made from. No stamp means an interrupted
    set-up. What `redactie` installs contains what `site` needs, and `test` contains both, so a step up only adds.
    """

    wortel: Path

    @classmethod
    def van_dit_proces(cls) -> "Omgeving":
        """The one that this very process runs in, wherever the project is that it works on."""
        return cls(Path(sys.prefix).parent)

    @property
    def map(self) -> Path:
        """Where the environment stands."""
        return self.wortel / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.map / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def javascript(self) -> Path:
        """Where the packages with JavaScript stand."""
        return self.map / "node"

    @property
    def node(self) -> Path:
        """Its Node."""
        return javascript.node(self._pakketten)

    @property
    def actief(self) -> bool:
        """Whether this very process runs in it."""
        return self.map.is_dir() and Path(sys.prefix).resolve() == self.map.resolve()

    def klaar(self, soort: Soort) -> bool:
        """Whether all that this kind of work needs is there, from the present lock."""
        try:
            stempel = json.loads(self._stempel.read_text("utf-8"))
            return (
                self.python.exists()
                and stempel["python"] == sys.implementation.cache_tag
                and bool(stempel["sloten"][soort] == self._vingerafdruk(soort))
            )
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def zorg_voor(self, soort: Soort) -> None:
        """Makes it ready for this kind of work; does nothing when it already is."""
        if self.klaar(soort):
            return
        with slot(self.wortel / ".cache" / "opzetten.slot"):
            if self.klaar(soort):  # another process was first
                return
            sloten = {deel: self._vingerafdruk(deel) for deel in OMVAT[soort]}
            aanvullen = self.klaar("site")
            with contextlib.suppress(FileNotFoundError):
                self._stempel.unlink()
            if not aanvullen:
                self._maak()
            self._installeer(soort)
            if soort in MET_JAVASCRIPT:
                javascript.installeer(self.wortel, self.node, self.javascript, alleen_site=soort == "site")
            self._maak_importeerbaar()
            nieuw = self._stempel.with_suffix(".nieuw")
            nieuw.write_text(json.dumps({"python": sys.implementation.cache_tag, "sloten": sloten}), "utf-8")
            nieuw.replace(self._stempel)
            meld("De omgeving is klaar.")

    def start_opnieuw(self, script: Path, woorden: Sequence[str]) -> int:
        """Runs the script in the environment, in the place of this process where the system can."""
        opdracht = [str(self.python), str(script), *woorden]
        omstandigheden = {**os.environ, "PYTHONUTF8": "1"}
        omstandigheden.pop("PYTHONHOME", None)
        omstandigheden.pop("PYTHONPATH", None)
        if os.name != "nt":
            os.execve(opdracht[0], opdracht, omstandigheden)  # noqa: S606 - a list of words of our own, no shell wanted
        with subprocess.Popen(opdracht, env=omstandigheden) as proces:
            while True:
                with contextlib.suppress(KeyboardInterrupt):  # the child got it too, and ends in its own way
                    return proces.wait()

    @property
    def _stempel(self) -> Path:
        return self.map / "regiovisie.json"

    @property
    def _pakketten(self) -> Path:
        basis = {"base": str(self.map), "platbase": str(self.map)}
        return Path(sysconfig.get_path("purelib", "venv", vars=basis))

    def _vingerafdruk(self, soort: Soort) -> str:
        inhoud = b"".join(self._slot(naam) for naam in SLOTEN[soort])
        if soort in MET_JAVASCRIPT:
            inhoud += javascript.vingerafdruk(self.wortel)
        return hashlib.sha256(inhoud).hexdigest()

    def _slot(self, naam: str) -> bytes:
        try:
            return (self.wortel / naam).read_bytes().replace(b"\r\n", b"\n")
        except FileNotFoundError:
            raise Melding(f"Het bestand {naam} ontbreekt; haal het project opnieuw op.") from None

    def _maak(self) -> None:
        if not all(importlib.util.find_spec(naam) for naam in ("venv", "ensurepip")):
            raise Melding(
                "Deze Python mist de onderdelen venv en ensurepip. "
                "Installeer ze (op Debian en Ubuntu: apt install python3-venv) en start opnieuw."
            )
        meld("Eigen omgeving maken in de map .venv ...")
        try:
            if self.map.exists():
                shutil.rmtree(self.map)
        except OSError as fout:
            raise Melding(
                f"De oude map .venv is niet weg te halen ({fout.strerror}). Sluit de programma's die haar gebruiken, "
                "of start met de Python van het systeem."
            ) from None
        basis = getattr(sys, "_base_executable", None) or sys.executable
        gelukt = subprocess.run(
            [basis, "-I", "-m", "venv", str(self.map)], check=False, capture_output=True, text=True, errors="replace"
        )
        if gelukt.returncode:
            klaag((gelukt.stdout + gelukt.stderr).strip())
            raise Melding("Het maken van de omgeving is niet gelukt; hierboven staat waarom.")

    def _installeer(self, soort: Soort) -> None:
        inhoud = b"\n".join(self._slot(naam) for naam in SLOTEN[soort])
        aantal = len(re.findall(rb"^[a-z0-9]", inhoud, flags=re.MULTILINE | re.IGNORECASE))
        meld(f"{aantal} pakketten installeren, met vaste versies en controlegetallen ...")
        omstandigheden = {k: v for k, v in os.environ.items() if k not in {"PIP_TARGET", "PIP_PREFIX", "PIP_USER"}}
        omstandigheden |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_ROOT_USER_ACTION": "ignore"}
        # The lock names every package, so there is nothing to resolve (--no-deps), and wheels only, so nothing to
        # compile. Bytecode is made on first use: a third off the first start.
        keuzes = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--no-compile", "--progress-bar=off"]
        voortgang = Voortgang(aantal)
        staart: deque[str] = deque(maxlen=12)
        with subprocess.Popen(
            [str(self.python), "-I", "-m", "pip", "install", *keuzes, *self._vereist(soort)],
            env=omstandigheden,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as pip:
            for regel in pip.stdout or ():
                if gevonden := PAKKET.match(regel):
                    voortgang.stap(gevonden["naam"])
                elif regel.startswith("Installing collected packages"):
                    meld("  alles is binnen; uitpakken ...")
                staart.append(regel.rstrip())
        if pip.returncode:
            klaag("\n".join(staart))
            raise Melding(
                "Het installeren is niet gelukt; hierboven staat waarom. "
                "Is er verbinding met internet? Start daarna dezelfde opdracht opnieuw."
            )

    def _vereist(self, soort: Soort) -> Iterator[str]:
        for naam in SLOTEN[soort]:
            yield from ("-r", str(self.wortel / naam))

    def _maak_importeerbaar(self) -> None:
        pakketten = self._pakketten
        (pakketten / "regiovisie.pth").write_text(os.path.relpath(self.wortel, pakketten) + "\n", "ascii")
