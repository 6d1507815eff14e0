"""Drawings: how large they are, and that nothing in them reaches outside or takes long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load.headers import Refusal
from jn_presenter.load.svg import DEEPEST, MOST_ELEMENTS, MOST_RULES, svg_size

HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'


def drawing(inner: str) -> bytes:
    return f"<svg {HEAD}>{inner}</svg>".encode()


def _nested(levels: int) -> str:
    """What makes a drawing of so many levels, its root and the shape in the middle included."""
    return "<g>" * (levels - 2) + "<rect/>" + "</g>" * (levels - 2)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 320 180"', (320, 180)),
        ('viewBox="0,0,320,180"', (320, 180)),
        ('viewBox="-5 -5 32.4 18.6"', (32, 19)),
        ('width="640" height="360" viewBox="0 0 320 180"', (640, 360)),
        ('width="640" viewBox="0 0 320 180"', (640, 360)),
        ('height="90px" viewBox="0 0 320 180"', (160, 90)),
        ('width="100%" height="100%" viewBox="0 0 320 180"', (320, 180)),
        ('width="1in" height="25.4mm"', (96, 96)),
        ('width="0.2" height="0.2"', (1, 1)),
    ],
)
def test_the_size_is_that_of_the_root_or_of_its_view_box(attributes: str, size: tuple[int, int]) -> None:
    assert svg_size(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()) == size


@pytest.mark.parametrize("attributes", ["", 'viewBox="0 0 9"', 'viewBox="a b c d"', 'width="5"', 'viewBox="0 0 0 0"'])
def test_a_drawing_without_a_size_is_refused(attributes: str) -> None:
    assert isinstance(svg_size(f"<svg {attributes}/>".encode()), Refusal)


@pytest.mark.parametrize(
    "inner",
    [
        '<rect width="3" height="3" fill="url(#g)"/>',
        '<defs><path id="p" d="M0 0"/></defs><use href="#p"/><use xlink:href="#p"/>',
        "<style>rect { fill: #ff0000 }</style>",
        "<text>url(here) is no reference</text>",
        '<linearGradient id="g"><stop offset="0"/></linearGradient>',
        _nested(DEEPEST),
    ],
)
def test_ordinary_drawings_are_taken(inner: str) -> None:
    assert svg_size(drawing(inner)) == (9, 9)


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        '<filter id="f"/>',
        '<image href="a.png"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<marker id="m"/>',
        '<rect onload="go()"/>',
        '<a href="https://example.com"/>',
        '<use href="other.svg#a"/>',
        '<use xlink:href="file:///etc/passwd"/>',
        '<rect fill="url(https://example.com/a.svg#b)"/>',
        "<rect style=\"fill: url('a.svg#b')\"/>",
        "<style>@import 'a.css';</style>",
        "<style>rect { fill: url(a.svg) }</style>",
        '<g id="a"><use href="#b"/></g><rect id="b"/><use href="#a"/>',
        '<use id="a" href="#b"/><rect id="b"/><use href="#a"/>',
        '<g id="a"><use href="#a"/></g>',
        _nested(DEEPEST + 1),
        "<g/>" * MOST_ELEMENTS,
        '<g id="a">' + "<rect/>" * 100 + "</g>" + '<use href="#a"/>' * 100,
        "<rect>",
        "&undefined;",
    ],
)
def test_what_reaches_outside_or_takes_long_is_refused(inner: str) -> None:
    refusal = svg_size(drawing(inner))
    assert isinstance(refusal, Refusal)
    assert all((refusal.message.zh, refusal.message.en, refusal.hint.zh, refusal.hint.en))


def test_entities_are_refused_before_they_are_read() -> None:
    levels = "".join(f'<!ENTITY e{k} "{f"&e{k - 1};" * 10}">' for k in range(1, 12))
    bomb = f'<!DOCTYPE svg [<!ENTITY e0 "ha">{levels}]><svg {HEAD}><text>&e11;</text></svg>'
    refusal = svg_size(bomb.encode())
    assert isinstance(refusal, Refusal)
    assert "DOCTYPE" in refusal.message.en


def test_an_external_entity_is_refused() -> None:
    text = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg {HEAD}><text>&x;</text></svg>'
    assert isinstance(svg_size(text.encode()), Refusal)


@pytest.mark.parametrize("data", [b"", b"<html/>", b"words", b"<svg", "<svg/>".encode("utf-16")[:5]])
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    assert isinstance(svg_size(data), Refusal)


@given(st.text("<>/svguse=\"'#&;hrefid x1 \n!-[]", max_size=200))
def test_any_markup_gives_a_size_or_a_refusal(text: str) -> None:
    assert isinstance(svg_size(drawing(text)), (tuple, Refusal))
    assert isinstance(svg_size(text.encode()), (tuple, Refusal))


def test_style_sheets_of_thousands_of_rules_are_refused_since_each_is_compared_with_each() -> None:
    few = svg_size(drawing(f"<style>{'.a{fill:red}' * MOST_RULES}</style>"))
    many = svg_size(drawing(f"<style>{'.a{fill:red}' * (MOST_RULES + 1)}</style>"))
    assert few == (9, 9)
    assert isinstance(many, Refusal)


def test_elements_without_number_are_refused_by_themselves() -> None:
    """Where the bound is passed, and not when all has been read."""
    refusal = svg_size(f"<svg {HEAD}>{'<g/>' * MOST_ELEMENTS}<broken".encode())
    assert isinstance(refusal, Refusal)
    assert str(MOST_ELEMENTS) in refusal.message.en
