"""Links of a chain: their outlines, where one passes beneath the other, and the part that is drawn at a moment."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, structs

Segments = tuple[tuple[str, tuple[float, ...]], ...]
Span = tuple[float, float]

OVERLAP = 2.0 - math.sqrt(2.0)
"""How far two links reach into each other, in units of their radius: with this they cross at right angles."""


class Chain(Struct, frozen=True, kw_only=True):
    """`count` equal links in a row, each a band with round ends; along x, or along y where `upright`.

    length, width: of a link, in px; stroke: the width of its band; clear: what stays free on both sides of a band that
    passes above another. (x, y) is the top left of the whole.
    """

    count: int
    length: float
    width: float
    stroke: float
    clear: float
    x: float = 0.0
    y: float = 0.0
    upright: bool = False

    @property
    def radius(self) -> float:
        """Of the middle line of a link's round ends."""
        return (self.width - self.stroke) / 2

    @property
    def reach(self) -> float:
        """How far two links, bands included, reach into each other."""
        return OVERLAP * self.radius + self.stroke

    @property
    def pitch(self) -> float:
        """From one link to the next."""
        return self.length - self.reach

    @property
    def extent(self) -> float:
        """The length of the whole chain."""
        return self.length + self.pitch * (self.count - 1)

    @property
    def half(self) -> float:
        """Half the way around the middle line of a link: along one side, from its near end to its far end."""
        return math.pi * self.radius + self.length - self.width

    def at(self, x: float, y: float) -> "Chain":
        """The same chain with its top left at (x, y)."""
        return structs.replace(self, x=x, y=y)

    def centres(self) -> tuple[tuple[float, float], ...]:
        """The middle of each link."""
        return tuple(self._placed(k, (self.length / 2, 0.0)) for k in range(self.count))

    def drawn(self, link: int, ways: Sequence[float]) -> Segments:
        """What is seen of a link while links are drawn from their near ends around, each as far as its way of 0..1.

        A link passes beneath the one before it on one side and beneath the one after it on the other; it opens there
        as that one is drawn across.
        """
        seen = self.half * ways[link]
        across = self.radius * math.acos(1.0 - OVERLAP / 2)
        gap = self.stroke / 2 + self.clear
        gaps: list[Span] = []
        if link:
            opened = _opened(self.half * ways[link - 1], self.half - across, gap)
            gaps.append((across - gap * opened, across + gap * opened))
        if link + 1 < self.count:
            opened = _opened(self.half * ways[link + 1], across, gap)
            gaps.append((across - self.half - gap * opened, across - self.half + gap * opened))
        spans = kept((-seen, seen), [(a, b) for a, b in gaps if b > a])
        if seen < self.half or not spans:
            return tuple(segment for span in spans for segment in self._stretch(link, span))
        if len(spans) == 1:
            return (*self._stretch(link, spans[0]), ("Z", ()))
        # Both ends meet at the far end: drawn through it, no seam is seen there.
        joined = (spans[-1][0], spans[0][1] + 2 * self.half)
        return tuple(segment for span in (*spans[1:-1], joined) for segment in self._stretch(link, span))

    def _stretch(self, link: int, span: Span) -> Iterator[tuple[str, tuple[float, ...]]]:
        """The middle line from one place to another; places are px from the near end, negative on one side."""
        start, end = span
        yield "M", self._at(link, start)
        for a, b in _pieces(start, end, self._corners(end)):
            turn = self._turn(a, b)
            if turn is None:
                yield "L", self._at(link, b)
                continue
            first, last = turn
            pull = 4 / 3 * math.tan((last - first) / 4) * self.radius
            p, q = self._point(a), self._point(b)
            c = (p[0] - pull * math.sin(first), p[1] + pull * math.cos(first))
            d = (q[0] + pull * math.sin(last), q[1] - pull * math.cos(last))
            yield "C", (*self._placed(link, c), *self._placed(link, d), *self._placed(link, q))

    def _corners(self, end: float) -> list[float]:
        """The places where round and straight parts meet, once around and on as far as `end`."""
        quarter, half = math.pi / 2 * self.radius, self.half
        once = [-half, quarter - half, -quarter, 0.0, quarter, half - quarter]
        return once if end <= half else [*once, *(place + 2 * half for place in once)]

    def _turn(self, a: float, b: float) -> Span | None:
        """The angles of a round piece in radians, clockwise from three o'clock; None of a straight one."""
        quarter, half = math.pi / 2 * self.radius, self.half
        middle = _around((a + b) / 2, half)
        if quarter < abs(middle) < half - quarter:
            return None
        near = abs(middle) <= quarter
        origin = 0.0 if near else half if middle > 0 else -half
        base = math.pi if near else 2 * math.pi if middle > 0 else 0.0
        shift = middle - (a + b) / 2
        return base + (a + shift - origin) / self.radius, base + (b + shift - origin) / self.radius

    def _point(self, place: float) -> tuple[float, float]:
        """A place on a link's middle line: along the link from its near end, and across from its middle."""
        quarter, half = math.pi / 2 * self.radius, self.half
        place = _around(place, half)
        side = -1.0 if place > 0 else 1.0
        far, end = abs(place), self.stroke / 2
        if far <= quarter:
            turn = far / self.radius
            return end + self.radius * (1 - math.cos(turn)), side * self.radius * math.sin(turn)
        if far < half - quarter:
            return end + self.radius + far - quarter, side * self.radius
        turn = (half - far) / self.radius
        return self.length - end - self.radius * (1 - math.cos(turn)), side * self.radius * math.sin(turn)

    def _at(self, link: int, place: float) -> tuple[float, float]:
        return self._placed(link, self._point(place))

    def _placed(self, link: int, point: tuple[float, float]) -> tuple[float, float]:
        along, across = point[0] + self.pitch * link, point[1] + self.width / 2
        return (self.x + across, self.y + along) if self.upright else (self.x + along, self.y + across)


def kept(whole: Span, gaps: Sequence[Span]) -> list[Span]:
    """What is left of a span without the gaps, in order."""
    found: list[Span] = []
    start, end = whole
    for a, b in sorted(gaps):
        if min(a, end) > start:
            found.append((start, min(a, end)))
        start = max(start, b)
    return [*found, (start, end)] if end > start else found


def _opened(reached: float, place: float, gap: float) -> float:
    """How far, 0..1, a gap is open for a line that is drawn across it: by how much of the gap it has passed."""
    return min(1.0, max(0.0, (reached - place + gap) / (2 * gap)))


def _pieces(start: float, end: float, corners: Sequence[float]) -> Iterator[Span]:
    yield from pairwise((start, *(corner for corner in corners if start < corner < end), end))


def _around(place: float, half: float) -> float:
    """The same place between -half and half."""
    return (place + half) % (2 * half) - half if abs(place) > half else place
