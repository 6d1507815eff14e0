"""Facts whose figures stand in files of data: found by row and column, read again when saved, the last one kept."""

import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.load import Loaded, load_deck, reload, watched
from tests.feeds.workbooks import row, workbook
from tests.load.world import DECK, briefs, write

CSV = "月份,出口,进口\n一月,12.50,7\n二月,,九\n2020,3,4\n"
FACTS = "facts:\n  - {{id: x, kind: achieved, label: L, value: {value}}}\n"
SLIDE = "layout: points\ntitle: A\npoints: [<x>]\n"
JANUARY = "{file: data/a.csv, row: 一月, column: 出口}"
NEVER = '<c r="{at}"><f>B1</f></c>'


def deck(folder: Path, value: str, **files: str | bytes) -> Loaded:
    """A deck with a fact x of that value; files by their ending, all called a."""
    data = {f"data/a.{ending}": content for ending, content in ({"csv": CSV} | files).items()}
    return load_deck(write(folder, DECK | {"facts.yaml": FACTS.format(value=value), "one/a.yaml": SLIDE} | data))


def value(loaded: Loaded) -> Decimal | None:
    fact = loaded.deck.facts.get("x")
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (JANUARY, "12.50"),
        ("{file: data/a.csv, row: 一月, column: 进口}", "7"),
        ("{file: data/a.csv, row: 2020, column: 出口}", "3"),
        ("{file: data/a.csv, row: 2, column: 出口}", "12.50"),
        ("{file: data/a.csv, row: 4, column: 进口, encoding: utf-8}", "4"),
        ("{file: data/a.xlsx, row: 一月, column: 出口}", "12.5"),
        ("{file: data/a.xlsx, row: 4, column: C, sheet: 表}", "9"),
        ("{file: data/a.xlsx, row: 二月, column: 进口, range: A2:C4}", "9"),
        ("{file: data/a.json, at: rows, row: 1, column: v}", "1.10"),
        ("{file: data/a.json, at: rows, row: b, column: v}", "2"),
    ],
)
def test_a_cell_is_found_by_the_name_or_number_of_its_row_and_column(tmp_path: Path, cell: str, expected: str) -> None:
    book = workbook(
        {"表": row(1, "标题") + row(2, "月", "出口", "进口") + row(3, "一月", 12.5, 7) + row(4, "二月", 1, 9)}
    )
    loaded = deck(tmp_path, cell, xlsx=book, json='{"rows": [{"k": "a", "v": 1.10}, {"k": "b", "v": 2}]}')
    assert loaded.problems == ()
    assert str(value(loaded)) == expected


@pytest.mark.parametrize(
    ("cell", "code", "at"),
    [
        ("{file: data/a.csv, row: 三月, column: 出口}", "no-row", "三月"),
        ("{file: data/a.csv, row: 9, column: 出口}", "no-row", "9"),
        ("{file: data/a.csv, row: 一月, column: 转口}", "no-column", "转口"),
        ("{file: data/a.csv, row: 一月, column: B}", "no-column", "B}"),
        ("{file: data/a.csv, row: 一月}", "missing-key", "{file"),
        ("{file: data/a.csv, row: [一月], column: 出口}", "wrong-type", "[一月]"),
        ("{row: 一月, column: 出口}", "unknown-feed", "{row"),
        ("{file: ../a.csv, row: 一月, column: 出口}", "outside-deck", "../a.csv"),
        ("{file: data/a.xls, row: 一月, column: 出口}", "unknown-data", "data/a.xls"),
        ("{file: data/a.csv, row: 一月, column: 出口, sample: true}", "no-cell", "{file"),
        ("{type: simulated, row: 一月, column: 出口, points: 5}", "no-cell", "{type"),
        ("{file: data/a.csv, row: 一月, column: 出口, colour: red}", "unknown-key", "colour"),
    ],
)
def test_what_names_no_cell_is_told_where_it_is_written(tmp_path: Path, cell: str, code: str, at: str) -> None:
    loaded = deck(tmp_path, cell)
    (found,) = (one for one in loaded.problems if one.file == "facts.yaml")
    line = FACTS.format(value=cell).splitlines()[found.line - 1]
    assert (found.code, line[found.column - 1 :][: len(at)]) == (code, at)
    assert value(loaded) is None
    assert loaded.context.broken_facts == {"x"}


