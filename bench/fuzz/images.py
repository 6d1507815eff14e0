"""Pictures in PNG and JPEG that are broken or mean to take all memory or time; looked at and decoded as in a show."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter

from bench.fuzz.noise import Noise
from bench.fuzz.worker import Files
from jn_presenter.load.pictures import picture_at
from jn_presenter.model.fields import Picture
from jn_presenter.model.marks import ImageMark
from jn_presenter.qt.scene.images import read

PNG_TOKENS = (
    *(b"IHDR", b"IDAT", b"IEND", b"PLTE", b"tRNS", b"iCCP", b"zTXt", b"gAMA", b"acTL", b"fdAT", b"eXIf", b"\0\0\0\0"),
    *(b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x89PNG\r\n\x1a\n", b"\x78\x9c", b"\0\0\0\x0dIHDR"),
)
JPEG_TOKENS = (
    *(
        b"\xff\xd8",
        b"\xff\xd9",
        b"\xff\xc0",
        b"\xff\xc2",
        b"\xff\xc4",
        b"\xff\xda",
        b"\xff\xdb",
        b"\xff\xdd",
        b"\xff\xd0",
    ),
    *(b"\xff\xe1", b"Exif\0\0II*\0", b"Exif\0\0MM\0*", b"\xff\xe0\0\x10JFIF\0", b"\xff\xfe", b"\xff\x00", b"\0\0"),
)
SIZES = (QSize(1, 1), QSize(320, 180), QSize(1920, 1080))
CROPS = ((0.0, 0.0, 1.0, 1.0), (0.25, 0.0, 0.5, 1.0), (0.999, 0.999, 0.001, 0.001))
SIDES = (0, 1, 2, 17, 4096, 7000, 16_384, 16_385, 65_535, 100_000, 2**31 - 1, 2**32 - 1)


class Target:
    """One picture a case; half of those that are refused are decoded all the same, as files that changed meanwhile."""

    memory_mb = 1024

    def __init__(self, home: Path) -> None:
        self._home = home
        self._good = {ending: list(_pictures(ending)) for ending in ("png", "jpg")}

    def make(self, random: Random) -> Files:
        """The picture; its name has the ending of its kind, or sometimes of the other one."""
        ending = random.choice(("png", "jpg"))
        name = ending if random.random() < 0.95 else random.choice(("jpg", "png", "svg"))
        good = self._good[ending]
        if random.random() < 0.04:
            return {f"a.{name}": _bomb(random)}
        broken = Noise(random, PNG_TOKENS if ending == "png" else JPEG_TOKENS, good).broken(random.choice(good))
        if ending == "png" and random.random() < 0.6:
            broken = _with_sums(broken)
        return {f"a.{name}": broken}

    def take(self, files: Files, random: Random) -> None:
        """Look at the header, then decode and scale it."""
        ((name, content),) = files.items()
        path = self._home / name
        path.write_bytes(content)
        found = picture_at(name, str(self._home))
        if isinstance(found, Picture) or random.random() < 0.5:
            mark = ImageMark(key="a", file=str(path), stamp="", x=0.0, y=0.0, w=1.0, h=1.0, crop=random.choice(CROPS))
            read(mark, random.choice(SIZES))


def _pictures(ending: str) -> list[bytes]:
    formats = QImage.Format
    made = []
    for kind in (formats.Format_RGB32, formats.Format_ARGB32, formats.Format_Grayscale8, formats.Format_Indexed8):
        for width, height in ((1, 1), (16, 9), (97, 61)):
            image = QImage(width, height, kind)
            if kind == formats.Format_Indexed8:
                image.setColorTable([0xFF000000 + 0x10101 * k for k in range(256)])
            image.fill(Qt.GlobalColor.red if kind != formats.Format_Indexed8 else 7)
            for progressive in (False, True) if ending == "jpg" else (False,):
                buffer = QBuffer()
                buffer.open(QBuffer.OpenModeFlag.WriteOnly)
                writer = QImageWriter(buffer, ending.encode())
                writer.setProgressiveScanWrite(progressive)
                writer.write(image)
                made.append(bytes(buffer.data().data()))
    return made


def chunk(name: bytes, data: bytes) -> bytes:
    """Of a PNG file (PNG specification, 5.3)."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *, bits: int = 8, colour: int = 2, interlaced: int = 0, pixels: bytes = b"") -> bytes:
    """With any header at all, and these packed pixels."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, interlaced)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def scans(width: int, height: int, count: int) -> bytes:
    """A progressive JPEG whose many scans say nothing: each one has the decoder go over all pixels (ITU T.81, G)."""
    frame = struct.pack(">HBHHBBBB", 11, 8, height, width, 1, 1, 0x11, 0)
    table = b"\xff\xdb\0\x43\0" + b"\1" * 64
    huffman = b"\xff\xc4\0\x14\x10" + b"\1" + b"\0" * 15 + b"\xe0"  # one code: the end of 2 ** 14 bands and more
    dc = b"\xff\xc4\0\x14\0" + b"\1" + b"\0" * 15 + b"\0"
    blocks = -(-width // 8) * -(-height // 8)
    scan = b"\xff\xda\0\x08\1\1\0\1\x3f\0" + b"\0" * (2 * (blocks >> 14) + 2)
    return b"\xff\xd8" + table + b"\xff\xc2" + frame + dc + huffman + scan * count + b"\xff\xd9"


def _bomb(random: Random) -> bytes:
    width, height = random.choice(SIDES), random.choice(SIDES)
    zeros = random.choice((0, 1000, 1 << 20, 200 << 20))
    made: tuple[Callable[[], bytes], ...] = (
        lambda: png(width, height, pixels=zlib.compress(bytes(zeros), 1)),
        lambda: png(7000, 7000, colour=6, pixels=zlib.compress(bytes(zeros), 1)),
        lambda: png(7000, 7000, bits=16, colour=6, interlaced=1, pixels=zlib.compress(bytes(zeros), 1)),
        lambda: png(16, 16, pixels=zlib.compress(bytes(zeros), 1)),
        lambda: b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", b"a\0b") * 30_000,
        lambda: b"\xff\xd8" + b"\xff\xfe\0\2" * 200_000,
        lambda: b"\xff\xd8" + b"\xff" * 200_000,
        lambda: scans(7000, 7000, random.choice((10, 500, 3000))),
        lambda: scans(min(width, 65_535), min(height, 65_535), 40),
    )
    return random.choice(made)()


def _with_sums(data: bytes) -> bytes:
    """With the checksums that a reader wants before it looks any further."""
    at, parts = 8, [data[:8]]
    while at + 8 <= len(data):
        size = struct.unpack(">I", data[at : at + 4])[0]
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        parts.append(data[at : at + 4] + name + body + struct.pack(">I", zlib.crc32(name + body)))
        at += 12 + size
    return b"".join(parts)
