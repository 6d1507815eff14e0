from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.select import select, selection


def versioned(slide, deck):
    return deck(
        slide("open/cover", depth="extra", minutes=1),
        slide("a/core", depth="core", minutes=4),
        slide("a/more", depth="standard", minutes=3),
        slide("a/most", depth="extra", minutes=1),
        slide("b/long", depth="standard", minutes=5),
        slide("b/core", depth="core", minutes=2),
        slide("b/short", depth="standard", minutes=1),
        frames=("open",),
    )


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (None, "open/cover a/core a/more a/most b/long b/core b/short"),
        (1, "open/cover a/core b/core"),
        (7, "open/cover a/core b/core"),
        (8, "open/cover a/core b/core b/short"),
        (10, "open/cover a/core a/more b/core"),
        (11, "open/cover a/core a/more b/core b/short"),
        (12, "open/cover a/core a/more a/most b/core b/short"),
        (16, "open/cover a/core a/more b/long b/core b/short"),
        (17, "open/cover a/core a/more a/most b/long b/core b/short"),
    ],
)
def test_minutes_take_core_then_standard_then_extra_each_that_still_fits(slide, deck, minutes, expected):
    limit = None if minutes is None else Decimal(minutes)
    assert select(versioned(slide, deck), limit) == tuple(expected.split())


def test_themes_leave_the_others_out_but_never_the_frame(slide, deck):
    assert select(versioned(slide, deck), themes=("b",)) == ("open/cover", "b/long", "b/core", "b/short")


def test_a_hidden_slide_is_out_even_if_core_or_frame(slide, deck):
    chosen = select(versioned(slide, deck), Decimal(1), hidden=frozenset({"open/cover", "a/core"}))
    assert chosen == ("b/core",)


def test_a_broken_slide_is_never_chosen(slide, deck):
    assert select(deck(slide("a/one"), slide("a/two"), broken=("a/one",))) == ("a/two",)


def test_an_unread_slide_is_chosen_only_where_reading_could_not_leave_it_out(slide, deck):
    found = deck(slide("open/one"), slide("a/two"), slide("a/three"), frames=("open",), pending=("open/one", "a/two"))
    assert select(found) == ("open/one", "a/two", "a/three")
    assert select(found, Decimal(9)) == ("open/one", "a/three")


def test_a_slide_listed_twice_is_shown_once(slide, deck):
    found = deck(slide("a/one"), slide("a/two"), order=("a/one", "a/two", "a/one"))
    assert select(found) == ("a/one", "a/two")


def test_neighbours_of_a_slide_that_is_not_chosen_are_the_chosen_ones_around_it(slide, deck):
    found = selection(versioned(slide, deck), Decimal(7))
    assert (found.before("a/most"), found.after("a/most")) == ("a/core", "b/core")
    assert (found.before("open/cover"), found.after("b/short")) == (None, None)
    assert (found.before("nowhere/at-all"), found.after("nowhere/at-all")) == (None, None)


def test_todays_order_decides_what_is_taken_first_and_what_follows(slide, deck):
    order = ("b/short", "b/core", "open/cover", "a/core", "a/more", "a/most", "b/long")
    found = selection(versioned(slide, deck), Decimal(8), order=order)
    assert found.slides == ("b/short", "b/core", "open/cover", "a/core")
    assert (found.themes, found.after("b/core"), tuple(found.ranks)) == (("b", "open", "a"), "open/cover", order)


def test_a_skipped_slide_leaves_its_minutes_free(slide, deck):
    found = selection(versioned(slide, deck), Decimal(10), skipped=frozenset({"a/more"}))
    assert (found.slides, found.minutes) == (("open/cover", "a/core", "b/core"), 10)


def test_interpreted_each_slide_takes_longer_and_fewer_fit(slide, deck):
    found = selection(versioned(slide, deck), Decimal("14.4"), factor=Decimal("1.8"))
    assert (found.slides, found.minutes) == (select(versioned(slide, deck), Decimal(8)), Decimal("14.4"))
    fewer = selection(versioned(slide, deck), Decimal("14.3"), factor=Decimal("1.8"))
    assert fewer.slides == ("open/cover", "a/core", "b/core")


def test_numbers_count_the_chosen_slides_alone(slide, deck):
    found = selection(versioned(slide, deck), Decimal(7))
    assert [found.number(name) for name in ("open/cover", "b/core", "a/most", "nowhere/at-all")] == [1, 3, 0, 0]
    assert (found.minutes, found.themes) == (7, ("open", "a", "b"))


def test_a_key_press_finds_the_selection_ready(slide, deck):
    found = versioned(slide, deck)
    assert selection(found, Decimal(7)) is selection(found, Decimal(7))
    assert selection(structs.replace(found), Decimal(7)) is not selection(found, Decimal(7))


@given(data=st.data())
def test_the_total_stays_within_the_minutes_unless_what_must_be_shown_alone_exceeds_them(any_deck, data):
    deck = any_deck(data.draw)
    limit = Decimal(data.draw(st.integers(0, 12)))
    chosen = select(deck, limit)
    must = [
        name
        for name in deck.order
        if (name in deck.slides and (deck.slides[name].depth == "core" or deck.theme_of(name).role == "frame"))
    ]
    total = sum(deck.slides[name].minutes for name in chosen if name in deck.slides)
    assert set(must) <= set(chosen)
    assert total <= max(limit, sum(deck.slides[name].minutes for name in must))
    optional = [name for name in deck.slides if name not in chosen]
    assert all(total + deck.slides[name].minutes > limit for name in optional)


@given(data=st.data())
def test_the_choice_is_in_show_order_and_the_same_each_time(any_deck, data):
    deck = any_deck(data.draw)
    limit = data.draw(st.one_of(st.none(), st.integers(0, 12).map(Decimal)))
    hidden = data.draw(st.frozensets(st.sampled_from(deck.order)))
    chosen = select(deck, limit, (), hidden)
    assert list(chosen) == sorted(set(chosen), key=deck.order.index)
    assert chosen == select(structs.replace(deck), limit, (), hidden)
    assert not hidden & set(chosen)


def test_a_stressed_slide_is_taken_as_if_it_were_core_and_of_a_chosen_theme(slide, deck):
    found = deck(
        slide("a/one", minutes=2),
        slide("a/two", depth="standard", minutes=1),
        slide("b/dear", depth="extra", minutes=3),
    )
    dear = frozenset({"b/dear"})
    assert select(found, Decimal(3), ("a",)) == ("a/one", "a/two")
    assert select(found, Decimal(3), ("a",), stressed=dear) == ("a/one", "b/dear")
    assert select(found, None, ("a",), stressed=dear) == ("a/one", "a/two", "b/dear")
    assert select(found, Decimal(3), ("a",), dear, stressed=dear) == ("a/one", "a/two")
    assert select(found, None, ("a",), stressed=dear, skipped=dear) == ("a/one", "a/two")
