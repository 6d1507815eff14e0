"""What lies behind a slide: the style's ground and its fine drawn motif, our own drawings in a few lines.

A motif keeps clear of the provenance lines: on most slides it is a narrow frieze beneath them, on covers and sections a
picture above them.
"""

import math
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product

from msgspec import structs

from jn_presenter.draw.grid import provenance_rect
from jn_presenter.draw.links import Chain
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.marks import AnyMark, Box, Gradient, Path, ShapeMark
from jn_presenter.model.style import Motif, Style

Segments = tuple[tuple[str, tuple[float, ...]], ...]

CLEAR = 16.0
"""Between the provenance lines and a motif, in px."""
FRIEZE = 40.0
"""The height of the frieze at the foot, in px; it stands as far from the canvas's edge as from the words above it."""
RIDGE = (0.26, 0.3)
"""The height of the ridge as a picture: its most in units of the canvas's height, and of its width."""
PIECES = 24
"""The ridge's line is drawn in so many pieces, the lower the fainter."""
LINKS = (400.0, 184.0, 14.0)
"""Length, width and band of a link as a picture, in px on a canvas of USUAL px; smaller on a narrower one."""
USUAL = 1920.0
SMALL_LINKS = (88.0, 32.0, 3.0)
FROM = 0.42
"""Where chain and grid begin as a picture, in units of the canvas's width: the words have the left."""
PITCH = 64.0
"""The cells of the grid as a picture, in px."""
ROWS = 4
SMALL_PITCH = 20.0
LEVELS = 6
"""So many steps of brightness that the grid of light has."""


def backdrop(canvas: Canvas, style: Style, *, prominent: bool = False, notes: int = 1) -> tuple[AnyMark, ...]:
    """The ground over the whole canvas and the motif on it, a picture where `prominent` (covers, sections).

    notes: how many provenance lines it keeps clear of.
    """
    w, h = canvas.width, canvas.height
    stops = tuple((k / max(1, len(style.ground) - 1), colour, 1.0) for k, colour in enumerate(style.ground))
    ground = ShapeMark(key="ground", shape=Box(0.0, 0.0, w, h), fill=Gradient(0.0, 0.0, 0.0, h, stops))
    words = provenance_rect(canvas, notes)
    frieze = Rect(0.0, (words.bottom + h - FRIEZE) / 2, w, FRIEZE)
    picture = Rect(0.0, 0.0, w, words.y - CLEAR)
    return (ground, *MOTIFS[style.motif](picture if prominent else frieze, style.motif_ink, prominent))


def _none(place: Rect, ink: str, prominent: bool) -> tuple[AnyMark, ...]:
    return ()


def ridge_line(width: float, base: float, height: float, seed: float) -> tuple[tuple[float, float], ...]:
    """Points of a mountain ridge from x = 0 to `width`: a broad triple summit.

    Heights are a sum of three bells and two sines, so that the line is smooth and the same on every machine.
    """
    bells = ((0.62, 0.16, 1.0), (0.40, 0.11, 0.62), (0.82, 0.10, 0.55))
    points = []
    steps = 48
    for k in range(steps + 1):
        u = k / steps
        bell = sum(a * math.exp(-(((u - m - seed * 0.03) / s) ** 2)) for m, s, a in bells)
        ripple = 0.035 * math.sin(17 * u + 5 * seed) + 0.02 * math.sin(41 * u + 11 * seed)
        # The ripple belongs to the slopes: the plain beside them is flat.
        points.append((u * width, base - height * (bell + ripple * min(1.0, 2 * bell))))
    return tuple(points)


def smooth(points: tuple[tuple[float, float], ...]) -> Segments:
    """A Catmull-Rom curve through the points as cubic Béziers (control points a sixth of the chord apart)."""
    segments: list[tuple[str, tuple[float, ...]]] = [("M", points[0])]
    last = len(points) - 1
    for k in range(last):
        p0, p1, p2, p3 = points[max(0, k - 1)], points[k], points[k + 1], points[min(last, k + 2)]
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        segments.append(("C", (*c1, *c2, *p2)))
    return tuple(segments)


@lru_cache(maxsize=32)  # the tiles of a kiosk's home are drawn anew with every touch
def _ridge(place: Rect, ink: str, prominent: bool) -> tuple[AnyMark, ...]:
    """Three ranges of a mountain, the nearer the stronger, their feet in the mist."""
    base = place.bottom
    height = min(RIDGE[0] * place.h, RIDGE[1] * place.w) if prominent else 0.9 * place.h
    strength = 0.16 if prominent else 0.12
    marks: list[AnyMark] = []
    for k in range(3):
        line = ridge_line(place.w, base, height * (1.0 - 0.22 * k), float(k))
        top = min(y for _, y in line)
        closed = (*smooth(line), ("L", (place.w, base)), ("L", (0.0, base)), ("Z", ()))
        stops = ((0.0, ink, strength * (0.55 + 0.3 * k)), (1.0, ink, 0.0))
        marks.append(ShapeMark(key=f"ridge.{k}", shape=Path(closed), fill=Gradient(0.0, top, 0.0, base, stops)))
    return (*marks, *_ridge_line(ridge_line(place.w, base, height, 0.0), base, height, ink, 0.5 if prominent else 0.3))


