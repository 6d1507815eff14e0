"""The second phase of an element: the marks of a moment, and the way from its earlier content to the new."""

from typing import Any

from msgspec import Struct, structs

from jn_presenter.draw.motion import ease_out, faded, lerp, mix
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.marks import AnyMark, TextMark


def draw(fitted: Fitted, phase: Phase, before: Fitted | None = None) -> tuple[AnyMark, ...]:
    """The marks of `fitted` at `phase`.

    With `before`, the same element with its earlier content, marks of one key go from their last place and size to the
    new ones at phase.t, marks without a partner fade in or out.
    """
    if before is None:
        return fitted.marks(phase)
    settled = structs.replace(phase, t=1.0)
    return morph(before.marks(settled), fitted.marks(settled), ease_out(phase.t))


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
    if isinstance(old, TextMark) and isinstance(new, TextMark):
        return _moved(old, new, t)
    if type(old) is not type(new):
        return faded(new, t)
    return structs.replace(new, **_fields_between(old, new, t))


def _moved(old: TextMark, new: TextMark, t: float) -> TextMark:
    """New words from the first moment, on their way from the old place: letters do not interpolate."""
    if not old.lines or not new.lines:
        return faded(new, t)
    here, there = old.lines[0], new.lines[0]
    dx = lerp(here.x + old.dx - there.x, new.dx, t)
    dy = lerp(here.y + old.dy - there.y, new.dy, t)
    return structs.replace(new, dx=dx, dy=dy, opacity=lerp(old.opacity, new.opacity, t))


def _fields_between(old: Struct, new: Struct, t: float) -> dict[str, Any]:
    fields = (field for field in new.__struct_fields__ if field not in ("key", "datum", "file", "stamp"))
    return {field: value_between(getattr(old, field), getattr(new, field), t) for field in fields}


def value_between(a: Any, b: Any, t: float) -> Any:
    """Numbers and colours are interpolated, structs and equally long tuples by part; all else is already new."""
    if isinstance(a, bool) or isinstance(b, bool):
        return b
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return lerp(a, b, t)
    if isinstance(a, str) and isinstance(b, str):
        return mix(a, b, t) if _is_colour(a) and _is_colour(b) else b
    if isinstance(a, Struct) and type(a) is type(b):
        return structs.replace(b, **_fields_between(a, b, t))
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return tuple(value_between(x, y, t) for x, y in zip(a, b, strict=True))
    return b


def _is_colour(word: str) -> bool:
    return len(word) == 7 and word.startswith("#")
