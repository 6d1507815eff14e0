"""A picture or a film of the deck by its path: that it is there, a file, and inside the deck's folder."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from jn_presenter.load.headers import Refusal
from jn_presenter.load.paths import bad_path, outside
from jn_presenter.load.slips.suggest import nearest
from jn_presenter.model.fields import Clip, Picture
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

Media = TypeVar("Media", Picture, Clip)
Measure = Callable[[str, int, str], tuple[int, int] | Refusal]
"""(absolute path, bytes, time of change in ns) -> width and height in px, by the file's header."""


class Kind(Struct, frozen=True):
    """What is looked for: `name` in codes and in English, where such files usually are, and how one is called."""

    name: str
    zh: str
    folder: str
    example: str


def media_at(path: str, folder: str, kind: Kind, measure: Measure, made: type[Media]) -> Media | Finding:
    """What is at `path`, seen from the deck's `folder`. Its stamp changes with the file's size and times of change; the
    last of these is of the file's own, and another one for each of its copies.
    """
    found = _located(path, folder, kind)
    if isinstance(found, Finding):
        return found
    file, info = found
    times = f"{info.st_mtime_ns:x}-{info.st_ctime_ns:x}"
    measured = measure(file, info.st_size, times)
    if isinstance(measured, Refusal):
        return _refused(path, measured, kind)
    width, height = measured
    return made(file=file, width=width, height=height, stamp=f"{info.st_size:x}-{times}")


def _located(path: str, folder: str, kind: Kind) -> tuple[str, os.stat_result] | Finding:
    """The file at `path`, seen from the deck's `folder`, and what the system knows of it."""
    if bad := bad_path(path, kind.folder):
        return bad
    file = Path(folder, path)
    try:
        info = file.stat()
        inside = file.resolve().is_relative_to(Path(folder).resolve())
    except (OSError, ValueError, RuntimeError):
        return _missing(path, folder, kind)
    if not inside:
        return outside(path, kind.folder)
    if not stat.S_ISREG(info.st_mode):
        return Finding(
            code=f"missing-{kind.name}",
            message=Message(f"{path} 不是一个文件", f"{path} is not a file"),
            hint=Message(f"写出{kind.zh}文件的完整名称", f"give the full name of a {kind.name} file"),
        )
    return str(file), info


def _refused(path: str, refusal: Refusal, kind: Kind) -> Finding:
    """Why the file cannot be used."""
    return Finding(
        code=f"bad-{kind.name}",
        message=Message(f"{path}：{refusal.message.zh}", f"{path}: {refusal.message.en}"),
        hint=refusal.hint,
    )


def _missing(path: str, folder: str, kind: Kind) -> Finding:
    parent, _, name = path.rpartition("/")
    try:
        there = sorted(file.name for file in Path(folder, parent).iterdir())[:500]
    except (OSError, ValueError):
        there = []
    guess = nearest(name, there)
    if guess:
        found = f"{parent}/{guess}" if parent else guess
        hint = Message(f"是否想写 {found}？", f"did you mean {found}?")
    else:
        found = ""
        hint = Message(
            f"路径从演示文件夹算起，如 {kind.folder}/{kind.example}",
            f"paths start at the deck’s folder: {kind.folder}/{kind.example}",
        )
    return Finding(
        code=f"missing-{kind.name}",
        message=Message(f"找不到{kind.zh} {path}", f"there is no {kind.name} {path}"),
        hint=hint,
        value=found,
    )


UNREADABLE = Refusal(
    Message("文件读不出来", "the file cannot be read"),
    Message("检查文件的权限", "look at the file’s permissions"),
)
