"""What one slide holds for the checks: gathered slide by slide, so that a long deck stalls nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from jn_presenter.draw.feeding import slide_feeds
from jn_presenter.draw.notes import unmarked
from jn_presenter.draw.provenance import slide_facts
from jn_presenter.draw.resolve import FALLBACK, resolve
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.feed import Feed
from jn_presenter.model.marks import AnyMark, PlotMark, TextMark
from jn_presenter.model.problem import Finding

Words = tuple[str, str]
"""(language, words)."""


class Seen(Struct, frozen=True, kw_only=True):
    """A slide as this show has it: on the audience's screen, in its languages and style, with the data of now."""

    findings: tuple[tuple[str, Finding], ...] = ()
    """(element path, what is wrong) from laying it out."""
    missing: tuple[str, ...] = ()
    """Characters that the bundled fonts do not have, each once."""
    undated: tuple[str, ...] = ()
    """Facts that the source gives no date for."""
    made_up: bool = False
    """Whether some of its figures are invented."""
    feeds: tuple[Feed, ...] = ()
    other_notes: bool = False
    """Whether its notes are there, but not in the presenter's language."""


AllSeen = Mapping[str, Seen]
"""Slide -> what it holds, of those that have been looked at."""


def look_at(
    deck: Deck,
    slide: Slide,
    notes_languages: tuple[str, ...],
    findings: Iterable[tuple[str, Finding]],
    words: Iterable[Words],
    has_glyph: Callable[[str, str], bool],
) -> Seen:
    """What the slide holds. words: all that is to be read on it; has_glyph: (language, character) -> bool."""
    whole = unmarked(slide.notes) if slide.notes else None
    notes = resolve(whole, deck.facts, notes_languages, deck.briefing.languages) if whole else ()
    read = (*words, *((wording.found or wording.language, wording.plain) for wording in notes))
    return Seen(
        findings=tuple(findings),
        missing=tuple(dict.fromkeys(_missing(read, has_glyph))),
        undated=tuple(_undated(deck, slide)),
        made_up=made_up((slide.slots, slide.free)),
        feeds=slide_feeds(slide),
        other_notes=any(one.code == FALLBACK for wording in notes for one in wording.findings),
    )


def words_of(marks: Iterable[AnyMark]) -> Iterator[Words]:
    """All that is to be read in marks, those of a chart's axes included."""
    for mark in marks:
        if isinstance(mark, TextMark):
            yield from ((line.language, line.text) for line in mark.lines)
        elif isinstance(mark, PlotMark):
            for axis in (mark.bottom, mark.left, mark.right):
                yield from (("", label) for _, label in (axis.ticks if axis else ()))


def made_up(value: Any) -> bool:
    """Whether anything in a frozen value says that its figures are invented, or is fed with such."""
    if isinstance(value, tuple):
        return any(made_up(part) for part in value)
    if isinstance(value, Feed):
        return value.made_up
    if isinstance(value, Struct):
        return getattr(value, "sample", False) is True or any(
            made_up(getattr(value, field)) for field in value.__struct_fields__
        )
    return False


def _missing(read: Iterable[Words], has_glyph: Callable[[str, str], bool]) -> Iterator[str]:
    """Spaces and what only steers the setting of text need no glyph."""
    wanted = dict.fromkeys((language, character) for language, words in read for character in words)
    for language, character in wanted:
        if character.isprintable() and not character.isspace() and not has_glyph(language, character):
            yield character


def _undated(deck: Deck, slide: Slide) -> Iterator[str]:
    for name in slide_facts(slide, deck.facts):
        fact = deck.facts.facts[name]
        if fact.reached and fact.value is not None and not fact.as_of:
            yield name
