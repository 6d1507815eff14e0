"""Edits written to the disk: whole files, all of an edit's or none, and never over what somebody else has written."""

import os
import time
from pathlib import Path

from msgspec import Struct

from jn_presenter import durable
from jn_presenter.edit.changes import Change, Edit, Refusal
from jn_presenter.load.files import Missing, read_file
from jn_presenter.load.reader import MOST_BYTES
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_KEPT = 1000
"""Deleted files that are kept."""


class Folder(Struct, frozen=True):
    """A deck's folder that is edited. bin: where deleted files go, outside the deck; None: nowhere."""

    path: str
    bin: Path | None = None

    def read(self, file: str) -> bytes | None:
        """What the file says, None where there is none or it cannot be read: see `state`."""
        found = self.state(file)
        return found if isinstance(found, bytes) else None

    def state(self, file: str) -> bytes | Refusal | None:
        """What the file says, None where there is none, or why it cannot be read."""
        found = read_file(os.path.join(self.path, *file.split("/")), self.path)  # noqa: PTH118
        if isinstance(found, Missing):
            return None
        if isinstance(found, Finding):
            return Refusal(found.message, found.hint)
        if len(found) > MOST_BYTES:
            return Refusal(Message(f"{file} 太大", f"{file} is too large"))
        return found


def save(folder: Folder, edit: Edit) -> Refusal | None:
    """Write the edit; None once all of it is on the disk. Blocks until then.

    A file that does not say what it said before is somebody else's work: nothing is written at all. What fails half-way
    is taken back. New files come first and deletions last: a power cut leaves at worst a file that no list names.
    """
    for change in edit.changes:
        now = folder.state(change.file)
        if isinstance(now, Refusal):
            return now
        if now != change.before:
            return _changed(change.file)
    done: list[Change] = []
    for change in sorted(edit.changes, key=_order):
        try:
            _write(folder, change)
        except OSError as error:
            stuck = [made.file for made in reversed(done) if not _put_back(folder, made)]
            return _failed(change.file, error, stuck)
        done.append(change)
    return None


def _order(change: Change) -> int:
    return 0 if change.before is None else 2 if change.after is None else 1


def _write(folder: Folder, change: Change) -> None:
    path = Path(folder.path, *change.file.split("/"))
    if change.after is None:
        if folder.bin is not None and change.before is not None:
            _keep(folder.bin, change.file, change.before)
        path.unlink()
        durable.settle_names(path.parent)
    elif change.before is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        durable.replace(path, change.after)
    else:
        target = path.resolve()  # a link stays one
        if not os.access(target, os.W_OK):
            raise PermissionError(13, os.strerror(13))
        durable.replace(target, change.after, alike=True)


def _put_back(folder: Folder, change: Change) -> bool:
    """Whether the file says again what it said; the disk that refused the edit may refuse this as well."""
    try:
        _write(Folder(folder.path), Change(change.file, change.after, change.before))
    except OSError:
        return False
    return True


def _keep(folder: Path, file: str, data: bytes) -> None:
    """A copy of what is deleted, under the time and its name; the oldest of very many go."""
    folder.mkdir(parents=True, exist_ok=True)
    durable.replace(folder / f"{time.strftime('%Y%m%d-%H%M%S')} {file.replace('/', ' ')}", data)
    kept = sorted(folder.iterdir())
    for old in kept[: max(0, len(kept) - MOST_KEPT)]:
        old.unlink(missing_ok=True)


def _changed(file: str) -> Refusal:
    return Refusal(
        Message(f"{file} 刚被别处改动，没有写入", f"{file} was changed elsewhere and was left alone"),
        Message("看过那边的改动再做一次", "look at that change, then do it again"),
    )


def _failed(file: str, error: OSError, stuck: list[str]) -> Refusal:
    words = error.strerror or type(error).__name__
    rest = Message("什么都没有改", "nothing was changed")
    if stuck:
        names = ", ".join(stuck)
        rest = Message(f"已经改了、没能改回来的：{names}", f"these were changed and could not be put back: {names}")
    return Refusal(
        Message(f"{file} 写不进去（{words}），{rest.zh}", f"{file} cannot be written ({words}); {rest.en}"),
        Message("检查文件是否只读、磁盘是否已满", "see whether it is read-only or the disk is full"),
    )
