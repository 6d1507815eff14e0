from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.model.ink import Point, Stroke
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.moment import moment
from jn_presenter.show.pace import pace
from jn_presenter.show.panes import Gap, Panes
from jn_presenter.show.select import select, selection
from jn_presenter.show.state import Place, initial
from jn_presenter.show.travel import choice


def reloaded(state, old, deck, now=0.0):
    return COMMANDS["reload"](state, deck, now, old=old)


def place_at(deck, slide, step=0):
    return COMMANDS["jump"](initial(deck), deck, 0.0, slide=slide, step=step)


def test_the_console_comes_and_goes(three):
    state = COMMANDS["console"](initial(three), three, 0.0)
    assert (state.console, COMMANDS["console"](state, three, 0.0).console) == (True, False)


def test_leaving_asks_first(three):
    asked = COMMANDS["leave"](initial(three), three, 0.0)
    assert (asked.asking, asked.leaving) == ("leave", False)
    left = COMMANDS["confirm-leave"](asked, three, 0.0)
    assert (left.asking, left.leaving) == ("", True)
    assert COMMANDS["cancel-leave"](asked, three, 0.0) == initial(three)


@pytest.mark.parametrize("name", ["confirm-leave", "cancel-leave"])
def test_an_answer_without_a_question_changes_nothing(three, name):
    state = initial(three)
    assert COMMANDS[name](state, three, 0.0) is state


def test_a_place_survives_by_slide_and_step_wherever_the_slide_now_is(three, slide, deck):
    state = place_at(three, "b/three", 1)
    moved = deck(slide("b/three", 1), slide("z/new"), slide("a/one", 2))
    assert reloaded(state, three, moved).at == Place("b/three", 1)


def test_a_step_that_is_gone_becomes_the_last_one(three, slide, deck):
    state = place_at(three, "a/one", 2)
    assert reloaded(state, three, deck(slide("a/one", 1))).at == Place("a/one", 1)


def test_the_next_neighbour_takes_the_place_of_a_slide_that_is_gone(three, slide, deck):
    state = place_at(three, "a/one", 2)
    assert reloaded(state, three, deck(slide("b/two"), slide("b/three", 1))).at == Place("b/two")
    assert reloaded(state, three, deck(slide("b/three", 1))).at == Place("b/three")


def test_behind_the_last_slide_the_one_before_takes_its_place_at_its_last_step(three, slide, deck):
    state = place_at(three, "b/three")
    assert reloaded(state, three, deck(slide("a/one", 2))).at == Place("a/one", 2)


def test_a_broken_slide_goes_by_its_neighbours_in_the_new_order(three, slide, deck):
    state = place_at(three, "a/one", 2)
    swapped = deck(slide("b/two"), slide("a/one"), slide("b/three", 1), broken=("a/one",))
    assert reloaded(state, three, swapped).at == Place("b/three")


def test_the_neighbour_is_one_that_is_chosen(three, slide, deck):
    state = structs.replace(place_at(three, "a/one"), hidden=frozenset({"b/two"}))
    assert reloaded(state, three, deck(slide("b/two"), slide("b/three", 1))).at == Place("b/three")


def test_with_no_slide_left_the_place_waits_for_them_to_come_back(three, slide, deck):
    state = place_at(three, "b/three", 1)
    nothing = deck(slide("a/one"), broken=("a/one",))
    waiting = reloaded(state, three, nothing)
    assert waiting is state
    assert reloaded(waiting, nothing, three).at == Place("b/three", 1)


def test_a_slide_not_read_yet_keeps_its_step_until_it_is(three, slide, deck):
    state = place_at(three, "a/one", 2)
    unread = deck(slide("a/one"), slide("b/two"), pending=("a/one",))
    waiting = reloaded(state, three, unread)
    assert waiting.at == Place("a/one", 2)
    assert reloaded(waiting, unread, deck(slide("a/one", 1))).at == Place("a/one", 1)


def test_reading_the_rest_of_the_deck_does_not_disturb_the_first_slides_motion(slide, deck):
    slides = (slide("a/one"), slide("a/two"))
    unread, read = deck(*slides, pending=("a/two",)), deck(*slides)
    state = initial(unread, 0.0)
    after = reloaded(state, unread, read, 100.0)
    assert moment(after, 200.0) == moment(state, 200.0)
    assert moment(after, 200.0).t == 0.5


