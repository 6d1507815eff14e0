"""All values of a file of a deck with what they are to be: its nodes and the types of the fields, side by side.

They are found as load/convert.py goes by them, so that a file with a mistake in one place has its values in all others.
"""

import re
import types
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import PurePosixPath
from typing import Any, Union, get_args, get_origin

from msgspec import Meta, Struct, structs

from jn_presenter.elements import ELEMENTS
from jn_presenter.feeds import FEEDS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load.convert import kinds, short_field
from jn_presenter.load.feeds import ENDINGS, FILE
from jn_presenter.load.free import PLACE
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.slides import OWN, TITLE
from jn_presenter.model.deck import Briefing, Free, Slide, Theme
from jn_presenter.model.element import Element
from jn_presenter.model.fact import Fact, Source
from jn_presenter.model.feed import Feed
from jn_presenter.model.glossary import Term
from jn_presenter.model.layout import Slot
from jn_presenter.model.question import Expected
from jn_presenter.model.text import Message, Text
from jn_presenter.schema import kind_of
from jn_presenter.schema.words import notes

TYPE = "type"
OF_SLIDE = tuple(field for field in structs.fields(Slide) if field.name not in OWN)
LABEL_ENDS = re.compile(r"[：，；（。]|[:;,(]\s")
"""Where the first words of what is said of a field end: more would be too long for a label."""


class Leaf(Struct, frozen=True):
    """A value that is written: a text, a number, a word that is a field's, a feed, or a term of the glossary.

    path: in its file, as `points.2`. label: what it is, as 要点 2. type: Text, Decimal, str, Feed or Term. said: what
    is said of it and its bounds. key: the last part of the path that is no number.
    """

    path: str
    label: Message
    node: Node
    type: Any
    said: tuple[Meta, ...] = ()
    key: str = ""
    optional: bool = False
    """Whether a plain `null` may stand for it."""


class _Place(Struct, frozen=True):
    """A dotted path, and the words for it; what is said of the field that it is, or is an item of."""

    path: str = ""
    zh: str = ""
    en: str = ""
    said: tuple[Meta, ...] = ()
    name: str = ""
    optional: bool = False

    def key(self, key: str, about: Message | None = None, said: tuple[Meta, ...] = ()) -> "_Place":
        zh, en = self._and(about) if about else (self.zh, self.en)
        return _Place(under(self.path, key), zh, en, said, key)

    def item(self, number: int) -> "_Place":
        joint = "." if self.zh[-1:].isdigit() else " "
        zh, en = ((one + joint).lstrip() + str(number) for one in (self.zh, self.en))
        return _Place(under(self.path, str(number)), zh, en, self.said, self.name)

    def leaf(self, node: Node, hint: Any) -> Leaf:
        return Leaf(self.path, Message(self.zh, self.en), node, hint, self.said, self.name, self.optional)

    def _and(self, about: Message) -> tuple[str, str]:
        return " · ".join(filter(None, (self.zh, about.zh))), " · ".join(filter(None, (self.en, about.en)))


def leaves(file: str, root: Node | None) -> Iterator[Leaf]:
    """The values of a slide's file, a theme's, or of the briefing, facts, glossary or questions.

    file: its path from the deck's folder. root: what it says. None of a file of another kind.
    """
    find = OF_KINDS.get(kind_of(PurePosixPath(file)))
    if find is not None and isinstance(root, Mapping):
        yield from find(root)


def _of(node: Node, hint: Any, place: _Place) -> Iterator[Leaf]:
    """The leaves in a value of the annotated type."""
    inner, said = notes(hint)
    origin = get_origin(inner)
    if origin in (Union, types.UnionType):
        optional = structs.replace(place, optional=type(None) in get_args(inner))
        for member in get_args(inner):
            if member is not type(None) and type(node) in kinds(member):
                yield from _of(node, member, optional)
    elif inner in (Text, Decimal):
        yield structs.replace(place, said=(*place.said, *said)).leaf(node, inner)
    elif origin is tuple:
        yield from _many(node, get_args(inner), place)
    elif isinstance(inner, type) and issubclass(inner, Element):
        yield from _element(node, None if inner is Element else inner, place)
    elif inner is Feed:
        yield place.leaf(node, inner)
        yield from _struct(node, feed_class(node) if isinstance(node, Mapping) else None, place)
    elif isinstance(inner, type) and issubclass(inner, Struct):
        yield from _struct(node, inner, place)


def _fields(node: Mapping, listed: tuple[structs.FieldInfo, ...], place: _Place) -> Iterator[Leaf]:
    """The leaves in those keys of a mapping that are these fields."""
    by_key = {field.encode_name: field for field in listed}
    for key, value in node.entries:
        if (field := by_key.get(key.value)) is not None:
            inner, said = notes(field.type)
            there = place.key(key.value, label(said, key.value), said)
            if inner is str:
                yield there.leaf(value, inner)
            else:
                yield from _of(value, field.type, there)


@cache
def _listed(cls: type[Struct]) -> tuple[structs.FieldInfo, ...]:
    """The fields of a struct: to find them out takes longer than to read a slide."""
    return structs.fields(cls)


def _element(node: Node, default: type[Element] | None, place: _Place) -> Iterator[Leaf]:
    """The leaves of an element, whose class `type` names, or else its place."""
    named = node.get(TYPE) if isinstance(node, Mapping) else None
    cls = ELEMENTS.get(named.value) if isinstance(named, Scalar) else default
    if cls is None:
        return
    if isinstance(node, Mapping) and named is None and not _has_fields(node, cls):
        yield from _of(node, short_field(cls), place)
    else:
        yield from _struct(node, cls, place)


