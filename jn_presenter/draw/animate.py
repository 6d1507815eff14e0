"""The second phase of an element: the marks of a moment, and the way from what was seen before to its new content."""

from collections.abc import Callable

from msgspec import Struct, structs

from jn_presenter.draw.counter import counting
from jn_presenter.draw.motion import ease_out, faded, lerp
from jn_presenter.draw.tween import of_struct
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.marks import AnyMark, TextMark

Marks = tuple[AnyMark, ...]


class Way:
    """From the marks that were seen when new content came to those of that content.

    Both ends stay the same for a whole motion, so what goes from where to where is planned once.
    """

    def __init__(self, before: Marks) -> None:
        self.before = before
        self._planned: tuple[Fitted, Phase, Morph] | None = None

    def marks(self, fitted: Fitted, phase: Phase, t: float) -> Marks:
        """What is seen at t in 0..1, eased, of the way to `fitted` at `phase`."""
        known = self._planned
        if known is None or known[0] is not fitted or known[1] != phase:
            known = self._planned = (fitted, phase, Morph(self.before, fitted.marks(phase)))
        return known[2].at(t)


class Change(Struct, frozen=True):
    """New content is on its way: how far it is, 0..1, not eased."""

    way: Way
    t: float


class Morph:
    """Marks between two sets, matched by key: at t = 0 they are `old`, at t = 1 exactly `new`.

    Marks without a partner fade in or out.
    """

    def __init__(self, old: Marks, new: Marks) -> None:
        self._old, self._new = old, new
        was = {mark.key: mark for mark in old}
        now = {mark.key for mark in new}
        self._leaving = tuple(mark for mark in old if mark.key not in now)
        self._ways = tuple(_between(was.get(mark.key), mark) for mark in new)

    def at(self, t: float) -> Marks:
        """The marks at t in 0..1."""
        if t <= 0.0:
            return self._old
        if t >= 1.0:
            return self._new
        leaving = tuple(faded(mark, 1.0 - t) for mark in self._leaving)
        return leaving + tuple(mark if way is None else way(t) for way, mark in zip(self._ways, self._new, strict=True))


def draw(fitted: Fitted, phase: Phase, change: Change | None = None) -> Marks:
    """The marks of `fitted` at `phase`.

    With a change, marks of one key go from their place and size before to those of the phase.
    """
    return fitted.marks(phase) if change is None else change.way.marks(fitted, phase, ease_out(change.t))


def _between(old: AnyMark | None, new: AnyMark) -> Callable[[float], AnyMark] | None:
    """None where the new mark stands from the first moment on."""
    if old is new or old == new:
        return None
    if old is None or type(old) is not type(new):
        return lambda t: faded(new, t)
    if isinstance(old, TextMark) and isinstance(new, TextMark):
        return _moved(old, new)
    return of_struct(old, new)


def _moved(old: TextMark, new: TextMark) -> Callable[[float], AnyMark] | None:
    """New words from the first moment, on their way from the old place: numbers count, letters do not interpolate.

    The same words go from their old size to the new one.
    """
    if not old.lines or not new.lines:
        return lambda t: faded(new, t)
    if _spelled(old) == _spelled(new):
        return of_struct(old, new)
    if (counted := counting(old, new)) is not None:
        return counted
    here, there = old.lines[0], new.lines[0]
    x, y = here.x + old.dx - there.x, here.y + old.dy - there.y
    return lambda t: structs.replace(
        new, dx=lerp(x, new.dx, t), dy=lerp(y, new.dy, t), opacity=lerp(old.opacity, new.opacity, t)
    )


def _spelled(words: TextMark) -> list[list[str]]:
    return [[run.text for run in line.runs] for line in words.lines]
