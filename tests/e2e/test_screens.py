"""The right picture on the right screen: swapped, moved, in windows, unplugged, upright, in every scale."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from bench.lookout import Lookout
from jn_presenter.qt.windows.console.look import GROUND
from tests.e2e import decks
from tests.e2e.conftest import AUDIENCE, CONSOLE, STRIP, VIEW, Hall, hall_of, rgb
from tests.e2e.desk import BEAMER, BOOTH, HEIGHT, LEFT, LID, NEEDS, PORTRAIT, RIGHT, WIDTH, Monitor
from tests.e2e.program import ROOT, wait_until

pytestmark = NEEDS
CYCLES = 25
"""The benchmark does 200."""
PULLS = 8
"""Of the console's screen; without what keeps the console away each of them shows it."""
NOTHING = {(0, 0, 0)}


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return decks.write(tmp_path / "deck")


def test_the_screens_are_swapped_by_a_key_and_the_choice_is_remembered(hall: Hall, deck: Path) -> None:
    show = hall.present(deck, on=RIGHT)
    hall.press("Ctrl+s")
    hall.shows(10, LEFT)
    hall.has_console(RIGHT)
    hall.press("Right")
    hall.shows(11, LEFT)
    wait_until((hall.folder / "config" / "jn-presenter" / "screens.json").exists, "the choice on the disk")
    show.close()
    wait_until(lambda: hall.eyes.number(LEFT) is None, "an empty screen")
    hall.start("present", deck)
    hall.has_console(RIGHT)
    wait_until(lambda: hall.eyes.number(LEFT) is not None, "the audience's picture on the laptop")
    hall.press("Enter", "Ctrl+s")
    hall.has_console(LEFT)
    wait_until(lambda: hall.eyes.number(RIGHT) is not None, "the audience's picture on the projector")


def test_options_count_for_more_than_what_is_remembered(hall: Hall, deck: Path) -> None:
    show = hall.present(deck, on=RIGHT)
    hall.press("Ctrl+s")
    wait_until((hall.folder / "config" / "jn-presenter" / "screens.json").exists, "the choice on the disk")
    hall.has_console(RIGHT)
    show.close()
    wait_until(lambda: not hall.is_console(RIGHT), "an empty screen")
    hall.start("present", deck, "--screen", RIGHT.name)
    hall.has_console(LEFT)
    wait_until(lambda: hall.eyes.number(RIGHT) is not None, "the audience's picture on the projector")


def test_the_audience_goes_round_all_screens_and_the_console_gives_way(house: Hall, deck: Path) -> None:
    house.present(deck, on=RIGHT)
    for audience, console in ((BOOTH, LEFT), (LEFT, BOOTH), (RIGHT, BOOTH)):
        house.press("Ctrl+m")
        house.shows(10, audience)
        house.has_console(console)
        wait_until(lambda: house.eyes.active() == CONSOLE, "keys for the console")


def test_with_two_of_three_left_nothing_of_the_show_comes_onto_the_third(house: Hall, deck: Path) -> None:
    house.present(deck, on=RIGHT)
    house.desk.unplug(RIGHT)
    house.has_no_window(AUDIENCE)
    house.has_console(LEFT)
    assert house.eyes.colours(BOOTH) == NOTHING
    house.press("Ctrl+m")
    house.shows(10, BOOTH)
    house.desk.plug_in(RIGHT)
    house.press("Right")
    house.shows(11, BOOTH)


