"""The parts of a visit's form that are lists: who comes and who receives them, which slides, which questions."""

from collections.abc import Sequence

from msgspec import structs
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from jn_presenter.edit.visit_draft import NO_QUESTION, NOBODY, Draft
from jn_presenter.model.question import Expected
from jn_presenter.model.text import Message, Text
from jn_presenter.model.visit import Person
from jn_presenter.qt.windows.console.visit_fields import Part, Wordings

NAME, POSITION = Message("姓名", "Name"), Message("职务", "Position")
CONTACT = Message("联系方式", "Contact")
LEADER, GUEST, HOST = Message("团长", "Leader"), Message("来宾", "Guest"), Message("接待", "Host")
ADD_GUEST, ADD_QUESTION = Message("加一位来宾", "Add a guest"), Message("加一个问题", "Add a question")
ASK, ANSWER = Message("会怎么问", "How they would ask"), Message("怎么回答", "What to answer")
REMOVE = "×"
AUTOMATIC, IN, OUT = Message("自动", "automatic"), Message("一定讲", "in any case"), Message("不讲", "left out")
WAYS = (AUTOMATIC, IN, OUT)
NAMES = ("", "in", "out")
"""The looks of these."""


class PersonRow:
    """The lines of one person. contact: whether there is one for how to reach them."""

    def __init__(self, part: Part, languages: tuple[str, ...], *, contact: bool = False) -> None:
        language = part.language
        self.person = NOBODY
        self.name = Wordings(part, languages, NAME.in_language(language))
        self.position = Wordings(part, languages, POSITION.in_language(language))
        self.contact = Wordings(part, languages, CONTACT.in_language(language)) if contact else None

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return (self.name, self.position, *((self.contact,) if self.contact is not None else ()))

    def show_person(self, person: Person) -> None:
        self.person = person
        self.name.show_text(person.name)
        self.position.show_text(person.position)
        if self.contact is not None:
            self.contact.show_text(person.contact)

    def read(self) -> Person:
        contact = _or_none(self.contact.text) if self.contact is not None else self.person.contact
        return Person(name=self.name.text, position=_or_none(self.position.text), contact=contact)


