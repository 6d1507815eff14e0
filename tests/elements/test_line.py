"""Line charts: fixed axes, names at the ends, curves drawn along x."""

from decimal import Decimal
from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.elements.line import Curve, LineChart
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import PlotMark
from jn_presenter.model.text import plain
from tests.decks import NIGHT, text
from tests.look import LANGUAGES, MOMENTS, at_rest, by_key, collisions, env, outside, text_boxes, words_of
from tests.tables import env_of, table

PLACE = Rect(112.0, 304.0, 1696.0, 656.0)
POINTS = st.lists(st.tuples(st.integers(2000, 2024), st.integers(-1000, 200_000)), min_size=2, max_size=20)


def curve(name: int, *points: tuple[int, int | None]) -> Curve:
    made = tuple((Decimal(x), None if y is None else Decimal(y)) for x, y in points)
    return Curve(label=text(f"第{name}条", f"Curve {name}"), points=made)


TWO = LineChart(
    series=(curve(1, (2016, 62_000), (2020, 30_000), (2024, 120_000)), curve(2, (2016, 8_000), (2024, 70_000))),
    x="year",
    unit=plain("visitors"),
)


def plot(fitted: Fitted, phase: Phase | None = None) -> PlotMark:
    return next(mark for mark in fitted.marks(phase or Phase(step=9)) if isinstance(mark, PlotMark))


@settings(deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=6), st.sampled_from(LANGUAGES), st.booleans())
def test_names_keep_apart_and_inside(
    series: list[list[tuple[int, int]]], languages: tuple[str, ...], sample: bool
) -> None:
    chart = LineChart(series=tuple(curve(k, *points) for k, points in enumerate(series)), x="year", sample=sample)
    fitted = chart.fit(PLACE, env(languages))
    boxes = text_boxes(at_rest(fitted))
    assert not fitted.overflow
    assert not collisions(boxes)
    assert not outside(boxes, PLACE)
    assert PLACE.contains(Rect(plot(fitted).x, plot(fitted).y, plot(fitted).w, plot(fitted).h))


@given(POINTS)
def test_every_point_lies_within_the_axes(points: list[tuple[int, int]]) -> None:
    mark = plot(LineChart(series=(curve(0, *points),)).fit(PLACE, env()))
    for x, y in zip(mark.series[0].xs, mark.series[0].ys, strict=True):
        assert mark.bottom.low <= x <= mark.bottom.high
        assert mark.left.low <= y <= mark.left.high


def test_a_name_stands_at_the_end_of_its_curve() -> None:
    fitted = TWO.fit(PLACE, env())
    mark, boxes = plot(fitted), dict(text_boxes(at_rest(fitted)))
    floor = mark.y + mark.h - mark.bottom.extent
    share = (70_000 - mark.left.low) / (mark.left.high - mark.left.low)
    assert boxes["name.1"].y + boxes["name.1"].h / 2 == pytest.approx(floor + (mark.y - floor) * share, abs=3)
    assert boxes["name.1"].x > mark.x + mark.w


def test_a_name_has_the_colour_of_its_curve() -> None:
    fitted = TWO.fit(PLACE, env())
    colours = [line.runs[0].colour for mark in at_rest(fitted) if mark.key.startswith("name") for line in mark.lines]
    assert colours == [series.colour for series in plot(fitted).series] == list(NIGHT.series[:2])


def test_curves_beyond_the_palette_are_told_apart_by_their_dash() -> None:
    series = tuple(curve(k, (0, k), (1, k)) for k in range(5))
    found = plot(LineChart(series=series).fit(PLACE, env())).series
    assert len({(one.colour, one.dash) for one in found}) == 5


def test_the_axis_keeps_room_for_its_widest_label() -> None:
    mark = plot(TWO.fit(PLACE, env()))
    widest = max(FixedMeasure().advance(words, mark.font) for _, words in mark.left.ticks)
    assert mark.left.extent >= widest


def test_ticks_are_in_the_language_and_plain_where_there_are_two() -> None:
    def ticks(*languages: str) -> list[str]:
        return [words for _, words in plot(TWO.fit(PLACE, env(languages))).left.ticks]

    assert ticks("zh")[-1] == "12万"
    assert ticks("en")[-1] == ticks("zh", "en")[-1] == "120,000"


