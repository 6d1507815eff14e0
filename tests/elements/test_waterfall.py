"""Waterfalls: each stage begins where the one before it ends, and totals hold to the last digit."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bridge import Stage, bridged
from jn_presenter.draw.heaps import FittedHeaps
from jn_presenter.elements.waterfall import Item, Waterfall
from jn_presenter.model.element import Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import Text, plain
from tests.decks import text
from tests.look import (
    LANGUAGES,
    MOMENTS,
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
CHANGES = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4)


def stages(*values: tuple[str | int | None, bool]) -> list[Stage]:
    return [
        Stage(key=str(k), label=plain(f"项{k}"), part=k, value=None if v is None else Decimal(v), total=total)
        for k, (v, total) in enumerate(values)
    ]


def chart(*values: tuple[int | None, bool]) -> Waterfall:
    made = (
        Item(label=text(f"第{k}项", f"Item {k}"), value=None if v is None else Decimal(v), total=total)
        for k, (v, total) in enumerate(values)
    )
    return Waterfall(items=tuple(made), unit=plain("人次"))


def fit(made: Waterfall, place: Rect = WIDE) -> FittedHeaps:
    found = made.fit(place, env())
    assert isinstance(found, FittedHeaps)
    return found


@given(st.lists(CHANGES, min_size=1, max_size=20))
def test_the_total_is_the_exact_sum_and_no_stage_leaves_a_gap(values: list[Decimal]) -> None:
    rows = [Stage(key=str(k), label=plain(""), part=k, value=value) for k, value in enumerate(values)]
    reaches, findings = bridged([*rows, Stage(key="end", label=plain(""), part=99, value=None, total=True)])
    assert not findings
    assert reaches[-1].value == sum(values)
    for before, after in pairwise(reaches[:-1]):
        assert after.start == before.end


def test_a_total_that_does_not_hold_is_an_error_that_names_the_sum() -> None:
    reaches, (finding,) = bridged(stages((100, False), ("-30.1", False), ("70", True)))
    assert (finding.code, finding.severity, finding.path) == ("sum-off", "error", "items.3.value")
    assert "69.9" in finding.message.en
    assert reaches[-1].value == Decimal("69.9")
    assert not bridged(stages((100, False), ("-30.1", False), ("69.90", True)))[1]


def test_after_a_missing_change_nothing_has_a_place_until_a_total_is_given() -> None:
    reaches, findings = bridged(stages((100, False), (None, False), (5, False), (120, True), (3, False)))
    assert [reach.kind for reach in reaches] == ["total", "missing", "missing", "total", "change"]
    assert not findings
    assert [int(end) for end in (reaches[-1].start, reaches[-1].end)] == [120, 123]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(labels(), st.none() | st.integers(-20_000, 20_000), st.booleans()), min_size=1, max_size=14),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
)
def test_no_words_overlap_and_nothing_leaves_the_chart(
    rows: list[tuple[Text, int | None, bool]], languages: tuple[str, ...], place: Rect
) -> None:
    made = tuple(Item(label=label, value=None if v is None else Decimal(v), total=total) for label, v, total in rows)
    found = Waterfall(items=made, unit=plain("visitors"), sample=True).fit(place, env(languages))
    marks = at_rest(found)
    by_key(marks)
    assert smallest_font(marks) >= 24
    if not found.overflow:
        assert not outside(bar_boxes(marks, "bar."), place)
        assert not collisions(text_boxes(marks))
        assert not outside(text_boxes(marks), place)


@pytest.mark.parametrize("place", PLACES)
def test_connectors_stand_at_the_level_that_two_stages_share(place: Rect) -> None:
    found = fit(chart((100, False), (40, False), (-60, False), (None, True)), place)
    marks = at_rest(found)
    bars, links = dict(bar_boxes(marks, "bar.")), dict(bar_boxes(marks, "link."))
    upright = bars["bar.0"].w < bars["bar.0"].h
    if upright:
        assert links["link.1"].y == pytest.approx(bars["bar.0"].y, abs=1.0)
        assert bars["bar.1"].bottom == pytest.approx(bars["bar.0"].y)
        assert bars["bar.2"].y == pytest.approx(bars["bar.1"].y)
        assert bars["bar.3"].y == pytest.approx(bars["bar.2"].bottom)
    else:
        assert bars["bar.1"].x == pytest.approx(bars["bar.0"].right)


def test_changes_have_their_sign_and_totals_have_none() -> None:
    words = words_of(at_rest(fit(chart((100, False), (40, False), (-60, False), (None, True)))))
    assert "+40人次" in words
    assert "−60人次" in words
    assert "+80" not in words
    assert "80人次" in words


def test_it_goes_below_zero_where_the_sum_does() -> None:
    found = fit(chart((10, False), (-30, False), (None, True)))
    bars = dict(bar_boxes(at_rest(found), "bar."))
    zero = bars["bar.0"].bottom
    assert bars["bar.1"].bottom > zero
    assert bars["bar.2"].y == pytest.approx(zero)
    assert not outside(list(bars.items()), WIDE)


@given(MOMENTS)
def test_each_stage_can_have_its_step_and_steps_go_on_from_each_other(t: float) -> None:
    found = fit(chart((100, False), (40, False), (None, True)))
    phase = Phase(step=2, t=t, reveals=(0, 1, 2))
    assert found.marks(phase) == found.marks(phase)
    before = [mark for mark in found.marks(Phase(step=1, reveals=(0, 1, 2))) if mark.opacity > 0.0]
    start = found.marks(Phase(step=2, t=0.0, reveals=(0, 1, 2)))
    assert [mark for mark in start if mark.opacity > 0.0] == before


def test_what_is_missing_is_said() -> None:
    marks = at_rest(fit(chart((100, False), (None, False), (150, True))))
    assert "缺数" in words_of(marks)
    assert "bar.1" not in by_key(marks)


def test_a_table_names_its_totals() -> None:
    feed = table(["项", "人次"], ["年初", 100], ["新展", 40], ["年末", None])
    found = Waterfall(data=feed, totals=("年末",), unit=plain("人次")).fit(WIDE, env_of(feed))
    assert "140人次" in words_of(at_rest(found))
    assert not found.findings
    assert [finding.code for finding in Waterfall().fit(WIDE, env()).findings] == ["one-of-two"]
