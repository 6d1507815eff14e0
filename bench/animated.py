"""Plays the gallery's charts of categories, in turns with twelve bars by Qt alone, and prints what their frames took.

`python -m bench.animated WIDTH HEIGHT ROUNDS` presents each chart so often: it is entered, and then its data changes.
What a frame takes is the way from the clock's tick to marks, and their painting.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from bench import content
from bench.frame import Frame, Motion, pack
from bench.rehearsal import FRAME_MS, Cost, Meter, Rehearsal, put_up, wait
from bench.twelve import FIGURES, Chart, charts_of
from jn_presenter.load import load_deck

GALLERY = Path(__file__).parents[1] / "examples" / "gallery"
FLOOR_FRAMES = 24
BAR, GROUND, INK = "#6cc4ff", "#0b1a2e", "#f3f6fa"
FAMILY = "Noto Sans CJK SC"


class Bars(QWidget):
    """The floor: bars of one colour with a name and a number each on a prepared pixmap, a little longer each frame."""

    def __init__(self) -> None:
        super().__init__()
        self.cost: Cost | None = None
        self._grown = 0
        self._base = QPixmap()
        self._font = QFont(FAMILY)

    def chart(self) -> QRect:
        """What a frame paints anew: most of what is below a title."""
        wide, high = self.width(), self.height()
        return QRect(wide // 16, high // 4, wide * 7 // 8, high * 5 // 8)

    def grow(self) -> None:
        self._grown = self._grown % FLOOR_FRAMES + 1
        self.cost = None
        self.update(self.chart())

    def paintEvent(self, event: QPaintEvent) -> None:
        meter = Meter()
        if self._base.size() != self.size():
            self._base = QPixmap(self.size())
            self._base.fill(QColor(GROUND))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._base)
        place = self.chart()
        pitch = place.height() / FIGURES
        self._font.setPixelSize(round(pitch * 0.5))
        painter.setFont(self._font)
        painter.setPen(QColor(INK))
        for k in range(FIGURES):
            y, long = place.top() + k * pitch, place.width() * 0.6 * self._grown / FLOOR_FRAMES * (k + 1) / FIGURES
            name = content.LABELS[k % len(content.LABELS)]
            painter.drawText(place.left(), round(y + pitch * 0.6), name)
            left = place.left() + place.width() // 5
            painter.fillRect(left, round(y), round(long), round(pitch * 0.7), QColor(BAR))
            painter.drawText(round(left + long) + 8, round(y + pitch * 0.6), f"{1000 * k}")
        painter.end()
        self.cost = meter.read()


def floor(bars: Bars) -> Iterator[Frame]:
    """One motion of the floor."""
    for _ in range(FLOOR_FRAMES):
        bars.grow()
        if wait(lambda: bars.cost is not None, 1.0) and bars.cost is not None:
            yield Frame("", "floor", bars.cost.ms, bars.cost.processor_ms)


def play(show: Rehearsal, chart: Chart, other: Chart, late_ms: float) -> Iterator[Frame]:
    """The chart entered from another one's slide, and brought to its other data; its first frame comes so late."""
    show.store.dispatch("jump", slide=other.slide)
    show.store.take_snapshots(chart.before)
    show.to_the_end()
    show.store.dispatch("jump", slide=chart.slide)
    yield from motion(show, chart, "entrance", late_ms)
    show.to_the_end()
    if chart.after:
        show.do(lambda: show.store.take_snapshots(chart.after))
        yield from motion(show, chart, "change", late_ms)
        show.to_the_end()


def motion(show: Rehearsal, chart: Chart, kind: Motion, late_ms: float) -> Iterator[Frame]:
    """The frames until nothing moves."""
    name = chart.slide.rpartition("/")[2]
    cost = show.frame(late_ms)
    while cost is not None:
        yield Frame(name, kind, cost.ms, cost.processor_ms, chart.bars)
        cost = show.frame()


def main() -> int:
    """Measure and tell."""
    width, height, rounds = map(int, sys.argv[1:])
    application = QApplication(sys.argv[:1])
    size = QSize(width, height)
    loaded, charts = charts_of(load_deck(GALLERY))
    bars, show = Bars(), Rehearsal(loaded, size)
    put_up(bars, size, lambda: bars.cost is not None)
    frames: list[Frame] = []
    for k in range(rounds + 1):
        for chart, other in zip(charts, (*charts[1:], charts[0]), strict=True):
            # no two rounds show the same moments, as no two shows do
            played = [*play(show, chart, other, FRAME_MS * (k + 1) / (rounds + 1)), *floor(bars)]
            frames += played if k else ()  # what is made once is not what a frame takes
    sys.stdout.buffer.write(pack(frames))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