def _many(node: Node, members: tuple[Any, ...], place: _Place) -> Iterator[Leaf]:
    if isinstance(node, Mapping) and len(pair := get_args(members[0])) == 2:
        for key, value in node.entries:
            yield from _of(value, pair[1], place.key(key.value, Message(key.value, key.value)))
    elif isinstance(node, Sequence):
        for k, item in enumerate(node.items):
            hint = members[0] if len(members) < 2 or members[1] is Ellipsis else members[min(k, len(members) - 1)]
            yield from _of(item, hint, place.item(k + 1))


def _struct(node: Node, cls: type[Struct] | None, place: _Place) -> Iterator[Leaf]:
    if cls is not None and isinstance(node, Mapping):
        yield from _fields(node, _listed(cls), place)
    elif cls is not None and (hint := short_field(cls)) is not None:
        yield from _of(node, hint, place)


def _has_fields(node: Mapping, cls: type[Element]) -> bool:
    """Whether the mapping is of the class's fields, and not the value of its short one."""
    keys = {field.encode_name for field in _listed(cls)}
    return not cls.short or any(key.value in keys for key, _ in node.entries)


def label(said: tuple[Meta, ...], key: str) -> Message:
    """What a field is called: the first words of what is said of it, else its key."""
    found = next((note for note in said if note.description), None)
    if found is None:
        return Message(key, key)
    return Message(_first((found.extra or {}).get("zh", key)), _first(found.description or key))


def _first(words: str) -> str:
    return LABEL_ENDS.split(words, maxsplit=1)[0].strip().removeprefix("the ").removeprefix("a ")


def slots(root: Mapping) -> Iterator[tuple[Slot, Node]]:
    """The slots of a slide's layout that it fills, with what stands in them."""
    named = root.get("layout")
    layout = LAYOUTS.get(named.value) if isinstance(named, Scalar) else None
    for slot in layout.slots if layout else ():
        node = root.get(slot.name) if slot.name != TITLE else None
        if node is not None:
            yield slot, node


def slot_label(slot: Slot) -> Message:
    """What a slot is called."""
    return Message(_first(slot.doc.zh) or slot.name, _first(slot.doc.en) or slot.name)


def _slide(root: Mapping) -> Iterator[Leaf]:
    yield from _fields(root, OF_SLIDE, _Place())
    for slot, node in slots(root):
        default, place = ELEMENTS.get(slot.type), _Place().key(slot.name, slot_label(slot))
        if slot.many and isinstance(node, Sequence):
            for k, item in enumerate(node.items, 1):
                yield from _element(item, default, place.item(k))
        else:
            yield from _element(node, default, place)
    free = root.get("free")
    for k, item in enumerate(free.items if isinstance(free, Sequence) else (), 1):
        place = _Place().key("free", FREE).item(k)
        yield from _element(item, None, place)
        if isinstance(item, Mapping):
            yield from _fields(item, tuple(one for one in _listed(Free) if one.name not in PLACE), place)


FREE = Message("任意位置的元素", "placed anywhere")


def _facts(root: Mapping) -> Iterator[Leaf]:
    for section, cls in (("sources", Source), ("dues", None)):
        node = root.get(section)
        for key, value in node.entries if isinstance(node, Mapping) else ():
            place = _Place().key(section).key(key.value, Message(key.value, key.value))
            if cls is None:
                yield place.leaf(value, Text)
            elif isinstance(value, Mapping):
                yield from _fields(value, _listed(cls), place)
    listed = root.get("facts")
    for k, item in enumerate(listed.items if isinstance(listed, Sequence) else (), 1):
        if isinstance(item, Mapping):
            yield from leaves_of_fact(k, item)


def leaves_of_fact(number: int, node: Mapping) -> Iterator[Leaf]:
    """The values of one fact of facts.yaml. number: its place in the list, from 1."""
    named = node.get("id")
    name = named.value if isinstance(named, Scalar) else str(number)
    yield from _fields(node, _listed(Fact), _Place(f"facts.{number}", name, name))


def _glossary(root: Mapping) -> Iterator[Leaf]:
    """A term has its languages beside its other keys."""
    listed = root.get("terms")
    for k, item in enumerate(listed.items if isinstance(listed, Sequence) else (), 1):
        yield _Place("terms", "名称", "term").item(k).leaf(item, Term)


def _questions(root: Mapping) -> Iterator[Leaf]:
    listed = root.get("questions")
    for k, item in enumerate(listed.items if isinstance(listed, Sequence) else (), 1):
        yield from _of(item, Expected, _Place("questions", "问题", "question").item(k))


OF_KINDS: dict[str, Callable[[Mapping], Iterator[Leaf]]] = {
    "slide": _slide,
    "briefing": lambda root: _fields(root, _listed(Briefing), _Place()),
    "theme": lambda root: _fields(root, _listed(Theme), _Place()),
    "facts": _facts,
    "glossary": _glossary,
    "questions": _questions,
}


def feed_class(node: Node) -> type[Feed] | None:
    """The class of a feed, by its `type` or by how its file's name ends."""
    named, file = (node.get(TYPE), node.get(FILE)) if isinstance(node, Mapping) else (None, node)
    if isinstance(named, Scalar):
        return FEEDS.get(named.value)
    return FEEDS.get(ENDINGS.get(file.value.rpartition(".")[2].lower(), "")) if isinstance(file, Scalar) else None


def under(path: str, key: str) -> str:
    """A path that goes on by a key or a number."""
    return f"{path}.{key}" if path else key
