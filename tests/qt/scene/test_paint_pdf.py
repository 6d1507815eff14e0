"""Pages of a PDF: text stays text, in the order it is read, whatever was done to its spacing; shapes stay shapes."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from jn_presenter.model.marks import AnyMark, Arc, Box, ImageMark, Run, ShapeMark, TextMark
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.paint import paint
from jn_presenter.qt.scene.text import QtMeasure

pytestmark = pytest.mark.needs("pdftotext", "pdfimages")
ZH = "江宁开发区“软件谷”，2020年信息服务业突破2000亿元；智能电网——绿色（《中国制造》）。Zone’s…"
EN = "the Zone’s “smart” grid… covers 47 % of the built-up area; over RMB 100 billion — by 2025"
JA = "赤い漆の「朱月の椀」は、2024年に展示室Aへ移りました。約1,200点・全12か所……直骨海ミュージアム（ヴァイオリン）"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3" fill="#00f"/></svg>'

Print = Callable[..., Path]


@pytest.fixture
def printed(tmp_path: Path) -> Print:
    """printed(*marks): a PDF of one page of 1920 x 1080 logical px."""

    def of(*marks: AnyMark) -> Path:
        file = tmp_path / "page.pdf"
        writer = QPdfWriter(str(file))
        writer.setResolution(144)
        size = QPageSize(QSizeF(960, 540), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        painter = QPainter(writer)
        paint(painter, marks)
        painter.end()
        return file

    return of


def told(*command: str | Path) -> str:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("size", [24.0, 36.0, 72.0])
@pytest.mark.parametrize(("text", "language"), [(ZH, "zh"), (EN, "en"), (JA, "ja")])
def test_text_is_copied_as_it_was_typed(printed: Print, text: str, language: str, size: float) -> None:
    block = QtMeasure().wrap((Run(text, Font(size), "#000000"),), 1800, language=language)
    found = told("pdftotext", "-raw", printed(TextMark(key="t", lines=block.lines)), "-")
    assert "".join(found.split()) == "".join(text.split())


def test_words_of_english_stay_apart(printed: Print) -> None:
    block = QtMeasure().wrap((Run(EN, Font(36.0), "#000000"),), 900, language="en")
    found = told("pdftotext", "-raw", printed(TextMark(key="t", lines=block.lines)), "-")
    assert found.split() == EN.split()


@pytest.mark.needs("pdftoppm")
def test_a_cut_drawing_keeps_to_its_place(printed: Print, tmp_path: Path) -> None:
    (tmp_path / "wide.svg").write_text(SVG.replace("circle", 'rect width="9" height="9"'))
    cut = ImageMark(
        key="d", file=str(tmp_path / "wide.svg"), stamp="", x=800, y=400, w=400, h=400, crop=(0.5, 0.5, 0.5, 0.5)
    )
    told("pdftoppm", "-r", "72", "-png", "-singlefile", printed(cut), tmp_path / "page")
    page = QImage(str(tmp_path / "page.png"))
    colours = {(x, y): page.pixelColor(x, y).name() for x, y in ((500, 300), (390, 300), (500, 190), (610, 300))}
    assert list(colours.values()) == ["#0000ff", "#ffffff", "#ffffff", "#ffffff"]


def test_shapes_and_drawings_are_no_pictures(printed: Print, tmp_path: Path) -> None:
    (tmp_path / "drawing.svg").write_text(SVG)
    file = printed(
        ShapeMark(key="a", shape=Box(10, 10, 400, 400, 20), hatch="#ff0000", stroke="#ff0000", width=3),
        ShapeMark(key="b", shape=Arc(700, 300, 200, 100, 0, 200), hatch="#ff0000", crisp=True),
        ShapeMark(key="c", shape=Box(1000, 10, 400, 400), fill="#00ff00", opacity=0.5, clip=(1100, 20, 50, 50)),
        ImageMark(key="d", file=str(tmp_path / "drawing.svg"), stamp="", x=1000, y=500, w=400, h=400),
    )
    assert told("pdfimages", "-list", file).splitlines()[2:] == []
    assert file.stat().st_size < 20_000
