"""The numbers on the screens: on each of them, above all windows, and nothing to mouse and keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.windows.numbers import SHOWN_MS, Numbers
from jn_presenter.show.preflight.screens import Screen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
"""Qt raises such windows by itself; only offscreen there is nothing to raise."""


@pytest.fixture
def numbers(qtbot: QtBot) -> Iterator[Numbers]:
    load_fonts()
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Numbers(QtMeasure(), "zh", parent)
    yield made
    made.hide()


def here(number: int = 2) -> Screen:
    return Screen(number=number, name=QGuiApplication.primaryScreen().name(), roles=("audience",))


def test_a_screen_has_its_number_and_whose_it_is_in_its_middle_and_no_other_words(numbers: Numbers) -> None:
    numbers.show([here()])
    (panel,) = numbers.panels
    area = QGuiApplication.primaryScreen().geometry()
    assert (panel.number, panel.role, panel.isVisible()) == ("2", "观众", True)
    assert area.contains(panel.geometry())
    assert (panel.geometry().center() - area.center()).manhattanLength() <= 2


def test_neither_mouse_nor_keys_reach_it(numbers: Numbers) -> None:
    numbers.show([here()])
    flags = numbers.panels[0].windowFlags()
    for flag in (
        Qt.WindowType.WindowTransparentForInput,
        Qt.WindowType.FramelessWindowHint,
        Qt.WindowType.WindowStaysOnTopHint,
    ):
        assert flags & flag
    assert numbers.panels[0].testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_something_is_painted_within_the_panel_and_nothing_of_it_is_cut(numbers: Numbers) -> None:
    numbers.show([here(8)])
    image = numbers.panels[0].grab().toImage()
    ground = image.pixel(0, 0)
    width, height = image.width(), image.height()
    inked = [(x, y) for x in range(0, width, 2) for y in range(0, height, 2) if image.pixel(x, y) != ground]
    assert inked
    assert all(0.05 * width < x < 0.95 * width and 0.05 * height < y < 0.97 * height for x, y in inked)


def test_a_screen_that_is_gone_has_none_and_a_second_call_replaces_the_first(numbers: Numbers) -> None:
    numbers.show([here(), Screen(number=9, name="gone", x=99_999)])
    numbers.show([here(3), Screen(number=9, name="gone", x=99_999)])
    assert [panel.number for panel in numbers.panels] == ["3"]


def test_they_go_by_themselves_after_some_seconds(numbers: Numbers) -> None:
    numbers.show([here()])
    panel = numbers.panels[0]
    assert (numbers._over.isActive(), numbers._over.interval()) == (True, SHOWN_MS)
    numbers._over.timeout.emit()
    assert (panel.isVisible(), numbers.panels) == (False, ())
