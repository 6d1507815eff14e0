"""Rose charts: equal angles, areas as the values, words around, gaps and targets."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bound import Values
from jn_presenter.draw.chart import Item
from jn_presenter.draw.focus import dimmed
from jn_presenter.elements.rose import FittedRose, Rose
from jn_presenter.model.element import Phase
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, ShapeMark
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
ROWS = [["一月", 8, 6], ["二月", 5, 10], ["三月", 2, 4], ["四月", None, 1]]


def items(*values: int | None) -> Rose:
    made = (
        Item(label=text(f"第{k}月", f"Month {k}"), value=None if v is None else Decimal(v))
        for k, v in enumerate(values)
    )
    return Rose(items=tuple(made))


def fitted(rows: list[list[str | int | None]] = ROWS, place: Rect = WIDE, **more: object) -> FittedRose:  # type: ignore[assignment]
    feed = table(["月", *(f"列{k}" for k in range(1, len(rows[0])))], *rows)
    return Rose(data=feed, unit=plain("visitors"), **more).fit(place, env_of(feed))  # type: ignore[arg-type]


def arc(mark: AnyMark) -> Arc:
    assert isinstance(mark, ShapeMark)
    assert isinstance(mark.shape, Arc)
    return mark.shape


def area(mark: AnyMark) -> float:
    """In px² times degrees: what matters is the ratio."""
    own = arc(mark)
    return (own.outer**2 - own.inner**2) * own.sweep


@settings(max_examples=25)
@given(
    st.lists(st.tuples(labels(), st.none() | st.integers(0, 9999)), min_size=1, max_size=12),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
    st.booleans(),
)
def test_no_words_overlap_or_leave_the_chart(
    rows: list[tuple[Text, int | None]], languages: tuple[str, ...], place: Rect, sample: bool
) -> None:
    made = tuple(Item(label=label, value=None if v is None else Decimal(v)) for label, v in rows)
    here = Rose(items=made, unit=plain("visitors"), sample=sample).fit(place, env(languages))
    marks = at_rest(here)
    if not here.overflow:
        assert not collisions(text_boxes(marks))
        assert not outside(text_boxes(marks), place)
    assert smallest_font(marks) >= 24


def test_twelve_months_fit_everywhere() -> None:
    for place in PLACES:
        here = fitted([[f"{k}月", k, 13 - k] for k in range(1, 13)], place)
        assert not here.overflow
        assert not collisions(text_boxes(at_rest(here)))


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=24).filter(any))
def test_areas_are_as_the_values_and_angles_equal(values: list[int]) -> None:
    marks = by_key(at_rest(items(*values).fit(WIDE, env())))
    there = {k: marks[f"wedge.{k}"] for k, value in enumerate(values) if value}
    whole = sum(area(mark) for mark in there.values())
    for k, mark in there.items():
        assert area(mark) / whole == pytest.approx(values[k] / sum(values))
    assert len({round(arc(mark).sweep, 6) for mark in there.values()}) == 1


def test_several_series_stand_outside_one_another_each_with_its_own_area() -> None:
    marks = by_key(at_rest(fitted()))
    inner, outer = marks["wedge.列1.一月"], marks["wedge.列2.一月"]
    assert arc(outer).inner == pytest.approx(arc(inner).outer)
    assert area(outer) / area(inner) == pytest.approx(6 / 8)
    assert area(marks["wedge.列2.二月"]) / area(inner) == pytest.approx(10 / 8)


def test_the_largest_sum_reaches_the_rim_and_none_goes_beyond() -> None:
    here = fitted()
    assert here.circle is not None
    outer = [arc(mark).outer for mark in at_rest(here) if mark.key.startswith("wedge.")]
    assert max(outer) == pytest.approx(here.circle.radius)


def test_wedges_stand_clockwise_from_twelve_o_clock_in_the_order_given() -> None:
    marks = by_key(at_rest(items(3, 3, 3, 3).fit(WIDE, env())))
    starts = [arc(marks[f"wedge.{k}"]).start for k in range(4)]
    assert starts == pytest.approx([start + starts[0] for start in (0, 90, 180, 270)])
    assert starts[0] < 1.0


def test_a_missing_value_is_no_wedge_and_said() -> None:
    marks = by_key(at_rest(items(3, None, 1).fit(WIDE, env())))
    assert "wedge.1" not in marks
    assert words_of([marks["name.1"]]) == "第1月\n缺数"
    several = by_key(at_rest(fitted()))
    assert "缺数" in words_of([several["name.四月"]])


def test_series_are_named_with_the_unit_beside_the_circle() -> None:
    marks = by_key(at_rest(fitted()))
    assert words_of([marks["series.列1"], marks["series.列2"], marks["unit.words"]]) == "列1\n列2\n人次"


def test_negative_values_are_refused_and_left_out() -> None:
    here = items(3, -1).fit(WIDE, env())
    assert [finding.code for finding in here.findings] == ["negative"]
    assert "wedge.1" not in by_key(at_rest(here))


def test_of_sixty_the_first_are_shown_and_it_is_said() -> None:
    here = items(*range(1, 61)).fit(WIDE, env())
    assert "too-many" in [finding.code for finding in here.findings]
    assert sum(mark.key.startswith("wedge.") for mark in at_rest(here)) == 24


def test_a_target_is_outlined_and_hatched_and_says_so() -> None:
    known = facts(fact("a", value="7", unit="visitors"), fact("b", value="5", unit="visitors", kind="target"))
    marks = by_key(at_rest(Rose(facts=(FactId("a"), FactId("b"))).fit(WIDE, env(known=known))))
    target = marks["wedge.b"]
    assert isinstance(target, ShapeMark)
    assert target.hatch
    assert target.fill is None
    assert "目标" in words_of([marks["name.b"]])


def test_a_category_or_a_series_can_stand_out() -> None:
    marks = at_rest(fitted())
    bright = {mark.key for mark in dimmed(marks, "二月") if mark.opacity == 1.0 and mark.key.startswith("wedge.")}
    assert bright == {"wedge.列1.二月", "wedge.列2.二月"}
    assert "wedge.列1.二月" not in {mark.key for mark in dimmed(marks, "列2") if mark.opacity == 1.0}


def test_each_wedge_or_each_column_can_have_its_step() -> None:
    shown = by_key(items(3, 2, 1).fit(WIDE, env()).marks(Phase(step=2, reveals=(1, 2, 3))))
    assert {"wedge.0", "wedge.1"} <= set(shown)
    assert {"wedge.2", "name.2"}.isdisjoint(shown)
    feed = table(["月", "甲", "乙"], *ROWS)
    columns = Rose(data=feed, values=(Values(column="甲"), Values(column="乙"))).fit(WIDE, env_of(feed))
    shown = by_key(columns.marks(Phase(step=1, reveals=(1, 2))))
    assert {"wedge.甲.一月", "series.甲"} <= set(shown)
    assert {"wedge.乙.一月", "series.乙"}.isdisjoint(shown)


@given(MOMENTS)
def test_areas_grow_evenly_and_end_at_their_values(t: float) -> None:
    here = fitted()
    last = by_key(at_rest(here))
    for mark in here.marks(Phase(step=0, t=t)):
        if mark.key.startswith("wedge."):
            assert area(mark) <= area(last[mark.key]) + 1e-6
    assert here.marks(Phase(step=0, t=1.0)) == at_rest(here)
    assert here.marks(Phase(step=1, t=0.0, reveals=(1,))) == ()


def test_a_short_wedge_is_led_to_its_words_and_the_line_crosses_none() -> None:
    marks = by_key(at_rest(fitted([["大", 900], ["小", 1], ["中", 880]])))
    assert "leader.小" in marks
    assert "leader.大" not in marks


def test_all_zero_has_names_and_no_wedge() -> None:
    marks = by_key(at_rest(items(0, 0).fit(WIDE, env())))
    assert not [key for key in marks if key.startswith("wedge.")]
    assert words_of([marks["name.0"]]) == "第0月\n0"


def test_nothing_but_the_badge_stands_while_the_table_is_awaited() -> None:
    feed = table(["月", "人"], ["a", 1], sample=True)
    assert {mark.key for mark in at_rest(Rose(data=feed).fit(WIDE, env()))} == {"sample", "sample.words"}
