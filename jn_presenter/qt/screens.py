"""Which screen the audience sees and which the presenter does, and putting a window on one for good."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from jn_presenter.model.geometry import canvas_for


class ScreenInfo(Struct, frozen=True, kw_only=True):
    """A screen as the system names it: position and size in device-independent px, and whether it is the primary."""

    name: str
    x: int
    y: int
    width: int
    height: int
    primary: bool = False
    ratio: float = 1.0

    @property
    def shape(self) -> str:
        return canvas_for(self.width, self.height).shape


class Plan(Struct, frozen=True):
    """Names of the screens for the audience and the console; no console screen means one-screen mode."""

    audience: str
    console: str | None


def plan(screens: Sequence[ScreenInfo], audience: str = "", console: str = "", *, with_console: bool = True) -> Plan:
    """The audience gets the external screen where there is one, the console the primary (the laptop's own).

    Names asked for win where they exist. Raises ValueError where there is no screen at all.
    """
    if not screens:
        raise ValueError("no screen")
    names = {screen.name for screen in screens}
    primary = next((screen for screen in screens if screen.primary), screens[0])
    others = [screen for screen in screens if screen.name not in (primary.name, console)]
    chosen = audience if audience in names else (others[0].name if others else primary.name)
    if not with_console:
        return Plan(chosen, None)
    if console in names and console != chosen:
        return Plan(chosen, console)
    rest = [screen.name for screen in (primary, *screens) if screen.name != chosen]
    return Plan(chosen, rest[0] if rest else None)


def probe() -> tuple[ScreenInfo, ...]:
    """The screens there are now."""
    primary = QGuiApplication.primaryScreen()
    return tuple(_info(screen, screen is primary or screen == primary) for screen in QGuiApplication.screens())


def _info(screen: QScreen, primary: bool) -> ScreenInfo:
    area = screen.geometry()
    return ScreenInfo(
        name=screen.name(),
        x=area.x(),
        y=area.y(),
        width=area.width(),
        height=area.height(),
        primary=primary,
        ratio=screen.devicePixelRatio(),
    )


def find(name: str | None) -> QScreen | None:
    """The screen of that name, or None where it is gone."""
    return next((screen for screen in QGuiApplication.screens() if screen.name() == name), None)


def put_fullscreen(window: QWidget, screen: QScreen) -> None:
    """Fullscreen on that screen, also when it was fullscreen on another.

    setGeometry alone drops fullscreen and showFullScreen alone stays on the old screen, so it takes all three.
    """
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
    window.showFullScreen()


def put_windowed(window: QWidget, screen: QScreen, share: float = 0.7) -> None:
    """A normal window in the middle of the screen, `share` of its size."""
    area = screen.availableGeometry()
    window.setScreen(screen)
    width, height = int(area.width() * share), int(area.height() * share)
    x, y = area.x() + (area.width() - width) // 2, area.y() + (area.height() - height) // 2
    window.setGeometry(x, y, width, height)
    window.showNormal()
