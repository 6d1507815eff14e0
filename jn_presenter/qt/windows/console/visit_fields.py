"""The parts of a visit's form: each shows keys of a draft, puts what is typed back into it, and says what is wrong."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import structs
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jn_presenter.edit.visit_draft import Draft, with_words, words_in
from jn_presenter.model.text import Message, Text
from jn_presenter.moving_in.visit_form import Mistake
from jn_presenter.qt.windows.words import language_name

LONGEST = 400
"""Characters that may be typed into a line: a pasted chapter would hold the window up, and what is too long is told."""
ARROW = " → "


class Part(QWidget):
    """fields: the keys that it is about, as mistakes name them."""

    changed = Signal()

    def __init__(self, fields: Sequence[str], title: Message, language: str, hint: Message | None = None) -> None:
        super().__init__()
        self.setObjectName("row")
        self.fields, self.language = tuple(fields), language
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self.label(title.in_language(language), "heading"))
        if hint is not None:
            head.addWidget(self.label(hint.in_language(language)))
        head.addStretch(1)
        self.column.addLayout(head)
        self.body = QWidget(self)
        self.body.setObjectName("row")
        self.column.addWidget(self.body)
        self.column.addWidget(self._told)

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft says."""
        raise NotImplementedError

    def put(self, draft: Draft) -> Draft:
        """The draft with what is typed here."""
        raise NotImplementedError

    def tell(self, mistakes: Iterable[Mistake]) -> None:
        """Say what is wrong here, beneath it."""
        own = [one for one in mistakes if one.field in self.fields]
        said = []
        for one in own:
            hint = one.hint.in_language(self.language)
            said.append(one.what.in_language(self.language) + (ARROW + hint if hint else ""))
        self._told.setObjectName("wrong" if any(one.grave for one in own) else "look")
        self._told.style().polish(self._told)
        self._told.setText("\n".join(dict.fromkeys(said)))
        self._told.setVisible(bool(said))

    @property
    def told(self) -> str:
        return "" if self._told.isHidden() else self._told.text()

    def label(self, words: str, name: str = "") -> QLabel:
        made = QLabel(words, self)
        made.setObjectName(name)
        made.setTextFormat(Qt.TextFormat.PlainText)
        return made

    def line(self, prompt: str = "") -> QLineEdit:
        made = QLineEdit(self)
        made.setMaxLength(LONGEST)
        made.setMinimumWidth(1)
        made.setPlaceholderText(prompt)
        made.setAccessibleName(prompt)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        made.textEdited.connect(lambda _words: self.changed.emit())
        return made

    def button(self, words: str, run: Callable[[], None], *, checkable: bool = False) -> QPushButton:
        made = QPushButton(words, self)
        made.setCheckable(checkable)
        made.setAutoDefault(False)
        made.setMinimumWidth(1)  # a narrow window cuts words off, and not the buttons beside
        made.clicked.connect(lambda _checked=False: run())
        return made


class LinePart(Part):
    """One line of characters. of, into: how it is had from a draft and put there."""

    def __init__(self, field: str, title: Message, language: str, hint: Message) -> None:
        super().__init__((field,), title, language)
        self._field = field
        self.input = self.line(hint.in_language(language))
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.input)

    def show_draft(self, draft: Draft) -> None:
        self.input.setText(getattr(draft, self._field))

    def put(self, draft: Draft) -> Draft:
        return structs.replace(draft, **{self._field: self.input.text()})


class Wordings(QWidget):
    """A text: a line for each language, side by side, or one under the other where names are long.

    It keeps the words of languages that it has no line for.
    """

    def __init__(self, part: Part, languages: tuple[str, ...], prompt: str = "", *, long: bool = False) -> None:
        super().__init__(part)
        self.setObjectName("row")
        self._languages, self._text = languages, Text(())
        self.inputs = {tag: part.line(prompt) for tag in languages}
        row = QVBoxLayout(self) if long else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for tag, line in self.inputs.items():
            line.setAccessibleName(f"{prompt} {language_name(tag)}".strip())
            if len(languages) > 1:
                line.setPlaceholderText(f"{prompt} · {language_name(tag)}" if prompt else language_name(tag))
            row.addWidget(line, 1)

    def show_text(self, text: Text | None) -> None:
        self._text = text or Text(())
        for tag, line in self.inputs.items():
            line.setText(words_in(self._text, tag))
            line.setCursorPosition(0)

    @property
    def text(self) -> Text:
        """What it was shown, and in its lines what was typed there."""
        found = self._text
        for tag, line in self.inputs.items():
            if line.text() != words_in(self._text, tag):
                found = with_words(found, tag, line.text(), self._languages)
        return found


class NamePart(Part):
    """The delegation's name, large, in each language."""

    def __init__(self, title: Message, language: str, languages: tuple[str, ...]) -> None:
        super().__init__(("delegation",), title, language)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        self.words = Wordings(self, languages, long=True)
        column.addWidget(self.words)

    def show_draft(self, draft: Draft) -> None:
        self.words.show_text(draft.delegation)

    def put(self, draft: Draft) -> Draft:
        return structs.replace(draft, delegation=self.words.text)


class OnePart(Part):
    """One of several words, each a button."""

    def __init__(self, field: str, title: Message, language: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__((field,), title, language)
        self._field = field
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        for name, words in options:
            self.buttons[name] = made = self.button(words, lambda name=name: self._choose(name), checkable=True)  # type: ignore[misc]
            row.addWidget(made)
        row.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        self._mark(getattr(draft, self._field))

    def put(self, draft: Draft) -> Draft:
        chosen = next((name for name, button in self.buttons.items() if button.isChecked()), "none")
        return structs.replace(draft, **{self._field: chosen})

    def _choose(self, name: str) -> None:
        self._mark(name)
        self.changed.emit()

    def _mark(self, name: str) -> None:
        for one, button in self.buttons.items():
            button.setChecked(one == name)


class OrderPart(Part):
    """Some of several words, in the order in which they are pressed: their numbers stand before them."""

    COLUMNS = 3

    def __init__(
        self, field: str, title: Message, language: str, options: Sequence[tuple[str, str]], hint: Message | None = None
    ) -> None:
        super().__init__((field,), title, language, hint)
        self._field, self._words = field, dict(options)
        self.chosen: tuple[str, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 0, 0, 0)
        for k, (name, words) in enumerate(options):
            self.buttons[name] = made = self.button(words, lambda name=name: self._turn(name), checkable=True)  # type: ignore[misc]
            grid.addWidget(made, k // self.COLUMNS, k % self.COLUMNS)

    def show_draft(self, draft: Draft) -> None:
        self.chosen = getattr(draft, self._field)
        self._mark()

    def put(self, draft: Draft) -> Draft:
        return structs.replace(draft, **{self._field: self.chosen})

    def _turn(self, name: str) -> None:
        rest = tuple(one for one in self.chosen if one != name)
        self.chosen = rest if name in self.chosen else (*self.chosen, name)
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        several = len(self.chosen) > 1
        for name, button in self.buttons.items():
            button.setChecked(name in self.chosen)
            number = f"{self.chosen.index(name) + 1}  " if several and name in self.chosen else ""
            button.setText(number + self._words[name])
