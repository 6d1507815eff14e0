"""Drawing with a real mouse on the console's picture, seen by the audience on the other monitor."""

from pathlib import Path

from PIL import Image

from jn_presenter.qt.windows.console.look import PANEL
from tests.e2e import decks
from tests.e2e.conftest import Hall, rgb
from tests.e2e.desk import HEIGHT, LEFT, NEEDS, RIGHT, WIDTH
from tests.e2e.program import wait_until
from tests.e2e.test_journal import kept, kill
from tests.e2e.test_leaving import CENTRE

pytestmark = NEEDS
CORAL = rgb("#ff9f8c")
RED = rgb("#ff4230")
WAY = tuple((200 + 12 * k, 400) for k in range(12))
"""px of the laptop's screen, where the console has the audience's picture and the slides nothing."""


def drag(hall: Hall, way: tuple[tuple[int, int], ...] = WAY) -> None:
    hall.eyes.point_at(LEFT, *way[0])
    hall.eyes.button(down=True)
    for place in way[1:]:
        hall.eyes.point_at(LEFT, *place)
    hall.eyes.button(down=False)


def test_a_line_drawn_on_the_console_is_seen_on_the_projector_until_it_is_undone(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), "--no-animation", on=RIGHT)
    bare = hall.eyes.look(RIGHT)
    hall.press("d")
    drag(hall)
    wait_until(lambda: CORAL in hall.eyes.colours(RIGHT), "ink on the projector")
    wait_until(lambda: CORAL in hall.eyes.colours(LEFT, 0, 100, WIDTH // 2, 500), "ink on the console")
    assert hall.eyes.number(RIGHT) == 10  # no click went on
    inked = hall.eyes.look(RIGHT)
    hall.press("Right", "Right", "Right")
    hall.shows(20, RIGHT)
    assert CORAL not in hall.eyes.colours(RIGHT)
    hall.press("Home")
    wait_until(lambda: hall.eyes.look(RIGHT) == inked, "the slide with its ink")
    hall.press("Ctrl+z")
    wait_until(lambda: hall.eyes.look(RIGHT) == bare, "the slide without ink, to the last pixel")
    hall.press("Ctrl+y")
    wait_until(lambda: hall.eyes.look(RIGHT) == inked, "the ink again")


def test_what_is_drawn_on_a_frozen_slide_is_seen_on_the_projector_once_thawed(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), "--no-animation", on=RIGHT)
    bare = hall.eyes.look(RIGHT)
    hall.press("f", "d")
    drag(hall)
    wait_until(lambda: CORAL in hall.eyes.colours(LEFT, 0, 100, WIDTH // 2, 500), "ink on the console")
    hall.eyes.point_at(LEFT, WIDTH - 40, HEIGHT - 40)
    assert hall.eyes.look(RIGHT) == bare
    hall.press("f")
    wait_until(lambda: CORAL in hall.eyes.colours(RIGHT), "ink on the projector")


def test_the_laser_follows_the_mouse_over_the_console_on_the_projector(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), "--no-animation", on=RIGHT)
    bare = hall.eyes.look(RIGHT)
    hall.press("x")
    for place in (WAY[0], WAY[-1]):
        hall.eyes.point_at(LEFT, *place)
        wait_until(lambda: RED in hall.eyes.colours(RIGHT), "the dot on the projector")
    hall.eyes.point_at(LEFT, WIDTH - 40, HEIGHT - 40)
    wait_until(lambda: hall.eyes.look(RIGHT) == bare, "no dot where the mouse has left the picture")


def test_with_one_screen_the_mouse_draws_on_the_slide_itself(room: Hall, tmp_path: Path) -> None:
    room.present(decks.write(tmp_path / "deck"), "--no-animation", "--no-console", on=LEFT)
    room.press("d")
    drag(room)
    wait_until(lambda: room.eyes.colour(LEFT, 260, 400) == CORAL, "ink under the mouse")
    assert room.eyes.number(LEFT) == 10
    room.press("a")
    room.eyes.click()
    room.shows(11, LEFT)


def test_ink_is_saved_in_mid_show_and_escape_puts_the_pen_away_before_it_shows_the_logo(
    hall: Hall, tmp_path: Path
) -> None:
    hall.present(decks.write(tmp_path / "deck"), "--no-animation", "--log", str(tmp_path / "logs"), on=RIGHT)
    hall.press("d")
    drag(hall)
    wait_until(lambda: CORAL in hall.eyes.colours(RIGHT), "ink on the projector")
    inked = hall.eyes.look(RIGHT)
    hall.press("Ctrl+Shift+s")
    wait_until(lambda: list(tmp_path.glob("logs/*.ink.json")), "the ink in a file")
    hall.press("Esc")
    drag(hall, tuple((x, y + 60) for x, y in WAY))
    assert hall.eyes.look(RIGHT) == inked
    hall.press("Esc")
    wait_until(lambda: hall.eyes.number(RIGHT) is None, "the logo")


def test_ink_is_there_again_after_a_power_cut(hall: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    show = hall.present(deck, "--no-animation", on=RIGHT)
    hall.press("d")
    drag(hall)
    wait_until(lambda: CORAL in hall.eyes.colours(RIGHT), "ink on the projector")
    inked = hall.eyes.look(RIGHT)
    wait_until(lambda: b'"tool":"pen"' in kept(hall.desk), "the stroke is on the disk")
    kill(show)
    hall.present(deck, "--no-animation", on=RIGHT)
    wait_until(lambda: rgb(PANEL) in hall.eyes.colours(LEFT, *CENTRE), "the question on the console")
    assert hall.eyes.look(RIGHT) != inked
    hall.press("Enter")
    wait_until(lambda: hall.eyes.look(RIGHT) == inked, "the slide with its ink")


def test_what_was_drawn_is_saved_at_the_end_and_painted_by_an_export(room: Hall, tmp_path: Path) -> None:
    deck, logs = decks.write(tmp_path / "deck"), tmp_path / "logs"
    show = room.present(deck, "--no-animation", "--no-console", "--log", str(logs), on=LEFT)
    room.press("d")
    drag(room)
    wait_until(lambda: room.eyes.colour(LEFT, 260, 400) == CORAL, "ink under the mouse")
    room.press("Ctrl+q", "Enter")
    assert show.exit_code() == 0
    (ink,) = logs.glob("*.ink.json")
    assert str(ink) in show.said
    size = f"{WIDTH}x{HEIGHT}"
    export = room.start("export", deck, "-o", tmp_path / "out", "--ink", ink, "--size", size, "--style", "night")
    assert export.exit_code() == 0
    assert "out" in export.said
    with Image.open(tmp_path / "out" / "01-a-one.png") as picture:
        assert picture.getpixel((260, 400)) == CORAL
