"""Every layout in all four shapes as a picture, to the last bit, and whether its usual content has room everywhere."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from jn_presenter.compose import FittedSlide, fit_slide, frame
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas
from jn_presenter.model.style import Style
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.render import render_image
from jn_presenter.qt.scene.text import QtMeasure
from tests.decks import DAY, NIGHT, deck
from tests.golden_images import assert_golden
from tests.layouts.slides import FACTS, slide_of

SHORT_SIDE = 360
LOOKS: list[tuple[Canvas, str, Style]] = [
    (WIDE, "zh", NIGHT),
    (TALL, "en", DAY),
    (CLASSIC, "en", NIGHT),
    (WALL, "zh", DAY),
]
"""Both languages and both styles, each in two of the shapes."""
CANVASES = [WIDE, TALL, CLASSIC, WALL]
names = pytest.mark.parametrize("name", LAYOUTS.names())


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def laid_out(name: str, canvas: Canvas, languages: tuple[str, ...], style: Style) -> FittedSlide:
    slide = slide_of(name)
    return fit_slide(deck(slide, facts=FACTS), slide, canvas, languages, style, QtMeasure())


def picture(fitted: FittedSlide) -> QImage:
    """The slide at its last step, its shorter side SHORT_SIDE px."""
    canvas = fitted.canvas
    scale = SHORT_SIDE / min(canvas.width, canvas.height)
    marks = [mark for part in frame(fitted, fitted.last_step) for mark in part.marks]
    return render_image((*fitted.ground, *marks), canvas, round(canvas.width * scale), round(canvas.height * scale))


@names
@pytest.mark.parametrize(("canvas", "language", "style"), LOOKS, ids=[canvas.shape for canvas, *_ in LOOKS])
def test_layouts(name: str, canvas: Canvas, language: str, style: Style) -> None:
    assert_golden(picture(laid_out(name, canvas, (language,), style)), f"layout-{name}-{canvas.shape}")


@names
@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.shape)
@pytest.mark.parametrize("languages", [("zh",), ("en",), ("zh", "en")], ids="+".join)
def test_usual_content_has_room(name: str, canvas: Canvas, languages: tuple[str, ...]) -> None:
    assert laid_out(name, canvas, languages, NIGHT).findings == ()
