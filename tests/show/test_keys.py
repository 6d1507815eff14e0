import pytest
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keymap import DEFAULT, keymap, merged
from jn_presenter.show.keys import HOLD_MS, Keyboard, due_ms, held, press, release
from jn_presenter.show.state import initial

UP = Keyboard()


@pytest.fixture(scope="module")
def state(three):
    return initial(three)


@pytest.fixture(scope="module")
def asking(state, three):
    return COMMANDS["leave"](state, three, 0.0)


@pytest.mark.parametrize(
    ("chord", "name"),
    [
        ("PgDown", "next"),
        ("Right", "next"),
        ("Space", "next"),
        ("PgUp", "previous"),
        ("Left", "previous"),
        ("F5", "show"),
        ("Shift+F5", "show"),
        (".", "blank-black"),
        ("B", "blank-black"),
        ("Esc", "blank-logo"),
        ("L", "language"),
        ("C", "console"),
        ("Ctrl+Q", "leave"),
        ("Home", "first"),
        ("End", "last"),
        ("H", "focus-next"),
        ("Shift+H", "focus-previous"),
        ("[", "scrub-back"),
        ("]", "scrub-on"),
        ("Del", "answer-none"),
        ("3", "theme-3"),
        ("Alt+Left", "back"),
        ("K", "skip-extras"),
        ("R", None),
        ("Return", None),
    ],
)
def test_clicker_and_keyboard_call_their_commands(state, chord, name):
    assert press(UP, state, chord, 0.0)[1] == name


@pytest.mark.parametrize("tool", ["laser", "spotlight", "magnifier", "pen", "highlighter", "eraser"])
def test_escape_puts_a_tool_away_first_and_every_other_key_means_what_it_always_does(state, three, tool):
    held = COMMANDS[tool](state, three, 0.0)
    keyboard, name = press(UP, held, "Esc", 0.0)
    after = COMMANDS[name](held, three, 0.0)
    assert (after.tool, after.blank) == ("", "none")
    assert press(release(keyboard, "Esc"), after, "Esc", 100.0)[1] == "blank-logo"
    for chord, usual in DEFAULT.pressed[""].items():
        assert press(UP, held, chord, 0.0)[1] == usual or chord == "Esc"


def test_escape_held_with_a_tool_in_hand_still_asks_to_leave(state, three):
    keyboard, _ = press(UP, COMMANDS["pen"](state, three, 0.0), "Esc", 0.0)
    assert press(keyboard, state, "Esc", HOLD_MS, True)[1] == "leave"


def test_a_held_key_repeats_only_what_is_safe_to_be_done_many_times():
    repeated = {name for name, command in COMMANDS.items() if command.repeat}
    assert repeated >= {"next", "previous", "scrub-back", "scrub-on", "notes-larger", "gap-left"}
    assert not repeated & {"leave", "freeze", "language", "blank-black", "skip-extras", "pane-next", "notes-language"}


@pytest.mark.parametrize("chord", sorted(DEFAULT.pressed[""]))
def test_auto_repeat_moves_on_and_does_nothing_else(state, chord):
    name = DEFAULT.pressed[""][chord]
    assert press(UP, state, chord, 0.0, True)[1] == (name if COMMANDS[name].repeat else None)


def test_esc_blanks_at_the_first_press_and_held_asks_once(state):
    keyboard, name = press(UP, state, "Esc", 1000.0)
    assert (name, due_ms(keyboard)) == ("blank-logo", 1000.0 + HOLD_MS)
    assert held(keyboard, 1000.0 + HOLD_MS - 1) == (keyboard, None)
    keyboard, name = held(keyboard, 1000.0 + HOLD_MS)
    assert (name, due_ms(keyboard)) == ("leave", None)
    assert held(keyboard, 9000.0) == (keyboard, None)


def test_repeats_of_the_held_esc_are_ignored_until_it_asks(state, asking):
    keyboard, _ = press(UP, state, "Esc", 0.0)
    keyboard, name = press(keyboard, state, "Esc", 700.0, True)
    assert name is None
    keyboard, name = press(keyboard, state, "Esc", HOLD_MS, True)
    assert name == "leave"
    assert press(keyboard, asking, "Esc", HOLD_MS + 30, True) == (keyboard, None)


def test_esc_released_in_time_asks_nothing(state):
    keyboard = release(press(UP, state, "Esc", 0.0)[0], "Esc")
    assert held(keyboard, 9000.0) == (UP, None)


def test_the_releases_that_x11_repeats_do_not_end_the_hold(state):
    keyboard = release(press(UP, state, "Esc", 0.0)[0], "Esc", True)
    assert held(keyboard, HOLD_MS)[1] == "leave"


def test_another_keys_release_leaves_the_hold_and_its_press_ends_it(state):
    keyboard = press(UP, state, "Esc", 0.0)[0]
    assert held(release(keyboard, "Right"), HOLD_MS)[1] == "leave"
    assert held(press(keyboard, state, "Right", 100.0)[0], HOLD_MS)[1] is None


@pytest.mark.parametrize("chord", ["Return", "Enter"])
def test_enter_leaves_when_asked(asking, chord):
    assert press(UP, asking, chord, 0.0)[1] == "confirm-leave"


@pytest.mark.parametrize("chord", ["Esc", "Right", "Space", "Ctrl+Q", "Q", "F12", "+"])
def test_any_other_key_stays_and_does_nothing_else(asking, chord):
    keyboard, name = press(UP, asking, chord, 0.0)
    assert name == "cancel-leave"
    assert held(keyboard, 9000.0)[1] is None


def test_keys_still_down_answer_nothing(asking):
    assert press(UP, asking, "Right", 0.0, True)[1] is None
    assert press(UP, asking, "Return", 0.0, True)[1] is None


@pytest.mark.parametrize("chord", ["", "Control", "Ctrl+Control", "Shift+Shift", "CapsLock"])
def test_a_modifier_alone_is_no_key(state, asking, chord):
    keyboard = press(UP, state, "Esc", 0.0)[0]
    assert press(keyboard, state, chord, 1.0) == (keyboard, None)
    assert press(UP, asking, chord, 0.0) == (UP, None)


def test_after_the_answer_keys_are_keys_again(asking, three):
    stayed = COMMANDS["cancel-leave"](asking, three, 0.0)
    assert press(UP, stayed, "Return", 0.0)[1] is None
    assert press(UP, structs.replace(stayed, blank="black"), "Right", 0.0)[1] == "next"


def test_a_users_own_keys_take_the_place_of_the_commands(state, asking):
    own = keymap(merged({"next": ("J", "hold J"), "previous": (), "leave": ("hold R",), "confirm-leave": ("Y",)}))
    assert press(UP, state, "J", 0.0, keymap=own)[1] == "next"
    assert [press(UP, state, chord, 0.0, keymap=own)[1] for chord in ("Right", "Left", "Ctrl+Q")] == [None] * 3
    keyboard, name = press(UP, state, "R", 0.0, keymap=own)
    assert (name, held(keyboard, HOLD_MS, own)[1]) == (None, "leave")
    assert press(UP, asking, "Y", 0.0, keymap=own)[1] == "confirm-leave"
    assert press(UP, asking, "Return", 0.0, keymap=own)[1] == "cancel-leave"


def test_a_held_key_that_means_nothing_any_more_calls_nothing(state):
    keyboard = press(UP, state, "Esc", 0.0)[0]
    assert held(keyboard, HOLD_MS, keymap(merged({"leave": ("Ctrl+Q",)})))[1] is None
