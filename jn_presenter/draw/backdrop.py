"""What lies behind a slide: the style's ground and its fine drawn motif, our own drawings in a few lines."""

import math

from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import AnyMark, Arc, Box, Gradient, Path, ShapeMark
from jn_presenter.model.style import Style

Segments = tuple[tuple[str, tuple[float, ...]], ...]


def backdrop(canvas: Canvas, style: Style, *, prominent: bool = False) -> tuple[AnyMark, ...]:
    """The ground over the whole canvas and the motif on it, larger where `prominent` (covers)."""
    w, h = canvas.width, canvas.height
    stops = tuple((k / max(1, len(style.ground) - 1), colour, 1.0) for k, colour in enumerate(style.ground))
    ground = ShapeMark(key="ground", shape=Box(0.0, 0.0, w, h), fill=Gradient(0.0, 0.0, 0.0, h, stops))
    return (ground, *MOTIFS[style.motif](canvas, style, prominent))


def _none(canvas: Canvas, style: Style, prominent: bool) -> tuple[AnyMark, ...]:
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
        points.append((u * width, base - height * (bell + ripple)))
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


def _ridge(canvas: Canvas, style: Style, prominent: bool) -> tuple[AnyMark, ...]:
    """Three ranges, the farther the fainter, low at the foot; tall enough to be the picture of a cover."""
    w, h = canvas.width, canvas.height
    height = min(h * 0.34, 420.0) if prominent else 96.0
    strength = 0.15 if prominent else 0.06
    marks: list[AnyMark] = []
    for k in range(3):
        base = h + height * (0.06 if prominent else 0.2) * k
        line = ridge_line(w, base, height * (1.0 - 0.22 * k), float(k))
        top = min(y for _, y in line)
        closed = (*smooth(line), ("L", (w, h)), ("L", (0.0, h)), ("Z", ()))
        alpha = strength * (0.55 + 0.3 * k)
        stops = ((0.0, style.motif_ink, alpha), (1.0, style.motif_ink, alpha * 0.15))
        marks.append(ShapeMark(key=f"ridge.{k}", shape=Path(closed), fill=Gradient(0.0, top, 0.0, h, stops)))
    first = ridge_line(w, h, height, 0.0)
    marks.append(
        ShapeMark(
            key="ridge.line",
            shape=Path(smooth(first)),
            stroke=style.motif_ink,
            width=1.5,
            opacity=0.5 if prominent else 0.22,
        )
    )
    return tuple(marks)


def _grid(canvas: Canvas, style: Style, prominent: bool) -> tuple[AnyMark, ...]:
    """A grid of light: hairlines every 120 px."""
    lines: list[tuple[str, tuple[float, ...]]] = []
    for k in range(1, int(canvas.width // 120) + 1):
        lines += [("M", (k * 120.0, 0.0)), ("L", (k * 120.0, canvas.height))]
    for k in range(1, int(canvas.height // 120) + 1):
        lines += [("M", (0.0, k * 120.0)), ("L", (canvas.width, k * 120.0))]
    opacity = 0.2 if prominent else 0.1
    return (ShapeMark(key="grid", shape=Path(tuple(lines)), stroke=style.motif_ink, width=1.0, opacity=opacity),)


def _chain(canvas: Canvas, style: Style, prominent: bool) -> tuple[AnyMark, ...]:
    """Links of a chain along the foot."""
    radius = 120.0 if prominent else 48.0
    count = int(canvas.width // (radius * 1.5)) + 2
    return tuple(
        ShapeMark(
            key=f"chain.{k}",
            shape=Arc(k * radius * 1.5, canvas.height, radius, radius - 3.0, 0.0, 360.0),
            fill=style.motif_ink,
            opacity=0.14 if prominent else 0.08,
        )
        for k in range(count)
    )


MOTIFS = {"none": _none, "ridge": _ridge, "grid": _grid, "chain": _chain}
