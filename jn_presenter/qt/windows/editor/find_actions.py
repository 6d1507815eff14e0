"""The keys and the menu by which words are looked for, in the file and in the whole deck."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QTabWidget, QWidget

from jn_presenter.edit.document import offset_in_view
from jn_presenter.edit.search import Hit
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.code import Code
from jn_presenter.qt.windows.editor.finding import Finding
from jn_presenter.qt.windows.editor.searching import Searching
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.wording import picked


class FindActions(QObject):
    """Leads from a place that was found to its text. files: the tabs with the text, lists: those with what is found."""

    def __init__(
        self,
        session: Session,
        code: Code,
        finding: Finding,
        searching: Searching,
        files: QTabWidget,
        lists: QTabWidget,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session, self._code, self._searching = session, code, searching
        self._files, self._lists, self._language, self._parent = files, lists, language, parent
        self.find = self._action(wording.FIND, finding.open, "Ctrl+F")
        menu = QMenu(parent)
        menu.addAction(self._action(wording.REPLACE, lambda: finding.open(replacing=True), "Ctrl+H"))
        menu.addAction(self._action(wording.FIND_EVERYWHERE, self._open_search, "Ctrl+Shift+F"))
        menu.addAction(self._action(wording.NEXT_FOUND, finding.next, "F3"))
        menu.addAction(self._action(wording.PREVIOUS_FOUND, finding.previous, "Shift+F3"))
        self.find.setMenu(menu)
        finding.opened.connect(self._show_text)
        searching.chosen.connect(self._on_chosen)

    def _action(self, words: Message, act: Callable[[], object], key: str) -> QAction:
        made = QAction(picked(words, self._language), self)
        made.setShortcut(QKeySequence(key))
        made.setToolTip(f"{made.text()}  {key}")
        made.triggered.connect(lambda _checked: act())
        self._parent.addAction(made)
        return made

    def _open_search(self) -> None:
        self._lists.setCurrentWidget(self._searching)
        chosen = self._code.textCursor().selectedText()
        self._searching.open(chosen if "\u2029" not in chosen else "")

    def _show_text(self) -> None:
        self._files.setCurrentWidget(self._code)

    def _on_chosen(self, hit: Hit) -> None:
        self._show_text()
        self._session.look(hit.file)
        document = self._session.document(hit.file)
        if document is not None:
            self._code.to(offset_in_view(document.text, hit.offset), hit.length)
            self._code.setFocus()
