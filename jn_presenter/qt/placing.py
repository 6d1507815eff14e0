"""Puts a show's windows where they are told to be: the only module that shows, hides and moves them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from jn_presenter.qt import screens, stacking
from jn_presenter.qt.drawn import Area, Drawn
from jn_presenter.show.screens import Spot

AUDIENCE, CONSOLE, INTERPRETER = "audience", "console", "interpreter"
LARGE, SMALL = 0.7, 0.55
"""The share of its screen that a normal window takes: alone there, and beside another one."""

Makers = Mapping[str, Callable[[], QWidget]]
"""Name of a window beside the audience's -> how it is made, once it is first wanted: `console`, `interpreter`."""


class Placing(QObject):
    """The windows by name, and the spot on which each was put.

    known: the screens by their identities. drawn: where the interpreter's view was as a normal window in earlier shows.
    """

    strayed = Signal()
    """A window that fills its screen was moved off it, by a window manager that heard late of a screen."""

    def __init__(self, audience: QWidget, makers: Makers, known: screens.Known, drawn: Drawn) -> None:
        super().__init__()
        self._audience, self._makers, self._known, self._drawn = audience, makers, known, drawn
        self.windows: dict[str, QWidget] = {}
        """The windows made so far, beside the audience's."""
        self._placed: dict[str, tuple[Spot, QRect]] = {}
        self._normal: dict[tuple[str, str], QRect] = {}
        self._given: dict[str, QRect] = {}
        """Where each normal window was put: until it is drawn elsewhere, there is nothing to be remembered."""
        self._alone = False
        """Whether the audience's window is kept above the others, as they stand."""
        audience.installEventFilter(self)

    @property
    def names(self) -> frozenset[str]:
        """All windows there can be."""
        return frozenset({AUDIENCE, *self._makers})

    def settle(self, wanted: Mapping[str, Spot], *, apart: bool) -> None:
        """Show, move and hide windows until these and no others stand on their spots.

        apart: whether the console has a screen of its own.
        """
        moved = [name for name, spot in wanted.items() if not self._stands(name, spot)]
        alone, was_alone, self._alone = _alone(wanted), self._alone, False
        if was_alone and not alone:
            stacking.keep_above(self._audience, above=False)
        for name in moved:
            # the keys are the console's, and a window manager gives them to what came up last
            beside = name == INTERPRETER or (name == AUDIENCE and apart and CONSOLE in wanted)
            self._window(name).setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, beside)
            self._put(name, wanted[name])
        # last, so that nothing else is seen between two windows that take turns
        gone = [name for name in self._placed if name not in wanted]
        for name in gone:
            self._take_off(name)
        if moved or gone:
            if alone:
                stacking.keep_above(self._audience, above=True)
            self._window(CONSOLE if CONSOLE in wanted else AUDIENCE).activateWindow()
        self._alone = alone

    def drop(self, there: frozenset[str]) -> None:
        """Hide at once what stands on none of these screens."""
        for name in [name for name, (spot, _) in self._placed.items() if spot.screen not in there]:
            self._take_off(name)

    def standing(self) -> tuple[str, str]:
        """The screens on which the windows of audience and console are, wherever they should be."""
        screens.probe(self._known)
        return self._under(self._audience), self._under(self.windows.get(CONSOLE))

    def _under(self, window: QWidget | None) -> str:
        screen = screens.beneath(window) if window is not None and window.isVisible() else None
        return screens.identity_of(self._known, screen) if screen is not None else ""

    def to_front(self) -> None:
        """Bring the windows above all others."""
        for window in (self._audience, *self.windows.values()):
            if window.isVisible():
                window.raise_()
                window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        """A screen may have more pixels and the window on it the size it had before: then nobody else would tell it."""
        if event.type() == QEvent.Type.WindowStateChange and self._alone:
            self._stay_up()
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self._strays(watched):
            self.strayed.emit()
        if event.type() == QEvent.Type.DevicePixelRatioChange and isinstance(watched, QWidget):
            QCoreApplication.postEvent(watched, QResizeEvent(watched.size(), watched.size()))
            for part in watched.findChildren(QWidget):
                part.update()
        return False

    def _stay_up(self) -> None:
        """Some window managers minimise with a window what is kept above it: the audience's picture stays."""
        away = any(window.isMinimized() for window in self.windows.values())
        if away:
            stacking.keep_above(self._audience, above=False)
            if self._audience.isMinimized():
                self._audience.setWindowState(self._audience.windowState() & ~Qt.WindowState.WindowMinimized)
        elif not self._audience.isMinimized():
            stacking.keep_above(self._audience, above=True)

    def _strays(self, window: QObject) -> bool:
        """Whether it was put over a whole screen that is still there, and is elsewhere."""
        name = next((name for name in self._placed if self._window(name) is window), "")
        return bool(name) and self._placed[name][0].fullscreen and not self._stands(name, self._placed[name][0])

    def _stands(self, name: str, spot: Spot) -> bool:
        """Whether the window is there already; a normal one may be anywhere that it was drawn to."""
        screen, window = screens.find(self._known, spot.screen), self._window(name)
        if screen is None or not window.isVisible() or name not in self._placed:
            return False
        if self._placed[name] != (spot, screen.geometry()):
            return False
        return not spot.fullscreen or window.geometry() == screen.geometry()

    def _put(self, name: str, spot: Spot) -> None:
        screen, window = screens.find(self._known, spot.screen), self._window(name)
        if screen is None:
            return
        self._keep_area(name)
        if name == INTERPRETER:
            self._keep_above_console(window, spot)
        if spot.fullscreen:
            screens.put_fullscreen(window, screen)
        else:
            self._given[name] = self._normal.get((name, spot.screen)) or self._area(name, screen)
            screens.put_windowed(window, screen, self._given[name])
        self._placed[name] = (spot, screen.geometry())
        if name != AUDIENCE:
            window.raise_()

    def _keep_above_console(self, window: QWidget, spot: Spot) -> None:
        """A normal window over a fullscreen one would be lost beneath it at the first click."""
        console = self._placed.get(CONSOLE)
        above = not spot.fullscreen and console is not None and console[0].fullscreen
        kind = Qt.WindowType.Dialog if above else Qt.WindowType.Window  # only dialogs are kept above their parent
        if window.windowType() != kind:
            window.setWindowFlags(kind)
        window.winId()  # makes the handle
        parent = self.windows[CONSOLE].windowHandle() if above else None
        window.windowHandle().setTransientParent(parent)  # type: ignore[arg-type]  # None is its default

    def _area(self, name: str, screen: QScreen) -> QRect:
        """Where a window stands at first that does not fill its screen: as in an earlier show, where that is on the
        screen as it is now; in the middle; or beside the one there.
        """
        here = screens.identity_of(self._known, screen)
        if name == INTERPRETER and (kept := self._drawn.area(name, here)) is not None:
            area = QRect(kept.x, kept.y, kept.width, kept.height).translated(screen.geometry().topLeft())
            if screen.geometry().contains(area):
                return area
        beside = any(spot.screen == here for other, (spot, _) in self._placed.items() if other != name)
        return screens.part_of(screen, SMALL, 0.96, 0.92) if beside else screens.part_of(screen, LARGE, 0.5, 0.5)

    def _take_off(self, name: str) -> None:
        self._keep_area(name)
        if self._placed.pop(name, None) is not None:
            self._window(name).hide()

    def keep_areas(self) -> None:
        """The show ends: normal windows are as they were in the next one."""
        for name in self._placed:
            self._keep_area(name)

    def _keep_area(self, name: str) -> None:
        """Where a normal window is, it comes back to; the interpreter's, if it is on its screen, in later shows too."""
        if name not in self._placed or self._placed[name][0].fullscreen:
            return
        (spot, screen), area = self._placed[name], self._window(name).geometry()
        self._normal[name, spot.screen] = area
        if name == INTERPRETER and area != self._given.get(name) and screen.contains(area):
            x, y = (area.topLeft() - screen.topLeft()).toTuple()
            self._drawn.keep(Area(name, spot.screen, x, y, area.width(), area.height()))

    def _window(self, name: str) -> QWidget:
        """The window of that name, made now if it was never wanted before."""
        if name == AUDIENCE:
            return self._audience
        if name not in self.windows:
            self.windows[name] = self._makers[name]()
            self.windows[name].installEventFilter(self)
        return self.windows[name]


def _alone(wanted: Mapping[str, Spot]) -> bool:
    """Whether the audience's window fills a screen on which no other window is to be, while there are others."""
    others = {spot.screen for name, spot in wanted.items() if name != AUDIENCE}
    audience = wanted.get(AUDIENCE)
    return audience is not None and audience.fullscreen and bool(others) and audience.screen not in others
