"""Writing a slide's minutes into its file, whole or not at all, and taking that back."""

import os
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from jn_presenter.durable import replace
from jn_presenter.load.edit import with_minutes
from jn_presenter.load.files import Missing, read_file
from jn_presenter.load.slides import is_of
from jn_presenter.load.sources import slide_file
from jn_presenter.model.deck import Slide
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

GONE = Message("文件不见了", "the file is gone")
CHANGED = Message(
    "文件刚被改动，没有写入；载入后请再试", "the file has changed meanwhile and was left alone; try again"
)
UNEDITABLE = Message(
    "无法只改 minutes 这一项，请自己写上", "minutes cannot be set without touching more; write them by hand"
)


class Written(Struct, frozen=True):
    """What a file said before and says now, so that it can be taken back."""

    slide: str
    path: str
    before: bytes
    after: bytes


class Refused(Struct, frozen=True):
    """Why a file was left as it is."""

    slide: str
    why: Message


def write_minutes(folder: str, slide: Slide, minutes: Decimal) -> Written | Refused:
    """Set the minutes of a slide in its file, if that still is what the slide was read from.

    folder: the deck's. Blocks until the disk has it.
    """
    path = os.path.join(folder, slide_file(slide.id))  # noqa: PTH118  # as all paths here, a string
    data = _read(path, folder)
    if isinstance(data, Message):
        return Refused(slide.id, data)
    if not is_of(slide.digest, data):
        return Refused(slide.id, CHANGED)
    made = with_minutes(data, minutes)
    if made is None:
        return Refused(slide.id, UNEDITABLE)
    if (failed := _replaced(path, made)) is not None:
        return Refused(slide.id, failed)
    return Written(slide.id, path, data, made)


def write_all(folder: str, minutes: Iterable[tuple[Slide, Decimal]]) -> tuple[Written | Refused, ...]:
    """As write_minutes, of several slides; each by itself."""
    return tuple(write_minutes(folder, slide, one) for slide, one in minutes)


def take_all_back(folder: str, written: Iterable[Written]) -> tuple[Written | Refused, ...]:
    """As take_back, of several files."""
    return tuple(take_back(folder, one) for one in written)


def take_back(folder: str, written: Written) -> Written | Refused:
    """Let the file say again what it said before, if nobody has changed it since."""
    data = _read(written.path, folder)
    if isinstance(data, Message):
        return Refused(written.slide, data)
    if data != written.after:
        return Refused(written.slide, CHANGED)
    if (failed := _replaced(written.path, written.before)) is not None:
        return Refused(written.slide, failed)
    return Written(written.slide, written.path, written.after, written.before)


def _read(path: str, folder: str) -> bytes | Message:
    found = read_file(path, folder)
    if isinstance(found, Finding):
        return found.message
    return GONE if isinstance(found, Missing) else found


def _replaced(path: str, data: bytes) -> Message | None:
    """Put `data` in the place of the file; a link stays one. What kept it from being written."""
    target = Path(path).resolve()
    if not os.access(target, os.W_OK):
        return Message("文件是只读的，没有写入", "the file is write-protected and was left alone")
    try:
        replace(target, data, alike=True)
    except OSError as error:
        words = error.strerror or type(error).__name__
        return Message(f"写不进去（{words}）", f"it cannot be written ({words})")
    return None
