"""Keys of a keyboard and a clicker, pressed for real."""

from pathlib import Path

from tests.e2e import decks
from tests.e2e.conftest import Hall
from tests.e2e.desk import HEIGHT, LEFT, NEEDS, RIGHT, WIDTH
from tests.e2e.program import wait_until

pytestmark = NEEDS
BLACK = (0, 0, 0)
CURRENT = (40, 160, 300, 200)
"""A part of the console's picture of where the presenter is."""


def test_the_keys_of_keyboard_and_clicker_and_a_click_step_through_the_show(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), on=RIGHT)
    path = [("Right", 11), ("PgDn", 12), ("Space", 20), ("PgDn", 30), ("PgUp", 20), ("Left", 12), ("End", 40)]
    for key, number in (*path, ("Right", 40), ("Home", 10), ("Left", 10)):
        hall.press(key)
        hall.shows(number, RIGHT)
    hall.eyes.point_at(RIGHT, WIDTH // 2, HEIGHT // 2)
    hall.eyes.click()
    hall.shows(11, RIGHT)


def test_keys_pressed_faster_than_slides_can_be_painted_are_all_obeyed(room: Hall, tmp_path: Path) -> None:
    pages = tuple(decks.Page(name=f"s{n}", number=n) for n in range(100, 130))
    room.present(decks.write(tmp_path / "deck", pages, transition="fade"), "--no-console", first=100, on=LEFT)
    room.press(*["Right"] * 20)
    room.shows(120, LEFT)
    room.press(*["Left"] * 5)
    room.shows(115, LEFT)


def test_escape_shows_the_logo_and_f5_the_slide_again(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), "--no-animation", on=RIGHT)
    hall.press("Right")
    hall.shows(11, RIGHT)
    slide = hall.eyes.look(RIGHT)
    hall.press("Esc")
    wait_until(lambda: hall.eyes.number(RIGHT) is None, "the logo")
    assert len(hall.eyes.colours(RIGHT)) > 10
    logo = hall.eyes.look(RIGHT)
    hall.press("Esc", "l")
    wait_until(lambda: hall.eyes.look(RIGHT) != logo, "the logo in English")
    assert hall.eyes.number(RIGHT) is None
    hall.press("F5")
    hall.shows(11, RIGHT)
    english = hall.eyes.look(RIGHT)
    assert english != slide
    hall.press("Esc")
    wait_until(lambda: hall.eyes.number(RIGHT) is None, "the logo")
    hall.press("F5")
    wait_until(lambda: hall.eyes.look(RIGHT) == english, "the slide as it was")


def test_a_point_makes_the_screen_black_and_the_next_key_only_brings_the_slide_back(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), on=RIGHT)
    hall.press(".")
    wait_until(lambda: hall.eyes.colours(RIGHT) == {BLACK}, "nothing but black")
    hall.press(".")
    hall.shows(10, RIGHT)
    hall.press(".")
    wait_until(lambda: hall.eyes.colours(RIGHT) == {BLACK}, "nothing but black")
    hall.press("PgDn")
    hall.shows(10, RIGHT)
    hall.press("PgDn")
    hall.shows(11, RIGHT)


def test_languages_change_in_place_one_by_one_then_stacked(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), "--no-animation", on=RIGHT)
    hall.press("Right", "Right")
    hall.shows(12, RIGHT)
    pictures = [hall.eyes.look(RIGHT)]
    for language in ("English", "both"):
        hall.press("l")
        wait_until(lambda: hall.eyes.look(RIGHT) not in pictures, language)
        hall.shows(12, RIGHT)
        pictures.append(hall.eyes.look(RIGHT))
    hall.press("l")
    wait_until(lambda: hall.eyes.look(RIGHT) == pictures[0], "Chinese as before")


def test_the_style_changes_in_place(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), on=RIGHT)
    hall.press("Right")
    hall.shows(11, RIGHT)
    hall.press("s")
    wait_until(lambda: min(hall.eyes.colour(RIGHT, *decks.GROUND)) > 200, "a light ground")
    hall.shows(11, RIGHT)


def test_frozen_the_audience_s_picture_stays_while_the_console_goes_ahead(hall: Hall, tmp_path: Path) -> None:
    hall.present(decks.write(tmp_path / "deck"), "--no-animation", on=RIGHT)
    before = hall.eyes.look(RIGHT)
    console = hall.eyes.look(LEFT, *CURRENT)
    hall.press("f", "Right")
    wait_until(lambda: hall.eyes.look(LEFT, *CURRENT) != console, "the console going ahead")
    assert hall.eyes.look(RIGHT) == before
    hall.press("f")
    hall.shows(11, RIGHT)
