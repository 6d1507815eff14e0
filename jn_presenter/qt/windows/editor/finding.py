"""Looks for words in the text of the file and puts others in their place; opens above the text, goes with Esc."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from jn_presenter.edit.search import occurrences, replaced
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.code import Code
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.wording import picked

LIT = 500
"""Places that get a light; all of them are counted and replaced."""


class Finding(QWidget):
    """A row of fields and buttons. What it replaces is an edit of the session, taken back like any other."""

    opened = Signal()
    """The text is to be seen."""

    def __init__(self, session: Session, code: Code, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._code, self._language = session, code, language
        self._spans: tuple[tuple[int, int], ...] = ()
        self.words, self.new, self.count = QLineEdit(self), QLineEdit(self), QLabel(self)
        self.words.setPlaceholderText(self._say(wording.FIND))
        self.new.setPlaceholderText(self._say(wording.REPLACE_BY))
        self.exact = self._button("Aa", wording.EXACT, checkable=True)
        self.back = self._button("↑", wording.PREVIOUS_FOUND)
        self.on = self._button("↓", wording.NEXT_FOUND)
        self.one = self._button(self._say(wording.REPLACE), wording.REPLACE)
        self.all = self._button(self._say(wording.REPLACE_ALL), wording.REPLACE_ALL)
        self.away = self._button("×", wording.CLOSE)
        self._second = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(4)
        column.addLayout(_row(None, self.words, self.count, self.exact, self.back, self.on, self.away))
        _row(self._second, self.new, self.one, self.all)
        column.addWidget(self._second)
        self.words.textChanged.connect(lambda _words: self._look(nearest=True))
        self.exact.toggled.connect(lambda _on: self._look(nearest=True))
        self.back.clicked.connect(self.previous)
        self.on.clicked.connect(self.next)
        self.one.clicked.connect(self.replace)
        self.all.clicked.connect(self.replace_all)
        self.away.clicked.connect(self.close_it)
        self.words.installEventFilter(self)
        self.new.installEventFilter(self)
        code.textChanged.connect(self._on_text)
        self.hide()

    def open(self, *, replacing: bool = False) -> None:
        """Look for what is selected, or for what was looked for before."""
        self.opened.emit()
        chosen = self._code.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.words.setText(chosen)
        self.show()
        self._look(nearest=False)
        self._second.setVisible(replacing)
        field = self.new if replacing and self.words.text() else self.words
        field.setFocus()
        field.selectAll()

    def next(self) -> None:
        """Go to the next place, behind the last one to the first."""
        self._go(1)

    def previous(self) -> None:
        """Go to the place before, before the first one to the last."""
        self._go(-1)

    def replace(self) -> None:
        """Replace what is selected if it was found, and go on to the next."""
        at = self._selected()
        if at is None:
            self.next()
            return
        start = self._spans[at][0]
        if self._replace(only=at):
            self._code.to(start + len(self.new.text()))
            self.next()

    def replace_all(self) -> None:
        """Replace every one, as one edit."""
        count = len(self._spans)
        if count and self._replace(only=None):
            self._session.said.emit(Message(f"已替换 {count} 处", f"replaced {count}"))

    def close_it(self) -> None:
        """Back to the text."""
        self.hide()
        self._code.show_found(())
        self._code.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if watched is self.new:
                self.replace()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.previous()
            else:
                self.next()
            return True
        return False

    def _on_text(self) -> None:
        if self.isVisible():
            self._look(nearest=False)

    def _look(self, *, nearest: bool) -> None:
        """Find all places anew; nearest: and go to the first one from the cursor on."""
        self._spans = occurrences(self._code.text, self.words.text(), exact=self.exact.isChecked())
        self._code.show_found(self._spans[:LIT])
        if nearest and self._spans:
            cursor = self._code.textCursor()
            start = self._code.offset - len(cursor.selectedText()) if cursor.hasSelection() else self._code.offset
            self._choose(next((k for k, span in enumerate(self._spans) if span[0] >= start), 0))
        self._tell()

    def _go(self, by: int) -> None:
        if not self.isVisible():
            self.open()
        if not self._spans:
            return
        at, offset = self._selected(), self._code.offset
        if at is None:
            behind = next((k for k, span in enumerate(self._spans) if span[0] >= offset), len(self._spans))
            at = behind - 1 if by > 0 else behind
        self._choose((at + by) % len(self._spans))
        self._tell()

    def _choose(self, at: int) -> None:
        start, end = self._spans[at]
        self._code.to(start, end - start)

    def _selected(self) -> int | None:
        """Which place is selected."""
        end = self._code.offset
        chosen = self._code.textCursor().hasSelection()
        return next((k for k, span in enumerate(self._spans) if span[1] == end), None) if chosen else None

    def _replace(self, only: int | None) -> bool:
        document = self._session.document(self._session.file)
        if document is None:
            return False
        exact, slide = self.exact.isChecked(), self._session.slide
        edit = replaced(document, self.words.text(), self.new.text(), exact=exact, only=only, slide=slide)
        return self._session.make(edit)

    def _tell(self) -> None:
        at = self._selected()
        words = ""
        if self.words.text():
            told = self._say(wording.FOUND_OF).format(at + 1 if at is not None else "–", len(self._spans))
            words = told if self._spans else self._say(wording.FOUND_NONE)
        self.count.setText(words)
        for button in (self.back, self.on, self.one, self.all):
            button.setEnabled(bool(self._spans))

    def _button(self, words: str, about: Message, *, checkable: bool = False) -> QToolButton:
        made = QToolButton(self)
        made.setText(words)
        made.setToolTip(self._say(about))
        made.setCheckable(checkable)
        return made

    def _say(self, message: Message) -> str:
        return picked(message, self._language)


def _row(parent: QWidget | None, field: QLineEdit, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(field, 1)
    for widget in others:
        row.addWidget(widget)
    return row
