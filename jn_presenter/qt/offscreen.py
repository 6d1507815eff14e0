"""Qt without a screen, for what only needs fonts and pixels: checking how texts fit, and exporting."""

import ctypes
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication

from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.text import QtMeasure

PLATFORM = "offscreen"


@cache
def application() -> QtMeasure:
    """Start Qt off every screen, whatever DISPLAY and QT_QPA_PLATFORM say, and measure with the bundled font.

    An application that runs already is used as it is; charts need one that can have widgets. Raises
    ImportError where a library that Qt needs is missing, as the import of this module does, and FontsMissing.
    """
    if QApplication.instance() is None:
        if sys.platform == "linux":
            require(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms", f"libq{PLATFORM}.so"))
        _alive.append(QApplication(["jn-presenter", "-platform", PLATFORM]))
    load_fonts()
    return QtMeasure()


_alive: list[QApplication] = []
"""Qt ends with the last reference to its application."""


def require(plugin: Path) -> None:
    """Load a plugin of Qt by hand: Qt itself would abort the process where a library is missing. Raises ImportError."""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise ImportError(str(error)) from error
