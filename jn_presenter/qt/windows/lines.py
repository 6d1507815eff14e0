"""Lines of text in a dark window: set by the same type-setting as the slides, scrolled by wheel, touch or bar."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScroller, QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.dark import HAIRLINE, Look

LEAD = 1 / 3
"""The share of the page that stands before what is brought into view."""
ABOVE, BELOW = 0.9, 0.25
"""How far letters reach above and below their baseline, as shares of their size."""
BAR = """
QScrollBar:vertical { background: transparent; width: %(width)dpx; margin: 0; border: 0; }
QScrollBar::handle:vertical { background: %(colour)s; min-height: %(least)dpx; border-radius: %(radius)dpx; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""


class Lines(QAbstractScrollArea):
    """Lines in their places. It never takes the focus, so that all keys are its window's.

    Whoever inherits from it says in `fill` where the lines are.
    """

    def __init__(self, measure: Measure, parent: QWidget) -> None:
        super().__init__(parent)
        self._measure = measure
        self._lines: tuple[Line, ...] = ()
        self._sizes: dict[float, float] = {}
        """Baseline -> the largest letters on it."""
        self._look: Look | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def fill(self) -> None:
        """Break what it says into lines for the present width, and hand them to `show_lines`."""
        raise NotImplementedError

    @property
    def room(self) -> float:
        """The width for lines in px, with that of the scroll bar left free whether it is there or not."""
        return max(1.0, self.width() - 2.0 * self.verticalScrollBar().sizeHint().width())

    def show_lines(self, lines: tuple[Line, ...], height: float, step: float) -> None:
        """Show these lines, `height` px together. step: px that a turn of the wheel goes by."""
        self._lines, self._sizes = lines, {}
        for line in lines:
            largest = max((run.font.size for run in line.runs), default=0.0)
            self._sizes[line.y] = max(largest, self._sizes.get(line.y, 0.0))
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(round(step))
        bar.setRange(0, max(0, round(height) - page))
        self.viewport().update()

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def bring(self, top: float, bottom: float) -> None:
        """Scroll until what stands from top to bottom is to be seen, as far as there is room with what is around it.

        Its top stands no lower than LEAD of the way down, unless all before it has room; and a line begins at the edge
        above.
        """
        bar, page = self.verticalScrollBar(), self.viewport().height()
        needed = bottom + bar.singleStep() - page
        wanted = min(top - bar.singleStep(), max(needed, top - page * LEAD))
        tops = [int(letters) for _, letters, _ in self._extents()]
        before = max((one for one in tops if one <= wanted), default=0)
        after = min((one for one in tops if wanted <= one <= top + bar.singleStep()), default=before)
        bar.setValue(before if wanted < needed or bottom - before <= page else after)

    def place(self, area: QRect, look: Look) -> None:
        """Stand in `area`, with a scroll bar of that look."""
        if look != self._look:
            self._look, width = look, look.unit
            sizes = {"width": width, "least": 4 * width, "radius": width // 2, "colour": HAIRLINE}
            self.verticalScrollBar().setStyleSheet(BAR % sizes)
        self.setGeometry(area)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        self.fill()
        super().resizeEvent(event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        offset = self.verticalScrollBar().value()
        scale = self.devicePixelRatioF()
        dirty = event.rect()
        for line, top, bottom in self._extents():
            seen = bottom - offset > dirty.top() and top - offset < dirty.bottom()
            if seen and self._whole(top - offset, bottom - offset):
                draw_line(painter, line, 0.0, -offset, scale)
        painter.end()

    def _extents(self) -> Iterator[tuple[Line, float, float]]:
        """The lines with where their letters begin and end, px from the top of all; those on one baseline as one."""
        for line in self._lines:
            size = self._sizes[line.y]
            yield line, line.y - ABOVE * size, line.y + BELOW * size

    def _whole(self, top: float, bottom: float) -> bool:
        """Whether all of a line is to be seen: half of one at an edge is noise, and the bar says that there is more."""
        high = self.viewport().height()
        return (top >= -1.0 and bottom <= high + 1.0) or bottom - top > high
