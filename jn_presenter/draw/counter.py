"""A number on its way from one figure to the next: digits change, right-aligned, in tabular type."""

from decimal import Decimal

from msgspec import structs

from jn_presenter.draw.motion import lerp
from jn_presenter.draw.numbers import split_figure
from jn_presenter.model.marks import Line, Run, TextMark


def on_the_way(old: TextMark, new: TextMark, t: float) -> TextMark | None:
    """The number between two, t in 0..1, written as the new one is.

    Its right edge and its size go from the old one's to the new; it begins nowhere left of both.

    None where they do not count: words, numbers of other units, and figures that are no quantities.
    """
    if old.counter is None or new.counter is None or old.counter.words != new.counter.words:
        return None
    here, there = old.lines[0], new.lines[0]
    first, last = _number(here), _number(there)
    if first is None or last is None or len(there.runs) != 1:
        return None
    words = _written(first + (last - first) * Decimal(t), here.text, there.text)
    run = there.runs[0]
    size = lerp(here.runs[0].font.size, run.font.size, t)
    grown = size / run.font.size
    width = grown * sum(new.counter.digit if character.isdigit() else new.counter.comma for character in words)
    right = lerp(here.x + here.width + old.dx, there.x + there.width + new.dx, t)
    runs = (Run(words, structs.replace(run.font, size=size), run.colour),)
    # More digits than the new figure has would go past the left edge of both, and of what is painted anew.
    x = max(right - width, min(here.x + old.dx, there.x + new.dx))
    line = structs.replace(there, x=x - new.dx, width=width, runs=runs)
    dy = lerp(here.y + old.dy - there.y, new.dy, t)
    return structs.replace(new, lines=(line,), dy=dy, opacity=lerp(old.opacity, new.opacity, t))


def _number(line: Line) -> Decimal | None:
    """The number that the line is, None where it is none or has words beside it."""
    before, number, after = split_figure(line.text)
    return None if before or after or not number else Decimal(number.replace(",", ""))


def _written(value: Decimal, old: str, new: str) -> str:
    """With the decimals of the new number, and commas between thousands where either has them."""
    comma = "," if "," in old + new else ""
    return f"{value:{comma}.{len(new.partition('.')[2])}f}"
