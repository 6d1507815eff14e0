"""Strips: dense streams, newest right, a still axis, and the newest value as a figure."""

import math
from array import array
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bound import Values
from jn_presenter.draw.running import running_from
from jn_presenter.elements.strip import Strip
from jn_presenter.feeds.inline import Inline
from jn_presenter.model.element import Env, Fitted, Phase
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Datum
from tests.decks import text
from tests.look import LANGUAGES, at_rest, by_key, collisions, env, outside, text_boxes, words_of
from tests.tables import PLACES, env_of, plot_of, table

FEED = Inline(columns=(), rows=(), sample=True)
PLACE = PLACES[0]
VALUES = st.lists(st.floats(-1e6, 1e6).map(lambda v: round(v, 3)) | st.just(math.nan), min_size=1, max_size=60)


def dense(values: Sequence[float]) -> memoryview:
    return memoryview(array("d", values)).toreadonly()


def read(
    *series: Sequence[float], start: float = 1000.0, hz: float = 10.0, languages: tuple[str, ...] = ("zh",)
) -> Env:
    """An environment with a stream of these series, "a", "b", …"""
    clock = dense([start + k / hz for k in range(len(series[0]))])
    columns = (Column(name="t", cells=clock), *(Column(name="abc"[k], cells=dense(v)) for k, v in enumerate(series)))
    return env(languages, snapshots={FEED: Snapshot(columns=columns)})


def strip(here: Env, place: Rect = PLACE, **more: object) -> Fitted:
    return Strip(data=FEED, **more).fit(place, here)  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.lists(VALUES, min_size=1, max_size=3), st.sampled_from(LANGUAGES), st.sampled_from(PLACES))
def test_words_keep_apart_and_inside(series: list[list[float]], languages: tuple[str, ...], place: Rect) -> None:
    count = min(map(len, series))
    fitted = strip(read(*(one[:count] for one in series), languages=languages), place)
    marks = at_rest(fitted)
    by_key(marks)
    boxes = text_boxes(marks)
    assert not fitted.overflow
    assert not collisions(boxes)
    assert not outside(boxes, place)
    mark = plot_of(fitted)
    for one in mark.series:
        assert all(mark.left.low <= y <= mark.left.high for y in one.ys if not math.isnan(y))
        assert all(mark.bottom.low - 1e-9 <= x <= mark.bottom.high for x in one.xs)


def test_twenty_thousand_points_are_passed_on_as_they_are() -> None:
    here = read([math.sin(k / 500) for k in range(20_000)])
    (one,) = plot_of(strip(here)).series
    columns = here.snapshots[FEED].columns
    assert isinstance(one.ys, memoryview)
    assert one.ys.obj is columns[1].cells.obj  # type: ignore[union-attr]
    assert len(one.ys) == 20_000


def test_the_newest_is_on_the_right_and_the_ticks_stand_still_while_time_runs() -> None:
    def ticks(start: float) -> list[tuple[float, str]]:
        mark = plot_of(strip(read([1.0, 2.0] * 100, start=start), seconds=10.0))
        assert mark.bottom.high == pytest.approx(start + 19.9)
        return [(round(value - mark.bottom.high, 6), words) for value, words in mark.bottom.ticks]

    assert ticks(0.0) == ticks(12_345.6)
    assert ticks(0.0)[-1] == (0.0, "现在")
    assert ticks(0.0)[0] == (-10.0, "−10秒")


def test_only_the_last_seconds_are_shown() -> None:
    (one,) = plot_of(strip(read(list(map(float, range(100)))), seconds=2.0)).series
    assert one.ys.tolist() == [float(k) for k in range(79, 100)]  # type: ignore[union-attr]


def test_the_axis_stays_while_the_values_stay_within_round_ends() -> None:
    axes = {plot_of(strip(read([0.0, 41.0 + k % 7, 12.0]))).left for k in range(9)}
    assert len(axes) == 1


def test_a_peak_widens_the_axis_at_once_and_holds_it_as_long_as_the_stream_has_it() -> None:
    calm, peak = [1.0] * 50, [9.0]
    assert plot_of(strip(read(calm))).left.high < 5.0
    for after in (0, 20, 49):
        assert plot_of(strip(read(calm + peak + [1.0] * after), seconds=1.0)).left.high >= 9.0


