"""A show ends when it is meant to, and by no slip of a finger."""

import signal
from pathlib import Path

from jn_presenter.qt.windows.console.look import PANEL
from tests.e2e import decks
from tests.e2e.conftest import AUDIENCE, Hall, rgb
from tests.e2e.desk import LEFT, NEEDS, RIGHT
from tests.e2e.program import wait_until
from tests.screen_saver import COOKIE, ScreenSaver

pytestmark = NEEDS
ASKED = rgb("#f3f6fa")
"""The words of the audience's question, where the logo screen has none."""
FOOT = (640 - 280, 485, 560, 40)
END, STAY = (560, 600), (700, 600)
"""Buttons of the audience's panel."""
CENTRE = (640 - 20, 280, 40, 160)


def test_with_a_console_the_question_is_asked_there(hall: Hall, tmp_path: Path) -> None:
    show = hall.present(decks.write(tmp_path / "deck"), on=RIGHT)
    slide = hall.eyes.look(RIGHT)
    hall.press("Ctrl+q")
    wait_until(lambda: rgb(PANEL) in hall.eyes.colours(LEFT, *CENTRE), "the question")
    assert hall.eyes.look(RIGHT) == slide
    hall.press("Right")
    wait_until(lambda: rgb(PANEL) not in hall.eyes.colours(LEFT, *CENTRE), "no question")
    assert hall.eyes.look(RIGHT) == slide
    hall.press("Right")
    hall.shows(11, RIGHT)
    hall.press("Ctrl+q", "Enter")
    assert show.exit_code() == 0


def test_without_a_console_the_question_is_asked_on_the_slide(room: Hall, tmp_path: Path) -> None:
    show = room.present(decks.write(tmp_path / "deck"), "--no-console", on=LEFT)
    slide = room.eyes.look(LEFT)
    room.press("Ctrl+q")
    wait_until(lambda: ASKED in room.eyes.colours(LEFT, *FOOT), "the question")
    room.press("x")
    wait_until(lambda: room.eyes.look(LEFT) == slide, "the slide as it was")
    room.press("Ctrl+q", "Enter")
    assert show.exit_code() == 0


def test_without_a_console_the_mouse_answers_too(room: Hall, tmp_path: Path) -> None:
    show = room.present(decks.write(tmp_path / "deck"), "--no-console", on=LEFT)
    room.press("Ctrl+q")
    wait_until(lambda: ASKED in room.eyes.colours(LEFT, *FOOT), "the question")
    room.eyes.point_at(LEFT, *STAY)
    room.eyes.click()
    wait_until(lambda: ASKED not in room.eyes.colours(LEFT, *FOOT), "no question")
    room.shows(10, LEFT)
    room.press("Ctrl+q")
    wait_until(lambda: ASKED in room.eyes.colours(LEFT, *FOOT), "the question")
    room.eyes.point_at(LEFT, *END)
    room.eyes.click()
    assert show.exit_code() == 0


def test_escape_held_down_asks_and_only_then_enter_leaves(room: Hall, tmp_path: Path) -> None:
    show = room.present(decks.write(tmp_path / "deck"), "--no-console", on=LEFT)
    room.press("Enter")
    room.eyes.hold("Esc")
    wait_until(lambda: room.eyes.number(LEFT) is None, "the logo, at once")
    assert ASKED not in room.eyes.colours(LEFT, *FOOT)
    wait_until(lambda: ASKED in room.eyes.colours(LEFT, *FOOT), "the question")
    room.eyes.let_go("Esc")
    assert show.running
    room.press("Enter")
    assert show.exit_code() == 0


def test_the_desktop_does_not_sleep_until_the_show_is_over(room: Hall, tmp_path: Path) -> None:
    with ScreenSaver(room.desk.env["DBUS_SESSION_BUS_ADDRESS"]) as saver:
        show = room.present(decks.write(tmp_path / "deck"), "--no-console", on=LEFT)
        wait_until(lambda: saver.calls == [("Inhibit", COOKIE)], "the screen saver is held off")
        room.press("Ctrl+q", "Enter")
        assert show.exit_code() == 0
        assert saver.calls == [("Inhibit", COOKIE), ("UnInhibit", COOKIE)]


def test_closing_a_window_asks_too(room: Hall, tmp_path: Path) -> None:
    show = room.present(decks.write(tmp_path / "deck"), "--no-console", on=LEFT)
    room.has_window(AUDIENCE)
    room.eyes.close_window(AUDIENCE)
    wait_until(lambda: ASKED in room.eyes.colours(LEFT, *FOOT), "the question")
    room.press("Enter")
    assert show.exit_code() == 0


def test_ctrl_c_in_the_terminal_ends_the_show_at_once(room: Hall, tmp_path: Path) -> None:
    show = room.present(decks.write(tmp_path / "deck"), "--no-console", on=LEFT)
    show.process.send_signal(signal.SIGINT)
    assert show.exit_code() == 130
