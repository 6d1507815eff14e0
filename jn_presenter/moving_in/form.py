"""New files of a deck as YAML that a person likes to read: words unquoted where that is safe, comments between them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

Value: TypeAlias = "str | int | Off | Sequence[Value] | Mapping[str, Value]"
"""A mapping whose key begins with `#` has a comment there; what is Off is written as one, to be turned on.

Numbers and truth values are `int` and `bool`; a `str` is words, even where these are digits.
"""

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
PLAIN = re.compile(rf"(==)?[A-Za-z{HAN}《“（][A-Za-z0-9{HAN}《》“”‘’（）、，。；：！？·—…\- %/.+()<>=,&_]*")
"""What YAML takes as it stands, whatever is around it."""
KEYLIKE = re.compile(r"(==)?[A-Za-z0-9_-]+ *：")
"""It could have been meant as a key."""
WORDLIKE = re.compile(r"(null|true|false|yes|no|on|off|y|n|~)", re.IGNORECASE)
NUMBERLIKE = re.compile(r"[0-9][0-9.eE:\-]*\Z")
"""Other programs that read YAML take it for a number, a date or a time."""
LINKED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9.\-]+)*")

MOST_ON_A_LINE = 8
EMPTY = {False: "[]", True: "{}"}


class Off(Struct, frozen=True):
    """What stands in the file behind `#`, for the author to turn on."""

    value: Value


def document(value: Mapping[str, Value]) -> bytes:
    """The file as UTF-8, with a line end of Unix, which every editor of today knows."""
    return ("\n".join(_mapping(value)) + "\n").encode()


def scalar(words: str) -> str:
    """One text on one line, in double quotes where YAML could read it otherwise."""
    safe = LINKED.fullmatch(words) or (PLAIN.fullmatch(words) and not words.endswith(" ") and not KEYLIKE.match(words))
    if safe and not WORDLIKE.fullmatch(words) and not NUMBERLIKE.match(words):
        return words
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _mapping(value: Mapping[str, Value]) -> Iterator[str]:
    for key, one in value.items():
        if key.startswith("#"):
            yield from (f"# {line}" for line in str(one).split("\n"))
        elif isinstance(one, Off):
            yield from (f"# {line}" for line in _entry(key, one.value))
        else:
            yield from _entry(key, one)


def _entry(key: str, value: Value) -> Iterator[str]:
    if isinstance(value, str):
        if "\n" in value:
            yield f"{key}: |-"
            yield from (f"  {line}".rstrip() for line in value.split("\n"))
        else:
            yield f"{key}: {scalar(value)}"
    elif isinstance(value, int):
        yield f"{key}: {_number(value)}"
    elif not isinstance(value, Off) and not value:
        yield f"{key}: {EMPTY[isinstance(value, Mapping)]}"
    elif isinstance(value, Mapping):
        yield f"{key}:"
        yield from (f"  {line}" if line else "" for line in _mapping(value))
    elif isinstance(value, Sequence):
        if len(value) <= MOST_ON_A_LINE and all(isinstance(one, str) and LINKED.fullmatch(one) for one in value):
            yield f"{key}: [{', '.join(scalar(str(one)) for one in value)}]"
        else:
            yield f"{key}:"
            yield from (f"  {line}" for line in _items(value))


def _items(values: Sequence[Value]) -> Iterator[str]:
    """Each behind a dash; a list in a list has two."""
    for value in values:
        lines = list(_nested(value))
        yield f"- {lines[0]}"
        yield from (f"  {line}" if line else "" for line in lines[1:])


def _nested(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield scalar(value)
    elif isinstance(value, int):
        yield _number(value)
    elif not isinstance(value, Off) and not value:
        yield EMPTY[isinstance(value, Mapping)]
    elif isinstance(value, Mapping):
        yield from _mapping(value)
    elif isinstance(value, Sequence):
        yield from _items(value)


def _number(value: int) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
