"""Moments painted one upon the other: only what differs is painted anew, and at rest all is right to the last bit."""

import numpy as np
import pytest
from msgspec import structs
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion

from bench.twelve import changed
from jn_presenter.compose import FittedSlide, Placed, element_frame, fit_slide, refit
from jn_presenter.draw.animate import Change, Way
from jn_presenter.draw.feeding import slide_feeds
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.element import Fitted
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import WIDE, Rect
from jn_presenter.model.marks import Box, ShapeMark
from jn_presenter.paths import shipped_slides
from jn_presenter.qt.scene.pictures import Grounds, Look, Picture, prepare
from jn_presenter.qt.scene.render import render_image
from jn_presenter.qt.scene.shots import Shot, after, device_rect, first
from jn_presenter.qt.scene.text import QtMeasure
from tests.golden_images import pixels

GALLERY = load_deck(shipped_slides().parent / "examples" / "gallery").deck
NAMES = [name.partition("/")[2] for name in GALLERY.order]
SIZES = (QSize(960, 540), QSize(1138, 640))
MOMENTS = (0.0, 0.08, 0.3, 0.33, 0.71, 0.97, 1.0, 0.5)
UNSEEN = 8
"""Levels of 256 by which a frame of a motion may be off where an edge was cut."""
GROUND = "#123456"


def off(one: QImage, other: QImage) -> int:
    """The most levels by which a channel of a pixel differs."""
    return int(np.abs(pixels(one).astype(int) - pixels(other)).max())


def fitted(name: str, snapshots: Snapshots) -> FittedSlide:
    slide = GALLERY.slides[f"gallery/{name}"]
    return fit_slide(GALLERY, slide, WIDE, ("zh",), GALLERY.styles["night"], QtMeasure(), snapshots)


def data(name: str) -> Snapshots:
    return read_snapshots(GALLERY, [f"gallery/{name}"])


class Screen:
    """Shots painted one upon the other, each only where it says that it differs."""

    def __init__(self, size: QSize) -> None:
        self._pixmap = QPixmap(size)
        self._before: Shot | None = None

    def show(self, picture: Picture, t: float) -> Shot:
        shot = picture.shot(t, self._before)
        painter = QPainter(self._pixmap)
        if shot.damage is not None:
            painter.setClipRegion(shot.damage)
        shot.paint(painter, shot.damage)
        painter.end()
        self._before = shot
        return shot

    def image(self) -> QImage:
        return self._pixmap.toImage()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.height()}")
@pytest.mark.parametrize("name", NAMES)
def test_each_moment_of_an_entrance_upon_the_one_before_is_right(name: str, size: QSize) -> None:
    fit, grounds, screen = fitted(name, data(name)), Grounds(), Screen(size)
    for step in range(fit.last_step + 1):
        picture = prepare(fit, step, size, grounds, moving=True)
        for t in MOMENTS:
            shot = screen.show(picture, t)
            assert shot.flat().toImage() == picture.flat(t).toImage()
            assert off(screen.image(), picture.flat(t).toImage()) <= (UNSEEN if 0.0 < t < 1.0 else 0), (step, t)


@pytest.mark.parametrize("name", [name for name in NAMES if slide_feeds(GALLERY.slides[f"gallery/{name}"])])
def test_each_moment_of_a_change_upon_the_one_before_is_right(name: str) -> None:
    size, old_data = SIZES[0], data(name)
    old = fitted(name, old_data)
    new = refit(old, {feed: changed(snapshot) for feed, snapshot in old_data.items()})
    assert new is not None
    ways = {
        item.path: Way(element_frame(before, new.last_step, 1.0).marks)
        for before, item in zip(old.placed, new.placed, strict=True)
        if before is not item
    }
    assert ways
    picture = prepare(new, new.last_step, size, Grounds(), moving=True, loose=frozenset(ways))
    screen = Screen(size)
    for t in MOMENTS:
        look = Look({path: Change(way, t) for path, way in ways.items()})
        moved = picture.with_look(look)
        screen.show(moved, 1.0)
        assert off(screen.image(), moved.flat(1.0).toImage()) <= UNSEEN, t
    screen.show(picture, 1.0)
    assert off(screen.image(), picture.flat(1.0).toImage()) == 0


def test_what_did_not_change_is_not_painted_anew() -> None:
    name = "bar"
    picture = prepare(fitted(name, data(name)), 2, SIZES[0], Grounds(), moving=True)
    screen = Screen(SIZES[0])
    screen.show(picture, 0.5)
    again = screen.show(picture, 0.5)
    assert again.damage is not None
    assert again.damage.isEmpty()
    on = screen.show(picture, 0.52)
    assert on.damage is not None
    (item,) = picture.moving
    whole = device_rect(item.rect, picture.scale)
    assert 0 < _area(on.damage) < 0.2 * whole.width() * whole.height()


def test_upon_another_pixmap_all_is_painted() -> None:
    fit = fitted("bar", data("bar"))
    pictures = [prepare(fit, 0, SIZES[0], Grounds(), moving=True) for _ in range(2)]
    screen = Screen(SIZES[0])
    assert screen.show(pictures[0], 0.5).damage is None
    assert screen.show(pictures[1], 0.5).damage is None


@pytest.mark.parametrize("name", NAMES)
def test_no_mark_leaves_ink_beyond_what_it_is_said_to_touch(name: str) -> None:
    fit, size = fitted(name, data(name)), SIZES[0]
    scale = size.width() / fit.canvas.width
    bare = render_image((), fit.canvas, size.width(), size.height(), GROUND)
    for item in fit.placed:
        drawn = first(item, None, element_frame(item, fit.last_step, 1.0).marks, scale)
        for mark, touched in zip(drawn.marks, drawn.touched, strict=True):
            image = render_image((mark,), fit.canvas, size.width(), size.height(), GROUND)
            painter = QPainter(image)
            painter.fillRect(touched, QColor(GROUND))
            painter.end()
            assert image == bare, (item.path, mark.key)


def _area(region: QRegion) -> int:
    return sum(part.width() * part.height() for part in region)


def test_what_marks_leave_beyond_their_element_is_painted_anew_when_their_order_changes() -> None:
    item = Placed(path="a", fitted=Fitted(rect=Rect(100.0, 100.0, 50.0, 50.0)), reveals=(0,))
    inside, beyond = (
        ShapeMark(key=key, shape=Box(x, 110.0, 20.0, 20.0), fill="#ffffff")
        for key, x in (("in", 110.0), ("out", 400.0))
    )
    before = first(item, 1, (inside, beyond), 1.0)
    assert any(part.contains(410, 120) for part in before.damage)
    moved = structs.replace(beyond, shape=Box(600.0, 110.0, 20.0, 20.0))
    now = after(before, item, 2, (moved, inside), 1.0)
    for x in (120, 410, 610):
        assert any(part.contains(x, 120) for part in now.damage)
