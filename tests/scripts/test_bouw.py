import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scripts.bouw import MERK, peildatum
from scripts.melden import Melding
from tests.conftest import PEILDATUM

Draai = Callable[..., subprocess.CompletedProcess[str]]


def bestanden(map_: Path) -> dict[str, bytes]:
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


@pytest.fixture
def vorige(tmp_path: Path) -> Path:
    """The output of an earlier build."""
    doel = tmp_path / "uit"
    doel.mkdir()
    (doel / MERK).write_text("eerder")
    (doel / "oud.html").write_text("oud")
    return doel


@pytest.mark.xdist_group("bouw")
def test_same_input_same_bytes_in_any_folder_over_an_earlier_build(
    site: Path, kopie: Path, vorige: Path, draai: Draai
) -> None:
    gebouwd = draai(kopie, "bouw", "--uit", str(vorige), "--peildatum", PEILDATUM.isoformat())
    assert gebouwd.returncode == 0, gebouwd.stderr
    eerste, tweede = bestanden(site), bestanden(vorige)
    assert sorted(eerste) == sorted(tweede)
    assert [naam for naam in eerste if eerste[naam] != tweede[naam]] == []
    assert "oud.html" not in tweede
    assert sorted(pad.name for pad in vorige.parent.iterdir()) == ["project", "uit"]


def test_a_data_fault_leaves_the_earlier_build(kopie: Path, vorige: Path, draai: Draai) -> None:
    stuk = next((kopie / "data").rglob("plan.yml"))
    stuk.write_text(stuk.read_text("utf-8") + "\nonzin: [\n", "utf-8")
    gebouwd = draai(kopie, "bouw", "--uit", str(vorige), "--peildatum", "2026-11-22")
    assert gebouwd.returncode == 1
    assert gebouwd.stderr.startswith(f"{stuk.relative_to(kopie).as_posix()}:")
    assert "Traceback" not in gebouwd.stderr
    assert bestanden(vorige) == {MERK: b"eerder", "oud.html": b"oud"}
    assert sorted(pad.name for pad in vorige.parent.iterdir()) == ["project", "uit"]


@pytest.mark.parametrize(
    ("toevoeging", "melding"),
    [
        ("[weg](nergens.md)", "docs/over/index.md: de link 'nergens.md' wijst nergens naar.\n"),
        (
            "[weg](/over/)",
            (
                "docs/over/index.md: de link '/over/' wijst niet naar een bestand; "
                "schrijf het pad naar de pagina, met .md erachter.\n"
            ),
        ),
        ("[weg](#nergens)", "docs/over/index.md: het anker in de link '#nergens' bestaat niet.\n"),
        (
            "{{ 'open' | onzin }}",
            (
                "docs/over/index.md: een macro op deze pagina is verkeerd geschreven (regel 3 van de tekst): "
                "No filter named 'onzin'.\n"
            ),
        ),
        (
            "{{ bestaat_niet() }}",
            "docs/over/index.md:7:4: bestaat_niet: deze macro bestaat niet; kijk welke macro's er zijn in CONTRIBUTING.md\n",
        ),
        (
            "{{ bestaat_niet }}",
            "docs/over/index.md: een macro op deze pagina geeft een fout: UndefinedError: 'bestaat_niet' is undefined\n",
        ),
    ],
)
def test_a_fault_on_a_page_leaves_the_earlier_build(
    kopie: Path, vorige: Path, draai: Draai, toevoeging: str, melding: str
) -> None:
    pagina = kopie / "docs" / "over" / "index.md"
    pagina.write_text(f"---\ndescription: Een zin.\n---\n\n# Over\n\n{toevoeging}\n", "utf-8")
    gebouwd = draai(kopie, "bouw", "--uit", str(vorige), "--peildatum", "2026-11-22")
    assert (gebouwd.stderr, gebouwd.returncode) == (melding, 1)
    assert bestanden(vorige) == {MERK: b"eerder", "oud.html": b"oud"}


def test_a_strange_folder_is_refused(wortel: Path, tmp_path: Path, draai: Draai) -> None:
    (tmp_path / "vakantie.jpg").write_text("foto")
    gebouwd = draai(wortel, "bouw", "--uit", str(tmp_path))
    assert gebouwd.stderr == (
        f"In {tmp_path} staan bestanden die niet van een eerdere bouw zijn; kies met --uit een andere map.\n"
    )
    assert bestanden(tmp_path) == {"vakantie.jpg": b"foto"}


@pytest.mark.parametrize(
    ("uit", "melding"),
    [
        (".", "In {wortel} staat het project zelf; kies met --uit een andere map.\n"),
        ("docs/site", "De map docs/ hoort bij het project; kies met --uit een map daarbuiten.\n"),
        ("mkdocs.yml", "{wortel}/mkdocs.yml is een bestand; kies met --uit een map.\n"),
    ],
)
def test_the_project_itself_is_refused(wortel: Path, draai: Draai, uit: str, melding: str) -> None:
    gebouwd = draai(wortel, "bouw", "--uit", uit)
    assert (gebouwd.stderr, gebouwd.returncode) == (melding.format(wortel=wortel.as_posix()), 1)


@pytest.mark.parametrize(
    ("gevraagd", "epoch", "dag"),
    [
        ("2026-11-22", "0", date(2026, 11, 22)),
        (None, "1795305600", date(2026, 11, 22)),
    ],
)
def test_the_peildatum_is_asked_for_or_comes_from_the_environment(gevraagd: str | None, epoch: str, dag: date) -> None:
    assert peildatum(gevraagd, {"SOURCE_DATE_EPOCH": epoch}) == dag


@pytest.mark.parametrize(
    ("gevraagd", "epoch", "melding"),
    [
        ("2026-02-30", "", "'2026-02-30' is geen datum; schrijf JJJJ-MM-DD, bijvoorbeeld 2026-11-22."),
        ("22-11-2026", "", "'22-11-2026' is geen datum; schrijf JJJJ-MM-DD, bijvoorbeeld 2026-11-22."),
        ("20261122", "", "'20261122' is geen datum; schrijf JJJJ-MM-DD, bijvoorbeeld 2026-11-22."),
        ("", "", "'' is geen datum; schrijf JJJJ-MM-DD, bijvoorbeeld 2026-11-22."),
        ("1826-11-22", "", "De peildatum 1826-11-22 ligt niet tussen 2000 en 2100."),
        (None, "gisteren", "SOURCE_DATE_EPOCH is 'gisteren'; dat is geen aantal seconden."),
        (None, "99999999999999999999", "SOURCE_DATE_EPOCH is '99999999999999999999'; dat is geen aantal seconden."),
    ],
)
def test_an_impossible_peildatum_is_refused(gevraagd: str | None, epoch: str, melding: str) -> None:
    with pytest.raises(Melding) as fout:
        peildatum(gevraagd, {"SOURCE_DATE_EPOCH": epoch})
    assert str(fout.value) == melding
