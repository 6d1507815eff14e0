"""Edits a deck as `jn-presenter edit` does, types into one of its slides, and prints what each took, in ms, as JSON.

`python -m bench.edited DECK SLIDE BEGAN KEYS` has a window on the screen. BEGAN is the time of time.perf_counter() at
which this process was started. A key counts from its event to the end of the preview's paint that shows it.
"""

import sys
import time
from collections.abc import Callable

import msgspec
from msgspec import Struct
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from jn_presenter.compose import FittedSlide
from jn_presenter.load import load_index
from jn_presenter.model.options import EditOptions
from jn_presenter.qt.editor_app import Editing, _begun
from jn_presenter.qt.fonts import load_fonts

OPEN_LIMIT_S, PAINT_LIMIT_S = 60.0, 5.0
CALM_S = 0.12
"""Between two keys; what was put off until then is done."""
LOOK_MS = 2
WORDS = "title: "
LETTERS = "江宁开发区"


class Times(Struct, frozen=True):
    """Ms from the start to the first slide on the preview beside the whole outline, and until all slides were read; of
    each key.
    """

    opened: float
    read: float
    keys: list[float]


class Desk:
    """A running editor that tells when its preview was painted, and of what."""

    def __init__(self, deck: str, slide: str, began_ns: int | None = None) -> None:
        self.editing = Editing(_begun(load_index(deck), slide), EditOptions(deck=deck, start=slide), began_ns)
        self.view, self.code = self.editing.window.preview.view, self.editing.window.code
        self.editing.window.tabs.setCurrentWidget(self.code)
        self.painted_s = 0.0
        self.painted: FittedSlide | None = None
        self.view.painted.connect(self._on_painted)

    def _on_painted(self) -> None:
        self.painted_s, self.painted = time.perf_counter(), self.view.fitted()

    def opened(self) -> float:
        """When the first slide was painted. Raises RuntimeError where it is not."""
        self.editing.begin()
        if not wait(lambda: self.painted is not None, OPEN_LIMIT_S):
            raise RuntimeError("no slide was painted")
        return self.painted_s

    def read(self) -> float:
        """When all slides were read. Raises RuntimeError where they are not."""
        if not wait(lambda: not self.editing.store.deck.pending, OPEN_LIMIT_S):
            raise RuntimeError("the deck was not read")
        return time.perf_counter()

    def stand(self) -> None:
        """Put the cursor behind the first letter of the title."""
        cursor = self.code.textCursor()
        cursor.setPosition(self.code.text.index(WORDS) + len(WORDS) + 1)
        self.code.setTextCursor(cursor)

    def key(self, letter: str) -> float:
        """Ms that it takes to type a letter; an empty one takes the last letter back."""
        before = self.painted
        kind, code = QEvent.Type.KeyPress, Qt.Key.Key_unknown if letter else Qt.Key.Key_Backspace
        began = time.perf_counter()
        QApplication.sendEvent(self.code, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter))
        if not wait(lambda: self.painted is not before, PAINT_LIMIT_S):
            raise RuntimeError("what was typed was not painted")
        return 1000 * (self.painted_s - began)

    def keys(self, count: int) -> list[float]:
        """Letters, and each taken back."""
        found = []
        self.stand()
        for k in range(count):
            wait(lambda: False, CALM_S)
            found.append(self.key("" if k % 2 else LETTERS[k // 2 % len(LETTERS)]))
        return found

    def end(self) -> None:
        self.editing.window.leaving = True
        self.code.moveCursor(QTextCursor.MoveOperation.Start)
        self.editing.end()


def wait(done: Callable[[], bool], limit_s: float) -> bool:
    """Let the event loop run until it is done, for so long at most; whether it is. It sleeps where nothing happens."""
    loop, look, until = QEventLoop(), QTimer(interval=LOOK_MS), time.monotonic() + limit_s
    look.timeout.connect(lambda: loop.quit() if done() or time.monotonic() > until else None)
    look.start()
    loop.exec()
    look.stop()
    return done()


def main() -> int:
    """Measure and tell."""
    deck, slide, began, count = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    load_fonts()
    desk = Desk(deck, slide)
    opened, read = (1000 * (at - float(began)) for at in (desk.opened(), desk.read()))
    keys = desk.keys(int(count))
    desk.end()
    sys.stdout.buffer.write(msgspec.json.encode(Times(opened, read, keys)))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
