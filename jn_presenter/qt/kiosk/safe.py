"""The plain page of a kiosk, from no deck: what is left where every deck crashes the show."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from jn_presenter.model.kiosk import Settings
from jn_presenter.model.options import KioskOptions
from jn_presenter.qt.garbage import Garbage
from jn_presenter.qt.kiosk.beat import Beat, Say
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.qt.kiosk.opening import PlainOpening
from jn_presenter.qt.kiosk.placing import KioskPlacing
from jn_presenter.qt.kiosk.power import DisplayPower
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.windows.kiosk.safe import SafeWindow
from jn_presenter.show.kiosk.resume import Resume

if TYPE_CHECKING:
    from jn_presenter.qt.kiosk.door import Door

log = logging.getLogger(__name__)


class SafeShow(QObject):
    """Puts the page up and, once it is seen, the staff's way out over it. Where that cannot be had, the page stays."""

    store = None
    """There is no deck of which anything could be missed."""

    def __init__(self, options: KioskOptions, settings: Settings, say: Say, ending: Ending) -> None:
        super().__init__()
        self.garbage = Garbage(lambda: False, self)
        self._options, self._settings, self._say, self._ending = options, settings, say, ending
        self.measure = QtMeasure()
        self.window = SafeWindow(self.measure)
        self.placing = KioskPlacing(self.window, options.screen or settings.screen, windowed=options.windowed)
        self.beat = Beat(self.window.stage, self.place, say)
        self.beat.unseen.connect(self.placing.settle_later)
        self.power = DisplayPower(settings.display, x11=QApplication.platformName() == "xcb")
        self.opening = PlainOpening(self, settings.hours, self._looked)
        self.door: Door | None = None
        """The staff's way out."""
        self._opened = True
        self._seen = QTimer(self, singleShot=True, interval=0)
        self._seen.timeout.connect(self._first_seen)

    def begin(self) -> None:
        """Put it up."""
        self.garbage.begin()
        self.opening.look()
        self.window.stage.painted.connect(self._seen.start)
        self.placing.settle()

    def end(self) -> None:
        """Stop its heart."""
        self.window.leaving = True
        self._seen.stop()
        self.beat.stop()
        self.opening.stop()
        self.power.stop()
        if self.door is not None:
            self.door.stop()
        self.garbage.stop()

    def place(self) -> Resume:
        """What is told with a beat: nobody is to be interrupted who types a PIN."""
        if self.door is not None and self.door.staff:
            return Resume(phase="home")
        return Resume() if self._opened else Resume(phase="closed")

    def _first_seen(self) -> None:
        self.window.stage.painted.disconnect(self._seen.start)
        try:
            self._make_door()
        except Exception:
            log.exception("staff cannot leave by the screen / 员工暂时不能从屏幕上退出")

    def _make_door(self) -> None:
        """Whatever all of this needs: it is imported late, and may be what is broken."""
        from jn_presenter.qt.kiosk.door import Door

        door = Door(
            self.window,
            Path(self._options.folder),
            self._settings,
            self.measure,
            self._say,
            ends=self._ending.asked,
            back=self.placing.settle_later,
        )
        door.changed.connect(self._settle)
        door.begin()
        self.door = door

    def _looked(self, opened: bool) -> None:
        self._opened = opened
        self._settle()

    def _settle(self) -> None:
        """Outside the hours the screen is dark; for staff it is switched on, and they see their pad."""
        self.window.darken(dark=not self._opened)
        self.power.want(self._opened or (self.door is not None and self.door.staff))
