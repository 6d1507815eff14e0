"""The list of what may be typed at the cursor: comes with the first letter or Ctrl+Space, goes with Esc."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from jn_presenter.edit.complete import Proposal
from jn_presenter.qt.windows.editor.code import Code
from jn_presenter.qt.windows.editor.wording import picked

Propose = Callable[[str, int], tuple[Proposal, ...]]
SEEN = 10
"""Lines of the list that are seen at once."""
WIDTH = 420
"""Logical px at most."""


class Completing(QObject):
    """Sits over the text of `code`. propose: (text, offset) to what may be typed there."""

    def __init__(self, code: Code, propose: Propose, language: str) -> None:
        super().__init__(code)
        self._code, self._propose, self._language = code, propose, language
        self._offered: tuple[Proposal, ...] = ()
        self.list = QListWidget(code.viewport())
        self.list.setObjectName("proposals")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.itemClicked.connect(lambda _item: self.take())
        code.installEventFilter(self)
        code.verticalScrollBar().valueChanged.connect(self.list.hide)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        return False

    def ask(self) -> None:
        """Show what may be typed at the cursor; nothing where that is typed already."""
        text, offset = self._code.text, self._code.offset
        offered = self._propose(text, offset)
        typed = text[:offset]
        if not offered or (len(offered) == 1 and typed.endswith(offered[0].word)):
            self.list.hide()
            return
        self._offered = offered
        self.list.clear()
        for one in offered:
            about = picked(one.about, self._language).partition("\n")[0]
            self.list.addItem(QListWidgetItem(f"{one.word}    {about}" if about else one.word))
        self.list.setCurrentRow(0)
        self._place()
        self.list.show()

    def take(self) -> None:
        """Type what is chosen."""
        row = self.list.currentRow()
        self.list.hide()
        if 0 <= row < len(self._offered):
            chosen = self._offered[row]
            cursor = self._code.textCursor()
            typed = self._code.text[: self._code.offset][-chosen.replaces :] if chosen.replaces else ""
            back = sum(2 if character > "\uffff" else 1 for character in typed)
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, back)
            cursor.insertText(chosen.insert)
            self._code.setTextCursor(cursor)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Space and control:
            self.ask()
            return True
        if not self.list.isHidden():
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if key == Qt.Key.Key_Down else -1
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self.take()
                return True
            if key == Qt.Key.Key_Escape:
                self.list.hide()
                return True
        if not self._code.isReadOnly() and not control and self._asks(event.text()):
            self._code.keyPressEvent(event)
            self.ask()
            return True
        if event.text() or key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.list.hide()
        return False

    def _asks(self, typed: str) -> bool:
        """Whether the character may be one of a key, a word or a fact; a space asks behind the colon of a key alone."""
        if typed == " ":
            return self._code.text[: self._code.offset].endswith(":")
        return bool(typed) and typed.isprintable() and (typed.isascii() and (typed.isalnum() or typed in "<-_"))

    def _place(self) -> None:
        """Below the cursor, above it where there is no room."""
        list_, viewport = self.list, self._code.viewport()
        rows = min(SEEN, list_.count())
        height = rows * max(map(list_.sizeHintForRow, range(rows))) + 2 * list_.frameWidth()
        width = min(WIDTH, viewport.width(), list_.sizeHintForColumn(0) + 32)
        cursor = self._code.cursorRect()
        top = cursor.bottom() + 4
        if top + height > viewport.height():
            top = max(0, cursor.top() - 4 - height)
        list_.setGeometry(max(0, min(cursor.left(), viewport.width() - width)), top, width, height)
