"""Easing, stagger and interpolation: how a moment t in 0..1 becomes a place, a size, a colour."""

from typing import TypeVar

from msgspec import structs

from jn_presenter.model.marks import AnyMark

M = TypeVar("M", bound=AnyMark)


def ease_out(t: float) -> float:
    """Cubic ease-out, 1 - (1 - t)³: quick to start, calm to end; 0 -> 0, 1 -> 1."""
    return 1.0 - (1.0 - t) ** 3


def staggered(t: float, part: int, parts: int, stagger: float) -> float:
    """The part's own 0..1 within t, each part starting `stagger` of t later; all parts end by t = 1."""
    delay = min(stagger, 0.6 / max(1, parts - 1)) * part
    span = 1.0 - min(stagger, 0.6 / max(1, parts - 1)) * (parts - 1)
    return min(1.0, max(0.0, (t - delay) / span))


def lerp(a: float, b: float, t: float) -> float:
    """The number between a and b at t in 0..1."""
    return a + (b - a) * t


def mix(a: str, b: str, t: float) -> str:
    """The colour between two #rrggbb at t."""
    channels = (round(lerp(int(a[i : i + 2], 16), int(b[i : i + 2], 16), t)) for i in (1, 3, 5))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def faded(mark: M, opacity: float) -> M:
    """The mark at `opacity` times its own opacity."""
    return mark if opacity >= 1.0 else structs.replace(mark, opacity=mark.opacity * max(0.0, opacity))
