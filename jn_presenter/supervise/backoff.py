"""How long to wait before the show is started again: longer each time, never for good."""

FIRST_S, MOST_S = 0.5, 30.0
MOST_DOUBLINGS = 10
"""Enough for MOST_S; without it a long night would overflow a float."""


def delay_s(crashes: int) -> float:
    """Seconds before the start that follows so many crashes in a row, 1 or more."""
    return min(MOST_S, FIRST_S * float(2 ** min(max(crashes, 1) - 1, MOST_DOUBLINGS)))
