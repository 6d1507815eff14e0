"""New slides and themes: the actions that ask for them. What asks is loaded when it is first asked for."""

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from jn_presenter.edit.changes import Edit
from jn_presenter.model.element import Measure
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.wording import picked

if TYPE_CHECKING:
    from jn_presenter.qt.windows.editor.choosing import Begin, Choosing

KEY = "Ctrl+M"
"""As in PowerPoint."""


class Beginning(QObject):
    """The actions `new slide` and, in its menu, `new theme`."""

    def __init__(self, session: Session, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._measure, self._language, self._parent = session, measure, language, parent
        words = picked(wording.NEW_SLIDE, language)
        self.action = QAction(words, self)
        self.action.setShortcut(QKeySequence(KEY))
        self.action.setToolTip(f"{words}  {KEY}")
        self.action.triggered.connect(lambda _checked: self._ask(self.slide()))
        menu = QMenu(parent)
        menu.addAction(picked(wording.NEW_THEME, language)).triggered.connect(lambda _checked: self._ask(self.theme()))
        self.action.setMenu(menu)

    def slide(self) -> "Choosing":
        """What asks for a slide behind the one looked at."""
        from jn_presenter.moving_in.starting import LAYOUT_OF_SLIDE, new_slide, slides_there

        deck, slide = self._session.store.deck, self._session.slide
        theme = slide.partition("/")[0]

        def begin(name: str, layout: str, title: str) -> Edit:
            edit = new_slide(deck, self._session.work.read, f"{theme}/{name}", layout, title, after=slide)
            return structs.replace(edit, was=slide)

        return self._choosing(wording.NEW_SLIDE, wording.FILE_NAME, LAYOUT_OF_SLIDE, begin, slides_there(deck, theme))

    def theme(self) -> "Choosing":
        """What asks for a theme with its first slide."""
        from jn_presenter.moving_in.starting import LAYOUT_OF_THEME, new_theme, themes_there

        deck, slide = self._session.store.deck, self._session.slide

        def begin(name: str, layout: str, title: str) -> Edit:
            edit = new_theme(deck, self._session.work.read, name, layout, title)
            return structs.replace(edit, was=slide)

        return self._choosing(wording.NEW_THEME, wording.FOLDER_NAME, LAYOUT_OF_THEME, begin, themes_there(deck))

    def _choosing(
        self, title: Message, name: Message, layout: str, begin: "Begin", taken: frozenset[str]
    ) -> "Choosing":
        from jn_presenter.moving_in.naming import slug
        from jn_presenter.qt.windows.editor.choosing import Choosing, Samples

        samples = Samples(self._session, self._measure)
        chooser = Choosing(samples, begin, lambda words: slug(words, taken), self._language, self._parent)
        chooser.setWindowTitle(picked(title, self._language).rstrip("…"))
        chooser.name_label.setText(picked(name, self._language))
        chooser.choose(layout)
        return chooser

    def _ask(self, chooser: "Choosing") -> None:
        if chooser.exec() and chooser.edit is not None:
            self._session.make(chooser.edit)
        chooser.deleteLater()
