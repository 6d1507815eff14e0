"""`python -m bench.soak`: the long runs, each in a process of its own, with progress; what comes of each is kept.

A run of full length takes its place in RESULTS.md at once, so that hours of others are not lost where one breaks off.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence

import msgspec

from bench import results
from bench.asked import CANNOT_RUN, DONE, FAILED, RESULTS, can_run, parser
from bench.process import Others
from bench.report import block, machine
from bench.row import Row
from bench.soak.runs import RUNS

LOOK_S = 1.0
"""Between two words of progress."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 all limits are kept; 1 one is not, or a run could not be done; 2 nothing could."""
    options = asked().parse_args(arguments)
    if not can_run("long runs", options.names, RUNS):
        return CANNOT_RUN
    if options.one:
        return one(options.names[0], options.share)
    return max([soak(name, options.share) for name in options.names or RUNS])


def asked() -> argparse.ArgumentParser:
    """What may be asked for."""
    found = parser("soak", __doc__, RUNS, "all, for hours")
    found.add_argument("--share", type=float, default=1.0, metavar="X", help="X of the full length, as 0.01")
    found.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    return found


def soak(name: str, share: float) -> int:
    """Do one run in a process of its own, so that none inherits what another has grown, and tell what came of it."""
    print(f"-- {name}: {RUNS[name].count(share):,}", file=sys.stderr, flush=True)
    began, others = time.monotonic(), Others()
    command = [sys.executable, "-m", "bench.soak", name, "--share", str(share), "--one"]
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if ended.returncode != DONE:
        print(f"   {name} could not be done", file=sys.stderr, flush=True)
        return FAILED
    rows = msgspec.json.decode(ended.stdout, type=list[Row])
    page = block(name, machine(), rows, others.share(), (time.monotonic() - began) / 60)
    print(page)
    if share >= 1.0:
        results.keep_run(RESULTS, name, page, tuple(RUNS))
    return FAILED if any(row.within is False for row in rows) else DONE


def one(name: str, share: float) -> int:
    """Do a run here; its lines go to the output as JSON."""
    run = RUNS[name]
    try:
        rows = run.go(run.count(share), Ticker())
    except RuntimeError as error:
        print(f"   {error}", file=sys.stderr, flush=True)
        return FAILED
    finally:
        print(file=sys.stderr, flush=True)
    sys.stdout.buffer.write(msgspec.json.encode(rows))
    return DONE


class Ticker:
    """Says on one line how far it has come, and how long the rest will take at this pace."""

    def __init__(self) -> None:
        self._began = self._said = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done < total and now - self._said < LOOK_S:
            return
        self._said = now
        left = (now - self._began) * (total - done) / max(1, done)
        print(f"\r   {done:,} / {total:,}, {left / 60:.0f} min left   ", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
