"""Windows on spots, in process: there is one screen here, and what is not on it has lost its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from jn_presenter.qt import screens, stacking
from jn_presenter.qt.drawn import Area, Drawn
from jn_presenter.qt.placing import Placing
from jn_presenter.show.screens import Spot

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("This plugin does not support raise")]


class Sized(QWidget):
    """Counts how often it was told its size."""

    told = 0

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        self.told += 1
        super().resizeEvent(event)


class Rig:
    """Three windows, each a bare widget."""

    def __init__(self, file: Path) -> None:
        self.audience = Sized()
        self.made: list[str] = []
        self.drawn = Drawn(file)
        known: screens.Known = {}
        (self.screen,) = (info.id for info in screens.probe(known))
        makers = {name: lambda name=name: self._make(name) for name in ("console", "interpreter")}
        self.placing = Placing(self.audience, makers, known, self.drawn)

    def _make(self, name: str) -> QWidget:
        self.made.append(name)
        return QWidget()

    def settle(self, *, fullscreen: bool = True, **wanted: bool) -> None:
        spot = Spot(self.screen, fullscreen)
        self.placing.settle({name: spot for name, wants in wanted.items() if wants}, apart=False)

    def up(self) -> set[str]:
        windows = {"audience": self.audience, **self.placing.windows}
        return {name for name, window in windows.items() if window.isVisible()}


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path / "windows.json")
    yield rig
    for window in (rig.audience, *rig.placing.windows.values()):
        window.hide()
        window.deleteLater()


def test_windows_are_made_when_they_are_first_wanted_and_only_once(rig: Rig) -> None:
    rig.settle(audience=True)
    assert (rig.made, rig.up()) == ([], {"audience"})
    for console in (True, False, True):
        rig.settle(audience=True, console=console)
    assert (rig.made, rig.up()) == (["console"], {"audience", "console"})


def test_a_window_that_has_lost_its_screen_is_hidden_at_once(rig: Rig) -> None:
    rig.settle(audience=True, console=True)
    rig.placing.drop(frozenset({rig.screen}))
    assert rig.up() == {"audience", "console"}
    rig.placing.drop(frozenset({"another"}))
    assert rig.up() == set()
    rig.settle(audience=True, console=True)
    assert rig.up() == {"audience", "console"}


def test_a_normal_window_comes_back_where_it_was_drawn_to(rig: Rig) -> None:
    rig.settle(audience=True, fullscreen=False)
    first = rig.audience.geometry()
    assert not rig.audience.isFullScreen()
    drawn = QRect(first.topLeft() + QPoint(7, 9), first.size() / 2)
    rig.audience.setGeometry(drawn)
    rig.settle(audience=True, fullscreen=False)
    assert rig.audience.geometry() == drawn
    rig.settle(audience=True)
    assert rig.audience.isFullScreen()
    rig.settle(audience=True, fullscreen=False)
    assert rig.audience.geometry() == drawn


def test_two_normal_windows_on_one_screen_do_not_begin_on_the_same_place(rig: Rig) -> None:
    rig.settle(audience=True, console=True, fullscreen=False)
    assert rig.audience.pos() != rig.placing.windows["console"].pos()


def test_a_window_that_gets_other_pixels_at_the_same_size_is_told_its_size_again(rig: Rig) -> None:
    rig.settle(audience=True)
    QApplication.sendPostedEvents()
    before = rig.audience.told
    QApplication.sendEvent(rig.audience, QEvent(QEvent.Type.DevicePixelRatioChange))
    QApplication.sendPostedEvents(rig.audience)
    assert rig.audience.told == before + 1


def test_where_the_windows_stand_is_told_by_identities(rig: Rig) -> None:
    assert rig.placing.standing() == ("", "")
    rig.settle(audience=True)
    assert rig.placing.standing() == (rig.screen, "")
    rig.settle(audience=True, console=True)
    assert rig.placing.standing() == (rig.screen, rig.screen)


def test_whoever_puts_the_console_away_leaves_the_audience_its_picture(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As some window managers minimise with a window what is kept above it."""
    kept: list[bool] = []
    monkeypatch.setattr(stacking, "keep_above", lambda _window, *, above: kept.append(above))
    wanted = {"audience": Spot(rig.screen, fullscreen=True), "console": Spot("another", fullscreen=True)}
    rig.placing.settle(wanted, apart=True)
    assert kept == [True]
    console = rig.placing.windows["console"]
    for window in (rig.audience, console):
        window.showMinimized()
    assert kept[-1] is False
    assert not rig.audience.isMinimized()
    console.showFullScreen()
    assert kept[-1] is True


