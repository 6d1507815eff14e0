"""Painting: every kind of mark has a painter, opacity and clip hold for all, and the painter is left as it was."""

import gc
import sys
from typing import get_args

import pytest
from msgspec import structs
from PySide6.QtGui import QImage, QPainter, QTransform

from jn_presenter.draw.motion import faded
from jn_presenter.model.marks import AnyMark, Box, ImageMark, Line, PlotAxis, PlotMark, Run, Series, ShapeMark, TextMark
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.paint import PAINTERS, paint
from tests.golden_images import pixels
from tests.qt.scene.conftest import Draw

TEXT = TextMark(key="t", lines=(Line(10.0, 100.0, 0.0, (Run("江宁A", Font(60.0), "#ffffff"),), "zh"),))
BOX = ShapeMark(key="b", shape=Box(10, 10, 180, 180), fill="#ffffff")
AXIS = PlotAxis(low=0.0, high=1.0, ticks=((0.0, "0"), (1.0, "1")), extent=40.0)
CURVE = Series(key="c", xs=(0.0, 1.0), ys=(0.0, 1.0), colour="#ffffff", width=20.0)
PLOT = PlotMark(
    key="p",
    x=10,
    y=10,
    w=180,
    h=180,
    series=(CURVE,),
    bottom=AXIS,
    left=AXIS,
    font=Font(24),
    ink="#ffffff",
    grid="#888888",
)
IMAGE = ImageMark(key="i", file="missing.png", stamp="", x=10, y=10, w=180, h=180)
CURVE_ALONE = structs.replace(PLOT, ink="#000000", grid="#000000")
SMALL = TextMark(key="s", lines=(Line(10.0, 100.0, 0.0, (Run("江宁A", Font(36.0), "#ffffff"),), "zh"),))
MARKS: list[AnyMark] = [TEXT, BOX, PLOT]


def test_every_kind_of_mark_has_a_painter() -> None:
    assert set(PAINTERS) == set(get_args(AnyMark))


@pytest.mark.parametrize("mark", [SMALL, TEXT, BOX, CURVE_ALONE], ids=["small text", "text", "shape", "plot"])
def test_opacity_holds_for_every_kind(draw: Draw, mark: AnyMark) -> None:
    full, nearly, half, none = (pixels(draw(faded(mark, opacity))).astype(int) for opacity in (1.0, 0.995, 0.5, 0.0))
    assert full.max() >= 253
    assert abs(half - full / 2).max() <= 4
    assert abs(nearly - full).max() <= 4, "the last frame of a fade is seen"
    assert none.max() == 0


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: type(mark).__name__)
def test_clip_holds_for_every_kind(draw: Draw, mark: AnyMark) -> None:
    full = pixels(draw(mark))
    clipped = pixels(draw(structs.replace(mark, clip=(40.0, 40.0, 100.0, 60.0))))
    assert (clipped[40:100, 40:140] == full[40:100, 40:140]).all()
    clipped[40:100, 40:140] = 0
    assert clipped.max() == 0


def test_opacity_of_the_painter_counts_too(draw: Draw) -> None:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setOpacity(0.5)
    paint(painter, [BOX])
    painter.end()
    assert pixels(image)[100, 100, 0] == pytest.approx(127, abs=1)


@pytest.mark.usefixtures("caplog")
def test_the_painter_is_left_as_it_was() -> None:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setOpacity(0.5)
    painter.scale(2.0, 2.0)
    hints = painter.renderHints()
    paint(painter, [*MARKS, IMAGE, structs.replace(BOX, crisp=True, clip=(0.0, 0.0, 5.0, 5.0))])
    assert painter.opacity() == pytest.approx(0.5, abs=0.01)
    assert painter.transform() == QTransform.fromScale(2.0, 2.0)
    assert not painter.hasClipping()
    assert painter.renderHints() == hints
    painter.end()


def test_text_moves_as_a_block(draw: Draw) -> None:
    moved = TextMark(key="t", lines=TEXT.lines, dx=20.0, dy=-30.0)
    there = pixels(draw(moved))
    assert (there[:170, 20:] == pixels(draw(TEXT))[30:, :180]).all()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no count")
def test_painting_loses_no_reference_of_none() -> None:
    """Qt's bindings 6.12.0 drop one at each call without a result, and the process aborts after seconds."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, MARKS)
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(2000):
        paint(painter, [TEXT, SMALL, BOX])
    for _ in range(100):
        paint(painter, [PLOT])
    gc.collect()
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < 200
