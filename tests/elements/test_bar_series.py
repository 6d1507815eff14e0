"""Bars and columns of several series: side by side, stacked, as shares; named at the bars or in a line."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bound import Values
from jn_presenter.draw.category_bars import CategoryBars
from jn_presenter.draw.chart import Item
from jn_presenter.draw.focus import DIMMED, dimmed
from jn_presenter.draw.growth import length
from jn_presenter.draw.heaps import FittedHeaps
from jn_presenter.elements.bar import BarChart
from jn_presenter.elements.column import ColumnChart
from jn_presenter.model.element import Env, Phase
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark
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
    fact,
    facts,
    outside,
    smallest_font,
    text_boxes,
    words_of,
)
from tests.tables import PLACES, env_of, table

WIDE = PLACES[0]
KINDS: tuple[type[CategoryBars], ...] = (BarChart, ColumnChart)
MODES = ("grouped", "stacked", "share")
HALLS = (
    ["馆", "本地", "外地", "海外"],
    ["陶瓷馆", 21000, 19000, 8000],
    ["书画馆", 20500, 12000, 4000],
    ["儿童馆", 9000, 1000, 500],
)


def chart(
    kind: type[CategoryBars], *rows: Sequence[object], languages: tuple[str, ...] = ("zh",), **more: object
) -> tuple[CategoryBars, Env]:
    head, *body = rows or HALLS
    feed = table([str(name) for name in head], *body)
    return kind(data=feed, unit=plain("人次"), **more), env_of(feed, languages=languages)  # type: ignore[arg-type]


def fitted(kind: type[CategoryBars], *rows: Sequence[object], place: Rect = WIDE, **more: object) -> FittedHeaps:
    made, env = chart(kind, *rows, **more)  # type: ignore[arg-type]
    found = made.fit(place, env)
    assert isinstance(found, FittedHeaps)
    return found


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[object], ...]:
    count = draw(st.integers(1, 5))
    many = draw(st.integers(1, 14))
    names = draw(st.lists(chinese(1, 8), min_size=count, max_size=count, unique=True))
    rows: list[list[object]] = [
        [draw(chinese(1, 16)), *draw(st.lists(st.none() | st.integers(0, 2_000_000), min_size=count, max_size=count))]
        for _ in range(many)
    ]
    return (["名称", *names], *rows)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None)
@given(tables(), st.sampled_from(MODES), st.sampled_from(LANGUAGES), st.sampled_from(PLACES))
def test_no_words_overlap_and_nothing_leaves_the_chart(
    kind: type[CategoryBars], rows: tuple[list[object], ...], mode: str, languages: tuple[str, ...], place: Rect
) -> None:
    found = fitted(kind, *rows, place=place, mode=mode, languages=languages)
    marks = at_rest(found)
    by_key(marks)
    assert not outside(bar_boxes(marks, "bar."), place)
    if not found.overflow:
        assert not collisions(text_boxes(marks))
        assert not outside(text_boxes(marks), place)
    assert smallest_font(marks) >= 24


@pytest.mark.parametrize("kind", KINDS)
@given(tables())
@settings(max_examples=40, deadline=None)
def test_segments_are_as_long_as_their_values_and_make_the_stack(
    kind: type[CategoryBars], rows: tuple[list[object], ...]
) -> None:
    found = fitted(kind, *rows, mode="stacked")
    pieces = [piece for heap in found.heaps for piece in heap.pieces]
    known = [(length(piece.box, piece.toward), float(piece.datum.value or 0)) for piece in pieces]
    scale = max((px / value for px, value in known if value), default=0.0)
    for px, value in known:
        assert px == pytest.approx(value * scale, abs=2.1), "but for the seam"
    for heap in found.heaps:
        if heap.pieces:
            boxes = [piece.box for piece in heap.pieces]
            ends = [box.x + box.w for box in boxes] if kind is BarChart else [-box.y for box in boxes]
            assert ends == pytest.approx(sorted(ends))


@pytest.mark.parametrize("kind", KINDS)
def test_stacks_say_their_sum_and_shares_make_100(kind: type[CategoryBars]) -> None:
    assert "48000人次" in words_of(at_rest(fitted(kind, mode="stacked")))
    words = words_of(at_rest(fitted(kind, ["馆", "甲", "乙", "丙"], ["一", 1, 1, 1], mode="share")))
    assert [words.count(share) for share in ("34%", "33%")] == [1, 2]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", MODES)
def test_every_series_is_named(kind: type[CategoryBars], mode: str) -> None:
    words = words_of(at_rest(fitted(kind, mode=mode)))
    assert all(words.count(name) == 1 for name in ("本地", "外地", "海外"))


def test_series_are_named_in_the_first_bars_where_there_is_room_else_in_a_line() -> None:
    roomy = by_key(at_rest(fitted(BarChart)))
    assert "swatch.本地" not in roomy
    tight = by_key(at_rest(fitted(BarChart, ["馆", "本地", "海外"], ["陶瓷馆", 21000, 3])))
    assert {"swatch.本地", "swatch.海外"} <= set(tight)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", ["stacked", "share"])
def test_negative_values_are_refused_in_stacks_and_sent_to_diverging(kind: type[CategoryBars], mode: str) -> None:
    found = fitted(kind, ["馆", "甲", "乙"], ["一", 5, -2], mode=mode)
    (finding,) = found.findings
    assert (finding.code, finding.severity) == ("negative", "error")
    assert "diverging" in finding.hint.en
    assert not bar_boxes(at_rest(found), "bar.")


@pytest.mark.parametrize("kind", KINDS)
def test_negative_values_go_the_other_way_in_groups(kind: type[CategoryBars]) -> None:
    found = fitted(kind, ["馆", "甲", "乙"], ["一", 5, -2])
    assert [piece.toward for piece in found.heaps[0].pieces] == (
        ["right", "left"] if kind is BarChart else ["up", "down"]
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", MODES)
def test_what_is_missing_is_a_gap_and_said(kind: type[CategoryBars], mode: str) -> None:
    found = fitted(kind, ["馆", "甲", "乙"], ["一", 5, 2], ["二", 3, None], mode=mode)
    marks = at_rest(found)
    assert "缺数" in words_of(marks)
    assert "bar.乙.二" not in by_key(marks)
    assert ("bar.甲.二" in by_key(marks)) == (mode != "share"), "of what is incomplete no share can be told"
    assert "3人次" not in words_of(marks) or mode == "grouped"


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_without_a_value_keeps_its_place_and_says_so(kind: type[CategoryBars]) -> None:
    items = (Item(label=text("甲", "A"), value=Decimal(3)), Item(label=text("乙", "B"), value=None))
    marks = at_rest(kind(items=items).fit(WIDE, env_of()))
    assert "乙" in words_of(marks)
    assert "缺数" in words_of(marks)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("sort", "order"), [("none", "甲乙丙丁"), ("descending", "乙丙甲丁"), ("ascending", "甲丙乙丁")]
)
def test_sorting_puts_what_is_missing_last_and_keeps_keys_and_steps(
    kind: type[CategoryBars], sort: str, order: str
) -> None:
    values = {"甲": 1, "乙": 9, "丙": 4, "丁": None}
    items = tuple(
        Item(label=text(name, name), value=None if value is None else Decimal(value)) for name, value in values.items()
    )
    made = kind(items=items, sort=sort).fit(WIDE, env_of())  # type: ignore[arg-type]
    assert isinstance(made, FittedHeaps)
    names = ["".join(line.text for line in heap.name.lines) for heap in made.heaps if heap.name]
    assert "".join(names) == order
    assert {heap.category: heap.parts for heap in made.heaps} == {str(k): (k,) for k in range(4)}


@pytest.mark.parametrize("kind", KINDS)
def test_sixty_categories_are_told_apart_honestly(kind: type[CategoryBars]) -> None:
    rows = [[f"{2020 + k // 12}-{k % 12 + 1:02d}", 100 + k] for k in range(60)]
    found = fitted(kind, ["月", "人次"], *rows)
    marks = at_rest(found)
    assert not found.overflow
    if kind is BarChart:
        assert [finding.code for finding in found.findings] == ["too-many"]
        assert f"另有{60 - len(bar_boxes(marks, 'bar.'))}项" in words_of(marks)
    else:
        assert len(bar_boxes(marks, "bar.")) == 60
        assert any(mark.key.startswith("tick.") for mark in marks), "what has no words has an axis"


@pytest.mark.parametrize("kind", KINDS)
def test_targets_of_a_series_are_hatched_never_filled_and_called_so(kind: type[CategoryBars]) -> None:
    columns = (Values(column="已达"), Values(column="规划", target=True))
    found = fitted(kind, ["馆", "已达", "规划"], ["一", 5, 9], values=columns)
    mark = by_key(at_rest(found))["bar.规划.一"]
    assert isinstance(mark, ShapeMark)
    assert mark.fill is None
    assert mark.hatch
    assert "规划 · 目标" in words_of(at_rest(found))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", MODES)
@given(MOMENTS)
def test_a_moment_is_itself_whichever_way_it_is_reached(kind: type[CategoryBars], mode: str, t: float) -> None:
    columns = tuple(Values(column=name) for name in ("本地", "外地", "海外"))
    found = fitted(kind, mode=mode, values=columns)
    phase = Phase(step=2, t=t, reveals=(0, 1, 2))
    assert found.marks(phase) == found.marks(phase)
    assert not outside(bar_boxes(found.marks(phase), "bar."), WIDE)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", MODES)
def test_a_step_begins_as_the_one_before_it_ended(kind: type[CategoryBars], mode: str) -> None:
    columns = tuple(Values(column=name) for name in ("本地", "外地", "海外"))
    found = fitted(kind, mode=mode, values=columns)
    for step in (1, 2):
        before = found.marks(Phase(step=step - 1, reveals=(0, 1, 2)))
        assert visible(found.marks(Phase(step=step, t=0.0, reveals=(0, 1, 2)))) == visible(before)


def visible(marks: Sequence[AnyMark]) -> list[AnyMark]:
    return [mark for mark in marks if mark.opacity > 0.0]


@pytest.mark.parametrize("kind", KINDS)
def test_stacked_segments_stay_on_each_other_while_they_grow(kind: type[CategoryBars]) -> None:
    found = fitted(kind, mode="stacked")
    boxes = by_key(found.marks(Phase(step=0, t=0.3)))
    first, second = (boxes[f"bar.{name}.陶瓷馆"] for name in ("本地", "外地"))
    assert isinstance(first, ShapeMark)
    assert isinstance(second, ShapeMark)
    assert isinstance(first.shape, Box)
    assert isinstance(second.shape, Box)
    if kind is BarChart:
        assert second.shape.x == pytest.approx(first.shape.x + first.shape.w, abs=2.1)
    else:
        assert second.shape.y + second.shape.h == pytest.approx(first.shape.y, abs=2.1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("focus", ["陶瓷馆", "本地"])
def test_what_is_meant_keeps_its_colour_and_the_rest_is_dimmed(kind: type[CategoryBars], focus: str) -> None:
    marks = dimmed(at_rest(fitted(kind, mode="stacked")), focus)
    bars = [mark for mark in marks if mark.key.startswith("bar.")]
    assert {mark.opacity for mark in bars if focus in mark.key} == {1.0}
    assert {mark.opacity for mark in bars if focus not in mark.key} == {DIMMED}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", MODES)
def test_nothing_known_and_all_zero_are_no_error(kind: type[CategoryBars], mode: str) -> None:
    made, env = chart(kind, mode=mode)
    assert not bar_boxes(at_rest(made.fit(WIDE, env_of())), "bar.")
    zeros = fitted(kind, ["馆", "甲", "乙"], ["一", 0, 0], mode=mode)
    assert not zeros.overflow
    assert not zeros.findings
    del env


def test_columns_lie_down_where_their_names_or_the_words_of_facts_have_no_room() -> None:
    def upright(made: ColumnChart, env: Env) -> bool:
        found = made.fit(Rect(976.0, 304.0, 832.0, 656.0), env)
        assert isinstance(found, FittedHeaps)
        return all(piece.toward == "up" for heap in found.heaps for piece in heap.pieces)

    short, long = (
        ColumnChart(items=tuple(Item(label=text("甲", f"{name} {k}"), value=Decimal(9)) for k in range(12)))
        for name in ("No.", "Telecommunications")
    )
    assert upright(short, env_of(languages=("en",)))
    assert not upright(long, env_of(languages=("en",)))
    known = facts(*(fact(f"f{k}", value="1000", unit="yi-yuan", op="near-class", kind="target") for k in range(8)))
    made = ColumnChart(facts=tuple(FactId(f"f{k}") for k in range(8)))
    assert not upright(made, env_of(languages=("en",), known=known))
    words = words_of(at_rest(made.fit(WIDE, env_of(languages=("en",), known=known))))
    assert words.count("just short of") == 8, "a figure of a fact keeps its own words"
