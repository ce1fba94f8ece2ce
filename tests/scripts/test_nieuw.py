"""`nieuw`: questions in the words of the form, an answer that can't be is asked again, and a file that passes the gate."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from macros import inlezen
from macros.model import ITEMSOORTEN, Soort
from scripts.melden import Gebruiksfout
from scripts.nieuw import _keuze, _lees, _met, _soort, _yaml
from tests.conftest import _kopieer

ANTWOORDEN: dict[str, list[str]] = {
    "nieuws": ["Teams spreken af wie er belt.", "Er is een afspraak.", ""],
    "nieuwsbrieven": [
        "Wat er dit najaar speelt.",
        "",
        "Beste lezer, dit is er nieuw.",
        "Een eerste onderdeel",
        "Er is een afspraak.",
        "ja",
        "Een tweede onderdeel",
        "Er is nog een afspraak.",
        "nee",
        "",
    ],
    "praktijkcasussen": [
        "Een bedacht verhaal over vragen stellen.",
        "",
        "Iemand maakt zich zorgen.",
        "Een collega belde voor advies.",
        "veilig thuis, 9",
        "Samen optrekken.",
        "Vraag het.",
        "",
        "Communicatieadviseur",
        "",
        "",
    ],
    "agenda": [
        "Professionals oefenen samen.",
        "4",
        "onbekend",
        "",
        "professionals",
        "We oefenen.",
        "",
        "in het voorjaar",
    ],
    "campagnes": [
        "Een campagne over vragen stellen.",
        "idee",
        "",
        "1, onderwijs",
        "Vraag hoe het gaat.",
        "Zij begint later.",
        "",
    ],
    "opleidingen": ["U leert vragen stellen.", "professionals", "", "een dag", "", "", "U oefent met een gesprek.", ""],
    "begrippen": ["Iemand bij wie een kind terechtkan.", "", "zl-uitvoeringsplan-2024-2027", "paragraaf 2.4"],
    "kanalen": ["De gemeente stuurt een brief.", "nieuwsbrief", "", "2", "", "U leest er wat er nieuw is.", ""],
    "toolkit": ["Hang hem in de wachtkamer.", "poster", "Hang hem op ooghoogte.", "onbeperkt", "iedereen", ""],
}
"""What somebody types, line by line; an empty line takes what is already there."""


def nieuw(project: Path, *woorden: str, antwoorden: list[str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scripts", "nieuw", *woorden],
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "1795651200"},
        input="".join(f"{antwoord}\n" for antwoord in antwoorden or ()),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def kop(project: Path, pad: str) -> dict[str, object]:
    _, hoofd, rest = (project / "docs" / pad).read_text("utf-8").split("---\n")
    assert rest == "\n{{ item() }}\n"
    data: dict[str, object] = yaml.safe_load(hoofd)
    return data


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _kopieer(tmp_path_factory.mktemp("nieuw") / "project")


def test_an_item_of_each_kind_is_made_from_answers_and_passes_the_gate(project: Path) -> None:
    assert set(ANTWOORDEN) == {soort.value for soort in Soort}
    for soort, antwoorden in ANTWOORDEN.items():
        gemaakt = nieuw(project, soort, "Één proef: zó maakt u 't!", antwoorden=antwoorden)
        pad = f"{soort}/een-proef-zo-maakt-u-t.md"
        assert (gemaakt.returncode, gemaakt.stderr) == (0, ""), gemaakt.stdout
        assert "Dat kan niet" not in gemaakt.stdout
        assert f"\nGemaakt: docs/{pad}\nHet is een concept: het staat nog niet op de site.\n" in gemaakt.stdout
        data = kop(project, pad)
        assert (data["template"], data["status"], str(data["publicatiedatum"])) == (
            "item.html",
            "concept",
            "2026-11-26",
        )
        assert data["term" if soort == "begrippen" else "titel"] == "Één proef: zó maakt u 't!"
        for naam, info in ITEMSOORTEN[Soort(soort)].model_fields.items():
            if info.title and naam in data and naam not in {"titel", "term", "status"}:
                assert info.title in gemaakt.stdout
    assert inlezen.controleer(project) == ()
    onderdelen = kop(project, "nieuwsbrieven/een-proef-zo-maakt-u-t.md")["onderdelen"]
    assert onderdelen == [
        {"kop": "Een eerste onderdeel", "tekst": "Er is een afspraak."},
        {"kop": "Een tweede onderdeel", "tekst": "Er is nog een afspraak."},
    ]
    agenda = kop(project, "agenda/een-proef-zo-maakt-u-t.md")
    assert (agenda["begin"], agenda["wanneer"], agenda["doelgroepen"]) == (
        "onbekend",
        "in het voorjaar",
        ["professionals"],
    )
    casus = kop(project, "praktijkcasussen/een-proef-zo-maakt-u-t.md")
    assert casus["organisatiesoorten"] == ["veilig-thuis", "welzijn"]


def test_an_answer_that_cannot_be_is_asked_again_with_the_reason(kopie: Path) -> None:
    antwoorden = [
        "",
        "Er is nieuws.",
        "Lees het [hier](/hulp/).",
        "Lees [wat u kunt doen](/hulp/thuis/).",
        "morgen",
        "2026-12-01",
    ]
    gemaakt = nieuw(kopie, "nieuwsbericht", "Nieuws", antwoorden=antwoorden)
    assert gemaakt.returncode == 0
    assert [regel.strip() for regel in gemaakt.stdout.splitlines() if "Dat kan niet" in regel] == [
        "Dat kan niet: dit is nodig; schrijf een antwoord.",
        "Dat kan niet: de woorden 'hier' zeggen niet waar de link heen gaat; schrijf wat de lezer daar vindt.",
        "Dat kan niet: 'morgen' is geen datum; schrijf jaar, maand en dag als jjjj-mm-dd.",
    ]
    assert str(kop(kopie, "nieuws/nieuws.md")["publicatiedatum"]) == "2026-12-01"


def test_fields_can_be_given_and_nothing_is_asked_then(kopie: Path) -> None:
    velden = {
        "samenvatting": "Er is nieuws.",
        "tekst": "Een alinea.\\n\\nNog een.",
        "publicatiedatum": "2026-12-01",
        "themas": "meldcode, mda",
        "bron.document": "zl-uitvoeringsplan-2024-2027",
        "bron.plaats": "paragraaf 2",
    }
    woorden = [deel for naam, waarde in velden.items() for deel in ("--veld", f"{naam}={waarde}")]
    gemaakt = nieuw(kopie, "nieuws", "Nieuws", *woorden)
    assert (gemaakt.returncode, gemaakt.stderr) == (0, "")
    assert ">" not in gemaakt.stdout
    data = kop(kopie, "nieuws/nieuws.md")
    assert (data["tekst"], data["themas"]) == ("Een alinea.\n\nNog een.", ["meldcode", "mda"])
    assert data["bron"] == {"document": "zl-uitvoeringsplan-2024-2027", "plaats": "paragraaf 2"}
    assert inlezen.controleer(kopie) == ()


def test_nothing_is_ever_overwritten_and_nothing_half_done_is_left(kopie: Path) -> None:
    bestaand = kopie / "docs/nieuws/de-site-is-er.md"
    ervoor = bestaand.read_bytes()
    aantal = len(list((kopie / "docs").rglob("*.md")))
    gemaakt = nieuw(kopie, "nieuws", "De site is er!")
    assert (gemaakt.returncode, gemaakt.stderr) == (
        1,
        "titel: docs/nieuws/de-site-is-er.md bestaat al; kies een andere titel, of verander dat bestand.\n",
    )
    gestopt = nieuw(kopie, "nieuws", "Iets anders", antwoorden=["Er is nieuws."])
    assert (gestopt.returncode, gestopt.stderr) == (
        1,
        "\nEr is geen antwoord op 'Tekst'. Een veld vult u zo in: --veld tekst=...\n",
    )
    assert bestaand.read_bytes() == ervoor
    assert len(list((kopie / "docs").rglob("*.md"))) == aantal


def test_without_words_it_says_what_can_be_made(kopie: Path) -> None:
    gezegd = nieuw(kopie)
    assert (gezegd.returncode, gezegd.stderr) == (0, "")
    assert gezegd.stdout.startswith('Gebruik: python3 scripts/regiovisie.py nieuw SOORT "Titel"\n\nU kunt dit maken:\n')
    assert all(f"\n  {soort.value} " in gezegd.stdout for soort in Soort)


def test_faults_elsewhere_are_told_first(kopie: Path) -> None:
    (kopie / "data/themas.yml").write_text("themas: []\n", "utf-8")
    gezegd = nieuw(kopie, "nieuws", "Nieuws")
    assert gezegd.returncode == 1
    assert gezegd.stderr.startswith("Er staat nog een fout in de site; die moet eerst weg.\ndata/")


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (["nieuws", "Een", "titel"], 'Er staan te veel woorden; zet de titel tussen aanhalingstekens: python3 scripts/regiovisie.py nieuw SOORT "Titel"'),
        (["nieuws", "--titel=x"], "'nieuw' kent '--titel=x' niet. Een veld vult u zo in: --veld titel=..."),
        (["nieuws", "--veld"], 'Na --veld hoort een sleutel met een waarde: --veld samenvatting="Eén zin."'),
    ],
)  # fmt: skip
def test_a_command_line_that_is_not_understood(woorden: list[str], melding: str) -> None:
    with pytest.raises(Gebruiksfout) as fout:
        _lees(woorden)
    assert str(fout.value) == melding


def test_a_kind_goes_by_its_folder_or_by_what_one_is_called() -> None:
    assert [_soort(woord) for woord in ("praktijkcasussen", "praktijkcasus", "Nieuwsbericht")] == [
        Soort.PRAKTIJKCASUSSEN,
        Soort.PRAKTIJKCASUSSEN,
        Soort.NIEUWS,
    ]
    with pytest.raises(Gebruiksfout) as fout:
        _soort("praktijkcasu")
    assert str(fout.value).startswith(
        "De soort 'praktijkcasu' bestaat niet. Bedoelde u 'praktijkcasus'? U kunt maken: nieuws, "
    )


def test_a_choice_goes_by_number_value_name_or_part_of_it() -> None:
    veld = {
        "widget": "select",
        "options": [{"label": "Een dag", "value": "dag"}, {"label": "Een week", "value": "week"}],
    }
    assert [_keuze(veld, woord) for woord in ("1", "WEEK", "een dag", "wee")] == ["dag", "week", "dag", "week"]
    for woord, reden in (("een", "past bij meer: dag, week"), ("weke", "bedoelde u 'week'?"), ("3", "kies een van")):
        with pytest.raises(Exception, match=re.escape(reden)):
            _keuze(veld, woord)


def test_a_value_lands_in_its_place_and_paragraphs_stay_paragraphs() -> None:
    geheel = _met(_met({}, ("a", 0, "b"), "x"), ("a", 1, "b"), "y\n\nz")
    assert geheel == {"a": [{"b": "x"}, {"b": "y\n\nz"}]}
    assert yaml.safe_load(_yaml(geheel)) == geheel
    assert _yaml({"tekst": "y\n\nz", "tijd": "14:00", "begin": "2026-12-01"}) == (
        "tekst: |-\n  y\n\n  z\ntijd: '14:00'\nbegin: 2026-12-01\n"
    )
