"""The console under real keys: its panes from show to show, and the length of the show in mid-show."""

from pathlib import Path

from tests.e2e import decks
from tests.e2e.conftest import Hall
from tests.e2e.desk import LEFT, NEEDS, RIGHT
from tests.e2e.program import wait_until

pytestmark = NEEDS
NEXT = (720, 180, 300, 80)
"""A part of the console's picture of the next step, as its panes are at first."""


def test_a_pane_that_was_put_away_is_away_in_the_next_show_and_the_audience_sees_nothing_of_it(
    hall: Hall, tmp_path: Path
) -> None:
    deck = decks.write(tmp_path / "deck")
    program = hall.present(deck, "--no-animation", "--fresh", on=RIGHT)
    wait_until(lambda: len(hall.eyes.colours(LEFT, *NEXT)) > 10, "the picture of the next step")
    usual, audience = hall.eyes.look(LEFT, *NEXT), hall.eyes.look(RIGHT)
    hall.press("F6")
    wait_until(lambda: len(hall.eyes.colours(LEFT, *NEXT)) < 10, "no picture of the next step")
    away = hall.eyes.look(LEFT, *NEXT)
    assert hall.eyes.look(RIGHT) == audience
    hall.press("Ctrl+q", "Enter")
    assert program.exit_code() == 0
    hall.present(deck, "--no-animation", "--fresh", on=RIGHT)
    wait_until(lambda: hall.eyes.look(LEFT, *NEXT) == away, "the pane still away")
    hall.press("Shift+F6")
    wait_until(lambda: hall.eyes.look(LEFT, *NEXT) == usual, "the panes as at first")
    assert hall.eyes.look(RIGHT) == audience


def test_the_show_is_made_shorter_by_typing_minutes_unseen_and_without_losing_the_place(
    hall: Hall, tmp_path: Path
) -> None:
    hall.present(decks.write(tmp_path / "deck"), "--no-animation", "--fresh", on=RIGHT)
    hall.press("Right")
    hall.shows(11, RIGHT)
    audience, console = hall.eyes.look(RIGHT), hall.eyes.look(LEFT, *NEXT)
    hall.press("m")
    wait_until(lambda: hall.eyes.look(LEFT, *NEXT) != console, "the time over the console")
    # each slide takes a minute: two of the four are left
    hall.press("2", "Enter")
    wait_until(lambda: hall.eyes.look(LEFT, *NEXT) == console, "the console again")
    assert hall.eyes.look(RIGHT) == audience
    hall.press("End")
    hall.shows(20, RIGHT)
