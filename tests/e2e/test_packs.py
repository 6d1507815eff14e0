"""A stick with a pack in a running kiosk, as somebody in the hall sees it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import marker
from bench.fired import write_pack
from bench.kept import SLIDES, SPOT, Hall, coloured_deck, wait_for
from jn_presenter.packs.keys import new_private
from jn_presenter.packs.telling import told
from tests.e2e.desk import NEEDS
from tests.packed import KEY, PRIVATE

pytestmark = NEEDS


@pytest.fixture
def hall() -> Iterator[Hall]:
    with Hall(1280, 720) as made:
        stick = made.folder / "stick"
        stick.mkdir()
        config = made.folder / "config" / "jn-presenter"
        config.mkdir(parents=True)
        (config / "kiosk.yaml").write_text(f"packs:\n  folders: [{stick}]\n  key: {KEY}\n", encoding="utf-8")
        yield made


def seen(hall: Hall) -> int | None:
    """The number of the colour on the screen."""
    x, y = (round(part * side) for part, side in zip(SPOT, (hall.screen.width, hall.screen.height), strict=True))
    blue, green, red = hall.screen.pixels(x, y)[:3]
    return marker.number(red, green, blue)


def packed(hall: Hall, version: str, private: bytes = PRIVATE) -> bytes:
    """A deck with one slide, of a colour that no slide of the hall's deck has."""
    deck = coloured_deck(Path(tempfile.mkdtemp(dir=hall.folder)) / "deck")
    for file in (deck / "a").glob("s*.yaml"):
        if file.name != "s01.yaml":
            file.unlink()
    (deck / "a" / "theme.yaml").write_text("title: 一组\nslides: [s01]\n", encoding="utf-8")
    slide = deck / "a" / "s01.yaml"
    colour = marker.hex_colour(SLIDES + int(version))
    slide.write_text(slide.read_text(encoding="utf-8").replace(marker.hex_colour(1), colour), encoding="utf-8")
    return write_pack(deck, version, private, hall.folder / "made.jnpack").read_bytes()


def code(hall: Hall) -> str:
    found = told(hall.folder / "kiosk")
    return found.outcome.code if found is not None else ""


def test_a_bad_pack_changes_nothing_and_a_good_one_is_shown(hall: Hall) -> None:
    stick = hall.folder / "stick" / "x.jnpack"
    with hall.kiosk() as kiosk:
        show = kiosk.show()
        stick.write_bytes(packed(hall, "1", new_private()))
        wait_for(lambda: code(hall) == "other-key", "a word about another key")
        kiosk.change()
        assert kiosk.show() == show, "nothing was started again"
        stick.write_bytes(packed(hall, "1"))
        wait_for(lambda: seen(hall) == SLIDES + 1, "the new deck")
        assert code(hall) == "new"
        assert "crash" not in kiosk.log
        stick.write_bytes(packed(hall, "0"))
        wait_for(lambda: code(hall) == "not-newer", "a word about an old pack")
        assert seen(hall) == SLIDES + 1
