"""The end of a show: a last word, how to reach the hosts, and a code to take along."""

from collections.abc import Mapping

from jn_presenter.draw.grid import snap
from jn_presenter.draw.page import filled
from jn_presenter.draw.poster import BELOW_TITLE, COLUMNS, NOTE, SUBTITLE, SUBTITLE_ROOM, TITLE, Poster, poster
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

WORDS: dict[Shape, int] = {"tall": 6, "classic": 8, "wide": 8, "wall": 14}
"""Columns of the words beside a code."""
CODE: dict[Shape, int] = {"tall": 3, "classic": 4, "wide": 3, "wall": 4}
"""Columns of the code, at the right edge; its place is a square with a label beneath."""
CODE_SHARE: dict[Shape, float] = {"tall": 0.2, "classic": 0.33, "wide": 0.4, "wall": 0.4}
"""Of the height, at most, for a side of the code; a title may reach to the end of its columns beside it."""
LABEL = 72.0
CONTACT = 112.0
"""Two lines of it."""
STACKED = 40.0
"""More for a line in each further language."""
GAP = 24.0


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """As a cover, with the contact at the foot, and the code to the right of the words, the contact where tall."""
    shape = canvas.shape
    here = poster(canvas, counts, names=True)
    note = here.foot
    more = STACKED * (here.languages - 1)
    foot = note.y - GAP if counts.get("note") else here.cells.bottom
    code = code_rect(here, LABEL + more, foot)
    words = WORDS[shape] if counts.get("qr") else None
    beside = CODE[shape] if counts.get("qr") and shape == "tall" else 0
    height = CONTACT + 2 * more
    contact = here.cells.span(0, (words or COLUMNS[shape]) - beside, foot - height, height)
    tops = [foot]
    tops += [contact.y] if counts.get("contact") else []
    tops += [code.y] if beside else []
    end = min(tops) - GAP
    under = SUBTITLE_ROOM + BELOW_TITLE if counts.get("subtitle") else 0.0
    here = poster(canvas, counts, 0, words, above=0.0, end=end - under, names=True)
    subtitle = Rect(here.subtitle.x, here.subtitle.y, here.subtitle.w, end - here.subtitle.y)
    slots = {"subtitle": subtitle, "contact": contact, "qr": code, "note": note}
    return {"title": (here.title,)} | filled(counts, slots)


def code_rect(here: Poster, label: float, foot: float) -> Rect:
    """The place of the code with its label: at the right edge, in the middle of the height, or down at `foot`."""
    cells, columns = here.cells, CODE[here.shape]
    across = cells.span(cells.columns - columns, columns, 0.0, 0.0)
    side = min(across.w, snap(cells.canvas.height * CODE_SHARE[here.shape]))
    height = side + label
    top = foot - height if here.shape == "tall" else snap((cells.top + cells.bottom - height) / 2)
    return Rect(across.right - side, top, side, height)


LAYOUT = Layout(
    doc=Message("结束页：致谢、联系方式与二维码", "Closing: thanks, a contact and a QR code"),
    arrange=arrange,
    prominent=True,
    slots=(
        TITLE,
        SUBTITLE,
        Slot(name="contact", type="text", anchor="bottom", doc=Message("联系方式", "how to reach you")),
        Slot(name="qr", type="qr", doc=Message("二维码", "a QR code")),
        NOTE,
    ),
)
