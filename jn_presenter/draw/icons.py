"""Line icons as marks."""

from jn_presenter.model.fields import Icon
from jn_presenter.model.marks import Path, ShapeMark

GRID = 24.0
"""Icons are drawn on a grid of this many units a side."""
STROKE = 1.5
"""Width of the stroke in units of the grid: finer than the usual 2, as icons stand large here."""
HEAVIEST = 9.0
"""px: no stroke of an icon is heavier than those of a title."""


SAMPLES = 8
"""Places looked at along a curve to find how far it reaches."""


def reach(icon: Icon) -> tuple[float, float]:
    """How far to the left and to the right the lines of the icon go, in units of the grid."""
    xs: list[float] = []
    for op, numbers in icon.segments:
        if op == "C":
            a, b, c, d = xs[-1], *numbers[::2]
            for t in (k / SAMPLES for k in range(1, SAMPLES + 1)):
                s = 1.0 - t
                xs.append(s**3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t**3 * d)
        else:
            xs.extend(numbers[::2])
    return min(xs), max(xs)


def icon_mark(key: str, icon: Icon, x: float, y: float, side: float, colour: str) -> ShapeMark:
    """The icon in a square of `side` px with its top left at (x, y), in a #rrggbb colour."""
    scale = side / GRID
    segments = tuple(
        (op, tuple(number * scale + (x, y)[k % 2] for k, number in enumerate(numbers))) for op, numbers in icon.segments
    )
    return ShapeMark(key=key, shape=Path(segments), stroke=colour, width=min(STROKE * scale, HEAVIEST), round=True)
