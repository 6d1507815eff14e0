"""Films of a deck: that the path stays inside it, and what the header says; nothing is decoded here."""

from functools import lru_cache

from jn_presenter.confined import at_once
from jn_presenter.load.clip_headers import BOXES, EBML, mp4_size, webm_size
from jn_presenter.load.headers import Refusal
from jn_presenter.load.media import UNREADABLE, Kind, media_at
from jn_presenter.model.fields import Clip
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_BYTES = 2 << 30
WIDEST = 4096
"""px a side: all that a screen of 3840 x 2160 shows, upright or across."""
MOST_PIXELS = 4096 * 2304
HEAD = 64
VIDEO = Kind("video", "影片", "videos", "park.mp4")
OTHERS = (
    (b"\x30\x26\xb2\x75", "WMV"),
    (b"FLV\1", "FLV"),
    (b"\0\0\1\xba", "MPEG"),
    (b"\0\0\1\xb3", "MPEG"),
    (b"GIF8", "GIF"),
    (b"OggS", "Ogg"),
    (b".RMF", "RealMedia"),
)


def clip_at(path: str, folder: str) -> Clip | Finding:
    """The film at `path`, seen from the deck's `folder`."""
    return media_at(path, folder, VIDEO, _measured, Clip)


@lru_cache(maxsize=256)
def _measured(file: str, size: int, _time: int) -> tuple[int, int] | Refusal:
    """Width and height in px. One look for each state of a file, however many slides show it."""
    if size > MOST_BYTES:
        return Refusal(
            Message(f"文件超过 {MOST_BYTES >> 30} GiB", f"the file is larger than {MOST_BYTES >> 30} GiB"),
            Message("剪短影片，或用更低的码率另存", "cut it shorter, or save it again at a lower bit rate"),
        )
    try:
        with open(file, "rb", opener=at_once) as stream:
            head = stream.read(HEAD)
            if head[4:8] in BOXES:
                return _bounded(mp4_size(stream, size))
            if head.startswith(EBML):
                return _bounded(webm_size(stream, size))
    except OSError:
        return UNREADABLE
    if head.startswith(b"RIFF") and head[8:12] == b"AVI ":
        return _foreign("AVI")
    return _foreign(next((name for magic, name in OTHERS if head.startswith(magic)), ""))


def _bounded(size: tuple[int, int] | Refusal) -> tuple[int, int] | Refusal:
    if isinstance(size, Refusal):
        return size
    width, height = size
    if 0 < width <= WIDEST and 0 < height <= WIDEST and width * height <= MOST_PIXELS:
        return size
    return Refusal(
        Message(f"画面大小 {width} × {height} 超出范围", f"{width} x {height} px is out of bounds"),
        Message("另存为不超过 3840 × 2160 的影片", "save it again with at most 3840 x 2160 px"),
    )


def _foreign(name: str) -> Refusal:
    if not name:
        return Refusal(Message("这不是影片文件", "this is not a video"), _SAVE)
    return Refusal(Message(f"{name} 影片不能用", f"{name} videos cannot be played"), _SAVE)


_SAVE = Message("另存为 MP4（H.264）或 WebM", "save it as MP4 (H.264) or WebM")
