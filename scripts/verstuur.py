"""A newsletter to a list of receivers, over SMTP: a test first, then each their own mail, never twice.

No address is ever stored: the list stays with its owner, outside the project, and the log knows only hashes.
"""

import contextlib
import getpass
import hashlib
import json
import os
import secrets
import smtplib
import ssl
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import platformdirs

from macros import mail
from macros.opmaak import LIMBURG
from scripts.melden import Gebruiksfout, Melding, Voortgang, klaag, meld
from scripts.nieuwsbrief import Klaar, adres, maak_klaar
from scripts.opzetten import slot

WACHTWOORD = "REGIOVISIE_SMTP_WACHTWOORD"
POORTEN = {"tls": 465, "starttls": 587, "": 25}
PER_MINUUT = 60
GEDULD = 60  # seconds that a mail server may take to answer
MAX_OP_RIJ = 3  # so many refusals of the mail itself, one after another, mean that nobody will get it
TIJDELIJK, BLIJVEND, SLUIT_AF = 400, 500, 421


@dataclass(frozen=True, kw_only=True)
class Ontvanger:
    """Somebody on the list, and the line where he stands."""

    regel: int
    adres: str


def opdracht(wortel: Path, opties: Mapping[str, str], rest: Sequence[str]) -> int:
    """Carries out `verstuur`."""
    if ontbreekt := [f"--{naam}" for naam in ("smtp", "van") if naam not in opties]:
        raise Gebruiksfout(f"Geef ook {' en '.join(ontbreekt)}: de mailserver, en het adres waarvan de mail komt.")
    if ("proef" in opties) == ("lijst" in opties):
        raise Gebruiksfout("Geef --proef met één adres, of --lijst met een bestand: eerst de proef, daarna de lijst.")
    server = Server.lees(opties)
    tempo = _tempo(opties.get("per-minuut", str(PER_MINUUT)))
    proef = adres(opties["proef"], "Na --proef staat") if "proef" in opties else ""
    lijst = _buiten(wortel, Path(opties["lijst"]), "lijst") if "lijst" in opties else Path()
    klaar = maak_klaar(wortel, opties, rest[0])
    if not klaar.blad.basis:
        raise Melding(
            "Het adres van de site is niet bekend, en dan werken de links in de mail niet. "
            "Geef het met --site https://www.uw-site.nl/ of met REGIOVISIE_URL."
        )
    logboek = Logboek(_buiten(wortel, _logplaats(opties, klaar.brief.id), "log"))
    with slot(logboek.pad.with_suffix(".slot")):
        logboek.open()
        zending = Zending(klaar=klaar, server=server, logboek=logboek, tempo=tempo)
        return zending.proef(proef) if proef else zending.lijst(lijst)


def _tempo(tekst: str) -> float:
    """The seconds between two mails."""
    if not (tekst.isdecimal() and int(tekst)):
        raise Gebruiksfout(f"Na --per-minuut staat '{tekst}'; schrijf een heel getal, zoals 60.")
    return 60 / int(tekst)


def _logplaats(opties: Mapping[str, str], naam: str) -> Path:
    if "log" in opties:
        return Path(opties["log"])
    return platformdirs.user_state_path("regiovisie", appauthor=False) / "verzending" / f"{naam}.jsonl"


def _buiten(wortel: Path, pad: Path, wat: str) -> Path:
    """Refuses a place inside the project: what stands there is published sooner or later."""
    pad = pad.expanduser().resolve()
    if pad.is_relative_to(wortel.resolve()):
        raise Melding(
            f"De {wat} {pad} staat in de map van het project; zet haar ergens anders, dan lekken er geen adressen."
        )
    return pad


