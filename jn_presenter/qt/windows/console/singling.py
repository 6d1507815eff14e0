"""Singling out a figure on the console: a press of the other button, or a long one, lets the audience see it so."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from jn_presenter.draw.focus import belongs
from jn_presenter.qt.scene.outstanding import foci_of
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.asking import Asking, reaches_audience
from jn_presenter.qt.windows.console.pane import Pane

LONG_MS = 600
"""From when a press is a long one: a finger has no other button."""


class Singling(QObject):
    """Watches presses over the pane; what it takes for a long press asks nothing when it is let go."""

    def __init__(self, pane: Pane, store: Store, asking: Asking) -> None:
        super().__init__(pane)
        self._store, self._asking = store, asking
        self._at = QPoint()
        self._long = False
        self.timer = QTimer(self, singleShot=True, interval=LONG_MS)
        self.timer.timeout.connect(self._held)
        pane.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Hide):
            self.timer.stop()
        if not isinstance(event, QMouseEvent):
            return False
        at, left = event.position().toPoint(), event.button() == Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if left:
                self._at, self._long = at, False
                self.timer.start()
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.RightButton:
                self.timer.stop()
                return self._single(at)
            case QEvent.Type.MouseMove if (at - self._at).manhattanLength() >= self._asking.slack:
                self.timer.stop()
            case QEvent.Type.MouseButtonRelease if left:
                self.timer.stop()
                held, self._long = self._long, False
                return held
        return False

    def _held(self) -> None:
        self._long = self._single(self._at)

    def _single(self, at: QPoint) -> bool:
        """Let the figure at a point of the pane stand out, and if it does already, or there is none, all be alike;
        whether anything could change.
        """
        state = self._store.state
        if not reaches_audience(state):
            return False
        key = self._key(at)
        if key:
            self._store.dispatch("focus", key=key)
        elif state.focus:
            self._store.dispatch("unfocus")
        return bool(key or state.focus)

    def _key(self, at: QPoint) -> str:
        """The category or series of the figure at a point, the widest there is; empty for none."""
        found, fitted = self._asking.found(at), self._asking.fitted()
        if found is None or fitted is None:
            return ""
        keys = (key for key in foci_of(fitted, self._store.state.at.step) if belongs(found[1].key, key))
        return min(keys, key=lambda key: key.count("."), default="")
