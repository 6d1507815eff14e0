"""The keys that take something back are the window's, wherever the cursor is: there is one history, the session's."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def of_the_window(event: QEvent) -> bool:
    """Whether it is such a key, which a field of text would keep for a history of its own, even where it has none."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
        event.ignore()
        return True
    return False
