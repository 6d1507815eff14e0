"""The screens that Qt knows of, and putting a window on one for good."""

import logging

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import getCppPointer

from jn_presenter.show.screens import ScreenInfo, identified, named

log = logging.getLogger(__name__)
Known = dict[int, str]
"""Screens and the identities that they were given, which they keep as long as they are there.

Screens go by their addresses: Python's own object of a screen ends with the window that was asked for its screen.
"""


def probe(known: Known | None = None) -> tuple[ScreenInfo, ...]:
    """The screens there are now, from left to right; brings `known` up to date."""
    known = {} if known is None else known
    primary, screens = QGuiApplication.primaryScreen(), QGuiApplication.screens()
    for gone in known.keys() - {_address(screen) for screen in screens}:
        del known[gone]
    found = identified([_info(screen, screen == primary, identity_of(known, screen)) for screen in screens])
    addresses = {_place(screen): _address(screen) for screen in screens}
    for info in found:
        known[addresses[info.name, info.x, info.y, info.width, info.height]] = info.id
    return found


def find(known: Known, identity: str) -> QScreen | None:
    """The screen of that identity, or None where it is gone."""
    return next((screen for screen in QGuiApplication.screens() if identity_of(known, screen) == identity), None)


def tell_missing(there: tuple[ScreenInfo, ...], *wanted: str) -> None:
    """A screen that was asked for may be plugged in yet; but a name may be mistyped."""
    names = ", ".join(f"{screen.number} {screen.name}" for screen in there)
    for word in wanted:
        if word and named(there, word) is None:
            log.warning("没有显示器 %s；现有：%s / there is no screen %s; there are: %s", word, names, word, names)


def identity_of(known: Known, screen: QScreen) -> str:
    """The screen's identity, empty where it is not known."""
    return known.get(_address(screen), "")


def _address(screen: QScreen) -> int:
    address: int = getCppPointer(screen)[0]
    return address


def _place(screen: QScreen) -> tuple[str, int, int, int, int]:
    area = screen.geometry()
    return screen.name(), area.x(), area.y(), area.width(), area.height()


def _info(screen: QScreen, primary: bool, identity: str) -> ScreenInfo:
    name, x, y, width, height = _place(screen)
    return ScreenInfo(
        name=name,
        x=x,
        y=y,
        width=width,
        height=height,
        primary=primary,
        ratio=screen.devicePixelRatio(),
        maker=screen.manufacturer(),
        model=screen.model(),
        serial=screen.serialNumber(),
        id=identity,
    )


def beneath(window: QWidget) -> QScreen | None:
    """The screen that the window's middle is on.

    Not window.screen(): PySide takes that screen for a part of the window, and lets it go with the window.
    """
    return QGuiApplication.screenAt(window.geometry().center())


def put_fullscreen(window: QWidget, screen: QScreen) -> None:
    """Fullscreen on that screen, also when it was fullscreen on another.

    setGeometry alone drops fullscreen and showFullScreen alone stays on the old screen, so it takes all three. A window
    that is not to take the keys does not get them: showFullScreen would ask for them.
    """
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
    if window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating):
        window.setVisible(True)
    else:
        window.showFullScreen()


def put_windowed(window: QWidget, screen: QScreen, area: QRect) -> None:
    """A normal window there. What was hidden as a fullscreen one would come back so, were its state not told first.

    It gets its place before it is seen, or it is seen on another screen first; one that was fullscreen gets it after.
    """
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
    window.setScreen(screen)
    window.setGeometry(area)
    window.showNormal()
    window.setGeometry(area)


def part_of(screen: QScreen, share: float, across: float, down: float) -> QRect:
    """`share` of the screen's width and height, at 0..1 of the room that is left: 0.5 is the middle."""
    area = screen.availableGeometry()
    size = QSize(int(area.width() * share), int(area.height() * share))
    left, top = int((area.width() - size.width()) * across), int((area.height() - size.height()) * down)
    return QRect(area.topLeft() + QPoint(left, top), size)
