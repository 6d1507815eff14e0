"""Runs of one line as Qt shapes them: glyphs, advances and the drawing of both, for the GUI thread only."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QRawFont,
    QTextCharFormat,
    QTextLayout,
)

from jn_presenter.model.marks import Run
from jn_presenter.model.style import Font
from jn_presenter.qt.fonts import BUNDLED, FAMILY, QUOTES_FAMILY, family, font_file, pixels, qfont
from jn_presenter.qt.scene.colours import brush, colour
from jn_presenter.qt.scene.punctuation import NARROW_SPACE, indent, marks_of, narrow_marks, outdent, spacing

LARGE = 64
"""Device px from which Qt fills outlines; all of a line as one path, which takes ten times as long as one by one."""


class Stretch(Struct, frozen=True):
    """Glyphs of one font and ink. `family` is empty where a font of the machine helped out."""

    font: Font
    ink: str
    family: str
    run: QGlyphRun


def code_units(text: str) -> tuple[int, ...]:
    """For each index of `text`, its end included, the index in UTF-16, which Qt counts in."""
    if text.isascii() or max(text) < "\U00010000":
        return tuple(range(len(text) + 1))
    at = [0]
    for character in text:
        at.append(at[-1] + (2 if character > "\uffff" else 1))
    return tuple(at)


class Shaped:
    """Runs on one line. `text` has no line feeds; `before` and `after` are px that the line's ends do not count."""

    def __init__(self, runs: tuple[Run, ...], language: str) -> None:
        self.runs = runs
        self.text = "".join(run.text for run in runs)
        self.marks = marks_of(self.text, language)
        self._family = family(language)
        self._units = code_units(self.text)
        self.size = max((pixels(run.font) for run in runs), default=0)
        self._stretches: tuple[Stretch, ...] = ()
        painted = self.text.replace(NARROW_SPACE, "\u00a0")
        self._layout = QTextLayout(painted, qfont(runs[0].font, family=self._family) if runs else QFont(FAMILY))
        self._layout.setCacheEnabled(True)
        self._layout.setFormats([_format(*piece) for piece in self._pieces()])
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._line.setLineWidth(1e7)
        self._line.setPosition(QPointF(0.0, -self._line.ascent()))
        self._layout.endLayout()

    def _pieces(self) -> Iterator[tuple[int, int, QFont, str]]:
        """Stretches of one font and colour: (start, length) in UTF-16, cut where space is added or a mark is narrow."""
        gaps = dict(spacing(self.text, self.marks))
        narrow = narrow_marks(self.text, self.marks)
        at = 0
        for run in self.runs:
            end = at + len(run.text)
            cuts = sorted({at, end, *(c for i in (*gaps, *narrow) for c in (i, i + 1) if at < c < end)})
            for start, stop in pairwise(cuts):
                gap = gaps.get(start, 0.0) if stop == start + 1 else 0.0
                name = QUOTES_FAMILY if start in narrow else self._family
                font = qfont(run.font, family=name, spacing=gap * pixels(run.font))
                yield self._units[start], self._units[stop] - self._units[start], font, run.colour
            at = end

    def xs(self) -> tuple[float, ...]:
        """The x of every boundary between characters, the end included, in px."""
        return tuple(self._x(unit) for unit in self._units)

    def _x(self, unit: int) -> float:
        return float(self._line.cursorToX(unit)[0])  # type: ignore[index]

    def gaps(self) -> dict[int, float]:
        """The px of space after characters, by index."""
        sizes = self.sizes()
        return {i: em * sizes[i] for i, em in spacing(self.text, self.marks)}

    def sizes(self) -> tuple[int, ...]:
        """The px size of every character's font."""
        return tuple(size for run in self.runs for size in (pixels(run.font),) * len(run.text))

    @property
    def indent(self) -> float:
        """By how many px the line is drawn to the left of its x, so that its ink begins there."""
        return indent(self.text[0], self.marks) * pixels(self.runs[0].font) if self.text else 0.0

    @property
    def width(self) -> float:
        """The advance in px, without the blank halves of marks at both ends."""
        if not self.text:
            return 0.0
        end = outdent(self.text[-1], self.marks) * pixels(self.runs[-1].font)
        return self._x(self._units[-1]) - self.indent - end

    def draw(self, painter: QPainter, x: float, y: float, scale: float) -> None:
        """Draw with the baseline at y. `scale` is device px per logical px, 0 on a vector device, which keeps text."""
        at = QPointF(x - self.indent, y)
        if not scale:
            self._layout.draw(painter, at)
            return
        # In the pen, not the painter: under a painter's opacity Qt draws letters five times slower, and thinner, so a
        # text that fades in would grow bolder with its last frame.
        opacity = painter.opacity()
        painter.setOpacity(1.0)
        for stretch in self.stretches():
            ink = colour(stretch.ink, opacity)
            if self.size * scale >= LARGE and stretch.family:
                _fill(painter, at, stretch, ink)
            else:
                painter.setPen(ink)
                painter.drawGlyphRun(at, stretch.run)
        painter.setOpacity(opacity)

    def stretches(self) -> tuple[Stretch, ...]:
        """The glyphs in their places, by stretches of one font and ink."""
        if not self._stretches:
            self._stretches = tuple(self._shaped_stretches())
        return self._stretches

    def _shaped_stretches(self) -> Iterator[Stretch]:
        at = 0
        for run in self.runs:
            start, at = at, at + len(run.text)
            for shaped in self._layout.glyphRuns(self._units[start], self._units[at] - self._units[start]):
                name = shaped.rawFont().familyName()
                yield Stretch(run.font, run.colour, name if name in BUNDLED else "", shaped)


def _fill(painter: QPainter, at: QPointF, stretch: Stretch, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.translate(at)
    for glyph, place in zip(stretch.run.glyphIndexes(), stretch.run.positions(), strict=True):
        painter.translate(place)
        painter.drawPath(_outline(stretch.font, stretch.family, glyph))
        painter.translate(-place)
    painter.translate(-at)


def _format(start: int, length: int, font: QFont, ink: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(brush(ink))
    made.format = look
    return made


@cache
def _face(family: str, bold: bool) -> QRawFont:
    """Letters that are never painted: Qt makes an outline of the size its font was painted at last, rounded."""
    return QRawFont(str(font_file(family, bold)), LARGE, QFont.HintingPreference.PreferNoHinting)


@lru_cache(maxsize=64)
def _raw(font: Font, family: str) -> QRawFont:
    sized = QRawFont(_face(family, font.bold))
    sized.setPixelSize(pixels(font))
    return sized


@lru_cache(maxsize=2048)
def _outline(font: Font, family: str, glyph: int) -> QPainterPath:
    path = _raw(font, family).pathForGlyph(glyph)
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


@lru_cache(maxsize=512)
def shape(runs: tuple[Run, ...], language: str) -> Shaped:
    """The runs shaped; the same runs are shaped once."""
    return Shaped(runs, language)
