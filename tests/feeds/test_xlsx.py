"""Workbooks as office programs save them: sheets, ranges, kinds of cells, and files that hold no sheet to be read."""

import os
import struct
import tempfile
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.draw.workbook import MOST_RATIO
from jn_presenter.feeds.xlsx import Xlsx
from jn_presenter.model.feed import FeedError, Request, Snapshot
from jn_presenter.model.fields import DataFile
from jn_presenter.model.problem import Finding
from tests.feeds.workbooks import MAIN, row, workbook, zipped

TABLE = row(1, "名称", "出口", "进口") + row(2, "一月", 12, 7.5) + row(3, "二月", None, 9)
ERROR = '<c r="{at}" t="e"><f>B1/0</f><v>#DIV/0!</v></c>'
NEVER = '<c r="{at}"><f>SUM(A1:A9)</f><v></v></c>'


def read(folder: Path, data: bytes, **fields: object) -> Snapshot:
    (folder / "a.xlsx").write_bytes(data)
    return Xlsx(file=DataFile("a.xlsx"), **fields).read(Request(folder=str(folder)))  # type: ignore[arg-type]


def refusal(folder: Path, data: bytes, **fields: object) -> Finding:
    with pytest.raises(FeedError) as caught:
        read(folder, data, **fields)
    assert caught.value.finding.file == "a.xlsx"
    return caught.value.finding


def test_a_sheet_is_a_table_with_lines_and_columns_as_the_program_counts_them(tmp_path: Path) -> None:
    found = read(tmp_path, workbook({"表1": TABLE}))
    assert found.names == ("名称", "出口", "进口")
    assert found.rows == (("一月", Decimal(12), Decimal("7.5")), ("二月", None, Decimal(9)))
    assert (found.sheet, found.lines, [column.number for column in found.columns]) == ("表1", (2, 3), [1, 2, 3])
    assert found.finding is None


def test_the_first_sheet_that_is_not_hidden_is_taken_unless_one_is_named(tmp_path: Path) -> None:
    other = row(1, "a") + row(2, 1)
    data = workbook({"旧": other, "新": TABLE, "另": other}, hidden=("旧",))
    assert read(tmp_path, data).sheet == "新"
    assert read(tmp_path, data, sheet="旧").names == ("a",)
    missing = refusal(tmp_path, data, sheet="Sheet1")
    assert missing.code == "no-sheet"
    assert missing.hint.en == "there are: 新, 另, 旧"


def test_a_range_begins_with_the_names(tmp_path: Path) -> None:
    rows = (
        row(2, "2020年指标", "说明", first="B")
        + row(4, "名称", "出口", "进口", first="C")
        + row(5, "一月", 1, 2, first="C")
    )
    data = workbook({"S": rows + row(6, "合计", 1, 2, first="C")})
    found = read(tmp_path, data, range="C4:D5")
    assert found.names == ("名称", "出口")
    assert found.rows == (("一月", Decimal(1)),)
    assert (found.lines, [column.number for column in found.columns]) == ((5,), [3, 4])
    assert read(tmp_path, data, range="$d:$e").names == ("出口", "进口")
    assert read(tmp_path, data, range="A4:E6").rows[1] == ("合计", Decimal(1), Decimal(2))
    assert [column.number for column in read(tmp_path, data, range="A4:E6").columns] == [3, 4, 5]
    for wrong in ("B2", "8:2", "D8:B2", "B8:D2", "B0:D2", "Sheet!A1:B2"):
        assert refusal(tmp_path, data, range=wrong).code == "bad-range"


def test_a_heading_above_the_table_does_no_harm(tmp_path: Path) -> None:
    data = workbook({"S": row(1, "主要指标") + row(3, "名称", "出口") + row(4, "一月", 5)})
    assert read(tmp_path, data).names == ("名称", "出口")
    assert read(tmp_path, data).lines == (4,)


def test_names_wanted_find_their_row_and_one_that_is_gone_is_said_with_the_row_that_comes_closest(
    tmp_path: Path,
) -> None:
    data = workbook({"S": row(1, "单位", "亿元") + row(3, "名称", "出口", 2020) + row(4, "一月", 5, 6)})
    assert read(tmp_path, data, columns=("出口", "2020")).rows == (("一月", Decimal(5), Decimal(6)),)
    gone = refusal(tmp_path, data, columns=("名称", "进口"))
    assert (gone.code, gone.line) == ("no-column", 3)
    assert "进口" in gone.message.zh
    assert gone.hint.en == "there are: 名称, 出口, 2020"


