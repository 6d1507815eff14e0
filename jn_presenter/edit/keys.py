"""Keys of a mapping put in and taken out, and a text given words in one more language; all else stays as it was."""

import re
from collections.abc import Collection, Iterator
from collections.abc import Mapping as TypingMapping

from msgspec import structs

from jn_presenter.edit.document import Document, node_at, said, tree
from jn_presenter.edit.texts import BLOCKS, INDENT, NOTHING, end_of, quoted, with_text
from jn_presenter.load.lines import line_bounds
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.words import KEY_AND_WIDE_COLON

UNLIKE_TEXT = re.compile(r"[-+.]?[0-9][0-9.,eE:_+-]*|true|false|yes|no|on|off|y|n", re.IGNORECASE)
"""What other programs that read YAML do not take for a text."""
BRACKETS = ("{", "[")
Value = str | TypingMapping[str, str]
"""One text, or one a language."""


def with_key(
    document: Document, path: str, key: str, value: Value, *, after: tuple[str, ...] = (), number: bool = False
) -> Document | None:
    """The document with one more key in the mapping at `path`, behind the first of `after` that it has, else the last.

    number: whether the value is to read as a number or a date for other programs, too. None where the key is there
    already, or more would have to change.
    """
    root = tree(document)
    node = node_at(root, path)
    if root is None or not isinstance(node, Mapping) or not node.entries or node.get(key) is not None:
        return None
    before = _besides(root, node, key)
    indent = node.entries[0][0].column - 1
    for written in _entry(document, node, value, indent, number=number):
        made = document.with_text(_put(document, node, f"{key}:{written}", indent, after))
        now = tree(made)
        found = node_at(now, path)
        if isinstance(found, Mapping) and _says(found.get(key), value) and _besides(now, found, key) == before:
            return made
    return None


def with_item(
    document: Document, path: str, entries: TypingMapping[str, Value], numbers: Collection[str]
) -> Document | None:
    """The document with one more mapping at the end of the list of mappings at `path`, each entry on a line of its own.

    numbers: the keys of what is to read as a number or a date. None where there is no such list, one in brackets or an
    empty one.
    """
    root = tree(document)
    node = node_at(root, path)
    text = document.text
    if not isinstance(node, Sequence) or not node.items or not isinstance(node.items[-1], Mapping):
        return None
    begin, _ = line_bounds(text, node.items[-1].start)
    head = text[begin : node.items[-1].start]
    if head.strip(" ") != "-":
        return None
    gap = document.newline + " " * len(head)
    told = ((key, value, key in numbers) for key, value in entries.items())
    lines = (
        f"{key}:{next(_entry(document, None, value, len(head), number=as_it_is))}" for key, value, as_it_is in told
    )
    _, end = line_bounds(text, end_of_value(text, node.items[-1]))
    made = document.with_text(f"{text[:end]}{document.newline}{head}{gap.join(lines)}{text[end:]}")
    now = tree(made)
    found = node_at(now, path)
    if not isinstance(found, Sequence) or not isinstance(found.items[-1], Mapping):
        return None
    new = found.items[-1]
    good = [key.value for key, _ in new.entries] == list(entries)
    good = good and all(_says(new.get(key), value) for key, value in entries.items())
    less = structs.replace(found, items=found.items[:-1])
    return made if good and _other(now, found) == _other(root, node) and said(less) == said(node) else None


def without_key(document: Document, path: str, key: str) -> Document | None:
    """The document without a key of the mapping at `path`, and without its comment on the same line.

    None where it is not there, is the only one, or begins the item of a list: its line holds more.
    """
    root = tree(document)
    node = node_at(root, path)
    if root is None or not isinstance(node, Mapping) or len(node.entries) < 2 or node.get(key) is None:
        return None
    made = document.with_text(_taken(document.text, node, key))
    now = tree(made)
    return made if now is not None and said(now) == _besides(root, node, key) else None


def with_wording(
    document: Document, path: str, language: str, words: str, languages: tuple[str, ...]
) -> Document | None:
    """The document with these words as the text at `path` in a language; empty: in all, of a text without languages.

    Where the text has no words in the language yet it gets them; one without languages becomes one of the first of
    `languages`, and of this. None where that cannot be done without touching other things.
    """
    root = tree(document)
    node = node_at(root, path)
    if isinstance(node, Scalar):
        if not language or languages == (language,):
            return with_text(document, path, words)
        before = _other(root, node)
        made = _divided(document, node, language, words, languages[0])
        return next((one for one in made if _is_divided(one, path, words, said(node), before)), None)
    if not isinstance(node, Mapping) or not language:
        return None
    if node.get(language) is not None:
        return with_text(document, f"{path}.{language}", words)
    known = languages.index(language) if language in languages else len(languages)
    return with_key(document, path, language, words, after=tuple(reversed(languages[:known])))


def ways(value: str, indent: int, newline: str, *, number: bool = False) -> Iterator[str]:
    """How a value may be written behind a key that stands `indent` columns in, the nicest first."""
    one_line = "\n" not in value
    usual = number or not UNLIKE_TEXT.fullmatch(value)
    if one_line and usual and not KEY_AND_WIDE_COLON.match(value) and _alone(value, value):
        yield value
    if not one_line:
        text = value.rstrip("\n")
        sign = "|-" if text == value else "|" if value == text + "\n" else "|+"
        lines = value.removesuffix("\n").split("\n")
        block = sign + "".join(newline + (" " * (indent + INDENT) + line if line else "") for line in lines)
        if _alone(sign + "".join(f"\n  {line}" for line in lines), value):
            yield block
    yield quoted(value)


