"""From a table's file being saved to the first pixels of its chart that move, and those of a bare window."""

import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench import content, decks
from bench.lab import Lab
from bench.row import Limit, Row
from bench.saving import WAYS
from bench.show import LostError, Show
from bench.stats import Summary, summary
from bench.tables import as_csv, as_xlsx

SAVES = 20
FLOOR_OF = 4
"""One save of the floor's file for so many of ours: it varies little."""
MOST_MS = 250.0
PHASE_S = 0.6
"""The most that is waited, at random, so that saves meet every moment of the timers that look for them."""
FILES: dict[str, Callable[..., bytes]] = {"CSV": as_csv, "XLSX": as_xlsx}


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    deck = decks.data_deck(lab.folder / "data", [_name(kind) for kind in FILES])
    for kind, write in FILES.items():
        path = deck / _name(kind)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(write(table(1)))
    rows = []
    with lab.show(lab.ours(deck, animate=True)) as show:
        for n, kind in enumerate(FILES, 1):
            if n > 1:
                show.go("Right", n)
            ours, floor = samples(lab, show, deck, kind)
            rows.append(row_of(kind, summary(ours), summary(floor)))
    return rows


def samples(lab: Lab, show: Show, deck: Path, kind: str) -> tuple[list[float], list[float]]:
    """Ms of saves of that kind of file, which is on the screen, and of those of the floor's own. Raises LostError."""
    versions = [FILES[kind](table(version)) for version in (1, 2)]
    bare = lab.folder / "bare" / _name(kind)
    bare.parent.mkdir(parents=True, exist_ok=True)
    bare.write_bytes(versions[0])
    with lab.show(lab.watching(bare)) as window:
        chart, floor = Table(show, deck / _name(kind), versions), Table(window, bare, versions)
        for k in range(lab.count(SAVES)):
            chart.save()
            if k % FLOOR_OF == 0:
                floor.save()
    return chart.samples, floor.samples


def _name(kind: str) -> str:
    return f"data/table.{kind.lower()}"


def table(version: int) -> list[tuple[str | float, ...]]:
    """A small table in one of two versions, none of whose figures stays."""
    return [("季度", "件"), *zip(content.LABELS, content.values(version), strict=True)]


class Table:
    """A file that is saved in two versions by turns, in place and by renaming, and the window that shows it."""

    def __init__(self, show: Show, path: Path, versions: list[bytes]) -> None:
        self._show = show
        self._path = path
        self._versions = versions
        self._saves = 0
        self._pictures: dict[int, bytes] = {}
        self.samples: list[float] = []
        show.settle()
        self._pictures[0] = show.screen.fingerprint()

    def save(self) -> None:
        """Take the next sample. Raises LostError where nothing moves, or not to what was saved."""
        self._saves += 1
        version = self._saves % 2
        way = WAYS[self._saves // 2 % 2]
        time.sleep(random.uniform(0.0, PHASE_S))
        self.samples.append(self._show.moved_by(partial(way, self._path, self._versions[version])))
        self._show.settle()
        shown = self._show.screen.fingerprint()
        if self._pictures.setdefault(version, shown) != shown or self._pictures[0] == self._pictures.get(1):
            raise LostError(f"{self._path.name} was saved and the chart moved, but not to what was saved")


def row_of(kind: str, ours: Summary, floor: Summary) -> Row:
    """The line of one kind of file."""
    return Row(
        what=f"saved {kind} → chart begins to move, p95",
        unit="ms",
        ours=ours.p95,
        base=floor.p95,
        versus="bare window",
        limit=Limit("value", MOST_MS),
        n=ours.n,
        spread=f"p50 {ours.p50:.0f}, most {ours.most:.0f}; bare window p50 {floor.p50:.0f}",
    )
