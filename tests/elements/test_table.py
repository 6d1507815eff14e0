"""Tables: columns and hairlines by numbers, figures at the right, targets tagged, rows that come one by one."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.animate import Morph
from jn_presenter.draw.bound import Values
from jn_presenter.draw.focus import DIMMED, dimmed
from jn_presenter.draw.ruled import GAPS
from jn_presenter.elements.table import DataTable, Row
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark, TextMark
from jn_presenter.model.text import Text, plain
from tests.decks import NIGHT, feed, text
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

WIDE = Rect(112.0, 320.0, 1696.0, 640.0)
TALL = Rect(96.0, 496.0, 888.0, 1328.0)
LOW = Rect(112.0, 320.0, 1696.0, 304.0)
PLACES = [WIDE, TALL, Rect(64.0, 312.0, 1312.0, 648.0), Rect(1360.0, 112.0, 2272.0, 848.0)]
KNOWN = facts(
    fact("founded", text("正式挂牌", "Opened"), as_of="1992-06"),
    fact("green", text("建成区绿化覆盖率", "Green coverage of the built-up area"), value="47", unit="percent"),
    fact("dated", text("企业满意度", "Satisfied companies"), value="75", unit="percent", as_of="2020"),
    fact("goal", text("规划目标", "The goal of the plan"), value="60", unit="percent", kind="target", due="2025"),
    fact("claim", text("全省领先", "Leading the province"), kind="claim"),
)
NAMES = ("founded", "green", "dated", "goal", "claim")
WINGS = [("陶瓷馆", "Ceramics"), ("书画馆", "Painting and calligraphy"), ("儿童馆", "Children's wing")]


def of_facts(*names: str, **more: object) -> DataTable:
    return DataTable(facts=tuple(FactId(name) for name in names or NAMES), **more)  # type: ignore[arg-type]


def of_rows(*rows: Sequence[Text | str], heads: Sequence[Text | str] = (), **more: object) -> DataTable:
    def cells(row: Sequence[Text | str]) -> tuple[Text, ...]:
        return tuple(plain(cell) if isinstance(cell, str) else cell for cell in row)

    return DataTable(columns=cells(heads), rows=tuple(Row(cells=cells(row)) for row in rows), **more)  # type: ignore[arg-type]


def halls(**more: object) -> DataTable:
    areas = ("3.2", "2.75", "11")
    rows = [(text(*wing), str(4 - k), area) for k, (wing, area) in enumerate(zip(WINGS, areas, strict=True))]
    return of_rows(*rows, heads=(text("展馆", "Wing"), text("展厅", "Halls"), text("面积", "Area")), **more)


TABLES = [of_facts(), halls(), halls(sample=True), of_facts("green", "goal", sample=True)]


def column(fitted: Fitted, prefix: str) -> list[tuple[str, Rect]]:
    return [(key, box) for key, box in text_boxes(at_rest(fitted)) if key.startswith(prefix)]


def rules(marks: Iterable[AnyMark]) -> list[Rect]:
    return [box for _, box in bar_boxes(marks, "rule")]


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("table", TABLES)
def test_words_stay_inside_and_apart_and_off_the_lines(
    table: DataTable, place: Rect, languages: tuple[str, ...]
) -> None:
    fitted = table.fit(place, env(languages, KNOWN))
    marks = at_rest(fitted)
    boxes = text_boxes(marks)
    assert not fitted.overflow
    assert not fitted.findings
    assert not outside([*boxes, *bar_boxes(marks, "")], place)
    assert not collisions(boxes)
    assert not [key for key, box in boxes for line in rules(marks) if box.y < line.bottom and line.y < box.bottom]
    assert smallest_font(marks) >= 24.0


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("languages", LANGUAGES)
def test_figures_of_a_column_end_at_one_right_edge(place: Rect, languages: tuple[str, ...]) -> None:
    fitted = of_rows(*((text(*wing), number) for wing, number in zip(WINGS, ("48000", "7", "360"), strict=True))).fit(
        place, env(languages)
    )
    ends = [box.right for row in range(3) for _, box in column(fitted, f"cell.{row}.1")]
    assert ends == pytest.approx([ends[0]] * 3)
    starts = {round(box.x, 3) for row in range(3) for _, box in column(fitted, f"cell.{row}.0")}
    assert starts == {place.x}


def test_decimal_points_stand_under_one_another() -> None:
    fitted = halls().fit(WIDE, env())
    ends = [box for row in range(3) for _, box in column(fitted, f"cell.{row}.2")]
    digit = ends[0].w / 3
    points = [ends[0].x + digit, ends[1].x + digit, ends[2].right]
    assert points == pytest.approx([points[0]] * 3)


def test_heads_of_figures_end_where_these_end() -> None:
    for number in ("48000000", "4"):
        fitted = of_rows(("甲", number), heads=("展馆", "展厅")).fit(WIDE, env())
        head, figures = column(fitted, "head.1")[0][1], column(fitted, "cell.0.1")[0][1]
        assert head.right == pytest.approx(figures.right)
        assert column(fitted, "head.0")[0][1].x == WIDE.x
        assert head.bottom < figures.y


@pytest.mark.parametrize("width", [560.0, 888.0, 1696.0])
def test_columns_keep_a_gap_also_where_figures_hang_from_their_points(width: float) -> None:
    rows = [("自然与地质馆", "1111111"), ("儿童馆", "2.123456"), ("书画与陶瓷馆", "3")]
    fitted = of_rows(*rows).fit(Rect(0.0, 0.0, width, 900.0), env())
    assert not fitted.overflow
    words = max(box.right for row in range(3) for _, box in column(fitted, f"cell.{row}.0"))
    assert min(box.x for row in range(3) for _, box in column(fitted, f"cell.{row}.1")) >= words + GAPS[0] - 0.01


def test_a_rule_under_the_heads_and_hairlines_between_rows() -> None:
    marks = at_rest(halls().fit(WIDE, env()))
    found = [mark for mark in marks if isinstance(mark, ShapeMark) and mark.key.startswith("rule")]
    assert [mark.key for mark in found] == ["rule", "rule.1", "rule.2"]
    assert [mark.fill for mark in found] == [NIGHT.quiet, NIGHT.faint, NIGHT.faint]
    assert all(mark.crisp for mark in found)
    heights = [box.y for box in rules(marks)]
    assert heights[2] - heights[1] == heights[1] - heights[0]
    assert len({(box.x, box.w) for box in rules(marks)}) == 1


@pytest.mark.parametrize("place", PLACES)
def test_rules_are_as_long_as_the_place_where_words_stand_last(place: Rect) -> None:
    words = of_rows(*((text(*wing), text("开放", "Open")) for wing in WINGS)).fit(place, env())
    assert {rule.right for rule in rules(at_rest(words))} == {place.right}


def test_figures_that_stand_last_are_not_far_from_their_words() -> None:
    (rule, *_) = rules(at_rest(of_rows(*((text(*wing), "7") for wing in WINGS)).fit(WIDE, env())))
    assert rule.w < WIDE.w / 2


def test_columns_begin_on_the_grid_of_8() -> None:
    fitted = of_rows(*((text(*wing), text("开放", "Open"), text("免费", "Free")) for wing in WINGS)).fit(WIDE, env())
    starts = {column(fitted, f"cell.0.{k}")[0][1].x - WIDE.x for k in range(3)}
    assert {start % 8 for start in starts} == {0.0}


def test_rows_have_more_air_in_a_tall_place() -> None:
    table = of_rows(*((text(*wing), text("开放", "Open")) for wing in WINGS))
    wide, tall = ([rule.y for rule in rules(at_rest(table.fit(place, env())))] for place in (LOW, TALL))
    assert tall[1] - tall[0] > 1.5 * (wide[1] - wide[0])


def test_cells_of_a_row_share_their_first_baseline() -> None:
    for languages in LANGUAGES:
        marks = at_rest(of_facts().fit(WIDE, env(languages, KNOWN)))
        for name in ("dated", "goal"):
            row = [mark for mark in marks if isinstance(mark, TextMark) and mark.key.endswith(name)]
            assert len(row) == 3
            assert len({round(mark.lines[0].y, 3) for mark in row}) == 1


def test_a_target_has_the_sign_of_a_target_and_nothing_says_it_is_reached() -> None:
    marks = by_key(at_rest(of_facts("dated", "goal").fit(WIDE, env(("en",), KNOWN))))
    sign, figure, reached = marks["date.goal.swatch"], marks["figure.goal"], marks["figure.dated"]
    assert isinstance(sign, ShapeMark)
    assert sign.hatch
    assert sign.stroke
    assert sign.fill is None
    assert isinstance(figure, TextMark)
    assert isinstance(reached, TextMark)
    assert not figure.lines[0].runs[0].font.bold
    assert reached.lines[0].runs[0].font.bold
    assert figure.datum
    assert figure.datum.state == "target"
    assert "2025" in words_of([marks["date.goal"]])


def test_an_undated_figure_gets_no_date() -> None:
    marks = by_key(at_rest(of_facts("dated", "green").fit(WIDE, env(("zh",), KNOWN))))
    assert words_of([marks["date.green"]]) == "原文未注日期"


def test_in_a_narrow_place_dates_stand_beneath_the_labels() -> None:
    narrow = Rect(0.0, 0.0, 560.0, 900.0)
    fitted = of_facts().fit(narrow, env(("en",), KNOWN))
    boxes = dict(text_boxes(at_rest(fitted)))
    assert not fitted.overflow
    assert boxes["tag.label.dated.words"].y >= boxes["label.dated"].bottom
    assert "date.dated" in dict(text_boxes(at_rest(of_facts().fit(WIDE, env(("en",), KNOWN)))))


def test_a_narrow_place_rather_folds_than_breaks_and_a_wide_one_rather_breaks() -> None:
    def keys(height: float) -> set[str]:
        fitted = of_facts().fit(Rect(0.0, 0.0, 1000.0, height), env(("en",), KNOWN))
        assert not fitted.overflow
        return {key for key, _ in text_boxes(at_rest(fitted))}

    assert "tag.label.dated.words" in keys(1200.0)
    assert "date.dated" in keys(600.0)


def test_where_height_is_short_stacked_languages_stand_side_by_side() -> None:
    low = Rect(0.0, 0.0, 2000.0, 300.0)
    fitted = of_facts().fit(low, env(("zh", "en"), KNOWN))
    assert not fitted.overflow
    marks = by_key(at_rest(fitted))
    for mark in (marks["label.dated"], marks["date.dated"]):
        assert isinstance(mark, TextMark)
        assert len(mark.lines) == 2
        assert mark.lines[0].y == mark.lines[1].y
        assert mark.lines[1].x > mark.lines[0].x + mark.lines[0].width
    assert not collisions(text_boxes(marks.values()))


def test_figures_side_by_side_in_two_languages_end_at_one_right_edge_too() -> None:
    visits = facts(fact("many", value="120000", unit="visitors", as_of="2020"), fact("few", value="7", unit="visitors"))
    fitted = of_facts("many", "few").fit(Rect(0.0, 0.0, 2000.0, 130.0), env(("zh", "en"), visits))
    assert not fitted.overflow
    ends = []
    for name in ("many", "few"):
        boxes = [box for _, box in column(fitted, f"figure.{name}")]
        assert boxes[0].bottom > boxes[1].y
        ends.append(boxes[1].right)
    assert ends[0] == pytest.approx(ends[1])


def test_a_target_among_typed_rows_is_tagged() -> None:
    table = of_rows((text("甲", "One"), "<goal>"), (text("乙", "Two"), "12345678901234567890"))
    for place in PLACES:
        marks = by_key(at_rest(table.fit(place, env(known=KNOWN))))
        assert "tag.cell.0.1.swatch" in marks
        assert "2025" in words_of(marks.values())
        boxes = dict(text_boxes(marks.values()))
        assert boxes["tag.cell.0.1.words"].right == pytest.approx(boxes["cell.1.1"].right)
        assert not collisions(text_boxes(marks.values()))


def test_the_table_is_set_larger_where_compose_lets_it() -> None:
    def size(**more: object) -> float:
        fitted = halls().fit(WIDE, env(**more))  # type: ignore[arg-type]
        return (
            next(mark for mark in at_rest(fitted) if isinstance(mark, TextMark) and mark.key == "cell.0.0")
            .lines[0]
            .runs[0]
            .font.size
        )

    assert halls().roomy(WIDE, env())
    assert (size(), size(large=True)) == (36.0, 48.0)
    assert not halls().roomy(Rect(0.0, 0.0, 1696.0, 340.0), env())
    assert not halls().fit(Rect(0.0, 0.0, 1696.0, 340.0), env(large=True)).overflow
    assert not of_facts().roomy(Rect(0.0, 0.0, 1312.0, 640.0), env(("en",), KNOWN))
    assert not halls().roomy(Rect(0.0, 0.0, 320.0, 640.0), env())


def test_rows_keep_their_keys_whatever_their_order() -> None:
    first, second = of_facts("green", "dated"), of_facts("dated", "green")
    keys = [
        {mark.key for mark in at_rest(table.fit(WIDE, env(known=KNOWN))) if not mark.key.startswith("rule")}
        for table in (first, second)
    ]
    assert keys[0] == keys[1]


def test_each_row_comes_at_its_step_and_the_head_with_the_first() -> None:
    fitted = halls().fit(WIDE, env())
    reveals = (1, 2, 3)
    assert halls().parts() == 3
    assert fitted.marks(Phase(step=0, reveals=reveals)) == ()
    first = by_key(fitted.marks(Phase(step=1, reveals=reveals)))
    assert {"head.0", "rule", "cell.0.0"} <= first.keys()
    assert "cell.1.0" not in first
    assert "rule.1" not in first
    assert fitted.marks(Phase(step=3, reveals=reveals)) == at_rest(fitted)


@given(MOMENTS, st.sampled_from([(0,), (1,), (1, 2, 3), (2, 0, 1)]), st.integers(0, 3))
def test_motion_ends_where_the_next_begins_and_reverses_exactly(t: float, reveals: tuple[int, ...], step: int) -> None:
    fitted = halls().fit(WIDE, env())
    now = fitted.marks(Phase(step=step, t=t, reveals=reveals))
    assert now == halls().fit(WIDE, env()).marks(Phase(step=step, t=t, reveals=reveals))
    assert all(0.0 <= mark.opacity <= 1.0 for mark in now)
    if step:
        before = fitted.marks(Phase(step=step - 1, reveals=reveals))
        assert fitted.marks(Phase(step=step, t=0.0, reveals=reveals)) == before


def test_a_row_rises_a_little_as_it_comes() -> None:
    fitted = halls().fit(WIDE, env())
    coming = by_key(fitted.marks(Phase(step=2, t=0.3, reveals=(1, 2, 3))))
    moving, still = coming["cell.1.0"], coming["cell.0.0"]
    assert isinstance(moving, TextMark)
    assert isinstance(still, TextMark)
    assert moving.dy > 0.0
    assert 0.0 < moving.opacity < 1.0
    assert still.dy == 0.0


def test_texts_of_step_0_stand_at_once() -> None:
    fitted = halls().fit(WIDE, env())
    assert fitted.marks(Phase(step=0, t=0.0)) == at_rest(fitted)


CELLS = st.one_of(labels(), st.integers(0, 10**7).map(lambda value: plain(str(value))), st.just(plain("—")))


@settings(deadline=None, max_examples=60)
@given(
    st.integers(1, 5).flatmap(lambda count: st.lists(st.tuples(*[CELLS] * count), min_size=1, max_size=8)),
    st.sampled_from(LANGUAGES),
    st.integers(300, 2200),
    st.integers(200, 1300),
    st.booleans(),
)
def test_any_table_keeps_to_its_place_or_overflows(
    rows: list[tuple[Text, ...]], languages: tuple[str, ...], width: int, height: int, heads: bool
) -> None:
    place = Rect(64.0, 72.0, float(width), float(height))
    fitted = of_rows(*rows, heads=rows[0] if heads else ()).fit(place, env(languages))
    marks = at_rest(fitted)
    by_key(marks)
    boxes = text_boxes(marks)
    assert fitted.overflow or not outside([*boxes, *bar_boxes(marks, "")], place)
    assert fitted.overflow or not collisions(boxes)
    assert smallest_font(marks) >= 24.0
    words = [mark for mark in marks if isinstance(mark, TextMark) and mark.key.startswith("cell.")]
    stacked = {mark.lines[0].y != mark.lines[-1].y for mark in words if len({line.language for line in mark.lines}) > 1}
    assert len(stacked) <= 1


def test_a_table_too_large_for_its_place_overflows() -> None:
    assert halls().fit(Rect(0.0, 0.0, 1696.0, 120.0), env()).overflow
    assert halls().fit(Rect(0.0, 0.0, 200.0, 900.0), env()).overflow


def test_sample_data_says_so() -> None:
    marks = by_key(at_rest(halls(sample=True).fit(WIDE, env(("en",)))))
    assert "Sample data" in words_of(marks.values())
    assert marks["cell.0.1"].datum
    assert marks["cell.0.1"].datum.state == "sample"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (DataTable(), [("one-of-two", "")]),
        (of_facts("green", rows=(Row(cells=(plain("a"),)),)), [("one-of-two", "")]),
        (
            of_rows(("a", "1"), ("b",), ("c", "2", "3"), heads=("x", "y")),
            [("table-cells", "rows.2"), ("table-cells", "rows.3")],
        ),
        (of_rows(("a", "1"), ("b",)), [("table-cells", "rows.2")]),
        (of_facts("green", columns=(plain("x"),)), [("table-cells", "columns")]),
        (of_rows(*[("a", "1")] * 11), [("table-size", "rows")]),
        (of_rows(("1",) * 7), [("table-size", "rows")]),
        (of_facts(*["green"] * 11), [("table-size", "facts")]),
    ],
)
def test_what_makes_no_good_table_is_a_finding(table: DataTable, expected: list[tuple[str, str]]) -> None:
    fitted = table.fit(WIDE, env(known=KNOWN))
    assert [(finding.code, finding.path) for finding in fitted.findings] == expected
    at_rest(fitted)


def test_a_mistake_in_a_cell_is_told() -> None:
    fitted = of_rows(("<unknown>", "1")).fit(WIDE, env(known=KNOWN))
    assert [finding.code for finding in fitted.findings] == ["unknown-fact"]


def test_a_fact_that_could_not_be_loaded_leaves_its_row_out() -> None:
    fitted = of_facts("green", "broken").fit(WIDE, env(known=KNOWN))
    assert not fitted.findings
    assert at_rest(of_facts("broken").fit(WIDE, env(known=KNOWN))) == ()


def test_its_data_are_its_rows() -> None:
    assert of_facts("green").as_table(env()).rows == (("<green.label>", "<green>"),)
    table = halls().as_table(env())
    assert table.columns == ("展馆", "展厅", "面积")
    assert table.rows[0] == ("陶瓷馆", "4", "3.2")


FEED = feed("a")
DATA: dict[str, Sequence[str | None]] = {
    "馆": ("陶瓷馆", "书画馆", "儿童馆"),
    "观众": ("48000", "9800", None),
    "增减": ("12.5", "-4.25", "0"),
    "备注": ("每天", None, "周末"),
}


def snapshot(data: Mapping[str, Sequence[str | None]] = DATA) -> Snapshot:
    columns = tuple(Column(name=name, cells=tuple(cells), number=k) for k, (name, cells) in enumerate(data.items(), 1))
    return Snapshot(columns=columns, lines=tuple(range(2, 2 + len(columns[0].cells))), file="data/a.csv")


def of_data(found: Snapshot | None, languages: tuple[str, ...] = ("zh",), place: Rect = WIDE, **more: object) -> Fitted:
    snapshots = {} if found is None else {FEED: found}
    return DataTable(data=FEED, **more).fit(place, env(languages, KNOWN, snapshots=snapshots))  # type: ignore[arg-type]


def bars(fitted: Fitted) -> dict[str, Rect]:
    return dict(bar_boxes(at_rest(fitted), "bar."))


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_words_and_bars_of_data_stay_inside_and_apart(place: Rect, languages: tuple[str, ...]) -> None:
    fitted = of_data(snapshot(), languages, place, bars=("观众", "增减"), most=2)
    boxes = [*text_boxes(at_rest(fitted)), *bars(fitted).items()]
    assert not fitted.overflow
    assert not fitted.findings
    assert not outside(boxes, place)
    assert not collisions(boxes)


@settings(deadline=None)
@given(
    st.lists(st.none() | st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=12),
    st.sampled_from(LANGUAGES),
    st.sampled_from(PLACES),
)
def test_bars_are_as_long_as_their_values_from_one_zero(
    values: list[Decimal | None], languages: tuple[str, ...], place: Rect
) -> None:
    cells = [None if value is None else f"{value}" for value in values]
    fitted = of_data(
        snapshot({"馆": [f"馆{k}" for k in range(len(values))], "值": cells}), languages, place, bars=("值",)
    )
    boxes = [*text_boxes(at_rest(fitted)), *bars(fitted).items()]
    assert fitted.overflow or not outside(boxes, place)
    assert fitted.overflow or not collisions(boxes)
    found = [(value, bars(fitted).get(f"bar.值.馆{k}")) for k, value in enumerate(values[:10])]
    assert all((value is None) == (box is None) for value, box in found)
    drawn = [(float(value), box) for value, box in found if value is not None and box is not None]
    largest = max((abs(value) for value, _ in drawn), default=0.0)
    px = next((box.w / abs(value) for value, box in drawn if abs(value) == largest and value), 0.0)
    zeros = {round(box.x if value >= 0 else box.right, 3) for value, box in drawn if value}
    assert len(zeros) <= 1
    assert all(box.w == pytest.approx(abs(value) * px, abs=1e-6) for value, box in drawn)


def test_figures_end_right_and_points_stand_under_one_another() -> None:
    found = dict(text_boxes(at_rest(of_data(snapshot(), bars=("增减",)))))
    assert found["cell.观众.陶瓷馆"].right == pytest.approx(found["cell.观众.书画馆"].right)
    left, right = found["cell.增减.陶瓷馆"], found["cell.增减.书画馆"]
    assert right.right - left.right == pytest.approx(right.h * 0.55, rel=0.2)


def test_a_figure_is_named_by_its_row_and_its_column() -> None:
    values = (Values(column="增减", label=text("增减（%）", "Change, %")),)
    marks = by_key(at_rest(of_data(snapshot(), ("en", "zh"), values=values, bars=("增减",))))
    datum = marks["bar.增减.书画馆"].datum
    assert datum
    assert (datum.label, datum.value, datum.state) == ("书画馆 · Change, %", Decimal("-4.25"), "sample")
    assert marks["cell.增减.书画馆"].datum is None


def test_columns_are_chosen_and_named_and_stand_in_that_order() -> None:
    fitted = of_data(
        snapshot(), ("en",), values=(Values(column="备注"), Values(column="观众", label=text("人", "People")))
    )
    heads = [(box.x, key) for key, box in text_boxes(at_rest(fitted)) if key.startswith("head")]
    assert [key for _, key in sorted(heads)] == ["head.names", "head.备注", "head.观众"]
    assert "People" in words_of(at_rest(fitted))
    assert "增减" not in words_of(at_rest(fitted))


def test_large_numbers_have_commas_as_the_language_has_them_and_years_have_none() -> None:
    data = {"名": ["a", "b"], "年": ["2019", "2020"], "值": ["48000", "900"]}
    assert {"48,000", "2019", "900"} <= set(words_of(at_rest(of_data(snapshot(data), ("en",)))).split("\n"))
    assert "48000" in words_of(at_rest(of_data(snapshot(data), ("zh",)))).split("\n")


def test_long_decimals_can_be_rounded_and_whole_numbers_stay_whole() -> None:
    data = {"名": ["a", "b", "c"], "值": ["48", "0.4731578947", "-2.25"]}
    said = words_of(at_rest(of_data(snapshot(data), digits=1))).split("\n")
    assert {"48", "0.5", "−2.3"} <= set(said)
    assert "0.4731578947" in words_of(at_rest(of_data(snapshot(data))))


def test_what_is_missing_is_a_dash_and_has_no_bar() -> None:
    found = by_key(at_rest(of_data(snapshot(), bars=("观众",))))
    missing = found["cell.观众.儿童馆"]
    assert isinstance(missing, TextMark)
    assert missing.lines[0].text == "—"
    assert "bar.观众.儿童馆" not in found


def test_targets_are_hatched_and_share_the_scale_of_what_they_are_for() -> None:
    data = {"名": ["a", "b"], "值": ["30", "20"], "目标": ["60", "40"]}
    fitted = of_data(
        snapshot(data), values=(Values(column="值"), Values(column="目标", target=True)), bars=("值", "目标")
    )
    marks = by_key(at_rest(fitted))
    target, reached = marks["bar.目标.a"], marks["bar.值.a"]
    assert isinstance(target, ShapeMark)
    assert isinstance(reached, ShapeMark)
    assert (target.fill, bool(target.hatch), bool(reached.fill)) == (None, True, True)
    boxes = bars(fitted)
    assert boxes["bar.目标.a"].w == pytest.approx(2 * boxes["bar.值.a"].w, abs=4.0)


def test_targets_without_bars_carry_the_sign() -> None:
    fitted = of_data(snapshot({"名": ["a"], "目标": ["60"]}), values=(Values(column="目标", target=True),))
    assert "cell.目标.a.swatch" in by_key(at_rest(fitted))


def test_of_a_long_table_the_first_rows_are_shown_and_the_rest_is_counted() -> None:
    data = {"名": [f"n{k}" for k in range(40)], "值": [str(k) for k in range(40)]}
    for languages, words in ((("zh",), "另有35行"), (("en",), "35 more rows")):
        said = words_of(at_rest(of_data(snapshot(data), languages, most=5)))
        assert words in said
        assert "n4" in said
        assert "n5" not in said


def test_a_row_keeps_its_marks_wherever_it_goes() -> None:
    data = {"名": ["a", "b"], "值": ["30", "20"]}
    turned = {"名": ["b", "a"], "值": ["40", "10"]}
    old, new = (at_rest(of_data(snapshot(one), bars=("值",))) for one in (data, turned))
    half = by_key(Morph(old, new).at(0.5))["bar.值.a"]
    assert isinstance(half, ShapeMark)
    ys = sorted(dict(bar_boxes(marks, "bar."))["bar.值.a"].y for marks in (old, new))
    assert isinstance(half.shape, Box)
    assert ys[0] < half.shape.y < ys[1]


def test_a_row_stands_out_with_its_bar_and_its_name() -> None:
    marks = dimmed(at_rest(of_data(snapshot(), bars=("观众",))), "陶瓷馆")
    shown = {key: mark.opacity for key, mark in by_key(marks).items()}
    assert {shown[key] for key in ("bar.观众.陶瓷馆", "cell.增减.陶瓷馆", "name.陶瓷馆")} == {1.0}
    assert {shown[key] for key in ("bar.观众.书画馆", "cell.增减.书画馆")} == {DIMMED}


def test_bars_grow_when_the_table_is_entered_and_words_stand() -> None:
    fitted = of_data(snapshot(), bars=("观众", "增减"))
    first = by_key(fitted.marks(Phase(step=0, t=0.0)))
    assert {mark.shape.w for key, mark in first.items() if key.startswith("bar.")} == {0.0}  # type: ignore[union-attr]
    assert words_of(first.values()) == words_of(at_rest(fitted))
    assert fitted.marks(Phase(step=0, t=1.0)) == at_rest(fitted)


def test_before_anything_is_known_there_is_nothing_but_the_badge() -> None:
    assert words_of(at_rest(of_data(None))) == "示例数据"


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (DataTable(data=FEED, values=(Values(column="利润"),)), ["no-column"]),
        (DataTable(data=FEED, bars=("利润",)), ["no-column"]),
        (DataTable(data=FEED, bars=("备注",)), ["not-a-number", "not-a-number"]),
        (DataTable(data=FEED, facts=(FactId("green"),)), ["one-of-two"]),
    ],
)
def test_what_a_table_does_not_have_is_a_finding(table: DataTable, codes: list[str]) -> None:
    fitted = table.fit(WIDE, env(known=KNOWN, snapshots={FEED: snapshot()}))
    assert [finding.code for finding in fitted.findings] == codes
    at_rest(fitted)
