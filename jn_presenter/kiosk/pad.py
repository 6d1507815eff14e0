"""The pad on which staff type their PIN, over all of the screen."""

import math

from jn_presenter.draw.backdrop import backdrop
from jn_presenter.draw.contrast import contrast
from jn_presenter.kiosk.buttons import Button, Kind, drawn
from jn_presenter.kiosk.look import Look, line_of, scale_in
from jn_presenter.kiosk.page import ENTER, Page, Target
from jn_presenter.kiosk.strip import GAP
from jn_presenter.kiosk.words import AGAIN, ASK, CANCEL, ERASE, LATER, PIN, UNSET, WRONG, both
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
ALARM = ("#ff9b94", "#a3140a")
"""What is wrong, on dark ground and on light: red, and read as well as any words."""
RULE, ALARM_RULE = 2.0, 8.0
"""The line beneath the dots, and where what was typed was wrong."""


def pad(look: Look, typed: int, wait_ms: float, left: int | None = None) -> Page:
    """Digits, erase, cancel and OK, with a dot for each of the `typed` ones.

    wait_ms: how long nothing can be typed after too many wrong ones; 0 for none, infinite where no PIN is set.
    left: after a wrong one, how many more there may be; None after none.
    """
    canvas = look.canvas
    keys = keys_rect(canvas)
    locked = wait_ms > 0.0
    marks: list[AnyMark] = [*backdrop(canvas, look.style)]
    targets: list[Target] = []
    several = list(_buttons(keys, locked=locked))
    texts = [button.words for button, _ in several if len(button.words.variants[0][1]) > 1]
    scale = scale_in(look, texts, "body", keys.w / 3 - 56.0, 72.0, bold=True, most=1)
    marks += _head(look, keys, typed, wait_ms, left)
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


def _head(look: Look, keys: Rect, typed: int, wait_ms: float, left: int | None) -> tuple[AnyMark, ...]:
    """What is to be typed and how many digits there are by now; that it was wrong; or how long to wait."""
    style, width = look.style, look.canvas.width
    unset, locked, wrong = math.isinf(wait_ms), wait_ms > 0.0, left is not None
    red = alarm(look)
    name, colour = (UNSET, None) if unset else (WRONG, red) if locked and wrong else (PIN, None)
    title = line_of(look, both(name), "lead", width - 2 * EDGE, bold=True, colour=colour)
    top = keys.y - HEAD
    marks: list[AnyMark] = [title.mark("pad.title", 0.0, top, centred=width)]
    middle = top + title.height + 56.0
    if locked:
        why = both(ASK) if unset else both(LATER).format(count=math.ceil(wait_ms / MINUTE_MS))
        later = line_of(look, why, "body", width - 2 * EDGE, colour=style.quiet)
        return (*marks, later.mark("pad.later", 0.0, middle - later.height / 2, centred=width))
    if wrong:
        said = both(AGAIN).format(count=left) if left else both(WRONG)
        words = line_of(look, said, "body", width - 2 * EDGE, colour=red, bold=True)
        marks.append(words.mark("pad.wrong", 0.0, middle - words.height / 2, centred=width))
    x = width / 2 - (typed - 1) * APART / 2
    dots = (Arc(x + k * APART, middle, DOT, 0.0, 0.0, 360.0) for k in range(typed))
    marks += (ShapeMark(key=f"pad.dot.{k}", shape=dot, fill=style.ink) for k, dot in enumerate(dots))
    line = Box(width / 2 - keys.w / 2, middle + 36.0, keys.w, ALARM_RULE if wrong else RULE)
    marks.append(ShapeMark(key="pad.line", shape=line, fill=red if wrong else style.faint, crisp=True))
    return tuple(marks)


def alarm(look: Look) -> str:
    """The red that is read on the style's ground."""
    return max(ALARM, key=lambda red: min(contrast(red, ground) for ground in look.style.ground))
