"""The slide that the themes cover is not seen again on the way on: it may be that of another visitor."""

from jn_presenter.model.deck import Deck
from jn_presenter.show.kiosk.visit import fresh, home, into, reset, turned
from jn_presenter.show.moment import moment
from jn_presenter.show.state import ShowState
from tests.decks import bars_slide, deck, points_slide


def made() -> tuple[Deck, ShowState]:
    """At home, above a slide of another theme than the loop begins with."""
    here = deck(points_slide("a/one"), points_slide("b/one"), bars_slide("c/one"), transition="fade")
    state = into(home(fresh(here, 0.0), 0.0), here, "b", 0.0)
    return here, home(state, 5000.0)


def test_no_transition_leads_from_the_themes_to_a_slide_but_its_charts_play() -> None:
    here, state = made()
    new = into(state, here, "c", 6000.0)
    first = moment(new, 6001.0)
    assert (first.place.slide, first.transition) == ("c/one", None)
    assert 0.0 < first.t < 0.5


def test_the_loop_begins_again_without_a_transition_from_what_the_themes_cover() -> None:
    here, state = made()
    first = moment(reset(state, here, 60_000.0), 60_001.0)
    assert (first.place.slide, first.transition) == ("a/one", None)


def test_from_slide_to_slide_the_transition_of_the_deck_leads() -> None:
    here, state = made()
    reading = into(state, here, "b", 6000.0)
    assert moment(reset(reading, here, 60_000.0), 60_001.0).transition is not None
    more = deck(points_slide("a/one"), points_slide("a/two"), transition="fade")
    reading = into(home(fresh(more, 0.0), 0.0), more, "a", 0.0)
    assert moment(turned(reading, more, 1, 9000.0), 9001.0).transition is not None
