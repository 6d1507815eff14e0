"""Columns over their names: one series or several, side by side, stacked, or as shares."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import structs

from jn_presenter.draw.category_bars import Mode, part_of
from jn_presenter.draw.column_frame import (
    VALUE_GAP,
    Frame,
    Key,
    ends_of,
    framed,
    thickness,
    with_axis,
)
from jn_presenter.draw.column_gaps import gap_words, unsaid
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.figures import target_words
from jn_presenter.draw.growth import level
from jn_presenter.draw.heaps import FittedHeaps, Heap, Named, Piece
from jn_presenter.draw.labels import spread
from jn_presenter.draw.lanes import in_columns
from jn_presenter.draw.naming import Legend, beside_names, legend, series_colours
from jn_presenter.draw.numbers import percent
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.spare_words import bare, inside, unit_tag
from jn_presenter.draw.stacks import percentages, stacked
from jn_presenter.draw.tags import Tag, flow, target_tag
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, TextMark
from jn_presenter.model.text import plain

SEAM = 2.0
"""Between two segments, so that they are told apart not by colour alone, in px."""
HEAD_GAP = 16.0
"""Under what stands above the chart, in px."""
NAMES = 0.24
"""The largest share of the width that the series' names beside the last column may take."""
NAME_GAP = 16.0
LYING = 46.0
"""The px that a bar of a row would take, lying."""


def stands(found: Dataset, mode: Mode, place: Rect, env: Env) -> bool:
    """Whether the chart can stand as columns: with all names, unless they count on or are too many for rows as well.

    The figures of facts keep their own words, 准千亿级 or over RMB 100 billion; without room for these it cannot.
    """
    if found.waiting or not found.categories or not found.series:
        return True
    lanes = in_columns(found.categories, place, env)
    if any(entry.datum.fact for entry in found.entries):
        _, tagged = _target_tags(found, env, place.w)
        said = ends_of(found, mode, lanes, env, with_unit=True, tagged=tagged)
        return said is not None and not lanes.overflow and all(lane.name for lane in lanes.lanes)
    if not lanes.overflow and not any(finding.code == "too-many" for finding in lanes.findings):
        return True
    per_row = len(found.series) if mode == "grouped" else 1
    return len(found.categories) * (LYING * per_row) > place.h


def fit_columns(
    found: Dataset, mode: Mode, rect: Rect, place: Rect, env: Env, badge: Sequence[AnyMark], count: int
) -> FittedHeaps:
    """The chart in `place`, the part of `rect` that the badge leaves."""
    blank = FittedHeaps(rect=rect, findings=found.findings, fixed=tuple(badge), count=count)
    if found.waiting or not found.categories or not found.series:
        return blank
    many = len(found.series)
    colours = series_colours(many, env.style) if many > 1 else (env.style.accent,)
    parts = [part_of(found, k, 0) for k in range(many)]
    head: list[AnyMark] = list(badge)
    tags, own_tags = _target_tags(found, env, place.w)
    line = legend(found.series, colours, parts, place.x, place.y, place.w, env) if many > 1 else Legend((), 0.0)
    settings = beside_names(found.series, colours, env, place.w * NAMES) if mode != "grouped" and many > 1 else None
    if settings is not None and all(one.entries[-1] for one in found.series):
        beside = max(setting.block.width for setting in settings) + NAME_GAP
        narrow = Rect(place.x, place.y, place.w - beside, place.h)
        fitted = _in(found, mode, rect, narrow, env, head, tags, colours, count, own_tags=own_tags)
        names = _beside_last(found, fitted, settings, parts, place)
        thinned = any(finding.code == "too-many" for finding in fitted.findings)
        if names is not None and not thinned:
            return structs.replace(fitted, names=(*names, *fitted.names))
    below = Rect(place.x, place.y + line.height, place.w, place.h - line.height)
    fitted = _in(found, mode, rect, below, env, head, tags, colours, count, own_tags=own_tags)
    return structs.replace(
        fitted,
        names=(*line.names, *fitted.names),
        overflow=fitted.overflow or line.overflow,
        findings=(*fitted.findings, *line.findings),
    )


