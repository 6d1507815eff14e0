"""A slide's `minutes`, an owner's `pin` written into their file: those characters change and no others."""

import re
from decimal import Decimal

from jn_presenter.load.encoding import UTF8_BOM
from jn_presenter.load.lines import line_bounds
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Context, Reading

MINUTES, PIN = "minutes", "pin"
LINE_END = re.compile(r"\r\n|\r|\n")
BEFORE = ("depth", "layout")
"""The keys behind which the minutes go where there are none yet, the first that there is."""


def set_scalar(text: str, start: int, end: int, value: str) -> str:
    """The text with `value` in place of its characters from `start` to `end` (exclusive)."""
    return text[:start] + value + text[end:]


def with_minutes(data: bytes, minutes: Decimal) -> bytes | None:
    """The bytes of a slide's file with these minutes; None where they cannot be written without touching other things.

    Comments, order, line ends and a byte order mark stay. What comes out was read again: it is the same but for the
    minutes.
    """
    root, text = _tree(data)
    if not isinstance(root, Mapping):
        return None
    number = f"{minutes.normalize():f}"
    node = root.get(MINUTES)
    if node is None:
        edited = _with_line(root, text, number)
    else:
        edited = set_scalar(text, node.start, node.end, number) if _in_line(node) else None
    if edited is None:
        return None
    return _proved(data, root, edited, MINUTES, number)


def with_pin(data: bytes, pin: str) -> bytes | None:
    """The bytes of the owner's settings with this line for the PIN, plain YAML; None where more would have to change.

    Where there is none yet it becomes the first line.
    """
    root, text = _tree(data)
    if not isinstance(root, Mapping):
        return None
    node = root.get(PIN)
    if node is None:
        start, inside = (root.start + 1, True) if text[root.start] == "{" else (root.start, False)
        line = f"{PIN}: {pin}, " if inside else f"{PIN}: {pin}{_line_end(text, 0)}"
        edited = set_scalar(text, start, start, line)
    elif _in_line(node):
        edited = set_scalar(text, node.start, node.end, pin)
    else:
        return None
    return _proved(data, root, edited, PIN, pin)


def _tree(data: bytes) -> tuple[Node | None, str]:
    reading = Reading("", Context(folder=""))
    root = read(data, reading)
    return (None if reading.problems else root), reading.text


def _with_line(root: Mapping, text: str, number: str) -> str | None:
    """With a line of its own, as far in as its neighbour; between braces, behind a comma."""
    key = next((found for name in BEFORE if (found := root.key(name)) is not None), None)
    value = root.get(key.value) if key is not None else None
    if key is None or value is None or not _in_line(value):
        return None
    if text[root.start] == "{":
        return set_scalar(text, value.end, value.end, f", {MINUTES}: {number}")
    indent = text[line_bounds(text, key.start)[0] : key.start]
    _, end = line_bounds(text, value.end)
    return set_scalar(text, end, end, f"{_line_end(text, end)}{indent}{MINUTES}: {number}")


def _in_line(node: Node) -> bool:
    """Whether the node is a scalar that ends with its own last character: a block goes on to the next line's first."""
    return isinstance(node, Scalar) and node.style not in ("|", ">")


def _line_end(text: str, at: int) -> str:
    """The line end at a place, or as the file has it elsewhere."""
    found = LINE_END.match(text, at) or LINE_END.search(text)
    return found[0] if found else "\n"


def _proved(data: bytes, before: Mapping, edited: str, name: str, value: str) -> bytes | None:
    """The bytes of what was edited, if they read the same but for that entry."""
    made = (UTF8_BOM if data.startswith(UTF8_BOM) else b"") + edited.encode()
    after = _tree(made)[0]
    if not isinstance(after, Mapping):
        return None
    found = after.get(name)
    others = [[entry for entry in root.entries if entry[0].value != name] for root in (before, after)]
    same = [[(key.value, _content(node)) for key, node in entries] for entries in others]
    is_there = isinstance(found, Scalar) and (found.value, found.style) == (value, "")
    return made if is_there and same[0] == same[1] else None


def _content(node: Node) -> object:
    """What a node says, wherever it stands."""
    if isinstance(node, Scalar):
        return node.value, node.style
    if isinstance(node, Sequence):
        return [_content(item) for item in node.items]
    return [(key.value, _content(value)) for key, value in node.entries] if isinstance(node, Mapping) else None
