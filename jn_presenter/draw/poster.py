"""The page of a cover, a section or a closing: a large title that ends near the middle, smaller words around it."""

from collections.abc import Mapping

from msgspec import Struct

from jn_presenter.draw.grid import Grid, grid, snap
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.layout import Slot
from jn_presenter.model.text import Message

TITLE = Slot(name="title", type="text", role="statement", required=True, anchor="bottom", doc=Message("标题", "title"))
SUBTITLE = Slot(name="subtitle", type="text", role="lead", doc=Message("副标题", "subtitle"))

COLUMNS: dict[Shape, int] = {"tall": 6, "classic": 11, "wide": 11, "wall": 16}
"""Over how many columns the words reach."""
MIDDLE = 0.56
"""Where the title ends, as a fraction of the height."""
TITLE_HEIGHT = {"tall": 0.36, "classic": 0.3, "wide": 0.3, "wall": 0.3}
STACKED = 0.06
"""More height for each further language, as a fraction of the canvas's."""
LINE = 48.0
"""A line of small words."""
NOTE_LINES = {"tall": 2, "classic": 1, "wide": 1, "wall": 1}
"""Of the note in each language."""
NAMED = {"tall": (48.0, 48.0), "classic": (48.0, 8.0), "wide": (48.0, 8.0), "wall": (0.0, 0.0)}
"""More of it where it may name guests, so that sixty characters have room: in one language, in several."""
NOTE = Slot(
    name="note",
    type="text",
    role="caption",
    least="note",
    colour="quiet",
    anchor="bottom",
    doc=Message("底部小字", "small line at the foot"),
)
BELOW_TITLE = 32.0
SUBTITLE_ROOM = 136.0
"""Two lines of it, which with another language beneath are one of each."""
ABOVE_NOTE = 24.0


class Poster(Struct, frozen=True):
    """`head` is a line at the very top, `foot` one or two at the very foot."""

    cells: Grid
    shape: Shape
    languages: int
    head: Rect
    title: Rect
    subtitle: Rect
    foot: Rect


def poster(
    canvas: Canvas,
    counts: Mapping[str, int],
    first: int = 0,
    columns: int | None = None,
    *,
    above: float | None = None,
    end: float | None = None,
    names: bool = False,
) -> Poster:
    """The words over `columns` columns from `first`; counts as for `page`.

    The title leaves `above` px free over it, where None a line and the space beneath it, and ends at y = `end` at most.
    names: whether the note may name guests, who have names of any length.
    """
    shape = canvas.shape
    cells = grid(canvas, counts.get("provenance", 1))
    over = COLUMNS[shape] if columns is None else columns
    languages = max(1, counts.get("title", 1))
    line = LINE * languages
    middle = snap(canvas.height * (MIDDLE + STACKED / 2 * (languages - 1)))
    middle = middle if end is None else min(middle, end)
    height = snap(canvas.height * (TITLE_HEIGHT[shape] + STACKED * (languages - 1)))
    top = max(cells.top + (line + 16.0 if above is None else above), middle - height)
    foot = line * NOTE_LINES[shape] + (NAMED[shape][languages > 1] if names else 0.0)
    note = cells.span(first, over, cells.bottom - foot, foot)
    under = middle + BELOW_TITLE
    last = note.y - ABOVE_NOTE if counts.get("note") else cells.bottom
    return Poster(
        cells=cells,
        shape=shape,
        languages=languages,
        head=cells.span(first, over, cells.top, line),
        title=cells.span(first, over, top, middle - top),
        subtitle=cells.span(first, over, under, last - under),
        foot=note,
    )
