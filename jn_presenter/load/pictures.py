"""Picture files of a deck: that the path stays inside it, and what the header says; nothing is decoded here."""

import os
from functools import lru_cache

from jn_presenter.confined import at_once
from jn_presenter.load.headers import MOST_PIXELS, WIDEST, Refusal, jpeg_size, png_size
from jn_presenter.load.media import UNREADABLE, Kind, media_at
from jn_presenter.model.fields import Picture
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_BYTES = 20 << 20
MOST_SVG_BYTES = 1 << 20
HEAD = 64
TAIL = 1 << 16
"""Bytes at the end of a picture in which its end is looked for: some cameras write more behind it."""
PNG, PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND"
JPEG, JPEG_END = b"\xff\xd8", b"\xff\xd9"
PICTURE = Kind("picture", "图片", "pictures", "park.jpg")
OTHERS = ((b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"%PDF", "PDF"), (b"8BPS", "PSD"))


def picture_at(path: str, folder: str) -> Picture | Finding:
    """The picture at `path`, seen from the deck's `folder`."""
    return media_at(path, folder, PICTURE, _measured, Picture)


@lru_cache(maxsize=1024)
def _measured(file: str, size: int, _time: int) -> tuple[int, int] | Refusal:
    """Width and height in px. One look for each state of a file, however many slides show it."""
    if size > MOST_BYTES:
        return Refusal(
            Message(f"文件超过 {MOST_BYTES >> 20} MiB", f"the file is larger than {MOST_BYTES >> 20} MiB"),
            Message("把图片缩小到屏幕大小（宽 3840 像素足够）", "scale it down; 3840 px of width are enough"),
        )
    try:
        with open(file, "rb", opener=at_once) as stream:
            head = stream.read(HEAD)
            if head.startswith(PNG):
                return _bounded(png_size(head))
            if head.startswith(JPEG):
                return _bounded(jpeg_size(stream))
            for magic, name in OTHERS:
                if head.startswith(magic):
                    return _foreign(name)
            if head[8:12] == b"WEBP":
                return _foreign("WebP")
            if size > MOST_SVG_BYTES:
                return _foreign("")
            from jn_presenter.load.svg import svg_size  # only drawings pay for the XML parser

            return _bounded(svg_size(head + stream.read(MOST_SVG_BYTES)))
    except OSError:
        return UNREADABLE


def is_whole(path: str) -> bool:
    """Whether a picture has its end; what is neither PNG nor JPEG has no end to look for. Raises OSError."""
    with open(path, "rb", opener=at_once) as stream:
        head = stream.read(len(PNG))
        stream.seek(0, os.SEEK_END)
        stream.seek(max(0, stream.tell() - TAIL))
        tail = stream.read(TAIL)
    if head == PNG:
        return PNG_END in tail
    return not head.startswith(JPEG) or JPEG_END in tail


def _bounded(size: tuple[int, int] | Refusal) -> tuple[int, int] | Refusal:
    if isinstance(size, Refusal):
        return size
    width, height = size
    if 0 < width <= WIDEST and 0 < height <= WIDEST and width * height <= MOST_PIXELS:
        return size
    return Refusal(
        Message(f"图片大小 {width} × {height} 超出范围", f"{width} x {height} px is out of bounds"),
        Message(
            f"每边 1 到 {WIDEST} 像素，总共不超过 {MOST_PIXELS // 10**6} 百万像素",
            f"1 to {WIDEST} px a side, {MOST_PIXELS // 10**6} megapixels at most",
        ),
    )


def _foreign(name: str) -> Refusal:
    return Refusal(
        Message(f"{name or '这种格式'} 的图片不能用", f"{name or 'this kind of'} pictures cannot be shown"),
        Message("另存为 PNG、JPEG 或 SVG（不超过 1 MiB）", "save it as PNG, JPEG or SVG (at most 1 MiB)"),
    )
