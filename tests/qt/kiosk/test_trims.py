"""After a visit, and not while there is one, memory is given back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.load import load_index
from jn_presenter.model.kiosk import CONTRAST, Settings
from jn_presenter.model.options import KioskOptions
from jn_presenter.qt import heap
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.kiosk.app import KioskShow, first_slides
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.qt.kiosk.trims import Trims
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.visit import fresh
from tests.decks import deck, points_slide
from tests.e2e import decks
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


def test_a_kiosk_limits_its_arenas_before_its_window_brings_threads_and_trims_after_visits(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    load_fonts()
    done: list[str] = []
    options = KioskOptions(deck=str(decks.write(tmp_path / "deck")), folder=str(tmp_path / "own"), windowed=True)
    first = first_slides(load_index(options.deck, more_styles=(CONTRAST,)), options, None)
    show = KioskShow(first, options, Settings(), lambda _line: True, Ending(qapp))
    monkeypatch.setattr(heap, "one_arena", lambda: done.append("arena"))
    monkeypatch.setattr(show.placing, "settle", lambda: done.append("window"))
    monkeypatch.setattr(show.content, "begin", lambda: None)
    show.begin()
    show._go_on()
    show.store.dispatch("kiosk-touch")
    show.store.now = lambda: 1e12
    show.store.dispatch("kiosk-tick")
    waits = show.trims._timer.isActive()
    show.end()
    show.window.deleteLater()
    assert done == ["arena", "window"]
    assert waits
    assert not show.trims._timer.isActive()
