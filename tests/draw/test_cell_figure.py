"""One figure of a table: the last one, or a row's by its name, with the rows before it."""

from array import array
from decimal import Decimal

import pytest

from jn_presenter.draw.cell_figure import Figures, figures_of, row_words
from jn_presenter.draw.table_cells import ColumnNames
from jn_presenter.feeds import FEEDS
from jn_presenter.model.feed import Cell, Column, Feed, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, plain
from tests.decks import text
from tests.look import env

FEED: Feed = FEEDS["csv"](file="data/a.csv")
NAMES = ("月份", "month", "观众", "收入")
ROWS: list[list[Cell]] = [
    ["2024-01", "Jan", "120", "1.5"],
    ["2024-02", "Feb", None, "1.6"],
    ["2024-03", "Mar", "180", "1.7"],
    ["2024-04", "Apr", "", "1.8"],
]


def table(rows: list[list[Cell]] = ROWS, **more: object) -> Snapshot:
    columns = tuple(
        Column(name=name, cells=tuple(row[k] for row in rows), number=k + 1) for k, name in enumerate(NAMES)
    )
    return Snapshot(columns=columns, lines=tuple(range(2, 2 + len(rows))), file="data/a.csv", **more)  # type: ignore[arg-type]


def figures(column: str = "观众", row: str = "", names: ColumnNames = "", *, found: Snapshot | None = None) -> Figures:
    return figures_of(FEED, column, row, names, env(snapshots={FEED: table() if found is None else found}))


def test_the_last_row_that_has_a_figure_is_meant_and_says_its_name() -> None:
    found = figures()
    assert found.value == 180
    assert row_words(found.name, env(("zh", "en"))) == text("2024年3月", "March 2024")
    assert found.values == (Decimal(120), None, Decimal(180))


def test_a_row_can_be_asked_for_by_its_name_though_it_has_none() -> None:
    assert figures(row="2024-01").value == 120
    missing = figures(row="2024-02")
    assert missing.value is None
    assert missing.entry(None, None, env(), sample=False) is None


def test_the_last_column_is_meant_where_none_is_named() -> None:
    assert (figures("").column, figures("").value) == ("收入", Decimal("1.8"))


def test_rows_may_have_names_in_several_languages() -> None:
    found = figures(row="Mar", names=(("zh", "月份"), ("en", "month")))
    assert found.value == 180
    assert found.name == text("2024-03", "Mar")


def test_an_earlier_row_is_the_one_before_or_one_by_its_name() -> None:
    assert figures("收入").earlier() == (Decimal("1.7"), plain("2024-03"))
    assert figures().earlier("2024-01")[0] == 120
    assert figures().earlier()[0] is None
    assert figures().earlier("2024-03")[0] is None


@pytest.mark.parametrize(
    ("asked", "code", "hint"), [(("利润", ""), "no-column", "观众"), (("观众", "2023-01"), "no-row", "2024-04")]
)
def test_what_is_gone_is_named_with_what_there_is(asked: tuple[str, str], code: str, hint: str) -> None:
    found = figures(*asked)
    assert found.value is None
    assert not found.waiting
    (finding,) = found.findings
    assert (finding.code, finding.file) == (code, "data/a.csv")
    assert hint in finding.hint.zh


def test_text_where_the_figure_should_be_is_named_with_its_row_and_is_no_figure() -> None:
    found = figures(found=table([["2024-01", "", "120", "1"], ["2024-02", "", "很多", "2"]]))
    assert found.value is None
    assert [(finding.code, finding.line) for finding in found.findings] == [("not-a-number", 3)]


def test_figures_can_be_rounded_as_spreadsheets_do_and_keep_their_places() -> None:
    found = table([["2024-01", "", "2.25", "0"], ["2024-02", "", "-0.125", "0"], ["2024-03", "", "7", "0"]])
    here = env(snapshots={FEED: found})
    assert [str(v) for v in figures_of(FEED, "观众", "", "", here, digits=1).values] == ["2.3", "-0.1", "7.0"]
    assert [str(v) for v in figures_of(FEED, "观众", "", "", here).values] == ["2.25", "-0.125", "7"]


def test_the_seconds_of_a_stream_are_no_names() -> None:
    times, people = (memoryview(array("d", values)).toreadonly() for values in ((1.0, 2.0), (0.1 + 0.2, 3.0)))
    stream = Snapshot(columns=(Column(name="time", cells=times), Column(name="people", cells=people)))
    found = figures("people", found=stream)
    assert (found.names, found.values) == ((), (Decimal("0.3"), Decimal(3)))
    assert row_words(found.name, env()) is None


def test_nothing_known_yet_is_awaited_and_what_failed_says_why() -> None:
    why = Finding(code="missing-data", message=Message("没", "no"), hint=Message("", ""))
    assert figures_of(FEED, "观众", "", "", env()).waiting
    failed = figures(found=Snapshot(state="failed", finding=why))
    assert failed.waiting
    assert failed.findings == (why,)
    assert figures(found=table(finding=why, state="stale")).value == 180
