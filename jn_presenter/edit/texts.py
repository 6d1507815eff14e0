"""A text put in the place of another: exactly its own characters change, however it has to be quoted."""

from collections.abc import Iterator

from jn_presenter.edit.document import Document, node_at, said, tree
from jn_presenter.load.excerpt import line_bounds
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence

BLOCKS = ("|", ">")
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain, these are no text."""
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
INDENT = 2


def with_text(document: Document, path: str, value: str) -> Document | None:
    """The document with `value` as the text at `path`; None where that cannot be done without touching other things.

    It is written as it was before if that way can say it: plain, in the same quotes, as a block; else in double quotes.
    """
    root = tree(document)
    node = node_at(root, path)
    if root is None or not isinstance(node, Scalar):
        return None
    end = node.start + len(document.text[node.start : node.end].rstrip()) if node.style in BLOCKS else node.end
    wanted = _said_with(root, node, value)
    for written in _ways(document, node, value):
        made = document.with_text(document.text[: node.start] + written + document.text[end:])
        after = tree(made)
        if after is not None and _said_with(after, node_at(after, path), value) == wanted and _is(after, path, value):
            return made
    return None


def quoted(value: str) -> str:
    """The text in double quotes, on one line."""
    return '"' + "".join(_escaped(character) for character in value) + '"'


def _ways(document: Document, node: Scalar, value: str) -> Iterator[str]:
    """How the text might be written, the nearest to how it was first. Not all of them say it: that is to be seen."""
    one_line = "\n" not in value
    if node.plain and one_line and value not in NOTHING:
        yield value
    if node.style == "'" and one_line:
        yield "'" + value.replace("'", "''") + "'"
    if node.style in BLOCKS or (node.plain and not one_line):
        yield _block(document, node, value)
    yield quoted(value)


def _block(document: Document, node: Scalar, value: str) -> str:
    """As a block that keeps its line ends, one step further in than the line that it begins in."""
    begin, end = line_bounds(document.text, node.start)
    line = document.text[begin:end]
    depth = len(line) - len(line.lstrip(" -")) + INDENT
    text = value.rstrip("\n")
    sign = "|-" if text == value else "|" if value == text + "\n" else "|+"
    lines = value.removesuffix("\n").split("\n")
    newline = document.newline
    return sign + "".join(newline + (" " * depth + one if one else "") for one in lines)


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    return character if character.isprintable() else _numbered(ord(character))


def _numbered(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _said_with(root: Node, node: Node | None, value: str) -> object:
    """What the tree says with another text in the place of `node`, whatever its quotes."""
    if root is node:
        return value
    if isinstance(root, Sequence):
        return tuple(_said_with(item, node, value) for item in root.items)
    if isinstance(root, Mapping):
        return tuple((key.value, _said_with(item, node, value)) for key, item in root.entries)
    return said(root)


def _is(root: Node, path: str, value: str) -> bool:
    node = node_at(root, path)
    return isinstance(node, Scalar) and node.value == value and not (node.plain and value in NOTHING)
