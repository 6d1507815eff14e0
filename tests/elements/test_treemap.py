"""Treemaps: exact areas, whole labels or a list beneath, groups that stay together."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.bound import Values
from jn_presenter.draw.chart import Item
from jn_presenter.draw.focus import dimmed
from jn_presenter.elements.treemap import Treemap
from jn_presenter.model.element import Phase
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ShapeMark, TextMark
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
from tests.tables import env_of, table

PLACES = [
    Rect(112.0, 304.0, 1696.0, 640.0),
    Rect(96.0, 400.0, 888.0, 1200.0),
    Rect(976.0, 304.0, 832.0, 656.0),
    Rect(200.0, 240.0, 2400.0, 640.0),
]
WIDE = PLACES[0]


def items(*values: int | None, **more: object) -> Treemap:
    made = tuple(
        Item(label=text(f"第{k}项", f"Item {k}"), value=None if v is None else Decimal(v)) for k, v in enumerate(values)
    )
    return Treemap(items=made, **more)  # type: ignore[arg-type]


@settings(max_examples=40)
@given(
    st.lists(st.tuples(labels(), st.integers(0, 20_000)), min_size=1, max_size=40),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
    st.booleans(),
)
def test_words_stand_whole_in_their_own_tile_or_beneath(
    rows: list[tuple[Text, int]], languages: tuple[str, ...], place: Rect, sample: bool
) -> None:
    chart = Treemap(
        items=tuple(Item(label=label, value=Decimal(value)) for label, value in rows),
        unit=plain("visitors"),
        sample=sample,
    )
    marks = at_rest(chart.fit(place, env(languages)))
    boxes = text_boxes(marks)
    tiles = dict(bar_boxes(marks, "tile."))
    assert not collisions(boxes)
    assert not outside([*boxes, *tiles.items()], place)
    assert smallest_font(marks) >= 24
    for key, box in boxes:
        if key.startswith("name."):
            assert tiles["tile." + key.removeprefix("name.")].contains(box)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=60))
def test_areas_are_as_the_values(values: list[int]) -> None:
    tiles = dict(bar_boxes(at_rest(items(*values).fit(WIDE, env())), "tile."))
    areas = [tiles[f"tile.{k}"].w * tiles[f"tile.{k}"].h for k in range(len(values))]
    whole = sum(areas)
    for area, value in zip(areas, values, strict=True):
        assert area / whole == pytest.approx(value / sum(values), rel=1e-6)


def test_what_has_no_room_for_its_name_has_a_number_that_is_found_in_the_list() -> None:
    names = ("一", "二", "三", "名称很长的第四项甲", "名称很长的第五项乙")
    feed = table(["名", "件"], *zip(names, (5000, 4000, 3000, 160, 150), strict=True))
    marks = by_key(at_rest(Treemap(data=feed).fit(WIDE, env_of(feed))))
    rest = words_of([marks["rest"]])
    assert rest.startswith("其余：")
    for number, name in ((1, names[3]), (2, names[4])):
        assert f"{number}\u00a0{name}" in rest
        assert words_of([marks[f"name.{name}"]]) == str(number)


def test_without_small_ones_there_is_no_list() -> None:
    assert "rest" not in by_key(at_rest(items(3, 2, 1).fit(WIDE, env())))


def test_a_zero_and_a_missing_value_have_no_tile_and_are_said_beneath() -> None:
    marks = by_key(at_rest(items(3, 0, None).fit(WIDE, env())))
    assert {"tile.1", "tile.2"}.isdisjoint(marks)
    words = words_of([marks["rest"]])
    assert "第1项\u00a00" in words
    assert "第2项\u00a0缺数" in words


GROUPED = [["青花", "陶瓷", 8], ["白瓷", "陶瓷", 5], ["山水", "书画", 4], ["花鸟", "书画", 3]]


def grouped(rows: list[list[str | int]] = GROUPED, **more: object) -> tuple[Treemap, object]:
    feed = table(["名", "门类", "件"], *rows)
    return Treemap(data=feed, group="门类", **more), env_of(feed)  # type: ignore[arg-type]


def test_tiles_of_a_group_fill_a_rectangle_of_their_own_in_a_colour_of_their_own() -> None:
    chart, here = grouped()
    fitted = chart.fit(WIDE, here)  # type: ignore[arg-type]
    marks = by_key(at_rest(fitted))
    assert not fitted.findings
    (_, first), (_, second) = fitted.tiles.groups
    assert first.w * first.h / (second.w * second.h) == pytest.approx(13 / 7)
    fills = {key: marks[f"tile.{key}"].fill for key in ("陶瓷.青花", "陶瓷.白瓷", "书画.山水", "书画.花鸟")}  # type: ignore[union-attr]
    assert fills["陶瓷.青花"] == fills["陶瓷.白瓷"] != fills["书画.山水"] == fills["书画.花鸟"]
    assert first.contains(dict(bar_boxes(marks.values(), "tile."))["tile.陶瓷.白瓷"])


def test_a_group_is_named_in_its_largest_tile() -> None:
    chart, here = grouped()
    marks = by_key(at_rest(chart.fit(WIDE, here)))  # type: ignore[arg-type]
    assert words_of([marks["name.陶瓷.青花"]]).split("\n")[:2] == ["陶瓷", "青花"]
    assert "书画" in words_of([marks["name.书画.山水"]])
    assert "陶瓷" not in words_of([marks["name.陶瓷.白瓷"]])


def test_a_group_without_room_for_its_name_is_named_in_the_list() -> None:
    chart, here = grouped([["甲", "大", 9000], ["乙", "小的一组名称很长", 20], ["丙", "小的一组名称很长", 10]])
    assert "小的一组名称很长" in words_of(at_rest(chart.fit(WIDE, here)))  # type: ignore[arg-type]


def test_a_group_or_one_of_its_tiles_can_stand_out() -> None:
    chart, here = grouped()
    marks = at_rest(chart.fit(WIDE, here))  # type: ignore[arg-type]
    faint = {mark.key for mark in dimmed(marks, "陶瓷") if mark.opacity < 1.0}
    assert {"tile.书画.山水", "name.书画.花鸟"} <= faint
    assert {"tile.陶瓷.青花", "name.陶瓷.白瓷"}.isdisjoint(faint)
    assert [mark.key for mark in dimmed(marks, "山水") if mark.key.startswith("tile.") and mark.opacity == 1.0] == [
        "tile.书画.山水"
    ]


def test_a_column_of_groups_that_is_gone_is_a_finding() -> None:
    feed = table(["名", "件"], ["青花", 8])
    fitted = Treemap(data=feed, group="门类").fit(WIDE, env_of(feed))
    assert [finding.code for finding in fitted.findings] == ["no-column"]


def test_a_tile_keeps_its_key_wherever_its_row_goes() -> None:
    here, there = (
        {mark.key for mark in at_rest(chart.fit(WIDE, env))}  # type: ignore[arg-type]
        for chart, env in (grouped(), grouped(GROUPED[::-1]))
    )
    assert here == there


def test_negative_values_are_refused_with_a_chart_that_has_them() -> None:
    (finding,) = items(3, -1).fit(WIDE, env()).findings
    assert finding.code == "negative"
    assert "第1项" in finding.message.zh


def test_of_several_columns_the_first_is_taken_and_it_is_said() -> None:
    feed = table(["名", "a", "b"], ["x", 1, 2])
    chart = Treemap(data=feed, values=(Values(column="a"), Values(column="b")))
    assert [finding.code for finding in chart.fit(WIDE, env_of(feed)).findings] == ["one-series"]


def test_a_target_is_hatched_and_says_so() -> None:
    known = facts(fact("a", value="7", unit="visitors"), fact("b", value="5", unit="visitors", kind="target"))
    marks = by_key(at_rest(Treemap(facts=(FactId("a"), FactId("b"))).fit(WIDE, env(known=known))))
    target = marks["tile.b"]
    assert isinstance(target, ShapeMark)
    assert target.hatch
    assert target.fill is None
    assert "目标" in words_of([marks["name.b"]])


def test_nothing_but_the_badge_stands_while_the_table_is_awaited() -> None:
    feed = table(["名", "件"], ["a", 1], sample=True)
    assert {mark.key for mark in at_rest(Treemap(data=feed).fit(WIDE, env()))} == {"sample", "sample.words"}


def test_tiles_grow_one_after_another_within_their_place() -> None:
    fitted = items(4, 4, 4).fit(WIDE, env())
    early = [box.w for _, box in bar_boxes(fitted.marks(Phase(step=0, t=0.4)), "tile.")]
    assert early == sorted(early, reverse=True)
    assert not bar_boxes(fitted.marks(Phase(step=0, t=0.0)), "tile.")


@given(MOMENTS)
def test_growth_never_leaves_the_tile_and_reverses(t: float) -> None:
    fitted = items(9, 5, 2).fit(WIDE, env())
    last = dict(bar_boxes(at_rest(fitted), "tile."))
    for key, box in bar_boxes(fitted.marks(Phase(step=0, t=t)), "tile."):
        assert last[key].contains(box)
    assert fitted.marks(Phase(step=1, t=0.0, reveals=(1,))) == ()


@given(MOMENTS)
def test_words_stand_only_in_tiles_that_have_room_for_them(t: float) -> None:
    marks = by_key(items(900, 500, 20).fit(WIDE, env()).marks(Phase(step=0, t=t)))
    tiles = dict(bar_boxes(marks.values(), "tile."))
    for key in (key for key in marks if key.startswith("name.")):
        assert tiles["tile." + key.removeprefix("name.")].w >= 0.6 * dict(bar_boxes(LAST, "tile."))["tile." + key[5:]].w


LAST = at_rest(items(900, 500, 20).fit(WIDE, env()))


def test_each_category_can_have_its_step() -> None:
    fitted = items(3, 2, 1).fit(WIDE, env())
    shown = fitted.marks(Phase(step=2, reveals=(1, 2, 3)))
    assert [key for key, _ in bar_boxes(shown, "tile.")] == ["tile.0", "tile.1"]


def test_sixty_small_ones_are_listed_as_far_as_there_is_room() -> None:
    fitted = items(10**6, *([1] * 59)).fit(PLACES[2], env())
    marks = by_key(at_rest(fitted))
    assert isinstance(marks["rest"], TextMark)
    assert "项" in words_of([marks["rest"]])
    assert not outside(text_boxes(marks.values()), PLACES[2])
