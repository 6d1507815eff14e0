"""A kiosk outside its opening hours, as the hall sees it; and what its owner learns of those inside them."""

import csv
import json
import signal
import time
from pathlib import Path

import pytest

from tests.e2e import decks
from tests.e2e.conftest import Hall
from tests.e2e.desk import HEIGHT, LEFT, NEEDS, WIDTH
from tests.e2e.program import Program, wait_until
from tests.e2e.test_kiosk import KIOSK, sees, touch

pytestmark = NEEDS
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MAGENTA, BLACK = (255, 0, 255), (0, 0, 0)
ALWAYS = "daily: 00:00-24:00"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    folder = decks.write(tmp_path / "deck")
    with (folder / "briefing.yaml").open("a", encoding="utf-8") as stream:
        stream.write(KIOSK)
    return folder


def begin(hall: Hall, deck: Path, hours: str, *, display: str = "") -> Program:
    """A kiosk with these hours, over a desktop that is not black."""
    file = hall.folder / "kiosk.yaml"
    file.write_text(f"hours: {{{hours}}}\n{display}", encoding="utf-8")
    hall.eyes.cover(LEFT, MAGENTA)
    wait_until(lambda: hall.eyes.colours(LEFT) == {MAGENTA}, "a desktop that is not black")
    hall.desk.env["XDG_STATE_HOME"] = str(hall.folder / "state")
    return hall.start("kiosk", deck, "--no-animation", "--settings", file)


def never_now() -> str:
    """Hours of a day that is neither today nor beside it."""
    return f"{DAYS[(time.localtime().tm_wday + 3) % 7]}: 09:00-17:00"


def status(hall: Hall, deck: Path) -> dict[str, object]:
    """What the owner is told; by then all that was done before has come to the show."""
    asked = hall.start("kiosk", deck, "--status", "--json")
    wait_until(lambda: not asked.running, "an answer")
    found = json.loads(asked.said)
    assert isinstance(found, dict)
    return found


def test_closed_the_whole_monitor_is_black_and_touches_and_keys_change_nothing(room: Hall, deck: Path) -> None:
    program = begin(room, deck, never_now())
    wait_until(lambda: room.eyes.colours(LEFT) == {BLACK}, "a black monitor")
    wait_until(lambda: status(room, deck)["healthy"], "a show that is well, though nobody sees it")
    for place in ((WIDTH // 2, HEIGHT // 2), (WIDTH // 4, HEIGHT - 40)):
        touch(room, *place)
    room.press("Right", "Home", "Space")
    assert status(room, deck)["healthy"]
    assert room.eyes.colours(LEFT) == {BLACK}
    assert program.running


def test_open_it_loops(room: Hall, deck: Path) -> None:
    begin(room, deck, ALWAYS)
    for number in (10, 20):
        sees(room, number)


def test_the_owner_s_commands_switch_the_display_by_the_hours(room: Hall, deck: Path) -> None:
    said = room.folder / "display.txt"
    display = f"display: {{power: command, 'on': [touch, {said}.on], 'off': [touch, {said}.off]}}\n"
    begin(room, deck, never_now(), display=display)
    wait_until(Path(f"{said}.off").exists, "a display that is switched off")
    assert not Path(f"{said}.on").exists()


def test_what_it_was_used_for_is_there_once_it_has_ended(room: Hall, deck: Path, tmp_path: Path) -> None:
    program = begin(room, deck, ALWAYS)
    sees(room, 10)
    touch(room, WIDTH // 2, HEIGHT // 2)
    room.press("Right")
    sees(room, 30)
    program.process.send_signal(signal.SIGTERM)
    program.exit_code()
    table = tmp_path / "usage.csv"
    written = room.start("kiosk", deck, "--usage", table)
    assert written.exit_code() == 0
    assert written.said == f"{table}\n"
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert {row["状态 State"] for row in rows} >= {"轮播 loop", "观众 visitor"}
    assert sum(int(row["参观 Visits"]) for row in rows) == 1
    assert {row["页 Slide"] for row in rows} >= {"a/one", "a/three"}
