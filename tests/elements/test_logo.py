"""A logo is whole, stays in its place, and weighs about the same whatever its proportions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.elements.logo import AREA, MOST_ENLARGED, Logo
from jn_presenter.model.fields import Picture
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ImageMark
from tests.decks import DAY, NIGHT
from tests.look import at_rest, env

PLACE = Rect(112.0, 72.0, 544.0, 120.0)


def shown(width: int, height: int, file: str = "logo.png", place: Rect = PLACE) -> ImageMark:
    fitted = Logo(file=Picture(file, width, height, "s")).fit(place, env())
    assert not fitted.overflow
    (mark,) = at_rest(fitted)
    assert isinstance(mark, ImageMark)
    return mark


@given(st.integers(1, 8000), st.integers(1, 8000))
def test_a_logo_keeps_its_proportions_and_its_place(width: int, height: int) -> None:
    mark = shown(width, height)
    assert PLACE.contains(Rect(mark.x, mark.y, mark.w, mark.h), slack=0.01)
    assert mark.w / mark.h == pytest.approx(width / height)
    assert mark.w * mark.h <= AREA * PLACE.h**2 * 1.001
    assert mark.h <= MOST_ENLARGED * height * 1.001
    assert mark.x == PLACE.x
    assert mark.plate
    assert 2 * mark.plate.inset < min(mark.w, mark.h)


def test_wide_logos_are_lower_than_square_ones_so_that_neither_is_louder() -> None:
    square, wide, portrait = shown(900, 900), shown(4000, 500), shown(300, 900)
    assert wide.h < square.h
    assert wide.w > square.w
    assert wide.w * wide.h <= 1.5 * square.w * square.h
    assert portrait.h == square.h == PLACE.h


def test_few_pixels_are_not_blown_up_but_drawings_are_of_any_size() -> None:
    assert shown(24, 24).h == 48.0
    assert shown(24, 24, "logo.svg").h == PLACE.h


def test_the_plate_has_the_colour_of_the_words() -> None:
    for style in (NIGHT, DAY):
        (mark,) = at_rest(Logo(file=Picture("a.png", 9, 9)).fit(PLACE, structs.replace(env(), style=style)))
        assert isinstance(mark, ImageMark)
        assert mark.plate
        assert (mark.plate.ground, mark.plate.fill) == (style.ground[0], style.ink)
