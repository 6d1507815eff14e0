"""Columns of a table: how a width is shared out among them, and how their numbers hang from the decimal point."""

from collections.abc import Callable, Sequence

from jn_presenter.draw.numbers import decimals_of, split_figure


def share_out(naturals: Sequence[float], leasts: Sequence[float], room: float) -> tuple[float, ...]:
    """Widths in px of columns that would like `naturals`, can do with `leasts`, and have `room` together.

    Columns up to a common level get all that they would like, the others that level, or their least where it is more.
    Where even the leasts are more than the room, those.
    """
    pairs = [(natural, min(least, natural)) for natural, least in zip(naturals, leasts, strict=True)]

    def at(level: float) -> tuple[float, ...]:
        return tuple(min(natural, max(least, level)) for natural, least in pairs)

    # The sum is linear in the level between two of these.
    known = (level for level in sorted({0.0, *(edge for pair in pairs for edge in pair)}) if sum(at(level)) <= room)
    below = max(known, default=0.0)
    growing = sum(least <= below < natural for natural, least in pairs)
    return at(below + max(0.0, room - sum(at(below))) / growing) if growing else at(below)


def hanging(words: Sequence[str], advance: Callable[[str], float], language: str = "") -> tuple[float, ...]:
    """How many px before the right edge of its column each figure ends, for decimal points to stand under one another.

    words: the figures as the language writes them, empty where a row has none. 0 for all where they end differently.
    """
    split = [split_figure(figure) for figure in words]
    if len({after for _, number, after in split if number}) > 1:
        return (0.0,) * len(words)
    ends = [advance(decimals) if (decimals := decimals_of(number, language)) else 0.0 for _, number, _ in split]
    return tuple(max(ends, default=0.0) - end for end in ends)
