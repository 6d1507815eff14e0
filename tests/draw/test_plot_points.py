"""Points of curves can be asked: where they are, what they are of, and when; ranges, bars of bins and streams too."""

import math
from array import array
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.axes import at, inside
from jn_presenter.draw.hit import figures, hit, named
from jn_presenter.elements.band import BandChart
from jn_presenter.elements.histogram import Histogram
from jn_presenter.elements.line import LineChart
from jn_presenter.elements.scatter import Scatter
from jn_presenter.elements.stacked_area import StackedArea
from jn_presenter.elements.strip import Strip
from jn_presenter.feeds.inline import Inline
from jn_presenter.model.element import Fitted
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.text import plain
from tests.decks import text
from tests.look import at_rest, env
from tests.tables import PLACES, env_of, plot_of, table

DATA = table(("year", "甲", "乙"), (2020, 3, 40), (2021, None, 50), (2022, 9, "60.5"))
LINE = LineChart(data=DATA, unit=plain("件")).fit(PLACES[0], env_of(DATA))


def place(x: float, y: float) -> tuple[float, float]:
    mark = plot_of(LINE)
    here = inside(mark)
    return at(mark.bottom, x, here.x, here.right), at(mark.left, y, here.bottom, here.y)


def test_a_point_under_the_finger_says_its_series_its_moment_and_its_value() -> None:
    x, y = place(2022, 60.5)
    found = hit(at_rest(LINE), x - 5, y + 5)
    assert found is not None
    assert found.key == "curve.乙.2"
    assert (found.datum.label, found.datum.value, found.datum.unit) == ("乙 · 2022", Decimal("60.5"), "件")


def test_beside_the_points_there_is_no_figure() -> None:
    x, y = place(2020.5, 30)
    assert hit(at_rest(LINE), x, y) is None


def test_gaps_cannot_be_asked() -> None:
    keys = [found.key for found in figures(at_rest(LINE))]
    assert "curve.甲.1" not in keys
    assert {"curve.甲.0", "curve.甲.2", "curve.乙.1", "name.甲"} <= set(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("share", [False, True])
def test_of_a_stack_it_is_the_part_that_is_told(share: bool) -> None:
    data = table(("year", "a", "b"), (2020, "0.1", "0.2"), (2021, "0.3", "0.3"))
    fitted = StackedArea(data=data, share=share).fit(PLACES[0], env_of(data))
    told = {found.key: found.datum.value for found in figures(at_rest(fitted))}
    assert told["curve.b.1"] == (Decimal(50) if share else Decimal("0.3"))


def test_points_of_a_cloud_have_their_names() -> None:
    data = table(("name", "x", "y"), ("馆", 1, 2), ("店", 2, 4))
    fitted = Scatter(data=data, label="x", y="y", name="name").fit(PLACES[0], env_of(data))
    assert {found.datum.label for found in figures(at_rest(fitted)) if found.key.startswith("curve")} == {
        "y · 馆",
        "y · 店",
    }


BAND_ROWS = table(("year", "mean", "least", "most"), (2020, 30, -5, 60), (2021, 40, 20, 70), (2022, 50, None, 80))
BAND = BandChart(
    data=BAND_ROWS, line="mean", lower="least", upper="most", range=text("范围", "Range"), unit=plain("件")
).fit(PLACES[0], env_of(BAND_ROWS))


@pytest.mark.parametrize(("year", "value", "label"), [(2021, 70, "范围"), (2021, 20, "范围"), (2021, 40, "mean")])
def test_a_range_is_told_by_both_its_ends_and_its_line_by_itself(year: int, value: float, label: str) -> None:
    mark = plot_of(BAND)
    here = inside(mark)
    x, y = at(mark.bottom, year, here.x, here.right), at(mark.left, value, here.bottom, here.y)
    found = hit(at_rest(BAND), x + 4, y + 4)
    assert found is not None
    assert found.datum.label == f"{label} · {year}"
    assert (found.datum.low, found.datum.value) == ((None, 40) if label == "mean" else (20, 70))


def test_a_range_that_lacks_an_end_cannot_be_asked() -> None:
    told = {found.key: (found.datum.low, found.datum.value) for found in figures(at_rest(BAND))}
    assert told["curve.most.least.0"] == (-5, 60)
    assert "curve.most.least.2" not in told
    assert told["name.most.least"] == (20, 70)


@settings(deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=60), st.integers(1, 20))
def test_every_bar_of_a_histogram_can_be_asked_and_they_count_all(values: list[int], bins: int) -> None:
    data = table(("minutes",), *((value,) for value in values))
    fitted = Histogram(data=data, bins=bins, unit=text("分钟", "minutes")).fit(PLACES[0], env_of(data))
    marks = at_rest(fitted)
    there = [found for found in figures(marks) if found.key.startswith("bin.")]
    assert sum(found.datum.value or 0 for found in there) == len(values)
    for found in there:
        if found.datum.value:
            middle = hit(marks, found.box.x + found.box.w / 2, found.box.y + found.box.h / 2)
            assert middle is not None
            assert middle.key == found.key
    least, most = there[0].datum.label.removeprefix("个数 · ").removesuffix("分钟").split("–", 1)
    assert float(least) <= min(values) <= float(most)


