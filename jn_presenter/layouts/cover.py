"""The opening of a show: one large statement on a calm ground."""

from collections.abc import Mapping

from jn_presenter.draw.page import filled
from jn_presenter.draw.poster import ABOVE_NOTE, BELOW_TITLE, NOTE, SUBTITLE, SUBTITLE_ROOM, TITLE, poster
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The kicker at the head, the title down to the middle, the subtitle beneath it, the note at the foot.

    The title gives way to a subtitle that would have no room above the note.
    """
    here = poster(canvas, counts, names=True)
    if counts.get("note") and counts.get("subtitle"):
        end = here.foot.y - ABOVE_NOTE - SUBTITLE_ROOM - BELOW_TITLE
        here = poster(canvas, counts, end=end, names=True)
    words = {"kicker": here.head, "subtitle": here.subtitle, "note": here.foot}
    return {"title": (here.title,)} | filled(counts, words)


LAYOUT = Layout(
    doc=Message("封面：一句大标题", "Cover: one large statement"),
    arrange=arrange,
    prominent=True,
    slots=(
        Slot(
            name="kicker",
            type="text",
            role="caption",
            colour="quiet",
            doc=Message("标题上方的小字", "small line above the title"),
        ),
        TITLE,
        SUBTITLE,
        NOTE,
    ),
)
