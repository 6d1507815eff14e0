"""Marks of one part one after another."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.cascade import cascade
from jn_presenter.draw.entrance import entrance
from jn_presenter.model.element import Phase
from tests.look import MOMENTS


@given(MOMENTS, st.integers(1, 5), st.integers(0, 3))
def test_with_one_mark_a_part_it_is_the_entrance(t: float, parts: int, step: int) -> None:
    phase = Phase(step=step, t=t, reveals=tuple(k % 3 for k in range(parts)))
    for part in range(parts):
        assert cascade(phase, part, parts, 0, 1, 0.15) == entrance(phase, part, parts, 0.15)


@given(MOMENTS)
def test_marks_follow_each_other_and_all_are_there_at_the_end(t: float) -> None:
    phase = Phase(step=0, t=t)
    shares = [cascade(phase, part, 2, k, 3, 0.15) for part in range(2) for k in range(3)]
    assert shares == sorted(shares, reverse=True)
    assert [cascade(Phase(step=0), 1, 2, k, 3, 0.15) for k in range(3)] == [1.0] * 3


def test_a_later_step_has_not_begun() -> None:
    assert cascade(Phase(step=0, reveals=(1,)), 0, 1, 2, 3, 0.15) == 0.0
