"""All texts of a file of a deck: where the words of each language stand, and what they are to an editor.

They are found by the types of the fields, as load/convert.py goes by them, so that a file with a mistake in one place
has its texts in all others.
"""

import re
import types
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Union, get_args, get_origin

from msgspec import Meta, Struct, structs

from jn_presenter.edit.document import Document, tree
from jn_presenter.elements import ELEMENTS
from jn_presenter.feeds import FEEDS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load.convert import kinds, short_field
from jn_presenter.load.feeds import ENDINGS, FILE
from jn_presenter.load.free import PLACE
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.slides import OWN, TITLE
from jn_presenter.load.words import absent
from jn_presenter.model.deck import Briefing, Free, Slide, Theme
from jn_presenter.model.element import Element
from jn_presenter.model.fact import Fact, Source
from jn_presenter.model.feed import Feed
from jn_presenter.model.problem import Span
from jn_presenter.model.question import Expected
from jn_presenter.model.text import PLAIN, Message, Text
from jn_presenter.schema import kind_of
from jn_presenter.schema.words import notes

TYPE = "type"
OF_SLIDE = tuple(field for field in structs.fields(Slide) if field.name not in OWN)
LABEL_ENDS = re.compile(r"[：，；（。]|[:;,(]\s")
"""Where the first words of what is said of a field end: more would be too long for a label."""


class Wording(Struct, frozen=True):
    """The words of a text in one language. language: empty for those that read the same in all.

    path: of the scalar in its file, as `points.2.zh`. words: as the deck has them, line ends as `\\n`.
    """

    language: str
    path: str
    words: str
    span: Span


class TextOf(Struct, frozen=True):
    """One text. path: of the value in its file, as `points.2`. label: what it is, as 要点 2."""

    path: str
    label: Message
    span: Span
    wordings: tuple[Wording, ...]

    def get(self, language: str) -> Wording | None:
        """The words of exactly that language."""
        return next((one for one in self.wordings if one.language == language), None)


class _Place(Struct, frozen=True):
    """A dotted path, and the words for it."""

    path: str = ""
    zh: str = ""
    en: str = ""

    def key(self, key: str, about: Message | None = None) -> "_Place":
        return _Place(_under(self.path, key), *(self._and(about) if about else (self.zh, self.en)))

    def item(self, number: int) -> "_Place":
        joint = "." if self.zh[-1:].isdigit() else " "
        words = ((one + joint).lstrip() + str(number) for one in (self.zh, self.en))
        return _Place(_under(self.path, str(number)), *words)

    def _and(self, about: Message) -> tuple[str, str]:
        return " · ".join(filter(None, (self.zh, about.zh))), " · ".join(filter(None, (self.en, about.en)))


def texts_of(document: Document, languages: tuple[str, ...]) -> tuple[TextOf, ...]:
    """The texts of a slide's file, a theme's, or of the briefing, facts, glossary or questions, as they stand in it.

    languages: the briefing's. None of a file that cannot be read as YAML.
    """
    root = tree(document)
    find = OF_KINDS.get(kind_of(PurePosixPath(document.file)))
    if find is None or not isinstance(root, Mapping):
        return ()
    walk = _Walk(languages)
    return tuple(sorted(find(walk, root), key=lambda text: text.span.start))


class _Walk:
    """Goes through the nodes of a file and the types that they are to have, side by side."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages

    def of(self, node: Node, hint: Any, place: _Place) -> Iterator[TextOf]:
        """The texts in a value of the annotated type."""
        inner, _ = notes(hint)
        origin = get_origin(inner)
        if origin in (Union, types.UnionType):
            yield from self._of_either(node, get_args(inner), place)
        elif inner is Text:
            yield from self.text(node, place)
        elif origin is tuple:
            yield from self._many(node, get_args(inner), place)
        elif isinstance(inner, type) and issubclass(inner, Element):
            yield from self.element(node, None if inner is Element else inner, place)
        elif inner is Feed:
            yield from self._struct(node, _feed(node), place)
        elif isinstance(inner, type) and issubclass(inner, Struct):
            yield from self._struct(node, inner, place)

    def fields(self, node: Mapping, listed: tuple[structs.FieldInfo, ...], place: _Place) -> Iterator[TextOf]:
        """The texts in those keys of a mapping that are these fields."""
        by_key = {field.encode_name: field for field in listed}
        for key, value in node.entries:
            if (field := by_key.get(key.value)) is not None:
                _, said = notes(field.type)
                yield from self.of(value, field.type, place.key(key.value, label(said, key.value)))

    def element(self, node: Node, default: type[Element] | None, place: _Place) -> Iterator[TextOf]:
        """The texts of an element, whose class `type` names, or else its place."""
        named = node.get(TYPE) if isinstance(node, Mapping) else None
        cls = ELEMENTS.get(named.value) if isinstance(named, Scalar) else default
        if cls is None:
            return
        if isinstance(node, Mapping) and named is None and not self._has_fields(node, cls):
            yield from self.of(node, short_field(cls), place)
        else:
            yield from self._struct(node, cls, place)

    def text(self, node: Node, place: _Place) -> Iterator[TextOf]:
        """The text itself; none where there are no words of it."""
        wordings = self.wordings(node, place.path)
        if isinstance(node, Scalar) and not absent(node):
            wordings = (_wording(node, PLAIN, place.path),)
        if wordings:
            yield TextOf(place.path, Message(place.zh, place.en), _span(node), wordings)

    def wordings(self, node: Node, path: str) -> tuple[Wording, ...]:
        """The words under those keys of a mapping that are languages."""
        entries = node.entries if isinstance(node, Mapping) else ()
        return tuple(
            _wording(value, key.value, _under(path, key.value))
            for key, value in entries
            if key.value in self.languages and isinstance(value, Scalar)
        )

    def _of_either(self, node: Node, members: tuple[Any, ...], place: _Place) -> Iterator[TextOf]:
        for member in members:
            if member is not type(None) and type(node) in kinds(member):
                yield from self.of(node, member, place)

    def _many(self, node: Node, members: tuple[Any, ...], place: _Place) -> Iterator[TextOf]:
        if isinstance(node, Mapping) and len(pair := get_args(members[0])) == 2:
            for key, value in node.entries:
                yield from self.of(value, pair[1], place.key(key.value, Message(key.value, key.value)))
        elif isinstance(node, Sequence):
            for k, item in enumerate(node.items):
                hint = members[0] if len(members) < 2 or members[1] is Ellipsis else members[min(k, len(members) - 1)]
                yield from self.of(item, hint, place.item(k + 1))

    def _struct(self, node: Node, cls: type[Struct] | None, place: _Place) -> Iterator[TextOf]:
        if cls is not None and isinstance(node, Mapping):
            yield from self.fields(node, structs.fields(cls), place)
        elif cls is not None and (hint := short_field(cls)) is not None:
            yield from self.of(node, hint, place)

    def _has_fields(self, node: Mapping, cls: type[Element]) -> bool:
        """Whether the mapping is of the class's fields, and not the value of its short one."""
        keys = {field.encode_name for field in structs.fields(cls)}
        return not cls.short or any(key.value in keys for key, _ in node.entries)


