"""CSV files as office programs save them: encodings, delimiters, half-written files, and what is refused."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.feeds.csv import Csv
from jn_presenter.model.feed import FeedError, Request, Snapshot
from jn_presenter.model.fields import DataFile

TABLE = "名称,出口,进口\n一月,12,7\n二月,,9\n"


def read(folder: Path, data: bytes | str, encoding: str = "") -> Snapshot:
    (folder / "a.csv").write_bytes(data.encode() if isinstance(data, str) else data)
    return Csv(file=DataFile("a.csv"), encoding=encoding).read(Request(folder=str(folder)))


def refusal(folder: Path, data: bytes | str, encoding: str = "") -> tuple[str, int]:
    with pytest.raises(FeedError) as caught:
        read(folder, data, encoding)
    assert caught.value.finding.file == "a.csv"
    return caught.value.finding.code, caught.value.finding.line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_office_programs_are_found_out(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, TABLE.encode(encoding))
    assert found.names == ("名称", "出口", "进口")
    assert found.rows == (("一月", "12", "7"), ("二月", None, "9"))


def test_a_named_encoding_overrides(tmp_path: Path) -> None:
    assert read(tmp_path, "a,b\né,1\n".encode("latin-1"), "latin-1").rows == (("é", "1"),)
    assert refusal(tmp_path, "a,b\né,1\n".encode("latin-1"), "utf-8") == ("encoding", 0)
    assert refusal(tmp_path, TABLE, "klingon") == ("encoding", 0)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_what_the_first_line_has_most_of(tmp_path: Path, delimiter: str) -> None:
    assert read(tmp_path, TABLE.replace(",", delimiter)).rows[0] == ("一月", "12", "7")


def test_rows_know_their_lines_though_some_are_empty_or_long(tmp_path: Path) -> None:
    found = read(tmp_path, 'a,b\n\n"x\ny",1\n,\nz,2\n')
    assert found.lines == (3, 6)
    assert found.rows == (("x\ny", "1"), ("z", "2"))


def test_it_is_of_the_time_its_file_was_changed(tmp_path: Path) -> None:
    feed = Csv(file=DataFile("a.csv"), as_of="2020")  # type: ignore[arg-type]
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8")
    os.utime(tmp_path / "a.csv", (5, 1000))
    found = feed.read(Request(folder=str(tmp_path)))
    assert (found.time_s, found.as_of, found.state) == (1000.0, "2020", "fresh")


def test_what_is_no_table_is_refused_with_its_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, "") == ("empty-table", 1)
    assert refusal(tmp_path, "\n \n1\n") == ("empty-table", 2)
    assert refusal(tmp_path, "a,a\n1,2\n") == ("duplicate-column", 1)
    assert refusal(tmp_path, "a,b\n1," + "x" * 501) == ("too-large", 2)
    assert refusal(tmp_path, ",".join(f"c{k}" for k in range(65)) + "\n1\n") == ("too-large", 1)
    assert refusal(tmp_path, 'a,b\n"x\n') == ("bad-table", 0)
    assert refusal(tmp_path, b"\xff\xff\x00\x81") == ("encoding", 0)


def test_a_file_outside_the_deck_a_pipe_and_a_missing_one_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    folder.mkdir()
    request = Request(folder=str(folder))
    (tmp_path / "b.csv").write_text(TABLE, encoding="utf-8")
    (folder / "link.csv").symlink_to(tmp_path / "b.csv")
    os.mkfifo(folder / "pipe.csv")
    codes = []
    for name in ("link.csv", "pipe.csv", "none.csv"):
        with pytest.raises(FeedError) as caught:
            Csv(file=DataFile(name)).read(request)
        codes.append(caught.value.finding.code)
    assert codes == ["outside-deck", "unreadable", "missing-data"]


def test_short_rows_are_filled_and_columns_without_a_name_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, "a,,b\n1,2\n3,4,5,6\n")
    assert found.names == ("a", "b")
    assert found.rows == (("1", None), ("3", "5"))


def test_a_cell_is_named_by_its_column_in_the_file_though_one_before_it_has_no_name(tmp_path: Path) -> None:
    assert [column.number for column in read(tmp_path, ",a,,b\n1,2,3,4\n").columns] == [2, 4]


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.binary(max_size=200), st.text(alphabet='a1,;\t"\n\r|\0é一', max_size=60).map(str.encode)),
    st.sampled_from(["", "utf-16", "latin-1", "punycode", "idna", "hex", "undefined", "x\0", "utf_7"]),
)
def test_any_bytes_in_any_encoding_are_a_table_or_a_refusal(data: bytes, encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(FeedError):
        assert read(Path(folder), data, encoding).columns


def test_a_file_whose_last_line_is_torn_is_half_written_until_it_rests(tmp_path: Path) -> None:
    before = read(tmp_path, TABLE)
    feed, request = Csv(file=DataFile("a.csv")), Request(folder=str(tmp_path), before=before)
    (tmp_path / "a.csv").write_text("名称,出口,进口\n一月,12,7\n二月,3", encoding="utf-8")
    with pytest.raises(FeedError) as caught:
        feed.read(request)
    assert caught.value.finding.code == "half-written"
    os.utime(tmp_path / "a.csv", (1e9, 1e9))
    assert feed.read(request).rows[1] == ("二月", "3", None)


def test_a_file_that_never_ended_its_last_line_is_read_at_once(tmp_path: Path) -> None:
    before = read(tmp_path, "a,b\nx,1")
    (tmp_path / "a.csv").write_text("a,b\nx,2", encoding="utf-8")
    assert Csv(file=DataFile("a.csv")).read(Request(folder=str(tmp_path), before=before)).rows == (("x", "2"),)


def test_another_drive_and_signs_that_no_path_has_are_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other_drive(paths: object) -> str:
        raise ValueError(paths)

    with pytest.raises(FeedError) as caught:
        Csv(file=DataFile("a\0.csv")).read(Request(folder=str(tmp_path)))
    assert caught.value.finding.code == "outside-deck"
    monkeypatch.setattr("os.path.commonpath", other_drive)
    assert refusal(tmp_path, TABLE) == ("outside-deck", 0)
