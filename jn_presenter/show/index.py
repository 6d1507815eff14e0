"""All words of a deck in the order of slides, gathered so that a keystroke can be answered: see find.py."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from jn_presenter.draw.notes import unmarked
from jn_presenter.draw.resolve import resolve
from jn_presenter.draw.texts import texts
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.text import Text
from jn_presenter.show.folding import fold
from jn_presenter.show.pinyin import FIRST, each

Hear = Callable[[Sequence[str]], Sequence[Sequence[str]]]
"""Words -> the syllables of each of them, as pinyin.each."""
Kind = Literal["title", "theme", "id", "text", "notes"]
BREAK = "\n"
"""Before each entry of a haystack; no folded words have it."""
UNSOUNDED = frozenset({"ja", "ko"})
"""Languages whose Chinese characters nobody types by their Chinese sound."""


class Said(Struct, frozen=True):
    """Words that a slide is found by, as people read them. slide: its place in Index.slides."""

    slide: int
    language: str
    """Empty for words that are the same in every language."""
    words: str


class Haystack(Struct, frozen=True, kw_only=True):
    """Forms of several entries in one string, each after a BREAK."""

    text: str
    starts: "array[int]"
    """Where each entry begins in `text`, behind its BREAK; ascending."""
    entries: tuple[Said, ...]


class Sounds(Struct, frozen=True, kw_only=True):
    """How the entries with Chinese words sound: one unit a character that has a sound or is a letter or a digit."""

    initials: Haystack
    """A unit is one letter."""
    full: Haystack
    """A unit is a syllable."""
    units: bytes
    """1 where in the text of `full` a unit begins, else 0."""
    characters: "array[int]"
    """Of each unit, in the order of `initials`, the place of its character among the words of its entry."""

    def character(self, entry: int, unit: int) -> int:
        """The place in an entry's words that its unit stands for."""
        return self.characters[self.initials.starts[entry] - (entry + 1) + unit]  # a BREAK stands before each entry


class Shelf(Struct, frozen=True, kw_only=True):
    """Everything of one kind."""

    kind: Kind
    words: Haystack
    sounds: Sounds


class Index(Struct, frozen=True):
    """What a deck can be searched by. A slide not read yet is found by its id and its theme."""

    slides: tuple[str, ...]
    """All that can be shown, in the deck's order."""
    shelves: tuple[Shelf, ...]

    def shelf(self, kind: Kind) -> Shelf:
        return next(shelf for shelf in self.shelves if shelf.kind == kind)


def index_of(deck: Deck, hear: Hear = each) -> Index:
    """The index of a deck, made once: seconds for thousands of slides, so in the background. hear is asked once."""
    slides = tuple(slide for slide in dict.fromkeys(deck.order) if slide in deck.slides or slide in deck.pending)
    read = [(k, deck.slides[slide]) for k, slide in enumerate(slides) if slide in deck.slides]
    first = {theme: k for k, slide in reversed(list(enumerate(slides))) for theme in (slide.partition("/")[0],)}
    themes = [(first[theme.id], theme.title) for theme in deck.themes if theme.id in first]
    return _index(
        slides,
        {
            "title": _said(((k, slide.title) for k, slide in read), deck),
            "theme": _said(sorted(themes, key=lambda one: one[0]), deck),
            "id": [Said(k, "", slide) for k, slide in enumerate(slides)],
            "text": _said(((k, text) for k, slide in read for text in _texts(slide, deck)), deck),
            "notes": _said(((k, unmarked(slide.notes)) for k, slide in read if slide.notes), deck),
        },
        hear,
    )


def question_index(deck: Deck, hear: Hear = each) -> Index:
    """As index_of, of the expected questions: a question's number from 0 stands in place of a slide's id."""
    themes = {theme.id: theme.title for theme in deck.themes}
    asked = tuple(enumerate(deck.questions))
    return _index(
        tuple(str(k) for k, _ in asked),
        {
            "title": _said(((k, one.ask) for k, one in asked), deck),
            "theme": _said(((k, themes[one.theme]) for k, one in asked if one.theme in themes), deck),
            "id": [],
            "text": _said(((k, one.answer) for k, one in asked), deck),
            "notes": [],
        },
        hear,
    )


def spelled(words: str, sounds: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """The units of how words sound: the place of each character that has one, and what is typed for it.

    sounds: the syllables of the words.
    """
    return tuple(
        (k, sound or letter)
        for k, (sound, letter) in enumerate(zip(sounds, fold(words), strict=True))
        if sound or (letter.isalnum() and letter < FIRST)
    )


def _texts(slide: Slide, deck: Deck) -> Iterator[Text]:
    placed = (free.element for free in slide.free)
    return texts((*(element for _, several in slide.slots for element in several), *placed), deck.facts)


def _said(found: Iterable[tuple[int, Text]], deck: Deck) -> list[Said]:
    """Each text in each of its languages, references replaced; what a slide says twice once."""
    said = (
        Said(slide, language, wording.plain)
        for slide, text in found
        for language, _ in text.variants
        for wording in resolve(text, deck.facts, (language or deck.briefing.languages[0],))
    )
    return list(dict.fromkeys(one for one in said if one.words.strip()))


def _index(slides: tuple[str, ...], said: Mapping[Kind, list[Said]], hear: Hear) -> Index:
    words = list(dict.fromkeys(one.words for several in said.values() for one in several if _is_heard(one)))
    sounds = dict(zip(words, hear(words), strict=True)) if words else {}
    return Index(slides, tuple(_shelf(kind, several, sounds) for kind, several in said.items()))


def _is_heard(one: Said) -> bool:
    """Whether anybody types it by its sound."""
    return one.language.partition("-")[0] not in UNSOUNDED and any(character >= FIRST for character in one.words)


def _shelf(kind: Kind, said: list[Said], sounds: Mapping[str, Sequence[str]]) -> Shelf:
    sounding = [one for one in said if _is_heard(one)]
    units = [spelled(one.words, sounds[one.words]) for one in sounding]
    parts = [[part for _, part in one] for one in units]
    marks = (b"\0" + b"".join(b"\1" + bytes(len(part) - 1) for part in one) for one in parts)
    return Shelf(
        kind=kind,
        words=_haystack(said, [fold(one.words) for one in said]),
        sounds=Sounds(
            initials=_haystack(sounding, ["".join(part[0] for part in one) for one in parts]),
            full=_haystack(sounding, ["".join(one) for one in parts]),
            units=b"".join(marks),
            characters=array("L", (at for one in units for at, _ in one)),
        ),
    )


def _haystack(said: list[Said], forms: list[str]) -> Haystack:
    starts = array("L")
    at = 0
    for form in forms:
        starts.append(at + 1)
        at += 1 + len(form)
    return Haystack(text="".join(BREAK + form for form in forms), starts=starts, entries=tuple(said))
