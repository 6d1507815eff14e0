"""Why a pack is not taken, in words that say what to do."""

import errno

from msgspec import Struct

from jn_presenter.model.text import Message


class Refusal(Struct, frozen=True):
    """A pack that is not taken. `code` is stable, for programs and tests."""

    code: str
    message: Message


class RefusedError(Exception):
    """Raised inside this package alone, and in the making of a pack."""

    def __init__(self, code: str, zh: str, en: str) -> None:
        super().__init__(en)
        self.refusal = Refusal(code, Message(zh, en))


REASONS = {
    errno.ENOSPC: ("disk-full", "磁盘已满，请清理后再插一次", "the disk is full; make room and plug it in again"),
    errno.EDQUOT: ("disk-full", "磁盘配额已满，请清理", "the quota of the disk is used up; make room"),
    errno.EROFS: ("read-only", "本机磁盘只读，无法存放", "the disk of this machine is read-only"),
    errno.EACCES: ("read-only", "没有写权限，无法存放", "there is no permission to write"),
    errno.EPERM: ("read-only", "没有写权限，无法存放", "there is no permission to write"),
}


def unwritable(error: OSError) -> Refusal:
    """What an error of this machine's own disk means."""
    known = REASONS.get(error.errno or 0)
    if known is not None:
        code, zh, en = known
        return Refusal(code, Message(zh, en))
    words = error.strerror or type(error).__name__
    return Refusal("disk-error", Message(f"本机磁盘出错（{words}）", f"the disk of this machine failed ({words})"))


def damaged(where: str) -> RefusedError:
    """What lies in the pack is not what was signed. where: a file's name or a part of the pack."""
    return RefusedError(
        "damaged",
        f"内容包已损坏（{where}），请重新复制",
        f"the pack is damaged ({where}); copy it once more",
    )


def cut() -> RefusedError:
    """The pack ends too early."""
    return RefusedError(
        "cut",
        "内容包不完整，可能还在复制；请等复制完成再拔出",
        "the pack is not whole, it may still be being copied; wait until it is before you pull the stick",
    )


def no_pack() -> RefusedError:
    """This is another kind of file."""
    return RefusedError(
        "no-pack",
        "这不是内容包；请用 jn-presenter pack 制作",
        "this is no pack of content; jn-presenter pack makes them",
    )


def unreadable(error: OSError) -> RefusedError:
    """What an error of the stick that the pack is on means."""
    words = error.strerror or type(error).__name__
    return RefusedError(
        "gone",
        f"内容包读不出来（{words}）；U 盘可能被拔出，请重新插入",
        f"the pack cannot be read ({words}); the stick may have been pulled out: plug it in again",
    )
