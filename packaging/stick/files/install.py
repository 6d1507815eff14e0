"""Installs the program from this stick; install.sh and the batch file beside it find a Python for it."""

import sys
from pathlib import Path

from scripts.delivery.install import main

sys.exit(main(Path(__file__).resolve().parents[1], sys.argv[1:]))
