"""The lines of a rehearsal's report: pressed, a slide is written or left as it is; columns of figures end in line."""

from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import baseline
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line as TextLine
from jn_presenter.model.marks import Run
from jn_presenter.model.text import Message
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.look import (
    ACCENT,
    BODY_PX,
    CAPTION_PX,
    GROUND,
    HAIRLINE,
    LEADING,
    PANEL,
    TONES,
)
from jn_presenter.qt.windows.console.rehearsed import Line
from jn_presenter.qt.windows.console.report import Tone
from jn_presenter.qt.windows.console.rows import Rows

ROW = 5
"""The height of a line, in units of the grid: enough for a finger."""
BOX = 6
NUMBER = 5
COLUMNS = (
    (Message("用时", "Took"), 10),
    (Message("计划", "Planned"), 10),
    (Message("差", "Difference"), 10),
    (Message("minutes", "minutes"), 16),
)
"""The headings of the figures and their widths, in units of the grid."""


class Times(Rows):
    """One line is chosen by the keys; a press on any line is `pressed`."""

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(measure, language, ROW, parent)
        self.lines: tuple[Line, ...] = ()

    def count(self) -> int:
        return len(self.lines)

    def say(self, lines: tuple[Line, ...], row: int) -> None:
        """Show the lines, one of them chosen."""
        self.lines, self.row = lines, row
        told = (" ".join((one.number, one.title, one.took, one.planned, one.over.text, one.minutes)) for one in lines)
        self.setAccessibleName("\n".join(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), colour(PANEL))
        for row, line in enumerate(self.lines):
            area = self.area(row)
            if area.intersects(event.rect()):
                self._draw_line(painter, line, area, row == self.row)
        painter.end()

    def head(self, painter: QPainter, area: QRect) -> None:
        """Paint the headings into `area`, as wide as the lines."""
        for what, right in zip(COLUMNS, self._rights(area), strict=True):
            self.figure(painter, self.look.run(what[0].in_language(self._language), CAPTION_PX, "quiet"), right, area)

    def figure(self, painter: QPainter, run: Run, right: int, area: QRect) -> None:
        """Words that end at `right`, upright in the middle of `area`."""
        self._put(painter, run, right - self._measure.advance(run.text, run.font, self._language), area)

    def _draw_line(self, painter: QPainter, line: Line, area: QRect, here: bool) -> None:
        unit = self.look.unit
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(HAIRLINE))
            painter.drawRoundedRect(area, unit, unit)
        if line.differs:
            self._draw_box(painter, line.chosen, area, here)
        self._put(painter, self.look.run(line.number, CAPTION_PX, "quiet"), area.x() + BOX * unit, area)
        rights = self._rights(area)
        painter.setClipRect(area.adjusted(0, 0, rights[0] - COLUMNS[0][1] * unit - area.width(), 0))
        self._put(painter, self.look.run(line.title, BODY_PX), area.x() + (BOX + NUMBER) * unit, area)
        painter.setClipping(False)
        minutes: Tone = "ink" if line.chosen else "quiet"
        figures = (
            self.look.run(line.took, BODY_PX, bold=True),
            self.look.run(line.planned, BODY_PX, "quiet"),
            self.look.run(line.over.text, BODY_PX, line.over.tone),
            self.look.run(line.minutes, BODY_PX, minutes, bold=line.chosen),
        )
        for run, right in zip(figures, rights, strict=True):
            self.figure(painter, run, right, area)

    def _draw_box(self, painter: QPainter, ticked: bool, area: QRect, here: bool) -> None:
        unit = self.look.unit
        side = 2.5 * unit
        box = QRectF(area.x() + 1.5 * unit, area.center().y() + 0.5 - side / 2, side, side)
        painter.setPen(QPen(colour(ACCENT if ticked or here else TONES["quiet"]), max(1.0, unit / 6)))
        painter.setBrush(colour(ACCENT if ticked else GROUND))
        painter.drawRoundedRect(box, unit / 2, unit / 2)
        if ticked:
            painter.setPen(QPen(colour(GROUND), unit / 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            points = [(0.25, 0.52), (0.43, 0.7), (0.76, 0.32)]
            corners = [(box.x() + x * side, box.y() + y * side) for x, y in points]
            for (x0, y0), (x1, y1) in pairwise(corners):
                painter.drawLine(round(x0), round(y0), round(x1), round(y1))

    def _rights(self, area: QRect) -> tuple[int, ...]:
        """Where the columns end, the last one first to be placed."""
        unit, right = self.look.unit, area.right() + 1 - 2 * self.look.unit
        found: list[int] = []
        for _, wide in reversed(COLUMNS):
            found.append(right)
            right -= wide * unit
        return tuple(reversed(found))

    def _put(self, painter: QPainter, run: Run, x: float, area: QRect) -> None:
        high = run.font.size * LEADING
        y = baseline(area.y() + (area.height() - high) / 2, run.font, LEADING)
        draw_line(painter, TextLine(x, y, 0.0, (run,), self._language), 0.0, 0.0, self.devicePixelRatioF())
