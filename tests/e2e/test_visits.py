"""A show for guests: their welcome first, a corrected name on the screen at once, and all of it again after a kill."""

from pathlib import Path

from tests.e2e import decks
from tests.e2e.conftest import Hall
from tests.e2e.desk import LEFT, NEEDS
from tests.e2e.program import wait_until
from tests.e2e.test_journal import FIRST_LINE, kept, kill
from tests.e2e.test_leaving import ASKED

pytestmark = NEEDS


def write(folder: Path) -> tuple[Path, Path]:
    """A deck and its visit."""
    deck = decks.write(folder / "deck")
    visit = deck / "visits" / "zurich.yaml"
    visit.parent.mkdir()
    visit.write_text("delegation: Zurich\nhide: [a/two]\n", encoding="utf-8")
    return deck, visit


def test_guests_are_welcomed_by_their_name_which_can_be_mended_and_outlives_a_power_cut(
    room: Hall, tmp_path: Path
) -> None:
    deck, visit = write(tmp_path)
    show = room.start("present", deck, "--visit", "zurich", "--no-console", "--no-animation")
    wait_until(room.eyes.active, "a window that gets the keys")
    room.press("Right")
    room.shows(10, LEFT)
    room.press("Left")
    wait_until(lambda: room.eyes.number(LEFT) is None, "the welcome")
    zurich = room.eyes.look(LEFT)
    visit.write_text("delegation: Bern\nhide: [a/two]\n", encoding="utf-8")
    wait_until(lambda: room.eyes.look(LEFT) != zurich, "the other name")
    bern = room.eyes.look(LEFT)
    wait_until(lambda: b'"shown":{"slide":"visit/welcome"' in kept(room.desk), "the place is on the disk")
    kill(show)
    room.present(deck, "--no-console", "--no-animation", on=LEFT)
    wait_until(lambda: ASKED in room.eyes.colours(LEFT, *FIRST_LINE), "the question")
    room.press("Enter")
    wait_until(lambda: room.eyes.look(LEFT) == bern, "the welcome again")
    room.press("Right", "Right", "Right", "Right")
    room.shows(30, LEFT)


def test_a_visit_that_is_not_there_begins_no_show_and_names_those_that_are(room: Hall, tmp_path: Path) -> None:
    deck, visit = write(tmp_path)
    refused = room.start("present", deck, "--visit", "zurch")
    assert refused.exit_code() == 2
    assert "zurich" in refused.said
    visit.write_text("delegation:\nhide: [a/two]\n", encoding="utf-8")
    broken = room.start("present", deck, "--visit", "zurich")
    assert broken.exit_code() == 2
    assert "visits/zurich.yaml:1" in broken.said