def _target_tags(found: Dataset, env: Env, width: float) -> tuple[list[Tag], bool]:
    """What the hatching means, and whether each target must say it itself because they are due at different times."""
    if len(found.series) > 1:
        return [], False
    dues = {entry.due for entry in found.entries if entry.target}
    if len(dues) != 1:
        return [], len(dues) > 1
    return [target_tag("target", target_words(next(iter(dues)), env.facts, env.languages), env, width)], False


def _in(
    found: Dataset,
    mode: Mode,
    rect: Rect,
    place: Rect,
    env: Env,
    badge: Sequence[AnyMark],
    tags: Sequence[Tag],
    colours: Sequence[str],
    count: int,
    *,
    own_tags: bool,
) -> FittedHeaps:
    """The columns with their values in `place`; above them the unit where the values do not say it."""
    share = mode == "share"
    for with_unit in (True, False):
        unit = None if with_unit or share else unit_tag(found.unit, env, place.w)
        above = [*tags, *([unit] if unit else []), *unsaid(found, mode, place.w / len(found.categories), env)]
        head, high = flow(above, place.x, place.y, place.w, "left")
        top = high + HEAD_GAP if above else 0.0
        lanes = in_columns(found.categories, Rect(place.x, place.y + top, place.w, place.h - top), env)
        ends = ends_of(found, mode, lanes, env, with_unit=with_unit, tagged=own_tags)
        if ends is not None:
            break
    fixed = [*badge, *head]
    if ends is None:
        lanes, axis, frame = with_axis(found, mode, Rect(place.x, place.y + top, place.w, place.h - top), env)
        fixed += axis
        ends = {}
    else:
        frame = framed(found, mode, lanes, ends, env)
    heaps = _heaps(found, mode, frame, ends, colours, env)
    fixed.append(level(frame.zero, lanes.plot.x, lanes.plot.right, env.style.faint))
    return FittedHeaps(
        rect=rect,
        overflow=lanes.overflow or lanes.plot.h <= 0.0,
        findings=(*found.findings, *lanes.findings),
        heaps=heaps,
        names=tuple(gap_words(found, mode, frame, env)),
        fixed=tuple(fixed),
        count=count,
        stagger=env.style.motion.stagger,
    )


def _heaps(
    found: Dataset, mode: Mode, frame: Frame, ends: dict[Key, Setting], colours: Sequence[str], env: Env
) -> tuple[Heap, ...]:
    thick, step = thickness(found, mode, frame.lanes.pitch)
    heaps = []
    for k, category in enumerate(found.categories):
        lane = frame.lanes.lanes[k]
        entries = [one.entries[k] for one in found.series]
        parts = tuple(part_of(found, s, k) for s in range(len(entries)))
        heap = Heap(pieces=(), rank=k, name=lane.name, category=category.key, parts=parts)
        if mode == "grouped":
            first = lane.middle - (len(entries) - 1) / 2 * step
            pieces = tuple(
                _column(found, s, k, frame, first + s * step, thick, ends.get((s, k)), colours[s])
                for s, entry in enumerate(entries)
                if entry
            )
            heaps.append(structs.replace(heap, pieces=pieces))
        else:
            heaps.append(_pile(heap, found, mode, k, frame, thick, ends.get((-1, k)), colours, env))
    return tuple(heaps)


