"""What a large XLSX file takes to be read beside a running show, and how long the show is held up meanwhile."""

import random
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from msgspec import Struct
from python_calamine import CalamineWorkbook

from bench import decks
from bench.lab import Lab
from bench.row import Limit, Row
from bench.saving import WAYS
from bench.show import LostError, Show
from bench.span import READ, STALL, Span, pipe, told
from bench.stats import summary
from bench.tables import as_xlsx

SAVES = 12
LINES = 10_000
NAMES = ("a", "b", "c", "d")
FILE = "data/large.xlsx"
MOST_READ_MS, MOST_STALL_MS = 100.0, 20.0
LIMIT_S = 10.0
REST_S = 0.3
"""The last of the time that a show rests before the next save."""


class Read(Struct, frozen=True):
    """A save: when it began, when the file was read, when all that follows was done, and the stalls until then."""

    saved: float
    read: Span
    rested: float
    stalls: tuple[Span, ...]

    @property
    def stall_ms(self) -> float:
        """The longest that the event loop was held up from the save to the snapshot."""
        return self._longest(self.saved, self.read.ended)

    @property
    def after_ms(self) -> float:
        """The same from then on, as the snapshot is laid out and painted."""
        return self._longest(self.read.ended, self.rested - REST_S)

    @property
    def rest_ms(self) -> float:
        """The same once that is done."""
        return self._longest(self.rested - REST_S, self.rested)

    def _longest(self, began: float, ended: float) -> float:
        """The longest part of a stall between those times, in ms; 0 for none."""
        parts = (min(stall.ended, ended) - max(stall.began, began) for stall in self.stalls)
        return 1000 * max((0.0, *parts))


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    deck = decks.curve_deck(lab.folder / "sheet", FILE)
    path = deck / FILE
    path.parent.mkdir()
    path.write_bytes(as_xlsx(table(0)))
    with pipe() as (reader, writer):
        command = [sys.executable, "-m", "bench.beating", str(deck), str(writer)]
        with lab.show(command, pass_fds=(writer,)) as show:
            show.settle()
            heard = told(reader)
            next(heard)
            found, bare = [], []
            for k in range(lab.count(SAVES)):
                found.append(save(show, path, k + 1, heard))
                bare.append(calamine(path))
    return rows_of(found, bare)


def table(version: int) -> list[tuple[str | float, ...]]:
    """10,000 rows of a number and of four figures that go up and down."""
    chance = random.Random(version)
    walks = [accumulate(chance.gauss(0.0, 0.5) for _ in range(LINES)) for _ in NAMES]
    return [("n", *NAMES), *((n, *(round(at, 3) for at in now)) for n, now in enumerate(zip(*walks, strict=True)))]


def save(show: Show, path: Path, version: int, heard: Iterator[list[Span]]) -> Read:
    """Save another version, and see what happens until the show rests. Raises LostError where it is not read."""
    data = as_xlsx(table(version))
    next(heard)
    spans: list[Span] = []
    began = time.perf_counter()
    WAYS[version % 2](path, data)
    while not any(span.kind == READ for span in spans):
        spans += next(heard)
        if time.perf_counter() > began + LIMIT_S:
            raise LostError(f"{path.name} was saved and not read")
    show.settle()
    rested = time.perf_counter()
    spans += next(heard)
    read = next(span for span in spans if span.kind == READ)
    return Read(began, read, rested, tuple(span for span in spans if span.kind == STALL))


def calamine(path: Path) -> float:
    """Ms that python-calamine takes for the rows of the file, in this process."""
    began = time.perf_counter()
    CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return 1000 * (time.perf_counter() - began)


def rows_of(found: list[Read], bare: list[float]) -> list[Row]:
    """The lines of the table."""
    reads, floor = summary([one.read.ms for one in found]), summary(bare)
    stalls, rests = summary([one.stall_ms for one in found]), summary([one.rest_ms for one in found])
    after = summary([one.after_ms for one in found])
    return [
        Row(
            what="XLSX of 10,000 × 5, file → snapshot, p95",
            unit="ms",
            ours=reads.p95,
            base=floor.p95,
            versus="python-calamine",
            limit=Limit("value", MOST_READ_MS),
            n=reads.n,
            spread=f"p50 {reads.p50:.0f}, most {reads.most:.0f}; python-calamine p50 {floor.p50:.0f}",
        ),
        Row(
            what="the event loop held up while it is read, at most",
            unit="ms",
            ours=stalls.most,
            base=rests.most,
            versus="at rest",
            limit=Limit("value", MOST_STALL_MS),
            n=stalls.n,
            spread=f"p50 {stalls.p50:.1f}",
        ),
        Row(
            what="and then, as it is laid out and painted as curves, p50",
            unit="ms",
            ours=after.p50,
            n=after.n,
            spread=f"most {after.most:.0f}",
        ),
    ]
