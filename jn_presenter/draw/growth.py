"""Bars as they are drawn: solid, or outlined and hatched for a target, at 0..1 of their length; the line at zero."""

from msgspec import structs

from jn_presenter.draw.bars import Bars, PlacedRow
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.model.marks import AnyMark, Box, Datum, Path, ShapeMark

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
    top, bottom = first.y - ZERO_RISE, last.y + last.h + ZERO_RISE
    line = Box(round(bars.zero) - OUTLINE, top, OUTLINE, bottom - top)
    return (ShapeMark(key="zero", shape=line, fill=colour, crisp=True),)


def grown(
    key: str, row: PlacedRow, t: float, colour: str, datum: Datum, *, target: bool = False, near: bool = False
) -> tuple[AnyMark, ...]:
    """The bar `key` at 0..1 of its length, its value travelling with its end. near: as Entry has it."""
    full = row.bar
    length = full.w * t
    missing = full.w - length
    bar = Box(full.x + missing if row.leftward else full.x, full.y, length, full.h)
    value = structs.replace(row.value, dx=missing if row.leftward else -missing, opacity=t)
    if not target and not near:
        return ShapeMark(key=key, shape=bar, fill=colour, datum=datum), value
    short = min(SHORT, bar.w) if near else 0.0
    width = max(0.0, bar.w - short - OUTLINE / 2)
    inner = Box(bar.x + short * row.leftward, bar.y + OUTLINE / 2, width, bar.h - OUTLINE)
    body = ShapeMark(
        key=key,
        shape=inner,
        fill=None if target else colour,
        hatch=colour if target else None,
        stroke=colour,
        width=OUTLINE,
        datum=datum,
    )
    return (body, _open_end(key, inner, short, row.leftward, colour), value) if near else (body, value)


def _open_end(key: str, box: Box, short: float, leftward: bool, colour: str) -> ShapeMark:
    """The dashed end of a bar whose value is just short of what its words name: empty, up to the value."""
    start, end = (box.x, box.x - short) if leftward else (box.x + box.w, box.x + box.w + short)
    top, bottom = box.y, box.y + box.h
    edge = (("M", (start, top)), ("L", (end, top)), ("L", (end, bottom)), ("L", (start, bottom)))
    return ShapeMark(key=f"{key}.end", shape=Path(edge), stroke=colour, width=OUTLINE, dash=OPEN_END)
