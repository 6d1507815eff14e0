"""A picture in the console with its caption above it: the audience's own, and the next step's."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Block, Measure
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.areas import picture
from jn_presenter.qt.windows.console.caption import CaptionRow
from jn_presenter.qt.windows.console.look import BODY_PX, GROUND, HAIRLINE, PANEL, TITLE_PX, TONES, Look
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
            self.update(self.picture_rect())

    def picture_rect(self) -> QRect:
        """Where the picture is: beneath the caption, at the left."""
        area = self.rect().adjusted(0, 3 * self._look.unit, 0, 0)
        width, height = picture(area.width(), area.height(), self._ratio)
        return QRect(area.x(), area.y(), int(width), int(height))

    def share(self, at: QPoint) -> tuple[float, float] | None:
        """Where a point of the pane is in the picture, 0..1 across and down; None beside it."""
        frame = self.picture_rect()
        if not frame.contains(at):
            return None
        return (at.x() - frame.x()) / frame.width(), (at.y() - frame.y()) / frame.height()

    def picture_size(self) -> QSize:
        """The device pixels that the picture is to have."""
        return self._device(self.picture_rect())

    def inset_size(self) -> QSize:
        return self._device(self._inset())

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = CaptionRow(painter, self._measure, self._look, self._language)
        row.paint(self.caption, self.badges, float(self.width()))
        frame = self.picture_rect()
        painter.fillRect(frame, QColor(PANEL))
        if self.pixmap is not None and not self.placeholder:
            painter.drawPixmap(frame, self.pixmap, self.pixmap.rect())
        elif self.placeholder:
            self._paint_centred(painter, frame, self._block(frame, Said(self.placeholder, "quiet"), TITLE_PX))
        if self.inset is not None:
            self._paint_inset(painter, self.inset)
        if self.notice:
            self._paint_notice(painter, frame)
        self._outline(painter, frame, HAIRLINE)
        painter.end()

    def _paint_inset(self, painter: QPainter, inset: QPixmap) -> None:
        area = self._inset()
        painter.drawPixmap(area, inset, inset.rect())
        self._outline(painter, area, TONES["amber"], max(1, self._look.unit // 4))

    def _paint_notice(self, painter: QPainter, frame: QRect) -> None:
        block = self._block(frame, Said(self.notice, "red"), BODY_PX)
        height = min(frame.height(), round(block.height) + self._look.unit)
        strip = QRect(frame.x(), frame.bottom() + 1 - height, frame.width(), height)
        painter.fillRect(strip, colour(GROUND, 0.9))
        self._paint_centred(painter, strip, block)

    def _block(self, area: QRect, what: Said, size: float) -> Block:
        run = self._look.run(what.text, size, what.tone)
        width = max(1.0, area.width() - 2.0 * self._look.unit)
        return self._measure.wrap((run,), width, language=self._language, align="centre", balance=True)

    def _paint_centred(self, painter: QPainter, area: QRect, block: Block) -> None:
        left, top = area.x() + self._look.unit, area.y() + (area.height() - block.height) / 2
        for line in block.lines:
            draw_line(painter, line, left, top, self.devicePixelRatioF())

    def _outline(self, painter: QPainter, area: QRect, ink: str, width: int = 1) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(ink), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = width / 2
        painter.drawRect(QRectF(area).adjusted(half, half, -half, -half))

    def _inset(self) -> QRect:
        """At the lower right, a grid step off the edges."""
        whole = self.picture_rect()
        width, height = map(int, picture(round(whole.width() * INSET), whole.height(), self._ratio))
        off = 2 * self._look.unit
        return QRect(whole.right() + 1 - width - off, whole.bottom() + 1 - height - off, width, height)

    def _device(self, area: QRect) -> QSize:
        scale = self.devicePixelRatioF()
        width, height = picture(round(area.width() * scale), round(area.height() * scale), self._ratio)
        return QSize(int(width), int(height))
