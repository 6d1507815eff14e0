"""A text put in the place of another: exactly its own characters change, however it has to be quoted."""

import re
from collections.abc import Iterator, Mapping

from jn_presenter.edit.document import Document, node_at, said, tree
from jn_presenter.edit.folded import folded
from jn_presenter.load.lines import line_bounds
from jn_presenter.load.nodes import Mapping as MappingNode
from jn_presenter.load.nodes import Node, Scalar, Sequence
from jn_presenter.load.words import KEY_AND_WIDE_COLON, WORD

BLOCKS = ("|", ">")
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain, these are no text."""
NULL = "null"
NO_WORDS = re.compile(
    r"(?:true|false|yes|no|on|off|y|n|是|否|[-+]?\.(?:inf|nan)|0[xo][0-9a-f]+|[-+]?[0-9.][0-9_,.:-]*(?:e[-+]?[0-9]+)?)",
    re.IGNORECASE,
)
"""Plain, these are words to us, and a number, a date or a yes or no to other programs and to who reads them."""
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
INDENT = 2
BEHIND = re.compile(r"(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*$")
"""The end of the last line of a block, and the empty lines below it."""


def with_text(document: Document, path: str, value: str | None, *, bare: bool = False) -> Document | None:
    """The document with `value` as the text at `path`; None where that cannot be done without touching other things.

    It is written as it was before if that way can say it: plain, in the same quotes, as a block; else in double quotes.
    `None` is a plain `null`. bare: what looks like a number stays without quotes.
    """
    root = tree(document)
    node = node_at(root, path)
    if root is None or not isinstance(node, Scalar):
        return None
    for written in _ways(document, node, value, bare=bare):
        made = document.with_text(_spliced(document.text, [(node, written)]))
        if _says(made, root, {path: value}):
            return made
    return None


def with_texts(document: Document, values: Mapping[str, str | None], *, bare: bool = False) -> Document | None:
    """As with_text, of many at once: all of them or none."""
    root = tree(document)
    parts: list[tuple[Scalar, str]] = []
    for path, value in values.items():
        node = node_at(root, path)
        if not isinstance(node, Scalar):
            return None
        parts.append((node, next(_ways(document, node, value, bare=bare))))
    if root is None or _says(made := document.with_text(_spliced(document.text, parts)), root, values):
        return made if root is not None else None
    found: Document | None = document
    for path, value in values.items():
        found = with_text(found, path, value, bare=bare) if found is not None else None
    return found


def quoted(value: str) -> str:
    """The text in double quotes, on one line."""
    return '"' + "".join(_escaped(character) for character in value) + '"'


def _spliced(text: str, parts: list[tuple[Scalar, str]]) -> str:
    """The text with other characters for these scalars; the line end behind a block is none of its own."""
    for node, written in sorted(parts, key=lambda part: part[0].start, reverse=True):
        text = text[: node.start] + written + text[end_of(text, node) :]
    return text


def end_of(text: str, node: Scalar) -> int:
    """Where a scalar's own characters end: a block goes on to the first character of the next line."""
    behind = BEHIND.search(text, node.start, node.end) if node.style in BLOCKS else None
    return node.end if behind is None else behind.start()


def _ways(document: Document, node: Scalar, value: str | None, *, bare: bool) -> Iterator[str]:
    """How the text might be written, the nearest to how it was first. Not all of them say it: that is to be seen."""
    if value is None:
        yield NULL
        return
    one_line = "\n" not in value
    if node.plain and one_line and _can_be_plain(document, node, value, bare=bare):
        yield value
    if node.style == "'" and one_line:
        yield "'" + value.replace("'", "''") + "'"
    if node.style == ">" and value and (written := folded(document, node, value)) is not None:
        yield written
    if value and (node.style in BLOCKS or (node.plain and not one_line)):
        yield _block(document, node, value)
    yield quoted(value)


def _can_be_plain(document: Document, node: Scalar, value: str, *, bare: bool) -> bool:
    """Whether it is taken for a text that is whole: no number or yes, no key, and not cut by the comment behind it."""
    if value in NOTHING or (NO_WORDS.fullmatch(value) and not bare) or KEY_AND_WIDE_COLON.match(value):
        return False
    _, end = line_bounds(document.text, node.end)
    return WORD.fullmatch(value) is not None or not document.text[node.end : end].lstrip().startswith("#")


def _block(document: Document, node: Scalar, value: str) -> str:
    """As a block that keeps its line ends, as far in as it was, or one step further than the line that it begins in."""
    depth = depth_of(document, node)
    text = value.rstrip("\n")
    sign = "|-" if text == value else "|" if value == text + "\n" else "|+"
    lines = value.removesuffix("\n").split("\n")
    newline = document.newline
    return sign + "".join(newline + (" " * depth + one if one else "") for one in lines)


def depth_of(document: Document, node: Scalar) -> int:
    """How far in the lines of a block stand, or would stand in the place of `node`."""
    if node.style in BLOCKS:
        for line in document.text[node.start : node.end].splitlines()[1:]:
            if line.strip():
                return len(line) - len(line.lstrip(" "))
    begin, end = line_bounds(document.text, node.start)
    line = document.text[begin:end]
    return len(line) - len(line.lstrip(" -")) + INDENT


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    return character if character.isprintable() else _numbered(ord(character))


def _numbered(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _says(made: Document, root: Node, values: Mapping[str, str | None]) -> bool:
    """Whether what was made says these texts, and all else as `root` does, in the same quotes."""
    after = tree(made)
    if after is None or not all(_is(after, path, value) for path, value in values.items()):
        return False
    before = _besides(root, {id(node_at(root, path)) for path in values})
    return _besides(after, {id(node_at(after, path)) for path in values}) == before


def _besides(root: Node, nodes: set[int]) -> object:
    """What the tree says with nothing in the places of `nodes`, which are named by identity."""
    if id(root) in nodes:
        return None
    if isinstance(root, Sequence):
        return tuple(_besides(item, nodes) for item in root.items)
    if isinstance(root, MappingNode):
        return tuple((key.value, _besides(item, nodes)) for key, item in root.entries)
    return said(root)


def _is(root: Node, path: str, value: str | None) -> bool:
    node = node_at(root, path)
    if value is None:
        return isinstance(node, Scalar) and node.plain and node.value == NULL
    return isinstance(node, Scalar) and node.value == value and not (node.plain and value in NOTHING)
