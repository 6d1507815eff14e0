"""Cells of CSV files are changed by their own characters: the rest stays as its program wrote it, to the byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.delimited import decoded, delimited, encodings
from jn_presenter.edit.csv_cells import csv_file, with_cells

TEXT = '年份,"全年,参观",增减\n2015,4.6,"a ""b"""\n"2016",4.9,\n\n2017,,x'


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("gb18030", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_only_the_cell_changes_in_any_form_of_file(newline: str, codec: str, mark: bytes, delimiter: str) -> None:
    def bytes_of(text: str) -> bytes:
        swapped = text.replace(",", delimiter).replace("\n", newline)
        return mark + swapped.encode(codec)

    data = bytes_of(TEXT)
    assert with_cells(data, {(1, 1): "12"}) == bytes_of(TEXT.replace("4.6", "12"))
    assert with_cells(data, {(2, 0): "2020"}) == bytes_of(TEXT.replace("2016", "2020"))
    assert with_cells(data, {(2, 2): "末"}) == bytes_of(TEXT.replace("4.9,", "4.9,末"))
    assert with_cells(data, {(4, 2): ""}) == bytes_of(TEXT.removesuffix("x"))
    many = with_cells(data, {(1, 0): "一", (4, 1): "二", (1, 1): ""})
    assert many == bytes_of(TEXT.replace("2015,4.6", "一,").replace("2017,,", "2017,二,"))
    assert with_cells(data, {(1, 2): 'a "b"'}) == data


def test_what_needs_quotes_gets_them() -> None:
    assert with_cells(b"a,b\n1,2\n", {(1, 0): "1,5"}) == b'a,b\n"1,5",2\n'
    assert with_cells(b"a,b\n1,2\n", {(1, 0): '"'}) == b'a,b\n"""",2\n'
    assert with_cells(b"a,b\n1,2\n", {(1, 1): "x\ny"}) == b'a,b\n1,"x\ny"\n'
    assert with_cells(b"a\n1\n2\n", {(1, 0): ""}) == b'a\n""\n2\n'


def test_what_cannot_be_written_as_it_was_is_left_alone() -> None:
    assert with_cells(b"a,b\n1,2\n", {(1, 2): "x"}) is None
    assert with_cells(b"a,b\n1,2\n", {(2, 0): "x"}) is None
    assert with_cells("一,b\n1,2\n".encode("gbk"), {(1, 0): "😀"}, "gbk") is None
    assert with_cells("一,b\n1,2\n".encode("gb18030"), {(1, 0): "😀"}) is not None
    assert csv_file(b"a,b\n\x87\x90,2\n", "cp932") is None  # one sign, two codes: the other would be written
    assert csv_file(b'a,b\n"1"x,2\n') is None
    assert csv_file(b'a,b\n"1,2\n') is None
    assert csv_file(b"a,b\n", "no such encoding") is None
    assert csv_file("a,b\n1\u2028,2\n".encode()) is None


CELLS = st.text(st.sampled_from([*'江a,;"\n\r\t 1', "😀"]), max_size=4)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=3), min_size=2, max_size=4)


@given(rows=TABLES, value=CELLS, data=st.data(), end=st.sampled_from(["\n", "\r\n"]))
def test_any_words_are_read_again_as_they_are(rows: list[list[str]], value: str, data: st.DataObject, end: str) -> None:
    text = end.join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    row = data.draw(st.integers(0, len(rows) - 1))
    cell = data.draw(st.integers(0, len(rows[row]) - 1))
    made = with_cells(text.encode(), {(row, cell): value})
    if made is None:  # the names hold more of another delimiter: then it is another table
        assert row == 0 or csv_file(text.encode()) is None
        return
    rows[row][cell] = value
    after = decoded(made, encodings(made))
    assert after is not None
    assert [found for _, found in delimited(after)] == rows
    assert with_cells(made, {(row, cell): value}) == made
