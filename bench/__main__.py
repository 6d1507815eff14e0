"""`python -m bench`: measures, prints the table and, after a full run, keeps it in RESULTS.md."""

import argparse
import sys
import time
from collections.abc import Sequence

from bench.asked import CANNOT_RUN, DONE, FAILED, RESULTS, can_run, parser
from bench.lab import Lab
from bench.process import Others, wait_for_quiet
from bench.report import figure, machine, report
from bench.results import keep_page
from bench.row import Failed, Row
from bench.rows import MEASUREMENTS
from bench.show import LostError

QUICK = 0.1
QUIET_LIMIT_S = 20.0


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 measured, whatever the figures are; 1 if something could not be measured; 2 if nothing."""
    options = asked().parse_args(arguments)
    if not can_run("measurements", options.names, MEASUREMENTS):
        return CANNOT_RUN
    names = options.names or list(MEASUREMENTS)
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


def asked() -> argparse.ArgumentParser:
    """What may be asked for."""
    found = parser("bench", __doc__, MEASUREMENTS, "all")
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
