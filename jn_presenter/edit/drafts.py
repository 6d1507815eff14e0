"""What was typed and not saved yet: kept beside the deck's own files, so that a crash costs no word."""

import hashlib
import os
from pathlib import Path

import msgspec
from msgspec import Struct

from jn_presenter import durable
from jn_presenter.load.reader import MOST_BYTES

MOST_DRAFTS = 64
MOST_READ = 16 * MOST_BYTES
OWNER_ONLY = 0o600


class Draft(Struct, frozen=True):
    """One file as it stood in the editor, and on the disk before; None for no such file."""

    file: str
    base: bytes | None
    now: bytes | None


def drafts_path(folder: str) -> Path:
    """Where drafts of the deck in that folder are kept, apart from those of other decks."""
    return _own(folder, "drafts").with_suffix(".json")


def bin_path(folder: str) -> Path:
    """Where deleted files of the deck in that folder go."""
    return _own(folder, "deleted")


def _own(folder: str, kind: str) -> Path:
    from platformdirs import user_state_dir

    name = hashlib.sha256(os.path.realpath(folder).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Path(user_state_dir("jn-presenter", appauthor=False), kind, name)


def keep(path: Path, drafts: tuple[Draft, ...]) -> None:
    """These drafts instead of those kept before; none of them leave no file. Raises OSError."""
    if not drafts:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    durable.replace(path, msgspec.json.encode(drafts[-MOST_DRAFTS:]), OWNER_ONLY)


def kept(path: Path) -> tuple[Draft, ...]:
    """The drafts of the last time; none where they cannot be read."""
    try:
        return msgspec.json.decode(durable.read(path, MOST_READ), type=tuple[Draft, ...])[:MOST_DRAFTS]
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return ()
