import pytest

from jn_presenter.model.text import Message
from jn_presenter.show.preflight.values import MOST, Check, Item, foremost, verdict


def check(state, group="deck"):
    return Check(key="x", group=group, title=Message("题", "T"), state=state, said=Message("话", "W"))


@pytest.mark.parametrize(
    ("states", "found"),
    [
        ((), "green"),
        (("green", "green"), "green"),
        (("green", "look"), "look"),
        (("look", "waiting"), "waiting"),
        (("look", "waiting", "wrong"), "wrong"),
    ],
)
def test_the_gravest_state_is_the_verdict_and_nothing_is_ready_before_all_was_looked_at(states, found):
    assert verdict(check(state) for state in states) == found


def test_a_clicker_that_nobody_tried_keeps_no_show_from_being_ready():
    assert verdict([check("green"), check("waiting", "clicker")]) == "green"
    assert verdict([check("green"), check("waiting", "time")]) == "waiting"


def test_long_lists_are_cut_and_the_rest_is_counted():
    items = tuple(Item(Message(str(k), str(k))) for k in range(MOST + 3))
    assert foremost(items[:MOST]) == items[:MOST]
    cut = foremost(items)
    assert cut[:MOST] == items[:MOST]
    assert [item.what for item in cut[MOST:]] == [Message("另有 3 处", "3 more")]
