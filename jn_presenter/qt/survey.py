"""The screens of this machine, for a command that shows nothing on them."""

from PySide6.QtGui import QGuiApplication

from jn_presenter.qt.screens import probe
from jn_presenter.show.screens import ScreenInfo


def survey() -> tuple[ScreenInfo, ...]:
    """The screens there are; connects to the display for as long as it takes to ask, where no application does yet."""
    application = QGuiApplication.instance() or QGuiApplication(["jn-presenter"])
    found = probe()
    del application
    return found