def _ridge_line(
    points: tuple[tuple[float, float], ...], base: float, height: float, ink: str, opacity: float
) -> Iterator[ShapeMark]:
    """The outline of the farthest range, which fades towards its foot."""
    (_, start), *curves = smooth(points)
    here = start
    each = len(curves) // PIECES
    for k in range(PIECES):
        some = curves[k * each : (k + 1) * each]
        high = (base - (here[1] + some[-1][1][-1]) / 2) / height
        piece = Path((("M", here), *some))
        here = some[-1][1][-2:]
        if high > 0.02:
            seen = opacity * min(1.0, high / 0.5)
            yield ShapeMark(key=f"ridge.line.{k}", shape=piece, stroke=ink, width=1.5, opacity=seen)


def _chain(place: Rect, ink: str, prominent: bool) -> tuple[AnyMark, ...]:
    """Links of a chain that comes out of the dark, or a row of them all along the foot."""
    narrow = min(1.0, math.sqrt(place.w / USUAL))
    length, width, stroke = (narrow * px for px in LINKS) if prominent else SMALL_LINKS
    one = Chain(count=1, length=length, width=width, stroke=stroke, clear=stroke * 0.7)
    start = FROM * place.w if prominent else -length / 2
    count = math.ceil((place.right - start) / one.pitch) + 1
    top = place.bottom - width if prominent else place.y + (place.h - width) / 2
    row = structs.replace(one.at(start, top), count=count)
    ways = (1.0,) * count
    return tuple(
        ShapeMark(
            key=f"chain.{k}",
            shape=Path(row.drawn(k, ways)),
            stroke=ink,
            width=stroke,
            opacity=0.05 + 0.27 * min(1.0, k / max(1, count - 2)) if prominent else 0.16,
        )
        for k in range(count)
    )


def _grid(place: Rect, ink: str, prominent: bool) -> tuple[AnyMark, ...]:
    """A grid of light that grows brighter towards its far corner, or two rows of its lights along the foot."""
    if not prominent:
        columns = int(place.w / SMALL_PITCH)
        spots = [
            (x, y, 1.5, k / columns)
            for k, row in product(range(columns + 1), (0, 1))
            for x, y in [(place.x + k * SMALL_PITCH, place.y + place.h / 2 + (row - 0.5) * SMALL_PITCH)]
        ]
        return tuple(_lights(spots, ink, 0.4))
    left = FROM * place.w
    columns = math.ceil((place.w - left) / PITCH)
    lines: dict[int, list[tuple[str, tuple[float, ...]]]] = {}
    lit = []
    for i, j in product(range(columns + 1), range(ROWS + 1)):
        x, y = place.w - (columns - i) * PITCH + PITCH / 2, place.bottom - (ROWS - j) * PITCH
        light = (i + 0.5) / (columns + 1) * (0.25 + 0.75 * (j + 0.5) / (ROWS + 1))
        ways = lines.setdefault(math.ceil(light * LEVELS), [])
        ways += [("M", (x, y)), ("L", (x + PITCH, y))]
        if j:
            ways += [("M", (x, y - PITCH)), ("L", (x, y))]
        if (3 * i + 5 * j) % 7 in (0, 2):
            lit.append((x, y, 2.0 + 4.0 * light, light))
    hairlines = (
        ShapeMark(key=f"grid.{level}", shape=Path(tuple(ways)), stroke=ink, width=1.0, opacity=0.6 * level / LEVELS)
        for level, ways in lines.items()
    )
    return (*hairlines, *_lights(lit, ink, 1.0))


def _lights(spots: list[tuple[float, float, float, float]], ink: str, most: float) -> Iterator[ShapeMark]:
    """Small squares at (x, y) of so many px to each side, as bright as their light of 0..1."""
    for level in range(1, LEVELS + 1):
        squares = [spot for spot in spots if math.ceil(spot[3] * LEVELS) == level]
        path = tuple(segment for x, y, half, _ in squares for segment in _square(x, y, half))
        if path:
            yield ShapeMark(key=f"lights.{level}", shape=Path(path), fill=ink, opacity=most * level / LEVELS)


def _square(x: float, y: float, half: float) -> Segments:
    return (
        ("M", (x - half, y - half)),
        ("L", (x + half, y - half)),
        ("L", (x + half, y + half)),
        ("L", (x - half, y + half)),
        ("Z", ()),
    )


MOTIFS: dict[Motif, Callable[[Rect, str, bool], tuple[AnyMark, ...]]] = {
    "none": _none,
    "ridge": _ridge,
    "grid": _grid,
    "chain": _chain,
}
