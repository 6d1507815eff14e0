"""The process of a kiosk's show, which its supervisor starts: the deck or, where that crashes, the plain page."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from jn_presenter.load.kiosk_settings import owner_settings, read_settings
from jn_presenter.model.kiosk import Settings
from jn_presenter.model.options import KioskOptions
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.kiosk.beat import Say
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.show.kiosk.resume import read_resume

if TYPE_CHECKING:
    from jn_presenter.qt.kiosk.app import KioskShow
    from jn_presenter.qt.kiosk.packs import Packs, Take
    from jn_presenter.qt.kiosk.safe import SafeShow

SWITCH_S = 0.001
"""How long Python lets one thread run while another waits: 5 ms, its default, is a third of a frame."""


def run_child(options: KioskOptions, say: Say, take: "Take") -> int:
    """Show the deck until staff or the system end it; the exit code.

    say: takes lines to the supervisor. take: takes packs of content, in a process of its own.
    Raises load.DeckError for a deck that cannot be shown, and OptionError for a language or style that it lacks.
    """
    began_ns = time.time_ns()
    sys.setswitchinterval(SWITCH_S)
    settings = read_settings(Path(options.settings) if options.settings else owner_settings()).settings
    application = QApplication.instance() or QApplication(["jn-presenter"])
    assert isinstance(application, QApplication)
    application.setApplicationName("jn-presenter")
    application.setQuitOnLastWindowClosed(False)
    load_fonts()
    ending = Ending(application)
    ending.begin()
    show = _safe(options, settings, say, ending) if options.safe else _show(options, settings, say, ending, began_ns)
    show.begin()
    packs = _packs(show, settings, options, say, take) if settings.packs.folders else None
    code = application.exec()
    if packs is not None:
        packs.end()
    show.end()
    ending.stop()
    return code


def _show(options: KioskOptions, settings: Settings, say: Say, ending: Ending, began_ns: int) -> "KioskShow":
    from jn_presenter.qt.kiosk.app import KioskShow, opened

    place = read_resume(options.resume)
    return KioskShow(opened(options, place, say), options, settings, say, ending, place=place, began_ns=began_ns)


def _safe(options: KioskOptions, settings: Settings, say: Say, ending: Ending) -> "SafeShow":
    """Nothing of the show is imported for it: that may be what crashes."""
    from jn_presenter.qt.kiosk.safe import SafeShow

    return SafeShow(options, settings, say, ending)


def _packs(show: "KioskShow | SafeShow", settings: Settings, options: KioskOptions, say: Say, take: "Take") -> "Packs":
    from jn_presenter.qt.kiosk.packs import Packs  # behind the first slide, and where there are any

    packs = Packs(settings.packs, Path(options.folder), take, show.store, say)
    packs.begin()
    return packs
