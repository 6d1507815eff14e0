import pytest

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keyhelp import help_table, label
from jn_presenter.show.keymap import keymap, merged


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_has_every_command_that_a_key_calls_in_words_of_the_language(language):
    rows = help_table(language)
    alone = [name for name, command in COMMANDS.items() if command.keys and command.series is None]
    assert [row.command for row in rows if COMMANDS[row.command].series is None] == alone
    assert all(row.help and row.keys and row.group for row in rows)
    assert not any("'" in row.help for row in rows)  # as in print: ’
    assert all(any("\u4e00" <= c <= "\u9fff" for c in row.help) == (language == "zh") for row in rows)


def test_the_help_names_each_key_once_and_as_people_call_it():
    rows = {row.command: row for row in help_table("en")}
    assert rows["confirm-leave"].keys == ("Enter",)
    assert rows["leave"].keys == ("Ctrl+Q", "hold Esc")
    assert rows["next"].keys[0] == "→"
    assert {row.command: row.keys for row in help_table("zh")}["leave"] == ("Ctrl+Q", "长按 Esc")


@pytest.mark.parametrize(("key", "read"), [("Alt+Left", "Alt+←"), ("Ctrl++", "Ctrl++"), ("+", "+"), ("B", "B")])
def test_a_key_with_modifiers_is_read_as_people_do(key, read):
    assert label(key, "zh") == read


def test_commands_of_a_series_have_one_line():
    rows = [row for row in help_table("en") if row.command.startswith("theme-")]
    assert [(row.command, row.keys) for row in rows] == [("theme-1", tuple("123456789"))]
    assert rows[0].help == "First slide of themes 1 to 9"


def test_the_help_has_the_users_own_keys_and_no_command_without_one():
    rows = {row.command: row.keys for row in help_table("en", keymap(merged({"next": ("J",), "style": ()})))}
    assert rows["next"] == ("J",)
    assert "style" not in rows
