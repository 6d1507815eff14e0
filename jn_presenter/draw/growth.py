"""Bars as they are drawn: solid, or outlined and hatched for a target, at 0..1 of their length; the line at zero."""

from typing import Literal

from msgspec import structs

from jn_presenter.draw.bars import Bars, PlacedRow
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.model.marks import AnyMark, Box, Datum, Path, ShapeMark, TextMark

Toward = Literal["right", "left", "up", "down"]
"""Where a bar grows to from zero."""
OPEN_END = (6.0, 6.0)
"""Dash and gap at the end of a bar that is just short of what its words name, in px."""
SHORT = 24.0
"""The dashed end of such a bar, in px."""
ZERO_RISE = 8.0
"""The line at zero stands out so far above the first bar and below the last, in px."""


def zero_line(bars: Bars, colour: str) -> tuple[ShapeMark, ...]:
    """The hairline that the bars start from; nothing where there are none."""
    if not bars.rows:
        return ()
    first, last = bars.rows[0].bar, bars.rows[-1].bar
    return (upright(bars.zero, first.y - ZERO_RISE, last.y + last.h + ZERO_RISE, colour),)


def upright(x: float, top: float, bottom: float, colour: str, key: str = "zero") -> ShapeMark:
    """A vertical hairline that ends just left of x."""
    line = Box(round(x) - OUTLINE, top, OUTLINE, bottom - top)
    return ShapeMark(key=key, shape=line, fill=colour, crisp=True)


def level(y: float, left: float, right: float, colour: str, key: str = "zero") -> ShapeMark:
    """A horizontal hairline that begins just below y."""
    return ShapeMark(key=key, shape=Box(left, round(y), right - left, OUTLINE), fill=colour, crisp=True)


def grown(
    key: str, row: PlacedRow, t: float, colour: str, datum: Datum, *, target: bool = False, near: bool = False
) -> tuple[AnyMark, ...]:
    """The bar `key` at 0..1 of its length, its value travelling with its end. near: as Entry has it."""
    toward: Toward = "left" if row.leftward else "right"
    bar = partly(row.bar, toward, t)
    value = structs.replace(carried(row.value, toward, row.bar.w - bar.w), opacity=t)
    return (*body(key, bar, toward, colour, datum, target=target, near=near), value)


def partly(box: Box, toward: Toward, t: float, missing: float = 0.0) -> Box:
    """The bar at 0..1 of its length, begun `missing` px nearer to zero."""
    match toward:
        case "right":
            return Box(box.x - missing, box.y, box.w * t, box.h)
        case "left":
            return Box(box.x + (box.w - box.w * t) + missing, box.y, box.w * t, box.h)
        case "up":
            return Box(box.x, box.y + (box.h - box.h * t) + missing, box.w, box.h * t)
        case "down":
            return Box(box.x, box.y - missing, box.w, box.h * t)


def length(box: Box, toward: Toward) -> float:
    """How far the bar reaches, in px."""
    return box.w if toward in ("right", "left") else box.h


def carried(words: TextMark, toward: Toward, back: float) -> TextMark:
    """Words at a bar's end that is `back` px nearer to zero than at last."""
    match toward:
        case "right":
            return structs.replace(words, dx=-back)
        case "left":
            return structs.replace(words, dx=back)
        case "up":
            return structs.replace(words, dy=back)
        case "down":
            return structs.replace(words, dy=-back)


def body(
    key: str, bar: Box, toward: Toward, colour: str, datum: Datum, *, target: bool = False, near: bool = False
) -> tuple[ShapeMark, ...]:
    """The bar itself: filled; outlined and hatched for a target, which is never filled; with an open end where near."""
    if not target and not near:
        return (ShapeMark(key=key, shape=bar, fill=colour, datum=datum),)
    short = min(SHORT, length(bar, toward)) if near else 0.0
    inner = _inside(bar, toward, short)
    solid = ShapeMark(
        key=key,
        shape=inner,
        fill=None if target else colour,
        hatch=colour if target else None,
        stroke=colour,
        width=OUTLINE,
        datum=datum,
    )
    return (solid, _open_end(key, inner, short, toward, colour)) if near else (solid,)


def _inside(bar: Box, toward: Toward, short: float) -> Box:
    """What is left of the bar for its outline not to leave it, and for the open end."""
    half = OUTLINE / 2
    if toward in ("right", "left"):
        x = bar.x if toward == "right" else bar.x + short + half
        return Box(x, bar.y + half, max(0.0, bar.w - short - half), bar.h - OUTLINE)
    y = bar.y if toward == "down" else bar.y + short + half
    return Box(bar.x + half, y, bar.w - OUTLINE, max(0.0, bar.h - short - half))


def _open_end(key: str, box: Box, short: float, toward: Toward, colour: str) -> ShapeMark:
    """The dashed end of a bar whose value is just short of what its words name: empty, up to the value."""
    left, top, right, bottom = box.x, box.y, box.x + box.w, box.y + box.h
    corners: dict[Toward, tuple[tuple[float, float], ...]] = {
        "right": ((right, top), (right + short, top), (right + short, bottom), (right, bottom)),
        "left": ((left, top), (left - short, top), (left - short, bottom), (left, bottom)),
        "up": ((left, top), (left, top - short), (right, top - short), (right, top)),
        "down": ((left, bottom), (left, bottom + short), (right, bottom + short), (right, bottom)),
    }
    edge = tuple(("L" if k else "M", point) for k, point in enumerate(corners[toward]))
    return ShapeMark(key=f"{key}.end", shape=Path(edge), stroke=colour, width=OUTLINE, dash=OPEN_END)
