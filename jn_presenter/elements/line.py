"""A line chart."""

import math
from typing import Annotated, Literal

from msgspec import Meta, Struct, structs

from jn_presenter.draw.bound import MOST_SERIES
from jn_presenter.draw.curve_chart import curve_chart
from jn_presenter.draw.curves import value_range
from jn_presenter.draw.entries import one_of
from jn_presenter.draw.native import digits, words_in
from jn_presenter.draw.plotted import WIDTH, Curved, FittedPlot, dash_of, lone_dots
from jn_presenter.draw.tracks import Track, Tracks
from jn_presenter.model.element import Env, Table
from jn_presenter.model.fields import Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Series
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text


class Curve(Struct, frozen=True, kw_only=True):
    """One curve: its name and its points."""

    label: Annotated[Text, doc("名称", "name")]
    points: Annotated[
        tuple[tuple[Number, Number | None], ...],
        doc("各点[x, y]，缺数写null", "points [x, y], null for a missing value"),
    ]


class LineChart(Curved, frozen=True, kw_only=True):
    """Curves over numbers, years or dates, each named at its end; drawn by pyqtgraph."""

    about = "折线图：随数、年份或日期变化的曲线，线尾写名称"

    series: Annotated[
        tuple[Curve, ...], doc("写在页面里的曲线", "curves written in the slide"), Meta(max_length=MOST_SERIES)
    ] = ()
    scale: Annotated[
        Literal["linear", "log"],
        doc("纵轴：linear为普通，log为对数", "the vertical axis: linear, or log for a logarithmic one"),
    ] = "linear"

    def parts(self) -> int:
        return max(1, len(self.series or self.values))

    def fit(self, rect: Rect, env: Env) -> FittedPlot:
        found = self._found(env)
        log = self.scale == "log"
        if log:
            found, wrong = _above_zero(found)
            if wrong:
                found = structs.replace(found, findings=(*found.findings, NOT_ABOVE_ZERO))

        def drawn(k: int, colour: str) -> tuple[Series, ...]:
            track = found.tracks[k]
            xs, ys = tuple(track.xs), tuple(track.ys)
            line = Series(key=f"curve.{track.key}", xs=xs, ys=ys, colour=colour, width=WIDTH, dash=dash_of(k, env))
            return line, *lone_dots(line, track)

        known = found.known
        span = (min(known), max(known)) if log and known else value_range(known)
        return curve_chart(rect, env, found, drawn, span, unit=self.unit, log=log)

    def as_table(self, env: Env) -> Table | None:
        if self.data is not None:
            return super().as_table(env)
        columns = ("x", *(words_in(curve.label, env) for curve in self.series))
        xs = sorted({x for curve in self.series for x, _ in curve.points})
        known = [dict(curve.points) for curve in self.series]
        rows = (tuple(map(digits, (x, *(ys.get(x) for ys in known)))) for x in xs)
        return Table(columns=columns, rows=tuple(rows))

    def _found(self, env: Env) -> Tracks:
        """The curves of the table, or those of the slide itself."""
        given = [name for name, there in (("series", self.series), ("data", self.data)) if there]
        wrong = one_of(given, ("series", "data"))
        if self.data is not None:
            found = self.tracks(env)
            paths = [f"data: {track.label.pick('')[1]}" for track in found.tracks]
        else:
            kind = self.x or "number"
            made = tuple(_track(k, curve) for k, curve in enumerate(self.series))
            found = Tracks(tracks=made, kind=kind, sample=self.badge)
            paths = [f"series.{k + 1}.points" for k in range(len(made))]
        return structs.replace(found, findings=(*found.findings, *wrong, *_too_short(found, paths)))


def _track(k: int, curve: Curve) -> Track:
    points = sorted((float(x), math.nan if y is None else float(y)) for x, y in curve.points)
    return Track(str(k), curve.label, tuple(x for x, _ in points), tuple(y for _, y in points), k)


def _above_zero(found: Tracks) -> tuple[Tracks, bool]:
    """The tracks with gaps where a logarithmic axis has no place, and whether there are such."""
    tracks = tuple(
        structs.replace(track, ys=tuple(y if y > 0.0 else math.nan for y in track.ys)) for track in found.tracks
    )
    return structs.replace(found, tracks=tracks), any(y <= 0.0 for y in found.known)


def _too_short(found: Tracks, paths: list[str]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            code="line-points",
            path=path,
            severity="error" if path.startswith("series") else "warning",
            message=Message("这条线不足两个点，画不出来", "this curve has fewer than two points, so there is no line"),
            hint=Message(
                "请至少写两个点：[[2019, 81], [2020, 88]]", "give at least two points: [[2019, 81], [2020, 88]]"
            ),
        )
        for track, path in zip(found.tracks, paths, strict=True)
        if sum(not math.isnan(y) for y in track.ys) < 2
    )


NOT_ABOVE_ZERO = Finding(
    code="log-values",
    path="scale",
    message=Message("对数刻度上没有零和负数的位置", "a logarithmic axis has no place for zero and below"),
    hint=Message("去掉 scale: log，或改正这些数", "leave out scale: log, or mend these figures"),
)

ELEMENT = LineChart
