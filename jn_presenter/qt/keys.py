"""Qt's key events to commands. One keyboard for all windows of a show, so that keys work whichever has the focus."""

from msgspec import Struct
from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence

from jn_presenter.qt.store import Store
from jn_presenter.show.keymap import DEFAULT
from jn_presenter.show.keys import Keyboard, due_ms, held, press, release


def chord(event: QKeyEvent) -> str:
    """The key with its modifiers as QKeySequence's portable text, the keypad's keys like the others."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString(
        QKeySequence.SequenceFormat.PortableText
    )
    # a symbol typed with Shift is the symbol itself: the layout, not the user, put the Shift there
    if len(event.text()) == 1 and not event.text().isalnum():
        text = text.removeprefix("Shift+")
    # with Ctrl there is no text to tell by; `+` is the one such symbol that a command has
    return text.replace("Shift++", "+") if text.endswith("Shift++") else text


class _Release(Struct, frozen=True):
    """The last time a key went up, by the system's clock of events, and the keyboard as it was until then."""

    chord: str = ""
    timestamp_ms: int = 0
    keyboard: Keyboard = Keyboard()


class Keys(QObject):
    """An event filter for every show window: presses become commands of the store, held keys are waited for."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.keymap = DEFAULT
        """The keys in force: the usual ones, or with those of the user in their place."""
        self._keyboard = Keyboard()
        self._released = _Release()
        self._due = QTimer(self, singleShot=True)
        self._due.setTimerType(Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self.look)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._press(event)
            return True
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._released = _Release(chord(event), event.timestamp(), self._keyboard)
            self._set(release(self._keyboard, chord(event), event.isAutoRepeat()))
            return True
        if kind == QEvent.Type.WindowDeactivate:
            self._released = _Release()
            self._set(Keyboard())
        return False

    def look(self) -> None:
        """See whether the key held down has come to mean something by now."""
        keyboard, name = held(self._keyboard, self._store.now(), self.keymap)
        self._set(keyboard)
        if name is not None:
            self._store.dispatch(name)

    def _press(self, event: QKeyEvent) -> None:
        is_repeat = event.isAutoRepeat() or self._is_repeat(event)
        before = self._released.keyboard if is_repeat and not event.isAutoRepeat() else self._keyboard
        keyboard, name = press(before, self._store.state, chord(event), self._store.now(), is_repeat, self.keymap)
        self._set(keyboard)
        if name is not None:
            self._store.dispatch(name)

    def _is_repeat(self, event: QKeyEvent) -> bool:
        """Whether this press and the last release are one repetition of a key held down, by their equal times.

        X11 sends both at once, and Qt takes the release for a real one where it looks before the press has come.
        """
        released = self._released
        return 0 < event.timestamp() == released.timestamp_ms and chord(event) == released.chord

    def _set(self, keyboard: Keyboard) -> None:
        self._keyboard = keyboard
        due = due_ms(keyboard)
        if due is None:
            self._due.stop()
        else:
            self._due.start(max(0, round(due - self._store.now()) + 1))
