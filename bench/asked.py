"""What both commands, measurements and long runs, have in common: names that are asked for, and what they end with."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.desktop import missing_programs

RESULTS = Path(__file__).with_name("RESULTS.md")
DONE, FAILED, CANNOT_RUN = 0, 1, 2
"""Exit codes: all was done; something was not, or a limit is not kept; nothing could be."""


def parser(prog: str, description: str | None, known: Iterable[str], otherwise: str) -> argparse.ArgumentParser:
    """One that takes any of the known names, as `names`. otherwise: what is done without any, in a few words."""
    found = argparse.ArgumentParser(prog=prog, description=description)
    found.add_argument("names", nargs="*", metavar="|".join(known), help=f"only these; else {otherwise}")
    return found


def can_run(what: str, names: Sequence[str], known: Iterable[str]) -> bool:
    """Whether these can be done here; if not, why is said. what: what they are called."""
    known = list(known)
    if unknown := [name for name in names if name not in known]:
        why = f"there is no {', '.join(unknown)}; there are {', '.join(known)}"
    elif sys.platform != "linux":
        why = f"the {what} need Linux: they look at an X server and at /proc"
    elif missing := missing_programs():
        why = f"the {what} need {', '.join(missing)}"
    else:
        return True
    print(why, file=sys.stderr)
    return False
