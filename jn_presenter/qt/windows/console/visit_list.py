"""The list of visits: a line each, with names that are never cut, one of them chosen, one of them shown."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line as SetLine
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.look import ACCENT, BODY_PX, CAPTION_PX, HAIRLINE, LEADING, PANEL, TITLE_PX
from jn_presenter.qt.windows.console.rows import Rows
from jn_presenter.qt.windows.console.visit_words import Line

ROW = 10
"""The height of a line, in units of the grid: a name may take two lines of type."""
DOT = 3
"""The room ahead of the words, for the dot of the visit that is shown."""
NAMES = 2
"""Lines of type that a name may take here; smaller type before more than these."""
SIZES = (TITLE_PX, BODY_PX, CAPTION_PX, 12.0)


class VisitList(Rows):
    """Pressed, a line is chosen; pressed again, taken."""

    chosen = Signal(int)
    taken = Signal(int)

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(measure, language, ROW, parent)
        self.lines: tuple[Line, ...] = ()
        self.pressed.connect(lambda row: (self.taken if row == self.row else self.chosen).emit(row))

    def count(self) -> int:
        return len(self.lines)

    def say(self, lines: tuple[Line, ...], row: int) -> None:
        """Show the lines with the chosen one."""
        self.lines, self.row = lines, row
        self.setAccessibleName("\n".join(f"{line.heading} {line.name} {line.about}".strip() for line in lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), colour(PANEL))
        high = ROW * self.look.unit
        for row in range(max(0, event.rect().top() // high), min(len(self.lines), event.rect().bottom() // high + 1)):
            self._paint(painter, row, self.lines[row])
        painter.end()

    def _paint(self, painter: QPainter, row: int, line: Line) -> None:
        unit, look = self.look.unit, self.look
        area = self.area(row)
        if line.heading:
            painter.setPen(QPen(colour(HAIRLINE), 1))
            painter.drawLine(area.x(), area.y(), area.right(), area.y())
        if row == self.row:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(HAIRLINE))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), unit, unit)
        if line.present:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ACCENT))
            painter.drawEllipse(QRectF(unit, area.y() + (area.height() - unit) / 2, unit, unit))
        painter.setClipRect(area)
        left = float(DOT * unit)
        aside = self._advance(line.heading) + 2 * unit if line.heading else 0.0
        if line.heading:
            self._lines(
                painter, self._set(line.heading, CAPTION_PX, aside, bold=True), area.right() - aside, area.y() + unit
            )
        room = area.width() - left - unit - aside
        about = look.run(line.about, CAPTION_PX, line.tone if line.tone != "ink" else "quiet")
        block = self._measure.wrap((about,), area.width() - left - unit, language=self._language, leading=LEADING)
        step = line_height(about.font, LEADING)
        sizes = (self._set(line.name, size, room) for size in SIZES)
        fits = (lines for lines in sizes if len(lines) <= NAMES and _height(lines) + step <= area.height())
        name = next(fits, None) or self._set(line.name, SIZES[-1], room)
        high = _height(name)
        top = area.y() + max(0.0, (area.height() - high - step) / 2)
        self._lines(painter, name, left, top)
        self._lines(painter, block.lines[:1], left, top + high)
        painter.setClipping(False)

    def _advance(self, words: str) -> float:
        run = self.look.run(words, CAPTION_PX, bold=True)
        return self._measure.advance(run.text, run.font, self._language)

    def _set(self, words: str, size: float, room: float, *, bold: bool = False) -> tuple[SetLine, ...]:
        run = self.look.run(words, size, bold=bold)
        return self._measure.wrap((run,), max(1.0, room), language=self._language, leading=LEADING).lines

    def _lines(self, painter: QPainter, lines: tuple[SetLine, ...], x: float, y: float) -> None:
        for line in lines:
            draw_line(painter, line, x, y, self.devicePixelRatioF())


def _height(lines: tuple[SetLine, ...]) -> float:
    return sum(line_height(one.runs[0].font, LEADING) for one in lines)
