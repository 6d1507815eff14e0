"""An area chart."""

from jn_presenter.draw.curve_chart import curve_chart
from jn_presenter.draw.curves import value_range
from jn_presenter.draw.plotted import WIDTH, Curved, FittedPlot, dash_of, lone_dots
from jn_presenter.draw.tracks import Tracks
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Series
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

FEW = 3
"""Areas that can lie over each other and still be told apart."""
ALONE, AMONG = 0.35, 0.22
"""The opacity of a single area, and of one of several."""


class AreaChart(Curved, frozen=True, kw_only=True):
    """Curves over numbers, years or dates, filled down to zero: how much there is at each moment."""

    about = "面积图：随数、年份或日期变化的曲线，向下填到零"

    def fit(self, rect: Rect, env: Env) -> FittedPlot:
        found = self.tracks(env)
        fill = ALONE if len(found.tracks) == 1 else AMONG

        def drawn(k: int, colour: str) -> tuple[Series, ...]:
            track = found.tracks[k]
            area = Series(
                key=f"curve.{track.key}",
                xs=tuple(track.xs),
                ys=tuple(track.ys),
                floors=(0.0,) * len(track.xs),
                colour=colour,
                width=WIDTH,
                dash=dash_of(k, env),
                fill=fill,
            )
            return area, *lone_dots(area, track)

        span = value_range((0.0, *found.known))
        fitted = curve_chart(rect, env, found, drawn, span, unit=self.unit)
        return fitted if len(found.tracks) <= FEW else fitted.with_finding(_too_many(found))


def _too_many(found: Tracks) -> Finding:
    return Finding(
        code="too-many-areas",
        path="values",
        severity="warning",
        message=Message(
            f"{len(found.tracks)} 个面积叠在一起，看不清", f"{len(found.tracks)} areas lie over each other"
        ),
        hint=Message(
            "各部分相加用 type: stacked-area，相比用 type: line",
            "use type: stacked-area for parts of a sum, type: line to compare",
        ),
    )


ELEMENT = AreaChart