def test_years_are_written_without_separators() -> None:
    assert [words for _, words in plot(TWO.fit(PLACE, env())).bottom.ticks][:2] == ["2016", "2017"]


def test_a_narrow_axis_of_ten_years_has_a_label_every_other_year() -> None:
    chart = LineChart(series=(curve(1, (2015, 4), (2020, 2), (2024, 8)),), x="year")
    axis = plot(chart.fit(Rect(0.0, 0.0, 640.0, 480.0), env())).bottom
    assert [words for _, words in axis.ticks] == ["2016", "2018", "2020", "2022", "2024"]


def test_the_unit_stands_above_the_axis() -> None:
    fitted = TWO.fit(PLACE, env(("zh", "en")))
    boxes = dict(text_boxes(at_rest(fitted)))
    assert "人次" in words_of(at_rest(fitted))
    assert "visitors" in words_of(at_rest(fitted))
    assert boxes["unit.words"].bottom < plot(fitted).y


def test_a_missing_value_is_a_gap() -> None:
    ys = plot(LineChart(series=(curve(0, (1, 5), (2, None), (3, 6)),)).fit(PLACE, env())).series[0].ys
    assert [isnan(y) for y in ys] == [False, True, False]


def test_points_are_drawn_in_order_of_x() -> None:
    assert plot(LineChart(series=(curve(0, (3, 6), (1, 5)),)).fit(PLACE, env())).series[0].xs == (1.0, 3.0)


def test_the_axes_do_not_move_while_the_curves_are_drawn() -> None:
    fitted = TWO.fit(PLACE, env())
    start, end = plot(fitted, Phase(step=0, t=0.0)), plot(fitted)
    assert start.series == ()
    assert (start.left, start.bottom, start.x, start.w) == (end.left, end.bottom, end.x, end.w)


@given(MOMENTS)
def test_curves_grow_from_left_to_right(t: float) -> None:
    fitted = TWO.fit(PLACE, env())
    for part in plot(fitted, Phase(step=0, t=t)).series:
        whole = next(series for series in plot(fitted).series if series.key == part.key)
        assert part.xs[:-1] == whole.xs[: len(part.xs) - 1]
        assert part.xs[-1] <= whole.xs[-1]
    assert fitted.marks(Phase(step=0, t=t)) == TWO.fit(PLACE, env()).marks(Phase(step=0, t=t))


def test_the_end_of_the_motion_is_the_rest() -> None:
    fitted = TWO.fit(PLACE, env())
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)


def test_each_curve_is_a_part() -> None:
    fitted = TWO.fit(PLACE, env())
    assert TWO.parts() == 2
    assert [series.key for series in plot(fitted, Phase(step=1, reveals=(1, 2))).series] == ["curve.0"]
    assert fitted.marks(Phase(step=0, reveals=(1, 2))) == ()


def test_the_scrubber_holds_the_curves_at_its_time() -> None:
    half = TWO.fit(PLACE, env()).marks(Phase(step=0, scrub=0.5))
    mark = next(one for one in half if isinstance(one, PlotMark))
    assert [series.xs[-1] for series in mark.series] == [2020.0] * 4
    assert [series.key for series in mark.series[2:]] == ["head.curve.0", "head.curve.1"]
    assert "2020" in words_of([by_key(half)["moment.words"]])
    assert {"name.0", "name.1"} <= by_key(half).keys()


@given(MOMENTS, st.sampled_from(LANGUAGES))
def test_the_moment_of_the_scrubber_stands_inside_and_on_no_words(t: float, languages: tuple[str, ...]) -> None:
    fitted = TWO.fit(PLACE, env(languages))
    boxes = text_boxes(fitted.marks(Phase(step=0, scrub=t)))
    assert not collisions(boxes)
    assert not outside(boxes, PLACE)


def test_at_the_end_of_its_time_it_is_at_rest() -> None:
    fitted = TWO.fit(PLACE, env())
    assert fitted.marks(Phase(step=0, scrub=1.0)) == at_rest(fitted)


def test_it_says_that_it_needs_a_plot() -> None:
    assert LineChart.uses_plot


def test_sample_data_says_so() -> None:
    chart = LineChart(series=TWO.series, sample=True)
    assert "示例数据" in words_of(at_rest(chart.fit(PLACE, env())))


