"""Why a file could not be written, and what to do about it, for whoever asked for it."""

import errno
from pathlib import Path

from msgspec import Struct

from jn_presenter.model.text import Message


class Reason(Struct, frozen=True):
    """What is in the way, and what helps."""

    why: Message
    help: Message


ELSEWHERE = Message("可用 -o 换个位置", "-o names another place")
ANOTHER_NAME = Message("可用 -o 换个名称", "-o gives it another name")
NO_PERMISSION = Reason(Message("没有写权限", "no permission to write"), ELSEWHERE)
OPEN_ELSEWHERE = Reason(
    Message("别的程序正打开着它", "another program has it open"),
    Message("请在那里关闭后再导出，或用 -o 换个名称", "close it there and export again, or give another name with -o"),
)
OPEN_OR_PROTECTED = Reason(
    Message("别的程序正打开着它，或者没有写权限", "another program has it open, or there is no permission to write"),
    OPEN_ELSEWHERE.help,
)
NOT_ALLOWED = Reason(
    Message('名称里有 Windows 不允许的字符 < > : " | ? *', 'a sign in the name that Windows forbids: < > : " | ? *'),
    ANOTHER_NAME,
)
NO_ANSWER = Reason(Message("磁盘或网络盘读写出错", "the disk or network drive fails"), ELSEWHERE)
FULL = Reason(
    Message("磁盘已满", "the disk is full"),
    Message("请腾出空间，或用 -o 换个位置", "make room there, or name another place with -o"),
)
REASONS = {
    errno.EACCES: NO_PERMISSION,
    errno.EPERM: NO_PERMISSION,
    errno.EROFS: Reason(Message("没有写权限，此处只读", "no permission to write, the place is read-only"), ELSEWHERE),
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EISDIR: Reason(
        Message("这是一个文件夹", "it is a folder"),
        Message("请用 -o 写一个文件名", "name a file with -o"),
    ),
    errno.ENOTDIR: Reason(Message("路径中有一段不是文件夹", "a part of the path is no folder"), ELSEWHERE),
    errno.EEXIST: Reason(
        Message("同名的不是文件夹或普通文件", "what has that name already is no folder or file"), ANOTHER_NAME
    ),
    errno.ENOENT: Reason(Message("没有这个盘或文件夹", "there is no such drive or folder"), ELSEWHERE),
    errno.ENAMETOOLONG: Reason(
        Message("名称太长", "the name is too long"),
        Message("请用 -o 写短一些，每段 80 个字以内", "write a shorter one with -o"),
    ),
    errno.EBUSY: OPEN_ELSEWHERE,
    errno.ETXTBSY: OPEN_ELSEWHERE,
    errno.EIO: NO_ANSWER,
    errno.ENODEV: NO_ANSWER,
    errno.ESTALE: NO_ANSWER,
}
SHARING, LOCKED, DENIED, FORBIDDEN_NAME = 32, 33, 5, 123
OF_WINDOWS = {
    SHARING: OPEN_ELSEWHERE,
    LOCKED: OPEN_ELSEWHERE,
    DENIED: OPEN_OR_PROTECTED,
    FORBIDDEN_NAME: NOT_ALLOWED,
}
"""ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, ERROR_ACCESS_DENIED, ERROR_INVALID_NAME of winerror.h."""


def reason(error: OSError) -> Reason:
    """What stands behind an error; its own words where they are not known."""
    by_windows = OF_WINDOWS.get(getattr(error, "winerror", None) or 0)
    words = error.strerror or str(error)
    return by_windows or REASONS.get(error.errno or 0) or Reason(Message(words, words), ELSEWHERE)


def unwritable(error: OSError, output: Path) -> Message:
    """That `output` could not be written: where, why, and what to do; the earlier file stays, which it says."""
    found, place = reason(error), Path(error.filename or output)
    if place.name.endswith(".part"):  # our own name for what is not whole yet
        place = output
    kept = output.is_file()
    return Message(
        f"无法写入 {place}：{found.why.zh}。{found.help.zh}" + ("。原来的文件没有动" if kept else ""),
        f"cannot write {place}: {found.why.en}; {found.help.en}" + (". The earlier file is as it was" if kept else ""),
    )
