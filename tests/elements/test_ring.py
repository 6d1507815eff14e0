"""Progress rings: shares by numbers, targets outlined and never filled, names beside their rings."""

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.animate import Morph
from jn_presenter.draw.bound import Values
from jn_presenter.elements.ring import Ring, RingItem
from jn_presenter.feeds import FEEDS
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.feed import Column, Feed, Snapshot
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, ShapeMark, TextMark
from jn_presenter.model.text import Text, plain
from tests.decks import NIGHT, rows, text
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

PLACE = Rect(976.0, 304.0, 832.0, 656.0)
PLACES = [PLACE, Rect(88.0, 400.0, 904.0, 736.0), Rect(0.0, 0.0, 640.0, 568.0), Rect(0.0, 0.0, 2000.0, 480.0)]
KNOWN = facts(
    fact("green", text("建成区绿化覆盖率", "Green coverage"), value="47", unit="percent"),
    fact("goal", value="60", unit="percent", kind="target", due="2025"),
    fact("years", value="3", unit="years"),
    fact("claim", kind="claim"),
)
FEED: Feed = FEEDS["csv"](file="data/a.csv")


def own(*values: object, goals: Iterable[object] = (), unit: str = "percent", **more: object) -> Ring:
    aims = [*goals, *[None] * len(values)]
    items = tuple(
        RingItem(
            label=text(f"第{k}馆", f"Wing {k}"),
            value=None if value is None else Decimal(str(value)),
            goal=None if aim is None else Decimal(str(aim)),
        )
        for k, (value, aim) in enumerate(zip(values, aims, strict=False))
    )
    return Ring(items=items, unit=plain(unit), **more)  # type: ignore[arg-type]


def of(*names: str, **more: object) -> Ring:
    return Ring(facts=tuple(FactId(name) for name in names), **more)  # type: ignore[arg-type]


def arcs(fitted: Fitted) -> dict[str, Arc]:
    return {m.key: m.shape for m in at_rest(fitted) if isinstance(m, ShapeMark) and isinstance(m.shape, Arc)}


def shape(marks: Iterable[AnyMark], key: str) -> ShapeMark:
    mark = by_key(marks)[key]
    assert isinstance(mark, ShapeMark)
    return mark


def boxes_of(fitted: Fitted) -> list[tuple[str, Rect]]:
    return [("figure" if key.startswith("figure.") else key, box) for key, box in text_boxes(at_rest(fitted))]


RINGS = [
    own(64),
    own(64, goals=[80]),
    own(82, 64, 47, 31, goals=[90, 80, 75, 60]),
    own(82, None, sample=True),
    own(3200, unit="visitors", max=Decimal(5000)),
    of("green", goals=(FactId("goal"),)),
    of("goal"),
]


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("ring", RINGS)
def test_rings_and_words_stay_inside_and_apart(ring: Ring, place: Rect, languages: tuple[str, ...]) -> None:
    fitted = ring.fit(place, env(languages, KNOWN))
    assert not fitted.overflow
    assert not fitted.findings
    assert not outside(boxes_of(fitted), place)
    assert not collisions(boxes_of(fitted))
    for arc in arcs(fitted).values():
        assert place.contains(Rect(arc.cx - arc.outer, arc.cy - arc.outer, 2 * arc.outer, 2 * arc.outer), slack=1.0)


def test_one_ring_is_a_whole_turn_with_its_figure_in_the_middle() -> None:
    fitted = own(64).fit(PLACE, env())
    found = arcs(fitted)
    assert found["track"].sweep == 360.0
    assert found["sector.0"].sweep == pytest.approx(0.64 * 360)
    figure = dict(text_boxes(at_rest(fitted)))["figure.number"]
    assert abs(figure.y + figure.h / 2 - found["track"].cy) < figure.h / 4


