"""Where lines end: fills lines greedily, evens them out, and leaves no character alone. Pure arithmetic."""

from bisect import bisect_right
from collections.abc import Callable

from msgspec import Struct

from jn_presenter.draw.typography import is_wide

SLACK = 0.01
"""px by which a line may be too wide, for the rounding of advances."""
UNEVEN = 1.25
"""How much longer the lines of a title may be so that it is broken between phrases."""
FULL = 0.5
"""How much of its width a line of gently broken text takes up at least; rather than earlier it ends inside a phrase."""


class Paragraph(Struct, frozen=True):
    """A text without line feeds as the breaker sees it.

    xs: the x of every boundary between characters when all stands on one line, len(text) + 1 of them, in px. before and
    after: what does not count as width, in px, where a line begins with character i or ends with it. places: where a
    line may end, best kind first (between words; anywhere but inside a figure's parts; …), each ascending and each
    ending with len(text). phrases: those of the first kind at which a title should be broken. gentle: whether any text
    should, as in a language that has no spaces, and shows its words by their letters.
    """

    text: str
    xs: tuple[float, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    places: tuple[tuple[int, ...], ...]
    phrases: tuple[int, ...]
    gentle: bool = False

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
    if end is not None and (end == len(paragraph.text) or paragraph.width(start, end) >= FULL * width):
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
    """The same number of lines, as short as it allows; broken between phrases where that is not much longer."""
    lines = len(breaks.ends)
    if lines < 2:
        return breaks
    least = int(paragraph.width(0, len(paragraph.text)) / lines)

    def words(limit: int) -> Breaks | None:
        found = fill(paragraph, min(limit, width))
        return found if len(found.ends) <= lines and found.kind <= breaks.kind else None

    def phrases(limit: int) -> Breaks | None:
        ends = _at_phrases(paragraph, min(limit, width))
        return Breaks(ends) if ends and len(ends) <= lines else None

    shortest, plain = _least(words, least, int(width) + 1) or (int(width), breaks)
    longest = int(width) + 1 if paragraph.gentle else min(int(width) + 1, int(shortest * UNEVEN))
    if phrased := _least(phrases, shortest, longest):
        return phrased[1]
    return gently(paragraph, width, plain) if paragraph.gentle else plain


def gently(paragraph: Paragraph, width: float, breaks: Breaks) -> Breaks:
    """Lines that end with phrases as far as that takes no more of them."""
    found = fill(paragraph, width, gentle=True)
    return found if len(found.ends) <= len(breaks.ends) and found.kind <= breaks.kind else breaks


def _at_phrases(paragraph: Paragraph, width: float) -> tuple[int, ...]:
    """The ends of lines filled up to phrases alone; empty where a phrase is too long for a line."""
    ends: list[int] = []
    while not ends or ends[-1] < len(paragraph.text):
        end = _last_fitting(paragraph, ends[-1] if ends else 0, width, paragraph.phrases)
        if end is None:
            return ()
        ends.append(end)
    return tuple(ends)


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
    places = paragraph.places[min(breaks.kind, 1)]  # not inside a word
    for k in range(1, len(ends)):
        start, cut, end = ends[k - 2] if k > 1 else 0, ends[k - 1], ends[k]
        letters = [character for character in paragraph.text[cut:end] if character.isalnum()]
        if len(letters) == 1 and is_wide(letters[0]):
            earlier = (at for at in reversed(places) if start < at < cut)
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
