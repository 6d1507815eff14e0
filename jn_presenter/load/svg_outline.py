"""The outlines of the shapes of SVG as straight segments that are at least as long, and where transforms put them.

After SVG Tiny 1.2, 7.6 (transforms) and 8 (paths). What is broken in a path is passed over: it is measured, not drawn.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import radians, tan
from typing import NamedTuple

FAR = 1e12
"""Larger numbers are taken for this one: products of them are still numbers."""
LONGEST = 2_000
"""Characters of a transform or a pattern of dashes that is looked at."""
NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,9})?"
NUMBERS = re.compile(NUMBER)
MEASURE = re.compile(rf"({NUMBER})\s*(px|pt|pc|mm|cm|in|em|%)?")
UNITS = {"pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "em": 16.0}
WORDS = re.compile(rf"{NUMBER}|[A-Za-z]")
ARITY = {"m": 2, "l": 2, "t": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "a": 7}

Segment = tuple[float, float, float, float]
"""x and y of its beginning and of its end."""


class Matrix(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float


def product(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that does first `inner`, then `outer`."""
    a, b, c, d, e, f = outer
    return Matrix(
        *map(
            _near,
            (
                *(a * inner.a + c * inner.b, b * inner.a + d * inner.b),
                *(a * inner.c + c * inner.d, b * inner.c + d * inner.d),
                *(a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f),
            ),
        )
    )


def matrix(transform: str) -> Matrix:
    """Of the attribute `transform`. A rotation is taken for one by 45 degrees; what nobody writes enlarges most."""
    if len(transform) > LONGEST:
        return Matrix(FAR, FAR, FAR, FAR, 0.0, 0.0)
    made = Matrix(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for part in transform.split(")"):
        before, _, words = part.partition("(")
        name, found = before.strip(" \t\r\n,"), lengths(words)
        x = found[0] if found else 0.0
        y = found[1] if len(found) > 1 else 0.0
        if name == "matrix" and len(found) == 6:
            one = Matrix(*found)
        elif name == "translate":
            one = Matrix(1.0, 0.0, 0.0, 1.0, x, y)
        elif name == "scale":
            one = Matrix(x, 0.0, 0.0, y if len(found) > 1 else x, 0.0, 0.0)
        elif name == "rotate":
            one = Matrix(0.71, 0.71, -0.71, 0.71, 0.0, 0.0) if x % 180 else Matrix(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        elif name == "skewX":
            one = Matrix(1.0, 0.0, _near(tan(radians(x))), 1.0, 0.0, 0.0)
        elif name == "skewY":
            one = Matrix(1.0, _near(tan(radians(x))), 0.0, 1.0, 0.0, 0.0)
        else:
            continue
        made = product(made, one)
    return made


def edge(segment: Segment, place: Matrix) -> tuple[float, float, float, float]:
    """Where it begins there, x and y, and how far it goes."""
    x0, y0, x1, y1 = segment
    dx, dy = x1 - x0, y1 - y0
    a, b, c, d, e, f = place
    return a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * dx + c * dy, b * dx + d * dy


def lengths(words: str) -> list[float]:
    """All numbers in there."""
    return [_near(float(word)) for word in NUMBERS.findall(words)]


def number(word: str) -> float:
    """A length in px, 0 for what is none; a percentage is one of a hundred units."""
    found = MEASURE.match(word.strip())
    return _near(float(found[1])) * UNITS.get(found[2], 1.0) if found else 0.0


def outline(name: str, attributes: dict[str, str]) -> Iterator[Segment]:
    """Of the element of that name; nothing of one that has no shape."""

    def of(key: str) -> float:
        return number(attributes.get(key, ""))

    if name == "path":
        yield from _path(attributes.get("d", ""))
    elif name in ("polyline", "polygon"):
        yield from _path(f"M{attributes.get('points', '')}Z")
    elif name == "line":
        yield of("x1"), of("y1"), of("x2"), of("y2")
    elif name == "rect":
        yield from _around(of("x"), of("y"), of("width"), of("height"))
    elif name in ("circle", "ellipse"):
        rx, ry = (of("r"), of("r")) if name == "circle" else (of("rx"), of("ry"))
        yield from _around(of("cx") - rx, of("cy") - ry, 2 * rx, 2 * ry)


def _around(x: float, y: float, w: float, h: float) -> Iterator[Segment]:
    return _joined([(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)])


def _joined(points: list[tuple[float, float]]) -> Iterator[Segment]:
    return ((*one, *other) for one, other in pairwise(points))


def _path(words: str) -> Iterator[Segment]:
    """A curve by the points that control it, which lie no nearer than it. What is no command goes nowhere."""
    x = y = start_x = start_y = 0.0
    command, found, idle = "", list[float](), False
    for match in WORDS.finditer(words):
        word = match[0]
        if word.isalpha():
            if idle:
                yield x, y, x, y
            command, found, idle = word, [], True
            if word in "zZ":
                yield x, y, start_x, start_y
                x, y = start_x, start_y
            continue
        found.append(_near(float(word)))
        kind = command.lower()
        if len(found) < ARITY.get(kind, 1):
            continue
        values, found, idle = found, [], False
        if kind not in ARITY:
            yield x, y, x, y
            continue
        from_x, from_y = (x, y) if command.islower() else (0.0, 0.0)
        if kind == "m":
            x, y = start_x, start_y = _near(from_x + values[0]), _near(from_y + values[1])
            command = "l" if command == "m" else "L"
            continue
        if kind == "h":
            points = [(from_x + values[0], y)]
        elif kind == "v":
            points = [(x, from_y + values[0])]
        elif kind == "a":
            end = (from_x + values[5], from_y + values[6])
            points = [*_bulge(x, y, end, values), end]
        else:
            points = [(from_x + one, from_y + other) for one, other in zip(values[::2], values[1::2], strict=True)]
        for end_x, end_y in points:
            yield x, y, end_x, end_y
            x, y = _near(end_x), _near(end_y)


def _bulge(x: float, y: float, end: tuple[float, float], values: list[float]) -> list[tuple[float, float]]:
    """Points by which an arc goes as far as it may: half around its chord, or around all of its ellipse."""
    middle_x, middle_y = (x + end[0]) / 2, (y + end[1]) / 2
    across, down = (end[0] - x) / 2, (end[1] - y) / 2
    if not values[3]:
        return [(middle_x - down, middle_y + across)]
    rx, ry = max(abs(values[0]), abs(across)), max(abs(values[1]), abs(down))
    return [(middle_x - rx, middle_y - ry), (middle_x + rx, middle_y - ry), (middle_x + rx, middle_y + ry)]


def _near(value: float) -> float:
    return max(-FAR, min(FAR, value))
