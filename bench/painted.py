"""Presents a deck like `jn-presenter present` and reports every paint of the audience's picture.

`python -m bench.painted DECK PIPE` writes each paint, packed, to the file descriptor PIPE.
"""

import os
import sys
import time
from unittest.mock import patch

from PySide6.QtGui import QPaintEvent

from bench.span import MOTION, TRANSITION, Span
from jn_presenter.model.options import PresentOptions
from jn_presenter.qt import app
from jn_presenter.qt.scene.pictures import Picture
from jn_presenter.qt.scene.stage import Crossing, Stage
from jn_presenter.qt.windows import audience


class TimedStage(Stage):
    """A stage that tells how long it painted."""

    pipe = -1
    _kind = MOTION

    def show_picture(self, picture: Picture, t: float) -> None:
        self._kind = MOTION
        super().show_picture(picture, t)

    def show_crossing(self, crossing: Crossing) -> None:
        self._kind = TRANSITION
        super().show_crossing(crossing)

    def paintEvent(self, event: QPaintEvent) -> None:
        began = time.perf_counter()
        super().paintEvent(event)
        os.write(self.pipe, Span(self._kind, began, time.perf_counter()).pack())


def main() -> int:
    """Present until the show is left, or the process ended."""
    deck, pipe = sys.argv[1:]
    TimedStage.pipe = int(pipe)
    with patch.object(audience, "Stage", TimedStage):
        return app.run(PresentOptions(deck=deck, console=False))


if __name__ == "__main__":
    sys.exit(main())
