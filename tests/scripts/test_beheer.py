"""The editor for on a server: its settings, and what a build puts in the site."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.model import Regiovisie
from scripts.beheer import BLADEN, EDITOR, Serverinstellingen, lees_server, voor_server
from scripts.melden import Melding

Draai = Callable[..., subprocess.CompletedProcess[str]]

GOED = """\
soort: forgejo
adres: https://git.voorbeeld.nl/
project: werkgroep/regiovisie
toepassing: abc-123
"""


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "beheer.yml"
    pad.write_text(GOED, "utf-8")
    return pad


def test_gitea_and_forgejo_are_reached_in_the_same_way(bestand: Path) -> None:
    assert lees_server(bestand).backend() == {
        "name": "gitea",
        "api_root": "https://git.voorbeeld.nl/api/v1",
        "auth_endpoint": "login/oauth/authorize",
        "repo": "werkgroep/regiovisie",
        "branch": "main",
        "base_url": "https://git.voorbeeld.nl",
        "app_id": "abc-123",
    }


def test_gitlab_logs_in_without_a_secret(bestand: Path) -> None:
    bestand.write_text(GOED.replace("forgejo", "gitlab") + "tak: site\n", "utf-8")
    assert lees_server(bestand).backend() == {
        "name": "gitlab",
        "auth_type": "pkce",
        "api_root": "https://git.voorbeeld.nl/api/v4",
        "auth_endpoint": "oauth/authorize",
        "repo": "werkgroep/regiovisie",
        "branch": "site",
        "base_url": "https://git.voorbeeld.nl",
        "app_id": "abc-123",
    }


@pytest.mark.parametrize(
    ("oud", "nieuw", "fout"),
    [
        ("forgejo", "github", "1:8: soort: 'github' kan hier niet; bedoelde u 'gitlab'?"),
        (
            "https://git.voorbeeld.nl/",
            "git.voorbeeld.nl",
            "2:8: adres: 'git.voorbeeld.nl' is geen adres van een server; schrijf het voluit, zoals https://git.voorbeeld.nl",
        ),
        (
            "https:",
            "http:",
            "2:8: adres: 'http://git.voorbeeld.nl/' is geen adres van een server; schrijf het voluit, zoals https://git.voorbeeld.nl",
        ),
        (
            "werkgroep/regiovisie",
            "regiovisie",
            "3:10: project: 'regiovisie' is geen project; schrijf groep en project, zoals werkgroep/regiovisie",
        ),
        ("toepassing: abc-123\n", "", "1:1: de sleutel 'toepassing' ontbreekt; voeg 'toepassing:' toe"),
        ("toepassing", "toepasing", "4:1: de sleutel 'toepasing' is onbekend; bedoelde u 'toepassing'?"),
    ],
)
def test_a_slip_in_the_settings_is_told_at_its_place(bestand: Path, oud: str, nieuw: str, fout: str) -> None:
    bestand.write_text(GOED.replace(oud, nieuw), "utf-8")
    with pytest.raises(Melding) as mis:
        lees_server(bestand)
    assert str(mis.value) == f"{bestand}:{fout}"


def test_settings_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(Melding) as mis:
        lees_server(tmp_path / "weg.yml")
    assert str(mis.value) == f"{tmp_path}/weg.yml:1:1: dit bestand ontbreekt of is niet te lezen; maak het aan"


def test_the_site_gets_the_whole_editor_and_it_asks_for_no_page(regiovisie: Regiovisie, bestand: Path) -> None:
    bladen = dict(voor_server(regiovisie, date(2026, 11, 22), lees_server(bestand)))
    assert sorted(bladen) == sorted(f"beheer/{naam}" for naam in (*BLADEN, EDITOR, "instellingen.json"))
    alles = json.loads(bladen["beheer/instellingen.json"])
    assert alles["decap"]["backend"]["name"] == "gitea"
    assert (alles["voorbeeld"], alles["beelden"]["naar"]) == (None, None)
    assert alles["woorden"]["geen_voorbeeld"].startswith("Hier is geen voorbeeld van de echte pagina: ")
    assert b"<script>" not in bladen["beheer/index.html"]
    assert b"://" not in bladen["beheer/index.html"]
    nog_eens = dict(voor_server(regiovisie, date(2026, 11, 22), lees_server(bestand)))
    assert nog_eens == bladen, "same input, same bytes"


def test_a_build_refuses_wrong_settings_before_it_begins(draai: Draai, wortel: Path, bestand: Path) -> None:
    bestand.write_text(GOED.replace("forgejo", "svn"), "utf-8")
    bouw = draai(wortel, "bouw", "--beheer", str(bestand), "--uit", str(bestand.parent / "site"))
    assert (bouw.returncode, bouw.stdout) == (1, "")
    assert bouw.stderr == f"{bestand}:1:8: soort: 'svn' kan hier niet; kies uit: gitea, forgejo, gitlab\n"


def test_the_settings_hold_nothing_secret() -> None:
    assert sorted(Serverinstellingen.model_fields) == ["adres", "project", "soort", "tak", "toepassing"]
