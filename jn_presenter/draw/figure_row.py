"""A figure in each of the slide's languages: its numerals side by side or one beneath the other, and their marks."""

from collections.abc import Sequence

from msgspec import structs

from jn_presenter.draw.figures import Said
from jn_presenter.draw.numeral import UNDER, Numeral, set_numeral
from jn_presenter.draw.setting import SECOND
from jn_presenter.draw.tags import aligned
from jn_presenter.model.element import Align, Env
from jn_presenter.model.marks import Datum, TextMark
from jn_presenter.model.style import SMALLEST_PX

Row = tuple[tuple[float, float, Numeral], ...]
"""Left edge and baseline of each numeral."""

BETWEEN = 0.3
"""Between the figures of two languages side by side, in units of the first one's size."""
GAP_BELOW = 0.25
"""Above a further one that stands beneath, in units of its own size: it keeps clear of the rule of a target."""


def numerals_of(said: Said, env: Env, size: float, width: float, ink: str) -> tuple[Numeral, ...]:
    """The figure in each language: the first one's number at `size` px in `ink`, the others smaller and quiet."""
    found = []
    for k, (language, words) in enumerate(said):
        colours = (env.style.quiet, env.style.quiet) if k else (ink, env.style.ink)
        px = max(SMALLEST_PX, size * (SECOND if k else 1.0))
        found.append(set_numeral(words, language, env, px, width, *colours))
    return tuple(found)


def in_row(numerals: Sequence[Numeral], x: float, y: float, width: float, align: Align, *, beside: bool) -> Row:
    """The numerals on one baseline at y where `beside` and all fit into `width` px, else one beneath the other."""
    if not numerals:
        return ()
    gap = BETWEEN * numerals[0].size
    total = sum(numeral.width for numeral in numerals) + gap * (len(numerals) - 1)
    placed = []
    if beside and total <= width and not any(numeral.above for numeral in numerals):
        x += aligned(total, width, align)
        for numeral in numerals:
            placed.append((x, y, numeral))
            x += numeral.width + gap
        return tuple(placed)
    for k, numeral in enumerate(numerals):
        y += UNDER * numerals[k - 1].size + numeral.rise + GAP_BELOW * numeral.size if k else 0.0
        placed.append((x + aligned(numeral.width, width, align), y, numeral))
    return tuple(placed)


def foot(row: Row) -> float:
    """The lowest that any of the numerals reaches; there is at least one."""
    return max(y + UNDER * numeral.size for _, y, numeral in row)


def row_marks(row: Row, t: float, datum: Datum | None, *, counts: bool = False) -> tuple[TextMark, ...]:
    """The numerals while they count up to t in 0..1; the first number stands for the datum.

    counts: whether they also count from one figure to the next.
    """
    return tuple(
        structs.replace(mark, datum=datum) if mark.key == "figure.number" else mark
        for k, (x, y, numeral) in enumerate(row)
        for mark in numeral.at(t).marks(f"figure.{k}" if k else "figure", x, y, counts=counts)
    )
