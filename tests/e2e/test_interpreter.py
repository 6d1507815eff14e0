"""The interpreter has a screen in the booth, and nothing of it is ever seen on the audience's."""

from pathlib import Path

from bench.lookout import Lookout
from jn_presenter.qt.windows.dark import ACCENT, TONES
from tests.e2e import decks
from tests.e2e.conftest import CONSOLE, CORNER, STRIP, VIEW, Hall, rgb
from tests.e2e.desk import BOOTH, HEIGHT, LEFT, NEEDS, RIGHT, WIDTH, Monitor
from tests.e2e.program import wait_until
from tests.e2e.spectator import BYTES

pytestmark = NEEDS
EDGE = (24, 40, 4, 300)
"""Where the bars before the present words are; px of the monitor."""


def is_view(house: Hall, monitor: Monitor) -> bool:
    """Whether the view's words are to be seen there: its languages in the accent, the next texts in quiet."""
    colours = house.eyes.colours(monitor)
    return house.eyes.colour(monitor, *CORNER) == rgb("#0f1419") and {rgb(ACCENT), rgb(TONES["quiet"])} <= colours


def has_view(house: Hall, monitor: Monitor) -> None:
    wait_until(lambda: is_view(house, monitor), f"the interpreter's view on {monitor.name}")


def is_above_console(house: Hall) -> bool:
    """Whether the console is on its screen, with the view's words in the accent where it has none itself."""
    width, height = WIDTH // 3, HEIGHT // 4
    right = house.eyes.colours(LEFT, WIDTH - width, HEIGHT // 2, width, height)
    return house.is_console(LEFT) and rgb(TONES["quiet"]) in right and VIEW in house.eyes.windows()


def bar(house: Hall) -> int:
    """How far down the bar before the present words begins; 0 where there is none."""
    _, y, width, _ = EDGE
    levels = bytes(reversed(rgb(ACCENT)))
    found = house.eyes.look(BOOTH, *EDGE).find(levels)
    return y + found // BYTES // width if found >= 0 else 0


def test_the_view_comes_on_the_third_screen_and_the_audience_sees_nothing_of_it(house: Hall, tmp_path: Path) -> None:
    house.present(decks.write(tmp_path / "deck"), on=RIGHT)
    audience = house.eyes.look(RIGHT)
    assert not is_view(house, BOOTH)
    house.press("i")
    has_view(house, BOOTH)
    assert house.eyes.look(RIGHT) == audience
    house.press("i")
    house.has_no_window(VIEW)
    assert house.eyes.look(RIGHT) == audience


def test_the_view_follows_the_steps_and_its_own_keys_steer_nothing(house: Hall, tmp_path: Path) -> None:
    house.present(decks.write(tmp_path / "deck"), "--interpreter", on=RIGHT)
    has_view(house, BOOTH)
    title = bar(house)
    assert title
    house.press("Right")
    house.shows(11, RIGHT)
    wait_until(lambda: bar(house) > title, "the bar before the first point")
    first = bar(house)
    house.press("Right")
    house.shows(12, RIGHT)
    wait_until(lambda: bar(house) > first, "the bar before the second point")
    looks = [house.eyes.look(RIGHT)]

    def rests() -> bool:
        looks.append(house.eyes.look(RIGHT))
        return looks[-30:] == looks[-1:] * 30

    wait_until(rests, "the step is at rest")
    audience = looks[-1]
    house.eyes.activate(VIEW)
    wait_until(lambda: house.eyes.active() == VIEW, "the view has the keys")
    before = house.eyes.look(BOOTH)
    house.press("Right", "Space", ".", "Esc", "Ctrl+-")
    wait_until(lambda: house.eyes.look(BOOTH) != before, "smaller type in the view")
    assert house.eyes.look(RIGHT) == audience
    house.eyes.close_window(VIEW)
    house.has_no_window(VIEW)
    assert house.eyes.look(RIGHT) == audience


def test_without_its_screen_the_view_is_a_window_beside_the_console_and_comes_back(house: Hall, tmp_path: Path) -> None:
    house.present(decks.write(tmp_path / "deck"), "--interpreter-screen", BOOTH.name, on=RIGHT)
    has_view(house, BOOTH)
    audience = house.eyes.look(RIGHT)
    for _ in range(2):
        with Lookout(house.desk.env["DISPLAY"], (RIGHT.x, 0, *STRIP)) as eyes:
            wait_until(lambda eyes=eyes: eyes.looks > 0, "a look at the monitor")
            house.desk.unplug(BOOTH)
            wait_until(lambda: is_above_console(house), "the view as a window above the console")
            assert not eyes.seen
        assert house.eyes.look(RIGHT) == audience
        house.desk.plug_in(BOOTH)
        has_view(house, BOOTH)
        assert house.eyes.look(RIGHT) == audience


def test_the_view_s_window_is_in_the_next_show_where_it_was_drawn_to(hall: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    show = hall.present(deck, "--interpreter", on=RIGHT)
    hall.has_window(VIEW)
    wait_until(lambda: is_above_console(hall), "the view as a window above the console")
    before = hall.eyes.place(VIEW)
    hall.eyes.move(VIEW, 50, 30)
    wait_until(lambda: hall.eyes.place(VIEW) != before, "the view at the top left")
    drawn = hall.eyes.place(VIEW)
    hall.eyes.activate(CONSOLE)
    wait_until(lambda: hall.eyes.active() == CONSOLE, "keys for the console")
    hall.press("Ctrl+q", "Enter")
    assert show.exit_code() == 0
    wait_until(lambda: hall.eyes.number(RIGHT) is None, "an empty screen")
    hall.present(deck, "--interpreter", on=RIGHT)
    wait_until(lambda: VIEW in hall.eyes.windows() and hall.eyes.place(VIEW) == drawn, "the view where it was")
