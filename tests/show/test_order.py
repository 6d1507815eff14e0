import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.show.order import moved, ordered

IDS = st.lists(st.sampled_from("abcdefgh"), unique=True).map(tuple)


@pytest.mark.parametrize(
    ("deck", "today", "expected"),
    [
        ("abc", "", "abc"),
        ("abc", "cab", "cab"),
        ("abcd", "ca", "cdab"),
        ("xabc", "cb", "xacb"),
        ("ab", "bca", "ba"),
        ("aba", "", "ab"),
    ],
)
def test_new_slides_stand_behind_the_one_they_follow_and_those_that_are_gone_are_out(deck, today, expected):
    assert ordered(deck, tuple(today)) == tuple(expected)


@given(deck=IDS, today=IDS)
def test_every_slide_of_the_deck_has_one_place_and_those_known_today_theirs(deck, today):
    found = ordered(deck, today)
    assert sorted(found) == sorted(deck)
    assert [slide for slide in found if slide in today] == [slide for slide in today if slide in deck] or not today
    assert ordered(deck, found) == found


@given(deck=IDS.filter(lambda ids: len(ids) > 1), data=st.data())
def test_a_slide_moved_past_its_neighbour_and_back_stands_where_it_was(deck, data):
    at = data.draw(st.integers(0, len(deck) - 2))
    later = moved(deck, deck[at], deck[at + 1], after=True)
    assert later.index(deck[at]) == at + 1
    assert moved(later, deck[at], deck[at + 1], after=False) == deck
