"""Which of a briefing's languages a text has no words in, though it needs them."""

from collections.abc import Iterator

from jn_presenter.draw.resolve import strip_markup
from jn_presenter.model.language import script_of
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import PLAIN, Message, Text

UNTRANSLATED = "untranslated"
SHOWN = 24
"""Characters of the words that the hint repeats: enough to know which they are."""


def untranslated(text: Text, languages: tuple[str, ...]) -> Iterator[Finding]:
    """A finding for each language without words; none for a text that needs no translation.

    That is one written once for all languages, and one that has figures, dates and references alone: what these refer
    to has its own words.
    """
    found = text.pick(languages[0], languages)
    for language in lacking(text, languages):
        yield without(language, *found)


def needs_words(text: Text, languages: tuple[str, ...]) -> bool:
    """Whether the text has to be translated: it is not one for all languages, and has words of its own."""
    found, words = text.pick(languages[0], languages)
    return found != PLAIN and any(character.isalpha() for character in strip_markup(words))


def lacking(text: Text, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages in which a text that needs them has no words."""
    if not needs_words(text, languages):
        return ()
    return tuple(language for language in languages if not _has(text, language))


def _has(text: Text, language: str) -> bool:
    """In the language itself, or what is left of its tag without the last parts; zh has other characters than zh-TW."""
    found, _ = text.pick(language)
    return found == language or (language.startswith(f"{found}-") and script_of(found) == script_of(language))


def without(language: str, found: str, words: str) -> Finding:
    """That there are no words in the language, but those in `found`."""
    line = " ".join(words.split())
    said = line[:SHOWN] + ("…" if len(line) > SHOWN else "")
    return Finding(
        code=UNTRANSLATED,
        severity="warning",
        message=Message(f"没有 {language} 的文字，只有 {found} 的", f"no words in {language}, only in {found}"),
        hint=Message(f"加一行“{language}: …”，译出“{said}”", f"add a line “{language}: …” that says “{said}”"),
    )
