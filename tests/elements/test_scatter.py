"""Scatter plots: every point within its axes, areas in proportion, names where they have room."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.elements.scatter import Scatter
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from tests.look import LANGUAGES, MOMENTS, at_rest, by_key, chinese, collisions, env, outside, text_boxes, words_of
from tests.tables import PLACES, env_of, plot_of, table

NUMBER = st.none() | st.integers(-1000, 100_000)
ROWS = st.lists(st.tuples(chinese(), NUMBER, NUMBER, st.none() | st.integers(0, 500)), min_size=1, max_size=40)
Rows = list[tuple[str, int | None, int | None, int | None]]
NAMES = ("name", "x", "y", "size")
DATA = table(NAMES, ("甲", 10, 5, 100), ("乙", 20, 9, 25), ("丙", 30, None, 50), sample=True)


def scatter(data: object = DATA, **more: object) -> Scatter:
    return Scatter(data=data, label="x", y="y", name="name", **more)  # type: ignore[arg-type]


@settings(deadline=None)
@given(
    ROWS,
    st.booleans(),
    st.sampled_from(["none", "x", "y", "both"]),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
)
def test_points_lie_within_the_axes_and_words_keep_apart(
    rows: Rows, sized: bool, log: str, languages: tuple[str, ...], place: Rect
) -> None:
    data = table(NAMES, *rows, sample=True)
    fitted = scatter(data, size="size" if sized else "", log=log).fit(place, env_of(data, languages=languages))
    marks = at_rest(fitted)
    by_key(marks)
    boxes = text_boxes(marks)
    assert not collisions(boxes)
    assert not outside(boxes, place)
    if fitted.plot is None:
        return
    mark = plot_of(fitted)
    (points,) = mark.series
    assert len(points.xs) == len(points.ys) == len(points.dots)
    assert all(mark.bottom.low <= x <= mark.bottom.high for x in points.xs)
    assert all(mark.left.low <= y <= mark.left.high for y in points.ys)


def test_areas_are_in_proportion() -> None:
    (points,) = plot_of(scatter(size="size").fit(PLACES[0], env_of(DATA))).series
    assert points.dots[1] == pytest.approx(points.dots[0] / 2) or points.dots[0] == pytest.approx(points.dots[1] / 2)


def test_without_sizes_all_points_are_alike() -> None:
    (points,) = plot_of(scatter().fit(PLACES[0], env_of(DATA))).series
    assert len(set(points.dots)) == 1


def test_rows_that_lack_a_figure_are_counted_and_not_drawn() -> None:
    fitted = scatter().fit(PLACES[0], env_of(DATA))
    assert len(plot_of(fitted).series[0].xs) == 2
    assert "1项缺数" in words_of(at_rest(fitted))


def test_names_stand_for_their_points() -> None:
    marks = by_key(at_rest(scatter().fit(PLACES[0], env_of(DATA))))
    assert marks["name.甲"].datum is not None
    assert marks["name.甲"].datum.value == 5


def test_a_row_keeps_its_point_whatever_its_place_in_the_table() -> None:
    turned = table(NAMES, ("乙", 20, 9, 25), ("甲", 10, 5, 100))
    one, other = (plot_of(scatter(data).fit(PLACES[0], env_of(data))).series[0] for data in (DATA, turned))
    assert (one.xs, one.ys) == (other.xs, other.ys)


def test_axes_say_what_they_are_of_and_that_they_are_logarithmic() -> None:
    words = words_of(at_rest(scatter(log="both", size="size").fit(PLACES[0], env_of(DATA, languages=("en",)))))
    assert "y · logarithmic scale · area of dots: size" in words
    assert "x · logarithmic scale" in words


def test_a_logarithmic_axis_objects_to_zero_and_below() -> None:
    data = table(NAMES, ("a", 0, 5, 1), ("b", 10, 5, 1))
    fitted = scatter(data, log="x").fit(PLACES[0], env_of(data))
    assert [finding.code for finding in fitted.findings] == ["log-values"]
    assert plot_of(fitted).series[0].xs == (10.0,)


def test_negative_areas_are_refused() -> None:
    data = table(NAMES, ("a", 1, 5, -1), ("b", 10, 5, 1))
    fitted = scatter(data, size="size").fit(PLACES[0], env_of(data))
    assert [finding.code for finding in fitted.findings] == ["negative"]


def test_thousands_of_points_have_no_names_and_no_delay() -> None:
    data = table(NAMES, *((f"n{k}", k, math.sin(k) * 100, 1) for k in range(2000)))
    fitted = scatter(data).fit(PLACES[0], env_of(data))
    assert not [mark for mark in at_rest(fitted) if mark.key.startswith("name.")]


@given(MOMENTS)
def test_points_swell_to_their_sizes(t: float) -> None:
    fitted = scatter().fit(PLACES[0], env_of(DATA))
    final = plot_of(fitted).series[0].dots
    for now in plot_of(fitted, Phase(step=0, t=t)).series:
        assert all(0.0 <= dot <= end for dot, end in zip(now.dots, final, strict=True))
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)


def test_a_column_that_is_gone_is_a_finding_and_nothing_read_is_none() -> None:
    fitted = scatter(size="weight").fit(PLACES[0], env_of(DATA))
    assert [finding.code for finding in fitted.findings] == ["no-column"]
    assert not scatter().fit(PLACES[0], env()).findings
