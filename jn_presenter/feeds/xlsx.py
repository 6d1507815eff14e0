"""A sheet of an XLSX workbook, as Excel, WPS or LibreOffice save it."""

import datetime
import io
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Annotated, Any, NamedTuple, TypeAlias

from msgspec import Meta, structs

from jn_presenter.confined import read_data, refused
from jn_presenter.draw.table_cells import letters
from jn_presenter.draw.tabular import table_of
from jn_presenter.draw.workbook import WorkbookError, Worksheet, worksheet
from jn_presenter.draw.worksheet import Place, column_of
from jn_presenter.model.feed import MOST_COLUMNS, Cell, Feed, FeedError, Request, Snapshot
from jn_presenter.model.fields import DataFile, doc
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_LINES = 100_000
WIDEST = 1_000
LOCK = "~$"
BLOCK = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})?:\$?([A-Za-z]{1,3})\$?([0-9]{1,7})?")
Row: TypeAlias = tuple[int, Sequence[Cell | float]]


class Block(NamedTuple):
    """Rows and columns from 1, the last included."""

    top: int = 1
    left: int = 1
    bottom: int = MOST_LINES
    right: int = WIDEST

    def holds(self, place: Place) -> bool:
        return self.top <= place.row <= self.bottom and self.left <= place.column <= self.right


class Xlsx(Feed, frozen=True, kw_only=True):
    """A table in a workbook. Its names stand in the first row of the range; where that names no row, in the first one
    that has all of `columns`, or else two filled cells, so that a heading above the table does no harm.

    Numbers are as the sheet shows them: to 15 digits, and 47 where a cell is formatted as 47 %. Dates are text as in
    2020-06-18. A formula has the value that it had when the file was saved.
    """

    about = "Excel 或 WPS 工作簿里的表格"
    short = "file"

    file: Annotated[DataFile, doc("文件，如data/a.xlsx", "the file, as in data/a.xlsx")]
    sheet: Annotated[str, doc("表的名称，默认是第一张", "the sheet's name, by default the first")] = ""
    range: Annotated[str, doc("区域，如B2:D8，第一行是列名", "the cells, names first, as in B2:D8")] = ""
    columns: Annotated[
        tuple[str, ...],
        doc("标题行里的列名，用来找到标题行", "names in the row of headings, by which it is found"),
        Meta(max_length=MOST_COLUMNS),
    ] = ()
    sample: Annotated[bool, doc("是否示例数据", "whether the data is made up")] = False

    @property
    def made_up(self) -> bool:
        return self.sample

    def files(self) -> tuple[str, ...]:
        return (self.file,)

    def read(self, request: Request) -> Snapshot:
        """The rows of the sheet; a cell with an error is empty, and the snapshot's finding names it."""
        block = self._block()
        folder, _, name = self.file.rpartition("/")
        if name.startswith(LOCK):
            meant = f"{folder}/{name[2:]}" if folder else name[2:]
            message = Message("这是 Excel 打开文件时的锁文件", "this is the lock that Excel keeps beside an open file")
            raise refused(self.file, "lock-file", message, Message(f"写成 {meant}", f"write {meant}"))
        content = read_data(request.folder, self.file)
        try:
            found = worksheet(content.data, self.sheet)
        except WorkbookError as error:
            raise refused(self.file, error.code, error.message, error.hint) from None
        rows = self._from_headings(_rows(self._parsed(found), found, block))
        table = table_of(
            rows, file=self.file, sheet=found.name, first=block.left, as_of=self.as_of, time_s=content.time_s
        )
        faults = {place: word for place, word in found.faults.items() if block.holds(place)}
        return structs.replace(table, finding=self._fault(found.name, faults)) if faults else table

    def _parsed(self, found: Worksheet) -> Any:
        """The sheet of python-calamine."""
        from python_calamine import CalamineError, CalamineWorkbook  # only a deck with workbooks pays for it

        try:
            return CalamineWorkbook.from_filelike(io.BytesIO(found.packed)).get_sheet_by_name(found.name)
        except (CalamineError, OSError, ValueError) as error:
            message = Message(f"表读不出来（{str(error)[:80]}）", f"the sheet cannot be read ({str(error)[:80]})")
            hint = Message("在 Excel 里打开并另存为 .xlsx", "open it in Excel and save it as .xlsx")
            raise refused(self.file, "bad-workbook", message, hint) from None

    def _block(self) -> Block:
        """The range as numbers. Raises FeedError."""
        if not self.range:
            return Block()
        found = BLOCK.fullmatch(self.range.strip())
        if found:
            left, top, right, bottom = found.groups()
            block = Block(int(top or 1), column_of(left), int(bottom or MOST_LINES), column_of(right))
            if 0 < block.top <= block.bottom and block.left <= block.right:
                return block
        message = Message(f"“{self.range[:40]}” 不是区域", f"{self.range[:40]!r} is no range of cells")
        raise refused(self.file, "bad-range", message, Message("写成 B2:D8 或 B:D", "write it as in B2:D8 or B:D"))

    def _from_headings(self, rows: list[Row]) -> list[Row]:
        """The rows from the one with the names of the columns on. Raises FeedError where none has those wanted."""
        if self.columns:
            wanted = set(self.columns)
            for k, (_, row) in enumerate(rows):
                if wanted <= {_heading(cell) for cell in row}:
                    return rows[k:]
            raise self._no_headings(rows)
        if any(map(str.isdigit, self.range.partition(":")[0])):
            return rows
        return next((rows[k:] for k, (_, row) in enumerate(rows) if sum(cell is not None for cell in row) > 1), rows)

    def _no_headings(self, rows: list[Row]) -> FeedError:
        """The error names the row that comes closest, and what it lacks."""
        wanted = dict.fromkeys(self.columns)
        there = [(line, [_heading(cell) for cell in row]) for line, row in rows]
        line, closest = max(there, key=lambda row: len(wanted.keys() & set(row[1])), default=(1, []))
        missing = "、".join(name for name in wanted if name not in closest)[:80]
        names = [name for name in closest if name][:12]
        return refused(
            self.file,
            "no-column",
            Message(f"没有一行同时有这些列名，缺 {missing}", f"no row has all these names; {missing} cannot be found"),
            Message(f"现有的列：{'、'.join(names)}", f"there are: {', '.join(names)}"),
            line=line,
        )

    def _fault(self, sheet: str, faults: dict[Place, str]) -> Finding:
        place = min(faults)
        word, where = faults[place], f"{sheet}!{letters(place.column)}{place.row}"
        others = len(faults) - 1
        more = Message(f"；另有 {others} 格没有值", f"; {others} more have no value") if others else Message("", "")
        if word:
            code = "error-cell"
            message = Message(f"{where} 是 {word}，没有值{more.zh}", f"{where} is {word} and has no value{more.en}")
            hint = Message("改好公式，再保存", "mend the formula and save the file")
        else:
            code = "not-calculated"
            message = Message(
                f"{where} 的公式从未计算，没有值{more.zh}",
                f"the formula in {where} was never calculated and has no value{more.en}",
            )
            hint = Message("用 Excel 打开并保存一次", "open the file in Excel and save it once")
        return Finding(
            code=code, path="data", file=self.file, line=place.row, column=place.column, message=message, hint=hint
        )


