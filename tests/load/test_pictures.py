"""Picture files: paths that stay inside the deck, sizes from headers, and bounds."""

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load.headers import Refusal, jpeg_size, png_size
from jn_presenter.load.pictures import MOST_BYTES, MOST_SVG_BYTES, picture_at
from jn_presenter.model.fields import Picture
from jn_presenter.model.problem import Finding
from tests.load.world import write

EMPTY = b""


def png(width: int, height: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def exif(order: str, orientation: int) -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(order + "HHIHH", 0x0112, 3, 1, orientation, 0)
    return segment(0xE1, b"Exif\0\0" + mark + struct.pack(order + "IH", 8, 1) + entry + b"\0\0\0\0")


def jpeg(width: int, height: int, before: bytes = EMPTY) -> bytes:
    return b"\xff\xd8" + before + segment(0xC0, struct.pack(">BHH", 8, height, width) + b"\x03" * 10) + b"\xff\xd9"


def found(folder: Path, path: str) -> Picture | Finding:
    return picture_at(path, str(folder))


def test_sizes_come_from_the_headers(tmp_path: Path) -> None:
    write(tmp_path, {"a.png": png(640, 480), "b.jpg": jpeg(800, 600), "c": jpeg(3, 2, segment(0xE0, b"JFIF\0") * 3)})
    sizes = [found(tmp_path, name) for name in ("a.png", "b.jpg", "c")]
    assert [(it.width, it.height) for it in sizes if isinstance(it, Picture)] == [(640, 480), (800, 600), (3, 2)]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("orientation", "size"), [(1, (800, 600)), (3, (800, 600)), (6, (600, 800)), (8, (600, 800))])
def test_a_photo_taken_upright_is_upright(tmp_path: Path, order: str, orientation: int, size: tuple[int, int]) -> None:
    write(tmp_path, {"a.jpg": jpeg(800, 600, exif(order, orientation))})
    picture = found(tmp_path, "a.jpg")
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == size


def test_the_stamp_changes_with_the_content(tmp_path: Path) -> None:
    write(tmp_path, {"a.png": png(6, 4)})
    first = found(tmp_path, "a.png")
    write(tmp_path, {"a.png": png(7, 4) + b"more"})
    second = found(tmp_path, "a.png")
    assert isinstance(first, Picture)
    assert isinstance(second, Picture)
    assert first.stamp != second.stamp
    assert second.width == 7


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/etc/passwd", "outside-deck"),
        ("~/a.png", "outside-deck"),
        ("../a.png", "outside-deck"),
        ("pictures/../../a.png", "outside-deck"),
        ("link.png", "outside-deck"),
        ("way/a.png", "outside-deck"),
        ("https://example.com/a.png", "outside-deck"),
        ("file:///etc/passwd", "outside-deck"),
        ("data:image/png;base64,AAAA", "outside-deck"),
        ("C:\\Users\\a.png", "windows-path"),
        ("C:/Users/a.png", "windows-path"),
        ("pictures\\a.png", "windows-path"),
        ("\\\\server\\share\\a.png", "windows-path"),
        ("pictures/b.png", "missing-picture"),
        ("nowhere/a.png", "missing-picture"),
        ("pictures", "missing-picture"),
        ("pictures/a.png/x", "missing-picture"),
        ("", "missing-picture"),
        ("a\0b.png", "bad-path"),
        ("a" * 5000, "missing-picture"),
        ("loop.png", "missing-picture"),
    ],
)
def test_a_path_that_leaves_the_deck_or_leads_nowhere_is_refused(tmp_path: Path, path: str, code: str) -> None:
    outside = write(tmp_path / "outside", {"a.png": png(6, 4)})
    deck = write(tmp_path / "deck", {"pictures/a.png": png(6, 4)})
    (deck / "link.png").symlink_to(outside / "a.png")
    (deck / "way").symlink_to(outside)
    (deck / "loop.png").symlink_to(deck / "loop.png")
    bad = found(deck, path)
    assert isinstance(bad, Finding)
    assert bad.code == code
    assert all((bad.message.zh, bad.message.en, bad.hint.zh, bad.hint.en))


def test_a_link_within_the_deck_is_followed(tmp_path: Path) -> None:
    deck = write(tmp_path, {"pictures/a.png": png(6, 4)})
    (deck / "b.png").symlink_to(deck / "pictures" / "a.png")
    assert isinstance(found(deck, "b.png"), Picture)


def test_a_missing_picture_is_looked_for_among_its_neighbours(tmp_path: Path) -> None:
    write(tmp_path, {"pictures/park.png": png(6, 4)})
    bad = found(tmp_path, "pictures/Park.png")
    assert isinstance(bad, Finding)
    assert bad.hint.en == "did you mean pictures/park.png?"


@pytest.mark.parametrize(
    "data",
    [
        png(60_000, 60_000),
        png(16_385, 1),
        png(8_000, 8_000),
        png(0, 5),
        png(5, 5)[:20],
        jpeg(60_000, 60_000),
        jpeg(5, 5)[:10],
        b"\xff\xd8" + b"\xff" * 500,
        b"\xff\xd8" + segment(0xE0, b"x") * 5_000,
        b"\xff\xd8\xff\xe0\x00\x01",
        b"GIF89a",
        b"BM123456",
        b"RIFF1234WEBPVP8 ",
        b"II*\0more",
        b"%PDF-1.7",
        b"words",
        b"\x00" * 100,
        b"",
        b"<svg" + b" " * (1 << 20),
    ],
    ids=range(19),
)
def test_what_is_no_picture_or_too_large_is_refused(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, {"a.png": data})
    bad = found(tmp_path, "a.png")
    assert isinstance(bad, Finding)
    assert bad.code == "bad-picture"


def test_a_file_of_more_bytes_than_allowed_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.png").open("wb") as file:
        file.write(png(6, 4))
        file.truncate(MOST_BYTES + 1)
    assert isinstance(found(tmp_path, "a.png"), Finding)


@given(st.binary(max_size=200))
def test_any_bytes_after_the_magic_give_a_size_or_a_refusal(data: bytes) -> None:
    import io

    assert isinstance(jpeg_size(io.BytesIO(b"\xff\xd8" + data)), (tuple, Refusal))
    assert isinstance(jpeg_size(io.BytesIO(b"\xff\xd8" + segment(0xE1, b"Exif\0\0II" + data))), (tuple, Refusal))
    assert isinstance(png_size(b"\x89PNG\r\n\x1a\n" + data), (tuple, Refusal))


@pytest.mark.parametrize("more", [0, 1])
def test_a_drawing_of_more_bytes_than_allowed_is_not_read(tmp_path: Path, more: int) -> None:
    start, end = b'<svg width="9" height="9">', b"</svg>"
    write(tmp_path, {"a.svg": start + b" " * (MOST_SVG_BYTES - len(start + end) + more) + end})
    assert isinstance(found(tmp_path, "a.svg"), Finding) is bool(more)
