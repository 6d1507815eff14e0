"""The coloured square by which a slide tells its number to whoever looks at the screen's pixels.

It fills the bottom-left corner, its side 1/54 of the slide's height. Slide n is 0xRGB0 with the digits of n spread over
the upper halves of the channels, so that neighbours are 16 levels apart and none is black, white or grey.
"""

SIDE = 1 / 54
"""Of the slide's height."""
FIRST, LAST = 1, 2000
LOWEST = (0x88, 0x08, 0x08)
"""The channels of the number 0."""
TOLERANCE = 4
"""Levels by which a channel may be off."""


def colour(n: int) -> tuple[int, int, int]:
    """Red, green and blue of slide n. Raises ValueError outside FIRST..LAST."""
    if not FIRST <= n <= LAST:
        raise ValueError(f"no marker has the number {n}")
    digits = (n >> 8, n >> 4 & 15, n & 15)
    red, green, blue = (low + 16 * digit for low, digit in zip(LOWEST, digits, strict=True))
    return red, green, blue


def hex_colour(n: int) -> str:
    """The colour of slide n as #rrggbb."""
    return "#{:02x}{:02x}{:02x}".format(*colour(n))


def number(red: int, green: int, blue: int) -> int | None:
    """The slide whose colour this is, within TOLERANCE of each channel; None for any other colour."""
    n = 0
    for level, low in zip((red, green, blue), LOWEST, strict=True):
        digit = round((level - low) / 16)
        if digit < 0 or abs(level - low - 16 * digit) > TOLERANCE:
            return None
        n = n << 4 | digit
    return n if FIRST <= n <= LAST else None


def box(width: float, height: float) -> tuple[float, float, float, float]:
    """(x, y, width, height) of the square on a slide of that size, y downwards."""
    side = height * SIDE
    return 0.0, height - side, side, side
