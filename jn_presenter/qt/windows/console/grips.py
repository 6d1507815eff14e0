"""The gaps between the console's panes, which mouse and finger move."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.areas import Areas, Border
from jn_presenter.qt.windows.console.look import ACCENT, HAIRLINE, Look
from jn_presenter.qt.windows.console.rects import qrect
from jn_presenter.show.panes import Gap

LENGTH = 5
"""Of the mark by which a gap is known as one that moves, in steps of the grid."""
GAPS: tuple[Gap, ...] = ("column", "current", "next")


class Grip(QWidget):
    """One gap: a drag moves it, a double click has it where the window wants it."""

    def __init__(self, store: Store, gap: Gap, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self.gap = store, gap
        self._border: Border | None = None
        self._upright = False
        self._unit = 8
        self._held: float | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # a pointer that comes or goes repaints it
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def place(self, border: Border | None, *, upright: bool, look: Look) -> None:
        """Stand in the gap, nowhere where there is none."""
        self._border, self._upright, self._unit = border, upright, look.unit
        self.setVisible(border is not None)
        if border is None:
            self._held = None
            return
        self.setCursor(Qt.CursorShape.SplitHCursor if border.across else Qt.CursorShape.SplitVCursor)
        self.setGeometry(qrect(border.area))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        if event.button() == Qt.MouseButton.LeftButton and self._border is not None:
            self._held = self._along(event) - self._border.at
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._held = None
        if self._held is not None and self._border is not None:
            share = self._border.share(self._along(event) - self._held)
            self._store.dispatch("gap", gap=self.gap, share=share, upright=self._upright)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self._store.dispatch("gap-usual", gap=self.gap, upright=self._upright)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._border is None:
            return
        thick, long = self._unit / 2, float(LENGTH * self._unit)
        wide, high = (thick, long) if self._border.across else (long, thick)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ACCENT if self._held is not None or self.underMouse() else HAIRLINE))
        mark = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        painter.drawRoundedRect(mark, thick / 2, thick / 2)
        painter.end()

    def _along(self, event: QMouseEvent) -> float:
        """Where the pointer is in the window, the way the gap moves."""
        at: QPoint = self.mapToParent(event.position().toPoint())
        return float(at.x() if self._border is not None and self._border.across else at.y())


class Grips(QObject):
    """All gaps that there may be."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.all: Sequence[Grip] = tuple(Grip(store, gap, parent) for gap in GAPS)

    def place(self, areas: Areas, look: Look) -> None:
        for grip in self.all:
            border = next((one for one in areas.borders if one.gap == grip.gap), None)
            grip.place(border, upright=areas.upright, look=look)
