"""The questions drawer in the state: what was asked is kept once, with its time, and leads to its backup slide."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import Noted, Place, initial

ALL = ("help", "jump", "overview", "questions", "rehearsal")


def opened(deck):
    return COMMANDS["questions"](initial(deck), deck, 0.0, overlays=ALL)


def note(state, deck, now_ms, words):
    return COMMANDS["note-question"](state, deck, now_ms, words=words)


def test_the_drawer_opens_where_a_console_can_show_it_and_escape_puts_it_away(three):
    state = initial(three)
    assert COMMANDS["questions"](state, three, 0.0) is state
    assert opened(three).overlay == "questions"
    assert COMMANDS["questions-close"](opened(three), three, 0.0) == state


def test_a_question_is_noted_with_its_time_and_slide_and_struck_out_when_noted_again(three):
    state = COMMANDS["restart-clock"](opened(three), three, 1000.0)
    state = COMMANDS["jump"](state, three, 2000.0, slide="b/three")
    noted = note(state, three, 63000.0, "  多少\n 家？ ")
    assert noted.noted == (Noted(words="多少 家？", slide="b/three", ms=62000.0),)
    assert noted.overlay == "questions"
    assert note(noted, three, 70000.0, "多少 家？").noted == ()
    assert note(state, three, 0.0, " \n") is state


def test_half_a_character_does_not_keep_a_question_from_being_written_down(three):
    state = note(initial(three), three, 0.0, "何\ud83d时")
    state = COMMANDS["take-question"](state, three, 0.0, words="\udcbdWhy?")
    assert [one.words.encode().decode() for one in state.noted] == ["何?时", "?Why?"]


def test_a_question_answered_now_leads_to_its_slide_and_back_leads_home(three):
    here = COMMANDS["next"](opened(three), three, 0.0)
    taken = COMMANDS["take-question"](here, three, 5000.0, words="Why?", slide="b/three")
    assert (taken.shown.slide, taken.overlay) == ("b/three", "")
    assert taken.noted == (Noted(words="Why?", slide="a/one", ms=5000.0, open=False),)
    assert COMMANDS["back"](taken, three, 9000.0).shown == here.at == Place("a/one", 1)


def test_without_a_backup_slide_or_with_one_that_is_gone_an_answered_question_leaves_the_show_where_it_is(three):
    here = opened(three)
    for slide in ("", "no/where"):
        taken = COMMANDS["take-question"](here, three, 5000.0, words="Why?", slide=slide)
        assert (taken.at, taken.overlay, taken.noted[0].open) == (here.at, "", False)


def test_a_question_noted_for_later_and_then_answered_keeps_its_place_and_its_time(three):
    state = note(note(opened(three), three, 1000.0, "Why?"), three, 2000.0, "Who?")
    state = COMMANDS["take-question"](state, three, 9000.0, words="Why?")
    assert [(one.words, one.ms, one.open) for one in state.noted] == [("Why?", 1000.0, False), ("Who?", 2000.0, True)]
    again = note(state, three, 9500.0, "Why?")
    assert [(one.words, one.ms, one.open) for one in again.noted] == [("Why?", 1000.0, True), ("Who?", 2000.0, True)]


@given(st.data())
def test_no_question_is_listed_twice_whatever_is_done_with_them(three, data):
    state = initial(three)
    for now in range(data.draw(st.integers(0, 12))):
        name = data.draw(st.sampled_from(["note-question", "take-question"]))
        before = state
        state = COMMANDS[name](state, three, float(now), words=data.draw(st.sampled_from(["a", "b", "c d", " c  d"])))
        assert (state.at, state.shown) == (before.at, before.shown)
        words = [one.words for one in state.noted]
        assert len(words) == len(set(words))
        assert [one.ms for one in state.noted] == sorted(one.ms for one in state.noted)


def test_nothing_that_moves_before_the_audience_ends_because_of_the_drawer(three):
    assert all(COMMANDS[name].quiet for name in {"questions", "questions-close", "note-question"})
    assert not COMMANDS["take-question"].quiet
    moving = COMMANDS["next"](initial(three), three, 5000.0)
    assert moving.motion is not None
    noted = note(moving, three, 5001.0, "Why?")
    assert noted == structs.replace(moving, noted=noted.noted)
