"""A visit at a kiosk, command by command, and what is left of it: nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.model.ink import Point, Stroke
from jn_presenter.model.kiosk import CONTRAST, Kiosk
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.kiosk.loop import slides_of
from jn_presenter.show.kiosk.ticking import due_ms, tick
from jn_presenter.show.kiosk.visit import fresh, reset
from jn_presenter.show.moment import moment
from jn_presenter.show.select import selection
from jn_presenter.show.state import Asked, Place, initial
from jn_presenter.show.travel import choice

CLOCKS = {"started_ms", "entered_ms", "first_seen", "spent", "motion"}
STROKE = Stroke("pen", "accent", 6.0, (Point(0.1, 0.1), Point(0.9, 0.1)))


@pytest.fixture(scope="session")
def contrasted(three):
    """The deck as a kiosk reads it, with the style of high contrast."""
    return structs.replace(three, styles={**three.styles, CONTRAST: three.styles["day"]})


def run(state, deck, now, name, **args):
    return COMMANDS[f"kiosk-{name}" if f"kiosk-{name}" in COMMANDS else name](state, deck, now, **args)


def begun(deck, *names, now=0.0):
    state = fresh(deck, 0.0)
    for name in names:
        state = run(state, deck, now, *name) if isinstance(name, tuple) else run(state, deck, now, name)
    return state


def inside(deck, theme):
    return run(begun(deck, "touch"), deck, 0.0, "theme", theme=theme)


def untouchable(deck):
    return structs.replace(deck, briefing=structs.replace(deck.briefing, kiosk=Kiosk(touch=False)))


def bare(state):
    """What of a state is no clock."""
    stand = structs.replace(state.kiosk, since_ms=0.0, touched_ms=0.0)
    return {name: getattr(state, name) for name in state.__struct_fields__ if name not in (*CLOCKS, "kiosk")} | {
        "kiosk": stand
    }


def test_a_touch_brings_the_themes_and_a_theme_its_first_slide(three):
    home = begun(three, "touch")
    assert home.kiosk.phase == "home"
    there = run(home, three, 5.0, "theme", theme="b")
    assert (there.kiosk.phase, there.kiosk.theme, there.shown) == ("slides", "b", Place("b/two"))
    assert (there.kiosk.touched_ms, there.kiosk.since_ms) == (5.0, 5.0)


def test_a_theme_that_is_not_there_leads_nowhere(three):
    assert run(begun(three, "touch"), three, 5.0, "theme", theme="z").kiosk.phase == "home"


def test_next_turns_slides_inside_the_theme_and_leads_home_behind_the_last(three):
    state = inside(three, "b")
    state = run(state, three, 1.0, "next")
    assert (state.shown, state.kiosk.phase) == (Place("b/three"), "slides")
    assert run(state, three, 2.0, "next").kiosk.phase == "home"


def test_next_passes_steps_that_the_slide_would_show_by_itself(slide, deck):
    found = deck(slide("a/one", 3), slide("a/two"))
    assert run(inside(found, "a"), found, 1.0, "next").shown == Place("a/two")


def test_previous_leads_to_the_slide_before_as_it_was_left_and_home_before_the_first(three):
    state = run(inside(three, "b"), three, 1.0, "next")
    state = run(state, three, 2.0, "previous")
    assert state.shown == Place("b/two")
    assert run(state, three, 3.0, "previous").kiosk.phase == "home"
    steps = run(run(inside(three, "a"), three, 1.0, "home"), three, 2.0, "theme", theme="a")
    assert steps.shown == Place("a/one")


def test_previous_into_a_slide_shows_all_its_steps(slide, deck):
    found = deck(slide("a/one", 3), slide("a/two"))
    state = run(run(inside(found, "a"), found, 1.0, "next"), found, 2.0, "previous")
    assert state.shown == Place("a/one", 3)


def test_a_key_in_the_loop_is_a_touch_and_at_home_turns_nothing(three):
    home = run(fresh(three, 0.0), three, 1.0, "next")
    assert home.kiosk.phase == "home"
    assert run(home, three, 2.0, "next") == structs.replace(home, kiosk=structs.replace(home.kiosk, touched_ms=2.0))


def test_another_language_at_the_same_slide_and_step(three):
    state = structs.replace(inside(three, "a"), shown=Place("a/one", 1), at=Place("a/one", 1), motion=None)
    other = run(state, three, 1.0, "language", language="en")
    assert (other.languages, other.shown) == (("en",), Place("a/one", 1))
    assert run(other, three, 2.0, "language").languages == ("zh",)
    assert run(other, three, 2.0, "language", language="ja").languages == ("en",)


def test_contrast_and_large_text_are_switches(contrasted):
    state = inside(contrasted, "a")
    on = run(run(state, contrasted, 1.0, "contrast"), contrasted, 1.0, "large")
    assert (on.style, on.kiosk.contrast, on.kiosk.large) == (CONTRAST, True, True)
    off = run(run(on, contrasted, 2.0, "contrast"), contrasted, 2.0, "large")
    assert (off.style, off.kiosk.contrast, off.kiosk.large) == ("night", False, False)


def test_without_its_style_there_is_no_contrast(three):
    state = inside(three, "a")
    assert run(state, three, 1.0, "contrast") is state


@pytest.mark.parametrize("name", ["touch", "home", "language", "large", "contrast", "next", "previous"])
def test_a_wall_without_touch_just_loops(three, name):
    deck = untouchable(three)
    state = fresh(deck, 0.0)
    assert run(state, deck, 5.0, name) is state
    assert run(state, deck, 5.0, "theme", theme="a") is state


@pytest.mark.parametrize("name", ["touch", "home", "language", "large", "contrast", "next", "previous", "close"])
def test_closed_it_is_black_and_no_touch_counts(three, name):
    closed = run(inside(three, "a"), three, 9.0, "close")
    assert (closed.kiosk.phase, closed.blank, closed.motion) == ("closed", "black", None)
    assert run(closed, three, 10.0, name) is closed


def test_open_again_the_loop_begins(three):
    closed = run(inside(three, "a"), three, 9.0, "close")
    opened = run(closed, three, 99.0, "open")
    assert bare(opened) == bare(fresh(three, 99.0))
    assert run(opened, three, 100.0, "open") is opened


def test_staff_type_digits_that_no_visitor_sees_taken(three):
    state = begun(three, "staff")
    assert state.kiosk.staff
    for digit in ("1", "2", "x", "12", "", "3"):
        state = run(state, three, 5.0, "digit", digit=digit)
    assert state.kiosk.digits == "13"
    for digit in "1234567890123":
        state = run(state, three, 5.0, "digit", digit=digit)
    assert len(state.kiosk.digits) == 12
    wrong = run(state, three, 6.0, "pin", right=False, left=2)
    assert (wrong.kiosk.staff, wrong.kiosk.digits, wrong.leaving) == (True, "", False)
    assert (wrong.kiosk.refused, wrong.kiosk.left) == (True, 2)
    assert run(wrong, three, 6.0, "touch").kiosk.refused
    assert not run(wrong, three, 6.0, "digit", digit="1").kiosk.refused
    assert not run(wrong, three, 6.0, "staff").kiosk.refused
    assert run(state, three, 6.0, "pin", right=True).leaving
    away = run(state, three, 7.0, "staff")
    assert (away.kiosk.staff, away.kiosk.digits, away.kiosk.phase) == (False, "", "loop")


def test_outside_the_hours_a_pad_that_is_left_alone_takes_its_words_with_it(three):
    state = run(begun(three, "close", "staff"), three, 5.0, "pin", right=False, left=2)
    gone = run(state, three, due_ms(state, three), "tick")
    assert (gone.kiosk.phase, gone.kiosk.staff, gone.kiosk.refused) == ("closed", False, False)


def test_no_pin_counts_without_the_pad(three):
    state = begun(three, "touch")
    assert run(state, three, 1.0, "pin", right=True) is state
    assert run(state, three, 1.0, "digit", digit="1") is state


def test_behind_the_pad_nothing_of_a_visitor_counts(three):
    state = run(inside(three, "b"), three, 1.0, "staff")
    for name in ("home", "large", "next", "previous"):
        after = run(state, three, 2.0, name)
        assert (after.shown, after.kiosk.phase, after.kiosk.large) == (state.shown, "slides", False), name


def test_a_touch_on_the_pad_leaves_the_loop_behind_it(three):
    state = run(begun(three, "staff"), three, 7.0, "touch")
    assert (state.kiosk.phase, state.kiosk.staff, state.kiosk.touched_ms) == ("loop", True, 7.0)


def test_a_deck_that_takes_no_touches_any_more_leaves_no_visitor_alone(three):
    state = run(inside(three, "b"), three, 1.0, "large")
    deck = untouchable(three)
    after = COMMANDS["reload"](state, deck, 2.0, old=three)
    assert bare(after) == bare(fresh(deck, 2.0))


def test_slides_set_aside_are_left_at_once_and_come_back(three):
    state = inside(three, "b")
    without = run(state, three, 1.0, "aside", slides=frozenset({"b/two"}))
    assert (without.shown, without.kiosk.phase) == (Place("b/three"), "slides")
    assert run(without, three, 2.0, "aside", slides=frozenset()).kiosk.aside == frozenset()
    loop = run(fresh(three, 0.0), three, 1.0, "aside", slides=frozenset({"a/one"}))
    assert loop.shown == Place("b/two")


def test_a_theme_whose_slides_are_gone_is_left_for_home(three, slide, deck):
    state = inside(three, "b")
    smaller = deck(slide("a/one", 2))
    assert COMMANDS["reload"](state, smaller, 1.0, old=three).kiosk.phase == "home"


def test_a_reload_leaves_the_loop_at_its_slide(slide, deck):
    found = deck(slide("a/cover"), slide("b/one"), frames=("a",), pending=("b/one",))
    state = fresh(found, 0.0)
    assert state.shown == Place("a/cover")
    read = deck(slide("a/cover"), slide("b/one"), frames=("a",))
    after = COMMANDS["reload"](state, read, 1.0, old=found)
    assert after.shown == Place("a/cover")
    assert tick(after, read, due_ms(after, read)).shown == Place("b/one")


def test_a_reload_keeps_contrast_and_what_a_reset_returns_to(contrasted, slide, deck):
    state = run(inside(contrasted, "a"), contrasted, 1.0, "contrast")
    after = COMMANDS["reload"](state, contrasted, 2.0, old=contrasted)
    assert (after.style, after.kiosk.contrast, after.kiosk.home_style) == (CONTRAST, True, "night")
    gone = deck(slide("a/one", 2), languages=("en",))
    after = COMMANDS["reload"](state, gone, 2.0, old=contrasted)
    assert (after.style, after.kiosk.contrast) == ("night", False)
    assert (after.languages, after.kiosk.home_languages) == (("en",), ("en",))


def test_in_a_show_that_is_presented_none_of_it_does_anything(three):
    state = initial(three)
    args = {
        "theme": {"theme": "a"},
        "pin": {"right": True},
        "film": {"plays": True},
        "aside": {"slides": frozenset({"a/one"})},
    }
    for name, command in COMMANDS.items():
        if name.startswith("kiosk-"):
            assert command(state, three, 1.0, **args.get(name.removeprefix("kiosk-"), {})) is state


def test_what_the_owner_chose_is_what_a_reset_returns_to(three):
    state = fresh(three, 0.0, languages=("zh", "en"), style="day", windowed=True)
    visited = run(run(state, three, 1.0, "touch"), three, 2.0, "language", language="zh")
    after = reset(visited, three, 3.0)
    assert (after.languages, after.style, after.seating.windowed) == (("zh", "en"), "day", True)


def test_it_can_return_to_a_style_that_the_briefing_does_not_offer(contrasted):
    state = fresh(contrasted, 0.0, style=CONTRAST)
    assert (state.style, state.kiosk.home_style) == (CONTRAST, CONTRAST)
    after = COMMANDS["reload"](run(state, contrasted, 1.0, "touch"), contrasted, 2.0, old=contrasted)
    assert reset(after, contrasted, 3.0).style == CONTRAST
    assert fresh(contrasted, 0.0, style="dusk").style == "night"


def valid(place, deck):
    if place.slide in deck.slides:
        return 0 <= place.step <= deck.slides[place.slide].last_step
    return place.slide in deck.pending and place.step >= 0


def check(state, deck, now):
    stand = state.kiosk
    assert stand is not None
    assert valid(state.shown, deck)
    assert state.at == state.shown
    assert state.motion is None or (state.animate and state.motion.end == state.shown)
    assert state.languages
    assert set(state.languages) <= set(deck.briefing.languages)
    assert state.style in deck.styles
    assert stand.contrast == (state.style == CONTRAST)
    assert (state.blank == "black") == (stand.phase == "closed")
    assert (stand.theme != "") == (stand.phase == "slides")
    assert stand.film_ms is None or stand.phase == "slides"
    assert stand.phase != "slides" or state.shown.slide in slides_of(deck, stand, stand.theme)
    assert stand.staff or not (stand.digits or stand.refused)
    assert not (stand.digits and stand.refused)
    assert stand.phase in ("loop", "closed") or deck.briefing.kiosk.touch
    due = due_ms(state, deck)
    assert due is None or due > 0.0
    seen = moment(state, now)
    assert seen.place == state.shown
    assert seen.from_place is None or seen.from_place.slide in choice(state, deck).known


VISITS = {
    "kiosk-tick": {},
    "kiosk-touch": {},
    "kiosk-home": {},
    "kiosk-theme": {"theme": st.sampled_from("abcz")},
    "kiosk-language": {"language": st.sampled_from(["", "zh", "en", "ja"])},
    "kiosk-film": {"plays": st.booleans()},
    "kiosk-large": {},
    "kiosk-contrast": {},
    "kiosk-staff": {},
    "kiosk-digit": {"digit": st.sampled_from(["", "1", "x"])},
    "kiosk-pin": {"right": st.just(False), "left": st.sampled_from([0, 1, 2])},
    "kiosk-close": {},
    "kiosk-open": {},
    "next": {},
    "previous": {},
    "focus": {"key": st.sampled_from(["bar.0", "bar.1"])},
    "scrub": {"element": st.just("a/s0/chart"), "value": st.floats(0, 1)},
    "answer": {"path": st.just("chart"), "key": st.sampled_from(["bar.0", "bar.1"])},
}
"""All that a visitor, staff and time can bring."""


@given(data=st.data())
def test_no_sequence_of_touches_and_times_leaves_an_invalid_state_and_a_reset_leaves_nothing(any_deck, edited, data):
    deck = any_deck(data.draw)
    deck = structs.replace(
        deck,
        styles={**deck.styles, CONTRAST: deck.styles["day"]},
        briefing=structs.replace(deck.briefing, kiosk=Kiosk(touch=data.draw(st.sampled_from([True, True, False])))),
    )
    state, now = fresh(deck, 0.0, animate=data.draw(st.booleans())), 1.0
    for name in data.draw(st.lists(st.sampled_from([*VISITS, "kiosk-aside", "reload"]), max_size=25)):
        now += data.draw(st.sampled_from([0.0, 16.0, 2000.0, 46_000.0, 60_000.0, 1e8]))
        if name == "reload":
            new = edited(deck, data.draw)
            new = structs.replace(
                new, briefing=structs.replace(new.briefing, kiosk=Kiosk(touch=data.draw(st.booleans())))
            )
            if not selection(new).known:
                continue
            state, deck = COMMANDS["reload"](state, new, now, old=deck), new
        elif name == "kiosk-aside":
            chosen = data.draw(st.frozensets(st.sampled_from(deck.order), max_size=2))
            state = COMMANDS[name](state, deck, now, slides=chosen)
        else:
            args = {arg: data.draw(values) for arg, values in VISITS[name].items()}
            again = COMMANDS[name](state, deck, now, **args)
            assert again == COMMANDS[name](state, deck, now, **args)
            state = again
        check(state, deck, now)
        check(state, deck, now + 100.0)
    alone = fresh(
        deck,
        now,
        languages=state.kiosk.home_languages,
        style=state.kiosk.home_style,
        aside=state.kiosk.aside,
        animate=state.animate,
    )
    assert bare(reset(state, deck, now)) == bare(alone)


def test_nothing_that_a_visitor_chose_is_left_in_the_loop(contrasted):
    there = run(inside(contrasted, "a"), contrasted, 1.0, "language", language="en")
    there = run(run(there, contrasted, 2.0, "contrast"), contrasted, 3.0, "large")
    there = structs.replace(there, scrub={"a/one/chart": 0.5}, focus="bar.0")
    assert (there.languages, there.style, there.kiosk.large) == (("en",), CONTRAST, True)
    assert bare(reset(there, contrasted, 4.0)) == bare(fresh(contrasted, 4.0))


def test_home_nothing_is_left_of_what_was_read(three):
    there = inside(three, "a")
    asked = Asked(place=there.shown, path="chart", key="bar.0")
    read = structs.replace(there, scrub={"a/one/chart": 0.5}, focus="bar.0", asked=asked)
    home = run(read, three, 1.0, "home")
    assert (home.kiosk.phase, home.scrub, home.focus, home.asked) == ("home", {}, "", None)