def test_a_bar_is_asked_where_it_stands() -> None:
    data = table(("minutes",), (5,), (31,), (32,), (38,), (44,))
    fitted = Histogram(data=data, bins=4, unit=plain("min"), counted=plain("asked")).fit(PLACES[0], env_of(data))
    mark = plot_of(fitted)
    here = inside(mark)
    found = hit(at_rest(fitted), at(mark.bottom, 35.0, here.x, here.right), at(mark.left, 2.0, here.bottom, here.y))
    assert found is not None
    assert (found.datum.label, found.datum.value) == ("asked · 30–40 min", 3)
    above = hit(at_rest(fitted), at(mark.bottom, 45.0, here.x, here.right), at(mark.left, 2.0, here.bottom, here.y))
    assert above is None


def stream(values: list[float], first: float = 1000.0, **more: object) -> Fitted:
    """A strip of ten values a second."""
    feed = Inline(columns=(), rows=())
    clock = memoryview(array("d", [first + k / 10 for k in range(len(values))])).toreadonly()
    columns = (Column(name="t", cells=clock), Column(name="甲", cells=memoryview(array("d", values)).toreadonly()))
    here = env(("zh",), snapshots={feed: Snapshot(columns=columns)})
    return Strip(data=feed, unit=plain("分贝"), digits=1, **more).fit(PLACES[0], here)  # type: ignore[arg-type]


RUNNING = [50.0 + 40.0 * math.sin(k / 400) + (k % 7) / 10 for k in range(20_000)]


@pytest.mark.parametrize("k", [3, 9_000, 19_500, 19_999])
def test_the_past_of_a_stream_is_told_by_how_long_ago_it_was(k: int) -> None:
    fitted = stream(RUNNING)
    mark = plot_of(fitted)
    here = inside(mark)
    x, y = at(mark.bottom, 1000.0 + k / 10, here.x, here.right), at(mark.left, RUNNING[k], here.bottom, here.y)
    found = hit(at_rest(fitted), x, y)
    assert found is not None
    moment = float(found.key.removeprefix("curve.甲@"))
    assert abs(moment - (1000.0 + k / 10)) * here.w / (mark.bottom.high - mark.bottom.low) <= 12.0
    assert found.datum.value == Decimal(f"{RUNNING[round((moment - 1000.0) * 10)]:.1f}")
    assert found.datum.unit == "分贝"
    ago = (mark.bottom.high - moment) / 60
    words = found.datum.label.removeprefix("甲 · ")
    assert words == "现在" if round(ago) == 0 else words == f"−{ago:.0f}分"


def test_far_above_a_stream_there_is_no_figure() -> None:
    fitted = stream([10.0] * 300, low=0.0, high=100.0)
    here = inside(plot_of(fitted))
    assert hit(at_rest(fitted), here.x + 300, here.y + 50) is None


def test_a_moment_of_a_stream_is_followed_as_it_runs_until_it_has_left() -> None:
    values = [float(k) for k in range(400)]
    early = stream(values[:200], seconds=15.0)
    mark = plot_of(early)
    here = inside(mark)
    found = hit(at_rest(early), at(mark.bottom, 1012.0, here.x, here.right), at(mark.left, 120, here.bottom, here.y))
    assert found is not None
    assert (found.key, found.datum.label) == ("curve.甲@1012.0", "甲 · −7.9秒")
    later = named(at_rest(stream(values[:210], seconds=15.0)), found.key)
    assert later is not None
    assert (later.datum.value, later.datum.label) == (found.datum.value, "甲 · −8.9秒")
    assert later.box.x < found.box.x
    assert named(at_rest(stream(values, seconds=15.0)), found.key) is None


def test_a_gap_of_a_stream_cannot_be_asked() -> None:
    fitted = stream([*[math.nan] * 300, 5.0], low=0.0, high=100.0)
    mark = plot_of(fitted)
    here = inside(mark)
    assert hit(at_rest(fitted), here.x + 200, at(mark.left, 5.0, here.bottom, here.y)) is None
    assert named(at_rest(fitted), "curve.甲@1001.0") is None
