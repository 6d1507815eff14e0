"""What outlives a crash of a kiosk, and what of it is believed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.kiosk.resume import Resume, beat_line, read_resume, resume_of, resumed
from jn_presenter.show.kiosk.visit import fresh, standing
from jn_presenter.show.state import Place

LATER = 9000.0


def dispatch(name, state, deck, now_ms, **more):
    return COMMANDS[name](state, deck, now_ms, **more)


@pytest.fixture(scope="module")
def two(slide, deck):
    """Two themes."""
    return deck(slide("a/one", 2), slide("a/two"), slide("b/three", 1))


def back(state, deck, **more):
    """The state after a crash: what was said of it is read by a fresh kiosk."""
    line = json.loads(beat_line(1, resume_of(state), seen=True))
    return resumed(fresh(deck, LATER, **more), deck, read_resume(json.dumps(line["place"])), LATER)


def test_a_loop_goes_on_at_the_slide_and_step_it_was_at(two):
    state = resumed(fresh(two, 0.0), two, Resume(slide="a/one", step=2), 0.0)
    again = back(state, two)
    assert again.shown == again.at == Place("a/one", 2)
    assert again.motion is None
    assert standing(again).since_ms == again.entered_ms == LATER


def test_a_visitor_finds_the_slide_language_and_look_again(two):
    state = fresh(two, 0.0)
    for name, more in (
        ("kiosk-touch", {}),
        ("kiosk-theme", {"theme": "b"}),
        ("kiosk-language", {"language": "en"}),
        ("kiosk-large", {}),
    ):
        state = dispatch(name, state, two, 1.0, **more)
    again = back(state, two)
    stand = standing(again)
    assert (stand.phase, stand.theme, stand.large, again.languages) == ("slides", "b", True, ("en",))
    assert again.shown == Place("b/three", 0)
    assert stand.touched_ms == LATER
    assert stand.home_languages == ("zh",)


def test_who_saw_the_themes_sees_them_again(two):
    assert standing(back(dispatch("kiosk-touch", fresh(two, 0.0), two, 1.0), two)).phase == "home"


def test_a_slide_set_aside_is_not_gone_back_to(two):
    aside = frozenset({"a/two"})
    looped = resumed(fresh(two, 0.0), two, Resume(slide="a/two"), 0.0)
    assert back(looped, two, aside=aside).shown.slide == "a/one"
    visiting = dispatch("kiosk-theme", dispatch("kiosk-touch", fresh(two, 0.0), two, 1.0), two, 1.0, theme="a")
    assert standing(back(visiting, two, aside=frozenset({"a/one"}))).phase == "home"


def test_whether_it_is_closed_is_for_the_opening_hours_to_say(two):
    closed = dispatch("kiosk-close", fresh(two, 0.0), two, 1.0)
    again = back(closed, two)
    assert (standing(again).phase, again.blank) == ("loop", "none")


def test_a_step_that_the_slide_no_longer_has_is_its_last(two):
    assert resumed(fresh(two, 0.0), two, Resume(slide="a/one", step=9), 0.0).shown == Place("a/one", 2)


def test_a_beat_says_when_it_is_closed(two):
    state = fresh(two, 0.0)
    for name, closed in (("kiosk-close", True), ("kiosk-open", False)):
        state = dispatch(name, state, two, 1.0)
        assert json.loads(beat_line(1, resume_of(state), seen=True)).get("closed", False) is closed


def test_a_beat_says_whether_a_visitor_would_miss_the_show(two):
    state = fresh(two, 0.0)
    assert json.loads(beat_line(1, resume_of(state), seen=True))["calm"] is True
    assert json.loads(beat_line(1, resume_of(dispatch("kiosk-touch", state, two, 1.0)), seen=True))["calm"] is False


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "null",
        "[]",
        "{",
        '{"phase": "bed"}',
        '{"step": -1}',
        '{"step": 1.5}',
        '{"slide": 3}',
        '{"slide": null}',
        '{"digits": "1234"}',
        "[" * 3000,
        '{"slide": "' + "a" * 700 + '"}',
        '{"languages": [' + '"zh",' * 9 + '"zh"]}',
        '{"slide": "\ud800"}',
        '{"slide": "a/one"}' + " " * 5000,
    ],
)
def test_nonsense_is_no_place(nonsense):
    assert read_resume(nonsense) is None


@given(st.text() | st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_nothing_that_is_read_raises(text):
    read_resume(text)


PLACES = st.builds(
    Resume,
    phase=st.sampled_from(["loop", "home", "slides", "closed"]),
    slide=st.sampled_from(["a/one", "a/two", "b/three", "c/gone", "", "日/报"]),
    step=st.integers(0, 5),
    theme=st.sampled_from(["a", "b", "c", ""]),
    languages=st.lists(st.sampled_from(["zh", "en", "fr"]), max_size=3).map(tuple),
    large=st.booleans(),
    contrast=st.booleans(),
)


@given(place=PLACES)
def test_any_place_leads_to_a_state_that_says_the_same_once_more(two, place):
    state = resumed(fresh(two, 0.0), two, place, 0.0)
    assert state.shown.slide in two.slides
    assert resume_of(back(state, two)) == resume_of(state)
