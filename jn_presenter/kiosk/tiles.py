"""The themes as tiles: each with its pictogram, its title and the motif of its slides, all set alike."""

from collections.abc import Iterator

from msgspec import Struct

from jn_presenter.draw.backdrop import FROM, MOTIFS
from jn_presenter.draw.moved import moved
from jn_presenter.draw.shades import legible
from jn_presenter.kiosk.look import RADIUS, Look, Words, cut, face, fits_at, pictogram, scale_in, set_at
from jn_presenter.kiosk.page import Page, Target
from jn_presenter.model.deck import Theme
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.marks import AnyMark, Box, ShapeMark

GAP: dict[Shape, float] = {"tall": 24.0, "classic": 24.0, "wide": 32.0, "wall": 32.0}
ACROSS: dict[Shape, tuple[int, ...]] = {
    "tall": (2, 3, 4),
    "classic": (3, 4, 5, 6),
    "wide": (5, 4, 6, 7, 8),
    "wall": (6, 7, 8, 12),
}
"""Tiles in a row that are tried; the first that makes tiles as large as LOW and NARROW is taken."""
LOW, NARROW = 168.0, 208.0
HIGH = 392.0
"""From this height on a tile has the motif of its theme at its foot."""
FLAT = 1.6
"""From which width on, in units of the height, a tile has its pictogram beside its title and not above it."""
ICON, ALONE = 112.0, 160.0
"""How high a pictogram is at the most, with its motif beneath it and without."""
ICONS = (0.42, 0.3)
"""How high a pictogram is in a tile, in units of the tile's height: the first at which the titles have room."""
PADDING = (32.0, 0.1, 0.15)
"""What a tile leaves free at its edges: px at most, in units of its width and of its height."""
MOST_LINES = 3
READ = (40.0, 30.0)
"""The size in px that titles have; where no division has room for the first, the second, or there is no pictogram."""
PICTURE = 0.55
"""The share of what is beneath the pictogram that a title has where the motif stands beneath it."""
MOTIF = 0.9
"""How much of its strength on a slide a theme's motif has in its tile."""


class Plan(Struct, frozen=True):
    """How a tile is divided. `icon`: the side of the pictogram, 0 for none; `scale`: of all titles."""

    beside: bool
    icon: float
    padding: float
    room: float
    high: float
    scale: float


def tiles(look: Look, themes: tuple[Theme, ...], place: Rect) -> Page:
    """All themes over `place`; a touch leads into one."""
    if not themes:
        return Page()
    rects = grid_of(len(themes), look.canvas, place)
    plan = _plan(look, themes, rects[0])
    marks: list[AnyMark] = []
    targets = []
    for theme, rect in zip(themes, rects, strict=True):
        target = Target(key=f"theme.{theme.id}", rect=rect, command="kiosk-theme", args={"theme": theme.id})
        marks += _tile(look.accented(theme.accent), theme, target, plan)
        targets.append(target)
    return Page(tuple(marks), tuple(targets))


def grid_of(count: int, canvas: Canvas, place: Rect) -> tuple[Rect, ...]:
    """`count` tiles over `place`, row by row; where the last row has fewer, they are wider."""
    gap = GAP[canvas.shape]
    tried = [_size(count, min(across, count), place, gap) for across in (*ACROSS[canvas.shape], *range(1, count + 1))]
    roomy = [one for one in tried if one[1] >= LOW and one[0] >= NARROW]
    width, height, across = roomy[0] if roomy else max(tried, key=lambda one: min(one[0] * LOW / NARROW, one[1]))
    found = []
    for first in range(0, count, across):
        here = min(across, count - first)
        width, top = (place.w - gap * (here - 1)) / here, place.y + first // across * (height + gap)
        found += [Rect(place.x + k * (width + gap), top, width, height) for k in range(here)]
    return tuple(found)