def test_a_motion_from_a_slide_or_step_that_is_gone_ends(slide, deck):
    found = deck(slide("a/one", 1), slide("a/two"), transition="fade")
    state = COMMANDS["next"](COMMANDS["next"](initial(found), found, 0.0), found, 0.0)
    assert reloaded(state, found, found).motion == state.motion
    assert reloaded(state, found, deck(slide("a/two"))).motion is None
    assert reloaded(state, found, deck(slide("a/one"), slide("a/two"))).motion is None


def test_frozen_both_places_survive_each_for_itself(three, slide, deck):
    state = COMMANDS["freeze"](initial(three), three, 0.0)
    state = COMMANDS["jump"](state, three, 0.0, slide="b/three", step=1)
    after = reloaded(state, three, deck(slide("b/two"), slide("b/three")))
    assert (after.shown, after.at) == (Place("b/two"), Place("b/three", 0))


def test_the_way_back_is_forgotten_with_its_slide(three, slide, deck):
    state = place_at(three, "b/three")
    assert state.back == Place("a/one")
    assert reloaded(state, three, three).back == Place("a/one")
    assert reloaded(state, three, deck(slide("b/three", 1))).back is None


def test_a_language_or_style_that_is_gone_becomes_the_first(three, slide, deck):
    state = initial(three, languages=("en",), style="day")
    after = reloaded(state, three, deck(slide("a/one"), languages=("ja", "zh")))
    assert (after.languages, after.style) == (("ja",), "day")
    plain = structs.replace(three, briefing=structs.replace(three.briefing, styles=("night",)))
    assert reloaded(state, three, plain).style == "night"


@pytest.mark.parametrize(("named", "shown"), [(("nigth", "day"), "day"), (("nigth",), "night")])
def test_a_style_that_is_misspelt_is_not_shown(three, named, shown):
    there = {name: three.styles[name] for name in ("night", "day") if name in named or shown == "night"}
    typed = structs.replace(three, briefing=structs.replace(three.briefing, styles=named), styles=there)
    after = reloaded(initial(three, style="night"), three, typed)
    assert after.style == shown
    for _ in range(3):
        after = COMMANDS["style"](after, typed, 0.0)
        assert after.style in typed.styles


def valid(place, deck):
    """Whether the place can be shown; a slide not read yet may have any step."""
    if place.slide in deck.slides:
        return place.slide in deck.order and 0 <= place.step <= deck.slides[place.slide].last_step
    return place.slide in deck.pending and place.slide in deck.order and place.step >= 0


def check(state, deck, now):
    assert valid(state.shown, deck)
    assert valid(state.at, deck)
    assert state.back is None or valid(state.back, deck)
    assert state.frozen or state.at == state.shown
    assert state.motion is None or (state.animate and state.motion.end == state.shown)
    assert state.languages
    assert set(state.languages) <= set(deck.briefing.languages)
    assert state.style in deck.briefing.styles
    seen = moment(state, now)
    assert seen.place == state.shown
    assert valid(Place(seen.place.slide, seen.step), deck)
    assert 0.0 <= seen.t <= 1.0
    assert all(0.0 <= value < 1.0 for value in state.scrub.values())
    assert state.minutes is None or state.until_ms is None
    assert state.detour in ("", state.at.slide)
    assert set(choice(state, deck).slides) <= selection(deck).known - state.hidden - state.skipped
    told = pace(state, deck, now)
    assert told.rest_ms >= 0
    assert told.spent_ms >= 0
    assert 0 <= told.slide <= told.slides
    assert all(spent >= 0.0 for spent in state.spent.values())
    assert seen.from_place is None or seen.from_place.slide in selection(deck).known


