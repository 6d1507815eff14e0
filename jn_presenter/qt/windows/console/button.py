"""A button of the console: what it does and the key that does the same; lit while what it switches is on."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from jn_presenter.draw.typography import baseline, line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.look import (
    ACCENT,
    BODY_PX,
    CAPTION_PX,
    GROUND,
    HAIRLINE,
    LEADING,
    PANEL,
    TONES,
    Look,
)

KEY_PX = 12.0
NARROW = 0.6
"""The share of its size down to which a label shrinks."""


class Button(QAbstractButton):
    """Large enough for a finger wherever it is placed so; it never takes the focus, so that keys stay the show's.

    aside: whether the key stands beside the label, not beneath it. light: its colour while it is lit.
    """

    def __init__(
        self, measure: Measure, language: str, parent: QWidget, *, aside: bool = False, light: str = TONES["amber"]
    ) -> None:
        super().__init__(parent)
        self._measure, self._language, self._aside, self._light = measure, language, aside, light
        self._look, self._share = Look(1.0), 1.0
        self.key = ""
        """The key that does the same, as people read it."""
        self.lit = False
        """Whether what it switches is on."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # a pointer that comes or goes repaints it

    def say(self, label: str, key: str = "", *, lit: bool = False) -> None:
        if (label, key, lit) != (self.text(), self.key, self.lit):
            self.key, self.lit = key, lit
            self.setText(label)
            self.setAccessibleName(f"{label} {key}".strip())
            self.update()

    def place(self, area: QRect, look: Look, share: float = 1.0) -> None:
        """Stand in `area`. share: of the usual size of its words, where those of its neighbours are smaller too."""
        self._look, self._share = look, share
        self.setGeometry(area)
        self.update()

    def wish(self) -> int:
        """The width in px at which nothing has to shrink."""
        label, key = self._runs(1.0)
        between = self._look.unit if key.text and self._aside else 0
        wide = self._advance(label) + self._advance(key) if self._aside else max(map(self._advance, (label, key)))
        return round(wide) + between + 2 * self._look.unit

    def fitting(self, width: float) -> float:
        """The share of its size, at most 1, at which the words fit into `width` px."""
        unit = self._look.unit
        return min(1.0, max(NARROW, (width - unit) / max(1, self.wish() - unit)))

    def sizeHint(self) -> QSize:  # Qt's name
        return QSize(self.wish(), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        unit = self._look.unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        near = self.isDown() or self.underMouse()
        painter.setPen(QPen(colour(self._light if self.lit else ACCENT if near else HAIRLINE), 1))
        painter.setBrush(colour(self._light if self.lit else HAIRLINE if self.isDown() else PANEL))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), unit, unit)
        label, key = self._runs(min(self._share, self.fitting(self.width())))
        if self._aside:
            self._paint_aside(painter, label, key)
        else:
            self._paint_beneath(painter, label, key)
        painter.end()

    def _paint_beneath(self, painter: QPainter, label: Run, key: Run) -> None:
        heights = [line_height(run.font, LEADING) for run in (label, key) if run.text]
        top = (self.height() - sum(heights)) / 2
        for run, height in zip((label, key), heights, strict=False):
            self._draw(painter, run, (self.width() - self._advance(run)) / 2, top, LEADING)
            top += height

    def _paint_aside(self, painter: QPainter, label: Run, key: Run) -> None:
        between = self._look.unit if key.text else 0
        left = (self.width() - self._advance(label) - between - self._advance(key)) / 2
        high = line_height(label.font, LEADING)
        top = (self.height() - high) / 2
        self._draw(painter, label, left, top, LEADING)
        if key.text:
            self._draw(painter, key, left + self._advance(label) + between, top, high / key.font.size)

    def _runs(self, share: float) -> tuple[Run, Run]:
        look = Look(self._look.scale * share)
        ink, quiet = (GROUND, GROUND) if self.lit else (TONES["ink"], TONES["quiet"])
        key_px = CAPTION_PX if self._aside else KEY_PX
        label_px = BODY_PX if self._aside else CAPTION_PX
        return Run(self.text(), look.font(label_px, True), ink), Run(self.key, look.font(key_px), quiet)

    def _advance(self, run: Run) -> float:
        return self._measure.advance(run.text, run.font, self._language) if run.text else 0.0

    def _draw(self, painter: QPainter, run: Run, x: float, top: float, leading: float) -> None:
        line = Line(x, baseline(top, run.font, leading), 0.0, (run,), self._language)
        draw_line(painter, line, 0.0, 0.0, self.devicePixelRatioF())
