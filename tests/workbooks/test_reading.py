"""Files that are no tables of ours are refused with a sentence, whatever their bytes are."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.tables import TableError
from jn_presenter.tables.facts_out import fact_columns
from jn_presenter.tables.reading import rows_of
from tests.edited_book import cells_of, saved
from tests.small_deck import FACTS_SHEET as SHEET
from tests.small_deck import facts_book, small_deck

COLUMNS = fact_columns(("zh", "en"))


def refused(data: bytes) -> str:
    with pytest.raises(TableError) as caught:
        rows_of(data, SHEET, COLUMNS)
    assert caught.value.message.zh != caught.value.message.en
    assert caught.value.hint.zh
    return caught.value.message.en


def with_part(data: bytes, ending: str, change: bytes, by: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            new.writestr(info.filename, part.replace(change, by) if info.filename.endswith(ending) else part)
    return made.getvalue()


def _book() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return facts_book(small_deck(Path(folder)))


BOOK = _book()


def test_another_file_is_refused() -> None:
    assert "not an .xlsx" in refused("代号,名称\na,b\n".encode())
    assert "not an .xlsx" in refused(b"<html></html>")
    assert "not whole" in refused(b"PK\x03\x04")
    assert "old .xls" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_another_workbook_is_refused() -> None:
    assert "no sheet" in refused(saved({(1, 1): "x"}, "Sheet1"))
    assert "headings" in refused(saved({(1, 1): "x"}, SHEET))
    head = {at: value for at, value in cells_of(BOOK, SHEET).items() if value != "勿改\ndo not edit"}
    assert "hidden column" in refused(saved(head, SHEET))
    assert "headings" in refused(saved({}, SHEET))


def test_bombs_are_refused() -> None:
    assert "too large" in refused(with_part(BOOK, "sheet2.xml", b'r="A2"', b'r="XFD1048576"'))
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b" " * (40 << 20))
    assert "too large" in refused(bomb.getvalue())
    rows = {(row, 1): "x" for row in (1, 60_000)} | {
        at: value for at, value in cells_of(BOOK, SHEET).items() if at[0] == 1
    }
    assert "rows" in refused(saved(rows, SHEET))


def test_entities_are_refused() -> None:
    doctype = b'<!DOCTYPE a [<!ENTITY b "c">]><styleSheet'
    assert "damaged" in refused(with_part(BOOK, "styles.xml", b"<styleSheet", doctype))


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=40))
def test_damaged_bytes_raise_nothing_else(place: float, cut: int, noise: bytes) -> None:
    at = int(place * len(BOOK))
    try:
        rows = rows_of(BOOK[:at] + noise + BOOK[at + cut :], SHEET, COLUMNS)
    except TableError:
        return
    assert all(row.number > 1 for row in rows)
