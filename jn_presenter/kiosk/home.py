"""Home: the briefing's title, its themes as tiles, and how a visitor wants to read them."""

from jn_presenter.draw.backdrop import FROM, MOTIFS, backdrop
from jn_presenter.draw.moved import moved
from jn_presenter.draw.shades import legible
from jn_presenter.kiosk.buttons import CONTRAST_SIGN, LARGE_SIGN, Button, row
from jn_presenter.kiosk.controls import language_buttons
from jn_presenter.kiosk.look import RADIUS, Look, Words, face, pictogram, scale_in, set_at, words_in
from jn_presenter.kiosk.page import FINGER, Page, Target
from jn_presenter.kiosk.strip import buttons_rect, margin
from jn_presenter.kiosk.words import CHOOSE, CONTRAST, LARGE
from jn_presenter.model import kiosk as model
from jn_presenter.model.deck import Deck, Theme
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.marks import AnyMark, Box, ShapeMark
from jn_presenter.show.kiosk.loop import slides_of
from jn_presenter.show.kiosk.stand import Stand

MOST_LANGUAGES = 3
"""More than these have one button for the next one."""
GAP = {"tall": 24.0, "classic": 24.0, "wide": 32.0, "wall": 32.0}
TOP = {"tall": 160.0, "classic": 72.0, "wide": 72.0, "wall": 112.0}
HEAD = 248.0
"""The height of title and question above the tiles."""
ACROSS: dict[Shape, tuple[int, ...]] = {
    "tall": (2, 3, 4),
    "classic": (3, 4, 5, 6),
    "wide": (5, 4, 6, 7, 8),
    "wall": (6, 7, 8, 12),
}
"""Tiles in a row that are tried; the first that makes tiles as high as LOW is taken."""
LOW = 168.0
SQUARE = 1.6
"""From which width on, in units of the height, a tile has its pictogram beside its title and not above it."""
ICON = 112.0
PADDING = 32.0
MOTIF = 0.9
"""How much of its strength as a picture a theme's motif has in its tile."""


def home(look: Look, deck: Deck, stand: Stand) -> Page:
    """All of the screen: it covers the slide."""
    canvas = look.canvas
    themes = offered(deck, stand)
    head, body = areas(canvas)
    bar = bar_of(look, deck, stand)
    tiles = _tiles(look, themes, body)
    marks = (*_ground(look, head), *_head(look, deck, head), *tiles.marks, *bar.marks)
    return Page(marks, (*tiles.targets, *bar.targets))


def offered(deck: Deck, stand: Stand) -> tuple[Theme, ...]:
    """The themes that have something to show; those of the frame only where there are no others."""
    some = tuple(theme for theme in deck.themes if slides_of(deck, stand, theme.id))
    return tuple(theme for theme in some if theme.role == "content") or some


def areas(canvas: Canvas) -> tuple[Rect, Rect]:
    """Where the title stands and where the tiles do."""
    shape, side = canvas.shape, margin(canvas)
    bottom = buttons_rect(canvas).y - 2 * GAP[shape]
    wide = canvas.width - 2 * side
    if shape == "tall":
        top = canvas.height / 2
        return Rect(side, TOP[shape], wide, top - TOP[shape] - 64.0), Rect(side, top, wide, bottom - top)
    if shape == "wall":
        first = wide * 0.28
        head = Rect(side, TOP[shape], first - 96.0, bottom - TOP[shape])
        return head, Rect(side + first, TOP[shape] + 48.0, wide - first, bottom - TOP[shape] - 48.0)
    head = Rect(side, TOP[shape], wide, HEAD)
    top = head.bottom + 48.0
    return head, Rect(side, top, wide, bottom - top)


def bar_of(look: Look, deck: Deck, stand: Stand) -> Page:
    """Languages at one end; large text and high contrast at the other."""
    languages = deck.briefing.languages
    ways = language_buttons(look, languages, several=len(languages) <= MOST_LANGUAGES)
    switches = [
        Button(
            key="large",
            words=LARGE,
            command="kiosk-large",
            icon=LARGE_SIGN,
            kind="on" if stand.large else "plain",
        )
    ]
    if model.CONTRAST in deck.styles:
        switches.append(
            Button(
                key="contrast",
                words=CONTRAST,
                command="kiosk-contrast",
                icon=CONTRAST_SIGN,
                kind="on" if stand.contrast else "plain",
            )
        )
    page, _ = row(look, buttons_rect(look.canvas), ways, switches)
    return page


def _ground(look: Look, head: Rect) -> tuple[AnyMark, ...]:
    """The style's ground and, where there is the height, its motif as a picture above the tiles."""
    ground, *_ = backdrop(look.canvas, look.style)
    if look.canvas.shape != "tall":
        return (ground,)
    place = Rect(0.0, 0.0, look.canvas.width, head.bottom + 32.0)
    return (ground, *MOTIFS[look.style.motif](place, look.style.motif_ink, True))


