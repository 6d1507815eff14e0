"""Long content in pieces that fit on slides: points, sentences and rows, divided ever more finely as `degree` grows."""

import re
from collections.abc import Sequence
from typing import TypeVar

from jn_presenter.draw.typography import is_wide
from jn_presenter.moving_in.found import Line

Item = TypeVar("Item")

DEGREES = 6
"""How finely content is divided, from 0; at the last one what still does not fit is left out."""
MOST_POINTS = (5, 5, 4, 3, 2, 1)
MOST_ROWS = (10, 8, 6, 4, 3, 2)
LONGEST = (400, 200, 120, 90, 64, 40)
"""Columns, of which a Chinese character takes two, that one point has at most."""
SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;]) +")
CLAUSE = re.compile(r"(?<=[，、：])|(?<=[,:]) +| +")


def columns(words: str) -> int:
    """How wide words are, in Latin letters."""
    return sum(2 if is_wide(character) else 1 for character in words)


def said(lines: Sequence[Line], language: str) -> list[str]:
    """Points of paragraphs: what stands further in is said within the one it belongs to."""
    chinese = language == "zh"
    least = min((line.level for line in lines), default=0)
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.level <= least or not found:
            found.append((line.words, []))
        else:
            found[-1][1].append(line.words)
    colon, joint = ("：", "；") if chinese else (": ", "; ")
    return [f"{_open(words)}{colon}{joint.join(inner)}" if inner else words for words, inner in found]


def nested(lines: Sequence[Line]) -> list[tuple[str, list[str]]]:
    """(heading, what stands below it) of paragraphs on two levels; empty where that is not their form."""
    if not lines or lines[0].level != 0:
        return []
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.level == 0:
            found.append((line.words, []))
        else:
            found[-1][1].append(line.words)
    return found if all(inner for _, inner in found) else []


def pieces(points: Sequence[str], degree: int) -> list[str]:
    """The points, long ones divided at their sentences, then at their clauses, then anywhere."""
    return [piece for point in points for piece in _divided(point, LONGEST[min(degree, DEGREES - 1)])]


def pages(items: Sequence[Item], most: int) -> list[list[Item]]:
    """The items on as few pages as hold `most` each, about as many on each of them."""
    count = -(-len(items) // most) if items else 0
    sizes = [len(items) // count + (k < len(items) % count) for k in range(count)]
    found, start = [], 0
    for size in sizes:
        found.append(list(items[start : start + size]))
        start += size
    return found


def shortened(title: str, most: int) -> str:
    """The first clause of a title, or as much of it as goes into so many columns."""
    if columns(title) <= most:
        return title
    first = re.split(r"[，。：；！？,:;]|——| [–—-] ", title)[0].strip()
    if first and columns(first) <= most:
        return first
    return _cut(title, most - 1) + "…"


def _divided(words: str, most: int) -> list[str]:
    if columns(words) <= most:
        return [words]
    marked = words.count("==") >= 2
    plain = words.replace("==", "") if marked else words
    for pattern in (SENTENCE, CLAUSE):
        parts = [part.strip() for part in pattern.split(plain) if part and part.strip()]
        if len(parts) > 1:
            return [one for part in _gathered(parts, most, plain) for one in _divided(part, most)]
    first = _cut(plain, most)
    return [first, *_divided(plain[len(first) :].lstrip(), most)]


def _gathered(parts: list[str], most: int, words: str) -> list[str]:
    """Neighbours together again as long as they have room."""
    space = "" if any(is_wide(character) for character in words) else " "
    found = [parts[0]]
    for part in parts[1:]:
        together = found[-1] + space + part
        if columns(together) <= most:
            found[-1] = together
        else:
            found.append(part)
    return found


def _cut(words: str, most: int) -> str:
    taken = 0
    for k, character in enumerate(words):
        taken += 2 if is_wide(character) else 1
        if taken > most and k:
            return words[:k]
    return words


def _open(words: str) -> str:
    """A heading without the colon that it ends in, since one follows."""
    return words.rstrip("：: ")
