"""The one clock of a show: the time in ms that all windows draw by, and a tick a frame while something moves."""

import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QObject, QVariantAnimation, Signal

ROUND_MS = 1000


def monotonic_ms() -> float:
    """Ms of a clock that never jumps."""
    return time.perf_counter() * 1000.0


class FrameClock(QObject):
    """Ticks at the animation rate of Qt (60 Hz) while running; `now` is injected so that tests own the time."""

    tick = Signal(float)
    """now_ms, once a frame for all windows."""

    def __init__(self, now: Callable[[], float] = monotonic_ms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0)
        self._animation.setEndValue(ROUND_MS)
        self._animation.setDuration(ROUND_MS)
        self._animation.setLoopCount(-1)
        self._animation.valueChanged.connect(self._on_value)

    @property
    def running(self) -> bool:
        return self._animation.state() == QAbstractAnimation.State.Running

    def start(self) -> None:
        if not self.running:
            self._animation.start()

    def stop(self) -> None:
        self._animation.stop()

    def _on_value(self, _value: object) -> None:
        self.tick.emit(self.now())
