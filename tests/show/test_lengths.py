"""What lengths a show can be given, and what it would be with each."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.lengths import ALL, Length, Outcome, is_over, offered, outcome, present, typed, written
from jn_presenter.show.pace import MINUTE_MS
from jn_presenter.show.state import initial
from jn_presenter.show.travel import choice

NOON = 12 * 60 * MINUTE_MS


@pytest.fixture
def show(slide, deck):
    made = deck(
        slide("a/core", minutes=5),
        slide("a/standard", depth="standard", minutes=4),
        slide("b/extra", depth="extra", minutes="2.5"),
    )
    return structs.replace(made, briefing=structs.replace(made.briefing, versions=(Decimal(10), Decimal(20))))


def test_all_slides_and_the_versions_of_the_briefing_are_offered(show):
    assert offered(show) == (ALL, Length(minutes=Decimal(10)), Length(minutes=Decimal(20)))


@pytest.mark.parametrize(
    ("length", "slides", "minutes"),
    [(ALL, 3, 11.5), (Length(minutes=Decimal(10)), 2, 9), (Length(minutes=Decimal(5)), 1, 5)],
)
def test_each_tells_how_many_slides_it_has_and_how_long_they_take(show, length, slides, minutes):
    assert outcome(initial(show), show, length) == Outcome(slides, round(minutes * MINUTE_MS))


def test_interpreting_takes_its_time_and_what_is_skipped_none(show):
    state = initial(show, interpreting="consecutive")
    assert outcome(state, show, Length(minutes=Decimal(10))) == Outcome(1, round(9 * MINUTE_MS))
    state = structs.replace(initial(show), skipped=frozenset({"a/standard"}))
    assert outcome(state, show, ALL) == Outcome(2, round(7.5 * MINUTE_MS))


@given(st.data())
def test_what_is_told_is_what_the_show_becomes(any_deck, data):
    deck = any_deck(data.draw)
    state = initial(deck, interpreting=data.draw(st.sampled_from(["none", "consecutive"])))
    minutes = data.draw(st.none() | st.integers(1, 12).map(Decimal))
    told = outcome(state, deck, Length(minutes=minutes))
    after = COMMANDS["minutes"](state, deck, 0.0, minutes=minutes)
    assert told.slides == len(choice(after, deck).slides)
    assert (after.at, after.shown) == (state.at, state.shown)


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("25", Length(minutes=Decimal(25))),
        ("7.5", Length(minutes=Decimal("7.5"))),
        (" ２５ ", Length(minutes=Decimal(25))),
        ("12:30", Length(until_ms=1000 + 30 * MINUTE_MS)),
        ("12：30", Length(until_ms=1000 + 30 * MINUTE_MS)),
        ("11:59", None),
        ("25:00", None),
        ("12:3", None),
        ("0", None),
        ("601", None),
        ("", None),
        ("abc", None),
        ("1:2:3", None),
    ],
)
def test_what_is_typed_is_minutes_or_a_time_to_come(words, length):
    assert typed(words, 1000.0, NOON) == length


def test_a_time_that_is_over_is_told_from_what_is_none():
    assert is_over("11:59", NOON)
    assert not is_over("12:01", NOON)
    assert not is_over("11:5", NOON)


@given(st.text(max_size=8))
def test_nothing_that_is_typed_raises(words):
    typed(words, 0.0, NOON)
    is_over(words, NOON)


@given(st.integers(1, 600))
def test_minutes_are_written_as_they_are_typed(minutes):
    length = Length(minutes=Decimal(minutes))
    assert typed(written(length, 0.0, NOON), 0.0, NOON) == length


@given(st.integers(1, 11 * 60), st.floats(0, 1e6))
def test_a_time_is_written_as_it_is_typed(minutes, now):
    length = Length(until_ms=now + minutes * MINUTE_MS)
    again = typed(written(length, now, NOON), now, NOON)
    assert again.until_ms == pytest.approx(length.until_ms)


def test_the_present_length_is_the_shows(show):
    assert present(initial(show)) == ALL
    assert written(ALL, 0.0, NOON) == ""
    assert present(initial(show, minutes=Decimal(10))) == Length(minutes=Decimal(10))
    assert present(initial(show, until_ms=5.0)).until_ms == 5.0
