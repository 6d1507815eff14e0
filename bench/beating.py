"""Presents a deck like `jn-presenter present` and tells when its feeds were read and when its event loop was held up.

`python -m bench.beating DECK PIPE` has a timer of 1 ms in the thread of the windows, and writes packed spans to the
file descriptor PIPE.
"""

import os
import sys
import time
from unittest.mock import patch

from PySide6.QtCore import Qt, QTimer

from bench.span import READ, STALL, Span
from jn_presenter.load.snapshots import read_feed
from jn_presenter.model.feed import Feed, Request, Snapshot
from jn_presenter.model.options import PresentOptions
from jn_presenter.qt import app, readers

BEAT_MS = 1
STALL_S = 0.003
"""Beats that are closer than this are none."""


class BeatingShow(app.Show):
    """A show with a heart."""

    pipe = -1

    def begin(self) -> None:
        self._last = time.perf_counter()
        self._heart = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)
        self._heart.start()
        super().begin()

    def _beat(self) -> None:
        last, self._last = self._last, time.perf_counter()
        if self._last - last > STALL_S:
            os.write(self.pipe, Span(STALL, last, self._last).pack())


def timed(feed: Feed, request: Request) -> Snapshot:
    """The feed's rows, and how long it took to read them told."""
    began = time.perf_counter()
    found = read_feed(feed, request)
    os.write(BeatingShow.pipe, Span(READ, began, time.perf_counter()).pack())
    return found


def main() -> int:
    """Present until the show is left, or the process ended."""
    deck, pipe = sys.argv[1:]
    BeatingShow.pipe = int(pipe)
    with patch.object(app, "Show", BeatingShow), patch.object(readers, "read_feed", timed):
        return app.run(PresentOptions(deck=deck, console=False))


if __name__ == "__main__":
    sys.exit(main())
