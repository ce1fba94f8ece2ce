"""`python -m scripts` runs a command in the environment that is already there, without any set-up."""

import sys

from scripts.opdrachten import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], opzetten=False))
