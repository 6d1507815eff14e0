"""Reading a file of the deck: regular, not too large, inside the folder; everything else is a finding."""

import os
import stat
from typing import Final

from jn_presenter.confined import at_once
from jn_presenter.load.reader import MOST_BYTES
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message


class Missing:
    """The type of MISSING, which stands for a file that is not there."""


MISSING: Final = Missing()


def read_file(path: str, folder: str) -> bytes | Finding | Missing:
    """The file's first bytes, one more than a YAML file may have.

    `folder` is the deck's; a link may not lead out of it. A pipe or a device is never opened, as that can wait forever.
    """
    try:
        info = os.lstat(path)
        if stat.S_ISLNK(info.st_mode):
            if not _inside(path, folder):
                return _finding("outside-deck", Message("链接指向演示文件夹之外", "the link leads out of the deck"))
            info = os.stat(path)  # noqa: PTH116  # thousands of files at a start: Path objects cost
        if not stat.S_ISREG(info.st_mode):
            return _finding("unreadable", Message("不是普通文件", "this is not a regular file"))
        with open(path, "rb", opener=at_once) as stream:
            return stream.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return MISSING
    except OSError as error:
        words = error.strerror or type(error).__name__
        return _finding("unreadable", Message(f"文件读不出来（{words}）", f"the file cannot be read ({words})"))


def _inside(path: str, folder: str) -> bool:
    home = os.path.realpath(folder)
    try:
        return os.path.commonpath((home, os.path.realpath(path))) == home
    except ValueError:  # a link to another drive
        return False


def _finding(code: str, message: Message) -> Finding:
    return Finding(
        code=code,
        message=message,
        hint=Message(
            "把文件本身放进演示文件夹，并检查权限",
            "put the file itself into the deck’s folder, and look at its permissions",
        ),
    )
