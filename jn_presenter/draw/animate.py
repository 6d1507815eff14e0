"""The second phase of an element: the marks of a moment, and the way from what was seen before to its new content."""

from typing import Any

from msgspec import Struct, structs

from jn_presenter.draw.counter import on_the_way
from jn_presenter.draw.motion import ease_out, faded, lerp, mix
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.marks import AnyMark, TextMark

MOST_NUMBERS = 400
"""Of a tuple, above which its numbers are new at once: a frame has a few ms."""


class Change(Struct, frozen=True):
    """New content is on its way: the marks that were seen when it came, and how far it is, 0..1, not eased."""

    before: tuple[AnyMark, ...]
    t: float


def draw(fitted: Fitted, phase: Phase, change: Change | None = None) -> tuple[AnyMark, ...]:
    """The marks of `fitted` at `phase`.

    With a change, marks of one key go from their place and size before to those of the phase; marks without a partner
    fade in or out.
    """
    marks = fitted.marks(phase)
    return marks if change is None else morph(change.before, marks, ease_out(change.t))


def morph(old: tuple[AnyMark, ...], new: tuple[AnyMark, ...], t: float) -> tuple[AnyMark, ...]:
    """Marks between two sets, matched by key: at t = 0 they are `old`, at t = 1 exactly `new`."""
    if t <= 0.0:
        return old
    if t >= 1.0:
        return new
    was = {mark.key: mark for mark in old}
    now = {mark.key for mark in new}
    leaving = tuple(faded(mark, 1.0 - t) for mark in old if mark.key not in now)
    return leaving + tuple(_between(was.get(mark.key), mark, t) for mark in new)


def _between(old: AnyMark | None, new: AnyMark, t: float) -> AnyMark:
    if old is None:
        return faded(new, t)
    if old is new or old == new:
        return new
    if isinstance(old, TextMark) and isinstance(new, TextMark):
        return _moved(old, new, t)
    if type(old) is not type(new):
        return faded(new, t)
    return structs.replace(new, **_fields_between(old, new, t))


def _moved(old: TextMark, new: TextMark, t: float) -> TextMark:
    """New words from the first moment, on their way from the old place: numbers count, letters do not interpolate.

    The same words go from their old size to the new one.
    """
    if not old.lines or not new.lines:
        return faded(new, t)
    if _spelled(old) == _spelled(new):
        return structs.replace(new, **_fields_between(old, new, t))
    if (counted := on_the_way(old, new, t)) is not None:
        return counted
    here, there = old.lines[0], new.lines[0]
    dx = lerp(here.x + old.dx - there.x, new.dx, t)
    dy = lerp(here.y + old.dy - there.y, new.dy, t)
    return structs.replace(new, dx=dx, dy=dy, opacity=lerp(old.opacity, new.opacity, t))


def _spelled(words: TextMark) -> list[list[str]]:
    return [[run.text for run in line.runs] for line in words.lines]


def _fields_between(old: Struct, new: Struct, t: float) -> dict[str, Any]:
    fields = (field for field in new.__struct_fields__ if field not in ("key", "datum", "file", "stamp"))
    return {field: value_between(getattr(old, field), getattr(new, field), t) for field in fields}


def value_between(a: Any, b: Any, t: float) -> Any:
    """Numbers and colours are interpolated, structs and equally long tuples by part; all else is already new.

    Structs with a key, as the curves of a plot are, are matched by it.
    """
    if isinstance(a, bool) or isinstance(b, bool):
        return b
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return lerp(a, b, t)
    if isinstance(a, str) and isinstance(b, str):
        return mix(a, b, t) if _is_colour(a) and _is_colour(b) else b
    if isinstance(a, Struct) and type(a) is type(b):
        return structs.replace(b, **_fields_between(a, b, t))
    if isinstance(a, tuple) and isinstance(b, tuple):
        return _tuple_between(a, b, t)
    return b


def _tuple_between(a: tuple[Any, ...], b: tuple[Any, ...], t: float) -> tuple[Any, ...]:
    if b and all(isinstance(part, Struct) and hasattr(part, "key") for part in (*a, *b)):
        was = {part.key: part for part in a}
        return tuple(value_between(was.get(part.key), part, t) for part in b)
    if len(a) != len(b) or len(b) > MOST_NUMBERS:
        return b
    return tuple(value_between(x, y, t) for x, y in zip(a, b, strict=True))


def _is_colour(word: str) -> bool:
    return len(word) == 7 and word.startswith("#")
