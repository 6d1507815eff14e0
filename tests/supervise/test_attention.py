"""Time counts while somebody looks."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.supervise.attention import Attention


def test_looks_that_come_in_time_count_whole() -> None:
    attention = Attention(50.0)
    assert attention.look(50.25) == 0.25
    assert attention.look(50.75) == 0.75


def test_a_night_asleep_counts_as_a_moment() -> None:
    attention = Attention(0.0)
    attention.look(0.5)
    assert attention.look(30_000.0) == 1.0
    assert attention.look(30_000.25) == 1.25


@given(st.lists(st.floats(-10.0, 1e6), max_size=30))
def test_it_never_goes_back_nor_faster_than_the_clock(steps: list[float]) -> None:
    attention, now, before = Attention(0.0), 0.0, 0.0
    for step in steps:
        now += step
        found = attention.look(now)
        assert before <= found <= before + max(0.0, step) + 1e-6
        before = found
