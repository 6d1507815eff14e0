"""Two things side by side, of equal weight: now and next, offered and asked. One above the other where tall."""

from collections.abc import Mapping
from math import inf

from jn_presenter.draw.grid import snap
from jn_presenter.draw.page import LEAD, TITLE, Page, hung, page
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

HEADING = {"tall": 72.0, "classic": 136.0, "wide": 72.0, "wall": 72.0}
"""Room for a heading in one language: a line, two where lines are short."""
STACKED = {"tall": 48.0, "classic": 24.0, "wide": 48.0, "wall": 48.0}
"""More room for each further language."""
BELOW_HEADING = 24.0
BETWEEN = 64.0
"""From one column to the next, or from what is above to what is beneath."""
POINT = {"classic": 104.0, "wide": 104.0, "wall": 52.0}
AFTER_POINT = 40.0
"""A usual point, of two lines or one, and the space after it."""
LIFT = 0.2
"""The share of the height to spare that stands above shorter columns, but on a wall, where they hang at eye level."""
FEWEST = 2
"""Points: what has fewer parts is a paragraph or a picture."""


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The body in two equal halves, each with room for its heading where either has one."""
    here = page(canvas, counts)
    heading = 0.0
    if counts.get("left-title") or counts.get("right-title"):
        heading = HEADING[here.shape] + STACKED[here.shape] * (max(1, counts.get("title", 1)) - 1)
    left, right = halves(here, usual(here.shape, counts, heading))
    return here.rects(
        counts,
        left_title=Rect(left.x, left.y, left.w, heading),
        left=beneath(left, heading),
        right_title=Rect(right.x, right.y, right.w, heading),
        right=beneath(right, heading),
    )


def usual(shape: Shape, counts: Mapping[str, int], heading: float) -> float:
    """The height that the longer list usually takes with its heading; without bound where a column is no list."""
    fewer, points = sorted((counts.get("left", 0), counts.get("right", 0)))
    if fewer < FEWEST or shape == "tall":
        return inf
    return heading + (BELOW_HEADING if heading else 0.0) + points * (POINT[shape] + AFTER_POINT) - AFTER_POINT


def halves(here: Page, height: float) -> tuple[Rect, Rect]:
    """Equal rectangles side by side, with two gutters between them, or one above the other where the canvas is tall."""
    body = here.body
    if here.shape == "tall":
        half = (body.h - BETWEEN) // 16 * 8
        return here.part(0, here.columns, body.y, half), here.part(0, here.columns, body.y + half + BETWEEN, half)
    top = hung(body, height).y if here.shape == "wall" else snap(body.y + max(0.0, body.h - height) * LIFT)
    width = here.columns // 2
    first = here.part(0, width, top, body.bottom - top)
    second = here.part(width, width, top, body.bottom - top)
    narrower = first.w - (BETWEEN - here.cells.gutter)
    return Rect(first.x, top, narrower, first.h), Rect(second.x, top, narrower, second.h)


def beneath(half: Rect, heading: float) -> Rect:
    """What a heading of that height leaves of a half."""
    used = heading + BELOW_HEADING if heading else 0.0
    return Rect(half.x, half.y + used, half.w, half.h - used)


def heading_of(name: str, doc: Message) -> Slot:
    """The slot of a heading: it stands on the column's first line, however many lines it has."""
    return Slot(name=name, type="text", role="lead", bold=True, anchor="bottom", doc=doc)


LAYOUT = Layout(
    doc=Message("两栏：并列的两件事", "Two columns of equal weight"),
    arrange=arrange,
    slots=(
        TITLE,
        LEAD,
        heading_of("left-title", Message("左栏标题", "heading of the left column")),
        Slot(name="left", type="points", required=True, doc=Message("左栏", "the left column")),
        heading_of("right-title", Message("右栏标题", "heading of the right column")),
        Slot(name="right", type="points", required=True, doc=Message("右栏", "the right column")),
    ),
)
