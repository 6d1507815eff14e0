"""Area charts: filled from zero, gaps said, names at the ends."""

from math import isnan

from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bound import Values
from jn_presenter.elements.area import AreaChart
from jn_presenter.feeds.inline import Inline
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from tests.look import LANGUAGES, MOMENTS, at_rest, by_key, collisions, env, outside, text_boxes, words_of
from tests.tables import PLACES, env_of, plot_of, table

ROWS = st.lists(
    st.tuples(st.integers(0, 400), st.none() | st.integers(-1000, 200_000), st.none() | st.integers(0, 10**9)),
    min_size=1,
    max_size=60,
    unique_by=lambda row: row[0],
)
MONTHS = table(("month", "a"), ("2023-10", 5), ("2023-11", None), ("2023-12", 7), ("2024-01", 9), sample=True)


@settings(deadline=None)
@given(ROWS, st.sampled_from(LANGUAGES), st.sampled_from(PLACES))
def test_words_keep_apart_and_inside(
    rows: list[tuple[int, int | None, int | None]], languages: tuple[str, ...], place: Rect
) -> None:
    data = table(("x", "东门入口", "西门"), *rows, sample=True)
    fitted = AreaChart(data=data).fit(place, env_of(data, languages=languages))
    marks = at_rest(fitted)
    by_key(marks)
    boxes = text_boxes(marks)
    assert not fitted.overflow
    assert not collisions(boxes)
    assert not outside(boxes, place)
    for curve in plot_of(fitted).series if any(y is not None for row in rows for y in row[1:]) else ():
        axes = plot_of(fitted)
        assert axes.left.low <= 0.0 <= axes.left.high
        assert all(axes.left.low <= y <= axes.left.high for y in curve.ys if not isnan(y))


def test_it_is_filled_down_to_zero() -> None:
    curve, *_ = plot_of(AreaChart(data=MONTHS).fit(PLACES[0], env_of(MONTHS))).series
    assert curve.floors == (0.0,) * 4
    assert 0.0 < curve.fill < 1.0


def test_a_missing_value_is_a_gap_that_is_said() -> None:
    fitted = AreaChart(data=MONTHS).fit(PLACES[0], env_of(MONTHS))
    assert [isnan(y) for y in plot_of(fitted).series[0].ys] == [False, True, False, False]
    assert "缺数" in words_of(at_rest(fitted))


@given(MOMENTS)
def test_it_is_drawn_along_x_floors_and_all(t: float) -> None:
    fitted = AreaChart(data=MONTHS).fit(PLACES[0], env_of(MONTHS))
    for curve in plot_of(fitted, Phase(step=0, t=t)).series:
        assert len(curve.xs) == len(curve.ys)
        assert len(curve.floors) == (0 if curve.dots else len(curve.ys))
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)


def test_its_parts_are_the_columns_it_names() -> None:
    data = table(("x", "a", "b"), (1, 2, 3), (2, 3, 4))
    chart = AreaChart(data=data, values=(Values(column="b"), Values(column="a")))
    fitted = chart.fit(PLACES[0], env_of(data))
    assert chart.parts() == 2
    shown = plot_of(fitted, Phase(step=1, reveals=(1, 2))).series
    assert [curve.key for curve in shown] == ["curve.b"]
    assert fitted.marks(Phase(step=0, reveals=(1, 2))) == ()
    assert fitted.marks(Phase(step=1, t=0.0, reveals=(0, 1))) == fitted.marks(Phase(step=0, reveals=(0, 1)))


def test_the_scrubber_goes_forth_and_back_over_time_exactly() -> None:
    fitted = AreaChart(data=MONTHS).fit(PLACES[0], env_of(MONTHS))
    forth = [fitted.marks(Phase(step=0, scrub=k / 10)) for k in range(11)]
    back = [fitted.marks(Phase(step=0, scrub=k / 10)) for k in range(10, -1, -1)]
    assert repr(forth) == repr(back[::-1])
    assert repr(forth[-1]) == repr(at_rest(fitted))


def test_one_row_and_none_are_no_trouble() -> None:
    one, none = table(("x", "a"), (1, 5)), table(("x", "a"), (1, None))
    at_rest(AreaChart(data=one).fit(PLACES[0], env_of(one)))
    fitted = AreaChart(data=none).fit(PLACES[0], env_of(none))
    assert [finding.code for finding in fitted.findings] == ["no-figures"]
    at_rest(fitted)


def test_before_its_data_is_read_there_is_the_badge_alone() -> None:
    fitted = AreaChart(data=MONTHS).fit(PLACES[0], env())
    assert words_of(at_rest(fitted)) == "示例数据"
    assert not fitted.findings


def test_many_areas_are_a_warning() -> None:
    data = Inline(columns=tuple("xabcd"), rows=(("1", "1", "2", "3", "4"), ("2", "1", "2", "3", "4")))
    fitted = AreaChart(data=data).fit(PLACES[0], env_of(data))
    assert [(finding.code, finding.severity) for finding in fitted.findings] == [("too-many-areas", "warning")]


def test_it_carries_the_badge_of_a_feed_that_is_made_up() -> None:
    assert "示例数据" in words_of(at_rest(AreaChart(data=MONTHS, sample=False).fit(PLACES[0], env_of(MONTHS))))


def test_a_value_between_gaps_is_a_dot() -> None:
    data = table(("x", "a"), (1, 2), (2, None), (3, 4), (4, None), (5, 6))
    (_, dots) = plot_of(AreaChart(data=data).fit(PLACES[0], env_of(data))).series
    assert dots.xs == (1.0, 3.0, 5.0)
