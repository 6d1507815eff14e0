"""What crashes lead to, and that everything leads back."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.supervise import ladder
from jn_presenter.supervise.ladder import DECK, GOOD, SAFE, Crash, Decision, Standing, climbed, climbs, crashed, stood


def after(*crashes: Crash, has_good: bool = True, standing: Standing | None = None) -> Decision:
    decision = Decision(standing or Standing(), 0.0)
    for crash in crashes:
        decision = crashed(decision.standing, crash, has_good=has_good)
    return decision


def every(seconds: float, *slides: str, start: float = 100.0) -> tuple[Crash, ...]:
    return tuple(Crash(start + k * seconds, slide) for k, slide in enumerate(slides))


def test_a_crash_starts_the_same_again() -> None:
    decision = after(Crash(5.0, "a/b"))
    assert (decision.standing.rung, decision.delay_s, decision.aside) == (DECK, 0.5, "")
    assert after(*every(9.0, "a/1", "a/2", "a/3")).delay_s == 2.0


def test_the_third_crash_within_a_minute_on_a_slide_sets_it_aside() -> None:
    assert after(*every(29.0, "a/b", "a/b")).aside == ""
    decision = after(*every(29.0, "a/b", "a/b", "a/b"))
    assert (decision.aside, decision.delay_s, decision.standing.rung) == ("a/b", 0.5, DECK)
    assert after(*every(31.0, "a/b", "a/b", "a/b")).aside == ""
    assert after(*every(10.0, "a/b", "a/c", "a/b")).aside == ""


def test_crashes_between_others_count_all_the_same() -> None:
    assert after(*every(10.0, "a/b", "a/c", "a/b", "a/b")).aside == "a/b"


def test_five_crashes_within_an_hour_on_a_slide_that_stands_long_set_it_aside() -> None:
    decision = Decision(Standing(), 0.0)
    for crash in every(300.0, "a/b", "a/b", "a/b", "a/b"):
        decision = after(crash, standing=stood(decision.standing, 100.0))
        assert decision.aside == ""
    assert after(Crash(1300.0, "a/b"), standing=stood(decision.standing, 100.0)).aside == "a/b"


def test_crashes_longer_ago_than_an_hour_are_forgotten() -> None:
    decision = Decision(Standing(), 0.0)
    for crash in every(901.0, *["a/b"] * 50):
        decision = after(crash, standing=stood(decision.standing, 100.0))
        assert decision.aside == ""
        assert len(decision.standing.crashes) <= 4


def test_crashes_in_spite_of_that_lead_to_the_last_good_deck() -> None:
    first = after(*every(2.0, "a/b", "a/b", "a/b"))
    more = after(*every(2.0, "a/1", "a/2", start=120.0), standing=first.standing)
    assert more.standing.rung == DECK
    down = after(Crash(126.0, "a/3"), standing=more.standing)
    assert (down.standing.rung, down.delay_s, down.aside) == (GOOD, 0.5, "")
    assert after(Crash(126.0, "a/3"), standing=more.standing, has_good=False).standing.rung == SAFE


def test_when_a_fourth_slide_in_a_row_is_to_blame_it_is_not_the_slides() -> None:
    decision = Decision(Standing(), 0.0)
    asides = []
    for slide in ("a/1", "a/2", "a/3", "a/4"):
        decision = after(*every(2.0, *[slide] * 3), standing=decision.standing)
        asides.append(decision.aside)
    assert asides == ["a/1", "a/2", "a/3", ""]
    assert decision.standing.rung == GOOD


def test_crashes_before_anything_is_shown_lead_down_too() -> None:
    assert after(*every(5.0, "", "")).standing.rung == DECK
    assert after(*every(5.0, "", "", "")).standing.rung == GOOD
    assert after(*every(5.0, "", "", "", "", "", "")).standing.rung == SAFE


def test_crashes_here_and_there_lead_down_as_well() -> None:
    assert after(*every(5.0, *"abcd")).standing.rung == DECK
    assert after(*every(5.0, *"abcde")).standing.rung == GOOD


def test_on_the_plain_page_it_goes_on_with_longer_delays() -> None:
    standing = Standing(rung=SAFE)
    delays = []
    for crash in every(40.0, *["x"] * 9):
        decision = after(crash, standing=standing)
        standing = decision.standing
        assert standing.rung == SAFE
        delays.append(decision.delay_s)
    assert delays == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]


def test_after_a_stable_minute_the_delay_is_short_again() -> None:
    standing = after(*every(5.0, *"abcd")).standing
    assert crashed(stood(standing, 59.0), Crash(200.0, "e"), has_good=True).standing.rung == GOOD
    decision = crashed(stood(standing, 60.0), Crash(200.0, "e"), has_good=True)
    assert (decision.standing.rung, decision.delay_s) == (DECK, 0.5)


def test_ten_stable_minutes_lead_one_rung_up() -> None:
    safe = after(*every(5.0, *[""] * 6)).standing
    assert not climbs(safe, 599.0, calm=True)
    assert climbs(safe, 600.0, calm=True)
    good = climbed(safe, has_good=True)
    assert good.rung == GOOD
    assert climbed(good, has_good=True).rung == DECK
    assert climbed(safe, has_good=False).rung == DECK


def test_a_visitor_is_not_interrupted_by_that_but_does_not_hold_it_up_for_ever() -> None:
    safe = Standing(rung=SAFE)
    assert not climbs(safe, 1199.0, calm=False)
    assert climbs(safe, 1200.0, calm=False)


def test_a_climb_in_vain_is_tried_again_later_and_later() -> None:
    standing, waits, at_s = Standing(rung=SAFE), [], 0.0
    for _ in range(6):
        at_s += standing.climb_s
        waits.append(standing.climb_s)
        standing = climbed(standing, has_good=False)
        standing = after(*(Crash(at_s + k, "") for k in range(3)), standing=standing, has_good=False).standing
        assert standing.rung == SAFE
    assert waits == [600.0, 1200.0, 2400.0, 3600.0, 3600.0, 3600.0]
    mended = stood(climbed(standing, has_good=False), 600.0)
    assert (mended.climb_s, mended.climbed) == (600.0, False)


def test_a_deck_that_has_changed_is_tried_at_once_and_as_a_whole() -> None:
    safe = Standing(rung=SAFE)
    assert climbs(safe, 0.0, calm=True, changed=True)
    assert not climbs(safe, 0.0, calm=False, changed=True)
    assert climbs(safe, 1200.0, calm=False, changed=True)
    assert not climbs(Standing(), 9000.0, calm=True, changed=True)
    assert climbed(safe, has_good=True, changed=True).rung == DECK


def test_a_change_in_vain_costs_the_next_change_and_nothing_else() -> None:
    standing = Standing(rung=SAFE, climb_s=1200.0)
    for wait_s in (15.0, 30.0, 60.0):
        standing = climbed(standing, has_good=False, changed=True)
        standing = after(*every(1.0, "", "", ""), standing=standing, has_good=False).standing
        assert (standing.rung, standing.mend_s, standing.climb_s) == (SAFE, wait_s, 1200.0)
        assert not climbs(standing, wait_s - 1.0, calm=True, changed=True)
        assert climbs(standing, wait_s, calm=True, changed=True)
    mended = stood(climbed(standing, has_good=False, changed=True), 60.0)
    assert (mended.mend_s, mended.mended) == (0.0, False)


def silent(start: float, count: int) -> tuple[Crash, ...]:
    return tuple(Crash(start + k, "", silent=True) for k in range(count))


def test_where_not_even_the_plain_page_can_begin_the_deck_is_not_to_blame() -> None:
    """An X server that restarts, say: what is tried alternates, and the deck is back a minute after the display."""
    decision = after(*silent(0.0, 6))
    assert decision.standing.rung == SAFE
    rungs, delays = [], []
    for crash in silent(10.0, 8):
        decision = after(crash, standing=decision.standing)
        rungs.append(decision.standing.rung)
        delays.append(decision.delay_s)
    assert rungs == [DECK, SAFE] * 4
    assert delays == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    assert decision.standing.rung == SAFE
    standing = stood(decision.standing, 60.0)
    assert not standing.blind
    assert climbs(standing, 60.0, calm=True)
    assert climbed(standing, has_good=True).rung == DECK


def test_a_deck_that_cannot_begin_does_not_come_back_for_that() -> None:
    """The plain page begins and crashes later: silent crashes of the deck alone are the deck's."""
    standing = after(*silent(0.0, 6)).standing
    standing = after(Crash(20.0, "x"), standing=standing).standing
    assert (standing.rung, standing.blind) == (SAFE, False)


