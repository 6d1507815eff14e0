"""Stacked areas: levels that add up, shares of 100 %, gaps where there is no sum."""

from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.elements.stacked_area import StackedArea
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Series
from tests.look import LANGUAGES, at_rest, by_key, collisions, outside, text_boxes, words_of
from tests.tables import PLACES, REST, env_of, plot_of, table

VALUE = st.none() | st.integers(0, 100_000)
ROWS = st.lists(
    st.tuples(st.integers(2000, 2060), VALUE, VALUE, VALUE), min_size=2, max_size=60, unique_by=lambda r: r[0]
)
Rows = list[tuple[int, int | None, int | None, int | None]]
THREE = table(("year", "a", "b", "c"), (2020, 1, 2, 3), (2021, 2, None, 2), (2022, 4, 4, 8), (2023, 1, 1, 2))


def areas(chart: StackedArea, phase: Phase = REST) -> list[Series]:
    return [one for one in plot_of(chart.fit(PLACES[0], env_of(THREE)), phase).series if one.key.startswith("curve")]


@settings(deadline=None)
@given(ROWS, st.booleans(), st.sampled_from(LANGUAGES), st.sampled_from(PLACES))
def test_sums_hold_and_words_keep_apart_and_inside(
    rows: Rows, share: bool, languages: tuple[str, ...], place: Rect
) -> None:
    data = table(("year", "学校", "团体", "散客"), *rows, sample=True)
    fitted = StackedArea(data=data, share=share).fit(place, env_of(data, languages=languages))
    marks = at_rest(fitted)
    by_key(marks)
    boxes = text_boxes(marks)
    assert not collisions(boxes)
    assert not outside(boxes, place)
    if fitted.plot is None:
        return
    drawn = [one for one in fitted.plot.series if one.key.startswith("curve")]
    for k, (_, *values) in enumerate(sorted(rows)):
        if None in values or (share and not sum(values)):  # type: ignore[arg-type]
            assert all(isnan(one.ys[k]) for one in drawn)
            continue
        total = sum(value or 0 for value in values)
        factor = 100.0 / total if share else 1.0
        assert drawn[0].floors[k] == 0.0
        assert drawn[-1].ys[k] == pytest.approx(100.0 if share else total)
        for one, value in zip(drawn, values, strict=True):
            assert one.ys[k] - one.floors[k] == pytest.approx((value or 0) * factor, abs=1e-6)
            assert fitted.plot.left.low <= one.ys[k] <= fitted.plot.left.high + 1e-9


def test_each_part_stands_on_the_one_before() -> None:
    first, second, third = areas(StackedArea(data=THREE))
    assert repr(second.floors) == repr(first.ys)
    assert repr(third.floors) == repr(second.ys)
    assert third.ys[0] == 6.0


def test_where_a_part_is_missing_there_is_no_sum_and_it_is_said() -> None:
    assert all(isnan(one.ys[1]) for one in areas(StackedArea(data=THREE)))
    assert "缺数" in words_of(at_rest(StackedArea(data=THREE).fit(PLACES[0], env_of(THREE))))


def test_shares_are_in_percent() -> None:
    fitted = StackedArea(data=THREE, share=True).fit(PLACES[0], env_of(THREE))
    assert plot_of(fitted).left.high == 100.0
    assert "%" in words_of(at_rest(fitted))


def test_negative_values_are_refused() -> None:
    data = table(("x", "a", "b"), (1, 2, -3), (2, 2, 3))
    fitted = StackedArea(data=data).fit(PLACES[0], env_of(data))
    assert [finding.code for finding in fitted.findings] == ["negative"]
    at_rest(fitted)


def test_rows_that_are_never_whole_are_said() -> None:
    data = table(("x", "a", "b"), (1, 2, None), (2, None, 3))
    fitted = StackedArea(data=data).fit(PLACES[0], env_of(data))
    assert [finding.code for finding in fitted.findings] == ["no-sum"]
    at_rest(fitted)


def test_names_stand_at_the_middle_of_their_parts() -> None:
    fitted = StackedArea(data=THREE).fit(PLACES[0], env_of(THREE))
    boxes = dict(text_boxes(at_rest(fitted)))
    assert boxes["name.c"].y < boxes["name.b"].y < boxes["name.a"].y


def test_the_end_of_the_motion_is_the_rest() -> None:
    fitted = StackedArea(data=THREE).fit(PLACES[0], env_of(THREE))
    assert repr(fitted.marks(Phase(step=0, t=1.0))) == repr(at_rest(fitted))
    assert len(areas(StackedArea(data=THREE), Phase(step=0, t=0.5))) == 3
