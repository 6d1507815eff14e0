"""Bands: a line with its range, which needs both bounds."""

from math import isnan

from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.elements.band import BandChart
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import plain
from tests.look import LANGUAGES, at_rest, by_key, collisions, outside, text_boxes, words_of
from tests.tables import PLACES, env_of, plot_of, table

VALUE = st.none() | st.integers(-10_000, 100_000)
ROWS = st.lists(st.tuples(st.integers(0, 400), VALUE, VALUE, VALUE), min_size=1, max_size=40, unique_by=lambda r: r[0])
Rows = list[tuple[int, int | None, int | None, int | None]]
NAMES = ("x", "mean", "low", "high")
DATA = table(NAMES, (1, 5, 3, 9), (2, 6, None, 8), (3, 7, 5, 8), (4, 7, 4, 10))


def band(data: object = DATA, **more: object) -> BandChart:
    return BandChart(data=data, line="mean", lower="low", upper="high", **more)  # type: ignore[arg-type]


@settings(deadline=None)
@given(ROWS, st.sampled_from(LANGUAGES), st.sampled_from(PLACES))
def test_words_keep_apart_and_everything_lies_within(rows: Rows, languages: tuple[str, ...], place: Rect) -> None:
    data = table(NAMES, *rows, sample=True)
    fitted = band(data).fit(place, env_of(data, languages=languages))
    marks = at_rest(fitted)
    by_key(marks)
    boxes = text_boxes(marks)
    assert not collisions(boxes)
    assert not outside(boxes, place)
    if fitted.plot is not None:
        axis = fitted.plot.left
        known = [y for one in fitted.plot.series for y in (*one.ys, *one.floors) if not isnan(y)]
        assert all(axis.low <= y <= axis.high for y in known)


def test_the_range_lies_between_the_bounds_and_the_line_is_drawn_on_it() -> None:
    line, around = plot_of(band().fit(PLACES[0], env_of(DATA))).series
    assert line.ys == (5.0, 6.0, 7.0, 7.0)
    assert (around.floors[0], around.ys[0]) == (3.0, 9.0)
    assert isnan(around.ys[1])
    assert line.width > 0.0
    assert around.width == 0.0


def test_line_and_range_are_named_and_are_parts() -> None:
    chart = band(name=plain("日均"), range=plain("高低"))
    fitted = chart.fit(PLACES[0], env_of(DATA))
    assert chart.parts() == 2
    assert {"日均", "高低"} <= set(words_of(at_rest(fitted)).split("\n"))
    assert [one.key for one in plot_of(fitted, Phase(step=1, reveals=(1, 2))).series] == ["curve.mean"]


def test_without_its_bounds_there_is_the_line() -> None:
    data = table(("x", "mean", "low"), (1, 5, 3), (2, 6, 4))
    fitted = band(data).fit(PLACES[0], env_of(data))
    assert [finding.code for finding in fitted.findings] == ["no-column"]
    assert [one.key for one in plot_of(fitted).series] == ["curve.mean"]


def test_without_its_line_there_is_nothing() -> None:
    data = table(("x", "low", "high"), (1, 5, 6), (2, 6, 7))
    fitted = band(data).fit(PLACES[0], env_of(data))
    assert fitted.plot is None
    assert [finding.code for finding in fitted.findings] == ["no-column"]


def test_bounds_the_wrong_way_round_are_a_warning() -> None:
    data = table(NAMES, (1, 5, 9, 3), (2, 6, 8, 2))
    fitted = band(data).fit(PLACES[0], env_of(data))
    assert [(finding.code, finding.severity) for finding in fitted.findings] == [("crossed-bounds", "warning")]
