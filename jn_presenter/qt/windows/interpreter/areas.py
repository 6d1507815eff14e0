"""Where things stand in the interpreter's view: arithmetic from the window's size to rectangles."""

from msgspec import Struct

from jn_presenter.model.geometry import Rect

SHORT_SIDE, LONG_SIDE = 768.0, 1366.0
"""px of the window for which the sizes of rows.py are meant as they are."""
LEAST_SCALE = 0.75
"""Below it type is too small to be read while speaking, so that texts rather scroll."""
ASIDE = 0.27
"""Of the content's width, for figures and names beside the texts."""
BENEATH = 0.26
"""Of the content's height, for figures and names under the texts of an upright window."""
NEXT = 0.27
"""Of the height of all texts, for those of the next slide."""
LEAST_SHARE = 0.35
"""Of the column, for what is longer than its share: neither figures nor names push the others out."""


class Areas(Struct, frozen=True, kw_only=True):
    """Rectangles in whole px, each caption at the top of its own."""

    scale: float
    now: Rect
    next: Rect
    aside: Rect
    """Figures and names."""
    gap: float
    upright: bool
    """Whether figures and names stand side by side, under the texts."""

    @property
    def half(self) -> Rect:
        """The left half of `aside`."""
        return Rect(self.aside.x, self.aside.y, float(round((self.aside.w - self.gap) / 2)), self.aside.h)


def arrange(width: float, height: float, dpi: float = 96.0) -> Areas:
    """The areas of a window of width x height px."""
    upright = height > width
    short, long = min(width, height), max(width, height)
    scale = max(min(short / SHORT_SIDE, long / LONG_SIDE), LEAST_SCALE * dpi / 96.0)
    u = float(max(1, round(8 * scale)))
    content = Rect(3 * u, 2 * u, max(1.0, width - 6 * u), max(1.0, height - 4 * u))
    gap = 3 * u
    if upright:
        foot = float(round(content.h * BENEATH))
        texts = Rect(content.x, content.y, content.w, max(1.0, content.h - foot - gap))
        aside = Rect(content.x, texts.bottom + gap, content.w, foot)
    else:
        side = float(round(content.w * ASIDE))
        texts = Rect(content.x, content.y, max(1.0, content.w - side - gap), content.h)
        aside = Rect(texts.right + gap, content.y, side, content.h)
    coming = float(round(texts.h * NEXT))
    return Areas(
        scale=scale,
        now=Rect(texts.x, texts.y, texts.w, max(1.0, texts.h - coming - 2 * u)),
        next=Rect(texts.x, texts.bottom - coming, texts.w, coming),
        aside=aside,
        gap=gap,
        upright=upright,
    )


def divided(areas: Areas, figures: float, names: float) -> tuple[Rect, Rect]:
    """The rectangles of figures and names, which would be so many px high, captions included; 0 for none.

    One under the other each gets what it needs as long as there is room, and then at least LEAST_SHARE.
    """
    aside, gap = areas.aside, areas.gap
    if not figures or not names:
        nothing = Rect(aside.x, aside.y, 0.0, 0.0)
        return (aside, nothing) if figures else (nothing, aside)
    if areas.upright:
        half = areas.half
        return half, Rect(aside.right - half.w, half.y, half.w, half.h)
    room = max(1.0, aside.h - gap)
    least = float(round(LEAST_SHARE * room))
    most = max(room - names, room - least if figures + names > room and names > least else 0.0)
    high = float(round(min(figures, max(most, least))))
    return Rect(aside.x, aside.y, aside.w, high), Rect(aside.x, aside.y + high + gap, aside.w, room - high)
