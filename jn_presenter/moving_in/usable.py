"""Pictures of an imported file: used as they are, made PNG where that is possible, or left out and said why."""

import hashlib
import io
import logging
import warnings

from jn_presenter.load.headers import MOST_PIXELS, WIDEST, Refusal, jpeg_size, png_size
from jn_presenter.load.pictures import MOST_BYTES
from jn_presenter.model.text import Message
from jn_presenter.moving_in.found import Shown

CONVERTED = ("GIF", "BMP", "TIFF", "WEBP")
"""Formats that are written anew as PNG; of a moving one its first picture."""
DRAWN = {b"\xd7\xcd\xc6\x9a": "WMF", b"\x01\x00\x09\x00": "WMF", b"\x01\x00\x00\x00": "EMF"}


def usable(data: bytes, alt: str = "") -> Shown | Message:
    """The picture, or why it is left out."""
    if len(data) > MOST_BYTES:
        return Message(f"图片超过 {MOST_BYTES >> 20} MiB", f"a picture of more than {MOST_BYTES >> 20} MiB")
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _bounded(png_size(data[:64])) or Shown(data, ".png", alt)
    if data.startswith(b"\xff\xd8"):
        return _bounded(jpeg_size(io.BytesIO(data))) or Shown(data, ".jpg", alt)
    if drawn := DRAWN.get(data[:4]):
        return Message(
            f"{drawn} 图（在 PowerPoint 里右键“另存为图片”，存成 PNG）",
            f"a {drawn} drawing (save it as PNG from PowerPoint: right click, Save as Picture)",
        )
    return _made_png(data, alt)


def file_name(picture: Shown) -> str:
    """A name that is the same for the same picture, however often it is shown."""
    return f"{hashlib.sha256(picture.data).hexdigest()[:12]}{picture.suffix}"


def _bounded(size: tuple[int, int] | Refusal) -> Message | None:
    if isinstance(size, Refusal):
        return BROKEN
    width, height = size
    if 0 < width <= WIDEST and 0 < height <= WIDEST and width * height <= MOST_PIXELS:
        return None
    return Message(f"图片太大（{width} × {height} 像素）", f"a picture that is too large ({width} x {height} px)")


def _made_png(data: bytes, alt: str) -> Shown | Message:
    """Decoded by Pillow, which python-pptx brings along; its header is looked at before its pixels."""
    from PIL import Image, UnidentifiedImageError

    logging.getLogger("PIL").setLevel(logging.CRITICAL + 1)  # as with warnings below
    Image.init()  # what is not among the commonest is known only then
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd in a file is no concern of ours once it can be shown
            with Image.open(io.BytesIO(data), formats=CONVERTED) as image:
                if too_large := _bounded(image.size):
                    return too_large
                made = io.BytesIO()
                image.convert("RGBA").save(made, "PNG")
    except UnidentifiedImageError:
        return Message("这种格式的图片", "a picture in a format that is not known")
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError, MemoryError):
        return BROKEN
    except Image.DecompressionBombError:
        return Message("图片太大", "a picture that is too large")
    content = made.getvalue()
    return (
        Shown(content, ".png", alt)
        if len(content) <= MOST_BYTES
        else Message("图片太大", "a picture that is too large")
    )


BROKEN = Message("损坏的图片", "a damaged picture")
