"""Every command of the show in one table, from which keys and help are made. One file is one group of commands."""

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from jn_presenter.model.registry import Registry
from jn_presenter.model.text import Message
from jn_presenter.show.command import ANY, Command, Group
from jn_presenter.show.state import Question

GROUPS: Registry[Group] = Registry(__name__, "GROUP")

LABELS = {
    "Right": Message("→", "→"),
    "Left": Message("←", "←"),
    "Up": Message("↑", "↑"),
    "Down": Message("↓", "↓"),
    "PgDown": Message("PgDn", "PgDn"),
    "Space": Message("空格", "Space"),
    "Backspace": Message("退格", "Backspace"),
    "Return": Message("回车", "Enter"),
    "Enter": Message("回车", "Enter"),
    ANY: Message("其他任意键", "any other key"),
}
"""How keys are called in the help, where not by their own name."""
HELD = Message("长按 {key}", "hold {key}")


class HelpRow(Struct, frozen=True, kw_only=True):
    """One line of the key help in one language: `keys` as they are to be read, without repetition."""

    group: str
    command: str
    keys: tuple[str, ...]
    help: str


class KeyConflictError(ValueError):
    """Two commands want one name or one key."""


def table(groups: Iterable[Group]) -> dict[str, Command]:
    """The commands of the groups by name, in the order of the help. Raises KeyConflictError for a name given twice."""
    found: dict[str, Command] = {}
    for group in sorted(groups, key=lambda group: group.rank):
        for command in group.commands:
            if command.name in found:
                raise KeyConflictError(f"two commands are called {command.name!r}")
            found[command.name] = command
    return found


def bindings(chords: Iterable[tuple[str, str]]) -> dict[str, str]:
    """(chord, command name) pairs as a map. Raises KeyConflictError where two commands share a chord."""
    found: dict[str, str] = {}
    for chord, name in chords:
        if found.setdefault(chord, name) != name:
            raise KeyConflictError(f"the key {chord} calls both {found[chord]!r} and {name!r}")
    return found


COMMANDS: dict[str, Command] = table(GROUPS.all().values())


@cache
def keymap(question: Question = "") -> dict[str, str]:
    """Chord -> command name in the show, or while a question waits for its answer."""
    return bindings((key, c.name) for c in COMMANDS.values() if c.answers == question for key in c.keys)


@cache
def holdmap() -> dict[str, str]:
    """Chord -> name of the command that holding it calls."""
    return bindings((key, c.name) for c in COMMANDS.values() for key in c.holds)


def help_table(language: str) -> tuple[HelpRow, ...]:
    """The key help: every command that has a key, in the order of groups and of definition."""
    return tuple(
        HelpRow(
            group=group.title.in_language(language),
            command=command.name,
            keys=_labels(command, language),
            help=command.help.in_language(language),
        )
        for group in sorted(GROUPS.all().values(), key=lambda group: group.rank)
        for command in group.commands
        if command.keys or command.holds
    )


def _labels(command: Command, language: str) -> tuple[str, ...]:
    pressed = (label(key, language) for key in command.keys)
    held = (HELD.in_language(language).format(key=label(key, language)) for key in command.holds)
    return tuple(dict.fromkeys((*pressed, *held)))


def label(chord: str, language: str) -> str:
    """A chord as people read it: `Alt+Left` is Alt+←."""
    *modifiers, key = chord.split("+")
    name = LABELS[key].in_language(language) if key in LABELS else key
    return "+".join((*modifiers, name))
