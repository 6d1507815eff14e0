"""Which screen is whose: pure, over screens as the system names them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.screens import (
    Lost,
    Plan,
    ScreenInfo,
    Spot,
    Wish,
    apart,
    identified,
    lost_by,
    named,
    plan,
    spots,
)
from jn_presenter.show.state import Seating


def screen(name, x=0, **said):
    return ScreenInfo(name=name, x=x, y=0, width=1920, height=1080, **said)


LAPTOP = screen("eDP-1", primary=True)
BEAMER = screen("HDMI-1", 1920, maker="Epson", model="EB-L730U", serial="X7")
WALL = screen("DP-2", 3840, maker="Leyard")
E, H, D = "eDP-1 1920x1080", "Epson EB-L730U X7", "Leyard DP-2"


def test_a_screen_goes_by_what_it_says_of_itself_else_by_connector_and_device_pixels():
    assert [one.id for one in identified([WALL, LAPTOP, BEAMER])] == [E, H, D]
    assert [one.number for one in identified([WALL, LAPTOP, BEAMER])] == [1, 2, 3]
    assert identified([structs.replace(LAPTOP, width=960, height=540, ratio=2.0)])[0].id == E


def test_a_projector_with_a_serial_number_is_known_again_at_another_connector():
    assert identified([structs.replace(BEAMER, name="DP-7", x=0)])[0].id == H


def test_screens_that_say_the_same_are_told_apart_by_their_place():
    twins = [screen("Generic", 1920), screen("Generic", 0)]
    assert [one.id for one in identified(twins)] == ["Generic 1920x1080", "Generic 1920x1080 #2"]
    assert plan(twins).audience != plan(twins).console


def test_of_two_alike_the_one_that_is_left_stays_what_it_was():
    first, second = identified([screen("Generic"), screen("Generic", 1920)])
    assert identified([structs.replace(second, x=0)])[0].id == second.id
    again = identified([screen("Generic", 1920), structs.replace(second, x=0)])
    assert {one.id for one in again} == {first.id, second.id}


def test_with_one_screen_the_audience_has_it_and_the_console_none():
    assert plan([LAPTOP]) == Plan(E, None)
    assert plan([LAPTOP], Wish(console="eDP-1")) == Plan(E, None)


def test_the_audience_gets_the_external_screen_and_the_console_the_laptop():
    assert plan([LAPTOP, BEAMER]) == plan([BEAMER, LAPTOP]) == Plan(H, E)


def test_a_third_screen_is_the_interpreter_s():
    assert plan([LAPTOP, BEAMER, WALL]) == Plan(H, E, D)
    assert plan([LAPTOP, BEAMER, WALL], Wish(interpreter="HDMI-1")) == Plan(D, E, H)
    assert plan([LAPTOP, BEAMER], Wish(interpreter="HDMI-1")) == Plan(H, E)
    assert plan([LAPTOP, BEAMER], with_console=False) == Plan(H, None, E)


def test_screens_asked_for_win():
    assert plan([LAPTOP, BEAMER, WALL], Wish("DP-2")) == Plan(D, E, H)
    assert plan([LAPTOP, BEAMER], Wish("eDP-1")) == Plan(E, H)
    assert plan([LAPTOP, BEAMER, WALL], Wish("HDMI-1", "DP-2")) == Plan(H, D, E)


@pytest.mark.parametrize("word", ["HDMI-1", "hdmi-1", "EB-L730U", "2", H])
def test_a_screen_is_asked_for_by_name_model_number_or_identity(word):
    assert named(identified([LAPTOP, BEAMER, WALL]), word) == H


def test_a_console_asked_onto_the_projector_leaves_the_audience_another_screen():
    assert plan([LAPTOP, BEAMER, WALL], Wish(console="HDMI-1")) == Plan(D, H, E)


def test_of_two_wishes_for_one_screen_the_first_is_met():
    assert plan([LAPTOP, BEAMER], Wish(console="HDMI-1"), Wish(audience="HDMI-1")) == Plan(E, H)
    assert plan([LAPTOP, BEAMER], Wish(audience="HDMI-1"), Wish(console="HDMI-1")) == Plan(H, E)


def test_a_screen_that_is_not_there_is_as_if_unnamed():
    assert plan([LAPTOP, BEAMER], Wish("VGA-9")) == Plan(H, E)


def test_without_any_screen_there_is_no_plan():
    with pytest.raises(ValueError, match="no screen"):
        plan([])


def test_a_mirrored_screen_is_no_second_one():
    mirrored = structs.replace(BEAMER, x=0, width=1280, height=720)
    assert plan([LAPTOP, mirrored]) == Plan(E, None)
    assert plan([LAPTOP, mirrored, WALL]) == Plan(D, E)


@st.composite
def some_screens(draw):
    """Up to five screens, some alike, some over each other, at most one of them the primary."""
    places = draw(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2)), min_size=1, max_size=5, unique=True))
    primary = draw(st.integers(-1, len(places) - 1))
    return [
        ScreenInfo(
            name=draw(st.sampled_from(["A", "B", "C"])),
            x=x * 1000,
            y=y * 1000,
            width=draw(st.sampled_from([1000, 1920])),
            height=1000,
            ratio=draw(st.sampled_from([1.0, 1.25, 2.0])),
            primary=k == primary,
            maker=draw(st.sampled_from(["", "M"])),
            serial=draw(st.sampled_from(["", "1"])),
        )
        for k, (x, y) in enumerate(places)
    ]


WORDS = st.sampled_from(["", "A", "B", "C", "1", "2", "5", "M 1", "nothing"])
WISHES = st.lists(st.builds(Wish, WORDS, WORDS, WORDS), max_size=3)


@given(some_screens(), WISHES, st.booleans())
def test_no_two_windows_share_a_pixel_of_a_screen_unless_there_is_one(screens, wishes, with_console):
    found = plan(screens, *wishes, with_console=with_console)
    there = {one.id: one for one in identified(screens)}
    seats = [there[seat] for seat in (found.audience, found.console, found.interpreter) if seat is not None]
    assert len(apart(seats)) == len(seats)
    assert (found.console is None) == (len(apart(screens)) == 1 or not with_console)


@given(some_screens(), WISHES, st.randoms(use_true_random=False))
def test_the_same_screens_in_any_order_give_the_same_plan(screens, wishes, random):
    mixed = random.sample(screens, len(screens))
    assert plan(mixed, *wishes) == plan(screens, *wishes)


@given(some_screens())
def test_a_plan_wished_for_by_identities_is_the_plan(screens):
    found = plan(screens)
    assert plan(screens, Wish(found.audience or "", found.console or "", found.interpreter or "")) == found


# screens that go and come


def test_an_audience_whose_screen_is_gone_is_on_no_other_until_its_own_is_back_or_a_new_one_comes():
    before = plan([LAPTOP, BEAMER, WALL])
    lost = lost_by(before, None, frozenset({E, D}))
    assert lost == Lost(H, frozenset({E, D}))
    assert plan([LAPTOP, WALL], lost=lost) == Plan(None, E, D)
    assert lost_by(None, lost, frozenset({E})) == lost
    assert lost_by(None, lost, frozenset({E, H})) is None
    assert lost_by(None, lost, frozenset({E, "new"})) is None


def test_nothing_is_lost_where_the_console_goes_or_there_was_none():
    assert lost_by(plan([LAPTOP, BEAMER]), None, frozenset({H})) is None
    assert lost_by(plan([LAPTOP, BEAMER]), None, frozenset({"new"})) is None
    assert lost_by(plan([LAPTOP]), None, frozenset({"new"})) is None
    assert lost_by(plan([LAPTOP, BEAMER], with_console=False), None, frozenset({E})) is None
    assert lost_by(None, None, frozenset({E})) is None


def spotted(found, console=False, interpreter=False, with_console=True, **seating):
    return spots(found, Seating(**seating), console=console, interpreter=interpreter, with_console=with_console)


@pytest.mark.parametrize("windowed", [False, True])
def test_each_window_fills_its_screen_or_stands_there_as_a_normal_one(windowed):
    there = spotted(plan([LAPTOP, BEAMER]), windowed=windowed)
    assert there == {"audience": Spot(H, not windowed), "console": Spot(E, not windowed), "interpreter": None}


def test_on_one_screen_the_console_lies_over_the_audience_s_picture_when_asked_for():
    one = plan([LAPTOP])
    assert spotted(one) == {"audience": Spot(E, True), "console": None, "interpreter": None}
    assert spotted(one, console=True) == {"audience": Spot(E, True), "console": Spot(E, True), "interpreter": None}
    assert spotted(one, console=True, with_console=False) == spotted(one)


def test_with_the_audience_s_screen_gone_the_console_is_alone_unless_it_gives_way():
    one = plan([LAPTOP], lost=Lost(H, frozenset({E})))
    assert spotted(one, console=True, unplugged=True)["audience"] is None
    assert spotted(one, console=True, unplugged=True)["console"] == Spot(E, True)
    assert spotted(one, unplugged=True) == {"audience": Spot(E, True), "console": None, "interpreter": None}


def test_the_interpreter_s_view_is_on_the_third_screen_else_a_window_over_the_console():
    for screens, spot in (([LAPTOP, BEAMER, WALL], Spot(D, True)), ([LAPTOP, BEAMER], Spot(E, False))):
        assert spotted(plan(screens), interpreter=True)["interpreter"] == spot
    assert spotted(plan([LAPTOP]), interpreter=True)["interpreter"] is None
    assert spotted(plan([LAPTOP]), interpreter=True, console=True)["interpreter"] == Spot(E, False)


@given(
    some_screens(), WISHES, st.builds(Seating, windowed=st.booleans(), unplugged=st.booleans()), *[st.booleans()] * 4
)
def test_notes_are_over_the_audience_s_picture_only_where_the_console_was_asked_for_on_the_one_screen(
    screens, wishes, seating, lost, console, interpreter, with_console
):
    found = plan(screens, *wishes, with_console=with_console, lost=Lost("x", frozenset()) if lost else None)
    there = spots(found, seating, console=console, interpreter=interpreter, with_console=with_console)
    audience = there.pop("audience")
    together = [spot for spot in there.values() if spot and audience and spot.screen == audience.screen]
    if together and not seating.windowed:
        assert with_console
        assert console
        assert not seating.unplugged
        assert len(apart(screens)) == 1
    assert with_console or there["console"] is None


def test_the_shape_of_a_screen_is_that_of_its_canvas():
    assert LAPTOP.shape == "wide"
    assert ScreenInfo(name="p", x=0, y=0, width=1080, height=1920).shape == "tall"
