"""Touch screen, mouse and stylus over a kiosk's window: events become tracks, tracks gestures, gestures commands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QTabletEvent, QTouchEvent

from jn_presenter.kiosk.page import ENTER
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.kiosk import Corner
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.kiosk.pane import Pane
from jn_presenter.show.kiosk.gestures import (
    REST,
    Drag,
    Field,
    Gesture,
    Ground,
    Hands,
    Hold,
    Kind,
    Swipe,
    Tap,
    Touch,
    due_ms,
    feel,
    look,
)

if TYPE_CHECKING:
    from jn_presenter.qt.windows.kiosk.charts import Charts

CORNER_PX = 160.0
"""The sides of the corner that staff hold, in px of the canvas."""
AWAKE_MS = 1000.0
"""How often a finger that goes on moving says that somebody is there."""
MOUSE, STYLUS = -1, -2
POINTS = 1 << 32
"""A device numbers its fingers below this; two devices may use the same numbers."""
LEFT = Qt.MouseButton.LeftButton
KINDS: dict[QEventPoint.State, Kind] = {
    QEventPoint.State.Pressed: "down",
    QEventPoint.State.Updated: "move",
    QEventPoint.State.Released: "up",
}
MOUSE_KINDS: dict[QEvent.Type, Kind] = {
    QEvent.Type.MouseButtonPress: "down",
    QEvent.Type.MouseButtonDblClick: "down",
    QEvent.Type.MouseMove: "move",
    QEvent.Type.MouseButtonRelease: "up",
}
TABLET_KINDS: dict[QEvent.Type, Kind] = {
    QEvent.Type.TabletPress: "down",
    QEvent.Type.TabletMove: "move",
    QEvent.Type.TabletRelease: "up",
}


class HandsOn(QObject):
    """`enter` is called where staff have typed their PIN; `corner` is where they hold to be asked for it. `charts` is
    whom to ask for figures; None where there are none.

    Whoever filters the events hands them over with their points mapped to the window.
    """

    def __init__(
        self,
        window: Pane,
        store: Store,
        enter: Callable[[], None],
        corner: Corner = "top-left",
        charts: "Charts | None" = None,
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._enter, self._corner = window, store, enter, corner
        self._charts = charts
        self._hands = REST
        self._fingers = False
        """Whether a touch screen was ever touched: then mouse events that somebody made of touches are doubles."""
        self._awake_ms = 0.0
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.look)

    @property
    def hands(self) -> Hands:
        """All fingers that are down."""
        return self._hands

    def touch(self, event: QTouchEvent, to_window: Callable[[QPointF], QPointF]) -> None:
        """All points of one touch screen. Those that it does not name any more were lifted unheard."""
        if event.deviceType() != QInputDevice.DeviceType.TouchScreen:
            return  # a touch pad moves the mouse
        self._fingers = True
        device = (event.device().systemId() & (POINTS - 1)) * POINTS
        points = event.points()
        there = {device + point.id() for point in points}
        for track in self._hands.tracks:
            gone = event.type() == QEvent.Type.TouchCancel or track.id not in there
            if track.id // POINTS == device // POINTS and gone:
                self._feel(track.id, "cancel", QPointF())
        if event.type() == QEvent.Type.TouchCancel:
            return
        for point in points:
            if point.state() in KINDS:
                self._feel(device + point.id(), KINDS[point.state()], to_window(point.position()))

    def mouse(self, event: QMouseEvent, to_window: Callable[[QPointF], QPointF]) -> None:
        """The left button is a finger; the others are none."""
        if self._fingers and event.source() != Qt.MouseEventSource.MouseEventNotSynthesized:
            return
        self._button(MOUSE, MOUSE_KINDS[event.type()], event, to_window)

    def tablet(self, event: QTabletEvent, to_window: Callable[[QPointF], QPointF]) -> None:
        """The tip of a stylus is a finger."""
        if event.type() in TABLET_KINDS:
            self._button(STYLUS, TABLET_KINDS[event.type()], event, to_window)

    def rest(self) -> None:
        """As if all fingers were lifted: the window was hidden, and whatever is lifted then is not told."""
        self._take(REST, ())

    def look(self) -> None:
        """See what time alone has made of the fingers that rest."""
        self._take(*look(self._hands, self._store.now()))

    def _button(
        self,
        pointer: int,
        kind: Kind,
        event: QMouseEvent | QTabletEvent,
        to_window: Callable[[QPointF], QPointF],
    ) -> None:
        if kind == "move":
            if not event.buttons() & LEFT:
                kind = "cancel"  # let go where nobody told us
        elif event.button() != LEFT:
            return
        if kind == "down" or self._hands.track(pointer) is not None:
            self._feel(pointer, kind, to_window(event.position()))

    def _feel(self, pointer: int, kind: Kind, point: QPointF) -> None:
        on, key = self._ground(point) if kind == "down" else ("plain", "")
        self._stay_awake(pointer, kind)
        x, y = self._window.canvas_point(point)
        touch = Touch(id=pointer, kind=kind, x=x, y=y, ms=self._store.now(), on=on, key=key)
        self._take(*feel(self._hands, touch, self._field()))

    def _take(self, hands: Hands, gestures: tuple[Gesture, ...]) -> None:
        self._hands = hands
        for gesture in gestures:
            self._do(gesture)
        self._window.press(
            track.key for track in self._hands.tracks if track.on == "button" and not (track.void or track.strayed)
        )
        due = due_ms(self._hands)
        if due is None:
            self._due.stop()
        else:
            self._due.start(max(0, round(due - self._store.now()) + 1))

    def _do(self, gesture: Gesture) -> None:
        stand = self._store.state.kiosk
        if stand is None:
            return
        match gesture:
            case Hold():
                if not stand.staff:
                    self._store.dispatch("kiosk-staff")
            case Tap(on="button"):
                self._press(gesture)
            case Tap() if self._charts is not None:
                self._charts.ask(self._window_point(gesture.x, gesture.y))
            case Drag() if self._charts is not None:
                self._charts.drag(gesture)
            case Swipe():
                self._store.dispatch("next" if gesture.way == 1 else "previous")

    def _press(self, tap: Tap) -> None:
        """What the button says, if it is still there: the page may have changed under the finger."""
        target = self._window.page.target_at(tap.x, tap.y)
        if target is None or target.key != tap.key:
            return
        if target.command == ENTER:
            self._enter()
        else:
            self._store.dispatch(target.command, **target.args)

    def _ground(self, point: QPointF) -> tuple[Ground, str]:
        """What a finger at a point of the window comes down on. Called before it wakes anything."""
        target = self._window.target_at(point)
        if target is not None:
            return ("dead", "") if target.whole else ("button", target.key)
        chart = self._charts.time_at(point) if self._charts is not None else ""
        return ("time", chart) if chart else ("plain", "")

    def _stay_awake(self, pointer: int, kind: Kind) -> None:
        """Somebody is there: at once where a finger comes down, now and then where one moves, never where one rests."""
        now, track = self._store.now(), self._hands.track(pointer)
        moves = track is not None and track.strayed and not 0.0 <= now - self._awake_ms < AWAKE_MS
        if kind == "down" or (kind == "move" and moves):
            self._awake_ms = now
            self._store.dispatch("kiosk-touch")

    def _window_point(self, x: float, y: float) -> QPointF:
        """A point of the window's canvas in the window."""
        scale = self._window.width() / self._window.canvas.width
        return QPointF(x * scale, y * scale) + QPointF(self._window.overlay.pos())

    def _field(self) -> Field:
        canvas = self._window.canvas
        return Field(canvas.width, canvas.height, corner_rect(canvas, self._corner))


def corner_rect(canvas: Canvas, corner: Corner) -> Rect:
    """The part of the canvas that staff hold."""
    x = canvas.width - CORNER_PX if corner.endswith("right") else 0.0
    y = canvas.height - CORNER_PX if corner.startswith("bottom") else 0.0
    return Rect(x, y, CORNER_PX, CORNER_PX)
