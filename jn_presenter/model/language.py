"""Language tags by RFC 5646 (BCP 47): what is one, its usual spelling, the script it is written in, and what serves it.

Only what a deck needs of the standard: no registry is looked into. Scripts are those of CLDR's likely subtags.
"""

import re
from collections.abc import Collection
from functools import lru_cache

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}(?:-[a-z]{3}){0,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.ASCII | re.IGNORECASE,
)
LATIN = "Latn"
SCRIPTS = {
    "Hans": "zh wuu hak nan",
    "Hant": "yue lzh",
    "Jpan": "ja",
    "Kore": "ko",
    "Cyrl": "ru uk be bg mk sr kk ky mn tg tt ba cv os ce",
    "Grek": "el grc",
    "Armn": "hy",
    "Geor": "ka",
    "Thai": "th",
    "Laoo": "lo",
    "Khmr": "km",
    "Mymr": "my",
    "Deva": "hi mr ne sa bho mai",
    "Beng": "bn as",
    "Guru": "pa",
    "Gujr": "gu",
    "Orya": "or",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Tibt": "bo dz",
    "Ethi": "am ti",
    "Arab": "ar fa ur ps sd ug ckb",
    "Hebr": "he iw yi",
    "Syrc": "syr",
    "Thaa": "dv",
    "Nkoo": "nqo",
}
"""Languages by the script that is meant where a tag names none; all others are written in Latin."""
RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Samr", "Mand"})
TRADITIONAL = frozenset({"TW", "HK", "MO"})
_OF_LANGUAGE = {language: script for script, languages in SCRIPTS.items() for language in languages.split()}


MOST_STACKED = 3
"""Languages of a deck that are shown all at once; of more there would be no room for what they say."""


def is_tag(word: str) -> bool:
    """Whether the word is well formed, in any letter case."""
    return _TAG.fullmatch(word) is not None


def canonical(tag: str) -> str:
    """The tag in its usual spelling: zh-Hant-TW. Words that are no tag come back as they are."""
    if not is_tag(tag):
        return tag
    first, *rest = tag.split("-")
    spelled = [first.lower()]
    for part in rest:
        alone = len(spelled[-1]) == 1 or "x" in spelled
        title, upper = len(part) == 4 and part.isalpha(), len(part) == 2
        spelled.append(part.lower() if alone or not (title or upper) else part.title() if title else part.upper())
    return "-".join(spelled)


def base(tag: str) -> str:
    """The language alone: zh of zh-Hant-TW."""
    return tag.partition("-")[0].lower()


@lru_cache(maxsize=256)
def script_of(tag: str) -> str:
    """The script, as ISO 15924 names it: the tag's own, else what the language is usually written in."""
    found = _TAG.fullmatch(tag)
    if found is None:
        return LATIN
    if found["script"]:
        return found["script"].title()
    if base(tag) == "zh" and (found["region"] or "").upper() in TRADITIONAL:
        return "Hant"
    return _OF_LANGUAGE.get(base(tag), LATIN)


def is_right_to_left(tag: str) -> bool:
    """Whether its script runs from right to left, which slides are not laid out for."""
    return script_of(tag) in RIGHT_TO_LEFT


def offered(asked: str, languages: Collection[str]) -> str:
    """The language that is meant by a tag in any letter case, the very string; empty where it is none of them."""
    for tag in languages:
        if tag == asked:
            return tag
    return next((tag for tag in languages if tag.lower() == asked.lower()), "")


def serving(asked: str, languages: Collection[str]) -> str:
    """The language that serves whoever asks for a tag, by RFC 4647's lookup: the tag, the tag without its last parts.

    Else the first of the same language and script: zh-Hans for zh. Empty where there is none.
    """
    parts = asked.split("-")
    for length in range(len(parts), 0, -1):
        if (found := offered("-".join(parts[:length]), languages)) and script_of(found) == script_of(asked):
            return found
    alike = (tag for tag in languages if base(tag) == base(asked) and script_of(tag) == script_of(asked))
    return next(alike, "")


def readings(languages: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What an audience can have before it: each language by itself, then all of them stacked.

    Of more than three each of the others is stacked with the first.
    """
    single = tuple((language,) for language in languages)
    if len(languages) < 2:
        return single
    if len(languages) <= MOST_STACKED:
        return (*single, languages)
    return (*single, *((languages[0], other) for other in languages[1:]))
