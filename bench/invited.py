"""Changes the visit on a console beside an audience's window, and prints what each change took, in ms, as JSON.

`python -m bench.invited DECK WIDTH HEIGHT CHANGES` chooses the deck's visits in turns. What is measured is the way from
Enter to the end of the paint by which the audience sees the new welcome, and to that by which the console shows it.
"""

import sys
import time
from unittest.mock import patch

import msgspec
from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from bench.rehearsal import put_up, wait
from jn_presenter.load import load_deck
from jn_presenter.qt.app import SWITCH_S
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.stage import Stage
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows import audience
from jn_presenter.qt.windows.console import Console, pictures
from jn_presenter.qt.windows.console.pane import Pane
from jn_presenter.show.state import initial

LIMIT_S = 10.0
CALM_S = 0.4
"""Between two changes; what is prepared in idle time is ready then."""


class Times(Struct, frozen=True):
    """Ms of each change, until the audience has it and until the console has it as well."""

    audience: list[float]
    console: list[float]


class TimedStage(Stage):
    """A stage that tells when it has painted."""

    painted_s = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted_s = time.perf_counter()


class TimedPane(Pane):
    """The same of the console's pictures."""

    painted_s = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted_s = time.perf_counter()


class TimedConsole(Console):
    """A console that tells when it first began to show what the audience sees since `settled_s`."""

    caught_s = settled_s = 0.0

    def catch_up(self) -> None:
        if self.caught_s <= self.settled_s:
            self.caught_s = time.perf_counter()
        super().catch_up()


class Windows:
    """A console at the left and an audience at its right, both of `size`; the list of visits has been read."""

    def __init__(self, deck: str, size: QSize) -> None:
        loaded = load_deck(deck)
        clock = FrameClock()
        self.store = Store(loaded, initial(loaded.deck, clock.now(), animate=False), clock.now)
        fits = Fits(QtMeasure())
        with patch.object(audience, "Stage", TimedStage), patch.object(pictures, "Pane", TimedPane):
            self.audience = audience.Audience(self.store, clock, fits)
            self.console = TimedConsole(self.store, clock, fits, self.audience.stage.image, "zh")
        self.settled_s = 0.0
        self.audience.projector.settled.connect(self._settled)
        self.audience.projector.settled.connect(self.console.audience_painted)
        self.audience.move(QPoint(size.width(), 0))
        put_up(self.audience, size, lambda: self.settled_s > 0.0)
        put_up(self.console, size, self.console.isVisible)

    def _settled(self) -> None:
        self.settled_s = self.console.settled_s = time.perf_counter()

    def changed(self, name: str) -> tuple[float, float]:
        """Choose a visit in the list; ms until the audience has it, and until the console has. Raises RuntimeError."""
        panel = self.console.overlays.visits
        self.store.dispatch("visits")
        panel.select(name)
        there = wait(lambda: panel.chosen is not None and panel.chosen.id == name, LIMIT_S)
        wait(lambda: False, CALM_S)
        stage, pane = self.audience.stage, self.console.current
        assert isinstance(stage, TimedStage)
        assert isinstance(pane, TimedPane)
        began = time.perf_counter()
        enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(panel, enter)
        seen = wait(lambda: self._visit() == name and self.settled_s > began, LIMIT_S)
        shown = stage.painted_s
        told = wait(lambda: pane.painted_s > self.console.caught_s > self.settled_s, LIMIT_S)
        if not (there and seen and told) or shown < began:
            raise RuntimeError(f"the visit {name} was not shown")
        return 1000 * (shown - began), 1000 * (pane.painted_s - began)

    def close(self) -> None:
        """Put the windows away."""
        for window in (self.console, self.audience):
            window.hide()
            window.deleteLater()

    def _visit(self) -> str:
        visit = self.store.deck.visit
        return visit.id if visit is not None else ""


def changes(windows: Windows, names: list[str], count: int) -> Times:
    """So many changes, visit by visit in turns."""
    found = [windows.changed(names[k % len(names)]) for k in range(count)]
    return Times([one for one, _ in found], [one for _, one in found])


def main() -> int:
    """Measure and tell."""
    deck, *numbers = sys.argv[1:]
    width, height, count = map(int, numbers)
    sys.setswitchinterval(SWITCH_S)  # as a show does
    application = QApplication(sys.argv[:1])
    load_fonts()
    windows = Windows(deck, QSize(width, height))
    windows.store.dispatch("visits")
    visiting = windows.console.overlays.visiting
    wait(lambda: bool(visiting.visits), LIMIT_S)
    windows.store.dispatch("overlay-none")
    names = [one.id for one in visiting.visits if one.visit is not None]
    sys.stdout.buffer.write(msgspec.json.encode(changes(windows, names, count)))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
