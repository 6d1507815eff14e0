"""How a show begins: where it was asked to, only once a display, or with a clear line instead."""

from pathlib import Path

import pytest

from tests.e2e import decks
from tests.e2e.conftest import Hall
from tests.e2e.desk import LEFT, NEEDS
from tests.e2e.program import wait_until

pytestmark = NEEDS
SAID = {
    "nothing": "{deck} is not a folder",
    "no slides": "{deck} has no slide",
    "broken slides": "there is no slide that can be shown",
}
MAGENTA = (255, 0, 255)


def test_a_show_begins_at_the_slide_and_in_the_style_asked_for(room: Hall, tmp_path: Path) -> None:
    room.present(decks.write(tmp_path / "deck"), "--start", "a/three", "--style", "day", first=30, on=LEFT)
    assert min(room.eyes.colour(LEFT, 4, 4)) > 200
    room.press("Left")
    room.shows(20, LEFT)


def test_the_languages_asked_for_look_as_those_that_the_key_leads_to(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    pictures = {}
    for languages in ("zh", "en", "zh,en"):
        show = room.present(deck, "--lang", languages, "--no-console", "--no-animation", "--fresh", on=LEFT)
        room.press("Right")
        room.shows(11, LEFT)
        pictures[languages] = room.eyes.look(LEFT)
        if languages != "zh,en":
            show.close()
            wait_until(lambda: room.eyes.number(LEFT) is None, "an empty screen")
    assert len(set(pictures.values())) == 3
    for languages in ("zh", "en", "zh,en"):
        room.press("l")
        wait_until(lambda picture=pictures[languages]: room.eyes.look(LEFT) == picture, languages)


def test_a_second_show_brings_the_first_to_the_front_instead(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    first = room.present(deck, on=LEFT)
    room.press("Right")
    room.shows(11, LEFT)
    room.eyes.cover(LEFT, MAGENTA)
    wait_until(lambda: room.eyes.colours(LEFT) == {MAGENTA}, "another window over the show")
    second = room.start("present", deck)
    assert second.exit_code() == 0
    assert "a show is running already; it was brought to the front" in second.said
    room.shows(11, LEFT)
    assert first.running
    room.press("Right")
    room.shows(12, LEFT)


def test_of_two_shows_started_at_once_one_stays(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    shows = [room.start("present", deck), room.start("present", deck)]
    wait_until(lambda: not all(show.running for show in shows), "one of them gives way")
    (stays,) = (show for show in shows if show.running)
    (other,) = (show for show in shows if not show.running)
    assert other.exit_code() == 0
    assert "a show is running already" in other.said
    room.shows(10, LEFT)
    assert stays.running


def test_after_a_show_that_was_killed_the_next_one_starts(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    killed = room.present(deck, on=LEFT)
    killed.process.kill()
    killed.exit_code()
    wait_until(lambda: room.eyes.number(LEFT) is None, "an empty screen")
    room.present(deck, on=LEFT)


@pytest.mark.parametrize("what", SAID)
def test_a_deck_without_a_slide_to_show_is_told_in_a_line(room: Hall, tmp_path: Path, what: str) -> None:
    deck = tmp_path / "deck"
    if what != "nothing":
        decks.write(deck)
    if what == "no slides":
        theme = deck / "a" / "theme.yaml"
        theme.write_text(theme.read_text(encoding="utf-8").partition("slides:")[0], encoding="utf-8")
    if what == "broken slides":
        for page in decks.SHOW:
            decks.file(deck, page).write_text("layout: points\n", encoding="utf-8")
    program = room.start("present", deck)
    assert program.exit_code() == 2
    assert SAID[what].format(deck=deck) in program.said.splitlines()[0]
    assert "Traceback" not in program.said
