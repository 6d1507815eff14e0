"""A list of rows of one height, of which one is chosen: pressed and let go on the same row, by mouse or finger."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.qt.windows.console.look import Look


class Rows(QWidget):
    """Whoever inherits from it says how many rows there are, and paints each in its `area`, on an opaque ground.

    high: a row's height in units of the grid.
    """

    pressed = Signal(int)

    def __init__(self, measure: Measure, language: str, high: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # a key paints nothing of the console beneath
        self._measure, self._language, self._high = measure, language, high
        self.look = Look(1.0)
        self.row = 0
        self._down = -1

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def area(self, row: int) -> QRect:
        """Where a row stands."""
        high = self._high * self.look.unit
        return QRect(0, row * high, self.width(), high)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        event.accept()
        self._down = self._row_at(event) if event.button() == Qt.MouseButton.LeftButton else -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        row, self._down = self._down, -1
        if 0 <= row == self._row_at(event):
            self.pressed.emit(row)

    def _row_at(self, event: QMouseEvent) -> int:
        at = event.position().toPoint()
        row = at.y() // (self._high * self.look.unit) if self.rect().contains(at) else -1
        return row if row < self.count() else -1
