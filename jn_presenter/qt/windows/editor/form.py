"""The slide as a form, for those who will not touch YAML: fields that change their own characters of the file."""

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from jn_presenter.confined import inside
from jn_presenter.edit.changes import Refusal
from jn_presenter.edit.form_facts import FactUses, facts_of
from jn_presenter.edit.form_fields import FactPart, Field, Form, Grid
from jn_presenter.edit.form_values import set_fields
from jn_presenter.edit.forms import LAST, form_of
from jn_presenter.load.index import FACTS
from jn_presenter.model.feed import FeedError
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.editor import form_words as words
from jn_presenter.qt.windows.editor.form_fact import FactWidget
from jn_presenter.qt.windows.editor.form_inputs import Line, Words
from jn_presenter.qt.windows.editor.form_parts import EntryPart, SectionPart, Ties, heading, quiet
from jn_presenter.qt.windows.editor.form_table import Cells
from jn_presenter.qt.windows.editor.session import Session
from jn_presenter.qt.windows.editor.wording import picked

MOVE_MS = 40
"""The slide is seen first, and who goes through the outline waits for no form."""
LOOKED_AT = 50
"""Slides that are searched for facts in one go, in idle time."""
NARROWEST = 530
"""Logical px that the fields of a fact need side by side: what is cut off cannot be reached."""


