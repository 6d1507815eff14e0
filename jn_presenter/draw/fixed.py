"""A Measure with fixed advances, for tests and tools without fonts: wide characters are one em, others half."""

from jn_presenter.draw.typography import HAIR, baseline, hair_gaps, is_wide, line_height
from jn_presenter.model.element import Align, Block
from jn_presenter.model.marks import Line, Run
from jn_presenter.model.style import Font


class FixedMeasure:
    """Breaks at spaces and between wide characters; knows no 避头尾."""

    def advance(self, text: str, font: Font, language: str = "") -> float:
        ems = sum(1.0 if is_wide(character) else 0.5 for character in text)
        return (ems + HAIR * len(hair_gaps(text))) * font.size

    def wrap(
        self,
        runs: tuple[Run, ...],
        width: float,
        *,
        language: str = "",
        align: Align = "left",
        leading: float = 1.4,
        balance: bool = False,
    ) -> Block:
        lines: list[list[Run]] = [[]]
        for run in runs:
            for paragraph, words in enumerate(run.text.split("\n")):
                if paragraph:
                    lines.append([])
                for word in _words(words):
                    tried = _merged([*lines[-1], Run(word.rstrip(), run.font, run.colour)])
                    if lines[-1] and sum(self.advance(part.text, part.font) for part in tried) > width:
                        lines.append([])
                    lines[-1].append(Run(word, run.font, run.colour))
        font = max((run.font for run in runs), key=lambda font: font.size, default=Font(36.0))
        placed = []
        for k, line in enumerate(lines):
            merged = _merged(line)
            # A space at which a line was broken takes no room, as with real fonts.
            last = len(merged) - 1
            ends = (part.text.rstrip() if n == last else part.text for n, part in enumerate(merged))
            long = sum(self.advance(words, part.font) for words, part in zip(ends, merged, strict=True))
            x = {"left": 0.0, "centre": (width - long) / 2, "right": width - long}[align]
            placed.append(Line(x, baseline(k * line_height(font, leading), font, leading), long, merged, language))
        return Block(tuple(placed), max(line.width for line in placed), len(placed) * line_height(font, leading))


def _words(text: str) -> list[str]:
    words: list[str] = []
    for character in text:
        joins = words and not is_wide(character) and not is_wide(words[-1][-1]) and not words[-1].endswith(" ")
        if joins or (words and character == " "):
            words[-1] += character
        else:
            words.append(character)
    return words


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if merged and (merged[-1].font, merged[-1].colour) == (run.font, run.colour):
            merged[-1] = Run(merged[-1].text + run.text, run.font, run.colour)
        else:
            merged.append(run)
    return tuple(merged)
