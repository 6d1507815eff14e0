"""How a slide of the overview looks: its picture, the frame around it, and its number and title beneath."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from jn_presenter.draw.typography import baseline, line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.model.text import Message
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.elide import elided
from jn_presenter.qt.windows.console.look import ACCENT, CAPTION_PX, HAIRLINE, LEADING, PANEL, TITLE_PX, TONES, Look
from jn_presenter.qt.windows.console.report import Tone

UNNUMBERED = "–"
LEFT_OUT_OPACITY = 0.35
LINES = 3
"""Of words under a picture."""


class Cells:
    """Paints them with one painter. scale: device px of a px."""

    def __init__(self, painter: QPainter, look: Look, measure: Measure, language: str, scale: float) -> None:
        self._painter, self._look, self._measure = painter, look, measure
        self._language, self._scale = language, scale

    def heading(self, words: str, x: float, y: float) -> None:
        """A theme's title above its slides."""
        self._line(self._look.run(words, TITLE_PX, bold=True), x, y)

    def picture(self, frame: QRect, pixmap: QPixmap | None, *, shown: bool) -> None:
        """The slide, or its place while there is no picture of it; dim where it is not in the show."""
        self._painter.fillRect(frame, colour(PANEL))
        if pixmap is not None:
            self._painter.setOpacity(1.0 if shown else LEFT_OUT_OPACITY)
            self._painter.drawPixmap(frame, pixmap, pixmap.rect())
            self._painter.setOpacity(1.0)

    def outline(self, frame: QRect, *, present: bool, chosen: bool) -> None:
        """Amber around the present slide, the accent around the chosen one, both where it is both."""
        painter, unit = self._painter, self._look.unit
        rings = [(TONES["amber"], unit // 4 + 1)] * present + [(ACCENT, unit // 2 + unit // 4)] * chosen
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, off in rings or [(HAIRLINE, 0)]:
            pen = QPen(colour(ink), max(1, unit // 4) if rings else 1)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(QRectF(frame).adjusted(-off + 0.5, -off + 0.5, off - 0.5, off - 0.5))

    def words(self, area: QRect, number: int, title: str, why: Message | None, tone: Tone) -> None:
        """Number and title on three lines at most, or on two and under them why the slide is in the show, or is not."""
        unit = self._look.unit
        ink: Tone = "ink" if number else "quiet"
        head = self._look.run(f"{number or UNNUMBERED}  ", CAPTION_PX, ink, bold=True)
        aside = self._measure.advance(head.text, head.font)
        top, step = area.y() + unit, line_height(head.font, LEADING)
        self._line(head, area.x(), top)
        lines = self.lines(title, ink, area.width() - aside, LINES - 1 if why else LINES)
        for line in lines:
            draw_line(self._painter, line, area.x() + aside, top, self._scale)
        if why is not None:
            for line in self.lines(why.in_language(self._language), tone, area.width() - aside, 1):
                draw_line(self._painter, line, area.x() + aside, top + len(lines) * step, self._scale)

    def lines(self, words: str, tone: Tone, width: float, most: int) -> tuple[Line, ...]:
        """The words in `width` px on so many lines; an ellipsis stands for what has no room."""

        def broken(shorter: str) -> tuple[Line, ...]:
            run = self._look.run(shorter, CAPTION_PX, tone)
            return self._measure.wrap((run,), width, language=self._language, leading=LEADING).lines

        return broken(elided(words, lambda shorter: len(broken(shorter)) <= most))

    def _line(self, run: Run, x: float, y: float) -> None:
        line = Line(x, y + baseline(0.0, run.font, LEADING), 0.0, (run,), self._language)
        draw_line(self._painter, line, 0.0, 0.0, self._scale)
