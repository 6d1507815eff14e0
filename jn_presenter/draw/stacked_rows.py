"""Several series as stacks of horizontal segments: their sum at the end, or their shares of it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from jn_presenter.draw.bars import GAP
from jn_presenter.draw.category_bars import Mode, part_of
from jn_presenter.draw.compact import TIGHT, set_compact
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.figures import value_words
from jn_presenter.draw.grouped_rows import Built
from jn_presenter.draw.heaps import Heap, Piece
from jn_presenter.draw.lanes import Lanes
from jn_presenter.draw.naming import recoloured
from jn_presenter.draw.numbers import percent
from jn_presenter.draw.scale import px_per_unit
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.spare_words import bare, inside, missing_words
from jn_presenter.draw.stacks import Span, percentages, stacked, summed
from jn_presenter.model.element import Env
from jn_presenter.model.marks import Box
from jn_presenter.model.text import Text, plain

MOST = 56.0
"""The most px of a bar."""
SEAM = 2.0
"""Between two segments, so that they are told apart not by colour alone, in px."""
ENDS = 0.45
"""The largest share of the plot that the words at the ends may take on one line."""


class Row(NamedTuple):
    """One category of a stack: what is known of it, series by series, and which of them are missing."""

    entries: tuple[Entry | None, ...]
    missing: tuple[Text, ...]

    @property
    def values(self) -> list[Decimal | None]:
        return [entry.value if entry else None for entry in self.entries]


def stacked_rows(found: Dataset, mode: Mode, lanes: Lanes, colours: Sequence[str], env: Env) -> Built:
    """The stack of each category in its row; of what is incomplete no share can be told."""
    rows = [
        Row(tuple(one.entries[k] for one in found.series), tuple(o.label for o in found.series if o.entries[k] is None))
        for k in range(len(found.categories))
    ]
    totals = [summed([value for value in row.values if value is not None]) for row in rows]
    settings, with_unit = _ends(rows, totals, mode, found.unit, lanes, env)
    room = [setting.block.width + GAP if setting.block.width else 0.0 for setting in settings]
    if mode == "share":
        px = max(0.0, lanes.plot.w - max((r for r, row in zip(room, rows, strict=True) if not row.missing), default=0))
    else:
        px = px_per_unit([float(total) for total in totals], room, lanes.plot.w)
    zero = round(lanes.plot.x)
    thick = min(MOST, lanes.room) // 2 * 2
    heaps = []
    for k, (category, row, total, setting) in enumerate(zip(found.categories, rows, totals, settings, strict=True)):
        unknown = mode == "share" and (bool(row.missing) or not total)
        scale = (px / float(total) if total else 0.0) if mode == "share" else px
        top = round(lanes.lanes[k].middle - thick / 2)
        spans = stacked(row.values)
        shares = percentages([value or Decimal(0) for value in row.values]) if mode == "share" else ()
        pieces = []
        for s, (entry, span) in enumerate(zip(row.entries, spans, strict=True)):
            if entry is None or unknown:
                continue
            said = plain(percent(str(shares[s]), env.languages[0])) if mode == "share" else bare(entry.value, env)
            box = _segment(span, zero, top, thick, scale)
            pieces.append(
                Piece(
                    key=f"bar.{entry.key}",
                    box=box,
                    toward="right",
                    colour=colours[s],
                    datum=entry.datum,
                    part=part_of(found, s, k),
                    series=found.series[s].key,
                    target=entry.target,
                    value=inside(said, f"value.{entry.key}", box, colours[s], env, target=entry.target),
                    inside=True,
                )
            )
        end = zero + (0.0 if unknown else float(total) * scale) + GAP
        quiet = bool(row.missing) or (mode == "share" and not total)
        y = lanes.lanes[k].middle - setting.block.height / 2
        ending = setting.mark(f"total.{category.key}", end, y)
        heaps.append(
            Heap(
                pieces=tuple(pieces),
                rank=k,
                name=lanes.lanes[k].name,
                total=(recoloured(ending, env.style.quiet) if quiet else ending) if ending.lines else None,
                stacked=True,
                category=category.key,
                parts=tuple(part_of(found, s, k) for s in range(len(found.series))),
            )
        )
    return Built(tuple(heaps), [], zero, with_unit)


def _segment(span: Span, zero: float, top: float, thick: float, px: float) -> Box:
    start, end = zero + float(span.low) * px, zero + float(span.high) * px
    seam = SEAM if span.low and end - start > 3 * SEAM else 0.0
    return Box(start + seam, top, end - start - seam, thick)


def _ends(
    rows: Sequence[Row], totals: Sequence[Decimal], mode: Mode, unit: Text | None, lanes: Lanes, env: Env
) -> tuple[list[Setting], bool]:
    """The words at the ends of the stacks on one line each, and whether they say the unit: as many as have room."""
    role = "caption" if lanes.room >= env.font("caption").size * TIGHT else "note"
    for detailed, with_unit in ((True, True), (False, True), (False, False)):
        words = [
            _end_words(row, total, mode, unit, env, detailed=detailed, with_unit=with_unit)
            for row, total in zip(rows, totals, strict=True)
        ]
        settings = set_compact(words, env, lanes.plot.w * ENDS, role, bold=True)
        if all(setting.block.height <= lanes.room + 0.5 for setting in settings):
            break
    return settings, with_unit


def _end_words(
    row: Row, total: Decimal, mode: Mode, unit: Text | None, env: Env, *, detailed: bool, with_unit: bool
) -> Text:
    """The sum; where something is missing there is none, and it is said what is missing instead."""
    if row.missing:
        return missing_words(row.missing if detailed and len(row.missing) < len(row.entries) else (), env)
    if mode == "share":
        return Text(()) if total else missing_words((), env)
    return value_words(total, unit, env.facts, env.languages) if with_unit else bare(total, env)
