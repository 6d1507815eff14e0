"""What a visitor sees beside the slides in all four shapes, to the last bit."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from jn_presenter.kiosk.page import Page
from jn_presenter.kiosk.seen import safe_page
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.render import render_image
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.show.kiosk.visit import stood
from tests.decks import text
from tests.golden_images import assert_golden
from tests.kiosk.world import IDLE_MS, at, kiosk_deck, seen

SHORT_SIDE = 360
LOOKS = [(TALL, "zh", "day"), (CLASSIC, "en", "night"), (WIDE, "zh", "night"), (WALL, "en", "contrast")]
"""Each shape in a language and a style; together they are all there are."""
TITLES = (
    text("园区概况", "The zone at a glance"),
    text("产业地标", "Industry"),
    text("创新示范", "Innovation"),
    text("服务生态", "Business services"),
    text("成果共享", "Shared prosperity"),
)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def picture(page: Page, canvas: Canvas, ground: str) -> QImage:
    scale = SHORT_SIDE / min(canvas.width, canvas.height)
    return render_image(page.marks, canvas, round(canvas.width * scale), round(canvas.height * scale), ground)


@pytest.mark.parametrize(("canvas", "language", "style"), LOOKS, ids=[canvas.shape for canvas, *_ in LOOKS])
@pytest.mark.parametrize("phase", ["loop", "home", "slides", "countdown", "staff", "wrong"])
def test_pages(phase: str, canvas: Canvas, language: str, style: str) -> None:
    made = kiosk_deck(5, titles=TITLES)
    known = {"countdown": "slides", "wrong": "staff"}.get(phase, phase)
    state = at(made, known, languages=(language,), style=style, large=canvas is CLASSIC, slide=2)
    if phase == "wrong":
        state = stood(state, refused=True, left=2)
    page = seen(made, state, canvas, IDLE_MS + 2500.0 if phase == "countdown" else 0.0, QtMeasure())
    assert_golden(picture(page, canvas, made.styles[style].ground[-1]), f"kiosk-{phase}-{canvas.shape}")


def test_the_safe_page() -> None:
    assert_golden(picture(safe_page(WIDE, QtMeasure()), WIDE, "#000000"), "kiosk-safe")
