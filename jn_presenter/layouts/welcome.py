"""The welcome to a delegation: its name is the largest thing there is, and who is in it stands beneath or beside it."""

from collections.abc import Mapping

from jn_presenter.draw.grid import Grid, grid, snap
from jn_presenter.draw.page import filled
from jn_presenter.draw.poster import NOTE
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

FEW: dict[Shape, int] = {"tall": 99, "classic": 4, "wide": 4, "wall": 0}
"""How many guests stand beneath the name at the most; more stand beside it, where tall always beneath."""
NAME: dict[Shape, tuple[int, int]] = {"tall": (6, 6), "classic": (6, 5), "wide": (7, 6), "wall": (11, 11)}
"""Columns of the words beside a list of guests; in one language, and in several, where the list needs more room."""
BETWEEN: dict[Shape, int] = {"tall": 0, "classic": 0, "wide": 0, "wall": 1}
"""Free columns between words and list; where there is none, the words leave a second gutter."""
LOGO: dict[Shape, tuple[int, float]] = {
    "tall": (4, 160.0),
    "classic": (4, 120.0),
    "wide": (4, 120.0),
    "wall": (4, 136.0),
}
"""Columns and height of the place for a logo."""
AIR: dict[Shape, float] = {"tall": 0.1, "classic": 0.1, "wide": 0.1, "wall": 0.2}
"""Free above the words where there is no logo but a list of guests, as a share of the height."""
STACKED_AIR: dict[Shape, float] = {"tall": 0.0, "classic": 0.0, "wide": 0.0, "wall": 0.08}
"""The same where languages are stacked."""
ALONE = 0.2
"""The same where no guests are named."""
KICKER, KICKER_STACKED = 72.0, 48.0
TITLE: dict[Shape, float] = {"tall": 352.0, "classic": 280.0, "wide": 280.0, "wall": 288.0}
"""Two lines of a name, four of a long one; all there is where nothing stands beneath it but the foot."""
TITLE_STACKED: dict[Shape, float] = {"tall": 0.0, "classic": 0.0, "wide": 0.0, "wall": 96.0}
TITLE_SHARE = 0.18
"""Of the height at most where tall."""
SPARE, MORE_TITLE = 6, 96.0
"""So many guests or fewer leave more room for the name where tall."""
LINE, STACKED = 40.0, 48.0
"""A line at the foot, and more of it for each further language."""
NARROW = 640.0
"""In less than this host and note have a line more."""
BROAD = 11
"""So many columns or more have date and host on one line."""
GAP = 40.0
UNDER_NAME: dict[Shape, float] = {"tall": 72.0, "classic": 40.0, "wide": 40.0, "wall": 40.0}
"""From the name to the guests beneath it."""


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Logo, kicker and title from the top; date, host and note at the foot; the guests between them or to the right."""
    shape = canvas.shape
    cells = grid(canvas, counts.get("provenance", 1))
    further = max(1, counts.get("title", 1)) - 1
    guests = counts.get("guests", 0)
    crowded = shape != "tall" and (further > 1 or (further and counts.get("logo")))
    beside = guests > (0 if crowded else FEW[shape])
    over = NAME[shape][min(1, further)]
    words = _words(cells, over, shape, beside=beside)
    top, logo = _head(cells, counts, guests, further)
    kicker = Rect(words.x, top, words.w, KICKER + KICKER_STACKED * further)
    start = kicker.bottom + 8.0 if counts.get("kicker") else top
    across = over if beside else cells.columns
    foot, end = _foot(cells, words, counts, further, 0 if shape == "tall" or across < BROAD else across)
    height = TITLE[shape] + TITLE_STACKED[shape] * further
    if shape == "tall":
        height = min(height, snap(TITLE_SHARE * canvas.height)) + (MORE_TITLE if guests <= SPARE else 0.0)
    room = end - GAP - start
    title = Rect(words.x, start, words.w, room if beside or not guests else min(height, room))
    if beside:
        column = over + BETWEEN[shape]
        level = cells.top if further and shape != "wall" else top
        people = cells.span(column, cells.columns - column, level, cells.bottom - level)
    else:
        first = title.bottom + UNDER_NAME[shape]
        people = cells.span(0, cells.columns, first, end - GAP - first)
    return {"title": (title,)} | filled(counts, {"kicker": kicker, "logo": logo, "guests": people} | foot)


def _head(cells: Grid, counts: Mapping[str, int], guests: int, further: int) -> tuple[float, Rect]:
    """Where the words begin, and the place for a logo above them."""
    shape, height = cells.canvas.shape, cells.canvas.height
    wide, high = LOGO[shape]
    air = ALONE if not guests else (STACKED_AIR if further else AIR)[shape]
    air = 0.0 if further > 1 else air
    logo = cells.span(0, wide, cells.top, high)
    lowest = logo.bottom + (GAP if not further else 24.0) if counts.get("logo") else cells.top
    return max(lowest, cells.top + snap(height * air)), logo


def _words(cells: Grid, over: int, shape: Shape, *, beside: bool) -> Rect:
    """Over how much of the width the words reach; only that counts of the rectangle."""
    if not beside:
        return cells.span(0, cells.columns, 0.0, 0.0)
    words = cells.span(0, over, 0.0, 0.0)
    return words if BETWEEN[shape] else Rect(words.x, words.y, words.w - cells.gutter, words.h)


def _foot(
    cells: Grid, words: Rect, counts: Mapping[str, int], further: int, across: int
) -> tuple[dict[str, Rect], float]:
    """Date, host and note at the foot, and where they begin. Date and host share `across` columns, 0 for none."""
    line = LINE + STACKED * further
    end = cells.bottom
    found: dict[str, Rect] = {}
    more = line + LINE if words.w < NARROW else line
    if counts.get("note"):
        end -= more
        found["note"] = Rect(words.x, end, words.w, more)
    both = counts.get("date") and counts.get("host")
    if both and across:
        end -= line
        third = across // 3
        found["date"] = cells.span(0, third, end, line)
        found["host"] = cells.span(third, across - third, end, line)
        return found, end
    for name in ("date", "host"):
        if counts.get(name):
            height = more if name == "host" else line
            end -= height
            found[name] = Rect(words.x, end, words.w, height)
    return found, end


LAYOUT = Layout(
    doc=Message("欢迎页：代表团名称最大，来宾名单和标志", "Welcome: a delegation's name, its people and its logo"),
    arrange=arrange,
    prominent=True,
    unless="guests",
    slots=(
        Slot(name="logo", type="logo", doc=Message("来访方的标志", "the delegation's logo")),
        Slot(name="kicker", type="text", role="lead", colour="accent", doc=Message("欢迎的话", "the words of welcome")),
        Slot(
            name="title",
            type="text",
            role="statement",
            least="title",
            required=True,
            doc=Message("代表团名称", "the delegation's name"),
        ),
        Slot(name="guests", type="guests", doc=Message("来宾名单", "who is in it")),
        Slot(name="date", type="text", role="caption", anchor="bottom", doc=Message("日期", "the date")),
        Slot(
            name="host",
            type="text",
            role="caption",
            least="note",
            colour="quiet",
            anchor="bottom",
            doc=Message("接待人", "who receives them"),
        ),
        NOTE,
    ),
)
