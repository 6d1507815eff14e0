"""The axes of a plot: places of values on them, ticks far enough apart, and the room that their words take."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import structs

from jn_presenter.draw.instants import time_ticks, time_words
from jn_presenter.draw.scale import Linear
from jn_presenter.draw.ticks import log_ticks, nice_step, tick_words, ticks_over, ticks_within, year_words
from jn_presenter.draw.words import MINUTES, NOW, SECONDS, say
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import PlotAxis, PlotMark, Series
from jn_presenter.model.style import Font

Kind = Literal["number", "year", "date"]
"""What x is: plain numbers, years, or seconds since 1970 that are shown as dates."""
TICK_PITCH = (160.0, 88.0)
"""px that a tick needs at least, across and down."""
YEAR_PITCH = 96.0
"""The same across where ticks are years, which are short."""
MATCHED = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0)
"""Steps of an axis whose number of steps is given, in powers of ten."""
MOST_STEPS = 8
"""Of a vertical axis, however high it is."""
AXIS_GAP = 16.0
"""Between ticks and their labels, and between a curve's end and its name, in px."""
MINUTES_FROM = 180.0
"""Seconds from which on they are counted in minutes."""
APART = 24.0
"""Between the words at two ticks, in px."""


def value_axis(
    low: float, high: float, height: float, env: Env, *, log: bool = False, colour: str | None = None
) -> PlotAxis:
    """A vertical axis over low..high, ended by round values; its extent is that of its widest words."""
    ticks = log_ticks(low, high) if log else ticks_over(low, high, min(MOST_STEPS, max(2, int(height / TICK_PITCH[1]))))
    return _vertical(ticks, env, colour, log=log)


def _vertical(ticks: tuple[float, ...], env: Env, colour: str | None, *, log: bool = False) -> PlotAxis:
    font, language = env.font("note"), one_language(env)
    words = tick_words(ticks, language)
    widest = max(env.measure.advance(word, font, language) for word in words)
    return PlotAxis(
        low=ticks[0],
        high=ticks[-1],
        ticks=_paired(ticks, words),
        extent=math.ceil(widest) + AXIS_GAP,
        log=log,
        cut=not log and (ticks[0] > 0.0 or ticks[-1] < 0.0),
        colour=colour,
    )


def matched_axis(low: float, high: float, other: PlotAxis, env: Env, colour: str | None = None) -> PlotAxis:
    """A vertical axis over low..high with its ticks at the heights of another's, so that they share its grid lines."""
    count = len(other.ticks) - 1
    power = 10.0 ** math.floor(math.log10((high - low) / count))
    enough = high - 1e-9 * abs(high)
    steps = (factor * power for factor in MATCHED)
    step = next((one for one in steps if (math.floor(low / one + 1e-9) + count) * one >= enough), 100.0 * power)
    first = math.floor(low / step + 1e-9)
    ticks = tuple(float(f"{(first + k) * step:.15g}") for k in range(count + 1))
    return _vertical(ticks, env, colour)


def along_axis(low: float, high: float, width: float, env: Env, kind: Kind = "number", least: float = 0.0) -> PlotAxis:
    """A horizontal axis of exactly low..high, with as many ticks as fit in `width` px, none closer than `least`."""
    if low == high:
        low, high = (low - 43_200.0, high + 43_200.0) if kind == "date" else (low - 1.0, high + 1.0)
    font, language = env.font("note"), one_language(env)
    most = max(2, int(width / (YEAR_PITCH if kind == "year" else TICK_PITCH[0])))
    ticks: tuple[tuple[float, str], ...] = ()
    for count in range(most, 0, -1):
        ticks = _ticks(low, high, count, kind, language, least)
        if _apart(ticks, low, high, width, font, env):
            break
    return PlotAxis(low=low, high=high, ticks=ticks, extent=font.size + AXIS_GAP)


def relative_axis(newest: float, seconds: float, width: float, env: Env) -> PlotAxis:
    """The last `seconds` up to the newest moment, ticked by how long ago they are: the ticks stand still."""
    font, language = env.font("note"), one_language(env)
    minutes = seconds >= MINUTES_FROM
    one, words = (60.0, MINUTES) if minutes else (1.0, SECONDS)
    template = say(words, language)
    ticks: list[tuple[float, str]] = []
    for count in range(max(1, int(width / TICK_PITCH[0])), 0, -1):
        step = nice_step(seconds / one, count, least=1.0 if minutes else 0.0)
        ago = [k * step for k in range(int(seconds / one / step + 1e-9), 0, -1)]
        ticks = [(newest - back * one, template.replace("{count}", f"−{back:g}")) for back in ago]
        ticks.append((newest, say(NOW, language)))
        if _apart(ticks, newest - seconds, newest, width, font, env):
            break
    return PlotAxis(
        low=newest - seconds, high=newest, ticks=tuple(ticks), extent=font.size + AXIS_GAP, ago=template, each=one
    )


