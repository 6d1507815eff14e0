"""Targets and what of them is reached: a target is always hatched, and never said to be reached before it is."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bound import Values
from jn_presenter.draw.entries import item_entry
from jn_presenter.draw.paired import Figure, Pair
from jn_presenter.elements.targets import Item, Targets
from jn_presenter.model.element import Phase
from jn_presenter.model.fields import FactId
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
KNOWN = facts(
    fact("visitors", text("观众", "Visitors"), value="80", unit="visitors"),
    fact("goal", text("观众目标", "Visitors aimed for"), value="120", unit="visitors", kind="target", due="2025"),
    fact("class", value="1000", unit="yi-yuan", op="class", kind="target", due="2025"),
    fact("yuan", value="480", unit="yi-yuan"),
    fact("over", value="70", unit="visitors", op="over"),
    fact("claim", kind="claim"),
)


def of(name: str) -> Figure:
    return Figure(fact=FactId(name))


def value(number: int | str | None) -> Figure | None:
    return None if number is None else Figure(value=Decimal(number))


def items(*pairs: tuple[int | None, int | None]) -> Targets:
    made = (
        Item(label=text(f"第{k}项", f"Item {k}"), reached=value(a), target=value(b)) for k, (a, b) in enumerate(pairs)
    )
    return Targets(items=tuple(made), unit=plain("人次"))


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.tuples(labels(), st.none() | st.integers(0, 20_000), st.none() | st.integers(0, 20_000)),
        min_size=1,
        max_size=10,
    ),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
)
def test_no_words_overlap_or_leave_the_chart(
    rows: list[tuple[Text, int | None, int | None]], languages: tuple[str, ...], place: object
) -> None:
    made = tuple(Item(label=label, reached=value(a), target=value(b)) for label, a, b in rows)
    found = Targets(items=made, unit=plain("visitors"), sample=True).fit(place, env(languages))  # type: ignore[arg-type]
    marks = at_rest(found)
    by_key(marks)
    assert not outside(bar_boxes(marks, "bar.") + bar_boxes(marks, "target."), place)  # type: ignore[arg-type]
    assert smallest_font(marks) >= 24
    if not found.overflow:
        assert not collisions(text_boxes(marks))
        assert not outside(text_boxes(marks), place)  # type: ignore[arg-type]


def test_a_target_is_hatched_and_what_is_reached_is_solid_inside_it_on_one_scale() -> None:
    marks = by_key(at_rest(items((60, 120)).fit(WIDE, env())))
    goal, reached = marks["target.0"], marks["bar.0"]
    assert isinstance(goal, ShapeMark)
    assert isinstance(reached, ShapeMark)
    assert goal.fill is None
    assert goal.hatch
    assert goal.datum is not None
    assert goal.datum.state == "target"
    assert reached.fill
    assert not reached.hatch
    boxes = dict(bar_boxes(marks.values(), ""))
    assert 2 * boxes["bar.0"].w == pytest.approx(boxes["outline.0"].w + 1.0)
    assert boxes["outline.0"].contains(boxes["bar.0"])
    assert boxes["target.0"].x == boxes["bar.0"].right, "what is left is hatched"
    assert boxes["target.0"].right == boxes["outline.0"].right


@given(MOMENTS)
def test_a_target_is_hatched_at_every_moment(t: float) -> None:
    for mark in items((60, 120), (9, 3)).fit(WIDE, env()).marks(Phase(step=0, t=t)):
        if mark.key.startswith("target.") and isinstance(mark, ShapeMark) and mark.datum:
            assert mark.hatch
            assert mark.fill is None


def test_the_share_of_the_way_is_rounded_down_and_said_of_exact_figures_alone() -> None:
    assert "已达99%" in words_of(at_rest(items((996, 1000)).fit(WIDE, env())))
    assert "已达" not in words_of(at_rest(items((996, None)).fit(WIDE, env()))).replace("已达到", "")
    vague = Targets(items=(Item(reached=of("over"), target=of("goal")),)).fit(WIDE, env(known=KNOWN))
    assert "已达" not in words_of(at_rest(vague)).replace("已达到", "")


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_nothing_short_of_its_target_reads_a_hundred(reached: int, target: int) -> None:
    (found,) = (Pair(key="", label=plain(""), part=0, **entries(reached, target)),)
    assert found.share is not None
    assert (found.share >= 100) == (reached >= target)


def entries(reached: int, target: int) -> dict[str, Any]:
    pair = (("reached", reached, False), ("target", target, True))
    return {
        name: item_entry(0, plain(""), Decimal(number), aim, None, env(), sample=False) for name, number, aim in pair
    }


def test_where_the_target_is_passed_a_line_says_where_it_was() -> None:
    marks = by_key(at_rest(items((90, 60), (30, 60)).fit(WIDE, env())))
    assert "mark.0" in marks
    assert "mark.1" not in marks
    boxes = dict(bar_boxes(marks.values(), ""))
    assert boxes["target.0"].w + 1.0 == pytest.approx(boxes["bar.0"].w * 60 / 90), "the target stays hatched, wholly"


def test_targets_of_one_due_date_say_it_once() -> None:
    made = Targets(items=(Item(reached=of("visitors"), target=of("goal")),))
    words = words_of(at_rest(made.fit(WIDE, env(known=KNOWN))))
    assert words.count("至2025年") == 1
    assert "已达66%" in words
    assert "观众" in words, "a fact names its bar"


def test_from_a_table_the_second_column_is_the_target_unless_another_is_marked() -> None:
    feed = table(["馆", "计划", "实到"], ["陶瓷馆", 100, 40])
    plain_order = Targets(data=feed).fit(WIDE, env_of(feed))
    assert "40" in words_of(at_rest(plain_order))
    marked = Targets(data=feed, values=(Values(column="计划", target=True), Values(column="实到")))
    fitted = marked.fit(WIDE, env_of(feed))
    assert "已达40%" in words_of(at_rest(fitted))
    assert not fitted.findings


def test_each_target_can_have_its_step() -> None:
    made = items((1, 2), (3, 4))
    assert made.parts() == 2
    shown = made.fit(WIDE, env()).marks(Phase(step=1, reveals=(1, 2)))
    assert [mark.key for mark in shown if mark.key.startswith("bar.")] == ["bar.0"]


@pytest.mark.parametrize(
    ("chart", "code"),
    [
        (Targets(items=(Item(reached=of("goal"), target=of("goal")),)), "not-reached"),
        (Targets(items=(Item(reached=of("claim"), target=of("goal")),)), "fact-without-value"),
        (Targets(items=(Item(reached=of("visitors"), target=of("visitors")),)), "not-a-target"),
        (Targets(items=(Item(reached=of("visitors"), target=of("class")),)), "mixed-units"),
        (items((-1, 5)), "negative"),
        (Targets(), "one-of-two"),
    ],
)
def test_what_cannot_be_drawn_is_a_finding(chart: Targets, code: str) -> None:
    assert code in [finding.code for finding in chart.fit(WIDE, env(known=KNOWN)).findings]


def test_what_is_missing_is_said() -> None:
    assert "缺数" in words_of(at_rest(items((None, 5)).fit(WIDE, env())))
    assert "bar.0" not in by_key(at_rest(items((None, 5)).fit(WIDE, env())))


def test_its_data_is_a_row_a_target() -> None:
    assert items((1, 2)).as_table(env()).rows == (("第0项", "1", "2"),)
    made = Targets(items=(Item(reached=of("visitors"), target=of("goal")),))
    assert made.as_table(env()).rows == (("<visitors.label>", "<visitors>", "<goal>"),)
