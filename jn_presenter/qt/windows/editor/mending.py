"""The problems, and below them the line to write for the one chosen, put in its place by a click."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from jn_presenter.edit.mending import mended
from jn_presenter.model.problem import Problem
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.problems import PLACE, Problems
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.wording import picked

KEY = "Alt+Return"


class Mending(QWidget):
    """Follows the list: of what is wrong now, the first that can be put right is chosen."""

    def __init__(self, session: Session, problems: Problems, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._problems = session, problems
        self.line = QLabel()
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.mend = QPushButton(picked(wording.MEND, language))
        QShortcut(QKeySequence(KEY), self).activated.connect(self._mend)
        self.mend.setToolTip(QKeySequence(KEY).toString(QKeySequence.SequenceFormat.NativeText))
        self.mend.clicked.connect(self._mend)
        self._strip = QWidget()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(8, 8, 8, 8)
        row.addWidget(self.line, 1)
        row.addWidget(self.mend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(problems, 1)
        column.addWidget(self._strip)
        problems.currentItemChanged.connect(self._show)
        problems.filled.connect(self._choose)
        self._choose()

    @property
    def chosen(self) -> Problem | None:
        """The problem of the list's present row."""
        item: QListWidgetItem | None = self._problems.currentItem()
        found = item.data(PLACE) if item is not None else None
        return found if isinstance(found, Problem) else None

    def _choose(self) -> None:
        rows = range(self._problems.count())
        mendable = (row for row in rows if (found := self._problems.item(row).data(PLACE)) and found.write)
        with QSignalBlocker(self._problems):
            self._problems.setCurrentRow(next(mendable, -1))
        self._show()

    def _show(self) -> None:
        problem = self.chosen
        self._strip.setVisible(problem is not None and bool(problem.write))
        if problem is not None and problem.write:
            self.line.setText(f"{problem.line}  {problem.write}")
            self.line.setToolTip(problem.write)

    def _mend(self) -> None:
        problem = self.chosen
        if problem is not None and problem.write:
            self._session.make(mended(self._session.work.read, problem))
