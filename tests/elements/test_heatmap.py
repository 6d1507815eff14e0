"""Heat maps: colours by the figures, figures that can be read, empty cells that say so, a legend with its ends."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bound import Values
from jn_presenter.draw.chart import Item
from jn_presenter.draw.contrast import contrast
from jn_presenter.draw.focus import dimmed
from jn_presenter.elements.heatmap import FittedHeatMap, HeatMap
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Gradient, ShapeMark, TextMark
from jn_presenter.model.text import plain
from tests.decks import text
from tests.look import (
    LANGUAGES,
    MOMENTS,
    at_rest,
    bar_boxes,
    by_key,
    chinese,
    collisions,
    env,
    outside,
    smallest_font,
    text_boxes,
    words_of,
)
from tests.tables import PLACES, env_of, table

WIDE, TALL = PLACES[0], PLACES[1]
ROWS = [["甲", 10, -20, None], ["乙", 30, 0, 5]]


def fitted(
    rows: list[list[str | int | None]], place: Rect = WIDE, languages: tuple[str, ...] = ("zh",)
) -> FittedHeatMap:
    feed = table(["名", *(f"列{k}" for k in range(1, len(rows[0])))], *rows)
    return HeatMap(data=feed, unit=plain("visitors")).fit(place, env_of(feed, languages=languages))


@settings(max_examples=40)
@given(
    st.integers(1, 12).flatmap(
        lambda columns: st.lists(
            st.tuples(chinese(), st.lists(st.none() | st.integers(-9999, 9999), min_size=columns, max_size=columns)),
            min_size=1,
            max_size=30,
        )
    ),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
)
def test_no_words_overlap_or_leave_the_chart(
    rows: list[tuple[str, list[int | None]]], languages: tuple[str, ...], place: Rect
) -> None:
    here = fitted([[name, *values] for name, values in rows], place, languages)
    marks = at_rest(here)
    boxes = text_boxes(marks)
    if not here.overflow:
        assert not collisions(boxes)
        assert not outside(boxes + bar_boxes(marks, "cell."), place)
    assert smallest_font(marks) >= 24


@given(st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=12))
def test_figures_are_read_on_their_cells(values: list[int]) -> None:
    marks = by_key(at_rest(fitted([["甲", *values]])))
    for key, mark in marks.items():
        figure = marks.get("value." + key.removeprefix("cell."))
        if key.startswith("cell.") and isinstance(mark, ShapeMark) and isinstance(figure, TextMark):
            assert isinstance(mark.fill, str)
            assert contrast(mark.fill, figure.lines[0].runs[0].colour) >= 4.5


def test_every_cell_stands_in_its_row_and_column() -> None:
    boxes = dict(bar_boxes(at_rest(fitted(ROWS)), "cell."))
    assert len(boxes) == 6
    assert boxes["cell.列1.甲"].y == boxes["cell.列2.甲"].y < boxes["cell.列1.乙"].y
    assert boxes["cell.列1.甲"].x == boxes["cell.列1.乙"].x < boxes["cell.列2.甲"].x


def test_where_there_are_more_columns_than_a_tall_place_is_wide_for_they_become_rows() -> None:
    boxes = dict(bar_boxes(at_rest(fitted(ROWS, TALL)), "cell."))
    assert boxes["cell.列1.甲"].x == boxes["cell.列2.甲"].x
    assert boxes["cell.列1.甲"].y < boxes["cell.列2.甲"].y


def test_values_of_both_signs_have_two_hues_and_a_legend_with_zero() -> None:
    marks = by_key(at_rest(fitted(ROWS)))
    assert words_of([marks["key.low"], marks["key.zero"], marks["key.high"]]).split("\n") == ["−30", "0", "30"]
    strongest, negative = marks["cell.列1.乙"], marks["cell.列2.甲"]
    assert isinstance(strongest, ShapeMark)
    assert isinstance(negative, ShapeMark)
    assert strongest.fill == env().style.accent != negative.fill


def test_the_legend_ends_in_the_least_and_the_largest_value_with_the_unit() -> None:
    marks = by_key(at_rest(fitted([["甲", 150, 1410]])))
    assert words_of([marks["key.low"], marks["key.high"], marks["key.unit"]]).split("\n") == ["150", "1410", "人次"]
    strip, cell = marks["key.strip"], marks["cell.列2.甲"]
    assert isinstance(strip, ShapeMark)
    assert isinstance(cell, ShapeMark)
    assert isinstance(strip.fill, Gradient)
    assert strip.fill.stops[-1][1] == cell.fill


def test_a_missing_figure_is_an_empty_cell_that_the_legend_explains() -> None:
    marks = by_key(at_rest(fitted(ROWS)))
    empty = marks["cell.列3.甲"]
    assert isinstance(empty, ShapeMark)
    assert empty.fill is None
    assert empty.dash
    assert empty.datum is None
    assert words_of([marks["key.missing.words"]]) == "缺数"
    assert "key.missing" not in by_key(at_rest(fitted([["甲", 1, 2]])))


def test_figures_that_do_not_fit_are_left_to_the_colours() -> None:
    marks = by_key(at_rest(fitted([[f"第{k}行", *[123_456_789] * 12] for k in range(5)], Rect(0.0, 0.0, 900.0, 600.0))))
    assert not [key for key in marks if key.startswith("value.")]
    assert "key.strip" not in marks


def test_names_of_narrow_columns_are_numbered_and_listed() -> None:
    feed = table(["名", *(f"很长的列名第{k}" * 3 for k in range(12))], *([f"行{k}", *range(12)] for k in range(8)))
    chart = HeatMap(data=feed)
    place = Rect(0.0, 0.0, 700.0, 300.0)
    marks = by_key(at_rest(chart.fit(place, env_of(feed))))
    heads = [words_of([mark]) for key, mark in marks.items() if key.startswith("head.")]
    assert heads == [str(k) for k in range(1, 13)]
    assert "1\u00a0很长的列名第0" in words_of([marks["columns"]])
    assert not outside(text_boxes(marks.values()), place)


def test_of_many_rows_some_have_their_name_and_it_is_said() -> None:
    here = fitted([[f"第{k}行", k] for k in range(60)])
    assert [finding.code for finding in here.findings] == ["too-many"]
    names = [mark for mark in at_rest(here) if mark.key.startswith("name.")]
    assert 12 <= len(names) < 60
    assert len(bar_boxes(at_rest(here), "cell.")) == 60


def test_a_row_or_a_column_can_stand_out() -> None:
    marks = at_rest(fitted(ROWS))
    bright = {mark.key for mark in dimmed(marks, "乙") if mark.key.startswith("cell.") and mark.opacity == 1.0}
    assert bright >= {"cell.列1.乙", "cell.列2.乙", "cell.列3.乙"}
    assert {"cell.列1.甲", "cell.列2.甲"}.isdisjoint(bright)
    bright = {mark.key for mark in dimmed(marks, "列2") if mark.key.startswith("value.") and mark.opacity == 1.0}
    assert bright >= {"value.列2.甲", "value.列2.乙"}
    assert "value.列1.甲" not in bright


def test_a_column_of_targets_is_hatched_and_the_legend_says_so() -> None:
    feed = table(["名", "实", "目标"], ["甲", 1, 2])
    chart = HeatMap(data=feed, values=(Values(column="实"), Values(column="目标", target=True)))
    marks = by_key(at_rest(chart.fit(WIDE, env_of(feed))))
    target = marks["cell.目标.甲"]
    assert isinstance(target, ShapeMark)
    assert target.hatch
    assert target.fill is None
    assert words_of([marks["key.target.words"]]) == "目标"


def test_items_are_rows_of_one_column_without_a_head() -> None:
    items = tuple(Item(label=text(f"第{k}项", f"Item {k}"), value=Decimal(k)) for k in range(3))
    marks = by_key(at_rest(HeatMap(items=(*items, Item(label=text("缺", "gap"), value=None))).fit(WIDE, env())))
    assert {"cell.0", "cell.1", "cell.2", "cell.3"} <= set(marks)
    assert marks["cell.3"].datum is None


def test_columns_come_in_one_after_another() -> None:
    here = fitted([["甲", 1, 2, 3], ["乙", 4, 5, 6]])
    moment = by_key(here.marks(Phase(step=0, t=0.3)))
    assert moment["cell.列1.甲"].opacity == moment["cell.列1.乙"].opacity > moment["cell.列2.甲"].opacity


@given(MOMENTS)
def test_it_ends_in_the_final_figures_and_begins_with_none(t: float) -> None:
    here = fitted(ROWS)
    assert here.marks(Phase(step=0, t=1.0)) == at_rest(here)
    assert here.marks(Phase(step=1, t=0.0, reveals=(1,))) == ()
    assert {mark.key for mark in here.marks(Phase(step=0, t=t))} <= {mark.key for mark in at_rest(here)}


def test_a_legend_wider_than_the_place_overflows() -> None:
    assert fitted([["甲", 1, 10**29]], Rect(0.0, 0.0, 500.0, 600.0)).overflow


@pytest.mark.parametrize("rows", [[["甲", 0]], [["甲", None]], [["甲", 7]]])
def test_one_category_is_enough(rows: list[list[str | int | None]]) -> None:
    assert "cell.甲" in by_key(at_rest(fitted(rows)))


def test_nothing_but_the_badge_stands_while_the_table_is_awaited() -> None:
    feed = table(["名", "人"], ["a", 1], sample=True)
    assert {mark.key for mark in at_rest(HeatMap(data=feed).fit(WIDE, env()))} == {"sample", "sample.words"}
