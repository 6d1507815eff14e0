"""The page that most layouts divide: a title, an optional lead and the body, and how a body is divided.

A title stands at the foot of its room, so that what it names follows at one distance, however many lines it has. On a
wall, title and lead hang beside the body, and all of them about eye level.
"""

from collections.abc import Mapping

from msgspec import Struct

from jn_presenter.draw.grid import Grid, anchored, given_up, grid, snap
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.layout import Rects, Slot
from jn_presenter.model.text import Message

TITLE = Slot(name="title", type="text", role="title", required=True, anchor="bottom", doc=Message("标题", "title"))
LEAD = Slot(name="lead", type="text", role="lead", doc=Message("标题下的一句话", "one sentence below the title"))

TITLE_HEIGHT = {"tall": 264.0, "classic": 176.0, "wide": 176.0, "wall": 352.0}
"""Room for two lines of a title, three or four where lines are short."""
TITLE_STACKED = 80.0
"""More room for each further language stacked beneath the first: a line of it. On a low tall canvas they share what
the first has for a third line."""
LEAD_HEIGHT = {"tall": 136.0, "classic": 136.0, "wide": 72.0, "wall": 264.0}
"""Room for a lead in one language: a line, two where lines are short."""
LEAD_STACKED = {"tall": 64.0, "classic": 24.0, "wide": 48.0, "wall": 64.0}
"""More room for each further language; where lines are short, the first seldom takes both of its own."""
BELOW_TITLE = {"tall": 24.0, "classic": 16.0, "wide": 16.0, "wall": 24.0}
BELOW_HEAD = {"tall": 80.0, "classic": 64.0, "wide": 72.0}
"""From the head to the body: more than between the lines of a title, so that the two are told apart."""
DENSER = 16.0
"""Less of it for each further language: the body needs the room."""
EYE_LEVEL = 544.0
"""Where the titles on a wall end: a little below the middle, as nothing but a lead hangs beneath them."""
BROAD = 3000.0
"""A wall from this width on has columns wide enough for a title in HEAD_COLUMNS[0] of them, a narrower one has not."""
HEAD_COLUMNS = (7, 9)
BESIDE = {"classic": 0, "wide": 1, "wall": 1}
"""Free columns between words and a picture; where there is none, the words leave a second gutter."""
BENEATH = 64.0
"""Between a picture and the words beneath it."""


class Page(Struct, frozen=True):
    """The usual head of a slide and the body that a layout divides, which covers `columns` columns from `first` on."""

    cells: Grid
    shape: Shape
    title: Rect
    lead: Rect
    body: Rect
    first: int
    columns: int

    def part(self, start: int, columns: int, y: float | None = None, height: float | None = None) -> Rect:
        """Columns of the body counted from its own first, over its height or a part of it."""
        top = self.body.y if y is None else y
        return self.cells.span(self.first + start, columns, top, self.body.h if height is None else height)

    def rects(self, counts: Mapping[str, int], **slots: Rect) -> Rects:
        """Title, lead and `slots` as far as the slide fills them; the hyphen of a slot's name is written `_`."""
        named = {name.replace("_", "-"): rect for name, rect in slots.items()}
        return {"title": (self.title,)} | filled(counts, {"lead": self.lead} | named)


def filled(counts: Mapping[str, int], rects: Mapping[str, Rect]) -> Rects:
    """The rectangles of slots that the slide fills, none for those that it leaves out."""
    return {name: (rect,) if counts.get(name) else () for name, rect in rects.items()}


def page(canvas: Canvas, counts: Mapping[str, int]) -> Page:
    """The head of a slide on this canvas: above the body, or on a wall to the left of it.

    counts["title"] and counts["provenance"] are the numbers of stacked languages, counts["lead"] is 0 without a lead.
    """
    shape = canvas.shape
    cells = grid(canvas, counts.get("provenance", 1))
    further = max(1, counts.get("title", 1)) - 1
    title_height = TITLE_HEIGHT[shape] + (TITLE_STACKED - given_up(canvas)) * further
    lead_height = LEAD_HEIGHT[shape] + LEAD_STACKED[shape] * further if counts.get("lead") else 0.0
    if shape == "wall":
        wide = HEAD_COLUMNS[canvas.width < BROAD]
        title = cells.span(0, wide, EYE_LEVEL - title_height, title_height)
        lead = cells.span(0, wide, title.bottom + BELOW_TITLE[shape], lead_height)
        first = wide + 1
        body = cells.span(first, cells.columns - first, cells.top, cells.bottom - cells.top)
        return Page(cells, shape, title, lead, body, first, cells.columns - first)
    title = cells.span(0, cells.columns, cells.top, title_height)
    lead = cells.span(0, cells.columns, title.bottom + BELOW_TITLE[shape], lead_height)
    top = (lead.bottom if lead_height else title.bottom) + BELOW_HEAD[shape] - DENSER * further
    body = cells.span(0, cells.columns, top, cells.bottom - top)
    return Page(cells, shape, title, lead, body, 0, cells.columns)


def words_and_picture(
    here: Page, words: Mapping[Shape, int], share: float, *, mirrored: bool = False
) -> tuple[Rect, Rect]:
    """The body in two: words over so many columns and a picture to their right, or with `mirrored` to their left.

    On a tall canvas the picture takes `share` of the height and the words stand beneath it.
    """
    if here.shape == "tall":
        height = snap(here.body.h * share)
        picture = here.part(0, here.columns, height=height)
        return here.part(0, here.columns, picture.bottom + BENEATH, here.body.h - height - BENEATH), picture
    columns, free = words[here.shape], BESIDE[here.shape]
    over = here.columns - columns - free
    text = here.part(over + free if mirrored else 0, columns)
    picture = here.part(0 if mirrored else columns + free, over)
    if not free:
        gutter = here.cells.gutter
        text = Rect(text.x + (gutter if mirrored else 0.0), text.y, text.w - gutter, text.h)
    return text, picture


def tiles(place: Rect, count: int, across: int, gap: tuple[float, float]) -> tuple[Rect, ...]:
    """`count` equal rectangles in reading order, `across` to a row, with so many px between columns and rows."""
    rows = -(-count // across)
    width = (place.w - gap[0] * (across - 1)) / across // 8 * 8
    height = (place.h - gap[1] * (rows - 1)) / rows // 8 * 8
    return tuple(
        Rect(place.x + k % across * (width + gap[0]), place.y + k // across * (height + gap[1]), width, height)
        for k in range(count)
    )


def hung(place: Rect, height: float) -> Rect:
    """The rectangle of that height about the eye level of `place`: what hangs in its middle."""
    return Rect(place.x, snap(anchored(place, height, "middle")), place.w, height)
