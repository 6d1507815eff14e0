"""A line chart."""

import math
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct, structs

from jn_presenter.draw.curves import last_known, up_to, value_range
from jn_presenter.draw.entrance import appearance, entrance
from jn_presenter.draw.figures import unit_words
from jn_presenter.draw.labels import spread
from jn_presenter.draw.motion import faded, lerp
from jn_presenter.draw.scale import Linear
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.tags import note_tag, under_badge
from jn_presenter.draw.ticks import tick_words, ticks_over, ticks_within, year_words
from jn_presenter.model.element import Element, Env, Fitted, Phase, Table
from jn_presenter.model.fields import Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Datum, PlotAxis, PlotMark, Series, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Font
from jn_presenter.model.text import Message, Text

MOST = 12
"""Curves; more than can be told apart."""
TICK_PITCH = (160.0, 88.0)
"""px that a tick needs at least, across and down."""
YEAR_PITCH = 96.0
"""The same across where ticks are years, which are short."""
AXIS_GAP = 16.0
"""Between ticks and their labels, and between a curve's end and its name, in px."""
NAMES = 0.24
"""The largest share of the width that the names at the curves' ends may take."""
WIDTH = 4.0
DASHES: tuple[tuple[float, ...], ...] = ((), (12.0, 8.0), (3.0, 6.0))
"""By turns, once the colours of the style are used up."""
NAMED_FROM = 0.7
"""A curve's name appears over the last part of its way."""


class Curve(Struct, frozen=True, kw_only=True):
    """One curve: its name and its points."""

    label: Annotated[Text, doc("名称", "name")]
    points: Annotated[
        tuple[tuple[Number, Number | None], ...],
        doc("各点[x, y]，缺数写null", "points [x, y], null for a missing value"),
    ]


