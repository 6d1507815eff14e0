"""Line icons as marks."""

from jn_presenter.model.fields import Icon
from jn_presenter.model.marks import Path, ShapeMark

GRID = 24.0
"""Icons are drawn on a grid of this many units a side."""
STROKE = 1.5
"""Width of the stroke in units of the grid: finer than the usual 2, as icons stand large here."""
HEAVIEST = 9.0
"""px: no stroke of an icon is heavier than those of a title."""


def icon_mark(key: str, icon: Icon, x: float, y: float, side: float, colour: str) -> ShapeMark:
    """The icon in a square of `side` px with its top left at (x, y), in a #rrggbb colour."""
    scale = side / GRID
    segments = tuple(
        (op, tuple(number * scale + (x, y)[k % 2] for k, number in enumerate(numbers))) for op, numbers in icon.segments
    )
    return ShapeMark(key=key, shape=Path(segments), stroke=colour, width=min(STROKE * scale, HEAVIEST), round=True)
