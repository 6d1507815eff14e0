"""Where things stand in the console: arithmetic from the window's size and the audience's ratio to rectangles."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from msgspec import Struct, structs

from jn_presenter.model.geometry import Rect
from jn_presenter.show.panes import Gap, Gaps, Pane, Shares

SHORT_SIDE = 768.0
LONG_SIDE = 1024.0
"""px of the smallest window for which the sizes of look.py are meant as they are."""
LEAST_SCALE = 0.75
"""Below it type is too small at arm's length, so that texts rather scroll."""
FINGER = 40.0
"""px that a button is high and wide at least."""
READABLE = 0.85
"""The share of its size down to which a button's label shrinks before some buttons wait on another page."""
FIGURES = 7
TINY = 1e-6
"""Against sizes that are a whole number but for the last bit."""

# All of these are steps of the grid.
GAP = 3
"""Between panes: as wide as a finger finds it."""
LEAST_COLUMN = 26
LEAST_PICTURE = 7
LEAST_WORDS = 8
LEAST_NOTES = 12
NARROWEST = 10
"""What words beside a picture need at least; with less there are none."""
SLIDER = 5
"""The height of a slider: as much as a finger needs."""
ROOMY = 16
"""The height from which on the words about the next step have room for what could be left out."""
WORDS = 13
"""What words beneath the picture have at least, where they make room for the slider."""


NONE = Rect(0.0, 0.0, 0.0, 0.0)


class Border(Struct, frozen=True, kw_only=True):
    """A gap that can be moved: its rectangle, and the room that it divides at `at`, across or down, in px."""

    gap: Gap
    area: Rect
    across: bool
    """Whether it moves to the left and right."""
    start: float
    length: float
    at: float

    def share(self, at: float) -> float:
        """The share of the room, 0..1, of which it has to be to stand at `at` px."""
        return min(1.0, max(0.0, (at - self.start) / max(1.0, self.length)))


class Frame(Struct, frozen=True, kw_only=True):
    """What an arrangement begins with: the room of the panes between head and foot, and how they are wanted."""

    room: Rect
    unit: float
    caption: float
    ratio: float
    shares: Shares
    hidden: frozenset[Pane]


class Placed(Struct, frozen=True, kw_only=True):
    """The panes and the gaps between them, as Areas has them."""

    current: Rect
    about: Rect = NONE
    next: Rect = NONE
    beside: Rect = NONE
    notes: Rect = NONE
    borders: tuple[Border, ...] = ()


class Areas(Struct, frozen=True, kw_only=True):
    """Rectangles in whole px, 0 x 0 for what is put away or has no room. The panes have their caption of `caption` px
    at the top and the picture beneath.
    """

    scale: float
    caption: float
    figures: tuple[Rect, ...]
    """Clock, elapsed, remaining, pace, time on the slide, slide, step."""
    current: Rect
    about: Rect
    """What is said of the current slide: theme, title, hints, problems."""
    next: Rect
    beside: Rect
    """What is said of the next step."""
    notes: Rect
    plan: Rect
    """How long the show is, and what to leave out."""
    bar: Rect
    """The buttons."""
    borders: tuple[Border, ...] = ()
    upright: bool = False

    @property
    def roomy(self) -> bool:
        """Whether the words about the next step have room for more."""
        return self.beside.w > 0.0 and self.beside.h >= ROOMY * step_of(self.scale)

    @property
    def gaps(self) -> Gaps:
        """Where the gaps stand really, whatever was wanted."""
        return Gaps(upright=self.upright, shares=Shares(**{one.gap: one.share(one.at) for one in self.borders}))


def scale_for(width: float, height: float, dpi: float = 96.0) -> float:
    """How large type is set in a window of width x height px, 1 at 1024 x 768; never too small for the screen's dpi."""
    grown = min(min(width, height) / SHORT_SIDE, max(width, height) / LONG_SIDE)
    return max(grown, LEAST_SCALE * dpi / 96.0)


def step_of(scale: float) -> float:
    """A step of the grid in whole px."""
    return float(max(1, round(8 * scale)))


def with_slider(areas: Areas, ratio: float) -> tuple[Rect, Areas]:
    """Where a slider for the current picture stands, and the areas beside it.

    Beneath the picture where the words there can spare the room, else over its foot.
    """
    u, pane, about = step_of(areas.scale), areas.current, areas.about
    width, height = picture(pane.w, pane.h - areas.caption, ratio)
    foot, high = pane.y + areas.caption + height, SLIDER * u
    if about.y < pane.bottom or about.x != pane.x or about.h < WORDS * u:
        return Rect(pane.x, max(pane.y, foot - high), width, high), areas
    lowered = rest(about.x, about.y + high, about.right, about.bottom)
    borders = tuple(_lowered(one, high) if one.gap == "current" else one for one in areas.borders)
    return Rect(pane.x, foot, width, high), structs.replace(areas, about=lowered, borders=borders)


