"""A file of a deck as characters, and the tree that they make."""

from functools import lru_cache
from typing import Final

from msgspec import Struct

from jn_presenter.load.encoding import UTF8_BOM
from jn_presenter.load.lines import NEWLINE
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Context, Reading

NOWHERE: Final = Context(folder="")


class Document(Struct, frozen=True):
    """One file. file: its path from the deck's folder, with `/`. bom: whether it begins with a byte order mark."""

    file: str
    text: str
    bom: bool = False

    @property
    def data(self) -> bytes:
        return (UTF8_BOM if self.bom else b"") + self.text.encode()

    @property
    def newline(self) -> str:
        """The line end that the file has, `\\n` where it has none yet."""
        found = NEWLINE.search(self.text)
        return found[0] if found else "\n"

    def with_text(self, text: str) -> "Document":
        """The same file with other characters."""
        return Document(self.file, text, self.bom)


def retyped(document: Document, text: str) -> Document:
    """The document after somebody typed, `text` having `\\n` for every line end: lines that stay keep their own."""
    old = NEWLINE.split(document.text)
    new = text.split("\n")
    ends = [*NEWLINE.findall(document.text), ""]
    head = next((k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - head
    tail = next((k for k in range(most) if old[-1 - k] != new[-1 - k]), most)
    kept = [*ends[:head], *[document.newline] * (len(new) - head - tail), *ends[len(ends) - tail :]]
    kept[-1] = ""
    if 0 < head == len(old) < len(new):
        kept[head - 1] = document.newline
    return document.with_text("".join(line + end for line, end in zip(new, kept, strict=True)))


def offset_in_view(text: str, offset: int) -> int:
    """Where a character of the file stands in a view that has `\\n` for every line end."""
    return len(NEWLINE.sub("\n", text[:offset]))


def offset_in_file(text: str, offset: int) -> int:
    """Where a character of such a view stands in the file."""
    for end in NEWLINE.finditer(text):
        if end.start() >= offset:
            break
        offset += len(end[0]) - 1
    return offset


def offset_of(text: str, line: int, column: int) -> int:
    """The character at a line and a column, both from 1; the last of the line or of the file where there is none."""
    start = 0
    for number, end in enumerate(NEWLINE.finditer(text), 1):
        if number == line:
            return min(start + column - 1, end.start())
        start = end.end()
    return min(start + column - 1, len(text))


def opened(file: str, data: bytes) -> Document | None:
    """The bytes as a document, None where they are not UTF-8."""
    try:
        return Document(file, data.removeprefix(UTF8_BOM).decode(), data.startswith(UTF8_BOM))
    except UnicodeDecodeError:
        return None


@lru_cache(maxsize=4)
def tree(document: Document) -> Node | None:
    """What the file says, None where it cannot be read or has something in it that is refused.

    The last few are kept: what was made by an edit is looked at to prove it, and again before the next one.
    """
    reading = Reading(document.file, NOWHERE)
    root = read(document.data, reading)
    return None if reading.problems else root


def node_at(root: Node | None, path: str) -> Node | None:
    """The node of a dotted path of keys and, in lists, numbers from 1; the root has an empty one."""
    node = root
    for part in path.split(".") if path else ():
        if isinstance(node, Mapping):
            node = node.get(part)
        elif isinstance(node, Sequence) and part.isdecimal() and 0 < int(part) <= len(node.items):
            node = node.items[int(part) - 1]
        else:
            return None
    return node


def said(node: Node | None) -> object:
    """What a node says, wherever and however it is written: texts, tuples of items, tuples of (key, value).

    A plain text is told from a quoted one: `null` is nothing, and `"null"` is a word.
    """
    if isinstance(node, Scalar):
        return node.value, node.plain
    if isinstance(node, Sequence):
        return tuple(said(item) for item in node.items)
    if isinstance(node, Mapping):
        return tuple((key.value, said(value)) for key, value in node.entries)
    return None
