"""The console's pictures: the audience's own, that of where the presenter is, and the next step's."""

from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from jn_presenter.model.geometry import canvas_for
from jn_presenter.model.ink import Strokes
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.ink import inked
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.areas import Areas
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.qt.windows.console.pane import Pane
from jn_presenter.qt.windows.console.rects import qrect
from jn_presenter.qt.windows.console.report import ahead
from jn_presenter.qt.windows.console.thumbs import Thumbnails, shrunk
from jn_presenter.show import ink as inks
from jn_presenter.show.moment import moving
from jn_presenter.show.state import Place, ShowState

LONG_MS = 1000.0
"""What still moves for longer than this would leave the pane of the next step empty for too long."""


class Pictures(QObject):
    """Shows them in their panes. image: the audience's own last picture in device px, None before the first."""

    reshaped = Signal()
    """The audience's screen has another shape, so that the panes want other places."""

    def __init__(
        self, store: Store, fits: Fits, image: Callable[[], QPixmap | None], language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._store, self.image = store, image
        self.thumbnails = Thumbnails(store, fits)
        self.current = Pane(fits.measure, language, parent)
        self.next = Pane(fits.measure, language, parent)
        self.next.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pictured: Place | None = None
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._prepare)

    @property
    def preparing(self) -> bool:
        """Whether a picture for later is still to be made, once there is time."""
        return self._idle.isActive()

    def place(self, areas: Areas, look: Look) -> None:
        for pane, area in ((self.current, areas.current), (self.next, areas.next)):
            pane.setVisible(bool(area.w and area.h))
            pane.place(qrect(area), look, self.thumbnails.ratio)

    def show(self, state: ShowState, *, still: bool) -> None:
        """Show the present state; while the audience's picture moves, what has to be painted for it can wait."""
        self._show_current(state)
        if not self.next.isHidden():
            self._show_next(state, make=still)
        if still:
            self._idle.start(0)

    def stop(self) -> None:
        self._idle.stop()

    def _show_current(self, state: ShowState) -> None:
        """The audience's picture; ahead of it, the present place with the audience's picture inside."""
        image = self.image()
        if image is not None:
            canvas = canvas_for(image.width(), image.height())
            if canvas != self.thumbnails.canvas:
                self.thumbnails.canvas = canvas
                self.reshaped.emit()
        pane, together = self.current, state.at == state.shown
        size = pane.picture_size() if together else pane.inset_size()
        seen = shrunk(image, size) if image is not None else None
        if together:
            pane.show_picture(seen)
        else:
            if seen is not None and state.blank == "none":
                seen = self._inked(state, inks.seen(state), seen)
            pane.show_picture(self.thumbnails.get(state, state.at, pane.picture_size()), seen)

    def _show_next(self, state: ShowState, *, make: bool) -> None:
        """The next step's picture; without `make` only where it is there already, and never that of another place."""
        place = ahead(state, self._store.deck)
        another = place != self._pictured
        make = make or (another and state.motion is not None and state.motion.duration_ms > LONG_MS)
        picture = self.thumbnails.get(state, place, self.next.picture_size(), make=make) if place else None
        if picture is not None or make or another:
            self._pictured = place
            strokes = inks.strokes_on(state.ink, place.slide) if place else ()
            self.next.show_picture(self._inked(state, strokes, picture) if picture else None)

    def _inked(self, state: ShowState, strokes: Strokes, picture: QPixmap) -> QPixmap:
        return inked(picture, strokes, self._store.deck.styles[state.style])

    def _prepare(self) -> None:
        """The step after the next one, in idle time, so that a key finds the pane's picture ready."""
        state, deck = self._store.state, self._store.deck
        place = ahead(state, deck)
        if place is None or moving(state, self._store.now()) or not self.next.isVisible():
            return
        there = structs.replace(state, at=place, shown=place, blank="none", motion=None)
        beyond = ahead(there, deck)
        if beyond is not None:
            self.thumbnails.get(there, beyond, self.next.picture_size())
