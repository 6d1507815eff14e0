"""`python -m bench`: measures, prints the table and, after a full run, keeps it in RESULTS.md."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.desktop import missing_programs
from bench.lab import Lab
from bench.process import Others, wait_for_quiet
from bench.report import figure, machine, report
from bench.results import keep_page
from bench.row import Failed, Row
from bench.rows import MEASUREMENTS
from bench.show import LostError

RESULTS = Path(__file__).with_name("RESULTS.md")
QUICK = 0.1
QUIET_LIMIT_S = 20.0
DONE, FAILED, CANNOT_RUN = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 measured, whatever the figures are; 1 if something could not be measured; 2 if nothing."""
    options = parser().parse_args(arguments)
    if unknown := [name for name in options.measurements if name not in MEASUREMENTS]:
        print(f"there is no {', '.join(unknown)}; there are {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return CANNOT_RUN
    if sys.platform != "linux":
        print("the measurements need Linux: they look at an X server and at /proc", file=sys.stderr)
        return CANNOT_RUN
    if missing := missing_programs():
        print(f"the measurements need {', '.join(missing)}", file=sys.stderr)
        return CANNOT_RUN
    names = options.measurements or list(MEASUREMENTS)
    began, others = time.monotonic(), Others()
    repeats = QUICK if options.quick else options.repeats
    with Lab(repeats) as lab:
        rows, failed = measure(lab, names)
    page = report(machine(), rows, failed, others.share(), (time.monotonic() - began) / 60)
    print(page)
    if is_full(names, failed, repeats):
        keep_page(RESULTS, page)
    else:
        print(f"{RESULTS.name} stays as it is: it is for full runs that measured everything", file=sys.stderr)
    return FAILED if failed else DONE


def is_full(names: Sequence[str], failed: Sequence[Failed], repeats: float) -> bool:
    """Whether a run may take the place of the results that are kept: nothing that they have is lost by it."""
    return list(names) == list(MEASUREMENTS) and not failed and repeats >= 1.0


def parser() -> argparse.ArgumentParser:
    """What may be asked for."""
    found = argparse.ArgumentParser(prog="bench", description=__doc__)
    found.add_argument("measurements", nargs="*", metavar="|".join(MEASUREMENTS), help="only these; else all")
    found.add_argument("--quick", action="store_true", help="a tenth of the samples: to see that it works")
    found.add_argument("--repeats", type=float, default=1.0, metavar="X", help="X times the usual number of samples")
    return found


def measure(lab: Lab, names: Sequence[str]) -> tuple[list[Row], list[Failed]]:
    """The lines of these measurements, each begun when the machine is quiet; a failed one does not stop the rest."""
    rows: list[Row] = []
    failed: list[Failed] = []
    for name in names:
        wait_for_quiet(QUIET_LIMIT_S)
        print(f"-- {name}", file=sys.stderr, flush=True)
        began = time.monotonic()
        try:
            found = MEASUREMENTS[name](lab)
        except (LostError, RuntimeError) as error:
            failed.append(Failed(name, str(error)))
            print(f"   {error}", file=sys.stderr, flush=True)
            continue
        rows += found
        for row in found:
            print(f"   {row.what}: {figure(row.ours, row.unit)}", file=sys.stderr, flush=True)
        print(f"   took {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return rows, failed


if __name__ == "__main__":
    sys.exit(main())
