"""The moment at which a chart is held: said as its points can be told apart, with a dot on each curve."""

from math import nan

import pytest

from jn_presenter.draw.instants import DAY, instant
from jn_presenter.draw.moment import Clock, head
from jn_presenter.model.marks import Series
from tests.look import env


def when(text: str) -> float:
    found = instant(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("clock", "x", "words"),
    [
        (Clock(env(), "year"), 2019.7, "2020"),
        (Clock(env(), "date", 29 * DAY), when("2024-03-20"), "2024年3月"),
        (Clock(env(("en",)), "date", 30 * DAY), when("2024-03-20"), "Mar 2024"),
        (Clock(env(("en",)), "date", DAY), when("2024-03-20"), "20 Mar"),
        (Clock(env(), "date", 366 * DAY), when("2024-03-20"), "2024"),
    ],
)
def test_a_moment_is_said_as_exactly_as_the_points_are(clock: Clock, x: float, words: str) -> None:
    assert clock.words(x, x - 1.0, x + 1.0) == words


def test_of_numbers_it_has_as_many_places_as_can_be_seen() -> None:
    assert Clock(env()).words(3.14159, 0.0, 10.0) == "3.1"
    assert Clock(env()).words(314.159, 0.0, 1000.0) == "314"


def test_a_curve_ends_in_a_dot_unless_it_is_in_a_gap() -> None:
    curve = Series(key="curve.a", xs=(1.0, 2.0), ys=(3.0, 4.0), colour="#ffffff")
    dot = head(curve, 2.0)
    assert dot is not None
    assert (dot.xs, dot.ys, dot.colour) == ((2.0,), (4.0,), "#ffffff")
    assert head(Series(key="a", xs=(1.0, 2.0), ys=(3.0, nan), colour="#ffffff"), 2.0) is None
    assert head(curve, 2.5) is None
    assert head(Series(key="a", xs=(), ys=(), colour="#ffffff"), 2.0) is None
