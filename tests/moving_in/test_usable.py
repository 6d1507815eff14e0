"""Pictures that are imported: kept, made PNG, or left out with the reason."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from jn_presenter.load.headers import png_size
from jn_presenter.model.text import Message
from jn_presenter.moving_in.found import Shown
from jn_presenter.moving_in.usable import file_name, usable
from tests.imported import png


def encoded(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "#3a7ac0").save(out, form)
    return out.getvalue()


def test_png_and_jpeg_stay_as_they_are() -> None:
    for data, suffix in ((png(), ".png"), (encoded("JPEG"), ".jpg")):
        assert usable(data, "蓝") == Shown(data, suffix, "蓝")
    assert file_name(Shown(png(), ".png")) == file_name(Shown(png(), ".png", "another word"))


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_pictures_are_made_png(form: str) -> None:
    made = usable(encoded(form))
    assert isinstance(made, Shown)
    assert made.suffix == ".png"
    assert png_size(made.data[:64]) == (40, 30)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd7\xcd\xc6\x9a" + b"\0" * 40, "WMF"),
        (b"\x01\x00\x00\x00" + b"\0" * 40, "EMF"),
        (b"words", "format"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (encoded("BMP")[:60], "damaged"),
        (png()[:16] + struct.pack(">II", 40_000, 40_000) + png()[24:], "too large"),
        (encoded("BMP")[:18] + struct.pack("<ii", 10_000, 10_000) + encoded("BMP")[26:], "too large"),
        (b"\0" * ((20 << 20) + 1), "20 MiB"),
    ],
)
def test_what_cannot_be_shown_says_why(data: bytes, said: str) -> None:
    found = usable(data)
    assert isinstance(found, Message)
    assert said in found.en


@given(st.sampled_from(["GIF", "BMP", "TIFF", "WEBP"]), st.data())
def test_broken_pictures_raise_nothing(form: str, data: st.DataObject) -> None:
    content = encoded(form)
    at = data.draw(st.integers(0, len(content)))
    usable(content[:at] + data.draw(st.binary(max_size=8)) + content[at + data.draw(st.integers(0, 8)) :])
