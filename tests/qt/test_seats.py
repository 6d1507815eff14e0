from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from jn_presenter.qt.seats import place, seats


def test_a_screen_is_of_all_whose_windows_are_up_there(qtbot: QtBot) -> None:
    one, two, away = QWidget(), QWidget(), QWidget()
    for window in (one, two, away):
        qtbot.addWidget(window)
    one.show()
    two.show()
    here = place(QGuiApplication.primaryScreen())
    assert seats({"audience": one, "presenter": two, "interpreter": away}) == {here: ("audience", "presenter")}
    assert seats({"audience": away, "presenter": None}) == {}


def test_a_screen_outlives_the_windows_on_it(qtbot: QtBot) -> None:
    screen, window = QGuiApplication.primaryScreen(), QWidget()
    window.show()
    seats({"audience": window})
    delete(window)
    assert isValid(screen)
