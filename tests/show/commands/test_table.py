import pytest

from jn_presenter.show.command import ANY, Group
from jn_presenter.show.commands import (
    COMMANDS,
    GROUPS,
    KeyConflictError,
    bindings,
    help_table,
    holdmap,
    keymap,
    label,
    table,
)
from jn_presenter.show.state import initial

KEYED = [name for name, command in COMMANDS.items() if command.keys or command.holds]


def test_every_file_of_the_package_is_a_group_with_commands():
    assert GROUPS.names() == ("asking", "choose", "emphasis", "look", "navigate", "screen", "session")
    assert all(group.commands for group in GROUPS.all().values())
    assert sum(len(group.commands) for group in GROUPS.all().values()) == len(COMMANDS)


def test_two_commands_of_one_name_are_refused():
    group = Group("组", "Group", rank=1)
    for _ in range(2):
        group.command("again", zh="再")(lambda state, deck, now_ms: state)
    with pytest.raises(KeyConflictError, match="again"):
        table([group])


def test_one_key_for_two_commands_is_refused_and_named():
    with pytest.raises(KeyConflictError, match="key B calls both 'next' and 'show'"):
        bindings([("B", "next"), ("B", "show")])


def test_no_key_of_the_show_calls_two_commands():
    keys = [key for command in COMMANDS.values() if not command.answers for key in command.keys]
    assert len(keys) == len(set(keys)) == len(keymap())


def test_keys_of_a_question_count_only_while_it_waits():
    assert keymap("leave") == {"Return": "confirm-leave", "Enter": "confirm-leave", ANY: "cancel-leave"}
    assert not {"Return", "Enter", ANY} & set(keymap())
    assert holdmap() == {"Esc": "leave"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_has_every_command_that_a_key_calls_in_words_of_the_language(language):
    rows = help_table(language)
    assert [row.command for row in rows] == KEYED
    assert all(row.help and row.keys and row.group for row in rows)
    assert all(any("\u4e00" <= c <= "\u9fff" for c in row.help) == (language == "zh") for row in rows)


def test_the_help_names_each_key_once_and_as_people_call_it():
    rows = {row.command: row for row in help_table("en")}
    assert rows["confirm-leave"].keys == ("Enter",)
    assert rows["leave"].keys == ("Ctrl+Q", "hold Esc")
    assert rows["next"].keys[0] == "→"
    assert label("Alt+Left", "zh") == "Alt+←"
    assert {row.command: row.keys for row in help_table("zh")}["leave"] == ("Ctrl+Q", "长按 Esc")


@pytest.mark.parametrize("name", KEYED)
def test_a_command_with_a_key_needs_nothing_but_the_state(three, name):
    COMMANDS[name](initial(three), three, 0.0)
