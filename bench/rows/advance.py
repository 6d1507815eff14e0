"""From a key to changed pixels, the neighbour being prepared: between slides and between steps, in two sizes.

The floor and our two shows run at the same time, each on a desktop of its own, and are pressed in turns while the
others idle: what disturbs the machine disturbs all of them.
"""

from collections.abc import Callable
from contextlib import ExitStack

from bench import decks
from bench.lab import HD, SLIDES, UHD, Lab
from bench.row import Limit, Row
from bench.show import Show
from bench.stats import Summary, summary

ADVANCES = 240
MOST_P50, MOST_P99 = 1.5, 1.3
STEP_SLIDES = 10
MARKS = decks.PARTS + 1
"""Markers of one slide in the deck of steps."""


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    steps = decks.step_deck(lab.folder / "steps", STEP_SLIDES)
    rows: list[Row] = []
    for size in (HD, UHD):
        with ExitStack() as stack:
            walks = [
                Walk(stack.enter_context(lab.show(lab.floor(), size)), SLIDES),
                Walk(stack.enter_context(lab.show(lab.ours(lab.plain()), size)), SLIDES),
                Walk(stack.enter_context(lab.show(lab.ours(steps), size)), STEP_SLIDES * MARKS, inside_slide),
            ]
            floor, slide, step = in_turns(walks, lab.count(ADVANCES))
        name = f"{size[0]}×{size[1]}"
        rows += _rows(f"key → slide, {name}", slide, floor)
        rows += _rows(f"key → step, {name}", step, floor)
    return rows


def inside_slide(marker: int) -> bool:
    """Whether the marker is of a step after step 0, in the deck of steps."""
    return (marker - 1) % MARKS != 0


class Walk:
    """Goes through a show from marker 1 to `last` and begins again; only advances to `timed` markers are samples."""

    def __init__(self, show: Show, last: int, timed: Callable[[int], bool] = lambda _: True) -> None:
        self._show = show
        self._last = last
        self._timed = timed
        self._at = 1
        self.samples: list[float] = []

    def advance(self) -> None:
        """Take the next sample. Raises LostError."""
        before = len(self.samples)
        while len(self.samples) == before:
            self._show.rest()
            if self._at == self._last:
                self._show.go("Home", 1)
                self._at = 1
                continue
            self._at += 1
            took = self._show.go("Right", self._at)
            if self._timed(self._at):
                self.samples.append(took)


def in_turns(walks: list[Walk], count: int) -> list[Summary]:
    """`count` samples of each walk, one of each by turns."""
    for _ in range(count):
        for walk in walks:
            walk.advance()
    return [summary(walk.samples) for walk in walks]


def _rows(what: str, ours: Summary, floor: Summary) -> list[Row]:
    return [
        Row(
            what=f"{what}, p50",
            unit="ms",
            ours=ours.p50,
            base=floor.p50,
            limit=Limit("ratio", MOST_P50),
            n=ours.n,
            spread=f"p95 {ours.p95:.1f}; floor {floor.p95:.1f}",
        ),
        Row(
            what=f"{what}, p99",
            unit="ms",
            ours=ours.p99,
            base=floor.p99,
            limit=Limit("ratio", MOST_P99),
            n=ours.n,
            spread=f"most {ours.most:.1f}; floor {floor.most:.1f}",
        ),
    ]
