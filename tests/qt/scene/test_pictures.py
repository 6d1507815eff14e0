"""Pictures: what moves is painted above what stands, and the end of a motion is the still picture to the last bit."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jn_presenter.compose import FittedSlide, fit_slide
from jn_presenter.model.deck import Slide, Target
from jn_presenter.model.geometry import WIDE
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.pictures import Grounds, movers, prepare
from jn_presenter.qt.scene.shots import device_rect
from jn_presenter.qt.scene.text import QtMeasure
from tests.decks import NIGHT, bars_slide, deck, points_slide

SIZE = QSize(960, 540)
SLIDES = [
    points_slide("a/points"),
    points_slide("a/two-at-once", steps=((Target("points", 1), Target("points", 3)), (Target("points", 2),))),
    bars_slide("a/bars"),
    bars_slide("a/late-bars", steps=((Target("chart"),),)),
]


@pytest.fixture
def grounds(qtbot: QtBot) -> Grounds:
    load_fonts()
    return Grounds()


def fitted(slide: Slide) -> FittedSlide:
    return fit_slide(deck(slide), slide, WIDE, ("zh", "en"), NIGHT, QtMeasure())


def image(fit: FittedSlide, step: int, t: float, grounds: Grounds, *, moving: bool = True) -> QImage:
    return prepare(fit, step, SIZE, grounds, moving=moving).flat(t).toImage()


@pytest.mark.parametrize("slide", SLIDES, ids=lambda slide: slide.id)
def test_the_end_of_a_motion_is_the_still_picture(grounds: Grounds, slide: Slide) -> None:
    fit = fitted(slide)
    for step in range(fit.last_step + 1):
        assert image(fit, step, 1.0, grounds) == image(fit, step, 1.0, grounds, moving=False)


@pytest.mark.parametrize("slide", SLIDES, ids=lambda slide: slide.id)
def test_a_step_begins_where_the_one_before_ended(grounds: Grounds, slide: Slide) -> None:
    fit = fitted(slide)
    for step in range(1, fit.last_step + 1):
        assert image(fit, step, 0.0, grounds) == image(fit, step - 1, 1.0, grounds)


def test_a_motion_changes_the_picture(grounds: Grounds) -> None:
    fit = fitted(bars_slide("a/bars"))
    assert image(fit, 0, 0.3, grounds) != image(fit, 0, 1.0, grounds)


def test_only_what_moves_is_outside_the_base(grounds: Grounds) -> None:
    fit = fitted(points_slide("a/points"))
    assert [item.path for item in movers(fit, 1)] == ["points"]
    assert movers(fit, 0) == ()


def test_the_ground_is_painted_once_for_a_size(grounds: Grounds) -> None:
    fit = fitted(points_slide("a/points"))
    first = grounds.get(fit.ground, WIDE, SIZE)
    assert grounds.get(fit.ground, WIDE, SIZE) is first
    assert grounds.get(fit.ground, WIDE, SIZE * 2) is not first


def test_the_ground_covers_a_size_that_is_a_pixel_off_the_canvas(grounds: Grounds) -> None:
    fit = fitted(points_slide("a/points"))
    image = grounds.get(fit.ground, WIDE, QSize(960, 543)).toImage()
    bottom = {image.pixelColor(x, image.height() - 1).name() for x in range(0, 960, 7)}
    assert "#000000" not in bottom
    assert all(image.pixelColor(x, 542).lightness() > 5 for x in range(960))


def test_a_rectangle_in_device_pixels_covers_all_it_touches() -> None:
    fit = fitted(points_slide("a/points"))
    for item in fit.placed:
        box = device_rect(item.rect, 0.3)
        assert box.left() <= item.rect.x * 0.3
        assert box.left() + box.width() >= item.rect.right * 0.3
