"""The slide that the themes cover is not seen again on the way on: it may be that of another visitor."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.kiosk.ticking import tick
from jn_presenter.show.kiosk.visit import fresh, home, into, reset, turned
from jn_presenter.show.moment import moment
from jn_presenter.show.state import ShowState, duration_ms
from tests.decks import bars_slide, deck, points_slide


def made() -> tuple[Deck, ShowState]:
    """At home, above a slide of another theme than the loop begins with."""
    here = deck(points_slide("a/one"), points_slide("b/one"), bars_slide("c/one"), transition="fade")
    state = into(home(fresh(here, 0.0), here, 0.0), here, "b", 0.0)
    return here, home(state, here, 5000.0)


def test_from_the_themes_a_slide_stands_while_they_go_and_then_its_charts_play() -> None:
    here, state = made()
    new = into(state, here, "c", 6000.0)
    crossing = duration_ms(here, new.style)
    first, later = moment(new, 6001.0), moment(new, 6001.0 + crossing)
    assert (first.place.slide, first.effect, first.t) == ("c/one", "none", 0.0)
    assert first.from_place == first.place
    assert first.transition is not None
    assert 0.0 < first.transition < 0.1
    assert later.transition is None
    assert 0.0 < later.t < 0.5


def test_the_themes_come_over_the_slide_as_it_stands() -> None:
    here, state = made()
    first = moment(state, 5001.0)
    assert (first.place.slide, first.effect, first.t) == ("b/one", "none", 1.0)
    assert first.transition is not None
    assert 0.0 < first.transition < 0.1
    loop = home(fresh(here, 0.0), here, 10.0)
    assert moment(loop, 11.0).transition is not None


def test_a_touch_ends_what_covers_and_acts() -> None:
    here, state = made()
    new = into(state, here, "c", 5010.0)
    assert new.motion is not None
    assert (new.motion.start_ms, new.shown.slide) == (5010.0, "c/one")
    back = home(new, here, 5020.0)
    assert back.motion is not None
    assert (back.motion.start_ms, moment(back, 5021.0).t) == (5020.0, 1.0)


def test_without_animation_or_a_transition_of_the_deck_nothing_comes_or_goes() -> None:
    here, state = made()
    calm = into(structs.replace(state, animate=False), here, "b", 6000.0)
    assert calm.motion is None
    assert home(calm, here, 7000.0).motion is None
    cut = structs.replace(here, briefing=structs.replace(here.briefing, transition="none"))
    assert home(into(state, cut, "b", 6000.0), cut, 7000.0).motion is None
    assert moment(into(state, cut, "c", 6000.0), 6001.0).transition is None


def test_the_loop_begins_again_without_a_transition_from_what_the_themes_cover() -> None:
    here, state = made()
    again = reset(state, here, 60_000.0)
    first = moment(again, 60_001.0)
    assert (first.place.slide, first.effect) == ("a/one", "none")
    assert first.transition is not None
    assert tick(again, here, 60_001.0) is again


def test_from_slide_to_slide_the_transition_of_the_deck_leads() -> None:
    here, state = made()
    reading = into(state, here, "b", 6000.0)
    assert moment(reset(reading, here, 60_000.0), 60_001.0).transition is not None
    more = deck(points_slide("a/one"), points_slide("a/two"), transition="fade")
    reading = into(home(fresh(more, 0.0), more, 0.0), more, "a", 0.0)
    assert moment(turned(reading, more, 1, 9000.0), 9001.0).transition is not None