CRASHES = st.builds(Crash, st.floats(0.0, 1e7), st.sampled_from(["", "a/1", "a/2", "b/3"]), silent=st.booleans())
HAPPENS = st.lists(
    st.one_of(CRASHES, st.floats(0.0, 9000.0), st.sampled_from(["up", "changed"])),
    max_size=60,
)


def lived(happens: list[Crash | float | str], *, has_good: bool) -> Standing:
    """Any life: crashes, times on the screen, and climbs."""
    standing = Standing()
    for one in happens:
        if isinstance(one, Crash):
            decision = crashed(standing, one, has_good=has_good)
            assert ladder.delay_s(1) <= decision.delay_s <= 30.0
            assert not decision.aside or decision.aside == one.slide
            standing = decision.standing
        elif isinstance(one, float):
            standing = stood(standing, one)
            if climbs(standing, one, calm=False):
                standing = climbed(standing, has_good=has_good)
        elif standing.rung != DECK:
            standing = climbed(standing, has_good=has_good, changed=one == "changed")
        assert standing.rung in (DECK, SAFE) or (standing.rung == GOOD and has_good)
        assert ladder.SOON_S <= standing.climb_s <= ladder.MOST_CLIMB_S
        assert 0.0 <= standing.mend_s <= ladder.CLIMB_S
    return standing


@given(HAPPENS, st.booleans())
def test_whatever_happens_there_is_a_decision_within_bounds(happens: list[Crash | float | str], has_good: bool) -> None:
    lived(happens, has_good=has_good)


@given(HAPPENS, st.booleans())
def test_no_life_ends_on_a_lower_rung_for_ever(happens: list[Crash | float | str], has_good: bool) -> None:
    standing = lived(happens, has_good=has_good)
    hours = 0.0
    while standing.rung != DECK:
        standing = stood(standing, 7200.0)
        assert climbs(standing, 7200.0, calm=False)
        standing = climbed(standing, has_good=has_good)
        hours += 2.0
        assert hours <= 4.0


@given(st.lists(st.sampled_from(["a/1", "a/2", "b/3"]), min_size=1, max_size=400), st.floats(0.1, 100.0))
def test_a_show_that_crashes_all_the_time_comes_to_the_plain_page(slides: list[str], apart: float) -> None:
    standing = Standing()
    for crash in every(apart, *slides):
        standing = crashed(standing, crash, has_good=True).standing
    if len(slides) > 50:
        assert standing.rung == SAFE
    assert len(standing.crashes) <= ladder.OFTEN_WITHIN_S / apart + 1