def test_a_curve_of_one_point_is_a_finding() -> None:
    fitted = LineChart(series=(curve(0, (1, 5), (2, 6)), curve(1, (1, 5)))).fit(PLACE, env())
    assert [(finding.code, finding.path) for finding in fitted.findings] == [("line-points", "series.2.points")]
    at_rest(fitted)


def test_its_data_has_a_column_a_curve() -> None:
    table = TWO.as_table(env())
    assert table.columns == ("x", "第1条", "第2条")
    assert table.rows == (("2016", "62000", "8000"), ("2020", "30000", ""), ("2024", "120000", "70000"))


MONTHLY = table(("month", "a", "b"), ("2023-12", 4, 900), ("2024-01", None, 20), ("2024-02", 8, 7), ("2024-03", 9, 1))


def test_a_table_gives_a_curve_a_column_over_its_dates() -> None:
    mark = plot(LineChart(data=MONTHLY).fit(PLACE, env_of(MONTHLY)))
    assert [one.key for one in mark.series if one.width] == ["curve.a", "curve.b"]
    assert [words for _, words in mark.bottom.ticks] == ["2023年12月", "2024", "2月", "3月"]


def test_a_gap_of_a_table_is_said_in_the_colour_of_its_curve() -> None:
    fitted = LineChart(data=MONTHLY).fit(PLACE, env_of(MONTHLY))
    gap = by_key(at_rest(fitted))["gap.0"]
    assert "缺数" in words_of([gap])
    assert gap.lines[0].runs[0].colour == plot(fitted).series[0].colour


def test_a_value_between_gaps_is_a_dot() -> None:
    (dot,) = (one for one in plot(LineChart(data=MONTHLY).fit(PLACE, env_of(MONTHLY))).series if one.dots)
    assert dot.ys == (4.0,)


def test_curves_keep_their_keys_when_a_row_comes_in() -> None:
    more = table(("month", "b", "a"), ("2023-12", 900, 4), ("2024-04", 1, 2))
    before = {one.key for one in plot(LineChart(data=MONTHLY).fit(PLACE, env_of(MONTHLY))).series}
    assert {one.key for one in plot(LineChart(data=more).fit(PLACE, env_of(more))).series} <= before


def test_a_logarithmic_axis_is_marked_as_such() -> None:
    fitted = LineChart(data=MONTHLY, scale="log", unit=plain("visitors")).fit(PLACE, env_of(MONTHLY))
    assert plot(fitted).left.log
    assert "人次 · 对数刻度" in words_of(at_rest(fitted))
    assert not fitted.findings


def test_a_logarithmic_axis_objects_to_zero() -> None:
    data = table(("x", "y"), (1, 0), (2, 10), (3, 100))
    fitted = LineChart(data=data, scale="log").fit(PLACE, env_of(data))
    assert [finding.code for finding in fitted.findings] == ["log-values"]
    assert plot(fitted).left.low == 10.0


def test_an_axis_that_leaves_zero_out_says_so() -> None:
    data = table(("x", "y"), (1, 900), (2, 1000))
    fitted = LineChart(data=data).fit(PLACE, env_of(data, languages=("en",)))
    assert plot(fitted).left.cut
    assert "axis not from zero" in words_of(at_rest(fitted))


def test_either_curves_or_a_table() -> None:
    for chart in (LineChart(), LineChart(series=TWO.series, data=MONTHLY)):
        fitted = chart.fit(PLACE, env_of(MONTHLY))
        assert "one-of-two" in [finding.code for finding in fitted.findings]
        at_rest(fitted)


def test_twelve_curves_of_a_table_are_named() -> None:
    names = tuple(f"第{k}个入口" for k in range(12))
    data = table(("x", *names), (1, *range(12)), (2, *range(12, 0, -1)))
    fitted = LineChart(data=data).fit(PLACE, env_of(data))
    boxes = text_boxes(at_rest(fitted))
    assert not collisions(boxes)
    assert not outside(boxes, PLACE)
    assert len([key for key, _ in boxes if key.startswith("name.")]) == 12


@given(st.integers(0, 100))
def test_a_scrub_is_the_same_forth_and_back(k: int) -> None:
    fitted = LineChart(data=MONTHLY).fit(PLACE, env_of(MONTHLY))
    once = repr(fitted.marks(Phase(step=0, scrub=k / 100)))
    fitted.marks(Phase(step=0, scrub=1 - k / 100))
    assert repr(fitted.marks(Phase(step=0, scrub=k / 100))) == once
