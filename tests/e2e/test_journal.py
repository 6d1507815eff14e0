"""A show that is killed goes on where it was: real keys, real pixels, real files."""

import csv
from pathlib import Path

from pypdfium2 import PdfDocument

from jn_presenter.qt.windows.console.look import PANEL
from tests.e2e import decks
from tests.e2e.conftest import Hall, rgb
from tests.e2e.desk import LEFT, NEEDS, RIGHT, Desk
from tests.e2e.program import Program, wait_until
from tests.e2e.test_leaving import ASKED, CENTRE

pytestmark = NEEDS
FIRST_LINE = (640 - 280, 373, 560, 40)
"""Of the audience's question, which has six here."""


def journals(desk: Desk) -> list[Path]:
    return sorted(Path(desk.env["XDG_STATE_HOME"]).rglob("*.journal"))


def kept(desk: Desk) -> bytes:
    return b"".join(path.read_bytes() for path in journals(desk))


def kill(show: Program) -> None:
    """As a power cut does: nothing can be done about it. That it is over nobody has asked yet."""
    show.process.kill()
    ended = Path(f"/proc/{show.process.pid}/stat")
    wait_until(lambda: ended.read_text().rpartition(")")[2].split()[0] == "Z", "the end")


def test_after_kill_9_the_console_asks_and_enter_brings_slide_and_step_back(hall: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    show = hall.present(deck, "--lang", "zh", on=RIGHT)
    hall.press("Right", "Right", "Right", "Right", "Right")
    hall.shows(31, RIGHT)
    wait_until(lambda: b'"shown":{"slide":"a/three","step":1}' in kept(hall.desk), "the place is on the disk")
    kill(show)
    hall.present(deck, "--lang", "zh", on=RIGHT)
    slide = hall.eyes.look(RIGHT)
    wait_until(lambda: rgb(PANEL) in hall.eyes.colours(LEFT, *CENTRE), "the question on the console")
    assert hall.eyes.look(RIGHT) == slide, "the audience sees nothing of it"
    hall.press("Enter")
    hall.shows(31, RIGHT)
    hall.press("Left")
    hall.shows(30, RIGHT)


def test_on_one_screen_the_audience_s_asks_and_any_other_key_begins_anew(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    show = room.present(deck, "--no-console", on=LEFT)
    room.press("Right")
    wait_until(lambda: b'"shown":{"slide":"a/one","step":1}' in kept(room.desk), "the place is on the disk")
    kill(show)
    again = room.present(deck, "--no-console", on=LEFT)
    wait_until(lambda: ASKED in room.eyes.colours(LEFT, *FIRST_LINE), "the question")
    room.press("x")
    wait_until(lambda: ASKED not in room.eyes.colours(LEFT, *FIRST_LINE), "no question")
    room.press("Right")
    room.shows(11, LEFT)
    room.press("Ctrl+q", "Enter")
    assert again.exit_code() == 0
    assert journals(room.desk) == []


def test_a_show_that_was_ended_is_not_asked_about(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    show = room.present(deck, "--no-console", on=LEFT)
    room.press("Right")
    room.shows(11, LEFT)
    room.press("Ctrl+q", "Enter")
    assert show.exit_code() == 0
    room.present(deck, "--no-console", on=LEFT)
    room.press("Right")
    room.shows(11, LEFT)


def test_asked_to_begin_afresh_it_does_not_ask(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    show = room.present(deck, "--no-console", on=LEFT)
    room.press("Right", "Right")
    wait_until(lambda: b'"step":2' in kept(room.desk), "the place is on the disk")
    kill(show)
    room.present(deck, "--no-console", "--fresh", on=LEFT)
    room.press("Right")
    room.shows(11, LEFT)


def test_the_log_of_a_visit_is_told_at_its_end(room: Hall, tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    show = room.present(decks.write(tmp_path / "deck"), "--no-console", "--log", str(logs), on=LEFT)
    room.press("Right", "Right", "Right")
    room.shows(20, LEFT)
    wait_until(lambda: any(logs.glob("*.csv")), "the log, while the show goes on")
    room.press("Ctrl+q", "Enter")
    assert show.exit_code() == 0
    (path,) = logs.glob("*.csv")
    assert str(path) in show.said
    souvenir = path.with_suffix(".pdf")
    assert set(logs.iterdir()) == {path, souvenir}
    assert str(souvenir) in show.said
    assert len(PdfDocument(souvenir)) == 2
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    assert [row[2] for row in rows] == ["a/one", "a/two"]
