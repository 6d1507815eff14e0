"""The row above a picture: what the picture is on the left, the state of the audience's screen on the right."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from jn_presenter.draw.typography import baseline, line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.look import CAPTION_PX, GROUND, LEADING, TONES, Look
from jn_presenter.qt.windows.console.report import Said


class CaptionRow:
    """Paints a caption and badges with one painter, at the top of its widget."""

    def __init__(self, painter: QPainter, measure: Measure, look: Look, language: str) -> None:
        self._painter = painter
        self._measure = measure
        self._look = look
        self._language = language
        self._height = line_height(look.font(CAPTION_PX), LEADING)

    def paint(self, caption: Said, badges: tuple[Said, ...], width: float) -> None:
        """In `width` px. The last badges are left out where there is no room: they come by their weight."""
        gap = 2.0 * self._look.unit
        self._line(self._run(caption), 0.0)
        room = width - self._advance(self._run(caption))
        placed: list[tuple[Said, float]] = []
        for badge in badges:
            wide = self._advance(self._run(badge)) + 2 * self._pad(badge)
            room -= wide + gap
            if room < 0.0:
                break
            placed.append((badge, wide))
        right = width
        for badge, wide in reversed(placed):
            self._badge(badge, QRectF(right - wide, 0.0, wide, self._height))
            right -= wide + gap

    def _badge(self, badge: Said, area: QRectF) -> None:
        """Quiet ones are plain words; the others stand on their colour."""
        run = self._run(badge)
        if badge.tone != "quiet":
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(colour(TONES[badge.tone]))
            self._painter.drawRoundedRect(area, area.height() / 4, area.height() / 4)
            run = Run(run.text, run.font, GROUND)
        self._line(run, area.x() + self._pad(badge))

    def _pad(self, badge: Said) -> float:
        return 0.0 if badge.tone == "quiet" else float(self._look.unit)

    def _run(self, what: Said) -> Run:
        return self._look.run(what.text, CAPTION_PX, what.tone, bold=what.tone != "quiet")

    def _advance(self, run: Run) -> float:
        return self._measure.advance(run.text, run.font, self._language)

    def _line(self, run: Run, x: float) -> None:
        line = Line(x, baseline(0.0, run.font, self._height / run.font.size), 0.0, (run,), self._language)
        draw_line(self._painter, line, 0.0, 0.0, self._painter.device().devicePixelRatio())
