"""The opening and closing of a show: one large statement on a calm ground."""

from collections.abc import Mapping

from jn_presenter.draw.grid import grid, snap
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

COLUMNS = {"tall": 6, "classic": 11, "wide": 11, "wall": 16}
FOOT = {"tall": 0.56, "classic": 0.56, "wide": 0.56, "wall": 0.56}
"""Where the title ends and the subtitle begins, as a fraction of the height: near the middle."""
TITLE_HEIGHT = {"tall": 0.36, "classic": 0.3, "wide": 0.3, "wall": 0.3}
STACKED = 0.06
LINE = 48.0
NOTE_LINES = {"tall": 2, "classic": 1, "wide": 1, "wall": 1}


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The kicker at the head, the title down to the middle, the subtitle beneath it, the note at the foot."""
    shape = canvas.shape
    cells = grid(canvas, counts.get("provenance", 1))
    columns, languages = COLUMNS[shape], max(1, counts.get("title", 1))
    line = LINE * languages
    middle = snap(canvas.height * (FOOT[shape] + STACKED / 2 * (languages - 1)))
    height = snap(canvas.height * (TITLE_HEIGHT[shape] + STACKED * (languages - 1)))
    top = max(cells.top + line + 16.0, middle - height)
    foot = line * NOTE_LINES[shape]
    note = cells.span(0, columns, cells.bottom - foot, foot)
    here = {
        "kicker": cells.span(0, columns, cells.top, line),
        "subtitle": cells.span(0, columns, middle + 32.0, note.y - 24.0 - middle - 32.0),
        "note": note,
    }
    title = cells.span(0, columns, top, middle - top)
    return {"title": (title,)} | {name: (rect,) if counts.get(name) else () for name, rect in here.items()}


LAYOUT = Layout(
    doc=Message("封面与结尾：一句大标题", "Cover and closing: one large statement"),
    arrange=arrange,
    slots=(
        Slot(name="kicker", type="text", role="caption", doc=Message("标题上方的小字", "small line above the title")),
        Slot(name="title", type="text", role="statement", required=True, anchor="bottom", doc=Message("标题", "title")),
        Slot(name="subtitle", type="text", role="lead", doc=Message("副标题", "subtitle")),
        Slot(name="note", type="text", role="caption", doc=Message("底部小字", "small line at the foot")),
    ),
)
