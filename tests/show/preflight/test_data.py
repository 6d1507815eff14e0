import pytest

from jn_presenter.model.feed import Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message
from jn_presenter.show.preflight.data import data_checks
from jn_presenter.show.preflight.seen import Seen
from tests.decks import feed, rows

ONE, TWO = feed("one"), feed("two")
WHY = Finding(code="x", message=Message("打不开", "cannot be opened"), hint=Message("放回去", "put it back"))
NOW_S = 1_000_000.0


def checked(deck, seen, snapshots=None):
    return {check.key: check for check in data_checks(deck, seen, deck.order, snapshots or {}, NOW_S)}


@pytest.fixture
def two(deck, slide):
    return deck(slide("a/one"), slide("a/two"))


@pytest.fixture
def seen():
    return {"a/one": Seen(feeds=(ONE, TWO)), "a/two": Seen(feeds=(ONE,))}


def stale(seconds):
    return Snapshot(columns=rows(a=1).columns, state="stale", finding=WHY, time_s=NOW_S - seconds)


def test_nothing_is_well_before_all_slides_were_looked_at(two):
    assert {check.state for check in checked(two, {"a/one": Seen()}).values()} == {"waiting"}
    done = checked(two, {"a/one": Seen(), "a/two": Seen()})
    assert {check.state for check in done.values()} == {"green"}


def test_it_waits_for_data_that_was_not_read_yet_and_counts_each_feed_once(two, seen):
    found = checked(two, seen, {ONE: rows(a=1)})["feeds"]
    assert (found.state, found.said.en) == ("waiting", "Reading: 1 so far")
    found = checked(two, seen, {ONE: rows(a=1), TWO: rows(a=1)})["feeds"]
    assert (found.state, found.said.en) == ("green", "All 2 read")


def test_stale_data_is_to_be_looked_at_with_its_age_its_slide_and_what_to_do(two, seen):
    found = checked(two, seen, {ONE: rows(a=1), TWO: stale(7200)})["feeds"]
    assert (found.state, found.todo.en) == ("look", "put it back")
    assert [(item.what.en, item.slide) for item in found.items] == [
        ("data/two.csv (2 h old): cannot be opened", "a/one")
    ]


def test_data_that_was_never_there_is_wrong(two, seen):
    found = checked(two, seen, {ONE: Snapshot(state="failed", finding=WHY), TWO: stale(1)})["feeds"]
    assert (found.state, found.said.en) == ("wrong", "2 cannot be read")
    assert found.items[0].what.zh == "data/one.csv（没有数据）：打不开"


def test_undated_figures_are_told_and_are_no_fault(two):
    found = checked(two, {"a/one": Seen(undated=("x", "y")), "a/two": Seen(undated=("x",))})["undated"]
    assert (found.state, found.said.en) == (
        "green",
        "2 figures are undated in their source; their slides say so",
    )


def test_made_up_figures_are_to_be_looked_at_with_their_slides(two):
    found = checked(two, {"a/one": Seen(), "a/two": Seen(made_up=True)})["made-up"]
    assert (found.state, [item.slide for item in found.items]) == ("look", ["a/two"])
