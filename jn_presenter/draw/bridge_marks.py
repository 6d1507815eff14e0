"""A bridge from a start to a total as columns, or as rows where columns have no room for names and values."""

from collections.abc import Sequence

from msgspec import Struct

from jn_presenter.draw.bars import GAP
from jn_presenter.draw.bridge import Reach
from jn_presenter.draw.compact import UNBROKEN, set_compact
from jn_presenter.draw.dataset import Category
from jn_presenter.draw.entries import unit_name
from jn_presenter.draw.figures import as_text, value_words
from jn_presenter.draw.growth import ZERO_RISE, Toward, level, upright
from jn_presenter.draw.heaps import FittedHeaps, Heap, Piece
from jn_presenter.draw.lanes import Lane, in_columns, in_rows
from jn_presenter.draw.naming import recoloured
from jn_presenter.draw.numbers import plain_number
from jn_presenter.draw.series_columns import centred
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.shades import opposite, tinted
from jn_presenter.draw.spare_words import missing_words, unit_tag
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.draw.trimming import trimmed
from jn_presenter.model.element import Env
from jn_presenter.model.feed import Badge
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, Datum, TextMark
from jn_presenter.model.text import Text, plain

THICK = (0.62, 120.0)
"""Of a column: at most this share of the pitch, and at most these px."""
LEAST, THICKEST, MOST = 34.0, 44.0, 96.0
"""Of a row: the least px for a bar with its words, the most for a bar, the most for all of it."""
VALUE_GAP = 6.0
HEAD_GAP = 16.0
PALE = 0.55
"""How much of the accent has what is added."""


