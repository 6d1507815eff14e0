"""Colours that stand for amounts, and ink that is read on any of them."""

from collections.abc import Sequence

from msgspec import Struct

from jn_presenter.draw.contrast import contrast
from jn_presenter.draw.motion import lerp, mix
from jn_presenter.model.marks import Gradient
from jn_presenter.model.style import Style

READABLE = 4.5
"""The least contrast of words (WCAG 2.2, level AA)."""
PURE = ("#000000", "#ffffff")
"""One of the two is read on any colour: at least √21 = 4.58 to 1."""
TINT = 0.42
"""How much of a colour a calm surface has of it, the rest being ground."""
FAINTEST = 0.14
"""The least amount's share of the accent: still told from the ground."""
STOPS = 8
"""Steps of a scale's strip; between them Qt mixes as `mix` does."""


def legible(fill: str, style: Style) -> str:
    """The style's ink or ground, whichever is read better on the colour; black or white where neither is."""
    own = max((style.ink, style.ground[0]), key=lambda ink: contrast(fill, ink))
    return own if contrast(fill, own) >= READABLE else max(PURE, key=lambda ink: contrast(fill, ink))


def tinted(colour: str, style: Style, share: float = TINT) -> str:
    """A calm surface of the colour."""
    return mix(style.ground[0], colour, share)


class Shades(Struct, frozen=True, kw_only=True):
    """Amounts from `low` to `high` as colours; where they have both signs the scale turns at zero and is as long on
    either side, so that equal amounts are equally strong.
    """

    low: float
    high: float
    middle: str
    upper: str
    lower: str

    @property
    def diverging(self) -> bool:
        return self.low < 0.0 < self.high

    def at(self, value: float) -> str:
        """The colour #rrggbb of an amount within the scale."""
        if self.diverging:
            return mix(self.middle, self.upper if value >= 0.0 else self.lower, min(1.0, abs(value) / self.high))
        span = self.high - self.low
        return mix(self.middle, self.upper, min(1.0, max(0.0, (value - self.low) / span)) if span > 0.0 else 1.0)

    def gradient(self, x0: float, x1: float) -> Gradient:
        """The whole scale from x0 to x1 px."""
        steps = [k / STOPS for k in range(STOPS + 1)]
        return Gradient(x0, 0.0, x1, 0.0, tuple((s, self.at(lerp(self.low, self.high, s)), 1.0) for s in steps))


def shades(values: Sequence[float], style: Style) -> Shades:
    """One hue from faint to the accent over the values; two hues about zero where they have both signs.

    One sign: from the least value to the largest, the strong end being the one further from zero.
    """
    low, high = min(values, default=0.0), max(values, default=0.0)
    if low < 0.0 < high:
        most = max(-low, high)
        neutral = mix(style.ground[0], style.ink, FAINTEST)
        return Shades(low=-most, high=most, middle=neutral, upper=style.accent, lower=opposite(style))
    faint = mix(style.ground[0], style.accent, FAINTEST)
    if high <= 0.0 and low < 0.0:
        return Shades(
            low=low,
            high=high,
            middle=opposite(style),
            upper=mix(style.ground[0], opposite(style), FAINTEST),
            lower=faint,
        )
    return Shades(low=low, high=high, middle=faint, upper=style.accent, lower=faint)


def opposite(style: Style) -> str:
    """The colour of the style's series that is furthest from the accent between blue and yellow, which is what is
    told apart whatever the kind of red-green blindness.
    """
    return max(style.series or (style.ink,), key=lambda colour: abs(_blueness(colour) - _blueness(style.accent)))


def _blueness(colour: str) -> float:
    """Blue less yellow, -255 to 255: the opponent channel that deuteranopes and protanopes keep."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return blue - (red + green) / 2
