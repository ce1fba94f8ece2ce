"""The one door for people: `python3 scripts/regiovisie.py` with a command, or without for the help text.

Every Python must be able to read this file, so that an old one is told what is wrong instead of failing on new syntax.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one file that meets an older Python
    sys.exit(
        "Python 3.11 of nieuwer is nodig; dit is Python %d.%d. "  # noqa: UP031 - read by Pythons without f-strings
        "Installeer een nieuwere Python en start daarmee opnieuw." % sys.version_info[:2]
    )

# From here the project root is the place to import from, not scripts/.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - no pathlib in an old Python

from scripts.opdrachten import main  # noqa: E402 - only after the check of the version

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
