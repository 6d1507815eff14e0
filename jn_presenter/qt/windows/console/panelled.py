"""What covers the console with a panel in the middle: the rest shimmers through beside it; a press there ends it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.look import GROUND, PANEL, Look

WIDEST = 160
"""The panel, in units of the grid."""
VEIL = 0.75
"""The opacity of what lies over the console beside the panel."""


class Panelled(QWidget):
    """Whoever inherits from it stands on `panel`, and paints on it in `paint_within`."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self.look = Look(1.0)
        self.panel = QRect()
        self.hide()

    def framed(self, area: QRect, look: Look) -> QRect:
        """Stand in `area`, the panel in the middle of it over all its height; what is within the panel's margin."""
        self.look = look
        unit = look.unit
        self.setGeometry(area)
        width = min(WIDEST * unit, area.width() - 4 * unit)
        self.panel = QRect((area.width() - width) // 2, 2 * unit, width, area.height() - 4 * unit)
        return self.panel.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)

    def end(self) -> None:
        """It is put away."""
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if not self.panel.contains(event.position().toPoint()):
            self._store.dispatch("overlay-none")

    def paintEvent(self, _event: QPaintEvent) -> None:
        unit = self.look.unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(GROUND, VEIL))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(PANEL))
        painter.drawRoundedRect(self.panel, 2 * unit, 2 * unit)
        self.paint_within(painter)
        painter.end()

    def paint_within(self, painter: QPainter) -> None:
        """What is on the panel itself, beneath its parts."""
