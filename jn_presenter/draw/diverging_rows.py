"""Rows of bars to both sides of a middle, with their values and the sums of both sides."""

from collections.abc import Sequence
from decimal import Decimal

from jn_presenter.draw.bars import GAP
from jn_presenter.draw.category_bars import part_of
from jn_presenter.draw.compact import UNBROKEN, set_compact
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.figures import value_words
from jn_presenter.draw.growth import ZERO_RISE, Toward, upright
from jn_presenter.draw.heaps import FittedHeaps, Heap, Piece
from jn_presenter.draw.lanes import Lane, Lanes, in_rows
from jn_presenter.draw.motion import mix
from jn_presenter.draw.naming import Legend, legend, recoloured
from jn_presenter.draw.numbers import percent
from jn_presenter.draw.scale import px_per_unit
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.shades import opposite, tinted
from jn_presenter.draw.sides import Part, Sides
from jn_presenter.draw.spare_words import bare, inside, missing_words, unit_tag
from jn_presenter.draw.trimming import trimmed
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, TextMark
from jn_presenter.model.text import Text, plain

LEAST, THICKEST, MOST = 34.0, 56.0, 120.0
"""Of a row: the least px for a bar with its words, the most for a bar, the most for all of it."""
SEAM = 2.0
"""Between two segments, in px."""
FAINTEST = 0.45
"""How much of its colour has what stands next to the middle."""
NEUTRAL = 0.32
"""How much of the ink has what stands across the middle."""
SHORTEST = 0.3
"""The least share of the plot for all bars; where words with units would leave less, they are numbers alone."""
WIDEST = 0.4
"""The largest share of the plot for the words at an end."""
HEAD_GAP = 12.0


def fit_sides(
    found: Dataset,
    rows: Sequence[Sides],
    rect: Rect,
    place: Rect,
    env: Env,
    left: Sequence[str],
    middle: str,
    *,
    share: bool,
) -> FittedHeaps:
    """The chart in `place`, the part of `rect` that the badge leaves."""
    many = len(found.series)
    colours = side_colours([series.key for series in found.series], left, middle, env)
    parts = [part_of(found, s, 0) for s in range(many)]
    line = legend(found.series, colours, parts, place.x, place.y, place.w, env) if many > 1 else Legend((), 0.0)
    body = Rect(place.x, place.y + line.height, place.w, place.h - line.height)
    findings, fixed = [*found.findings, *line.findings], list[AnyMark]()
    signed = not left and not middle
    everything = rows
    cut = trimmed(found.categories, body, env, least=LEAST, most=MOST)
    rows = everything[: cut.shown]
    lanes = in_rows(found.categories[: cut.shown], cut.place, env, least=LEAST, most=MOST)
    for detailed in (True, False):
        ends = _ends(found, rows, env, share=share, signed=signed, with_unit=True, detailed=detailed)
        px = _px(rows, ends, lanes)
        if _roomy(rows, ends, px, lanes):
            break
    if not share and not _roomy(rows, ends, px, lanes) and (tag := unit_tag(found.unit, env, place.w)):
        fixed += tag.at(body.x, body.y)
        top = tag.height + HEAD_GAP
        smaller = Rect(body.x, body.y + top, body.w, body.h - top)
        cut = trimmed(found.categories, smaller, env, least=LEAST, most=MOST)
        rows = everything[: cut.shown]
        lanes = in_rows(found.categories[: cut.shown], cut.place, env, least=LEAST, most=MOST)
        ends = _ends(found, rows, env, share=share, signed=signed, with_unit=False, detailed=False)
        px = _px(rows, ends, lanes)
    findings += cut.findings
    fixed += cut.marks
    widths = [float(side.reach[0]) * px + _room(end[0]) for side, end in zip(rows, ends, strict=True) if side.left]
    zero = round(lanes.plot.x + max(widths, default=0.0))
    thick = min(THICKEST, lanes.room) // 2 * 2
    heaps: list[Heap] = []
    for k, (side, end, lane) in enumerate(zip(rows, ends, lanes.lanes, strict=True)):
        heaps += _row(found, k, side, end, lane, zero, thick, px, colours, env)
    top, bottom = lanes.lanes[0].middle - thick / 2, lanes.lanes[-1].middle + thick / 2
    # The middle is where all begins: it is seen over what stands across it.
    axis = upright(zero + 1.0, top - ZERO_RISE, bottom + ZERO_RISE, env.style.faint)
    return FittedHeaps(
        rect=rect,
        overflow=lanes.overflow or line.overflow or lanes.room < LEAST - 0.5 or px <= 0.0 < _span(rows),
        findings=(*findings, *lanes.findings),
        heaps=tuple(heaps),
        names=line.names,
        fixed=(*fixed, axis),
    )


def side_colours(keys: Sequence[str], left: Sequence[str], middle: str, env: Env) -> tuple[str, ...]:
    """Two hues that are told apart whatever the kind of colour blindness, stronger the further out; grey across."""
    style = env.style
    lefts = [key for key in keys if key in left]
    rights = [key for key in keys if key not in left and key != middle]

    def colour(key: str) -> str:
        if key == middle:
            return mix(style.ground[0], style.ink, NEUTRAL)
        own, hue = (lefts[::-1], opposite(style)) if key in left else (rights, style.accent)
        far = (own.index(key) + 1) / len(own)
        return tinted(hue, style, FAINTEST + (1.0 - FAINTEST) * far) if len(own) > 1 else hue

    return tuple(colour(key) for key in keys)


def _span(rows: Sequence[Sides]) -> float:
    """How far the longest bars to both sides go together, in units of value."""
    return sum(max((float(side.reach[way]) for side in rows), default=0.0) for way in (0, 1))


