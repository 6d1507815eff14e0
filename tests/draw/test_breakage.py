"""When a table that was read is no news but a mistake: against the rows shown before."""

from array import array
from decimal import Decimal

import pytest
from msgspec import structs

from jn_presenter.draw.breakage import breakage
from jn_presenter.model.feed import Cell, Column, Snapshot, Wants
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

FAULT = Finding(code="error-cell", message=Message("坏", "broken"), hint=Message("修", "mend"), line=3, column=2)


def table(
    *rows: tuple[Cell, ...], names: tuple[str, ...] = ("hall", "sold"), finding: Finding | None = None
) -> Snapshot:
    cells: list[tuple[Cell, ...]] = list(zip(*rows, strict=True)) or [()] * len(names)
    columns = tuple(
        Column(name=name, cells=own, number=k) for k, (name, own) in enumerate(zip(names, cells, strict=True), 1)
    )
    return Snapshot(columns=columns, lines=tuple(range(2, 2 + len(rows))), file="data/a.csv", finding=finding)


GOOD = table(("a", "12"), ("b", "7"), ("c", "—"))


def why(now: Snapshot, *named: str, before: Snapshot = GOOD) -> tuple[str, int, int] | None:
    found = breakage(before, now, Wants(named=frozenset(named)))
    return (found.code, found.line, found.column) if found else None


@pytest.mark.parametrize("word", ["twelve", "1e5", "inf", "#DIV/0!", "12人"])
def test_text_where_a_number_stood_is_broken_and_its_cell_is_named(word: str) -> None:
    assert why(table(("a", "12"), ("b", word), ("c", "9"))) == ("not-a-number", 3, 2)


def test_other_figures_more_rows_and_words_for_what_is_missing_are_news() -> None:
    assert why(table(("a", "90"), ("b", "-3"), ("d", "1"), ("e", "2"))) is None
    assert why(table(("a", "12"), ("b", "缺"), ("c", None))) is None
    assert why(table(("x", Decimal(1)))) is None


def test_a_table_without_rows_or_a_column_without_figures_is_broken() -> None:
    assert why(table()) == ("no-figures", 0, 0)
    assert why(table(("a", None), ("b", "-"), ("c", None))) == ("no-figures", 1, 2)


def test_a_column_that_a_slide_names_may_not_go_and_any_other_may() -> None:
    renamed = table(("a", "12"), ("b", "7"), names=("hall", "tickets"))
    assert why(renamed, "sold") == ("no-column", 1, 0)
    assert why(renamed) is None
    assert why(renamed, "tickets") is None  # the slide was changed with the table


def test_words_in_columns_of_words_and_of_names_are_news() -> None:
    names = ("year", "sold", "word")
    before = table(("2019", "1", "good"), ("2020", "2", "5"), names=names)
    assert why(table(("2019年", "1", "bad"), ("2020年", "3", "worse"), names=names), before=before) is None


def test_what_was_no_better_before_is_no_reason_to_keep_it() -> None:
    before = table(("a", "12"), ("b", "seven"))
    assert why(table(("a", "13"), ("b", "eight")), before=before) is None
    assert why(table(), before=table()) is None
    faulty = table(("a", Decimal(1)), ("b", None), finding=FAULT)
    assert why(table(("a", Decimal(2)), ("b", None), finding=FAULT), before=faulty) is None


def test_a_cell_that_its_source_calls_faulty_is_broken_where_a_figure_stood() -> None:
    before = table(("a", Decimal(1)), ("b", Decimal(2)))
    assert why(table(("a", Decimal(1)), ("b", None), finding=FAULT), before=before) == ("error-cell", 3, 2)
    assert why(table(("a", Decimal(1)), ("b", None)), before=before) is None
    # the fault stands where no figure did: a helper's column, or one that nobody filled
    assert why(table(("a", Decimal(3)), ("b", Decimal(2)), finding=FAULT), before=before) is None


def test_a_figure_below_zero_is_broken_only_where_a_chart_has_no_place_for_it() -> None:
    below = table(("a", "12"), ("b", "-7"))
    assert why(below) is None
    found = breakage(GOOD, below, Wants(negatives=False))
    assert found is not None
    assert (found.code, found.line, found.column) == ("below-zero", 3, 2)
    assert breakage(below, below, Wants(negatives=False)) is None


def test_dense_columns_of_figures_lose_them_as_others_do() -> None:
    dense = Column(name="sold", cells=memoryview(array("d", [1.0, 2.0, 3.0])).toreadonly(), number=2)
    before = Snapshot(columns=(GOOD.columns[0], dense), lines=GOOD.lines, file=GOOD.file)
    assert why(before, before=before) is None
    assert why(table(("a", Decimal(1)), ("b", "two"), ("c", Decimal(3))), before=before) == ("not-a-number", 3, 2)


YEARS = table(("2019", "1"), ("2020", "2"), names=("year", "sold"))
DATES = table(("2024-01", "1"), ("2024-02", "2"), names=("year", "sold"))


@pytest.mark.parametrize(
    ("before", "cell", "code"),
    [
        (YEARS, "last year", "not-a-date"),
        (DATES, "spring", "not-a-date"),
        (table(("0.5", "1"), ("1.5", "2"), names=("year", "sold")), "half", "not-a-number"),
    ],
)
@pytest.mark.parametrize("name", ["", "year"])
def test_a_word_among_the_moments_of_a_chart_over_time_is_broken(
    before: Snapshot, cell: str, code: str, name: str
) -> None:
    first = before.columns[0].cells[0]
    now = table((first, "1"), (cell, "2"), names=("year", "sold"))  # type: ignore[arg-type]
    found = breakage(before, now, Wants(measured=frozenset({name})))
    assert found is not None
    assert (found.code, found.line, found.column) == (code, 3, 1)
    assert breakage(before, now, Wants()) is None, "of a chart of categories it is a name"
    assert breakage(now, now, Wants(measured=frozenset({name}))) is None


def test_more_moments_and_years_called_so_are_news() -> None:
    now = table(("2019年", "1"), ("2020", "2"), ("2021", "3"), names=("year", "sold"))
    assert breakage(YEARS, now, Wants(measured=frozenset({""}))) is None


def test_the_only_column_of_a_table_has_figures() -> None:
    before, now = (table(("1",), (word,), names=("minutes",)) for word in ("2", "two"))
    assert why(now, before=before) == ("not-a-number", 3, 1)


def test_a_dense_column_of_moments_that_gives_way_to_words_is_broken() -> None:
    clock = Column(name="t", cells=memoryview(array("d", [1.0, 2.0])).toreadonly(), number=1)
    sold = table(("1", "3"), ("2", "4"), names=("t", "sold"))
    before = structs.replace(sold, columns=(clock, sold.columns[1]))
    found = breakage(before, table(("1", "3"), ("two", "4"), names=("t", "sold")), Wants(measured=frozenset({""})))
    assert found is not None
    assert (found.code, found.line, found.column) == ("not-a-number", 3, 1)
