"""One sentence that owns the slide; the title stands small above it."""

from collections.abc import Mapping

from jn_presenter.draw.page import filled
from jn_presenter.draw.poster import poster
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

COLUMNS: dict[Shape, int] = {"tall": 6, "classic": 12, "wide": 11, "wall": 18}
LINE: dict[Shape, float] = {"tall": 136.0, "classic": 72.0, "wide": 72.0, "wall": 72.0}
"""Room for the title in one language."""
STACKED = 48.0
AROUND = 48.0
"""Between the sentence and what stands above and below it."""


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The title at the head, the note at the foot, the sentence in the middle of what is between them."""
    here = poster(canvas, counts, 0, COLUMNS[canvas.shape])
    head = here.head
    title = Rect(head.x, head.y, head.w, LINE[here.shape] + STACKED * (here.languages - 1))
    top = title.bottom + AROUND
    bottom = here.foot.y - AROUND
    sentence = Rect(head.x, top, head.w, bottom - top)
    return {"title": (title,)} | filled(counts, {"statement": sentence, "note": here.foot})


LAYOUT = Layout(
    doc=Message("一句话：占满一页", "One statement that owns the slide"),
    arrange=arrange,
    slots=(
        Slot(name="title", type="text", role="lead", colour="quiet", required=True, doc=Message("标题", "title")),
        Slot(
            name="statement",
            type="text",
            role="statement",
            required=True,
            anchor="middle",
            doc=Message("这句话", "the sentence"),
        ),
        Slot(
            name="note",
            type="text",
            role="caption",
            colour="quiet",
            anchor="bottom",
            doc=Message("底部小字", "small line at the foot"),
        ),
    ),
)
