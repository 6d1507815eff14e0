"""A strip chart: a stream that runs by."""

import math
from decimal import Decimal
from typing import Annotated

from msgspec import Meta, structs

from jn_presenter.draw.axes import AXIS_GAP, inside, one_language, plot, relative_axis, value_axis
from jn_presenter.draw.bound import Values
from jn_presenter.draw.curves import value_range
from jn_presenter.draw.entrance import appearance
from jn_presenter.draw.entries import unit_name
from jn_presenter.draw.motion import faded
from jn_presenter.draw.native import columns_table, others
from jn_presenter.draw.numbers import plain_number
from jn_presenter.draw.plotted import Plotted, colours_of, framed
from jn_presenter.draw.running import Running, running
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.ticks import nice_step
from jn_presenter.draw.typography import baseline
from jn_presenter.model.element import Env, Fitted, Phase, Table
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Datum, Line, PlotAxis, PlotMark, Run, Series, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, plain

MOST = 3
"""Curves that can be followed while they run."""
WIDTH = 2.0
NAMES = 0.24
FIGURE = "lead"
LEADING = 1.1
BETWEEN = 24.0
"""From one figure down to the next name, in px."""
MOST_PLACES = 6
SLACK = 0.05
UNKNOWN = "—"


class Strip(Plotted, frozen=True, kw_only=True):
    """Up to three curves that run from right to left, the newest value on the right beside its figure."""

    about = "实时曲线：最多三条，从右向左走，最新的数写在右边"

    label: Annotated[
        str, doc("时间所在的列，以秒计，默认是第一列", "the column of the time in seconds, by default the first")
    ] = ""
    values: Annotated[
        tuple[Values, ...],
        doc("数值所在的各列，默认是其余各列", "the columns of figures, by default all others"),
        Meta(max_length=MOST),
    ] = ()
    seconds: Annotated[
        float | None,
        doc("显示最近几秒，默认显示全部", "how many of the last seconds are shown, by default all", ge=0.1),
    ] = None
    low: Annotated[float | None, doc("纵轴的下限，默认随数据", "the lower end of the axis, by default as the data")] = (
        None
    )
    high: Annotated[
        float | None, doc("纵轴的上限，默认随数据", "the upper end of the axis, by default as the data")
    ] = None
    digits: Annotated[int | None, doc("最新值的小数位数", "decimal places of the newest value", ge=0, le=6)] = None

    def parts(self) -> int:
        return max(1, len(self.values))

    def measured(self) -> tuple[str, ...]:
        return self.label, *(one.column for one in self.values)

    def as_table(self, env: Env) -> Table:
        snapshot = self.snapshot(env)
        time = self.label or (snapshot.names[0] if snapshot and snapshot.columns else "")
        named = tuple((one.column, one.label) for one in self.values)
        return columns_table(snapshot, [(time, None)], named or others(snapshot, [time])[:MOST], env)

    def fit(self, rect: Rect, env: Env) -> "FittedStrip":
        snapshot = self.snapshot(env)
        names = tuple(one.column for one in self.values)
        found: tuple[Running, ...] = ()
        findings: tuple[Finding, ...] = ()
        if snapshot is not None and snapshot.finding:
            findings = (snapshot.finding,)
        if snapshot is not None and snapshot.columns:
            found, wrong = running(snapshot, self.label, names, MOST)
            findings += wrong
        if self.low is not None and self.high is not None and self.low >= self.high:
            findings += (ENDS,)
        frame = framed(rect, env, sample=self.badge, unit=self.unit)
        shown = [one for one in found if len(one.xs)]
        if not shown:
            return FittedStrip(
                rect=rect, findings=findings, plot=None, names=(), values=(), parts=(), count=1, fixed=frame.fixed
            )
        place = frame.place
        left = self._axis(shown, place.h, env)
        words = self._names(shown, place.w, env)
        wide = max(self._widest(left, env), *(name.block.width for name in words))
        newest = max(one.xs[-1] for one in shown)
        seconds = self.seconds or _rounded(newest - min(one.xs[0] for one in shown))
        colours = colours_of(len(shown), env)
        state = [self._datum(one, left, env) for one in shown]
        series = tuple(
            Series(key=f"curve.{one.key}", xs=one.xs, ys=one.ys, colour=colour, width=WIDTH, datum=datum)
            for one, colour, datum in zip([one.last(seconds) for one in shown], colours, state, strict=True)
        )
        beside = wide + AXIS_GAP
        made = plot(
            Rect(place.x, place.y, place.w - beside, place.h),
            series,
            lambda width: relative_axis(newest, seconds, width, env),
            left,
            env,
            room=beside,
        )
        labels, figures, bottom = self._figures(shown, words, made, place, state, env)
        return FittedStrip(
            rect=rect,
            overflow=bottom > inside(made).bottom + 0.5
            or any(one.block.width > place.w * NAMES + 0.5 for one in words),
            findings=(*findings, *(finding for name in words for finding in name.findings)),
            plot=made,
            names=labels,
            values=figures,
            parts=tuple(names.index(one.key) if one.key in names else 0 for one in shown),
            count=self.parts(),
            fixed=frame.fixed,
        )

    def _axis(self, shown: list[Running], height: float, env: Env) -> PlotAxis:
        """As given, else over all values that the stream still holds: a peak widens it at once, and it narrows when the
        peak has left; round ends keep it still in between.
        """
        spans = [span for one in shown if (span := one.span)]
        low, high = value_range([end for span in spans for end in span])
        low, high = (low if self.low is None else self.low), (high if self.high is None else self.high)
        if low >= high:
            low, high = value_range((low, high))
        axis = value_axis(low, high, height, env)
        low = axis.low if self.low is None else low
        high = axis.high if self.high is None else high
        ticks = tuple((value, words) for value, words in axis.ticks if low <= value <= high)
        return structs.replace(axis, low=low, high=high, ticks=ticks)

    def _names(self, shown: list[Running], width: float, env: Env) -> list[Setting]:
        named = {one.column: one.label for one in self.values}
        colours = colours_of(len(shown), env)
        return [
            set_text(
                named.get(one.key) or plain(one.key),
                env,
                width * NAMES,
                "caption",
                colour=colour,
                bold=True,
                align="left",
            )
            for one, colour in zip(shown, colours, strict=True)
        ]

    def _places(self, axis: PlotAxis) -> int:
        """Decimal places of the figures: one more than the ticks have, so that they move, but not in vain."""
        if self.digits is not None:
            return self.digits
        step = nice_step(axis.high - axis.low, 10)
        return min(MOST_PLACES, max(0, -math.floor(math.log10(step))))

    def _rounded(self, value: float, axis: PlotAxis) -> Decimal:
        rounded = Decimal(f"{value:.{self._places(axis)}f}")
        return rounded or abs(rounded)

    def _datum(self, one: Running, axis: PlotAxis, env: Env) -> Datum:
        """The newest figure of a curve, for which its words stand; nothing where it has a gap."""
        named = {value.column: value.label for value in self.values}
        return Datum(
            value=None if math.isnan(one.newest) else self._rounded(one.newest, axis),
            unit=unit_name(self.unit, env) if self.unit else "",
            label=(named.get(one.key) or plain(one.key)).pick(env.languages[0], env.fallbacks)[1],
            state="sample" if self.badge else "achieved",
        )

    def _widest(self, axis: PlotAxis, env: Env) -> float:
        """The px of the widest figure within the axis, so that the plot does not move with the figures."""
        font = env.font(FIGURE, bold=True)
        ends = (plain_number(self._rounded(end, axis), one_language(env)) for end in (axis.low, axis.high))
        return max(env.measure.advance(words, font) for words in ends)

    def _figures(
        self, shown: list[Running], words: list[Setting], made: PlotMark, place: Rect, state: list[Datum], env: Env
    ) -> tuple[tuple[TextMark, ...], tuple[TextMark, ...], float]:
        """The names with the newest figures below them, beside the plot from its top down; and where they end."""
        font = env.font(FIGURE, bold=True)
        x, y = made.x + made.w + AXIS_GAP, place.y
        labels, figures = [], []
        for one, name, datum in zip(shown, words, state, strict=True):
            labels.append(name.mark(f"name.{one.key}", x, y))
            y += name.block.height
            figure = UNKNOWN if datum.value is None else plain_number(datum.value, one_language(env))
            wide = env.measure.advance(figure, font)
            line = Line(x, baseline(y, font, LEADING), wide, (Run(figure, font, env.style.ink),), one_language(env))
            figures.append(TextMark(key=f"value.{one.key}", lines=(line,), datum=datum))
            y += font.size * LEADING + BETWEEN
        return tuple(labels), tuple(figures), y - BETWEEN


