"""All that is wrong with the deck, the present file first; a click leads to its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from jn_presenter.model.problem import Problem
from jn_presenter.qt.windows.dark import TONES
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.tinted import Tinted
from jn_presenter.qt.windows.editor.wording import picked

MOST = 300
"""Lines that are shown; what is mended makes room for the others."""
PLACE = Qt.ItemDataRole.UserRole


class Problems(QListWidget):
    """Follows the deck and the file looked at."""

    chosen = Signal(object)
    """The Problem that was clicked."""
    filled = Signal()
    """Other problems are listed."""

    def __init__(self, session: Session, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._language = session, language
        self._shown: tuple[tuple[Problem, ...], str] | None = None
        self.setWordWrap(True)
        self.setItemDelegate(Tinted(self))
        self.itemClicked.connect(self._on_clicked)
        session.store.deck_changed.connect(self.fill)
        session.moved.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show what is wrong now."""
        problems, file = self._session.store.loaded.problems, self._session.file
        if self._shown is not None and self._shown[0] is problems and self._shown[1] == file:
            return
        self._shown = (problems, file)
        self.clear()
        here = [problem for problem in problems if problem.file == file]
        for problem in (*here, *(problem for problem in problems if problem.file != file))[:MOST]:
            self.addItem(self._item(problem, own=problem.file == file))
        if not problems:
            self.addItem(QListWidgetItem(picked(wording.NO_PROBLEMS, self._language)))
        self.filled.emit()

    def _item(self, problem: Problem, *, own: bool) -> QListWidgetItem:
        place = f"{problem.line}" if own else f"{problem.file}:{problem.line}"
        words = f"{place}  {picked(problem.message, self._language)}"
        hint = picked(problem.hint, self._language)
        item = QListWidgetItem(f"{words}\n    → {hint}" if hint else words)
        item.setForeground(QBrush(QColor(TONES["red" if problem.severity == "error" else "amber"])))
        item.setData(PLACE, problem)
        return item

    def _on_clicked(self, item: QListWidgetItem) -> None:
        problem = item.data(PLACE)
        if problem is not None:
            self.chosen.emit(problem)
