"""A radar chart."""

from decimal import Decimal
from typing import Annotated, ClassVar

from msgspec import Struct, structs

from jn_presenter.draw.around import Around, around
from jn_presenter.draw.cascade import cascade
from jn_presenter.draw.chart import Chart
from jn_presenter.draw.dataset import Dataset, Measured
from jn_presenter.draw.entrance import appearance
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.motion import faded
from jn_presenter.draw.naming import series_colours
from jn_presenter.draw.parts_of import negative, rows_of, too_many
from jn_presenter.draw.round_place import Key, round_place
from jn_presenter.draw.spoke_words import Spoke, SpokeWords, spokes_of
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.draw.ticks import ticks_over, ticks_within
from jn_presenter.draw.web import DASHES, WIDTH, angles, key_of_lines, outline, rings, tick_marks
from jn_presenter.model.element import Env, Fitted, Phase
from jn_presenter.model.fields import Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, Datum, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

KIND = Message("雷达图", "radar chart")
INSTEAD = Message("条形图 bar", "bar chart")
LEAST, MOST = 3, 10
"""Axes: of fewer bars say more, more cannot be told apart."""
MOST_SERIES = 4
DOT = 7.0
"""The radius of a point, in px."""
FILL = 0.16
"""The opacity of the surface within the one series there is."""
INTERVALS = 5


class Radar(Chart, frozen=True, kw_only=True):
    """Several measures of a few things on axes from one middle, all from zero and on one scale."""

    about = "雷达图：几样东西的多项指标，轴从同一中心、同一刻度的零起"
    negatives: ClassVar[bool] = False

    max: Annotated[
        Number | None,
        doc("各轴的最大值，默认按数据取整", "the end of every axis, by default a round value over the data"),
    ] = None

    def fit(self, rect: Rect, env: Env) -> "FittedRadar":
        found = self.dataset(env)
        spokes, series, wrong = self._shown(found)
        findings = (*found.findings, *wrong)
        colours = series_colours(len(series), env.style)

        def legend(at: Rect, stacked: bool) -> Key:
            return key_of_lines(series, colours, found.unit, at, env, stacked=stacked) if len(series) > 1 else Key()

        around_it = round_place(rect, env, found.sample, legend)
        key, badge = around_it.key, around_it.badge
        if not spokes:
            return FittedRadar(rect=rect, fixed=badge, findings=findings)
        ticks, most, beyond = self._scale(spokes)
        words = SpokeWords(spokes, colours, env)
        circle = around(angles(len(spokes)), around_it.place, words)
        shares = [tick / most for tick in ticks]
        return FittedRadar(
            rect=rect,
            overflow=circle.overflow or key.overflow,
            findings=(*findings, *beyond, *words.findings, *key.findings),
            fixed=(
                *badge,
                *key.more,
                *rings(circle, len(spokes), shares, env.style.faint),
                *tick_marks(circle, ticks, most, env),
            ),
            names=tuple(
                TextMark(key=f"name.{spoke.category.key}", lines=circle.lines(k)) for k, spoke in enumerate(spokes)
            ),
            webs=tuple(_web(one, k, spokes, colours[k], most, found, env) for k, one in enumerate(series)),
            spokes=spokes,
            key=key,
            circle=circle,
            parts=self.parts(),
            by_category=found.by == "category",
            ground=env.style.ground[0],
            stagger=env.style.motion.stagger,
        )

    def _shown(self, found: Dataset) -> tuple[tuple[Spoke, ...], tuple[Measured, ...], tuple[Finding, ...]]:
        """The axes and series that are drawn, and what is wrong with the others. Negative values are no points."""
        findings: list[Finding] = []
        below = [entry for one in found.series for entry in one.entries if entry and entry.value < 0]
        if below:
            findings.append(negative(below, KIND, INSTEAD))
        spokes = spokes_of(rows_of(self, found), found)
        if len(spokes) > MOST:
            findings.append(too_many(len(spokes), MOST, KIND, INSTEAD))
        elif spokes and len(spokes) < LEAST:
            findings.append(_too_few(len(spokes)))
        if len(found.series) > MOST_SERIES:
            findings.append(_too_many_series(len(found.series)))
        shown = tuple(
            structs.replace(spoke, entries=tuple(_point(entry) for entry in spoke.entries[:MOST_SERIES]))
            for spoke in spokes[:MOST]
        )
        return shown, found.series[:MOST_SERIES], tuple(findings)

    def _scale(self, spokes: tuple[Spoke, ...]) -> tuple[tuple[float, ...], float, tuple[Finding, ...]]:
        """The rings' values, the end of every axis, and whether a value lies beyond it."""
        values = [entry.value for spoke in spokes for entry in spoke.entries if entry]
        largest = max((float(value) for value in values), default=0.0)
        most = float(self.max) if self.max is not None and self.max > 0 else 0.0
        if most and largest <= most:
            inside = tuple(tick for tick in ticks_within(0.0, most, INTERVALS) if 0.0 < tick < most)
            return (*inside, most), most, ()
        ticks = tuple(tick for tick in ticks_over(0.0, largest or 1.0, INTERVALS) if tick > 0.0)
        return ticks, ticks[-1], (_beyond(Decimal(str(largest))),) if self.max is not None else ()


