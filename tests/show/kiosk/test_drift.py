"""The way around a few pixels against burn-in."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.show.kiosk.drift import REACH, ROUND, STAY_MS, drift

SIDE = 2 * REACH + 1


@given(now=st.floats(0, 1e13))
def test_it_stays_within_reach_and_moves_by_one_pixel_at_most(now):
    (x, y), (u, v) = drift(now), drift(now + STAY_MS)
    assert max(abs(x), abs(y)) <= REACH
    assert abs(x - u) + abs(y - v) <= 1


def test_every_place_is_kept_about_as_long_and_none_is_left_out():
    places = [drift(k * STAY_MS) for k in range(len(ROUND))]
    assert len(set(places)) == SIDE * SIDE
    assert {places.count(place) for place in places} == {1, 2}
