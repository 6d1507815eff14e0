"""Bar charts: one scale from zero, targets outlined and hatched, growth that reverses."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.chart import Item
from jn_presenter.elements.bar import BarChart
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

PLACE = Rect(976.0, 304.0, 832.0, 656.0)
TARGETS = facts(
    fact(
        "software",
        text("软件信息服务业", "Software"),
        value="2000",
        unit="yi-yuan",
        op="class",
        kind="target",
        due="2025",
    ),
    fact("auto", value="1000", unit="yi-yuan", op="class", kind="target", due="2025"),
    fact("ic", value="1000", unit="yi-yuan", op="near-class", kind="target", due="2025"),
    fact("later", value="500", unit="yi-yuan", kind="target", due="2035"),
    fact("reached", value="700", unit="yi-yuan"),
    fact("green", value="47", unit="percent"),
    fact("claim", kind="claim"),
)


def chart(*names: str, **more: object) -> BarChart:
    return BarChart(facts=tuple(FactId(name) for name in names), **more)  # type: ignore[arg-type]


def items(*values: int, target: bool = False) -> tuple[Item, ...]:
    made = (Item(label=text(f"第{k}项", f"Item {k}"), value=Decimal(v), target=target) for k, v in enumerate(values))
    return tuple(made)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(labels(), st.integers(0, 20_000), st.booleans()), min_size=2, max_size=12),
    st.sampled_from(LANGUAGES),
    st.sampled_from([PLACE, Rect(96.0, 400.0, 888.0, 760.0)]),
    st.booleans(),
)
def test_no_words_overlap_or_leave_the_chart(
    rows: list[tuple[Text, int, bool]], languages: tuple[str, ...], place: Rect, sample: bool
) -> None:
    bars = tuple(Item(label=label, value=Decimal(value), target=target) for label, value, target in rows)
    fitted = BarChart(items=bars, unit=plain("visitors"), sample=sample).fit(place, env(languages))
    marks = at_rest(fitted)
    boxes = text_boxes(marks) + bar_boxes(marks, "bar.")
    assert not collisions(boxes)
    assert not outside(boxes, place)
    assert smallest_font(marks) >= 24


def test_bars_are_as_long_as_their_values() -> None:
    boxes = dict(bar_boxes(at_rest(BarChart(items=items(480, 240, 120, 0)).fit(PLACE, env())), "bar."))
    widths = [boxes[f"bar.{k}"].w for k in range(4)]
    assert widths[0] == pytest.approx(2 * widths[1]) == pytest.approx(4 * widths[2])
    assert widths[3] == 0.0
    assert len({box.x for box in boxes.values()}) == 1


def test_values_are_said_in_the_facts_own_form() -> None:
    words = words_of(at_rest(chart("software", "auto", "ic").fit(PLACE, env(known=TARGETS))))
    assert [form for form in ("2000亿级", "千亿级", "准千亿级") if form in words] == ["2000亿级", "千亿级", "准千亿级"]


def test_every_target_is_outlined_and_hatched_and_never_filled() -> None:
    marks = by_key(at_rest(chart("software", "auto", "ic", "reached").fit(PLACE, env(known=TARGETS))))
    for name in ("software", "auto", "ic"):
        mark = marks[f"bar.{name}"]
        assert isinstance(mark, ShapeMark)
        assert mark.hatch
        assert mark.stroke
        assert mark.fill is None
        assert mark.datum.state == "target"
    reached = marks["bar.reached"]
    assert isinstance(reached, ShapeMark)
    assert reached.fill
    assert not reached.hatch


@given(MOMENTS)
def test_a_target_is_hatched_at_every_moment_of_its_growth(t: float) -> None:
    for mark in chart("software", "ic").fit(PLACE, env(known=TARGETS)).marks(Phase(step=0, t=t)):
        if isinstance(mark, ShapeMark) and mark.key in ("bar.software", "bar.ic"):
            assert mark.hatch
            assert mark.fill is None


def test_targets_of_one_due_date_are_tagged_once_for_all() -> None:
    assert words_of(at_rest(chart("software", "auto").fit(PLACE, env(known=TARGETS)))).count("目标") == 1


def test_otherwise_each_target_has_its_own_tag() -> None:
    words = words_of(at_rest(chart("software", "reached", "later").fit(PLACE, env(known=TARGETS))))
    assert words.count("目标") == 2
    assert "目标（到2035年）" in words


def test_just_short_of_a_class_ends_in_a_dashed_piece_at_its_value() -> None:
    marks = by_key(at_rest(chart("auto", "ic").fit(PLACE, env(known=TARGETS))))
    end = marks["bar.ic.end"]
    assert isinstance(end, ShapeMark)
    assert end.dash
    boxes = dict(bar_boxes(marks.values(), "bar."))
    assert boxes["bar.ic"].w < boxes["bar.auto"].w
    assert max(x for _, (x, _) in end.shape.segments) == pytest.approx(boxes["bar.auto"].right)


def test_bars_grow_from_zero_one_after_another() -> None:
    fitted = BarChart(items=items(300, 300, 300)).fit(PLACE, env())
    early = [box.w for _, box in bar_boxes(fitted.marks(Phase(step=0, t=0.4)), "bar.")]
    assert early == sorted(early, reverse=True)
    assert early[0] > early[-1]
    assert bar_boxes(fitted.marks(Phase(step=0, t=0.0)), "bar.") == []


def test_a_value_travels_with_the_end_of_its_bar() -> None:
    fitted = BarChart(items=items(300)).fit(PLACE, env())
    now = fitted.marks(Phase(step=0, t=0.5))
    (_, bar), value = bar_boxes(now, "bar.")[0], dict(text_boxes(now))["value.0"]
    assert value.x == pytest.approx(bar.right + 12.0)


def test_names_stand_while_bars_of_step_0_grow() -> None:
    marks = BarChart(items=items(1, 2)).fit(PLACE, env()).marks(Phase(step=0, t=0.0))
    assert {"name.0", "name.1"} <= {mark.key for mark in marks}


@given(MOMENTS)
def test_growth_reverses_exactly(t: float) -> None:
    one, other = (BarChart(items=items(3, 2, 1)).fit(PLACE, env()) for _ in range(2))
    assert one.marks(Phase(step=0, t=t)) == other.marks(Phase(step=0, t=t))
    assert one.marks(Phase(step=1, t=0.0, reveals=(1,))) == ()


def test_each_bar_can_have_its_step() -> None:
    bars = BarChart(items=items(3, 2, 1))
    fitted = bars.fit(PLACE, env())
    assert bars.parts() == 3
    shown = fitted.marks(Phase(step=2, reveals=(1, 2, 3)))
    assert [key for key, _ in bar_boxes(shown, "bar.")] == ["bar.0", "bar.1"]


def test_negative_values_go_the_other_way_from_zero() -> None:
    boxes = dict(bar_boxes(at_rest(BarChart(items=items(30, -10)).fit(PLACE, env())), "bar."))
    assert boxes["bar.1"].right == pytest.approx(boxes["bar.0"].x)


def test_sample_data_says_so() -> None:
    marks = at_rest(BarChart(items=items(1, 2), sample=True).fit(PLACE, env(("zh", "en"))))
    assert "示例数据" in words_of(marks)
    assert by_key(marks)["bar.0"].datum.state == "sample"


def test_keys_stay_with_the_fact_whatever_the_order() -> None:
    first, second = chart("software", "auto"), chart("auto", "software")
    keys = [{mark.key for mark in at_rest(c.fit(PLACE, env(known=TARGETS)))} for c in (first, second)]
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    ("bars", "code"),
    [
        (chart("claim", "auto"), "fact-without-value"),
        (chart("auto", "green"), "mixed-units"),
        (BarChart(), "one-of-two"),
        (chart("auto", items=items(1)), "one-of-two"),
    ],
)
def test_what_cannot_be_drawn_is_a_finding(bars: BarChart, code: str) -> None:
    assert code in [finding.code for finding in bars.fit(PLACE, env(known=TARGETS)).findings]


def test_the_fact_at_fault_is_counted_from_1_as_places_in_files_are() -> None:
    (finding,) = chart("auto", "claim").fit(PLACE, env(known=TARGETS)).findings
    assert finding.path == "facts.2"


def test_its_data_is_a_row_a_bar() -> None:
    assert chart("software").as_table(env()).rows == (("<software.label>", "<software>"),)
    assert BarChart(items=items(7)).as_table(env()).rows == (("第0项", "7"),)


def test_a_figure_that_reads_alike_in_all_languages_is_no_missing_translation() -> None:
    known = facts(fact("a", plain("A"), value="47", unit="percent"), fact("b", plain("B"), value="75", unit="percent"))
    fitted = BarChart(facts=(FactId("a"), FactId("b"))).fit(PLACE, env(("zh", "en", "ja"), known))
    assert fitted.findings == ()
    assert words_of(at_rest(fitted)).count("47%") == 1
