"""The key help over the console: every command with the keys that call it now, in columns by group."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.keyboard import Page, page
from jn_presenter.qt.windows.console.look import GROUND, HAIRLINE, PANEL
from jn_presenter.qt.windows.console.scrolled import Scrolled
from jn_presenter.show.keyhelp import help_table
from jn_presenter.show.keymap import KeyMap

MARGIN = 3
"""Around the columns, in units of the grid."""
STEP = 6
"""Of a key or a turn of the wheel."""


class Help(Scrolled):
    """Any key puts it away, but while there is more than the window shows, the keys for it scroll.

    A press on a line does what it says, so that a hand without a keyboard has all commands; beside lines it puts the
    help away.
    """

    def __init__(self, store: Store, measure: Measure, language: str, keymap: KeyMap, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._measure, self._language = store, measure, language
        self._near = ""
        self._page = Page()
        self.tell(keymap)
        self.pressed.connect(self._press)
        self.viewport().setMouseTracking(True)

    def tell(self, keymap: KeyMap) -> None:
        """Say these keys from now on."""
        self._rows = help_table(self._language, keymap)
        self.setAccessibleName("\n".join(f"{' '.join(row.keys)}  {row.help}" for row in self._rows))
        if self.isVisible():
            self.fill()
            self.viewport().update()

    def fill(self) -> None:
        unit = self.look.unit
        width = self.width() - (2 * MARGIN + 2) * unit
        self._page = page(self._rows, float(max(1, width)), self.look, self._measure, self._language)
        self.set_length(self._page.height + 2 * MARGIN * unit, STEP * unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        """Scroll, or leave the key to the command that it calls."""
        bar = self.verticalScrollBar()
        ways = {
            Qt.Key.Key_Down: bar.value() + bar.singleStep(),
            Qt.Key.Key_Up: bar.value() - bar.singleStep(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        to = ways.get(Qt.Key(event.key()))
        if to is None or not bar.maximum():
            event.ignore()
        else:
            bar.setValue(to)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the line that a press would call."""
        near = self._command(event.position().toPoint())
        if near != self._near:
            self._near = near
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _command(self, at: QPoint) -> str:
        margin = MARGIN * self.look.unit
        return self._page.at(at.x() - margin, at.y() - margin + self.verticalScrollBar().value())

    def _press(self, at: QPoint) -> None:
        name = self._command(at)
        self._store.dispatch("overlay-none")
        if name:
            self._store.dispatch(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = event.rect()
        painter.fillRect(dirty, colour(GROUND))
        margin = MARGIN * self.look.unit
        top = margin - self.verticalScrollBar().value()
        for row, name in self._page.rows:
            if name == self._near:
                painter.fillRect(QRectF(row.x + margin - self.look.unit, row.y + top, row.w, row.h), colour(PANEL))
        painter.setPen(QPen(colour(HAIRLINE), 1))
        painter.setBrush(colour(PANEL))
        for cap in self._page.caps:
            area = QRect(int(cap.x) + margin, int(cap.y) + top, int(cap.w), int(cap.h))
            if area.intersects(dirty):
                painter.drawRoundedRect(
                    QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), self.look.unit / 2, self.look.unit / 2
                )
        for line in self._page.lines:
            size = max(run.font.size for run in line.runs)
            if dirty.top() - size < line.y + top < dirty.bottom() + 2 * size:
                draw_line(painter, line, margin, top, self.devicePixelRatioF())
        painter.end()
