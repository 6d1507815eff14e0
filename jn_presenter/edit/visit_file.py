"""The file of a visit written for the first time, or changed: of one that is there no more than what was changed."""

from collections.abc import Mapping

from jn_presenter.edit.document import Document, said, tree
from jn_presenter.edit.keys import end_of_value, ways, without_key
from jn_presenter.edit.texts import INDENT, with_texts
from jn_presenter.edit.visit_draft import BARE, Tree, leaves_of
from jn_presenter.load.lines import line_bounds
from jn_presenter.load.nodes import Mapping as MappingNode
from jn_presenter.load.nodes import Node, Scalar, Sequence


def visit_text(keys: Mapping[str, Tree], newline: str = "\n") -> str:
    """The whole file, a key a line or block, without its first line for editors."""
    return "".join(_entry(key, value, 0, newline) for key, value in keys.items())


def changed(document: Document, before: Mapping[str, Tree], after: Mapping[str, Tree]) -> Document | None:
    """The document, which says `before`, so that it says `after`; None where it cannot without touching other things.

    Comments stay, but for those within a list or a text whose parts became more or fewer.
    """
    found: Document | None = document
    for key in before:
        if key not in after and found is not None:
            found = without_key(found, "", key)
    order = tuple(after)
    for k, key in enumerate(order):
        if found is None or before.get(key) == after[key]:
            continue
        root = tree(found)
        node = root.get(key) if isinstance(root, MappingNode) else None
        if node is None:
            found = _put_in(found, key, after[key], tuple(reversed(order[:k])))
        else:
            as_read = key in before and _told(node) == _meant(before[key])
            same = _in_place(found, key, before[key], after[key]) if as_read else None
            found = same or _anew(found, key, after[key])
    return found


def _in_place(document: Document, key: str, before: Tree, after: Tree) -> Document | None:
    """With other characters for its scalars alone, where it has the same parts."""
    old, new = dict(leaves_of(before, key)), dict(leaves_of(after, key))
    if old.keys() != new.keys():
        return None
    return with_texts(document, {path: new[path] for path in new if old[path] != new[path]}, bare=key in BARE)


def _anew(document: Document, key: str, value: Tree) -> Document | None:
    """With all lines of the key written anew."""
    root = tree(document)
    if not isinstance(root, MappingNode):
        return None
    entry = next(((name, node) for name, node in root.entries if name.value == key), None)
    if entry is None:
        return None
    begin, _ = line_bounds(document.text, entry[0].start)
    _, end = line_bounds(document.text, end_of_value(document.text, entry[1]))
    written = _entry(key, value, 0, document.newline).removesuffix(document.newline)
    return _proved(document, document.with_text(document.text[:begin] + written + document.text[end:]), key, value)


def _put_in(document: Document, key: str, value: Tree, earlier: tuple[str, ...]) -> Document | None:
    """With one more key, behind the first of `earlier` that is there, else at the head of the file's keys."""
    root = tree(document)
    if not isinstance(root, MappingNode) or not root.entries:
        return None
    text, newline = document.text, document.newline
    node = next((found for name in earlier if (found := root.get(name)) is not None), None)
    written = _entry(key, value, 0, newline)
    if node is None:
        begin, _ = line_bounds(text, root.entries[0][0].start)
        return _proved(document, document.with_text(text[:begin] + written + text[begin:]), key, value)
    _, end = line_bounds(text, end_of_value(text, node))
    made = text[:end] + newline + written.removesuffix(newline) + text[end:]
    return _proved(document, document.with_text(made), key, value)


def _proved(document: Document, made: Document, key: str, value: Tree) -> Document | None:
    """What was made, if it says this for the key and all else as before."""
    old, new = tree(document), tree(made)
    if not isinstance(old, MappingNode) or not isinstance(new, MappingNode):
        return None
    others = [[(name.value, said(node)) for name, node in one.entries if name.value != key] for one in (old, new)]
    return made if _told(new.get(key)) == _meant(value) and others[0] == others[1] else None


def _told(node: Node | None) -> object:
    """What a node says, however it is quoted."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return tuple(map(_told, node.items))
    return tuple((key.value, _told(part)) for key, part in node.entries) if isinstance(node, MappingNode) else None


def _meant(value: Tree) -> object:
    """The same of what is to be said."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return tuple((key, _meant(part)) for key, part in value.items())
    return tuple(map(_meant, value))


def _entry(key: str, value: Tree, indent: int, newline: str) -> str:
    """A key with its value, on lines of its own."""
    head = f"{' ' * indent}{key}:"
    if isinstance(value, str):
        return f"{head} {next(ways(value, indent, newline, number=key in BARE))}{newline}"
    return head + newline + _block(value, indent + INDENT, newline)


def _block(value: Tree, indent: int, newline: str) -> str:
    """A list or mapping on lines of its own, that far in."""
    if isinstance(value, str):
        return f"{' ' * indent}{next(ways(value, indent, newline))}{newline}"
    if isinstance(value, Mapping):
        return "".join(_entry(key, part, indent, newline) for key, part in value.items())
    dash = " " * indent + "- "
    parts = (_block(part, indent + INDENT, newline) for part in value)
    return "".join(dash + part[len(dash) :] for part in parts)
