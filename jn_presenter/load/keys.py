"""keys.yaml of a user: his own keys in place of the commands'. A line with a mistake in it leaves the usual ones."""

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from jn_presenter.load.files import Missing, read_file
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.reader import read
from jn_presenter.load.reading import MOST_PROBLEMS, Context, Reading
from jn_presenter.load.slips.suggest import hint
from jn_presenter.load.words import present, wrong_kind
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message
from jn_presenter.show.chords import ANY, HOLD, NAMES, key_of
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keymap import DEFAULT, Clash, KeyMap, Keys, clashes, keymap, merged

KEYS = "keys.yaml"
Own = dict[str, dict[str, Node]]
"""Command -> key -> where the user has written it."""


class KeysRead(Struct, frozen=True):
    """The keys to go on with, and what was wrong with the file; a problem's file is its absolute path."""

    keymap: KeyMap
    problems: tuple[Problem, ...] = ()


def user_keys() -> Path:
    """Where a user's own keys are kept, whether there are any or not."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("jn-presenter", appauthor=False), KEYS)


def read_keys(path: Path, last: KeyMap = DEFAULT) -> KeysRead:
    """The keys with those of the file in place of the usual ones; without such a file the usual ones.

    The file maps a command to a key or a list of them, none to take them away: `next: [Right, J]`, `leave: hold Esc`.
    A line in which anything is wrong is left aside, and its command has its usual keys; so is one with a key that
    another command has. Where the file as a whole cannot be read `last` stays.
    """
    there = os.path.realpath(path)  # users keep such files as links to elsewhere
    reading = Reading(str(path), Context(folder=os.path.dirname(there)))  # noqa: PTH120
    data = read_file(there, reading.context.folder)
    if isinstance(data, Missing):
        return KeysRead(DEFAULT)
    if isinstance(data, Finding):
        reading.report(0, data.code, data.message, data.hint)
        return KeysRead(last, tuple(reading.problems))
    root = read(data, reading)
    if [problem.code for problem in reading.problems] == ["empty-file"]:
        return KeysRead(DEFAULT)
    if root is not None and not isinstance(root, Mapping):
        wrong_kind(root, reading, Message("“命令: [键]” 各占一行", "'command: [keys]', a line each"))
        root = None
    own = _own(root, reading) if root is not None else {}
    if root is None or len(reading.problems) >= MOST_PROBLEMS:
        return KeysRead(last, tuple(reading.problems))
    found = _free_of_clashes(_sound(own, root, reading.problems), reading)
    return KeysRead(keymap(found), tuple(reading.problems))


def _sound(own: Own, root: Mapping, problems: Iterable[Problem]) -> Own:
    """Those whose lines have no mistake. root: where they are written."""
    wrong = sorted(problem.line for problem in problems)
    begins = [name.line for name, _ in root.entries]
    ends = [*begins[1:], wrong[-1] + 1 if wrong else 0]
    broken = {
        name.value
        for (name, _), begin, end in zip(root.entries, begins, ends, strict=True)
        if any(begin <= line < max(end, begin + 1) for line in wrong)
    }
    return {name: keys for name, keys in own.items() if name not in broken}


def _free_of_clashes(own: Own, reading: Reading) -> Keys:
    """All keys, those of `own` only as far as no two commands want one: every round takes some of them out."""
    while True:
        keys = merged({name: tuple(chords) for name, chords in own.items()})
        lost = {_report_clash(clash, own, reading) for clash in clashes(keys)}
        if not lost:
            return keys
        own = {name: chords for name, chords in own.items() if name not in lost}


def _own(root: Mapping, reading: Reading) -> Own:
    found: Own = {}
    for name, value in root.entries:
        if name.value in COMMANDS and COMMANDS[name.value].needs:
            reading.report(
                name,
                "no-key-for-command",
                Message(f"{name.value} 不能由键调用", f"{name.value} cannot be called by a key"),
                Message("删去这一行", "remove the line"),
            )
        elif name.value in COMMANDS:
            found[name.value] = dict(_keys(name.value, value, reading))
        else:
            reading.report(
                name,
                "unknown-command",
                Message(f"没有 “{name.value[:40]}” 这个命令", f"there is no command {name.value[:40]!r}"),
                reading.suggest(name.value, [name for name, command in COMMANDS.items() if not command.needs]),
            )
    return found


def _keys(name: str, value: Node, reading: Reading) -> list[tuple[str, Node]]:
    if not present(value, reading):
        return []
    found: list[tuple[str, Node]] = []
    for item in value.items if isinstance(value, Sequence) else (value,):
        if not present(item, reading):
            continue
        if not isinstance(item, Scalar):
            wrong_kind(item, reading, Message("一个键，如 Ctrl+B", "a key, such as Ctrl+B"))
            continue
        key = key_of(item.value.strip())
        if key is not None and _can_call(key, name):
            found.append((key, item))
        else:
            _report_key(item, key, reading)
    return found


def _can_call(key: str, name: str) -> bool:
    """Whether a press comes to that command: `Any` is an answer alone, and answers are not held."""
    answers = COMMANDS[name].answers
    return answers not in ("", "tool") if key == ANY else not (answers and key.startswith(HOLD))


def _report_key(node: Scalar, key: str | None, reading: Reading) -> None:
    typed = node.value.strip()[:40]
    if key is not None:
        advice = Message("Any 只能回答询问，长按则不能", "Any can only answer a question, and held keys cannot")
    elif typed.lower().startswith("shift+") and len(typed) > len("shift+"):
        advice = Message("写按出来的符号本身，如 ?，不写 Shift+/", "write the sign itself, such as ?, not Shift+/")
    else:
        word = typed.removeprefix(HOLD).rpartition("+")[2]
        guess = hint(word, NAMES)
        advice = Message(
            f"字母、符号或键名，可加 Ctrl+、Alt+、Shift+；{guess.zh}",
            f"a letter, a sign or a key’s name, after Ctrl+, Alt+ or Shift+; {guess.en}",
        )
    reading.report(node, "unknown-key-name", Message(f"没有 “{typed}” 这个键", f"there is no key {typed!r}"), advice)


def _report_clash(clash: Clash, own: Own, reading: Reading) -> str:
    """At the user's key, the later one where both are his; the command that does not get it."""
    his = {name: own[name][clash.key] for name in (clash.first, clash.second) if clash.key in own.get(name, {})}
    name, node = max(his.items(), key=lambda item: item[1].start)
    other = clash.first if name == clash.second else clash.second
    message = Message(
        f"{clash.key} 已是 {other} 的键（{COMMANDS[other].help.zh}）",
        f"{clash.key} is a key of {other} already ({COMMANDS[other].help.en})",
    )
    if other in own:
        reading.report(node, "key-conflict", message, Message("只留一处", "keep it in one of the two"))
        return name
    rest = ", ".join(_quoted(key) for key in COMMANDS[other].keys if key != clash.key)
    line = f"{other}: [{rest}]"
    advice = Message(f"换一个键；或再写一行 {line}", f"take another key; or add the line {line}")
    reading.report(node, "key-conflict", message, advice)
    return name


def keys_file(keys: KeyMap = DEFAULT) -> str:
    """All commands that a key can call as such a file, what each does above it in both languages."""
    lines: list[str] = []
    for name, command in COMMANDS.items():
        if command.needs:
            continue
        listed = ", ".join(map(_quoted, keys.keys[name]))
        lines += ["", f"# {command.help.zh}", f"# {command.help.en}", f"{name}: [{listed}]"]
    return "\n".join(lines) + "\n"


def _quoted(key: str) -> str:
    """As a value in a list in brackets: signs that mean something to YAML stand in quotes."""
    if all(part.isalnum() for part in key.replace("+", " ").split()) and not key.endswith("+"):
        return key
    return f"'{key}'" if "'" not in key else f'"{key}"'
