"""Words around a circle: none on another, none in the circle, all in the place, the circle as large as it can be."""

import math

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.around import around
from jn_presenter.model.element import Block
from jn_presenter.model.geometry import Rect
from tests.look import overlap

PLACE = Rect(100.0, 50.0, 1200.0, 640.0)
SIZES = st.lists(st.tuples(st.floats(10.0, 400.0), st.floats(24.0, 110.0)), min_size=1, max_size=12)


def boxes(sizes: list[tuple[float, float]], start: float = 0.0, place: Rect = PLACE) -> tuple[object, list[Rect]]:
    turns = [start + 360.0 * k / len(sizes) for k in range(len(sizes))]
    found = around(turns, place, lambda k, width, role: Block((), *sizes[k]) if sizes[k][0] <= width else None)
    return found, [Rect(x, y, *size) for (x, y), size in zip(found.places, sizes, strict=True)]


@given(SIZES, st.sampled_from([0.0, 17.0]), st.sampled_from([PLACE, Rect(0.0, 0.0, 856.0, 1300.0)]))
def test_no_words_stand_on_others_or_in_the_circle_or_outside(
    sizes: list[tuple[float, float]], start: float, place: Rect
) -> None:
    found, words = boxes(sizes, start, place)
    if found.overflow:  # type: ignore[attr-defined]
        return
    circle = found
    for k, box in enumerate(words):
        assert place.contains(box, slack=0.5)
        assert not any(overlap(box, other) for other in words[:k])
        dx = max(box.x - circle.cx, circle.cx - box.right, 0.0)  # type: ignore[attr-defined]
        dy = max(box.y - circle.cy, circle.cy - box.bottom, 0.0)  # type: ignore[attr-defined]
        assert math.hypot(dx, dy) >= circle.radius  # type: ignore[attr-defined]


def test_the_circle_fills_what_words_leave() -> None:
    found, _ = boxes([(100.0, 50.0)] * 2, 90.0, Rect(0.0, 0.0, 700.0, 500.0))
    assert found.radius == (700.0 - 2 * 118.0) / 2  # type: ignore[attr-defined]


def test_words_that_break_everywhere_leave_no_chart_to_be_drawn() -> None:
    assert around([0.0], PLACE, lambda k, width, role: None).overflow


def test_too_many_words_for_a_side_overflow() -> None:
    found, _ = boxes([(100.0, 110.0)] * 24)
    assert found.overflow  # type: ignore[attr-defined]
