"""Every place where a name of a visit appears, and how it reads there: to be looked at before the guests come."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct

from jn_presenter.draw.names import literal
from jn_presenter.draw.texts import walk
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.same import Same
from jn_presenter.model.text import Message, Text
from jn_presenter.model.visit import Person, Visit

SLOTS = {
    "title": Message("标题", "the title"),
    "notes": Message("讲稿（观众看不到）", "the notes, which the audience does not see"),
    "guests": Message("来宾名单", "the list of guests"),
    "host": Message("接待人", "the host"),
    "contact": Message("联系方式", "the contact"),
    "note": Message("底部小字", "the line at the foot"),
}
WORDS = Message("正文", "the words")
CONSOLE = Message("演讲者窗口", "the presenter’s console")
HANDOUT = Message("讲义的抬头", "the head of the handout")
KEPT = 2048
"""Slides of which is remembered what they say: of all visits most are the same."""
SHORTEST = 2
"""Characters of a name that is looked for in what was typed; one alone is in half of all sentences."""


Slots = tuple[tuple[str, str], ...]
"""(slot, all that is said in it)."""
Said = tuple[tuple[str, Slots], ...]
"""(slide, what it says)."""


class Named(Struct, frozen=True, kw_only=True):
    """A name in one place. A contact counts as a name: a wrong number is as bad."""

    path: str
    """Where it stands in the visit's file: `delegation`, `leader.name`, `guests.2.name`, `host.contact`."""
    file: str
    line: int
    """In that file, from 1; 0 where nobody could tell."""
    place: Message
    slide: str = ""
    """The slide it appears on, empty where the place is none."""
    words: tuple[tuple[str, str], ...]
    """(language, how the name reads), for each language of the audience."""
    lacking: tuple[str, ...] = ()
    """The languages in which it was not typed, so that another one stands in."""


def named(deck: Deck, visit: Visit, line_of: Callable[[str, str], int] = lambda _file, _path: 0) -> tuple[Named, ...]:
    """The places of all names, name by name: on the slides in their order, then elsewhere.

    deck: made out for the visit; slides not read yet have no places. line_of: (file, path) -> line.
    """
    file = visit.id if visit.id.endswith((".yaml", ".yml")) else f"visits/{visit.id}.yaml"
    languages = visit.languages or deck.briefing.languages
    said = tuple((slide, _said(Same(deck.slides[slide]))) for slide in deck.order if slide in deck.slides)
    return tuple(
        Named(
            path=path,
            file=file,
            line=line_of(file, path),
            place=place,
            slide=slide,
            words=tuple((tag, name.pick(tag, deck.briefing.languages)[1]) for tag in languages),
            lacking=tuple(tag for tag in languages if not has(name, tag)),
        )
        for path, name in names(visit)
        for slide, place in _places(path, name, said)
    )


def names(visit: Visit) -> Iterator[tuple[str, Text]]:
    """All that is a name or leads to somebody, with its path in the visit's file."""
    yield "delegation", visit.delegation
    people = (("leader", visit.leader), *((f"guests.{k}", one) for k, one in enumerate(visit.guests, 1)))
    for path, person in (*people, ("host", visit.host)):
        if person is not None:
            yield from ((f"{path}.{field}", name) for field, name in _of(person) if name is not None)


def _of(person: Person) -> tuple[tuple[str, Text | None], ...]:
    return (("name", person.name), ("position", person.position), ("contact", person.contact))


def has(name: Text, tag: str) -> bool:
    """Whether the name was typed in that language, or for all of them."""
    found, _ = name.pick(tag)
    return found in ("", tag, tag.partition("-")[0])


def _places(path: str, name: Text, said: Said) -> Iterator[tuple[str, Message]]:
    """(slide, place) of each."""
    typed = {one for _, one in name.variants if len(one) >= SHORTEST}
    words = typed | set(map(literal, typed))
    found = re.compile("|".join(_bounded(one) for one in sorted(words, key=len, reverse=True))) if words else None
    if found is not None:
        for slide, slots in said:
            for slot, strings in slots:
                if any(one in strings for one in words) and found.search(strings):  # the pattern is the slow one
                    yield slide, SLOTS.get(slot, WORDS)
    if path == "delegation":
        yield "", CONSOLE
    if path == "delegation" or path.startswith("host."):
        yield "", HANDOUT


def _bounded(words: str) -> str:
    """A pattern for the words that is not content with a part of a longer one, as Li is of Living."""
    before = r"(?<![A-Za-z0-9])" if words[0].isascii() and words[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if words[-1].isascii() and words[-1].isalnum() else ""
    return before + re.escape(words) + after


@lru_cache(maxsize=KEPT)
def _said(same: Same[Slide]) -> Slots:
    """What a slide says: to find its texts takes longer than to look for all names in them."""
    slots: dict[str, list[str]] = {}
    for slot, text in _texts(same.value):
        slots.setdefault(slot, []).extend(words for _, words in text.variants)
    return tuple((slot, "\n".join(strings)) for slot, strings in slots.items())


def _texts(slide: Slide) -> Iterator[tuple[str, Text]]:
    """(slot, text) of all texts of a slide."""
    yield "title", slide.title
    for slot, elements in slide.slots:
        yield from ((slot, one.what) for one in walk(elements) if isinstance(one.what, Text))
    yield from (("free", one.what) for one in walk(slide.free) if isinstance(one.what, Text))
    if slide.notes is not None:
        yield "notes", slide.notes