def test_cells_are_as_the_sheet_shows_them(tmp_path: Path) -> None:
    cells = {
        '<c r="{at}"><v>0.30000000000000004</v></c>': Decimal("0.3"),
        '<c r="{at}"><v>1200</v></c>': Decimal(1200),
        '<c r="{at}" s="1"><v>44000</v></c>': "2020-06-18",
        '<c r="{at}" s="2"><v>44000.5</v></c>': "2020-06-18 12:00",
        '<c r="{at}" s="2"><v>44000</v></c>': "2020-06-18",
        '<c r="{at}" t="b"><v>1</v></c>': "TRUE",
        '<c r="{at}" s="3"><v>0.57</v></c>': Decimal(57),
        '<c r="{at}" s="4"><v>0.475</v></c>': Decimal("47.5"),
        '<c r="{at}" s="5"><v>47</v></c>': Decimal(47),
        '<c r="{at}"><f>A1</f><v>8</v></c>': Decimal(8),
        '<c r="{at}" t="str"><f>A1</f><v></v></c>': None,
        '<c r="{at}" t="str"><f>A1</f><v>词</v></c>': "词",
        '<c r="{at}" t="e"><v>#N/A</v></c>': None,
    }
    data = workbook({"S": row(1, *(f"c{k}" for k in range(len(cells)))) + row(2, *cells)})
    found = read(tmp_path, data)
    assert found.rows[0] == tuple(cells.values())
    assert found.finding is None


def test_a_long_column_of_numbers_is_dense_and_empty_cells_in_it_are_no_number(tmp_path: Path) -> None:
    rows = "".join(row(k, f"点{k}", k / 4, None if k == 7 else 3) for k in range(2, 1102))
    found = read(tmp_path, workbook({"S": row(1, "点", "甲", "乙") + rows}))
    names, first, second = found.columns
    assert isinstance(names.cells, tuple)
    assert isinstance(first.cells, memoryview)
    assert first.cells.readonly
    assert first.cells[:3].tolist() == [0.5, 0.75, 1.0]
    assert isinstance(second.cells, memoryview)
    assert [k for k, value in enumerate(second.cells) if value != value] == [5]


def test_shared_texts_are_found(tmp_path: Path) -> None:
    shared = f'<sst xmlns="{MAIN}"><si><t>名称</t></si><si><r><t>出</t></r><r><t>口</t></r></si></sst>'
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' + row(2, "一月", 3)
    assert read(tmp_path, workbook({"S": cells}, more={"xl/sharedStrings.xml": shared})).names == ("名称", "出口")


@pytest.mark.parametrize(
    ("cell", "code", "said"),
    [
        (ERROR, "error-cell", "S!C3 is #DIV/0! and has no value"),
        ('<c r="{at}" s="0" t="e"><v>#REF!</v></c>', "error-cell", "S!C3 is #REF! and has no value"),
        (NEVER, "not-calculated", "the formula in S!C3 was never calculated and has no value"),
        ('<c r="{at}"><f>A1</f></c>', "not-calculated", "the formula in S!C3 was never calculated and has no value"),
        ('<c r="{at}"><f t="shared" si="0"/><v/></c>', "not-calculated", "the formula in S!C3"),
    ],
)
def test_a_formula_without_a_value_is_missing_and_named_by_its_cell(
    tmp_path: Path, cell: str, code: str, said: str
) -> None:
    found = read(tmp_path, workbook({"S": row(1, "a", "b", "c") + row(2, "x", 1, 2) + row(3, "y", 3, cell)}))
    assert found.rows == (("x", Decimal(1), Decimal(2)), ("y", Decimal(3), None))
    assert found.state == "fresh"
    assert found.finding is not None
    assert (found.finding.code, found.finding.line, found.finding.column) == (code, 3, 3)
    assert found.finding.message.en.startswith(said)