def spanning_axis(low: float, high: float, width: float, env: Env, kind: Kind, *, log: bool = False) -> PlotAxis:
    """A horizontal axis of at least low..high; plain numbers end at round values, dates and years where they end."""
    if kind != "number":
        return along_axis(low, high, width, env, kind)
    font, language = env.font("note"), one_language(env)
    values: tuple[float, ...] = ()
    for count in range(max(1, int(width / TICK_PITCH[0])), 0, -1):
        values = log_ticks(low, high) if log else ticks_over(low, high, count)
        if log and len(values) > count + 1:
            values = values[:: math.ceil((len(values) - 1) / count)]
        ticks = _paired(values, tick_words(values, language))
        if _apart(ticks, values[0], values[-1], width, font, env):
            break
    ticks = _paired(values, tick_words(values, language))
    ends = log_ticks(low, high) if log else values
    cut = not log and (ends[0] > 0.0 or ends[-1] < 0.0)
    return PlotAxis(low=ends[0], high=ends[-1], ticks=ticks, extent=font.size + AXIS_GAP, log=log, cut=cut)


def _ticks(
    low: float, high: float, count: int, kind: Kind, language: str, least: float
) -> tuple[tuple[float, str], ...]:
    if kind == "date":
        values, step = time_ticks(low, high, count, least)
        return _paired(values, time_words(values, step, language))
    values = ticks_within(low, high, count, least=1.0 if kind == "year" else least)
    return _paired(values, year_words(values) if kind == "year" else tick_words(values, language))


def _apart(ticks: Sequence[tuple[float, str]], low: float, high: float, width: float, font: Font, env: Env) -> bool:
    """Whether the words of no two ticks come close to each other."""
    scale = Linear(low, high, 0.0, width)
    halves = [env.measure.advance(words, font, one_language(env)) / 2 for _, words in ticks]
    places = [scale.at(value) for value, _ in ticks]
    return all(b - a >= p + q + APART for (a, b), (p, q) in zip(pairwise(places), pairwise(halves), strict=True))


def overhang(axis: PlotAxis, width: float, env: Env) -> tuple[float, float]:
    """The px by which the words at the first and the last tick stand out to the left and right of `width` px."""
    if not axis.ticks:
        return 0.0, 0.0
    (first, left), (last, right) = axis.ticks[0], axis.ticks[-1]
    font, language = env.font("note"), one_language(env)
    before = env.measure.advance(left, font, language) / 2 - at(axis, first, 0.0, width)
    behind = env.measure.advance(right, font, language) / 2 - (width - at(axis, last, 0.0, width))
    return max(0.0, before), max(0.0, behind)


def plot(
    place: Rect,
    series: tuple[Series, ...],
    along: Callable[[float], PlotAxis],
    left: PlotAxis,
    env: Env,
    *,
    right: PlotAxis | None = None,
    room: float = 0.0,
) -> PlotMark:
    """The chart inside `place`, words at ticks included; `along` makes the horizontal axis for a width in px.

    room: px to the right of `place` into which the words at the last tick may stand.
    """
    beside = left.extent + (right.extent if right else 0.0)
    bottom = along(place.w - beside)
    before, behind = overhang(bottom, place.w - beside, env)
    if before > left.extent:
        left = structs.replace(left, extent=math.ceil(before))
        beside = left.extent + (right.extent if right else 0.0)
    out = max(0.0, behind - (right.extent if right else room))
    return PlotMark(
        key="plot",
        x=place.x,
        y=place.y,
        w=place.w - out,
        h=place.h,
        series=series,
        bottom=along(place.w - beside - out),
        left=left,
        right=right,
        font=env.font("note"),
        ink=env.style.quiet,
        grid=env.style.faint,
    )


def inside(mark: PlotMark) -> Rect:
    """The rectangle between the axes, where the data is."""
    beside = mark.left.extent + (mark.right.extent if mark.right else 0.0)
    return Rect(mark.x + mark.left.extent, mark.y, mark.w - beside, mark.h - mark.bottom.extent)


def one_language(env: Env) -> str:
    """The language of an axis; several share one, and plain thousands are read in all of them."""
    return env.languages[0] if len(env.languages) == 1 else ""


def limits(axis: PlotAxis) -> tuple[float, float]:
    """The ends of the axis as they are drawn: powers of ten for a logarithmic one."""
    return _drawn(axis, axis.low), _drawn(axis, axis.high)


def at(axis: PlotAxis, value: float, start: float, end: float) -> float:
    """The px of a value on an axis from `start` to `end` px."""
    return Linear(*limits(axis), start, end).at(_drawn(axis, value))


def as_drawn(mark: PlotMark) -> tuple[Series, ...]:
    """The series in the units that the plot is drawn in: powers of ten where an axis is logarithmic, and what the right
    axis measures in the left one's.
    """
    if mark.right is None and not mark.left.log and not mark.bottom.log:
        return mark.series
    return tuple(_series_drawn(series, mark) for series in mark.series)


def _series_drawn(series: Series, mark: PlotMark) -> Series:
    axis = mark.right if series.right and mark.right else mark.left
    scale = Linear(*limits(axis), *limits(mark.left))

    def up(values: Sequence[float]) -> tuple[float, ...]:
        return tuple(scale.at(_drawn(axis, value)) for value in values)

    xs = tuple(_drawn(mark.bottom, x) for x in series.xs)
    return structs.replace(series, xs=xs, ys=up(series.ys), floors=up(series.floors))


def _drawn(axis: PlotAxis, value: float) -> float:
    if not axis.log:
        return value
    return math.log10(value) if value > 0.0 else math.nan


def _paired(values: Sequence[float], words: Sequence[str]) -> tuple[tuple[float, str], ...]:
    return tuple(zip(values, words, strict=True))
