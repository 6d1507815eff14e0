from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import decks
from bench.rows.data import FILES, row_of, table
from bench.saving import WAYS
from bench.stats import summary
from bench.tables import as_csv, as_xlsx
from bench.watching import figures
from jn_presenter.check import check_deck
from jn_presenter.feeds.csv import Csv
from jn_presenter.feeds.xlsx import Xlsx
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.feed import Request
from jn_presenter.model.fields import DataFile

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=6).map("词".__add__)
ROWS = st.lists(st.tuples(WORDS, st.integers(-(10**6), 10**6)), min_size=1, max_size=5)


@given(ROWS)
def test_a_table_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("data")
    (folder / "a.csv").write_bytes(as_csv([("名称", "值"), *rows]))
    (folder / "a.xlsx").write_bytes(as_xlsx([("名称", "值"), *rows]))
    request = Request(folder=str(folder))
    for feed in (Csv(file=DataFile("a.csv")), Xlsx(file=DataFile("a.xlsx"))):
        found = feed.read(request)
        assert found.finding is None
        assert found.names == ("名称", "值")
        assert [(name, int(str(value))) for name, value in found.rows] == rows


def test_the_deck_of_data_is_without_fault_and_has_a_slide_a_file(tmp_path: Path) -> None:
    files = [f"data/a.{kind.lower()}" for kind in FILES]
    (tmp_path / "data").mkdir()
    for file, write in zip(files, FILES.values(), strict=True):
        (tmp_path / file).write_bytes(write(table(1)))
    loaded = load_deck(decks.data_deck(tmp_path, files))
    assert loaded.problems == ()
    assert check_deck(loaded.deck, loaded.sources) == ()
    assert [len(snapshot) for snapshot in read_snapshots(loaded.deck).values()] == [5, 5]


def test_no_figure_stays_when_a_table_is_saved() -> None:
    pairs = list(zip(table(1), table(2), strict=True))[1:]
    assert all(before[0] == after[0] and before[1] != after[1] for before, after in pairs)


@pytest.mark.parametrize("way", WAYS)
def test_a_file_is_saved_whole_and_alone(tmp_path: Path, way: object) -> None:
    assert callable(way)
    path = tmp_path / "a.csv"
    path.write_bytes(b"before")
    way(path, b"after")
    assert path.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [path]


def test_the_floor_reads_what_the_show_reads(tmp_path: Path) -> None:
    for kind, write in FILES.items():
        path = tmp_path / f"a.{kind.lower()}"
        path.write_bytes(write(table(2)))
        assert figures(path) == [float(value) for _, value in table(2)[1:]]


def test_the_limit_is_on_the_95th_of_100_saves() -> None:
    row = row_of("CSV", summary([100.0] * 94 + [251.0] * 6), summary([8.0]))
    assert (row.ours, row.base, row.within) == (251.0, 8.0, False)
    assert row_of("CSV", summary([100.0] * 95 + [251.0] * 5), summary([8.0])).within is True
