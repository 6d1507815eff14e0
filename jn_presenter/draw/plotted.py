"""What charts with numeric or time axes have in common: their fields, the words around the plot, and how they enter."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Struct, structs

from jn_presenter.draw.axes import AXIS_GAP, Kind, at, inside
from jn_presenter.draw.bound import MOST_SERIES, Bound, InUnit, ShownColumns
from jn_presenter.draw.curves import lone, risen_to, swollen, up_to
from jn_presenter.draw.entrance import appearance, entrance
from jn_presenter.draw.entries import unit_name
from jn_presenter.draw.figures import as_text, unit_words
from jn_presenter.draw.labels import spread
from jn_presenter.draw.moment import Clock, head
from jn_presenter.draw.motion import faded, lerp
from jn_presenter.draw.native import columns_table, others
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.tags import note_tag, under_badge
from jn_presenter.draw.tracks import Track, Tracks, last_value, tracks_of
from jn_presenter.draw.words import CUT_AXIS, LOG_SCALE, say
from jn_presenter.model.element import Env, Fitted, Phase, Table
from jn_presenter.model.feed import Badge
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Datum, PlotAxis, PlotMark, Series, State, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

NAMES = 0.24
"""The largest share of the width that the names at the curves' ends may take."""
NAME_GAP = 4.0
LONE = 10.0
"""The diameter in px of the dot that a value between two gaps is."""
WIDTH = 4.0
DASHES: tuple[tuple[float, ...], ...] = ((), (12.0, 8.0), (3.0, 6.0))
"""By turns, once the colours of the style are used up."""
NAMED_FROM = 0.7
"""A curve's name appears over the last part of its way."""
JOINT = " · "

Way = Literal["along", "up", "swell"]
"""How a series enters: drawn along x, up from its floors, or its dots from nothing."""


class Plotted(Bound, frozen=True, kw_only=True):
    """A chart of a table that pyqtgraph draws."""

    uses_plot: ClassVar[bool] = True

    unit: InUnit = None


class Along(Plotted, frozen=True, kw_only=True):
    """A chart of figures over x."""

    label: Annotated[str, doc("横轴所在的列，默认是第一列", "the column of x, by default the first")] = ""
    x: Annotated[
        Kind | None,
        doc(
            "横轴是数、年份还是日期，默认看表中的写法", "whether x is a number, a year or a date, by default as written"
        ),
    ] = None

    def over_x(self, columns: Sequence[tuple[str, Text | None]], env: Env, most: int = MOST_SERIES) -> Tracks:
        """The columns over x as they are now, with what is wrong with them."""
        return tracks_of(self.snapshot(env), self.label, columns, kind=self.x, sample=self.badge, most=most)

    def over(self) -> tuple[tuple[str, Text | None], ...]:
        """The columns of figures with what they are called; none where it is all others."""
        return ()

    def measured(self) -> tuple[str, ...]:
        return self.label, *(name for name, _ in self.over())

    def as_table(self, env: Env) -> Table | None:
        snapshot = self.snapshot(env)
        x = self.label or (snapshot.names[0] if snapshot and snapshot.columns else "")
        return columns_table(snapshot, [(x, None)], self.over() or others(snapshot, [x]), env)


class Curved(Along, frozen=True, kw_only=True):
    """A chart of as many series as the table has columns, or as `values` names."""

    values: ShownColumns = ()

    def parts(self) -> int:
        return max(1, len(self.values))

    def tracks(self, env: Env) -> Tracks:
        """The series as they are now, with what is wrong with them."""
        return self.over_x(self.over(), env)

    def over(self) -> tuple[tuple[str, Text | None], ...]:
        return tuple((one.column, one.label) for one in self.values)


class Frame(Struct, frozen=True):
    """What stands around a plot: the place left for it, and the marks of badge and unit."""

    place: Rect
    fixed: tuple[AnyMark, ...]


