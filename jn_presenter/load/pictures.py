"""Picture files of a deck: that the path stays inside it, and what the header says; nothing is decoded here."""

import stat
from functools import lru_cache
from pathlib import Path

from jn_presenter.load.headers import MOST_PIXELS, WIDEST, Refusal, jpeg_size, png_size
from jn_presenter.load.paths import bad_path, outside
from jn_presenter.load.suggest import nearest
from jn_presenter.model.fields import Picture
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_BYTES = 20 << 20
MOST_SVG_BYTES = 1 << 20
HEAD = 64
FOLDER = "pictures"
OTHERS = ((b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"%PDF", "PDF"), (b"8BPS", "PSD"))


def picture_at(path: str, folder: str) -> Picture | Finding:
    """The picture at `path`, seen from the deck's `folder`.

    Its stamp changes when the file's size or time of change does.
    """
    if bad := bad_path(path, FOLDER):
        return bad
    file = Path(folder, path)
    try:
        info = file.stat()
        inside = file.resolve().is_relative_to(Path(folder).resolve())
    except (OSError, ValueError, RuntimeError):
        return _missing(path, folder)
    if not inside:
        return outside(path, FOLDER)
    if not stat.S_ISREG(info.st_mode):
        return Finding(
            code="missing-picture",
            message=Message(f"{path} 不是一个文件", f"{path} is not a file"),
            hint=Message("写出图片文件的完整名称", "give the full name of a picture file"),
        )
    measured = _measured(str(file), info.st_size, info.st_mtime_ns)
    if isinstance(measured, Refusal):
        return Finding(
            code="bad-picture",
            message=Message(f"{path}：{measured.message.zh}", f"{path}: {measured.message.en}"),
            hint=measured.hint,
        )
    width, height = measured
    return Picture(file=str(file), width=width, height=height, stamp=f"{info.st_size:x}-{info.st_mtime_ns:x}")


def _missing(path: str, folder: str) -> Finding:
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
        hint = Message(
            "路径从演示文件夹算起，如 pictures/park.jpg", "paths start at the deck's folder: pictures/park.jpg"
        )
    return Finding(
        code="missing-picture", message=Message(f"找不到图片 {path}", f"there is no picture {path}"), hint=hint
    )


@lru_cache(maxsize=1024)
def _measured(file: str, size: int, _time: int) -> tuple[int, int] | Refusal:
    """Width and height in px. One look for each state of a file, however many slides show it."""
    if size > MOST_BYTES:
        return Refusal(
            Message(f"文件超过 {MOST_BYTES >> 20} MiB", f"the file is larger than {MOST_BYTES >> 20} MiB"),
            Message("把图片缩小到屏幕大小（宽 3840 像素足够）", "scale it down; 3840 px of width are enough"),
        )
    try:
        with Path(file).open("rb") as stream:
            head = stream.read(HEAD)
            if head.startswith(b"\x89PNG\r\n\x1a\n"):
                return _bounded(png_size(head))
            if head.startswith(b"\xff\xd8"):
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
        return Refusal(
            Message("文件读不出来", "the file cannot be read"),
            Message("检查文件的权限", "look at the file's permissions"),
        )


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