def test_of_several_faults_the_first_is_named_and_those_outside_the_range_are_nobodys_business(tmp_path: Path) -> None:
    data = workbook({"S": row(1, "a", "b", ERROR) + row(2, "x", NEVER, ERROR) + row(3, "y", ERROR)})
    found = read(tmp_path, data, range="A1:B3").finding
    assert found is not None
    assert found.code == "not-calculated"
    assert found.message.en.endswith("; 1 more have no value")
    assert read(tmp_path, data, range="A1:A3").finding is None


@pytest.mark.parametrize("value", ["NaN", "INF", "1E+200"])
def test_a_number_that_none_can_show_is_refused_with_its_cell(tmp_path: Path, value: str) -> None:
    for count in (1, 1200):
        rows = "".join(row(k, f"x{k}", 1) for k in range(2, count + 1))
        cell = f'<c r="{{at}}"><v>{value}</v></c>'
        bad = refusal(tmp_path, workbook({"S": row(1, "a", "b") + rows + row(count + 1, "z", cell)}))
        assert (bad.code, bad.line, bad.column) == ("not-finite", count + 1, 2)


def compound(words: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + words.encode("utf-16-le") + bytes(512)


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "half-written", ""),
        (b"PK\x03\x04", "half-written", ""),
        (workbook({"S": TABLE})[:-40], "half-written", ""),
        (workbook({"S": TABLE})[:200], "half-written", ""),
        (compound("EncryptedPackage"), "protected", "password"),
        (compound("Workbook"), "not-a-workbook", ".xls file"),
        ("<html><table>".encode("utf-8-sig"), "not-a-workbook", "a web page"),
        ("名称,出口\n一月,1\n".encode("gb18030"), "not-a-workbook", "another kind"),
        (zipped({"content.xml": "<a/>", "mimetype": "x"}), "not-a-workbook", ".ods"),
        (zipped({"xl/workbook.bin": b"x"}), "not-a-workbook", ".xlsb"),
        (zipped({"word/document.xml": b"<a/>"}), "not-a-workbook", "another kind"),
        (workbook({}), "no-sheet", ""),
        (workbook({"S": TABLE}, more={"xl/workbook.xml": "<workbook"}), "bad-workbook", "damaged"),
        (workbook({"S": TABLE}, more={"xl/workbook.xml": "<!DOCTYPE a []><a/>"}), "bad-workbook", "damaged"),
        (workbook({"S": TABLE}, more={"xl/worksheets/sheet1.xml": ""}), "bad-workbook", "damaged"),
        (workbook({"S": TABLE}, more={"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row"}), "bad-workbook", ""),
        (workbook({"S": ""}), "empty-table", ""),
    ],
)
def test_what_is_no_whole_workbook_is_refused_in_words(tmp_path: Path, data: bytes, code: str, word: str) -> None:
    found = refusal(tmp_path, data)
    assert found.code == code
    assert word in found.message.en


def test_the_lock_that_excel_keeps_beside_an_open_file_is_not_taken_for_it(tmp_path: Path) -> None:
    (tmp_path / "~$a.xlsx").write_bytes(b"\x05admin")
    with pytest.raises(FeedError) as caught:
        Xlsx(file=DataFile("data/~$a.xlsx")).read(Request(folder=str(tmp_path)))
    assert caught.value.finding.code == "lock-file"
    assert caught.value.finding.hint.en == "write data/a.xlsx"
    assert read(tmp_path, workbook({"S": TABLE})).sheet == "S"


@pytest.mark.parametrize(
    "rows",
    [
        row(1, "a") + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        '<row r="1"><c r="XFD1"><v>2</v></c></row>' + 400 * "<row><c><v>1</v></c></row>",
        "<row r = '1048576'><c><v>1</v></c><c r='ZZ1048576'><v>2</v></c></row>",
        '<row><c\tr="ZZZ9"><v>1</v></c></row><row r="999999"><c><v>1</v></c></row>',
    ],
)
def test_cells_too_far_apart_to_be_laid_out_are_refused_before_they_are(tmp_path: Path, rows: str) -> None:
    assert refusal(tmp_path, workbook({"S": rows})).code == "too-large"