def _head(look: Look, deck: Deck, place: Rect) -> tuple[AnyMark, ...]:
    """The title, as large as it may be, and what to do beneath it."""
    style = look.style
    asked = words_in(look, look.said(CHOOSE), "lead", place.w, 160.0, colour=style.quiet)
    room = place.h - asked.height - 24.0
    tall = look.canvas.shape in ("tall", "wall")
    title = words_in(
        look, deck.briefing.title, "statement", place.w, room, bold=True, most=5 if tall else 2, balance=True
    )
    total = title.height + 24.0 + asked.height
    top = place.bottom - total if look.canvas.shape != "wall" else place.y + (place.h - total) * 0.4
    return (
        title.mark("home.title", place.x, top),
        asked.mark("home.asked", place.x, top + title.height + 24.0),
    )


def grid_of(count: int, canvas: Canvas, place: Rect) -> tuple[Rect, ...]:
    """`count` tiles over `place`, row by row; where the last row has fewer, they are wider."""
    shape = canvas.shape
    gap = GAP[shape]
    tried = [min(across, count) for across in ACROSS[shape]] + [count]
    heights = [(place.h - gap * (-(-count // across) - 1)) / -(-count // across) for across in tried]
    fits = [across for across, high in zip(tried, heights, strict=True) if high >= LOW]
    across = fits[0] if fits else tried[max(range(len(tried)), key=heights.__getitem__)]
    rows = -(-count // across)
    across = -(-count // rows)
    height = max(FINGER, (place.h - gap * (rows - 1)) / rows)
    tiles = []
    for line in range(rows):
        here = min(across, count - line * across)
        width = (place.w - gap * (here - 1)) / here
        tiles += [
            Rect(place.x + k * (width + gap), place.y + line * (height + gap), width, height) for k in range(here)
        ]
    return tuple(tiles)


def _tiles(look: Look, themes: tuple[Theme, ...], place: Rect) -> Page:
    if not themes:
        return Page()
    rects = grid_of(len(themes), look.canvas, place)
    rect = rects[0]
    beside = rect.w > SQUARE * rect.h
    icon = min(ICON, rect.h * 0.42)
    room = rect.w - 2 * PADDING - (icon + PADDING * 0.75 if beside else 0.0)
    high = rect.h - 32.0 if beside else (rect.h - icon - 3 * PADDING) * (1.0 if rect.h < 2 * LOW else 0.55)
    titles = tuple(theme.title for theme in themes)
    scale = scale_in(look, titles, "title", room, high, bold=True, most=3, whole=True)
    marks: list[AnyMark] = []
    targets = []
    for theme, tile in zip(themes, rects, strict=True):
        target = Target(key=f"theme.{theme.id}", rect=tile, command="kiosk-theme", args={"theme": theme.id})
        own = look.accented(theme.accent)
        ink = legible(own.style.accent, own.style) if target.key in look.pressed else None
        words = set_at(own, theme.title, "title", scale, room, colour=ink, bold=True, balance=True)
        marks += _tile(own, theme, target, words, icon, beside=beside)
        targets.append(target)
    return Page(tuple(marks), tuple(targets))


def _tile(look: Look, theme: Theme, target: Target, words: Words, icon: float, *, beside: bool) -> tuple[AnyMark, ...]:
    style, rect, key = look.style, target.rect, target.key
    pressed = key in look.pressed
    fill = style.accent if pressed else look.face
    sign = legible(fill, style) if pressed else style.accent
    surface = face(look, f"{key}.face", Box(rect.x, rect.y, rect.w, rect.h, RADIUS), fill)
    icon_y = rect.y + (rect.h - icon) / 2 if beside else rect.y + PADDING
    text_x = rect.x + PADDING + (icon + PADDING * 0.75 if beside else 0.0)
    text_y = rect.y + (rect.h - words.height) / 2 if beside else icon_y + icon + PADDING
    return (
        surface,
        *_motif(look, theme, rect, key, sign),
        *pictogram(look, f"{key}.icon", theme.icon, rect.x + PADDING, icon_y, icon, sign),
        words.mark(f"{key}.title", text_x, text_y),
    )


def _motif(look: Look, theme: Theme, rect: Rect, key: str, ink: str) -> tuple[AnyMark, ...]:
    """The theme's motif, as its slides have it, in its own colour."""
    motif = look.style.with_motif(theme.motif).motif
    if look.high or rect.h < 2 * LOW:
        return ()
    wide = rect.w / (1.0 - FROM)
    place = Rect(0.0, 0.0, wide, rect.h - RADIUS)
    clip = (rect.x, rect.y, rect.w, rect.h)
    drawn = (mark for mark in MOTIFS[motif](place, ink, True) if isinstance(mark, ShapeMark))
    return tuple(moved(mark, f"{key}.", rect.right - wide, rect.y, MOTIF, clip) for mark in drawn)