def _column(
    found: Dataset,
    s: int,
    k: int,
    frame: Frame,
    middle: float,
    thick: float,
    words: Setting | None,
    colour: str,
) -> Piece:
    entry = found.series[s].entries[k]
    assert entry is not None
    high = abs(float(entry.value)) * frame.px
    below = entry.value < 0
    box = Box(round(middle - thick / 2), frame.zero if below else frame.zero - high, thick, high)
    value = None
    if words is not None:
        y = box.y + box.h + VALUE_GAP if below else box.y - VALUE_GAP - words.block.height
        value = centred(words, f"value.{entry.key}", middle, y)
    return Piece(
        key=f"bar.{entry.key}",
        box=box,
        toward="down" if below else "up",
        colour=colour,
        datum=entry.datum,
        part=entry.part,
        series=found.series[s].key,
        target=entry.target,
        near=entry.near,
        value=value,
    )


def centred(words: Setting, key: str, middle: float, y: float) -> TextMark:
    """The words with every line about the x `middle`, from y down."""
    mark = words.mark(key, 0.0, y)
    stacked_lines = len({line.y for line in mark.lines}) == len(mark.lines)
    if not stacked_lines:
        return words.mark(key, middle - words.block.width / 2, y)
    return structs.replace(mark, lines=tuple(structs.replace(line, x=middle - line.width / 2) for line in mark.lines))


def _pile(
    heap: Heap,
    found: Dataset,
    mode: Mode,
    k: int,
    frame: Frame,
    thick: float,
    words: Setting | None,
    colours: Sequence[str],
    env: Env,
) -> Heap:
    """The segments of one stack, and its sum above it; of what is incomplete no share can be told."""
    entries: list[Entry | None] = [one.entries[k] for one in found.series]
    values = [entry.value if entry else None for entry in entries]
    spans = stacked(values)
    total = spans[-1].high
    if mode == "share" and (not total or None in values):
        return heap
    px = frame.px / float(total) if mode == "share" else frame.px
    shares = percentages([value or Decimal(0) for value in values]) if mode == "share" else ()
    middle = frame.lanes.lanes[k].middle
    pieces = []
    for s, (entry, span) in enumerate(zip(entries, spans, strict=True)):
        if entry is None:
            continue
        low, high = float(span.low) * px, float(span.high) * px
        seam = SEAM if low and high - low > 3 * SEAM else 0.0
        box = Box(round(middle - thick / 2), frame.zero - high, thick, high - low - seam)
        said = plain(percent(str(shares[s]), env.languages[0])) if shares else bare(entry.value, env)
        pieces.append(
            Piece(
                key=f"bar.{entry.key}",
                box=box,
                toward="up",
                colour=colours[s],
                datum=entry.datum,
                part=entry.part,
                series=found.series[s].key,
                target=entry.target,
                value=inside(said, f"value.{entry.key}", box, colours[s], env, target=entry.target),
                inside=True,
            )
        )
    top = frame.zero - float(total) * px - VALUE_GAP
    sum_mark = centred(words, f"total.{heap.category}", middle, top - words.block.height) if words else None
    return structs.replace(heap, pieces=tuple(pieces), total=sum_mark, stacked=True)


def _beside_last(
    found: Dataset, fitted: FittedHeaps, settings: Sequence[Setting], parts: Sequence[int], place: Rect
) -> tuple[Named, ...] | None:
    """The series' names beside the segments of the last column, moved apart; None where they are too high together."""
    boxes = {piece.series: piece.box for piece in fitted.heaps[-1].pieces}
    total = fitted.heaps[-1].total
    edges = [box.x + box.w for box in boxes.values()]
    edges += [line.x + line.width for line in total.lines] if total else []
    x = max(edges, default=place.x) + NAME_GAP
    foot = max((box.y + box.h for box in boxes.values()), default=place.bottom)
    heights = [setting.block.height for setting in settings]
    if len(boxes) < len(found.series) or sum(heights) > foot - place.y:
        return None
    wanted = [boxes[one.key].y + boxes[one.key].h / 2 for one in found.series]
    centres = spread(wanted, heights, place.y, foot, 4.0)
    return tuple(
        Named(setting.mark(f"series.{one.key}", x, centre - high / 2), part, one.key)
        for one, setting, part, centre, high in zip(found.series, settings, parts, centres, heights, strict=True)
    )
