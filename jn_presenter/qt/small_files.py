"""Small JSON files among the user's settings: read at once, written on a thread, so that the show waits for no disk."""

import logging
from pathlib import Path
from threading import Lock, Thread
from typing import TypeVar

import msgspec

from jn_presenter import durable
from jn_presenter.model.text import Message

log = logging.getLogger(__name__)
T = TypeVar("T")


def settings(name: str) -> Path:
    """Where the file of that name is, whether it is there or not."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("jn-presenter", appauthor=False), name)


def read(path: Path, kind: type[T], otherwise: T, most: int, complaint: Message) -> T:
    """What the file says; `otherwise` without a file, and for a broken one or one of more than `most` bytes.

    The log says of the latter two what the complaint is.
    """
    try:
        return msgspec.json.decode(durable.read(path, most), type=kind)
    except (FileNotFoundError, NotADirectoryError):
        return otherwise
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        log.warning("%s：%s / %s: %s", complaint.zh, path, complaint.en, error)
        return otherwise


class Saver:
    """Writes a file in one piece, the latest of what it is to hold. The complaint is logged where that cannot be."""

    def __init__(self, complaint: Message) -> None:
        self._complaint = complaint
        self._lock = Lock()
        self._wanted: tuple[Path, object] | None = None
        self._written: tuple[Path, object] | None = None
        self._thread: Thread | None = None

    def save(self, path: Path, value: object) -> None:
        """Have this written; value: frozen, of what msgspec knows."""
        self._wanted = path, value
        self._thread = Thread(target=self._write, name="saver")
        self._thread.start()

    def finish(self) -> None:
        """Until everything is on the disk."""
        if self._thread is not None:
            self._thread.join()

    def _write(self) -> None:
        """Write what is wanted by now, which an earlier thread may have done."""
        with self._lock:
            wanted = self._wanted
            if wanted is None or wanted is self._written:
                return
            path, value = wanted
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                durable.replace(path, msgspec.json.format(msgspec.json.encode(value), indent=1))
            except OSError as error:
                log.warning("%s：%s / %s: %s", self._complaint.zh, error, self._complaint.en, error)
            self._written = wanted
