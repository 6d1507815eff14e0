"""Words in one or several languages, and the two-language messages of the program itself."""

from msgspec import Struct

PLAIN = ""


class Text(Struct, frozen=True):
    """Audience or console text: one string a language, or one plain string for all (language "").

    The strings are as typed: references (`<id>`) and emphasis (`==…==`) are resolved by draw/resolve.py.
    """

    variants: tuple[tuple[str, str], ...]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(language for language, _ in self.variants)

    def pick(self, language: str, fallbacks: tuple[str, ...] = ()) -> tuple[str, str]:
        """(language found, string) for the exact tag, what is left of it without its last parts, a plain string, then
        the briefing's list.

        A Text with no variant at all gives ("", "").
        """
        found = dict(self.variants)
        for tag in (language, *_shorter(language), PLAIN, *fallbacks):
            if tag in found:
                return tag, found[tag]
        return self.variants[0] if self.variants else (PLAIN, "")


def _shorter(tag: str) -> tuple[str, ...]:
    """The tag without its last parts: zh-Hant and zh of zh-Hant-TW."""
    if "-" not in tag:
        return ()
    parts = tag.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts) - 1, 0, -1))


def plain(words: str) -> Text:
    """A text that reads the same in every language."""
    return Text(((PLAIN, words),))


class Message(Struct, frozen=True):
    """A sentence of the program's own, in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        return self.zh if language.startswith("zh") else self.en