STROKES = tuple(Stroke("pen", "accent", 6.0, (Point(0.1, 0.1 * k), Point(0.9, 0.1 * k))) for k in (1, 2))
ARGS = {
    "answer": ("path", "key"),
    "focus": ("key",),
    "help": ("overlays",),
    "draw": ("slide", "stroke"),
    "erase": ("slide", "strokes"),
    "gap": ("gap", "share", "upright"),
    "gap-usual": ("gap", "upright"),
    "offer": ("kept", "torn"),
    "panes": ("panes",),
    "focus-next": ("foci",),
    "focus-previous": ("foci",),
    "next": ("overlays",),
    "note-question": ("words",),
    "overview": ("overlays",),
    "questions": ("overlays",),
    "rehearsal-report": ("overlays",),
    "rehearse": ("overlays",),
    "take-question": ("words", "slide"),
    "search": ("overlays",),
    "take": ("slide",),
    "scrub": ("element", "value"),
    "scrub-back": ("scrubs",),
    "scrub-on": ("scrubs",),
    "jump": ("slide", "step"),
    "hide": ("slide",),
    "stress": ("slide",),
    "take-in": ("chosen_slide",),
    "leave-out": ("chosen_slide",),
    "by-rule": ("chosen_slide",),
    "interpreting": ("how",),
    "minutes": ("minutes",),
    "move-earlier": ("slide",),
    "move-later": ("slide",),
    "unskip": ("slide",),
    "visit": ("of_day_ms",),
    "visits": ("overlays",),
    "visit-form": ("overlays",),
    "until": ("until_ms",),
    "themes": ("themes",),
    "swap-screens": ("seats",),
    "next-screen": ("seats", "screens"),
    "windowed": ("seats", "standing"),
    "screens-changed": ("unplugged", "console"),
    "kiosk-theme": ("theme",),
    "kiosk-language": ("language",),
    "kiosk-digit": ("digit",),
    "kiosk-pin": ("right",),
    "kiosk-film": ("plays",),
    "kiosk-aside": ("slides",),
}


def test_every_command_is_tried_with_what_it_needs():
    assert [name for name, command in COMMANDS.items() if set(command.needs) - {"old", *ARGS.get(name, ())}] == []


@given(data=st.data())
def test_no_sequence_of_commands_and_reloads_leaves_an_invalid_state(any_deck, edited, data):
    deck = any_deck(data.draw)
    ids = st.sampled_from((*deck.order, "z/none"))
    values = {
        "slide": ids,
        "chosen_slide": ids,
        "path": st.sampled_from(["chart", "kpis.1"]),
        "key": st.sampled_from(["bar.0", "bar.1"]),
        "foci": st.lists(st.sampled_from(["0", "1"]), max_size=2, unique=True).map(tuple),
        "scrubs": st.sampled_from([(), ("a/one/chart",)]),
        "element": st.sampled_from(["a/one/chart", "a/one/left"]),
        "value": st.floats(-0.5, 1.5),
        "step": st.integers(-1, 5),
        "how": st.sampled_from([None, "none", "consecutive", "simultaneous"]),
        "of_day_ms": st.one_of(st.none(), st.floats(0.0, 8.64e7)),
        "until_ms": st.one_of(st.none(), st.floats(-1e5, 1e6)),
        "overlays": st.sampled_from(
            [(), ("help", "jump", "overview", "questions", "rehearsal", "visits", "visit-form")]
        ),
        "minutes": st.one_of(st.none(), st.decimals(0, 9, places=1)),
        "seats": st.sampled_from([("L", "R"), ("R", "L"), ("L", ""), ("", "L")]),
        "standing": st.sampled_from([("L", "R"), ("L", "L"), ("", "")]),
        "screens": st.sampled_from([(), ("L",), ("L", "R")]),
        "unplugged": st.booleans(),
        "console": st.sampled_from([None, True, False]),
        "kept": st.sampled_from([None, initial(deck), place_at(deck, deck.order[-1])]),
        "torn": st.booleans(),
        "stroke": st.sampled_from(STROKES),
        "strokes": st.sampled_from([(), STROKES[:1], STROKES]),
        "gap": st.sampled_from(get_args(Gap)),
        "share": st.floats(-1.0, 2.0),
        "upright": st.booleans(),
        "panes": st.sampled_from([Panes(), Panes(hidden=frozenset({"notes"}))]),
        "words": st.sampled_from(["", "Why?", "Who?"]),
        "themes": st.lists(st.sampled_from("abcz"), max_size=2).map(tuple),
        "theme": st.sampled_from("abcz"),
        "language": st.sampled_from(["", "zh", "en", "ja"]),
        "digit": st.sampled_from(["", "1", "x"]),
        "right": st.booleans(),
        "plays": st.booleans(),
        "slides": st.frozensets(ids, max_size=3),
    }
    state, now = initial(deck, animate=data.draw(st.booleans())), 0.0
    for name in data.draw(st.lists(st.sampled_from(sorted(COMMANDS)), max_size=30)):
        now += data.draw(st.sampled_from([0.0, 16.0, 300.0, 1000.0]))
        if name == "reload":
            new = edited(deck, data.draw)
            if not selection(new).known:
                continue
            state, deck = reloaded(state, deck, new, now), new
        else:
            args = {arg: data.draw(values[arg]) for arg in ARGS.get(name, ())}
            again = COMMANDS[name](state, deck, now, **args)
            assert again == COMMANDS[name](state, deck, now, **args)
            state = again
        check(state, deck, now)
        check(state, deck, now + 100.0)


