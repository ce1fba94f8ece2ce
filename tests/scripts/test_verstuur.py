import email
import io
import os
import re
import signal
import socket
import ssl
import subprocess
from asyncio import WriteTransport
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import NamedTuple

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from scripts import verstuur
from scripts.melden import Melding
from scripts.nieuwsbrief import adres

SITE = "https://www.example.org/"
VAN = "nieuwsbrief@example.org"


class Bus:
    """A mail server's side of the tests: keeps what comes in, and can be told to be difficult."""

    def __init__(self) -> None:
        self.post: list[tuple[str, EmailMessage]] = []
        self.verbindingen = 0
        self.antwoord: dict[str, list[str]] = {}
        self.bij_mail: dict[str, Callable[[SMTP], None]] = {}

    async def handle_EHLO(  # noqa: N802 - the name that the server looks for
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        _ = server, envelope
        self.verbindingen += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802 - as above
        self, server: SMTP, session: Session, envelope: Envelope, address: str, rcpt_options: list[str]
    ) -> str:
        _ = server, session, rcpt_options
        if wachtrij := self.antwoord.get(address):
            return wachtrij.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        _ = session
        (aan,) = envelope.rcpt_tos
        if doe := self.bij_mail.pop(aan, None):
            doe(server)
        assert isinstance(envelope.content, bytes)
        self.post.append((aan, email.message_from_bytes(envelope.content, policy=default)))
        return "554 Dit lijkt op reclame" if aan.startswith("reclame") else "250 OK"

    @property
    def ontvangers(self) -> list[str]:
        return [aan for aan, _ in self.post]


def _hang_op(server: SMTP) -> None:
    assert isinstance(server.transport, WriteTransport)
    server.transport.abort()


class Postkantoor(NamedTuple):
    bus: Bus
    smtp: str


def _vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        poort: int = s.getsockname()[1]
        return poort


@pytest.fixture
def kantoor() -> Iterator[Postkantoor]:
    """A real mail server on this computer."""
    bus = Bus()
    server = Controller(bus, hostname="127.0.0.1", port=_vrije_poort())
    server.start()
    yield Postkantoor(bus, f"127.0.0.1:{server.port}")
    server.stop()


class Verstuurder:
    """Runs the command as the door does, with what is typed in."""

    def __init__(self, project: Path, map_: Path, kantoor: Postkantoor, monkeypatch: pytest.MonkeyPatch) -> None:
        self._project, self._kantoor, self._monkeypatch = project, kantoor, monkeypatch
        self.log = map_ / "log" / "herfst.jsonl"
        self._lijst = map_ / "lijst.txt"

    def __call__(self, brief: str = "herfst", *, typ: str = "", **anders: str) -> int:
        opties = {
            "smtp": self._kantoor.smtp,
            "van": VAN,
            "site": SITE,
            "log": str(self.log),
            "per-minuut": "600000",
            "peildatum": "2026-11-22",
        } | {naam.replace("_", "-"): waarde for naam, waarde in anders.items()}
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{typ}\n".encode() if typ else b"")))
        return verstuur.opdracht(self._project, opties, [brief])

    def proef(self, **anders: str) -> int:
        return self(proef="ik@example.org", **anders)

    def lijst(self, *regels: str, typ: str, **anders: str) -> int:
        self._lijst.write_text("\n".join(regels), "utf-8")
        return self(lijst=str(self._lijst), typ=typ, **anders)


@pytest.fixture
def stuur(itemproject: Path, tmp_path: Path, kantoor: Postkantoor, monkeypatch: pytest.MonkeyPatch) -> Verstuurder:
    return Verstuurder(itemproject, tmp_path, kantoor, monkeypatch)


