"""What is missing among columns: a quiet word in its place, or above the chart where columns are too narrow for it."""

from msgspec import structs

from jn_presenter.draw.category_bars import Mode, part_of
from jn_presenter.draw.column_frame import Frame, Key, thickness
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.heaps import Named
from jn_presenter.draw.spare_words import missing_words, quiet_mark
from jn_presenter.draw.stacks import summed
from jn_presenter.draw.tags import Tag, note_tag
from jn_presenter.model.element import Env

MOST_MISSING = 3
"""Categories without a value that are named above the chart, where it cannot be said in their place."""


def _holes(found: Dataset, mode: Mode) -> list[Key]:
    """The columns that are missing; whole stacks where what is missing makes a share of nothing."""
    holes = [(s, k) for s, one in enumerate(found.series) for k, entry in enumerate(one.entries) if entry is None]
    return holes if mode == "grouped" else [(-1, k) for k in sorted({k for _, k in holes})]


def _fits_in_place(width: float, env: Env) -> bool:
    """Whether it can be said in the place of a column that there is no figure."""
    line = quiet_mark(missing_words((), env), "", 0.0, 0.0, env).lines[-1]
    return line.x + line.width <= width


def unsaid(found: Dataset, mode: Mode, width: float, env: Env) -> list[Tag]:
    """What is missing, above the chart, where it cannot be said in its place."""
    holes = _holes(found, mode)
    if not holes or _fits_in_place(_step(found, mode, width), env):
        return []
    names = [found.categories[k].label for k in sorted({k for _, k in holes})]
    words = missing_words(names[:MOST_MISSING], env, more=len(names) > MOST_MISSING)
    return [note_tag("missing", words, env, width * len(found.categories))]


def _step(found: Dataset, mode: Mode, pitch: float) -> float:
    """The px from one column to the next."""
    return thickness(found, mode, pitch)[1] if mode == "grouped" and len(found.series) > 1 else pitch


def gap_words(found: Dataset, mode: Mode, frame: Frame, env: Env) -> list[Named]:
    """A quiet word in the place of each column that is missing."""
    pitch = frame.lanes.pitch
    if not _fits_in_place(_step(found, mode, pitch), env):
        return []
    marks = []
    many = len(found.series)
    for s, k in _holes(found, mode):
        middle = frame.lanes.lanes[k].middle
        if s >= 0:
            middle += (s - (many - 1) / 2) * _step(found, mode, pitch) if many > 1 else 0.0
        mark = quiet_mark(missing_words((), env), f"missing.{s}.{found.categories[k].key}", 0.0, 0.0, env)
        width = max(line.x + line.width for line in mark.lines)
        y = frame.zero - _piled(found, mode, k) * frame.px - env.font("note").size
        lines = tuple(structs.replace(line, x=line.x + middle - width / 2, y=line.y + y) for line in mark.lines)
        marks.append(Named(structs.replace(mark, lines=lines), part_of(found, max(s, 0), k)))
    return marks


def _piled(found: Dataset, mode: Mode, k: int) -> float:
    """How high the known segments of an incomplete stack are, in units of value."""
    known = [entry.value for one in found.series if (entry := one.entries[k])]
    return float(summed(known)) if mode == "stacked" else 0.0
