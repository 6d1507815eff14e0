"""The names of the glossary in a text: where another language calls them otherwise, and which digits are a name's."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jn_presenter.draw.resolve import resolve
from jn_presenter.model.fact import Facts
from jn_presenter.model.glossary import Term
from jn_presenter.model.text import Text

_APART = re.compile(r"[\s\-\u2010-\u2015]+")
_BEGINS = "(?<![a-z0-9])"
_NO_DIGIT = r"(?<![0-9]){}(?![0-9])"


def without_names(words: str, terms: tuple[Term, ...]) -> str:
    """The words with a blank in place of each name that has a digit: these digits are no figure."""
    names = _numbered(terms)
    return names.sub(" ", words) if names else words


def named(said: Iterable[tuple[str, str]], terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms whose names stand in these (language, words), in the order in which they are found.

    A name within a longer one is none of its own. Other forms (`also`) are not looked for: many are everyday words.
    """
    found: dict[Term, None] = {}
    for language, words in said:
        pattern, meant = _folded_names(terms, language)
        if pattern is not None:
            found |= dict.fromkeys(meant[name] for name in pattern.findall(_folded(words)))
    return tuple(found)


def misnamed(
    text: Text, facts: Facts, terms: tuple[Term, ...], languages: tuple[str, ...]
) -> Iterator[tuple[str, Term]]:
    """(language, term) for each name that the first language has and a further one lacks, references replaced.

    Of names within a longer one the longer counts. A form is found whatever its capitals and hyphens are, and in a
    word that only begins with it, such as a plural. Languages that the text has no words in are left out.
    """
    said = {language: _words(text, facts, language) for language in languages if language in text.languages}
    first, *others = languages
    names, meant = _names(terms, first)
    if first not in said or names is None:
        return
    found = [meant[name] for name in dict.fromkeys(names.findall(said[first]))]
    for language in others:
        words = _folded(said.get(language, ""))
        if words:
            yield from ((language, term) for term in found if not any(form in words for form in _forms(term, language)))


def _words(text: Text, facts: Facts, language: str) -> str:
    return "".join(wording.plain for wording in resolve(text, facts, (language,)))


@lru_cache(maxsize=2)
def _numbered(terms: tuple[Term, ...]) -> re.Pattern[str] | None:
    forms = {form for term in terms for form in (*(words for _, words in term.name.variants), *term.also)}
    return _any_of([_NO_DIGIT.format(re.escape(form)) for form in _longest_first(forms) if re.search("[0-9]", form)])


@lru_cache(maxsize=2)
def _names(terms: tuple[Term, ...], language: str) -> tuple[re.Pattern[str] | None, dict[str, Term]]:
    """What finds the terms' names in a language, and the term that each name is of."""
    meant = {name: term for term in terms for tag, name in term.name.variants if tag == language}
    return _any_of([re.escape(name) for name in _longest_first(set(meant))]), meant


@lru_cache(maxsize=8)
def _folded_names(terms: tuple[Term, ...], language: str) -> tuple[re.Pattern[str] | None, dict[str, Term]]:
    """As `_names`, of folded names, which begin where a word begins."""
    meant = {_folded(name): term for term in terms for tag, name in term.name.variants if tag == language}
    return _any_of([_BEGINS + re.escape(name) for name in _longest_first(set(meant))]), meant


@lru_cache(maxsize=1024)
def _forms(term: Term, language: str) -> tuple[str, ...]:
    return tuple(_folded(form) for form in (term.name.pick(language)[1], *term.also))


def _folded(words: str) -> str:
    return _APART.sub(" ", words.casefold().replace("’", "'"))


def _longest_first(forms: set[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-len(form), form))


def _any_of(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None
