"""Buttons: a pictogram and a word on a quiet surface, side by side or, where room is narrow, one over the other."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct, structs

from jn_presenter.draw.shades import legible
from jn_presenter.kiosk.look import RADIUS, Look, Words, face, fits_at, pictogram, scale_in, set_at
from jn_presenter.kiosk.page import Page, Target
from jn_presenter.kiosk.strip import GAP
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, Box, Line, Run, ShapeMark, TextMark
from jn_presenter.model.style import Font, Role
from jn_presenter.model.text import Text

Kind = Literal["plain", "primary", "on", "off"]
"""An action; the one that most will want; a choice that is in force; what has nothing to do here."""
ICON = 48.0
OVER = 44.0
"""The side of a pictogram beside its word, and above it."""
BETWEEN = 16.0
PADDING = 28.0
TIGHT, ABOVE = 8.0, 6.0
"""What is free around the words in a cell, and between pictogram and word there."""
LEAST_WIDTH = 136.0
UNBROKEN = 4000.0
CONTRAST_SIGN, LARGE_SIGN = "sign:contrast", "sign:large"
"""Pictograms that are drawn here."""


class Button(Struct, frozen=True, kw_only=True):
    """What a button says and does. icon: the name of a pictogram, before its word or with `after` behind it."""

    key: str
    words: Text
    command: str
    args: Mapping[str, str] = {}
    icon: str = ""
    after: bool = False
    kind: Kind = "plain"
    instead: Text | None = None
    """What the button says at another place: it is as wide as that needs too, and so never moves."""


def row(look: Look, place: Rect, left: Sequence[Button], right: Sequence[Button]) -> tuple[Page, Rect]:
    """Two groups at both ends of `place`, or equal cells over all of it; and what is left free between the groups.

    Nothing is left free where they are cells.
    """
    several = (*left, *right)
    if not several:
        return Page(), place
    several = tuple(_in_languages(look, button) for button in several)
    left, right = several[: len(left)], several[len(left) :]
    texts = tuple(words for button in several for words in _said(button))
    scale = scale_in(look, texts, "caption", UNBROKEN, place.h - 8.0, bold=True, most=1)
    widths = {button.key: _width(look, button, scale) for button in several}
    total = sum(widths.values()) + GAP * (len(several) - 1)
    if total > place.w:
        return _cells(look, place, several, texts), Rect(place.x, place.y, 0.0, place.h)
    marks: list[AnyMark] = []
    targets: list[Target] = []
    x = place.x
    for button in left:
        _add(look, button, Rect(x, place.y, widths[button.key], place.h), scale, marks, targets)
        x += widths[button.key] + GAP
    end = place.right - sum(widths[button.key] + GAP for button in right) + GAP
    free = Rect(x, place.y, max(0.0, end - GAP - x), place.h)
    for button in right:
        _add(look, button, Rect(end, place.y, widths[button.key], place.h), scale, marks, targets)
        end += widths[button.key] + GAP
    return Page(tuple(marks), tuple(targets)), free


def _in_languages(look: Look, button: Button) -> Button:
    """What it says in the languages shown; the name of a language stays in that one, and in the font that has it."""
    instead = None if button.instead is None else look.said(button.instead)
    words = button.words if len(button.words.variants) == 1 else look.said(button.words)
    return structs.replace(button, words=words, instead=instead)


def _cells(look: Look, place: Rect, several: Sequence[Button], texts: Sequence[Text]) -> Page:
    count = len(several)
    width = (place.w - GAP * (count - 1)) / count
    inside, iconless = width - 2 * TIGHT, place.h - 2 * TIGHT
    with_icons = iconless - (OVER + ABOVE if any(button.icon for button in several) else 0.0)
    scale = scale_in(look, texts, "caption", inside, with_icons, bold=True, most=2)
    if not all(fits_at(look, words, "caption", scale, inside, with_icons, bold=True) for words in texts):
        several = [structs.replace(button, icon="") for button in several]
        scale = scale_in(look, texts, "caption", inside, iconless, bold=True, most=2)
    marks: list[AnyMark] = []
    targets: list[Target] = []
    for k, button in enumerate(several):
        rect = Rect(place.x + k * (width + GAP), place.y, width, place.h)
        _add(look, button, rect, scale, marks, targets, over=True)
    return Page(tuple(marks), tuple(targets))


def _add(
    look: Look,
    button: Button,
    rect: Rect,
    scale: float,
    marks: list[AnyMark],
    targets: list[Target],
    *,
    over: bool = False,
) -> None:
    marks += drawn(look, button, rect, scale, over=over)
    if button.kind != "off":
        targets.append(Target(key=button.key, rect=rect, command=button.command, args=button.args))


def drawn(
    look: Look, button: Button, rect: Rect, scale: float, *, over: bool = False, role: Role = "caption"
) -> tuple[AnyMark, ...]:
    """A button in its rectangle. What is pressed has the colours of the accent, whatever it was."""
    key, style = button.key, look.style
    pressed = key in look.pressed
    off = button.kind == "off"
    fill = style.accent if pressed or button.kind == "primary" else style.ink if button.kind == "on" else look.face
    if pressed and button.kind == "primary":
        fill = style.ink
    ink = style.faint if off else legible(fill, style)
    marks: list[AnyMark] = [] if off else [face(look, f"{key}.face", Box(rect.x, rect.y, rect.w, rect.h, RADIUS), fill)]
    words = set_at(
        look.in_one_ink(ink), button.words, role, scale, rect.w - (2 * TIGHT if over else 0.0), colour=ink, bold=True
    )
    if over:
        return (*marks, *_stacked(look, button, rect, words, ink))
    icon = ICON if button.icon else 0.0
    width = icon + (BETWEEN if icon else 0.0) + words.width
    x, top = rect.x + (rect.w - width) / 2, rect.y + (rect.h - ICON) / 2
    text_x = x if button.after else x + width - words.width
    icon_x = x + width - icon if button.after else x
    marks += sign(look, f"{key}.icon", button.icon, icon_x, top, ICON, ink)
    marks.append(words.mark(f"{key}.words", text_x, rect.y + (rect.h - words.height) / 2))
    return tuple(marks)


def _stacked(look: Look, button: Button, rect: Rect, words: Words, ink: str) -> tuple[AnyMark, ...]:
    icon = OVER if button.icon else 0.0
    high = icon + (ABOVE if icon else 0.0) + words.height
    top = rect.y + (rect.h - high) / 2
    signs = sign(look, f"{button.key}.icon", button.icon, rect.x + (rect.w - icon) / 2, top, icon, ink)
    text = words.mark(f"{button.key}.words", rect.x, rect.y + (rect.h + high) / 2 - words.height, centred=rect.w)
    return (*signs, text)


def _width(look: Look, button: Button, scale: float) -> float:
    said = [set_at(look, words, "caption", scale, UNBROKEN, bold=True) for words in _said(button)]
    icon = ICON + BETWEEN if button.icon else 0.0
    return max(LEAST_WIDTH, max(words.width for words in said) + icon + 2 * PADDING)


def _said(button: Button) -> tuple[Text, ...]:
    return (button.words,) if button.instead is None else (button.words, button.instead)


def sign(look: Look, key: str, name: str, x: float, y: float, side: float, colour: str) -> tuple[AnyMark, ...]:
    """A pictogram in a square of `side` px: a bundled icon, or one that is drawn here."""
    if name == CONTRAST_SIGN:
        middle, outer = (x + side / 2, y + side / 2), side * 0.42
        ring = Arc(*middle, outer, outer - side * 0.065, 0.0, 360.0)
        half = Arc(*middle, outer - side * 0.03, 0.0, 0.0, 180.0)
        return (
            ShapeMark(key=f"{key}.ring", shape=ring, fill=colour),
            ShapeMark(key=f"{key}.half", shape=half, fill=colour),
        )
    if name == LARGE_SIGN:
        measure, base = look.env.measure, y + side * 0.84
        small, large = Font(max(24.0, side * 0.5), True), Font(side * 0.95, True)
        first, second = measure.advance("A", small, "en"), measure.advance("A", large, "en")
        start = x + (side - first - second) / 2
        lines = (
            Line(start, base, first, (Run("A", small, colour),), "en"),
            Line(start + first, base, second, (Run("A", large, colour),), "en"),
        )
        return (TextMark(key=key, lines=lines),)
    return pictogram(look, key, name, x, y, side, colour)
