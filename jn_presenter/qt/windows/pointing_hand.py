"""Mouse, finger and stylus over a picture of the show, while a tool is held: they point, draw and erase."""

from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.ink import finished, touches
from jn_presenter.model.geometry import Canvas, canvas_for
from jn_presenter.model.ink import AT_REST, LIGHTS, NO_PRESSURE, Pen, Point, Pointer, Pointing, Stroke, Tool
from jn_presenter.qt.store import Store
from jn_presenter.show.ink import COLOURS, strokes_on
from jn_presenter.show.state import ShowState

WIDTHS: dict[Pen, float] = {"pen": 6.0, "highlighter": 36.0}
"""Logical px of a stroke."""
ERASER_PX = 18.0
"""How far an eraser reaches, in logical px."""
MOST_POINTS = 500
"""Of a stroke while it is drawn; what comes then is a stroke of its own, which begins where this one ends."""
LEFT = Qt.MouseButton.LeftButton
DOWN = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TabletPress)
MOVED = (QEvent.Type.MouseMove, QEvent.Type.TabletMove)
UP = (QEvent.Type.MouseButtonRelease, QEvent.Type.TabletRelease)


class Hand(QObject):
    """Watches a widget. What it does not take, as without a tool everything, is the widget's.

    area: where the picture is in the widget. audience: whether it is the audience's own. There a click with a light in
    the hand is the widget's too, but never a finger's, since it cannot point without a press; and a pen is without
    effect while the picture is frozen, since nobody would see what it does. Fingers come as mouse events that Qt makes
    of them.
    """

    def __init__(
        self,
        store: Store,
        widget: QWidget,
        area: Callable[[], QRect],
        *,
        audience: bool,
    ) -> None:
        super().__init__(widget)
        self._store, self._widget, self._area, self._audience = store, widget, area, audience
        self._tool: Tool = ""
        self._down = self._stylus = False
        self._last = Point(0.0, 0.0)
        widget.setMouseTracking(True)
        widget.installEventFilter(self)
        store.changed.connect(self._on_changed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        kind = event.type()
        if kind in (QEvent.Type.Leave, QEvent.Type.Hide):
            self._gone(hidden=kind == QEvent.Type.Hide)
            return False
        if isinstance(event, QTabletEvent):
            taken = self._feel(event, self._tool_of(event), event.pressure(), touch=False)
            self._stylus = self._down
            event.setAccepted(taken)  # what is not accepted comes once more, as a mouse event
            return taken
        if not isinstance(event, QMouseEvent):
            return False
        if self._stylus:
            return True  # the hand that holds the stylus rests on the glass
        touch = event.deviceType() == QInputDevice.DeviceType.TouchScreen
        return self._feel(event, self._store.state.tool, NO_PRESSURE, touch=touch)

    def _feel(self, event: QMouseEvent | QTabletEvent, tool: Tool, pressure: float, *, touch: bool) -> bool:
        """Do what the event means; whether it was for a tool."""
        kind, at = event.type(), event.position()
        if self._down and isinstance(event, QMouseEvent) and kind in MOVED and not event.buttons() & LEFT:
            self._lift()  # it was let go where nobody told us
        if self._down:
            if kind in MOVED:
                self._go_on(self._point(at, pressure))
            elif kind in UP and event.button() == LEFT:
                self._lift()
            return True
        if not tool or not self._can(self._store.state):
            return False
        inside = self._area().contains(at.toPoint())
        if tool in LIGHTS:
            lit = inside and not (touch and kind in UP)
            self._light(Pointer(tool, *self._share(at)) if lit else None)  # type: ignore[arg-type]
            return not self._audience or (touch and kind not in MOVED)
        if kind in DOWN and event.button() == LEFT and inside and not self._blind(self._store.state):
            self._tool, self._down = tool, True
            self._begin(self._point(at, pressure))
        return inside and (kind not in MOVED or not self._audience)

    def _begin(self, point: Point) -> None:
        state, self._last = self._store.state, point
        slide = self._slide(state)
        if self._tool == "eraser":
            self._store.point(Pointing(slide))
            self._rub(point)
            return
        tool: Pen = "highlighter" if self._tool == "highlighter" else "pen"
        colour = state.ink_colour or COLOURS[0]
        self._store.point(Pointing(slide, stroke=Stroke(tool, colour, WIDTHS[tool], (point,))))

    def _go_on(self, point: Point) -> None:
        if point == self._last:
            return
        if self._tool == "eraser":
            self._rub(point)
        else:
            self._grow(point)
        self._last = point

    def _grow(self, point: Point) -> None:
        now = self._store.pointing
        if now.stroke is None:
            return
        if len(now.stroke.points) >= MOST_POINTS:
            self._lift()
            self._down = True
            self._begin(self._last)
            self._grow(point)
            return
        grown = structs.replace(now.stroke, points=(*now.stroke.points, point))
        self._store.point(structs.replace(now, stroke=grown))

    def _rub(self, point: Point) -> None:
        """Take what lies between here and where the eraser was."""
        now, canvas = self._store.pointing, self._canvas()
        strokes = strokes_on(self._store.state.ink, now.slide)
        met = tuple(
            one for one in strokes if one not in now.erased and touches(one, self._last, point, ERASER_PX, canvas)
        )
        if met:
            self._store.point(structs.replace(now, erased=(*now.erased, *met)))

    def _lift(self) -> None:
        """The hand is lifted: what it did is done, and only now part of the show's state."""
        self._down, done = False, self._store.pointing
        if done.stroke is not None:
            self._store.dispatch("draw", slide=done.slide, stroke=finished(done.stroke, self._canvas()))
        elif done.erased:
            self._store.dispatch("erase", slide=done.slide, strokes=done.erased)
        self._store.point(AT_REST)

    def _light(self, pointer: Pointer | None) -> None:
        self._store.point(Pointing(self._slide(self._store.state), pointer) if pointer else AT_REST)

    def _gone(self, *, hidden: bool) -> None:
        if hidden:
            self._stylus = False  # where it is lifted nobody will tell us
        if self._down and hidden:
            self._lift()
        elif self._store.pointing.pointer is not None:
            self._light(None)

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        """Another tool, another slide or a blank screen: the hand begins anew."""
        same = new.tool == old.tool and self._slide(new) == self._slide(old) and self._can(new)
        if self._down and (not same or self._blind(new)):
            self._lift()
        elif self._store.pointing.pointer is not None and not same:
            light = self._store.pointing.pointer
            stays = self._can(new) and new.tool in LIGHTS
            self._light(Pointer(new.tool, light.x, light.y) if stays else None)  # type: ignore[arg-type]

    def _can(self, state: ShowState) -> bool:
        return state.blank == "none" and not state.asking and not state.leaving

    def _blind(self, state: ShowState) -> bool:
        """Whether what a pen does would not be seen beneath it."""
        return self._audience and state.frozen

    def _slide(self, state: ShowState) -> str:
        return state.shown.slide if self._audience else state.at.slide

    def _tool_of(self, event: QTabletEvent) -> Tool:
        """A stylus turned round is an eraser, whatever else is held."""
        turned = event.pointerType() == QPointingDevice.PointerType.Eraser
        return "eraser" if turned else self._store.state.tool

    def _share(self, at: QPointF) -> tuple[float, float]:
        """Where a place of the widget is in the picture, 0..1 across and down; it stays inside."""
        area = self._area()
        across, down = (at.x() - area.x()) / area.width(), (at.y() - area.y()) / area.height()
        return min(1.0, max(0.0, across)), min(1.0, max(0.0, down))

    def _point(self, at: QPointF, pressure: float) -> Point:
        """Some drivers tell a pressure beyond the bounds, which no file of ink may have."""
        return Point(*self._share(at), min(1.0, max(0.0, pressure)))

    def _canvas(self) -> Canvas:
        area = self._area()
        return canvas_for(max(1, area.width()), max(1, area.height()))
