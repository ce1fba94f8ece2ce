"""The one place that talks to people: Dutch sentences on the terminal."""

import sys


class Melding(Exception):  # noqa: N818 - what it says is a message; not each is an error of the program
    """An expected failure, told in Dutch; the command stops with exit code 1."""

    code = 1


class Gebruiksfout(Melding):
    """A command line that is not understood."""

    code = 2


def meld(tekst: str) -> None:
    """Says how it goes; ends a running progress line first."""
    Voortgang.afsluiten()
    print(tekst, flush=True)


def klaag(tekst: str) -> None:
    """Says what went wrong, on the error channel."""
    Voortgang.afsluiten()
    print(tekst, file=sys.stderr, flush=True)


class Voortgang:
    """Progress over a known number of steps: one line that is rewritten on a terminal, every tenth step elsewhere."""

    _open = False  # whether the cursor stands behind a progress line; there is one terminal

    def __init__(self, totaal: int) -> None:
        self._totaal = totaal
        self._stap = 0

    def stap(self, wat: str) -> None:
        """Counts one step and shows what it is."""
        self._stap += 1
        tekst = f"  {min(self._stap, self._totaal)} van {self._totaal}: {wat}"
        if sys.stdout.isatty():
            print(f"\r{tekst[:78]:<78}", end="", flush=True)
            Voortgang._open = True
        elif self._stap % 10 == 0 or self._stap == self._totaal:
            print(tekst, flush=True)

    @classmethod
    def afsluiten(cls) -> None:
        """Moves to a fresh line when a progress line is still open."""
        if cls._open:
            cls._open = False
            print(flush=True)
