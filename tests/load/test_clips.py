"""Films: paths that stay inside the deck, sizes from headers, and bounds."""

import io
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load import clips
from jn_presenter.load.clip_headers import mp4_size, webm_size
from jn_presenter.load.clips import clip_at
from jn_presenter.load.headers import Refusal
from jn_presenter.model.fields import Clip
from jn_presenter.model.problem import Finding
from tests.load.world import value_of, write

UPRIGHT, QUARTER, HALF = (1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1)


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def large(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4sQ", 1, kind, 16 + len(body)) + body


def track(width: int, height: int, turn: tuple[int, ...] = UPRIGHT, *, version: int = 0) -> bytes:
    a, b, c, d = (number << 16 for number in turn)
    matrix = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    head = bytes((version, 0, 0, 7)) + bytes(32 if version else 20)
    return box(b"trak", box(b"tkhd", head + bytes(16) + matrix + struct.pack(">II", width << 16, height << 16)))


def mp4(*tracks: bytes, brand: bytes = b"isom") -> bytes:
    """The picture's data before its description, as cameras write it."""
    return box(b"ftyp", brand, bytes(4)) + box(b"mdat", bytes(999)) + box(b"moov", box(b"mvhd", bytes(100)), *tracks)


def element(name: bytes, body: bytes, size: bytes | None = None) -> bytes:
    return name + (size or struct.pack(">Q", len(body) | 1 << 56)) + body


def webm(width: int, height: int, *, live: bool = False) -> bytes:
    video = element(b"\xe0", element(b"\xb0", struct.pack(">H", width)) + element(b"\xba", struct.pack(">H", height)))
    sound = element(b"\xae", element(b"\x83", b"\2"))
    tracks = element(b"\x16\x54\xae\x6b", sound + element(b"\xae", element(b"\x83", b"\1") + video))
    unknown = b"\x01" + b"\xff" * 7 if live else None
    head = element(b"\x1a\x45\xdf\xa3", element(b"\x42\x82", b"webm"))
    return head + element(b"\x18\x53\x80\x67", element(b"\xec", bytes(30)) + tracks, unknown)


def found(folder: Path, path: str = "a.mp4") -> Clip | Finding:
    return clip_at(path, str(folder))


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (mp4(track(1280, 720)), (1280, 720)),
        (mp4(track(0, 0), track(640, 360)), (640, 360)),
        (mp4(track(640, 360, version=1), brand=b"qt  "), (640, 360)),
        (mp4(track(1920, 1080, QUARTER)), (1080, 1920)),
        (mp4(track(1920, 1080, HALF)), (1920, 1080)),
        (box(b"wide") + large(b"mdat", bytes(50)) + large(b"moov", track(320, 240)), (320, 240)),
        (webm(854, 480), (854, 480)),
        (webm(854, 480, live=True), (854, 480)),
    ],
    ids=["mp4", "after-sound", "quicktime", "upright-phone", "upside-down", "64-bit", "webm", "webm-stream"],
)
def test_sizes_come_from_the_headers_as_the_film_is_shown(tmp_path: Path, data: bytes, size: tuple[int, int]) -> None:
    write(tmp_path, {"a.mp4": data})
    clip = found(tmp_path)
    assert isinstance(clip, Clip)
    assert (clip.width, clip.height) == size


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "this is not a video"),
        (b"#!/bin/sh\necho", "this is not a video"),
        (b"RIFF\0\0\0\0AVI LIST", "AVI videos cannot be played"),
        (b"\x30\x26\xb2\x75\x8e\x66", "WMV videos cannot be played"),
        (mp4(track(0, 0)), "there is no picture in the file"),
        (box(b"ftyp", b"heic"), "the file is damaged"),
        (mp4(track(1280, 720))[:1100], "the file is damaged"),
        (b"\x1a\x45\xdf\xa3", "the file is damaged"),
        (mp4(track(7680, 4320)), "7680 x 4320 px is out of bounds"),
        (mp4(track(4096, 4096)), "4096 x 4096 px is out of bounds"),
    ],
)
def test_what_is_no_film_or_cannot_be_shown_is_refused_by_its_header(tmp_path: Path, data: bytes, words: str) -> None:
    write(tmp_path, {"a.mp4": data})
    bad = found(tmp_path)
    assert isinstance(bad, Finding)
    assert (bad.code, bad.message.en) == ("bad-video", f"a.mp4: {words}")
    assert bad.hint.zh
    assert bad.hint.en


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "a.mp4").open("wb") as file:
        file.truncate(clips.MOST_BYTES + 1)  # a sparse file
    monkeypatch.setattr(Path, "open", None)
    bad = found(tmp_path)
    assert isinstance(bad, Finding)
    assert bad.message.en == "a.mp4: the file is larger than 2 GiB"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("b.mp4", "missing-video"),
        ("videos", "missing-video"),
        ("../a.mp4", "outside-deck"),
        ("https://example.org/a.mp4", "outside-deck"),
        ("rtsp://camera/1", "outside-deck"),
        ("C:\\a.mp4", "windows-path"),
    ],
)
def test_films_come_from_the_decks_folder_alone(tmp_path: Path, path: str, code: str) -> None:
    write(tmp_path, {"a.mp4": mp4(track(4, 4)), "videos/c.mp4": b""})
    bad = found(tmp_path, path)
    assert isinstance(bad, Finding)
    assert bad.code == code


def test_a_slides_film_belongs_to_what_it_depends_on() -> None:
    value, problems = value_of("videos/park.mp4", Clip)
    assert [problem.code for problem in problems] == ["missing-video"]
    assert "videos/park.mp4" in problems[0].message.zh
    del value


def test_the_stamp_changes_with_the_content(tmp_path: Path) -> None:
    write(tmp_path, {"a.mp4": mp4(track(4, 4))})
    first = found(tmp_path)
    write(tmp_path, {"a.mp4": mp4(track(4, 4), track(6, 6))})
    second = found(tmp_path)
    assert isinstance(first, Clip)
    assert isinstance(second, Clip)
    assert first.stamp != second.stamp


WHOLE = [mp4(track(640, 360)), webm(640, 360)]


@given(st.sampled_from(WHOLE), st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=9)), max_size=8))
def test_damaged_headers_raise_nothing(whole: bytes, damage: list[tuple[int, bytes]]) -> None:
    data = bytearray(whole)
    for place, more in damage:
        at = place % len(data)
        data[at : at + len(more)] = more
    for size in (mp4_size, webm_size):
        measured = size(io.BytesIO(data), len(data))
        assert isinstance(measured, Refusal) or len(measured) == 2


def test_a_film_of_endless_boxes_is_given_up() -> None:
    data = box(b"free") * 100_000 + box(b"moov", track(4, 4))
    assert isinstance(mp4_size(io.BytesIO(data), len(data)), Refusal)
