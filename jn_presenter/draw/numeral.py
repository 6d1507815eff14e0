"""A figure set large: its number at one size, the words around it smaller on its baseline, and how it counts up."""

from msgspec import Struct, structs

from jn_presenter.draw.numbers import FIGURE_SPACE, counting, split_figure
from jn_presenter.draw.typography import ASCENT, is_cjk, is_wide
from jn_presenter.model.element import Env
from jn_presenter.model.marks import Counter, Line, Run, TextMark
from jn_presenter.model.style import SMALLEST_PX, Font

LADDER = (240.0, 200.0, 176.0, 160.0, 144.0, 128.0, 112.0, 96.0, 80.0, 64.0, 48.0, 36.0, 24.0)
"""The sizes of numerals in px, so that figures in like rectangles are of like size whatever they say."""
AFFIX = 0.4
"""The size of the words beside a number, in units of the number's."""
PERCENT = 0.6
SPACE = 0.28
TOUCH = 0.1
"""Between number and words, in units of the words' size: with a blank between them, and without."""
CAPITALS = 0.74
"""Height of figures and capitals above the baseline, in units of the size."""
UNDER = 0.2
"""Depth of what hangs below the baseline."""


def ladder(most: float) -> float:
    """The largest size of the ladder that is at most `most` px; its smallest where none is."""
    return next((size for size in LADDER if size <= most), LADDER[-1])


class Numeral(Struct, frozen=True):
    """The words before, the number, the words after, as lines from x = 0 with the baseline at y = 0.

    `above`: the words before the number stand on a line of their own over it, because the row is too narrow for all.
    """

    parts: tuple[tuple[str, Line], ...]
    width: float
    size: float
    above: bool = False
    digit: float = 0.0
    comma: float = 0.0
    """Advances of a digit and of a comma or point at the number's size, for the counter."""

    @property
    def rise(self) -> float:
        """How far it reaches above the baseline of the number."""
        return self.size * CAPITALS + (self.band if self.above else 0.0)

    @property
    def band(self) -> float:
        """The height of a line of words above the number."""
        return band(self.size)

    def marks(
        self, key: str, x: float, y: float, opacity: float = 1.0, *, counts: bool = False
    ) -> tuple[TextMark, ...]:
        """Marks `key`.before, .number and .after with the number's baseline at y and the left edge at x.

        counts: whether the number counts from the one before it when it changes.
        """
        words = "|".join(line.text for name, line in self.parts if name != "number")
        counter = Counter(self.digit, self.comma, words) if counts else None
        return tuple(
            TextMark(
                key=f"{key}.{name}",
                lines=(structs.replace(line, x=line.x + x, y=line.y + y),),
                opacity=opacity,
                counter=counter if name == "number" else None,
            )
            for name, line in self.parts
        )

    def at(self, t: float) -> "Numeral":
        """The numeral while it counts up: only the digits are others, in the places of the final ones."""
        if t >= 1.0:
            return self
        return structs.replace(self, parts=tuple((name, self._counted(name, line, t)) for name, line in self.parts))

    def _counted(self, name: str, line: Line, t: float) -> Line:
        if name != "number":
            return line
        run = line.runs[0]
        words = counting(run.text, t, line.language).strip(FIGURE_SPACE)
        width = sum(self.digit if character.isdigit() else self.comma for character in words)
        return structs.replace(
            line, x=line.x + line.width - width, width=width, runs=(Run(words, run.font, run.colour),)
        )


def band(size: float) -> float:
    """The height of a line of words above a number of this size."""
    return max(SMALLEST_PX, size * AFFIX) * 1.4


def set_numeral(words: str, language: str, env: Env, size: float, width: float, colour: str, quiet: str) -> Numeral:
    """The figure `words` with its number at `size` px in `colour`, the rest smaller in `quiet`.

    Words before the number go above it where all do not fit into `width` px; what is still wider is left so.
    """
    before, number, after = split_figure(words)
    if not number:
        # 千亿级 has no digits: the words are the figure.
        before, number, after = "", words, ""
    # Chinese characters are taller than figures: as words they are set smaller to reach as high.
    big = Font(size * CAPITALS / ASCENT if is_wide(number[:1] or "0") else size, True)
    small = Font(max(SMALLEST_PX, size * AFFIX))
    unit = Font(max(SMALLEST_PX, size * PERCENT), True) if after.strip() == "%" else small
    advance = env.measure.advance
    wide = advance(number, big, language)
    first = advance(before.strip(), small, language) + _space(before[-1:], small) if before.strip() else 0.0
    last = advance(after.strip(), unit, language) + _space(after[:1], unit) if after.strip() else 0.0
    above = bool(before.strip()) and first + wide + last > width + 0.5
    start = 0.0 if above else first
    parts = [("number", Line(start, 0.0, wide, (Run(number, big, colour),), language))]
    if before.strip():
        y = -(size * CAPITALS + band(size) - small.size) if above else 0.0
        long = advance(before.strip(), small, language)
        parts.insert(0, ("before", Line(0.0, y, long, (Run(before.strip(), small, quiet),), language)))
    if after.strip():
        x = start + wide + _space(after[:1], unit)
        long = advance(after.strip(), unit, language)
        ink = colour if unit is not small else quiet
        parts.append(("after", Line(x, 0.0, long, (Run(after.strip(), unit, ink),), language)))
    total = max(line.x + line.width for _, line in parts)
    return Numeral(tuple(parts), total, size, above, advance("0", big, language), advance(",", big, language))


def _space(edge: str, font: Font) -> float:
    """The space between the number and the words whose nearest character is `edge`."""
    if edge in ("%", "-"):
        return 0.0
    if edge.isspace():
        return font.size * SPACE
    return font.size * (TOUCH if is_cjk(edge) or edge.isalpha() else SPACE)
