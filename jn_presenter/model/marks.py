"""The few kinds of marks slides are made of: text, shape, image, video, plot. Qt-free, in logical px of the canvas.

Marks are what painters paint and what tests compare. A mark's `key` is stable: the same part of the same element keeps
its key through steps, languages and new data, which is what lets a change be drawn as motion.
"""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from jn_presenter.model.style import Font

State = Literal["achieved", "target", "program", "claim", "sample"]


class Datum(Struct, frozen=True, kw_only=True):
    """The figure that a mark stands for. low: the lower end of a range, of which `value` is then the upper one."""

    value: Decimal | None = None
    low: Decimal | None = None
    unit: str = ""
    fact: str = ""
    label: str = ""
    state: State = "achieved"


class Run(Struct, frozen=True):
    """Characters of one font and colour on one line."""

    text: str
    font: Font
    colour: str


class Line(Struct, frozen=True):
    """One line of text, already broken: `x` of its left edge and `y` of its baseline in px, its advance `width`."""

    x: float
    y: float
    width: float
    runs: tuple[Run, ...]
    language: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Gradient(Struct, frozen=True):
    """A linear gradient from (x0, y0) to (x1, y1); stops are (0..1, #rrggbb, alpha 0..1)."""

    x0: float
    y0: float
    x1: float
    y1: float
    stops: tuple[tuple[float, str, float], ...]


class Box(Struct, frozen=True):
    """A rectangle with rounded corners of `radius` px."""

    x: float
    y: float
    w: float
    h: float
    radius: float = 0.0


class Arc(Struct, frozen=True):
    """A ring sector; angles in degrees clockwise from twelve o'clock. `inner` 0 is a pie slice, sweep 360 a ring."""

    cx: float
    cy: float
    outer: float
    inner: float
    start: float
    sweep: float


class Path(Struct, frozen=True):
    """A path of (op, numbers): M x y, L x y, C x1 y1 x2 y2 x y, Z."""

    segments: tuple[tuple[str, tuple[float, ...]], ...]


class Mark(Struct, frozen=True, kw_only=True):
    """What all marks have; `opacity` 0..1, `clip` an optional (x, y, w, h) outside which nothing is painted."""

    key: str
    opacity: float = 1.0
    datum: Datum | None = None
    clip: tuple[float, float, float, float] | None = None


class Counter(Struct, frozen=True):
    """A number that counts when it changes: advances of a digit and of a comma or point in px, the words around it."""

    digit: float
    comma: float
    words: str = ""


class TextMark(Mark, frozen=True, kw_only=True):
    """Lines already broken and placed. `dx`, `dy` move the whole block (motion), in px."""

    lines: tuple[Line, ...]
    dx: float = 0.0
    dy: float = 0.0
    counter: Counter | None = None
    """Of a line that is a number alone, and that may count; ranks, years and dates do not."""


class ShapeMark(Mark, frozen=True, kw_only=True):
    """A filled or stroked shape. `hatch` is the colour of 45° hatching, the sign of a target not yet reached."""

    shape: Box | Arc | Path
    fill: str | Gradient | None = None
    stroke: str | None = None
    width: float = 0.0
    """Stroke width in px."""
    dash: tuple[float, ...] = ()
    """Dash and gap lengths in px."""
    hatch: str | None = None
    round: bool = False
    """Round caps and joins instead of flat ones."""
    crisp: bool = False
    """Snapped to device pixels and not antialiased: for hairlines and solid blocks that must meet the edge."""


class Plate(Struct, frozen=True):
    """What a picture stands on where too little of it is seen on the ground: its colour, and `inset` px around it."""

    ground: str
    fill: str
    inset: float
    radius: float = 0.0


class ImageMark(Mark, frozen=True, kw_only=True):
    """A picture scaled into (x, y, w, h); `crop` is the part of the picture shown, as fractions x, y, w, h of it."""

    file: str
    stamp: str
    x: float
    y: float
    w: float
    h: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    plate: Plate | None = None
    """Fills (x, y, w, h) where it is needed, which its pixels decide; the picture is then smaller by the inset."""


class VideoMark(Mark, frozen=True, kw_only=True):
    """Where a film is seen while one is played: as an ImageMark, but nothing is painted there without a frame."""

    file: str
    stamp: str
    x: float
    y: float
    w: float
    h: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    loop: bool = False
    muted: bool = True
    playing: bool = True
    """Whether it is to play at this moment of the slide, where an audience sees it."""
    frame: object = None
    """The pixels seen now, which only its painter knows; the same picture if it is the same object."""


Values = tuple[float, ...] | memoryview
"""Numbers of a curve: a few, or the read-only doubles of a stream, which are the same if they are one object."""


class Series(Struct, frozen=True, kw_only=True):
    """Points of one curve in data units; not a number is a gap. `width` in px, 0 for no line.

    floors: as many as ys, the values down to which it is filled. dots: diameters in px, one for all points or one for
    each. fill: the opacity of area and dots, 0..1. right: whether it is the right axis that measures it. ranged:
    whether its points are ranges, from the floors up. datum: what its points stand for, but for their values; words:
    what x is at each point, where the points can be asked. Those of a stream are asked by where they are, and told with
    as many decimal places as the datum's value has.
    """

    key: str
    xs: Values
    ys: Values
    colour: str
    width: float = 4.0
    dash: tuple[float, ...] = ()
    floors: tuple[float, ...] = ()
    dots: tuple[float, ...] = ()
    fill: float = 0.0
    right: bool = False
    ranged: bool = False
    datum: Datum | None = None
    words: tuple[str, ...] = ()


class PlotAxis(Struct, frozen=True, kw_only=True):
    """An axis from `low` to `high` in data units with labelled ticks; `extent` px are kept for it beside the plot.

    log: whether equal steps are equal factors; low is above 0 then. cut: whether it leaves out zero, which a break at
    its foot says. colour: of its words, the plot's ink where None. ago: how a moment is said by its distance from the
    high end, `{count}` of them of `each` s, for a stream.
    """

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    extent: float
    log: bool = False
    cut: bool = False
    colour: str | None = None
    ago: str = ""
    each: float = 1.0


class PlotMark(Mark, frozen=True, kw_only=True):
    """A chart with numeric axes inside (x, y, w, h), axes included; painted by pyqtgraph."""

    x: float
    y: float
    w: float
    h: float
    series: tuple[Series, ...]
    bottom: PlotAxis
    left: PlotAxis
    right: PlotAxis | None = None
    font: Font
    ink: str
    grid: str


AnyMark = TextMark | ShapeMark | ImageMark | VideoMark | PlotMark
