"""Rules of setting type that need no font: where Chinese meets Latin, line heights, the place of the baseline."""

import unicodedata
from functools import lru_cache
from itertools import pairwise

from jn_presenter.model.style import Font

HAIR = 0.1
"""The space between Chinese and Latin, in units of the font's size; from an eighth on, a PDF reads as a space."""
ASCENT = 0.88
DESCENT = 0.12
"""The ideographic em box of the bundled font, in units of its size; baselines are placed by it, on every platform."""
LEADING = {"note": 1.35, "caption": 1.35, "body": 1.45, "lead": 1.35, "title": 1.22, "statement": 1.15, "numeral": 1.0}


def is_cjk(character: str) -> bool:
    """Whether the character is a Chinese or Japanese letter, not punctuation."""
    if "\u3040" <= character <= "\u30ff":
        return character not in "゠・"
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000" or character == "々"


def is_hangul(character: str) -> bool:
    """Whether the character is a syllable or letter of Korean."""
    return "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff" or "\u3130" <= character <= "\u318f"


def _is_latin(character: str) -> bool:
    return character < "\u0250" and (character.isalnum() or character == "%")


@lru_cache(maxsize=2048)
def hair_gaps(text: str) -> tuple[int, ...]:
    """Indices of the characters after which a hair space belongs: Chinese beside a Latin letter, digit or %."""
    return tuple(
        i for i, (a, b) in enumerate(pairwise(text)) if (is_cjk(a) and _is_latin(b)) or (_is_latin(a) and is_cjk(b))
    )


@lru_cache(maxsize=4096)
def is_wide(character: str) -> bool:
    """Whether the character takes two columns of a terminal (and, in Chinese type, a full em)."""
    return unicodedata.east_asian_width(character) in "WF"


def line_height(font: Font, leading: float) -> float:
    """The distance from one baseline to the next, in px."""
    return font.size * leading


def baseline(top: float, font: Font, leading: float) -> float:
    """The y of the baseline of a line whose line box begins at `top`; the em box is centred in the line box."""
    return top + (line_height(font, leading) - font.size) / 2 + font.size * ASCENT
