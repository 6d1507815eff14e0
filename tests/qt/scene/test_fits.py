"""Slides laid out once, and again only where their own data is new."""

from decimal import Decimal

import pytest
from msgspec import structs

from jn_presenter.compose import FittedSlide
from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.draw.still import Still
from jn_presenter.model.deck import Slide
from jn_presenter.model.element import Element, Env
from jn_presenter.model.feed import Feed, Snapshot, Snapshots
from jn_presenter.model.geometry import TALL, WIDE, Rect
from jn_presenter.qt.scene.fits import KEPT, Fits
from tests.decks import deck, feed, points_slide, rows, table_slide

ONE, TWO = feed("one"), feed("two")
FIRST = table_slide("a/first", ONE)
BOTH = table_slide("a/both", ONE, TWO)
DECK = deck(FIRST, BOTH, points_slide("a/points"))


@pytest.fixture
def fits() -> Fits:
    return Fits(FixedMeasure())


def get(fits: Fits, slide: Slide, data: Snapshots) -> FittedSlide:
    return fits.get(DECK, slide, WIDE, ("zh",), "night", data)


def placed(fitted: FittedSlide) -> dict[str, object]:
    return {item.path: item for item in fitted.placed}


def both(one: int, two: int) -> dict[Feed, Snapshot]:
    return {ONE: rows(a=one, b=3), TWO: rows(a=two, b=5)}


def test_the_same_slide_with_the_same_data_is_laid_out_once(fits: Fits) -> None:
    data = both(1, 2)
    assert get(fits, BOTH, data) is get(fits, BOTH, data)
    assert get(fits, BOTH, data) is get(fits, BOTH, dict(data))


def test_data_of_other_feeds_is_no_reason_to_lay_a_slide_out(fits: Fits) -> None:
    data = both(1, 2)
    assert get(fits, FIRST, data) is get(fits, FIRST, {**data, TWO: rows(a=9)})


def test_new_data_lays_out_what_shows_it_and_nothing_else(fits: Fits) -> None:
    data = both(1, 2)
    old = placed(get(fits, BOTH, data))
    new = placed(get(fits, BOTH, {**data, TWO: rows(a=7, b=5)}))
    assert old.keys() == new.keys()
    assert [path for path in old if old[path] is not new[path]] == ["right"]


def test_a_frozen_picture_and_the_present_one_are_both_kept(fits: Fits) -> None:
    old, new = both(1, 2), both(3, 4)
    frozen, present = get(fits, BOTH, old), get(fits, BOTH, new)
    assert get(fits, BOTH, old) is frozen
    assert get(fits, BOTH, new) is present
    get(fits, BOTH, both(5, 6))
    assert get(fits, BOTH, new) is present
    assert len(next(iter(fits._fits.values())).versions) == 2


def test_data_that_comes_again_and_again_drives_no_other_slide_out(fits: Fits) -> None:
    still = get(fits, DECK.slides["a/points"], {})
    for k in range(3 * KEPT):
        get(fits, FIRST, both(k, k))
    assert get(fits, DECK.slides["a/points"], {}) is still


class Heavy(Element, frozen=True, kw_only=True):
    """Overflows where its first figure is above 8 at full size."""

    def feeds(self) -> tuple[Feed, ...]:
        return (ONE,)

    def fit(self, rect: Rect, env: Env) -> Still:
        value = env.snapshots[ONE].rows[0][1]
        assert isinstance(value, Decimal)
        return Still(rect=rect, shown=(), overflow=float(value) * env.scale > 8.0)


def test_what_does_not_fit_any_more_is_laid_out_anew_with_all_else(fits: Fits) -> None:
    heavy = structs.replace(FIRST, id="a/heavy", slots=(("chart", (Heavy(),)),))
    old, new = get(fits, heavy, {ONE: rows(a=8)}), get(fits, heavy, {ONE: rows(a=9)})
    assert [fitted.plan.env.scale for fitted in (old, new) if fitted.plan] == [1.0, 0.8]
    assert not set(map(id, old.placed)) & set(map(id, new.placed))
    assert get(fits, heavy, {ONE: rows(a=10)}).placed[0] is new.placed[0], "what fits stays as large as it is"


def test_other_canvases_are_other_fits(fits: Fits) -> None:
    data = {ONE: rows(a=Decimal(1))}
    tall = fits.get(DECK, FIRST, TALL, ("zh",), "night", data)
    assert get(fits, FIRST, data) is not tall


def test_an_enlarged_slide_is_another_one_and_both_are_kept(fits: Fits) -> None:
    slide = points_slide("a/points")
    usual = fits.get(DECK, slide, WIDE, ("zh",), "night")
    large = fits.get(DECK, slide, WIDE, ("zh",), "night", enlarge=True)
    assert large is not usual
    assert fits.get(DECK, slide, WIDE, ("zh",), "night") is usual
    assert fits.get(DECK, slide, WIDE, ("zh",), "night", enlarge=True) is large