def _heading(cell: Cell | float) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell or "").strip()


def _rows(sheet: Any, found: Worksheet, block: Block) -> list[Row]:
    """The rows of the block with their numbers, each from the block's first column on.

    The cells are turned into ours column by column: most columns are numbers alone, and those need no work at all.
    """
    if sheet.start is None:
        return []
    before, width = sheet.start[1] + 1 - block.left, block.right - block.left + 1
    lines = islice(sheet.iter_rows(), block.top - 1, block.bottom)
    own = [_column(cells) for cells in islice(zip(*lines, strict=True), max(0, -before), max(0, width - before))]
    height = len(own[0]) if own else 0
    columns = [*([(None,) * height] * max(0, before)), *own][:width]
    for k, places in _by_column(found.percents, block).items():
        if k < len(columns):
            columns[k] = _in_percent(columns[k], places)
    return list(enumerate(zip(*columns, strict=True), block.top))


def _column(cells: Sequence[Any]) -> Sequence[Cell | float]:
    """The values of python-calamine as texts, and as numbers that they are."""
    if set(map(type, cells)) <= {float, str} and "" not in cells:
        return cells
    return [value if type(value) is float else _cell(value) for value in cells]


def _by_column(places: Iterable[Place], block: Block) -> dict[int, list[int]]:
    """The rows of these places by their columns, both from the block's first on."""
    found: dict[int, list[int]] = {}
    for place in places:
        if block.holds(place):
            found.setdefault(place.column - block.left, []).append(place.row - block.top)
    return found


def _in_percent(cells: Sequence[Cell | float], rows: Iterable[int]) -> Sequence[Cell | float]:
    """The cells with the numbers in these rows as the sheet shows them."""
    made = list(cells)
    for k in rows:
        if k < len(made) and isinstance(number := made[k], float):
            made[k] = number * 100
    return made


def _cell(value: Any) -> Cell | float:
    """A value of python-calamine as text, or as a number that it is."""
    if type(value) is str:
        return value or None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "minutes") if value.time() != datetime.time() else value.date().isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return float(value) if isinstance(value, int) else str(value)


FEED = Xlsx
