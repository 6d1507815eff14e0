"""The form of a file: all that a person may write in it, in the order of the file."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingType
from decimal import Decimal
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct

from jn_presenter.draw.resolve import resolve
from jn_presenter.edit.changes import Read
from jn_presenter.edit.form_cells import grid_of, grid_of_pairs, pairs_of
from jn_presenter.edit.form_fields import Entry, Field, Form, Grid, Kind, Section
from jn_presenter.edit.leaves import FREE, OF_SLIDE, Leaf, label, leaves, slot_label, slots, under
from jn_presenter.edit.limits import Room, limit, rooms
from jn_presenter.edit.texts_of import wordings
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.reader import read as read_yaml
from jn_presenter.load.reading import Context, Reading
from jn_presenter.load.words import absent
from jn_presenter.model.deck import Deck
from jn_presenter.model.fact import Facts
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message, Text
from jn_presenter.schema.words import notes

LAST = ("notes", "minutes")
"""Keys of a slide that are below what is seen of it."""
NOTES = "notes"
LONG = frozenset({NOTES})
UNIT = "unit"
Rooms: TypeAlias = MappingType[str, tuple[Room, ...]]


class Page(Struct, frozen=True):
    """A file with what is to be known of its deck. rooms: how much room its texts have, by their paths."""

    file: str
    languages: tuple[str, ...]
    facts: Facts
    rooms: Rooms = {}


def form_of(read: Read, file: str, deck: Deck) -> Form | Problem:
    """What can be written in a file of the deck, or the first problem of one that cannot be read."""
    data = read(file)
    reading = Reading(file, Context(folder=""))
    root = read_yaml(data if data is not None else b"", reading)
    if reading.problems or data is None:
        return reading.problems[0] if reading.problems else _gone(file)
    slide = deck.slides.get(file.removesuffix(".yaml"))
    page = Page(file, deck.briefing.languages, deck.facts, rooms(slide) if slide is not None else {})
    titles = _titles(root)
    found: dict[str, list[Leaf]] = {}
    for leaf in (*leaves(file, root), *_lacking(root)):
        found.setdefault(_section(leaf.path, titles), []).append(leaf)
    sections = (
        Section(
            path,
            _label(path, titles, own),
            tuple(_parts(own, _label(path, titles, own), read, page)),
        )
        for path, own in found.items()
    )
    return Form(file, tuple(sorted((one for one in sections if one.parts), key=lambda one: _place(one.path))))


def fields_of(form: Form) -> Iterator[Field]:
    """All fields of a form, those of its tables as well."""
    for part in (part for section in form.sections for part in section.parts):
        if isinstance(part, Entry):
            yield from part.fields
        else:
            yield from (field for row in part.rows for field in row if field is not None)


def entries_of(found: Iterable[Leaf], page: Page, heading: Message) -> Iterator[Entry]:
    """The entries of texts, numbers and dates. heading: what need not be said again in their labels."""
    for leaf in found:
        fields = tuple(_fields(leaf, page))
        if fields:
            yield Entry(_without(leaf.label, heading), fields)


def _lacking(root: Node | None) -> Iterator[Leaf]:
    """The notes of a slide that has none yet, which whoever rehearses will want to write."""
    if isinstance(root, Mapping) and root.get("layout") is not None and root.get(NOTES) is None:
        said = next(notes(field.type)[1] for field in OF_SLIDE if field.name == NOTES)
        yield Leaf(
            NOTES, label(said, NOTES), Mapping((), root.line, root.column, root.start, root.start), Text, said, NOTES
        )


def _parts(own: list[Leaf], heading: Message, read: Read, page: Page) -> Iterator[Entry | Grid]:
    shown = [leaf for leaf in own if not _is_unit(leaf, page.facts)]
    for pair, group in groupby(shown, key=pairs_of):
        if pair:
            yield grid_of_pairs(pair, tuple(group), page.file)
            continue
        for leaf in group:
            if (grid := grid_of(leaf, read, page.file)) is not None:
                yield grid
            else:
                yield from entries_of((leaf,), page, heading)


def _fields(leaf: Leaf, page: Page) -> Iterator[Field]:
    node = leaf.node
    if leaf.type is Decimal and isinstance(node, Scalar):
        least = [bound for note in leaf.said for bound in (note.ge, note.gt) if bound is not None]
        most = [bound for note in leaf.said for bound in (note.le, note.lt) if bound is not None]
        yield Field(
            file=page.file,
            path=leaf.path,
            kind="number",
            label=leaf.label,
            value="" if absent(node) else node.value,
            start=node.start,
            least=Decimal(str(max(least))) if least else None,
            most=Decimal(str(min(most))) if most else None,
            optional=leaf.optional,
        )
    elif leaf.type is Text:
        yield from _texts(leaf, page)


def _texts(leaf: Leaf, page: Page) -> Iterator[Field]:
    """A field for each language, in the briefing's order; one for all of a text that reads the same in all."""
    there = {one.language: one for one in wordings(leaf, page.languages)}
    kind: Kind = "long" if leaf.key in LONG else "line"
    for language in page.languages if isinstance(leaf.node, Mapping) else there:
        said = there.get(language)
        yield Field(
            file=page.file,
            path=said.path if said else under(leaf.path, language),
            kind=kind,
            label=leaf.label,
            value=said.words if said else "",
            language=language,
            text=leaf.path,
            absent=said is None,
            start=said.span.start if said else leaf.node.start,
            reads=_reads(said.words, language, page) if said else "",
            room=limit(leaf.path, language or page.languages[0], page.rooms) if _is_known(leaf, page) else None,
        )


