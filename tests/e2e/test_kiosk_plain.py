"""A kiosk of which no slide can be shown, as the hall sees it: a plain page, which staff and a mended deck end."""

import time
from pathlib import Path

import pytest

from jn_presenter.kiosk.pad import keys_rect
from jn_presenter.kiosk.seen import PLAIN
from jn_presenter.kiosk.strip import GAP
from jn_presenter.model.geometry import canvas_for
from jn_presenter.show.kiosk.pin import made
from tests.e2e import decks
from tests.e2e.conftest import Hall, rgb
from tests.e2e.desk import HEIGHT, LEFT, NEEDS, WIDTH
from tests.e2e.program import LOOK_S, Program, wait_until
from tests.e2e.test_kiosk import KIOSK, sees, touch

pytestmark = NEEDS
PIN = "2468"
KEYS = (*"123456789", "erase", "0", "enter")
OK = rgb(PLAIN.accent)
"""The pad's most noticeable key."""
TRY_S = 6.0
"""How long it is held before it is tried again; three seconds bring the pad."""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of which no slide can be read."""
    folder = decks.write(tmp_path / "deck")
    with (folder / "briefing.yaml").open("a", encoding="utf-8") as stream:
        stream.write(KIOSK)
    for page in decks.SHOW:
        decks.file(folder, page).write_text("layout: none\n", encoding="utf-8")
    return folder


def begin(hall: Hall, deck: Path) -> Program:
    """The kiosk, once its plain page is on the screen."""
    file = hall.folder / "kiosk.yaml"
    file.write_text(f"pin: {made(PIN, bytes(16))}\n", encoding="utf-8")
    hall.desk.env["XDG_STATE_HOME"] = str(hall.folder / "state")
    program = hall.start("kiosk", deck, "--no-animation", "--settings", file)
    wait_until(lambda: "on the screen" in log(hall), "the plain page")
    assert "now the plain page" in log(hall)
    return program


def log(hall: Hall) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in (hall.folder / "state").rglob("kiosk.log"))


def hold(hall: Hall) -> None:
    """A finger rests in the corner until the pad is up; who was there before the way out lifts it and tries again."""

    def tries() -> bool:
        hall.eyes.point_at(LEFT, 30, 30)
        hall.eyes.button(down=True)
        until = time.monotonic() + TRY_S
        while not (up := hall.eyes.has(LEFT, OK)) and time.monotonic() < until:
            time.sleep(LOOK_S)
        hall.eyes.button(down=False)
        return up

    wait_until(tries, "the pad")


def press(hall: Hall, key: str) -> None:
    """A key of the pad, until what stands above the keys is another: X moves the pointer on before it has pressed."""
    canvas, number = canvas_for(WIDTH, HEIGHT), KEYS.index(key)
    rect, scale = keys_rect(canvas), WIDTH / canvas.width
    wide, high = (rect.w - 2 * GAP) / 3, (rect.h - 4 * GAP) / 5
    x = rect.x + number % 3 * (wide + GAP) + wide / 2
    y = rect.y + number // 3 * (high + GAP) + high / 2
    head = (0, 0, WIDTH, round(rect.y * scale) - 8)
    before = hall.eyes.look(LEFT, *head)
    touch(hall, round(x * scale), round(y * scale))
    wait_until(lambda: hall.eyes.look(LEFT, *head) != before, "a key that does something")


def test_staff_leave_from_the_plain_page_and_nobody_else_does(room: Hall, deck: Path) -> None:
    program = begin(room, deck)
    room.press("Ctrl+q", "Esc", "F11", "Alt+f")
    room.eyes.close_window("JN Presenter")
    touch(room, WIDTH // 2, HEIGHT // 2)
    hold(room)
    for key in (*PIN, "enter"):
        press(room, key)
    assert program.exit_code() == 0
    assert "staff have ended the kiosk" in log(room)


def test_a_mended_deck_takes_the_place_of_the_plain_page(room: Hall, deck: Path) -> None:
    begin(room, deck)
    for page in decks.SHOW:
        decks.file(deck, page).write_text(page.yaml(), encoding="utf-8")
    sees(room, decks.SHOW[0].number)
    assert "the deck has changed" in log(room)