@pytest.mark.parametrize(
    ("cell", "file", "place", "words"),
    [
        ("{file: data/a.csv, row: 二月, column: 进口}", "data/a.csv", "bad-cell:3:3", "'九' is not a number"),
        ("{file: data/a.csv, row: 二月, column: 出口}", "data/a.csv", "bad-cell:3:2", "出口:3 is empty"),
        ("{file: data/b.csv, row: 二月, column: 出口}", "data/b.csv", "missing-data:1:1", "there is no file"),
        ("{file: data/a.xlsx, row: 一月, column: 出口, sheet: 无}", "data/a.xlsx", "no-sheet:1:1", "no sheet '无'"),
        ("{file: data/a.xlsx, row: 一月, column: 出口}", "data/a.xlsx", "bad-cell:2:2", "表!B2 was never calculated"),
    ],
)
def test_what_is_wrong_in_the_data_is_told_with_file_and_cell(
    tmp_path: Path, cell: str, file: str, place: str, words: str
) -> None:
    loaded = deck(tmp_path, cell, xlsx=workbook({"表": row(1, "月", "出口") + row(2, "一月", NEVER)}))
    found = [one for one in loaded.problems if one.file == file]
    assert briefs(found) == [place]
    assert words in found[0].message.en
    assert "(wanted by facts.yaml:2)" in found[0].message.en
    assert value(loaded) is None


def test_rows_of_one_name_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    loaded = deck(tmp_path, JANUARY, csv="月份,出口\n一月,1\n一月,2\n")
    assert [problem.hint.en for problem in loaded.problems][:1] == ["write the row’s number: 2, 3"]
    assert value(deck(tmp_path, JANUARY.replace("一月", "3"), csv="月份,出口\n一月,1\n一月,2\n")) == 2


def test_the_rules_of_facts_hold_for_a_cell_too(tmp_path: Path) -> None:
    loaded = deck(tmp_path, JANUARY + ", op: over")
    assert "missing-unit" in [problem.code for problem in loaded.problems]


def test_a_file_is_read_once_however_many_facts_are_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from jn_presenter.feeds.csv import Csv

    reads = []
    read = Csv.read
    monkeypatch.setattr(Csv, "read", lambda feed, request: (reads.append(feed), read(feed, request))[1])
    deck(tmp_path, JANUARY + "}\n  - {id: y, kind: achieved, label: M, value: " + JANUARY)
    assert len(reads) == 1


def test_saving_the_file_brings_the_new_figure_and_a_broken_cell_keeps_the_last(tmp_path: Path) -> None:
    loaded = deck(tmp_path, JANUARY)
    path = str(tmp_path / "data" / "a.csv")
    assert path in watched(loaded)
    for text, expected, codes in (
        (CSV.replace("12.50", "13"), "13", []),
        (CSV.replace("12.50", "许多"), "13", ["bad-cell"]),
        (CSV.replace("一月", "1月"), "13", ["no-row"]),
        ("", "13", ["empty-table"]),
        (None, "13", ["missing-data"]),
        (CSV.replace("12.50", "14"), "14", []),
    ):
        if text is None:
            Path(path).unlink()
        else:
            Path(path).write_text(text, encoding="utf-8")
        loaded = reload(loaded, [path])
        assert (str(value(loaded)), [problem.code for problem in loaded.problems]) == (expected, codes)
        assert path in watched(loaded)
        assert "one/a" in loaded.deck.slides


def test_a_cell_that_was_broken_from_the_start_heals_with_its_slides(tmp_path: Path) -> None:
    loaded = deck(tmp_path, JANUARY, csv=CSV.replace("12.50", "许多"))
    assert {problem.file for problem in loaded.problems} >= {"data/a.csv"}
    write(tmp_path, {"data/a.csv": CSV})
    loaded = reload(loaded, [str(tmp_path / "data" / "a.csv")])
    assert (value(loaded), loaded.problems) == (Decimal("12.50"), ())


def test_a_file_that_no_fact_is_in_does_not_bring_the_index_again(tmp_path: Path) -> None:
    loaded = deck(tmp_path, JANUARY)
    write(tmp_path, {"data/b.csv": CSV})
    assert reload(loaded, [str(tmp_path / "data" / "b.csv")]).deck.facts is loaded.deck.facts


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.sampled_from(["csv", "xlsx", "json", "db"]), st.text("一二a1.B", max_size=3))
def test_any_file_and_any_names_are_a_figure_or_a_problem(data: bytes, ending: str, word: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        query = ", query: SELECT 1" if ending == "db" else ""
        cell = f"{{file: data/a.{ending}, row: '{word}', column: '{word}'{query}}}"
        loaded = deck(Path(folder), cell, **{ending: data})
        assert (value(loaded) is None) == bool(loaded.problems)
