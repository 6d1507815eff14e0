"""The editor's window under a window manager, by keys of a keyboard: typed, seen, saved, taken back, and left."""

import json
from pathlib import Path

from msgspec import structs

from jn_presenter.qt.windows.dark import TONES
from tests.e2e import decks
from tests.e2e.conftest import Hall, rgb
from tests.e2e.desk import LEFT, NEEDS
from tests.e2e.program import Program, wait_until

pytestmark = NEEDS
ONE = structs.replace(decks.SHOW[0], band="#2aa35c")
BEFORE, AFTER = "2aa35c", "c4472b"
CLEAN, EDITED = "a/one.yaml – JN Presenter", "*a/one.yaml – JN Presenter"
AMBER = rgb(TONES["amber"])


def sees(room: Hall, colour: str) -> None:
    wait_until(lambda: room.eyes.has(LEFT, rgb(f"#{colour}")), f"a preview with #{colour}")


def keys(room: Hall, words: str) -> None:
    room.press(*words)


def opened(room: Hall, deck: Path) -> Program:
    program = room.start("edit", deck, "--lang", "zh")
    wait_until(lambda: room.eyes.active() == CLEAN, "the editor")
    sees(room, BEFORE)
    return program


def retype(room: Hall) -> None:
    """Look for the old colour, and type the new one over it."""
    room.press("Ctrl+f")
    keys(room, BEFORE)
    room.press("Esc")
    keys(room, AFTER)


def travel(room: Hall, key: str, colour: str) -> None:
    """Back or forth until the colour is seen: what is typed with pauses, as on a busy machine, is several edits."""

    def there() -> bool:
        room.press(key)
        return room.eyes.has(LEFT, rgb(f"#{colour}"))

    wait_until(there, f"a preview with #{colour}")


def test_what_is_typed_is_seen_saved_and_taken_back(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck", (ONE, decks.SHOW[1]))
    file = decks.file(deck, ONE)
    before = file.read_bytes()
    after = before.replace(BEFORE.encode(), AFTER.encode())
    opened(room, deck)
    retype(room)
    sees(room, AFTER)
    room.has_window(EDITED)
    assert file.read_bytes() == before
    room.press("Ctrl+s")
    room.has_window(CLEAN)
    assert file.read_bytes() == after
    travel(room, "Ctrl+z", BEFORE)
    room.has_window(EDITED)
    travel(room, "Ctrl+y", AFTER)
    travel(room, "Ctrl+z", BEFORE)
    room.press("Ctrl+s")
    wait_until(lambda: file.read_bytes() == before, "the file as it was")


def test_closing_asks_and_a_crash_costs_no_word(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck", (ONE, decks.SHOW[1]))
    before = decks.file(deck, ONE).read_bytes()
    program = opened(room, deck)
    retype(room)
    room.has_window(EDITED)
    room.eyes.close_window(EDITED)
    wait_until(lambda: len(room.eyes.windows()) == 2, "a question")
    room.press("Esc")
    wait_until(lambda: room.eyes.active() == EDITED, "the window, which stays")
    drafts = Path(room.desk.env["XDG_STATE_HOME"], "jn-presenter", "drafts")

    def kept() -> bool:
        found = [json.loads(path.read_bytes()) for path in drafts.glob("*.json")]
        return [draft["file"] for some in found for draft in some] == ["a/one.yaml"]

    wait_until(kept, "the draft")
    program.process.kill()
    program.process.wait(30)
    assert decks.file(deck, ONE).read_bytes() == before
    room.has_no_window(EDITED)
    opened(room, deck)
    wait_until(lambda: room.eyes.has(LEFT, AMBER), "the offer to restore it")