Ends = tuple[Setting, Setting]
"""The words at the left and at the right end."""


def _px(rows: Sequence[Sides], ends: Sequence[Ends], lanes: Lanes) -> float:
    """The px of a unit of value at which the longest bars to both sides fit with the words at their ends."""
    values, room = [], []
    for side, (left, right) in zip(rows, ends, strict=True):
        for sign, reach, end in ((-1.0, side.reach[0], left), (1.0, side.reach[1], right)):
            if reach or sign > 0:
                # A bar of no length to the left would be taken for one to the right.
                values.append(sign * float(reach))
                room.append(_room(end))
    return px_per_unit(values, room, lanes.plot.w - 2.0)


def _roomy(rows: Sequence[Sides], ends: Sequence[Ends], px: float, lanes: Lanes) -> bool:
    """Whether bars are long enough beside words that are short enough."""
    widest = max(end.block.width for both in ends for end in both)
    return widest <= WIDEST * lanes.plot.w and (px * _span(rows) >= SHORTEST * lanes.plot.w or not _span(rows))


def _room(end: Setting) -> float:
    """The px that words at an end take with the gap before them."""
    return end.block.width + GAP if end.block.lines else 0.0


def _ends(
    found: Dataset, rows: Sequence[Sides], env: Env, *, share: bool, signed: bool, with_unit: bool, detailed: bool
) -> list[Ends]:
    """The sums of both sides; of an incomplete one, what is missing."""
    words: list[Text] = []
    for side in rows:
        less, more = (
            _sum(value, found.unit, env, share=share, with_unit=with_unit) for value in (side.less, side.more)
        )
        if side.missing:
            some = detailed and len(side.missing) < len(found.series)
            names = [found.series[s].label for s in side.missing] if some else []
            less, more = Text(()), missing_words(names, env)
        words.append(_signed(less, minus=signed) if any(not part.half for part in side.left) else Text(()))
        there = side.missing or not side.left or any(not part.half for part in side.right)
        words.append(more if there else Text(()))
    settings = set_compact(words, env, UNBROKEN, "note", bold=True)
    return list(zip(settings[::2], settings[1::2], strict=True))


def _sum(value: Decimal, unit: Text | None, env: Env, *, share: bool, with_unit: bool) -> Text:
    if share:
        return plain(percent(str(value), env.languages[0]))
    return value_words(value, unit, env.facts, env.languages) if with_unit else bare(value, env)


def _signed(words: Text, *, minus: bool) -> Text:
    """Negative values keep their sign; what merely goes left has none."""
    return Text(tuple((language, f"−{figure}") for language, figure in words.variants)) if minus else words


def _row(
    found: Dataset,
    k: int,
    side: Sides,
    ends: Ends,
    lane: Lane,
    zero: float,
    thick: float,
    px: float,
    colours: Sequence[str],
    env: Env,
) -> tuple[Heap, Heap]:
    """Two stacks that begin at the middle; the name comes with the left one."""
    category = found.categories[k].key
    parts = tuple(part_of(found, s, k) for s in range(len(found.series)))
    top = round(lane.middle - thick / 2)
    heaps = []
    ways: tuple[tuple[Toward, tuple[Part, ...], Setting], ...] = (
        ("left", side.left, ends[0]),
        ("right", side.right, ends[1]),
    )
    for toward, own, end in ways:
        at, pieces = zero, []
        for part in own:
            length = float(part.length) * px
            box = Box(at - length if toward == "left" else at, top, length, thick)
            at += -length if toward == "left" else length
            pieces.append(
                _piece(found, k, part, box, toward, zero, colours, env, alone=len(own) == 1 and not part.half)
            )
        words: TextMark | None = None
        if end.block.lines:
            x = at - GAP - end.block.width if toward == "left" else at + GAP
            words = end.mark(f"total.{toward}.{category}", x, lane.middle - end.block.height / 2)
            words = recoloured(words, env.style.quiet) if side.missing else words
        heaps.append(
            Heap(
                pieces=tuple(pieces),
                rank=k,
                name=lane.name if toward == "left" else None,
                total=words,
                stacked=True,
                category=category,
                parts=parts,
            )
        )
    return heaps[0], heaps[1]


def _piece(
    found: Dataset,
    k: int,
    part: Part,
    box: Box,
    toward: Toward,
    zero: float,
    colours: Sequence[str],
    env: Env,
    *,
    alone: bool,
) -> Piece:
    """A segment; where it is the only one of its side its value stands at its end, as the side's sum."""
    entry = found.series[part.series].entries[k]
    assert entry is not None
    one = len(found.series) == 1
    colour = opposite(env.style) if one and toward == "left" else colours[part.series]
    seam = 0.0 if part.half or box.w <= 3 * SEAM else SEAM
    kept = Box(box.x if toward == "left" else box.x + seam, box.y, box.w - seam, box.h) if not alone else box
    said = plain(percent(str(part.share), env.languages[0])) if part.share is not None else bare(abs(entry.value), env)
    words = None
    if part.half and toward == "right":
        whole = Box(zero - box.w, box.y, 2 * box.w, box.h)
        words = inside(said, f"value.{entry.key}", whole, colour, env)
    elif not part.half and not alone:
        words = inside(said, f"value.{entry.key}", kept, colour, env, target=entry.target)
    return Piece(
        key=f"bar.{entry.key}.{toward}" if part.half else f"bar.{entry.key}",
        box=kept,
        toward=toward,
        colour=colour,
        datum=entry.datum,
        part=entry.part,
        series=found.series[part.series].key,
        target=entry.target,
        value=words,
        inside=True,
    )
