"""The widget that puts pictures on a screen: a picture at a moment, a transition between two, or a blank."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.motion import ease_out
from jn_presenter.model.deck import Transition
from jn_presenter.qt.scene.pictures import Picture
from jn_presenter.qt.scene.shots import Shot
from jn_presenter.qt.scene.whole import device_size


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
        self._shot: Shot | None = None
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
        return device_size(self)

    def show_picture(self, picture: Picture, t: float) -> None:
        """The picture at t in 0..1 of its motion; what looks as it did before is not painted anew."""
        bare = self._crossing is None and self._blank is None
        self._shot = picture.shot(t, self._shot if bare else None)
        self._picture, self._t, self._crossing, self._blank = picture, t, None, None
        region = self._shot.damage
        if region is None:
            self.update()
        elif not region.isEmpty():
            self.update(self._logical(region))

    def show_crossing(self, crossing: "Crossing") -> None:
        """A moment of a transition from one still picture to another."""
        self._crossing, self._blank = crossing, None
        self._picture, self._t, self._shot = crossing.picture, crossing.t, None
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
        return self._shot.flat() if self._shot else self._picture.flat(self._t) if self._picture else None

    def _logical(self, region: QRegion) -> QRegion:
        return _scaled(region, 1.0 / self.devicePixelRatioF())

    def _device(self, region: QRegion) -> QRegion:
        return _scaled(region, self.devicePixelRatioF())

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
        elif self._shot is not None:
            self._shot.paint(painter, None if event.rect() == self.rect() else self._device(event.region()))
        painter.end()
        self.painted.emit()


def _scaled(region: QRegion, by: float) -> QRegion:
    """All pixels that the region touches in px `by` times as small."""
    if by == 1.0:
        return region
    whole = QRegion()
    for box in region:  # type: ignore[attr-defined]  # PySide's stubs do not know that it can be walked through
        whole += QRectF(box.x() * by, box.y() * by, box.width() * by, box.height() * by).toAlignedRect()
    return whole


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