def test_the_audience_s_window_put_away_alone_stays_away(rig: Rig) -> None:
    wanted = {"audience": Spot(rig.screen, fullscreen=True), "console": Spot("another", fullscreen=True)}
    rig.placing.settle(wanted, apart=True)
    rig.audience.showMinimized()
    assert rig.audience.isMinimized()


def test_what_is_to_be_over_the_audience_s_window_is_not_kept_beneath_it(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[bool] = []
    monkeypatch.setattr(stacking, "keep_above", lambda _window, *, above: kept.append(above))
    rig.settle(audience=True)
    rig.settle(audience=True, console=True)
    beside = {"audience": Spot(rig.screen, fullscreen=False), "console": Spot("another", fullscreen=False)}
    rig.placing.settle(beside, apart=True)
    assert kept == []
    rig.placing.settle({name: Spot(spot.screen, fullscreen=True) for name, spot in beside.items()}, apart=True)
    rig.settle(audience=True, interpreter=True)
    assert kept == [True, False]


def view(rig: Rig) -> QWidget:
    rig.settle(audience=True, interpreter=True, fullscreen=False)
    return rig.placing.windows["interpreter"]


def next_show(rig: Rig, tmp_path: Path) -> Rig:
    """The show ends, and another begins."""
    rig.placing.keep_areas()
    rig.drawn.finish()
    rig.audience.hide()
    return Rig(tmp_path / "windows.json")


def test_the_interpreter_s_window_is_where_it_was_in_the_last_show(rig: Rig, tmp_path: Path) -> None:
    first = view(rig).geometry()
    drawn = QRect(first.topLeft() - QPoint(7, 9), first.size() / 2)
    view(rig).setGeometry(drawn)
    view(rig).close()  # as all windows are when the program ends
    again = next_show(rig, tmp_path)
    assert view(again).geometry() == drawn
    again.settle()


def test_a_window_that_nobody_drew_anywhere_leaves_nothing_on_the_disk(rig: Rig, tmp_path: Path) -> None:
    view(rig)
    again = next_show(rig, tmp_path)
    view(again)
    again.placing.keep_areas()
    again.drawn.finish()
    assert not (tmp_path / "windows.json").exists()
    again.settle()


def test_a_place_that_is_not_on_the_screen_is_neither_kept_nor_taken(rig: Rig, tmp_path: Path) -> None:
    first, size = view(rig).geometry(), QApplication.primaryScreen().size()
    view(rig).move(size.width() - 50, 0)
    again = next_show(rig, tmp_path)
    assert not (tmp_path / "windows.json").exists()
    assert view(again).geometry() == first
    again.drawn.keep(Area("interpreter", again.screen, 0, 0, size.width() + 1, 300))
    third = next_show(again, tmp_path)
    assert view(third).geometry() == first
    for each in (again, third):
        each.settle()


def test_a_window_that_fills_its_screen_tells_when_it_is_moved_off_it_and_a_normal_one_does_not(rig: Rig) -> None:
    told: list[bool] = []
    rig.settle(audience=True)
    QApplication.processEvents()
    rig.placing.strayed.connect(lambda: told.append(True))
    rig.audience.setGeometry(QRect(10, 20, 300, 200))
    QApplication.processEvents()
    assert told
    rig.settle(audience=True)
    assert rig.audience.geometry() == rig.audience.screen().geometry()
    rig.settle(audience=True, fullscreen=False)
    QApplication.processEvents()
    told.clear()
    rig.audience.setGeometry(QRect(30, 40, 320, 240))
    QApplication.processEvents()
    assert not told
