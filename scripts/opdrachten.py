"""The commands of the door: what they are called, what they take, and what they need before they can run."""

import contextlib
import difflib
import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.melden import Gebruiksfout, Melding, klaag, meld
from scripts.opzetten import Omgeving, Soort

BREEDTE = 44
WORTEL = Path(__file__).resolve().parent.parent

Uitvoeren = Callable[[Path, Mapping[str, str], Sequence[str]], int]


@dataclass(frozen=True, kw_only=True)
class Opdracht:
    """A command: the module `scripts.<module>` carries it out with its function `opdracht`.

    `argumenten` names the words that must follow it, in this order; they are passed on as the rest. An option whose value
    is "" takes none: giving it means ja. `met` names an option that needs another environment than the rest.
    """

    naam: str
    module: str
    uitleg: str
    omgeving: Soort = "site"
    met: Mapping[str, Soort] = field(default_factory=dict)
    argumenten: tuple[str, ...] = ()
    opties: Mapping[str, str] = field(default_factory=dict)
    rest: str = ""

    @property
    def aanroep(self) -> str:
        """How to write it, as shown in the help text."""
        opties = (f"[--{naam} {waarde}]".replace(" ]", "]") for naam, waarde in self.opties.items())
        delen = [self.naam, *self.argumenten, *opties]
        return " ".join([*delen, self.rest] if self.rest else delen)

    @property
    def kort(self) -> str:
        """How to write it, as shown beside other commands: with its options unless they are many."""
        return self.aanroep if len(self.aanroep) <= BREEDTE else " ".join([self.naam, *self.argumenten, "[OPTIES]"])

    def lees(self, woorden: Sequence[str]) -> tuple[dict[str, str], list[str]]:
        """Takes the options from the words after the command; what is left goes to a command that passes it on."""
        opties: dict[str, str] = {}
        rest: list[str] = []
        wachtrij = list(woorden)
        while wachtrij:
            woord = wachtrij.pop(0)
            naam, is_teken, waarde = woord.removeprefix("--").partition("=")
            if len(rest) < len(self.argumenten) and not woord.startswith("--"):
                rest.append(woord)
                continue
            if self.rest:
                rest = [*([] if woord == "--" else [woord]), *wachtrij]
                break
            if not woord.startswith("--") or naam not in self.opties:
                raise Gebruiksfout(
                    f"'{self.naam}' kent '{woord}' niet.{_bedoelde(woord, [f'--{o}' for o in self.opties])}"
                )
            if not self.opties[naam]:
                if is_teken:
                    raise Gebruiksfout(f"Na --{naam} hoort geen waarde.")
                waarde = "ja"
            elif not is_teken:
                if not wachtrij:
                    raise Gebruiksfout(f"Na --{naam} hoort een waarde: --{naam} {self.opties[naam]}.")
                waarde = wachtrij.pop(0)
            opties[naam] = waarde
        if len(rest) < len(self.argumenten):
            raise Gebruiksfout(f"Na '{self.naam}' hoort {self.argumenten[len(rest)]}: {self.aanroep}")
        return opties, rest

    def voer_uit(self, wortel: Path, opties: Mapping[str, str], rest: Sequence[str]) -> int:
        """Runs the command in the environment that is there."""
        uitvoeren: Uitvoeren = importlib.import_module(f"scripts.{self.module}").opdracht
        return uitvoeren(wortel, opties, rest)


