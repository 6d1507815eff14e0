"""Marks of every kind as pictures, to the last bit: whoever changes how they look sees what they look like now."""

import math
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PySide6.QtGui import QImage

from jn_presenter.draw.setting import placed
from jn_presenter.model.element import Align
from jn_presenter.model.marks import (
    AnyMark,
    Arc,
    Box,
    Gradient,
    ImageMark,
    PlotAxis,
    PlotMark,
    Run,
    Series,
    ShapeMark,
    TextMark,
)
from jn_presenter.model.marks import (
    Path as PathShape,
)
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.text import QtMeasure
from tests.decks import DAY, NIGHT
from tests.golden_images import assert_golden
from tests.qt.scene.conftest import Draw

ZH = "江宁开发区“软件谷”，2020年信息服务业突破2000亿元；智能电网——绿色～智能（《中国制造》）。"
EN = "The Zone’s “smart” grid… covers 47 % of the built-up area — over RMB 100 billion by 2025"
TITLE_ZH = "绿色智能未来之城：江宁开发区的产业集群目标"
TITLE_EN = "Green, smart, of the future: cluster targets of the zone"


def text(
    words: str, y: float, language: str, font: Font, ink: str, *, align: Align = "left", bold: str = ""
) -> TextMark:
    head, found, tail = words.partition(bold) if bold else (words, "", "")
    runs = [Run(head, font, ink), Run(found, Font(font.size, True), NIGHT.accent), Run(tail, font, ink)]
    block = QtMeasure().wrap(
        tuple(run for run in runs if run.text), 880, language=language, align=align, balance=font.size > 40
    )
    return TextMark(key=words, lines=placed(block.lines, 40, y))


def lines() -> tuple[TextMark, ...]:
    return (
        text(TITLE_ZH, 24, "zh", Font(72.0, True), NIGHT.ink),
        text(ZH, 250, "zh", Font(36.0), NIGHT.ink, bold="2000亿元"),
        text(EN, 400, "en", Font(24.0), NIGHT.quiet, bold="47 %"),
    )


@pytest.mark.parametrize(("name", "scale"), [("text", 1.0), ("text-small", 0.25)])
def test_text(draw: Draw, name: str, scale: float) -> None:
    assert_golden(draw(*lines(), width=960, height=500, scale=scale, ground=NIGHT.ground[0]), name)


