"""Measures, breaks and draws text with the real font: QtMeasure is what elements are fitted with, draw_line paints."""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QPainter

from jn_presenter.draw.typography import baseline, line_height
from jn_presenter.model.element import Align, Block
from jn_presenter.model.marks import Line, Run
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.breaking import UNEVEN, Paragraph, break_lines
from jn_presenter.qt.scene.chinese import inside_words
from jn_presenter.qt.scene.punctuation import (
    LATIN,
    SOFT_HYPHEN,
    ends_phrase,
    indent,
    inside_compounds,
    inside_figures,
    inside_phrases,
    is_pause,
    marks_of,
    may_part,
    opens_after_pause,
    outdent,
)
from jn_presenter.qt.scene.shaping import code_units, shape

GENTLE = {"zh": (0.55, 1.5), "ja": (0.5, math.inf)}
CLINGING = "的地得了等"
"""What belongs to the words before it in Chinese, even where these are emphasized."""
STRICT = (0.0, UNEVEN)
"""How far languages go to end lines with phrases: Paragraph's gentle and uneven. Those without spaces go farther."""

_INK = "#000000"
_WIDE = "zh"
_FALLBACK = Font(36.0)


class QtMeasure:
    """The Measure of jn_presenter.model.element, by Qt and the bundled font. Has no state; all results are cached."""

    def advance(self, text: str, font: Font, language: str = "") -> float:
        return _advance(text, font, language)

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
        return _wrap(runs, width, language, align, leading, balance)


def draw_line(painter: QPainter, line: Line, dx: float = 0.0, dy: float = 0.0, scale: float = 1.0) -> None:
    """Draw a line at its place, moved by (dx, dy). `scale` is device px per logical px, 0 on a vector device."""
    if line.runs:
        shape(line.runs, line.language).draw(painter, line.x + dx, line.y + dy, scale)


@lru_cache(maxsize=4096)
def _advance(text: str, font: Font, language: str) -> float:
    return shape((Run(text, font, _INK),), language).width


@lru_cache(maxsize=2048)
def _wrap(runs: tuple[Run, ...], width: float, language: str, align: Align, leading: float, balance: bool) -> Block:
    if not language and marks_of("".join(run.text for run in runs), "") is not LATIN:
        language = _WIDE  # told by all words once, since a line of them may have Latin alone
    lines: list[Line] = []
    top = 0.0
    largest = max((run.font for run in runs), key=lambda font: font.size, default=_FALLBACK)
    for words in paragraphs(runs):
        paragraph = measured(words, language)
        start = 0
        for end in break_lines(paragraph, width, balance=balance):
            part = cut(words, start, paragraph.trimmed(start, end))
            if paragraph.text[end - 1 : end] == SOFT_HYPHEN and end < len(paragraph.text):
                part = hyphenated(part)
            font = max((run.font for run in part), key=lambda font: font.size, default=largest)
            long = shape(part, language).width if part else 0.0
            x = {"left": 0.0, "centre": (width - long) / 2, "right": width - long}[align]
            lines.append(Line(x, baseline(top, font, leading), long, part, language))
            top += line_height(font, leading)
            start = end
    return Block(tuple(lines), max(line.width for line in lines), top)


def paragraphs(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """The runs of each paragraph, cut at the line feeds; runs without characters are left out."""
    words: list[Run] = []
    for run in runs:
        first, *more = run.text.split("\n")
        words.append(Run(first, run.font, run.colour))
        for text in more:
            yield tuple(word for word in words if word.text)
            words = [Run(text, run.font, run.colour)]
    yield tuple(word for word in words if word.text)


def cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """The runs of the characters from start to end."""
    found: list[Run] = []
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            found.append(Run(text, run.font, run.colour))
        at += len(run.text)
    return tuple(found)


def hyphenated(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a line that ends at a soft hyphen, with a hyphen in its place."""
    last = runs[-1]
    return (*runs[:-1], Run(last.text.removesuffix(SOFT_HYPHEN) + "-", last.font, last.colour))


@lru_cache(maxsize=512)
def measured(runs: tuple[Run, ...], language: str) -> Paragraph:
    """A paragraph's advances, and where its lines may end."""
    shaped = shape(runs, language)
    text, sizes, gaps = shaped.text, shaped.sizes(), shaped.gaps()
    fonts = [run.font for run in runs for _ in run.text]
    kinds = places(text, language)
    phrases = _phrases(runs, text, kinds[0][:-1], language)
    gentle, uneven = GENTLE.get(language.partition("-")[0], STRICT)
    return Paragraph(
        text,
        shaped.xs(),
        tuple(indent(character, shaped.marks) * size for character, size in zip(text, sizes, strict=True)),
        tuple(
            (outdent(character, shaped.marks) * size + gaps.get(i, 0.0))
            if character != SOFT_HYPHEN
            else -_advance("-", fonts[i], language)
            for i, (character, size) in enumerate(zip(text, sizes, strict=True))
        ),
        kinds,
        (*phrases, len(text)),
        (*(at for at in phrases if is_pause(text, at)), len(text)),
        gentle,
        uneven,
    )


def _phrases(runs: tuple[Run, ...], text: str, between: tuple[int, ...], language: str) -> list[int]:
    """Those of the places between words at which a phrase ends; in Chinese also at both ends of what is emphasized."""
    clinging = inside_phrases(text, language)
    borders = accumulate(len(run.text) for run in runs) if language.startswith(_WIDE) else ()
    marked = {at for at in borders if text[at : at + 1] not in CLINGING}
    return [
        at for at in between if at not in clinging and (at in marked or ends_phrase(text[at - 1], text[at], language))
    ]


@lru_cache(maxsize=512)
def places(text: str, language: str = "") -> tuple[tuple[int, ...], ...]:
    """Where a line may end, best kind first: between words; inside figures, compounds and what Chinese words are known;
    inside a word; anywhere.

    Unicode's line breaking as Qt has it lets a line begin with ～ or ——, which Chinese does not, and none with “, which
    Chinese does after punctuation.
    """
    last = len(text)
    words = [at for at in _boundaries(text, QTextBoundaryFinder.BoundaryType.Line) if 0 < at < last]
    letters = [at for at in _boundaries(text, QTextBoundaryFinder.BoundaryType.Grapheme) if 0 < at < last]
    parted = [at for at in words if may_part(text[at - 1], text[at])]
    if language.startswith(_WIDE):
        parted = sorted({*parted, *(at for at in range(1, last) if opens_after_pause(text[at - 1], text[at]))})
    whole = inside_figures(text, language) | inside_compounds(text)
    if not language.startswith("ja"):
        whole |= inside_words(text)
    kinds = [at for at in parted if at not in whole], parted, [at for at in letters if may_part(text[at - 1], text[at])]
    return tuple((*kind, last) for kind in (*kinds, letters))


def _boundaries(text: str, kind: QTextBoundaryFinder.BoundaryType) -> Iterator[int]:
    units = code_units(text)
    index = {unit: at for at, unit in enumerate(units)}
    finder = QTextBoundaryFinder(kind, text)
    while (unit := finder.toNextBoundary()) != -1:
        yield index[unit]
