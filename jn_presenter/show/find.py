"""The private jump: slides by a number, by words of any language, by pinyin or its initials, the likeliest first."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from jn_presenter.show.folding import fold
from jn_presenter.show.index import BREAK, Haystack, Index, Kind, Said, Shelf

Start = Literal["begins", "within"]
STARTS: tuple[Start, ...] = ("begins", "within")
LONG: tuple[Kind, ...] = ("text", "notes")


class Hit(Struct, frozen=True, kw_only=True):
    """A slide that was found, and by what: `words[start:end]`, to be marked where the hit is listed."""

    slide: str
    kind: Kind | Literal["number"]
    words: str
    """As people read them, in the language they were found in."""
    language: str = ""
    start: int = 0
    end: int = 0


def find(index: Index, query: str, limit: int = 12, slides: tuple[str, ...] = ()) -> tuple[Hit, ...]:
    """At most `limit` slides, each once, by what it is found best by; none for a query of blanks.

    First the slide of that number among `slides`, today's choice (by default all). Then titles that begin so, as
    words and by their sound, titles that have it within, themes (by their first slide), ids, texts, and notes. Of
    equals the earlier slide. Capitals, accents and full-width forms make no difference; neither does a blank in pinyin.
    """
    wanted = fold(query).strip()
    found: dict[str, Hit] = {}
    for hit in _hits(index, wanted, slides or index.slides) if wanted else ():
        found.setdefault(hit.slide, hit)
        if len(found) >= limit:
            break
    return tuple(found.values())


def _hits(index: Index, wanted: str, slides: tuple[str, ...]) -> Iterator[Hit]:
    """Every hit, the likeliest first; a slide comes again for each thing it is found by."""
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 7 and 0 < int(wanted) <= len(slides):
        yield Hit(slide=slides[int(wanted) - 1], kind="number", words=str(int(wanted)), end=len(str(int(wanted))))
    typed = "".join(wanted.split())
    sound = typed if typed.isascii() and typed.isalnum() and not typed.isdigit() else ""
    title = index.shelf("title")
    for start in STARTS:
        yield from _by_words(index, title, wanted, start)
        yield from _by_sound(index, title, sound, start)
    theme = index.shelf("theme")
    yield from _by_words(index, theme, wanted)
    yield from _by_sound(index, theme, sound)
    yield from _by_words(index, index.shelf("id"), wanted)
    for kind in LONG:
        yield from _by_words(index, index.shelf(kind), wanted)
    for kind in LONG:
        yield from _by_sound(index, index.shelf(kind), sound)


def _by_words(index: Index, shelf: Shelf, wanted: str, start: Start = "within") -> Iterator[Hit]:
    for entry, at in _places(shelf.words, wanted, start):
        yield _hit(index, shelf.kind, shelf.words.entries[entry], at, at + len(wanted))


def _by_sound(index: Index, shelf: Shelf, sound: str, start: Start = "within") -> Iterator[Hit]:
    """By initials, then by syllables: these from the beginning of one, and the last need not be typed to its end."""
    if not sound:
        return
    sounds = shelf.sounds
    for entry, at in _places(sounds.initials, sound, start):
        yield _sounded(index, shelf, entry, at, at + len(sound))
    for entry, at in _places(sounds.full, sound, start, sounds.units):
        begin = sounds.full.starts[entry]
        before = sounds.units.count(1, begin, begin + at)
        until = sounds.units.count(1, begin, begin + at + len(sound))
        yield _sounded(index, shelf, entry, before, until)


def _sounded(index: Index, shelf: Shelf, entry: int, first: int, behind: int) -> Hit:
    """A hit by some of the units of how an entry sounds."""
    sounds = shelf.sounds
    start, last = sounds.character(entry, first), sounds.character(entry, behind - 1)
    return _hit(index, shelf.kind, sounds.full.entries[entry], start, last + 1)


def _hit(index: Index, kind: Kind, said: Said, start: int, end: int) -> Hit:
    return Hit(
        slide=index.slides[said.slide], kind=kind, words=said.words, language=said.language, start=start, end=end
    )


def _places(haystack: Haystack, wanted: str, start: Start, units: bytes = b"") -> Iterator[tuple[int, int]]:
    """(entry, place in it) of the first place in each entry that has `wanted`; only where a unit begins, if told."""
    text, starts = haystack.text, haystack.starts
    needle, ahead = (BREAK + wanted, 1) if start == "begins" else (wanted, 0)
    at = text.find(needle)
    while at >= 0:
        there = at + ahead
        if units and not units[there]:
            at = text.find(needle, at + 1)
            continue
        entry = bisect_right(starts, there) - 1
        yield entry, there - starts[entry]
        at = text.find(needle, starts[entry + 1] - 1) if entry + 1 < len(starts) else -1
