import pytest

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.moment import moment
from jn_presenter.show.state import initial


def languages_after(deck, *start, presses):
    state = initial(deck, languages=start)
    found = []
    for _ in range(presses):
        state = COMMANDS["language"](state, deck, 0.0)
        found.append(state.languages)
    return found


def test_languages_come_singly_then_stacked_and_round_again(three):
    assert languages_after(three, "zh", presses=3) == [("en",), ("zh", "en"), ("zh",)]


def test_three_languages_come_singly_before_all_are_stacked(slide, deck):
    found = deck(slide("a/one"), languages=("zh", "en", "ja"))
    assert languages_after(found, "zh", presses=4) == [("en",), ("ja",), ("zh", "en", "ja"), ("zh",)]


def test_stacked_in_another_order_is_still_stacked(three):
    assert languages_after(three, "en", "zh", presses=1) == [("zh",)]


def test_a_deck_of_one_language_changes_nothing(slide, deck):
    found = deck(slide("a/one"), languages=("zh",))
    state = initial(found)
    assert COMMANDS["language"](state, found, 0.0) is state


def test_styles_go_round(three):
    state = initial(three)
    names = []
    for _ in range(2):
        state = COMMANDS["style"](state, three, 0.0)
        names.append(state.style)
    assert names == ["day", "night"]


@pytest.mark.parametrize("name", ["language", "style"])
def test_slide_step_and_animation_stay(three, name):
    state = COMMANDS["next"](initial(three), three, 5000.0)
    changed = COMMANDS[name](state, three, 5100.0)
    assert changed != state
    assert [moment(changed, now) for now in (5100.0, 5200.0)] == [moment(state, now) for now in (5100.0, 5200.0)]


def test_the_interpreters_view_comes_and_goes_and_what_moves_goes_on(three):
    state = COMMANDS["next"](initial(three), three, 5000.0)
    up = COMMANDS["interpreter"](state, three, 5100.0)
    assert (state.interpreter, up.interpreter) == (False, True)
    assert COMMANDS["interpreter"](up, three, 5200.0) == state
