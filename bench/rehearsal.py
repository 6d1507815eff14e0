"""A show of one window in this process, without files, keys or threads: the measurement owns its time, frame by frame.

Lay-out, motion, changes of data and painting are those of `jn-presenter present`.
"""

import time
from collections.abc import Callable
from unittest.mock import patch

from msgspec import Struct
from PySide6.QtCore import QEventLoop, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from jn_presenter.load import Loaded
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.stage import Stage
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows import audience
from jn_presenter.show.state import initial

FRAME_MS = 1000 / 60
LIMIT_S = 10.0
"""The longest that a window may take to come up."""
PAINT_LIMIT_S = 0.1
"""After which what was asked for is taken to need no paint: nothing looks otherwise."""


class Cost(Struct, frozen=True):
    """What something took, in ms of time and of the processor's."""

    ms: float
    processor_ms: float

    def plus(self, other: "Cost") -> "Cost":
        return Cost(self.ms + other.ms, self.processor_ms + other.processor_ms)


class Meter:
    """Measures what this thread does from now on."""

    def __init__(self) -> None:
        self._began, self._worked = time.perf_counter(), time.thread_time()

    def read(self) -> Cost:
        return Cost(1000 * (time.perf_counter() - self._began), 1000 * (time.thread_time() - self._worked))


class HandClock(FrameClock):
    """A clock of a show whose time goes on when it is told to."""

    def __init__(self) -> None:
        self.ms = 0.0
        self._going = False
        super().__init__(lambda: self.ms)

    @property
    def running(self) -> bool:
        return self._going

    def start(self) -> None:
        self._going = True

    def stop(self) -> None:
        self._going = False


class MeteredStage(Stage):
    """A stage that keeps what its last paint cost."""

    cost: Cost | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        meter = Meter()
        super().paintEvent(event)
        self.cost = meter.read()


class Rehearsal:
    """The show, its first slide on the screen. Needs a QApplication. Raises RuntimeError where no window comes up."""

    def __init__(self, loaded: Loaded, size: QSize) -> None:
        load_fonts()
        self.clock = HandClock()
        self.store = Store(loaded, initial(loaded.deck), self.clock.now)
        with patch.object(audience, "Stage", MeteredStage):
            self.window = audience.Audience(self.store, self.clock, Fits(QtMeasure()))
        stage = self.window.stage
        assert isinstance(stage, MeteredStage)
        self.stage = stage
        put_up(self.window, size, lambda: stage.cost is not None)

    def close(self) -> None:
        self.window.destroy()

    def do(self, act: Callable[[], None]) -> Cost | None:
        """What it takes to do something that changes the picture, and to paint that; None where it changes nothing."""
        self.stage.cost = None
        meter = Meter()
        act()
        did = meter.read()
        if not wait(lambda: self.stage.cost is not None, PAINT_LIMIT_S):
            return None
        painted: Cost | None = self.stage.cost
        return did.plus(painted) if painted else None

    def frame(self, ms: float = FRAME_MS) -> Cost | None:
        """The next frame of a motion, so many ms after the one before; None where nothing moves."""
        self.clock.ms += ms
        if not self.clock.running:
            return None
        return self.do(lambda: self.clock.tick.emit(self.clock.ms))

    def to_the_end(self) -> None:
        """Let what moves come to its end."""
        self.clock.ms += 60_000.0
        self.frame(0.0)


def put_up(window: QWidget, size: QSize, painted: Callable[[], bool]) -> None:
    """Show the window in that size, without a frame, and wait for its first paint. Raises RuntimeError."""
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.resize(size)
    window.show()
    if not wait(painted, LIMIT_S) or window.size() != size:
        raise RuntimeError(f"no window of {size.width()} x {size.height()} came up")


def wait(done: Callable[[], bool], limit_s: float) -> bool:
    """Handle events until it is done, for so long at most; whether it is."""
    until = time.monotonic() + limit_s
    while not done():
        if time.monotonic() > until:
            return False
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
    return True
