"""What a stream costs while it runs by, against a bare pyqtgraph window with the same curves at the same rate."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from msgspec import Struct

from bench import decks
from bench.lab import Lab
from bench.process import cpu_s, pin
from bench.row import Limit, Row
from bench.show import LostError, Show
from bench.span import Span, pipe, told

TURNS = 2
WARM_S, TIMED_S = 1.0, 3.0
MOST = 1.3
CPU = 0
"""The processor that all of them run on."""
PROGRAMS = (
    ("bench.painted", decks.STRIP),
    ("bench.bare_strip", 2),
    ("bench.bare_strip", 2, "hairlines"),
)
"""What is run, the marker of its stream, and what it is told beyond the deck."""


class Run(Struct, frozen=True):
    """A program with its stream running by: seconds of the processor and of time, and how many paints."""

    processor_s: float
    seconds: float
    paints: int

    @property
    def frame_ms(self) -> float:
        """Of the processor's time, for each paint: a program that leaves paints out is not the cheaper for it."""
        return 1000 * self.processor_s / self.paints

    @property
    def rate(self) -> float:
        """Paints a second."""
        return self.paints / self.seconds


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    deck = decks.strip_deck(lab.folder / "strip")
    found: list[list[Run]] = [[] for _ in PROGRAMS]
    with ExitStack() as stack:
        running = []
        for module, target, *how in PROGRAMS:
            reader, writer = stack.enter_context(pipe())
            command = [sys.executable, "-m", module, str(deck), str(writer), *map(str, how)]
            show = stack.enter_context(lab.show(command, pass_fds=(writer,)))
            running.append((show, told(reader), int(target)))
        for _ in range(lab.count(TURNS, 1)):
            for (show, heard, target), runs in zip(running, found, strict=True):
                runs.append(run(show, heard, target))
    return rows_of(*found)


def run(show: Show, heard: Iterator[list[Span]], target: int) -> Run:
    """Let the stream, under the key End, run by for a while. Raises LostError where it does not."""
    pin(show.process.pid, CPU)
    show.go("End", target)
    time.sleep(WARM_S)
    next(heard)
    began, worked = time.perf_counter(), cpu_s(show.process.pid)
    paints = 0
    while time.perf_counter() - began < TIMED_S:
        paints += len(next(heard))
    found = Run(cpu_s(show.process.pid) - worked, time.perf_counter() - began, paints)
    show.go("Home", 1)
    if not paints:
        raise LostError("the stream does not run")
    return found


def rows_of(ours: list[Run], thick: list[Run], thin: list[Run]) -> list[Row]:
    """The lines of the table, by the medians of the turns."""
    frames = sorted(run.frame_ms for run in ours)
    what = "processor for a frame of a strip of 3 × 10,000 points at 30 Hz"
    return [
        Row(
            what=what if bare is thick else f"{what}, against hairlines",
            unit="ms",
            ours=median(frames),
            base=median(run.frame_ms for run in bare),
            versus="bare pyqtgraph",
            limit=Limit("ratio", MOST) if bare is thick else None,
            n=len(ours),
            spread=f"{frames[0]:.1f}–{frames[-1]:.1f}; {median(run.rate for run in ours):.1f} frames a second, "
            f"bare {median(run.rate for run in bare):.1f}",
        )
        for bare in (thick, thin)
    ]
