"""Keys that come between the first slide and the commands: none is lost, they wait for those few milliseconds."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent


class Early(QObject):
    """An event filter for the audience's window until the keys are let in."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._window = window
        self._kept: list[QKeyEvent] = []
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        self._kept.append(event.clone())
        return True

    def hand_over(self, keys: QObject) -> None:
        """Let that filter have what came so far, in its order, and all that comes from now on."""
        self._window.removeEventFilter(self)
        self._window.installEventFilter(keys)
        for event in self._kept:
            keys.eventFilter(self._window, event)
        self.deleteLater()
