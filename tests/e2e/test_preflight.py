"""The pre-flight on the laptop: not one pixel of it for the audience, but for the numbers where they are asked for."""

from pathlib import Path

from jn_presenter.qt.windows.console.checklist import GREEN
from jn_presenter.qt.windows.numbers import GROUND as PANEL
from tests.e2e import decks
from tests.e2e.conftest import CONSOLE, Hall, rgb
from tests.e2e.desk import HEIGHT, LEFT, NEEDS, RIGHT, WIDTH
from tests.e2e.program import wait_until

pytestmark = NEEDS

READY = (24, 20, 200, 60)
"""Where what all comes to stands on the console."""
MIDDLE = (WIDTH // 2, HEIGHT // 2 - HEIGHT // 6)
"""Within a number's panel, above the number itself."""
EDGE = (0, 0, WIDTH, HEIGHT // 4)
"""Where no panel reaches."""


def is_ready(hall: Hall) -> bool:
    return rgb(GREEN) in hall.eyes.colours(LEFT, *READY)


def begun(hall: Hall, folder: Path, *options: str) -> bytes:
    """A show on two monitors; what the audience sees of its first slide."""
    hall.present(decks.write(folder), *options, on=RIGHT)
    wait_until(lambda: hall.eyes.active() == CONSOLE, "the console has the keys")
    return hall.eyes.look(RIGHT)


def test_the_audience_sees_nothing_of_it_nor_of_the_clicker_that_is_tried(hall: Hall, tmp_path: Path) -> None:
    before = begun(hall, tmp_path / "deck")
    hall.press("F9")
    wait_until(lambda: is_ready(hall), "ready")
    hall.press("PgDn", ".", "F5", "Esc", "PgUp", "b")
    assert is_ready(hall)
    assert hall.eyes.look(RIGHT) == before
    hall.press("Esc", "Esc")
    wait_until(lambda: not is_ready(hall), "the pre-flight is put away")
    assert hall.eyes.look(RIGHT) == before
    hall.press("PgDn")
    hall.shows(11, RIGHT)


def test_numbers_stand_on_all_screens_when_they_are_asked_for_and_leave_nothing_behind(
    hall: Hall, tmp_path: Path
) -> None:
    before = begun(hall, tmp_path / "deck")
    edge = hall.eyes.look(RIGHT, *EDGE)
    hall.press("F9")
    wait_until(lambda: is_ready(hall), "ready")
    hall.press("i")
    for monitor in (LEFT, RIGHT):
        wait_until(
            lambda monitor=monitor: hall.eyes.colour(monitor, *MIDDLE) == rgb(PANEL), f"a number on {monitor.name}"
        )
    assert hall.eyes.look(RIGHT, *EDGE) == edge
    assert hall.eyes.active() == CONSOLE
    hall.press("F9")
    wait_until(lambda: hall.eyes.look(RIGHT) == before, "the audience's picture as it was")
    hall.press("Right")
    hall.shows(11, RIGHT)


def test_it_may_be_open_from_the_start(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), "--preflight", on=RIGHT)
    wait_until(lambda: is_ready(hall), "ready")
    hall.press("F9", "Right")
    hall.shows(11, RIGHT)
