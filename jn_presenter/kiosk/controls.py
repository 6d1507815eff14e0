"""The controls beside a slide: home and language at one corner, back and next at the other, the place between them."""

from msgspec import structs

from jn_presenter.draw.motion import mix
from jn_presenter.kiosk.buttons import Button, Kind, row
from jn_presenter.kiosk.look import Look, words_in
from jn_presenter.kiosk.page import Page
from jn_presenter.kiosk.strip import buttons_rect, strip_rect
from jn_presenter.kiosk.words import ALL, BACK, HOME, NEXT, OF, filled, language_name
from jn_presenter.model.deck import Deck, Theme
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark
from jn_presenter.model.text import Text
from jn_presenter.show.kiosk.loop import slides_of
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.state import ShowState

MOST_DOTS = 12
"""More places than that are told by numbers."""
DOT, LONG, APART = 14.0, 40.0, 14.0
"""The side of a dot, the length of the one that stands for the slide shown, and the space between them, in px."""
PASSED, AHEAD = 0.6, 0.3
"""How much ink dots have of slides before and after the one shown."""
LEAST = 160.0
"""Room between the buttons in which the place is told."""
BEFORE_ROW = 24.0
CORNERS = 3000.0
"""From which width of the canvas on all controls stand at both its ends: nobody walks five metres for a button."""


def controls(look: Look, state: ShowState, deck: Deck, stand: Stand) -> Page:
    """What a visitor sees beneath the slide."""
    theme, place = deck.theme(stand.theme), buttons_rect(look.canvas)
    slides = slides_of(deck, stand, stand.theme)
    here = slides.index(state.shown.slide) if state.shown.slide in slides else 0
    if theme is not None:
        look = look.accented(theme.accent)
    ways = (
        Button(key="home", words=HOME, command="kiosk-home", icon="home"),
        *language_buttons(look, deck.briefing.languages, several=False),
    )
    turns: tuple[Button, ...] = (
        Button(key="back", words=BACK, command="previous", icon="arrow-left", kind="plain" if here else "off"),
        _next(here + 1 >= len(slides)),
    )
    if look.canvas.width >= CORNERS:
        several = (*ways, *turns)
        ways, turns = several, tuple(structs.replace(one, key=f"right-{one.key}") for one in several)
    page, free = row(look, place, ways, turns)
    narrow = free.w < LEAST
    strip = strip_rect(look.canvas)
    line = Rect(place.x, strip.y, place.w, place.y - strip.y - BEFORE_ROW / 2) if narrow else free
    if narrow and line.h < 24.0:
        return page
    return Page((*page.marks, *_place(look, theme, here, len(slides), line, ends=narrow)), page.targets)


def language_buttons(look: Look, languages: tuple[str, ...], *, several: bool) -> tuple[Button, ...]:
    """A button for each language, by its own name; or, not `several`, one for the language after the present one."""
    if len(languages) < 2:
        return ()
    if not several:
        here = languages.index(look.language) if look.language in languages else -1
        after = languages[(here + 1) % len(languages)]
        return (_language(after, "language", icon="languages"),)
    return tuple(_language(tag, f"language.{tag}", on=tuple(look.env.languages) == (tag,)) for tag in languages)


def _language(tag: str, key: str, *, icon: str = "", on: bool = False) -> Button:
    words = Text(((tag, language_name(tag)),))
    kind: Kind = "on" if on else "plain"
    return Button(key=key, words=words, command="kiosk-language", args={"language": tag}, icon=icon, kind=kind)


def _next(last: bool) -> Button:
    if last:
        return Button(key="next", words=ALL, instead=NEXT, command="kiosk-home", icon="home", kind="primary")
    return Button(key="next", words=NEXT, instead=ALL, command="next", icon="arrow-right", after=True, kind="primary")


def _place(look: Look, theme: Theme | None, here: int, count: int, room: Rect, *, ends: bool) -> tuple[AnyMark, ...]:
    """The theme's title and where in it the slide stands: in the middle of the room, or with `ends` at both ends."""
    middle = room.y + room.h / 2
    dots = count * (DOT + APART) + LONG - DOT - APART
    numbers = count > MOST_DOTS or dots > room.w
    place = words_in(look, look.said(filled(OF, n=here + 1, all=count)), "caption", room.w, room.h, most=1)
    width = place.width if numbers else dots
    gap = APART * 2
    title = None
    if theme is not None and room.w - width - gap > LEAST:
        title = words_in(look, theme.title, "caption", room.w - width - gap, room.h, colour=look.style.quiet, most=1)
        if title.width > room.w - width - gap:
            title = None
    total = width + (title.width + gap if title else 0.0)
    x = room.x if ends else room.x + (room.w - total) / 2
    marks: list[AnyMark] = []
    if title:
        marks.append(title.mark("place.theme", x, middle - title.height / 2))
        x += title.width + gap
    if ends:
        x = room.right - width
    if numbers:
        return (*marks, place.mark("place.n", x, middle - place.height / 2))
    for k in range(count):
        long = LONG if k == here else DOT
        share = PASSED if k < here else AHEAD
        colour = look.style.accent if k == here else mix(look.foot, look.style.ink, share)
        marks.append(ShapeMark(key=f"place.{k}", shape=Box(x, middle - DOT / 2, long, DOT, DOT / 2), fill=colour))
        x += long + APART
    return tuple(marks)
