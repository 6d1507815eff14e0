"""The system ends a kiosk at once, whatever visitors may not."""

import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from jn_presenter.qt.kiosk.ending import SESSION_MS, Ending


class Manager:
    """Stands for the session's own, which exists only while a session ends."""

    hint: object = None

    def setRestartHint(self, hint: object) -> None:
        self.hint = hint


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_wakes_an_idle_loop_and_ends_it(qapp: QGuiApplication, number: signal.Signals) -> None:
    """Nothing of Python's runs in that loop, which would let the handler in."""
    loop, patience, before = QEventLoop(), QTimer(singleShot=True, interval=10_000), signal.getsignal(number)
    patience.timeout.connect(loop.quit)
    ending = Ending(qapp, leave=loop.exit)
    ending.begin()
    try:
        patience.start()
        with subprocess.Popen(["sh", "-c", f"kill -{number.name.removeprefix('SIG')} {os.getpid()}"]):
            assert loop.exec() == 128 + number
    finally:
        ending.stop()
    assert signal.getsignal(number) is before


def test_windows_may_be_closed_while_the_session_ends_and_not_after_it_was_called_off(qapp: QGuiApplication) -> None:
    now = [1000.0]
    ending, manager = Ending(qapp, now=lambda: now[0]), Manager()
    assert not ending.asked()
    ending._session_ends(manager)  # type: ignore[arg-type]
    assert manager.hint is not None
    assert ending.asked()
    now[0] += SESSION_MS
    assert not ending.asked()
