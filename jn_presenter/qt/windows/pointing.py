"""What the hand draws and points at, over a picture of the show: the same on the audience's screen and the console."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from jn_presenter.model.ink import PENS, Pointer, Pointing
from jn_presenter.qt.scene.ink import Sheet, areas
from jn_presenter.qt.scene.light import changed, paint_light, reach
from jn_presenter.qt.scene.whole import device_size
from jn_presenter.qt.store import Store
from jn_presenter.show import ink as inks
from jn_presenter.show.state import ShowState


class Layer(QWidget):
    """Stands over all of a picture and takes no clicks; hidden as long as there is nothing to be seen on it.

    audience: whether it is the audience's own, which shows nothing of what is done while it is frozen; the presenter's
    does, and is of the slide where the presenter is. picture: what the audience sees without ink, for the lens.
    """

    def __init__(
        self,
        store: Store,
        parent: QWidget,
        picture: Callable[[], QPixmap | None],
        *,
        audience: bool,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._store, self._picture, self._audience = store, picture, audience
        self._sheet: Sheet | None = None
        self._pointer: Pointer | None = None
        self._entering = QTimer(self, singleShot=True)
        self._entering.timeout.connect(self.follow)
        store.changed.connect(self._on_changed)
        store.pointed.connect(self._on_pointed)
        self.hide()

    def stand(self, area: QRect) -> None:
        """Cover this part of the parent."""
        self.setGeometry(area)
        self.follow()

    def follow(self) -> None:
        """Show the present state, and repaint what is new."""
        state, pointing = self._store.state, self._store.pointing
        size, style = self.device_size(), self._store.deck.styles[state.style]
        here = state.shown.slide if self._audience else state.at.slide
        bare = self._bare(state)
        theirs = pointing.slide == here and not bare and not (self._audience and state.frozen)
        drawn = inks.seen(state) if self._audience else inks.strokes_on(state.ink, here)
        strokes = () if bare else drawn
        if theirs and pointing.erased:
            strokes = tuple(stroke for stroke in strokes if stroke not in pointing.erased)
        live = pointing.stroke if theirs else None
        pointer = pointing.pointer if theirs and state.at == state.shown else None
        wanted = bool(strokes or live or pointer or state.tool) and not bare
        if not wanted:
            self._sheet = self._pointer = None
            self.hide()
            return
        whole = self._sheet is None or self._sheet.size != size or self._sheet.style is not style
        if self._sheet is None or whole:
            self._sheet = Sheet(size, style)
        dirty = self._sheet.show_strokes(strokes) + self._sheet.show_live(live)
        dirty += changed(self._pointer, pointer, size)
        self._pointer = pointer
        if state.tool in PENS:
            self._sheet.ready()
        else:
            self._sheet.rest()
        if self.isHidden():
            self.show()
        elif whole:
            self.update()
        elif not dirty.isEmpty():
            self.update(self._logical(dirty))

    def look_again(self) -> None:
        """What is under the lens is another picture than before."""
        if self._pointer is not None and self._pointer.kind == "magnifier":
            self.update(self._logical(QRegion(reach(self._pointer, self.device_size()))))

    def device_size(self) -> QSize:
        """Its size in device px, at least one."""
        return device_size(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        self.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio, size, region = self.devicePixelRatioF(), self.device_size(), event.region()
        if ratio != 1.0:
            painter.scale(1.0 / ratio, 1.0 / ratio)
            region = _scaled(region, ratio)
        pointer = self._pointer
        lens = pointer is not None and pointer.kind == "magnifier"
        if self._sheet is not None:
            self._sheet.paint(painter, region)
        if pointer is not None:
            paint_light(painter, pointer, size, self._under_lens(size) if lens else None, region)
        painter.end()

    def _under_lens(self, size: QSize) -> QPixmap | None:
        """The audience's picture with the ink on it."""
        picture = self._picture()
        if picture is None or self._sheet is None or self._sheet.empty:
            return picture
        inked = QPixmap(picture)
        painter = QPainter(inked)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(inked.width() / size.width(), inked.height() / size.height())
        self._sheet.paint(painter, QRegion(QRect(0, 0, size.width(), size.height())))
        painter.end()
        return inked

    def _bare(self, state: ShowState) -> bool:
        """Whether nothing is to be seen on it: the screen is blank, or another slide is still on its way out."""
        motion, now = state.motion, self._store.now()
        rest = motion.transition_ms - motion.elapsed_ms(now) if motion is not None else 0.0
        if rest > 0.0 and not self._entering.isActive():
            self._entering.start(round(rest) + 1)
        return rest > 0.0 or state.blank != "none"

    def _on_changed(self, _old: ShowState, _new: ShowState) -> None:
        self.follow()

    def _on_pointed(self, _old: Pointing, _new: Pointing) -> None:
        self.follow()

    def _logical(self, region: QRegion) -> QRegion:
        """Device px as the widget's own, and a px more where they are not whole."""
        ratio = self.devicePixelRatioF()
        if ratio == 1.0:
            return region
        found = QRegion()
        for area in areas(_scaled(region, 1.0 / ratio)):
            found += area
        return found


def _scaled(region: QRegion, ratio: float) -> QRegion:
    found, way = QRegion(), QTransform.fromScale(ratio, ratio)
    for area in areas(region):
        found += way.mapRect(area.toRectF()).toAlignedRect()
    return found
