"""Dense curves by columns of pixels: what a curve of any number of points takes of each, which is quick to draw."""

import numpy as np
import numpy.typing as npt

from jn_presenter.model.marks import Values

Doubles = npt.NDArray[np.float64]


def doubles(values: Values) -> Doubles:
    """The values as an array; those of a stream are not copied."""
    return np.frombuffer(values, dtype=np.float64) if isinstance(values, memoryview) else np.array(values)


def columns(xs: Doubles, ys: Doubles, edges: Doubles) -> tuple[Doubles, Doubles]:
    """The lowest and the highest y of the curve between each edge and the next; not a number where it has a gap.

    The curve is straight between its points, which are in order of x, so that neighbouring columns always touch.
    """
    if not len(xs):
        nothing = np.full(len(edges) - 1, np.nan)
        return nothing, nothing
    at_edges = np.interp(edges, xs, ys, left=np.nan, right=np.nan)
    low, high = np.fmin(at_edges[:-1], at_edges[1:]), np.fmax(at_edges[:-1], at_edges[1:])
    starts = np.searchsorted(xs, edges)
    filled = np.flatnonzero(starts[1:] > starts[:-1])
    if len(filled):
        # What is behind the last edge would count for the last column.
        within = ys[: starts[-1]]
        low[filled] = np.fmin(low[filled], np.fmin.reduceat(within, starts[filled]))
        high[filled] = np.fmax(high[filled], np.fmax.reduceat(within, starts[filled]))
    return low, high


def outline(xs: Doubles, ys: Doubles, edges: Doubles) -> tuple[Doubles, Doubles]:
    """The curve by two points for each column, its lowest and its highest in the order in which it passes them.

    It reaches all that it reached, and nothing of it is farther away than a column is wide. A gap is not a number.
    """
    low, high = columns(xs, ys, edges)
    at_edges = np.interp(edges, xs, ys)
    falls = at_edges[:-1] > at_edges[1:]
    pairs = np.where(falls, (high, low), (low, high))
    return np.repeat((edges[:-1] + edges[1:]) / 2, 2), pairs.T.reshape(-1)


def thickened(low: Doubles, high: Doubles, radius: float) -> tuple[Doubles, Doubles]:
    """The columns grown by a round pen of this radius: all three in px, across as well as up and down."""
    grown_low, grown_high = low - radius, high + radius
    for shift in range(1, round(radius - 1.0) + 1):
        reach = np.sqrt(radius * radius - shift * shift)
        grown_low[shift:] = np.fmin(grown_low[shift:], low[:-shift] - reach)
        grown_low[:-shift] = np.fmin(grown_low[:-shift], low[shift:] - reach)
        grown_high[shift:] = np.fmax(grown_high[shift:], high[:-shift] + reach)
        grown_high[:-shift] = np.fmax(grown_high[:-shift], high[shift:] + reach)
    return grown_low, grown_high
