"""PNG files of our own writing, as another program reads them."""

import zlib
from io import BytesIO
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtGui import QColor, QImage

from jn_presenter.qt.scene.png import BAND, png_file


def opened(content: bytes) -> Image.Image:
    """The picture, once every chunk's checksum was found right."""
    Image.open(BytesIO(content)).verify()
    return Image.open(BytesIO(content))


def packed(content: bytes) -> bytes:
    """What all IDAT chunks hold."""
    found, at = b"", 8
    while at < len(content):
        size, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        found += content[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += 12 + size
    return found


@given(width=st.integers(1, 9), height=st.integers(1, 2 * BAND + 2), noise=st.randoms(use_true_random=False))
def test_every_pixel_is_kept_whatever_the_size(width: int, height: int, noise: Random) -> None:
    pixels = noise.randbytes(3 * width * height)
    image = QImage(pixels, width, height, 3 * width, QImage.Format.Format_RGB888)
    found = opened(png_file(image.convertToFormat(QImage.Format.Format_RGB32)))
    assert (found.mode, found.size) == ("RGB", (width, height))
    assert found.tobytes() == pixels


@pytest.mark.parametrize("height", [1, BAND, BAND + 1])
def test_there_is_no_line_more_than_the_picture_has(height: int) -> None:
    """Most readers would not say so, and some refuse the file."""
    image = QImage(5, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#881818"))
    assert len(zlib.decompress(packed(png_file(image)))) == height * (1 + 3 * 5)


def test_a_picture_keeps_its_density_so_that_documents_show_it_as_large() -> None:
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#881818"))
    image.setDotsPerMeterX(3780)
    image.setDotsPerMeterY(7560)
    assert opened(png_file(image)).info["dpi"] == pytest.approx((96.012, 192.024))


def test_flat_colours_take_little_room() -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(QColor("#0d1b2e"))
    assert len(png_file(image)) < 0.01 * 3 * 1920 * 1080


def test_a_picture_too_large_to_be_made_is_no_file() -> None:
    with pytest.raises(MemoryError, match="too large"):
        png_file(QImage())
