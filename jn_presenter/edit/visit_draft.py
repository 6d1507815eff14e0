"""A visit while it is being written in a form: what its fields say, and the file that comes of them."""

import os
from collections.abc import Iterator, Mapping

from msgspec import Struct

from jn_presenter.model.daytime import daytime
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.question import Expected
from jn_presenter.model.text import PLAIN, Text
from jn_presenter.model.visit import Person, Visit

Tree = str | tuple["Tree", ...] | Mapping[str, "Tree"]
"""What a part of a file says: a scalar, a list, or a mapping in its order."""

NOBODY = Person(name=Text(()))
NO_QUESTION = Expected(ask=Text(()), answer=Text(()))
BARE = frozenset({"date", "minutes", "until"})
"""Keys whose values stand without quotes though they look like numbers."""


class Draft(Struct, frozen=True, kw_only=True):
    """A visit as it is typed. Texts may lack languages, and people their names; what is left empty is not written.

    date, time: the characters that were typed; time is a number of minutes or a time of day. logo: a file's path from
    the deck's folder.
    """

    delegation: Text = Text(())
    logo: str = ""
    leader: Person = NOBODY
    guests: tuple[Person, ...] = ()
    host: Person = NOBODY
    date: str = ""
    time: str = ""
    interpreting: Interpretation = "none"
    languages: tuple[str, ...] = ()
    notes_languages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    stress: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    questions: tuple[Expected, ...] = ()


def fresh(today: str, languages: tuple[str, ...]) -> Draft:
    """The draft of a new visit: today, in these languages. today: YYYY-MM-DD."""
    return Draft(date=today, languages=languages)


def draft_of(visit: Visit, folder: str) -> Draft:
    """What the form of a visit says at first. folder: the deck's."""
    until = "" if visit.until is None else str(visit.until)
    return Draft(
        delegation=visit.delegation,
        logo=os.path.relpath(visit.logo.file, folder).replace(os.sep, "/") if visit.logo else "",
        leader=visit.leader or NOBODY,
        guests=visit.guests,
        host=visit.host or NOBODY,
        date=visit.date,
        time=until if visit.minutes is None else f"{visit.minutes:f}",
        interpreting=visit.interpreting,
        languages=visit.languages,
        notes_languages=visit.notes_languages,
        themes=visit.themes,
        stress=visit.stress,
        hide=visit.hide,
        questions=visit.questions,
    )


def tree_of(draft: Draft) -> dict[str, Tree]:
    """What the visit's file says, by its keys in their order; what is empty is not there.

    Names stay exactly as they were typed, but for the blanks around them.
    """
    until = daytime(draft.time)
    minutes = "" if until is not None else draft.time.strip()
    found: dict[str, Tree] = {
        "delegation": _said(draft.delegation),
        "logo": draft.logo.strip(),
        "leader": _person(draft.leader),
        "guests": tuple(person for guest in draft.guests if (person := _person(guest))),
        "host": _person(draft.host),
        "date": draft.date.strip(),
        "minutes": minutes,
        "until": "" if until is None else str(until),
        "interpreting": "" if draft.interpreting == "none" else draft.interpreting,
        "languages": draft.languages,
        "notes_languages": draft.notes_languages,
        "themes": draft.themes,
        "stress": draft.stress,
        "hide": draft.hide,
        "questions": tuple(asked for one in draft.questions if (asked := _question(one))),
    }
    return {key: value for key, value in found.items() if value}


def leaves_of(tree: Tree, path: str = "") -> Iterator[tuple[str, str]]:
    """The scalars of a tree with their paths, numbers from 1 in lists."""
    if isinstance(tree, str):
        yield path, tree
        return
    parts = tree.items() if isinstance(tree, Mapping) else ((str(k), part) for k, part in enumerate(tree, 1))
    for key, part in parts:
        yield from leaves_of(part, f"{path}.{key}" if path else key)


def words_in(text: Text | None, language: str) -> str:
    """What a text says in a language, as the field of that language has it: no other language stands in for it."""
    found = dict(text.variants if text else ())
    return found.get(language, found.get(PLAIN, ""))


def with_words(text: Text | None, language: str, words: str, languages: tuple[str, ...]) -> Text:
    """The text saying these words in a language, one of `languages`; in the others it says what it said."""
    there = tuple(tag for tag, _ in text.variants if tag and tag not in languages) if text else ()
    said = {tag: words if tag == language else words_in(text, tag) for tag in (*languages, *there)}
    return Text(tuple((tag, one) for tag, one in said.items() if one))


def _person(person: Person) -> dict[str, Tree]:
    found: dict[str, Tree] = {
        "name": _said(person.name),
        "position": _said(person.position),
        "contact": _said(person.contact),
    }
    return {key: value for key, value in found.items() if value}


def _question(question: Expected) -> dict[str, Tree]:
    found: dict[str, Tree] = {
        "ask": _said(question.ask),
        "answer": _said(question.answer),
        "slide": question.slide,
        "theme": "" if question.theme == question.slide.partition("/")[0] else question.theme,
    }
    return {key: value for key, value in found.items() if value}


def _said(text: Text | None) -> Tree:
    """One string, or one a language; the empty ones are left out."""
    found = {language: words.strip() for language, words in (text.variants if text else ()) if words.strip()}
    return found[PLAIN] if tuple(found) == (PLAIN,) else found