class Bridge(Struct, frozen=True, kw_only=True):
    """All stages in their places, their unit, and whether they are made up."""

    reaches: tuple[Reach, ...]
    unit: Text | None = None
    sample: Badge = ""

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the largest value that is reached, zero among them."""
        ends = [float(end) for reach in self.reaches for end in (reach.start, reach.end)]
        return min(0.0, *ends), max(0.0, *ends)


def in_place(bridge: Bridge, rect: Rect, place: Rect, env: Env) -> FittedHeaps:
    """The bridge in `place`, the part of `rect` that the badge leaves."""
    return _columns(bridge, rect, place, env) or _rows(bridge, rect, place, env)


def _columns(bridge: Bridge, rect: Rect, place: Rect, env: Env) -> FittedHeaps | None:
    """Columns side by side; None where names or values have no room."""
    categories = [Category(reach.stage.key, reach.stage.label) for reach in bridge.reaches]
    for with_unit in (True, False):
        tag = None if with_unit else unit_tag(bridge.unit, env, place.w)
        top = tag.height + HEAD_GAP if tag else 0.0
        lanes = in_columns(categories, Rect(place.x, place.y + top, place.w, place.h - top), env)
        settings = _set(bridge, env, with_unit=with_unit)
        if all(setting.block.width <= lanes.pitch - VALUE_GAP for setting in settings):
            break
    else:
        return None
    if lanes.overflow or any(lane.name is None for lane in lanes.lanes):
        return None
    low, high = bridge.bounds
    plot = lanes.plot
    room = max(setting.block.height for setting in settings) + VALUE_GAP
    px = max(0.0, plot.h - room - OUTLINE) / (high - low) if high > low else 0.0
    zero = round(plot.bottom - OUTLINE + low * px)
    share, most = THICK
    thick = min(most, lanes.pitch * share) // 2 * 2
    heaps = []
    for rank, (reach, lane, setting) in enumerate(zip(bridge.reaches, lanes.lanes, settings, strict=True)):
        left = round(lane.middle - thick / 2)
        start, end = zero - float(reach.start) * px, zero - float(reach.end) * px
        box = Box(left, min(start, end), thick, abs(end - start))
        y = box.y - VALUE_GAP - setting.block.height
        words = centred(setting, f"value.{reach.stage.key}", lane.middle, y)
        link: tuple[AnyMark, ...] = ()
        if (before := _before(bridge, rank)) is not None:
            edge = lanes.lanes[rank - 1].middle + thick / 2
            link = (level(zero - before * px, edge, left, env.style.quiet, f"link.{reach.stage.key}"),)
        heaps.append(_heap(bridge, rank, box, "up" if end <= start else "down", lane, words, link, env))
    fixed = (*(tag.at(place.x, place.y) if tag else ()), level(zero, plot.x, plot.right, env.style.faint))
    return FittedHeaps(rect=rect, heaps=tuple(heaps), fixed=fixed, findings=lanes.findings)


def _rows(bridge: Bridge, rect: Rect, place: Rect, env: Env) -> FittedHeaps:
    """Rows one under the other, the words beyond the right end of each bar."""
    fixed: list[AnyMark] = []
    categories = [Category(reach.stage.key, reach.stage.label) for reach in bridge.reaches]
    cut = trimmed(categories, place, env, least=LEAST, most=MOST)
    categories, place = categories[: cut.shown], cut.place
    fixed += cut.marks
    bridge = Bridge(reaches=bridge.reaches[: cut.shown], unit=bridge.unit, sample=bridge.sample)
    lanes = in_rows(categories, place, env, least=LEAST, most=MOST)
    settings = _set(bridge, env, with_unit=True)
    if max(setting.block.width for setting in settings) > lanes.plot.w / 2:
        tag = unit_tag(bridge.unit, env, place.w)
        if tag:
            fixed += tag.at(place.x, place.y)
            top = tag.height + HEAD_GAP
            lanes = in_rows(
                categories, Rect(place.x, place.y + top, place.w, place.h - top), env, least=LEAST, most=MOST
            )
        settings = _set(bridge, env, with_unit=False)
    low, high = bridge.bounds
    plot = lanes.plot
    room = max(setting.block.width for setting in settings) + GAP
    px = max(0.0, plot.w - room) / (high - low) if high > low else 0.0
    zero = round(plot.x - low * px)
    thick = min(THICKEST, lanes.room) // 2 * 2
    heaps = []
    for rank, (reach, lane, setting) in enumerate(zip(bridge.reaches, lanes.lanes, settings, strict=True)):
        top = round(lane.middle - thick / 2)
        start, end = zero + float(reach.start) * px, zero + float(reach.end) * px
        box = Box(min(start, end), top, abs(end - start), thick)
        words = setting.mark(f"value.{reach.stage.key}", box.x + box.w + GAP, lane.middle - setting.block.height / 2)
        link: tuple[AnyMark, ...] = ()
        # A line between rows would go through names that stand above their bars.
        if plot.x > place.x and (before := _before(bridge, rank)) is not None:
            edge = lanes.lanes[rank - 1].middle + thick / 2
            link = (upright(zero + before * px, edge, top, env.style.quiet, f"link.{reach.stage.key}"),)
        heaps.append(_heap(bridge, rank, box, "right" if end >= start else "left", lane, words, link, env))
    ends = lanes.lanes[0].middle - thick / 2 - ZERO_RISE, lanes.lanes[-1].middle + thick / 2 + ZERO_RISE
    fixed.append(upright(zero, *ends, env.style.faint))
    overflow = lanes.overflow or lanes.room < LEAST - 0.5 or px <= 0.0 < high - low
    found = (*cut.findings, *lanes.findings)
    return FittedHeaps(rect=rect, overflow=overflow, heaps=tuple(heaps), fixed=tuple(fixed), findings=found)


def _before(bridge: Bridge, rank: int) -> float | None:
    """The value that the stage goes on from, None for the first and where it is not known."""
    if not rank or "missing" in (bridge.reaches[rank].kind, bridge.reaches[rank - 1].kind):
        return None
    return float(bridge.reaches[rank - 1].end)


def _set(bridge: Bridge, env: Env, *, with_unit: bool) -> list[Setting]:
    """The words of all stages on one line each."""
    words = [_words(reach, bridge.unit, env, with_unit=with_unit) for reach in bridge.reaches]
    return set_compact(words, env, UNBROKEN, "note", bold=True)


def _words(reach: Reach, unit: Text | None, env: Env, *, with_unit: bool) -> Text:
    """The value; a change has its sign, so that it is told not by colour alone."""
    if reach.kind == "missing":
        return missing_words((), env)
    sign = "+" if reach.kind == "change" and reach.value > 0 else ""
    if not with_unit:
        return plain(sign + plain_number(reach.value, env.languages[0]))
    words = value_words(reach.value, unit, env.facts, env.languages)
    return as_text((language, sign + figure) for language, figure in words.variants)


def _heap(
    bridge: Bridge,
    rank: int,
    box: Box,
    toward: Toward,
    lane: Lane,
    words: TextMark,
    link: Sequence[AnyMark],
    env: Env,
) -> Heap:
    """One stage: words at the far end of the bar travel with it, those of a bar that grows towards zero do not."""
    reach = bridge.reaches[rank]
    key, part = reach.stage.key, reach.stage.part
    if reach.kind == "missing":
        return Heap(
            pieces=(), rank=rank, name=lane.name, total=recoloured(words, env.style.quiet), category=key, parts=(part,)
        )
    onward = toward in ("up", "right")
    datum = Datum(
        value=reach.value,
        unit=unit_name(bridge.unit, env),
        label=reach.stage.label.pick(env.languages[0], env.fallbacks)[1],
        state="sample" if bridge.sample else "achieved",
    )
    piece = Piece(
        key=f"bar.{key}",
        box=box,
        toward=toward,
        colour=_colour(reach, env),
        datum=datum,
        part=part,
        value=words if onward else None,
    )
    return Heap(
        pieces=(piece,),
        rank=rank,
        name=lane.name,
        over=(*link, *(() if onward else (words,))),
        category=key,
        parts=(part,),
    )


def _colour(reach: Reach, env: Env) -> str:
    """Totals in the accent, what is added paler, what is taken away in the colour farthest from it."""
    if reach.kind == "total":
        return env.style.accent
    return tinted(env.style.accent, env.style, PALE) if reach.value >= 0 else opposite(env.style)
