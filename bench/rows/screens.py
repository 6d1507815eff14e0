"""The projector pulled out and plugged in again: how soon it is served, and whether it ever shows the console."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.hall import Hall
from bench.lab import HD, Lab
from bench.lookout import Lookout
from bench.row import Limit, Row
from bench.show import KEY_LIMIT_S, LOOK_S, LostError, Show
from bench.stats import summary

CYCLES = 200
MOST_MS = 1000.0
GROUND = (0x0F, 0x14, 0x19)
"""The console's; no slide has a pixel of it."""


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    samples, leaks = cycles(lab.plain(), lab.count(CYCLES))
    found = summary(samples)
    return [
        Row(
            what="projector plugged in again → slide, p95",
            unit="ms",
            ours=found.p95,
            limit=Limit("value", MOST_MS),
            n=found.n,
            spread=f"p50 {found.p50:.0f}, most {found.most:.0f}",
        ),
        Row(
            what="cycles with a pixel of the console on it",
            unit="",
            ours=leaks,
            limit=Limit("value", 0.0),
            n=found.n,
        ),
    ]


def cycles(deck: Path, count: int) -> tuple[list[float], int]:
    """Ms from each plugging in to the slide, and in how many cycles the console was seen there."""
    command = [sys.executable, "-m", "jn_presenter", "present", str(deck), "--fresh", "--no-log", "--no-animation"]
    times: list[float] = []
    leaks = 0
    with Hall(*HD) as hall, Show(hall, [*command, "--screen", "A", "--console-screen", "C"]) as show:
        show.settle()
        console = (HD[0], 0, 1, 1)
        _wait(lambda: _colour(show.screen.pixels(*console)) == GROUND, "the console")
        for _ in range(count):
            with Lookout(hall.env["DISPLAY"], (0, 0, *HD), GROUND) as audience:
                hall.unplug()
                _wait(lambda: show.screen.shown() is None, "a bare monitor")
                times.append(show.changed_by(hall.plug_in, 1))
                _wait_for_looks(audience)
            leaks += audience.seen
    return times, leaks


def _wait_for_looks(audience: Lookout) -> None:
    """Until one was begun and ended after now."""
    enough = audience.looks + 2
    _wait(lambda: audience.looks >= enough, "a look at the monitor")


def _colour(pixel: bytes) -> tuple[int, int, int]:
    return pixel[2], pixel[1], pixel[0]


def _wait(condition: Callable[[], object], what: str) -> None:
    """Raises LostError."""
    until = time.perf_counter() + KEY_LIMIT_S
    while not condition():
        if time.perf_counter() > until:
            raise LostError(f"never: {what}")
        time.sleep(LOOK_S)
