"""The widget that puts pictures on a screen: a picture at a moment, a transition between two, or a blank."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.motion import ease_out
from jn_presenter.model.deck import Transition
from jn_presenter.qt.scene.pictures import Picture


class Stage(QWidget):
    """Shows exactly what it was told last; it knows no show. All of it is opaque, so nothing black flashes up."""

    painted = Signal()
    """After every paint, before the pixels are on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._picture: Picture | None = None
        self._t = 1.0
        self._crossing: Crossing | None = None
        self._blank: QColor | QPixmap | None = None

    @property
    def picture(self) -> Picture | None:
        return self._picture

    @property
    def t(self) -> float:
        return self._t

    def device_size(self) -> QSize:
        """Its size in device px, at least one."""
        ratio = self.devicePixelRatioF()
        return QSize(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))

    def show_picture(self, picture: Picture, t: float) -> None:
        """The picture at t in 0..1 of its motion; what looks as it did before is not painted anew."""
        before, same_t = self._picture, t == self._t
        bare = self._crossing is None and self._blank is None
        region = picture.since(before, same_t=same_t) if before is not None and bare else None
        self._picture, self._t, self._crossing, self._blank = picture, t, None, None
        if region is None:
            self.update()
        elif not region.isEmpty():
            self.update(self._logical(region))

    def show_crossing(self, crossing: "Crossing") -> None:
        """A moment of a transition from one still picture to another."""
        self._crossing, self._blank = crossing, None
        self._picture, self._t = crossing.picture, crossing.t
        self.update()

    def show_blank(self, blank: QColor | QPixmap) -> None:
        """A colour or a pixmap over everything."""
        if blank is not self._blank:
            self._blank, self._crossing = blank, None
            self.update()

    def image(self) -> QPixmap | None:
        """What is to be seen now, in device px; None before the first picture."""
        if isinstance(self._blank, QPixmap):
            return self._blank
        if self._blank is not None:
            pixmap = QPixmap(self.size() * self.devicePixelRatioF())
            pixmap.fill(self._blank)
            return pixmap
        return self._picture.flat(self._t) if self._picture else None

    def _logical(self, region: QRegion) -> QRegion:
        ratio = self.devicePixelRatioF()
        if ratio == 1.0:
            return region
        box = region.boundingRect()
        x, y, wide, high = (side / ratio for side in (box.x(), box.y(), box.width(), box.height()))
        return QRegion(QRectF(x, y, wide, high).toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if ratio != 1.0:
            painter.scale(1.0 / ratio, 1.0 / ratio)
        if isinstance(self._blank, QPixmap):
            painter.drawPixmap(0, 0, self._blank)
        elif self._blank is not None:
            painter.fillRect(self.rect(), self._blank)
        elif self._crossing is not None:
            self._crossing.paint(painter)
        elif self._picture is not None:
            whole = ratio != 1.0 or event.rect() == self.rect()
            self._picture.paint(painter, self._t, None if whole else event.region())
        painter.end()
        self.painted.emit()


class Crossing:
    """A moment of a transition: `progress` 0..1 from the pixmap `old` to `picture` at its t, not eased."""

    def __init__(
        self,
        old: QPixmap,
        new: QPixmap,
        picture: Picture,
        t: float,
        effect: Transition,
        direction: Literal[1, -1],
        progress: float,
    ) -> None:
        self.old = old
        self.new = new
        self.picture = picture
        self.t = t
        self.effect = effect
        self.direction = direction
        self.progress = progress

    def paint(self, painter: QPainter) -> None:
        """Both pixmaps at this moment. Fade: the new one over the old. Push: the new one pushes the old out."""
        eased = ease_out(self.progress)
        if self.effect == "push":
            shift = round(eased * self.old.width()) * self.direction
            painter.drawPixmap(-shift, 0, self.old)
            painter.drawPixmap(self.direction * self.old.width() - shift, 0, self.new)
            return
        painter.drawPixmap(0, 0, self.old)
        if eased > 0.0:
            painter.setOpacity(eased)
            painter.drawPixmap(0, 0, self.new)
            painter.setOpacity(1.0)
