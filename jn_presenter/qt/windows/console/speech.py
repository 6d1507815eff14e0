"""The console's words: about the present slide and what is wrong, about the next step, the notes, and the question."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.notes import present
from jn_presenter.model.element import Measure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console import phrases, stale
from jn_presenter.qt.windows.console.areas import Areas
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.qt.windows.console.pictures import Pictures
from jn_presenter.qt.windows.console.prose import Prose
from jn_presenter.qt.windows.console.question import Question
from jn_presenter.qt.windows.console.rects import qrect
from jn_presenter.qt.windows.console.report import Report, Said, Upcoming, notes, report, upcoming
from jn_presenter.qt.windows.console.trouble import trouble
from jn_presenter.qt.windows.prompt import prompt
from jn_presenter.show.state import ShowState


class Speech(QObject):
    """Parts that say the same as before do nothing.

    wall: the time of day. spared: titles of the slides that could be left out to end on time.
    """

    def __init__(
        self,
        store: Store,
        pictures: Pictures,
        measure: Measure,
        language: str,
        wall: Callable[[], time.struct_time],
        spared: Callable[[], tuple[str, ...]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store, self._pictures, self._language, self.wall = store, pictures, language, wall
        self._spared = spared
        self._told: tuple[str, ...] = ()
        self._roomy = False
        self._look = Look(1.0)
        self._slide = ""
        self.about = Prose(measure, parent)
        self.beside = Prose(measure, parent)
        self.notes = Prose(measure, parent)
        self.question = Question(measure, language, parent)
        self.question.answered.connect(store.dispatch)

    def place(self, areas: Areas, look: Look) -> None:
        self._look = look
        self._roomy = areas.roomy
        for prose, area in ((self.about, areas.about), (self.beside, areas.beside), (self.notes, areas.notes)):
            prose.setVisible(bool(area.w and area.h))
            prose.place(qrect(area), look)

    def say(self, state: ShowState) -> Report:
        """All words; what was said of the present place."""
        told = self.say_about(state)
        next_one = self.say_next(state)
        self.question.ask(prompt(state, self._store.deck))
        self._pictures.current.say(told.caption, told.badges)
        self._pictures.next.say(
            Said(next_one.caption, "quiet"), placeholder=next_one.placeholder, notice=next_one.notice
        )
        self.say_notes(state)
        if state.at.slide != self._slide:
            self._slide = state.at.slide
            self.about.to_top()
        return told

    def say_next(self, state: ShowState) -> Upcoming:
        """What the next key leads to; behind it, where there is room, what could be left out."""
        found = upcoming(state, self._store.deck, self._language)
        spared = self._spared() if self._roomy else ()
        self.beside.say(phrases.beside(found, self._look, self._language, spared))
        return found

    def say_notes(self, state: ShowState) -> None:
        """The notes in their languages and size, and where they are at this step."""
        found, step = notes(state, self._store.deck), state.at.step
        self.notes.say(*phrases.notes(found, step, self._look, self._language, state.panes.notes / 100))
        self.notes.follow(state.at.slide, min((present(parts, step) or 0 for parts in found), default=0))

    def say_about(self, state: ShowState) -> Report:
        """The present slide and what is wrong, of data with its age."""
        deck, language = self._store.deck, self._language
        findings = self._pictures.thumbnails.findings(state)
        broken = stale.broken_near(state, deck, self._store.snapshots)
        told = report(state, deck, findings, language)
        data = stale.rows(broken, time.mktime(self.wall()), language)
        left = stale.others(findings, broken)
        found = trouble(state, deck, self._store.problems, left, language, data)
        self._told = self._spared()
        spared = () if self._roomy else self._told
        self.about.say(phrases.about(told, found, self._look, language, spared))
        return told

    def tick(self) -> None:
        """Data that cannot be read grows older, and a show late."""
        state = self._store.state
        late = self._spared() != self._told
        if late:
            self.say_next(state)
        if late or stale.broken_near(state, self._store.deck, self._store.snapshots):
            self.say_about(state)
