"""Asks for a new slide or theme: a layout chosen by its picture, a title, and the name of the file that comes of it."""

from collections.abc import Callable

from PySide6.QtCore import QRegularExpression, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jn_presenter.compose import fit_slide
from jn_presenter.edit.changes import Edit
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import WIDE
from jn_presenter.model.text import Message
from jn_presenter.moving_in.samples import as_slide
from jn_presenter.moving_in.starting import StartError
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.windows.dark import TONES
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.wording import picked

PICTURE, CELL = QSize(224, 126), QSize(240, 164)
NAME = "[a-z0-9]+(-[a-z0-9]*)*"
Begin = Callable[[str, str, str], Edit]
"""(name, layout, title) to the edit. Raises StartError."""


class Samples:
    """Pictures of new slides, each as it would be where one is now."""

    def __init__(self, session: Session, measure: Measure) -> None:
        self._session, self._measure = session, measure
        self._grounds = Grounds()

    def picture(self, layout: str, size: QSize) -> QIcon | None:
        """`size` in device px; None where the deck cannot show such a slide."""
        store = self._session.store
        slide = as_slide(store.loaded, layout, self._session.slide)
        if slide is None:
            return None
        deck, state = store.deck, store.state
        fitted = fit_slide(deck, slide, WIDE, state.languages, deck.styles[state.style], self._measure, store.snapshots)
        picture = whole(fitted, fitted.last_step, size, self._grounds)
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Selected)
        return icon


class Choosing(QDialog):
    """Asks for layout, title and name; `edit` is what it was accepted with. called: a title to a name that is free."""

    def __init__(
        self, samples: Samples, begin: Begin, called: Callable[[str], str], language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.edit: Edit | None = None
        self._samples, self._begin, self._called, self._language = samples, begin, called, language
        self.layouts = QListWidget(self)
        self.layouts.setViewMode(QListView.ViewMode.IconMode)
        self.layouts.setIconSize(PICTURE)
        self.layouts.setMovement(QListView.Movement.Static)
        self.layouts.setResizeMode(QListView.ResizeMode.Adjust)
        self.layouts.setSpacing(4)
        for name, layout in LAYOUTS.all().items():
            item = QListWidgetItem(picked(Message(layout.doc.zh, layout.doc.en), language))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(name)
            item.setSizeHint(CELL)
            self.layouts.addItem(item)
        self.title, self.name, self.name_label, self._wrong = (
            QLineEdit(self),
            QLineEdit(self),
            QLabel(self),
            QLabel(self),
        )
        self.name.setValidator(QRegularExpressionValidator(QRegularExpression(NAME), self))
        self.name.setPlaceholderText(picked(wording.LATIN, language))
        self._wrong.setWordWrap(True)
        self._wrong.setStyleSheet(f"color: {TONES['red']}")
        form = QFormLayout()
        form.addRow(picked(wording.SLIDE_TITLE, language), self.title)
        form.addRow(self.name_label, self.name)
        form.addRow(self._wrong)
        buttons = QDialogButtonBox(self)
        make = buttons.addButton(picked(wording.BEGIN, language), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(picked(wording.CANCEL, language), QDialogButtonBox.ButtonRole.RejectRole)
        make.setDefault(True)
        column = QVBoxLayout(self)
        column.addWidget(self.layouts, 1)
        column.addLayout(form)
        column.addWidget(buttons)
        self.title.textEdited.connect(self._name_it)
        self.layouts.itemDoubleClicked.connect(lambda _item: self.accept())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._unpainted = list(range(self.layouts.count()))
        self._painting = QTimer(self, interval=0)
        self._painting.timeout.connect(self._paint_one)
        self._painting.start()
        self.name.setText(called(""))
        self.title.setFocus()
        self.resize(1040, 700)

    @property
    def layout_chosen(self) -> str:
        return str(self.layouts.currentIndex().data(Qt.ItemDataRole.UserRole) or "")

    def choose(self, layout: str) -> None:
        """Choose this layout."""
        for row in range(self.layouts.count()):
            if self.layouts.item(row).data(Qt.ItemDataRole.UserRole) == layout:
                self.layouts.setCurrentRow(row)

    def accept(self) -> None:
        """Close with an edit, or say what cannot be."""
        name = self.name.text().strip("-") or self._called(self.title.text())
        try:
            self.edit = self._begin(name, self.layout_chosen, self.title.text().strip())
        except StartError as error:
            self._wrong.setText(picked(error.message, self._language))
        else:
            super().accept()

    def _name_it(self, title: str) -> None:
        """The name follows the title until it is typed itself."""
        if not self.name.isModified():
            self.name.setText(self._called(title))

    def _paint_one(self) -> None:
        """One picture at a time, so that the title can be typed meanwhile."""
        if not self._unpainted:
            self._painting.stop()
            return
        item = self.layouts.item(self._unpainted.pop(0))
        size = PICTURE * self.devicePixelRatioF()
        picture = self._samples.picture(str(item.data(Qt.ItemDataRole.UserRole)), size)
        if picture is not None:
            item.setIcon(picture)
