from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.qt.seats import seats


def test_a_screen_is_of_all_whose_windows_are_up_there(qtbot: QtBot) -> None:
    one, two, away = QWidget(), QWidget(), QWidget()
    for window in (one, two, away):
        qtbot.addWidget(window)
    one.show()
    two.show()
    name = QGuiApplication.primaryScreen().name()
    assert seats({"audience": one, "presenter": two, "interpreter": away}) == {name: ("audience", "presenter")}
    assert seats({"audience": away, "presenter": None}) == {}
