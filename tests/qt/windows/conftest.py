"""A show without files: deck by hand, time by hand."""

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.load import Loaded, Sources
from jn_presenter.load.reading import Context
from jn_presenter.load.sources import Pool
from jn_presenter.model.deck import Deck
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.keys import Keys
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.audience import Audience
from jn_presenter.qt.windows.console import Console
from jn_presenter.show.state import initial

Open = Callable[..., Console]
AFTERNOON = time.struct_time((2021, 6, 4, 14, 5, 0, 4, 155, 0))


class Time:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.ms = 1000.0

    def __call__(self) -> float:
        return self.ms


def loaded(deck: Deck) -> Loaded:
    return Loaded(deck=deck, problems=(), sources=Sources(folder="", pool=Pool()), context=Context(folder=""))


class Rig:
    """A store, its clock and the audience's window, 960 x 540 px."""

    def __init__(self, deck: Deck, **state: object) -> None:
        self.time = Time()
        self.clock = FrameClock(self.time)
        self.clock.start = lambda: None  # type: ignore[method-assign]  # frames come by `tick` alone
        self.store = Store(loaded(deck), initial(deck, self.time.ms, **state), self.time)  # type: ignore[arg-type]
        self.fits = Fits(QtMeasure())
        self.audience = Audience(self.store, self.clock, self.fits)
        self.keys = Keys(self.store)
        self.audience.installEventFilter(self.keys)
        self.audience.resize(960, 540)

    def tick(self, ms: float) -> None:
        """Let time go on and a frame come."""
        self.time.ms += ms
        self.clock.tick.emit(self.time.ms)

    def idle(self, qtbot: QtBot) -> None:
        """Let everything that waits for an idle moment happen."""
        projector = self.audience.projector
        qtbot.waitUntil(lambda: not projector._idle.isActive())


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Callable[..., Rig]]:
    load_fonts()
    windows: list[QWidget] = []

    def make(deck: Deck, **state: object) -> Rig:
        made = Rig(deck, **state)
        windows.append(made.audience)
        made.audience.show()
        qtbot.waitExposed(made.audience)
        return made

    yield make
    for window in windows:
        window.hide()
        window.deleteLater()


@pytest.fixture
def console(qtbot: QtBot) -> Iterator[Open]:
    windows: list[Console] = []

    def make(rig: Rig, language: str = "en", size: tuple[int, int] = (1366, 768)) -> Console:
        made = Console(rig.store, rig.clock, rig.fits, rig.audience.stage.image, language, lambda: AFTERNOON)
        made.resize(*size)
        windows.append(made)
        made.show()
        qtbot.waitExposed(made)
        return made

    yield make
    for window in windows:
        window.hide()
        window.deleteLater()
