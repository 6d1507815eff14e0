"""A stacked area chart."""

import math
from itertools import accumulate
from typing import Annotated, ClassVar

from msgspec import structs

from jn_presenter.draw.curve_chart import curve_chart
from jn_presenter.draw.curves import last_known
from jn_presenter.draw.motion import mix
from jn_presenter.draw.plotted import Curved, FittedPlot
from jn_presenter.draw.tracks import Tracks
from jn_presenter.model.element import Env
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Series
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, plain

STRENGTH = 0.85
"""How far the areas are from the ground's colour; opaque, for that is painted in a fraction of the time."""
EDGE = 3.0
"""px of the ground that parts two areas."""
WHOLE = 100.0
PERCENT = plain("%")


class StackedArea(Curved, frozen=True, kw_only=True):
    """Parts of a sum over numbers, years or dates, one upon the other: the sum, and what it is made of."""

    about = "堆积面积图：总和的各部分随数、年份或日期变化，层层相叠"
    negatives: ClassVar[bool] = False

    share: Annotated[bool, doc("是否按占比画，合计为100%", "whether shares are drawn, 100 % in all")] = False

    def fit(self, rect: Rect, env: Env) -> FittedPlot:
        found = self.tracks(env)
        if any(y < 0.0 for y in found.known):
            found = structs.replace(found, tracks=(), findings=(*found.findings, NEGATIVE))
        levels = stacked(found, share=self.share)
        tops = [y for y in levels[-1] if not math.isnan(y)]
        if found.tracks and not tops:
            found = structs.replace(found, tracks=(), findings=(*found.findings, NEVER_WHOLE))

        def drawn(k: int, colour: str) -> tuple[Series, ...]:
            track = found.tracks[k]
            xs, ys = tuple(track.xs), levels[k + 1]
            shade = mix(env.style.ground[0], colour, STRENGTH)
            area = Series(key=f"curve.{track.key}", xs=xs, ys=ys, floors=levels[k], colour=shade, width=0.0, fill=1.0)
            return area, Series(key=f"edge.{track.key}", xs=xs, ys=ys, colour=env.style.ground[0], width=EDGE)

        ends = [_middle(found, levels, k) for k in range(len(found.tracks))]
        span = (0.0, WHOLE if self.share else max((*tops, 0.0)) or 1.0)
        return curve_chart(rect, env, found, drawn, span, unit=PERCENT if self.share else self.unit, ends=ends)


def stacked(found: Tracks, *, share: bool) -> list[tuple[float, ...]]:
    """The levels between the parts, from zero up, at each x; gaps where the value of a part is missing.

    With `share` the highest level is 100, or a gap where all parts are zero.
    """
    if not found.tracks:
        return [()]
    columns = []
    for values in zip(*(track.ys for track in found.tracks), strict=True):
        sums = list(accumulate(values, initial=0.0))
        total = sums[-1]
        if math.isnan(total) or (share and total <= 0.0):
            sums = [math.nan] * len(sums)
        elif share:
            sums = [WHOLE * level / total for level in sums]
        columns.append(sums)
    return [tuple(levels) for levels in zip(*columns, strict=True)] or [()] * (len(found.tracks) + 1)


def _middle(found: Tracks, levels: list[tuple[float, ...]], k: int) -> float:
    """The middle of a part where the chart ends."""
    xs = found.tracks[k].xs
    low, high = last_known(xs, levels[k]), last_known(xs, levels[k + 1])
    return (low[1] + high[1]) / 2 if low and high else 0.0


NEGATIVE = Finding(
    code="negative",
    path="values",
    message=Message("有负数，不能一层层相加", "there are negative values, which cannot be stacked"),
    hint=Message("有负数时用 type: line", "use type: line where values can be negative"),
)
NEVER_WHOLE = Finding(
    code="no-sum",
    path="values",
    message=Message("每一行都有缺数，加不出总数", "every row lacks a value, so that there is no sum"),
    hint=Message("补上缺数，或用 type: line", "fill them in, or use type: line"),
)

ELEMENT = StackedArea
