"""Bullet charts: a value against the mark of a target, on bands."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.paired import Figure
from jn_presenter.elements.bullet import Band, Bullet, Item
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ShapeMark
from jn_presenter.model.text import Text, plain
from tests.decks import text
from tests.look import (
    LANGUAGES,
    at_rest,
    bar_boxes,
    by_key,
    collisions,
    env,
    labels,
    outside,
    smallest_font,
    text_boxes,
    words_of,
)
from tests.tables import PLACES, env_of, table

WIDE = PLACES[0]
NAMES = ((60, "差", "Poor"), (80, "中", "Fair"), (100, "好", "Good"))
BANDS = tuple(Band(to=Decimal(to), label=text(zh, en)) for to, zh, en in NAMES)
SCORES = st.none() | st.integers(0, 200)


def figure(number: int | None) -> Figure | None:
    return None if number is None else Figure(value=Decimal(number))


def chart(*pairs: tuple[int | None, int | None], bands: tuple[Band, ...] = BANDS) -> Bullet:
    rows = enumerate(pairs)
    made = (Item(label=text(f"第{k}项", f"Item {k}"), value=figure(a), target=figure(b)) for k, (a, b) in rows)
    return Bullet(items=tuple(made), bands=bands, unit=plain("分"))


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(labels(), SCORES, SCORES), min_size=1, max_size=8),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
    st.booleans(),
)
def test_no_words_overlap_or_leave_the_chart(
    rows: list[tuple[Text, int | None, int | None]], languages: tuple[str, ...], place: Rect, banded: bool
) -> None:
    made = tuple(Item(label=label, value=figure(a), target=figure(b)) for label, a, b in rows)
    bands = BANDS if banded else ()
    found = Bullet(items=made, bands=bands, unit=plain("visitors"), sample=True).fit(place, env(languages))
    marks = at_rest(found)
    by_key(marks)
    shapes = [box for prefix in ("bar.", "range.") for box in bar_boxes(marks, prefix)]
    assert not outside(shapes, place)
    assert smallest_font(marks) >= 24
    if not found.overflow:
        assert not collisions(text_boxes(marks))
        assert not outside(text_boxes(marks), place)


def test_bands_values_and_marks_stand_on_one_scale_from_zero() -> None:
    marks = by_key(at_rest(chart((50, 80)).fit(WIDE, env())))
    ranges = dict(bar_boxes(marks.values(), "range."))
    bar = dict(bar_boxes(marks.values(), "bar."))["bar.0"]
    unit = bar.w / 50
    assert [ranges[f"range.{k}.0"].w for k in range(3)] == pytest.approx([60 * unit, 20 * unit, 20 * unit])
    assert ranges["range.0.0"].x == bar.x
    mark = dict(bar_boxes(marks.values(), "target."))["target.0"]
    assert mark.x + mark.w / 2 == pytest.approx(bar.x + 80 * unit)


def test_the_mark_of_a_target_is_outlined_and_hatched_and_never_filled() -> None:
    mark = by_key(at_rest(chart((95, 80)).fit(WIDE, env())))["target.0"]
    assert isinstance(mark, ShapeMark)
    assert mark.fill is None
    assert mark.hatch
    assert mark.datum is not None
    assert mark.datum.state == "target"


def test_bands_stand_with_the_name_and_the_value_grows_on_them() -> None:
    marks = by_key(chart((50, 80)).fit(WIDE, env()).marks(Phase(step=0, t=0.0)))
    assert "range.2.0" in marks
    assert "bar.0" not in marks


def test_bands_out_of_order_are_a_finding() -> None:
    found = chart((50, 80), bands=BANDS[::-1]).fit(WIDE, env())
    assert [finding.code for finding in found.findings] == ["bands"]


def test_a_table_gives_values_and_targets() -> None:
    feed = table(["项目", "得分", "目标"], ["甲", 50, 80], ["乙", None, 70])
    found = Bullet(data=feed, bands=BANDS, unit=plain("分")).fit(WIDE, env_of(feed))
    words = words_of(at_rest(found))
    assert not found.findings
    assert "50分" in words
    assert "目标 70分" in words
    assert "缺数" in words
