"""How parts enter: those of one step one after another, each step by itself."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.entrance import RISE, appearance, entrance, reached, risen
from jn_presenter.model.element import Phase
from jn_presenter.model.marks import TextMark
from tests.look import MOMENTS


def test_a_part_is_absent_before_its_step_and_whole_after_it() -> None:
    assert entrance(Phase(step=1, t=0.5, reveals=(2,)), 0, 1, 0.15) == 0.0
    assert entrance(Phase(step=3, t=0.0, reveals=(2,)), 0, 1, 0.15) == 1.0


def test_parts_of_one_step_follow_each_other() -> None:
    moment = Phase(step=1, t=0.3, reveals=(1, 1, 1))
    ways = [entrance(moment, part, 3, 0.15) for part in range(3)]
    assert ways == sorted(ways, reverse=True)
    assert ways[0] > ways[2]


def test_a_part_alone_at_its_step_does_not_wait() -> None:
    moment = Phase(step=2, t=0.3, reveals=(1, 2, 3))
    assert entrance(moment, 1, 3, 0.15) == entrance(Phase(step=2, t=0.3, reveals=(2,)), 0, 1, 0.15)


@given(st.integers(1, 12), MOMENTS)
def test_every_part_goes_from_nothing_to_all(parts: int, t: float) -> None:
    for part in range(parts):
        assert entrance(Phase(step=0, t=0.0), part, parts, 0.15) == 0.0
        assert 0.0 <= entrance(Phase(step=0, t=t), part, parts, 0.15) <= 1.0
        assert entrance(Phase(step=0, t=1.0), part, parts, 0.15) == 1.0


def test_texts_of_step_0_stand_at_once() -> None:
    assert appearance(Phase(step=0, t=0.0), 0, 1, 0.15) == 1.0
    assert appearance(Phase(step=1, t=0.0, reveals=(1,)), 0, 1, 0.15) == 0.0


def test_a_line_reaches_the_parts_of_one_step_one_by_one_in_its_own_order() -> None:
    ways = [reached(Phase(step=0, t=0.2), part, (2, 0, 1)) for part in (2, 0, 1)]
    assert ways[0] == 1.0
    assert 0.0 < ways[1] < 1.0
    assert ways[2] == 0.0
    assert [reached(Phase(step=0, t=1.0), part, (2, 0, 1)) for part in (2, 0, 1)] == [1.0] * 3


def test_a_line_reaches_a_part_at_its_step_over_all_of_the_time() -> None:
    reveals = (1, 2, 3)
    assert reached(Phase(step=1, t=0.9, reveals=reveals), 1, range(3)) == 0.0
    assert 0.0 < reached(Phase(step=2, t=0.5, reveals=reveals), 1, range(3)) < 1.0
    assert reached(Phase(step=3, t=0.1, reveals=reveals), 1, range(3)) == 1.0


def test_words_rise_to_their_place() -> None:
    words = TextMark(key="w", lines=())
    assert risen(words, 0.0).dy == RISE
    assert risen(words, 1.0) is words
