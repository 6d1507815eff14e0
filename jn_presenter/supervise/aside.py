"""Slides set aside for a day: how much of it is left for each, kept in a file from one start of the kiosk to the next.

While the kiosk runs, its own clock counts. The one on the wall, which anybody may set, counts for the time between two
runs alone, and then never backwards.
"""

import json
import math

DAY_S = 86_400.0
MOST_SLIDES, MOST_NAME, MOST_BYTES = 200, 600, 1 << 17


def aged(left: dict[str, float], by_s: float) -> dict[str, float]:
    """What is left of each slide's day, in seconds, so much later; those that are back are gone."""
    return {slide: rest - by_s for slide, rest in left.items() if rest > by_s}


def set_aside(left: dict[str, float], slide: str) -> dict[str, float]:
    """With that slide set aside for a day. Where there are too many, the one that has waited longest is back."""
    kept = {name: rest for name, rest in left.items() if name != slide}
    if len(kept) >= MOST_SLIDES:
        del kept[min(kept, key=kept.__getitem__)]
    return kept | {slide: DAY_S}


def written(left: dict[str, float], wall_s: float) -> bytes:
    """As a file; `wall_s` is the time of day since 1970."""
    return json.dumps({"at": round(wall_s), "left": {slide: round(rest) for slide, rest in left.items()}}).encode()


def read(content: bytes, wall_s: float) -> dict[str, float]:
    """What such a file says at another time of day. What is no such file says nothing; nothing is more than a day."""
    try:
        found = json.loads(content[:MOST_BYTES])
        at_s = float(found["at"])
        left = {str(slide): float(rest) for slide, rest in found["left"].items() if len(slide) <= MOST_NAME}
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return {}
    if not all(map(math.isfinite, (at_s, *left.values()))):
        return {}
    day = {slide: min(rest, DAY_S) for slide, rest in left.items()}
    return aged(dict(list(day.items())[:MOST_SLIDES]), max(0.0, wall_s - at_s))
