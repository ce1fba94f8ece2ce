"""The program that stores what the editor in the browser writes: decap-server, for as long as a block runs.

It listens on this computer only, on a port that was free, and ends with the process that started it, however that ends.
"""

import contextlib
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from scripts.melden import Melding
from scripts.opzetten import Omgeving

ADRES = "127.0.0.1"
GEDULD = 60  # seconds; a limit for a slow computer, not an aim
TUSSENPOOS = 0.05

# Its standard input is a pipe of ours: that closes with us, also when we are killed.
PROGRAMMA = "process.stdin.on('end', () => process.exit(0)).resume(); require('decap-server');"


@contextlib.contextmanager
def decapserver(wortel: Path) -> Iterator[int]:
    """Runs it on the project in this folder; gives the port at which it answers."""
    omgeving = Omgeving.van_dit_proces()
    poort = _vrije_poort()
    omstandigheden = {
        **{naam: waarde for naam, waarde in os.environ.items() if naam not in {"NODE_OPTIONS", "NODE_PATH"}},
        "MODE": "fs",
        "BIND_HOST": ADRES,
        "PORT": str(poort),
        # Only our own server asks it anything; to a page in a browser it answers nothing.
        "ORIGIN": "null",
        "GIT_REPO_DIRECTORY": str(wortel),
        "LOG_LEVEL": "error",
    }
    try:
        proces = subprocess.Popen(
            [str(omgeving.node), "-e", PROGRAMMA],
            cwd=omgeving.javascript,
            env=omstandigheden,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except OSError as fout:
        raise Melding(
            f"Het programma dat de redactie bewaart, is hier niet te starten ({fout.strerror}); "
            "verwijder de map .venv en begin opnieuw."
        ) from None
    try:
        _wacht(proces, poort)
        yield poort
    finally:
        proces.terminate()
        try:
            proces.communicate(timeout=GEDULD)
        except subprocess.TimeoutExpired:
            proces.kill()
            proces.communicate()


def _vrije_poort() -> int:
    with socket.socket() as deur:
        deur.bind((ADRES, 0))
        return int(deur.getsockname()[1])


def _wacht(proces: subprocess.Popen[bytes], poort: int) -> None:
    einde = time.monotonic() + GEDULD
    while True:
        with socket.socket() as deur:
            if deur.connect_ex((ADRES, poort)) == 0:
                return
        if proces.poll() is not None or time.monotonic() > einde:
            proces.kill()
            uitvoer = proces.communicate()[0].decode(errors="replace").strip()
            raise Melding(f"Het programma dat de redactie bewaart, start niet. Het zegt: {uitvoer or 'niets'}")
        with contextlib.suppress(subprocess.TimeoutExpired):
            proces.wait(TUSSENPOOS)
