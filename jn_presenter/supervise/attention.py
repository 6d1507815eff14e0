"""A clock that counts only while somebody looks: who slept, or was stopped itself, has seen no hang."""

MOST_GAP_S = 0.5
"""The longest time between two looks that counts whole; the supervisor looks several times a second, and where it comes
too late to it, the machine is too busy for the show as well.
"""


class Attention:
    """Seconds of attention, from the readings of a monotonic clock that never go back."""

    def __init__(self, now_s: float) -> None:
        self._last_s = now_s
        self._attended_s = 0.0

    def look(self, now_s: float) -> float:
        """Seconds attended up to now."""
        self._attended_s += min(max(0.0, now_s - self._last_s), MOST_GAP_S)
        self._last_s = now_s
        return self._attended_s
