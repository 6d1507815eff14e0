"""From a move of the pen on the console to ink on the audience's monitor, while a line is being drawn.

The console stands on a monitor of its own beside the audience's. Where the pen's places are on the audience's picture
is seen from a first line; a further place counts as drawn when the pixel in its middle has the ink's colour.
"""

import random
import sys
import time
from pathlib import Path

from bench.hall import Hall
from bench.lab import HD, UHD, Lab
from bench.row import Limit, Row
from bench.screen import Screen
from bench.show import KEY_LIMIT_S, LOOK_S, LostError, Show
from bench.stats import summary

MOVES = 600
STEP, ROW = 7, 9
"""Px of the console between two places of the pen, and between two lines."""
LEFT, RIGHT, TOP, BOTTOM = 260, 960, 300, 620
"""Where the console has the audience's picture, in px of its monitor."""
INK = bytes.fromhex("8c9fff")
"""The first ink of the night style, as blue, green and red."""
MOST_MS = 20.0


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    return [_row(size, drawn(lab.plain(), size, lab.count(MOVES))) for size in (HD, UHD)]


def drawn(deck: Path, size: tuple[int, int], count: int) -> list[float]:
    """Ms from each move to its ink."""
    command = [sys.executable, "-m", "jn_presenter", "present", str(deck), "--fresh", "--no-log"]
    with Hall(*size) as hall, Show(hall, [*command, "--screen", "A", "--console-screen", "C"]) as show:
        show.settle()
        show.screen.press("d")
        show.settle()
        pen = Pen(show.screen, size[0])
        found: list[float] = []
        for y in range(TOP + ROW, BOTTOM, ROW):
            pen.down(LEFT, y)
            for x in range(LEFT + STEP, RIGHT, STEP):
                found.append(pen.move(x, y))
                if len(found) == count:
                    return found
            pen.up()
            show.rest()
        return found


class Pen:
    """Draws on the console by the mouse; it knows where that is on the audience's picture."""

    def __init__(self, screen: Screen, beside: int) -> None:
        self._screen, self._beside = screen, beside
        self.down(LEFT, TOP)
        self._screen.point(beside + RIGHT, TOP)
        self.up()
        x, right, self._y = self._ends()
        self._scale = (right - x) / (RIGHT - LEFT)
        self._x = x

    def down(self, x: int, y: int) -> None:
        self._screen.point(self._beside + x, y)
        self._screen.button(down=True)

    def up(self) -> None:
        self._screen.button(down=False)

    def move(self, x: int, y: int) -> float:
        """Move on; ms until there is ink. Raises LostError."""
        place = (round(self._x + (x - LEFT) * self._scale), round(self._y + (y - TOP) * self._scale))
        time.sleep(random.uniform(0.004, 0.012))
        began = time.perf_counter()
        self._screen.point(self._beside + x, y)
        while self._screen.pixels(*place)[:3] != INK:
            if time.perf_counter() - began > KEY_LIMIT_S:
                raise LostError(f"no ink at {place}")
            time.sleep(LOOK_S)
        return 1000 * (time.perf_counter() - began)

    def _ends(self) -> tuple[float, float, float]:
        """Left and right end of the first line on the audience's picture, and its middle's height."""
        until = time.perf_counter() + KEY_LIMIT_S
        while time.perf_counter() < until:
            time.sleep(0.2)
            wide = self._screen.width
            whole = self._screen.pixels(0, 0, wide, self._screen.height)
            columns, rows = [], []
            at = whole.find(INK)
            while at >= 0:
                if at % 4 == 0:
                    columns.append(at // 4 % wide)
                    rows.append(at // 4 // wide)
                at = whole.find(INK, at + 1)
            if columns and max(columns) - min(columns) > wide // 10:
                thick = max(rows) - min(rows)
                return min(columns) + thick / 2, max(columns) - thick / 2, (min(rows) + max(rows)) / 2
        raise LostError("the first line is not to be seen")


def _row(size: tuple[int, int], samples: list[float]) -> Row:
    found = summary(samples)
    return Row(
        what=f"pen → ink, {size[0]}×{size[1]}, p95",
        unit="ms",
        ours=found.p95,
        limit=Limit("value", MOST_MS),
        n=found.n,
        spread=f"p50 {found.p50:.1f}, p99 {found.p99:.1f}, most {found.most:.1f}",
    )
