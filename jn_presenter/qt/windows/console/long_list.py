"""A list that may be longer than its place: scrolled by wheel, touch, keys or scroll bar, always by whole lines."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget

from jn_presenter.qt.windows.console.look import HAIRLINE, Look
from jn_presenter.qt.windows.lines import BAR


class LongList(QScrollArea):
    """Shows `content`, whose lines are all `row` units of the grid high; it never takes the focus."""

    def __init__(self, content: QWidget, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._content, self._row, self._look = content, row, Look(1.0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @property
    def page(self) -> int:
        """How many lines can be seen."""
        return max(1, self.height() // (self._row * self._look.unit))

    def place(self, area: QRect, look: Look) -> None:
        """Stand in `area`, or in as much of it as whole lines need."""
        self._look = look
        unit = look.unit
        high = max(1, area.height() // (self._row * unit)) * self._row * unit
        self.setGeometry(area.x(), area.y(), area.width(), high)
        bar = {"width": unit, "least": 4 * unit, "radius": unit // 2, "colour": HAIRLINE}
        self.verticalScrollBar().setStyleSheet(BAR % bar)

    def show_line(self, at: int, count: int) -> None:
        """Make room for `count` lines, beside the scroll bar whether it is there or not, and let line `at` be seen."""
        unit = self._look.unit
        self._content.resize(max(1, self.width() - 2 * unit), max(1, count) * self._row * unit)
        self.ensureVisible(0, round((at + 0.5) * self._row * unit), 0, round(self._row * unit / 2))