class FittedStrip(Fitted, frozen=True, kw_only=True):
    """The strip as it is now; it does not draw itself in, since it runs anyway."""

    plot: PlotMark | None
    names: tuple[TextMark, ...]
    values: tuple[TextMark, ...]
    parts: tuple[int, ...]
    count: int
    fixed: tuple[AnyMark, ...]

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        there = [appearance(phase, part, self.count, 0.0) for part in range(self.count)]
        frame = max(there)
        if frame <= 0.0:
            return ()
        fixed = tuple(faded(mark, frame) for mark in self.fixed)
        if self.plot is None:
            return fixed
        shown = [there[part] for part in self.parts]
        series = tuple(one for one, here in zip(self.plot.series, shown, strict=True) if here > 0.0)
        words = (
            faded(mark, here)
            for pair, here in zip(zip(self.names, self.values, strict=True), shown, strict=True)
            for mark in pair
            if here > 0.0
        )
        return (*fixed, faded(structs.replace(self.plot, series=series), frame), *words)


def _rounded(seconds: float) -> float:
    """The time that holds all of it, in two digits, so that a clock's jitter does not move the curves."""
    if seconds <= 0.0:
        return 1.0
    step = 10.0 ** (math.floor(math.log10(seconds)) - 1)
    return math.ceil(seconds / step - SLACK) * step


ENDS = Finding(
    code="axis-ends",
    path="low",
    message=Message("low 不小于 high", "low is not below high"),
    hint=Message("把两者对调", "swap them"),
)

ELEMENT = Strip
