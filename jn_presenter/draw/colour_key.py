"""The legend of a scale of colours: a strip with its ends and the unit, and how a cell without a figure looks."""

from decimal import Decimal

from msgspec import Struct, structs

from jn_presenter.draw.compact import UNBROKEN, set_compact
from jn_presenter.draw.figures import target_words, unit_words
from jn_presenter.draw.numbers import plain_number
from jn_presenter.draw.setting import Setting, placed
from jn_presenter.draw.shades import Shades, legible
from jn_presenter.draw.tags import OUTLINE, SPACE, target_tag
from jn_presenter.draw.words import NO_DATA, said
from jn_presenter.model.element import Env
from jn_presenter.model.marks import AnyMark, Box, Gradient, ShapeMark, TextMark
from jn_presenter.model.text import Text, plain

STRIP = (240.0, 28.0)
SWATCH = (36.0, 28.0)
BESIDE = 40.0
"""Between the strip and what else the legend explains, in px."""
BENEATH = 8.0
GAP_DASH = (4.0, 4.0)
"""Dash and gap of the outline of a cell without a figure, in px."""


class ColourKey(Struct, frozen=True):
    """The legend's marks, how high it is, and whether its words are wider than there is room for."""

    marks: tuple[AnyMark, ...]
    height: float
    overflow: bool = False


class Amounts(Struct, frozen=True, kw_only=True):
    """What the legend explains: the scale of these values, and whether some cells are empty or targets."""

    scale: Shades
    values: tuple[Decimal, ...]
    unit: Text | None = None
    missing: bool = False
    target: bool = False
    due: str = ""


class _Piece(Struct, frozen=True):
    """Marks that begin at x = 0, and how wide they are."""

    marks: tuple[AnyMark, ...]
    width: float


def colour_key(amounts: Amounts, env: Env, x: float, y: float, width: float) -> ColourKey:
    """The legend with its top left at (x, y), at most `width` px wide."""
    pieces = [_scale(amounts, env)] if amounts.values else []
    if amounts.missing:
        swatch = empty_cell("key.missing", Box(0.0, 0.0, *SWATCH), env.style.quiet)
        words = _set(said(NO_DATA, env.languages), env, env.style.quiet)
        pieces.append(_Piece((swatch, _beside("key.missing.words", words, SWATCH[0] + SPACE)), _end(words, SWATCH[0])))
    if amounts.target:
        tag = target_tag("key.target", target_words(amounts.due, env.facts, env.languages), env, width)
        pieces.append(_Piece(tag.at(0.0, (STRIP[1] - tag.height) / 2), tag.width))
    marks: list[AnyMark] = []
    left, top = x, y
    for piece in pieces:
        if left > x and left + piece.width > x + width:
            left, top = x, top + STRIP[1] + BENEATH
        marks += (shifted(mark, left, top) for mark in piece.marks)
        left += piece.width + BESIDE
    overflow = any(piece.width > width + 0.5 for piece in pieces)
    return ColourKey(tuple(marks), top + STRIP[1] - y, overflow)


def empty_cell(key: str, box: Box, colour: str) -> ShapeMark:
    """How a cell looks whose figure is not known: dashed, and nothing in it."""
    inner = Box(box.x + OUTLINE, box.y + OUTLINE, max(0.0, box.w - 2 * OUTLINE), max(0.0, box.h - 2 * OUTLINE))
    return ShapeMark(key=key, shape=inner, stroke=colour, width=OUTLINE, dash=GAP_DASH)


def _scale(amounts: Amounts, env: Env) -> _Piece:
    """The strip between its ends, zero in the middle of one that has two hues; the unit after it."""
    scale = amounts.scale
    low, high = min(amounts.values), max(amounts.values)
    if scale.diverging:
        high = max(-low, high)
        low = -high
    first = _set(_number(low, env), env)
    marks: list[AnyMark] = [_beside("key.low", first, 0.0)]
    x = first.block.width
    if low != high:
        start = x + SPACE
        strip = Box(start, 0.0, *STRIP)
        marks.append(ShapeMark(key="key.strip", shape=strip, fill=scale.gradient(start, start + STRIP[0])))
        if scale.diverging:
            zero = _set(plain("0"), env, legible(scale.middle, env.style))
            marks.append(_beside("key.zero", zero, start + (STRIP[0] - zero.block.width) / 2))
        last = _set(_number(high, env), env)
        marks.append(_beside("key.high", last, start + STRIP[0] + SPACE))
        x = start + STRIP[0] + SPACE + last.block.width
    if amounts.unit:
        unit = _set(unit_words(amounts.unit, env.facts, env.languages), env, env.style.quiet)
        marks.append(_beside("key.unit", unit, x + SPACE))
        x += SPACE + unit.block.width
    return _Piece(tuple(marks), x)


def shifted(mark: AnyMark, dx: float, dy: float) -> AnyMark:
    """The mark of a legend, a box or words, moved by (dx, dy) px."""
    if isinstance(mark, TextMark):
        return structs.replace(mark, lines=placed(mark.lines, dx, dy))
    assert isinstance(mark, ShapeMark)
    assert isinstance(mark.shape, Box)
    fill = mark.fill
    if isinstance(fill, Gradient):
        fill = structs.replace(fill, x0=fill.x0 + dx, x1=fill.x1 + dx, y0=fill.y0 + dy, y1=fill.y1 + dy)
    return structs.replace(mark, shape=structs.replace(mark.shape, x=mark.shape.x + dx, y=mark.shape.y + dy), fill=fill)


def _set(words: Text, env: Env, colour: str | None = None) -> Setting:
    (setting,) = set_compact((words,), env, UNBROKEN, "note", colour=colour)
    return setting


def _number(value: Decimal, env: Env) -> Text:
    return plain(plain_number(value, env.languages[0]))


def _beside(key: str, setting: Setting, x: float) -> TextMark:
    """The words level with the strip."""
    return setting.mark(key, x, (STRIP[1] - setting.block.height) / 2)


def _end(setting: Setting, start: float) -> float:
    return start + SPACE + setting.block.width
