"""Lays out charts of curves named at their ends, which differ in how the curves are drawn: lines, areas."""

from collections.abc import Sequence
from typing import Protocol

from jn_presenter.draw.axes import along_axis, plot, value_axis
from jn_presenter.draw.curves import last_known
from jn_presenter.draw.gaps import gap_notes
from jn_presenter.draw.moment import Clock, asked
from jn_presenter.draw.plotted import (
    FittedPlot,
    beside,
    blank,
    colours_of,
    datums,
    end_names,
    framed,
    parts_of,
    set_names,
    too_tall,
)
from jn_presenter.draw.tracks import Tracks
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Series
from jn_presenter.model.text import Text


class Drawn(Protocol):
    """How the k-th track is drawn, in its colour: the curve itself first, then what goes with it."""

    def __call__(self, k: int, colour: str) -> tuple[Series, ...]: ...


def curve_chart(
    rect: Rect,
    env: Env,
    found: Tracks,
    drawn: Drawn,
    span: tuple[float, float],
    *,
    unit: Text | None,
    log: bool = False,
    ends: Sequence[float] | None = None,
    colours: Sequence[str] | None = None,
) -> FittedPlot:
    """The tracks over an axis that spans `span`, each named at its end: at `ends`, by default its last value.

    colours: of the tracks, by default those of the style.
    """
    if not found.known:
        return blank(rect, found, unit, env)
    tracks = found.tracks
    left = value_axis(*span, framed(rect, env, sample=found.sample, unit=unit).place.h, env, log=log)
    frame = framed(rect, env, sample=found.sample, unit=unit, axis=left)
    place = frame.place
    colours = colours or colours_of(len(tracks), env)
    names = set_names(tracks, colours, env, place.w)
    taken = beside(names)
    clock = Clock(env, found.kind, found.pitch)
    state = datums(tracks, unit, env, sample=found.sample)
    drawings = [
        asked(drawn(k, colour), datum, clock, found.span)
        for k, (colour, datum) in enumerate(zip(colours, state, strict=True))
    ]
    curves = [drawing[0] for drawing in drawings]
    made = plot(
        Rect(place.x, place.y, place.w - taken, place.h),
        tuple(series for drawing in drawings for series in drawing),
        lambda width: along_axis(*found.span, width, env, found.kind, found.pitch),
        left,
        env,
        room=taken,
    )
    last = [last_known(curve.xs, curve.ys) for curve in curves]
    at = ends if ends is not None else [end[1] if end else left.low for end in last]
    labels = end_names(names, at, tracks, made, place.y, state)
    words: list[list[AnyMark]] = [[label] for label in labels]
    for k, note in gap_notes(made, curves, env):
        words[k].append(note)
    return FittedPlot(
        rect=rect,
        overflow=too_tall(names, made, place.w),
        findings=(*found.findings, *(finding for name in names for finding in name.findings)),
        plot=made,
        parts=parts_of(tracks, [tuple(one.key for one in drawing) for drawing in drawings], words),
        fixed=frame.fixed,
        stagger=env.style.motion.stagger,
        clock=clock,
    )
