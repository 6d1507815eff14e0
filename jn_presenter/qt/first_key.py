"""The keyboard is made once the first slide is up; whoever is faster has it made at once, and his key counts."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

KINDS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class FirstKey(QObject):
    """An event filter for the first window. `make` returns the one that takes its place."""

    def __init__(self, make: Callable[[], QObject], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        return event.type() in KINDS and self._make().eventFilter(watched, event)
