"""A copy of the real data and pages to put errors in; each edit marks where the gate must point at, and what it must say."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from macros import inlezen

HIER = "‸"
_EERSTE_MERK = 0xE000


@dataclass
class Project:
    """A project to break. `‸` in the new text is the place of an error; it doesn't end up in the file."""

    wortel: Path
    verwacht: list[tuple[int, str]] = field(default_factory=list)
    bewerkt: dict[str, str] = field(default_factory=dict)
    elders: list[tuple[str, int, int, str]] = field(default_factory=list)

    def lees(self, naam: str) -> str:
        return self.bewerkt.get(naam) or (self.wortel / naam).read_text("utf-8")

    def zet(self, naam: str, oud: str, nieuw: str, *teksten: str) -> None:
        """Replaces the first `oud` in the file; the gate must give one of the texts at each mark, in that order."""
        inhoud = self.lees(naam)
        assert oud in inhoud, f"{naam} holds no {oud!r}"
        assert nieuw.count(HIER) == len(teksten)
        for tekst in teksten:
            merk = _EERSTE_MERK + len(self.verwacht)
            nieuw = nieuw.replace(HIER, chr(merk), 1)
            self.verwacht.append((merk, tekst))
        self.bewerkt[naam] = inhoud.replace(oud, nieuw, 1)

    def maak(self, naam: str, inhoud: str | bytes) -> None:
        """Writes a whole file."""
        pad = self.wortel / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())

    def wis(self, naam: str) -> None:
        (self.wortel / naam).unlink()

    def verwacht_op(self, naam: str, regel: int, kolom: int, tekst: str) -> None:
        """The gate must say this at a place that no edit can mark."""
        self.elders.append((naam, regel, kolom, tekst))

    def fouten(self) -> list[str]:
        """What the gate says."""
        merken = dict(self.verwacht)
        for naam, inhoud in self.bewerkt.items():
            self.maak(naam, "".join(teken for teken in inhoud if ord(teken) not in merken))
        return [str(fout) for fout in inlezen.controleer(self.wortel)]

    def klopt(self) -> None:
        """The gate says exactly what was expected: nothing less, nothing else, nowhere else."""
        alle, merken = list(self.elders), dict(self.verwacht)
        for naam, inhoud in self.bewerkt.items():
            regel, kolom = 1, 1
            for teken in inhoud:
                tekst = merken.get(ord(teken))
                if tekst is not None:
                    alle.append((naam, regel, kolom, tekst))
                else:
                    regel, kolom = (regel + 1, 1) if teken == "\n" else (regel, kolom + 1)
        assert self.fouten() == [f"{naam}:{regel}:{kolom}: {tekst}" for naam, regel, kolom, tekst in sorted(alle)]


@pytest.fixture
def project(tmp_path: Path, wortel: Path) -> Project:
    for map_ in ("data", "docs", "overrides"):
        shutil.copytree(wortel / map_, tmp_path / map_)
    shutil.copy(wortel / "mkdocs.yml", tmp_path)
    return Project(tmp_path)
