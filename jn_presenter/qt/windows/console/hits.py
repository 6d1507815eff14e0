"""The list of the private jump: a line a slide, one of them chosen; pressed once it is chosen, pressed again taken."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import baseline
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.found import Found, Piece
from jn_presenter.qt.windows.console.look import ACCENT, BODY_PX, CAPTION_PX, HAIRLINE, LEADING, PANEL
from jn_presenter.qt.windows.console.report import Tone
from jn_presenter.qt.windows.console.rows import Rows

ROW = 7
"""The height of a line, in units of the grid: wide enough for a finger."""
NUMBER = 6
"""The room for a number."""
FADE = 2
"""In which words without room fade away."""


class Hits(Rows):
    """Says what was found, or in its place why there is nothing."""

    chosen = Signal(int)
    taken = Signal(int)

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(measure, language, ROW, parent)
        self.rows: tuple[Found, ...] = ()
        self.notice = ""
        self.pressed.connect(lambda row: (self.taken if row == self.row else self.chosen).emit(row))

    def count(self) -> int:
        return len(self.rows)

    @property
    def room(self) -> int:
        """How many lines can be seen."""
        return max(1, self.height() // (ROW * self.look.unit))

    def say(self, rows: tuple[Found, ...], row: int, notice: str = "") -> None:
        """Show the lines with the chosen one, or the notice where there are none."""
        self.rows, self.row, self.notice = rows, row, notice
        lines = (" ".join(_plain(pieces) for pieces in (one.number, one.title, one.about)) for one in rows)
        self.setAccessibleName("\n".join(lines) or notice)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        unit = self.look.unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(PANEL))
        for row, what in enumerate(self.rows):
            area = self.area(row)
            if row == self.row:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(HAIRLINE))
                painter.drawRoundedRect(area, unit, unit)
            painter.setClipRect(area.adjusted(unit, 0, -unit, 0))
            top = area.y() + unit / 2
            self._draw(painter, what.number, BODY_PX, "quiet", unit, top)
            self._draw(painter, what.title, BODY_PX, "ink", (NUMBER + 1) * unit, top)
            self._draw(painter, what.about, CAPTION_PX, "quiet", (NUMBER + 1) * unit, top + 3 * unit)
            self._fade(painter, area, HAIRLINE if row == self.row else PANEL)
            painter.setClipping(False)
        if not self.rows and self.notice:
            self._draw(painter, ((self.notice, False),), BODY_PX, "quiet", unit, unit)
        painter.end()

    def _draw(self, painter: QPainter, pieces: tuple[Piece, ...], size: float, tone: Tone, x: float, y: float) -> None:
        """One line; what does not fit fades away at the edge of its row."""
        font = self.look.font(size)
        runs = tuple(
            Run(words, self.look.font(size, True), ACCENT) if marked else self.look.run(words, size, tone)
            for words, marked in pieces
        )
        line = Line(x, y + baseline(0.0, font, LEADING), 0.0, runs, self._language)
        draw_line(painter, line, 0.0, 0.0, self.devicePixelRatioF())

    def _fade(self, painter: QPainter, row: QRect, ground: str) -> None:
        """Nothing is seen of it where the words end earlier, so that they need not be measured."""
        right = row.right() + 1 - self.look.unit
        left = right - FADE * self.look.unit
        shade = QLinearGradient(left, 0, right, 0)
        shade.setColorAt(0.0, colour(ground, 0.0))
        shade.setColorAt(1.0, colour(ground))
        painter.fillRect(QRect(left, row.y(), right - left, row.height()), shade)


def _plain(pieces: tuple[Piece, ...]) -> str:
    return "".join(words for words, _ in pieces)
