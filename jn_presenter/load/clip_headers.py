"""What MP4, QuickTime and WebM files say of their picture, from their headers alone: its size as it is shown."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

from jn_presenter.load.headers import DAMAGED, Refusal
from jn_presenter.model.text import Message

MOST_BOXES = 4096
"""Boxes or elements that are looked at in one file: no film has as many before its size is known."""
BOXES = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
"""What an MP4 or QuickTime file begins with."""
EBML = b"\x1a\x45\xdf\xa3"
SEGMENT, TRACKS, TRACK, VIDEO, PIXEL_WIDTH, PIXEL_HEIGHT = 0x18538067, 0x1654AE6B, 0xAE, 0xE0, 0xB0, 0xBA
CLUSTER = 0x1F43B675
UNKNOWN = -1

NO_PICTURE = Refusal(
    Message("文件里没有影像", "there is no picture in the file"),
    Message("换成有画面的 MP4 或 WebM 文件", "use an MP4 or WebM file with a picture"),
)

Size = tuple[int, int]


def mp4_size(stream: BinaryIO, length: int) -> Size | Refusal:
    """Width and height in px as shown (ISO/IEC 14496-12, 8.3.2: the track header box), of the first track with any."""
    budget = _Budget()
    for moov, start, end in _boxes(stream, 0, length, budget):
        if moov != b"moov":
            continue
        for trak, begin, stop in _boxes(stream, start, end, budget):
            if trak != b"trak":
                continue
            for tkhd, at, _ in _boxes(stream, begin, stop, budget):
                size = _track_size(stream, at) if tkhd == b"tkhd" else None
                if size is not None:
                    return size
        return NO_PICTURE
    return DAMAGED


def webm_size(stream: BinaryIO, length: int) -> Size | Refusal:
    """Width and height in px (RFC 9559, 5.1.4.1.28), of the first track with any."""
    budget = _Budget()
    for segment, start, end in _elements(stream, 0, length, budget):
        if segment != SEGMENT:
            continue
        for tracks, begin, stop in _elements(stream, start, end, budget):
            if tracks == CLUSTER:
                break
            if tracks == TRACKS:
                return _webm_tracks(stream, begin, stop, budget)
        return NO_PICTURE
    return DAMAGED


class _Budget:
    """How much of one file may still be looked at."""

    def __init__(self) -> None:
        self.left = MOST_BOXES

    def spend(self) -> bool:
        self.left -= 1
        return self.left >= 0


def _boxes(stream: BinaryIO, start: int, end: int, budget: _Budget) -> Iterator[tuple[bytes, int, int]]:
    """(type, begin, end) of the boxes' bodies between two places (4.2 of the standard)."""
    while start + 8 <= end and budget.spend():
        stream.seek(start)
        head = stream.read(16)
        if len(head) < 8:
            return
        size, begin = int.from_bytes(head[:4], "big"), start + 8
        if size == 1 and len(head) == 16:
            size, begin = int.from_bytes(head[8:], "big"), start + 16
        stop = end if size == 0 else start + size
        if stop < begin or stop > end:
            return
        yield head[4:8], begin, stop
        start = stop


def _track_size(stream: BinaryIO, at: int) -> Size | None:
    """The size that a track header says, turned as its matrix does; None for sound."""
    stream.seek(at)
    body = stream.read(96)
    fields = body[36:] if body[:1] == b"\1" else body[24:]  # times of 64 bits, or of 32
    if len(fields) < 60:
        return None
    a, b = struct.unpack(">ii", fields[16:24])
    width, height = (side >> 16 for side in struct.unpack(">II", fields[52:60]))
    if not width or not height:
        return None
    return (height, width) if a == 0 and b != 0 else (width, height)


def _webm_tracks(stream: BinaryIO, start: int, end: int, budget: _Budget) -> Size | Refusal:
    for track, begin, stop in _elements(stream, start, end, budget):
        if track != TRACK:
            continue
        for video, at, last in _elements(stream, begin, stop, budget):
            if video != VIDEO:
                continue
            sides = {PIXEL_WIDTH: 0, PIXEL_HEIGHT: 0}
            for side, here, there in _elements(stream, at, last, budget):
                if side in sides and there - here <= 8:
                    stream.seek(here)
                    sides[side] = int.from_bytes(stream.read(there - here), "big")
            if all(sides.values()):
                return sides[PIXEL_WIDTH], sides[PIXEL_HEIGHT]
    return NO_PICTURE


def _elements(stream: BinaryIO, start: int, end: int, budget: _Budget) -> Iterator[tuple[int, int, int]]:
    """(id, begin, end) of the EBML elements' bodies between two places (RFC 8794, 4 to 6)."""
    while start < end and budget.spend():
        stream.seek(start)
        head = stream.read(16)
        name, used = _variable(head, keep=True)
        size, more = _variable(head[used:], keep=False)
        if not used or not more:
            return
        begin = start + used + more
        stop = end if size == UNKNOWN else begin + size
        if stop > end:
            return
        yield name, begin, stop
        start = stop


def _variable(raw: bytes, *, keep: bool) -> tuple[int, int]:
    """An integer of variable length and how many bytes it takes, 0 for none. keep: with its length marker."""
    if not raw or not raw[0]:
        return 0, 0
    length = 9 - raw[0].bit_length()
    if len(raw) < length:
        return 0, 0
    whole = int.from_bytes(raw[:length], "big")
    if keep:
        return whole, length
    bits = 7 * length
    value = whole & ((1 << bits) - 1)
    return (UNKNOWN if value == (1 << bits) - 1 else value), length
