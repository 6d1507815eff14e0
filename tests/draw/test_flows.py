"""Flows as a graph: layers by the longest way, circles found, and what each node keeps."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.flows import Flow, Network, circle, layers, network, unbalanced
from jn_presenter.model.text import plain


def flows(*given: tuple[str, str, str | None]) -> list[Flow]:
    return [Flow(plain(a), plain(b), None if v is None else Decimal(v)) for a, b, v in given]


def graph(*given: tuple[str, str, str | None]) -> Network:
    return network(flows(*given))


def names() -> st.SearchStrategy[str]:
    return st.sampled_from("abcdefgh")


ANY = st.lists(st.tuples(names(), names(), st.integers(1, 99).map(str)), max_size=20)
FORWARD = ANY.map(lambda rows: [(min(a, b), max(a, b), v) for a, b, v in rows if a != b])


def test_a_layer_is_the_longest_way_and_ends_stand_in_the_last() -> None:
    found = layers(graph(("a", "b", "1"), ("b", "c", "1"), ("a", "c", "1"), ("a", "d", "1")))
    assert found == {"a": 0, "b": 1, "c": 2, "d": 2}


@given(FORWARD)
def test_every_link_goes_to_a_later_layer(rows: list[tuple[str, str, str]]) -> None:
    here = graph(*rows)
    found = layers(here)
    assert not circle(here)
    assert all(found[link.source] < found[link.target] for link in here.links)


@given(ANY)
def test_a_circle_is_a_way_along_links_back_to_its_start(rows: list[tuple[str, str, str]]) -> None:
    here = graph(*rows)
    way = circle(here)
    if not way:
        found = layers(here)
        assert all(found[link.source] < found[link.target] for link in here.links)
        return
    links = {(link.source, link.target) for link in here.links}
    assert way[0] == way[-1]
    assert all(step in links for step in pairwise(way))


@pytest.mark.parametrize("rows", [[("a", "a", "1")], [("a", "b", "1"), ("b", "a", "1")]])
def test_the_shortest_circles_are_found(rows: list[tuple[str, str, str]]) -> None:
    assert circle(graph(*rows))


def test_flows_between_the_same_two_are_one_link_and_sums_stay_exact() -> None:
    here = graph(("a", "b", "1" + "0" * 29), ("a", "b", "0.01"), ("a", "c", "2"))
    assert [link.key for link in here.links] == ["a.b", "a.c"]
    assert here.out_of("a") == Decimal("1" + "0" * 28 + "2.01")


def test_names_with_points_have_keys_of_their_own() -> None:
    keys = [link.key for link in graph(("a.b", "c", "1"), ("a", "b.c", "1")).links]
    assert len(set(keys)) == 2


def test_what_is_missing_zero_or_negative_is_no_link() -> None:
    assert graph(("a", "b", None), ("a", "c", "0"), ("a", "d", "-1")) == Network()


def test_a_node_that_does_not_keep_what_flows_is_named() -> None:
    here = graph(("a", "b", "10"), ("b", "c", "7"), ("a", "d", "5"), ("d", "e", "5"))
    assert unbalanced(here) == ("b",)
    assert here.through("b") == 10
