"""After a visit, and not while there is one, memory is given back."""

import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.qt import heap
from jn_presenter.qt.kiosk.trims import Trims
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.visit import fresh
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Time, loaded


class Kiosk:
    """`trimmed`: as often as anything was given back."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        here = deck(points_slide("a/one", 0), points_slide("b/two", 0))
        self.time = Time()
        self.store = Store(loaded(here), fresh(here, self.time.ms, animate=False), self.time)
        self.trims = Trims(self.store)
        self.trims._timer.setInterval(1)
        self.trimmed: list[str] = []
        monkeypatch.setattr(heap, "trim", lambda: self.trimmed.append(self.phase))
        self.trims.begin()

    @property
    def phase(self) -> str:
        assert self.store.state.kiosk is not None
        return self.store.state.kiosk.phase

    @property
    def waits(self) -> bool:
        return self.trims._timer.isActive()

    def leave(self) -> None:
        """Nobody touches it any more."""
        self.time.ms += 1e6
        self.store.dispatch("kiosk-tick")
        assert self.phase == "loop"


def test_the_end_of_a_visit_gives_its_memory_back_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = Kiosk(monkeypatch)
    kiosk.store.dispatch("kiosk-touch")
    assert (kiosk.phase, kiosk.waits) == ("home", False)
    kiosk.leave()
    qtbot.waitUntil(lambda: bool(kiosk.trimmed))
    kiosk.time.ms += 1e5
    kiosk.store.dispatch("kiosk-tick")
    assert (kiosk.trimmed, kiosk.waits) == (["loop"], False), "nothing is to be given back by the loop itself"


def test_who_comes_meanwhile_is_not_disturbed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = Kiosk(monkeypatch)
    kiosk.trims._timer.setInterval(100_000)
    kiosk.store.dispatch("kiosk-touch")
    kiosk.leave()
    assert kiosk.waits
    kiosk.store.dispatch("kiosk-touch")
    assert not kiosk.waits
    kiosk.leave()
    assert kiosk.waits
    kiosk.trims.stop()
    assert (kiosk.waits, kiosk.trimmed) == (False, [])
