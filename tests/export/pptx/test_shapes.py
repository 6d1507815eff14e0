"""Marks as shapes: where they stand, what fills them, and the signs of targets."""

import re

import pytest

from jn_presenter.export.pptx.shapes import around, bounds, shape
from jn_presenter.export.pptx.xml import EMU, Look, region, words
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Arc, Box, Gradient, Path, ShapeMark

LOOK = Look(px=EMU, scheme={"#ffffff": "tx1"}, ground="#000000", language="zh")


def drawn(mark: ShapeMark) -> str:
    return shape(7, mark, LOOK)


def test_a_box_stands_where_it_is_in_the_theme_s_colour() -> None:
    xml = drawn(ShapeMark(key="a", shape=Box(10.0, 20.0, 30.0, 40.0), fill="#ffffff"))
    assert f'<a:off x="{10 * EMU}" y="{20 * EMU}"/><a:ext cx="{30 * EMU}" cy="{40 * EMU}"/>' in xml
    assert '<a:schemeClr val="tx1">' in xml
    assert 'prst="rect"' in xml


def test_hatching_is_a_pattern_with_an_outline_and_no_solid_fill() -> None:
    xml = drawn(ShapeMark(key="a", shape=Box(0, 0, 10, 10), hatch="#ff0000", stroke="#ff0000", width=2.0))
    assert '<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="FF0000">' in xml
    assert "<a:solidFill>" not in xml.partition("<a:ln")[0]


def test_what_is_not_to_be_seen_is_no_shape() -> None:
    assert drawn(ShapeMark(key="a", shape=Box(0, 0, 10, 10))) == ""
    assert drawn(ShapeMark(key="a", shape=Box(0, 0, 10, 10), fill="#ffffff", opacity=0.0)) == ""


def test_a_sector_begins_at_twelve_and_goes_clockwise() -> None:
    xml = drawn(ShapeMark(key="a", shape=Arc(100, 100, 50, 30, 0.0, 90.0), fill="#ffffff"))
    start = re.search(r'<a:moveTo><a:pt x="(\d+)" y="(\d+)"/>', xml)
    assert start is not None
    assert (int(start[1]), int(start[2])) == (50 * EMU, 0)
    assert f'<a:arcTo wR="{50 * EMU}" hR="{50 * EMU}" stAng="16200000" swAng="5400000"/>' in xml


@pytest.mark.parametrize(("inner", "kind"), [(0.0, "ellipse"), (25.0, "donut")])
def test_a_whole_ring_is_powerpoint_s_own(inner: float, kind: str) -> None:
    assert f'prst="{kind}"' in drawn(ShapeMark(key="a", shape=Arc(0, 0, 50, inner, 0.0, 360.0), fill="#ffffff"))


def test_a_path_is_measured_from_its_own_corner() -> None:
    path = Path((("M", (10.0, 10.0)), ("L", (30.0, 10.0)), ("C", (1.0, 2.0, 3.0, 4.0, 10.0, 50.0)), ("Z", ())))
    assert bounds(path) == Rect(1.0, 2.0, 29.0, 48.0)
    xml = drawn(ShapeMark(key="a", shape=path, stroke="#ffffff", width=2.0, dash=(6.0, 4.0)))
    assert f'<a:moveTo><a:pt x="{9 * EMU}" y="{8 * EMU}"/></a:moveTo>' in xml
    assert '<a:ds d="300000" sp="200000"/>' in xml
    assert "<a:close/>" in xml


def test_a_gradient_goes_down_and_fades() -> None:
    fade = Gradient(0, 0, 0, 10, ((0.0, "#ffffff", 0.5), (1.0, "#112233", 0.0)))
    xml = drawn(ShapeMark(key="a", shape=Box(0, 0, 10, 10), fill=fade))
    assert 'ang="5400000"' in xml
    assert '<a:srgbClr val="112233"><a:alpha val="0"/>' in xml


def test_a_group_is_as_large_as_what_is_in_it() -> None:
    assert around([Rect(0, 0, 10, 10), Rect(20, 5, 10, 10)]) == Rect(0, 0, 30, 15)


def test_words_and_attributes_are_xml_whatever_is_typed() -> None:
    assert words("a<b>&\x00\ufffe\U0001f389") == "a&lt;b&gt;&amp;\U0001f389"


def test_languages_are_named_with_their_regions() -> None:
    assert [region(tag) for tag in ("zh", "en", "ja", "pt-BR", "")] == ["zh-CN", "en-GB", "ja-JP", "pt-BR", "en-GB"]
