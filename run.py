#!/usr/bin/env python3
"""Shows the briefing, once what is missing has been set up: `python3 run.py`. Needs nothing but a Python.

`run.py test [pytest's arguments]` checks everything, `run.py bench` measures it, `run.py soak` tries for hours what a
kiosk has to stand, `run.py video` adds what plays films, `run.py pack …` adds what signs packs of content before it
makes one, `run.py stick -o FOLDER` makes a stick that installs without a network, `run.py application -o FOLDER` an
application that needs no Python, and any other arguments are those of jn-presenter.
This file stays readable for Pythons that are too old, so that they answer with a sentence.
"""

import sys

# The same as requires-python in pyproject.toml.
if not (3, 10) <= sys.version_info[:2] < (3, 15):
    found = f"{sys.version_info[0]}.{sys.version_info[1]}"
    sys.stderr.write(f"需要 Python 3.10 至 3.14，这里是 {found}。\nPython 3.10 to 3.14 is needed; this is {found}.\n")
    sys.exit(2)

from scripts.bootstrap import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
