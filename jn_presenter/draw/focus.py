"""One category or series stands out: the marks of all others are dimmed, in every chart alike.

A mark that stands for a figure has a key such as `bar.visitors`, and its words have `value.visitors`: what follows the
first point is what can stand out. A key belongs to a focus whose parts stand in it, so `visitors.2019` belongs to
`visitors` as well as to `2019`.
"""

from collections.abc import Iterable

from msgspec import structs

from jn_presenter.draw.motion import faded, mix
from jn_presenter.model.marks import AnyMark, PlotMark, Series

DIMMED = 0.25
"""The opacity of what does not stand out."""


def foci(marks: Iterable[AnyMark]) -> tuple[str, ...]:
    """What can stand out, in the order of the marks: the keys of those that stand for figures, without their kind."""
    tails = (_tail(mark.key) for mark in marks if mark.datum is not None)
    return tuple(dict.fromkeys(tail for tail in tails if tail))


def belongs(key: str, focus: str) -> bool:
    """Whether the parts of the focus stand in the key, one behind the other."""
    return bool(focus) and f".{focus}." in f".{key}."


def dimmed(marks: tuple[AnyMark, ...], focus: str) -> tuple[AnyMark, ...]:
    """The marks with those of other figures dimmed; as they are where none belongs to the focus.

    Axes, badges and whatever else belongs to no figure stay.
    """
    if not any(belongs(key, focus) for mark in marks for key in _keys(mark)):
        return marks
    others = tuple(other for other in foci(marks) if not belongs(other, focus))
    return tuple(_dim(mark, focus, others) for mark in marks)


def _keys(mark: AnyMark) -> tuple[str, ...]:
    return (mark.key, *(curve.key for curve in mark.series)) if isinstance(mark, PlotMark) else (mark.key,)


def _dim(mark: AnyMark, focus: str, others: tuple[str, ...]) -> AnyMark:
    if isinstance(mark, PlotMark):
        return structs.replace(mark, series=tuple(_pale(curve, focus, mark.grid) for curve in mark.series))
    if belongs(mark.key, focus) or not (mark.datum or any(belongs(mark.key, other) for other in others)):
        return mark
    return faded(mark, DIMMED)


def _pale(curve: Series, focus: str, ground: str) -> Series:
    """A curve has no opacity of its own: it goes towards the colour of the plot's grid."""
    return curve if belongs(curve.key, focus) else structs.replace(curve, colour=mix(ground, curve.colour, DIMMED))


def _tail(key: str) -> str:
    return key.partition(".")[2]