def framed(rect: Rect, env: Env, *, sample: Badge, unit: Text | None, axis: PlotAxis | None = None) -> Frame:
    """The rectangle below the badge and the line with the unit, which says as well that the axis is no plain one."""
    place, badge = under_badge(rect, env, sample)
    remark = None if axis is None else LOG_SCALE if axis.log else CUT_AXIS if axis.cut else None
    words = unit_words(unit, env.facts, env.languages)
    if remark is not None:
        own = dict(words.variants)
        pairs = ((tag, (own.get(tag, ""), say(remark, tag))) for tag in env.languages)
        words = as_text((tag, JOINT.join(part for part in parts if part)) for tag, parts in pairs)
    tag = note_tag("unit", words, env, place.w)
    # The topmost tick's label stands half above the plot.
    head = env.font("note").size / 2 + (tag.height + AXIS_GAP / 2 if words.variants else 0.0)
    below = Rect(place.x, place.y + head, place.w, place.h - head)
    return Frame(below, (*badge, *(tag.at(place.x, place.y) if words.variants else ())))


def colours_of(count: int, env: Env) -> list[str]:
    """The accent for a single series, the style's colours by turns for several."""
    palette = env.style.series or (env.style.accent,)
    return [env.style.accent] if count == 1 else [palette[k % len(palette)] for k in range(count)]


