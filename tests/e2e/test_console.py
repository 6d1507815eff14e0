"""The console under real keys: its panes from show to show, and the length of the show in mid-show."""

from pathlib import Path

from jn_presenter.qt.windows.console.look import ACCENT, HAIRLINE
from tests.e2e import decks
from tests.e2e.conftest import Hall, rgb
from tests.e2e.desk import LEFT, NEEDS, RIGHT, WIDTH
from tests.e2e.program import wait_until

pytestmark = NEEDS
NEXT = (720, 180, 300, 80)
"""A part of the console's picture of the next step, as its panes are at first."""

MIDDLE = 372
"""Where the mark of the gap between the columns is, down."""


def gap(hall: Hall, ink: str) -> int:
    """Where that mark ends: from the right, the first thing there of that ink for more than a px; 0 for none."""
    pixels = hall.eyes.look(LEFT, 0, MIDDLE, WIDTH, 1)
    red, green, blue = rgb(ink)
    row = [pixels[k : k + 3] == bytes((blue, green, red)) for k in range(0, len(pixels), 4)]
    return next((x for x in range(WIDTH - 1, 2, -1) if all(row[x - 2 : x + 1])), 0)


def test_the_mouse_moves_the_gap_between_the_columns(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), "--no-animation", "--fresh", on=RIGHT)
    wait_until(lambda: len(hall.eyes.colours(LEFT, *NEXT)) > 10, "the picture of the next step")
    audience, before = hall.eyes.look(RIGHT), gap(hall, HAIRLINE)
    hall.eyes.point_at(LEFT, before - 1, MIDDLE)
    hall.eyes.button(down=True)
    for step in range(0, 121, 20):
        hall.eyes.point_at(LEFT, before - 1 - step, MIDDLE)
    # beneath the pointer it is lit
    wait_until(lambda: gap(hall, ACCENT) == before - 120, "the gap where the hand has it")
    hall.eyes.button(down=False)
    hall.eyes.point_at(LEFT, 4, 4)
    wait_until(lambda: gap(hall, HAIRLINE) == before - 120, "the gap where the hand has left it")
    assert hall.eyes.look(RIGHT) == audience
    hall.press("Right")
    hall.shows(11, RIGHT)


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
