"""What the tests of painting share: the bundled fonts in an application, and a picture of marks."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import AnyMark
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.render import render_image

Draw = Callable[..., QImage]


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture
def draw() -> Draw:
    """draw(*marks, width=200, height=200, scale=1, ground="#000000"): marks on a canvas of width x height px."""

    def of(*marks: AnyMark, width: int = 200, height: int = 200, scale: float = 1.0, ground: str = "#000000") -> QImage:
        size = round(width * scale), round(height * scale)
        return render_image(marks, Canvas(float(width), float(height)), *size, ground)

    return of