def dash_of(k: int, env: Env) -> tuple[float, ...]:
    """The dashes of the k-th curve: none until the colours are used up."""
    return DASHES[k // (len(env.style.series) or 1) % len(DASHES)]


def lone_dots(curve: Series, track: Track) -> tuple[Series, ...]:
    """The values between two gaps, of which no line can be drawn, as dots."""
    alone = lone(track.ys)
    if not alone:
        return ()
    xs, ys = tuple(track.xs[k] for k in alone), tuple(track.ys[k] for k in alone)
    key = f"lone.{track.key}"
    return (Series(key=key, xs=xs, ys=ys, colour=curve.colour, width=0.0, dots=(LONE,), fill=1.0, right=curve.right),)


def set_names(tracks: Sequence[Track], colours: Sequence[str], env: Env, width: float) -> list[Setting]:
    """The names of the series in their colours, to stand at the ends."""
    return [
        set_text(track.label, env, width * NAMES, "caption", colour=colour, bold=True, align="left")
        for track, colour in zip(tracks, colours, strict=True)
    ]


def beside(names: Sequence[Setting]) -> float:
    """The px that the names take to the right of the plot, with the space before them."""
    return max((name.block.width for name in names), default=0.0) + AXIS_GAP if names else 0.0


def too_tall(names: Sequence[Setting], plot: PlotMark, width: float) -> bool:
    """Whether the names do not fit beside the plot, below each other."""
    tall = sum(name.block.height for name in names) > inside(plot).h + 0.5
    return tall or any(name.block.width > width * NAMES + 0.5 for name in names)


def end_names(
    names: Sequence[Setting],
    ends: Sequence[float],
    tracks: Sequence[Track],
    plot: PlotMark,
    top: float,
    datums: Sequence[Datum],
) -> tuple[TextMark, ...]:
    """The names beside the plot at these values of the left axis, moved apart where two are close."""
    place = inside(plot)
    wanted = [at(plot.left, value, place.bottom, place.y) for value in ends]
    centres = spread(wanted, [name.block.height for name in names], top, place.bottom, NAME_GAP)
    x = plot.x + plot.w + AXIS_GAP
    marks = []
    for name, centre, track, datum in zip(names, centres, tracks, datums, strict=True):
        mark = name.mark(f"name.{track.key}", x, centre - name.block.height / 2)
        marks.append(structs.replace(mark, datum=datum))
    return tuple(marks)


def datums(tracks: Sequence[Track], unit: Text | None, env: Env, *, sample: Badge) -> list[Datum]:
    """The last figure of each series, for which its name stands."""
    own = unit_name(unit, env) if unit else ""
    state: State = "sample" if sample else "achieved"
    return [
        Datum(
            value=last_value(one.ys),
            low=last_value(one.floors),
            unit=own,
            label=one.label.pick(env.languages[0], env.fallbacks)[1],
            state=state,
        )
        for one in tracks
    ]


class Part(Struct, frozen=True):
    """What enters with one part of a chart: curves of the plot by their keys, and words."""

    curves: tuple[str, ...]
    names: tuple[AnyMark, ...] = ()


def parts_of(
    tracks: Sequence[Track], keys: Sequence[tuple[str, ...]], words: Sequence[Sequence[AnyMark]]
) -> tuple[Part, ...]:
    """For each part the curves with their words; parts that the table has nothing for are empty."""
    count = max((track.part for track in tracks), default=-1) + 1
    made = [Part(())] * count
    for track, own, said in zip(tracks, keys, words, strict=True):
        made[track.part] = Part(own, tuple(said))
    return tuple(made)


def blank(rect: Rect, found: Tracks, unit: Text | None, env: Env) -> "FittedPlot":
    """A chart that has nothing to show yet: no more than what stands around it."""
    fixed = framed(rect, env, sample=found.sample, unit=unit).fixed
    findings = found.findings if found.waiting or found.findings else (NOTHING,)
    return FittedPlot(rect=rect, findings=findings, plot=None, parts=(), fixed=fixed, stagger=0.0)


NOTHING = Finding(
    code="no-points",
    path="data",
    message=Message("没有可画的数据", "there is no figure to be drawn"),
    hint=Message("至少要有一行数", "there has to be one row with a figure at least"),
)


class FittedPlot(Fitted, frozen=True, kw_only=True):
    """A chart with all its curves. `parts`: what each part brings in; `way`: how."""

    plot: PlotMark | None
    parts: tuple[Part, ...]
    fixed: tuple[AnyMark, ...]
    stagger: float
    way: Way = "along"
    clock: Clock | None = None
    """How the moment is said at which it can be held, for a chart over x."""

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        count = len(self.parts)
        frame = max((appearance(phase, part, count, 0.0) for part in range(count)), default=1.0)
        if frame <= 0.0:
            return ()
        if self.plot is None:
            return tuple(faded(mark, frame) for mark in self.fixed)
        entered = [entrance(phase, part, count, self.stagger) for part in range(count)]
        held = phase.scrub if self.clock is not None and phase.scrub is not None and phase.scrub < 1.0 else None
        of = {key: way for part, way in zip(self.parts, entered, strict=True) for key in part.curves}
        drawn = tuple(
            self._drawn(curve, of[curve.key] if held is None else held)
            for curve in self.plot.series
            if of[curve.key] > 0.0
        )
        named = tuple(
            faded(name, (way - NAMED_FROM) / (1.0 - NAMED_FROM))
            for part, way in zip(self.parts, entered, strict=True)
            for name in part.names
            if way > NAMED_FROM
        )
        moment: tuple[AnyMark, ...] = ()
        if held is not None and self.clock is not None:
            x = lerp(self.plot.bottom.low, self.plot.bottom.high, held)
            drawn += tuple(dot for curve in drawn if (dot := head(curve, x)))
            moment = tuple(faded(mark, frame) for mark in self.clock.marks(self.plot, x))
        plot = structs.replace(self.plot, series=drawn)
        return (*(faded(mark, frame) for mark in (*self.fixed, plot)), *moment, *named)

    def with_finding(self, finding: Finding) -> "FittedPlot":
        return structs.replace(self, findings=(*self.findings, finding))

    def _drawn(self, curve: Series, way: float) -> Series:
        if way >= 1.0 or self.plot is None:
            return curve
        if self.way == "along":
            return up_to(curve, lerp(self.plot.bottom.low, self.plot.bottom.high, way))
        return risen_to(curve, way) if self.way == "up" else swollen(curve, way)
