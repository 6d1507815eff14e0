"""Events on a line through time: in proportion where there is room, else evenly and marked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.timeaxis import down, in_lanes, in_proportion, in_turns, narrowest, proportional, spaced, stretch

TIMES = st.lists(st.integers(1900, 2100), min_size=2, max_size=9, unique=True).map(
    lambda years: [float(year) for year in sorted(years)]
)


def test_places_are_in_proportion_to_the_years() -> None:
    axis = proportional([2000.0, 2010.0, 2040.0], 0.0, 400.0)
    assert axis.places == (0.0, 100.0, 400.0)
    assert axis.broken == (False, False)


def test_events_of_one_day_stand_in_one_place() -> None:
    assert proportional([2020.0, 2020.0], 50.0, 400.0).places == (50.0, 50.0)


@given(TIMES, st.floats(50.0, 400.0))
def test_in_proportion_every_event_has_its_room_or_it_is_not_done(times: list[float], least: float) -> None:
    axis = in_proportion(times, 0.0, 1600.0, least)
    if axis is None:
        return
    assert narrowest(axis, 1600.0, 1) >= least
    scales = [(b - a) / (y - x) for (a, b), (x, y) in zip(pairwise(axis.places), pairwise(times), strict=True)]
    assert max(scales) == pytest.approx(min(scales))


def test_too_short_an_interval_cannot_be_in_proportion() -> None:
    assert in_proportion([1990.0, 1991.0, 2035.0], 0.0, 1600.0, 200.0) is None


@given(TIMES, st.floats(50.0, 400.0), st.floats(0.0, 900.0))
def test_by_turns_every_event_has_its_room_and_all_are_in_proportion(
    times: list[float], least: float, wanted: float
) -> None:
    axis = in_turns(times, 0.0, 1600.0, least, wanted)
    if axis is None:
        return
    assert narrowest(axis, 1600.0, 2) >= least
    assert axis.broken == (False,) * (len(times) - 1)
    scales = [(b - a) / (y - x) for (a, b), (x, y) in zip(pairwise(axis.places), pairwise(times), strict=True)]
    assert max(scales) == pytest.approx(min(scales))


def test_by_turns_the_last_event_has_the_room_it_wants_or_what_the_others_leave() -> None:
    wide = in_turns([1990.0, 2010.0, 2035.0], 0.0, 1600.0, 200.0, 600.0)
    tight = in_turns([1990.0, 2010.0, 2030.0, 2035.0], 0.0, 1600.0, 500.0, 800.0)
    assert wide
    assert wide.places[-1] == 1000.0
    assert tight
    assert 800.0 < tight.places[-1] <= 1200.0


def test_events_too_close_to_be_told_apart_are_not_set_by_turns() -> None:
    assert in_turns([1990.0, 1990.1, 2035.0], 0.0, 1600.0, 200.0, 300.0) is None


def test_evenly_spaced_events_are_marked_as_out_of_proportion() -> None:
    assert in_lanes([1990.0, 1991.0, 2035.0], 0.0, 1500.0, 200.0, 1).broken == (True, True)


def test_even_years_need_no_mark() -> None:
    assert spaced([2000.0, 2010.0, 2020.0], [0.0, 100.0, 200.0]).broken == (False, False)


@given(TIMES)
def test_two_lanes_give_every_event_twice_the_pitch(times: list[float]) -> None:
    axis = in_lanes(times, 0.0, 1600.0, 100.0, 2)
    assert narrowest(axis, 1600.0, 2) >= 1600.0 / len(times) - 1e-6


@given(TIMES, st.data())
def test_going_down_no_words_overlap(times: list[float], data: st.DataObject) -> None:
    heights = [data.draw(st.integers(40, 200)) * 1.0 for _ in times]
    axis = down(times, heights, 0.0, 1400.0, 32.0)
    feet = [place + height for place, height in zip(axis.places, heights, strict=True)]
    assert all(foot + 32.0 <= head + 1e-6 for foot, head in zip(feet, axis.places[1:], strict=False))
    if sum(heights) + 32.0 * (len(times) - 1) <= 1400.0:
        assert feet[-1] <= 1400.0 + 1e-6


def test_a_line_is_drawn_as_far_as_the_moment() -> None:
    assert stretch(0.0, 100.0, False, 16.0, 0.5) == ((0.0, 50.0),)
    assert stretch(0.0, 100.0, False, 16.0, 0.0) == ()


def test_a_broken_line_has_a_gap_in_its_middle() -> None:
    assert stretch(0.0, 100.0, True, 16.0, 1.0) == ((0.0, 42.0), (58.0, 100.0))
    assert stretch(0.0, 100.0, True, 16.0, 0.5) == ((0.0, 42.0),)
