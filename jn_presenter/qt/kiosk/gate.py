"""The way out of a kiosk: digits are compared with the PIN off the GUI thread, and wrong ones lock it."""

import logging
import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from jn_presenter.qt.errand import Errand
from jn_presenter.qt.kiosk.pin_file import PinFile, up_ms
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.pin import NONE, Secret, Tries, charged, is_pin, is_right, left
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)
NOTE_MS = 8000
"""How long staff read that no PIN is set."""
KEEP_MS = 60_000
"""How often what is left of a lock is written down, for the machine may be switched off and on again."""


class Gate(QObject):
    """Without a secret nobody gets out by the screen. `up`: ms of a clock that nobody sets."""

    changed = Signal()
    """How long to wait is another time than before; counting down is not told."""

    def __init__(
        self,
        store: Store,
        secret: Secret | None,
        file: PinFile,
        parent: QObject | None = None,
        *,
        up: Callable[[], float] = up_ms,
    ) -> None:
        super().__init__(parent)
        self._store, self._secret, self._file, self._up = store, secret, file, up
        self._tries = file.read() if secret is not None else NONE
        self._locked_ms = up() + self._tries.lock_ms
        self._errand = Errand(self)
        self._errand.done.connect(self._on_done)
        self._keep = QTimer(self, interval=KEEP_MS)
        self._keep.timeout.connect(self.keep)
        self._note = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._note.timeout.connect(self.put_away)
        self._told = False
        if secret is None:
            store.changed.connect(self._on_changed)
        if self._tries.lock_ms > 0.0:
            self._begin_lock()

    @property
    def busy(self) -> bool:
        """Whether digits are being compared, or something written: one at a time, since both write one file."""
        return self._errand.busy

    def wait_ms(self) -> float:
        """How long until digits are looked at again; 0 for now, infinite where there is no PIN."""
        return max(0.0, self._locked_ms - self._up()) if self._secret is not None else math.inf

    def enter(self) -> None:
        """Compare what was typed; the answer comes as the command `kiosk-pin`. What cannot be a PIN is no try."""
        stand = self._store.state.kiosk
        if self._secret is None or stand is None or self.busy or self.wait_ms() > 0.0:
            return
        if is_pin(stand.digits):
            self._errand.run(partial(_compare, self._file, self._tries, self._secret, stand.digits))
        else:
            self._store.dispatch("kiosk-pin", right=False, left=left(self._tries))

    def put_away(self) -> None:
        """Take the pad away on which nothing can be typed."""
        stand = self._store.state.kiosk
        if stand is not None and stand.staff:
            self._store.dispatch("kiosk-staff")

    def keep(self) -> None:
        """Write down what is left of the lock."""
        left = self.wait_ms()
        if left <= 0.0:
            self._keep.stop()
        self._errand.run(partial(_write, self._file, Tries(self._tries.wrong, left)))

    def stop(self) -> None:
        """Until what is being written is written."""
        self._keep.stop()
        self._note.stop()
        self._errand.wait()

    def _on_done(self, result: tuple[bool, Tries] | None) -> None:
        if result is None:
            return
        right, self._tries = result
        self._locked_ms = self._up() + self._tries.lock_ms
        if self._tries.lock_ms > 0.0:
            self._begin_lock()
        self._store.dispatch("kiosk-pin", right=right, left=left(self._tries))

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        """Without a PIN: whoever comes for the pad is told so, and its owner how to set one."""
        before, after = old.kiosk, new.kiosk
        if before is None or after is None or before.staff == after.staff:
            return
        if not after.staff:
            self._note.stop()
            return
        self._note.start()
        if not self._told:
            self._told = True
            log.warning(
                "no staff PIN is set; to set one: jn-presenter kiosk --set-pin / 没有设定员工密码，用此命令设定"
            )

    def _begin_lock(self) -> None:
        self._keep.start()
        self.changed.emit()


def _compare(file: PinFile, tries: Tries, secret: Secret, digits: str) -> tuple[bool, Tries]:
    """In a thread. The try is written down as a wrong one first: who pulls the plug meanwhile has had it."""
    wrong = charged(tries)
    file.write(wrong)
    if not is_right(secret, digits):
        return False, wrong
    file.write(NONE)
    return True, NONE


def _write(file: PinFile, tries: Tries) -> None:
    file.write(tries)
