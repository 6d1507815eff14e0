"""Opens and closes a kiosk by its hours: looks at the clock on the wall again and again, and trusts no long timer."""

import math
import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer

from jn_presenter.model.kiosk import Span
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.hours import GRACE_MS, due, is_open, until_change_ms
from jn_presenter.show.state import ShowState

LOOK_MS = 30_000.0
"""A clock that was set, or a time zone, is seen within so long."""
BEHIND_MS = 20.0
"""A timer may be early by a few ms, and would find the minute before."""

Wall = Callable[[], datetime | None]


def wall() -> datetime | None:
    """The time on the wall here; None where the system has none that a calendar knows."""
    if hasattr(time, "tzset"):
        time.tzset()  # the owner may have chosen another zone meanwhile
    try:
        return datetime.now()  # noqa: DTZ005  # hours are of the clock that hangs there
    except (OSError, OverflowError, ValueError):
        return None


def wait_ms(hours: tuple[Span, ...], at: datetime | None) -> float:
    """In how many ms to look again at the latest."""
    left = until_change_ms(hours, at) if at is not None else None
    return LOOK_MS if left is None else min(LOOK_MS, left)


class PlainOpening(QObject):
    """The hours of a page that nobody visits. looked: called with each look; whether it is open."""

    def __init__(
        self, parent: QObject, hours: tuple[Span, ...], looked: Callable[[bool], object], wall: Wall = wall
    ) -> None:
        super().__init__(parent)
        self._hours, self._looked, self._wall = hours, looked, wall
        self._opened = True
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Look at the clock now, and again before long."""
        at = self._wall()
        self._opened = is_open(self._hours, at) if at is not None else self._opened
        self._looked(self._opened)
        self._timer.start(math.ceil(wait_ms(self._hours, at) + BEHIND_MS))

    def stop(self) -> None:
        """No further look."""
        self._timer.stop()


class Opening(QObject):
    """Dispatches `kiosk-open` and `kiosk-close`. looked: called with each look; whether anybody is to see the screen.

    Outside the hours only staff are, at their pad.
    """

    def __init__(
        self,
        store: Store,
        hours: tuple[Span, ...],
        looked: Callable[[bool], object] = lambda _: None,
        wall: Wall = wall,
    ) -> None:
        super().__init__(store)
        self._store, self._hours, self._looked, self._wall = store, hours, looked, wall
        self._opened = True
        self._over_ms = 0.0
        """Since when it is not open, by the store's clock."""
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._begun = False

    def settle(self) -> None:
        """Open or closed, as it is to be now: before the window is up, so that nothing is seen when it is closed."""
        at = self._wall()
        if at is not None:
            opened = is_open(self._hours, at)
            if self._opened and not opened:
                self._over_ms = self._store.now()
            self._opened = opened
        self._act()

    def begin(self) -> None:
        """From now on."""
        self._begun = True
        self._store.changed.connect(self._on_changed)
        self.look()

    def stop(self) -> None:
        """No further look."""
        if self._begun:
            self._store.changed.disconnect(self._on_changed)
        self._timer.stop()

    def look(self) -> None:
        """Look at the clock now, and again before long."""
        self.settle()
        self._look_away()

    def _look_away(self) -> None:
        self._looked(self._is_seen())
        grace = LOOK_MS if self._opened else self._over_ms + GRACE_MS - self._store.now()
        wait = wait_ms(self._hours, self._wall())
        self._timer.start(math.ceil((min(wait, grace) if grace > 0.0 else wait) + BEHIND_MS))

    def _act(self) -> None:
        stand = self._store.state.kiosk
        if stand is None:
            return
        command = due(stand, opened=self._opened, over_ms=0.0 if self._opened else self._store.now() - self._over_ms)
        if command is not None:
            self._store.dispatch(command)

    def _is_seen(self) -> bool:
        stand = self._store.state.kiosk
        return stand is None or stand.phase != "closed" or stand.staff

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        """A visitor may have gone for whom the closing waited."""
        before, after = old.kiosk, new.kiosk
        if before is None or after is None or (before.phase, before.staff) == (after.phase, after.staff):
            return
        self._act()
        self._look_away()
