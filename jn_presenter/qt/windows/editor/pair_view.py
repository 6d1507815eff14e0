"""Two states of a slide: beside each other, or one over the other up to a line that is dragged."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from jn_presenter.compose import FittedSlide
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.dark import ACCENT, GROUND, HAIRLINE, TONES
from jn_presenter.qt.windows.editor import wording
from jn_presenter.qt.windows.editor.pairs import Pair, Pairs
from jn_presenter.qt.windows.editor.wording import picked

Way = Literal["beside", "line"]
GAP, LABEL = 16, 28
"""Logical px."""


class PairView(QWidget):
    """Paints a pair by the painters of the show."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 240)
        self._language = language
        self._pairs: Pairs | None = None
        self._pair: Pair | None = None
        self._way: Way = "beside"
        self._line = 0.5
        self._held = False
        self._drawn: dict[tuple[int, int, int], QPixmap] = {}

    def show_pair(self, pairs: Pairs | None, pair: Pair | None) -> None:
        """Show this one, or nothing."""
        self._pairs, self._pair = pairs, pair
        self._drawn.clear()
        self.update()

    def show_way(self, way: Way) -> None:
        """Show it so from now on."""
        self._way = way
        self.setCursor(Qt.CursorShape.SplitHCursor if way == "line" else Qt.CursorShape.ArrowCursor)
        self.update()

    def hold(self, held: bool) -> None:
        """While it is held, what was before is seen alone, in the place of what is now."""
        self._held = held
        self.update()

    def frames(self) -> tuple[QRectF, QRectF]:
        """Where before and after stand in the widget, in logical px; the same twice where one lies over the other."""
        pair = self._pair
        fitted = (pair.after or pair.before) if pair is not None else None
        ratio = fitted.canvas.width / fitted.canvas.height if fitted is not None else 16 / 9
        whole = QRectF(self.rect()).adjusted(GAP, GAP, -GAP, -GAP)
        if self._way == "line":
            frame = _inside(whole.adjusted(0, LABEL, 0, 0), ratio)
            return frame, frame
        half_w, half_h = (whole.width() - GAP) / 2, (whole.height() - GAP) / 2
        row = [QRectF(whole.x() + k * (half_w + GAP), whole.y(), half_w, whole.height()) for k in (0, 1)]
        column = [QRectF(whole.x(), whole.y() + k * (half_h + GAP), whole.width(), half_h) for k in (0, 1)]
        rooms = [[_inside(one.adjusted(0, LABEL, 0, 0), ratio) for one in rooms] for rooms in (row, column)]
        left, right = max(rooms, key=lambda frames: frames[0].width())
        return left, right

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(GROUND))
        if self._pair is not None:
            before, after = self.frames()
            if self._way == "beside" and not self._held:
                self._paint(painter, before, self._pair.before, wording.BEFORE, wording.NOT_YET)
                self._paint(painter, after, self._pair.after, wording.AFTER, wording.GONE)
            elif self._held:
                self._paint(painter, after, self._pair.before, wording.BEFORE, wording.NOT_YET)
            else:
                self._paint_line(painter, after, self._pair)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())

    def _drag(self, point: QPointF) -> None:
        if self._way == "line":
            frame = self.frames()[0]
            self._line = max(0.0, min(1.0, (point.x() - frame.x()) / frame.width()))
            self.update()

    def _paint_line(self, painter: QPainter, frame: QRectF, pair: Pair) -> None:
        self._paint(painter, frame, pair.after, wording.AFTER, wording.GONE, right=True)
        x = frame.x() + self._line * frame.width()
        painter.save()
        painter.setClipRect(QRectF(0, frame.y() - LABEL, x, frame.height() + LABEL))
        painter.fillRect(frame, QColor(GROUND))
        self._paint(painter, frame, pair.before, wording.BEFORE, wording.NOT_YET)
        painter.restore()
        painter.setPen(QPen(QColor(ACCENT), 2.0))
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))

    def _paint(
        self,
        painter: QPainter,
        frame: QRectF,
        fitted: FittedSlide | None,
        words: Message,
        none: Message,
        *,
        right: bool = False,
    ) -> None:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        label = QRectF(frame.x(), frame.y() - LABEL, frame.width(), LABEL)
        painter.setPen(QColor(TONES["quiet"]))
        painter.drawText(label, side | Qt.AlignmentFlag.AlignVCenter, picked(words, self._language))
        if fitted is None or self._pairs is None:
            painter.setPen(QColor(HAIRLINE))
            painter.drawRect(frame)
            painter.setPen(QColor(TONES["quiet"]))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, picked(none, self._language))
            return
        picture = self._picture(self._pairs, fitted, (frame.size() * self.devicePixelRatioF()).toSize())
        painter.drawPixmap(frame, picture, QRectF(picture.rect()))

    def _picture(self, pairs: Pairs, fitted: FittedSlide, size: QSize) -> QPixmap:
        key = (id(fitted), size.width(), size.height())
        if key not in self._drawn:
            if len(self._drawn) > 1:
                self._drawn.clear()
            self._drawn[key] = pairs.picture(fitted, size)
        return self._drawn[key]


def _inside(room: QRectF, ratio: float) -> QRectF:
    """The largest rectangle of that ratio, in the middle at the top, on whole px."""
    width = min(room.width(), room.height() * ratio)
    x = room.x() + (room.width() - width) / 2
    return QRectF(round(x), round(room.y()), round(width), round(width / ratio))
