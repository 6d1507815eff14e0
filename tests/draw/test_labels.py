"""Labels moved apart, and cut where they would leave their place."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.draw.labels import cut, spread
from jn_presenter.draw.setting import set_text
from jn_presenter.model.element import Block
from tests.decks import text
from tests.look import chinese, english, env

LABELS = st.lists(st.tuples(st.floats(0.0, 600.0), st.floats(10.0, 60.0)), min_size=1, max_size=12)


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([100.0, 200.0], [20.0, 20.0], 0.0, 300.0) == (100.0, 200.0)


def test_two_labels_in_one_place_move_apart_by_as_much_each() -> None:
    assert spread([100.0, 100.0], [20.0, 20.0], 0.0, 300.0) == (90.0, 110.0)


def test_labels_at_an_edge_are_pushed_inside() -> None:
    assert spread([0.0, 298.0], [20.0, 20.0], 0.0, 300.0) == (10.0, 290.0)


def test_nothing_is_placed_where_there_is_nothing() -> None:
    assert spread([], [], 0.0, 100.0) == ()


@given(LABELS)
def test_labels_never_overlap_and_stay_inside_while_there_is_room(given_labels: list[tuple[float, float]]) -> None:
    centres, extents = [c for c, _ in given_labels], [e for _, e in given_labels]
    low, high = 0.0, max(620.0, sum(extents) + 1.0)
    placed = spread(centres, extents, low, high, 8.0)
    boxes = sorted((c - e / 2, c + e / 2) for c, e in zip(placed, extents, strict=True))
    assert boxes[0][0] >= low - 1e-6
    assert boxes[-1][1] <= high + 1e-6
    assert all(above[1] <= below[0] + 1e-6 for above, below in itertools.pairwise(boxes))


@given(LABELS)
def test_labels_keep_their_order(given_labels: list[tuple[float, float]]) -> None:
    centres, extents = [c for c, _ in given_labels], [e for _, e in given_labels]
    placed = spread(centres, extents, 0.0, 600.0)
    order = sorted(range(len(centres)), key=lambda k: centres[k])
    assert [placed[k] for k in order] == sorted(placed)


def test_labels_without_room_begin_at_the_start_and_still_do_not_overlap() -> None:
    assert spread([10.0, 10.0, 10.0], [50.0, 50.0, 50.0], 0.0, 100.0, 8.0) == (25.0, 75.0, 125.0)


def block(words: str, width: float) -> Block:
    return set_text(text(words, words), env(), width, "caption").block


def test_what_fits_is_not_cut() -> None:
    whole = block("智能电网", 200.0)
    assert cut(whole, 200.0, 100.0, FixedMeasure()) == (whole, False)


def test_a_cut_says_so_with_an_ellipsis() -> None:
    short, was_cut = cut(block("新一代信息技术产业", 100.0), 100.0, 45.0, FixedMeasure())
    assert was_cut
    assert [line.text for line in short.lines] == ["新一代…"]


def test_the_first_line_always_stays() -> None:
    short, was_cut = cut(block("智能电网产业", 100.0), 100.0, 1.0, FixedMeasure())
    assert was_cut
    assert len(short.lines) == 1


@given(st.one_of(chinese(1, 40), english(1, 12)), st.floats(60.0, 400.0), st.floats(40.0, 200.0))
def test_a_cut_block_stays_within_its_place(words: str, width: float, height: float) -> None:
    short, _ = cut(block(words, width), width, height, FixedMeasure())
    assert short.width <= width + 0.5
    assert all(line.width <= width + 0.5 for line in short.lines)
    assert len(short.lines) == 1 or short.lines[-1].y <= height
