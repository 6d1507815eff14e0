"""Which screen is whose, as the windows stand now."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from jn_presenter.show.preflight.screens import Role


def seats(windows: Mapping[Role, QWidget | None]) -> dict[str, tuple[Role, ...]]:
    """Name of a screen -> what is shown on it; of windows that are not up, nothing."""
    found: dict[str, tuple[Role, ...]] = {}
    for role, window in windows.items():
        if window is not None and window.isVisible():
            name = window.screen().name()
            found[name] = (*found.get(name, ()), role)
    return found
