"""Windows on spots, in process: there is one screen here, and what is not on it has lost its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from jn_presenter.qt import screens
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

    def __init__(self) -> None:
        self.audience = Sized()
        self.made: list[str] = []
        known: screens.Known = {}
        (self.screen,) = (info.id for info in screens.probe(known))
        makers = {name: lambda name=name: self._make(name) for name in ("console", "interpreter")}
        self.placing = Placing(self.audience, makers, known)

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
def rig() -> Iterator[Rig]:
    rig = Rig()
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
