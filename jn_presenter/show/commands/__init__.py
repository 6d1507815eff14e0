"""Every command of the show in one table, from which keys and help are made. One file is one group of commands."""

from collections.abc import Iterable

from jn_presenter.model.registry import Registry
from jn_presenter.show.command import Command, Group

GROUPS: Registry[Group] = Registry(__name__, "GROUP")


class NameConflictError(ValueError):
    """Two commands have one name."""


def table(groups: Iterable[Group]) -> dict[str, Command]:
    """The commands of the groups by name, in the order of the help. Raises NameConflictError for a name given twice."""
    found: dict[str, Command] = {}
    for group in sorted(groups, key=lambda group: group.rank):
        for command in group.commands:
            if command.name in found:
                raise NameConflictError(f"two commands are called {command.name!r}")
            found[command.name] = command
    return found


COMMANDS: dict[str, Command] = table(GROUPS.all().values())
