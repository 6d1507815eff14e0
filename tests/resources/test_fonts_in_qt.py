"""Qt finds the bundled fonts by name and weight, and a PDF gives back the text that was drawn with them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QPageSize, QPainter, QPdfWriter, QRawFont
from PySide6.QtWidgets import QApplication

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FAMILIES = ("JN Sans SC", "JN Sans SC Quotes", "JN Sans JP")
TEXT_FAMILIES = ("JN Sans SC", "JN Sans JP")
WEIGHTS = (QFont.Weight.Normal, QFont.Weight.Bold)

LINES = (
    "江宁经济技术开发区 2020年 A1 B2 5G ICT2025 H2O 47%",
    "1992年6月——2021年6月4日，突破1000亿元、210余家～30多个",
    "力行里老一二八十工土士大小山川心手日月木水火田石竹米",
    "“十四五”期间（至2025年）≥≤≈× ℃ ㎡ · • →",
    "Over RMB 100 billion: fi ffi fl AV To, 14th Five-Year Plan",
)
JAPANESE_LINES = (
    "朱月漆器博物館 2024年 A1 B2 5G 1,200点 47%",
    "1992年6月――2021年6月4日、〜210人超・30か所ー「漆」（仮）",
    "力行里老一二八十工土士大小山川心手日月木水火田石竹米",
    "ファッションショー、ヴァイオリン、ガギグゲゴ、ぱぴぷぺぽ ≥≤≈× ℃ ㎡ · • →",
)
WORDS = {"JN Sans SC": LINES, "JN Sans JP": JAPANESE_LINES}


@pytest.fixture(scope="module")
def bundled(qapp: QApplication) -> Iterator[None]:
    ids = [QFontDatabase.addApplicationFont(str(path)) for path in sorted(FONTS.glob("*.otf"))]
    assert -1 not in ids
    yield
    for font_id in ids:
        QFontDatabase.removeApplicationFont(font_id)


def font(family: str, weight: QFont.Weight, pixels: int = 40) -> QFont:
    made = QFont(family, weight=weight)
    made.setPixelSize(pixels)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@pytest.mark.usefixtures("bundled")
@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_and_weight_is_found_by_name(family: str, weight: QFont.Weight) -> None:
    asked = font(family, weight)
    assert QFontInfo(asked).family() == family
    assert QRawFont.fromFont(asked).weight() == weight


@pytest.mark.usefixtures("bundled")
@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("family", TEXT_FAMILIES)
def test_any_number_of_so_many_digits_is_equally_wide(family: str, weight: QFont.Weight) -> None:
    metrics = QFontMetricsF(font(family, weight, 1000))
    pairs = {metrics.horizontalAdvance(f"{number:02}") for number in range(100)}
    assert pairs == {2 * metrics.horizontalAdvance("0")}


@pytest.mark.usefixtures("bundled")
@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("family", TEXT_FAMILIES)
def test_a_double_dash_is_drawn_without_a_gap(family: str, weight: QFont.Weight) -> None:
    glyph = QFontMetricsF(font(family, weight, 1000))
    dash = glyph.tightBoundingRect("—")
    assert glyph.tightBoundingRect("——").width() < 2 * dash.width()


@pytest.mark.needs("pdftotext")
@pytest.mark.usefixtures("bundled")
@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("family", TEXT_FAMILIES)
def test_a_pdf_gives_back_the_text_as_it_was_typed(tmp_path: Path, family: str, weight: QFont.Weight) -> None:
    lines = WORDS[family]
    path = tmp_path / "text.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QSizeF(1920, 1080), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.setFont(font(family, weight))
    for number, line in enumerate(lines):
        painter.drawText(QPointF(100, 100 + 80 * number), line)
    painter.setFont(font("JN Sans SC Quotes", weight))
    painter.drawText(QPointF(100, 100 + 80 * len(lines)), "“”")
    painter.end()

    got = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    assert [line for line in got.splitlines() if line.strip("\f")] == [*lines, "“”"]
