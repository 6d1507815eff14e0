"""A line of a list on the console of which one is taken: what it is, and what would come of it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from jn_presenter.draw.typography import baseline
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.elide import elided
from jn_presenter.qt.windows.console.look import ACCENT, BODY_PX, CAPTION_PX, GROUND, HAIRLINE, PANEL, TITLE_PX, Look


class Option(QAbstractButton):
    """Outlined where it is the chosen one, with a dot where it is what holds now."""

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._measure, self._language = measure, language
        self._look = Look(1.0)
        self.detail = ""
        self.chosen = False
        self.present = False
        self.hint = False
        """Whether the label only says what could stand there."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, label: str, detail: str, *, chosen: bool, present: bool, hint: bool = False) -> None:
        said = (label, detail, chosen, present, hint)
        if said != (self.text(), self.detail, self.chosen, self.present, self.hint):
            self.detail, self.chosen, self.present, self.hint = detail, chosen, present, hint
            self.setText(label)
            self.setAccessibleName(f"{label} {detail}".strip())
            self.update()

    def place(self, area: QRect, look: Look) -> None:
        self._look = look
        self.setGeometry(area)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        unit = self._look.unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(ACCENT if self.chosen else HAIRLINE), max(1, unit // 4) if self.chosen else 1))
        painter.setBrush(colour(HAIRLINE if self.isDown() else GROUND if self.chosen else PANEL))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), unit, unit)
        if self.present:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ACCENT))
            painter.drawEllipse(QRectF(1.5 * unit, (self.height() - unit) / 2, unit, unit))
        label = self._look.run(self.text(), BODY_PX if self.hint else TITLE_PX, "quiet" if self.hint else "ink")
        detail = self._look.run(self.detail, CAPTION_PX, "quiet")
        left, wide = 4.0 * unit, self._advance(label)
        right = self.width() - 2.0 * unit
        self._draw(painter, label, left)
        room = right - left - wide - 2 * unit

        def fits(words: str) -> bool:
            return self._measure.advance(words, detail.font, self._language) <= room

        if detail.text and room > 0:
            shown = self._look.run(elided(detail.text, fits), CAPTION_PX, "quiet")
            self._draw(painter, shown, right - self._advance(shown))
        painter.end()

    def _advance(self, run: Run) -> float:
        return self._measure.advance(run.text, run.font, self._language) if run.text else 0.0

    def _draw(self, painter: QPainter, run: Run, x: float) -> None:
        high = float(self.height())
        line = Line(x, baseline(0.0, run.font, high / run.font.size), 0.0, (run,), self._language)
        draw_line(painter, line, 0.0, 0.0, self.devicePixelRatioF())
