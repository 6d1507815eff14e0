"""The kiosk's window on its screen."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.qt.kiosk import placing as module
from jn_presenter.qt.kiosk.placing import KioskPlacing, chosen
from jn_presenter.show.screens import ScreenInfo, identified

THERE = identified(
    [
        ScreenInfo(name="A", x=0, y=0, width=1920, height=1080, primary=False),
        ScreenInfo(name="B", x=1920, y=0, width=1080, height=1920, primary=True),
    ]
)


@pytest.mark.parametrize(("wanted", "name"), [("A", "A"), ("b", "B"), ("1", "A"), ("", "B"), ("gone", "B")])
def test_the_screen_is_the_one_named_or_the_primary_one(wanted: str, name: str) -> None:
    found = chosen(THERE, wanted)
    assert found is not None
    assert found.name == name


def test_a_wanted_screen_that_is_not_there_is_told_once_and_again_after_it_was(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    placing, there = KioskPlacing(window, "B", windowed=False), list(THERE)
    monkeypatch.setattr(module.screens, "probe", lambda _known: tuple(there))

    def told() -> int:
        placing.settle()
        return sum("there is no screen B; there are: 1 A" in line for line in caplog.messages)

    assert told() == 0
    del there[1]
    assert [told(), told()] == [1, 1]
    there.append(THERE[1])
    assert told() == 1
    del there[1]
    assert told() == 2


def test_without_a_screen_there_is_none() -> None:
    assert chosen((), "A") is None


def test_the_window_fills_its_screen_and_comes_back_to_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    placing = KioskPlacing(window, "", windowed=False)
    placing.settle()
    screen = QGuiApplication.primaryScreen().geometry()
    qtbot.waitUntil(lambda: window.isFullScreen() and window.geometry() == screen)
    window.showNormal()
    window.resize(200, 100)
    placing.settle_later()
    qtbot.waitUntil(lambda: window.isFullScreen() and window.geometry() == screen)
    window.showMinimized()
    placing.settle_later()
    qtbot.waitUntil(lambda: not window.isMinimized())
    assert window.isFullScreen()
    window.hide()
    placing.settle_later()
    qtbot.waitUntil(window.isVisible)


def test_a_window_that_a_desktop_put_aside_is_put_up_anew_and_not_again_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    placing = KioskPlacing(window, "", windowed=False)
    placing.settle()
    qtbot.waitUntil(lambda: not module.is_aside(window))
    hidden: list[bool] = []
    monkeypatch.setattr(module, "is_aside", lambda _window: True)
    monkeypatch.setattr(window, "hide", lambda: hidden.append(QWidget.hide(window) is None))
    placing.settle()
    placing.settle()
    assert hidden == [True]
    assert window.isVisible()
    assert window.isFullScreen()


def test_a_window_to_try_it_stays_where_it_was_drawn(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    placing = KioskPlacing(window, "", windowed=True)
    placing.settle()
    assert window.isVisible()
    window.move(3, 5)
    place = window.geometry()
    placing.settle()
    assert (window.geometry(), window.isFullScreen()) == (place, False)
