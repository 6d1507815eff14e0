"""Keeps a kiosk's one window on its screen, fullscreen, whatever comes, goes or turns."""

import logging

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from jn_presenter.qt import screens
from jn_presenter.show.screens import ScreenInfo, named

log = logging.getLogger(__name__)
SETTLE_MS = 300
"""How long screens must stay as they are before the window moves: a display comes back in several steps."""
AGAIN_MS = 10_000
"""How often a window that the system does not show is put up anew: the system may have a reason that lasts."""


class KioskPlacing(QObject):
    """`screen` is the name, model or number of a screen; where it is not there, the primary one takes its place."""

    def __init__(self, window: QWidget, screen: str, *, windowed: bool) -> None:
        super().__init__(window)
        self._window, self._screen, self._windowed = window, screen, windowed
        self._told: tuple[str, ...] = ()
        """The screens among which the wanted one was missed; empty while it is there."""
        self._later = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._later.timeout.connect(self.settle)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.settle)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._came)
        application.screenRemoved.connect(self._later.start)
        application.primaryScreenChanged.connect(self._later.start)
        for one in application.screens():
            one.geometryChanged.connect(self._later.start)

    def settle_later(self) -> None:
        """The window may not be where it belongs any more."""
        self._later.start()

    def settle(self) -> None:
        """Put the window where it belongs, unless it is there."""
        known: screens.Known = {}
        there = screens.probe(known)
        self._tell_missing(there)
        wanted = chosen(there, self._screen)
        screen = screens.find(known, wanted.id) if wanted else None
        if screen is None:
            return  # not one screen is left: the next one that comes is looked at
        window = self._window
        if is_gone(window):
            log.warning("another program has destroyed the window; it is made anew / 窗口被其他程序关闭，正在重建")
            window.hide()
            window.windowHandle().destroy()
        if self._windowed:
            if not window.isVisible():
                screens.put_windowed(window, screen, screens.part_of(screen, 0.7, 0.5, 0.5))
            return
        if is_aside(window) and not self._again.isActive():
            self._again.start()
            window.hide()  # nothing less brings it back from behind a desktop that is shown
        stands = window.isVisible() and window.isFullScreen() and not window.isMinimized()  # it can be both
        if not (stands and window.geometry() == screen.geometry()):
            screens.put_fullscreen(window, screen)
        window.activateWindow()

    def _tell_missing(self, there: tuple[ScreenInfo, ...]) -> None:
        """Once for the screens that there are: it is looked at again and again."""
        missed = bool(self._screen) and named(there, self._screen) is None
        names = tuple(screen.id for screen in there) if missed else ()
        if names and names != self._told:
            screens.tell_missing(there, self._screen)
        self._told = names

    def _came(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._later.start)
        self._later.start()


def is_gone(window: QWidget) -> bool:
    """Whether another client of the X server has destroyed the window, which Qt knows nothing of; asks the server.

    Elsewhere no other program can do that.
    """
    if QGuiApplication.platformName() != "xcb" or not is_aside(window):
        return False
    handle = window.windowHandle()
    screen: QScreen | None = handle.screen()  # none where all displays are away
    return screen is not None and screen.grabWindow(handle.winId(), 0, 0, 1, 1).isNull()


def is_aside(window: QWidget) -> bool:
    """Whether the system shows nothing of a window that is there."""
    return window.isVisible() and not window.windowHandle().isExposed()


def chosen(there: tuple[ScreenInfo, ...], wanted: str) -> ScreenInfo | None:
    """The screen of that name, else the primary one, else any; None where there is none."""
    found = named(there, wanted)
    meant = next((one for one in there if one.id == found), None)
    return meant or next((one for one in there if one.primary), None) or next(iter(there), None)
