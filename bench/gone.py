"""A kiosk that everybody has left, at the beginning of its loop: what is in sight weighs the same there each time."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from bench.weather import Hours
from bench.weight import Weight, weigh
from jn_presenter.qt.kiosk.app import KioskShow
from jn_presenter.show.kiosk.ticking import due_ms

MOTION_MS = 5000.0
"""Longer than any motion."""
REST_MS = 300
"""Of true time, in which the next picture is made ready."""
MOST_TICKS = 1000
"""Of a theme whose steps are shown by themselves, until its visitor counts as gone."""


def weighed(show: KioskShow, hours: Hours) -> Weight:
    """What the show weighs then. It gives back by itself what the last visitor took, and nobody does it for it."""
    store = show.store
    store.dispatch("kiosk-open")
    store.dispatch("kiosk-touch")
    for _ in range(MOST_TICKS):
        stand = store.state.kiosk
        if stand is None or (stand.phase == "loop" and not stand.staff):
            break
        hours.ms = max(hours.ms, due_ms(store.state, store.deck) or 0.0)
        store.dispatch("kiosk-tick")
    else:
        raise RuntimeError("the kiosk does not come back to its loop")
    QCoreApplication.processEvents()
    hours.ms += MOTION_MS
    show.clock.tick.emit(hours.ms)
    QTest.qWait(REST_MS)
    show.trims.trim()  # as its timer would, which goes by another clock
    return weigh()