class PeoplePart(Part):
    """Leader, guests and host: a row each, with as many guests as there are."""

    def __init__(self, title: Message, language: str, languages: tuple[str, ...]) -> None:
        super().__init__(("leader", "guests", "host"), title, language)
        self._languages = languages
        self._grid = QGridLayout(self.body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self.leader, self.host = PersonRow(self, languages), PersonRow(self, languages, contact=True)
        self.guests: list[PersonRow] = []
        self._ends: list[QPushButton] = []
        self._labels = [self.label(one.in_language(language)) for one in (LEADER, GUEST, HOST)]
        self.add = self.button(ADD_GUEST.in_language(language), self._add)
        self._arrange()

    def show_draft(self, draft: Draft) -> None:
        self.leader.show_person(draft.leader)
        self.host.show_person(draft.host)
        self._resize(len(draft.guests))
        for row, guest in zip(self.guests, draft.guests, strict=True):
            row.show_person(guest)

    def put(self, draft: Draft) -> Draft:
        guests = tuple(row.read() for row in self.guests)
        return structs.replace(draft, leader=self.leader.read(), guests=guests, host=self.host.read())

    def _add(self) -> None:
        self._resize(len(self.guests) + 1)
        next(iter(self.guests[-1].name.inputs.values())).setFocus()
        self.changed.emit()

    def _remove(self, at: int) -> None:
        people = [row.read() for row in self.guests]
        del people[at]
        self._resize(len(people))
        for row, person in zip(self.guests, people, strict=True):
            row.show_person(person)
        self.changed.emit()

    def _resize(self, count: int) -> None:
        while len(self.guests) > count:
            for widget in (*self.guests.pop().widgets, self._ends.pop()):
                widget.hide()
                widget.deleteLater()
        while len(self.guests) < count:
            at = len(self.guests)
            self.guests.append(PersonRow(self, self._languages))
            self._ends.append(self.button(REMOVE, lambda at=at: self._remove(at)))  # type: ignore[misc]
        self._arrange()

    def _arrange(self) -> None:
        rows: list[tuple[QWidget | None, PersonRow, QWidget | None]] = [(self._labels[0], self.leader, None)]
        rows += [(None if k else self._labels[1], row, self._ends[k]) for k, row in enumerate(self.guests)]
        for k, (label, person, end) in enumerate(rows):
            if label is not None:
                self._grid.addWidget(label, k, 0)
            self._grid.addWidget(person.name, k, 1)
            self._grid.addWidget(person.position, k, 2)
            if end is not None:
                self._grid.addWidget(end, k, 3)
        self._labels[1].setVisible(bool(self.guests))
        below = len(rows)
        self._grid.addWidget(self.add, below, 1)
        self._grid.addWidget(self._labels[2], below + 1, 0)
        self._grid.addWidget(self.host.name, below + 1, 1)
        self._grid.addWidget(self.host.position, below + 1, 2)
        assert self.host.contact is not None
        self._grid.addWidget(self.host.contact, below + 2, 1, 1, 2)


class SlidesPart(Part):
    """All slides, by theme: pressed, one is shown in any case, then left out, then as the minutes have it again."""

    COLUMNS = 2

    def __init__(
        self, title: Message, language: str, themes: Sequence[tuple[str, Sequence[tuple[str, str]]]], hint: Message
    ) -> None:
        super().__init__(("stress", "hide"), title, language, hint)
        self.ways: dict[str, int] = {}
        self.buttons: dict[str, QPushButton] = {}
        self._titles: dict[str, str] = {}
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 0, 0, 0)
        row = 0
        for theme, slides in themes:
            grid.addWidget(self.label(theme), row, 0, 1, self.COLUMNS)
            for k, (slide, words) in enumerate(slides):
                made = self.button("", lambda slide=slide: self._turn(slide))  # type: ignore[misc]
                made.setProperty("titled", True)
                self.buttons[slide], self._titles[slide], self.ways[slide] = made, words, 0
                grid.addWidget(made, row + 1 + k // self.COLUMNS, k % self.COLUMNS)
            row += 1 + (len(slides) + self.COLUMNS - 1) // self.COLUMNS
        for k in range(self.COLUMNS):
            grid.setColumnStretch(k, 1)

    def show_draft(self, draft: Draft) -> None:
        for slide in self.ways:
            self.ways[slide] = 1 if slide in draft.stress else 2 if slide in draft.hide else 0
            self._mark(slide)

    def put(self, draft: Draft) -> Draft:
        return structs.replace(draft, stress=self._kept(draft.stress, 1), hide=self._kept(draft.hide, 2))

    def _kept(self, before: tuple[str, ...], way: int) -> tuple[str, ...]:
        """Those that were listed keep their places, and those that this form does not know stay."""
        kept = tuple(slide for slide in before if self.ways.get(slide, way) == way)
        return (*kept, *(slide for slide, found in self.ways.items() if found == way and slide not in kept))

    def _turn(self, slide: str) -> None:
        self.ways[slide] = (self.ways[slide] + 1) % len(WAYS)
        self._mark(slide)
        self.changed.emit()

    def _mark(self, slide: str) -> None:
        way, button = self.ways[slide], self.buttons[slide]
        words = self._titles[slide] if not way else f"{self._titles[slide]}  ·  {WAYS[way].in_language(self.language)}"
        button.setText(words)
        button.setToolTip(words)
        button.setObjectName(NAMES[way])
        button.style().polish(button)


class QuestionsPart(Part):
    """What they may ask, with the answers; slide and theme of a question stay as they are in its file."""

    def __init__(self, title: Message, language: str, languages: tuple[str, ...]) -> None:
        super().__init__(("questions",), title, language)
        self._languages = languages
        self.rows: list[tuple[Expected, Wordings, Wordings, QPushButton]] = []
        self._grid = QGridLayout(self.body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        self.add = self.button(ADD_QUESTION.in_language(language), self._add)
        column.addWidget(self.add)
        self._grid.setColumnStretch(0, 1)
        self._place()

    def show_draft(self, draft: Draft) -> None:
        self._resize(draft.questions)

    def put(self, draft: Draft) -> Draft:
        return structs.replace(draft, questions=self._read())

    def _read(self) -> tuple[Expected, ...]:
        return tuple(structs.replace(one, ask=ask.text, answer=answer.text) for one, ask, answer, _ in self.rows)

    def _add(self) -> None:
        self._resize((*self._read(), NO_QUESTION))
        next(iter(self.rows[-1][1].inputs.values())).setFocus()
        self.changed.emit()

    def _remove(self, at: int) -> None:
        several = self._read()
        self._resize((*several[:at], *several[at + 1 :]))
        self.changed.emit()

    def _resize(self, questions: tuple[Expected, ...]) -> None:
        for _, ask, answer, end in self.rows:
            for widget in (ask, answer, end):
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for at, one in enumerate(questions):
            ask = Wordings(self, self._languages, ASK.in_language(self.language))
            answer = Wordings(self, self._languages, ANSWER.in_language(self.language))
            ask.show_text(one.ask)
            answer.show_text(one.answer)
            end = self.button(REMOVE, lambda at=at: self._remove(at))  # type: ignore[misc]
            self.rows.append((one, ask, answer, end))
        self._place()

    def _place(self) -> None:
        for k, (_, ask, answer, end) in enumerate(self.rows):
            self._grid.addWidget(ask, 2 * k, 0)
            self._grid.addWidget(end, 2 * k, 1)
            self._grid.addWidget(answer, 2 * k + 1, 0)
        self._grid.addWidget(self.add, 2 * len(self.rows), 0)


def _or_none(text: Text) -> Text | None:
    return text if any(words.strip() for _, words in text.variants) else None