def picture(width: float, height: float, ratio: float) -> tuple[float, float]:
    """The largest (width, height) of that ratio within width x height px, in whole px.

    Up to a px too low, never too high: a slide painted at that width has to cover all of it. The picture within a
    picture is itself.
    """
    w = max(1.0, float(int(min(width, (height + 1) * ratio - TINY / 10))))
    return w, max(1.0, float(int(min(height, w / ratio + TINY))))


def buttons(width: float, wishes: Sequence[float], gap: float) -> tuple[tuple[float, float], ...]:
    """(x, width) of as many of these buttons as have room for a finger in `width` px, on whole px.

    Each is as wide as it wishes with its share of what is left over; where it is too little, as much narrower as the
    others, but none too narrow for a finger.
    """
    count = max(1, min(len(wishes), int((width + gap) // (FINGER + gap))))
    widths = _shrunk(tuple(wishes[:count]), width - gap * (count - 1))
    spare = (width - gap * (count - 1) - sum(widths)) / count
    edges = [0.0, *accumulate(wide + spare + gap for wide in widths)]
    return tuple((float(round(a)), float(round(b - gap)) - round(a)) for a, b in pairwise(edges))


def pages(width: float, wishes: Sequence[float], gap: float, kept: int, turn: float) -> tuple[tuple[int, ...], ...]:
    """The buttons of each page by their place in `wishes`: all on one where their labels can be read in `width` px.

    Else the first `kept` stand on every page, as does one that wishes for `turn` px and turns it; the others come in
    their order, as many on a page as have room.
    """

    def fit(several: Sequence[float]) -> bool:
        return sum(max(FINGER, READABLE * wish) for wish in several) + gap * (len(several) - 1) <= width

    if kept >= len(wishes) or fit(wishes):
        return (tuple(range(len(wishes))),)
    found: list[list[int]] = [[]]
    for k in range(kept, len(wishes)):
        if found[-1] and not fit((*wishes[:kept], *(wishes[other] for other in found[-1]), wishes[k], turn)):
            found.append([])
        found[-1].append(k)
    return tuple((*range(kept), *page) for page in found)


def turned(
    width: float, wishes: Sequence[float], gap: float, kept: int, turn: float, page: int
) -> tuple[dict[int, tuple[float, float]], tuple[float, float] | None]:
    """(x, width) of the buttons of a page, and of the one that turns it where there are several.

    That one and those that stand on all pages stand still.
    """
    found = pages(width, wishes, gap, kept, turn)
    if len(found) == 1:
        return dict(enumerate(buttons(width, wishes, gap))), None
    first = buttons(width, [*(wishes[k] for k in found[0]), turn], gap)
    left, right = first[kept - 1], first[-1]
    start = left[0] + left[1] + gap
    here = found[page % len(found)][kept:]
    middle = buttons(right[0] - gap - start, [wishes[k] for k in here], gap)
    still = dict(enumerate(first[:kept]))
    return still | {k: (start + x, wide) for k, (x, wide) in zip(here, middle, strict=False)}, right


def _shrunk(wishes: Sequence[float], room: float) -> tuple[float, ...]:
    """The widths in proportion to the wishes, together `room` px at most, each FINGER px at least."""
    narrow: set[int] = set()
    while True:
        free = sum(wish for k, wish in enumerate(wishes) if k not in narrow)
        share = min(1.0, (room - FINGER * len(narrow)) / max(1.0, free))
        more = {k for k, wish in enumerate(wishes) if wish * share < FINGER}
        if more <= narrow:
            return tuple(FINGER if k in narrow else wish * share for k, wish in enumerate(wishes))
        narrow |= more


def beneath(frame: Frame, gap: Gap, above: Rect) -> Border:
    """The gap beneath panes of that rectangle."""
    area = Rect(above.x, above.bottom, above.w, GAP * frame.unit)
    return Border(gap=gap, area=area, across=False, start=frame.room.y, length=frame.room.h, at=above.bottom)


def pane(x: float, y: float, width: float, height: float, ratio: float, caption: float) -> Rect:
    """The pane whose picture fits into width x height px, with its caption."""
    w, h = picture(width, height, ratio)
    return Rect(x, y, w, h + caption)


def rest(x: float, y: float, right: float, bottom: float) -> Rect:
    """What is left down to the right and bottom edge, nothing where they lie before it."""
    return Rect(x, y, max(0.0, right - x), max(0.0, bottom - y))


def row(x: float, y: float, width: float, height: float, count: int) -> tuple[Rect, ...]:
    """`count` equal columns, on whole px."""
    edges = [float(round(x + width * k / count)) for k in range(count + 1)]
    return tuple(Rect(a, y, b - a, height) for a, b in pairwise(edges))


def within(wanted: float, least: float, most: float) -> float:
    """As wanted, but within the limits, in whole px; the upper one counts more."""
    return float(round(max(0.0, min(max(wanted, least), most))))


def _lowered(border: Border, by: float) -> Border:
    area = structs.replace(border.area, y=border.area.y + by)
    return structs.replace(border, area=area, start=border.start + by, at=border.at + by)
