"""A visit and the state that follows it: whose themes in which order, how long, in which languages."""

from decimal import Decimal

from msgspec import structs

from jn_presenter.model.daytime import HOUR_MS, MINUTE_MS, Daytime
from jn_presenter.model.text import plain
from jn_presenter.model.visit import Visit
from jn_presenter.show.state import Place, initial
from jn_presenter.show.travel import choice, go
from jn_presenter.show.visiting.options import Invitation, invitation, invited

GUESTS = Visit(id="guests", delegation=plain("Zurich"))


def test_the_themes_of_a_visit_come_in_its_order_and_the_frames_stay_where_they_are(three):
    deck = three
    first, second, *_ = [theme.id for theme in deck.themes if theme.role != "frame"]
    asked = invitation(deck, structs.replace(GUESTS, themes=(second, first)))
    content = [slide for slide in asked.order if slide.partition("/")[0] in (first, second)]
    assert [slide.partition("/")[0] for slide in content] == sorted(
        (slide.partition("/")[0] for slide in content), key=(second, first).index
    )
    assert sorted(asked.order) == sorted(deck.order)
    assert invitation(deck, structs.replace(GUESTS, themes=(first, second))).order == ()


def test_what_the_deck_does_not_have_is_asked_of_nobody(three):
    visit = structs.replace(GUESTS, themes=("zzz",), stress=("zzz/a",), hide=("zzz/b",))
    assert invitation(three, visit) == Invitation()


def test_a_visit_sets_what_the_show_has(three):
    visit = structs.replace(
        GUESTS, minutes=Decimal(5), interpreting="consecutive", hide=("b/two",), stress=("b/three",)
    )
    state = invited(initial(three), three, visit, 0.0)
    assert (state.guests, state.minutes, state.until_ms, state.interpreting) == ("guests", 5, None, "consecutive")
    assert (state.hidden, state.stressed) == ({"b/two"}, {"b/three"})


def test_the_end_of_a_visit_is_a_time_of_the_shows_clock(three):
    visit = structs.replace(GUESTS, until=Daytime(15, 30))
    state = invited(initial(three), three, visit, 500.0, of_day_ms=15 * HOUR_MS)
    assert (state.until_ms, state.minutes) == (500.0 + 30 * MINUTE_MS, None)


def test_an_end_that_is_over_is_no_limit(three):
    visit = structs.replace(GUESTS, until=Daytime(15, 30))
    for of_day_ms in (15.5 * HOUR_MS, 16 * HOUR_MS, None):
        assert invited(initial(three), three, visit, 500.0, of_day_ms=of_day_ms).until_ms is None


def test_without_a_visit_the_briefing_is_as_it_was_written(three):
    visit = structs.replace(GUESTS, minutes=Decimal(5), hide=("b/two",), themes=("b",), stress=("b/three",))
    begun = initial(three, animate=False)
    state = invited(begun, three, visit, 0.0)
    assert state.shown == Place("b/three")
    assert invited(state, three, None, 0.0) == begun


def test_a_show_that_has_not_begun_goes_to_its_first_slide_and_one_under_way_stays(three):
    hide_first = structs.replace(GUESTS, hide=("a/one",))
    begun = initial(three, animate=False)
    assert invited(begun, three, hide_first, 0.0).shown == Place("b/two")
    under_way = go(go(begun, three, Place("b/two"), 1.0), three, Place("b/three"), 2.0)
    state = invited(under_way, three, structs.replace(GUESTS, hide=("b/three",)), 3.0)
    assert state.shown == Place("b/three")
    assert "b/three" not in choice(state, three).slides
