"""The floor of streams: a bare pyqtgraph window with the very curves of a strip, in the same place, at the same rate.

`python -m bench.bare_strip DECK PIPE [hairlines]` shows marker 1, and after the key End marker 2 and the stream of the
deck's last slide, read from the same feed; Home stops it. Every paint is written, packed, to the file descriptor PIPE.
The curves are as thick as the strip's, or hairlines, which pyqtgraph draws fastest; neither is antialiased.
"""

import os
import sys
import time

import numpy as np
import pyqtgraph
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from bench import marker
from bench.span import MOTION, Span
from jn_presenter.compose import fit_slide, frame
from jn_presenter.draw.axes import inside
from jn_presenter.draw.feeding import slide_feeds
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.feed import Feed, Request, Snapshot
from jn_presenter.model.geometry import Rect, canvas_for
from jn_presenter.model.marks import PlotMark
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.text import QtMeasure

AXIS_WIDTH, AXIS_HEIGHT = 60, 30
"""What pyqtgraph's axes take beside the curves, in px."""


class Plot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """A plot that tells how long it painted."""

    pipe = -1

    def paintEvent(self, event: QPaintEvent) -> None:
        began = time.perf_counter()
        super().paintEvent(event)
        os.write(self.pipe, Span(MOTION, began, time.perf_counter()).pack())


class Window(QWidget):
    """The marker, and the stream once it was asked for. `mark` is the strip's own plot."""

    def __init__(self, feed: Feed, folder: str, mark: PlotMark, *, hairlines: bool) -> None:
        super().__init__()
        self._feed, self._folder = feed, folder
        self._before: Snapshot | None = None
        self._reads = 0
        self.setStyleSheet("background: black")
        self._marker = QWidget(self)
        self._plot = Plot(self)
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setYRange(mark.left.low, mark.left.high, padding=0)
        self._plot.setXRange(mark.bottom.low - mark.bottom.high, 0.0, padding=0)
        self._plot.setGeometry(around(inside(mark)))
        pens = (pyqtgraph.mkPen(one.colour, width=1 if hairlines else round(one.width)) for one in mark.series)
        self._curves = [self._plot.plot(pen=pen) for pen in pens]
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=round(1000 * feed.period_s()))
        self._timer.timeout.connect(self.go_on)
        self.mark(1)

    def mark(self, number: int) -> None:
        self._marker.setStyleSheet(f"background: {QColor(marker.hex_colour(number)).name()}")

    def go_on(self) -> None:
        """Read the feed once more and show it."""
        self._before = self._feed.read(Request(folder=self._folder, tick=self._reads, before=self._before))
        self._reads += 1
        times, *columns = (np.asarray(column.cells) for column in self._before.columns)
        # seconds before now, as the strip has them: axes that move have pyqtgraph paint everything twice
        for curve, values in zip(self._curves, columns, strict=True):
            curve.setData(times - times[-1], values)

    def resizeEvent(self, event: object) -> None:
        x, y, wide, high = (round(side) for side in marker.box(self.width(), self.height()))
        self._marker.setGeometry(x, y, wide, high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_End:
            self.mark(2)
            self._timer.start()
        elif event.key() == Qt.Key.Key_Home:
            self._timer.stop()
            self.mark(1)


def around(place: Rect) -> QRect:
    """Where a plot with its axes stands whose curves fill the place."""
    left, top = round(place.x) - AXIS_WIDTH, round(place.y)
    return QRect(left, top, round(place.w) + AXIS_WIDTH, round(place.h) + AXIS_HEIGHT)


def main() -> int:
    """Show the stream until the process is ended."""
    folder, pipe, *how = sys.argv[1:]
    Plot.pipe = int(pipe)
    application = QApplication(sys.argv[:1])
    load_fonts()
    screen = application.primaryScreen().size()
    deck = load_deck(folder).deck
    slide = deck.slides[deck.order[-1]]
    canvas = canvas_for(screen.width(), screen.height())
    style, snapshots = deck.styles[deck.briefing.styles[0]], read_snapshots(deck)
    fitted = fit_slide(deck, slide, canvas, deck.briefing.languages, style, QtMeasure(), snapshots)
    marks = (mark for element in frame(fitted, slide.last_step) for mark in element.marks)
    (plot,) = (mark for mark in marks if isinstance(mark, PlotMark))
    (feed,) = slide_feeds(slide)
    window = Window(feed, deck.folder, plot, hairlines=how == ["hairlines"])
    window.showFullScreen()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
