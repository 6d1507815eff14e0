"""Opens and scrolls the overview of a deck over a console on the screen, and prints what each took, in ms, as JSON.

`python -m bench.overlooked DECK WIDTH HEIGHT OPENINGS` opens it at another slide each time, from the first to the last,
and then scrolls up and down again by the wheel. What is measured is the way from the command, or from the turn of the
wheel, to the end of its paint.
"""

import sys
import time
from collections.abc import Iterator
from unittest.mock import patch

import msgspec
from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from bench.rehearsal import put_up, wait
from jn_presenter.load import load_deck
from jn_presenter.qt.app import SWITCH_S
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console import Console, overlays
from jn_presenter.qt.windows.console.overview import Overview
from jn_presenter.show.state import initial

TURN = 120
"""A notch of the wheel, upwards, in eighths of a degree."""
TURNS = 200
PAINT_LIMIT_S = 5.0
CALM_S = 0.05
"""Between two openings; what was put off until then is done."""


class Times(Struct, frozen=True):
    """Ms of each opening, and of each frame of scrolling."""

    opened: list[float]
    scrolled: list[float]


class Timed(Overview):
    """An overview that tells when it has painted."""

    painted_s = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted_s = time.perf_counter()


def openings(store: Store, over: Timed, count: int) -> Iterator[float]:
    """Each at another place of the show."""
    order = store.deck.order
    for k in range(count):
        store.dispatch("jump", slide=order[k * (len(order) - 1) // max(1, count - 1)])
        wait(lambda: False, CALM_S)
        began = time.perf_counter()
        store.dispatch("overview")
        yield _until_painted(over, began)
        store.dispatch("overlay-none")
        wait(lambda: False, CALM_S)


def scrolling(over: Timed) -> Iterator[float]:
    """Notch by notch, as fast as they are painted."""
    middle = QPointF(over.viewport().rect().center())
    for k in range(TURNS):
        turn = QWheelEvent(
            middle,
            over.viewport().mapToGlobal(middle),
            QPoint(),
            QPoint(0, TURN if k % TURNS < TURNS * 3 // 4 else -TURN),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        began = time.perf_counter()
        QApplication.sendEvent(over.viewport(), turn)
        yield _until_painted(over, began)


def _until_painted(over: Timed, began: float) -> float:
    if not wait(lambda: over.painted_s > began, PAINT_LIMIT_S):
        raise RuntimeError("the overview was not painted")
    return 1000 * (over.painted_s - began)


def main() -> int:
    """Measure and tell."""
    deck, *numbers = sys.argv[1:]
    width, height, count = map(int, numbers)
    sys.setswitchinterval(SWITCH_S)  # as a show does
    application = QApplication(sys.argv[:1])
    load_fonts()
    loaded = load_deck(deck)
    clock = FrameClock()
    store = Store(loaded, initial(loaded.deck, clock.now(), animate=False), clock.now)
    with patch.object(overlays, "Overview", Timed):
        console = Console(store, clock, Fits(QtMeasure()), lambda: None, "zh")
    put_up(console, QSize(width, height), console.isVisible)
    over = console.overlays.overview
    assert isinstance(over, Timed)
    opened = list(openings(store, over, count))
    store.dispatch("overview")
    wait(lambda: False, CALM_S)
    sys.stdout.buffer.write(msgspec.json.encode(Times(opened, list(scrolling(over)))))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
