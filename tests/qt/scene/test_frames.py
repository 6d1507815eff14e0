"""Frames of films: what is painted, and that films are no part of what is kept."""

from msgspec import structs
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from jn_presenter.compose import FittedSlide, fit_slide
from jn_presenter.model.geometry import WIDE
from jn_presenter.model.marks import VideoMark
from jn_presenter.qt.scene.frames import Frame, films_of
from jn_presenter.qt.scene.pictures import Grounds, Look, live, prepare, whole
from jn_presenter.qt.scene.text import QtMeasure
from tests.decks import NIGHT, deck, points_slide
from tests.films import film_slide
from tests.qt.scene.conftest import Draw

MARK = VideoMark(key="film", file="a.mp4", stamp="", x=50.0, y=50.0, w=100.0, h=100.0)
RED, BLUE = QColor("#ff0000"), QColor("#0000ff")


def frame(left: QColor = RED, right: QColor = BLUE) -> Frame:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(left)
    for x in range(20, 40):
        for y in range(20):
            image.setPixelColor(x, y, right)
    return Frame(image)


def fitted(**fields: object) -> FittedSlide:
    slide = film_slide("a/film", **fields)
    return fit_slide(deck(slide), slide, WIDE, ("zh",), NIGHT, QtMeasure())


def test_a_frame_is_painted_into_the_place_of_its_film(draw: Draw) -> None:
    image = draw(structs.replace(MARK, frame=frame()))
    assert [image.pixelColor(x, 100).name() for x in (45, 55, 145, 155)] == ["#000000", "#ff0000", "#0000ff", "#000000"]


def test_of_a_film_that_covers_its_place_the_middle_is_seen(draw: Draw) -> None:
    image = draw(structs.replace(MARK, frame=frame(), crop=(0.5, 0.0, 0.5, 1.0)))
    assert image.pixelColor(60, 100) == BLUE


def test_without_a_frame_what_is_beneath_is_seen(draw: Draw) -> None:
    assert draw(MARK, ground="#123456") == draw(ground="#123456")


def test_films_are_no_part_of_the_pixmap_and_are_painted_above_it() -> None:
    fit = fitted()
    assert live(fit) == {"chart"}
    picture = prepare(fit, 0, QSize(960, 540), Grounds(), moving=False, loose=live(fit))
    assert [item.path for item in picture.moving] == ["chart"]
    seen = frame(RED, RED)
    playing = picture.with_look(Look(frames={"chart": seen}))
    still, moving = picture.flat(1.0).toImage(), playing.flat(1.0).toImage()
    assert moving.pixelColor(480, 270) == RED
    assert still.pixelColor(480, 270) != RED
    assert whole(fit, 0, QSize(960, 540), Grounds()).toImage() == still


def test_the_next_frame_repaints_the_films_place_alone_and_the_same_one_nothing() -> None:
    fit = fitted()
    picture = prepare(fit, 0, QSize(960, 540), Grounds(), moving=False, loose=live(fit))
    one, other = (picture.with_look(Look(frames={"chart": frame()})) for _ in range(2))
    first = one.shot(1.0)
    second = other.shot(1.0, first)
    film = films_of(fit, 0)["chart"]
    assert second.damage is not None
    assert second.damage.boundingRect().width() <= film.w / 2 + 8
    assert second.damage.boundingRect().contains(round(film.x / 2 + 2), round(film.y / 2 + 2))
    again = other.shot(1.0, second).damage
    assert again is not None
    assert again.isEmpty()


def test_a_slide_tells_which_films_play_at_a_step() -> None:
    late = fitted(start="step", late=True)
    assert films_of(late, 0) == {}
    assert list(films_of(late, 1)) == ["chart"]
    slide = points_slide("a/points")
    assert films_of(fit_slide(deck(slide), slide, WIDE, ("zh",), NIGHT, QtMeasure()), 0) == {}
