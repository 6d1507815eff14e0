"""Two people at the same files: one in the editor, who types, takes back and answers; one with other programs."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from msgspec import Struct
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from bench.churn_deck import contents
from bench.churn_tearer import Tearer
from jn_presenter.qt.editor_app import Editing

WORDS = re.compile(r"^(?:title: |points: \[|    label: )(.)", re.MULTILINE)
"""Where a word can be typed that leaves the file whole."""
FILES = tuple(name for name in contents(0) if name.endswith(".yaml"))
BREAKS = (":", "\t", "[", "# ", '"', "\n")


class Other(Tearer):
    """Saves the files as other programs do, whole, in part, elsewhere or not at all; each time with other words."""

    def __init__(self, deck: Path, random: Random) -> None:
        super().__init__(deck, random)
        self._saves = 0

    def _content(self, name: str) -> bytes:
        self._saves += 1
        found = super()._content(name)
        return b"# other %d\n" % self._saves + found if name.endswith(".yaml") else found


class Pen:
    """Whoever sits before the editor's window. Says what it does by the names of its acts."""

    def __init__(self, editing: Editing, random: Random) -> None:
        self._editing, self._random = editing, random
        self._window, self._session = editing.window, editing.session
        self._words = 0
        self.acts: tuple[tuple[int, Callable[[], None]], ...] = (
            (40, self.word),
            (6, self.breakage),
            (8, self.erasure),
            (10, self.undo),
            (5, self.redo),
            (14, self.look),
            (3, self.turn_over),
        )

    def act(self) -> str:
        """One thing; its name."""
        (act,) = self._random.choices([act for _, act in self.acts], [weight for weight, _ in self.acts])
        act()
        return act.__name__

    def word(self) -> None:
        """A word that nobody has typed before, where it can stand."""
        found = list(WORDS.finditer(self._window.code.text))
        if found:
            self._words += 1
            self._put(self._random.choice(found).start(1), f"我{self._words}")

    def breakage(self) -> None:
        """A sign anywhere."""
        self._put(self._random.randrange(len(self._window.code.text) + 1), self._random.choice(BREAKS))

    def erasure(self) -> None:
        """A few characters of a word that can be typed."""
        found = list(WORDS.finditer(self._window.code.text))
        if found:
            at = self._random.choice(found).start(1)
            self._put(at, "", self._random.randrange(1, 4))

    def undo(self) -> None:
        self._window.actions_bar.undo.trigger()

    def redo(self) -> None:
        self._window.actions_bar.redo.trigger()

    def look(self) -> None:
        """Another file."""
        self._session.look(self._random.choice(FILES))

    def turn_over(self) -> None:
        """The form, and the code again."""
        tabs = self._window.tabs
        tabs.setCurrentIndex(self._random.randrange(tabs.count()))

    def answer(self, which: int | None = None) -> bool:
        """One of the answers that the bar offers, by its number or by chance; False where nothing is asked."""
        bar = self._window.bar
        if not bar.words or not bar._buttons:
            return False
        (self._random.choice(bar._buttons) if which is None else bar._buttons[which]).click()
        return True

    def _put(self, at: int, words: str, instead_of: int = 0) -> None:
        code = self._window.code
        if code.isReadOnly():
            return
        cursor = code.textCursor()
        last = code.document().characterCount() - 1
        cursor.setPosition(min(at, last))
        cursor.setPosition(min(at + instead_of, last), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)


class Files(Struct, frozen=True):
    """What the disk says: of each file its bytes, None where there is no file that can be read."""

    said: dict[str, bytes | None]

    @classmethod
    def of(cls, deck: Path) -> "Files":
        return cls({name: _bytes(deck / name) for name in FILES})

    def others(self, before: "Files") -> tuple[str, ...]:
        """The files that say something else than before."""
        return tuple(name for name in FILES if self.said[name] != before.said[name])


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def until(holds: Callable[[], bool], turn: Callable[[], None], what: str, limit_s: float = 30.0) -> None:
    """Turn until it holds. Raises RuntimeError where it never does."""
    end = time.monotonic() + limit_s
    while not holds():
        turn()
        if time.monotonic() > end:
            raise RuntimeError(f"never: {what}")
        time.sleep(0.0005)


def application() -> QApplication:
    """The one that runs."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