def test_first_a_test_then_each_their_own_mail(
    stuur: Verstuurder, kantoor: Postkantoor, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Melding) as fout:
        stuur.lijst("a@example.org", typ="1", afmelden="weg@example.org")
    assert str(fout.value) == (
        "Van deze nieuwsbrief is nog geen proef verstuurd, of er is daarna iets veranderd. "
        "Verstuur eerst een proef aan uzelf, met --proef ADRES in plaats van --lijst."
    )
    assert stuur.proef(afmelden="weg@example.org") == 0
    assert capsys.readouterr().out == (
        "Proef van 'Samen de herfst in' verstuurd aan ik@example.org.\n"
        "Bekijk haar op een computer en op een telefoon. Is alles goed, verstuur dan met --lijst in plaats van --proef.\n"
    )
    kantoor.bus.verbindingen = 0
    regels = ("# de lijst", "a@example.org", "Bea <b@example.org>", "geen adres", "A@example.org", "", "c@example.org")
    assert stuur.lijst(*regels, typ="3", afmelden="weg@example.org") == 0
    gezegd = capsys.readouterr()
    assert gezegd.out == (
        "Onderwerp:   Samen de herfst in\n"
        f"Van:         {VAN}\n"
        f"Mailserver:  {kantoor.smtp}, niet beveiligd\n"
        "Ontvangers:  3\n"
        "De eerste:   a@example.org, b@example.org, c@example.org\n"
        "Typ het aantal ontvangers (3) om te versturen:   3 van 3: verzonden\n"
        "Klaar: 3 verzonden, 0 geweigerd, 0 nog niet gelukt.\n"
    )
    assert gezegd.err == (
        "Regel 4: 'geen adres'; schrijf één adres, zonder spaties of komma's.\n"
        "Regel 5: 'A@example.org' staat ook op regel 2; het krijgt één mail.\n"
    )
    assert kantoor.bus.ontvangers == ["ik@example.org", "a@example.org", "b@example.org", "c@example.org"]
    assert kantoor.bus.verbindingen == 1
    for aan, bericht in kantoor.bus.post:
        assert (bericht["To"], bericht["From"], bericht["Subject"]) == (aan, VAN, "Samen de herfst in")
        assert bericht["List-Unsubscribe"] == "<mailto:weg@example.org?subject=Afmelden%20nieuwsbrief>"
        assert set(re.findall(r"[\w.]+@example\.org", bericht.as_string())) - {aan, VAN, "weg@example.org"} == {
            bericht["Message-ID"].strip("<>")
        }
    assert len({bericht["Message-ID"] for _, bericht in kantoor.bus.post}) == 4
    html, tekst = (kantoor.bus.post[1][1].get_body((soort,)) for soort in ("html", "plain"))
    assert html is not None
    assert tekst is not None
    assert 'href="https://www.example.org/nieuwsbrieven/herfst/"' in html.get_content()
    assert "Lees in de browser: https://www.example.org/nieuwsbrieven/herfst/" in tekst.get_content()
    log = stuur.log.read_text("utf-8")
    assert "@" not in log
    assert oct(stuur.log.stat().st_mode & 0o777) == "0o600"


def test_who_had_it_gets_it_no_second_time(
    stuur: Verstuurder, kantoor: Postkantoor, capsys: pytest.CaptureFixture[str]
) -> None:
    stuur.proef()
    stuur.lijst("a@example.org", typ="1")
    assert stuur.lijst("a@example.org", typ="1") == 0
    assert capsys.readouterr().out.endswith(
        "Er is niemand meer om aan te sturen: iedereen op deze lijst is al geweest.\n"
    )
    stuur.lijst("A@EXAMPLE.org", "b@example.org", typ="1")
    assert "Ontvangers:  1, van de 2 op de lijst; de andere 1 zijn al geweest\n" in capsys.readouterr().out
    assert kantoor.bus.ontvangers == ["ik@example.org", "a@example.org", "b@example.org"]


