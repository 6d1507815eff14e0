"""The ink of a show as a file, from which an export paints it on the slides: JSON, read as carefully as any file."""

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from jn_presenter.model.ink import Ink, Strokes
from jn_presenter.model.text import Message
from jn_presenter.show.ink import MOST_STROKES, possible

MOST_BYTES = 1 << 24


class InkFileError(ValueError):
    """The file has no ink that could be painted; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


class _File(Struct, frozen=True):
    """What is in the file."""

    ink: dict[str, Strokes]


def encoded(slides: Mapping[str, Ink]) -> bytes:
    """All strokes by slide, without their history."""
    found = {slide: ink.strokes for slide, ink in slides.items() if ink.strokes}
    return msgspec.json.format(msgspec.json.encode(_File(found)), indent=0) + b"\n"


def decoded(content: bytes) -> dict[str, Strokes]:
    """Slide -> strokes. Raises InkFileError for what is no such file, or was never drawn by a hand."""
    if len(content) > MOST_BYTES:
        raise InkFileError(Message("标注文件太大", "the file with the ink is too large"))
    try:
        found = msgspec.json.decode(content, type=_File).ink
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InkFileError(
            Message(
                f"不是标注文件：{error}。请用放映结束时存下的 .ink.json",
                f"no file with ink: {error}; give the .ink.json that was saved at the end of a show",
            )
        ) from error
    for slide, strokes in found.items():
        bad = next((k for k, one in enumerate(strokes, 1) if not possible(one)), 0)
        if bad or len(strokes) > MOST_STROKES:
            where = bad or len(strokes)
            raise InkFileError(
                Message(f"{slide} 的第 {where} 笔无法画出", f"stroke {where} on {slide} cannot be drawn")
            )
    return found
