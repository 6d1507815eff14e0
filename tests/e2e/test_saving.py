"""The deck is edited while it is shown."""

from pathlib import Path

from msgspec import structs

from jn_presenter.qt.windows.console.look import TONES
from tests.e2e import decks
from tests.e2e.conftest import Hall, rgb
from tests.e2e.desk import LEFT, NEEDS, RIGHT
from tests.e2e.program import wait_until

pytestmark = NEEDS
ONE = decks.SHOW[0]


def save(path: Path, text: str) -> None:
    """As editors do that never leave half a file: beside it, then in its place."""
    beside = path.with_suffix(".part")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def renumbered(number: int) -> str:
    return structs.replace(ONE, number=number).yaml()


def test_a_saved_slide_is_on_the_screen_however_it_was_saved(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    file = decks.file(deck, ONE)
    room.present(deck, on=LEFT)
    file.write_text(renumbered(100), encoding="utf-8")
    room.shows(100, LEFT)
    for number in (200, 300):
        save(file, renumbered(number))
        room.shows(number, LEFT)
    file.write_text(renumbered(400), encoding="utf-8")
    room.shows(400, LEFT)
    room.press("Right")
    room.shows(401, LEFT)
    save(file, renumbered(500))
    room.shows(501, LEFT)


def test_a_broken_slide_stays_as_it_was_and_the_console_says_what_is_wrong(hall: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    file = decks.file(deck, ONE)
    hall.present(deck, on=RIGHT)
    slide = hall.eyes.look(RIGHT)
    fault = rgb(TONES["amber"])
    assert fault not in hall.eyes.colours(LEFT)
    file.write_text(ONE.yaml().replace("points:", "poinst:"), encoding="utf-8")
    wait_until(lambda: fault in hall.eyes.colours(LEFT), "the problem")
    assert hall.eyes.look(RIGHT) == slide
    hall.press("Right", "Right", "Right")
    hall.shows(20, RIGHT)
    hall.press("Left")
    hall.shows(12, RIGHT)
    file.write_text(renumbered(100), encoding="utf-8")
    hall.shows(102, RIGHT)
    wait_until(lambda: fault not in hall.eyes.colours(LEFT), "no problem any more")


def test_a_slide_that_is_added_comes_into_the_running_show(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    room.present(deck, on=LEFT)
    five = decks.Page(name="five", number=50)
    decks.file(deck, five).write_text(five.yaml(), encoding="utf-8")
    theme = deck / "a" / "theme.yaml"
    save(theme, theme.read_text(encoding="utf-8").replace("four]", "four, five]"))

    def at_the_last() -> bool:
        room.press("End")
        return room.eyes.number(LEFT) == 50

    wait_until(at_the_last, "the added slide")
