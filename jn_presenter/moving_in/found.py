"""What was found in a file that is imported: slides with words, tables, charts and pictures, and what stays out."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from jn_presenter.draw.remainder import REFERENCE
from jn_presenter.model.text import Message

MOST_SLIDES = 1000
MOST_LINES = 400
"""Of a slide; what is beyond is listed as left out."""
LONGEST = 2000
"""Characters of a paragraph."""
SPACES = re.compile(r"[ \t\v\f\r\u00a0\u3000]+")
WRITTEN_OUT = re.compile(r"_x00[01][0-9A-Fa-f]_")
"""How Office writes a control character."""

Kind = Literal["", "cover", "section", "quote"]
"""What a slide is by its form; most are none of these."""
Advance = Callable[[int, int], None]
"""(parts done, parts in all) of a long work."""


class ImportFileError(Exception):
    """The file cannot be used: why, and what to do about it."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


class Line(Struct, frozen=True):
    """A paragraph and how far in it stands, from 0."""

    words: str
    level: int = 0


class Words(Struct, frozen=True):
    """Paragraphs that belong together, as those of one text box."""

    lines: tuple[Line, ...]


class Grid(Struct, frozen=True):
    """A table: its heads, which may be none, and its rows, all of one length."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Figures(Struct, frozen=True):
    """A chart: our element for it, the names of its columns, and a row a category: its name, then a figure a column."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mode: str = ""
    title: str = ""
    unit: str = ""


class Shown(Struct, frozen=True):
    """A picture that can be shown: the file's bytes, its suffix with the dot, and what is to be seen in words."""

    data: bytes
    suffix: str
    alt: str = ""


Block = Words | Grid | Figures | Shown


class Sheet(Struct, frozen=True, kw_only=True):
    """One slide of the file, its blocks in the order in which they are read."""

    number: int
    """In the file, from 1."""
    title: str = ""
    subtitle: str = ""
    kind: Kind = ""
    blocks: tuple[Block, ...] = ()
    notes: str = ""
    hidden: bool = False
    left: tuple[Message, ...] = ()
    """What of it is not carried over."""


class Part(Struct, frozen=True):
    """Slides that belong together: a theme."""

    title: str
    sheets: tuple[Sheet, ...]


class Found(Struct, frozen=True, kw_only=True):
    """All of a file."""

    title: str
    parts: tuple[Part, ...]
    left: tuple[Message, ...] = ()
    """What is not carried over of the whole."""


def clean(words: str) -> str:
    """Words on one line, without what is not printed, and with nothing that a deck reads as a sign of its own."""
    kept = "".join(_printed(character) for character in WRITTEN_OUT.sub(" ", words))
    kept = SPACES.sub(" ", kept.replace("\n", " ")).strip()[:LONGEST]
    return REFERENCE.sub("<<", re.sub("={2,}", lambda signs: "＝" * len(signs[0]), kept))


def _printed(character: str) -> str:
    """The character, a space for one that only separates, nothing for one that no font has."""
    kind = unicodedata.category(character)
    if kind[0] != "C":
        return " " if kind in ("Zl", "Zp") else character
    return " " if character in "\t\n\v\f\r" else ""


def emphasised(runs: list[tuple[str, bool]]) -> str:
    """The words of a paragraph: what is bold in it is emphasised, unless all of it is."""
    joined: list[tuple[str, bool]] = []
    for words, bold in runs:
        if joined and (joined[-1][1] == bold or not words.strip()):
            joined[-1] = (joined[-1][0] + words, joined[-1][1])
        elif words:
            joined.append((words, bold))
    if all(bold or not words.strip() for words, bold in joined):
        return clean("".join(words for words, _ in joined))
    parts: list[str] = []
    for words, bold in joined:
        said = clean(words)
        before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        edge = (" " if before else "", " " if after else "")
        parts.append(f"{edge[0]}=={said}=={edge[1]}" if bold and said else f"{edge[0]}{said}{edge[1]}" if said else " ")
    return SPACES.sub(" ", "".join(parts)).strip()


def strings(sheet: Sheet) -> Iterator[str]:
    """All words of a slide that an audience reads."""
    yield sheet.title
    yield sheet.subtitle
    for block in sheet.blocks:
        match block:
            case Words():
                yield from (line.words for line in block.lines)
            case Grid():
                yield from block.heads
                yield from (cell for row in block.rows for cell in row)
            case Figures():
                yield from (block.title, block.unit)
                yield from (row[0] for row in block.rows)
            case Shown():
                yield block.alt


def language_of(found: Found) -> str:
    """The tag zh or en: Chinese where one letter in ten is, since a character says as much as three or four letters."""
    words = "".join(one for part in found.parts for sheet in part.sheets for one in strings(sheet)) + found.title
    han = sum("\u3400" <= character <= "\u9fff" for character in words)
    letters = sum(character.isalpha() for character in words)
    return "zh" if han * 10 >= letters else "en"
