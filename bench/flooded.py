"""Feeds six charts on one slide with snapshot after snapshot, paints what they do, and prints what memory it took.

`python -m bench.flooded DECK SNAPSHOTS` hands them over five times a frame, as sources may that are faster than a
screen: five charts set out for each, the stream follows at once.
"""

import os
import sys

import msgspec
from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from bench.process import rss_mb
from bench.rehearsal import FRAME_MS, Rehearsal
from jn_presenter.draw.feeding import deck_feeds
from jn_presenter.load import load_deck
from jn_presenter.model.feed import Feed, Request, Snapshot

SIZE = QSize(960, 540)
"""A quarter of a screen's pixels: what is kept of a snapshot does not grow with them."""
A_FRAME = 5
FIRST, LEAST = 0.05, 2_500
"""The share of the snapshots after which memory is seen for the first time, and how many at least: caches are full."""


class Memory(Struct, frozen=True):
    """Resident MB after the first snapshots, which are `begun`, after half and after all of them; how many paints."""

    begun: int
    first: float
    half: float
    last: float
    snapshots: int
    paints: int


class Flood:
    """The charts' feeds, read again and again."""

    def __init__(self, show: Rehearsal) -> None:
        self._show = show
        self._last: dict[Feed, Snapshot | None] = dict.fromkeys(deck_feeds(show.store.deck))
        self._reads = 0
        self.snapshots = 0
        self.paints = 0

    def go_on(self, until: int) -> float:
        """Resident MB once so many snapshots were handed over in all, and nothing moves any more."""
        while self.snapshots < until:
            for _ in range(A_FRAME):
                self._hand_over()
            self._show.clock.ms += FRAME_MS
            self.paints += self._show.do(self._tick) is not None
        self._show.to_the_end()
        return rss_mb(os.getpid())

    def _hand_over(self) -> None:
        for feed, before in self._last.items():
            self._last[feed] = feed.read(Request(folder="", tick=self._reads, before=before))
        self._reads += 1
        self.snapshots += len(self._last)
        self._show.store.take_snapshots({feed: found for feed, found in self._last.items() if found is not None})

    def _tick(self) -> None:
        if self._show.clock.running:
            self._show.clock.tick.emit(self._show.clock.ms)


def main() -> int:
    """Measure and tell."""
    folder, snapshots = sys.argv[1], int(sys.argv[2])
    application = QApplication(sys.argv[:1])
    flood = Flood(Rehearsal(load_deck(folder), SIZE))
    first = flood.go_on(max(round(snapshots * FIRST), LEAST))
    begun, half, last = flood.snapshots, flood.go_on(snapshots // 2), flood.go_on(snapshots)
    sys.stdout.buffer.write(msgspec.json.encode(Memory(begun, first, half, last, flood.snapshots, flood.paints)))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