@pytest.mark.parametrize("aside", ["<!--<sheetData></sheetData>-->", "<sheetData></sheetData>", ""])
def test_no_other_tag_or_comment_hides_where_the_cells_are(tmp_path: Path, aside: str) -> None:
    far = '<x:row r="1048576"><x:c r="XFD1048576"><x:v>2</x:v></x:c></x:row>'
    cells = f'<x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>{far}</x:sheetData>'
    sheet = f'<x:worksheet xmlns:x="{MAIN}">{cells}{aside}</x:worksheet>'
    assert refusal(tmp_path, workbook({"S": ""}, more={"xl/worksheets/sheet1.xml": sheet})).code == "too-large"


@pytest.mark.parametrize("count", [3, 1200])
def test_a_row_of_zeros_is_no_empty_row(tmp_path: Path, count: int) -> None:
    rows = row(1, "甲", "乙") + "".join(row(k, 0, 0) for k in range(2, count) if k != 3) + row(count, 0, None)
    found = read(tmp_path, workbook({"S": rows + row(count + 1, 5, 6)}))
    assert found.lines == (*(k for k in range(2, count) if k != 3), count, count + 1)


def test_percent_in_a_range_is_of_its_own_cells(tmp_path: Path) -> None:
    percent = '<c r="{at}" s="3"><v>0.5</v></c>'
    rows = row(1, "甲", "乙", "丙") + row(2, percent, 1, percent) + row(3, 1, percent, 1) + row(4, percent, 1, 1)
    found = read(tmp_path, workbook({"S": rows}), range="B1:D3")
    assert found.rows == ((Decimal(1), Decimal(50)), (Decimal(50), Decimal(1)))


@pytest.mark.parametrize(
    "rows",
    [
        "<row><c t='str'><v>a</v></c></row>" + 1200 * "<row><c><v>1</v></c></row>",
        row(1, '<c r="AB1" t="str"><v>a</v></c>') + '<row r="100000"><c r="AB100000"><v>1</v></c></row>',
    ],
)
def test_sheets_that_are_written_unusually_are_read_all_the_same(tmp_path: Path, rows: str) -> None:
    assert read(tmp_path, workbook({"S": rows})).names == ("a",)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = workbook({"S": TABLE}, more={"xl/media/image1.png": bytes(20 << 20)})
    assert MOST_RATIO * len(bomb) < 20 << 20
    assert refusal(tmp_path, bomb).code == "too-large"


def test_a_part_that_holds_more_than_it_says_is_taken_for_damaged(tmp_path: Path) -> None:
    data = bytearray(workbook({"S": TABLE + row(4, "x" * 400)}))
    size = len(f'<worksheet xmlns="{MAIN}"><sheetData>{TABLE + row(4, "x" * 400)}</sheetData></worksheet>'.encode())
    assert data.count(struct.pack("<I", size)) == 2
    found = refusal(tmp_path, bytes(data.replace(struct.pack("<I", size), struct.pack("<I", 300))))
    assert found.code == "half-written"


def test_it_is_of_the_time_its_file_was_saved(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook({"S": TABLE}))
    os.utime(tmp_path / "a.xlsx", (5, 1000))
    found = Xlsx(file=DataFile("a.xlsx")).read(Request(folder=str(tmp_path)))
    assert (found.time_s, found.file, found.state) == (1000.0, "a.xlsx", "fresh")


WHOLE = workbook({"S": TABLE + row(4, ERROR, NEVER)})


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.tuples(st.integers(0, len(WHOLE)), st.binary(max_size=4), st.integers(0, 6)).map(
            lambda cut: WHOLE[: cut[0]] + cut[1] + WHOLE[cut[0] + cut[2] :]
        ),
        st.text(alphabet='<>/="rowcfv ste1AZ9.-#', max_size=200).map(lambda rows: workbook({"S": rows})),
        st.binary(max_size=80).map(lambda words: workbook({"S": TABLE}, more={"xl/styles.xml": words})),
    )
)
def test_any_bytes_are_a_table_or_a_refusal(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(FeedError):
        assert read(Path(folder), data).columns


def test_parts_have_their_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = workbook({"S": TABLE})
    for name, code in (("MOST_PART", "too-large"), ("MOST_TREE", "bad-workbook")):
        with monkeypatch.context() as patched:
            patched.setattr(f"jn_presenter.draw.workbook.{name}", 100)
            assert refusal(tmp_path, whole).code == code
    assert read(tmp_path, whole).sheet == "S"
