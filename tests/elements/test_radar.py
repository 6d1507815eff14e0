"""Radar charts: one scale from zero, series told apart by their lines, gaps, and words around."""

import math
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bound import Values
from jn_presenter.draw.chart import Item
from jn_presenter.draw.focus import dimmed
from jn_presenter.elements.radar import FittedRadar, Radar
from jn_presenter.model.element import Phase
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, Path, ShapeMark
from jn_presenter.model.text import Text, plain
from tests.decks import text
from tests.look import (
    LANGUAGES,
    MOMENTS,
    at_rest,
    by_key,
    collisions,
    env,
    fact,
    facts,
    labels,
    outside,
    smallest_font,
    text_boxes,
    words_of,
)
from tests.tables import PLACES, env_of, table

WIDE = PLACES[0]
ROWS = [["速度", 80, 60], ["质量", 50, 100], ["价格", 20, 40], ["服务", 70, 10]]


def items(*values: int | None, **more: object) -> Radar:
    made = (
        Item(label=text(f"第{k}轴", f"Axis {k}"), value=None if v is None else Decimal(v)) for k, v in enumerate(values)
    )
    return Radar(items=tuple(made), **more)  # type: ignore[arg-type]


def fitted(rows: list[list[str | int | None]] = ROWS, place: Rect = WIDE, **more: object) -> FittedRadar:  # type: ignore[assignment]
    feed = table(["面", *(f"列{k}" for k in range(1, len(rows[0])))], *rows)
    return Radar(data=feed, unit=plain("visitors"), **more).fit(place, env_of(feed))  # type: ignore[arg-type]


def radius(here: FittedRadar, mark: AnyMark) -> float:
    assert isinstance(mark, ShapeMark)
    assert isinstance(mark.shape, Arc)
    assert here.circle is not None
    return math.hypot(mark.shape.cx - here.circle.cx, mark.shape.cy - here.circle.cy)


@settings(max_examples=25)
@given(
    st.lists(st.tuples(labels(), st.none() | st.integers(0, 9999)), min_size=1, max_size=10),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
    st.booleans(),
)
def test_no_words_overlap_or_leave_the_chart(
    rows: list[tuple[Text, int | None]], languages: tuple[str, ...], place: Rect, sample: bool
) -> None:
    made = tuple(Item(label=label, value=None if v is None else Decimal(v)) for label, v in rows)
    here = Radar(items=made, unit=plain("visitors"), sample=sample).fit(place, env(languages))
    marks = at_rest(here)
    if not here.overflow:
        assert not collisions(text_boxes(marks))
        assert not outside(text_boxes(marks), place)
    assert smallest_font(marks) >= 24


def test_two_series_on_four_axes_fit_everywhere() -> None:
    for place in PLACES:
        here = fitted(place=place)
        assert not here.overflow
        assert not collisions(text_boxes(at_rest(here)))
        assert not outside(text_boxes(at_rest(here)), place)


@given(st.lists(st.integers(0, 10**9), min_size=3, max_size=10).filter(any))
def test_points_are_as_far_out_as_their_values(values: list[int]) -> None:
    here = items(*values).fit(WIDE, env())
    marks = by_key(at_rest(here))
    largest = max(values)
    most = radius(here, marks[f"point.{values.index(largest)}"])
    assert here.circle is not None
    assert most <= here.circle.radius + 0.001
    for k, value in enumerate(values):
        assert radius(here, marks[f"point.{k}"]) == pytest.approx(most * value / largest, abs=1e-3)


def test_every_axis_ends_at_the_given_maximum() -> None:
    here = fitted(max=Decimal(200))
    assert here.circle is not None
    assert radius(here, by_key(at_rest(here))["point.列2.质量"]) == pytest.approx(here.circle.radius / 2)
    assert "200" in words_of(mark for mark in at_rest(here) if mark.key.startswith("tick."))


def test_a_maximum_under_the_largest_value_is_refused() -> None:
    here = fitted(max=Decimal(50))
    assert [finding.code for finding in here.findings] == ["out-of-range"]
    assert here.circle is not None
    assert radius(here, by_key(at_rest(here))["point.列2.质量"]) <= here.circle.radius + 0.001


def test_series_differ_in_their_dashes_and_are_named_beside_a_sample_of_them() -> None:
    marks = by_key(at_rest(fitted()))
    dashes = [mark.dash for key in ("line.列1", "line.列2") if isinstance(mark := marks[key], ShapeMark)]
    samples = [mark.dash for key in ("sample.列1", "sample.列2") if isinstance(mark := marks[key], ShapeMark)]
    assert dashes == samples
    assert dashes[0] != dashes[1]
    assert words_of([marks["series.列1"], marks["series.列2"]]) == "列1\n列2"


