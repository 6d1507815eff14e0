"""A picture in the console with its caption above it: the audience's own, and the next step's."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import baseline, line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.areas import picture
from jn_presenter.qt.windows.console.look import (
    BODY_PX,
    CAPTION_PX,
    GROUND,
    HAIRLINE,
    LEADING,
    PANEL,
    TITLE_PX,
    TONES,
    Look,
)
from jn_presenter.qt.windows.console.report import Said

INSET = 0.25
"""The width of the picture within the picture, as a share of the pane."""


class Pane(QWidget):
    """Shows a pixmap made for it (see `picture_size`), or words in its place."""

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._measure = measure
        self._language = language
        self._look = Look(1.0)
        self._ratio = 16 / 9
        self.caption = Said("")
        self.badges: tuple[Said, ...] = ()
        self.placeholder = ""
        self.notice = ""
        """Words across the foot of the picture, for what must not be overlooked."""
        self.pixmap: QPixmap | None = None
        self.inset: QPixmap | None = None

    def place(self, area: QRect, look: Look, ratio: float) -> None:
        self._look, self._ratio = look, ratio
        self.setGeometry(area)
        self.update()

    def say(self, caption: Said, badges: tuple[Said, ...] = (), *, placeholder: str = "", notice: str = "") -> None:
        words = (caption, badges, placeholder, notice)
        if words != (self.caption, self.badges, self.placeholder, self.notice):
            self.caption, self.badges, self.placeholder, self.notice = words
            self.setAccessibleName(" · ".join(filter(None, (caption.text, *(b.text for b in badges), notice))))
            self.update()

    def show_picture(self, pixmap: QPixmap | None, inset: QPixmap | None = None) -> None:
        if pixmap is not self.pixmap or inset is not self.inset:
            self.pixmap, self.inset = pixmap, inset
            self.update(self._frame())

    def picture_size(self) -> QSize:
        """The device pixels that the picture is to have."""
        return self._device(self._frame())

    def inset_size(self) -> QSize:
        return self._device(self._inset())

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_caption(painter)
        frame = self._frame()
        painter.fillRect(frame, QColor(PANEL))
        if self.pixmap is not None and not self.placeholder:
            painter.drawPixmap(frame.topLeft(), self.pixmap)
        elif self.placeholder:
            self._centred(painter, frame, Said(self.placeholder, "quiet"), TITLE_PX)
        if self.inset is not None:
            self._paint_inset(painter, self.inset)
        if self.notice:
            self._paint_notice(painter, frame)
        self._outline(painter, frame, HAIRLINE)
        painter.end()

    def _paint_caption(self, painter: QPainter) -> None:
        """The caption on the left; the badges from the right, as long as there is room for them."""
        run = self._look.run(self.caption.text, CAPTION_PX, self.caption.tone)
        height = line_height(run.font, LEADING)
        self._draw(painter, self.caption, 0.0, 0.0, height)
        left = self._measure.advance(run.text, run.font, self._language) + 2 * self._look.unit
        right = float(self.width())
        for badge in reversed(self.badges):
            font = self._look.font(CAPTION_PX, badge.tone != "quiet")
            pad = self._look.unit if badge.tone != "quiet" else 0.0
            width = self._measure.advance(badge.text, font, self._language) + 2 * pad
            if right - width < left:
                return
            self._paint_badge(painter, badge, QRectF(right - width, 0, width, height), pad)
            right -= width + 2 * self._look.unit

    def _paint_badge(self, painter: QPainter, badge: Said, area: QRectF, pad: float) -> None:
        """Quiet ones are plain words; the others stand on their colour."""
        if badge.tone == "quiet":
            self._draw(painter, badge, area.x(), 0.0, area.height())
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(TONES[badge.tone]))
        painter.drawRoundedRect(area, area.height() / 4, area.height() / 4)
        self._draw(painter, badge, area.x() + pad, area.y(), area.height(), ink=GROUND, bold=True)

    def _paint_inset(self, painter: QPainter, inset: QPixmap) -> None:
        area = self._inset()
        painter.drawPixmap(area.topLeft(), inset)
        self._outline(painter, area, TONES["amber"], max(1, self._look.unit // 4))

    def _paint_notice(self, painter: QPainter, frame: QRect) -> None:
        height = 4 * self._look.unit
        strip = QRect(frame.x(), frame.bottom() + 1 - height, frame.width(), height)
        painter.fillRect(strip, colour(GROUND, 0.9))
        self._centred(painter, strip, Said(self.notice, "red"), BODY_PX)

    def _centred(self, painter: QPainter, area: QRect, what: Said, size: float) -> None:
        run = self._look.run(what.text, size, what.tone)
        width = max(1.0, area.width() - 2.0 * self._look.unit)
        block = self._measure.wrap((run,), width, language=self._language, align="centre", balance=True)
        left, top = area.x() + self._look.unit, area.y() + (area.height() - block.height) / 2
        for line in block.lines:
            draw_line(painter, line, left, top, self.devicePixelRatioF())

    def _draw(
        self, painter: QPainter, what: Said, x: float, y: float, height: float, *, ink: str = "", bold: bool = False
    ) -> None:
        """One line of caption type, in the middle of `height` px."""
        run = self._look.run(what.text, CAPTION_PX, what.tone, bold=bold)
        if ink:
            run = type(run)(run.text, run.font, ink)
        at = y + (height - line_height(run.font, 1.0)) / 2
        line = Line(x, baseline(at, run.font, 1.0), 0.0, (run,), self._language)
        draw_line(painter, line, 0.0, 0.0, self.devicePixelRatioF())

    def _outline(self, painter: QPainter, area: QRect, ink: str, width: int = 1) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(ink), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = width / 2
        painter.drawRect(QRectF(area).adjusted(half, half, -half, -half))

    def _caption_height(self) -> int:
        return 3 * self._look.unit

    def _frame(self) -> QRect:
        """Where the picture is: beneath the caption, at the left."""
        area = self.rect().adjusted(0, self._caption_height(), 0, 0)
        width, height = picture(area.width(), area.height(), self._ratio)
        return QRect(area.x(), area.y(), int(width), int(height))

    def _inset(self) -> QRect:
        """At the lower right, a grid step off the edges."""
        whole = self._frame()
        width = max(1, round(whole.width() * INSET))
        height = max(1, round(width / self._ratio))
        off = 2 * self._look.unit
        return QRect(whole.right() + 1 - width - off, whole.bottom() + 1 - height - off, width, height)

    def _device(self, area: QRect) -> QSize:
        scale = self.devicePixelRatioF()
        return QSize(max(1, round(area.width() * scale)), max(1, round(area.height() * scale)))