def test_ctrl_c_halfway_and_on_again(
    stuur: Verstuurder, kantoor: Postkantoor, capsys: pytest.CaptureFixture[str]
) -> None:
    stuur.proef()
    kantoor.bus.bij_mail["b@example.org"] = lambda _: os.kill(os.getpid(), signal.SIGINT)
    lijst = [f"{letter}@example.org" for letter in "abcd"]
    with pytest.raises(Melding) as fout:
        stuur.lijst(*lijst, typ="4")
    assert str(fout.value) == (
        "Afgebroken; 1 verzonden. Start dezelfde opdracht opnieuw om verder te gaan; niemand krijgt de mail twee keer."
    )
    capsys.readouterr()
    assert stuur.lijst(*lijst, typ="2") == 0
    assert capsys.readouterr().err == (
        "Regel 2: het is niet zeker of de mail aankwam, en zij gaat niet nog eens. "
        "Vraag het na, en stuur haar zo nodig zelf door.\n"
    )
    assert sorted(kantoor.bus.ontvangers) == sorted(["ik@example.org", *lijst])


def test_a_server_that_hangs_up(stuur: Verstuurder, kantoor: Postkantoor, capsys: pytest.CaptureFixture[str]) -> None:
    stuur.proef()
    kantoor.bus.bij_mail["b@example.org"] = _hang_op
    kantoor.bus.antwoord["c@example.org"] = ["421 Even geen tijd"]
    assert stuur.lijst("a@example.org", "b@example.org", "c@example.org", typ="3") == 1
    gezegd = capsys.readouterr()
    assert gezegd.err.startswith("Regel 2: het is niet zeker of de mail aankwam")
    assert gezegd.out.endswith("Klaar: 2 verzonden, 0 geweigerd, 0 nog niet gelukt.\n")
    assert kantoor.bus.ontvangers == ["ik@example.org", "a@example.org", "b@example.org", "c@example.org"]


def test_refused_for_good_and_for_now(
    stuur: Verstuurder, kantoor: Postkantoor, capsys: pytest.CaptureFixture[str]
) -> None:
    stuur.proef()
    kantoor.bus.antwoord = {
        "weg@example.org": ["550 Onbekende\x1b[2J gebruiker"],
        "straks@example.org": ["451 Kom zo terug"],
        "morgen@example.org": ["451 Nu niet", "451 Nog niet"],
    }
    lijst = ("weg@example.org", "straks@example.org", "morgen@example.org", "a@example.org")
    assert stuur.lijst(*lijst, typ="4") == 1
    gezegd = capsys.readouterr()
    assert gezegd.err == "Regel 1: geweigerd (550 Onbekende [2J gebruiker).\n"
    assert gezegd.out.endswith(
        "Klaar: 2 verzonden, 1 geweigerd, 1 nog niet gelukt.\n"
        "Wat nog niet lukte, komt door iets tijdelijks. Wacht een uur. "
        "Start dezelfde opdracht opnieuw om verder te gaan; niemand krijgt de mail twee keer.\n"
    )
    assert kantoor.bus.ontvangers == ["ik@example.org", "a@example.org", "straks@example.org"]
    assert stuur.lijst(*lijst, typ="1") == 0
    assert kantoor.bus.ontvangers[3:] == ["morgen@example.org"]


def test_a_mail_that_the_server_does_not_want_stops(stuur: Verstuurder, kantoor: Postkantoor) -> None:
    stuur.proef()
    with pytest.raises(Melding) as fout:
        stuur.lijst(*(f"reclame{n}@example.org" for n in range(9)), typ="9")
    assert str(fout.value).startswith("De mailserver weigert de mail zelf, 3 keer achter elkaar.")
    assert len(kantoor.bus.post) == 4


def test_a_log_that_a_crash_cut_off(stuur: Verstuurder, kantoor: Postkantoor) -> None:
    stuur.proef()
    stuur.lijst("a@example.org", typ="1")
    with stuur.log.open("ab") as bestand:
        bestand.write(b'{"wat": "beg')
    assert stuur.lijst("a@example.org", "b@example.org", typ="1") == 0
    assert stuur.lijst("a@example.org", "b@example.org", "c@example.org", typ="1") == 0
    assert kantoor.bus.ontvangers == ["ik@example.org", "a@example.org", "b@example.org", "c@example.org"]


def test_after_a_change_a_new_test_is_needed(stuur: Verstuurder, kantoor: Postkantoor) -> None:
    stuur.proef()
    with pytest.raises(
        Melding, match="Van deze nieuwsbrief is nog geen proef verstuurd, of er is daarna iets veranderd"
    ):
        stuur.lijst("a@example.org", typ="1", afmelden="weg@example.org")
    assert kantoor.bus.ontvangers == ["ik@example.org"]


