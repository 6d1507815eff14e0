"""Visits with real keys: chosen and made on the laptop, seen by the audience, and nothing of the panels is."""

import time
from pathlib import Path

from jn_presenter.qt.windows.console.look import GROUND, HAIRLINE, PANEL
from tests.e2e import decks
from tests.e2e.conftest import CONSOLE, Hall, rgb
from tests.e2e.desk import LEFT, NEEDS, RIGHT, WIDTH
from tests.e2e.program import wait_until

pytestmark = NEEDS

TOP = (600, 24, 80, 4)
"""Within the panel of either, above all words; where the console has its ground."""
CHOSEN = (WIDTH // 2 - 120, 190, 8, 8)
"""Within the second line of the list, which is the first of today's visits, beside its words."""
FIELD = (WIDTH // 2 - 140, 116, 8, 4)
"""Within the first line of the form, beside what is typed; where the list has its panel."""
GUESTS = "delegation: {{zh: 湖畔市代表团, en: Lakeside}}\ndate: {day}\nlanguages: [en]\nhide: [a/two]\n"


def begun(hall: Hall, folder: Path) -> tuple[Path, bytes]:
    """A deck with a visit of today, its show with the console in front; what the audience sees of it."""
    deck = decks.write(folder)
    (deck / "visits").mkdir()
    (deck / "visits" / "lake.yaml").write_text(GUESTS.format(day=time.strftime("%Y-%m-%d")), encoding="utf-8")
    hall.present(deck, "--no-animation", on=RIGHT)
    wait_until(lambda: hall.eyes.active() == CONSOLE, "the console has the keys")
    return deck, hall.eyes.look(RIGHT)


def is_open(hall: Hall) -> bool:
    return hall.eyes.colours(LEFT, *TOP) == {rgb(PANEL)}


def is_listed(hall: Hall) -> bool:
    return is_open(hall) and hall.eyes.colours(LEFT, *CHOSEN) == {rgb(HAIRLINE)}


def is_form(hall: Hall) -> bool:
    return is_open(hall) and hall.eyes.colours(LEFT, *FIELD) == {rgb(GROUND)}


def test_a_visit_is_chosen_unseen_and_the_audience_is_welcomed(hall: Hall, tmp_path: Path) -> None:
    _, before = begun(hall, tmp_path / "deck")
    hall.press("t")
    wait_until(lambda: is_listed(hall), "today's visit in the list")
    assert hall.eyes.look(RIGHT) == before
    hall.press("Enter")
    wait_until(lambda: hall.eyes.look(RIGHT) != before and hall.eyes.number(RIGHT) is None, "the welcome")
    wait_until(lambda: not is_open(hall), "the console as it was")
    hall.press("Right")
    hall.shows(10, RIGHT)
    hall.press("End")
    hall.shows(40, RIGHT)
    hall.press("Home")
    hall.press("Right", "Right", "Right")
    hall.shows(12, RIGHT)
    hall.press("Right")
    hall.shows(30, RIGHT)


def test_a_visit_is_made_on_the_console_while_the_audience_waits(hall: Hall, tmp_path: Path) -> None:
    deck, before = begun(hall, tmp_path / "deck")
    hall.press("t")
    wait_until(lambda: is_listed(hall), "the list")
    hall.press("n")
    wait_until(lambda: is_form(hall), "the form")
    hall.press(*"newport", "Ctrl+Enter")
    made = deck / "visits" / f"{time.strftime('%Y-%m-%d')}-newport.yaml"
    wait_until(made.is_file, "the file of the visit")
    wait_until(lambda: not is_form(hall), "the list again")
    assert hall.eyes.look(RIGHT) == before
    hall.press("Esc")
    wait_until(lambda: not is_open(hall), "the console as it was")
    hall.press("Right")
    hall.shows(11, RIGHT)


def test_a_name_mended_in_the_form_is_mended_on_the_screen(hall: Hall, tmp_path: Path) -> None:
    deck, before = begun(hall, tmp_path / "deck")
    hall.press("t")
    wait_until(lambda: is_listed(hall), "the list")
    hall.press("Enter")
    wait_until(lambda: hall.eyes.look(RIGHT) != before and hall.eyes.number(RIGHT) is None, "the welcome")
    wait_until(lambda: not is_open(hall), "the console as it was")
    welcome = hall.eyes.look(RIGHT)
    hall.press("t")
    wait_until(lambda: is_listed(hall), "the list, with the visit that is shown")
    hall.press("e")
    wait_until(lambda: is_form(hall), "the form")
    hall.press("Enter", *"greatlake", "Ctrl+Enter")
    wait_until(lambda: "en: great" in (deck / "visits" / "lake.yaml").read_text(encoding="utf-8"), "the file")
    wait_until(lambda: hall.eyes.look(RIGHT) != welcome, "the name as it is now")
    assert hall.eyes.number(RIGHT) is None
