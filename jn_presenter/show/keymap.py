"""Which key calls which command: what the commands say of themselves, and a user's own keys in place of it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from jn_presenter.show.chords import HOLD
from jn_presenter.show.command import Context
from jn_presenter.show.commands import COMMANDS

Keys = Mapping[str, tuple[str, ...]]
"""Command -> its keys: chords, with HOLD before those that have to be held."""


class Clash(Struct, frozen=True):
    """A key that two commands want at the same time."""

    key: str
    first: str
    second: str


class KeyConflictError(ValueError):
    """Two commands want one key."""


class KeyMap(Struct, frozen=True, kw_only=True):
    """The keys of all commands, and from them what a press and a held key call."""

    keys: Keys
    pressed: Mapping[Context, Mapping[str, str]]
    """For the show (empty), for each question, all that lies over the console, and a tool in hand: chord -> command."""
    held: Mapping[str, str]
    """Chord -> the command that holding it calls."""


def clashes(keys: Keys) -> Iterator[Clash]:
    """Every key that one command has and another wants too, while the same question waits, or none."""
    owners: dict[tuple[Context, str], str] = {}
    for name, wanted in keys.items():
        for key in wanted:
            owner = owners.setdefault((COMMANDS[name].answers, key), name)
            if owner != name:
                yield Clash(key, owner, name)


def keymap(keys: Keys) -> KeyMap:
    """The map of these keys. Raises KeyConflictError where two commands want one."""
    clash = next(clashes(keys), None)
    if clash is not None:
        raise KeyConflictError(f"the key {clash.key} calls both {clash.first!r} and {clash.second!r}")
    pressed: dict[Context, dict[str, str]] = {command.answers: {} for command in COMMANDS.values()}
    held: dict[str, str] = {}
    for name, wanted in keys.items():
        for key in wanted:
            if key.startswith(HOLD):
                held[key.removeprefix(HOLD)] = name
            else:
                pressed[COMMANDS[name].answers][key] = name
    return KeyMap(keys=keys, pressed=pressed, held=held)


def merged(own: Keys, base: Keys | None = None) -> Keys:
    """The keys of all commands, a user's own in place of the usual ones for every command that he names."""
    return {**(DEFAULT.keys if base is None else base), **own}


DEFAULT = keymap({name: command.keys for name, command in COMMANDS.items()})
"""The keys as the commands have them."""
