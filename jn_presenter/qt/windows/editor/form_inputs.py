"""Places to write in: a text that grows with its words, a line for numbers and dates, and what is wrong beneath."""

from math import ceil
from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from jn_presenter.edit.changes import Refusal
from jn_presenter.edit.form_fields import Field
from jn_presenter.edit.form_values import proper
from jn_presenter.qt.windows.editor.highlight import WORDS, Highlighter
from jn_presenter.qt.windows.editor.history_keys import of_the_window
from jn_presenter.qt.windows.editor.wording import picked

SEPARATORS = str.maketrans({"\u2029": "\n"})
MOST_LINES = 16
"""A longer text scrolls."""
LONG_LINES = 4
PADDING = 12


class Input(Protocol):
    """What both are to a form."""

    field: Field

    def show_field(self, field: Field) -> None: ...
    def setFocus(self) -> None: ...


class Words(QPlainTextEdit):
    """A text, as high as its lines. Its history is the session's: undo and redo go to the window."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._setting = False
        self.setObjectName("field")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(4)
        self.textChanged.connect(self._on_text)
        self._marks = Highlighter(self.document(), WORDS)
        self._put(field.value)

    @property
    def words(self) -> str:
        """What is typed, with `\\n` for every line end; no-break spaces stay what they are."""
        return self.document().toRawText().translate(SEPARATORS)

    def show_field(self, field: Field) -> None:
        """Show what the field says now; what was just typed stays as it is."""
        known, self.field = self.field.value, field
        if field.value != known and proper(field, self.words) != field.value:
            self._put(field.value)

    def sizeHint(self) -> QSize:  # Qt's name
        line = self.fontMetrics().lineSpacing()
        least, most = LONG_LINES if self.field.kind == "long" else 1, MOST_LINES
        height, block = 0.0, self.document().begin()
        while block.isValid() and height < most * line:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return QSize(super().sizeHint().width(), max(least * line, min(most * line, ceil(height))) + PADDING)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if of_the_window(event):
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def _put(self, text: str) -> None:
        self._setting = True
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._setting = False

    def _on_text(self) -> None:
        self.updateGeometry()
        if not self._setting:
            self.typed.emit(self.words)


class Line(QLineEdit):
    """A number or a date. What cannot be one stays as it was typed, so that it can be mended."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setObjectName("field")
        self.setText(field.value)
        self.textEdited.connect(self.typed)

    def show_field(self, field: Field) -> None:
        """Show what the field says now; what was just typed stays as it is."""
        known, self.field = self.field.value, field
        if field.value != known and proper(field, self.text()) not in (field.value, field.value or None):
            self.setText(field.value)

    def event(self, event: QEvent) -> bool:
        if of_the_window(event):
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class Said(QLabel):
    """A line beneath an input that says why what is typed was not taken; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("refused")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def tell(self, refusal: Refusal | None, language: str) -> None:
        """Say why; None: nothing is wrong."""
        if refusal is None:
            self.hide()
            return
        hint = picked(refusal.hint, language)
        self.setText(picked(refusal.why, language) + (f" → {hint}" if hint else ""))
        self.show()
