"""Either monitor pulled out and plugged in again: how soon the projector is served, if it ever shows the console."""

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
STRIP = 8
"""Rows of px at the top, which are looked at where the console would be there for a few ms only: see README.md."""
ALONE_S = 0.4
"""How long the console's monitor is gone at least: by then the show has settled on the other one."""
GROUND = (0x0F, 0x14, 0x19)
"""The console's; no slide has a pixel of it."""


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    deck, count = lab.plain(), lab.count(CYCLES)
    samples, leaks = cycles(deck, count)
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
        Row(
            what="the console's monitor pulled: cycles with a pixel of it",
            unit="",
            ours=pulls(deck, count),
            limit=Limit("value", 0.0),
            n=count,
        ),
    ]


def cycles(deck: Path, count: int) -> tuple[list[float], int]:
    """The projector: ms from each plugging in to the slide, and in how many cycles the console was seen there."""
    times: list[float] = []
    leaks = 0
    with Hall(*HD) as hall, Show(hall, _command(deck)) as show:
        show.settle()
        _wait(lambda: _has_console(show), "the console")
        for _ in range(count):
            with Lookout(hall.env["DISPLAY"], (0, 0, *HD), GROUND) as audience:
                hall.unplug()
                _wait(lambda: show.screen.shown() is None, "a bare monitor")
                times.append(show.changed_by(hall.plug_in, 1))
                _wait_for_looks(audience)
            leaks += audience.seen
    return times, leaks


def pulls(deck: Path, count: int) -> int:
    """The console's monitor: in how many cycles the console was seen on the projector."""
    leaks = 0
    with Hall(*HD, loose="C") as hall, Show(hall, _command(deck)) as show:
        show.settle()
        _wait(lambda: _has_console(show), "the console")
        for _ in range(count):
            with Lookout(hall.env["DISPLAY"], (0, 0, HD[0], STRIP), GROUND) as audience:
                hall.unplug()
                _wait(lambda: not _has_console(show), "a bare monitor")
                time.sleep(ALONE_S)
                hall.plug_in()
                _wait(lambda: _has_console(show), "the console again")
                _wait_for_looks(audience)
            leaks += audience.seen
    return leaks


def _command(deck: Path) -> list[str]:
    shown = [sys.executable, "-m", "jn_presenter", "present", str(deck), "--screen", "A", "--console-screen", "C"]
    return [*shown, "--fresh", "--no-log", "--no-animation"]


def _has_console(show: Show) -> bool:
    """Whether the console is on its monitor."""
    return _colour(show.screen.pixels(HD[0], 0, 1, 1)) == GROUND


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