def test_several_rings_lie_within_each_other_and_leave_a_quarter_to_their_names() -> None:
    fitted = own(100, 50, 25).fit(PLACE, env(("en",)))
    found = arcs(fitted)
    assert [found[f"sector.{k}"].sweep for k in range(3)] == pytest.approx([270.0, 135.0, 67.5])
    for k in (0, 1):
        assert found[f"track.{k}"].inner > found[f"track.{k + 1}"].outer
    boxes = dict(text_boxes(at_rest(fitted)))
    for k in range(3):
        arc, box = found[f"track.{k}"], boxes[f"name.{k}"]
        assert box.right < arc.cx
        assert abs(box.y + box.h / 2 - (arc.cy - (arc.outer + arc.inner) / 2)) < arc.outer - arc.inner


def test_a_figure_has_the_colour_of_its_ring() -> None:
    marks = by_key(at_rest(own(100, 50, 25).fit(PLACE, env(("zh", "en")))))
    for k in range(3):
        name = marks[f"name.{k}"]
        assert isinstance(name, TextMark)
        bold = {run.colour for line in name.lines for run in line.runs if run.font.bold}
        assert bold == {shape(marks.values(), f"sector.{k}").fill} == {NIGHT.series[k]}


def test_what_is_missing_to_the_target_is_outlined_and_hatched_and_not_filled() -> None:
    marks = at_rest(own(64, goals=[80]).fit(PLACE, env()))
    reached, ahead = shape(marks, "sector.0"), shape(marks, "goal.0")
    assert (bool(reached.fill), reached.hatch) == (True, None)
    assert (ahead.fill, bool(ahead.hatch), bool(ahead.stroke)) == (None, True, True)
    assert isinstance(reached.shape, Arc)
    assert isinstance(ahead.shape, Arc)
    assert ahead.shape.start == pytest.approx(reached.shape.sweep)
    assert ahead.shape.start + ahead.shape.sweep == pytest.approx(0.8 * 360)
    assert ahead.datum
    assert ahead.datum.state == "target"
    assert "80%" in words_of(marks)


def test_a_target_of_its_own_is_never_filled() -> None:
    marks = at_rest(of("goal").fit(PLACE, env(known=KNOWN)))
    assert shape(marks, "sector.goal").fill is None
    assert "目标" in words_of(marks)


def test_a_target_that_was_passed_is_a_mark_on_what_is_reached() -> None:
    marks = at_rest(own(81, goals=[60]).fit(PLACE, env()))
    reached, passed = shape(marks, "sector.0").shape, shape(marks, "goal.0").shape
    assert isinstance(reached, Arc)
    assert isinstance(passed, Arc)
    assert reached.sweep == pytest.approx(0.81 * 360)
    assert passed.start + passed.sweep == pytest.approx(0.6 * 360)
    assert passed.sweep < 4.0


def test_a_target_and_its_due_date_come_from_facts() -> None:
    words = words_of(at_rest(of("green", goals=(FactId("goal"),)).fit(PLACE, env(("en",), KNOWN))))
    assert "Target (to 2025) 60%" in words
    assert "Green coverage" in words


def test_without_a_maximum_the_target_is_the_whole() -> None:
    found = arcs(own(30, goals=[40], unit="visitors").fit(PLACE, env()))
    assert found["sector.0"].sweep == pytest.approx(270.0)
    assert found["goal.0"].sweep == pytest.approx(90.0)


def test_rows_of_a_table_are_rings_and_a_column_has_their_targets() -> None:
    columns = (
        Column(name="馆", cells=("a", "b")),
        Column(name="now", cells=("20", None)),
        Column(name="aim", cells=("50", "60")),
    )
    ring = Ring(data=FEED, unit=plain("percent"), values=(Values(column="now"), Values(column="aim", target=True)))
    fitted = ring.fit(PLACE, env(("zh", "en"), snapshots={FEED: Snapshot(columns=columns)}))
    found = arcs(fitted)
    assert found["goal.a"].start == pytest.approx(0.2 * 270)
    assert found["goal.a"].sweep == pytest.approx(0.3 * 270)
    assert "sector.b" not in found
    assert "缺数" in words_of(at_rest(fitted))


