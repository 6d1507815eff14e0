import pytest
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keymap import DEFAULT
from jn_presenter.show.keys import Keyboard, press
from jn_presenter.show.state import Place, initial

ALL = ("help", "jump", "overview", "preflight")
OPENERS = {"help": "help", "jump": "search", "overview": "overview", "preflight": "preflight"}


def opened(deck, overlay):
    return COMMANDS[OPENERS[overlay]](initial(deck), deck, 0.0, overlays=ALL)


@pytest.mark.parametrize("overlay", ALL)
def test_what_lies_over_the_console_is_opened_where_a_console_can_show_it(three, overlay):
    state = initial(three)
    assert opened(three, overlay).overlay == overlay
    assert COMMANDS[OPENERS[overlay]](state, three, 0.0) is state
    assert COMMANDS["overlay-none"](state, three, 0.0) is state
    assert COMMANDS["overlay-none"](opened(three, overlay), three, 0.0) == state


@pytest.mark.parametrize("overlay", ALL)
def test_no_key_reaches_the_show_while_something_lies_over_the_console(three, overlay):
    state = opened(three, overlay)
    for chord in (*DEFAULT.pressed[""], *"XYZ"):
        name = press(Keyboard(), state, chord, 0.0)[1]
        if name is not None:
            after = COMMANDS[name](state, three, 0.0)
            assert (COMMANDS[name].answers, structs.replace(after, overlay="")) == (overlay, initial(three))


@pytest.mark.parametrize("overlay", ALL)
def test_escape_puts_it_away_and_its_repetitions_do_nothing(three, overlay):
    keyboard, name = press(Keyboard(), opened(three, overlay), "Esc", 0.0)
    assert (name, COMMANDS[name].answers) == (f"{overlay}-close", overlay)
    assert press(keyboard, initial(three), "Esc", 600.0, True) == (keyboard, None)


def test_a_question_takes_the_keys_from_what_lies_over_the_console(three):
    state = COMMANDS["leave"](opened(three, "help"), three, 0.0)
    assert press(Keyboard(), state, "Return", 0.0)[1] == "confirm-leave"


def test_taking_a_slide_is_a_jump_from_which_back_leads_to_the_step_that_was_interrupted(three):
    here = COMMANDS["next"](opened(three, "jump"), three, 0.0)
    taken = COMMANDS["take"](here, three, 0.0, slide="b/three")
    assert (taken.shown.slide, taken.overlay, taken.back) == ("b/three", "", here.at)
    assert COMMANDS["back"](taken, three, 0.0).shown == here.at == Place("a/one", 1)
    assert COMMANDS["take"](here, three, 0.0, slide="no/where").overlay == ""
