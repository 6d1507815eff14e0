"""Tables to figures of a chart: columns by name, missing values, and mistakes named with file and cell."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.dataset import Dataset, Wanted, of_snapshot
from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.draw.table_cells import letters
from jn_presenter.model.feed import Cell, Column, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text
from tests.decks import text
from tests.look import env


def snapshot(rows: list[list[Cell]], names: tuple[str, ...] = ("名称", "出口", "进口"), **more: object) -> Snapshot:
    columns = tuple(
        Column(name=name, cells=tuple(row[k] for row in rows), number=k + 1) for k, name in enumerate(names)
    )
    lines = tuple(range(2, 2 + len(rows)))
    return Snapshot(columns=columns, lines=lines, file="data/a.csv", **more)  # type: ignore[arg-type]


ROWS: list[list[Cell]] = [["一月", "12", Decimal(7)], ["二月", None, "9"]]


def dataset(found: Snapshot | None, **wanted: object) -> Dataset:
    return of_snapshot(found, Wanted(**wanted), env(), most=60, most_series=12)  # type: ignore[arg-type]


def test_the_first_column_names_and_all_others_are_series() -> None:
    found = dataset(snapshot(ROWS))
    assert [category.label.pick("")[1] for category in found.categories] == ["一月", "二月"]
    assert [measured.values for measured in found.series] == [(Decimal(12), None), (Decimal(7), Decimal(9))]
    assert [category.key for category in found.missing] == ["二月"]
    assert not found.findings


def test_columns_are_chosen_by_name_and_a_series_may_be_targets() -> None:
    found = dataset(snapshot(ROWS), label="名称", values=(("进口", text("进口额", "Imports"), True),))
    assert [(m.key, m.label, m.target) for m in found.series] == [("进口", text("进口额", "Imports"), True)]
    assert [entry.key for entry in found.entries] == ["一月", "二月"]
    assert found.entries[0].target


def test_of_several_series_a_figure_is_told_with_its_own() -> None:
    values = (("出口", text("出口额", "Exports"), False), ("进口", None, False))
    wanted = Wanted(values=values)
    found = of_snapshot(snapshot(ROWS), wanted, env(("en",)), most=60, most_series=12)
    told = [entry.datum.label for one in found.series for entry in one.entries if entry]
    assert told == ["一月 · Exports", "一月 · 进口", "二月 · 进口"]
    alone = dataset(snapshot(ROWS), values=values[:1])
    assert [entry.datum.label for entry in alone.entries] == ["一月"]


def test_rows_may_have_names_in_several_languages() -> None:
    names = ("zh", "en", "v")
    found = dataset(snapshot([["一月", "January", "1"]], names), label=(("zh", "zh"), ("en", "en")))
    assert found.categories[0].label == text("一月", "January")
    assert [measured.key for measured in found.series] == ["v"]


def test_a_category_keeps_its_key_wherever_its_row_goes_and_twins_are_told_apart() -> None:
    rows: list[list[Cell]] = [["b", "1", "2"], ["a", "3", "4"], ["b", "5", "6"]]
    assert [category.key for category in dataset(snapshot(rows)).categories] == ["b", "a", "b#2"]
    assert [category.key for category in dataset(snapshot(rows[::-1])).categories] == ["b", "a", "b#2"]


def test_text_where_a_number_belongs_is_named_with_its_cell_and_the_rest_stays() -> None:
    found = dataset(snapshot([["一月", "很多", "7"], ["二月", "8", "9"]], sheet="表1"))
    (finding,) = found.findings
    assert (finding.code, finding.file, finding.line, finding.column) == ("not-a-number", "data/a.csv", 2, 2)
    assert "表1!B2" in finding.message.zh
    assert found.series[0].values == (None, Decimal(8))


def test_a_column_that_is_gone_is_named_with_those_there_are() -> None:
    found = dataset(snapshot(ROWS), values=(("利润", None, False), ("出口", None, False)))
    (finding,) = found.findings
    assert (finding.code, finding.line) == ("no-column", 1)
    assert "出口" in finding.hint.zh
    assert [measured.key for measured in found.series] == ["出口"]


def test_what_has_not_come_yet_waits_and_what_failed_says_why() -> None:
    why = Finding(code="missing-data", message=Message("没", "no"), hint=Message("", ""), file="data/a.csv")
    assert dataset(None).waiting
    failed = dataset(Snapshot(state="failed", finding=why))
    assert failed.waiting
    assert failed.findings == (why,)
    stale = dataset(snapshot(ROWS, state="stale", finding=why))
    assert not stale.waiting
    assert stale.findings == (why,)


def test_of_too_many_rows_the_first_are_taken_and_it_is_said() -> None:
    found = dataset(snapshot([[str(k), "1", "2"] for k in range(5000)]))
    assert len(found.categories) == 60
    assert [finding.code for finding in found.findings] == ["too-many-rows"]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,234.5", "1234.5"),
        ("１２．５", "12.5"),
        (" 47 % ", "47"),
        ("−3", "-3"),
        ("+7", "7"),
        (".5", "0.5"),
        (0.1, "0.1"),
    ],
)
def test_numbers_are_read_as_people_type_them(cell: Cell | float, number: str) -> None:
    assert number_in(cell) == Decimal(number)


@pytest.mark.parametrize("cell", ["", "-", "—", "暂无", "N/A", None, float("nan")])
def test_what_is_not_known_is_missing(cell: Cell | float) -> None:
    assert number_in(cell) is None


@pytest.mark.parametrize(
    "cell", ["约12", "1,2", "12万", "1e5", "1" * 40, Decimal("NaN"), Decimal("Infinity"), float("inf")]
)
def test_what_is_no_number_is_refused(cell: Cell | float) -> None:
    with pytest.raises(NotANumberError):
        number_in(cell)


@given(st.text())
def test_any_text_is_a_number_missing_or_refused(cell: str) -> None:
    try:
        found = number_in(cell)
    except NotANumberError:
        return
    assert found is None or found.is_finite()


def test_columns_are_lettered_as_in_spreadsheets() -> None:
    assert [letters(number) for number in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]


@pytest.mark.parametrize("values", [(), (("票", None, False),)])
def test_names_in_columns_called_as_languages_are_taken_for_names_and_the_label_is_asked_for(
    values: tuple[tuple[str, None, bool], ...],
) -> None:
    rows: list[list[Cell]] = [["东厅", "East hall", "5"], ["西厅", "West hall", "7"]]
    found = dataset(snapshot(rows, ("zh", "en", "票")), values=values)
    assert [(finding.code, finding.severity) for finding in found.findings] == [("names-by-language", "warning")]
    assert found.findings[0].hint == Message("写 label: {zh: zh, en: en}", "write label: {zh: zh, en: en}")
    assert [one.key for one in found.series] == ["票"]
    assert [category.label for category in found.categories] == [
        Text((("zh", "东厅"), ("en", "East hall"))),
        Text((("zh", "西厅"), ("en", "West hall"))),
    ]
    given = dataset(snapshot(rows, ("zh", "en", "票")), values=values, label=(("zh", "zh"), ("en", "en")))
    assert given.findings == ()
    assert given.categories == found.categories


@pytest.mark.parametrize("values", [(), (("zh", None, False), ("en", None, False))])
def test_columns_of_figures_may_be_called_as_languages(values: tuple[tuple[str, None, bool], ...]) -> None:
    found = dataset(snapshot([["东厅", "5", None], ["西厅", None, "7"]], ("馆", "zh", "en")), values=values)
    assert found.findings == ()
    assert [one.key for one in found.series] == ["zh", "en"]
