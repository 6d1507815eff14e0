"""What a kiosk says while it waits: to passers-by that it can be touched, to whoever stands there that it ends."""

import math

from msgspec import structs

from jn_presenter.kiosk.look import EDGE, Look, line_of, words_in
from jn_presenter.kiosk.page import Page, Target
from jn_presenter.kiosk.strip import margin, strip_rect
from jn_presenter.kiosk.words import LEFT, STAY, TOUCH, at_once, filled
from jn_presenter.model.deck import Deck
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import AnyMark, Arc, Box, ShapeMark
from jn_presenter.model.style import Role

BREATH_MS = 5000.0
"""From one breath to the next."""
FAINTEST = 0.75
"""The invitation at its weakest, which is read as well."""
MOST_LANGUAGES = 3
RING, LINE = 56.0, 3.0
SPACE = 28.0
BETWEEN = 56.0
"""Between words side by side."""
LARGEST_RING, THICK, AFTER_RING = 168.0, 10.0, 42.0
"""The ring of the countdown: its side, its line, and the space behind it."""


def breath(now_ms: float) -> float:
    """0..1 and back, once in BREATH_MS: the invitation's share of what it gains."""
    return (1.0 - math.cos(2.0 * math.pi * now_ms / BREATH_MS)) / 2.0


def invitation(look: Look, deck: Deck) -> Page:
    """One quiet line beneath the slide, in the deck's languages; all of the screen can be touched."""
    strip, room = strip_rect(look.canvas), look.canvas.width - 2 * margin(look.canvas) - RING - SPACE
    said = at_once(TOUCH, deck.briefing.languages)[:MOST_LANGUAGES]
    across = 1 if look.canvas.shape == "tall" else len(said)
    each = (room - BETWEEN * (across - 1)) / across
    words = [line_of(_in(look, language), string, "lead", each) for k, (language, string) in enumerate(said)]
    rows = [words[k : k + across] for k in range(0, len(words), across)]
    widest = max(sum(one.width for one in line) + BETWEEN * (len(line) - 1) for line in rows)
    heights = [max(one.height for one in line) for line in rows]
    left, y, middle = strip.x + (strip.w - widest - RING - SPACE) / 2, strip.y, strip.y + strip.h / 2
    y = middle - sum(heights) / 2
    marks: list[AnyMark] = [*_ring(look, left + RING / 2, middle)]
    for line, high in zip(rows, heights, strict=True):
        x = left + RING + SPACE
        for one in line:
            marks.append(one.mark(f"touch.{len(marks)}", x, y + (high - one.height) / 2))
            x += one.width + BETWEEN
        y += high
    return Page(tuple(marks), (everywhere(look.canvas),))


def breathing(page: Page, now_ms: float) -> Page:
    """The invitation at this moment of its breath."""
    share = breath(now_ms)
    return Page(tuple(_breathed(mark, share) for mark in page.marks), page.targets)


def _breathed(mark: AnyMark, share: float) -> AnyMark:
    if mark.key == "touch.dot":
        return mark
    if mark.key == "touch.ring" and isinstance(mark, ShapeMark) and isinstance(mark.shape, Arc):
        outer = RING * (0.36 + 0.14 * share)
        ring = structs.replace(mark.shape, outer=outer, inner=outer - LINE)
        return structs.replace(mark, shape=ring, opacity=1.0 - 0.6 * share)
    return structs.replace(mark, opacity=FAINTEST + (1.0 - FAINTEST) * share)


def everywhere(canvas: Canvas) -> Target:
    """The screen as one target: somebody is there."""
    return Target(key="touch", rect=canvas.rect, command="kiosk-touch", whole=True)


def _in(look: Look, language: str) -> Look:
    return structs.replace(look, env=structs.replace(look.env, languages=(language,)))


def _ring(look: Look, x: float, y: float) -> tuple[AnyMark, ...]:
    """A finger's touch: a dot, and a ring around it that widens with the breath."""
    ring, dot = Arc(x, y, RING / 2, RING / 2 - LINE, 0.0, 360.0), Arc(x, y, RING * 0.2, 0.0, 0.0, 360.0)
    return (
        ShapeMark(key="touch.dot", shape=dot, fill=look.style.accent),
        ShapeMark(key="touch.ring", shape=ring, fill=look.style.accent),
    )


def countdown(look: Look, left_ms: float, whole_ms: float) -> Page:
    """In place of the controls: seconds in a ring that empties, what happens then, and what prevents it."""
    strip, style = strip_rect(look.canvas), look.style
    seconds = math.ceil(left_ms / 1000.0)
    size = min(strip.h - 32.0, LARGEST_RING)
    room = look.canvas.width - 2 * margin(look.canvas) - size - AFTER_RING
    aside = look.canvas.shape != "tall"
    each, high = ((room - BETWEEN) / 2 if aside else room), strip.h - 24.0
    first, second = (1.0, 1.0) if aside else (0.6, 0.4)
    role: Role = "lead" if look.stacked else "title"
    said = words_in(look, look.said(filled(LEFT, count=seconds)), role, each, high * first, bold=True)
    stay = words_in(look, look.said(STAY), "body", each, high * second, colour=style.quiet, most=1)
    width = said.width + BETWEEN + stay.width if aside else max(said.width, stay.width)
    x, middle = (look.canvas.width - size - AFTER_RING - width) / 2, strip.y + strip.h / 2
    text, radius = x + size + AFTER_RING, size / 2
    top = middle - (said.height if aside else said.height + stay.height) / 2
    beneath = (text + said.width + BETWEEN, middle - stay.height / 2) if aside else (text, top + said.height)
    number = line_of(look, str(seconds), "title" if size > 120.0 else "lead", size, bold=True)
    share = min(1.0, left_ms / whole_ms) if whole_ms > 0.0 else 0.0
    track = Arc(x + radius, middle, radius, radius - THICK, 0.0, 360.0)
    marks: tuple[AnyMark, ...] = (
        ShapeMark(key="left.panel", shape=Box(strip.x, strip.y, strip.w, strip.h), fill=look.panel, crisp=True),
        ShapeMark(key="left.track", shape=track, fill=style.faint),
        ShapeMark(key="left.ring", shape=structs.replace(track, sweep=360.0 * share), fill=style.accent),
        number.mark("left.number", x, middle - number.height / 2, centred=size),
        said.mark("left.said", text, top),
        stay.mark("left.stay", *beneath),
    )
    if look.high:
        edge = Box(strip.x, strip.y, strip.w, EDGE)
        marks = (*marks, ShapeMark(key="left.edge", shape=edge, fill=style.ink, crisp=True))
    return Page(marks, (everywhere(look.canvas),))
