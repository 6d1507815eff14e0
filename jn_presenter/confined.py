"""Reading the files of a deck's data: regular, inside the deck's folder, not too large, and whole."""

import os
import stat
from typing import NamedTuple

from jn_presenter.model.feed import FeedError
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_BYTES = 32 << 20


class Content(NamedTuple):
    """A file's bytes, and the time of its last change in seconds since 1970."""

    data: bytes
    time_s: float


def read_data(folder: str, file: str, most: int = MOST_BYTES) -> Content:
    """The bytes of `file`, a path from the deck's `folder`.

    Raises FeedError where it is missing, leads out of the folder, is locked, is larger than `most` bytes, or was being
    written while it was read.
    """
    try:
        with open(inside(folder, file), "rb", opener=at_once) as stream:
            before = os.fstat(stream.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise refused(file, "unreadable", NO_FILE, COPY)
            if before.st_size > most:
                raise refused(file, "too-large", _too_large(most), SPLIT)
            data = stream.read(most + 1)
            after = os.fstat(stream.fileno())
    except OSError as error:
        raise unreadable(file, error) from None
    if len(data) > most:
        raise refused(file, "too-large", _too_large(most), SPLIT)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise refused(file, "half-written", HALF, WAIT)
    return Content(data, after.st_mtime)


def inside(folder: str, file: str) -> str:
    """The path of `file`. Raises FeedError where it leads out of the deck's `folder`, OSError where that is gone."""
    path, home = os.path.join(folder, file), os.path.realpath(folder)  # noqa: PTH118
    try:
        there = os.path.commonpath((home, os.path.realpath(path)))
    except ValueError:  # another drive, or signs that no path has
        there = ""
    if there != home:
        raise refused(file, "outside-deck", OUTSIDE, COPY)
    return path


def unreadable(file: str, error: OSError) -> FeedError:
    """The error about a file that the system does not give, to be raised."""
    if isinstance(error, FileNotFoundError):
        return refused(file, "missing-data", _missing(file), PUT_BACK)
    if isinstance(error, PermissionError):
        return refused(file, "unreadable", IN_USE, CLOSE)
    words = error.strerror or type(error).__name__
    return refused(file, "unreadable", Message(f"文件读不出来（{words}）", f"the file cannot be read ({words})"), CLOSE)


def refused(file: str, code: str, message: Message, hint: Message, *, line: int = 0, column: int = 0) -> FeedError:
    """The error about a file of data, to be raised."""
    return FeedError(Finding(code=code, path="data", file=file, line=line, column=column, message=message, hint=hint))


def _missing(file: str) -> Message:
    return Message(f"找不到数据文件 {file}", f"there is no file of data {file}")


def _too_large(most: int) -> Message:
    return Message(f"文件超过 {most >> 20} MiB", f"the file is larger than {most >> 20} MiB")


OUTSIDE = Message("数据文件在演示文件夹之外", "the file of data is outside the deck’s folder")
NO_FILE = Message("不是普通文件", "this is not a regular file")
IN_USE = Message(
    "文件正被别的程序（多半是 Excel）打开，或没有读取的权限",
    "another program, most likely Excel, has the file open, or nobody may read it",
)
HALF = Message("文件正在写入，还不完整", "the file is being written and not whole yet")
COPY = Message("把文件复制到演示文件夹里", "copy the file into the deck’s folder")
SPLIT = Message("只留要显示的数据", "keep in it just what is shown")
PUT_BACK = Message("把文件放回原处；放映用上一次的数据", "put it back; the show goes on with the last figures")
CLOSE = Message(
    "在 Excel 里关闭这个文件；放映用上一次的数据", "close it in Excel; the show goes on with the last figures"
)
WAIT = Message("保存完成后会自动读取", "it is read by itself once it is saved")


def at_once(path: str, flags: int) -> int:
    """Opens without waiting: a pipe in the folder would hold the thread for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