OPDRACHTEN = (
    Opdracht(
        naam="site",
        module="serveren",
        uitleg="bouw de site en toon haar op deze computer; wijzigingen verschijnen vanzelf",
        opties={"poort": "N"},
    ),
    Opdracht(
        naam="redactie",
        module="redactie",
        uitleg="open de redactie in de browser: nieuws, casussen, agenda en meer maken, met de echte pagina ernaast",
        omgeving="redactie",
        opties={"poort": "N"},
    ),
    Opdracht(
        naam="nieuw",
        module="nieuw",
        uitleg="maak een bericht, een casus of iets anders met een paar vragen; zonder soort staat er wat er kan",
        rest='[SOORT "TITEL"] [--veld ...]',
    ),
    Opdracht(
        naam="beeld",
        module="beeld",
        uitleg="maak een foto klaar voor de site, kleiner en zonder verborgen gegevens, in docs/beelden/",
        argumenten=("FOTO",),
    ),
    Opdracht(
        naam="test",
        module="toetsen",
        uitleg="voer alle controles en tests uit, ook in een echte browser",
        omgeving="test",
        rest="[-- PYTEST-OPTIES]",
    ),
    Opdracht(
        naam="bouw",
        module="bouw",
        uitleg="bouw de site één keer, in site/ of in een andere map",
        opties={"uit": "MAP", "peildatum": "JJJJ-MM-DD", "concepten": "", "beheer": "INSTELLINGEN.yml"},
        met={"beheer": "redactie"},  # it puts the editor in the site
    ),
    Opdracht(
        naam="controle",
        module="controle",
        uitleg="controleer alleen de gegevens en de inhoud; klaar in een tel",
        opties={"alles": "", "peildatum": "JJJJ-MM-DD"},
    ),
    Opdracht(
        naam="nieuwsbrief",
        module="nieuwsbrief",
        uitleg="maak van een nieuwsbrief, ook van een concept, een mail in een bestand (.eml)",
        argumenten=("NIEUWSBRIEF",),
        opties={"uit": "BESTAND.eml", "van": "ADRES", "afmelden": "ADRES", "site": "ADRES", "peildatum": "JJJJ-MM-DD"},
    ),
    Opdracht(
        naam="verstuur",
        module="verstuur",
        uitleg="verstuur een nieuwsbrief als mail; eerst een proef, dan aan een lijst",
        argumenten=("NIEUWSBRIEF",),
        opties={
            "smtp": "HOST[:POORT]",
            "van": "ADRES",
            "proef": "ADRES",
            "lijst": "BESTAND",
            "afmelden": "ADRES",
            "site": "ADRES",
            "starttls": "",
            "tls": "",
            "gebruiker": "NAAM",
            "per-minuut": "N",
            "log": "BESTAND",
            "peildatum": "JJJJ-MM-DD",
        },
    ),
    Opdracht(
        naam="deeltekst",
        module="deeltekst",
        uitleg="toon teksten om iets te delen, op sociale media en op intranet",
        argumenten=("SOORT/NAAM",),
        opties={"site": "ADRES"},
    ),
    Opdracht(naam="schema", module="schema", uitleg="schrijf de schema's voor editors opnieuw, in data/schema/"),
    Opdracht(
        naam="sporen",
        module="sporen",
        uitleg="meet in een echte browser wat een bezoek achterlaat, in data/sporen.yml",
        omgeving="test",
    ),
)


def hulp() -> str:
    """The help text."""
    breedte = max(len(opdracht.kort) for opdracht in OPDRACHTEN)
    regels = "\n".join(f"  {opdracht.kort:<{breedte}}  {opdracht.uitleg}" for opdracht in OPDRACHTEN)
    return (
        "Website van de regionale aanpak van geweld in afhankelijkheidsrelaties in Limburg.\n\n"
        "Gebruik: python3 scripts/regiovisie.py OPDRACHT\n\n"
        f"{regels}\n\n"
        "Alle opties van een opdracht: OPDRACHT --help.\n"
        "De eerste keer wordt alles klaargezet wat nodig is, in de map .venv; dat kan een minuut duren."
    )


def main(woorden: Sequence[str], *, opzetten: bool = True) -> int:
    """Runs the command in these words and gives its exit code; sets up the environment first, unless told not to."""
    for kanaal in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            kanaal.reconfigure(errors="replace")  # type: ignore[union-attr] # an old Windows terminal lacks signs
    try:
        return _main(woorden, opzetten=opzetten)
    except Melding as melding:
        klaag(str(melding))
        return melding.code
    except KeyboardInterrupt:
        klaag("Afgebroken.")
        return 130
    except BrokenPipeError:
        # Whoever read along has had enough ("controle | head"). Python flushes once more at the end; to nowhere, then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _main(woorden: Sequence[str], *, opzetten: bool) -> int:
    if not woorden or woorden[0] in {"help", "hulp", "-h", "--help", "--hulp"}:
        meld(hulp())
        return 0
    opdracht = _vind(woorden[0])
    if set(woorden[1:]) & {"-h", "--help", "--hulp"} and not opdracht.rest:
        meld(f"Gebruik: python3 scripts/regiovisie.py {opdracht.aanroep}\n\n{opdracht.uitleg}.")
        return 0
    opties, rest = opdracht.lees(woorden[1:])
    if opzetten:
        omgeving = Omgeving(WORTEL)
        omgeving.zorg_voor(next((soort for naam, soort in opdracht.met.items() if naam in opties), opdracht.omgeving))
        if not omgeving.actief:
            return omgeving.start_opnieuw(Path(__file__).with_name("regiovisie.py"), woorden)
    return opdracht.voer_uit(WORTEL, opties, rest)


def _vind(naam: str) -> Opdracht:
    for opdracht in OPDRACHTEN:
        if opdracht.naam == naam:
            return opdracht
    namen = [opdracht.naam for opdracht in OPDRACHTEN]
    raise Gebruiksfout(
        f"De opdracht '{naam}' bestaat niet.{_bedoelde(naam, namen)} De opdrachten zijn: {', '.join(namen)}."
    )


def _bedoelde(woord: str, keuzes: Sequence[str]) -> str:
    dichtbij = difflib.get_close_matches(woord, keuzes, n=1)
    return f" Bedoelde u '{dichtbij[0]}'?" if dichtbij else ""
