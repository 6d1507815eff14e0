"""What is said of each slide is what `select` did with it."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.choosing import (
    BROKEN,
    CORE,
    FRAME,
    HIDDEN,
    OTHER_THEME,
    SKIPPED,
    STRESSED,
    UNLIMITED,
    UNREAD,
    reasons,
)
from jn_presenter.show.state import initial
from jn_presenter.show.travel import choice


def said(state, deck):
    return {one.slide: (one.taken, one.why) for one in reasons(state, deck)}


def test_each_slide_is_told_with_the_first_reason_that_decides(slide, deck):
    found = deck(
        slide("open/hello", minutes=1),
        slide("a/core", minutes=2),
        slide("a/fits", depth="standard", minutes=1),
        slide("a/long", depth="extra", minutes=3),
        slide("a/out", minutes=9),
        slide("b/other", minutes=1),
        slide("b/dear", depth="extra", minutes=1),
        slide("a/late", depth="standard", minutes=1),
        frames=("open",),
        broken=("a/broken",),
        pending=("a/unread",),
        order=(
            "open/hello",
            "a/core",
            "a/fits",
            "a/long",
            "a/out",
            "a/broken",
            "a/unread",
            "b/other",
            "b/dear",
            "a/late",
        ),
    )
    state = structs.replace(
        initial(found, minutes=Decimal("7.5"), themes=("a",)),
        hidden=frozenset({"a/out"}),
        stressed=frozenset({"b/dear"}),
        skipped=frozenset({"a/late"}),
    )
    told = said(state, found)
    assert list(told) == list(found.order)
    assert told["open/hello"] == (True, FRAME)
    assert told["a/core"] == (True, CORE)
    assert told["a/fits"][0]
    assert "7.5 分钟" in told["a/fits"][1].zh
    assert told["a/long"] == (False, told["a/long"][1])
    assert "要 3 分钟，只剩 1.5 分钟" in told["a/long"][1].zh
    assert "1.5 min are left" in told["a/long"][1].en
    assert told["a/out"] == (False, HIDDEN)
    assert told["a/broken"] == (False, BROKEN)
    assert told["a/unread"] == (False, UNREAD)
    assert told["b/other"] == (False, OTHER_THEME)
    assert told["b/dear"] == (True, STRESSED)
    assert told["a/late"] == (False, SKIPPED)
    assert said(initial(found), found)["b/other"] == (True, UNLIMITED)


def test_where_core_slides_take_more_than_there_is_nothing_is_left(slide, deck):
    found = deck(slide("a/core", minutes=5), slide("a/more", depth="standard", minutes=1))
    assert "时间已经用完" in said(initial(found, minutes=Decimal(3)), found)["a/more"][1].zh


@given(
    st.sampled_from((None, Decimal(1), Decimal(3), Decimal(8))),
    st.sets(st.sampled_from(("a/1", "a/2", "b/1"))),
    st.sets(st.sampled_from(("a/1", "b/2", "b/3"))),
    st.sampled_from(((), ("a",), ("b",))),
)
def test_what_is_said_to_be_shown_is_what_is_shown(minutes, hidden, stressed, themes):
    from tests.show.conftest import made_deck, made_slide

    found = made_deck(
        made_slide("a/1"),
        made_slide("a/2", depth="standard", minutes=2),
        made_slide("b/1", depth="extra"),
        made_slide("b/2", depth="extra", minutes=3),
        made_slide("b/3"),
    )
    state = structs.replace(
        initial(found), minutes=minutes, hidden=frozenset(hidden), stressed=frozenset(stressed), themes=themes
    )
    shown = tuple(one.slide for one in reasons(state, found) if one.taken)
    assert shown == choice(state, found).slides
    negative = {HIDDEN, OTHER_THEME, SKIPPED, BROKEN, UNREAD}
    assert all((one.why in negative) <= (not one.taken) for one in reasons(state, found))
