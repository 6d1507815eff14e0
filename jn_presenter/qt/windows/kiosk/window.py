"""A kiosk's window: the slide, beneath it the controls, and nothing that a visitor could open, move or close."""

import math
from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QResizeEvent

from jn_presenter.kiosk.page import EMPTY
from jn_presenter.kiosk.seen import BLACK, PLAIN, changes_ms, passing, still_page
from jn_presenter.kiosk.strip import slide_rect
from jn_presenter.load.icons import icon_named
from jn_presenter.model.deck import Deck
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.projector import Projector
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.kiosk.cover import Covering, at_home, covering
from jn_presenter.qt.windows.kiosk.pane import Pane
from jn_presenter.show.kiosk.drift import STAY_MS, drift
from jn_presenter.show.pointer import Pointer
from jn_presenter.show.state import ShowState

AHEAD_MS = 20
"""After a finger came down on the themes they are made ready to go: it has seen that it pressed, and is not up yet."""


class KioskWindow(Pane):
    """Slides on the stage, and above them what the state of the show says."""

    def __init__(self, store: Store, clock: FrameClock, fits: Fits) -> None:
        super().__init__()
        self._store, self._fits = store, fits
        self.projector = Projector(store, clock, fits, self.stage)
        self.wait_ms: Callable[[], float] = lambda: 0.0
        """How long staff have to wait before they can try another PIN."""
        self._still = EMPTY
        self._drawn: tuple[Deck, tuple[object, ...]] | None = None
        """What it was drawn for: a touch alone changes nothing but times, and comes at every move of a hand."""
        self._covering: Covering | None = None
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead.timeout.connect(self.overlay.prepare)
        self._passing = QTimer(self, singleShot=True)
        self._passing.timeout.connect(self._pass)
        self._drifting = QTimer(self, interval=round(STAY_MS))
        self._drifting.timeout.connect(self._place)
        self._drifting.start()
        self._pointer = Pointer()
        self._hide = QTimer(self, singleShot=True)
        self._hide.timeout.connect(self._update_pointer)
        store.deck_changed.connect(self._place)  # another one may leave the slides another part of the window
        store.changed.connect(self._on_changed)
        clock.tick.connect(self._on_tick)
        self.projector.playing.connect(lambda plays: store.dispatch("kiosk-film", plays=plays))

    def slide_point(self, point: QPointF) -> tuple[float, float] | None:
        """A point of the window in logical px of the slide's own canvas; None where the slide is not seen there."""
        here = point - QPointF(self.stage.pos())
        inside = 0.0 <= here.x() < self.stage.width() and 0.0 <= here.y() < self.stage.height()
        stand = self._store.state.kiosk
        if not inside or stand is None or stand.staff or stand.phase not in ("loop", "slides"):
            return None
        scale = self.projector.canvas.width / max(1, self.stage.width())
        return here.x() * scale, here.y() * scale

    def refresh(self) -> None:
        """Draw the present page anew, for what no command changes: the wait for another PIN."""
        self._draw(self._store.state)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        self._covering = None
        self._place()
        self.projector.refresh()
        self._draw(self._store.state)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only the show itself can end it."""
        event.setAccepted(self._store.state.leaving)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange:
            self._place()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What the slide leaves free: its ground goes on there."""
        state = self._store.state
        painter = QPainter(self)
        if _is_dark(state):
            painter.fillRect(event.rect(), QColor(BLACK))
        else:
            colours = (self._store.deck.styles.get(state.style) or PLAIN).ground
            ground = QLinearGradient(0.0, 0.0, 0.0, float(max(1, self.stage.height())))
            for k, colour in enumerate(colours):
                ground.setColorAt(k / max(1, len(colours) - 1), QColor(colour))
            painter.fillRect(event.rect(), ground)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:
            self._pointer = self._pointer.moved(self._store.now())
            self._update_pointer()

    def _update_pointer(self) -> None:
        """A mouse that moves is seen for a while; fingers need no pointer."""
        now = self._store.now()
        visible, due = self._pointer.visible(now), self._pointer.due_ms()
        self.setCursor(Qt.CursorShape.ArrowCursor if visible else Qt.CursorShape.BlankCursor)
        if visible and due is not None:
            self._hide.start(round(due - now) + 1)

    def _place(self) -> None:
        """Stage and layer in their places, moved by what keeps edges from burning in."""
        ratio = self.devicePixelRatioF()
        dx, dy = (round(px / ratio) for px in drift(self._store.now()))
        rect, scale = slide_rect(self.canvas, self._store.deck), self.width() / self.canvas.width
        self.stage.setGeometry(dx, dy, self.width(), round(rect.h * scale))
        self.overlay.setGeometry(dx, dy, self.width(), self.height())
        self.update()

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        if (old.style, _is_dark(old)) != (new.style, _is_dark(new)):
            self.update()
        if new.motion is not old.motion:
            self._covering = covering(old, new, self.page)
        self._draw(new)

    def _on_tick(self, _now: float) -> None:
        if self._covering is not None:
            self._pass(drawn=True)

    def _draw(self, state: ShowState) -> None:
        """The page that belongs to the state; it is made anew only where something of it can look otherwise."""
        deck, wait = self._store.deck, self.wait_ms()
        stand = state.kiosk
        stand = structs.replace(stand, since_ms=0.0, touched_ms=0.0, film_ms=None) if stand is not None else None
        look = (stand, state.shown.slide, state.languages, state.style, state.animate, self.canvas, self.pressed, wait)
        if self._drawn is None or self._drawn[0] is not deck or self._drawn[1] != look:
            self._drawn = (deck, look)
            self._still = still_page(
                state,
                deck,
                self.canvas,
                self._fits.measure,
                icons=icon_named,
                pressed=self.pressed,
                wait_ms=wait,
            )
        self._pass(drawn=True)
        if self.pressed and at_home(state) and state.animate:
            self._ahead.start()

    def _pass(self, *, drawn: bool = False) -> None:
        """What time alone changes, and when to look again."""
        state, deck, now = self._store.state, self._store.deck, self._store.now()
        if not drawn and state.kiosk is not None and state.kiosk.staff:
            self._draw(state)
            return
        page = passing(self._still, state, deck, self.canvas, self._fits.measure, now)
        cover = self._covering.at(state, now, page) if self._covering is not None else None
        left = (self._covering.left_ms(now),) if self._covering is not None and cover is not None else ()
        if cover is None:
            self._covering = None
        self.overlay.show_page(page, self.canvas, cover)
        due = min((*left, *(() if (by_time := changes_ms(state, deck, now)) is None else (by_time,))), default=None)
        if due is None:
            self._passing.stop()
        else:
            self._passing.start(max(1, math.ceil(due)))


def _is_dark(state: ShowState) -> bool:
    """Whether the hall is closed, and nobody of the staff stands there."""
    return state.kiosk is not None and state.kiosk.phase == "closed" and not state.kiosk.staff
