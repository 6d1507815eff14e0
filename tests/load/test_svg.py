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


def _lines(count: int, reach: float = 9.0) -> str:
    return "M0 0" + "".join(
        f" L{(k * 37 % 97) * reach / 97:.3f} {(k * 61 % 89) * reach / 89:.3f}" for k in range(count)
    )


@pytest.mark.parametrize(
    "inner",
    [
        f'<path d="{_lines(2000)}"/>',
        f'<path fill="none" stroke="red" d="{_lines(300)}"/>',
        f'<path d="M0 0{" c9 0 0 9 9 9 s-9 0 -9 -9" * 1000}"/>',
        f'<path d="M0 0{" a4 4 0 1 1 0 1" * 1000}"/>',
        f'<polyline points="{"0,0 9,9 " * 2000}"/>',
        '<circle r="4" cx="4" cy="4" stroke="red" stroke-dasharray="0.0001"/>',
        '<circle r="4" cx="4" cy="4" style="stroke: red; stroke-dasharray: 0.0001 0.0001"/>',
        '<g stroke="red" stroke-dasharray="0.0001"><circle r="4"/></g>',
        "<style>circle { stroke: red; stroke-dasharray: 0.0001 }</style><circle r='4'/>",
        '<circle id="a" r="4"/><g stroke="red" stroke-dasharray="0.0001"><use href="#a"/></g>',
        '<circle id="a" r="4"/><g style="stroke: red; stroke-dasharray: .0001"><use href="#a"/></g>',
        "<style>circle { STROKE/**/: red; stroke-dasharray: 0.0001 }</style><circle r='4'/>",
        r"<style>circle { \73troke: red; stroke-dasharray: 0.0001 }</style><circle r='4'/>",
        '<path stroke="red" stroke-dasharray=".2" stroke-width="3" stroke-linecap="round" d="M0 0 L90 90 0 0 90 90"/>',
        '<rect fill="none" stroke="red" stroke-dasharray=".1" vector-effect="non-scaling-stroke" width="9" height="9"/>'
        * 40,
        '<rect width="9" height="9" opacity=".5"/>' * 700,
        '<rect width="9" height="9" fill="url(#g)"/>' * 250,
        '<g id="a">' + '<rect width="9" height="9"/>' * 100 + "</g>" + '<use href="#a"/>' * 20,
        '<use href="#a" transform="scale(90)"/><path id="a" d="' + _lines(150, 0.1) + '"/>',
        '<g transform="scale(90)"><path d="' + _lines(2000, 0.1) + '"/></g>',
        '<g transform="matrix(0 90 90 0 0 0)"><path d="' + _lines(2000, 0.1) + '"/></g>',
        '<g transform="rotate(30) skewX(80)"><path d="' + _lines(2000) + '"/></g>',
        f'<text font-size="9">{"字" * 1000}</text>',
        '<path stroke="red" d="M1e999 -1e999 L1e308 0 1e30 1e-30 -1e30 0"/>' * 3000,
    ],
)
def test_what_would_take_long_to_paint_is_refused_and_the_author_told_why(inner: str) -> None:
    refusal = svg_size(drawing(inner))
    assert isinstance(refusal, Refusal)
    assert "too long to paint" in refusal.message.en


@pytest.mark.parametrize(
    "inner",
    [
        f'<path fill="none" stroke="red" stroke-width=".01" d="{_lines(20)}"/>',
        f'<path d="M0 0{" l.01 .02 .01 -.02 -.01 .01" * 2000}"/>',
        "".join(f'<path d="M{k % 9} {k // 500} c.1 0 .1 .1 .2 .2 a.1 .1 0 0 1 .1 .1 z"/>' for k in range(4000)),
        '<rect stroke="red" stroke-width=".02" stroke-dasharray=".1 .05" width="9" height="9"/>',
        '<g fill="none" stroke="red" stroke-dasharray="0">' + '<rect width="9" height="9"/>' * 50 + "</g>",
        '<circle r="4" cx="4" cy="4" stroke-dasharray="0.0001"/>',
        '<rect width="9" height="9" fill="url(#g)"/>' * 50,
        '<circle id="a" r=".1"/>' + '<use href="#a" x="1"/>' * 1000,
        f'<text font-size=".2">{"字" * 1000}</text>',
    ],
)
def test_what_drawing_programs_make_is_taken(inner: str) -> None:
    assert svg_size(drawing(inner)) == (9, 9)


@pytest.mark.parametrize("words", ["a", "a(", "/*", "a:", "0 ", ";", " ", "-", "1e", "stroke:red;"])
@pytest.mark.parametrize("where", ["<style>{}</style>", '<g style="{}"/>', '<g transform="{}"/>', '<path d="{}"/>'])
def test_long_attributes_are_read_in_a_time_that_grows_as_they_do(words: str, where: str) -> None:
    """With its square, each would be an hour."""
    assert isinstance(svg_size(drawing(where.format(words * (900_000 // len(words))))), (tuple, Refusal))


@given(
    st.text("MLHVCSQTAZz mlhvcsqta0123456789.,-+eE", max_size=300), st.text("scalemtrxoky(0123456789.,- )", max_size=60)
)
def test_any_path_and_transform_is_measured(path: str, transform: str) -> None:
    inner = f'<g transform="{transform}"><path d="{path}" stroke="red" stroke-dasharray="1"/></g>'
    assert isinstance(svg_size(drawing(inner)), (tuple, Refusal))
