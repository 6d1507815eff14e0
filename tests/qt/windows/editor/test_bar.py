"""The line above the text: the last word is seen, and no question is lost behind it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.qt.windows.editor.bar import Bar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[Bar]:
    above = QWidget()
    qtbot.addWidget(above)
    yield Bar(above)
    above.close()


def press(bar: Bar, words: str) -> None:
    next(
        button for button in bar.findChildren(QPushButton) if button.text() == words and button in bar._buttons
    ).click()


def test_a_question_comes_back_after_what_was_said_meanwhile(bar: Bar) -> None:
    done = list[str]()
    bar.say("restore?", [("yes", lambda: done.append("yes")), ("no", lambda: done.append("no"))])
    bar.say("by the way", [("ok", lambda: None)])
    assert bar.words == "by the way"
    press(bar, "ok")
    assert bar.words == "restore?"
    press(bar, "yes")
    assert (bar.words, done) == ("", ["yes"])


def test_a_notice_is_said_once(bar: Bar) -> None:
    bar.say("one", [("ok", lambda: None)])
    bar.say("two", [("ok", lambda: None)])
    press(bar, "ok")
    assert bar.words == ""


def test_a_question_that_is_asked_again_is_asked_once(bar: Bar) -> None:
    for _ in range(3):
        bar.say("restore?", [("yes", lambda: None), ("no", lambda: None)])
    press(bar, "no")
    assert bar.words == ""


def test_what_an_answer_leads_to_is_said_before_older_questions(bar: Bar) -> None:
    bar.say("first?", [("yes", lambda: None), ("no", lambda: None)])
    bar.say("second?", [("yes", lambda: bar.say("done", [("ok", lambda: None)])), ("no", lambda: None)])
    press(bar, "yes")
    assert bar.words == "done"
    press(bar, "ok")
    assert bar.words == "first?"