def test_large_text(tmp_path: Path) -> None:
    """A part of the picture, for the edges of large letters.

    By itself: within a long run of tests they once came out otherwise, so what the process has painted before must
    have a part in them.
    """
    file = tmp_path / "large.png"
    code = (
        "from jn_presenter.qt.offscreen import application; application()\n"
        "from jn_presenter.model.geometry import Canvas\n"
        "from jn_presenter.qt.scene.render import render_image\n"
        "from tests.qt.scene.test_golden import NIGHT, lines\n"
        "picture = render_image(lines(), Canvas(480.0, 320.0), 1200, 800, NIGHT.ground[0])\n"
        f"assert picture.save({str(file)!r})\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], check=True)
    assert_golden(QImage(str(file)), "text-large")


def test_chinese_and_english_stacked_by_day(draw: Draw) -> None:
    marks = (
        text(TITLE_ZH, 16, "zh", Font(72.0, True), DAY.ink, align="centre"),
        text(TITLE_EN, 220, "en", Font(43.2), DAY.quiet, align="centre"),
        text(ZH, 360, "zh", Font(36.0), DAY.ink, align="right"),
        text(EN, 480, "en", Font(24.0), DAY.quiet, align="right"),
    )
    assert_golden(draw(*marks, width=960, height=580, ground=DAY.ground[0]), "stacked")


def shapes() -> tuple[AnyMark, ...]:
    gold, azure, ink = "#ffc14d", "#6fc3ff", "#f3f6fa"
    stops = ((0.0, "#16324a", 1.0), (1.0, "#16324a", 0.0))
    level = (("M", (40.0, 400.3)), ("L", (480.0, 400.3)))
    wave = (("M", (40.0, 420.0)), ("C", (140.0, 360.0, 300.0, 500.0, 480.0, 420.0)))
    return (
        ShapeMark(key="ground", shape=Box(0, 0, 960, 500), fill=Gradient(0, 0, 0, 500, stops)),
        ShapeMark(key="box", shape=Box(40.4, 40.4, 120, 300), fill=gold),
        ShapeMark(key="rounded", shape=Box(200, 40, 120, 300, 12), hatch=gold, stroke=gold, width=3),
        ShapeMark(key="dashed", shape=Box(360, 40, 100, 300), hatch=azure, stroke=azure, width=3, dash=(9, 6)),
        ShapeMark(key="sector", shape=Arc(640, 190, 150, 100, 20, 230), fill=azure),
        ShapeMark(key="target", shape=Arc(640, 190, 150, 100, 255, 100), hatch=gold, stroke=gold, width=3),
        ShapeMark(key="pie", shape=Arc(870, 110, 70, 0, 0, 250), fill=ink, opacity=0.5),
        ShapeMark(key="ring", shape=Arc(870, 280, 70, 50, 0, 360), fill="#63dfb2"),
        ShapeMark(key="hair", shape=PathShape(level), stroke=ink, width=1, crisp=True),
        ShapeMark(key="wave", shape=PathShape(wave), stroke=ink, width=4, round=True),
        ShapeMark(key="crisp", shape=Box(520.4, 390.4, 100.3, 60.7), fill="#881818", crisp=True, stroke=ink, width=2),
        ShapeMark(key="clipped", shape=Box(660, 390, 240, 60, 30), fill=ink, clip=(680, 400, 200, 30)),
    )


@pytest.mark.parametrize(("name", "scale"), [("shapes", 1.0), ("shapes-small", 0.25)])
def test_shapes(draw: Draw, name: str, scale: float) -> None:
    assert_golden(draw(*shapes(), width=960, height=500, scale=scale, ground=NIGHT.ground[1]), name)


def test_plot(draw: Draw) -> None:
    years = tuple(float(year) for year in range(2010, 2030))
    waves = (
        tuple(math.nan if year == 2018 else 50 + 40 * math.sin(year / 2) for year in years),
        tuple(50 + 30 * math.cos(year / 3) for year in years),
    )
    mark = PlotMark(
        key="plot",
        x=40.0,
        y=40.0,
        w=840.0,
        h=420.0,
        series=(
            Series(key="a", xs=years, ys=waves[0], colour=NIGHT.series[0]),
            Series(key="b", xs=years, ys=waves[1], colour=NIGHT.series[1], dash=(12.0, 8.0)),
        ),
        bottom=PlotAxis(low=2010, high=2029, ticks=((2010, "2010年"), (2020, "2020年")), extent=44),
        left=PlotAxis(low=0, high=100, ticks=((0, "0"), (50, "50"), (100, "100")), extent=70),
        font=Font(28.0),
        ink=NIGHT.quiet,
        grid=NIGHT.faint,
    )
    assert_golden(draw(mark, width=920, height=500, ground=NIGHT.ground[0]), "plot")


@pytest.mark.usefixtures("caplog")
def test_images(draw: Draw, tmp_path: Path) -> None:
    photo = Pillow.linear_gradient("L").resize((96, 64)).convert("RGB")
    photo.paste((255, 193, 77), (16, 16, 48, 48))
    photo.save(tmp_path / "photo.png")
    circle = '<circle cx="12" cy="12" r="9" fill="#63dfb2"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{circle}</svg>'
    (tmp_path / "drawing.svg").write_text(svg)

    def image(name: str, x: float, crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)) -> ImageMark:
        return ImageMark(key=name, file=str(tmp_path / name), stamp="", x=x, y=20.0, w=150.0, h=100.0, crop=crop)

    marks = (
        image("photo.png", 20.0),
        image("photo.png", 190.0, (0.25, 0.25, 0.5, 0.5)),
        image("drawing.svg", 360.0),
        image("missing.png", 530.0),
    )
    assert_golden(draw(*marks, width=700, height=140, ground=NIGHT.ground[0]), "images")
