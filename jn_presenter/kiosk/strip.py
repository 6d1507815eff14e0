"""The strip at the foot of the screen that a kiosk keeps for its controls: the slide is composed for what is above it.

So no control ever stands on a slide, whatever it has, and when the screen is tall all of them are within reach of
whoever sits in a wheelchair.
"""

from jn_presenter.draw.grid import grid
from jn_presenter.model.deck import Deck
from jn_presenter.model.geometry import Canvas, Rect, canvas_for

HEIGHT = {"tall": 248.0, "classic": 136.0, "wide": 136.0, "wall": 136.0}
BUTTON = {"tall": 144.0, "classic": 104.0, "wide": 104.0, "wall": 104.0}
BELOW = {"tall": 32.0, "classic": 24.0, "wide": 24.0, "wall": 24.0}
"""From the buttons to the edge of the screen, where a touch is easily lost to the frame."""
GAP = 16.0


def slide_rect(canvas: Canvas, deck: Deck) -> Rect:
    """What of the canvas the slides have: all of it where nothing is to be touched."""
    kept = HEIGHT[canvas.shape] if deck.briefing.kiosk.touch else 0.0
    return Rect(0.0, 0.0, canvas.width, canvas.height - kept)


def strip_rect(canvas: Canvas) -> Rect:
    """What of the canvas the controls have."""
    kept = HEIGHT[canvas.shape]
    return Rect(0.0, canvas.height - kept, canvas.width, kept)


def margin(canvas: Canvas) -> float:
    """Where the words of a slide above the strip begin, so that the controls meet the same edge."""
    above = canvas.height - HEIGHT[canvas.shape]
    inner = canvas_for(canvas.width, above)
    return grid(inner).margin * canvas.width / inner.width


def buttons_rect(canvas: Canvas) -> Rect:
    """The row of buttons in the strip, between the margins."""
    high, side = BUTTON[canvas.shape], margin(canvas)
    return Rect(side, canvas.height - BELOW[canvas.shape] - high, canvas.width - 2 * side, high)
