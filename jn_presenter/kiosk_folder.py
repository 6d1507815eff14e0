"""Where a kiosk keeps its own files, and which kiosks run on this machine."""

import hashlib
import os
import time
from pathlib import Path

from jn_presenter.lock import Lock

LOCK = "running"
TRIES, PAUSE_S = 10, 0.05
"""Whoever asks whether a kiosk runs has its lock for a moment."""


def kiosks_folder() -> Path:
    """The folder with a folder for each deck that was ever a kiosk here."""
    from platformdirs import user_state_dir

    return Path(user_state_dir("jn-presenter", appauthor=False))


def kiosk_folder(deck: str) -> Path:
    """The folder of the kiosk of that deck, whether it is there or not."""
    name = hashlib.sha256(os.path.realpath(deck).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return kiosks_folder() / f"kiosk-{name}"


def lock(folder: Path) -> Lock | None:
    """What one supervisor holds alone. None where nothing can be written: no other can be known of then.

    Raises BlockingIOError where another one has it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = Lock(folder / LOCK)
        for _ in range(TRIES):
            if held.take():
                return held
            time.sleep(PAUSE_S)
    except OSError:
        return None
    raise BlockingIOError


def runs(folder: Path) -> bool:
    """Whether a supervisor keeps the kiosk of that folder running."""
    if not (folder / LOCK).exists():
        return False
    found = Lock(folder / LOCK)
    try:
        if not found.take():
            return True
    except OSError:
        return False
    found.release()
    return False