def lees_lijst(pad: Path) -> tuple[list[Ontvanger], list[str]]:
    """The receivers on a list, each once, and a sentence for each line that holds no address."""
    try:
        rauw = pad.read_bytes()
    except OSError as fout:
        raise Melding(f"De lijst {pad} is niet te lezen ({fout.strerror}).") from None
    try:
        tekst = rauw.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = rauw.decode("cp1252", errors="replace")  # as Windows programs write it
    ontvangers: dict[str, Ontvanger] = {}
    klachten = []
    for nummer, regel in enumerate(tekst.splitlines(), start=1):
        if not regel.strip() or regel.lstrip().startswith("#"):
            continue
        try:
            gelezen = adres(regel, f"Regel {nummer}:")
        except Melding as klacht:
            klachten.append(str(klacht))
            continue
        eerder = ontvangers.setdefault(gelezen.casefold(), Ontvanger(regel=nummer, adres=gelezen))
        if eerder.regel != nummer:
            klachten.append(f"Regel {nummer}: '{gelezen}' staat ook op regel {eerder.regel}; het krijgt één mail.")
    return list(ontvangers.values()), klachten


# --------------------------------------------------------------------------------------------------
# The log
# --------------------------------------------------------------------------------------------------


@dataclass
class Logboek:
    """What was sent, one line per event. Addresses stand in it only as hashes, with a salt of this log alone.

    Before a mail is handed over, 'begin' is on the disk; so after a crash it is known whose mail is uncertain.
    """

    pad: Path
    _zout: bytes = b""
    _stand: dict[str, str] = field(default_factory=dict)
    _proeven: set[str] = field(default_factory=set)

    def open(self) -> None:
        """Reads what is there, or begins a new log."""
        try:
            regels = self.pad.read_text("utf-8").splitlines() if self.pad.exists() else []
            for tekst in regels:
                with contextlib.suppress(json.JSONDecodeError):  # a line that a crash cut off
                    self._neem_over(json.loads(tekst))
            if not self._zout:
                if any(tekst.strip() for tekst in regels):
                    raise Melding(f"{self.pad} is geen log van een verzending; kies met --log een ander bestand.")
                self._zout = secrets.token_bytes(16)
                self.pad.touch(mode=0o600)
                self._schrijf({"wat": "log", "zout": self._zout.hex()})
        except (OSError, UnicodeDecodeError, ValueError) as fout:
            raise Melding(
                f"Het log {self.pad} is niet te gebruiken ({fout}); kies met --log een ander bestand."
            ) from None

    def _neem_over(self, regel: object) -> None:
        if not isinstance(regel, dict):
            return
        wat = regel.get("wat")
        if wat == "log":
            self._zout = bytes.fromhex(str(regel.get("zout")))
        elif wat == "proef":
            self._proeven.add(str(regel.get("inhoud")))
        else:
            self._stand[str(regel.get("wie"))] = str(wat)

    def _wie(self, adres_: str) -> str:
        return hashlib.blake2b(adres_.casefold().encode(), key=self._zout, digest_size=16).hexdigest()

    def stand(self, adres_: str) -> str | None:
        """How it went with this address: begin, verzonden, geweigerd, later, or None when it was never tried."""
        return self._stand.get(self._wie(adres_))

    def noteer(self, wat: str, adres_: str, code: int | None = None) -> None:
        """Writes what happened to the disk, before anything else happens."""
        self._stand[self._wie(adres_)] = wat
        self._schrijf({"wat": wat, "wie": self._wie(adres_), "code": code})

    def had_proef(self, inhoud: str) -> bool:
        """Whether a test was sent of exactly this mail."""
        return inhoud in self._proeven

    def noteer_proef(self, inhoud: str) -> None:
        """Remembers that a test was sent of this mail."""
        self._proeven.add(inhoud)
        self._schrijf({"wat": "proef", "inhoud": inhoud})

    def _schrijf(self, regel: Mapping[str, object]) -> None:
        met_tijd = {
            **{k: v for k, v in regel.items() if v is not None},
            "op": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        with self.pad.open("a+b") as bestand:
            if bestand.tell():
                bestand.seek(-1, os.SEEK_END)
                if bestand.read() != b"\n":  # what a crash cut off must not spoil this line too
                    bestand.write(b"\n")
            bestand.write(json.dumps(met_tijd).encode() + b"\n")
            bestand.flush()
            os.fsync(bestand.fileno())


# --------------------------------------------------------------------------------------------------
# The mail server
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Uitslag:
    """What a mail server said of one mail: verzonden, later or geweigerd; `inhoud` when it refused the mail itself."""

    wat: str
    code: int
    uitleg: str = ""
    inhoud: bool = False


class Verbroken(Exception):  # noqa: N818 - a state, not a fault of the program
    """The connection was lost; `onzeker` when the mail may or may not have been taken."""

    def __init__(self, *, onzeker: bool) -> None:
        super().__init__()
        self.onzeker = onzeker


@dataclass(frozen=True, kw_only=True)
class Server:
    """The mail server, and how to talk to it."""

    host: str
    poort: int
    beveiliging: str
    gebruiker: str | None

    @classmethod
    def lees(cls, opties: Mapping[str, str]) -> "Server":
        """Reads the options about the server."""
        if "tls" in opties and "starttls" in opties:
            raise Gebruiksfout("Kies --tls of --starttls, niet allebei.")
        beveiliging = next((naam for naam in ("tls", "starttls") if naam in opties), "")
        host, _, poort = opties["smtp"].partition(":")
        if not host or (poort and not (poort.isdecimal() and 0 < int(poort) <= 65535)):  # noqa: PLR2004 - the last port
            raise Gebruiksfout(f"Na --smtp staat '{opties['smtp']}'; schrijf de mailserver zo: mail.uw-domein.nl:587.")
        if "gebruiker" in opties and not beveiliging:
            raise Gebruiksfout(
                "Een wachtwoord gaat alleen over een beveiligde verbinding; voeg --starttls of --tls toe."
            )
        return cls(
            host=host,
            poort=int(poort) if poort else POORTEN[beveiliging],
            beveiliging=beveiliging,
            gebruiker=opties.get("gebruiker"),
        )

    def __str__(self) -> str:
        hoe = {"tls": "beveiligd (TLS)", "starttls": "beveiligd (STARTTLS)", "": "niet beveiligd"}[self.beveiliging]
        return f"{self.host}:{self.poort}, {hoe}"

    def verbind(self, wachtwoord: str | None) -> smtplib.SMTP:
        """Opens a connection that is ready to take mail."""
        try:
            with contextlib.ExitStack() as bij_mislukken:
                smtp = self._bel()
                bij_mislukken.callback(smtp.close)
                smtp.ehlo_or_helo_if_needed()
                if self.beveiliging == "starttls":
                    smtp.starttls(context=ssl.create_default_context())
                    smtp.ehlo_or_helo_if_needed()
                if self.gebruiker:
                    smtp.login(self.gebruiker, wachtwoord or "")
                bij_mislukken.pop_all()
                return smtp
        except smtplib.SMTPAuthenticationError:
            raise Melding(f"De mailserver {self.host} neemt deze gebruiker of dit wachtwoord niet aan.") from None
        except smtplib.SMTPNotSupportedError as fout:
            wat = "geen STARTTLS" if "STARTTLS" in str(fout) else "niet inloggen"
            raise Melding(f"De mailserver {self.host} kan {wat}. Vraag uw beheerder welke beveiliging hoort.") from None
        except ssl.SSLCertVerificationError as fout:
            raise Melding(
                f"Het certificaat van de mailserver {self.host} klopt niet ({fout.verify_message}). Er is niets verstuurd."
            ) from None
        except (OSError, smtplib.SMTPException) as fout:
            raise Melding(
                f"De mailserver {self} is niet te bereiken ({_leesbaar(str(fout))}). Klopt --smtp, en de poort?"
            ) from None

    def _bel(self) -> smtplib.SMTP:
        if self.beveiliging == "tls":
            return smtplib.SMTP_SSL(self.host, self.poort, timeout=GEDULD, context=ssl.create_default_context())
        return smtplib.SMTP(self.host, self.poort, timeout=GEDULD)


class Verbinding:
    """One connection at a time; a new one only after the server ended the last."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._smtp: smtplib.SMTP | None = None
        self._wachtwoord = _wachtwoord(server)

    def open(self) -> smtplib.SMTP:
        """The connection that is open, or a new one."""
        if self._smtp is None:
            self._smtp = self._server.verbind(self._wachtwoord)
        return self._smtp

    def sluit(self) -> None:
        """Says goodbye, if anybody still listens."""
        if self._smtp is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                self._smtp.quit()
            self._smtp = None

    @contextlib.contextmanager
    def _bewaakt(self, *, onzeker: bool) -> Iterator[None]:
        try:
            yield
        except (smtplib.SMTPServerDisconnected, OSError):
            self._smtp = None
            raise Verbroken(onzeker=onzeker) from None

    def bied_aan(self, van: str, aan: str) -> Uitslag | None:
        """Says from whom and for whom the next mail is; None when the server wants it."""
        smtp = self.open()
        with self._bewaakt(onzeker=False):
            code, antwoord = smtp.mail(van)
            if code >= TIJDELIJK:
                return self._nee(code, antwoord, afzender=True)
            code, antwoord = smtp.rcpt(aan)
            if code >= TIJDELIJK:
                return self._nee(code, antwoord)
        return None

    def geef(self, inhoud: bytes) -> Uitslag:
        """Hands over the mail that was just offered."""
        smtp = self.open()
        with self._bewaakt(onzeker=True):
            try:
                code, antwoord = smtp.data(inhoud)
            except smtplib.SMTPDataError as fout:  # the server doesn't want to read it
                code, antwoord = fout.smtp_code, fout.smtp_error if isinstance(fout.smtp_error, bytes) else b""
        if code >= TIJDELIJK:
            return self._nee(code, antwoord, inhoud=True)
        return Uitslag(wat="verzonden", code=code)

    def _nee(self, code: int, antwoord: bytes, *, afzender: bool = False, inhoud: bool = False) -> Uitslag:
        uitleg = _leesbaar(antwoord.decode("utf-8", "replace"))
        if afzender and code >= BLIJVEND:
            self.sluit()
            raise Melding(
                f"De mailserver neemt het adres na --van niet aan ({code} {uitleg}). Er wordt niets meer verstuurd."
            )
        if code == SLUIT_AF:
            self.sluit()
        else:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                self.open().rset()
        return Uitslag(wat="geweigerd" if code >= BLIJVEND else "later", code=code, uitleg=uitleg, inhoud=inhoud)


def _wachtwoord(server: Server) -> str | None:
    if not server.gebruiker:
        return None
    return os.environ.get(WACHTWOORD) or getpass.getpass(f"Wachtwoord van {server.gebruiker} (u ziet het niet): ")


def _leesbaar(tekst: str) -> str:
    """What a server says, on one line, without signs that move the cursor."""
    return "".join(teken if teken.isprintable() else " " for teken in " ".join(tekst.split()))[:160]


# --------------------------------------------------------------------------------------------------
# Sending
# --------------------------------------------------------------------------------------------------


class Zending:
    """One newsletter on its way: the same mail for everybody, but for the date and whom it is for."""

    def __init__(self, *, klaar: Klaar, server: Server, logboek: Logboek, tempo: float) -> None:
        bericht = mail.opstellen(klaar.blad, klaar.brief, klaar.afzending)
        self._klaar = klaar
        self._server = server
        self._logboek = logboek
        self._tempo = tempo
        self._onderwerp = str(bericht["Subject"])
        self._van = klaar.afzending.van or ""
        self._inhoud = mail.vingerafdruk(bericht)
        self._romp = bericht.as_bytes()
        self._niet_voor = 0.0
        self._op_rij = 0

    def _voor(self, aan: str) -> bytes:
        """The mail for one receiver, who sees no other."""
        nummer = hashlib.sha256(f"{self._inhoud} {aan.casefold()}".encode()).hexdigest()[:32]
        kop = {
            "To": aan,
            "Date": format_datetime(datetime.now(LIMBURG)),
            "Message-ID": f"<{nummer}@{self._van.rpartition('@')[2]}>",
        }
        return "".join(f"{naam}: {waarde}\r\n" for naam, waarde in kop.items()).encode("ascii") + self._romp

    def proef(self, aan: str) -> int:
        """Sends the mail to one address, and remembers that."""
        verbinding = Verbinding(self._server)
        try:
            uitslag = verbinding.bied_aan(self._van, aan) or verbinding.geef(self._voor(aan))
        except Verbroken:
            raise Melding(
                "De mailserver verbrak de verbinding. Kijk of de proef aankwam, en probeer het nog eens."
            ) from None
        finally:
            verbinding.sluit()
        if uitslag.wat != "verzonden":
            raise Melding(f"De mailserver nam de proef niet aan ({uitslag.code} {uitslag.uitleg}).")
        self._logboek.noteer_proef(self._inhoud)
        meld(
            f"Proef van '{self._onderwerp}' verstuurd aan {aan}.\n"
            "Bekijk haar op een computer en op een telefoon. Is alles goed, verstuur dan met --lijst in plaats van --proef."
        )
        return 0

    def lijst(self, pad: Path) -> int:
        """Sends to everybody on the list who did not get it yet, after asking."""
        self._mag()
        ontvangers, klachten = lees_lijst(pad)
        for klacht in klachten:
            klaag(klacht)
        onzeker = [o for o in ontvangers if self._logboek.stand(o.adres) == "begin"]
        te_doen = [o for o in ontvangers if self._logboek.stand(o.adres) in {None, "later"}]
        for ontvanger in onzeker:
            klaag(_onzeker(ontvanger))
        if not te_doen:
            meld("Er is niemand meer om aan te sturen: iedereen op deze lijst is al geweest.")
            return 0
        self._bevestig(te_doen, len(ontvangers))
        verbinding = Verbinding(self._server)
        try:
            return self._verstuur(verbinding, te_doen)
        finally:
            verbinding.sluit()

    def _mag(self) -> None:
        brief = self._klaar.brief
        if brief.voorbeeld:
            raise Melding("Deze nieuwsbrief is een voorbeeld; een voorbeeld gaat alleen als --proef de deur uit.")
        if not brief.zichtbaar(self._klaar.blad.peildatum):
            raise Melding(
                "Deze nieuwsbrief staat nog niet op de site, dus 'Lees in de browser' zou nergens heen wijzen. "
                "Zet eerst de status op gepubliceerd, met een publicatiedatum van vandaag of eerder."
            )
        if not self._logboek.had_proef(self._inhoud):
            raise Melding(
                "Van deze nieuwsbrief is nog geen proef verstuurd, of er is daarna iets veranderd. "
                "Verstuur eerst een proef aan uzelf, met --proef ADRES in plaats van --lijst."
            )

    def _bevestig(self, te_doen: Sequence[Ontvanger], totaal: int) -> None:
        eerste = ", ".join(o.adres for o in te_doen[:3])
        al = totaal - len(te_doen)
        meld(
            f"Onderwerp:   {self._onderwerp}\n"
            f"Van:         {self._van}\n"
            f"Mailserver:  {self._server}\n"
            f"Ontvangers:  {len(te_doen)}{f', van de {totaal} op de lijst; de andere {al} zijn al geweest' if al else ''}\n"
            f"De eerste:   {eerste}"
        )
        try:
            antwoord = input(f"Typ het aantal ontvangers ({len(te_doen)}) om te versturen: ").strip()
        except EOFError:
            antwoord = ""
        if antwoord != str(len(te_doen)):
            raise Melding("Er is niets verstuurd.")

    def _verstuur(self, verbinding: Verbinding, te_doen: Sequence[Ontvanger]) -> int:
        """Sends to each; who could not be served for the time being gets a second turn after the others."""
        voortgang = Voortgang(len(te_doen))
        telling = Counter[str]()
        try:
            eerste = ((ontvanger, self._een(verbinding, ontvanger)) for ontvanger in te_doen)
            uitgesteld = []
            for ontvanger, uitslag in eerste:
                if uitslag.wat == "later":
                    uitgesteld.append(ontvanger)
                else:
                    self._tel(telling, voortgang, ontvanger, uitslag)
            for ontvanger in uitgesteld:
                self._tel(telling, voortgang, ontvanger, self._een(verbinding, ontvanger))
        except KeyboardInterrupt:
            raise Melding(f"Afgebroken; {telling['verzonden']} verzonden. {_VERDER}") from None
        except Melding as melding:
            raise Melding(f"{melding} {telling['verzonden']} verzonden. {_VERDER}") from None
        meld(
            f"Klaar: {telling['verzonden']} verzonden, {telling['geweigerd']} geweigerd, {telling['later']} nog niet gelukt."
        )
        if telling["later"]:
            meld(f"Wat nog niet lukte, komt door iets tijdelijks. Wacht een uur. {_VERDER}")
        return 0 if telling["verzonden"] == len(te_doen) else 1

    def _tel(self, telling: Counter[str], voortgang: Voortgang, ontvanger: Ontvanger, uitslag: Uitslag) -> None:
        telling[uitslag.wat] += 1
        voortgang.stap(uitslag.wat if uitslag.wat != "begin" else "niet zeker")
        if uitslag.wat == "geweigerd":
            klaag(f"Regel {ontvanger.regel}: geweigerd ({uitslag.code} {uitslag.uitleg}).")
        elif uitslag.wat == "begin":
            klaag(_onzeker(ontvanger))
        self._op_rij = self._op_rij + 1 if uitslag.inhoud else 0
        if self._op_rij == MAX_OP_RIJ:
            raise Melding(
                f"De mailserver weigert de mail zelf, {MAX_OP_RIJ} keer achter elkaar. Er wordt niets meer verstuurd; "
                "vraag uw beheerder waarom."
            )

    def _een(self, verbinding: Verbinding, ontvanger: Ontvanger) -> Uitslag:
        """Sends one mail, not sooner than the pace allows, and writes down how it went."""
        time.sleep(max(0.0, self._niet_voor - time.monotonic()))
        self._niet_voor = time.monotonic() + self._tempo
        try:
            uitslag = self._over(verbinding, ontvanger)
        except Verbroken as verbroken:
            if verbroken.onzeker:
                return Uitslag(wat="begin", code=0)
            uitslag = self._nog_eens(verbinding, ontvanger)
        if uitslag.wat != "begin":
            self._logboek.noteer(uitslag.wat, ontvanger.adres, uitslag.code)
        return uitslag

    def _nog_eens(self, verbinding: Verbinding, ontvanger: Ontvanger) -> Uitslag:
        """Sends over a new connection: the server ended the old one before this mail."""
        try:
            return self._over(verbinding, ontvanger)
        except Verbroken as verbroken:
            if verbroken.onzeker:
                return Uitslag(wat="begin", code=0)
            raise Melding("De mailserver verbreekt steeds de verbinding.") from None

    def _over(self, verbinding: Verbinding, ontvanger: Ontvanger) -> Uitslag:
        if nee := verbinding.bied_aan(self._van, ontvanger.adres):
            return nee
        self._logboek.noteer("begin", ontvanger.adres)
        return verbinding.geef(self._voor(ontvanger.adres))


_VERDER = "Start dezelfde opdracht opnieuw om verder te gaan; niemand krijgt de mail twee keer."


def _onzeker(ontvanger: Ontvanger) -> str:
    return (
        f"Regel {ontvanger.regel}: het is niet zeker of de mail aankwam, en zij gaat niet nog eens. "
        "Vraag het na, en stuur haar zo nodig zelf door."
    )
