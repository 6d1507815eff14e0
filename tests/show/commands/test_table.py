from pathlib import Path

import pytest

from jn_presenter.show import commands
from jn_presenter.show.command import Group
from jn_presenter.show.commands import COMMANDS, GROUPS, NameConflictError, table
from jn_presenter.show.state import initial

KEYED = [name for name, command in COMMANDS.items() if command.keys]


def test_every_file_of_the_package_is_a_group_with_commands():
    files = Path(commands.__file__).parent.glob("[a-z]*.py")
    assert GROUPS.names() == tuple(sorted(file.stem for file in files))
    assert all(group.commands for group in GROUPS.all().values())
    assert sum(len(group.commands) for group in GROUPS.all().values()) == len(COMMANDS)


def test_two_commands_of_one_name_are_refused():
    group = Group("组", "Group", rank=1)
    for _ in range(2):
        group.command("again", zh="再")(lambda state, deck, now_ms: state)
    with pytest.raises(NameConflictError, match="again"):
        table([group])


def test_a_command_with_a_key_needs_no_argument():
    assert [name for name in KEYED if COMMANDS[name].needs] == []
    assert (COMMANDS["jump"].needs, COMMANDS["hide"].needs) == (("slide",), ())


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if not command.needs])
def test_a_command_that_a_key_may_call_needs_nothing_but_the_state(three, name):
    COMMANDS[name](initial(three), three, 0.0)
