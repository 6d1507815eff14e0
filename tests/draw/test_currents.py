"""Nodes and bands: one scale, what flows is kept, words have their room, few crossings."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.currents import lay_out
from jn_presenter.draw.flows import Flow, layers, network
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import plain

PLACE = Rect(100.0, 50.0, 1200.0, 600.0)
ROWS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"), st.integers(1, 10**6)), min_size=1, max_size=20
).map(lambda rows: [(min(a, b), max(a, b), v) for a, b, v in rows if a != b] or [("a", "b", 1)])


@given(ROWS, st.floats(0.0, 60.0))
def test_bands_keep_what_flows_at_both_ends_and_stand_in_the_place(
    rows: list[tuple[str, str, int]], words: float
) -> None:
    graph = network([Flow(plain(a), plain(b), Decimal(v)) for a, b, v in rows])
    layer = layers(graph)
    found = lay_out(graph, layer, PLACE, dict.fromkeys(layer, words))
    assert found.px > 0.0
    for node, rect in found.nodes.items():
        assert PLACE.contains(rect, slack=0.01)
        assert rect.h == pytest.approx(float(graph.through(node)) * found.px)
        out = [(one.start[1], one.height) for one in found.streams if one.link.source == node]
        into = [(one.end[1], one.height) for one in found.streams if one.link.target == node]
        for ends, amount in ((out, graph.out_of(node)), (into, graph.into(node))):
            assert sum(height for _, height in ends) == pytest.approx(float(amount) * found.px)
            stacked = rect.y
            for y, height in sorted(ends):
                assert y == pytest.approx(stacked, abs=1e-6)
                stacked += height
            assert stacked <= rect.bottom + 0.01


@given(ROWS, st.floats(0.0, 60.0))
def test_nodes_of_a_layer_stand_apart_with_room_for_their_words(rows: list[tuple[str, str, int]], words: float) -> None:
    graph = network([Flow(plain(a), plain(b), Decimal(v)) for a, b, v in rows])
    layer = layers(graph)
    found = lay_out(graph, layer, PLACE, dict.fromkeys(layer, words))
    for a, first in found.nodes.items():
        for b, second in found.nodes.items():
            if a < b and layer[a] == layer[b]:
                apart = abs(first.y + first.h / 2 - second.y - second.h / 2)
                assert apart >= (max(first.h, words) + max(second.h, words)) / 2 - 0.01


def test_what_can_go_straight_does_not_cross() -> None:
    rows = [("a", "x", 5), ("b", "y", 5), ("c", "z", 5)]
    graph = network([Flow(plain(a), plain(b), Decimal(v)) for a, b, v in (rows[0], rows[2], rows[1])])
    found = lay_out(graph, layers(graph), PLACE, dict.fromkeys("abcxyz", 0.0))
    for a, b, _ in rows:
        assert found.nodes[a].y == pytest.approx(found.nodes[b].y)


def test_layers_stand_from_the_left_edge_to_the_right_one() -> None:
    graph = network([Flow(plain("a"), plain("b"), Decimal(1)), Flow(plain("b"), plain("c"), Decimal(1))])
    nodes = lay_out(graph, layers(graph), PLACE, dict.fromkeys("abc", 0.0)).nodes
    assert (nodes["a"].x, nodes["c"].right) == (PLACE.x, PLACE.right)
    assert nodes["b"].x == pytest.approx((nodes["a"].x + nodes["c"].x) / 2)


def test_where_words_alone_are_too_high_nothing_has_room() -> None:
    graph = network([Flow(plain("a"), plain(name), Decimal(1)) for name in "xyz"])
    assert lay_out(graph, layers(graph), PLACE, dict.fromkeys("axyz", 300.0)).px == 0.0
