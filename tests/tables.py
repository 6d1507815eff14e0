"""What tests of charts from tables share: a feed of rows in the test, and an environment that has read it."""

from collections.abc import Sequence
from typing import Any

from jn_presenter.feeds.inline import Inline
from jn_presenter.model.element import Env, Fitted, Phase
from jn_presenter.model.feed import Feed, Request
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import PlotMark
from tests.look import env

REST = Phase(step=9)
PLACES = (
    Rect(112.0, 304.0, 1696.0, 656.0),
    Rect(112.0, 400.0, 856.0, 1300.0),
    Rect(112.0, 304.0, 1216.0, 656.0),
    Rect(112.0, 304.0, 3616.0, 656.0),
)
"""What a chart gets of a wide, a tall, a classic and a wall canvas."""


def table(names: Sequence[str], *rows: Sequence[object], sample: bool = False) -> Inline:
    """A table in the slide; None for a missing value."""
    cells = tuple(tuple(None if cell is None else str(cell) for cell in row) for row in rows)
    return Inline(columns=tuple(names), rows=cells, sample=sample)


def env_of(*feeds: Feed, languages: tuple[str, ...] = ("zh",), **more: Any) -> Env:
    """An environment in which the feeds have been read."""
    return env(languages, snapshots={feed: feed.read(Request(folder="")) for feed in feeds}, **more)


def plot_of(fitted: Fitted, phase: Phase = REST) -> PlotMark:
    return next(mark for mark in fitted.marks(phase) if isinstance(mark, PlotMark))
