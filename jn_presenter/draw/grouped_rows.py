"""Several series as horizontal bars side by side, each with its value at its end."""

from collections.abc import Sequence
from typing import NamedTuple

from jn_presenter.draw.bars import GAP
from jn_presenter.draw.category_bars import Mode, part_of
from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.heaps import Heap, Named, Piece
from jn_presenter.draw.lanes import Lanes
from jn_presenter.draw.scale import px_per_unit
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.spare_words import bare, missing_words, quiet_mark
from jn_presenter.model.element import Env
from jn_presenter.model.marks import Box

MOST = 44.0
"""The most px of a bar."""
APART = 4.0
"""Between the bars of a group, in px."""
LONG_ENOUGH = 0.3
"""The longest bar's least share of the plot; where words would leave it less, the values are bare numbers."""


class Built(NamedTuple):
    """The bars, quiet words where values are missing, the x of zero, and whether the values say their unit."""

    heaps: tuple[Heap, ...]
    extra: list[Named]
    zero: float
    with_unit: bool


def grouped_rows(found: Dataset, mode: Mode, lanes: Lanes, colours: Sequence[str], env: Env) -> Built:
    """The bars of each category in its row."""
    many = len(found.series)
    pitch = min(lanes.room / many, MOST + APART)
    entries = [(s, k, entry) for s, one in enumerate(found.series) for k, entry in enumerate(one.entries) if entry]
    settings, px, with_unit = _ends([entry for _, _, entry in entries], lanes.plot.w, pitch, env)
    pairs = list(zip(entries, settings, strict=True))
    inward = [-float(entry.value) * px + words.block.width + GAP for (_, _, entry), words in pairs if entry.value < 0]
    zero = round(lanes.plot.x + max(inward, default=0.0))
    pieces: dict[int, list[Piece]] = {k: [] for k in range(len(found.categories))}
    for (s, k, entry), setting in pairs:
        length = abs(float(entry.value)) * px
        leftward = entry.value < 0
        middle = lanes.lanes[k].middle + (s - (many - 1) / 2) * pitch
        thick = (pitch - APART) // 2 * 2
        box = Box(zero - length if leftward else zero, round(middle - thick / 2), length, thick)
        x = box.x - GAP - setting.block.width if leftward else box.x + box.w + GAP
        pieces[k].append(
            Piece(
                key=f"bar.{entry.key}",
                box=box,
                toward="left" if leftward else "right",
                colour=colours[s],
                datum=entry.datum,
                part=part_of(found, s, k),
                series=found.series[s].key,
                target=entry.target,
                near=entry.near,
                value=setting.mark(f"value.{entry.key}", x, middle - setting.block.height / 2),
            )
        )
    extra = []
    for s, one in enumerate(found.series):
        for k, value in enumerate(one.entries):
            if value is None:
                middle = lanes.lanes[k].middle + (s - (many - 1) / 2) * pitch
                key = f"missing.{one.key}.{found.categories[k].key}"
                extra.append(Named(quiet_mark(missing_words((), env), key, zero + GAP, middle, env), s, one.key))
    heaps = tuple(
        Heap(
            pieces=tuple(pieces[k]),
            rank=k,
            name=lanes.lanes[k].name,
            category=category.key,
            parts=tuple(part_of(found, s, k) for s in range(many)),
        )
        for k, category in enumerate(found.categories)
    )
    return Built(heaps, extra, zero, with_unit)


def _ends(entries: Sequence[Entry], width: float, high: float, env: Env) -> tuple[list[Setting], float, bool]:
    """The values at the ends of bars in one line each, the px of a unit of value, and whether they say the unit."""
    values = [float(entry.value) for entry in entries]
    largest = max((abs(value) for value in values), default=0.0)
    role = "caption" if env.font("caption").size * 1.2 <= high else "note"
    for words in ([entry.words for entry in entries], [bare(entry.value, env) for entry in entries]):
        settings = set_compact(words, env, width, role, bold=True)
        px = px_per_unit(values, [setting.block.width + GAP for setting in settings], width)
        fits = all(setting.block.height <= high + 0.5 for setting in settings)
        if fits and px * largest >= LONG_ENOUGH * width * (0.5 if min(values, default=0) < 0 else 1.0):
            return settings, px, not entries or words[0] is entries[0].words
    return settings, px, False
