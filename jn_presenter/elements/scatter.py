"""A scatter plot."""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import structs

from jn_presenter.draw.axes import at, inside, plot, spanning_axis, value_axis
from jn_presenter.draw.captions import below
from jn_presenter.draw.cloud import Cloud, Point, cloud
from jn_presenter.draw.entries import unit_name
from jn_presenter.draw.figures import as_text, unit_words
from jn_presenter.draw.native import columns_table
from jn_presenter.draw.plotted import JOINT, NOTHING, Along, FittedPlot, Part, framed
from jn_presenter.draw.point_labels import Spot, places
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.table_cells import ColumnNames
from jn_presenter.draw.words import BY_AREA, LACKING, LOG_SCALE, say
from jn_presenter.model.element import Env, Table
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Datum, PlotMark, Series, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text, plain

DOT = 16.0
"""The diameter of points of one size, in px."""
LARGEST, LEAST = 72.0, 8.0
"""Diameters in px of the largest value of `size`, and of one that would be too small to be seen."""
AIR = 4.0
"""px between a dot and the end of an axis."""
FILL = 0.55
MOST_NAMED = 400
"""Points among which names are looked for a place; among more there is none."""
NAME_WIDTH = 280.0
LEADING = 1.15


class Scatter(Along, frozen=True, kw_only=True):
    """Points by two figures each, and by a third as their area; those with room have their names."""

    about = "散点图：每点两个数，第三个数是面积；放得下的写名称"

    y: Annotated[str, doc("纵轴所在的列，默认是第二列", "the column of y, by default the second")] = ""
    size: Annotated[str, doc("面积所在的列，可不写", "the column of the areas, if any")] = ""
    name: Annotated[
        ColumnNames, doc("名称所在的列，可不写，可按语言分列", "the column of names, if any; or one a language")
    ] = ""
    x_label: Annotated[Text | None, doc("横轴是什么", "what x is")] = None
    y_label: Annotated[Text | None, doc("纵轴是什么", "what y is")] = None
    size_label: Annotated[Text | None, doc("面积是什么", "what the areas are")] = None
    log: Annotated[Literal["none", "x", "y", "both"], doc("哪条轴用对数刻度", "which axes are logarithmic")] = "none"

    def measured(self) -> tuple[str, ...]:
        return self.label, *filter(None, (self.y, self.size))

    def as_table(self, env: Env) -> Table:
        snapshot = self.snapshot(env)
        names = (*(snapshot.names if snapshot else ()), "", "")
        across, down = (self.label or names[0], self.x_label), (self.y or names[1], self.y_label)
        return columns_table(snapshot, [(self.name, None), across], [down, (self.size, self.size_label)], env)

    def fit(self, rect: Rect, env: Env) -> FittedPlot:
        found = cloud(self.snapshot(env), self.label, self.y, self.size, self.name, kind=self.x)
        found, wrong = self._on_logs(found)
        findings = (*found.findings, *wrong)
        if not found.points:
            fixed = framed(rect, env, sample=self.badge, unit=None).fixed
            findings = findings if found.waiting or findings else (NOTHING,)
            return FittedPlot(rect=rect, findings=findings, plot=None, parts=(), fixed=fixed, stagger=0.0)
        frame = framed(rect, env, sample=self.badge, unit=self._above(found, env))
        caption, place = below("x", self._beneath(found, env), frame.place, env)
        dots = _diameters([point.size for point in found.points], alike=not self.size)
        series = Series(
            key="curve.points",
            xs=tuple(point.x for point in found.points),
            ys=tuple(point.y for point in found.points),
            colour=env.style.accent,
            width=0.0,
            dots=dots,
            fill=FILL,
            datum=self._datum(found, env),
            words=tuple(point.label.pick(env.languages[0], env.fallbacks)[1] for point in found.points),
        )
        made = self._plot(place, series, found, max(dots) / 2 + AIR, env)
        labels = _labels(found.points, dots, made, self._datums(found, env), env)
        return FittedPlot(
            rect=rect,
            findings=findings,
            plot=made,
            parts=(Part((series.key,), labels),),
            fixed=(*frame.fixed, *caption),
            stagger=env.style.motion.stagger,
            way="swell",
        )

    def _on_logs(self, found: Cloud) -> tuple[Cloud, tuple[Finding, ...]]:
        """The points that the axes have a place for."""
        x, y = self.log in ("x", "both"), self.log in ("y", "both")
        kept = tuple(one for one in found.points if (one.x > 0.0 or not x) and (one.y > 0.0 or not y))
        if len(kept) == len(found.points):
            return found, ()
        lacking = found.lacking + len(found.points) - len(kept)
        return structs.replace(found, points=kept, lacking=lacking), (NOT_ABOVE_ZERO,)

    def _plot(self, place: Rect, series: Series, found: Cloud, air: float, env: Env) -> PlotMark:
        """Axes as wide as the points with their dots around them."""
        log_x, log_y = self.log in ("x", "both"), self.log in ("y", "both")
        left = value_axis(*_padded(series.ys, air / place.h, log=log_y), place.h, env, log=log_y)
        low, high = _padded(series.xs, air / place.w, log=log_x)
        return plot(
            place, (series,), lambda width: spanning_axis(low, high, width, env, found.kind, log=log_x), left, env
        )

    def _above(self, found: Cloud, env: Env) -> Text:
        """What y is, its unit, whether its axis is logarithmic, and what the areas are."""
        unit = dict(unit_words(self.unit, env.facts, env.languages).variants)
        lines = []
        for language in env.languages:
            parts = [_said(self.y_label, found.y, language, env), unit.get(language, "")]
            parts += [say(LOG_SCALE, language)] if self.log in ("y", "both") else []
            if self.size:
                what = _said(self.size_label, self.size, language, env)
                parts.append(say(BY_AREA, language).format(words=what))
            lines.append((language, JOINT.join(part for part in parts if part)))
        return as_text(lines)

    def _beneath(self, found: Cloud, env: Env) -> Text:
        """What x is, whether its axis is logarithmic, and how many rows are missing."""
        lines = []
        for language in env.languages:
            parts = [say(LACKING, language).format(count=found.lacking)] if found.lacking else []
            parts.append(_said(self.x_label, found.x, language, env))
            parts += [say(LOG_SCALE, language)] if self.log in ("x", "both") else []
            lines.append((language, JOINT.join(part for part in parts if part)))
        return as_text(lines)

    def _datum(self, found: Cloud, env: Env) -> Datum:
        """What y is, of whichever point."""
        label = _said(self.y_label, found.y, env.languages[0], env)
        unit = unit_name(self.unit, env) if self.unit else ""
        return Datum(unit=unit, label=label, state="sample" if self.badge else "achieved")

    def _datums(self, found: Cloud, env: Env) -> list[Datum]:
        unit = unit_name(self.unit, env) if self.unit else ""
        return [
            Datum(
                value=Decimal(repr(one.y)),
                unit=unit,
                label=one.label.pick(env.languages[0], env.fallbacks)[1],
                state="sample" if self.badge else "achieved",
            )
            for one in found.points
        ]