class Web(Struct, frozen=True):
    """One series: the radius of each point in units of the axes, None where there is none, and how it is drawn."""

    key: str
    shares: tuple[float | None, ...]
    entries: tuple[Entry | None, ...]
    parts: tuple[int, ...]
    colour: str
    dash: tuple[float, ...]
    datum: Datum | None = None


class FittedRadar(Fitted, frozen=True, kw_only=True):
    """The web, and the series in full; their points go out from the middle."""

    fixed: tuple[AnyMark, ...]
    names: tuple[TextMark, ...] = ()
    webs: tuple[Web, ...] = ()
    spokes: tuple[Spoke, ...] = ()
    key: Key = Key()
    circle: Around | None = None
    parts: int = 1
    by_category: bool = False
    ground: str = ""
    stagger: float = 0.0

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        frame = max(appearance(phase, part, self.parts, 0.0) for part in range(self.parts))
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in (*self.fixed, *self.names)]
        for number, web in enumerate(self.webs):
            named = appearance(phase, number, self.parts, self.stagger) if self.parts > 1 else frame
            if self.key.named and named > 0.0:
                shown += (faded(mark, named) for mark in self.key.named[number])
            shown += self._drawn(web, number, phase)
        return tuple(shown)

    def _drawn(self, web: Web, number: int, phase: Phase) -> list[AnyMark]:
        """The series with each of its points as far out as it has come."""
        assert self.circle is not None
        circle = self.circle
        moments = [self._entrance(phase, part, number) for part in web.parts]
        if max(moments) <= 0.0:
            return []
        radii = [
            None if share is None else share * t * circle.radius for share, t in zip(web.shares, moments, strict=True)
        ]
        path = outline(circle, radii)
        marks: list[AnyMark] = []
        if len(self.webs) == 1 and None not in radii:
            marks.append(ShapeMark(key=f"area.{web.key}", shape=path, fill=web.colour, opacity=FILL))
        if path.segments:
            marks.append(
                ShapeMark(
                    key=f"line.{web.key}",
                    shape=path,
                    stroke=web.colour,
                    width=WIDTH,
                    dash=web.dash,
                    round=not web.dash,
                    datum=web.datum,
                )
            )
        for turn, radius, entry, t in zip(angles(len(radii)), radii, web.entries, moments, strict=True):
            if entry and radius is not None and t > 0.0:
                marks.append(_dot(entry, circle.point(turn, radius), web.colour, self.ground))
        return marks

    def _entrance(self, phase: Phase, part: int, number: int) -> float:
        if self.by_category or self.parts > 1:
            return cascade(phase, part, self.parts, 0, 1, self.stagger)
        return cascade(phase, 0, 1, number, len(self.webs), self.stagger)


def _web(
    one: Measured, number: int, spokes: tuple[Spoke, ...], colour: str, most: float, found: Dataset, env: Env
) -> Web:
    entries = tuple(spoke.entries[number] for spoke in spokes)
    label = one.label.pick(env.languages[0], env.fallbacks)[1]
    several = len(found.series) > 1
    return Web(
        key=one.key or "all",
        shares=tuple(float(entry.value) / most if entry else None for entry in entries),
        entries=entries,
        parts=tuple(spoke.part if found.by == "category" else number for spoke in spokes),
        colour=colour,
        dash=DASHES[number],
        datum=Datum(label=label, state="sample" if found.sample else "achieved") if several else None,
    )


def _dot(entry: Entry, at: tuple[float, float], colour: str, ground: str) -> ShapeMark:
    """A point, hollow where it is a target."""
    edge = OUTLINE if entry.target else 0.0
    return ShapeMark(
        key=f"point.{entry.key}",
        shape=Arc(at[0], at[1], DOT, 0.0, 0.0, 360.0),
        fill=ground if entry.target else colour,
        stroke=colour if entry.target else None,
        width=edge,
        datum=entry.datum,
    )


def _point(entry: Entry | None) -> Entry | None:
    return entry if entry and entry.value >= 0 else None


def _too_few(count: int) -> Finding:
    return Finding(
        code="too-few",
        path="data",
        severity="warning",
        message=Message(f"雷达图至少要 {LEAST} 根轴，这里只有 {count} 根", f"a radar needs {LEAST} axes, not {count}"),
        hint=Message("请改用条形图 bar，比较更清楚", "use a bar chart, which compares more clearly"),
    )


def _too_many_series(count: int) -> Finding:
    return Finding(
        code="too-many",
        path="values",
        severity="warning",
        message=Message(
            f"雷达图最多画 {MOST_SERIES} 个系列，这里有 {count} 个，只画了前 {MOST_SERIES} 个",
            f"a radar takes at most {MOST_SERIES} series; of {count}, the first {MOST_SERIES} are shown",
        ),
        hint=Message("在 values 里写明是哪几列，或改用 grouped", "name the columns in values, or use grouped bars"),
    )


def _beyond(largest: Decimal) -> Finding:
    return Finding(
        code="out-of-range",
        path="max",
        message=Message(f"max 比最大的数 {largest} 还小", f"max is less than the largest value, {largest}"),
        hint=Message("把 max 写大些，或去掉", "make max larger, or leave it out"),
    )


ELEMENT = Radar
