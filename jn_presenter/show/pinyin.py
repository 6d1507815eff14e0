"""Chinese words as they are typed by their sound: 中国 is `zhongguo`, or by its initials `zg`.

The readings are pypinyin's. Its own conversion takes ten times as long, for tones and styles too.
As a program it answers each line of its input, a JSON list of words, with a line of their syllables.
"""

import sys
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import msgspec

FIRST = "\u2e80"
"""No character before it is Chinese."""


def syllables(words: str) -> tuple[str, ...]:
    """The reading of each character without its tone, ü as v; empty for one that has none.

    Of several readings that of the longest phrase that the character stands in, from the left.
    """
    phrases, readings, longest = _readings()
    found: list[str] = []
    at, end = 0, len(words)
    while at < end:
        character = words[at]
        if character < FIRST:
            found.append("")
            at += 1
            continue
        for length in range(min(longest.get(words[at : at + 2], 0), end - at), 1, -1):
            phrase = phrases.get(words[at : at + length])
            if phrase is not None:
                found += (_plain(several[0]) for several in phrase)
                at += length
                break
        else:
            found.append(_plain(readings.get(ord(character), "").partition(",")[0]))
            at += 1
    return tuple(found)


def each(several: Iterable[str]) -> list[tuple[str, ...]]:
    """The syllables of each of them."""
    return [syllables(words) for words in several]


@cache
def _readings() -> tuple[Mapping[str, list[list[str]]], Mapping[int, str], Mapping[str, int]]:
    """Readings of phrases and of characters, and the length of the longest phrase that begins with two characters.

    To load them takes most of a second, so not where a key waits.
    """
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    longest: dict[str, int] = {}
    for phrase in PHRASES_DICT:
        start = phrase[:2]
        longest[start] = max(len(phrase), longest.get(start, 0))
    return PHRASES_DICT, PINYIN_DICT, longest


@lru_cache(maxsize=4096)
def _plain(reading: str) -> str:
    """`lǜ` is lv."""
    marks = unicodedata.normalize("NFD", reading)
    return "".join(c for c in marks.replace("u\u0308", "v") if not unicodedata.combining(c))


def main() -> None:
    """Answer until the input ends."""
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(msgspec.json.encode(each(msgspec.json.decode(line, type=list[str]))) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
