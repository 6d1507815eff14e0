"""The picture of a chosen slide beside a list: painted a moment after the choice, so that quick keys wait for none."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QSize, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.areas import picture
from jn_presenter.qt.windows.console.sheet import Sheet
from jn_presenter.show.moment import moving

WAIT_MS = 40
"""How long a choice stands until its picture is painted."""


class Glimpse(QObject):
    """Stands in `frame` of a widget, nowhere where that is empty. slide: which it is, empty for none."""

    def __init__(self, store: Store, sheet: Sheet, slide: Callable[[], str], widget: QWidget) -> None:
        super().__init__(widget)
        self._store, self._sheet, self._slide, self._widget = store, sheet, slide, widget
        self.frame = QRect()
        self._waiting = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._waiting.timeout.connect(self._make)

    def place(self, x: int, y: int, width: float, height: float) -> None:
        """Stand at the upper left of so much room, as large as the audience's picture can be there."""
        across, down = picture(width, height, self._sheet.ratio)
        self.frame = QRect(x, y, int(across), int(down))

    def away(self) -> None:
        """Stand nowhere: there is no room."""
        self.frame = QRect()

    def follow(self) -> None:
        """Another slide may be chosen."""
        self._waiting.start()
        self._widget.update(self.frame)

    def stop(self) -> None:
        self._waiting.stop()

    def paint(self, painter: QPainter, ground: str) -> None:
        """The picture as far as it is made, on its ground."""
        slide = self._slide()
        if self.frame.isEmpty() or not slide:
            return
        painter.fillRect(self.frame, colour(ground))
        pixmap = self._sheet.get(slide, self.size())
        if pixmap is not None:
            painter.drawPixmap(self.frame, pixmap, pixmap.rect())

    def size(self) -> QSize:
        """Of the picture, in device px."""
        scale = self._widget.devicePixelRatioF()
        across, down = picture(round(self.frame.width() * scale), round(self.frame.height() * scale), self._sheet.ratio)
        return QSize(int(across), int(down))

    def _make(self) -> None:
        """Make the picture, once the audience's stands still."""
        slide = self._slide()
        if self.frame.isEmpty() or not slide or not self._widget.isVisible():
            return
        if moving(self._store.state, self._store.now()):
            self._waiting.start()
            return
        self._sheet.make(slide, self.size())
        self._widget.update(self.frame)
