import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.moment import moment
from jn_presenter.show.state import Seating, initial

SCREENS = ("L", "M", "R")


def run(state, deck, name, **args):
    return COMMANDS[name](state, deck, 0.0, **args)


def seats(state):
    return (state.seating.audience, state.seating.console)


def test_swapped_twice_is_as_before(three):
    once = run(initial(three), three, "swap-screens", seats=("R", "L"))
    assert seats(once) == ("L", "R")
    assert seats(run(once, three, "swap-screens", seats=("L", "R"))) == ("R", "L")


@pytest.mark.parametrize("seats", [("L", ""), ("", "L"), ("", "")])
def test_with_one_screen_or_no_audience_there_is_nothing_to_swap(three, seats):
    state = initial(three)
    assert run(state, three, "swap-screens", seats=seats) is state


def test_the_audience_goes_from_screen_to_screen_and_the_console_gives_way(three):
    state, here, seen = initial(three), ("R", "L"), []
    for _ in range(4):
        state = run(state, three, "next-screen", seats=here, screens=SCREENS)
        here = seats(state)
        seen.append(here)
    assert seen == [("L", "R"), ("M", "R"), ("R", "M"), ("L", "M")]


def test_an_audience_without_a_screen_gets_one_that_is_not_the_console_s(three):
    state = run(initial(three), three, "next-screen", seats=("", "L"), screens=("L", "M"))
    assert seats(state) == ("M", "L")
    alone = initial(three)
    assert run(alone, three, "next-screen", seats=("", "L"), screens=("L",)) is alone


def test_with_one_screen_there_is_no_next(three):
    state = initial(three)
    assert run(state, three, "next-screen", seats=("L", ""), screens=("L",)) is state


@given(
    screens=st.permutations(SCREENS),
    console=st.sampled_from(["", *SCREENS]),
    keys=st.lists(st.sampled_from(["swap-screens", "next-screen", "windowed"])),
)
def test_no_keys_bring_both_onto_one_screen(three, screens, console, keys):
    here = ("M", console if console != "M" else "")
    state = initial(three)
    for key in keys:
        wants = {want: {"seats": here, "standing": here, "screens": screens}[want] for want in COMMANDS[key].wants}
        state = run(state, three, key, **wants)
        if state.seating.audience:
            here = seats(state)
        assert here[0] in SCREENS
        assert here[0] != here[1]


def test_windows_and_fullscreen_take_turns_and_leave_the_screens_as_they_are(three):
    state = initial(three)
    windowed = run(state, three, "windowed", seats=("R", "L"), standing=("L", "L"))
    assert windowed.seating == Seating(windowed=True)
    assert run(windowed, three, "windowed", seats=("R", "L"), standing=("R", "L")) == state


def test_a_window_drawn_onto_another_screen_fills_that_one(three):
    windowed = initial(three, windowed=True)
    assert windowed.seating.windowed
    full = run(windowed, three, "windowed", seats=("R", "L"), standing=("M", "L"))
    assert full.seating == Seating(audience="M", console="L")
    together = run(windowed, three, "windowed", seats=("R", "L"), standing=("L", "L"))
    assert together.seating == Seating(audience="L", console="")


def test_that_the_audience_s_screen_is_gone_is_part_of_the_state_and_brings_the_console_up(three):
    state = initial(three)
    gone = run(state, three, "screens-changed", unplugged=True, console=True)
    assert (gone.seating.unplugged, gone.console) == (True, True)
    back = run(gone, three, "screens-changed", unplugged=False)
    assert (back.seating.unplugged, back.console) == (False, True)
    assert run(back, three, "screens-changed", unplugged=False, console=True) is back


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("swap-screens", {"seats": ("R", "L")}),
        ("next-screen", {"seats": ("R", "L"), "screens": SCREENS}),
        ("windowed", {}),
        ("screens-changed", {"unplugged": True, "console": True}),
    ],
)
def test_what_the_audience_sees_goes_on_meanwhile(three, name, args):
    state = COMMANDS["next"](initial(three), three, 5000.0)
    changed = COMMANDS[name](state, three, 5100.0, **args)
    assert changed != state
    assert [moment(changed, now) for now in (5100.0, 5200.0)] == [moment(state, now) for now in (5100.0, 5200.0)]
    assert COMMANDS[name].quiet
