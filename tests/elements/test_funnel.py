"""Funnels: widths as the figures, the share that goes on, gaps, and words that stay apart."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.chart import Item
from jn_presenter.draw.stages import share_words
from jn_presenter.elements.funnel import Funnel
from jn_presenter.model.element import Phase
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ShapeMark
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


def items(*values: int | None) -> Funnel:
    made = (
        Item(label=text(f"第{k}级", f"Stage {k}"), value=None if v is None else Decimal(v))
        for k, v in enumerate(values)
    )
    return Funnel(items=tuple(made))


@settings(max_examples=60)
@given(
    st.lists(st.tuples(labels(), st.none() | st.integers(0, 20_000)), min_size=1, max_size=6),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
    st.booleans(),
)
def test_no_words_overlap_or_leave_the_chart(
    rows: list[tuple[Text, int | None]], languages: tuple[str, ...], place: Rect, sample: bool
) -> None:
    made = tuple(Item(label=label, value=None if v is None else Decimal(v)) for label, v in rows)
    fitted = Funnel(items=made, unit=plain("visitors"), sample=sample).fit(place, env(languages))
    marks = at_rest(fitted)
    boxes = text_boxes(marks)
    if not fitted.overflow:
        assert not collisions(boxes)
        assert not outside(boxes + bar_boxes(marks, "stage."), place)
    assert smallest_font(marks) >= 24


def test_four_usual_stages_fit_everywhere() -> None:
    for place in PLACES:
        for languages in LANGUAGES:
            assert not items(4000, 2000, 1500, 900).fit(place, env(languages)).overflow


def test_twelve_stages_have_name_and_figure_on_one_line_each() -> None:
    fitted = items(*range(12_000, 0, -1000)).fit(WIDE, env())
    boxes = text_boxes(at_rest(fitted))
    assert not fitted.overflow
    assert not collisions(boxes)
    assert len(boxes) == 12 * 2 + 11


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=12))
def test_bars_are_as_wide_as_the_figures_about_one_axis(values: list[int]) -> None:
    boxes = dict(bar_boxes(at_rest(items(*values).fit(WIDE, env())), "stage."))
    widest = max(box.w for box in boxes.values())
    for k, value in enumerate(values):
        assert boxes[f"stage.{k}"].w == pytest.approx(widest * value / max(1, *values), abs=1e-6)
    assert len({round(box.x + box.w / 2, 3) for box in boxes.values()}) == 1


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (200, 100, "↓ 50%"),
        (3, 2, "↓ 67%"),
        (1000, 45, "↓ 4.5%"),
        (100, 4, "↓ 4%"),
        (100_000, 1, "↓ <0.1%"),
        (7, 0, "↓ 0%"),
        (0, 7, ""),
        (1, 10**29, f"↓ 1{'0' * 31}%"),
    ],
)
def test_the_share_that_goes_on_is_said_in_percent(before: int, after: int, words: str) -> None:
    assert share_words(Decimal(before), Decimal(after)) == words


def test_a_missing_stage_is_a_gap_that_says_so_and_nothing_leads_to_it_or_from_it() -> None:
    marks = by_key(at_rest(items(100, None, 50).fit(WIDE, env())))
    assert {"stage.1", "neck.1", "share.1", "neck.2", "share.2"}.isdisjoint(marks)
    assert words_of([marks["value.1"]]) == "缺数"
    assert {"stage.0", "stage.2"} <= set(marks)


def test_a_table_has_its_stages_in_the_order_of_its_rows() -> None:
    feed = table(["级", "人"], ["看到", 100], ["到馆", 40], ["缺", None], sample=True)
    fitted = Funnel(data=feed).fit(WIDE, env_of(feed))
    marks = by_key(at_rest(fitted))
    assert "↓ 40%" in words_of([marks["share.到馆"]])
    assert "示例数据" in words_of(marks.values())
    tops = [box.y for _, box in bar_boxes(fitted.marks(Phase(step=0)), "stage.")]
    assert tops == sorted(tops)


def test_a_stage_larger_than_the_one_before_is_warned_of() -> None:
    (finding,) = items(10, 20).fit(WIDE, env()).findings
    assert (finding.code, finding.severity) == ("widening-funnel", "warning")


def test_negative_figures_are_refused_and_left_out() -> None:
    fitted = items(10, -5).fit(WIDE, env())
    assert [finding.code for finding in fitted.findings] == ["negative"]
    assert [key for key, _ in bar_boxes(at_rest(fitted), "stage.")] == ["stage.0"]


def test_of_too_many_stages_the_first_are_shown_and_it_is_said() -> None:
    fitted = items(*range(60, 0, -1)).fit(WIDE, env())
    assert [finding.code for finding in fitted.findings] == ["too-many"]
    assert len(bar_boxes(at_rest(fitted), "stage.")) == 12


def test_a_target_is_outlined_and_hatched() -> None:
    known = facts(fact("a", value="7", unit="visitors"), fact("b", value="5", unit="visitors", kind="target"))
    marks = by_key(at_rest(Funnel(facts=(FactId("a"), FactId("b"))).fit(WIDE, env(known=known))))
    target = marks["stage.b"]
    assert isinstance(target, ShapeMark)
    assert target.hatch
    assert target.stroke
    assert target.fill is None
    assert "目标" in words_of([marks["value.b"]])


def test_each_stage_can_have_its_step() -> None:
    funnel = items(30, 20, 10)
    assert funnel.parts() == 3
    shown = funnel.fit(WIDE, env()).marks(Phase(step=2, reveals=(1, 2, 3)))
    assert [key for key, _ in bar_boxes(shown, "stage.")] == ["stage.0", "stage.1"]
    assert "share.1" in by_key(shown)


@given(MOMENTS)
def test_bars_grow_about_the_axis_and_end_at_their_width(t: float) -> None:
    fitted = items(9, 5, 2).fit(WIDE, env())
    last = dict(bar_boxes(at_rest(fitted), "stage."))
    for key, box in bar_boxes(fitted.marks(Phase(step=0, t=t)), "stage."):
        assert last[key].contains(box)
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)
    assert fitted.marks(Phase(step=1, t=0.0, reveals=(1,))) == ()


def test_nothing_but_the_badge_stands_while_the_table_is_awaited() -> None:
    feed = table(["级", "人"], ["a", 1], sample=True)
    assert {mark.key for mark in at_rest(Funnel(data=feed).fit(WIDE, env()))} == {"sample", "sample.words"}
