"""The record of wrong PINs, which outlives the program and the machine's being switched off.

It says how long the lock lasted when it was written, and what the clock showed then that runs since the machine was
started. The date stands there for people alone: setting the clock on the wall shortens and lengthens nothing. While the
machine is off the lock stands still.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

import msgspec
from msgspec import Struct

from jn_presenter.durable import read, replace
from jn_presenter.show.kiosk.pin import DAMAGED, MOST_LOCK_MS, MOST_WRONG, NONE, Tries, passed_ms

log = logging.getLogger(__name__)
TRIES = "tries.json"
"""The record, in the kiosk's own folder."""
MOST_BYTES = 1024
OWNER_ONLY = 0o600


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """tries.json."""

    wrong: int
    lock_ms: float
    """What was left of the lock."""
    up_ms: float
    """By the clock that runs since the machine was started."""
    written: str
    """Date and time, for people."""


def up_ms() -> float:
    """The clock that runs since the machine was started; nobody sets it."""
    return time.monotonic() * 1000.0


class PinFile:
    """Reads and writes the record; neither raises. Where nothing can be written, what is in memory counts."""

    def __init__(self, path: Path, up: Callable[[], float] = up_ms) -> None:
        self._path = path
        self._up = up

    def read(self) -> Tries:
        """The tries, with what is left of the lock by now. None where there is no file; a damaged one locks once."""
        try:
            content = read(self._path, MOST_BYTES)
        except FileNotFoundError:
            return NONE
        except OSError as error:
            return self._damaged(error)
        try:
            record = msgspec.json.decode(content, type=Record)
        except msgspec.MsgspecError as error:
            return self._damaged(error)
        if not (0 <= record.wrong <= MOST_WRONG and 0.0 <= record.lock_ms <= MOST_LOCK_MS and record.up_ms >= 0.0):
            return self._damaged("out of bounds")
        left = record.lock_ms - passed_ms(record.up_ms, self._up())
        return Tries(record.wrong, max(0.0, left))

    def write(self, tries: Tries) -> bool:
        """Have the tries on the disk, locked from now on; whether they are."""
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        record = Record(tries.wrong, tries.lock_ms, self._up(), now)
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace(self._path, msgspec.json.encode(record) + b"\n", OWNER_ONLY)
        except OSError as error:
            log.info("%s: %s", self._path, error)
            return False
        return True

    def _damaged(self, why: object) -> Tries:
        log.info("%s: damaged, which locks once: %s", self._path, why)
        return DAMAGED
