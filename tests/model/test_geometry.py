"""Screens become canvases of four shapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.model.geometry import CLASSIC, SHAPES, TALL, WALL, WIDE, Rect, canvas_for


@pytest.mark.parametrize(
    ("size", "canvas", "shape"),
    [
        ((1920, 1080), WIDE, "wide"),
        ((3840, 2160), WIDE, "wide"),
        ((1080, 1920), TALL, "tall"),
        ((1024, 768), CLASSIC, "classic"),
        ((3840, 1080), WALL, "wall"),
    ],
)
def test_a_canvas_has_the_ratio_of_its_screen(size: tuple[int, int], canvas: object, shape: str) -> None:
    assert canvas_for(*size) == canvas
    assert canvas_for(*size).shape == shape


@pytest.mark.parametrize(
    ("ratio", "shape"),
    [(0.79, "tall"), (0.8, "classic"), (1.49, "classic"), (1.5, "wide"), (2.19, "wide"), (2.2, "wall")],
)
def test_shapes_change_at_their_ratios(ratio: float, shape: str) -> None:
    assert canvas_for(ratio * 1000, 1000).shape == shape


@given(st.integers(1, 20000), st.integers(1, 20000))
def test_the_shorter_side_is_always_1080(width: int, height: int) -> None:
    canvas = canvas_for(width, height)
    assert min(canvas.width, canvas.height) == pytest.approx(1080)
    assert canvas.width / canvas.height == pytest.approx(width / height)
    assert canvas.shape in SHAPES


def test_an_empty_screen_has_no_canvas() -> None:
    with pytest.raises(ValueError, match="no canvas"):
        canvas_for(0, 1080)


def test_a_rectangle_holds_another_give_or_take_half_a_pixel() -> None:
    rect = Rect(10, 10, 100, 50)
    assert (rect.right, rect.bottom) == (110, 60)
    assert rect.inset(10, 5) == Rect(20, 15, 80, 40)
    assert rect.contains(rect)
    assert rect.contains(Rect(9.6, 9.6, 100.8, 50.8))
    assert not rect.contains(Rect(10, 10, 101, 50))
    assert rect.contains(Rect(10, 10, 101, 50), slack=1)
