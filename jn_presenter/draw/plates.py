"""Whether a logo is seen on the ground, or needs a plate behind it; pure arithmetic over its tones."""

from collections.abc import Iterable

from jn_presenter.draw.contrast import luminance

Tone = tuple[float, float]
"""The relative luminance 0..1 of some of a picture's pixels, and how much of it they cover."""

SEEN = 1.9
"""The contrast from which on a shape is told from its ground at a glance; letters in logos are large."""
ENOUGH = 0.9
"""The share of a logo that has to be seen on the ground for it to need no plate."""


def share_seen(tones: Iterable[Tone], ground: str) -> float:
    """The share 0..1 of what the tones cover that is told from a ground #rrggbb; 1 where they cover nothing."""
    beneath = luminance(ground)
    seen = whole = 0.0
    for light, weight in tones:
        high, low = max(light, beneath), min(light, beneath)
        whole += weight
        seen += weight if (high + 0.05) / (low + 0.05) >= SEEN else 0.0
    return seen / whole if whole else 1.0


def needs_plate(tones: Iterable[Tone], ground: str, plate: str) -> bool:
    """Whether less than ENOUGH is seen on the ground, and more on the plate."""
    tones = tuple(tones)
    plain = share_seen(tones, ground)
    return plain < ENOUGH and share_seen(tones, plate) > plain
