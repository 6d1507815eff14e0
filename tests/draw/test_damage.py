"""What differs from one moment to the next: matched by key and order, strips of what grows, all of what does not."""

from math import cos, radians, sin

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.damage import changed, extent, partners
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, Box, Line, Run, ShapeMark, TextMark
from jn_presenter.model.style import Font

numbers = st.integers(0, 400).map(float)
boxes = st.builds(Box, numbers, numbers, numbers, numbers)


def bar(box: Box | Arc, key: str = "a", **more: object) -> ShapeMark:
    return ShapeMark(key=key, shape=box, fill="#ffffff", **more)  # type: ignore[arg-type]


def words(x: float = 100.0, **more: float) -> TextMark:
    line = Line(x, 200.0, 80.0, (Run("江宁", Font(40.0), "#ffffff"),))
    return TextMark(key="words", lines=(line,), **more)  # type: ignore[arg-type]


def covers(parts: tuple[Rect, ...], x: float, y: float) -> bool:
    return any(part.x <= x <= part.right and part.y <= y <= part.bottom for part in parts)


def inside(box: Box, x: float, y: float) -> bool:
    return box.x < x < box.x + box.w and box.y < y < box.y + box.h


@given(a=boxes, b=boxes, x=numbers.map(lambda n: n + 0.5), y=numbers.map(lambda n: n + 0.5))
def test_where_one_of_two_boxes_is_and_the_other_is_not_has_changed(a: Box, b: Box, x: float, y: float) -> None:
    parts = changed(bar(a), bar(b))
    assert parts is not None
    if inside(a, x, y) != inside(b, x, y):
        assert covers(parts, x, y)


def test_a_bar_that_grows_is_painted_anew_at_its_end_alone() -> None:
    (strip,) = changed(bar(Box(0.0, 0.0, 300.0, 20.0)), bar(Box(0.0, 0.0, 320.0, 20.0))) or ()
    assert 295.0 < strip.x < 300.0
    assert 320.0 < strip.right < 325.0
    assert strip.y <= 0.0
    assert strip.bottom >= 20.0


def test_corners_are_within_the_strip() -> None:
    (strip,) = changed(bar(Box(0.0, 0.0, 300.0, 20.0, 8.0)), bar(Box(0.0, 0.0, 320.0, 20.0, 8.0))) or ()
    assert strip.x <= 292.0
    small = changed(bar(Box(0.0, 0.0, 10.0, 20.0, 8.0)), bar(Box(0.0, 0.0, 14.0, 20.0, 8.0))) or ()
    assert covers(small, 0.0, 0.0)


def test_all_of_what_looks_otherwise_or_is_no_box_has_changed() -> None:
    box, wider = Box(0.0, 0.0, 300.0, 20.0), Box(0.0, 0.0, 320.0, 20.0)
    assert changed(bar(box, hatch="#000000"), bar(wider, hatch="#000000")) is None
    assert changed(bar(box, dash=(4.0, 4.0)), bar(wider, dash=(4.0, 4.0))) is None
    assert changed(bar(box), bar(wider, opacity=0.5)) is None
    assert changed(bar(box, clip=(0.0, 0.0, 9.0, 9.0)), bar(wider)) is None
    assert changed(bar(box), bar(Arc(0.0, 0.0, 10.0, 5.0, 0.0, 90.0))) is None
    ring = bar(Arc(0.0, 0.0, 10.0, 5.0, 0.0, 90.0))
    assert changed(ring, bar(Arc(0.0, 0.0, 10.0, 5.0, 0.0, 91.0))) is None
    assert changed(words(), words(dx=3.0)) is None


def marks(*keys: str) -> list[AnyMark]:
    return [bar(Box(0.0, 0.0, 1.0, 1.0), key) for key in keys]


def test_partners_are_found_by_key_where_the_order_is_kept() -> None:
    assert partners(marks("a", "b", "c"), marks("a", "b", "c")) == [0, 1, 2]
    assert partners(marks("a", "b", "c"), marks("b", "x", "c")) == [1, -1, 2]
    assert partners(marks("a", "b"), marks("b", "a")) is None
    assert partners(marks("a", "a"), marks("a", "b", "c")) is None


@given(start=st.floats(-720, 720), sweep=st.floats(-359, 359), share=st.floats(0, 1), inner=st.floats(0, 100))
def test_a_sector_lies_within_its_extent(start: float, sweep: float, share: float, inner: float) -> None:
    box = extent(bar(Arc(500.0, 400.0, 100.0, inner, start, sweep)))
    angle = radians(start + share * sweep)
    for radius in (inner, 100.0):
        x, y = 500.0 + radius * sin(angle), 400.0 - radius * cos(angle)
        assert box.x <= x <= box.right
        assert box.y <= y <= box.bottom


def test_a_clip_bounds_the_extent_and_what_cannot_be_seen_has_none() -> None:
    shape = Box(0.0, 0.0, 100.0, 100.0)
    box = extent(bar(shape, clip=(40.0, 0.0, 20.0, 500.0)))
    assert (box.x, box.right) == (39.0, 61.0)
    assert extent(bar(shape, opacity=0.0)).w == 0.0
    assert extent(bar(shape, clip=(200.0, 0.0, 20.0, 20.0))).w == 0.0


def test_words_that_moved_touch_their_new_place() -> None:
    here, there = extent(words()), extent(words(dx=50.0, dy=10.0))
    assert (there.x, there.y) == (here.x + 50.0, here.y + 10.0)
    assert here.x < 100.0
    assert here.y < 200.0 - 40.0
    assert here.bottom > 200.0
    assert here.right > 180.0
