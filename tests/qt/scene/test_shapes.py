"""Shapes: where they lie, whole device pixels for crisp ones, hatching that keeps inside."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from jn_presenter.model.marks import Arc, Box, Gradient, Path, ShapeMark
from jn_presenter.qt.scene.shapes import HATCH_STEP, hatching, outline, snapped
from tests.golden_images import pixels
from tests.qt.scene.conftest import Draw

WHITE = "#ffffff"


@pytest.mark.parametrize(
    ("angle", "inside"), [(10, (116, 27)), (80, (174, 87)), (170, (114, 174)), (260, (27, 114)), (350, (86, 27))]
)
def test_angles_run_clockwise_from_twelve(angle: float, inside: tuple[float, float]) -> None:
    arc = Arc(100, 100, 90, 60, angle - 10, 20)
    assert outline(arc).contains(QPointF(*inside))
    assert outline(arc).boundingRect().width() < 60


def test_a_ring_has_a_hole_and_a_pie_has_none() -> None:
    ring, pie = outline(Arc(100, 100, 90, 60, 0, 360)), outline(Arc(100, 100, 90, 0, 0, 360))
    assert not ring.contains(QPointF(100, 100))
    assert ring.contains(QPointF(25, 100))
    assert pie.contains(QPointF(100, 100))


def test_a_slice_reaches_the_centre() -> None:
    assert outline(Arc(100, 100, 90, 0, 0, 90)).contains(QPointF(102, 98))


@pytest.mark.parametrize(
    "shape",
    [
        Box(20.3, 20.7, 150, 140),
        Box(20.3, 20.7, 150, 140, 30),
        Arc(100, 100, 90, 50, 30, 250),
        Arc(100, 100, 90, 50, 0, 360),
        Arc(100, 100, 90, 0, 100, 40),
        Path((("M", (10, 10)), ("C", (100, 0, 200, 120, 180, 180)), ("L", (20, 160)), ("Z", ()))),
    ],
)
def test_hatching_keeps_inside_its_shape(draw: Draw, shape: Box | Arc | Path) -> None:
    hatched = pixels(draw(ShapeMark(key="", shape=shape, hatch=WHITE)))[..., 0] > 127
    # One px more all round, by which the square end of a line may stand out.
    filled = pixels(draw(ShapeMark(key="", shape=shape, fill=WHITE, stroke=WHITE, width=3)))[..., 0] > 127
    assert not (hatched & ~filled).any()
    assert 0.08 < hatched.sum() / filled.sum() < 0.25


def test_hatching_lines_are_evenly_apart_and_those_of_all_shapes_in_line() -> None:
    lines = hatching(Box(10, 10, 100, 100)), hatching(Box(130, 37, 50, 200))
    starts = [path.elementAt(i) for path in lines for i in range(0, path.elementCount(), 2)]
    steps = np.array([(start.x + start.y) / (HATCH_STEP * 2**0.5) for start in starts])  # type: ignore[operator]
    assert np.allclose(steps, steps.round())


def test_an_empty_shape_has_no_hatching() -> None:
    assert hatching(Box(10, 10, 0, 0)).isEmpty()
    assert hatching(Path(())).isEmpty()


@pytest.mark.parametrize("scale", [0.25, 1.0, 1.5, 2.0])
def test_crisp_boxes_lie_on_whole_pixels(draw: Draw, scale: float) -> None:
    image = pixels(draw(ShapeMark(key="", shape=Box(10.3, 20.6, 50.4, 30.5), fill=WHITE, crisp=True), scale=scale))
    assert set(np.unique(image)) == {0, 255}
    rows, columns = np.nonzero(image[..., 0])
    left, top = round(10.3 * scale), round(20.6 * scale)
    assert (columns.min(), rows.min()) == (left, top)
    assert (columns.max() + 1, rows.max() + 1) == (round(60.7 * scale), round(51.1 * scale))


@pytest.mark.parametrize(("scale", "px"), [(0.25, 1), (1.0, 1), (2.0, 2), (3.0, 3)])
@pytest.mark.parametrize("upright", [False, True])
def test_crisp_hairlines_are_whole_pixels_wide_and_long(draw: Draw, scale: float, px: int, upright: bool) -> None:
    ends = ((30.7, 10.4), (30.7, 90.4)) if upright else ((10.4, 30.7), (90.4, 30.7))
    line = Path((("M", ends[0]), ("L", ends[1])))
    image = pixels(draw(ShapeMark(key="", shape=line, stroke=WHITE, width=1, crisp=True), scale=scale))
    assert set(np.unique(image)) == {0, 255}
    rows, columns = np.nonzero(image[..., 0])
    across, along = (columns, rows) if upright else (rows, columns)
    assert len(np.unique(across)) == px
    assert (along.min(), along.max() + 1) == (round(10.4 * scale), round(90.4 * scale))


def test_crisp_dashes_are_drawn_at_any_scale(draw: Draw) -> None:
    line = Path((("M", (0, 30)), ("L", (200, 30))))
    dashed = ShapeMark(key="", shape=line, stroke=WHITE, width=1, dash=(20, 20), crisp=True)
    for scale in (0.25, 1.0, 2.0):
        image = pixels(draw(dashed, scale=scale))
        assert (image.max(axis=0)[:, 0] > 0).mean() == pytest.approx(0.5, abs=0.05)


def test_a_crisp_outline_stays_inside_its_box(draw: Draw) -> None:
    image = pixels(draw(ShapeMark(key="", shape=Box(10, 10, 40, 40), stroke=WHITE, width=3, crisp=True)))
    rows, columns = np.nonzero(image[..., 0])
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (10, 49, 10, 49)
    assert image[30, 30, 0] == 0


def test_a_gradient_lies_where_it_says_on_any_device(draw: Draw) -> None:
    fill = Gradient(0, 50, 0, 150, ((0.0, "#000000", 1.0), (1.0, "#ffffff", 1.0)))
    for crisp in (False, True):
        for scale in (1.0, 2.0):
            image = pixels(draw(ShapeMark(key="", shape=Box(0, 0, 200, 200), fill=fill, crisp=crisp), scale=scale))
            assert int(image[round(100 * scale), 5, 0]) == pytest.approx(127, abs=3)
            assert (image[round(40 * scale), 5, 0], image[round(160 * scale), 5, 0]) == (0, 255)


@pytest.mark.parametrize(
    ("rect", "whole"),
    [
        (QRectF(0.4, 0.6, 9.8, 9.8), QRectF(0, 1, 10, 9)),
        (QRectF(3.2, 3.2, 0.2, 0.2), QRectF(3, 3, 1, 1)),
        (QRectF(3.2, 3.2, 0.0, 5.0), QRectF(3, 3, 0, 5)),
    ],
)
def test_snapping_keeps_what_is_thin(rect: QRectF, whole: QRectF) -> None:
    assert snapped(rect) == whole


@given(x=st.floats(-50.0, 500.0), y=st.floats(-50.0, 500.0), wide=st.floats(0.5, 600.0), high=st.floats(0.5, 200.0))
def test_a_box_is_hatched_as_a_path_of_its_sides_is(x: float, y: float, wide: float, high: float) -> None:
    corners = (("M", (x, y)), ("L", (x + wide, y)), ("L", (x + wide, y + high)), ("L", (x, y + high)), ("Z", ()))
    box, path = hatching(Box(x, y, wide, high)), hatching(Path(corners))
    assert box.length() == pytest.approx(path.length(), rel=1e-6, abs=0.01)
    if not box.boundingRect().isEmpty():
        assert outline(Box(x - 0.01, y - 0.01, wide + 0.02, high + 0.02)).boundingRect().contains(box.boundingRect())
