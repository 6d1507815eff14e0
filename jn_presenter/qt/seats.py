"""Which screen is whose, as the windows stand now."""

from collections.abc import Mapping

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from jn_presenter.qt.screens import beneath
from jn_presenter.show.preflight.screens import Role

Place = tuple[int, int]
"""Where a screen begins: what tells it apart from others, for two of one make may have one name."""


def seats(windows: Mapping[Role, QWidget | None]) -> dict[Place, tuple[Role, ...]]:
    """The place of a screen -> what is shown on it; of windows that are not up, nothing."""
    found: dict[Place, tuple[Role, ...]] = {}
    for role, window in windows.items():
        there = beneath(window) if window and window.isVisible() else None
        if there is not None:
            found[place(there)] = (*found.get(place(there), ()), role)
    return found


def place(screen: QScreen) -> Place:
    """In device-independent px."""
    return screen.geometry().x(), screen.geometry().y()
