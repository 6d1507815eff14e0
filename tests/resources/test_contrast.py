"""What the shipped styles promise: every text stands out seven to one from what lies behind it, none is under 24 px."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from jn_presenter.compose import fit_slide, frame
from jn_presenter.draw.contrast import contrast
from jn_presenter.load import load_index, with_slides
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas
from jn_presenter.model.kiosk import CONTRAST
from jn_presenter.model.marks import AnyMark, ShapeMark, TextMark
from jn_presenter.model.style import ROLES, SMALLEST_PX, Style
from jn_presenter.paths import shipped_slides
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.paint import paint
from jn_presenter.qt.scene.text import QtMeasure
from tests.golden_images import pixels

INDEX = load_index(shipped_slides(), more_styles=(CONTRAST,))
DECK = with_slides(INDEX, INDEX.deck.order).deck
"""With all styles that it is ever shown in: a kiosk can be asked for one more."""
LEAST = 7.0
"""WCAG 2.2, success criterion 1.4.6."""
HAIRLINE = 2.0
"""px of a stroke that no reader takes for ground, even where it runs behind a word."""
CANVASES = (WIDE, TALL, CLASSIC, WALL)


def inks(style: Style) -> dict[str, str]:
    """Every colour that letters are set in, by its name in the style's file."""
    series = {f"series {k}": colour for k, colour in enumerate(style.series, 1)}
    return {"ink": style.ink, "quiet": style.quiet, "accent": style.accent} | dict(style.accents) | series


@pytest.mark.parametrize("style", DECK.styles.values(), ids=DECK.styles)
def test_every_ink_stands_out_from_every_ground(style: Style) -> None:
    least = {name: min(contrast(ink, ground) for ground in style.ground) for name, ink in inks(style).items()}
    assert {name: round(ratio, 2) for name, ratio in least.items() if ratio < LEAST} == {}


@pytest.mark.parametrize("style", DECK.styles.values(), ids=DECK.styles)
def test_every_theme_has_its_accent(style: Style) -> None:
    assert {theme.accent for theme in DECK.themes} <= set(dict(style.accents))


@pytest.mark.parametrize("style", DECK.styles.values(), ids=DECK.styles)
def test_no_role_of_text_is_under_the_smallest_size(style: Style) -> None:
    assert min(getattr(style.type, role) for role in ROLES) >= SMALLEST_PX == 24


@pytest.mark.parametrize("canvas", CANVASES, ids=[canvas.shape for canvas in CANVASES])
@pytest.mark.parametrize("style", DECK.styles.values(), ids=DECK.styles)
def test_every_line_of_the_briefing_stands_out_where_it_stands(style: Style, canvas: Canvas, qapp: object) -> None:
    """With the motif: the ranges of the ridge tint the ground beneath a cover's words."""
    load_fonts()
    weak = set()
    for languages in (("zh",), ("en",), ("zh", "en")):
        for slide in DECK.slides.values():
            fitted = fit_slide(DECK, slide, canvas, languages, style, QtMeasure())
            behind = ground(canvas, fitted.ground)
            for mark in (mark for item in frame(fitted, fitted.last_step) for mark in item.marks):
                if isinstance(mark, TextMark):
                    weak |= {(slide.id, text, size) for text, size in weak_lines(mark, behind)}
    assert weak == set()


@lru_cache(maxsize=8)
def ground(canvas: Canvas, marks: tuple[AnyMark, ...]) -> np.ndarray:
    """What is painted behind a slide, one pixel a logical px, but for hairlines."""
    image = QImage(round(canvas.width), round(canvas.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, [mark for mark in marks if isinstance(mark, ShapeMark) and (mark.fill or mark.width > HAIRLINE)])
    painter.end()
    return pixels(image)


def weak_lines(mark: TextMark, behind: np.ndarray) -> Iterator[tuple[str, float]]:
    """Lines with a run under 24 px, or with less contrast than seven to one to a corner or the middle of its ground."""
    for line in mark.lines:
        size = max(run.font.size for run in line.runs)
        x, y = line.x + mark.dx, line.y + mark.dy
        across = np.clip(np.linspace(x, x + line.width, 9), 0, behind.shape[1] - 1).astype(int)
        down = np.clip(np.linspace(y - size, y, 3), 0, behind.shape[0] - 1).astype(int)
        tints = {"#{2:02x}{1:02x}{0:02x}".format(*pixel) for pixel in behind[np.ix_(down, across)].reshape(-1, 3)}
        for run in line.runs:
            least = min(contrast(run.colour, tint) for tint in tints)
            if least < LEAST or run.font.size < SMALLEST_PX:
                yield line.text, round(least, 2)
