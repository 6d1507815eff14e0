"""What PNG and JPEG files say of their size, from their headers alone."""

import struct
from typing import BinaryIO

from msgspec import Struct

from jn_presenter.model.text import Message

WIDEST = 16_384
MOST_PIXELS = 50_000_000
MOST_SEGMENTS = 512
MOST_SCANS = 100
"""Cameras and programs write ten; each one has a decoder go over all pixels, and takes no more than ten bytes."""
PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
SCAN = b"\xff\xda"
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG that begin a frame header, which holds the size."""
STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
EXIF_ORIENTATION = 0x0112
SIDEWAYS = frozenset({5, 6, 7, 8})
"""EXIF orientations that turn a picture by a quarter."""


class Refusal(Struct, frozen=True):
    """Why a file is not used, and what to do about it."""

    message: Message
    hint: Message


DAMAGED = Refusal(
    Message("文件已损坏", "the file is damaged"),
    Message("用看图软件打开，另存一次", "open it in an image viewer and save it again"),
)


TOO_MANY_SCANS = Refusal(
    Message(f"图片超过 {MOST_SCANS} 次扫描", f"the picture has more than {MOST_SCANS} scans"),
    Message("用看图软件打开，另存为普通 JPEG", "open it in an image viewer and save it as an ordinary JPEG"),
)


def png_size(head: bytes) -> tuple[int, int] | Refusal:
    """Width and height in px, from the first 24 bytes (PNG specification, 11.2.1 IHDR)."""
    if len(head) < 24 or head[12:16] != b"IHDR":
        return DAMAGED
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def jpeg_size(stream: BinaryIO) -> tuple[int, int] | Refusal:
    """Width and height in px as shown, the EXIF orientation taken into account (ITU T.81, B.2.2)."""
    stream.seek(2)
    sideways = False
    for _ in range(MOST_SEGMENTS):
        marker = _marker(stream)
        if marker is None or marker == 0xD9:
            return DAMAGED
        if marker in STANDALONE:
            continue
        length = _length(stream)
        if length is None:
            return DAMAGED
        if marker in FRAMES:
            frame = stream.read(5)
            if len(frame) < 5:
                return DAMAGED
            if _endless(stream, length - len(frame), progressive=marker in PROGRESSIVE):
                return TOO_MANY_SCANS
            height, width = struct.unpack(">HH", frame[1:5])
            return (height, width) if sideways else (width, height)
        if marker == 0xE1:
            sideways = sideways or _orientation(stream.read(length)) in SIDEWAYS
        else:
            stream.seek(length, 1)
    return DAMAGED


def _endless(stream: BinaryIO, left: int, *, progressive: bool) -> bool:
    """Whether what follows a frame header, of which so many bytes are left, has more scans than are worth decoding.

    Where the first scan has all components and is not progressive, decoders stop after it.
    """
    parts = stream.read(max(0, left))[:1]
    rest = stream.read()
    first = rest.find(SCAN)
    if first < 0 or (not progressive and rest[first + 4 : first + 5] == parts):
        return False
    return rest.count(SCAN) > MOST_SCANS


def _marker(stream: BinaryIO) -> int | None:
    """The next marker; any number of fill bytes may stand before it, of which a few are enough."""
    if stream.read(1) != b"\xff":
        return None
    for _ in range(64):
        byte = stream.read(1)
        if not byte:
            return None
        if byte != b"\xff":
            return byte[0]
    return None


def _length(stream: BinaryIO) -> int | None:
    """The bytes of a segment's body."""
    raw = stream.read(2)
    if len(raw) < 2:
        return None
    length: int = struct.unpack(">H", raw)[0]
    return length - 2 if length >= 2 else None


def _orientation(segment: bytes) -> int:
    """The orientation of an EXIF segment, 1 (upright) where there is none (EXIF 2.3, 4.6.4)."""
    if not segment.startswith(b"Exif\0\0"):
        return 1
    tiff = segment[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 1
    offset = struct.unpack(order + "I", tiff[4:8])[0]
    raw = tiff[offset : offset + 2]
    if len(raw) < 2:
        return 1
    for k in range(min(struct.unpack(order + "H", raw)[0], 64)):
        entry = tiff[offset + 2 + 12 * k : offset + 14 + 12 * k]
        if len(entry) < 12:
            return 1
        if struct.unpack(order + "H", entry[:2])[0] == EXIF_ORIENTATION:
            value: int = struct.unpack(order + "H", entry[8:10])[0]
            return value
    return 1
