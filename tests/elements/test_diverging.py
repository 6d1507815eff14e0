"""Diverging bars: everything begins at the middle, and both sides hold together."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.chart import Item
from jn_presenter.draw.heaps import FittedHeaps
from jn_presenter.elements.diverging import Diverging
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import plain
from tests.decks import text
from tests.look import (
    LANGUAGES,
    MOMENTS,
    at_rest,
    bar_boxes,
    by_key,
    chinese,
    collisions,
    outside,
    smallest_font,
    text_boxes,
    words_of,
)
from tests.tables import PLACES, env_of, table

WIDE = PLACES[0]
ANSWERS = ("名称", "差", "较差", "一般", "较好", "好")
LIKERT = (["展览", 2, 4, 10, 42, 42], ["讲解", 14, 24, 26, 26, 10])


def fitted(
    head: Sequence[str],
    *rows: Sequence[object],
    place: Rect = WIDE,
    languages: tuple[str, ...] = ("zh",),
    **more: object,
) -> FittedHeaps:
    feed = table(head, *rows)
    found = Diverging(data=feed, unit=plain("人次"), **more).fit(place, env_of(feed, languages=languages))  # type: ignore[arg-type]
    assert isinstance(found, FittedHeaps)
    return found


def likert(**more: object) -> FittedHeaps:
    more.setdefault("mode", "share")
    return fitted(ANSWERS, *LIKERT, left=("差", "较差"), middle="一般", **more)  # type: ignore[arg-type]


def test_negative_values_go_left_and_positive_ones_right_from_one_middle_on_one_scale() -> None:
    boxes = dict(bar_boxes(at_rest(fitted(("月", "净增"), ["一月", 30], ["二月", -10])), "bar."))
    assert boxes["bar.二月"].right == pytest.approx(boxes["bar.一月"].x)
    assert boxes["bar.一月"].w == pytest.approx(3 * boxes["bar.二月"].w)


def test_values_keep_their_sign() -> None:
    words = words_of(at_rest(fitted(("月", "净增"), ["一月", 30], ["二月", -10])))
    assert "30人次" in words
    assert "−10人次" in words


def test_answers_in_between_stand_across_the_middle_half_on_each_side() -> None:
    marks = at_rest(likert())
    boxes = dict(bar_boxes(marks, "bar.一般."))
    left, right = boxes["bar.一般.展览.left"], boxes["bar.一般.展览.right"]
    assert left.right == pytest.approx(right.x)
    assert left.w == pytest.approx(right.w)
    assert words_of(marks).count("10%") == 2, "10 % across and 10 % to the right"


def test_what_is_worst_stands_farthest_to_the_left() -> None:
    boxes = dict(bar_boxes(at_rest(likert()), "bar."))
    row = [boxes[f"bar.{key}.讲解"].x for key in ("差", "较差", "较好", "好")]
    assert row == sorted(row)


def test_the_sums_of_both_sides_are_those_of_the_shares_shown() -> None:
    words = words_of(at_rest(likert()))
    assert {"6%", "84%", "38%", "36%"} <= set(words.split("\n"))


@given(st.lists(st.integers(0, 10_000), min_size=5, max_size=5).filter(any))
@settings(max_examples=60, deadline=None)
def test_segments_make_the_whole_whatever_the_values(values: list[int]) -> None:
    found = fitted(ANSWERS, ["甲", *values], ["乙", 1, 1, 1, 1, 1], left=("差", "较差"), middle="一般", mode="share")
    long = [sum(piece.box.w for heap in found.heaps[k : k + 2] for piece in heap.pieces) for k in (0, 2)]
    assert long[0] == pytest.approx(long[1], abs=10.0), "but for the seams"


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[list[object]]]:
    count = draw(st.integers(1, 5))
    names = draw(st.lists(chinese(1, 8), min_size=count, max_size=count, unique=True))
    cells = st.none() | st.integers(-2_000_000, 2_000_000)
    rows: list[list[object]] = [
        [draw(chinese(1, 16)), *draw(st.lists(cells, min_size=count, max_size=count))]
        for _ in range(draw(st.integers(1, 14)))
    ]
    return ["名称", *names], rows


@settings(max_examples=60, deadline=None)
@given(tables(), st.sampled_from(LANGUAGES), st.sampled_from(PLACES), st.booleans(), st.booleans())
def test_no_words_overlap_and_nothing_leaves_the_chart(
    given_: tuple[list[str], list[list[object]]], languages: tuple[str, ...], place: Rect, share: bool, split: bool
) -> None:
    head, rows = given_
    if split:
        rows = [[row[0], *(None if cell is None else abs(int(str(cell))) for cell in row[1:])] for row in rows]
    left = tuple(head[1:2]) if split else ()
    mode = "share" if share else "values"
    found = fitted(head, *rows, place=place, languages=languages, left=left, mode=mode)
    marks = at_rest(found)
    by_key(marks)
    assert smallest_font(marks) >= 24
    if not found.overflow:
        assert not outside(bar_boxes(marks, "bar."), place)
        assert not collisions(text_boxes(marks))
        assert not outside(text_boxes(marks), place)


def test_sorting_goes_by_the_balance_of_both_sides() -> None:
    found = likert(sort="ascending")
    assert [heap.category for heap in found.heaps[::2]] == ["讲解", "展览"]


@given(MOMENTS)
def test_growth_goes_out_from_the_middle_and_steps_go_on_from_each_other(t: float) -> None:
    found = likert()
    rest = dict(bar_boxes(at_rest(found), "bar."))
    zero = rest["bar.一般.展览.right"].x
    for key, box in bar_boxes(found.marks(Phase(step=0, t=t)), "bar."):
        assert not (box.x < zero - 1e-6 and box.right > zero + 1e-6), key
    before = [mark for mark in found.marks(Phase(step=1, reveals=(0, 1, 2, 3, 4))) if mark.opacity > 0.0]
    start = found.marks(Phase(step=2, t=0.0, reveals=(0, 1, 2, 3, 4)))
    assert [mark for mark in start if mark.opacity > 0.0] == before


def test_what_is_missing_is_said_and_has_no_share() -> None:
    marks = at_rest(fitted(("名称", "差", "好"), ["甲", 3, None], ["乙", 2, 5], left=("差",), mode="share"))
    assert "好 · 缺数" in words_of(marks)
    assert "bar.差.甲" not in by_key(marks)


def test_items_and_facts_alike_have_their_own_steps() -> None:
    items = (Item(label=text("甲", "A"), value=Decimal(3)), Item(label=text("乙", "B"), value=Decimal(-2)))
    made = Diverging(items=items)
    assert made.parts() == 2
    shown = made.fit(WIDE, env_of()).marks(Phase(step=1, reveals=(1, 2)))
    assert [key for key, _ in bar_boxes(shown, "bar.")] == ["bar.0"]


@pytest.mark.parametrize(
    ("rows", "more", "code"),
    [
        ((["甲", -3, 2],), {"left": ("差",)}, "negative"),
        ((["甲", 3, 2],), {"left": ("很差",)}, "no-column"),
        ((["甲", "很多", 2],), {"left": ("差",)}, "not-a-number"),
    ],
)
def test_what_cannot_be_drawn_is_a_finding(rows: tuple[list[object], ...], more: dict[str, object], code: str) -> None:
    found = fitted(("名称", "差", "好"), *rows, **more)  # type: ignore[arg-type]
    assert code in [finding.code for finding in found.findings]
