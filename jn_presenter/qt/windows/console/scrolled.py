"""What lies over the console and may be longer than the window: scrolled by wheel, touch, keys or scroll bar."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScroller, QWidget

from jn_presenter.qt.windows.console.look import HAIRLINE, Look
from jn_presenter.qt.windows.lines import BAR


class Scrolled(QAbstractScrollArea):
    """Covers its parent while it is shown. Whoever inherits from it paints all of the viewport, on its ground."""

    pressed = Signal(QPoint)
    """A press and release of mouse or finger at one point of the viewport; none where it was moved in between."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = Look(1.0)
        self._down: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.hide()

    def place(self, area: QRect, look: Look) -> None:
        """Stand in `area`, in that look."""
        self.look = look
        width = look.unit
        sizes = {"width": width, "least": 4 * width, "radius": width // 2, "colour": HAIRLINE}
        self.verticalScrollBar().setStyleSheet(BAR % sizes)
        self.setGeometry(area)
        self.fill()

    def fill(self) -> None:
        """Set what is shown anew, in the present look and width."""
        raise NotImplementedError

    def begin(self) -> None:
        """It is opened."""
        self.fill()
        self.verticalScrollBar().setValue(0)
        self.show()

    def end(self) -> None:
        """It is put away."""
        self._down = None
        self.hide()

    def set_length(self, height: float, step: float) -> None:
        """How long it is, and how far a turn of the wheel goes by, in px."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(round(step))
        bar.setRange(0, max(0, round(height) - page))
        self.viewport().update()

    def focusNextPrevChild(self, _next: bool) -> bool:  # Qt's name
        """Tab is a key like the others."""
        return False

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        left = event.button() == Qt.MouseButton.LeftButton
        self._down = event.position().toPoint() if left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        down, at = self._down, event.position().toPoint()
        self._down = None
        if down is not None and (at - down).manhattanLength() < QApplication.startDragDistance():
            self.pressed.emit(at)
