"""Where things stand in the console: arithmetic from the window's size and the audience's ratio to rectangles."""

from itertools import pairwise

from msgspec import Struct, structs

from jn_presenter.model.geometry import Rect

SHORT_SIDE = 768.0
LONG_SIDE = 1024.0
"""px of the smallest window for which the sizes of look.py are meant as they are."""
LEAST_SCALE = 0.75
"""Below it type is too small at arm's length, so that texts rather scroll."""
FIGURES = 5
CURRENT_SHARE = 0.58
NARROWEST_SHARE = 0.36
NEXT_SHARE = 0.34
"""Of the content's height, at most, for the next step's picture beside the current one; the notes are worth more."""
NARROWEST = 10
"""Steps of the grid that words beside a picture need at least; with less there are none."""
TALL_SHARE = 0.36
"""Of the content's height, at most, for each picture of an upright window."""

SLIDER = 5
"""Steps of the grid that a slider is high: as much as a finger needs."""
WORDS = 17
"""Steps of the grid that words beneath the picture have at least, where they make room for the slider."""

TINY = 1e-6
"""Against sizes that are a whole number but for the last bit."""


class Areas(Struct, frozen=True, kw_only=True):
    """Rectangles in whole px. The panes have their caption of `caption` px at the top and the picture beneath."""

    scale: float
    caption: float
    figures: tuple[Rect, ...]
    """Clock, elapsed, remaining, slide, step."""
    current: Rect
    about: Rect
    """What is said of the current slide: theme, title, hints, problems."""
    next: Rect
    beside: Rect
    """What is said of the next step."""
    notes: Rect


def scale_for(width: float, height: float, dpi: float = 96.0) -> float:
    """How large type is set in a window of width x height px, 1 at 1024 x 768; never too small for the screen's dpi."""
    grown = min(min(width, height) / SHORT_SIDE, max(width, height) / LONG_SIDE)
    return max(grown, LEAST_SCALE * dpi / 96.0)


def arrange(width: float, height: float, ratio: float, dpi: float = 96.0) -> Areas:
    """The areas of a window of width x height px; `ratio` is the audience's width by height."""
    scale = scale_for(width, height, dpi)
    u = float(max(1, round(8 * scale)))
    content = Rect(3 * u, 3 * u, max(1.0, width - 6 * u), max(1.0, height - 6 * u))
    return _upright(content, ratio, u, scale) if height > width else _lying(content, ratio, u, scale)


def _lying(content: Rect, ratio: float, u: float, scale: float) -> Areas:
    """Current and its words on the left; next, and under it the notes, on the right; clocks above both."""
    head, gap, caption = 9 * u, 3 * u, 3 * u
    top = content.y + head + 2 * u
    height = max(1.0, content.bottom - top)
    room = height - caption - 15 * u
    share = min(max(room * ratio / content.w, NARROWEST_SHARE), CURRENT_SHARE)
    left = float(round(content.w * share))
    right = Rect(content.x + left + gap, top, max(1.0, content.w - left - gap), height)
    current = _pane(content.x, top, left, max(1.0, room), ratio, caption)
    under = current.bottom + 2 * u
    upcoming = _pane(right.x, top, right.w, float(round(NEXT_SHARE * height)), ratio, caption)
    aside = upcoming.right + 2 * u
    words = content.right if content.right - aside >= NARROWEST * u else aside
    below = upcoming.bottom + 2 * u
    clocks = _row(content.x, content.y, left, head, 3)
    places = _row(right.x, content.y, min(right.w, 56 * u), head, FIGURES - 3)
    return Areas(
        scale=scale,
        caption=caption,
        figures=clocks + places,
        current=Rect(content.x, top, left, current.h),
        about=_rest(content.x, under, content.x + left, content.bottom),
        next=upcoming,
        beside=_rest(aside, top + caption, words, upcoming.bottom),
        notes=_rest(right.x, below, content.right, content.bottom),
    )


def _upright(content: Rect, ratio: float, u: float, scale: float) -> Areas:
    """Clocks, current, next, notes one under the other; words stand to the right of pictures where there is room."""
    head, gap, caption = 9 * u, 3 * u, 3 * u
    top = content.y + head + 2 * u
    most = float(round(TALL_SHARE * content.h))
    current = _pane(content.x, top, content.w, most, ratio, caption)
    under = current.bottom + gap
    upcoming = _pane(content.x, under, float(round(content.w * 0.46)), float(round(most * 0.6)), ratio, caption)
    aside = upcoming.right + gap
    if ratio < 1.0:
        about = _rest(current.right + gap, top, content.right, current.bottom)
        notes = _rest(aside, under, content.right, content.bottom)
        beside = _rest(content.x, upcoming.bottom + u, upcoming.right, content.bottom)
    else:
        current = Rect(content.x, top, content.w, current.h)
        about = _rest(aside, under, content.right, max(upcoming.bottom, under + 36 * u))
        notes = _rest(content.x, about.bottom + gap, content.right, content.bottom)
        beside = _rest(content.x, upcoming.bottom + u, upcoming.right, about.bottom)
    return Areas(
        scale=scale,
        caption=caption,
        figures=_row(content.x, content.y, content.w, head, FIGURES),
        current=current,
        about=about,
        next=upcoming,
        beside=beside,
        notes=notes,
    )


def with_slider(areas: Areas, ratio: float) -> tuple[Rect, Areas]:
    """Where a slider for the current picture stands, and the areas beside it.

    Beneath the picture where the words there can spare the room, else over its foot.
    """
    u, pane, about = float(max(1, round(8 * areas.scale))), areas.current, areas.about
    width, height = picture(pane.w, pane.h - areas.caption, ratio)
    foot, high = pane.y + areas.caption + height, SLIDER * u
    if about.y < pane.bottom or about.x != pane.x or about.h < WORDS * u:
        return Rect(pane.x, max(pane.y, foot - high), width, high), areas
    lowered = _rest(about.x, foot + high, about.right, about.bottom)
    return Rect(pane.x, foot, width, high), structs.replace(areas, about=lowered)


def picture(width: float, height: float, ratio: float) -> tuple[float, float]:
    """The largest (width, height) of that ratio within width x height px, in whole px.

    Up to a px too low, never too high: a slide painted at that width has to cover all of it. The picture within a
    picture is itself.
    """
    w = max(1.0, float(int(min(width, (height + 1) * ratio - TINY / 10))))
    return w, max(1.0, float(int(min(height, w / ratio + TINY))))


def _pane(x: float, y: float, width: float, height: float, ratio: float, caption: float) -> Rect:
    """The pane whose picture fits into width x height px, with its caption."""
    w, h = picture(width, height, ratio)
    return Rect(x, y, w, h + caption)


def _rest(x: float, y: float, right: float, bottom: float) -> Rect:
    """What is left down to the right and bottom edge, nothing where they lie before it."""
    return Rect(x, y, max(0.0, right - x), max(0.0, bottom - y))


def _row(x: float, y: float, width: float, height: float, count: int) -> tuple[Rect, ...]:
    """`count` equal columns, on whole px."""
    edges = [float(round(x + width * k / count)) for k in range(count + 1)]
    return tuple(Rect(a, y, b - a, height) for a, b in pairwise(edges))
