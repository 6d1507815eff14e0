"""How wide a column has to be for words not to break in it, and in how many lines they stand in one.

Measures break a word that is wider than its line, and Chinese anywhere; Korean breaks at its spaces.
"""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from jn_presenter.draw.compact import UNBROKEN
from jn_presenter.draw.setting import set_text, wordings_of
from jn_presenter.draw.typography import is_hangul, is_wide
from jn_presenter.model.element import Block, Env
from jn_presenter.model.text import Text

_WORD = re.compile(r"\w+")
_TAIL = re.compile(r"(?:^|[-/])(\w+)$")
"""The word, or the last part of a compound, that a line without spaces ends with."""


def widest_word(text: Text, env: Env, role: str, *, bold: bool = False) -> float:
    """The width of the widest word in px, in any of env's languages; Chinese breaks anywhere, so it does not count."""
    return _widest(text, env, role, bold, _words)


def widest_phrase(text: Text, env: Env, role: str, *, bold: bool = False) -> float:
    """The width in px of the widest run without spaces, in any of env's languages: a word, or a name in Chinese."""
    return _widest(text, env, role, bold, str.split)


def tears_word(block: Block, text: Text, env: Env, width: float) -> bool:
    """Whether a word of the text, set as the block in `width` px, is wider than that and goes on in the next line.

    Such a word fills a line by itself; Chinese and Korean go on anywhere.
    """
    for here, after in pairwise(block.lines):
        tail = _TAIL.search(here.text)
        if tail is None or here.language != after.language or not after.text[:1].isalnum() or is_wide(after.text[0]):
            continue
        begun = tail.group(1) + after.text[0]
        font = here.runs[-1].font
        for wording in wordings_of(text, env):
            words = (word for word in _WORD.findall(wording.plain) if word.startswith(begun))
            if any(env.measure.advance(word, font, here.language) > width + 0.5 for word in words):
                return True
    return False


def lines_taken(block: Block) -> int:
    """How many lines the longest of the block's languages takes."""
    return max(Counter(line.language for line in block.lines).values(), default=0)


def _widest(text: Text, env: Env, role: str, bold: bool, pieces: Callable[[str], list[str]]) -> float:
    lines = set_text(text, env, UNBROKEN, role, bold=bold, align="left").block.lines
    return max(
        (
            env.measure.advance(piece, run.font, line.language)
            for line in lines
            for run in line.runs
            for piece in pieces(run.text)
        ),
        default=0.0,
    )


def _words(text: str) -> list[str]:
    text = text.replace("\u00ad", "- ")  # a soft hyphen, where a word may be parted
    parting = (is_wide(character) and not is_hangul(character) for character in text)
    return "".join(" " if parts else character for parts, character in zip(parting, text, strict=True)).split(" ")
