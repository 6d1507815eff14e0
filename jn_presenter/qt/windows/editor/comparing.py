"""Before and after: the action that opens the comparison, which is loaded and made when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.preview import Preview
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.wording import picked

if TYPE_CHECKING:
    from jn_presenter.qt.windows.editor.comparison import Comparison

KEY = "Ctrl+B"


class Comparing(QObject):
    """The action, and the window that it opens."""

    def __init__(self, session: Session, preview: Preview, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._preview, self._measure = session, preview, measure
        self._language, self._parent = language, parent
        self.action = QAction(picked(wording.COMPARE, language), self)
        self.action.setShortcut(QKeySequence(KEY))
        self.action.setToolTip(f"{self.action.text()}  {KEY}")
        self.action.triggered.connect(lambda _checked: self.window.open())

    @cached_property
    def window(self) -> "Comparison":
        """The comparison, of which there is one."""
        from jn_presenter.qt.windows.editor.comparison import Comparison

        return Comparison(self._session, self._preview, self._measure, self._language, self._parent)
