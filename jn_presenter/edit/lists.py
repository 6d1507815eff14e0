"""Names in a list of a YAML file: put in, taken out and moved with the comments that belong to them."""

from collections.abc import Callable
from collections.abc import Sequence as SequenceType

from jn_presenter.edit.document import Document, node_at, said, tree
from jn_presenter.edit.texts import with_text
from jn_presenter.load.lines import line_bounds
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence

Names = tuple[str, ...]


def names_in(document: Document, path: str) -> Names | None:
    """The names of the list at `path`, None where there is no such list of names."""
    node = node_at(tree(document), path)
    if not isinstance(node, Sequence):
        return None
    names = tuple(item.value for item in node.items if isinstance(item, Scalar))
    return names if len(names) == len(node.items) else None


def with_name(document: Document, path: str, place: int, name: str) -> Document | None:
    """The document with one more name in its list, before the one at `place` (from 0), or behind the last."""
    names = names_in(document, path)
    if names is None:
        return None
    place = max(0, min(place, len(names)))
    wanted = (*names[:place], name, *names[place:])
    return _proved(document, path, wanted, lambda node, text: _put(document, node, text, place, name))


def without_name(document: Document, path: str, name: str) -> Document | None:
    """The document without a name of its list; its comment goes with it. An only name leaves `[]`."""
    names = names_in(document, path)
    if names is None or name not in names:
        return None
    at = names.index(name)
    wanted = names[:at] + names[at + 1 :]
    return _proved(document, path, wanted, lambda node, text: _taken(document, node, text, at))


def with_moved(document: Document, path: str, name: str, place: int) -> Document | None:
    """The document with a name at another place of its list, counted without the name itself."""
    names = names_in(document, path)
    if names is None or name not in names:
        return None
    at = names.index(name)
    rest = names[:at] + names[at + 1 :]
    place = max(0, min(place, len(rest)))
    wanted = (*rest[:place], name, *rest[place:])
    if wanted == names:
        return document
    return _proved(document, path, wanted, lambda node, text: _moved(node, text, at, place))


def with_renamed(document: Document, path: str, name: str, new: str) -> Document | None:
    """The document with another name in the same place of its list."""
    names = names_in(document, path)
    if names is None or name not in names:
        return None
    return with_text(document, f"{path}.{names.index(name) + 1}", new)


def _proved(
    document: Document, path: str, wanted: SequenceType[str], made: Callable[[Sequence, str], str]
) -> Document | None:
    """What was made, if it reads the same but for the names of that list."""
    root = tree(document)
    node = node_at(root, path)
    assert isinstance(node, Sequence)
    edited = document.with_text(made(node, document.text))
    after = tree(edited)
    if after is None or names_in(edited, path) != tuple(wanted):
        return None
    return edited if _besides(root, node) == _besides(after, node_at(after, path)) else None


def _besides(root: Node | None, node: Node | None) -> object:
    """What the tree says besides one of its nodes."""
    if root is node:
        return None
    if isinstance(root, Sequence):
        return tuple(_besides(item, node) for item in root.items)
    if isinstance(root, Mapping):
        return tuple((key.value, _besides(item, node)) for key, item in root.entries)
    return said(root)


def _in_brackets(node: Sequence, text: str) -> bool:
    return text[node.start] == "["


def _put(document: Document, node: Sequence, text: str, place: int, name: str) -> str:
    items = node.items
    if _in_brackets(node, text):
        if not items:
            return text[: node.start] + f"[{name}]" + text[node.end :]
        if place < len(items):
            at = items[place].start
            return f"{text[:at]}{name}, {text[at:]}"
        at = items[-1].end
        return f"{text[:at]}, {name}{text[at:]}"
    chunks = _chunks(node, text)
    neighbour = items[min(place, len(items) - 1)].start
    begin, _ = line_bounds(text, neighbour)
    line = text[begin:neighbour] + name + document.newline
    return _joined(text, chunks, [*_parts(text, chunks[:place]), line, *_parts(text, chunks[place:])])


def _taken(document: Document, node: Sequence, text: str, at: int) -> str:
    items = node.items
    if _in_brackets(node, text):
        if len(items) == 1:
            return text[: node.start] + "[]" + text[node.end :]
        if at + 1 < len(items):
            return text[: items[at].start] + text[items[at + 1].start :]
        return text[: items[at - 1].end] + text[items[at].end :]
    chunks = _chunks(node, text)
    if len(items) == 1:
        begin, end = chunks[0]
        depth = max(1, len(text[begin:end]) - len(text[begin:end].lstrip(" ")))
        return text[:begin] + " " * depth + "[]" + document.newline + text[end:]
    return _joined(text, chunks, [part for k, part in enumerate(_parts(text, chunks)) if k != at])


def _moved(node: Sequence, text: str, at: int, place: int) -> str:
    if _in_brackets(node, text):
        words = [text[item.start : item.end] for item in node.items]
        words.insert(place, words.pop(at))
        made = text[: node.items[0].start]
        for k, word in enumerate(words):
            behind = node.items[k + 1].start if k + 1 < len(words) else node.items[k].end
            made += word + text[node.items[k].end : behind]
        return made + text[node.items[-1].end :]
    chunks = _chunks(node, text)
    parts = _parts(text, chunks)
    parts.insert(place, parts.pop(at))
    return _joined(text, chunks, parts)


def _chunks(node: Sequence, text: str) -> list[tuple[int, int]]:
    """The lines of each item of a list of lines, with the comments right above it; those above the first stay there."""
    begins = [line_bounds(text, item.start)[0] for item in node.items]
    ends = [_next_line(text, item.end) for item in node.items]
    return [(begins[0], ends[0]), *((ends[k - 1], ends[k]) for k in range(1, len(begins)))]


def _next_line(text: str, at: int) -> int:
    """Where the next line begins, or the text ends."""
    _, end = line_bounds(text, at)
    return end + 2 if text.startswith("\r\n", end) else min(end + 1, len(text))


def _parts(text: str, chunks: SequenceType[tuple[int, int]]) -> list[str]:
    """The characters of each chunk."""
    return [text[begin:end] for begin, end in chunks]


def _joined(text: str, chunks: SequenceType[tuple[int, int]], parts: SequenceType[str]) -> str:
    """The text with these lines instead; a last line without its end gets one where it no longer is the last."""
    begin, end = chunks[0][0], chunks[-1][1]
    newline = "\r\n" if "\r\n" in text else "\n"
    whole = [part if part.endswith(("\n", "\r")) else part + newline for part in parts]
    made = "".join(whole)
    if end == len(text) and text[-1:] not in ("\n", "\r"):
        made = made.removesuffix(newline)
    return text[:begin] + made + text[end:]
