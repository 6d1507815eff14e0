"""Flows from one name to another as a graph: what goes through each, its layer, and circles, which forbid layers."""

from collections import deque
from collections.abc import Sequence
from decimal import Context, Decimal

from msgspec import Struct

from jn_presenter.model.text import Text

EXACT = Context(prec=60)
"""Sums stay exact: the default of 28 places would break the conservation of long figures."""


class Flow(Struct, frozen=True):
    """What goes from one name to another; None where that is not known."""

    source: Text
    target: Text
    value: Decimal | None


class Link(Struct, frozen=True):
    """All flows from one node to another, by the nodes' keys."""

    source: str
    target: str
    value: Decimal

    @property
    def key(self) -> str:
        """Both ends, either of which can stand out; a point within a name would let two links have one key."""
        return ".".join(end.replace(".", "·") for end in (self.source, self.target))


class Network(Struct, frozen=True, kw_only=True):
    """Nodes in the order in which they are first named, and links with a value above zero."""

    names: tuple[tuple[str, Text], ...] = ()
    links: tuple[Link, ...] = ()

    def into(self, node: str) -> Decimal:
        """The sum of what comes in."""
        return _sum([link.value for link in self.links if link.target == node])

    def out_of(self, node: str) -> Decimal:
        """The sum of what goes out."""
        return _sum([link.value for link in self.links if link.source == node])

    def through(self, node: str) -> Decimal:
        """What the node is as large as: the larger of what comes in and what goes out."""
        return max(self.into(node), self.out_of(node))


def network(flows: Sequence[Flow]) -> Network:
    """The graph of the flows whose value is above zero; several between the same two names are one link."""
    names: dict[str, Text] = {}
    values: dict[tuple[str, str], Decimal] = {}
    for flow in flows:
        if flow.value is None or flow.value <= 0:
            continue
        ends = (key_of(flow.source), key_of(flow.target))
        for key, name in zip(ends, (flow.source, flow.target), strict=True):
            names.setdefault(key, name)
        values[ends] = EXACT.add(values.get(ends, Decimal(0)), flow.value)
    links = tuple(Link(source, target, value) for (source, target), value in values.items())
    return Network(names=tuple(names.items()), links=links)


def key_of(name: Text) -> str:
    """The key of a name: how it is written in the first of its languages."""
    return name.pick("")[1]


def circle(graph: Network) -> tuple[str, ...]:
    """The nodes of a way that leads back to its start, that named twice; none where there is no such way."""
    _, stuck = _ordered(graph)
    if not stuck:
        return ()
    before = {link.target: link.source for link in graph.links if link.source in stuck and link.target in stuck}
    way = [next(node for node in stuck if node in before)]
    # Whatever is stuck waits for something stuck, so that going back never ends but in a circle.
    while before[way[-1]] not in way:
        way.append(before[way[-1]])
    start = before[way[-1]]
    return (start, *reversed(way[way.index(start) :]))


def layers(graph: Network) -> dict[str, int]:
    """The layer of each node, from 0: as many as the longest way to it has links; where nothing goes on, the last.

    The graph has no circle.
    """
    following = _following(graph)
    ordered, _ = _ordered(graph)
    found = dict.fromkeys(ordered, 0)
    for node in ordered:
        for other in following[node]:
            found[other] = max(found[other], found[node] + 1)
    last = max(found.values(), default=0)
    return {node: layer if following[node] else last for node, layer in found.items()}


def unbalanced(graph: Network) -> tuple[str, ...]:
    """The nodes that something comes into and something else goes out of: they do not keep what flows."""
    both = (node for node, _ in graph.names if graph.into(node) and graph.out_of(node))
    return tuple(node for node in both if graph.into(node) != graph.out_of(node))


def _following(graph: Network) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {node: [] for node, _ in graph.names}
    for link in graph.links:
        found[link.source].append(link.target)
    return found


def _ordered(graph: Network) -> tuple[list[str], list[str]]:
    """The nodes, each after all that flow into it (Kahn 1962), and those that wait for each other for ever."""
    following = _following(graph)
    waited = {node: sum(link.target == node for link in graph.links) for node, _ in graph.names}
    ready = deque(node for node, count in waited.items() if count == 0)
    found: list[str] = []
    while ready:
        node = ready.popleft()
        found.append(node)
        for other in following[node]:
            waited[other] -= 1
            if waited[other] == 0:
                ready.append(other)
    reached = set(found)
    return found, [node for node, _ in graph.names if node not in reached]


def _sum(values: Sequence[Decimal]) -> Decimal:
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total