def test_a_row_keeps_its_ring_when_the_data_changes() -> None:
    ring = Ring(data=FEED, unit=plain("percent"))
    old, new = (
        at_rest(ring.fit(PLACE, env(snapshots={FEED: rows(**values)})))
        for values in ({"a": 20, "b": 60}, {"b": 60, "a": 40})
    )
    half = shape(Morph(old, new).at(0.5), "sector.a").shape
    assert isinstance(half, Arc)
    assert 0.2 * 270 < half.sweep < 0.4 * 270


def test_before_anything_is_known_there_is_nothing_but_the_badge() -> None:
    fitted = Ring(data=FEED, sample=True).fit(PLACE, env())
    assert words_of(at_rest(fitted)) == "示例数据"
    assert not fitted.findings


@pytest.mark.parametrize(
    ("ring", "code"),
    [
        (own(-1, 5), "negative"),
        (own(5, unit="visitors"), "ring-max"),
        (own(0, goals=[0], unit="visitors"), "ring-max"),
        (own(120), "ring-range"),
        (own(1, 2, 3, 4, 5), "too-many"),
        (of("claim"), "fact-without-value"),
        (of("green", goals=(FactId("green"),)), "no-target"),
        (of("years", goals=(FactId("goal"),)), "no-target"),
        (Ring(), "one-of-two"),
    ],
)
def test_what_no_ring_can_show_is_a_finding(ring: Ring, code: str) -> None:
    fitted = ring.fit(PLACE, env(known=KNOWN))
    assert code in [finding.code for finding in fitted.findings]
    at_rest(fitted)


@settings(deadline=None, max_examples=80)
@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.integers(1, 10**9), labels()), min_size=1, max_size=4),
    st.sampled_from(LANGUAGES),
    st.integers(240, 1700),
    st.integers(240, 900),
)
def test_any_figures_keep_to_their_place_or_overflow(
    given_rows: list[tuple[int, int, Text]], languages: tuple[str, ...], width: int, height: int
) -> None:
    place = Rect(64.0, 72.0, float(width), float(height))
    items = tuple(RingItem(label=label, value=Decimal(value), goal=Decimal(goal)) for value, goal, label in given_rows)
    fitted = Ring(items=items, unit=plain("visitors"), sample=True).fit(place, env(languages))
    boxes = boxes_of(fitted)
    assert fitted.overflow or not outside(boxes, place)
    assert fitted.overflow or not collisions(boxes)
    assert smallest_font(at_rest(fitted)) >= 24.0
    found = arcs(fitted)
    full = 360.0 if len(items) == 1 else 270.0
    for k, (value, goal, _) in enumerate(given_rows):
        whole = max(value, goal)
        assert found[f"sector.{k}"].sweep == pytest.approx(full * value / whole)
        if value < goal:
            assert found[f"sector.{k}"].sweep + found[f"goal.{k}"].sweep == pytest.approx(full)


@given(MOMENTS)
def test_rings_are_drawn_with_the_moment_and_reverse_exactly(t: float) -> None:
    fitted = own(82, 64, goals=[90, 80]).fit(PLACE, env())
    marks = fitted.marks(Phase(step=0, t=t))
    assert marks == fitted.marks(Phase(step=0, t=t))
    swept = [
        m.shape.sweep for m in marks if isinstance(m, ShapeMark) and m.key == "sector.0" and isinstance(m.shape, Arc)
    ]
    assert not swept or swept[0] <= 0.82 * 270 + 1e-9


def test_the_end_of_the_motion_is_the_rest_and_each_ring_can_be_a_step() -> None:
    fitted = own(82, 64).fit(PLACE, env())
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)
    assert fitted.marks(Phase(step=0, reveals=(1, 2))) == ()
    reveals = (1, 2)
    assert fitted.marks(Phase(step=2, t=0.0, reveals=reveals)) == fitted.marks(Phase(step=1, t=1.0, reveals=reveals))


def test_years_do_not_count() -> None:
    def first(ring: Ring) -> str:
        return words_of(ring.fit(PLACE, env(known=KNOWN)).marks(Phase(step=0, t=0.0)))

    assert "3" in first(of("years", max=Decimal(5))).split("\n")
    assert "47" not in first(of("green")).split("\n")
