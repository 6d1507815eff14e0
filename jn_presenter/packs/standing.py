"""The decks that a kiosk has taken: which one counts, and that there is always a whole one."""

import os
import shutil
from pathlib import Path

import msgspec
from msgspec import Struct

from jn_presenter.durable import read, replace
from jn_presenter.packs.manifest import BRIEFING
from jn_presenter.packs.version import is_version, order

DECKS, CURRENT, STAGE = "decks", "current.json", ".stage"
MOST = 4096


class Current(Struct, frozen=True):
    """What the pointer says: the version that counts, the pack it came in, and the version before."""

    version: str
    digest: str = ""
    before: str = ""


def pointed(folder: Path) -> Current | None:
    """What the pointer in the kiosk's own `folder` says; None where it says nothing, or its deck is gone."""
    try:
        found = msgspec.json.decode(read(folder / DECKS / CURRENT, MOST), type=Current)
    except (OSError, msgspec.DecodeError, UnicodeError):
        return None
    return found if is_version(found.version) and _is_whole(folder, found.version) else None


def standing(folder: Path) -> Current | None:
    """The deck that counts; None where none was taken. Without a pointer it is the newest: what is named is whole."""
    if (found := pointed(folder)) is not None:
        return found
    try:
        names = os.listdir(folder / DECKS)  # noqa: PTH208
    except OSError:
        return None
    whole = [name for name in names if is_version(name) and _is_whole(folder, name)]
    return Current(max(whole, key=order)) if whole else None


def current(folder: Path) -> str:
    """The folder of the deck that counts; empty where there is none, and the one that was named is to be shown."""
    found = standing(folder)
    return str(folder / DECKS / found.version) if found is not None else ""


def point(folder: Path, to: Current) -> None:
    """Have that deck count from now on; what was before stays if the power is cut. Raises OSError."""
    replace(folder / DECKS / CURRENT, msgspec.json.encode(to), 0o600)


def prune(folder: Path) -> None:
    """Take away all but the deck that counts and the one before, which may still be on the screen."""
    found = standing(folder)
    keep = {found.version, found.before} if found is not None else set()
    for name in os.listdir(folder / DECKS):  # noqa: PTH208
        if name == STAGE or (is_version(name) and name not in keep):
            shutil.rmtree(folder / DECKS / name, ignore_errors=True)


def is_newer(version: str, than: str) -> bool:
    """Whether a pack of that version may take the place of the other."""
    return order(version) > order(than)


def _is_whole(folder: Path, version: str) -> bool:
    return os.path.isfile(folder / DECKS / version / BRIEFING)  # noqa: PTH113  # which never raises
