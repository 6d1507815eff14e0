"""How far pages of the PDF, drawn by poppler, are from the screen's own pictures of the same slides."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct, structs
from PIL import Image, ImageChops

from bench.printing import requested
from jn_presenter.export import pdf, png
from jn_presenter.export.progress import untold
from jn_presenter.export.request import Request
from jn_presenter.show.state import styles_offered

FAR = 40
"""Levels of a channel from which on a pixel is another one: letters stand on whole px on a screen alone."""
DPI = "144"
"""At which a page has the pixels of the screen."""
LIMIT_S = 300.0


class Likeness(Struct, frozen=True):
    """The share of pixels that are others on a page, 0..1."""

    slide: str
    style: str
    share: float


def unpack(data: bytes) -> list[Likeness]:
    """What main told. Raises msgspec.DecodeError for anything else."""
    return msgspec.json.decode(data, type=list[Likeness])


def likenesses(request: Request, folder: Path) -> Iterator[Likeness]:
    """Of every slide. Raises RuntimeError where poppler fails."""
    file = folder / "all.pdf"
    file.write_bytes(pdf.write(request, untold))
    command = ["pdftoppm", "-r", DPI, "-png", str(file), str(folder / "page")]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=LIMIT_S)
    except (OSError, subprocess.SubprocessError) as error:
        raise RuntimeError(f"pdftoppm: {error}") from error
    drawn = sorted(folder.glob("page*.png"))
    for page, slide, (_, picture) in zip(drawn, request.slides, png.write(request, untold), strict=True):
        with Image.open(page) as there, Image.open(io.BytesIO(picture)) as here:
            yield Likeness(slide, request.style.name, apart(there.convert("RGB"), here.convert("RGB")))


def apart(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels of which a channel differs by FAR levels or more. Raises ValueError for different sizes."""
    if one.size != other.size:
        raise ValueError(f"{one.size} and {other.size} cannot be compared")
    red, green, blue = ImageChops.difference(one, other).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(worst.histogram()[FAR:]) / (one.width * one.height)


def main() -> int:
    """Measure and tell: every slide in every style of the deck."""
    request = requested(sys.argv[1])
    found: list[Likeness] = []
    for style in styles_offered(request.deck):
        with TemporaryDirectory() as folder:
            styled = structs.replace(request, style=request.deck.styles[style])
            found += likenesses(styled, Path(folder))
    sys.stdout.buffer.write(msgspec.json.encode(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
