"""The key help, made from the commands and the keys that call them now, in the words of a language."""

import re
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from jn_presenter.model.text import Message
from jn_presenter.show.chords import ANY, HOLD
from jn_presenter.show.command import Command, Group
from jn_presenter.show.commands import GROUPS
from jn_presenter.show.keymap import DEFAULT, KeyMap

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
    "Del": Message("Delete", "Delete"),
    "Ins": Message("Insert", "Insert"),
    ANY: Message("其他任意键", "any other key"),
}
"""How keys are called in the help, where not by their own name."""
CLAUSE = re.compile(r"[:：;；,，（(]")
"""What ends the first part of a command's help."""
HELD = Message("长按 {key}", "hold {key}")


class HelpRow(Struct, frozen=True, kw_only=True):
    """One line of the key help in one language: `keys` as they are to be read, without repetition.

    command: for a series, its first.
    """

    group: str
    command: str
    keys: tuple[str, ...]
    help: str


def help_table(language: str, keymap: KeyMap = DEFAULT) -> tuple[HelpRow, ...]:
    """Every command that has a key, in the order of groups and of definition; those of a series in one line."""
    groups = sorted(GROUPS.all().values(), key=lambda group: group.rank)
    return tuple(row for group in groups for row in _rows(group, language, keymap))


def short(help_: Message, language: str) -> str:
    """What a command does in the words of a button: its help up to the first sign of punctuation."""
    return CLAUSE.split(help_.in_language(language), maxsplit=1)[0].strip()


def label(key: str, language: str) -> str:
    """A key as people read it: `Alt+Left` is Alt+←."""
    if key.startswith(HOLD):
        return HELD.in_language(language).format(key=label(key.removeprefix(HOLD), language))
    before, name = (key[:-1], "+") if key.endswith("+") else (key[: key.rfind("+") + 1], key[key.rfind("+") + 1 :])
    return before + (LABELS[name].in_language(language) if name in LABELS else name)


def _rows(group: Group, language: str, keymap: KeyMap) -> Iterator[HelpRow]:
    keyed = [command for command in group.commands if keymap.keys.get(command.name)]
    for _, several in groupby(keyed, key=lambda command: command.series or command.name):
        yield _row(group, list(several), language, keymap)


def _row(group: Group, commands: list[Command], language: str, keymap: KeyMap) -> HelpRow:
    first = commands[0]
    keys = (label(key, language) for command in commands for key in keymap.keys[command.name])
    return HelpRow(
        group=group.title.in_language(language),
        command=first.name,
        keys=tuple(dict.fromkeys(keys)),
        help=(first.series or first.help).in_language(language),
    )
