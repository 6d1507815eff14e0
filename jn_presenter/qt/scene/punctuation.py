"""Chinese and Latin side by side: where space is added or taken between characters, and where a line may not break.

Pure functions over the characters; indices are those of Python strings. The rules are those of the W3C's "Requirements
for Chinese Text Layout" (CLREQ), 3.1.
"""

import re
from functools import lru_cache
from itertools import pairwise

from jn_presenter.draw.typography import HAIR, hair_gaps, is_cjk

OPENING = frozenset("（《「『【〔〈“‘")
"""Full-width marks whose left half is blank."""
CLOSING = frozenset("，、。；：！？）》」』】〕〉”’")
"""Full-width marks whose right half is blank."""
HALF = 0.5
"""The blank half of a full-width mark, in units of the font's size."""

NO_LINE_START = CLOSING | frozenset("～~—…·•‥％%℃‰°′″,.;:!?)]}»›")
NO_LINE_END = OPENING | frozenset("([{«‹￥¥$￡£")
QUOTES = frozenset("‘’“”…")
_APOSTROPHE = re.compile("(?<=[A-Za-zÀ-ɏ])’(?=[A-Za-zÀ-ɏ])")
_TOGETHER = re.compile(
    r"第\d+\w|突破|超过"  # 第1位, and the words before a figure
    r"|(?:RMB |US\$|[￥¥$€£])?\d[\d,.]*"  # a number with its currency, and with what it counts:
    r"(?:[余多]?[十百千万亿]*(?:级|[余多]?[\u4e00-\u9fff])"
    r"|[ -]?(?:%|％|‰|℃)|[ -](?:million|billion|trillion|km²?|ha|MW)\b)?"
)


@lru_cache(maxsize=1024)
def full_width(text: str, language: str) -> bool:
    """Whether “” and other marks take a whole em: in Chinese and Japanese, told by the words where no language is."""
    return language.startswith(("zh", "ja")) if language else any(is_cjk(character) for character in text)


@lru_cache(maxsize=1024)
def narrow_marks(text: str, full: bool) -> frozenset[int]:
    """Indices of ‘ ’ “ ” … that are set as English has them: all, or in Chinese each ’ inside a Latin word."""
    if not full:
        return frozenset(i for i, character in enumerate(text) if character in QUOTES)
    return frozenset(found.start() for found in _APOSTROPHE.finditer(text))


@lru_cache(maxsize=1024)
def spacing(text: str, full: bool) -> tuple[tuple[int, float], ...]:
    """(index, em) of the characters after which space is added or, between full-width marks, taken away."""
    gaps = dict.fromkeys(hair_gaps(text), HAIR)
    if full:
        for i, (a, b) in enumerate(pairwise(text)):
            if (a in CLOSING and (b in CLOSING or b in OPENING)) or (a in OPENING and b in OPENING):
                gaps[i] = -HALF
    return tuple(sorted(gaps.items()))


def indent(character: str, full: bool) -> float:
    """The em that a line which begins with the character is drawn to the left, so that its edge is the ink's."""
    return HALF if full and character in OPENING else 0.0


def outdent(character: str, full: bool) -> float:
    """The em at the right of a line which ends with the character that does not count as its width."""
    return HALF if full and character in CLOSING else 0.0


def may_part(before: str, after: str) -> bool:
    """Whether a line may end with one character and the next begin with the other (避头尾)."""
    return not (after in NO_LINE_START or before in NO_LINE_END)


def inside_figures(text: str) -> frozenset[int]:
    """The places inside a figure (2000亿元, 第1位, RMB 200 billion), where a break is allowed but reads badly."""
    return frozenset(at for found in _TOGETHER.finditer(text) for at in range(found.start() + 1, found.end()))


def ends_phrase(before: str, after: str) -> bool:
    """Whether a title reads well if a line ends with one character and the next begins with the other.

    Chinese has no spaces, and a list of its words would not be short: punctuation, 的, 与 and a change of script are
    what shows an end of a phrase. A place between Latin words is one.
    """
    return (
        before.isspace()
        or before in CLOSING
        or after in OPENING
        or before == "的"
        or (after == "与" and before != "参")
        or is_cjk(before) != is_cjk(after)
    )
