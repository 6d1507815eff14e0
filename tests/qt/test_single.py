"""One show a display, within one process: the lock is a file, the word to the first show a socket."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDir
from pytestqt.qtbot import QtBot

from jn_presenter.qt import single
from jn_presenter.qt.single import Single, display_name, name_for

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def display(tmp_path: object) -> str:
    """A display that no other test knows."""
    return str(tmp_path)


@pytest.fixture
def first(display: str) -> Iterator[Single]:
    made = Single(display)
    assert made.first()
    yield made
    made.close()


def test_the_second_on_a_display_is_not_the_first(first: Single, display: str) -> None:
    assert not Single(display).first()


def test_another_display_has_a_first_one_too(first: Single, display: str) -> None:
    other = Single(display + "0")
    assert other.first()
    other.close()


def test_once_the_first_has_given_its_place_up_another_has_it(first: Single, display: str) -> None:
    first.close()
    second = Single(display)
    assert second.first()
    second.close()


def ask(display: str) -> tuple[threading.Thread, list[bool]]:
    """Another start, which asks the first one to come to the front; its answer to come."""
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(Single(display).raise_other()))
    thread.start()
    return thread, answers


def test_a_second_one_is_heard(qtbot: QtBot, first: Single, display: str) -> None:
    first.listen()
    with qtbot.waitSignal(first.raised):
        thread, answers = ask(display)
    thread.join()
    assert answers == [True]


def test_a_first_one_that_is_still_starting_is_waited_for(qtbot: QtBot, first: Single, display: str) -> None:
    thread, answers = ask(display)
    thread.join(0.05)
    assert thread.is_alive()
    with qtbot.waitSignal(first.raised):
        first.listen()
    thread.join()
    assert answers == [True]


def test_a_first_one_that_ends_instead_of_answering_leaves_its_place(first: Single, display: str) -> None:
    thread, answers = ask(display)
    thread.join(0.05)
    assert thread.is_alive()
    first.close()
    thread.join()
    assert answers == [False]


def test_a_first_one_that_never_answers_is_not_waited_for_for_ever(
    first: Single, display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single, "STARTING_MS", 60)
    assert not Single(display).raise_other()


def test_where_no_lock_can_be_written_a_show_is_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDir, "tempPath", lambda: "/dev/null")
    assert Single("x").first()
    assert Single("x").first()


def test_a_socket_left_by_a_crash_is_in_nobody_s_way(qtbot: QtBot, first: Single, display: str) -> None:
    first.listen()
    again = Single(display)
    again.listen()
    with qtbot.waitSignal(again.raised):
        thread, _ = ask(display)
    thread.join()


def test_the_display_is_that_of_wayland_or_x(monkeypatch: pytest.MonkeyPatch) -> None:
    assert display_name() == "the display"
    monkeypatch.setenv("DISPLAY", ":7")
    assert display_name() == ":7"
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert display_name() == "wayland-0"


def test_the_name_fits_into_the_path_of_a_socket() -> None:
    assert len(name_for("x" * 500)) < 60
    assert name_for(":0") != name_for(":1")
