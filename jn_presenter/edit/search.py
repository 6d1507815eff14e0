"""Words looked for in the files of a deck: in one file with what takes their place, or in all of them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from jn_presenter.edit.changes import Change, Edit, Read
from jn_presenter.edit.document import Document, node_at, opened, tree
from jn_presenter.load.index import BRIEFING, FACTS, GLOSSARY, QUESTIONS, THEME
from jn_presenter.load.lines import NEWLINE
from jn_presenter.load.nodes import Mapping as Node
from jn_presenter.load.nodes import Scalar
from jn_presenter.load.sources import slide_file
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.show.folding import fold
from jn_presenter.show.pinyin import syllables

BREAK = re.compile(r"([\r\n])")
LONGEST = 160
"""Characters of a line that are shown, most of them behind what was found."""
AHEAD = 24


class Hit(Struct, frozen=True):
    """A place where words stand. offset: in the file's text; line, column: from 1; found is words[start:end]."""

    file: str
    offset: int = 0
    length: int = 0
    line: int = 1
    column: int = 1
    words: str = ""
    start: int = 0
    end: int = 0


def occurrences(text: str, query: str, *, exact: bool = False) -> tuple[tuple[int, int], ...]:
    """Where the words stand in the text, as (start, end), one behind the other; none for no words.

    Unless `exact`, capitals, accents and full-width forms make no difference. They never run over the end of a line.
    """
    there, wanted = (text, query) if exact else (_folded(text), fold(query))
    found: list[tuple[int, int]] = []
    at = there.find(wanted) if wanted else -1
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = there.find(wanted, at + len(wanted))
    return tuple(found)


def replaced(
    document: Document, query: str, new: str, *, exact: bool = False, only: int | None = None, slide: str = ""
) -> Edit:
    """The edit after which `new` stands where the words stood; only: in that place of theirs alone, from 0."""
    spans = occurrences(document.text, query, exact=exact)
    chosen = spans if only is None else spans[only : only + 1]
    made, at = "", 0
    for start, end in chosen:
        made += document.text[at:start] + new
        at = end
    after = document.with_text(made + document.text[at:])
    changes = (Change(document.file, document.data, after.data),) if after != document else ()
    return Edit(Message(f"替换 {query}", f"replace {query}"), changes, slide, slide)


def files_of(deck: Deck) -> tuple[str, ...]:
    """The files that people write, in the order of the show; those of the whole deck first."""
    own = (BRIEFING, FACTS, GLOSSARY, QUESTIONS)
    return (*own, *(file for theme in deck.themes for file in (f"{theme.id}/{THEME}", *map(slide_file, theme.slides))))


def search(
    read: Read, files: Iterable[str], query: str, titles: Mapping[str, str], *, exact: bool = False
) -> Iterator[tuple[Hit, ...]]:
    """What is found in each file, file by file, so that whoever asks can do something else in between.

    titles: file -> the title that it is known by, which is found by its sound as well: zndw is 智能电网.
    """
    sound = "".join(query.lower().split())
    heard = sound if sound.isascii() and sound.isalpha() else ""
    for file in files:
        data = read(file)
        document = opened(file, data) if data is not None else None
        if document is None:
            continue
        found = [*_named(document, query), *_in_lines(document, query, exact=exact)]
        if not found and heard and sounds_like(titles.get(file, ""), heard):
            found = [_at_title(document)]
        yield tuple(found)


def sounds_like(words: str, sound: str) -> bool:
    """Whether some of the words sound so: by the initials of their syllables, or whole from the beginning of one."""
    spoken = [one or character.lower() for one, character in zip(syllables(words), words, strict=True)]
    heard = [one for one in spoken if one.isascii() and one.isalnum()]
    if sound in "".join(one[0] for one in heard):
        return True
    return any("".join(heard[k:]).startswith(sound) for k in range(len(heard)))


def _folded(text: str) -> str:
    """Folded line by line, as long as it was: a line end is no blank here."""
    return "".join(part if part in ("\r", "\n") else fold(part) for part in BREAK.split(text))


def _named(document: Document, query: str) -> Iterator[Hit]:
    """The file itself, where its name says so."""
    name = document.file.removesuffix(".yaml")
    for start, end in occurrences(name, query)[:1]:
        yield Hit(document.file, words=document.file, start=start, end=end)


def _in_lines(document: Document, query: str, *, exact: bool) -> Iterator[Hit]:
    ends = list(NEWLINE.finditer(document.text))
    starts, line = [0, *(end.end() for end in ends)], 0
    for start, end in occurrences(document.text, query, exact=exact):
        while line < len(ends) and ends[line].end() <= start:
            line += 1
        last = ends[line].start() if line < len(ends) else len(document.text)
        yield _hit(document, start, end, line + 1, document.text[starts[line] : last], start - starts[line])


def _hit(document: Document, start: int, end: int, line: int, words: str, place: int) -> Hit:
    """With the line around it, cut where it is long."""
    first = len(words) - len(words.lstrip())
    if place - first > AHEAD:
        first = place - AHEAD
    shown = words[first : first + LONGEST].rstrip()
    until = min(place - first + end - start, len(shown))
    return Hit(document.file, start, end - start, line, place + 1, shown, place - first, until)


def _at_title(document: Document) -> Hit:
    """The title of a file that is found by its sound, the first of its wordings."""
    node = node_at(tree(document), "title")
    if isinstance(node, Node) and node.entries:
        node = node.entries[0][1]
    if not isinstance(node, Scalar):
        return Hit(document.file)
    text = document.text[: node.start]
    lines = NEWLINE.split(text)
    return Hit(document.file, node.start, node.end - node.start, len(lines), len(lines[-1]) + 1, node.value)