def test_the_axis_can_be_given() -> None:
    axis = plot_of(strip(read([3.0, 250.0]), low=0.0, high=130.0)).left
    assert (axis.low, axis.high) == (0.0, 130.0)
    assert all(0.0 <= value <= 130.0 for value, _ in axis.ticks)


def test_ends_the_wrong_way_round_are_a_finding() -> None:
    fitted = strip(read([3.0, 5.0]), low=9.0, high=1.0)
    assert [finding.code for finding in fitted.findings] == ["axis-ends"]
    at_rest(fitted)


def test_the_newest_value_is_a_figure_with_its_digits() -> None:
    marks = by_key(at_rest(strip(read([0.0, 99.0, 12.3456]), digits=2)))
    assert words_of([marks["value.a"]]) == "12.35"
    assert marks["value.a"].datum is not None
    assert str(marks["value.a"].datum.value) == "12.35"


def test_the_newest_value_is_told_with_its_name_and_unit() -> None:
    values = (Values(column="a", label=text("大厅", "Hall")),)
    marks = by_key(at_rest(strip(read([1.0, 2.0], languages=("en",)), values=values, unit=text("分贝", "dB"))))
    assert marks["value.a"].datum == Datum(value=Decimal("2.0"), unit="dB", label="Hall", state="sample")


def test_a_value_that_is_missing_now_is_no_figure() -> None:
    marks = by_key(at_rest(strip(read([1.0, math.nan]))))
    assert words_of([marks["value.a"]]) == "—"


def test_figures_do_not_move_the_plot() -> None:
    widths = {plot_of(strip(read([0.0, 100.0, value]))).w for value in (1.0, 55.5, 99.0)}
    assert len(widths) == 1


def test_where_the_clock_went_back_it_begins_anew() -> None:
    assert running_from(dense([1.0, 2.0, 0.5, 0.6, 0.6])) == 2
    assert running_from(dense([1.0, 2.0])) == 0


def test_that_the_clock_went_back_is_said_with_its_row() -> None:
    feed = table(("t", "a"), (5, 1), (6, 2), (3, 3), (4, 4))
    (found,) = Strip(data=feed).fit(PLACE, env_of(feed)).findings
    assert (found.code, found.severity) == ("clock-back", "warning")
    assert found.message.en == "t:3: time goes back; what is shown begins here"


def test_rows_without_a_time_are_left_out() -> None:
    columns = (Column(name="t", cells=("1", None, "3", "")), Column(name="a", cells=("5", "6", "7", "8")))
    (one,) = plot_of(strip(env(snapshots={FEED: Snapshot(columns=columns, lines=(2, 3, 4, 5))}))).series
    assert list(one.ys) == [5.0, 7.0]


def test_rows_of_a_table_run_as_well() -> None:
    columns = (Column(name="t", cells=("1", "2", "3")), Column(name="a", cells=("5", None, "x")))
    fitted = strip(env(snapshots={FEED: Snapshot(columns=columns, lines=(2, 3, 4))}))
    (one,) = plot_of(fitted).series
    assert [math.isnan(y) for y in one.ys] == [False, True, True]
    assert [finding.code for finding in fitted.findings] == ["not-a-number"]


def test_its_parts_are_the_columns_it_names() -> None:
    here = read([1.0, 2.0], [3.0, 4.0])
    fitted = strip(here, values=(Values(column="b"), Values(column="a")))
    shown = plot_of(fitted, Phase(step=1, reveals=(1, 2))).series
    assert [one.key for one in shown] == ["curve.b"]
    assert fitted.marks(Phase(step=0, reveals=(1, 2))) == ()


def test_before_its_stream_is_read_there_is_the_badge_alone() -> None:
    assert words_of(at_rest(strip(env()))) == "示例数据"


def test_the_same_snapshot_gives_the_same_marks() -> None:
    here = read([1.0, 2.0, 3.0])
    assert at_rest(strip(here)) == at_rest(strip(here))