@given(data=st.data())
def test_a_reload_moves_nobody_whose_slide_is_still_there(any_deck, edited, data):
    deck = any_deck(data.draw)
    state = initial(deck, start=data.draw(st.sampled_from(select(deck))))
    new = edited(deck, data.draw)
    after = reloaded(state, deck, new)
    if not selection(new).known:
        assert after is state
    elif state.at.slide in selection(new).known:
        assert after.at == state.at
    else:
        assert after.at.slide in select(new)


def offered(kept, three, torn=False):
    return COMMANDS["offer"](initial(three), three, 0.0, kept=kept, torn=torn)


def test_an_unfinished_show_is_asked_about_and_goes_on_where_it_was(three):
    kept = structs.replace(place_at(three, "b/three", 1), started_ms=-9e5, spent={"a/one": 8e5}, visit="then")
    kept = structs.replace(kept, motion=None)
    asked = offered(kept, three)
    assert (asked.asking, asked.shown) == ("resume", Place("a/one"))
    going = COMMANDS["resume"](asked, three, 5000.0)
    assert going == structs.replace(kept, entered_ms=5000.0)
    assert (going.asking, going.offered) == ("", None)


@pytest.mark.parametrize(
    ("now", "then", "there"), [("", "/then", "/then"), ("/now", "/then", "/now"), ("/now", "", "/now")]
)
def test_the_log_goes_on_where_it_was_unless_another_folder_is_asked_for_now(three, now, then, there):
    kept = structs.replace(place_at(three, "b/three", 1), log_folder=then)
    asked = structs.replace(offered(kept, three), log_folder=now)
    assert COMMANDS["resume"](asked, three, 5000.0).log_folder == there


def test_the_windows_stay_on_their_screens_when_a_show_goes_on(three):
    asked = offered(place_at(three, "b/three", 1), three)
    swapped = COMMANDS["swap-screens"](asked, three, 0.0, seats=("R", "L"))
    assert COMMANDS["resume"](swapped, three, 0.0).seating == swapped.seating


def test_begun_anew_the_show_is_as_if_nobody_had_asked(three):
    asked = offered(place_at(three, "b/three", 1), three, torn=True)
    assert COMMANDS["begin-anew"](asked, three, 5000.0) == initial(three)


def test_a_record_too_damaged_is_said_and_any_key_goes_on(three):
    asked = offered(None, three, torn=True)
    assert (asked.asking, asked.torn) == ("resume", True)
    assert COMMANDS["resume"](asked, three, 0.0) == COMMANDS["begin-anew"](asked, three, 0.0) == initial(three)


def test_to_leave_is_asked_before_the_offer_which_is_still_there_after_it(three):
    asked = offered(place_at(three, "b/three"), three)
    leaving = COMMANDS["leave"](asked, three, 0.0)
    assert leaving.asking == "leave"
    assert COMMANDS["cancel-leave"](leaving, three, 0.0) == asked
    assert COMMANDS["offer"](leaving, three, 0.0, kept=asked.offered).asking == "leave"


@pytest.mark.parametrize("name", ["resume", "begin-anew"])
def test_no_answer_counts_that_was_not_asked_for(three, name):
    state = initial(three)
    assert COMMANDS[name](state, three, 0.0) is state


def test_what_has_gone_from_the_deck_since_the_offer_gives_its_place_to_a_neighbour(three, slide, deck):
    asked = offered(place_at(three, "b/two"), three)
    smaller = deck(slide("a/one", 2), slide("b/three", 1))
    asked = reloaded(asked, three, smaller)
    assert COMMANDS["resume"](asked, smaller, 0.0).shown.slide in smaller.slides
