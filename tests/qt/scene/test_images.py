"""Pictures: cut and scaled to their place, turned as the camera says, and never an error before the audience."""

import logging
from pathlib import Path

import numpy as np
import pytest
from msgspec import structs
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from jn_presenter.load.svg import DEEPEST
from jn_presenter.model.marks import ImageMark
from jn_presenter.qt.scene import images
from jn_presenter.qt.scene.images import read
from tests.golden_images import pixels
from tests.qt.scene.conftest import Draw

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#00f"/></svg>'


@pytest.fixture
def quarters(tmp_path: Path) -> Path:
    """40 x 20 px: red and green above, blue and white below."""
    image = Image.new("RGB", (40, 20))
    for x, y, colour in ((0, 0, RED), (20, 0, GREEN), (0, 10, BLUE), (20, 10, WHITE)):
        image.paste(colour, (x, y, x + 20, y + 10))
    file = tmp_path / "quarters.png"
    image.save(file)
    return file


def mark(file: Path, **fields: object) -> ImageMark:
    whole = ImageMark(key="i", file=str(file), stamp="1", x=20.0, y=40.0, w=160.0, h=80.0)
    return structs.replace(whole, **fields)


def rgb(image: QImage, x: int, y: int) -> tuple[int, ...]:
    return tuple(int(level) for level in pixels(image)[y, x, ::-1])


@pytest.mark.parametrize("scale", [0.25, 1.0, 2.0])
def test_a_picture_fills_its_place(draw: Draw, quarters: Path, scale: float) -> None:
    image = draw(mark(quarters), scale=scale)
    for x, y, colour in ((40, 50, RED), (160, 50, GREEN), (40, 110, BLUE), (160, 110, WHITE), (10, 80, (0, 0, 0))):
        assert rgb(image, round(x * scale), round(y * scale)) == colour
    rows, columns = np.nonzero(pixels(image).max(axis=2))
    assert (columns.min(), rows.min()) == (round(20 * scale), round(40 * scale))
    assert (columns.max() + 1, rows.max() + 1) == (round(180 * scale), round(120 * scale))


def test_a_cut_shows_its_part_alone(draw: Draw, quarters: Path) -> None:
    image = draw(mark(quarters, crop=(0.5, 0.5, 0.5, 0.5)))
    assert {rgb(image, x, y) for x in (20, 100, 179) for y in (40, 80, 119)} == {WHITE}


def test_transparency_and_opacity_hold(draw: Draw, tmp_path: Path) -> None:
    Image.new("RGBA", (4, 4), (255, 255, 255, 128)).save(tmp_path / "half.png")
    half = draw(mark(tmp_path / "half.png"))
    quarter = draw(mark(tmp_path / "half.png", opacity=0.5))
    assert rgb(half, 100, 80)[0] == pytest.approx(128, abs=1)
    assert rgb(quarter, 100, 80)[0] == pytest.approx(64, abs=2)