@pytest.mark.parametrize("typ", ["", "2", "ja"])
def test_another_number_sends_nothing(stuur: Verstuurder, kantoor: Postkantoor, typ: str) -> None:
    stuur.proef()
    with pytest.raises(Melding, match=r"^Er is niets verstuurd\.$"):
        stuur.lijst("a@example.org", typ=typ)
    assert kantoor.bus.ontvangers == ["ik@example.org"]


@pytest.mark.parametrize(
    ("brief", "melding"),
    [
        ("voorbeeld", "Deze nieuwsbrief is een voorbeeld; een voorbeeld gaat alleen als --proef de deur uit."),
        (
            "concept",
            (
                "Deze nieuwsbrief staat nog niet op de site, dus 'Lees in de browser' zou nergens heen wijzen. "
                "Zet eerst de status op gepubliceerd, met een publicatiedatum van vandaag of eerder."
            ),
        ),
        ("herst", "In docs/nieuwsbrieven/ staat geen 'herst'. Bedoelde u 'herfst'?"),
    ],
)
def test_what_is_not_sent_to_a_list(stuur: Verstuurder, kantoor: Postkantoor, brief: str, melding: str) -> None:
    with pytest.raises(Melding) as fout:
        stuur.lijst("a@example.org", typ="1", brief=brief)
    assert str(fout.value) == melding
    assert kantoor.bus.post == []


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        (
            {"lijst": "{project}/docs/lijst.txt"},
            "De lijst {project}/docs/lijst.txt staat in de map van het project; {weg}",
        ),
        (
            {"proef": "ik@example.org", "log": "{project}/log"},
            "De log {project}/log staat in de map van het project; {weg}",
        ),
        (
            {"lijst": "/nergens/lijst.txt"},
            "Van deze nieuwsbrief is nog geen proef verstuurd, of er is daarna iets veranderd. ",
        ),
        ({}, "Geef --proef met één adres, of --lijst met een bestand: eerst de proef, daarna de lijst."),
        ({"proef": "ik"}, "Na --proef staat 'ik'; een mailadres heeft één @."),
        (
            {"proef": "ik@example.org", "van": "wij@hier"},
            "Na --van staat 'wij@hier'; na de @ hoort de naam van een domein",
        ),
        ({"proef": "ik@example.org", "smtp": "post:x"}, "Na --smtp staat 'post:x'; schrijf de mailserver zo: "),
        ({"proef": "ik@example.org", "tls": "ja", "starttls": "ja"}, "Kies --tls of --starttls, niet allebei."),
        ({"proef": "ik@example.org", "gebruiker": "ik"}, "Een wachtwoord gaat alleen over een beveiligde verbinding; "),
        (
            {"proef": "ik@example.org", "per-minuut": "0"},
            "Na --per-minuut staat '0'; schrijf een heel getal, zoals 60.",
        ),
        (
            {"proef": "ik@example.org", "smtp": "127.0.0.1:1"},
            "De mailserver 127.0.0.1:1, niet beveiligd is niet te bereiken (",
        ),
        ({"proef": "ik@example.org", "starttls": "ja"}, "De mailserver 127.0.0.1 kan geen STARTTLS"),
        (
            {"proef": "ik@example.org", "site": "example.org"},
            "'example.org' is geen adres van een site; schrijf het zo: ",
        ),
    ],
)
def test_what_is_refused_before_anything_is_sent(
    stuur: Verstuurder, kantoor: Postkantoor, itemproject: Path, anders: dict[str, str], melding: str
) -> None:
    weg = "zet haar ergens anders, dan lekken er geen adressen."
    with pytest.raises(Melding) as fout:
        stuur(**{naam: waarde.format(project=itemproject) for naam, waarde in anders.items()})
    assert str(fout.value).startswith(melding.format(project=itemproject, weg=weg))
    assert kantoor.bus.post == []


