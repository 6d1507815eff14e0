"""`kiosk --set-pin`: asks for the staff's PIN twice, and keeps of it what does not tell it."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from jn_presenter.durable import replace
from jn_presenter.load.edit import with_pin
from jn_presenter.load.files import Missing, read_file
from jn_presenter.load.kiosk_settings import owner_settings
from jn_presenter.model.options import OptionError
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message
from jn_presenter.show.kiosk.pin import SALT, WHAT_PIN, is_pin, made
from jn_presenter.terminal import say, worded

FIRST = Message("员工密码（4 至 12 位数字）", "PIN of the staff (4 to 12 digits)")
AGAIN = Message("再输入一次", "The same again")
DIFFERENT = Message("两次输入不同，没有改动", "these were two different PINs; nothing was changed")
NOTHING = Message("没有输入，没有改动", "nothing was typed; nothing was changed")
DONE = 0


def set_pin(settings: str = "", ask: Callable[[str], str] | None = None, salt: bytes | None = None) -> int:
    """Set the PIN in the settings file, or print the line for it where there is none; the exit code.

    settings: the file, empty for the usual one. ask: asks for a line that is not shown. Raises OptionError.
    """
    path = Path(settings) if settings else owner_settings()
    line = str(made(_asked(ask or _unseen), salt or os.urandom(SALT)))
    there = os.path.realpath(path)
    data = read_file(there, os.path.dirname(there))  # noqa: PTH120
    if isinstance(data, Finding):
        raise OptionError(data.message)
    if isinstance(data, Missing):
        say(Message(f"没有 {path}，请新建并写入这一行：", f"there is no {path}; make it, with this line:"))
        print(f"pin: {line}")
        return DONE
    edited = with_pin(data, line)
    if edited is None:
        say(Message(f"无法只改 {path} 的 pin，请自己写上：", f"pin in {path} cannot be set alone; write it by hand:"))
        print(f"pin: {line}")
        return DONE
    try:
        replace(Path(there), edited, alike=True)
    except OSError as error:
        raise OptionError(
            Message(f"无法写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}")
        ) from None
    say(Message(f"密码已写入 {path}，重新启动一体机后生效", f"the PIN is in {path}; it counts from the next start"))
    if sys.platform != "win32" and Path(there).stat().st_mode & 0o077:
        say(Message(f"别人也能读这个文件：chmod 600 {path}", f"others can read that file: chmod 600 {path}"))
    return DONE


def _asked(ask: Callable[[str], str]) -> str:
    try:
        pin = ask(f"{worded(FIRST)}: ")
        if not is_pin(pin):
            raise OptionError(WHAT_PIN)
        if ask(f"{worded(AGAIN)}: ") != pin:
            raise OptionError(DIFFERENT)
    except EOFError:
        raise OptionError(NOTHING) from None
    return pin


def _unseen(prompt: str) -> str:
    from getpass import getpass

    return getpass(prompt)
