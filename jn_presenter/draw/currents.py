"""Where the nodes and links of flows stand: layers from left to right, little crossing, one scale for all amounts."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from jn_presenter.draw.flows import Link, Network
from jn_presenter.draw.labels import spread
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Path

NODE = 16.0
"""The width of a node, in px."""
GAP = 16.0
"""The least px between the places of two nodes of a layer."""
SWEEPS = 6
HALVINGS = 40


class Stream(Struct, frozen=True):
    """A link in its place: its ends on the right edge of the one node and on the left edge of the other, its height."""

    link: Link
    start: tuple[float, float]
    end: tuple[float, float]
    height: float

    @property
    def path(self) -> Path:
        """The area between two curves that leave and arrive level; (x, y) of the ends are those of their tops."""
        (x0, y0), (x1, y1), h = self.start, self.end, self.height
        middle = (x0 + x1) / 2
        return Path(
            (
                ("M", (x0, y0)),
                ("C", (middle, y0, middle, y1, x1, y1)),
                ("L", (x1, y1 + h)),
                ("C", (middle, y1 + h, middle, y0 + h, x0, y0 + h)),
                ("Z", ()),
            )
        )


class Streams(Struct, frozen=True):
    """All nodes with their rectangles and all links, and the px of one unit; 0 where nothing has room."""

    nodes: dict[str, Rect]
    streams: tuple[Stream, ...]
    px: float


def lay_out(graph: Network, layer: Mapping[str, int], place: Rect, heights: Mapping[str, float]) -> Streams:
    """Nodes and links in `place`, the first layer at its left edge, the last at its right one.

    heights: px that the words beside each node need. Nodes are ordered by the barycentre of what they are linked with
    (Sugiyama, Tagawa, Toda, "Methods for Visual Understanding of Hierarchical System Structures", 1981), sweeping to
    and fro; of all orders tried the one is kept whose links rise and fall the least.
    """
    count = max(layer.values(), default=0) + 1
    columns = [[node for node, _ in graph.names if layer[node] == k] for k in range(count)]
    sizes = {node: float(graph.through(node)) for node, _ in graph.names}
    px = _px_per_unit(columns, sizes, heights, place.h)
    extents = {node: max(sizes[node] * px, heights[node]) for node in sizes}
    centres = _ordered(graph, columns, extents, place)
    step = (place.w - NODE) / max(1, count - 1)
    nodes = {
        node: Rect(place.x + layer[node] * step, centres[node] - sizes[node] * px / 2, NODE, sizes[node] * px)
        for node in sizes
    }
    return Streams(nodes, _streams(graph, nodes, px), px)


def _px_per_unit(
    columns: Sequence[Sequence[str]], sizes: Mapping[str, float], heights: Mapping[str, float], height: float
) -> float:
    """The largest px of a unit at which every layer, its words included, is at most `height` px high; by bisection."""

    def fits(px: float) -> bool:
        return all(
            sum(max(sizes[node] * px, heights[node]) for node in column) + GAP * (len(column) - 1) <= height
            for column in columns
        )

    low, high = 0.0, height / max(max(sizes.values(), default=1.0), 1e-300)
    if not fits(low):
        return 0.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _ordered(
    graph: Network, columns: Sequence[Sequence[str]], extents: Mapping[str, float], place: Rect
) -> dict[str, float]:
    """The y of the middle of each node."""
    centres: dict[str, float] = {}
    for column in columns:
        centres |= _apart(column, dict.fromkeys(column, place.y + place.h / 2), extents, place)
    best, least = centres, _rise(graph, centres)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for column in columns[1:] if forward else columns[-2::-1]:
            wanted = {node: _barycentre(graph, node, centres, forward=forward) for node in column}
            centres = centres | _apart(column, wanted, extents, place)
        rise = _rise(graph, centres)
        if rise < least - 1e-9:
            best, least = centres, rise
    return best


def _apart(
    column: Sequence[str], wanted: Mapping[str, float], extents: Mapping[str, float], place: Rect
) -> dict[str, float]:
    places = spread([wanted[node] for node in column], [extents[node] for node in column], place.y, place.bottom, GAP)
    return dict(zip(column, places, strict=True))


def _barycentre(graph: Network, node: str, centres: Mapping[str, float], *, forward: bool) -> float:
    """The mean height of what flows into the node, or of what it flows to; its own where that is nothing."""
    linked = [
        (centres[link.source if forward else link.target], float(link.value))
        for link in graph.links
        if (link.target if forward else link.source) == node
    ]
    weight = sum(value for _, value in linked)
    return sum(y * value for y, value in linked) / weight if weight else centres[node]


def _rise(graph: Network, centres: Mapping[str, float]) -> float:
    """How far all amounts rise and fall in sum; crossings make it longer."""
    return sum(float(link.value) * abs(centres[link.source] - centres[link.target]) for link in graph.links)


def _streams(graph: Network, nodes: Mapping[str, Rect], px: float) -> tuple[Stream, ...]:
    """Links one under the other at both ends, in the order of where they go to and come from."""
    starts: dict[str, float] = {}
    ends: dict[str, float] = {}
    for node, rect in nodes.items():
        top = rect.y
        for link in sorted(
            (one for one in graph.links if one.source == node), key=lambda one: _middle(nodes[one.target])
        ):
            starts[link.key] = top
            top += float(link.value) * px
        top = rect.y
        for link in sorted(
            (one for one in graph.links if one.target == node), key=lambda one: _middle(nodes[one.source])
        ):
            ends[link.key] = top
            top += float(link.value) * px
    return tuple(
        Stream(
            link,
            (nodes[link.source].right, starts[link.key]),
            (nodes[link.target].x, ends[link.key]),
            float(link.value) * px,
        )
        for link in graph.links
    )


def _middle(rect: Rect) -> float:
    return rect.y + rect.h / 2
