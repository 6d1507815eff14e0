"""Somebody's words, large, and beneath them whose they are. The title is not shown."""

from collections.abc import Mapping

from jn_presenter.draw.grid import grid, snap
from jn_presenter.draw.page import filled
from jn_presenter.model.geometry import Canvas, Shape
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

COLUMNS: dict[Shape, int] = {"tall": 6, "classic": 12, "wide": 11, "wall": 18}
END = 0.58
"""Where the words end, as a fraction of the height: they grow upward from there, so that the name stays near."""
BY = 96.0
"""Room for two lines of small words in each language."""
BELOW = 32.0


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The words from the top down to `END`, the name beneath them."""
    cells = grid(canvas, counts.get("provenance", 1))
    columns, languages = COLUMNS[canvas.shape], max(1, counts.get("title", 1))
    end = snap(canvas.height * END)
    quote = cells.span(0, columns, cells.top, end - cells.top)
    by = cells.span(0, columns, end + BELOW, BY * languages)
    return {"title": ()} | filled(counts, {"quote": quote, "by": by})


LAYOUT = Layout(
    doc=Message("引语", "A quotation"),
    arrange=arrange,
    slots=(
        Slot(name="title", type="text", role="title", required=True, doc=Message("标题，不显示", "title, not shown")),
        Slot(
            name="quote",
            type="text",
            role="statement",
            required=True,
            anchor="bottom",
            doc=Message("引用的话", "the words quoted"),
        ),
        Slot(name="by", type="text", role="caption", colour="quiet", doc=Message("出自何人", "who said so")),
    ),
)
