"""Qt's key events to commands. One keyboard for all windows of a show, so that keys work whichever has the focus."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence

from jn_presenter.qt.store import Store
from jn_presenter.show.keys import Keyboard, due_ms, held, press, release


def chord(event: QKeyEvent) -> str:
    """The key with its modifiers as QKeySequence's portable text, the keypad's keys like the others."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString(
        QKeySequence.SequenceFormat.PortableText
    )
    # a symbol typed with Shift is the symbol itself: the layout, not the user, put the Shift there
    return text.removeprefix("Shift+") if len(event.text()) == 1 and not event.text().isalnum() else text


class Keys(QObject):
    """An event filter for every show window: presses become commands of the store, held keys are waited for."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._keyboard = Keyboard()
        self._due = QTimer(self, singleShot=True)
        self._due.setTimerType(Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self.look)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._press(event)
            return True
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._set(release(self._keyboard, chord(event), event.isAutoRepeat()))
            return True
        if kind == QEvent.Type.WindowDeactivate:
            self._set(Keyboard())
        return False

    def look(self) -> None:
        """See whether the key held down has come to mean something by now."""
        keyboard, name = held(self._keyboard, self._store.now())
        self._set(keyboard)
        if name is not None:
            self._store.dispatch(name)

    def _press(self, event: QKeyEvent) -> None:
        keyboard, name = press(self._keyboard, self._store.state, chord(event), self._store.now(), event.isAutoRepeat())
        self._set(keyboard)
        if name is not None:
            self._store.dispatch(name)

    def _set(self, keyboard: Keyboard) -> None:
        self._keyboard = keyboard
        due = due_ms(keyboard)
        if due is None:
            self._due.stop()
        else:
            self._due.start(max(0, round(due - self._store.now()) + 1))
