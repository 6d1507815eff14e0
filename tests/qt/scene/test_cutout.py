"""Parts of slides as pictures: nothing behind them, as sharp as asked for, and never too large."""

import io
from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, ImageMark, ShapeMark
from jn_presenter.qt.scene.cutout import DENSITY, LONGEST, cutout, picture

SQUARE = ShapeMark(key="a", shape=Box(110.0, 60.0, 20.0, 20.0), fill="#ff0000")


def opened(made: tuple[bytes, str]) -> Image.Image:
    content, suffix = made
    found = Image.open(io.BytesIO(content))
    assert found.format == {"png": "PNG", "jpeg": "JPEG"}[suffix]
    return found


def photograph(file: Path) -> ImageMark:
    Image.effect_noise((400, 300), 60.0).convert("RGB").save(file)
    return ImageMark(key="p", file=str(file), stamp="1", x=0.0, y=0.0, w=100.0, h=50.0, crop=(0.0, 0.0, 1.0, 0.5))


def test_marks_stand_where_they_are_in_their_rectangle_with_nothing_behind(qtbot: QtBot) -> None:
    found = opened(cutout((SQUARE,), Rect(100.0, 50.0, 60.0, 40.0)))
    assert found.size == (60 * DENSITY, 40 * DENSITY)
    assert found.getpixel((40, 40)) == (255, 0, 0, 255)
    assert found.getpixel((2, 2)) == (0, 0, 0, 0)


def test_no_picture_is_larger_than_others_can_open(qtbot: QtBot) -> None:
    found = opened(cutout((SQUARE,), Rect(0.0, 0.0, 20000.0, 10.0)))
    assert max(found.size) == LONGEST


def test_a_photograph_is_a_jpeg_of_the_part_that_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    made = picture(photograph(tmp_path / "a.jpg"))
    assert made[1] == "jpeg"
    assert opened(made).size == (200, 100)


def test_a_drawing_keeps_every_pixel(qtbot: QtBot, tmp_path: Path) -> None:
    made = picture(photograph(tmp_path / "a.png"))
    assert made[1] == "png"


def test_a_picture_that_is_gone_leaves_a_panel(qtbot: QtBot, tmp_path: Path, caplog: object) -> None:
    gone = ImageMark(key="p", file=str(tmp_path / "no.png"), stamp="1", x=0.0, y=0.0, w=10.0, h=10.0)
    red, green, blue, alpha = opened(picture(gone)).getpixel((5, 5))  # type: ignore[misc]
    assert red == green == blue
    assert 0 < alpha < 255
