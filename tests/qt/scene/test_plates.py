"""A plate lies under a picture that would not be seen on its ground, and under no other."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import Box, ImageMark, Plate, ShapeMark
from jn_presenter.qt.scene.cutout import picture
from jn_presenter.qt.scene.render import render_image

CANVAS = Canvas(400.0, 200.0)
DARK, LIGHT = "#0d1b2e", "#f3f6fa"


def drawn(path: Path, colour: str, *, ground: str = "", name: str = "logo.png") -> Path:
    """A picture of a ring in that colour; what is around it is clear, or has a ground."""
    image = QImage(200, 100, QImage.Format.Format_ARGB32)
    image.fill(QColor(ground) if ground else Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.fillRect(QRect(20, 20, 160, 60), QColor(colour))
    painter.end()
    assert image.save(str(path / name))
    return path / name


def painted(file: Path, ground: str, plate: str) -> QImage:
    mark = ImageMark(
        key="logo", file=str(file), stamp="1", x=100.0, y=50.0, w=200.0, h=100.0, plate=Plate(ground, plate, 10.0)
    )
    behind = ShapeMark(key="ground", shape=Box(0.0, 0.0, 400.0, 200.0), fill=ground)
    return render_image((behind, mark), CANVAS, 400, 200)


def at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("ground", "plate"), [(DARK, LIGHT), (LIGHT, DARK)])
def test_a_logo_of_the_grounds_own_tone_stands_on_a_plate_within_its_place(
    tmp_path: Path, ground: str, plate: str
) -> None:
    image = painted(drawn(tmp_path, ground), ground, plate)
    assert at(image, 105, 55) == plate
    assert at(image, 295, 145) == plate
    assert at(image, 200, 100) == ground
    assert [at(image, x, y) for x, y in ((95, 100), (305, 100), (200, 45), (200, 155))] == [ground] * 4
    assert at(image, 122, 100) == plate, "the logo is inset"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("ground", "plate"), [(DARK, LIGHT), (LIGHT, DARK)])
def test_a_logo_that_is_seen_stands_on_the_ground_as_large_as_its_place(
    tmp_path: Path, ground: str, plate: str
) -> None:
    image = painted(drawn(tmp_path, plate), ground, plate)
    assert at(image, 105, 55) == ground
    assert at(image, 122, 100) == plate


@pytest.mark.usefixtures("qapp")
def test_a_picture_with_a_ground_of_its_own_needs_no_plate(tmp_path: Path) -> None:
    image = painted(drawn(tmp_path, "#ffffff", ground=DARK), DARK, LIGHT)
    assert at(image, 105, 55) == DARK
    assert at(image, 200, 100) == "#ffffff"


@pytest.mark.usefixtures("qapp")
def test_a_drawing_is_weighed_too(tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    shape = f'<rect x="20" y="20" width="160" height="60" fill="{DARK}"/>'
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">{shape}</svg>')
    image = painted(file, DARK, LIGHT)
    assert at(image, 105, 55) == LIGHT
    assert at(image, 200, 100) == DARK


@pytest.mark.usefixtures("qapp")
def test_a_missing_logo_has_no_plate_and_gets_one_once_it_is_there(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    missing = painted(tmp_path / "later.png", DARK, LIGHT)
    assert [at(missing, x, y) for x, y in ((105, 55), (200, 100))] == [DARK] * 2, "nor a grey panel"
    assert "cannot be shown" in caplog.text
    caplog.clear()
    assert at(painted(drawn(tmp_path, DARK, name="later.png"), DARK, LIGHT), 105, 55) == LIGHT


@pytest.mark.usefixtures("qapp")
def test_a_picture_for_another_program_has_the_plate_in_it(tmp_path: Path) -> None:
    file = drawn(tmp_path, DARK)
    mark = ImageMark(
        key="logo", file=str(file), stamp="2", x=0.0, y=0.0, w=200.0, h=100.0, plate=Plate(DARK, LIGHT, 10.0)
    )
    content, suffix = picture(mark)
    image = QImage.fromData(content, suffix)
    assert (image.width(), image.height()) == (400, 200)
    assert at(image, 5, 5) == LIGHT
    assert at(image, 200, 100) == DARK
