"""Squarified tiles: exact areas, the whole filled, and as near to squares as the paper's own example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.squarified import squarify
from jn_presenter.model.geometry import Rect

PLACE = Rect(10.0, 20.0, 600.0, 400.0)
AMOUNTS = st.lists(st.floats(0.0, 1e9).map(lambda v: round(v, 2)), min_size=1, max_size=60)


def areas(rects: tuple[Rect, ...]) -> list[float]:
    return [rect.w * rect.h for rect in rects]


@given(AMOUNTS.filter(lambda values: sum(values) > 0.0))
def test_each_area_is_its_share_of_the_whole(values: list[float]) -> None:
    total, whole = sum(values), PLACE.w * PLACE.h
    for area, value in zip(areas(squarify(values, PLACE)), values, strict=True):
        assert area == pytest.approx(whole * value / total, rel=1e-6, abs=1e-6)


@given(AMOUNTS)
def test_no_tile_leaves_the_place_or_stands_on_another(values: list[float]) -> None:
    rects = [rect for rect in squarify(values, PLACE) if rect.w * rect.h > 1e-6]
    for k, a in enumerate(rects):
        assert PLACE.contains(a, slack=1e-6)
        for b in rects[:k]:
            across = min(a.right, b.right) - max(a.x, b.x)
            assert across < 1e-6 or min(a.bottom, b.bottom) - max(a.y, b.y) < 1e-6


def test_the_example_of_the_paper_comes_out_as_it_has_it() -> None:
    rects = squarify([6, 6, 4, 3, 2, 2, 1], Rect(0.0, 0.0, 6.0, 4.0))
    assert [(rect.x, rect.y) for rect in rects[:2]] == [(0.0, 0.0), (0.0, 2.0)]
    assert (rects[0].w, rects[0].h) == pytest.approx((3.0, 2.0))
    assert (rects[2].w, rects[2].h) == pytest.approx((12 / 7, 7 / 3))


def test_the_order_of_the_values_does_not_move_their_tiles() -> None:
    assert squarify([1, 5, 3], PLACE) == tuple(squarify([5, 3, 1], PLACE)[k] for k in (2, 0, 1))


@given(st.lists(st.floats(1e-30, 1e30), min_size=1, max_size=20))
def test_amounts_however_far_apart_stay_in_the_place(values: list[float]) -> None:
    rects = squarify(values, PLACE)
    assert all(PLACE.contains(rect, slack=1e-6) for rect in rects)
    assert sum(areas(rects)) == pytest.approx(PLACE.w * PLACE.h, rel=1e-6)


@pytest.mark.parametrize("values", [[], [0.0], [0.0, 0.0]])
def test_nothing_has_no_area(values: list[float]) -> None:
    assert sum(areas(squarify(values, PLACE))) == 0.0
