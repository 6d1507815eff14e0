"""The preview with what it is shown in: shape, languages, style and step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.preview import SHAPES, Preview
from jn_presenter.qt.windows.editor.wording import picked
from jn_presenter.qt.windows.words import LANGUAGES
from jn_presenter.show.state import styles_offered


class Previewing(QWidget):
    """A preview below a row of choices."""

    pointed = Signal(str)

    def __init__(self, store: Store, fits: Fits, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._language = store, language
        self.view = Preview(store, fits, self)
        self.view.pointed.connect(self.pointed)
        self.shapes, self.languages, self.styles = QComboBox(self), QComboBox(self), QComboBox(self)
        for shape, canvas in SHAPES:
            self.shapes.addItem(picked(shape, language), canvas)
        self._back, self._on, self._step = QToolButton(self), QToolButton(self), QLabel(self)
        self._back.setText("◀")
        self._on.setText("▶")
        self._at: int | None = None
        row = QHBoxLayout()
        for widget in (self.shapes, self.languages, self.styles):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self._back, self._step, self._on):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        self.shapes.setToolTip(picked(wording.SHAPE, language))
        self.languages.setToolTip(picked(wording.LANGUAGE, language))
        self.styles.setToolTip(picked(wording.STYLE, language))
        self._fill()
        self.shapes.activated.connect(self._choose)
        self.languages.activated.connect(self._choose)
        self.styles.activated.connect(self._choose)
        self._back.clicked.connect(lambda: self._walk(-1))
        self._on.clicked.connect(lambda: self._walk(1))
        store.deck_changed.connect(self._fill)
        store.changed.connect(lambda old, new: self._settle(old.at.slide != new.at.slide))
        self.view.painted.connect(self._count)

    def _fill(self) -> None:
        """The languages and styles that the deck has now; what is chosen stays if it can."""
        deck = self._store.deck
        tags = [(tag,) for tag in deck.briefing.languages]
        offered = [*tags, *([deck.briefing.languages] if len(tags) > 1 else [])]
        _offer(self.languages, [(" + ".join(LANGUAGES.get(tag, tag) for tag in some), some) for some in offered])
        _offer(self.styles, [(name, name) for name in styles_offered(deck)])

    def _choose(self) -> None:
        self.view.show_in(
            canvas=self.shapes.currentData(),
            languages=tuple(self.languages.currentData()),
            style=self.styles.currentData(),
        )

    def _walk(self, by: int) -> None:
        last = self.view.last_step
        at = last if self._at is None else min(self._at, last)
        self._at = max(0, min(last, at + by))
        self.view.show_step(self._at)

    def _settle(self, moved: bool) -> None:
        if moved:
            self._at = None

    def _count(self) -> None:
        last = self.view.last_step
        at = last if self._at is None else min(self._at, last)
        words = picked(wording.STEP, self._language).format(at, last)
        for widget in (self._back, self._step, self._on):
            widget.setVisible(last > 0)
        if self._step.text() != words:
            self._step.setText(words)
        self._back.setEnabled(at > 0)
        self._on.setEnabled(at < last)


def _offer(box: QComboBox, offers: list[tuple[str, object]]) -> None:
    there = [(box.itemText(k), box.itemData(k)) for k in range(box.count())]
    if there == offers:
        return
    chosen = box.currentText()
    box.clear()
    for words, value in offers:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findText(chosen)))
