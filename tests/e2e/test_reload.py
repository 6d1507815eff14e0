"""However a file is saved, and whichever it is: it is on the screen, where the show stood."""

from functools import partial
from pathlib import Path

from msgspec import structs

from bench.saving import ALL_WAYS
from jn_presenter.paths import resources
from tests.e2e import decks
from tests.e2e.conftest import Hall, rgb
from tests.e2e.desk import LEFT, NEEDS
from tests.e2e.program import wait_until
from tests.e2e.test_saving import save

pytestmark = NEEDS
ONE = decks.SHOW[0]
BANDS = ("#fa05c8", "#05fa32")
"""Colours that neither slides nor windows have."""


def test_each_way_of_saving_shows_the_slide_at_its_step(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck")
    room.present(deck, on=LEFT)
    room.press("Right", "Right")
    room.shows(12, LEFT)
    for k, way in enumerate(ALL_WAYS, 1):
        for _ in way(decks.file(deck, ONE), structs.replace(ONE, number=100 + 10 * k).yaml().encode()):
            pass
        room.shows(102 + 10 * k, LEFT)


def test_a_style_of_the_decks_own_comes_into_the_running_show_and_goes_with_its_file(
    room: Hall, tmp_path: Path
) -> None:
    deck = decks.write(tmp_path / "deck")
    room.present(deck, on=LEFT)
    room.press("Right")
    room.shows(11, LEFT)
    night = (resources() / "styles" / "night.yaml").read_text(encoding="utf-8")
    (deck / "styles").mkdir()
    save(deck / "styles" / "night.yaml", night.replace("#0d1b2e", BANDS[0]).replace("#081220", BANDS[0]))
    wait_until(lambda: room.eyes.colour(LEFT, *decks.GROUND) == rgb(BANDS[0]), "the new ground")
    room.shows(11, LEFT)
    (deck / "styles" / "night.yaml").unlink()
    wait_until(lambda: room.eyes.colour(LEFT, *decks.GROUND) != rgb(BANDS[0]), "the bundled ground")
    room.shows(11, LEFT)


def test_the_editor_shows_what_is_saved_elsewhere(room: Hall, tmp_path: Path) -> None:
    deck = decks.write(tmp_path / "deck", (structs.replace(ONE, band=BANDS[0]), decks.SHOW[1]))
    room.start("edit", deck)
    wait_until(lambda: room.eyes.has(LEFT, rgb(BANDS[0])), "the preview")
    for k, way in enumerate(ALL_WAYS, 1):
        band = BANDS[k % 2]
        for _ in way(decks.file(deck, ONE), structs.replace(ONE, band=band).yaml().encode()):
            pass
        wait_until(partial(room.eyes.has, LEFT, rgb(band)), way.__name__)
        assert not room.eyes.has(LEFT, rgb(BANDS[1 - k % 2]))
