"""Characters that no font has: what could only be shown as a box, or in letters of another font."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from msgspec import structs

from jn_presenter.check import Places, slide_texts, texts_in
from jn_presenter.draw.alphabets import bundled
from jn_presenter.load.sources import slide_file
from jn_presenter.model.deck import Deck
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import PLAIN, Message, Text

NO_FONT, NO_GLYPH = "no-font", "no-glyph"
MOST_NAMED = 8
ENCODINGS = {"JN Sans SC": "gb2312", "JN Sans JP": "shift_jis"}
"""What a bundled family has all of, so that most decks are checked without Qt."""
NOT_THERE = "≒"
ALL_HAVE = frozenset("—–‘’“”„‚…·œŒ€−")


class Fonts(Protocol):
    """The fonts that words are set in."""

    def has_glyph(self, language: str, character: str) -> bool:
        """Whether words of the language are set with a glyph of theirs for the character."""

    def lacking(self, language: str) -> Message | None:
        """What to install where no font has the letters of the language."""


def needs_machine(languages: Iterable[str]) -> bool:
    """Whether some of the languages are set in fonts of the machine, so that layouts depend on it."""
    return any(not bundled(language) for language in languages)


def check_glyphs(deck: Deck, places: Places, fonts: Callable[[], Fonts]) -> tuple[Problem, ...]:
    """A warning for each language that no font serves, and for each text with characters that its font lacks.

    fonts: called where the bundled ones do not answer for all. Slides not loaded are left out.
    """
    languages = deck.briefing.languages
    problems: list[Problem] = []
    unserved: set[str] = set()
    for k, language in enumerate(languages, 1):
        if not bundled(language) and (remedy := fonts().lacking(language)) is not None:
            unserved.add(language)
            problems.append(places.problem("briefing.yaml", f"languages.{k}", _no_font(language, remedy)))
    for file, slide, texts in _spoken(deck):
        for path, text in texts:
            for tag, string in text.variants:
                language = languages[0] if tag == PLAIN else tag
                odd = () if tag in unserved else _odd(language, string)
                missing = [character for character in odd if not fonts().has_glyph(language, character)]
                if missing:
                    found = structs.replace(_no_glyph(missing), path="" if tag == PLAIN else tag)
                    problems.append(places.problem(file, path, found, slide=slide))
    return tuple(problems)


def _spoken(deck: Deck) -> Iterator[tuple[str, str, Iterable[tuple[str, Text]]]]:
    """(file, slide, (path, text) …) of all that is shown or read out."""
    yield "briefing.yaml", "", [("title", deck.briefing.title)]
    yield from ((f"{theme.id}/theme.yaml", "", [("title", theme.title)]) for theme in deck.themes)
    for slide in deck.slides.values():
        notes = [("notes", slide.notes)] if slide.notes is not None else []
        yield slide_file(slide.id), slide.id, (*slide_texts(slide), *notes)
    for k, fact in enumerate(deck.facts.facts.values(), 1):
        yield "facts.yaml", "", texts_in(fact, f"facts.{k}")


def _odd(language: str, string: str) -> tuple[str, ...]:
    """The characters of the string that the bundled fonts are not known to have, each once."""
    if string.isascii():
        return () if bundled(language) else tuple(dict.fromkeys(filter(_is_ink, string)))
    there = dict.fromkeys(string)
    return tuple(character for character in there if _is_ink(character) and not is_ours(language, character))


def _is_ink(character: str) -> bool:
    return character.isprintable() and not character.isspace()


@lru_cache(maxsize=4096)
def is_ours(language: str, character: str) -> bool:
    """Whether a bundled font is known to have the character, without a look at it."""
    family = bundled(language)
    if not family or character > "\uffff":
        return False
    if character < "\u0100" or character in ALL_HAVE:
        return True
    try:
        return len(character.encode(ENCODINGS[family])) == 2 and character not in NOT_THERE
    except UnicodeEncodeError:
        return False


def _no_font(language: str, remedy: Message) -> Finding:
    return Finding(
        code=NO_FONT,
        severity="warning",
        message=Message(
            f"这台电脑没有能显示 {language} 的字体，这种语言会显示成空框",
            f"no font of this computer has the letters of {language}: boxes would be shown",
        ),
        hint=Message(f"{remedy.zh}，放映的那台也要装", f"{remedy.en}, on the computer that shows it too"),
    )


def _no_glyph(missing: list[str]) -> Finding:
    named = "  ".join(f"{character} (U+{ord(character):04X})" for character in missing[:MOST_NAMED])
    more = "…" if len(missing) > MOST_NAMED else ""
    return Finding(
        code=NO_GLYPH,
        severity="warning",
        message=Message(f"字体里没有这些字符：{named}{more}", f"the font lacks these characters: {named}{more}"),
        hint=Message(
            "换成常用的字；否则会用别的字体或空框显示", "use other characters: another font or a box stands in for them"
        ),
    )
