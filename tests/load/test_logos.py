"""A logo that cannot be shown is left out and told in both languages, with what guests see instead."""

import struct
import zlib
from pathlib import Path

import pytest

from jn_presenter.load import load_index
from tests.load.world import DECK, write

VISIT = "delegation: {zh: 示例, en: Example}\n"


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x20\x40\x60" * min(width, 9) for _ in range(min(height, 9))))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("logo.tif", b"II*\0" + b"\0" * 60, "bad-picture"),
        ("logo.png", b"MM\0*" + b"\0" * 60, "bad-picture"),
        ("logo.png", png(60000, 60000), "bad-picture"),
        ("logo.png", png(9, 9)[:50], "bad-picture"),
        (
            "logo.svg",
            b'<!DOCTYPE x [<!ENTITY a "aa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
            "bad-picture",
        ),
        ("logo.png", None, "missing-picture"),
        ("../logo.png", None, "outside-deck"),
        ("visits", None, "missing-picture"),
    ],
)
def test_what_cannot_be_shown_is_no_logo_and_the_visit_goes_on(
    tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    files = {**DECK, "visits/a.yaml": f"{VISIT}logo: {name}\n"} | ({name: content} if content else {})
    loaded = load_index(write(tmp_path, files), visit="a")
    assert loaded.visit
    assert loaded.visit.logo is None
    (problem,) = loaded.problems
    assert (problem.code, problem.file, problem.line) == (code, "visits/a.yaml", 2)
    assert problem.message.zh.endswith("现在不放标志")
    assert problem.message.en.endswith("no logo is shown now")
    assert problem.hint.zh
    assert problem.hint.en


def test_a_whole_picture_is_the_logo(tmp_path: Path) -> None:
    files = {**DECK, "visits/a.yaml": f"{VISIT}logo: logo.png\n", "logo.png": png(9, 9)}
    loaded = load_index(write(tmp_path, files), visit="a")
    assert loaded.problems == ()
    assert loaded.visit
    assert loaded.visit.logo
    assert (loaded.visit.logo.width, loaded.visit.logo.height) == (9, 9)
