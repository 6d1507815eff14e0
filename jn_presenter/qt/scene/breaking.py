"""Where lines end: fills lines greedily, evens them out, and leaves no character alone. Pure arithmetic."""

import math
from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise

from msgspec import Struct

from jn_presenter.draw.typography import is_wide

SLACK = 0.01
"""px by which a line may be too wide, for the rounding of advances."""
UNEVEN = 1.3
"""How much longer the lines of a title may be so that it is broken between phrases."""
AT_PAUSES = 1.5
"""The same for a title that is broken at its punctuation alone."""
SHORTEST = 0.4
"""A line between two pauses or phrases is at least so long, in units of the longest."""


class Paragraph(Struct, frozen=True):
    """A text without line feeds as the breaker sees it.

    xs: the x of every boundary between characters when all stands on one line, len(text) + 1 of them, in px. before and
    after: what does not count as width, in px, where a line begins with character i or ends with it. places: where a
    line may end, best kind first (between words; anywhere but inside a figure's parts; …), each ascending and each
    ending with len(text). phrases: those of the first kind at which a title should be broken; pauses: those of them
    with punctuation. gentle: above 0 any text should, as in a language that has no spaces, where the line then takes up
    this share of its width. uneven: how much longer the lines of a title may be for it.
    """

    text: str
    xs: tuple[float, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    places: tuple[tuple[int, ...], ...]
    phrases: tuple[int, ...]
    pauses: tuple[int, ...] = ()
    gentle: float = 0.0
    uneven: float = UNEVEN

    def trimmed(self, start: int, end: int) -> int:
        """The end of a line without its trailing spaces."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return end

    def width(self, start: int, end: int) -> float:
        """The width of a line of the characters from start to end, in px, without spaces at its end."""
        end = self.trimmed(start, end)
        return self.xs[end] - self.xs[start] - self.before[start] - self.after[end - 1] if end > start else 0.0


class Breaks(Struct, frozen=True):
    """The ends of the lines, and the worst kind of place that was needed for them."""

    ends: tuple[int, ...]
    kind: int = 0


def fill(paragraph: Paragraph, width: float, *, gentle: bool = False) -> Breaks:
    """As much on every line as `width` px allow, breaking at a worse kind of place only where a line has no better.

    `gentle` ends lines with phrases wherever that leaves none of them too short.
    """
    ends: list[int] = []
    start = worst = 0
    while start < len(paragraph.text):
        end, kind = _next_end(paragraph, start, width, gentle)
        ends.append(end)
        start, worst = end, max(worst, kind)
    return Breaks(tuple(ends), worst)


def _next_end(paragraph: Paragraph, start: int, width: float, gentle: bool) -> tuple[int, int]:
    end = _last_fitting(paragraph, start, width, paragraph.phrases) if gentle else None
    if end is not None and (end == len(paragraph.text) or paragraph.width(start, end) >= paragraph.gentle * width):
        return end, 0
    for kind, places in enumerate(paragraph.places):
        end = _last_fitting(paragraph, start, width, places)
        if end is not None:
            return end, kind
    places = paragraph.places[-1]
    return places[bisect_right(places, start)], len(paragraph.places) - 1


def _last_fitting(paragraph: Paragraph, start: int, width: float, places: tuple[int, ...]) -> int | None:
    last = None
    for end in places[bisect_right(places, start) :]:
        if paragraph.width(start, end) > width + SLACK:
            break
        last = end
    return last


def even(paragraph: Paragraph, width: float, breaks: Breaks) -> Breaks:
    """The same number of lines, as short as it allows; broken at pauses, else between phrases, if not much longer."""
    lines = len(breaks.ends)
    if lines < 2:
        return breaks
    least = int(paragraph.width(0, len(paragraph.text)) / lines)

    def words(limit: int) -> Breaks | None:
        found = fill(paragraph, min(limit, width))
        return found if len(found.ends) <= lines and found.kind <= breaks.kind else None

    def pauses(limit: int) -> Breaks | None:
        return _at(paragraph, paragraph.pauses, min(limit, width), lines)

    def phrases(limit: int) -> Breaks | None:
        return _at(paragraph, paragraph.phrases, min(limit, width), lines)

    shortest, plain = _least(words, least, int(width) + 1) or (int(width), breaks)
    paused = _least(pauses, shortest, int(min(width + 1, shortest * AT_PAUSES)))
    if paused and _alike(paragraph, paused[1]):
        return paused[1]
    longest = width + 1 if paragraph.uneven == math.inf else min(width + 1, shortest * paragraph.uneven)
    phrased = _least(phrases, shortest, int(longest))
    if phrased and (paragraph.uneven == math.inf or _alike(paragraph, phrased[1])):
        return phrased[1]
    return gently(paragraph, min(width, longest), plain) if paragraph.gentle else plain


def gently(paragraph: Paragraph, width: float, breaks: Breaks) -> Breaks:
    """Lines of which more end with phrases, as far as that takes no more of them."""
    found = fill(paragraph, width, gentle=True)
    if len(found.ends) > len(breaks.ends) or found.kind > breaks.kind:
        return breaks
    phrases = set(paragraph.phrases)
    return found if len(phrases.intersection(found.ends)) > len(phrases.intersection(breaks.ends)) else breaks


def _at(paragraph: Paragraph, places: tuple[int, ...], width: float, lines: int) -> Breaks | None:
    """At most so many lines that end at the places alone; None where what lies between two is too long for a line."""
    ends: list[int] = []
    while not ends or ends[-1] < len(paragraph.text):
        end = _last_fitting(paragraph, ends[-1] if ends else 0, width, places)
        if end is None or len(ends) == lines:
            return None
        ends.append(end)
    return Breaks(tuple(ends))


def _alike(paragraph: Paragraph, breaks: Breaks) -> bool:
    """Whether no line is so short that it looks lost."""
    widths = [paragraph.width(start, end) for start, end in pairwise((0, *breaks.ends))]
    return min(widths) >= SHORTEST * max(widths)


def _least(attempt: Callable[[int], Breaks | None], low: int, high: int) -> tuple[int, Breaks] | None:
    """The smallest whole number from low to high for which the attempt succeeds, and what it gave."""
    best = None
    while low <= high:
        middle = (low + high) // 2
        found = attempt(middle)
        if found is None:
            low = middle + 1
        else:
            best, high = (middle, found), middle - 1
    return best


def no_widow(paragraph: Paragraph, width: float, breaks: Breaks) -> Breaks:
    """Where a line is one wide character, alone or with punctuation, the line before gives it one more."""
    ends = list(breaks.ends)
    kinds = paragraph.places[min(breaks.kind, 1) : 2]  # not inside a Latin word
    for k in range(1, len(ends)):
        start, cut, end = ends[k - 2] if k > 1 else 0, ends[k - 1], ends[k]
        letters = [character for character in paragraph.text[cut:end] if character.isalnum()]
        if len(letters) == 1 and is_wide(letters[0]):
            earlier = (at for places in kinds for at in reversed(places) if start < at < cut)
            fitting = (at for at in earlier if paragraph.width(at, end) <= width + SLACK)
            ends[k - 1] = next(fitting, cut)
    return Breaks(tuple(ends), breaks.kind)


def break_lines(paragraph: Paragraph, width: float, *, balance: bool) -> tuple[int, ...]:
    """The ends of the lines of at most `width` px; an empty paragraph is one empty line."""
    if not paragraph.text:
        return (0,)
    breaks = fill(paragraph, width)
    if balance:
        breaks = even(paragraph, width, breaks)
    elif paragraph.gentle:
        breaks = gently(paragraph, width, breaks)
    return no_widow(paragraph, width, breaks).ends