def _alone(written: str, value: str) -> bool:
    """Whether it reads as the value where nothing else is."""
    return _says(node_at(tree(Document("", f"k: {written}\n")), "k"), value)


def _entry(document: Document, node: Mapping | None, value: Value, indent: int, *, number: bool) -> Iterator[str]:
    """What may stand behind the colon of a key that stands `indent` columns in."""
    if isinstance(value, str):
        yield from (f" {written}" for written in ways(value, indent, document.newline, number=number))
        return
    deeper = indent + INDENT
    if node is None or not _in_brackets(document.text, node):
        told = ((key, next(ways(words, deeper, document.newline))) for key, words in value.items())
        yield "".join(f"{document.newline}{' ' * deeper}{key}: {words}" for key, words in told)
        told = ((key, quoted(words)) for key, words in value.items())
        yield "".join(f"{document.newline}{' ' * deeper}{key}: {words}" for key, words in told)
    yield " {" + ", ".join(f"{key}: {quoted(words)}" for key, words in value.items()) + "}"


def _says(node: Node | None, value: Value) -> bool:
    if not isinstance(value, str):
        if not isinstance(node, Mapping) or [key.value for key, _ in node.entries] != list(value):
            return False
        return all(_says(node.get(key), words) for key, words in value.items())
    return isinstance(node, Scalar) and node.value == value and not (node.plain and value in NOTHING)


def _besides(root: Node | None, node: Node, key: str) -> object:
    """What the tree says besides one entry of one of its mappings."""
    if isinstance(root, Sequence):
        return tuple(_besides(item, node, key) for item in root.items)
    if isinstance(root, Mapping):
        entries = (entry for entry in root.entries if root is not node or entry[0].value != key)
        return tuple((name.value, _besides(item, node, key)) for name, item in entries)
    return said(root)


def _in_brackets(text: str, node: Node) -> bool:
    return text[node.start : node.start + 1] in BRACKETS


def end_of_value(text: str, node: Node) -> int:
    """Behind the value's last character: blocks, and what ends with one, go on to the first of the next line."""
    if isinstance(node, Scalar):
        return end_of(text, node)
    if not _in_brackets(text, node):
        if isinstance(node, Mapping) and node.entries:
            return end_of_value(text, node.entries[-1][1])
        if isinstance(node, Sequence) and node.items:
            return end_of_value(text, node.items[-1])
        return node.start + len(text[node.start : node.end].rstrip())
    return node.end


def _put(document: Document, node: Mapping, line: str, indent: int, after: tuple[str, ...]) -> str:
    text = document.text
    before = next((one for one in (node.get(name) for name in after) if one is not None), node.entries[-1][1])
    end = end_of_value(text, before)
    if _in_brackets(text, node):
        return f"{text[:end]}, {line}{text[end:]}"
    _, end = line_bounds(text, end)
    return f"{text[:end]}{document.newline}{' ' * indent}{line}{text[end:]}"


def _taken(text: str, node: Mapping, key: str) -> str:
    place = next(k for k, entry in enumerate(node.entries) if entry[0].value == key)
    name, value = node.entries[place]
    if _in_brackets(text, node):
        if place == 0:
            return text[: name.start] + text[node.entries[1][0].start :]
        return text[: end_of_value(text, node.entries[place - 1][1])] + text[end_of_value(text, value) :]
    begin, _ = line_bounds(text, name.start)
    _, end = line_bounds(text, end_of_value(text, value))
    end += 2 if text.startswith("\r\n", end) else 1
    return text[:begin] + text[min(end, len(text)) :]


def _divided(document: Document, node: Scalar, language: str, words: str, first: str) -> Iterator[Document]:
    """What a text for all languages may become: one in the first and one in another. Not all may say it."""
    text = document.text
    source = text[node.start : node.end]
    if node.style in BLOCKS or "\n" in source or "\r" in source or language == first:
        return
    begin, _ = line_bounds(text, node.start)
    head = text[begin : node.start]
    dash = not head.strip(" -")
    indent = len(head) if dash else len(head) - len(head.lstrip(" -")) + INDENT
    start = node.start if dash else begin + len(head.rstrip())
    for written in ways(words, indent, document.newline):
        lines = [f"{first}: {source}", f"{language}: {written}"]
        block = (document.newline + " " * indent).join(lines if dash else ["", *lines])
        yield document.with_text(text[:start] + block + text[node.end :])
        yield document.with_text(text[: node.start] + "{" + ", ".join(lines) + "}" + text[node.end :])


def _is_divided(made: Document, path: str, words: str, first: object, before: object) -> bool:
    """Whether the text has its old words, and the new ones behind them, and nothing else has changed."""
    now = tree(made)
    found = node_at(now, path)
    if not isinstance(found, Mapping) or len(found.entries) != 2:
        return False
    (_, old), (_, new) = found.entries
    return said(old) == first and _says(new, words) and _other(now, found) == before


def _other(root: Node | None, node: Node) -> object:
    """What the tree says besides one of its nodes."""
    if root is node:
        return None
    if isinstance(root, Sequence):
        return tuple(_other(item, node) for item in root.items)
    if isinstance(root, Mapping):
        return tuple((key.value, _other(item, node)) for key, item in root.entries)
    return said(root)
