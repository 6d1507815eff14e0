"""The frame of a chart of columns: their places and names, the scale, and the words at their ends or else an axis."""

from typing import TypeAlias

from msgspec import Struct

from jn_presenter.draw.category_bars import Mode
from jn_presenter.draw.compact import UNBROKEN, set_compact
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.figures import as_text, target_words, value_words
from jn_presenter.draw.growth import level
from jn_presenter.draw.lanes import Lanes, in_columns
from jn_presenter.draw.scale import px_per_unit
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.spare_words import bare
from jn_presenter.draw.stacks import summed
from jn_presenter.draw.ticks import tick_words, ticks_over
from jn_presenter.draw.unbroken import widest_word
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Line, Run, TextMark
from jn_presenter.model.text import Text

THICK = {"one": (0.62, 120.0), "many": (0.82, 96.0)}
"""Of a column, or of all of a group: at most this share of the pitch; and at most these px for one of them."""
APART = 4.0
"""Between the columns of a group, in px."""
VALUE_GAP = 6.0
WORD_HIGH = 1.6
"""The room for a quiet word over a column, in units of its size."""
TICK_GAP = 16.0
TICK_PITCH = 88.0
VALUES_HIGH = 0.25
"""The most of the height that values of several lines may take."""

Key: TypeAlias = tuple[int, int]
"""Series and category; a whole stack's series is -1."""


class Frame(Struct, frozen=True):
    """The places of the columns, the y of zero, the px of a unit of value, or of all of a stack that is a share."""

    lanes: Lanes
    zero: float
    px: float


def thickness(found: Dataset, mode: Mode, pitch: float) -> tuple[float, float]:
    """The px of a column, and from one column of a group to the next."""
    many = len(found.series) if mode == "grouped" else 1
    share, most = THICK["many" if many > 1 else "one"]
    step = min(most + APART, pitch * share / many)
    return max(1.0, (step - APART if many > 1 else step) // 2 * 2), step


def ends_of(
    found: Dataset, mode: Mode, lanes: Lanes, env: Env, *, with_unit: bool, tagged: bool
) -> dict[Key, Setting] | None:
    """The words at the columns' ends, None where they are too wide; shares have none."""
    words: dict[Key, Text] = {}
    if mode == "grouped":
        for s, one in enumerate(found.series):
            for k, entry in enumerate(one.entries):
                if entry:
                    words[s, k] = _said(entry, env, tagged=tagged) if with_unit else bare(entry.value, env)
    elif mode == "stacked":
        for k in range(len(found.categories)):
            values = [entry.value for one in found.series if (entry := one.entries[k])]
            if len(values) == len(found.series):
                total = summed(values)
                words[-1, k] = (
                    value_words(total, found.unit, env.facts, env.languages) if with_unit else bare(total, env)
                )
    _, step = thickness(found, mode, lanes.pitch)
    width = (step if mode == "grouped" and len(found.series) > 1 else lanes.pitch) - VALUE_GAP
    for role in ("caption", "note"):
        settings = set_compact(list(words.values()), env, UNBROKEN, role, bold=True)
        if all(setting.block.width <= width + 0.5 for setting in settings):
            return dict(zip(words, settings, strict=True))
    if not with_unit or (found.by == "series" and len(env.languages) > 1):
        return None
    # A figure in words of its own, as facts have it, may take several lines.
    if any(widest_word(text, env, "note", bold=True) > width for text in words.values()):
        return None
    settings = set_compact(list(words.values()), env, width, "note", bold=True)
    high = max((setting.block.height for setting in settings), default=0.0)
    facts = any(entry.datum.fact for entry in found.entries) or tagged
    return dict(zip(words, settings, strict=True)) if facts and high <= VALUES_HIGH * lanes.plot.h else None


def _said(entry: Entry, env: Env, *, tagged: bool) -> Text:
    if not tagged or not entry.target:
        return entry.words
    tags = dict(target_words(entry.due, env.facts, env.languages).variants)
    return as_text((language, f"{figure}\n{tags[language]}") for language, figure in entry.words.variants)


def _extents(found: Dataset, mode: Mode) -> dict[Key, float]:
    """How far each column reaches from zero, in units of value."""
    if mode == "grouped":
        pairs = ((s, k, entry) for s, one in enumerate(found.series) for k, entry in enumerate(one.entries))
        return {(s, k): float(entry.value) for s, k, entry in pairs if entry}
    return {
        (-1, k): float(summed([entry.value for one in found.series if (entry := one.entries[k])]))
        for k in range(len(found.categories))
    }


def framed(found: Dataset, mode: Mode, lanes: Lanes, ends: dict[Key, Setting], env: Env) -> Frame:
    """The scale at which the tallest column with its words fills the plot; a stack without a sum has a word too."""
    if mode == "share":
        return Frame(lanes, round(lanes.plot.bottom), max(0.0, lanes.plot.h))
    reach = _extents(found, mode)
    spare = env.font("note").size * WORD_HIGH
    rooms = [ends[key].block.height + VALUE_GAP if key in ends else spare for key in reach]
    px = px_per_unit(list(reach.values()), rooms, max(0.0, lanes.plot.h - 2.0))
    inward = (-value * px + room for value, room in zip(reach.values(), rooms, strict=True) if value < 0.0)
    return Frame(lanes, round(lanes.plot.bottom - max(inward, default=0.0) - 1.0), px)


def with_axis(found: Dataset, mode: Mode, place: Rect, env: Env) -> tuple[Lanes, list[AnyMark], Frame]:
    """Hairlines with round values instead of words at each column, which have no room."""
    values = list(_extents(found, mode).values()) or [0.0]
    font = env.font("note")
    ticks = ticks_over(min(0.0, *values), max(0.0, *values), max(2, int(place.h / TICK_PITCH)))
    # Several languages share one axis: plain thousands are read in all of them.
    words = tick_words(ticks, env.languages[0] if len(env.languages) == 1 else "")
    beside = max(env.measure.advance(word, font) for word in words) + TICK_GAP
    half = font.size / 2
    lanes = in_columns(found.categories, Rect(place.x + beside, place.y + half, place.w - beside, place.h - half), env)
    plot = lanes.plot
    px = plot.h / (ticks[-1] - ticks[0])
    zero = round(plot.bottom + ticks[0] * px)
    marks: list[AnyMark] = []
    for k, (value, word) in enumerate(zip(ticks, words, strict=True)):
        y = zero - value * px
        wide = env.measure.advance(word, font)
        line = Line(place.x + beside - TICK_GAP - wide, y + 0.36 * font.size, wide, (Run(word, font, env.style.quiet),))
        marks.append(TextMark(key=f"tick.{k}", lines=(line,)))
        if value:
            marks.append(level(y, plot.x, plot.right, env.style.faint, f"grid.{k}"))
    return lanes, marks, Frame(lanes, zero, px)
