"""A histogram."""

import math
from decimal import Decimal
from itertools import pairwise
from typing import Annotated

from msgspec import structs

from jn_presenter.draw.axes import along_axis, at, inside, plot, value_axis
from jn_presenter.draw.bins import MOST, Bins, binned
from jn_presenter.draw.captions import below
from jn_presenter.draw.entries import unit_name
from jn_presenter.draw.figures import range_words, unit_words
from jn_presenter.draw.motion import mix
from jn_presenter.draw.native import digits, words_in
from jn_presenter.draw.plot_points import JOINT, decimal
from jn_presenter.draw.plotted import NOTHING, FittedPlot, Part, Plotted, framed
from jn_presenter.draw.table_cells import MOST_FINDINGS, column_named
from jn_presenter.draw.tracks import numbers
from jn_presenter.draw.words import COUNT_OF_ROWS, said
from jn_presenter.model.element import Env, Table
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, Datum, PlotAxis, PlotMark, Series, ShapeMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Text

STRENGTH = 0.85
"""How far the bars are from the ground's colour."""
GAP = 0.04
"""Between two bars, in units of a bin's width."""


class Histogram(Plotted, frozen=True, kw_only=True):
    """How many values of a column lie in each of equally wide bins."""

    about = "直方图：一列数值落在各个等宽区间里有多少个"

    column: Annotated[str, doc("数值所在的列，默认是最后一列", "the column of figures, by default the last")] = ""
    bins: Annotated[
        int | None,
        doc(
            "大约分几组，默认按Freedman–Diaconis法则",
            "about how many bins, by default by Freedman and Diaconis",
            ge=1,
            le=MOST,
        ),
    ] = None
    counted: Annotated[
        Text | None, doc("数的是什么，如“天数”，默认是“个数”", "what is counted, as in 'days', by default 'count'")
    ] = None

    def measured(self) -> tuple[str, ...]:
        return (self.column,) if self.column else ()

    def as_table(self, env: Env) -> Table:
        """A row a bin: from where to where, and how many."""
        found = binned(self._values(env)[0], self.bins)
        rows = (
            (*(digits(decimal(edge)) for edge in edges), str(count))
            for edges, count in zip(pairwise(found.edges), found.counts, strict=True)
        )
        return Table(columns=("≥", "<", words_in(self._counted(env), env)), rows=tuple(rows))

    def _counted(self, env: Env) -> Text:
        return self.counted or said(COUNT_OF_ROWS, env.languages)

    def fit(self, rect: Rect, env: Env) -> FittedPlot:
        values, findings = self._values(env)
        frame = framed(rect, env, sample=self.badge, unit=self._counted(env) if values else None)
        if not values:
            waiting = self.snapshot(env) is None or findings
            findings = findings if waiting else (NOTHING,)
            return FittedPlot(rect=rect, findings=findings, plot=None, parts=(), fixed=frame.fixed, stagger=0.0)
        found = binned(values, self.bins)
        caption, place = below("x", unit_words(self.unit, env.facts, env.languages), frame.place, env)
        left = _whole(value_axis(0.0, float(max(found.counts)), place.h, env))
        bars = _bars(found, mix(env.style.ground[0], env.style.accent, STRENGTH))
        made = plot(place, (bars,), lambda width: along_axis(found.edges[0], found.edges[-1], width, env), left, env)
        return FittedPlot(
            rect=rect,
            findings=findings,
            plot=made,
            parts=(Part((bars.key,)),),
            fixed=(*frame.fixed, *caption, *self._asked(found, made, env)),
            stagger=env.style.motion.stagger,
            way="up",
        )

    def _asked(self, found: Bins, made: PlotMark, env: Env) -> tuple[ShapeMark, ...]:
        """What each bar stands for, on the bar and not to be seen: the bars are one outline of the plot."""
        place, language = inside(made), env.languages[0]
        counted = words_in(self._counted(env), env)
        unit = unit_name(self.unit, env) if self.unit else ""
        marks = []
        for k, ((left, right), count) in enumerate(zip(pairwise(found.edges), found.counts, strict=True)):
            words = range_words(decimal(left), decimal(right), unit, (language,)).pick(language)[1]
            datum = Datum(
                value=Decimal(count),
                label=f"{counted}{JOINT}{words}",
                state="sample" if self.badge else "achieved",
            )
            x, end = (at(made.bottom, edge, place.x, place.right) for edge in (left, right))
            top = at(made.left, float(count), place.bottom, place.y)
            marks.append(ShapeMark(key=f"bin.{k}", shape=Box(x, top, end - x, place.bottom - top), datum=datum))
        return tuple(marks)

    def _values(self, env: Env) -> tuple[list[float], tuple[Finding, ...]]:
        """The column's values, and what is wrong with it."""
        snapshot = self.snapshot(env)
        if snapshot is None or not snapshot.columns:
            return [], _own(snapshot)
        column: Column | Finding = column_named(snapshot, self.column) if self.column else snapshot.columns[-1]
        if isinstance(column, Finding):
            return [], (column,)
        values, findings = numbers(column, snapshot)
        return [value for value in values if not math.isnan(value)], (*findings[:MOST_FINDINGS], *_own(snapshot))


def _own(snapshot: Snapshot | None) -> tuple[Finding, ...]:
    return (snapshot.finding,) if snapshot is not None and snapshot.finding else ()


def _bars(found: Bins, colour: str) -> Series:
    """One outline of bars on a common foot, a little apart."""
    xs: list[float] = []
    ys: list[float] = []
    for (left, right), count in zip(pairwise(found.edges), found.counts, strict=True):
        inset = (right - left) * GAP / 2
        xs += (left + inset, left + inset, right - inset, right - inset)
        ys += (0.0, float(count), float(count), 0.0)
    return Series(
        key="curve.bins", xs=tuple(xs), ys=tuple(ys), floors=(0.0,) * len(xs), colour=colour, width=0.0, fill=1.0
    )


def _whole(axis: PlotAxis) -> PlotAxis:
    """The axis without ticks between whole numbers: half a value is never counted."""
    ticks = tuple((value, words) for value, words in axis.ticks if value == int(value))
    words = {value: f"{int(value):,}" if "." in word else word for value, word in ticks}
    return structs.replace(axis, ticks=tuple((value, words[value]) for value, _ in ticks))


ELEMENT = Histogram