def test_a_photo_is_turned_as_the_camera_says(draw: Draw, quarters: Path, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90° clockwise
    Image.open(quarters).save(tmp_path / "turned.jpg", exif=exif, quality=95, subsampling=0)
    image = draw(mark(tmp_path / "turned.jpg", w=80.0, h=160.0, y=20.0))
    assert np.allclose(rgb(image, 30, 30), BLUE, atol=60)
    cut = draw(mark(tmp_path / "turned.jpg", crop=(0.5, 0.0, 0.5, 0.5)))
    assert np.allclose(rgb(cut, 100, 80), RED, atol=60)


def test_a_sliver_of_a_long_picture_costs_no_more_than_its_place(draw: Draw, tmp_path: Path) -> None:
    Image.new("RGB", (20000, 10), WHITE).save(tmp_path / "long.png")
    assert rgb(draw(mark(tmp_path / "long.png", crop=(0.5, 0.0, 0.0005, 1.0))), 100, 80) == WHITE


def test_a_picture_is_decoded_once_for_a_size(draw: Draw, quarters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[QSize] = []
    monkeypatch.setattr(images, "read", lambda mark, size: decoded.append(size) or read(mark, size))
    for _ in range(3):
        draw(mark(quarters))
        draw(mark(quarters), scale=2.0)
    draw(mark(quarters, stamp="2"))
    assert decoded == [QSize(160, 80), QSize(320, 160), QSize(160, 80)]


def test_pictures_in_memory_are_bounded(quarters: Path) -> None:
    kept = images._Kept()
    for width in range(1, 3 * images.KEPT):
        kept.get(mark(quarters), QSize(width, 10))
    assert len(kept._images) <= images.KEPT
    kept.get(mark(quarters), QSize(4000, 4000))
    kept.get(mark(quarters), QSize(4001, 4000))
    assert [key[-2:] for key in kept._images] == [(4001, 4000)]
    assert kept._bytes == 4001 * 4000 * 4


@pytest.mark.parametrize("content", [None, b"", b"no picture", b"<svg"])
@pytest.mark.parametrize("name", ["broken.png", "broken.svg"])
def test_a_broken_picture_is_a_quiet_panel_and_logged_once(
    draw: Draw, tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with caplog.at_level(logging.WARNING):
        shown = [rgb(draw(mark(tmp_path / name)), 100, 80) for _ in range(3)]
    assert set(shown) == {(32, 32, 32)}
    assert [name in record.getMessage() for record in caplog.records] == [True]


@pytest.mark.parametrize("name", ["quarters.png", "drawing.svg"])
def test_a_picture_whose_drive_was_away_is_there_again_with_it(
    draw: Draw, quarters: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    file = quarters.with_name(name)
    if file != quarters:
        file.write_text(SVG, encoding="utf-8")
    away = file.rename(file.with_name("away"))
    assert rgb(draw(mark(file, stamp="away")), 40, 50) not in (RED, BLUE)
    away.rename(file)
    assert rgb(draw(mark(file, stamp="away")), 40, 50) in (RED, BLUE)
    assert len(caplog.records) == 1


@pytest.mark.qt_log_ignore("allocation limit")
def test_a_picture_beyond_the_limit_is_not_decoded(
    draw: Draw, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "LIMIT_MB", 1)
    Image.new("RGB", (1000, 1000)).save(tmp_path / "large.png")
    assert rgb(draw(mark(tmp_path / "large.png")), 100, 80) == (32, 32, 32)
    assert "large.png" in caplog.text


def test_a_name_that_lies_about_the_kind_is_no_trouble(draw: Draw, quarters: Path) -> None:
    lying = quarters.rename(quarters.with_suffix(".jpg"))
    assert rgb(draw(mark(lying)), 40, 50) == RED


def test_an_svg_fills_its_place(draw: Draw, tmp_path: Path) -> None:
    (tmp_path / "half.svg").write_text(SVG)
    image = draw(mark(tmp_path / "half.svg"), scale=2.0)
    assert rgb(image, 190, 160) == BLUE
    assert rgb(image, 210, 160) == (0, 0, 0)


def test_a_drawing_as_deep_as_may_be_is_drawn(draw: Draw, tmp_path: Path) -> None:
    groups = DEEPEST - 2
    deep = SVG.replace("<rect", "<g>" * groups + "<rect").replace("</svg>", "</g>" * groups + "</svg>")
    (tmp_path / "deep.svg").write_text(deep)
    assert rgb(draw(mark(tmp_path / "deep.svg")), 40, 80) == BLUE


def test_an_svg_that_changed_into_a_bomb_is_not_drawn(
    draw: Draw, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    group = '<g id="l{}"><use href="#l{}"/><use href="#l{}"/></g>'
    groups = "".join(group.format(level, level - 1, level - 1) for level in range(1, 30))
    (tmp_path / "bomb.svg").write_text(f'<svg xmlns="{SVG[12:38]}" viewBox="0 0 9 9"><rect id="l0"/>{groups}</svg>')
    assert rgb(draw(mark(tmp_path / "bomb.svg")), 100, 80) == (32, 32, 32)
    assert "<use>" in caplog.text


def test_a_picture_without_room_is_left_out(draw: Draw, quarters: Path) -> None:
    assert pixels(draw(mark(quarters, w=0.0))).max() == 0