class LineChart(Element, frozen=True, kw_only=True):
    """Curves over numbers or years, each named at its end; drawn by pyqtgraph."""

    uses_plot: ClassVar[bool] = True

    series: Annotated[tuple[Curve, ...], doc("曲线", "the curves"), Meta(max_length=MOST)]
    x: Annotated[Literal["number", "year"], doc("横轴是数还是年份", "whether x is a number or a year")] = "number"
    unit: Annotated[
        Text | None, doc("单位：facts.yaml中单位的代号，或一段文字", "unit: the id of a unit in facts.yaml, or words")
    ] = None
    sample: Annotated[bool, doc("是否示例数据", "whether the data is made up")] = False

    def parts(self) -> int:
        return len(self.series)

    def fit(self, rect: Rect, env: Env) -> "FittedLine":
        place, badge = under_badge(rect, env, self.sample)
        font = env.font("note")
        unit = note_tag("unit", unit_words(self.unit, env.facts, env.languages), env, place.w)
        # The topmost tick's label stands half above the plot.
        head = font.size / 2 + (unit.height + AXIS_GAP / 2 if self.unit else 0.0)
        names = [
            set_text(curve.label, env, place.w * NAMES, "caption", colour=colour, bold=True, align="left")
            for curve, colour in zip(self.series, self._colours(env), strict=True)
        ]
        beside = max((name.block.width for name in names), default=0.0) + AXIS_GAP
        plot = self._plot(Rect(place.x, place.y + head, place.w - beside, place.h - head), font, env)
        labels = self._labels(names, plot, place)
        tall = sum(name.block.height for name in names) > plot.h - plot.bottom.extent + 0.5
        return FittedLine(
            rect=rect,
            overflow=tall or any(name.block.width > place.w * NAMES + 0.5 for name in names),
            findings=(*(f for name in names for f in name.findings), *_too_short(self.series)),
            plot=plot,
            names=labels,
            fixed=(*badge, *(unit.at(place.x, place.y) if self.unit else ())),
            stagger=env.style.motion.stagger,
        )

    def as_table(self) -> Table:
        columns = ("x", *(curve.label.pick("")[1] for curve in self.series))
        xs = sorted({x for curve in self.series for x, _ in curve.points})
        known = [dict(curve.points) for curve in self.series]
        rows = (tuple("" if y is None else str(y) for y in (x, *(ys.get(x) for ys in known))) for x in xs)
        return Table(columns=columns, rows=tuple(rows))

    def _colours(self, env: Env) -> list[str]:
        palette = env.style.series or (env.style.accent,)
        return [palette[k % len(palette)] for k in range(len(self.series))]

    def _curves(self, env: Env) -> tuple[Series, ...]:
        turns = len(env.style.series) or 1
        curves = []
        for k, (curve, colour) in enumerate(zip(self.series, self._colours(env), strict=True)):
            points = sorted((float(x), math.nan if y is None else float(y)) for x, y in curve.points)
            xs, ys = tuple(x for x, _ in points), tuple(y for _, y in points)
            dash = DASHES[k // turns % len(DASHES)]
            curves.append(Series(key=f"curve.{k}", xs=xs, ys=ys, colour=colour, width=WIDTH, dash=dash))
        return tuple(curves)

    def _plot(self, place: Rect, font: Font, env: Env) -> PlotMark:
        """The chart inside `place`, its axes' extents measured, so that nothing shifts while it is drawn."""
        curves = self._curves(env)
        low, high = value_range(y for curve in curves for y in curve.ys)
        ys = ticks_over(low, high, max(2, int(place.h / TICK_PITCH[1])))
        all_xs = [x for curve in curves for x in curve.xs] or [0.0, 1.0]
        left, right = min(all_xs), max(all_xs)
        if left == right:
            left, right = left - 1.0, right + 1.0
        years = self.x == "year"
        pitch = YEAR_PITCH if years else TICK_PITCH[0]
        xs = ticks_within(left, right, max(2, int(place.w / pitch)), least=1.0 if years else 0.0)
        # Several languages share one axis: plain thousands are read in all of them.
        language = env.languages[0] if len(env.languages) == 1 else ""
        x_words = year_words(xs) if years else tick_words(xs, language)
        y_words = tick_words(ys, language)
        widest = max(env.measure.advance(words, font, language) for words in y_words)
        return PlotMark(
            key="plot",
            x=place.x,
            y=place.y,
            w=place.w,
            h=place.h,
            series=curves,
            bottom=PlotAxis(low=left, high=right, ticks=_paired(xs, x_words), extent=font.size + AXIS_GAP),
            left=PlotAxis(low=ys[0], high=ys[-1], ticks=_paired(ys, y_words), extent=math.ceil(widest) + AXIS_GAP),
            font=font,
            ink=env.style.quiet,
            grid=env.style.faint,
        )

    def _labels(self, names: list[Setting], plot: PlotMark, place: Rect) -> tuple[TextMark, ...]:
        """The names beside the ends of their curves, moved apart where two ends are close."""
        floor = plot.y + plot.h - plot.bottom.extent
        down = Linear(plot.left.low, plot.left.high, floor, plot.y)
        ends = [last_known(curve.xs, curve.ys) for curve in plot.series]
        wanted = [down.at(end[1] if end else plot.left.low) for end in ends]
        heights = [name.block.height for name in names]
        centres = spread(wanted, heights, place.y, floor, 4.0)
        x = plot.x + plot.w + AXIS_GAP
        marks = []
        for k, (name, centre, end) in enumerate(zip(names, centres, ends, strict=True)):
            value = Number(repr(end[1])) if end else None
            state: Literal["sample", "achieved"] = "sample" if self.sample else "achieved"
            datum = Datum(value=value, label=self.series[k].label.pick("")[1], state=state)
            marks.append(structs.replace(name.mark(f"name.{k}", x, centre - name.block.height / 2), datum=datum))
        return tuple(marks)


class FittedLine(Fitted, frozen=True, kw_only=True):
    """The whole chart, and the names of its curves."""

    plot: PlotMark
    names: tuple[TextMark, ...]
    fixed: tuple[AnyMark, ...]
    stagger: float

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        count = len(self.names)
        frame = max((appearance(phase, part, count, 0.0) for part in range(count)), default=1.0)
        if frame <= 0.0:
            return ()
        ways = [self._way(phase, part) for part in range(count)]
        axis = self.plot.bottom
        drawn = tuple(
            up_to(curve, lerp(axis.low, axis.high, way))
            for curve, way in zip(self.plot.series, ways, strict=True)
            if way > 0.0
        )
        named = (
            faded(name, (way - NAMED_FROM) / (1.0 - NAMED_FROM))
            for name, way in zip(self.names, ways, strict=True)
            if way > NAMED_FROM
        )
        plot = structs.replace(self.plot, series=drawn)
        return (*(faded(mark, frame) for mark in (*self.fixed, plot)), *named)

    def _way(self, phase: Phase, part: int) -> float:
        """How far along x a curve is drawn: by the scrubber where it is held, else by the curve's own entrance."""
        entered = entrance(phase, part, len(self.names), self.stagger)
        return entered if phase.scrub is None or entered <= 0.0 else phase.scrub


def _paired(values: tuple[float, ...], words: tuple[str, ...]) -> tuple[tuple[float, str], ...]:
    return tuple(zip(values, words, strict=True))


def _too_short(series: tuple[Curve, ...]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            code="line-points",
            path=f"series.{k + 1}.points",
            message=Message("这条线不足两个点，画不出来", "this curve has fewer than two points, so there is no line"),
            hint=Message(
                "请至少写两个点：[[2019, 81], [2020, 88]]", "give at least two points: [[2019, 81], [2020, 88]]"
            ),
        )
        for k, curve in enumerate(series)
        if sum(y is not None for _, y in curve.points) < 2
    )


ELEMENT = LineChart
