"""What can be done to the deck at any moment, as buttons with their keys."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QLineEdit, QToolBar, QWidget

from jn_presenter.edit.outline import delete_slide, duplicate_slide, rename_slide
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.wording import picked

KEYS = QKeySequence.StandardKey


class Actions(QToolBar):
    """Follows the history: what can be undone says its name."""

    def __init__(self, session: Session, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._language = session, language
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.save = self._action(wording.SAVE, session.save, QKeySequence(KEYS.Save))
        self.undo = self._action(wording.UNDO, session.undo, QKeySequence(KEYS.Undo))
        self.redo = self._action(wording.REDO, session.redo, QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))
        self.addSeparator()
        self.duplicate = self._action(wording.DUPLICATE, self._duplicate, QKeySequence("Ctrl+D"))
        self.rename = self._action(wording.RENAME, self._rename, QKeySequence("F2"))
        self.delete = self._action(wording.DELETE, self._delete)
        self.addSeparator()
        self.present = self._action(wording.PRESENT, self._present, QKeySequence("F5"))
        session.history_changed.connect(self._refresh)
        self._refresh()

    def _action(self, words: Message, act: Callable[[], object], *keys: QKeySequence) -> QAction:
        made = QAction(picked(words, self._language), self)
        made.setShortcuts(keys)
        if keys:
            made.setToolTip(f"{made.text()}  {keys[0].toString(QKeySequence.SequenceFormat.NativeText)}")
        made.triggered.connect(lambda _checked: act())
        self.addAction(made)
        return made

    def _refresh(self) -> None:
        work = self._session.work
        self.save.setEnabled(bool(work.unsaved))
        for action, what, words in ((self.undo, work.undoable, wording.UNDO), (self.redo, work.redoable, wording.REDO)):
            action.setEnabled(what is not None)
            done = f" {picked(what, self._language)}" if what is not None else ""
            action.setText(picked(words, self._language) + done)

    def _duplicate(self) -> None:
        self._session.make(duplicate_slide(self._session.work.read, self._session.slide))

    def _delete(self) -> None:
        self._session.make(delete_slide(self._session.work.read, self._session.slide))

    def _rename(self) -> None:
        old = self._session.slide.partition("/")[2]
        title, label = picked(wording.RENAME_TITLE, self._language), picked(wording.NAME, self._language)
        name, done = QInputDialog.getText(self, title, label, QLineEdit.EchoMode.Normal, old)
        if done and name.strip() != old:
            self._session.make(rename_slide(self._session.work.read, self._session.slide, name.strip()))

    def _present(self) -> None:
        """The show runs by itself, and follows the files as they are saved."""
        deck = self._session.store.deck.folder
        arguments = ["-m", "jn_presenter", "present", deck, "--start", self._session.slide]
        QProcess.startDetached(sys.executable, arguments)