def test_without_the_address_of_the_site_the_links_would_be_dead(
    stuur: Verstuurder, itemproject: Path, kantoor: Postkantoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REGIOVISIE_URL", raising=False)
    with pytest.raises(Melding, match="Het adres van de site is niet bekend, en dan werken de links in de mail niet"):
        verstuur.opdracht(
            itemproject, {"smtp": kantoor.smtp, "van": VAN, "proef": VAN, "log": str(stuur.log)}, ["herfst"]
        )


@pytest.mark.parametrize(
    ("regel", "reden"),
    [
        ("jan", "een mailadres heeft één @"),
        ("jan@@example.org", "een mailadres heeft één @"),
        ("jan@example", "na de @ hoort de naam van een domein, zoals voorbeeld.nl"),
        ("jan@example..org", "na de @ hoort de naam van een domein, zoals voorbeeld.nl"),
        ("jan@.org", "na de @ hoort de naam van een domein, zoals voorbeeld.nl"),
        ("jan@example.org, piet@example.org", "schrijf één adres, zonder spaties of komma's"),
        ("jan piet@example.org", "schrijf één adres, zonder spaties of komma's"),
        ("@example.org", "dat is geen mailadres"),
        ("(jan@example.org", "dat is geen mailadres"),
        ("jàn@example.org", "een mailadres heeft geen letters met accenten of andere tekens"),
        (f"{'j' * 250}@example.org", "een mailadres is hoogstens 254 tekens lang"),
    ],
)
def test_what_is_no_address(regel: str, reden: str) -> None:
    with pytest.raises(Melding) as fout:
        adres(regel, "Regel 1:")
    assert str(fout.value) == f"Regel 1: '{regel[:254]}'; {reden}."


def test_a_list_as_windows_writes_it(tmp_path: Path) -> None:
    lijst = tmp_path / "lijst.csv"
    lijst.write_bytes("\ufeffa@example.org\r\nB <b@example.org>\r\n".encode())
    assert [o.adres for o in verstuur.lees_lijst(lijst)[0]] == ["a@example.org", "b@example.org"]
    lijst.write_bytes("André <a@example.org>\r\n".encode("cp1252"))
    assert [o.adres for o in verstuur.lees_lijst(lijst)[0]] == ["a@example.org"]


@pytest.fixture
def sleutels(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for this computer, made for one test."""
    geheim, openbaar = tmp_path / "sleutel.pem", tmp_path / "certificaat.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(geheim), "-out", str(openbaar)),
        ],
        check=True,
        capture_output=True,
    )
    return geheim, openbaar


def test_a_password_goes_over_a_secured_connection_with_a_known_certificate(
    stuur: Verstuurder, sleutels: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    geheim, openbaar = sleutels
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(openbaar, geheim)

    def mag_erin(_s: SMTP, _session: Session, _envelope: Envelope, _soort: str, gegevens: LoginPassword) -> AuthResult:
        return AuthResult(handled=False, success=(gegevens.login, gegevens.password) == (b"ik", b"geheim"))

    bus = Bus()
    server = Controller(
        bus, hostname="127.0.0.1", port=_vrije_poort(), tls_context=context, authenticator=mag_erin, auth_required=True
    )
    server.start()
    try:
        smtp = f"127.0.0.1:{server.port}"
        monkeypatch.setenv("REGIOVISIE_SMTP_WACHTWOORD", "geheim")
        with pytest.raises(Melding, match=r"Het certificaat van de mailserver 127\.0\.0\.1 klopt niet"):
            stuur.proef(smtp=smtp, starttls="ja", gebruiker="ik")
        monkeypatch.setenv("SSL_CERT_FILE", str(openbaar))
        assert stuur.proef(smtp=smtp, starttls="ja", gebruiker="ik") == 0
        monkeypatch.setenv("REGIOVISIE_SMTP_WACHTWOORD", "fout")
        with pytest.raises(Melding, match="neemt deze gebruiker of dit wachtwoord niet aan"):
            stuur.proef(smtp=smtp, starttls="ja", gebruiker="ik")
    finally:
        server.stop()
    assert bus.ontvangers == ["ik@example.org"]
