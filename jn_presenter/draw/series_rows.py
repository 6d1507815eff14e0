"""One series as horizontal bars or several, these named at the bars themselves or in a line above them."""

from collections.abc import Sequence

from jn_presenter.draw.category_bars import Mode, part_of, taken
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.grouped_rows import Built, grouped_rows
from jn_presenter.draw.growth import ZERO_RISE, upright
from jn_presenter.draw.heaps import FittedHeaps, Heap, Named, Piece
from jn_presenter.draw.lanes import Lanes, in_rows
from jn_presenter.draw.naming import beside_names, legend, recoloured, series_colours
from jn_presenter.draw.shades import legible
from jn_presenter.draw.single_rows import single_rows
from jn_presenter.draw.spare_words import PADDING, unit_tag
from jn_presenter.draw.stacked_rows import stacked_rows
from jn_presenter.draw.trimming import trimmed
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, TextMark

LEAST = 32.0
"""The least px of a bar with its value: its words do not touch those of its neighbours."""
MOST = {"grouped": 48.0, "stacked": 56.0, "share": 56.0}
"""The most px that a bar needs."""
AIR = {"grouped": 64.0, "stacked": 72.0, "share": 72.0}
"""The most px of a row beside its bars."""
NAMES_GAP = 6.0


def fit_rows(
    found: Dataset, mode: Mode, rect: Rect, place: Rect, env: Env, badge: Sequence[AnyMark], count: int
) -> FittedHeaps:
    """The chart in `place`, the part of `rect` that the badge leaves."""
    if len(found.series) <= 1 and mode == "grouped":
        return single_rows(found, rect, place, env, badge, count)
    blank = FittedHeaps(rect=rect, findings=found.findings, fixed=tuple(badge), count=count)
    if found.waiting or not found.categories or not found.series:
        return blank
    per_row = len(found.series) if mode == "grouped" else 1
    least = LEAST * per_row
    findings = list(found.findings)
    fixed = list(badge)
    colours = series_colours(len(found.series), env.style)
    parts = [part_of(found, k, 0) for k in range(len(found.series))]
    line = legend(found.series, colours, parts, place.x, place.y, place.w, env)
    most = MOST[mode] * per_row + AIR[mode]
    below = Rect(place.x, place.y + line.height, place.w, place.h - line.height)
    cut = trimmed(found.categories, below, env, least=least, most=most)
    shown = taken(found, list(range(cut.shown)))
    place = Rect(place.x, place.y, place.w, cut.place.bottom - place.y)
    findings += cut.findings
    fixed += cut.marks
    build = grouped_rows if mode == "grouped" else stacked_rows

    def laid(head: float) -> tuple[Lanes, Built]:
        body = Rect(place.x, place.y + head, place.w, place.h - head)
        lanes = in_rows(shown.categories, body, env, least=least, most=most)
        return lanes, build(shown, mode, lanes, colours, env)

    head = line.height
    lanes, built = laid(head)
    names = _at_the_bars(shown, built.heaps, colours, parts, mode, lanes.plot, place, env)
    if names is not None:
        # The line of names is not needed: its height is given back, but for what names above the first bar take.
        head = 0.0 if mode == "grouped" else max((_height(named.mark) for named in names), default=0.0) + NAMES_GAP
        lanes, built = laid(head)
        names = _at_the_bars(shown, built.heaps, colours, parts, mode, lanes.plot, place, env)
    if not built.with_unit and (tag := unit_tag(found.unit, env, place.w)):
        fixed += tag.at(place.x, place.y + head)
        lanes, built = laid(head + tag.height + NAMES_GAP)
        names = _at_the_bars(shown, built.heaps, colours, parts, mode, lanes.plot, place, env) if names else None
    heaps, extra, zero, _ = built
    boxes = [piece.box for heap in heaps for piece in heap.pieces]
    if boxes:
        top, bottom = min(box.y for box in boxes), max(box.y + box.h for box in boxes)
        fixed.append(upright(zero, top - ZERO_RISE, bottom + ZERO_RISE, env.style.faint))
    return FittedHeaps(
        rect=rect,
        overflow=lanes.overflow or lanes.room < least - 0.5 or (names is None and line.overflow),
        findings=(*findings, *lanes.findings, *line.findings),
        heaps=heaps,
        names=(*(names if names is not None else line.names), *extra),
        fixed=tuple(fixed),
        count=count,
        stagger=env.style.motion.stagger,
    )


def _height(mark: AnyMark) -> float:
    return (
        max((run.font.size * 1.2 for line in mark.lines for run in line.runs), default=0.0)
        if isinstance(mark, TextMark)
        else 0.0
    )


def _at_the_bars(
    found: Dataset,
    heaps: Sequence[Heap],
    colours: Sequence[str],
    parts: Sequence[int],
    mode: Mode,
    plot: Rect,
    place: Rect,
    env: Env,
) -> tuple[Named, ...] | None:
    """The series' names at the first category's bars: in them, or above the segments; None where one has no room."""
    by_series = {piece.series: piece for piece in heaps[0].pieces}
    if len(by_series) < len(found.series):
        return None
    if mode == "grouped":
        return _in_the_bars(found, by_series, colours, parts, env)
    if plot.x <= place.x:
        # The category's own name stands above the bar.
        return None
    settings = beside_names(found.series, colours, env, place.w)
    if settings is None:
        return None
    named, free = [], place.x
    for one, part, setting in zip(found.series, parts, settings, strict=True):
        box = by_series[one.key].box
        x = max(box.x, free)
        if x > box.x + box.w / 2 or x + setting.block.width > place.right + 0.5:
            return None
        mark = setting.mark(f"series.{one.key}", x, box.y - NAMES_GAP - setting.block.height)
        named.append(Named(mark, part, one.key))
        free = x + setting.block.width + 2 * PADDING
    return tuple(named)


def _in_the_bars(
    found: Dataset, by_series: dict[str, Piece], colours: Sequence[str], parts: Sequence[int], env: Env
) -> tuple[Named, ...] | None:
    named = []
    for one, colour, part in zip(found.series, colours, parts, strict=True):
        piece = by_series[one.key]
        if piece.toward == "left":
            return None
        settings = beside_names((one,), (colour,), env, piece.box.w - 2 * PADDING)
        if settings is None or settings[0].block.height > piece.box.h + 0.5:
            return None
        ink = env.style.ink if one.target else legible(colour, env.style)
        y = piece.box.y + (piece.box.h - settings[0].block.height) / 2
        mark = settings[0].mark(f"series.{one.key}", piece.box.x + PADDING, y)
        named.append(Named(recoloured(mark, ink), part, one.key))
    return tuple(named)
