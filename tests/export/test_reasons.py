"""What stands in the way of a file is said in both languages, with what to do."""

import errno
import os
from pathlib import Path

import pytest

from jn_presenter.export.reasons import REASONS, unwritable


class WindowsError(OSError):
    """An OSError as Python has it on Windows alone."""

    def __init__(self, code: int, winerror: int, place: str) -> None:
        super().__init__(code, "", place)
        self.winerror = winerror


@pytest.mark.parametrize("code", [*REASONS, errno.ENXIO], ids=errno.errorcode.get)
def test_each_reason_names_the_place_and_what_to_do(code: int) -> None:
    told = unwritable(OSError(code, os.strerror(code), "/there/a.pdf"), Path("/there/a.pdf"))
    for words in (told.zh, told.en):
        assert "/there/a.pdf" in words
        assert "-o" in words
    assert "无法写入" in told.zh


@pytest.mark.parametrize("winerror", [5, 32, 33, 123])
def test_what_windows_tells_more_of_than_the_permission_is_told(winerror: int) -> None:
    told = unwritable(WindowsError(errno.EACCES, winerror, "C:\\a.pdf"), Path("C:\\a.pdf"))
    assert ("没有写权限" in told.zh) == (winerror == 5)
    assert ("open" in told.en) == (winerror != 123)


def test_the_name_of_what_is_not_whole_yet_is_nobody_s_business(tmp_path: Path) -> None:
    told = unwritable(OSError(errno.ENOSPC, "", str(tmp_path / ".a.pdf.part")), tmp_path / "a.pdf")
    assert ".part" not in told.zh + told.en
    assert str(tmp_path / "a.pdf") in told.en


def test_an_earlier_file_is_said_to_be_there_still(tmp_path: Path) -> None:
    file, full = tmp_path / "a.pdf", OSError(errno.ENOSPC, "", str(tmp_path / "a.pdf"))
    assert "The earlier file" not in unwritable(full, file).en
    file.touch()
    assert "The earlier file is as it was" in unwritable(full, file).en
    assert "原来的文件没有动" in unwritable(full, file).zh
