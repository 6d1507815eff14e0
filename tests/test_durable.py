"""Small files of the program's own: whole or not there, and read back with care."""

import errno
import os
import stat
from pathlib import Path

import pytest

from jn_presenter import durable


def test_a_drive_that_cannot_settle_names_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.fsync

    def files_alone(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        really(handle)

    monkeypatch.setattr(os, "fsync", files_alone)
    durable.replace(tmp_path / "x", b"whole")
    assert (tmp_path / "x").read_bytes() == b"whole"


def test_a_full_disk_leaves_what_was_there_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    durable.replace(tmp_path / "x", b"before")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        durable.replace(tmp_path / "x", b"after")
    assert [found.read_bytes() for found in tmp_path.iterdir()] == [b"before"]


def test_what_is_read_is_whole_and_bounded(tmp_path: Path) -> None:
    durable.replace(tmp_path / "x", b"12345")
    assert durable.read(tmp_path / "x", 5) == b"12345"
    with pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        durable.read(tmp_path / "x", 4)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match=os.strerror(errno.EINVAL)):
        durable.read(tmp_path / "pipe", 5)
