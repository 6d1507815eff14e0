"""One screen for both: the audience has all of it, and the presenter takes it for a moment."""

from pathlib import Path

from tests.e2e import decks
from tests.e2e.conftest import Hall
from tests.e2e.desk import LEFT, NEEDS
from tests.e2e.program import wait_until

pytestmark = NEEDS


def test_the_console_comes_over_the_audience_s_picture_and_goes(room: Hall, tmp_path: Path) -> None:
    room.present(decks.write(tmp_path / "deck"), on=LEFT)
    assert not room.is_console(LEFT)
    for number in (11, 12):
        room.press("c")
        room.has_console(LEFT)
        room.press("Right")
        room.press("c")
        room.shows(number, LEFT)
        assert not room.is_console(LEFT)


def test_without_a_console_no_key_opens_one(room: Hall, tmp_path: Path) -> None:
    room.present(decks.write(tmp_path / "deck"), "--no-console", on=LEFT)
    room.press("c", "Right")
    room.shows(11, LEFT)
    assert not room.is_console(LEFT)


def test_in_a_window_the_show_leaves_room_around_it(room: Hall, tmp_path: Path) -> None:
    room.start("present", decks.write(tmp_path / "deck"), "--windowed")
    wait_until(lambda: len(room.eyes.colours(LEFT, 620, 340, 8, 40)) > 1, "a window in the middle")
    assert room.eyes.colours(LEFT, 0, 0, 20, 720) == {(0, 0, 0)}
