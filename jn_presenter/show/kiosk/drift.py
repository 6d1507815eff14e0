"""A way around a few pixels, so slow that nobody sees it: no edge burns into a screen that loops for weeks."""

REACH = 2
"""Pixels to each side."""
STAY_MS = 90_000.0
"""How long each place is kept."""
WAY: tuple[tuple[int, int], ...] = tuple(
    (x if y % 2 else -x, y) for y in range(-REACH, REACH + 1) for x in range(-REACH, REACH + 1)
)
"""All places once, each one px beside the last one: rows, there and back."""
ROUND = (*WAY, *WAY[-2:0:-1])


def drift(now_ms: float) -> tuple[int, int]:
    """By how many whole device px, -REACH..REACH, the picture is moved right and down at this time of any clock."""
    return ROUND[int(now_ms // STAY_MS) % len(ROUND)]
