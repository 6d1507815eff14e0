"""Questions and rehearsals with real keys: the audience sees the backup slide when it is taken, and nothing before."""

from pathlib import Path

from bench import marker
from jn_presenter.qt.windows.console.look import GROUND, PANEL, TONES
from tests.e2e import decks
from tests.e2e.conftest import CONSOLE, Hall, rgb
from tests.e2e.desk import LEFT, NEEDS, RIGHT
from tests.e2e.program import wait_until

pytestmark = NEEDS

TOP = (600, 20, 80, 4)
"""Within the panel of either, above all words; where the console has its ground."""
CARD = (560, 400, 400, 300)
"""Where the picture of a backup slide stands."""
MIDDLE = (800, 300, 4, 4)
"""Within the card of a question, below its words; where the list's panel shows while there is none."""
BUTTONS = (560, 620, 680, 80)
QUESTIONS = """questions:
  - ask:
      zh: 有多少人？
      en: How many people?
    answer:
      zh: 一百。
      en: A hundred.
    slide: a/two
  - ask:
      zh: 电网多大？
      en: How large is the grid?
    answer:
      zh: 一千。
      en: A thousand.
    slide: a/three
"""


def begun(hall: Hall, folder: Path) -> bytes:
    """A show with the console in front; what the audience sees of it."""
    hall.present(folder, "--no-animation", on=RIGHT)
    wait_until(lambda: hall.eyes.active() == CONSOLE, "the console has the keys")
    return hall.eyes.look(RIGHT)


def is_open(hall: Hall) -> bool:
    return hall.eyes.colours(LEFT, *TOP) == {rgb(PANEL)}


def test_a_question_is_found_unseen_by_the_audience_and_taken_and_back_leads_home(hall: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    (deck / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    begun(hall, deck)
    hall.press("Right")
    hall.shows(11, RIGHT)
    before = hall.eyes.look(RIGHT)
    hall.press("q")
    wait_until(lambda: is_open(hall), "the drawer")
    hall.press(*"dianwang")
    backup = rgb(marker.hex_colour(31))
    wait_until(lambda: backup in hall.eyes.colours(LEFT, *CARD), "the picture of the backup slide")
    assert hall.eyes.look(RIGHT) == before
    hall.press("Enter")
    hall.shows(30, RIGHT)
    hall.press("Alt+Left")
    hall.shows(11, RIGHT)
    hall.press("Right")
    hall.shows(12, RIGHT)


def test_what_nobody_expected_is_noted_and_the_audience_sees_nothing_of_it(hall: Hall, tmp_path: Path) -> None:
    before = begun(hall, decks.write(tmp_path / "deck"))
    hall.press("q")
    wait_until(lambda: is_open(hall), "the drawer")
    hall.press(*"xyz")
    wait_until(lambda: rgb(GROUND) in hall.eyes.colours(LEFT, *MIDDLE), "no question has these words")
    hall.press("Ctrl+Enter")
    wait_until(lambda: rgb(TONES["amber"]) in hall.eyes.colours(LEFT, *BUTTONS), "the question is noted")
    assert hall.eyes.look(RIGHT) == before
    hall.press("Esc")
    wait_until(lambda: not is_open(hall), "the console as it was")
    assert hall.eyes.look(RIGHT) == before


def test_a_rehearsal_ends_behind_the_last_step_and_is_written_and_taken_back(hall: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    files = {page.name: decks.file(deck, page) for page in decks.SHOW}
    before = {name: file.read_bytes() for name, file in files.items()}
    begun(hall, deck)
    hall.press("Ctrl+r", "End")
    hall.shows(40, RIGHT)
    seen = hall.eyes.look(RIGHT)
    hall.press("Right")
    wait_until(lambda: is_open(hall), "the report")
    assert hall.eyes.look(RIGHT) == seen
    hall.press("Ctrl+a", "Ctrl+Enter")
    wait_until(lambda: b"minutes: 0.25" in files["four"].read_bytes(), "the minutes of the last slide")
    wait_until(lambda: b"minutes: 0.25" in files["one"].read_bytes(), "the minutes of the first slide")
    assert files["four"].read_bytes() == before["four"].replace(b"points\n", b"points\nminutes: 0.25\n", 1)
    assert files["two"].read_bytes() == before["two"]
    wait_until(lambda: undone(hall, files["four"], before["four"]), "the file as it was")
    wait_until(lambda: files["one"].read_bytes() == before["one"], "the file as it was")
    assert hall.eyes.look(RIGHT) == seen
    hall.press("Esc", "Left")
    hall.shows(31, RIGHT)


def undone(hall: Hall, file: Path, before: bytes) -> bool:
    """Whether Ctrl+Z has restored the file; pressed again while writing may still be under way."""
    hall.press("Ctrl+z")
    return file.read_bytes() == before