class FormPane(QScrollArea):
    """Follows the session: the file looked at, and what it says. Nothing is done while it is hidden."""

    wandered = Signal(str)
    """The path of what is written in, in the slide's file."""
    sought = Signal(object)
    """The Problem that is to be mended in the code."""

    def __init__(self, session: Session, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._language = session, language
        self._uses = FactUses()
        self._shown: Form | Problem | None = None
        self._facts: tuple[FactPart, ...] = ()
        self._sections: list[SectionPart] = []
        self._fact_parts: list[FactWidget] = []
        self._ties = Ties(language, self._on_typed, self._on_cells, self.wandered.emit, self._open, session.said.emit)
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._look_on)
        self.setObjectName("form")
        self.setMinimumWidth(NARROWEST)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._moved = QTimer(self, singleShot=True, interval=MOVE_MS)
        self._moved.timeout.connect(self.refresh)
        session.moved.connect(self._moved.start)
        session.edited.connect(lambda _files: self.refresh())
        session.store.deck_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the file says now. Where the same things can be written the places to write in stay."""
        self._moved.stop()
        if not self.isVisible():
            return
        form, facts = self._read()
        if isinstance(form, Form) and isinstance(self._shown, Form) and _alike(form, self._shown, facts, self._facts):
            self._shown, self._facts = form, facts
            for section, made in zip(form.sections, self._sections, strict=True):
                made.show_section(section)
            for fact, part in zip(facts, self._fact_parts, strict=True):
                part.show_fact(fact)
        elif form != self._shown or facts != self._facts:
            self._shown, self._facts = form, facts
            self._build(form, facts)
        self._look.start()

    def write_in(self, element: str) -> None:
        """Put the cursor into the first place to write in of an element, by its path."""
        self.refresh()
        parts: list[SectionPart | FactWidget] = [*self._sections, *self._fact_parts]
        found = [one for one in parts if any(_within(path, element) for path in one.paths)]
        place = next((one.first for one in found if one.first is not None), None)
        if place is not None:
            place.setFocus()
            self.ensureWidgetVisible(place)

    def showEvent(self, event: QShowEvent) -> None:  # Qt's name
        super().showEvent(event)
        self.refresh()

    def _say(self, message: Message) -> str:
        return picked(message, self._language)

    def _read(self) -> tuple[Form | Problem, tuple[FactPart, ...]]:
        session = self._session
        deck, read, file = session.store.deck, session.work.read, session.file
        form = form_of(read, file, deck)
        slide = deck.slides.get(file.removesuffix(".yaml"))
        shown = facts_of(read, slide, deck, self._uses) if slide is not None and isinstance(form, Form) else ()
        return (Form(file, ()) if file == FACTS and isinstance(form, Form) else form), shown

    def _build(self, form: Form | Problem, facts: tuple[FactPart, ...]) -> None:
        inner = QWidget()
        inner.setObjectName("page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(12)
        self._sections, self._fact_parts = [], []
        if isinstance(form, Problem):
            self._build_problem(form, inner, column)
        else:
            self._sections = [SectionPart(section, self._ties, inner) for section in form.sections]
            self._fact_parts = [FactWidget(fact, self._ties, inner) for fact in facts]
            for section in self._sections:
                if section.paths[0] not in LAST:
                    column.addWidget(section)
            if facts:
                column.addWidget(heading(self._say(words.FACTS), inner))
                column.addWidget(quiet(self._say(words.FACTS_MORE), inner))
            for fact in self._fact_parts:
                column.addWidget(fact)
            for section in self._sections:
                if section.paths[0] in LAST:
                    column.addWidget(section)
            if not form.sections:
                column.addWidget(quiet(self._say(words.FACTS_FILE if form.file == FACTS else words.NO_FORM), inner))
        column.addStretch(1)
        self.setWidget(inner)

    def _build_problem(self, problem: Problem, inner: QWidget, column: QVBoxLayout) -> None:
        column.addWidget(heading(self._say(words.BROKEN).format(problem.file), inner))
        where = self._say(words.WHERE).format(problem.line, problem.column)
        said = QLabel(where + self._say(problem.message), inner)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        column.addWidget(said)
        column.addWidget(quiet(self._say(problem.hint), inner))
        button = QPushButton(self._say(words.TO_CODE), inner)
        button.clicked.connect(lambda: self.sought.emit(problem))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_typed(self, made: Words | Line, typed: str) -> None:
        refused = self._set([(made.field, typed)])
        part = made.parent()
        if isinstance(part, EntryPart):
            part.tell(refused)

    def _on_cells(self, cells: Cells, values: list[tuple[Field, str]]) -> None:
        refused = self._set(values)
        if refused is not None:
            self._session.said.emit(refused)
            cells.viewport().update()

    def _set(self, values: list[tuple[Field, str]]) -> Refusal | None:
        """Set the fields, as one with what was typed into the same just before; why that cannot be."""
        session = self._session
        edit = set_fields(session.work.read, values, session.store.deck.briefing.languages)
        if isinstance(edit, Refusal):
            return edit
        if edit.changes:
            one = values[0][0]
            session.make(edit, goes_on=f"{one.file}:{one.path}" if len(values) == 1 and one.kind != "cell" else "")
        return None

    def _open(self, file: str) -> None:
        """The file of data, in the program that the system has for such files."""
        try:
            path = inside(self._session.store.deck.folder, file)
        except (FeedError, OSError):
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))

    def _look_on(self) -> None:
        """Look at more slides for the facts that they show; what was found is shown at the end."""
        if not self._facts or not self.isVisible():
            return
        deck = self._session.store.deck
        if self._uses.look(deck, LOOKED_AT):
            self._look.start()
            return
        _, facts = self._read()
        if facts != self._facts and len(facts) == len(self._fact_parts):
            self._facts = facts
            for fact, part in zip(facts, self._fact_parts, strict=True):
                part.show_fact(fact)


def _within(section: str, element: str) -> bool:
    return section == element or element.startswith(f"{section}.") or section.startswith(f"{element}.")


def _alike(form: Form, other: Form, facts: tuple[FactPart, ...], others: tuple[FactPart, ...]) -> bool:
    """Whether the same things can be written in both."""
    return _shape(form, facts) == _shape(other, others)


def _shape(form: Form, facts: tuple[FactPart, ...]) -> object:
    """A form without what its fields say."""
    sections = [(section.path, section.label, [_shape_of(part) for part in section.parts]) for section in form.sections]
    return (
        form.file,
        sections,
        [(fact.id, fact.kind, fact.elements, [_shape_of(e) for e in fact.entries]) for fact in facts],
    )


def _shape_of(part: object) -> object:
    if isinstance(part, Grid):
        return part.path, part.names, part.file, part.closed, [len(row) for row in part.rows]
    fields = getattr(part, "fields", ())
    return getattr(part, "label", None), [(field.file, field.path, field.kind, field.language) for field in fields]