def test_one_series_is_a_surface_and_needs_no_legend() -> None:
    marks = by_key(at_rest(items(3, 2, 1).fit(WIDE, env())))
    assert "area.all" in marks
    assert not [key for key in marks if key.startswith(("sample.", "series."))]


def test_a_missing_value_is_a_gap_in_the_line_and_said() -> None:
    marks = by_key(at_rest(items(3, None, 1, 2).fit(WIDE, env())))
    line = marks["line.all"]
    assert isinstance(line, ShapeMark)
    assert isinstance(line.shape, Path)
    assert [op for op, _ in line.shape.segments] == ["M", "L", "L"]
    assert {"area.all", "point.1"}.isdisjoint(marks)
    assert "缺数" in words_of([marks["name.1"]])


def test_fewer_than_three_axes_suggest_bars() -> None:
    (finding,) = items(3, 2).fit(WIDE, env()).findings
    assert (finding.code, finding.severity) == ("too-few", "warning")
    assert "bar" in finding.hint.en


def test_of_too_many_axes_and_series_the_first_are_shown_and_it_is_said() -> None:
    here = fitted([[f"面{k}", *range(6)] for k in range(60)])  # type: ignore[misc]
    assert [finding.code for finding in here.findings] == ["too-many", "too-many"]
    marks = at_rest(here)
    assert sum(mark.key.startswith("name.") for mark in marks) == 10
    assert sum(mark.key.startswith("line.") for mark in marks) == 4


def test_negative_values_are_refused_and_left_out() -> None:
    here = items(3, -1, 2, 4).fit(WIDE, env())
    assert [finding.code for finding in here.findings] == ["negative"]
    assert "point.1" not in by_key(at_rest(here))


def test_a_series_or_an_axis_can_stand_out() -> None:
    marks = at_rest(fitted())
    bright = {mark.key for mark in dimmed(marks, "列1") if mark.opacity == 1.0}
    assert {"line.列1", "point.列1.速度"} <= bright
    assert {"line.列2", "point.列2.速度"}.isdisjoint(bright)
    assert "point.列2.质量" in {mark.key for mark in dimmed(marks, "质量") if mark.opacity == 1.0}


def test_a_target_is_a_hollow_point_that_says_so() -> None:
    known = facts(
        *(fact(name, value="7", unit="visitors") for name in "ab"),
        fact("c", value="5", unit="visitors", kind="target"),
    )
    here = Radar(facts=tuple(FactId(name) for name in "abc")).fit(WIDE, env(known=known))
    marks = by_key(at_rest(here))
    target = marks["point.c"]
    assert isinstance(target, ShapeMark)
    assert target.fill == env().style.ground[0]
    assert target.stroke
    assert "目标" in words_of([marks["name.c"]])


def test_each_axis_or_each_column_can_have_its_step() -> None:
    here = items(3, 2, 1).fit(WIDE, env())
    shown = by_key(here.marks(Phase(step=2, reveals=(1, 2, 3))))
    assert "point.2" not in shown
    assert {"point.0", "point.1"} <= set(shown)
    feed = table(["面", "甲", "乙"], *ROWS)
    columns = Radar(data=feed, values=(Values(column="甲"), Values(column="乙"))).fit(WIDE, env_of(feed))
    shown = by_key(columns.marks(Phase(step=1, reveals=(1, 2))))
    assert "line.甲" in shown
    assert {"line.乙", "series.乙"}.isdisjoint(shown)


@given(MOMENTS)
def test_points_go_out_and_end_at_their_values(t: float) -> None:
    here = fitted()
    last = by_key(at_rest(here))
    for mark in here.marks(Phase(step=0, t=t)):
        if mark.key.startswith("point."):
            assert radius(here, mark) <= radius(here, last[mark.key]) + 1e-6
    assert here.marks(Phase(step=0, t=1.0)) == at_rest(here)
    assert here.marks(Phase(step=1, t=0.0, reveals=(1,))) == ()


def test_figures_of_rings_as_wide_as_the_chart_are_left_out() -> None:
    marks = at_rest(items(*([10**28] * 4)).fit(WIDE, env()))
    assert not [mark for mark in marks if mark.key.startswith("tick.")]
    assert not collisions(text_boxes(marks))


def test_all_zero_is_a_web_with_points_in_the_middle() -> None:
    here = items(0, 0, 0).fit(WIDE, env())
    assert not here.overflow
    assert radius(here, by_key(at_rest(here))["point.1"]) == pytest.approx(0.0)


def test_nothing_but_the_badge_stands_while_the_table_is_awaited() -> None:
    feed = table(["面", "分"], ["a", 1], sample=True)
    assert {mark.key for mark in at_rest(Radar(data=feed).fit(WIDE, env()))} == {"sample", "sample.words"}
