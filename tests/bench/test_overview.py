"""The overview's measurement: what is opened and scrolled is painted each time, and the lines say which limit holds."""

import pytest
from PySide6.QtCore import QSize

from bench.overlooked import Timed, Times, openings, scrolling
from bench.rehearsal import put_up
from bench.rows.overview import rows_of
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console import Console, overlays
from jn_presenter.show.state import initial
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import loaded


def test_each_opening_and_each_notch_ends_with_a_paint(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    load_fonts()
    here = deck(*(points_slide(f"a/s{k}") for k in range(120)))
    clock = FrameClock()
    store = Store(loaded(here), initial(here, clock.now(), animate=False), clock.now)
    monkeypatch.setattr(overlays, "Overview", Timed)
    console = Console(store, clock, Fits(QtMeasure()), lambda: None, "zh")
    put_up(console, QSize(960, 540), console.isVisible)
    over = console.overlays.overview
    assert isinstance(over, Timed)
    assert len(list(openings(store, over, 3))) == 3
    assert store.state.at.slide == "a/s119"
    store.dispatch("overview")
    frames = scrolling(over)
    assert all(next(frames) > 0.0 for _ in range(5))
    console.hide()
    console.deleteLater()


def test_the_lines_judge_the_slow_end() -> None:
    opened, scrolled = rows_of(Times([20.0] * 19 + [200.0], [5.0] * 90 + [30.0] * 10))
    assert (opened.ours, opened.within) == (20.0, True)
    assert (scrolled.ours, scrolled.within) == (30.0, False)
