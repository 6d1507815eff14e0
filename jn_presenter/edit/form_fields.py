"""What a form is made of: fields with what they say, tables of cells, and the facts that a slide shows."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from jn_presenter.edit.csv_cells import Place
from jn_presenter.model.fact import Kind as FactKind
from jn_presenter.model.text import PLAIN, Message

Kind = Literal["line", "long", "number", "date", "cell"]


class Field(Struct, frozen=True, kw_only=True):
    """One value that a person may write.

    file, path: of the scalar that says it, as `points.2.zh`; of a cell of a CSV file `cell` instead, and the feed's
    `encoding`. text: the path of the text of which this is one language; `absent` where it has no words in it yet.
    start: its first character in the file's text; -1 where there is none. least, most: bounds of a number, both of them
    allowed. optional: whether it may be left empty. reads: what an audience reads of a text. room: for how
    many its place has room on every screen, where that is known.
    """

    file: str
    path: str
    kind: Kind
    label: Message
    value: str
    language: str = PLAIN
    text: str = ""
    absent: bool = False
    start: int = -1
    least: Decimal | None = None
    most: Decimal | None = None
    optional: bool = False
    reads: str = ""
    room: int | None = None
    cell: Place | None = None
    encoding: str = ""


class Entry(Struct, frozen=True):
    """What is written of one thing: a field, or one for each language. label: empty where the section's says it all."""

    label: Message
    fields: tuple[Field, ...]


class Grid(Struct, frozen=True, kw_only=True):
    """A table of data. rows: a cell each, None where nothing can be written. file: the file of data; empty for rows
    that stand in the slide. closed: why it cannot be edited here; empty where it can.
    """

    path: str
    names: tuple[str, ...] = ()
    rows: tuple[tuple[Field | None, ...], ...] = ()
    file: str = ""
    closed: Message = Message("", "")


class Section(Struct, frozen=True):
    """What belongs together: a key of the slide, or one of several elements in a slot. path: of it in the file."""

    path: str
    label: Message
    parts: tuple[Entry | Grid, ...]


class FactPart(Struct, frozen=True, kw_only=True):
    """A fact that the slide shows. reads: what its figure is on a slide. dated: its date, or that none is given.

    elements: the paths of what of the slide shows it. elsewhere: other slides that do, by id and title. note: what
    cannot be edited of it here.
    """

    id: str
    kind: FactKind
    label: Message
    reads: Message
    source: Message
    dated: Message
    entries: tuple[Entry, ...]
    elements: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, Message], ...] = ()
    note: Message = Message("", "")


class Form(Struct, frozen=True):
    """All that can be written in a file."""

    file: str
    sections: tuple[Section, ...]
