"""A real editor off every screen, over a copy of the shipped briefing: what its pictures show can be done in it."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize
from PySide6.QtGui import QPixmap, QTextCursor
from PySide6.QtWidgets import QListWidget, QSplitter, QTreeWidget, QWidget

from jn_presenter.edit.saving import Folder
from jn_presenter.edit.workspace import Workspace
from jn_presenter.load import load_deck
from jn_presenter.paths import shipped_slides
from jn_presenter.qt.offscreen import application
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.editor import Editor
from jn_presenter.qt.windows.editor.form_inputs import Line, Words
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.show.state import initial

DRAFTS = "drafts.json"
SLIDE = "industry/cluster-targets"
BEHIND = 24
"""Px between a line and the number beside it."""
SETTLED_S = 0.4
"""By when what was typed is read and painted."""


class Desk:
    """The editor's window, with what a hand would do to it."""

    def __init__(self, folder: Path, state: Path, language: str, settled_s: float) -> None:
        self.folder, self.state, self.language, self._settled_s = folder, state, language, settled_s
        loaded = load_deck(folder)
        self.store = Store(loaded, initial(loaded.deck, start=SLIDE, languages=(language,), animate=False))
        work = Workspace(Folder(str(folder), state / "deleted"))
        self.session = Session(self.store, work, state / DRAFTS)
        self.measure = application()
        self.window = Editor(self.session, Fits(self.measure), language)
        self.window.preview.languages.setCurrentIndex(loaded.deck.briefing.languages.index(language))
        self.code = self.window.code

    def open(self, width: int, height: int, *, widths: tuple[int, int, int] | None = None, form: bool = False) -> None:
        """Show it in that size, with the form or the text; widths: of outline, text and preview."""
        self.window.tabs.setCurrentWidget(self.window.form if form else self.code)
        self.window.resize(width, height)
        self.window.show()
        panes = self.window.centralWidget()
        if widths is not None and isinstance(panes, QSplitter):
            panes.setSizes(list(widths))
        self.settle()

    def settle(self) -> None:
        """Let the window read and paint what it has to."""
        until = time.monotonic() + self._settled_s
        while time.monotonic() < until:
            QCoreApplication.processEvents()

    def write(self, text: str) -> None:
        """The slide looked at says this, as if typed."""
        self.session.type(text)
        self.settle()

    def replace(self, old: str, new: str) -> None:
        """As somebody who selects words and types others."""
        text = self.code.text
        if old not in text:
            raise ValueError(f"{old!r} is not in {self.session.file}")
        cursor = self.code.textCursor()
        cursor.setPosition(text.index(old))
        cursor.setPosition(text.index(old) + len(old), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new)
        self.settle()

    def place(self, path: str) -> Words | Line:
        """A place to write in of the form, by what it writes."""
        places = self.window.form.findChildren(QWidget)
        return next(one for one in places if isinstance(one, Words | Line) and one.field.path == path)

    def fill(self, path: str, old: str, new: str) -> None:
        """Write other words into a place of the form."""
        place = self.place(path)
        place.setFocus()
        if isinstance(place, Line):
            place.setText(place.text().replace(old, new))
            place.typed.emit(place.text())
        else:
            place.setPlainText(place.words.replace(old, new))
        self.settle()

    def picture(self) -> QPixmap:
        """The window as it is."""
        return self.window.grab()

    def of(self, widget: QWidget) -> QRect:
        """Where a widget stands in the window."""
        return QRect(widget.mapTo(self.window, QPoint(0, 0)), widget.size())

    def words(self, start: int, end: int) -> QRect:
        """Where these characters of one line of the text stand in the window."""
        cursor = self.code.textCursor()
        cursor.setPosition(start)
        first = self.code.cursorRect(cursor)
        cursor.setPosition(end)
        last = self.code.cursorRect(cursor)
        area = QRect(first.topLeft(), QSize(last.left() - first.left(), first.height()))
        return area.translated(self.code.viewport().mapTo(self.window, QPoint(0, 0)))

    def beside(self, words: str, nth: int = 0) -> QPoint:
        """A place for a number behind the line, as it is wrapped, in which these words begin."""
        cursor = self.code.textCursor()
        cursor.setPosition(self.start(words, nth))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfLine)
        area = self.words(cursor.position(), cursor.position())
        return QPoint(area.right() + BEHIND, area.center().y())

    def found(self, words: str, nth: int = 0) -> QRect:
        """Where words of the text stand in the window, the n-th time they are in it."""
        start = self.start(words, nth)
        return self.words(start, start + len(words))

    def start(self, words: str, nth: int = 0) -> int:
        """The character of the text where these words begin, the n-th time they are in it."""
        start = -1
        for _ in range(nth + 1):
            start = self.code.text.index(words, start + 1)
        return start

    def element(self, path: str) -> QRect:
        """Where an element stands in the preview, in the window."""
        view = self.window.preview.view
        fitted, frame = view.fitted(), view.frame()
        if fitted is None:
            raise ValueError("the slide cannot be shown")
        rect = next(placed.rect for placed in fitted.placed if placed.path == path)
        by = frame.width() / fitted.canvas.width
        area = QRect(
            round(frame.x() + rect.x * by), round(frame.y() + rect.y * by), round(rect.w * by), round(rect.h * by)
        )
        return area.translated(view.mapTo(self.window, QPoint(0, 0)))

    def row(self, view: QTreeWidget | QListWidget, row: QRect) -> QRect:
        """Where a row of a list, as its `visualItemRect` has it, stands in the window."""
        return row.translated(view.viewport().mapTo(self.window, QPoint(0, 0)))


@contextmanager
def desk(language: str, settled_s: float = SETTLED_S) -> Iterator[Desk]:
    """An editor whose words are in that language, gone at the end with all it wrote. settled_s: as SETTLED_S."""
    application()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "slides")
        shutil.copytree(shipped_slides(), folder)
        made = Desk(folder, Path(place, "state"), language, settled_s)
        try:
            yield made
        finally:
            made.session.end()
            made.window.leaving = True
            made.window.close()
            made.window.deleteLater()
            made.settle()
