"""The audience has the projector and the presenter the laptop, also when the projector comes and goes."""

import json
from pathlib import Path

from tests.e2e import decks
from tests.e2e.conftest import AUDIENCE, CONSOLE, Hall
from tests.e2e.desk import HEIGHT, LEFT, NEEDS, RIGHT, WIDTH
from tests.e2e.program import wait_until

pytestmark = NEEDS


def test_the_audience_is_on_the_projector_and_the_console_on_the_laptop(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), on=RIGHT)
    assert hall.eyes.number(LEFT) is None
    assert not hall.is_console(RIGHT)
    hall.press("Right")
    hall.shows(11, RIGHT)


def test_with_the_projector_pulled_out_the_show_goes_on_on_the_console_alone(hall: Hall, tmp_path: Path) -> None:
    show = hall.present(decks.write(tmp_path / "deck"), on=RIGHT)
    hall.press("Right")
    hall.shows(11, RIGHT)
    for after in (12, 20):
        hall.desk.unplug(RIGHT)
        hall.has_no_window(AUDIENCE)
        hall.has_console(LEFT)
        hall.press("Right")
        hall.desk.plug_in(RIGHT)
        hall.shows(after, RIGHT)
        hall.has_console(LEFT)
    hall.press("Right")
    hall.shows(30, RIGHT)
    assert show.running


def test_with_the_projector_gone_the_audience_may_have_the_laptop_until_it_is_back(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), on=RIGHT)
    hall.desk.unplug(RIGHT)
    hall.has_no_window(AUDIENCE)
    hall.press("c", "Right")
    hall.shows(11, LEFT)
    hall.has_no_console(LEFT)
    hall.desk.plug_in(RIGHT)
    hall.shows(11, RIGHT)
    hall.has_console(LEFT)


def test_a_projector_that_comes_later_gets_the_audience_and_the_laptop_the_console(room: Hall, tmp_path: Path) -> None:
    room.present(decks.write(tmp_path / "deck"), on=LEFT)
    room.press("Right")
    room.shows(11, LEFT)
    room.desk.plug_in(RIGHT)
    room.shows(11, RIGHT)
    room.has_console(LEFT)


def test_keys_work_whichever_window_has_them(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), on=RIGHT)
    for window, number in ((AUDIENCE, 11), (CONSOLE, 12), (AUDIENCE, 20)):
        hall.has_window(window)
        hall.eyes.activate(window)
        wait_until(lambda window=window: hall.eyes.active() == window, f"{window} has the keys")
        hall.press("Right")
        hall.shows(number, RIGHT)


def test_screens_can_be_named(hall: Hall, tmp_path: Path) -> None:
    hall.start("present", decks.write(tmp_path / "deck"), "--screen", LEFT.name, "--console-screen", RIGHT.name)
    hall.shows(10, LEFT)
    hall.has_console(RIGHT)


def test_the_command_screens_names_them_and_what_they_would_show(hall: Hall) -> None:
    program = hall.start("screens", "--json")
    assert program.exit_code() == 0
    screens = {screen["name"]: screen for screen in json.loads(program.said)}
    assert {name: screen["use"] for name, screen in screens.items()} == {"L": "console", "R": "audience"}
    assert [screens["R"][side] for side in ("x", "y", "width", "height")] == [WIDTH, 0, WIDTH, HEIGHT]
