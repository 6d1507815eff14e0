"""Where events stand on a line through time: in proportion where their words have room so, else evenly and marked."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

SAME = 0.1
"""Intervals count as in proportion where px a year differ by no more than this share."""

LAST = (1.0, 0.85, 0.7, 0.55, 0.0)
"""Shares of the width wanted for the last event that it is given, the first that leaves the others enough."""

APART = 0.2
"""Two events stand at least so far apart, in units of the least width of their words."""


class TimeAxis(Struct, frozen=True):
    """Places of events in px along the line, and for each interval whether it is out of proportion."""

    places: tuple[float, ...]
    broken: tuple[bool, ...]


def proportional(times: Sequence[float], start: float, end: float) -> TimeAxis:
    """The first event at `start`, the last at `end`, all in proportion to their dates."""
    span = times[-1] - times[0] if times else 0.0
    if span <= 0.0:
        return TimeAxis(tuple(start for _ in times), (False,) * (len(times) - 1))
    places = tuple(start + (end - start) * (time - times[0]) / span for time in times)
    return TimeAxis(places, (False,) * (len(times) - 1))


def spaced(times: Sequence[float], places: Sequence[float]) -> TimeAxis:
    """Events at these places; every interval is marked as broken unless all have one scale after all."""
    years = [b - a for a, b in pairwise(times)]
    lengths = [b - a for a, b in pairwise(places)]
    scales = [length / year if year > 0.0 else 0.0 for length, year in zip(lengths, years, strict=True)]
    true = not scales or max(scales) - min(scales) <= SAME * max(scales)
    return TimeAxis(tuple(places), (not true,) * len(lengths))


def narrowest(axis: TimeAxis, end: float, lanes: int) -> float:
    """The least px from an event to the next one of its lane, or to `end` for the last of each lane."""
    edges = (*axis.places, *(end,) * lanes)
    return min((edges[k + lanes] - edges[k] for k in range(len(axis.places))), default=end)


def in_proportion(times: Sequence[float], start: float, end: float, least: float) -> TimeAxis | None:
    """Events from left to right in proportion, where each has `least` px or more to its right; else None."""
    span = times[-1] - times[0] if times else 0.0
    shortest = min((b - a for a, b in pairwise(times)), default=0.0) / span if span > 0.0 else 0.0
    # The last event gets as much room as the tightest of the others.
    axis = proportional(times, start, start + (end - start) / (1.0 + shortest))
    return axis if narrowest(axis, end, 1) >= least else None


def in_turns(times: Sequence[float], start: float, end: float, least: float, wanted: float) -> TimeAxis | None:
    """Events from left to right in proportion, their words by turns below and above; each has `least` px or more.

    The last, often a goal in many words, has as much of the px `wanted` for it as the others leave. None where one
    would have too little, or two stand too close to be told apart.
    """
    for share in LAST:
        room = max(least, share * wanted)
        axis = proportional(times, start, end - room)
        if narrowest(axis, end, 2) >= least and narrowest(axis, end, 1) >= APART * least:
            return axis
    return None


def in_lanes(times: Sequence[float], start: float, end: float, least: float, lanes: int) -> TimeAxis:
    """Events from left to right evenly; with two lanes the words take turns above and below and overlap in x."""
    count = len(times)
    last = (end - start) / count if lanes == 1 else max(least, (end - start) / count)
    step = (end - start - last) / max(1, count - 1)
    return spaced(times, [start + k * step for k in range(count)])


def down(times: Sequence[float], heights: Sequence[float], start: float, end: float, gap: float) -> TimeAxis:
    """Events from top to bottom, the words of each `heights` px high and hanging from its place, `gap` px apart.

    In proportion where that leaves the room; else one after the other, the spare height divided evenly among them.
    """
    if not times:
        return TimeAxis((), ())
    true = proportional(times, start, max(start, end - heights[-1]))
    gaps = [b - a - h for a, b, h in zip(true.places, true.places[1:], heights, strict=False)]
    if all(free >= gap for free in gaps):
        return true
    spare = max(gap, (end - start - sum(heights)) / max(1, len(times) - 1))
    places, y = [], start
    for height in heights:
        places.append(y)
        y += height + min(spare, 3 * gap)
    return spaced(times, places)


def stretch(start: float, end: float, broken: bool, gap: float, t: float) -> tuple[tuple[float, float], ...]:
    """The pieces of the line from `start` to `end` drawn as far as t: with a gap in the middle where it is broken."""
    middle = (start + end) / 2
    pieces = ((start, middle - gap / 2), (middle + gap / 2, end)) if broken else ((start, end),)
    reach = start + (end - start) * t
    return tuple((a, min(b, reach)) for a, b in pieces if reach > a and b > a)
