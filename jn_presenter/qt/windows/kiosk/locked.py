"""What of a keyboard, a mouse and a window manager a kiosk lets through: a handful of keys, fingers, and nothing else.

What the system takes for itself before any program hears of it (Ctrl+Alt+Del, its own edges, Print Screen) is the
system's to lock.
"""

import logging
from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTabletEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QWidget

from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.kiosk.hands import MOUSE_KINDS, HandsOn
from jn_presenter.qt.windows.kiosk.pane import Pane

log = logging.getLogger(__name__)
KEYS: Mapping[int, str] = MappingProxyType(
    {
        Qt.Key.Key_Right: "next",
        Qt.Key.Key_Down: "next",
        Qt.Key.Key_PageDown: "next",
        Qt.Key.Key_Space: "next",
        Qt.Key.Key_Left: "previous",
        Qt.Key.Key_Up: "previous",
        Qt.Key.Key_PageUp: "previous",
        Qt.Key.Key_Home: "kiosk-home",
    }
)
"""All keys that act, and what they do: those of a clicker, and of a keyboard with large keys for who cannot reach the
screen. Alone they act, never with Ctrl, Alt, Shift or the system's own key, and held down they act once."""

Type = QEvent.Type
TOUCHES = frozenset({Type.TouchBegin, Type.TouchUpdate, Type.TouchEnd, Type.TouchCancel})
MICE = frozenset(MOUSE_KINDS)
STYLUSES = frozenset({Type.TabletPress, Type.TabletMove, Type.TabletRelease})
REFUSED = frozenset(
    {
        Type.KeyRelease,
        Type.ShortcutOverride,
        Type.Shortcut,
        Type.InputMethod,
        Type.ContextMenu,
        Type.Wheel,
        Type.NativeGesture,
        Type.Gesture,
        Type.GestureOverride,
        Type.DragEnter,
        Type.DragMove,
        Type.DragLeave,
        Type.Drop,
        Type.FileOpen,
        Type.ToolTip,
        Type.WhatsThis,
        Type.QueryWhatsThis,
        Type.EnterWhatsThisMode,
        Type.HelpRequest,
        Type.NonClientAreaMouseButtonPress,
        Type.NonClientAreaMouseButtonDblClick,
    }
)
"""What nobody is told of, whatever it is for."""
AWAY = frozenset({Type.WindowStateChange, Type.Hide, Type.Expose})
"""After which the window may be small, hidden, or put aside by a desktop that is shown."""
HEARD = TOUCHES | MICE | STYLUSES | REFUSED | AWAY | {Type.KeyPress, Type.Close, Type.WinIdChange}


class Locked(QObject):
    """An event filter over the window, its parts and what the system knows as the window, from `begin` on.

    Not over the application: Python would be handed every object of Qt's that gets an event, half made and half gone
    ones too, which crashes. Whoever asks the application to quit has it close its windows first.

    ends: whether the system itself ends the program, which is its right. back: called where the window was made small
    or hidden, to put it in its place again.
    """

    def __init__(
        self,
        window: Pane,
        store: Store,
        hands: HandsOn,
        *,
        ends: Callable[[], bool] = lambda: False,
        back: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._hands, self._ends, self._back = window, store, hands, ends, back
        self._parts: tuple[QWidget, ...] = ()
        self._handle: QWindow | None = None

    def begin(self) -> None:
        """From now on."""
        self._parts = (self._window, *self._window.findChildren(QWidget))
        for part in self._parts:
            part.installEventFilter(self)
        self._follow()

    def stop(self) -> None:
        """Not any more."""
        for one in (*self._parts, self._handle):
            if one is not None:
                one.removeEventFilter(self)
        self._parts, self._handle = (), None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        kind = event.type()
        if kind not in HEARD:
            return False
        if kind == Type.WinIdChange:
            self._follow()
            return False
        if kind == Type.Close:
            return self._end(event)
        if kind in AWAY:
            self._changed(watched, kind)
            return False
        event.setAccepted(kind not in REFUSED)  # touches that nobody takes come again as mouse events
        try:
            self._act(watched, event)
        except Exception:
            log.exception("%s", kind)  # whatever is wrong with a slide: what is not let through is not let through
        # a mouse that moves shows its pointer
        return not (kind == Type.MouseMove and isinstance(event, QMouseEvent) and not event.buttons())

    def _follow(self) -> None:
        """What the system sends comes to the window's handle, which is there once the window was shown."""
        handle = self._window.windowHandle()
        if handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _end(self, event: QEvent) -> bool:
        """Only staff and the system end the show."""
        if self._store.state.leaving or self._ends():
            return False
        event.ignore()
        return True

    def _changed(self, watched: QObject, kind: QEvent.Type) -> None:
        """Small or hidden, it could not be found again."""
        handle = self._handle
        if kind == Type.Expose:
            gone = handle is not None and watched is handle and not handle.isExposed()
        else:
            gone = watched is self._window
        if not gone or self._store.state.leaving or self._ends():
            return
        if kind == Type.Hide:
            self._hands.rest()
        self._back()

    def _act(self, watched: QObject, event: QEvent) -> None:
        if event.type() == Type.KeyPress:
            self._key(event)
        elif event.type() not in REFUSED:
            self._point(watched, event)

    def _key(self, event: QEvent) -> None:
        if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return
        command, stand = KEYS.get(event.key()), self._store.state.kiosk
        if command is None or stand is None or stand.staff:
            return
        self._store.dispatch("kiosk-touch")
        if stand.phase == "slides":
            self._store.dispatch(command)

    def _point(self, watched: QObject, event: QEvent) -> None:
        to_window = self._way(watched)
        if isinstance(event, QTouchEvent):
            self._hands.touch(event, to_window)
        elif isinstance(event, QMouseEvent):
            self._hands.mouse(event, to_window)
        elif isinstance(event, QTabletEvent):
            self._hands.tablet(event, to_window)

    def _way(self, watched: QObject) -> Callable[[QPointF], QPointF]:
        """From points of the part that an event is for to points of the window."""
        if isinstance(watched, QWidget) and watched is not self._window:
            return lambda point: watched.mapTo(self._window, point)
        return _same


def _same(point: QPointF) -> QPointF:
    return point
