"""The way between two values, planned once and then asked for many moments of it."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct, structs

MOST_NUMBERS = 400
"""Of a tuple, above which its numbers are new at once: a frame has a few ms."""
SAME = frozenset(("key", "datum", "file", "stamp"))
"""Fields that are new at once: they say what a mark is, not how it looks."""

Tween = Callable[[float], Any]
"""The value at t in 0..1."""


def tween(a: Any, b: Any) -> Tween | None:
    """From a to b. Numbers and colours are interpolated, structs and equally long tuples by part.

    Structs with a key, as the curves of a plot are, are matched by it. None where b holds from the first moment on: for
    all else, and where both are the same.
    """
    if a is b or isinstance(a, bool) or isinstance(b, bool):
        return None
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return None if a == b else _number(a, b)
    if isinstance(a, str) and isinstance(b, str):
        return _colour(a, b) if a != b and _is_colour(a) and _is_colour(b) else None
    if isinstance(a, Struct) and type(a) is type(b):
        return of_struct(a, b)
    if isinstance(a, tuple) and isinstance(b, tuple):
        return _of_tuple(a, b)
    return None


def of_struct(a: Struct, b: Struct) -> Tween | None:
    """From one struct to another of the same fields, by field."""
    ways = _ways({name: (getattr(a, name), getattr(b, name)) for name in b.__struct_fields__ if name not in SAME})
    if not ways:
        return None
    return lambda t: structs.replace(b, **{name: way(t) for name, way in ways})


def _of_tuple(a: tuple[Any, ...], b: tuple[Any, ...]) -> Tween | None:
    if b and all(isinstance(part, Struct) and hasattr(part, "key") for part in (*a, *b)):
        was = {part.key: part for part in a}
        pairs = dict(enumerate((was.get(part.key), part) for part in b))
    elif len(a) != len(b) or len(b) > MOST_NUMBERS:
        return None
    else:
        pairs = dict(enumerate(zip(a, b, strict=True)))
    ways = _ways(pairs)
    if not ways:
        return None

    def at(t: float) -> tuple[Any, ...]:
        parts = list(b)
        for k, way in ways:
            parts[k] = way(t)
        return tuple(parts)

    return at


def _ways(pairs: dict[Any, tuple[Any, Any]]) -> list[tuple[Any, Tween]]:
    found = ((place, tween(x, y)) for place, (x, y) in pairs.items())
    return [(place, way) for place, way in found if way is not None]


def _number(a: float, b: float) -> Tween:
    span = b - a
    return lambda t: a + span * t


def _colour(a: str, b: str) -> Tween:
    """Channel by channel, in whole steps of 256."""
    ends = [(int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5)]

    def at(t: float) -> str:
        red, green, blue = (round(p + (q - p) * t) for p, q in ends)
        return f"#{red:02x}{green:02x}{blue:02x}"

    return at


def _is_colour(word: str) -> bool:
    return len(word) == 7 and word.startswith("#")
