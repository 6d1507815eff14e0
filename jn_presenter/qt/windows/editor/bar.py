"""A line above the text that says what happened, with the buttons of what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

Choices = Sequence[tuple[str, Callable[[], object]]]
"""Each a button's words and what it does."""


class Bar(QWidget):
    """Hidden until something is to be said. The last word replaces the one before; a question comes back after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.addWidget(self._words, 1)
        self._buttons: list[QPushButton] = []
        self._asked: list[tuple[str, Choices]] = []
        """Questions that wait for an answer; the last one is seen, or what was said since."""
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str, choices: Choices) -> None:
        """Say this until one of the choices is made. With more than one it is a question, and waits for its answer."""
        if len(choices) > 1:
            self._asked = [*(asked for asked in self._asked if asked[0] != words), (words, choices)]
        self._show(words, choices)

    def _show(self, words: str, choices: Choices) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(words, *choice) for choice in choices]
        self._words.setText(words)
        self.show()

    def _button(self, said: str, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(lambda: self._chosen(said, act))
        self._row.addWidget(button)
        return button

    def _chosen(self, said: str, act: Callable[[], object]) -> None:
        self._asked = [asked for asked in self._asked if asked[0] != said]
        self.hide()
        act()
        if self.isHidden() and self._asked:
            self._show(*self._asked[-1])
