"""Home: the briefing's title, its themes as tiles, and how a visitor wants to read them."""

from jn_presenter.draw.backdrop import MOTIFS, backdrop
from jn_presenter.kiosk.buttons import CONTRAST_SIGN, LARGE_SIGN, Button, row
from jn_presenter.kiosk.controls import language_buttons
from jn_presenter.kiosk.look import Look, words_in
from jn_presenter.kiosk.page import Page
from jn_presenter.kiosk.strip import buttons_rect, margin, strip_rect
from jn_presenter.kiosk.tiles import GAP, tiles
from jn_presenter.kiosk.words import CHOOSE, CONTRAST, LARGE
from jn_presenter.model import kiosk as model
from jn_presenter.model.deck import Deck, Theme
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.marks import AnyMark
from jn_presenter.show.kiosk.loop import slides_of
from jn_presenter.show.kiosk.stand import Stand

MOST_LANGUAGES = 3
"""More than these have one button for the next one."""
TOP = {"tall": 160.0, "classic": 72.0, "wide": 72.0, "wall": 112.0}
HEAD = 248.0
"""The height of title and question above the tiles."""
HEAD_STACKED = 80.0
"""More of it for each further language."""
HEAD_LARGE = 32.0
"""More of it for larger text: what the question takes, the title would lose."""


def home(look: Look, deck: Deck, stand: Stand) -> Page:
    """All of the screen: it covers the slide."""
    canvas = look.canvas
    themes = offered(deck, stand)
    head, body = areas(canvas, len(look.env.languages), large=stand.large)
    bar = bar_of(look, deck, stand)
    below = tiles(look, themes, body)
    marks = (*_ground(look, head), *_head(look, deck, head), *below.marks, *bar.marks)
    return Page(marks, (*below.targets, *bar.targets))


def offered(deck: Deck, stand: Stand) -> tuple[Theme, ...]:
    """The themes that have something to show; those of the frame only where there are no others."""
    some = tuple(theme for theme in deck.themes if slides_of(deck, stand, theme.id))
    return tuple(theme for theme in some if theme.role == "content") or some


def areas(canvas: Canvas, languages: int = 1, *, large: bool = False) -> tuple[Rect, Rect]:
    """Where the title stands, in so many languages one under the other, and where the tiles do: above the strip, so
    that the countdown covers none of them.
    """
    shape, side = canvas.shape, margin(canvas)
    bottom = min(buttons_rect(canvas).y - 2 * GAP[shape], strip_rect(canvas).y - GAP[shape])
    wide = canvas.width - 2 * side
    if shape == "tall":
        top = canvas.height / 2
        return Rect(side, TOP[shape], wide, top - TOP[shape] - 64.0), Rect(side, top, wide, bottom - top)
    if shape == "wall":
        first = wide * 0.28
        head = Rect(side, TOP[shape], first - 96.0, bottom - TOP[shape])
        return head, Rect(side + first, TOP[shape] + 48.0, wide - first, bottom - TOP[shape] - 48.0)
    head = Rect(side, TOP[shape], wide, HEAD + HEAD_STACKED * (languages - 1) + (HEAD_LARGE if large else 0.0))
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
    asked = words_in(look, look.said(CHOOSE), "body" if look.stacked else "lead", place.w, 160.0, colour=style.quiet)
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