def test_windows_become_normal_ones_and_fill_their_screens_again(hall: Hall, deck: Path) -> None:
    hall.present(deck, on=RIGHT)
    edge = (0, 0, 20, HEIGHT)
    hall.press("F11")
    for monitor in (LEFT, RIGHT):
        wait_until(lambda m=monitor: hall.eyes.colours(m, *edge) == NOTHING, f"room around the window on {monitor}")
        assert hall.eyes.colours(monitor, WIDTH // 2, HEIGHT // 2, 200, 100) != NOTHING
    hall.press("F11")
    hall.shows(10, RIGHT)
    hall.has_console(LEFT)


def test_a_window_drawn_onto_another_screen_fills_that_one(house: Hall, deck: Path) -> None:
    house.present(deck, on=RIGHT)
    house.press("F11")
    edge = (0, 0, 20, HEIGHT)
    wait_until(lambda: house.eyes.colours(RIGHT, *edge) == NOTHING, "room around the window")
    house.eyes.move(AUDIENCE, BOOTH.x + 100, 60)
    wait_until(lambda: house.eyes.colours(BOOTH, 300, 300, 300, 50) != NOTHING, "the window on the third monitor")
    wait_until(lambda: house.eyes.colours(RIGHT) == NOTHING, "nothing left behind")
    house.press("F11")
    house.shows(10, BOOTH)
    house.has_console(LEFT)


def test_however_often_the_projector_comes_and_goes_no_pixel_of_the_console_is_on_it(hall: Hall, deck: Path) -> None:
    hall.present(deck, on=RIGHT)
    with Lookout(hall.desk.env["DISPLAY"], (RIGHT.x, 0, RIGHT.width, RIGHT.height), rgb(GROUND)) as audience:
        for _ in range(CYCLES):
            before = audience.looks
            hall.desk.unplug(RIGHT)
            hall.has_no_window(AUDIENCE)
            hall.has_console(LEFT)
            hall.desk.plug_in(RIGHT)
            hall.shows(10, RIGHT)
            wait_until(lambda before=before: audience.looks > before + 1, "a look at the monitor")
    assert not audience.seen
    assert hall.is_console(LEFT)


def test_however_often_the_lid_is_closed_no_pixel_of_the_console_is_seen_by_the_audience(
    tmp_path: Path, deck: Path
) -> None:
    with hall_of(tmp_path, LID, BEAMER) as hall:
        hall.present(deck, "--interpreter", on=BEAMER)
        for cycle in range(PULLS):
            hall.has_window(VIEW)
            keys = (CONSOLE, AUDIENCE, VIEW)[cycle % 3]
            hall.eyes.activate(keys)
            wait_until(lambda keys=keys: hall.eyes.active() == keys, f"keys for {keys}")
            with Lookout(hall.desk.env["DISPLAY"], (BEAMER.x, 0, *STRIP), rgb(GROUND)) as audience:
                hall.desk.unplug(LID)
                hall.has_no_window(CONSOLE)
                hall.has_no_window(VIEW)
                before = audience.looks
                wait_until(lambda: audience.looks > before + 1, "a look at the monitor")  # noqa: B023
            assert not audience.seen
            hall.shows(10, BEAMER)
            hall.desk.plug_in(LID)
            hall.has_console(LID)
            wait_until(lambda: hall.eyes.active() == CONSOLE, "keys for the console")


def test_with_the_lid_closed_the_console_is_gone_and_the_audience_sees_the_same(tmp_path: Path, deck: Path) -> None:
    with hall_of(tmp_path, LID, BEAMER) as hall:
        hall.present(deck, on=BEAMER)
        for number in (11, 12):
            hall.desk.unplug(LID)
            hall.has_no_window(CONSOLE)
            hall.shows(number - 1, BEAMER)
            assert not hall.eyes.has(BEAMER, rgb(GROUND))
            wait_until(lambda: hall.eyes.active() == AUDIENCE, "keys for the audience's window")
            hall.press("Right")
            hall.shows(number, BEAMER)
            hall.desk.plug_in(LID)
            hall.has_console(LID)
            hall.shows(number, BEAMER)
            wait_until(lambda: hall.eyes.active() == CONSOLE, "keys for the console")


def test_a_mirroring_projector_shows_what_the_laptop_does_and_never_the_console(tmp_path: Path, deck: Path) -> None:
    with hall_of(tmp_path, LEFT, Monitor("R", 0, "none", WIDTH // 2, HEIGHT // 2)) as hall:
        hall.present(deck, on=LEFT)
        hall.press("Right")
        hall.shows(11, LEFT)
        assert CONSOLE not in hall.eyes.windows()
        assert not hall.eyes.has(LEFT, rgb(GROUND))


def test_a_screen_that_changes_its_resolution_is_filled_anew(tmp_path: Path, deck: Path) -> None:
    with hall_of(tmp_path, later=(LEFT,)) as hall:
        hall.present(deck, "--no-animation", on=LEFT)
        hall.press("Right", "Right")
        for monitor in (Monitor("screen", 0, LEFT.output, 800, 600), LEFT):
            hall.desk.set_mode(monitor)
            looks_as_exported(hall, monitor, exported(deck, monitor))


def test_another_projector_in_the_place_of_the_first_is_filled_in_its_own_pixels(hall: Hall, deck: Path) -> None:
    hall.present(deck, "--no-animation", on=RIGHT)
    small = Monitor(RIGHT.name, RIGHT.x, RIGHT.output, WIDTH // 2, HEIGHT // 2)
    for number in (11, 12):
        hall.press("Right")
        hall.shows(number, RIGHT)
    for old, new in ((RIGHT, small), (small, RIGHT)):
        hall.desk.unplug(old)
        hall.desk.plug_in(new)
        looks_as_exported(hall, new, exported(deck, new))
        hall.has_console(LEFT)


def test_a_screen_that_is_not_there_is_told_and_the_show_begins(hall: Hall, deck: Path) -> None:
    show = hall.present(deck, "--screen", "HDMI-9", on=RIGHT)
    wait_until(lambda: "there is no screen HDMI-9; there are: 1 L, 2 R" in show.said, "a line about it")


def exported(deck: Path, monitor: Monitor) -> bytes:
    """The first slide's last step in the monitor's own pixels, as `export` makes it."""
    size = f"{monitor.width}x{monitor.height}"
    folder = deck.parent / f"png-{size}"
    command = [sys.executable, "-m", "jn_presenter", "export", deck, "-o", folder, "--to", "png", "--size", size]
    subprocess.run([*command, "--lang", "zh"], cwd=ROOT, check=True, capture_output=True)
    with Image.open(min(folder.glob("*.png"))) as picture:
        return picture.convert("RGB").tobytes("raw", "BGRX")


def looks_as_exported(hall: Hall, monitor: Monitor, picture: bytes) -> None:
    """Wait until all pixels of the monitor are those of the picture; the fourth byte of each means nothing."""

    def same() -> bool:
        seen = hall.eyes.look(monitor)
        return all(seen[k::4] == picture[k::4] for k in range(3))

    wait_until(same, f"the exported picture on {monitor.name}")


def test_an_upright_monitor_has_a_picture_of_its_own_shape(tmp_path: Path, deck: Path) -> None:
    with hall_of(tmp_path, LEFT, PORTRAIT) as hall:
        hall.start("present", deck, "--no-animation")
        hall.has_console(LEFT)
        wait_until(hall.eyes.active, "a window that gets the keys")
        hall.press("Right", "Right")
        looks_as_exported(hall, PORTRAIT, exported(deck, PORTRAIT))


@pytest.mark.parametrize("factors", [(1.0, 1.0), (2.0, 1.0), (1.0, 1.25), (1.25, 1.5), (1.5, 2.0), (3.0, 1.25)])
def test_in_mixed_scales_the_audience_s_picture_is_exact_on_either_screen(
    hall: Hall, deck: Path, factors: tuple[float, float]
) -> None:
    hall.desk.env["QT_SCREEN_SCALE_FACTORS"] = "L={};R={}".format(*factors)
    hall.start("present", deck, "--no-animation")
    hall.shows(10, RIGHT)
    hall.has_console(LEFT)
    wait_until(hall.eyes.active, "a window that gets the keys")
    hall.press("Right", "Right")
    picture = exported(deck, RIGHT)
    looks_as_exported(hall, RIGHT, picture)
    hall.press("Ctrl+s")
    looks_as_exported(hall, LEFT, picture)
    hall.has_console(RIGHT)


def test_a_screen_of_the_same_size_in_the_desktop_s_eyes_and_more_pixels_gets_all_of_them(
    tmp_path: Path, deck: Path
) -> None:
    half = Monitor("R", WIDTH, "none", WIDTH // 2, HEIGHT // 2)
    with hall_of(tmp_path, LEFT, half) as hall:
        hall.desk.env["QT_SCREEN_SCALE_FACTORS"] = "L=2;R=1"
        hall.present(deck, "--no-animation", on=half)
        hall.press("Right", "Right", "Ctrl+s")
        looks_as_exported(hall, LEFT, exported(deck, LEFT))
        hall.press("Ctrl+s")
        looks_as_exported(hall, half, exported(deck, half))
