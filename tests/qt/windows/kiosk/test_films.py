"""Films before visitors: they are watched without a touch, and the themes are not seen over one that plays on."""

from functools import partial

import pytest
from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.qt.scene import films
from jn_presenter.show.kiosk.ticking import due_ms
from jn_presenter.show.state import duration_ms
from tests.decks import deck, points_slide
from tests.films import Stands, film_slide
from tests.qt.windows.kiosk.hall import Hall, Open

GONE = 55_000.0


@pytest.fixture
def stands(monkeypatch: pytest.MonkeyPatch) -> Stands:
    made = Stands()
    monkeypatch.setattr(films, "Films", partial(films.Films, open_=made))
    return made


def cinema(*, loop: bool = False) -> Deck:
    made = deck(points_slide("a/one", steps=()), film_slide("b/one", loop=loop), points_slide("b/two", steps=()))
    return structs.replace(made, briefing=structs.replace(made.briefing, transition="fade"))


def opened(made: Hall) -> None:
    """What waits to be opened is."""
    playing = made.window.projector._films
    if playing is not None and playing._opening.isActive():
        playing._opening.stop()
        playing._open_all()


def rested(made: Hall) -> None:
    for _ in range(3):
        made.time.ms += 1000.0
        made.clock.tick.emit(made.time.ms)
    opened(made)


def test_the_idle_time_waits_for_the_end_of_a_film(hall: Open, stands: Stands) -> None:
    made = hall(cinema(), animate=True)
    made.read("b")
    rested(made)
    assert stands.opened[0].now == "play"
    assert made.stand.film_ms == made.time.ms
    made.time.ms += 300_000.0
    made.store.dispatch("kiosk-tick")
    assert made.stand.phase == "slides"
    stands.opened[0].told.ended()
    assert made.stand.film_ms is None
    assert due_ms(made.store.state, made.store.deck) == made.time.ms + GONE


def test_a_film_that_cannot_be_played_or_loops_holds_nobody(hall: Open, stands: Stands) -> None:
    made = hall(cinema(loop=True), animate=True)
    made.read("b")
    rested(made)
    assert stands.opened[0].now == "play"
    assert made.stand.film_ms is None


def test_what_is_left_is_not_watched_any_more(hall: Open, stands: Stands) -> None:
    made = hall(cinema(), animate=True)
    made.read("b")
    rested(made)
    made.store.dispatch("next")
    assert made.stand.film_ms is None
    assert stands.opened[0].now == "close"


def test_beneath_the_themes_a_film_stands_still_and_then_is_let_go(hall: Open, stands: Stands) -> None:
    made = hall(cinema(), animate=True)
    made.read("b")
    rested(made)
    stands.opened[0].give("#ff0000")
    made.store.dispatch("kiosk-home")
    assert stands.opened[0].now == "pause"
    seen = made.window.stage.image().toImage()
    assert seen.pixelColor(seen.width() // 2, seen.height() // 2 + 20).name() == "#ff0000"
    made.time.ms += duration_ms(made.store.deck, "night")
    made.clock.tick.emit(made.time.ms)
    assert stands.opened[0].now == "close"
    made.store.dispatch("kiosk-theme", theme="b")
    rested(made)
    assert [player.now for player in stands.opened] == ["close", "play"]


def test_a_film_begins_when_the_themes_are_gone(hall: Open, stands: Stands) -> None:
    made = hall(cinema(), animate=True)
    made.store.dispatch("kiosk-touch")
    rested(made)
    made.store.dispatch("kiosk-theme", theme="b")
    opened(made)
    assert stands.opened == []
    rested(made)
    assert [player.now for player in stands.opened] == ["play"]
