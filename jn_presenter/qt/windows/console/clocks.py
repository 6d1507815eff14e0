"""The figures at the console's head and the plan at its foot, brought up to date with every second of the show."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from jn_presenter.model.daytime import HOUR_MS, MINUTE_MS
from jn_presenter.model.element import Measure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows import words
from jn_presenter.qt.windows.console.areas import FIGURES, Areas
from jn_presenter.qt.windows.console.figure import Figure
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.qt.windows.console.planned import Planned
from jn_presenter.qt.windows.console.rects import qrect
from jn_presenter.qt.windows.console.report import SECOND_MS, Report, Said, timing, until_next_second
from jn_presenter.qt.windows.console.tempo import SPENT, plan, tempo
from jn_presenter.show.keymap import KeyMap
from jn_presenter.show.pace import pace


class Clocks(QObject):
    """Says how the show stands in time and in its course. wall: the time of day."""

    ticked = Signal()
    """A second of the show is over."""

    def __init__(
        self,
        store: Store,
        measure: Measure,
        language: str,
        wall: Callable[[], time.struct_time],
        keymap: KeyMap,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store, self._language, self._wall = store, language, wall
        self._figures = tuple(Figure(measure, language, parent) for _ in range(FIGURES))
        self.wall, self.elapsed, self.remaining, self.pace, self.spent, self.slide, self.step = self._figures
        self.plan = Planned(store, measure, language, keymap, parent)
        self._second = QTimer(self, singleShot=True)
        self._second.timeout.connect(self._on_second)

    @property
    def running(self) -> bool:
        return self._second.isActive()

    def spared(self) -> tuple[str, ...]:
        """The titles of the slides that could be left out to end on time."""
        return self.plan.plan.spared

    def begin(self) -> None:
        """Go on with every second from now on."""
        self.tick()
        self._wait()

    def stop(self) -> None:
        self._second.stop()

    def place(self, areas: Areas, look: Look) -> None:
        for figure, area in zip(self._figures, areas.figures, strict=True):
            figure.place(qrect(area), look)
        self.plan.place(qrect(areas.plan), look, listed=bool(areas.about.h) or areas.roomy)

    def say(self, told: Report) -> None:
        """Where in the show the presenter is."""
        self.slide.say(words.SLIDE.in_language(self._language), Said(told.slide))
        self.step.say(words.STEP.in_language(self._language), Said(told.step))

    def tick(self) -> None:
        """Bring everything up to date. What reads as it did before is not painted again."""
        state, deck, now, language = self._store.state, self._store.deck, self._store.now(), self._language
        wall = self._wall()
        told = pace(state, deck, now)
        clocks = timing(state, deck, now, time.strftime("%H:%M", wall), told)
        left = words.OVERTIME if clocks.over else words.REMAINING
        self.wall.say(words.CLOCK.in_language(language), Said(clocks.wall))
        self.elapsed.say(words.ELAPSED.in_language(language), Said(clocks.elapsed))
        self.remaining.say(left.in_language(language), clocks.remaining)
        stands = tempo(state, deck, told, of_day_ms(wall), language)
        self.spent.say(SPENT.in_language(language), stands.spent, stands.budget)
        self.pace.say(stands.caption, stands.standing)
        self.plan.say(plan(state, deck, told, now, of_day_ms(wall), language))

    def _on_second(self) -> None:
        self.tick()
        self.ticked.emit()
        self._wait()

    def _wait(self) -> None:
        self._second.start(int(until_next_second(self._store.state, self._store.now())) + 1)


def of_day_ms(wall: time.struct_time) -> float:
    """Ms since midnight."""
    return wall.tm_hour * HOUR_MS + wall.tm_min * MINUTE_MS + wall.tm_sec * SECOND_MS
