"""Outlines of large letters are the same to the last bit, whatever was painted before."""

import pytest
from PySide6.QtGui import QImage, QPainter, QPainterPath, QRawFont

from jn_presenter.model.style import Font
from jn_presenter.qt.fonts import BUNDLED, font_file, qfont
from jn_presenter.qt.scene import shaping

WORDS, SIZES = "江宁0147", (72.0, 120.0, 200.0)


def outlines() -> list[QPainterPath]:
    shaping._outline.cache_clear()
    fonts = [Font(size, True) for size in SIZES]
    return [
        shaping._outline(font, "JN Sans SC", glyph)
        for font in fonts
        for glyph in QRawFont.fromFont(qfont(font)).glyphIndexesForString(WORDS)
    ]


@pytest.mark.usefixtures("qapp")
def test_small_letters_do_not_change_large_ones() -> None:
    first = outlines()
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    for size in (36.0, 24.0, 17.0, 50.0):
        painter = QPainter(image)
        painter.setFont(qfont(Font(size, True)))
        painter.drawText(10, 80, f"{WORDS}{chr(0x4E00 + int(size))}")
        painter.end()
        assert outlines() == first


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("family", sorted(BUNDLED))
@pytest.mark.parametrize("bold", [False, True])
def test_they_are_those_of_the_family(family: str, bold: bool) -> None:
    face = shaping._face(family, bold)
    assert (face.familyName(), face.styleName()) == (family, "Bold" if bold else "Regular")
    assert font_file(family, bold).is_file()
    assert face.isValid()
