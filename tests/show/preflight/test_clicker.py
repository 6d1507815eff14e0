import pytest

from jn_presenter.show.keymap import DEFAULT, keymap, merged
from jn_presenter.show.preflight.clicker import MOST, Clicker, clicker_check, leaves, pressed


def after(*chords, keys=DEFAULT):
    clicker = Clicker()
    for chord in chords:
        clicker = pressed(clicker, chord, keys)
    return clicker


def test_it_waits_for_next_and_previous_and_says_which_is_still_to_come():
    assert clicker_check(Clicker()).state == "waiting"
    assert (clicker_check(after("PgDown")).state, clicker_check(after("PgDown")).said.en) == (
        "waiting",
        "Still to come: previous",
    )
    assert clicker_check(after("PgDown", "B", "F5", "PgUp")).state == "green"
    assert clicker_check(after("PgUp", "PgUp")).state == "waiting"


def test_each_press_is_told_with_the_command_it_would_call_the_last_first():
    told = [item.what for item in clicker_check(after("PgDown", ".")).items]
    assert [what.en for what in told] == [". → Black screen, and the slide again", "PgDn → Next step"]
    assert told[1].zh == "PgDn → 下一步"
    assert len(clicker_check(after(*["PgDown"] * 9)).items) == MOST


def test_what_was_pressed_long_ago_still_counts():
    assert clicker_check(after("PgUp", *["PgDown"] * 20)).state == "green"


def test_a_button_that_calls_nothing_is_told_with_where_to_give_it_a_command():
    found = clicker_check(after("F8", "F12"))
    assert found.items[0].what.en == "F12 → nothing"
    assert "keys.yaml" in found.todo.en
    assert clicker_check(after("F12", "PgDown")).todo is None


def test_it_knows_the_users_own_keys():
    own = keymap(merged({"next": ("F12",)}))
    assert after("F12", keys=own).called == {"next"}


@pytest.mark.parametrize("chord", ["", "Control", "Ctrl+Control", "Shift"])
def test_a_key_that_is_only_part_of_a_chord_is_no_press(chord):
    assert after(chord) == Clicker()


def test_only_the_second_escape_in_a_row_leaves_since_clickers_send_it_too():
    assert not leaves(Clicker(), "Esc")
    assert leaves(after("Esc"), "Esc")
    assert not leaves(after("Esc", "F5"), "Esc")
    assert not leaves(after("Esc"), "F5")
