"""The opening and closing of a show: one large statement on a calm ground."""

from collections.abc import Mapping

from jn_presenter.draw.grid import grid, snap
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

COLUMNS = {"tall": 6, "classic": 11, "wide": 11, "wall": 16}
TITLE_TOP = {"tall": 0.3, "classic": 0.3, "wide": 0.3, "wall": 0.28}
TITLE_HEIGHT = {"tall": 0.29, "classic": 0.275, "wide": 0.275, "wall": 0.275}
"""Room for two lines of a statement, four where they are short; a fraction of the canvas's height."""
STACKED = 96.0


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The title a third down, the subtitle beneath it, the note at the foot; left-aligned on the first column."""
    shape = canvas.shape
    cells = grid(canvas, counts.get("provenance", 1))
    columns = COLUMNS[shape]
    top = snap(canvas.height * TITLE_TOP[shape])
    languages = max(1, counts.get("title", 1))
    height = snap(canvas.height * TITLE_HEIGHT[shape]) + STACKED * (languages - 1)
    title = cells.span(0, columns, top, height)
    kicker = cells.span(0, columns, top - 48.0 * languages - 32.0, 48.0 * languages)
    note_height = 48.0 * languages
    note = cells.span(0, columns, cells.bottom - note_height, note_height)
    subtitle_top = snap(title.bottom + 24.0)
    subtitle = cells.span(0, columns, subtitle_top, note.y - 24.0 - subtitle_top)
    rects: Rects = {"title": (title,)}
    for name, rect in (("kicker", kicker), ("subtitle", subtitle), ("note", note)):
        rects[name] = (rect,) if counts.get(name) else ()
    return rects


LAYOUT = Layout(
    doc=Message("封面与结尾：一句大标题", "Cover and closing: one large statement"),
    arrange=arrange,
    slots=(
        Slot(name="kicker", type="text", role="caption", doc=Message("标题上方的小字", "small line above the title")),
        Slot(name="title", type="text", role="statement", required=True, doc=Message("标题", "title")),
        Slot(name="subtitle", type="text", role="lead", doc=Message("副标题", "subtitle")),
        Slot(name="note", type="text", role="caption", doc=Message("底部小字", "small line at the foot")),
    ),
)