def _reads(words: str, language: str, page: Page) -> str:
    """What an audience reads, with figures for references and without marks."""
    return resolve(Text(((language, words),)), page.facts, (language or page.languages[0],))[0].plain


def _is_known(leaf: Leaf, page: Page) -> bool:
    """Whether it is known how much room the text has: else what could be said would be a guess."""
    return leaf.path in page.rooms or leaf.path.rpartition(".")[0] in page.rooms


def _is_unit(leaf: Leaf, facts: Facts) -> bool:
    """Whether it names a unit of the deck, which is no text."""
    return leaf.key == UNIT and isinstance(leaf.node, Scalar) and leaf.node.value in facts.units


def _titles(root: Node | None) -> dict[str, Message]:
    """The slots of a slide that hold one element or several, with what they are called."""
    if not isinstance(root, Mapping):
        return {}
    titles = {"free": FREE}
    for slot, node in slots(root):
        titles[slot.name + "." if slot.many and isinstance(node, Sequence) else slot.name] = slot_label(slot)
    titles["free."] = FREE
    return titles


def _section(path: str, titles: dict[str, Message]) -> str:
    """The part of a path by which things belong together: its first key, with the number of an element in a slot."""
    key, _, rest = path.partition(".")
    return under(key, rest.partition(".")[0]) if key + "." in titles else key


def _label(path: str, titles: dict[str, Message], own: list[Leaf]) -> Message:
    key, _, number = path.partition(".")
    if number:
        title = titles[key + "."]
        return Message(f"{title.zh} {number}", f"{title.en} {number}")
    return titles.get(key) or own[0].label


def _without(label: Message, heading: Message) -> Message:
    """What a label says beyond the heading above it."""
    return Message(label.zh.removeprefix(heading.zh).lstrip(" ·."), label.en.removeprefix(heading.en).lstrip(" ·."))


def _place(path: str) -> int:
    return LAST.index(path) + 1 if path in LAST else 0


def _gone(file: str) -> Problem:
    message = Message(f"没有文件 {file}", f"there is no file {file}")
    return Problem(
        file=file, line=1, column=1, severity="error", code="missing", message=message, hint=Message("", ""), excerpt=""
    )
