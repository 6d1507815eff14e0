"""A kiosk in a hall, with its supervisor: it loops, somebody touches it and goes, and it loops again."""

from pathlib import Path

import pytest

from bench import marker
from tests.e2e import decks
from tests.e2e.conftest import Hall
from tests.e2e.desk import HEIGHT, LEFT, NEEDS, WIDTH
from tests.e2e.program import Program, wait_until

pytestmark = NEEDS
KIOSK = "kiosk: {loop: [a], dwell: {least: 0.4, most: 0.4}, idle: 2, countdown: 1}\n"
MIDDLE = (WIDTH // 2, HEIGHT // 2)
SECOND_TILE = (WIDTH * 3 // 4, HEIGHT // 2)
APART = (decks.Page(name="five", number=50), decks.Page(name="six", number=60))
"""Slides that only a visitor finds."""
PAGES = {page.name: page.number for page in (*decks.SHOW, *APART)}


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Slides one to four in a theme that loops, half a second a step, and a second theme."""
    folder = decks.write(tmp_path / "deck")
    other = folder / "b"
    other.mkdir()
    (other / "theme.yaml").write_text("title: B\nslides: [five, six]\n", encoding="utf-8")
    for page in APART:
        (other / f"{page.name}.yaml").write_text(page.yaml(), encoding="utf-8")
    briefing = folder / "briefing.yaml"
    text = briefing.read_text(encoding="utf-8").replace("themes: [a]", "themes: [a, b]")
    briefing.write_text(text + KIOSK, encoding="utf-8")
    return folder


def begin(hall: Hall, deck: Path) -> Program:
    hall.desk.env["XDG_STATE_HOME"] = str(hall.folder / "state")
    return hall.start("kiosk", deck, "--no-animation")


def seen(hall: Hall) -> frozenset[int]:
    """The numbers of slides and steps that are to be seen; above the controls a slide's marker is not in its corner."""
    picture = hall.eyes.colours(LEFT, 0, HEIGHT // 2, 16, HEIGHT // 2)
    return frozenset(number for colour in picture if (number := marker.number(*colour)) is not None)


def sees(hall: Hall, *numbers: int) -> None:
    wait_until(lambda: seen(hall) & set(numbers), lambda: f"one of {numbers}; there are {seen(hall)}")


def touch(hall: Hall, x: int, y: int) -> None:
    hall.eyes.point_at(LEFT, x, y)
    hall.eyes.click()


def test_a_visit_from_the_loop_and_back_to_it(room: Hall, deck: Path) -> None:
    begin(room, deck)
    for number in (PAGES["one"], PAGES["two"], PAGES["three"], PAGES["one"]):
        sees(room, number)
    touch(room, *MIDDLE)
    wait_until(lambda: not seen(room), "the themes instead of a slide")
    touch(room, *SECOND_TILE)
    sees(room, PAGES["five"])
    room.eyes.press("Right")
    sees(room, PAGES["six"])
    for number in (PAGES["one"], PAGES["two"]):
        sees(room, number)


def test_nothing_but_its_keys_gets_through(room: Hall, deck: Path) -> None:
    program = begin(room, deck)
    sees(room, PAGES["two"])
    room.press("Ctrl+q", "Esc", "F11", "Alt+f", "c", "l", "s", ".")
    room.eyes.close_window("JN Presenter")
    for number in (PAGES["three"], PAGES["four"], PAGES["one"]):
        sees(room, number)
    assert program.running


def test_a_window_that_another_program_destroys_is_made_anew_and_can_be_touched(room: Hall, deck: Path) -> None:
    begin(room, deck)
    sees(room, PAGES["two"])
    before = room.eyes.windows()["JN Presenter"]
    room.eyes.destroy_window("JN Presenter")
    wait_until(lambda: room.eyes.windows().get("JN Presenter", before) != before, "another window")
    sees(room, PAGES["three"], PAGES["four"], PAGES["one"])
    touch(room, *MIDDLE)
    wait_until(lambda: not seen(room), "the themes instead of a slide")
    touch(room, *SECOND_TILE)
    sees(room, PAGES["five"])


def test_the_system_ends_it(room: Hall, deck: Path) -> None:
    program = begin(room, deck)
    sees(room, PAGES["two"])
    program.process.terminate()
    assert program.exit_code() == 0
    wait_until(lambda: not room.eyes.windows(), "no window")
