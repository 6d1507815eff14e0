"""Where the cursor stands in a file that is being typed, told by its lines: it need not be whole YAML yet."""

import re
from collections.abc import Mapping

from msgspec import Struct

LINE = re.compile(r"^(?P<head> *(?:- +|-$)*)(?:(?P<key>[^\s#:\"'\[{-][^:#]*?)\s*:(?:\s+(?P<value>.*))?)?$")
ITEM = "[]"
"""In a path, an item of a list."""


class Level(Struct, frozen=True):
    """A mapping or list that is open at the cursor. key: under which it stands, ITEM in a list.

    words: of a mapping its values so far, as they are typed.
    """

    key: str
    words: Mapping[str, str] = {}


class Cursor(Struct, frozen=True):
    """levels: what is open, the file's own mapping first. key: whose value is typed; None while a key is typed.

    prefix: what is typed of it so far.
    """

    levels: tuple[Level, ...]
    key: str | None
    prefix: str
    listed: bool = False
    """Whether the value is an item of a list in brackets."""


class _Open:
    """A mapping or a list whose lines go on. column: where its keys or signs of an item stand."""

    def __init__(self, column: int, key: str, *, items: bool) -> None:
        self.column, self.key, self.items = column, key, items
        self.words: dict[str, str] = {}
        self.last = ""


def cursor_at(text: str, offset: int) -> Cursor:
    """Where the character stands in a text with `\\n` for every line end."""
    lines = text.split("\n")
    number = text.count("\n", 0, offset)
    typed = text[text.rfind("\n", 0, offset) + 1 : offset]
    stack = [_Open(0, "", items=False)]
    for line in lines[:number]:
        _read(stack, line)
    head = re.match(r" *(?:- +|-$)*", typed)
    column = head.end() if head else 0
    found = LINE.match(typed)
    _enter(stack, [k for k, sign in enumerate(typed[:column]) if sign == "-"], column)
    here = tuple(stack)
    for line in lines[number + 1 :]:
        _read(stack, line)
    levels = tuple(Level(one.key, dict(one.words)) for one in here)
    if found is not None and found["key"]:
        value = (found["value"] or "").lstrip()
        listed = value.startswith("[")
        return Cursor(levels, found["key"], _last(value) if listed else value, listed)
    return Cursor(levels, None, typed[column:].strip())


def _read(stack: list[_Open], line: str) -> None:
    """Go on by a line; an empty one, a comment, or one that continues a text changes nothing."""
    found = LINE.match(line)
    if found is None or not line.strip() or line.lstrip().startswith("#"):
        return
    head, key = found["head"], found["key"]
    dashes = [k for k, sign in enumerate(head) if sign == "-"]
    if key is None and not dashes:
        return
    _enter(stack, dashes, len(head))
    if key is not None:
        stack[-1].words[key] = stack[-1].words.get(key) or (found["value"] or "").strip()
        stack[-1].last = key


def _enter(stack: list[_Open], dashes: list[int], column: int) -> None:
    """Close what ends before a line with items at these columns and its key at that one; open what begins with it."""
    for dash in dashes:
        while len(stack) > 1 and stack[-1].column > dash:
            stack.pop()
        if not (stack[-1].items and stack[-1].column == dash):
            stack.append(_Open(dash, _under(stack), items=True))
    while len(stack) > 1 and (stack[-1].column > column or (stack[-1].items and stack[-1].column == column)):
        stack.pop()
    if stack[-1].items or stack[-1].column < column:
        stack.append(_Open(column, _under(stack), items=False))


def _under(stack: list[_Open]) -> str:
    return ITEM if stack[-1].items else stack[-1].last


def _last(value: str) -> str:
    """What is being typed of a list in brackets: its last item."""
    return re.split(r"[\[,]\s*", value)[-1]
