"""A number on its way from one figure to the next: digits change, right-aligned, in tabular type."""

from collections.abc import Callable
from decimal import Decimal

from msgspec import structs

from jn_presenter.draw.locales import locale
from jn_presenter.draw.motion import lerp
from jn_presenter.draw.numbers import decimals_of, number_value, split_figure
from jn_presenter.model.marks import Line, Run, TextMark


def counting(old: TextMark, new: TextMark) -> Callable[[float], TextMark] | None:
    """The number between two at t in 0..1, written as the new one is.

    Its right edge and its size go from the old one's to the new; it begins nowhere left of both.

    None where they do not count: words, numbers of other units, and figures that are no quantities.
    """
    counter = new.counter
    if old.counter is None or counter is None or old.counter.words != counter.words:
        return None
    here, there = old.lines[0], new.lines[0]
    first, last = _number(here), _number(there)
    if first is None or last is None or len(there.runs) != 1:
        return None
    places, grouped = _form(there)
    grouped = grouped or _form(here)[1]
    own = locale(there.language)
    run, size = there.runs[0], here.runs[0].font.size
    ends = here.x + here.width + old.dx, there.x + there.width + new.dx
    # More digits than the new figure has would go past the left edge of both, and of what is painted anew.
    left = min(here.x + old.dx, there.x + new.dx)
    y = here.y + old.dy - there.y

    def at(t: float) -> TextMark:
        words = own.fixed(first + (last - first) * Decimal(t), places, grouped=grouped)
        font = structs.replace(run.font, size=lerp(size, run.font.size, t))
        digits = sum(map(str.isdigit, words))
        width = font.size / run.font.size * (counter.digit * digits + counter.comma * (len(words) - digits))
        x = max(lerp(*ends, t) - width, left)
        line = structs.replace(there, x=x - new.dx, width=width, runs=(Run(words, font, run.colour),))
        return structs.replace(new, lines=(line,), dy=lerp(y, new.dy, t), opacity=lerp(old.opacity, new.opacity, t))

    return at


def _number(line: Line) -> Decimal | None:
    """The number that the line is, None where it is none or has words beside it."""
    before, number, after = split_figure(line.text)
    return None if before or after or not number else number_value(number, line.language)


def _form(line: Line) -> tuple[int, bool]:
    """The decimals of the number, and whether its thousands are set apart."""
    decimals = decimals_of(line.text, line.language)
    return max(0, len(decimals) - 1), not line.text.removesuffix(decimals).isdigit()
