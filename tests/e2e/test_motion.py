"""A transition as it is to be seen on the screen: a sample of its frames, looked at from outside."""

from pathlib import Path

from tests.e2e import decks
from tests.e2e.conftest import Hall
from tests.e2e.desk import LEFT, NEEDS
from tests.e2e.program import wait_until
from tests.e2e.spectator import Colour

pytestmark = NEEDS
RED, GREEN = (200, 40, 40), (40, 200, 40)
PAGES = (
    decks.Page(name="one", number=10, band="#c82828"),
    decks.Page(name="two", number=20, band="#28c828"),
)


def test_a_fade_goes_from_slide_to_slide_through_their_mixture_and_never_through_black(
    room: Hall, tmp_path: Path
) -> None:
    room.present(decks.write(tmp_path / "deck", PAGES, transition="fade"), "--no-console", on=LEFT)
    seen: set[Colour] = set()
    ground = room.eyes.colour(LEFT, *decks.GROUND)

    def arrived(at: Colour) -> bool:
        colour = room.eyes.colour(LEFT, *decks.MIDDLE)
        seen.add(colour)
        assert room.eyes.colour(LEFT, *decks.GROUND) == ground
        return colour == at

    def mixed() -> bool:
        for key, there in (("Right", GREEN), ("Left", RED)):
            room.press(key)
            wait_until(lambda there=there: arrived(there), key)
        return len(seen) > 2

    wait_until(mixed, "a frame between the two slides")
    for red, green, blue in seen:
        assert abs(red + green - 240) <= 3
        assert 40 <= min(red, green) <= max(red, green) <= 200
        assert blue == 40


def test_a_push_shows_the_one_slide_or_the_other_at_every_place(room: Hall, tmp_path: Path) -> None:
    room.present(decks.write(tmp_path / "deck", PAGES, transition="push"), "--no-console", on=LEFT)
    seen: set[Colour] = set()

    def arrived(at: Colour) -> bool:
        row = room.eyes.colours(LEFT, 330, decks.MIDDLE[1], 620, 1)
        seen.update(row)
        return row == {at}

    for key, there in (("Right", GREEN), ("Left", RED)):
        room.press(key)
        wait_until(lambda there=there: arrived(there), key)
    assert (0, 0, 0) not in seen