def label(said: tuple[Meta, ...], key: str) -> Message:
    """What a field is called: the first words of what is said of it, else its key."""
    found = next((note for note in said if note.description), None)
    if found is None:
        return Message(key, key)
    return Message(_first((found.extra or {}).get("zh", key)), _first(found.description or key))


def _first(words: str) -> str:
    return LABEL_ENDS.split(words, maxsplit=1)[0].strip().removeprefix("the ").removeprefix("a ")


def _slide(walk: _Walk, root: Mapping) -> Iterator[TextOf]:
    yield from walk.fields(root, OF_SLIDE, _Place())
    named = root.get("layout")
    layout = LAYOUTS.get(named.value) if isinstance(named, Scalar) else None
    for slot in layout.slots if layout else ():
        node = root.get(slot.name) if slot.name != TITLE else None
        default = ELEMENTS.get(slot.type)
        place = _Place().key(slot.name, Message(_first(slot.doc.zh) or slot.name, _first(slot.doc.en) or slot.name))
        if slot.many and isinstance(node, Sequence):
            for k, item in enumerate(node.items, 1):
                yield from walk.element(item, default, place.item(k))
        elif node is not None:
            yield from walk.element(node, default, place)
    free, about = root.get("free"), Message("任意位置的元素", "placed anywhere")
    for k, item in enumerate(free.items if isinstance(free, Sequence) else (), 1):
        place = _Place().key("free", about).item(k)
        yield from walk.element(item, None, place)
        if isinstance(item, Mapping):
            yield from walk.fields(item, tuple(one for one in structs.fields(Free) if one.name not in PLACE), place)


def _facts(walk: _Walk, root: Mapping) -> Iterator[TextOf]:
    for section, cls in (("sources", Source), ("dues", None)):
        node = root.get(section)
        for key, value in node.entries if isinstance(node, Mapping) else ():
            place = _Place().key(section).key(key.value, Message(key.value, key.value))
            if cls is None:
                yield from walk.text(value, place)
            elif isinstance(value, Mapping):
                yield from walk.fields(value, structs.fields(cls), place)
    listed = root.get("facts")
    for k, item in enumerate(listed.items if isinstance(listed, Sequence) else (), 1):
        if isinstance(item, Mapping):
            named = item.get("id")
            name = named.value if isinstance(named, Scalar) else str(k)
            place = _Place(f"facts.{k}", name, name)
            yield from walk.fields(item, structs.fields(Fact), place)


def _glossary(walk: _Walk, root: Mapping) -> Iterator[TextOf]:
    """A term has its languages beside its other keys."""
    listed = root.get("terms")
    for k, item in enumerate(listed.items if isinstance(listed, Sequence) else (), 1):
        place = _Place("terms", "名称", "term").item(k)
        if wordings := walk.wordings(item, place.path):
            yield TextOf(place.path, Message(place.zh, place.en), _span(item), wordings)


def _questions(walk: _Walk, root: Mapping) -> Iterator[TextOf]:
    listed = root.get("questions")
    for k, item in enumerate(listed.items if isinstance(listed, Sequence) else (), 1):
        yield from walk.of(item, Expected, _Place("questions", "问题", "question").item(k))


OF_KINDS = {
    "slide": _slide,
    "briefing": lambda walk, root: walk.fields(root, structs.fields(Briefing), _Place()),
    "theme": lambda walk, root: walk.fields(root, structs.fields(Theme), _Place()),
    "facts": _facts,
    "glossary": _glossary,
    "questions": _questions,
}


def _feed(node: Node) -> type[Feed] | None:
    """The class of a feed that is written as a mapping: a bare path has no texts."""
    if not isinstance(node, Mapping):
        return None
    named, file = node.get(TYPE), node.get(FILE)
    if isinstance(named, Scalar):
        return FEEDS.get(named.value)
    return FEEDS.get(ENDINGS.get(file.value.rpartition(".")[2].lower(), "")) if isinstance(file, Scalar) else None


def _wording(node: Scalar, language: str, path: str) -> Wording:
    words = node.value.rstrip("\n") if node.style in ("|", ">") else node.value
    return Wording(language, path, words, _span(node))


def _span(node: Node) -> Span:
    return Span(node.line, node.column, node.start, node.end)


def _under(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