def _said(label: Text | None, column: str, language: str, env: Env) -> str:
    return (label or plain(column)).pick(language, env.fallbacks)[1]


def _diameters(sizes: Sequence[float], *, alike: bool) -> tuple[float, ...]:
    """The px across of each dot: its area is in proportion to its value."""
    largest = max(sizes)
    if alike or largest <= 0.0:
        return (DOT,) * len(sizes)
    return tuple(max(LEAST, LARGEST * math.sqrt(size / largest)) for size in sizes)


def _padded(values: Sequence[float], share: float, *, log: bool) -> tuple[float, float]:
    """The ends of the values with `share` of the axis free beyond each; zero stays an end where it is one."""
    low, high = min(values), max(values)
    if log:
        factor = (high / low) ** (share / (1.0 - 2.0 * share)) if high > low else 2.0
        return low / factor, high * factor
    pad = (high - low) * share / (1.0 - 2.0 * share) if high > low else max(1.0, abs(high) * 0.1)
    return low - pad, high + pad


def _labels(
    points: Sequence[Point], dots: Sequence[float], made: PlotMark, datums: Sequence[Datum], env: Env
) -> tuple[TextMark, ...]:
    """The names that have a place, beside their points."""
    place = inside(made)
    if len(points) > MOST_NAMED:
        return ()
    names = [_name(point, env) for point in points]
    spots = [
        Spot(
            at(made.bottom, point.x, place.x, place.right),
            at(made.left, point.y, place.bottom, place.y),
            dot / 2,
            name.block.width if name else 0.0,
            name.block.height if name else 0.0,
        )
        for point, dot, name in zip(points, dots, names, strict=True)
    ]
    found = places(spots, place)
    return tuple(
        structs.replace(name.mark(f"name.{points[k].key}", *found[k]), datum=datums[k])
        for k, name in enumerate(names)
        if name and k in found
    )


def _name(point: Point, env: Env) -> Setting | None:
    if not any(word for _, word in point.label.variants):
        return None
    return set_text(point.label, env, NAME_WIDTH, "note", align="left", leading=LEADING)


NOT_ABOVE_ZERO = Finding(
    code="log-values",
    path="log",
    message=Message("对数刻度上没有零和负数的位置", "a logarithmic axis has no place for zero and below"),
    hint=Message("去掉 log，或改正这些数", "leave out log, or mend these figures"),
)

ELEMENT = Scatter