def _size(count: int, across: int, place: Rect, gap: float) -> tuple[float, float, int]:
    """Width and height of a tile, with about so many to a row, and how many it is."""
    rows = -(-count // across)
    across = -(-count // rows)
    return (place.w - gap * (across - 1)) / across, (place.h - gap * (rows - 1)) / rows, across


def _plan(look: Look, themes: tuple[Theme, ...], rect: Rect) -> Plan:
    """The first division in which all titles are read, else the one without a pictogram."""
    titles = tuple(theme.title for theme in themes)
    plans = []
    for beside, icon, padding, room, high in _divisions(look, rect):
        scale = scale_in(look, titles, "title", room, high, bold=True, most=MOST_LINES, whole=True)
        plan = Plan(beside, icon, padding, room, high, scale)
        if all(fits_at(look, one, "title", scale, room, high, bold=True, most=MOST_LINES) for one in titles):
            if scale * look.style.size("title") >= READ[0]:
                return plan
            plans.append(plan)
    read = (plan for plan in plans if plan.scale * look.style.size("title") >= READ[-1])
    return next(read, plan)


def _divisions(look: Look, rect: Rect) -> Iterator[tuple[bool, float, float, float, float]]:
    """(beside, icon, padding, width, height of the words), from the finest on."""
    px, across, down = PADDING
    padding = min(px, across * rect.w, down * rect.h)
    flat = rect.w > FLAT * rect.h and rect.h < HIGH
    share, most = (PICTURE, ICON) if _has_motif(look, rect) else (1.0, ALONE if rect.h >= HIGH else ICON)
    for beside in (True,) if flat else (False, True):
        for icon in (min(most, part * rect.h) for part in ICONS):
            if beside:
                yield True, icon, padding, rect.w - icon - 2.75 * padding, rect.h - padding
            else:
                yield False, icon, padding, rect.w - 2 * padding, (rect.h - icon - 3 * padding) * share
    yield True, 0.0, padding, rect.w - 2 * padding, rect.h - padding


def _tile(look: Look, theme: Theme, target: Target, plan: Plan) -> tuple[AnyMark, ...]:
    style, rect, key = look.style, target.rect, target.key
    pressed = key in look.pressed
    fill = style.accent if pressed else look.face
    sign = legible(fill, style) if pressed else style.accent
    words = _words(look.in_one_ink(sign) if pressed else look, theme, plan, sign if pressed else None)
    x, y, icon, padding = rect.x + plan.padding, rect.y + plan.padding, plan.icon, plan.padding
    if plan.beside:
        y = rect.y + (rect.h - icon) / 2
        text_x, text_y = x + (icon + 0.75 * padding if icon else 0.0), rect.y + (rect.h - words.height) / 2
    else:
        text_x, text_y = x, y + icon + padding
    return (
        face(look, f"{key}.face", Box(rect.x, rect.y, rect.w, rect.h, RADIUS), fill),
        *_motif(look, theme, rect, key, sign),
        *(pictogram(look, f"{key}.icon", theme.icon, x, y, icon, sign) if icon else ()),
        words.mark(f"{key}.title", text_x, text_y),
    )


def _words(look: Look, theme: Theme, plan: Plan, colour: str | None) -> Words:
    words = set_at(look, theme.title, "title", plan.scale, plan.room, colour=colour, bold=True, balance=True)
    return cut(look, words, plan.high, MOST_LINES)


def _has_motif(look: Look, rect: Rect) -> bool:
    return not look.high and rect.h >= HIGH


def _motif(look: Look, theme: Theme, rect: Rect, key: str, ink: str) -> tuple[AnyMark, ...]:
    """The theme's motif, as its slides have it, in its own colour."""
    if not _has_motif(look, rect):
        return ()
    motif = look.style.with_motif(theme.motif).motif
    wide = rect.w / (1.0 - FROM)
    place = Rect(0.0, 0.0, wide, rect.h - RADIUS)
    clip = (rect.x, rect.y, rect.w, rect.h)
    drawn = (mark for mark in MOTIFS[motif](place, ink, True) if isinstance(mark, ShapeMark))
    return tuple(moved(mark, f"{key}.", rect.right - wide, rect.y, MOTIF, clip) for mark in drawn)
