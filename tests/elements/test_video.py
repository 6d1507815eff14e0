"""A film and its poster: where they lie, and when the film plays."""

from typing import Any

import pytest

from jn_presenter.draw.damage import extent
from jn_presenter.elements.video import LARGEST_SIGN, FittedVideo, Video
from jn_presenter.model.element import Phase
from jn_presenter.model.fields import Clip, Picture
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, ImageMark, ShapeMark, VideoMark
from tests.decks import NIGHT
from tests.look import at_rest, env

PLACE = Rect(100.0, 200.0, 800.0, 400.0)
CLIP = Clip("/deck/a.mp4", 1600, 900, "1")
POSTER = Picture("/deck/a.png", 1000, 1000)


def fitted(align: str = "left", **fields: Any) -> FittedVideo:
    return Video(file=CLIP, **fields).fit(PLACE, env(align=align))


def film(marks: tuple[AnyMark, ...]) -> VideoMark:
    (found,) = [mark for mark in marks if isinstance(mark, VideoMark)]
    return found


def box(mark: VideoMark | ImageMark) -> tuple[float, float, float, float]:
    return (mark.x, mark.y, mark.w, mark.h)


def test_a_contained_film_is_whole_and_a_covering_one_fills_its_place() -> None:
    width = 400.0 * 16 / 9
    assert box(film(at_rest(fitted()))) == pytest.approx((100.0, 200.0, width, 400.0))
    assert film(at_rest(fitted(align="right"))).x == pytest.approx(900.0 - width)
    cover = film(at_rest(fitted(crop="cover")))
    assert box(cover) == (100.0, 200.0, 800.0, 400.0)
    assert cover.crop == pytest.approx((0.0, 1 / 18, 1.0, 8 / 9))


@pytest.mark.parametrize("crop", ["contain", "cover"])
def test_the_poster_lies_beneath_all_of_the_film_whatever_its_own_proportions(crop: str) -> None:
    poster, above = at_rest(fitted(poster=POSTER, crop=crop))
    assert isinstance(poster, ImageMark)
    assert isinstance(above, VideoMark)
    assert box(poster) == box(above)
    wide, high = poster.crop[2] * POSTER.width, poster.crop[3] * POSTER.height
    assert wide / high == pytest.approx(poster.w / poster.h)


@pytest.mark.parametrize("place", [PLACE, Rect(0.0, 0.0, 1600.0, 900.0), Rect(0.0, 0.0, 100.0, 900.0)])
def test_without_a_poster_a_panel_with_a_play_sign_is_drawn_in_the_style(place: Rect) -> None:
    panel, ring, sign, _ = drawn = at_rest(Video(file=CLIP).fit(place, env()))
    assert all(place.contains(extent(mark), slack=2.0) for mark in drawn)
    assert [mark.fill for mark in (panel, ring, sign) if isinstance(mark, ShapeMark)] == [
        NIGHT.faint,
        NIGHT.quiet,
        NIGHT.quiet,
    ]
    assert isinstance(ring, ShapeMark)
    assert isinstance(ring.shape, Arc)
    assert 0.0 < ring.shape.outer <= LARGEST_SIGN


def test_it_appears_with_its_step_and_plays_from_then_on() -> None:
    late = fitted(poster=POSTER)
    assert late.marks(Phase(step=0, reveals=(1,))) == ()
    assert 0.0 < late.marks(Phase(step=1, t=0.5, reveals=(1,)))[0].opacity < 1.0
    assert film(late.marks(Phase(step=1, reveals=(1,)))).playing
    assert film(late.marks(Phase(step=3, reveals=(1,)))).playing
    assert film(late.marks(Phase(step=0, t=0.0))).playing


def test_one_that_waits_for_its_step_shows_the_poster_until_then() -> None:
    waiting = fitted(poster=POSTER, start="step")
    before = waiting.marks(Phase(step=0, reveals=(1,)))
    assert before[0].opacity == 1.0
    assert not film(before).playing
    assert film(waiting.marks(Phase(step=1, t=0.0, reveals=(1,)))).playing
    assert waiting.marks(Phase(step=1, t=0.0, reveals=(1,)))[0] == before[0]


def test_it_is_silent_and_plays_once_unless_it_is_to_do_otherwise() -> None:
    assert (film(at_rest(fitted())).muted, film(at_rest(fitted())).loop) == (True, False)
    loud = film(at_rest(fitted(muted=False, loop=True)))
    assert (loud.muted, loud.loop) == (False, True)
    assert film(at_rest(fitted())).frame is None
