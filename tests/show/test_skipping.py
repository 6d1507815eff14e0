"""What to leave out when the show is late: against all that could be left out, tried one by one."""

from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.pace import MINUTE_MS, ahead, behind_ms, budget_ms
from jn_presenter.show.select import select
from jn_presenter.show.skipping import Skips, skips
from jn_presenter.show.state import initial


def run(state, deck, *names, now=0.0, **args):
    for name in names:
        state = COMMANDS[name](state, deck, now, **args)
    return state


def long_show(slide, deck):
    return deck(
        slide("open/cover", depth="extra", minutes=1),
        slide("a/core", minutes=2),
        slide("a/e1", depth="extra", minutes=1),
        slide("a/s1", depth="standard", minutes=3),
        slide("a/e2", depth="extra", minutes=2),
        slide("a/e3", depth="extra", minutes=1),
        slide("a/s2", depth="standard", minutes=2),
        slide("end/thanks", depth="extra", minutes=1),
        frames=("open", "end"),
    )


def late_by(minutes, slide, deck):
    """The first slide, still shown so many minutes after its minute is over."""
    found = long_show(slide, deck)
    return skips(initial(found), found, (1 + minutes) * MINUTE_MS)


def test_nothing_is_left_out_of_a_show_in_time(slide, deck):
    assert late_by(0, slide, deck) == Skips()


def test_the_fewest_extra_slides_are_left_out_first_the_shorter_and_later_of_as_many(slide, deck):
    assert late_by(1, slide, deck).slides == ("a/e3",)
    assert late_by(1.5, slide, deck) == Skips(slides=("a/e2",), gained_ms=120_000)
    assert late_by(2.5, slide, deck).slides == ("a/e2", "a/e3")


def test_standard_slides_are_left_out_where_the_extra_ones_are_not_enough_and_then_fewer_of_those(slide, deck):
    assert late_by(5, slide, deck).slides == ("a/s1", "a/e2")
    assert late_by(7, slide, deck).slides == ("a/e1", "a/s1", "a/e2", "a/e3")


def test_where_all_are_not_enough_all_are_left_out_and_how_late_it_is_then_is_told(slide, deck):
    found = late_by(12, slide, deck)
    assert found.slides == ("a/e1", "a/s1", "a/e2", "a/e3", "a/s2")
    assert found.late_ms == 3 * MINUTE_MS


def test_each_slide_gives_way_to_a_shorter_one_only_as_far_as_what_is_gained_allows(slide, deck):
    lengths = {"a/six": 6, "a/five": 5, "a/three": 3, "a/two": 2}
    found = deck(slide("a/one"), *(slide(name, depth="extra", minutes=m) for name, m in lengths.items()))
    assert skips(initial(found), found, 9 * MINUTE_MS) == Skips(slides=("a/five", "a/three"), gained_ms=480_000)
    assert skips(initial(found), found, 10 * MINUTE_MS) == Skips(slides=("a/six", "a/three"), gained_ms=540_000)


def test_one_command_leaves_them_out_and_another_takes_them_in_again(slide, deck):
    found = long_show(slide, deck)
    state = initial(found)
    out = run(state, found, "skip-extras", now=2.5 * MINUTE_MS)
    assert out.skipped == {"a/e2"}
    assert behind_ms(out, found, 2.5 * MINUTE_MS) == -0.5 * MINUTE_MS
    assert run(out, found, "skip-extras", now=2.5 * MINUTE_MS) is out
    assert run(out, found, "unskip", slide="a/e1") is out
    assert run(out, found, "unskip", slide="a/e2") == run(out, found, "unskip") == state


def test_no_other_slide_comes_in_for_one_that_is_skipped(slide, deck):
    found = deck(
        slide("a/one", minutes=5),
        slide("a/two", depth="standard", minutes=2),
        slide("a/three", depth="extra", minutes=2),
    )
    state = run(initial(found, minutes=Decimal(7)), found, "skip-extras", now=6 * MINUTE_MS)
    assert state.skipped == {"a/two"}
    assert select(found, Decimal(7), skipped=state.skipped) == ("a/one",)


def test_what_the_audience_has_seen_is_not_left_out_later(slide, deck):
    found = long_show(slide, deck)
    state = run(initial(found), found, *["next"] * 7)
    state = run(state, found, "first")
    assert skips(state, found, 90 * MINUTE_MS).slides == ()


@given(data=st.data())
def test_what_is_proposed_is_the_fewest_that_are_enough_and_accepting_it_ends_on_time(any_deck, data):
    deck = any_deck(data.draw)
    minutes = data.draw(st.one_of(st.none(), st.integers(1, 12).map(Decimal)))
    ways = st.sampled_from(["none", "consecutive", "simultaneous"])
    state, now = initial(deck, minutes=minutes, interpreting=data.draw(ways)), 0.0
    for name in data.draw(st.lists(st.sampled_from(["next", "previous", "last", "back", "freeze"]), max_size=8)):
        now += data.draw(st.floats(0.0, 200_000.0))
        state = run(state, deck, name, now=now)
    now += data.draw(st.floats(0.0, 400_000.0))
    late = behind_ms(state, deck, now)
    found = skips(state, deck, now)
    accepted = run(state, deck, "skip-extras", now=now)

    spare = [
        slide
        for slide in ahead(state, deck)
        if slide in deck.slides
        and deck.slides[slide].depth != "core"
        and deck.theme_of(slide).role != "frame"
        and slide not in state.spent
        and slide != state.shown.slide
    ]
    length = {slide: budget_ms(state, deck, slide) for slide in spare}
    assert set(found.slides) <= set(spare)
    assert list(found.slides) == [slide for slide in ahead(state, deck) if slide in found.slides]
    assert behind_ms(accepted, deck, now) == late - sum(length[slide] for slide in found.slides)
    if late <= 0:
        assert accepted is state
        return
    possible = late <= sum(length.values())
    assert (behind_ms(accepted, deck, now) <= 0) == possible
    assert found.late_ms == max(0, behind_ms(accepted, deck, now))
    if not possible:
        assert set(found.slides) == set(spare)
        return

    def rank(out):
        standard = sum(deck.slides[slide].depth == "standard" for slide in out)
        return standard, len(out)

    enough = (
        out
        for count in range(len(spare) + 1)
        for out in combinations(spare, count)
        if sum(length[slide] for slide in out) >= late
    )
    assert rank(found.slides) == min(map(rank, enough))


@given(data=st.data())
def test_skipping_never_moves_the_place_nor_the_plan(any_deck, data):
    deck = any_deck(data.draw)
    state = initial(deck)
    now = data.draw(st.floats(0.0, 1e6))
    out = run(state, deck, "skip-extras", now=now)
    assert structs.replace(out, skipped=frozenset()) == state
    assert not out.skipped & {state.shown.slide}
