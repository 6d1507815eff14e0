"""The moment at which a chart over time is held: a line through the plot, its date, and a dot on each curve."""

import math

from msgspec import Struct, structs

from jn_presenter.draw.axes import Kind, at, inside, one_language
from jn_presenter.draw.instants import DAY, MONTH, YEAR, time_words
from jn_presenter.draw.plot_points import MOST
from jn_presenter.draw.ticks import tick_words
from jn_presenter.draw.typography import ASCENT
from jn_presenter.model.element import Env
from jn_presenter.model.marks import AnyMark, Datum, Line, Path, PlotMark, Run, Series, ShapeMark, TextMark

WIDTH = 2.0
GAP = 10.0
"""px between the line and its words."""
HEAD = 14.0
"""The diameter in px of the dot that a curve ends in."""
DIGITS = 3
SHORTEST_MONTH = 27 * DAY


class Clock(Struct, frozen=True):
    """How a moment is said: what x is, the least time between two points in s, and in whose words."""

    env: Env
    kind: Kind = "number"
    pitch: float = 0.0

    def words(self, x: float, low: float, high: float) -> str:
        """The moment: of years the nearest, of dates as much as the points tell apart."""
        language = one_language(self.env)
        if self.kind == "year":
            return str(round(x))
        if self.kind == "date":
            step = MONTH if SHORTEST_MONTH <= self.pitch < YEAR * 0.9 else self.pitch
            return time_words((x,), step or DAY, language)[0]
        places = max(0, DIGITS - 1 - math.floor(math.log10(high - low))) if high > low else DIGITS
        return tick_words((round(x, places),), language)[0]

    def marks(self, plot: PlotMark, x: float) -> tuple[AnyMark, ...]:
        """The line and its words, to the right of it unless they would leave the plot."""
        place, font, language = inside(plot), self.env.font("note", bold=True), one_language(self.env)
        here = at(plot.bottom, x, place.x, place.right)
        words = self.words(x, plot.bottom.low, plot.bottom.high)
        wide = self.env.measure.advance(words, font, language)
        left = here + GAP if here + GAP + wide <= place.right else here - GAP - wide
        line = Line(left, place.y + ASCENT * font.size, wide, (Run(words, font, self.env.style.ink),), language)
        path = Path((("M", (here, place.y)), ("L", (here, place.bottom))))
        rule = ShapeMark(key="moment.line", shape=path, stroke=plot.ink, width=WIDTH, crisp=True)
        return rule, TextMark(key="moment.words", lines=(line,))


def asked(drawing: tuple[Series, ...], datum: Datum, clock: Clock, span: tuple[float, float]) -> tuple[Series, ...]:
    """The drawing of a curve, which comes first, with what its points stand for and when they were."""
    curve, *rest = drawing
    if len(curve.xs) > MOST or (curve.width <= 0.0 and curve.fill < 1.0 and not curve.ranged):
        return drawing
    words = tuple(clock.words(x, *span) for x in curve.xs)
    return structs.replace(curve, datum=datum, words=words), *rest


def head(curve: Series, x: float) -> Series | None:
    """The dot in which a curve ends that is drawn as far as x; None where it has a gap or no line."""
    if not len(curve.ys) or curve.xs[-1] != x or math.isnan(curve.ys[-1]):
        return None
    if curve.width <= 0.0 or curve.key.startswith("edge."):
        return None
    return Series(
        key=f"head.{curve.key}",
        xs=(curve.xs[-1],),
        ys=(curve.ys[-1],),
        colour=curve.colour,
        width=0.0,
        dots=(HEAD,),
        fill=1.0,
        right=curve.right,
    )
