"""Where a kiosk keeps its own files, and which kiosks run on this machine.

Where nothing can be written in its own folder, its lock and its status stand in a spare one, in memory or among the
temporary files, so that whoever asks finds it all the same.
"""

import hashlib
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from jn_presenter.lock import Lock, is_held

LOCK = "running"
SPARE = "jn-presenter-kiosk-"
TRIES, PAUSE_S = 10, 0.05
"""Whoever asks whether a kiosk runs has its lock for a moment."""


def kiosks_folder() -> Path:
    """The folder with a folder for each deck that was ever a kiosk here."""
    from platformdirs import user_state_dir

    return Path(user_state_dir("jn-presenter", appauthor=False))


def kiosk_folder(deck: str) -> Path:
    """The folder of the kiosk of that deck, whether it is there or not."""
    return kiosks_folder() / f"kiosk-{_digest(deck)}"


def make_spare(folder: Path) -> Path | None:
    """A spare folder for the kiosk of that one, made; None where there can be none."""
    for spare in _spares(_digest(str(folder))):
        with suppress(OSError):
            spare.mkdir(mode=0o700, exist_ok=True)
        if _is_ours(spare):
            return spare
    return None


def leave(spare: Path | None) -> None:
    """Take the spare folder away with what is in it; nothing there outlives the kiosk."""
    if spare is not None:
        with suppress(OSError):
            for file in spare.iterdir():
                file.unlink()
            spare.rmdir()


def places(folder: Path) -> tuple[Path, ...]:
    """Where lock and status of the kiosk of that folder may be."""
    return folder, *(spare for spare in _spares(_digest(str(folder))) if _is_ours(spare))


def lock(folder: Path, spare: Path | None = None) -> Lock | None:
    """What one supervisor holds alone. None where nothing can be written: no other can be known of then.

    Raises BlockingIOError where another one has it.
    """
    if any(is_held(place / LOCK) for place in places(folder)[1:]):
        raise BlockingIOError
    for place in (folder, spare):
        if place is None:
            continue
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            held = Lock(place / LOCK)
            for _ in range(TRIES):
                if held.take():
                    return held
                time.sleep(PAUSE_S)
        except OSError:
            if is_held(place / LOCK):  # it became read-only since
                raise BlockingIOError from None
            continue
        raise BlockingIOError
    return None


def runs(folder: Path) -> bool:
    """Whether a supervisor keeps the kiosk of that folder running."""
    return any(is_held(place / LOCK) for place in places(folder))


def running() -> Iterator[tuple[Path, ...]]:
    """The places of each kiosk that runs here, as far as its own folder is where such folders are."""
    for folder in sorted(kiosks_folder().glob("kiosk-*")):
        if runs(folder):
            yield places(folder)
    for spare in sorted(_spares("*")):
        if _is_ours(spare) and is_held(spare / LOCK):
            yield (spare,)


def _digest(path: str) -> str:
    return hashlib.sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _spares(digest: str) -> list[Path]:
    """The spare folders of that name, or all for a `*`, the best first: /tmp may be the service's own."""
    bases = [os.environ.get("XDG_RUNTIME_DIR", "")]
    if sys.platform != "win32":
        bases += [f"/run/user/{os.getuid()}", "/dev/shm"]  # only a folder of ours is used there
    with suppress(OSError):
        bases.append(tempfile.gettempdir())
    there = [Path(base) for base in dict.fromkeys(bases) if base and Path(base).is_dir()]
    if digest == "*":
        return [spare for base in there for spare in base.glob(f"{SPARE}*")]
    return [base / f"{SPARE}{digest}" for base in there]


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can have put anything there."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    if sys.platform == "win32":
        return stat.S_ISDIR(found.st_mode)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022
