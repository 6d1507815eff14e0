"""What lies over the console: shown as the state says, with the keys for itself, and never where nobody sees it."""

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import Canvas
from jn_presenter.qt.store import Store
from jn_presenter.qt.visiting import Visiting
from jn_presenter.qt.windows.console.clocks import of_day_ms
from jn_presenter.qt.windows.console.finder import Finder
from jn_presenter.qt.windows.console.help import Help
from jn_presenter.qt.windows.console.jump import Jump
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.qt.windows.console.overview import Overview
from jn_presenter.qt.windows.console.preflight import Preflight
from jn_presenter.qt.windows.console.questions import Questions
from jn_presenter.qt.windows.console.rehearsal import Rehearsal
from jn_presenter.qt.windows.console.schedule import Schedule
from jn_presenter.qt.windows.console.sheet import Sheet
from jn_presenter.qt.windows.console.visit_form import VisitForm
from jn_presenter.qt.windows.console.visits import Visits
from jn_presenter.show.keymap import KeyMap
from jn_presenter.show.state import Overlay, ShowState


class Over(Protocol):
    """A widget that covers the console while it is open."""

    def begin(self) -> None:
        """It is opened: show the present state."""

    def end(self) -> None:
        """It is put away."""

    def place(self, area: QRect, look: Look) -> None:
        """Stand in `area`."""

    def raise_(self) -> None: ...

    def setFocus(self) -> None: ...  # Qt's name


class Overlays(QObject):
    """Opens and closes the parts at once, so that the next key is theirs. A question of the show takes it from them."""

    def __init__(
        self,
        store: Store,
        measure: Measure,
        canvas: Callable[[], Canvas],
        language: str,
        keymap: KeyMap,
        wall: Callable[[], time.struct_time],
        console: QWidget,
    ) -> None:
        super().__init__(console)
        self._store, self._console = store, console
        self.sheet = Sheet(store, measure, canvas)
        self.help = Help(store, measure, language, keymap, console)
        finder = Finder(store, self)
        self.jump = Jump(store, finder, self.sheet, measure, language, console)
        self.questions = Questions(store, finder, self.sheet, measure, language, console)
        self.rehearsal = Rehearsal(store, measure, language, console)
        self.overview = Overview(store, self.sheet, measure, language, keymap, console)
        self.preflight = Preflight(store, measure, canvas, language, keymap, console)
        self.schedule = Schedule(store, measure, language, wall, keymap, console)
        self.visiting = Visiting(store, lambda: of_day_ms(wall()), self)
        self.visits = Visits(store, self.visiting, measure, language, wall, console)
        self.visit_form = VisitForm(store, language, wall, console)
        self.visits.write = self._write
        self.visit_form.done.connect(self._written)
        self._parts: dict[Overlay, Over] = {
            "help": self.help,
            "jump": self.jump,
            "overview": self.overview,
            "questions": self.questions,
            "rehearsal": self.rehearsal,
            "preflight": self.preflight,
            "time": self.schedule,
            "visits": self.visits,
            "visit-form": self.visit_form,
        }
        self._open: Overlay = ""
        store.offers["overlays"] = lambda: tuple(self._parts) if console.isVisible() else ()
        store.changed.connect(self._on_changed)

    def place(self, area: QRect, look: Look) -> None:
        for part in self._parts.values():
            part.place(area, look)

    def gone(self) -> None:
        """The console cannot be seen any more: keys are to reach the show again."""
        if self._store.state.overlay:
            self._store.dispatch("overlay-none")

    def _write(self, name: str) -> None:
        """Open the form of a visit, of a new one without a name."""
        self.visit_form.open(name)
        self._store.dispatch("visit-form")

    def _written(self, name: str) -> None:
        """Back to the list, with the visit that was saved."""
        if name:
            self.visits.select(name)
        self._store.dispatch("visits")

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        if new.overlay != self._open:
            self._turn(new.overlay)
        elif new.asking == old.asking:
            return
        if new.overlay and not new.asking:
            self._console.activateWindow()
            self._parts[new.overlay].setFocus()
        else:
            self._console.setFocus()

    def _turn(self, overlay: Overlay) -> None:
        if self._open:
            self._parts[self._open].end()
        self._open = overlay
        if overlay:
            self._parts[overlay].begin()
            self._parts[overlay].raise_()
