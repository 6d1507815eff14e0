"""The pad on which staff type their PIN, over all of the screen."""

import math

from jn_presenter.draw.backdrop import backdrop
from jn_presenter.kiosk.buttons import Button, Kind, drawn
from jn_presenter.kiosk.look import Look, line_of, scale_in
from jn_presenter.kiosk.page import ENTER, Page, Target
from jn_presenter.kiosk.strip import GAP
from jn_presenter.kiosk.words import CANCEL, ERASE, LATER, PIN, SET, UNSET, both
from jn_presenter.kiosk.words import ENTER as OK
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.marks import AnyMark, Arc, Box, ShapeMark
from jn_presenter.model.text import Text, plain

WIDTH = 640.0
KEY = 128.0
HEAD = 200.0
ROWS = 5
DOT, APART = 12.0, 44.0
MINUTE_MS = 60_000.0
LOWER = 24.0
EDGE = 40.0


def pad(look: Look, typed: int, wait_ms: float) -> Page:
    """Digits, erase, cancel and OK, with a dot for each of the `typed` ones.

    wait_ms: how long nothing can be typed after too many wrong ones; 0 for none, infinite where no PIN is set.
    """
    canvas = look.canvas
    keys = keys_rect(canvas)
    locked = wait_ms > 0.0
    marks: list[AnyMark] = [*backdrop(canvas, look.style)]
    targets: list[Target] = []
    several = list(_buttons(keys, locked=locked))
    texts = [button.words for button, _ in several if len(button.words.variants[0][1]) > 1]
    scale = scale_in(look, texts, "body", keys.w / 3 - 56.0, 72.0, bold=True, most=1)
    marks += _head(look, keys, typed, wait_ms)
    for button, rect in several:
        digit = len(button.words.variants[0][1]) == 1
        marks += drawn(look, button, rect, 1.0 if digit else scale, role="lead" if digit else "body")
        if button.kind != "off":
            targets.append(Target(key=button.key, rect=rect, command=button.command, args=button.args))
    return Page(tuple(marks), tuple(targets))


def keys_rect(canvas: Canvas) -> Rect:
    """Where the keys are: in the lower half where the screen is tall, else beneath title and dots."""
    most = ROWS * KEY + (ROWS - 1) * GAP
    top = canvas.height / 2 + LOWER if canvas.shape == "tall" else (canvas.height - most + HEAD) / 2
    high = min(canvas.height - EDGE - top, most)
    width = min(WIDTH, canvas.width - 2 * EDGE)
    return Rect((canvas.width - width) / 2, top, width, high)


def _buttons(place: Rect, *, locked: bool) -> tuple[tuple[Button, Rect], ...]:
    wide, high = (place.w - 2 * GAP) / 3, (place.h - (ROWS - 1) * GAP) / ROWS
    kind: Kind = "off" if locked else "plain"
    primary: Kind = "off" if locked else "primary"
    order = [*"123456789", "erase", "0", "enter"]
    found = []
    for k, key in enumerate(order):
        rect = Rect(place.x + k % 3 * (wide + GAP), place.y + k // 3 * (high + GAP), wide, high)
        if key == "erase":
            button = Button(key="pad.erase", words=_said(ERASE.zh, ERASE.en), command="kiosk-digit", kind=kind)
        elif key == "enter":
            button = Button(key="pad.enter", words=_said(OK.zh, OK.en), command=ENTER, kind=primary)
        else:
            button = Button(key=f"pad.{key}", words=plain(key), command="kiosk-digit", args={"digit": key}, kind=kind)
        found.append((button, rect))
    last = Rect(place.x, place.y + 4 * (high + GAP), place.w, high)
    found.append((Button(key="pad.cancel", words=_said(CANCEL.zh, CANCEL.en), command="kiosk-staff"), last))
    return tuple(found)


def _said(zh: str, en: str) -> Text:
    return plain(f"{zh} {en}")


def _head(look: Look, keys: Rect, typed: int, wait_ms: float) -> tuple[AnyMark, ...]:
    """What is to be typed and how many digits there are by now, or how long to wait."""
    style, canvas = look.style, look.canvas
    title = line_of(look, both(UNSET if math.isinf(wait_ms) else PIN), "lead", canvas.width - 2 * EDGE, bold=True)
    top = keys.y - HEAD
    marks: list[AnyMark] = [title.mark("pad.title", 0.0, top, centred=canvas.width)]
    middle = top + title.height + 56.0
    if wait_ms > 0.0:
        why = SET if math.isinf(wait_ms) else both(LATER).format(count=math.ceil(wait_ms / MINUTE_MS))
        later = line_of(look, why, "body", canvas.width - 2 * EDGE, colour=style.quiet)
        return (*marks, later.mark("pad.later", 0.0, middle - later.height / 2, centred=canvas.width))
    x = canvas.width / 2 - (typed - 1) * APART / 2
    dots = (Arc(x + k * APART, middle, DOT, 0.0, 0.0, 360.0) for k in range(typed))
    marks += (ShapeMark(key=f"pad.dot.{k}", shape=dot, fill=style.ink) for k, dot in enumerate(dots))
    line = Box(canvas.width / 2 - keys.w / 2, middle + 36.0, keys.w, 2.0)
    marks.append(ShapeMark(key="pad.line", shape=line, fill=style.faint, crisp=True))
    return tuple(marks)
