"""Fonts: the bundled family, whole pixels, and advances that grow with the size alone."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from jn_presenter.model.style import Font
from jn_presenter.qt import fonts


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    fonts.load_fonts()


@pytest.mark.parametrize("family", sorted(fonts.BUNDLED))
@pytest.mark.parametrize("bold", [False, True])
def test_each_weight_is_a_font_of_its_own(bold: bool, family: str) -> None:
    fonts.load_family(family)
    font = fonts.qfont(Font(36, bold), family=family)
    assert QFontInfo(font).family() == family
    assert QFontInfo(font).bold() == bold
    assert "Bold" in QFontDatabase.styles(font.family())


@pytest.mark.parametrize(
    ("language", "family"),
    [("ja", "JN Sans JP"), ("ja-JP", "JN Sans JP"), ("zh", "JN Sans SC"), ("en", "JN Sans SC"), ("", "JN Sans SC")],
)
def test_a_language_is_set_in_the_family_of_its_characters(language: str, family: str) -> None:
    assert fonts.family(language) == family


def test_the_japanese_family_waits_for_the_first_japanese_words() -> None:
    program = """
from PySide6.QtGui import QFontDatabase
from jn_presenter.model.style import Font
from jn_presenter.qt.offscreen import application
measure = application()
for words, language in (("漆器", "zh"), ("lacquer", "en"), ("漆の器", "ja")):
    measure.advance(words, Font(36.0), language)
    print(sum(name.startswith("JN Sans JP") for name in QFontDatabase.families()))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["0", "0", "1"]


@pytest.mark.parametrize(("size", "px"), [(36.0, 36), (32.4, 32), (25.6, 26), (0.2, 1)])
def test_sizes_are_rounded_to_whole_pixels(size: float, px: int) -> None:
    assert fonts.qfont(Font(size)).pixelSize() == px


def test_the_scale_is_applied_before_rounding() -> None:
    assert fonts.qfont(Font(36.4), 2.0).pixelSize() == 73


def test_fonts_are_neither_hinted_nor_coloured() -> None:
    font = fonts.qfont(Font(36))
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting
    assert font.styleStrategy() & QFont.StyleStrategy.NoSubpixelAntialias


def test_advances_grow_with_the_size() -> None:
    words = "江宁 Jiangning 2,345.67"
    small = QFontMetricsF(fonts.qfont(Font(24))).horizontalAdvance(words)
    large = QFontMetricsF(fonts.qfont(Font(240))).horizontalAdvance(words)
    assert large == pytest.approx(10 * small, rel=0.001)


def test_a_missing_font_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "resources", lambda: tmp_path)
    with pytest.raises(fonts.FontsMissingError, match=r"JNSansSC-Regular\.otf"):
        fonts.load_family.__wrapped__(fonts.FAMILY)
