"""A line within a band."""

import math
from collections.abc import Sequence
from typing import Annotated

from msgspec import structs

from jn_presenter.draw.curve_chart import curve_chart
from jn_presenter.draw.curves import value_range
from jn_presenter.draw.plotted import WIDTH, Along, FittedPlot, lone_dots
from jn_presenter.draw.tracks import Track, Tracks
from jn_presenter.draw.words import RANGE, said
from jn_presenter.model.element import Env
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Series
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

FILL = 0.28


class BandChart(Along, frozen=True, kw_only=True):
    """A line with the range around it, as of forecasts, tolerances, or the highest and lowest of each day."""

    about = "区间带：一条线和它的上下范围，如预测、公差或每日的最高最低"

    line: Annotated[str, doc("线所在的列", "the column of the line")]
    lower: Annotated[str, doc("下限所在的列", "the column of the lower bound")]
    upper: Annotated[str, doc("上限所在的列", "the column of the upper bound")]
    name: Annotated[Text | None, doc("线的名称，默认是列名", "the line's name, by default the column's")] = None
    range: Annotated[Text | None, doc("范围的名称，如“上下限”", "the name of the range, as in 'high and low'")] = None

    def parts(self) -> int:
        """The line, and the range around it."""
        return 2

    def over(self) -> tuple[tuple[str, Text | None], ...]:
        return (self.line, self.name), (self.lower, None), (self.upper, None)

    def fit(self, rect: Rect, env: Env) -> FittedPlot:
        read = self.over_x(self.over(), env)
        of = {track.part: track for track in read.tracks}
        found = _named(read, of, self.range or said(RANGE, env.languages))

        def drawn(k: int, colour: str) -> tuple[Series, ...]:
            track = found.tracks[k]
            xs, ys = tuple(track.xs), tuple(track.ys)
            if track.part == 0:
                line = Series(key=f"curve.{track.key}", xs=xs, ys=ys, colour=env.style.accent, width=WIDTH)
                return line, *lone_dots(line, track)
            return (
                Series(
                    key=f"curve.{track.key}",
                    xs=xs,
                    ys=ys,
                    floors=tuple(track.floors),
                    colour=env.style.accent,
                    width=0.0,
                    fill=FILL,
                    ranged=True,
                ),
            )

        span = value_range(read.known)
        colours = [env.style.accent, env.style.quiet][: len(found.tracks)]
        ends = [_end(track.ys, track.floors or track.ys) for track in found.tracks]
        return curve_chart(rect, env, found, drawn, span, unit=self.unit, ends=ends, colours=colours)


def _named(read: Tracks, of: dict[int, Track], name: Text) -> Tracks:
    """The line with the range as tracks: without its bounds the line stands alone."""
    line, lower, upper = (of.get(part) for part in range(3))
    if line is None:
        return structs.replace(read, tracks=())
    if lower is None or upper is None:
        return structs.replace(read, tracks=(line,))
    pairs = list(zip(lower.ys, upper.ys, strict=True))
    whole = [not math.isnan(low + high) for low, high in pairs]
    crossed = any(low > high for low, high in pairs)
    around = Track(
        key=f"{upper.key}.{lower.key}",
        label=name,
        xs=upper.xs,
        ys=tuple(high if there else math.nan for (_, high), there in zip(pairs, whole, strict=True)),
        part=1,
        floors=tuple(low if there else math.nan for (low, _), there in zip(pairs, whole, strict=True)),
    )
    findings = (*read.findings, CROSSED) if crossed else read.findings
    return structs.replace(read, tracks=(line, around), findings=findings)


def _end(ys: Sequence[float], floors: Sequence[float]) -> float:
    """The middle of a range where it ends; a line's own end, whose floors are itself."""
    known = [(y + floor) / 2 for y, floor in zip(ys, floors, strict=True) if not math.isnan(y)]
    return known[-1] if known else 0.0


CROSSED = Finding(
    code="crossed-bounds",
    path="lower",
    severity="warning",
    message=Message("有的下限比上限还大", "a lower bound is above its upper bound"),
    hint=Message("两列是不是写反了？", "are the two columns the wrong way round?"),
)

ELEMENT = BandChart
