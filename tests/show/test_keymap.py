import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.show.chords import ANY, NAMES
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keymap import DEFAULT, Clash, KeyConflictError, clashes, keymap, merged


def test_one_key_for_two_commands_is_refused_and_named():
    with pytest.raises(KeyConflictError, match="key B calls both 'blank-black' and 'next'"):
        keymap({"blank-black": ("B",), "next": ("B",)})


def test_a_key_may_call_one_command_at_once_and_another_when_held():
    found = keymap({"blank-logo": ("Esc",), "leave": ("hold Esc",)})
    assert (found.pressed[""], found.held) == ({"Esc": "blank-logo"}, {"Esc": "leave"})
    assert list(clashes({"blank-logo": ("hold Esc",), "leave": ("hold Esc",)})) == [
        Clash("hold Esc", "blank-logo", "leave")
    ]


def test_no_usual_key_of_the_show_calls_two_commands():
    keys = [key for command in COMMANDS.values() if not command.answers for key in command.keys]
    assert len(keys) == len(set(keys)) == len(DEFAULT.pressed[""]) + len(DEFAULT.held)


def test_keys_of_a_question_count_only_while_it_waits():
    assert DEFAULT.pressed["leave"] == {"Return": "confirm-leave", "Enter": "confirm-leave", ANY: "cancel-leave"}
    assert not {"Return", "Enter", ANY} & set(DEFAULT.pressed[""])
    assert DEFAULT.held == {"Esc": "leave"}


def test_a_command_named_by_the_user_has_his_keys_alone_and_all_others_theirs():
    own = merged({"next": ("J",), "style": ()})
    assert (own["next"], own["style"], own["previous"]) == (("J",), (), COMMANDS["previous"].keys)
    assert list(own) == list(COMMANDS)


OWN = st.dictionaries(st.sampled_from(sorted(COMMANDS)), st.lists(st.sampled_from(NAMES), max_size=3).map(tuple))


@given(own=OWN)
def test_a_map_is_made_exactly_where_nothing_clashes_and_then_each_key_calls_its_command(own):
    keys = merged(own)
    if list(clashes(keys)):
        with pytest.raises(KeyConflictError):
            keymap(keys)
        return
    found = keymap(keys)
    for name, wanted in own.items():
        assert all(found.pressed[COMMANDS[name].answers][key] == name for key in wanted)
