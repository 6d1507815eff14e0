"""A JSON document to the snapshot of a table; numbers are kept exactly as they are written."""

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec import structs

from jn_presenter.draw.tabular import MOST_DIGITS, table_of
from jn_presenter.model.counting import counted
from jn_presenter.model.feed import MOST_COLUMNS, MOST_ROWS, Cell, FeedError, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_BYTES = 4 << 20

COLUMNS, ROWS = "columns", "rows"
STEP = re.compile(r"[^.\[\]]+|\[[0-9]{1,6}\]")
PATH = re.compile(r"(?:[^.\[\]]+|\[[0-9]{1,6}\])(?:\.[^.\[\]]+|\[[0-9]{1,6}\])*")


class DocumentError(Exception):
    """A document that holds no table; the finding does not yet name its file."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


def table_in(data: bytes, at: str, *, file: str = "", as_of: str = "", time_s: float = 0.0) -> Snapshot:
    """The table at the path `at` of a JSON document, the outermost value by default.

    A table is a list of objects, or an object with `columns` and `rows`. Its rows have no lines, for nobody counts
    those of a JSON file. Raises FeedError.
    """
    try:
        rows = _rows(_found(_parsed(data), at), at)
    except DocumentError as error:
        raise FeedError(structs.replace(error.finding, file=file)) from None
    try:
        table = table_of(rows, file=file, as_of=as_of, time_s=time_s)
    except FeedError as error:
        raise FeedError(structs.replace(error.finding, line=0, column=0)) from None
    return structs.replace(table, lines=())


def _rows(found: Any, at: str) -> list[tuple[int, Sequence[Cell]]]:
    """The names of the columns, then the rows, each with its number."""
    if isinstance(found, dict) and isinstance(found.get(COLUMNS), list) and isinstance(found.get(ROWS), list):
        names, rows = found[COLUMNS], found[ROWS]
        if not all(isinstance(row, list) for row in rows):
            raise _no_table(found, at)
    elif isinstance(found, list) and all(isinstance(row, dict) for row in found):
        names = list(dict.fromkeys(name for row in found for name in row))
        rows = [[row.get(name) for name in names] for row in found] if len(names) <= MOST_COLUMNS else found
    else:
        raise _no_table(found, at)
    if len(names) > MOST_COLUMNS or len(rows) > MOST_ROWS:
        size = f"{counted(len(rows), 'row')} and {counted(len(names), 'column')}"
        raise _refused(
            "too-large",
            Message(
                f"表有 {len(rows)} 行 {len(names)} 列",
                f"the table has {size}",
            ),
            Message(f"最多 {MOST_ROWS} 行 {MOST_COLUMNS} 列", f"at most {MOST_ROWS} rows and {MOST_COLUMNS} columns"),
        )
    named = [_cell(name, 0, COLUMNS) for name in names]
    if not any(named):
        return []
    given = [
        [_cell(cell, k, named[n] if n < len(named) else n) for n, cell in enumerate(row)]
        for k, row in enumerate(rows, 1)
    ]
    return list(enumerate([named, *given]))


def _parsed(data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = Message("文件的编码不是 UTF-8", "it is not encoded as UTF-8")
        raise _refused("encoding", message, Message("以 UTF-8 保存", "save it as UTF-8")) from None
    try:
        return json.loads(text, parse_float=_number, parse_int=_number, parse_constant=_no_number)
    except RecursionError:
        message = Message("嵌套太深", "it is nested too deep")
        raise _refused("too-deep", message, Message("只留要显示的数据", "keep just what is shown")) from None
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
            message = Message("内容不完整，可能正在保存", "it is not whole and may be being saved")
            hint = Message("保存完成后会自动读取", "it is read by itself once it is saved")
            raise _refused("half-written", message, hint, error.lineno, error.colno) from None
        message = Message(f"第 {error.lineno} 行不是 JSON", f"line {error.lineno} is no JSON")
        hint = Message("检查引号、逗号和括号", "look at quotes, commas and brackets")
        raise _refused("bad-json", message, hint, error.lineno, error.colno) from None


def _number(word: str) -> Decimal:
    if len(word) > 2 * MOST_DIGITS:
        raise _bad_number(word)
    return Decimal(word)


def _no_number(word: str) -> Decimal:
    raise _bad_number(word)


def _bad_number(word: str) -> DocumentError:
    message = Message(f"“{word[:40]}” 不是可用的数", f"{word[:40]!r} is no number to be shown")
    return _refused("not-finite", message, Message("缺数写 null", "write null where a value is missing"))


def _found(document: Any, at: str) -> Any:
    """The part of the document at the path, as in `data.items` or `results[0].rows`."""
    if at and not PATH.fullmatch(at):
        message = Message(f"“{at[:40]}” 不是路径", f"{at[:40]!r} is no path")
        raise _refused("bad-path", message, Message("如 data.items", "as in data.items or results[0].rows"))
    here, passed = document, ""
    for step in STEP.findall(at):
        if step.startswith("["):
            number = int(step[1:-1])
            inside = isinstance(here, list) and number < len(here)
            below = here[number] if inside else None
        else:
            inside = isinstance(here, dict) and step in here
            below = here[step] if inside else None
        if not inside:
            where = passed or "."
            message = Message(f"{where} 里没有 {step[:40]}", f"there is no {step[:40]} in {where}")
            raise _refused("no-path", message, _there(here))
        here, passed = below, f"{passed}{step}" if step.startswith("[") else f"{passed}.{step}".lstrip(".")
    return here


def _there(here: Any) -> Message:
    if isinstance(here, dict) and here:
        names = ", ".join(str(name)[:20] for name in list(here)[:12])
        return Message(f"有：{names}", f"there are: {names}")
    if isinstance(here, list):
        return Message(f"这里是有 {len(here)} 项的列表", f"here is a list of {counted(len(here), 'item')}")
    return Message("这里是一个值", "here is a single value")


def _no_table(found: Any, at: str) -> DocumentError:
    message = Message("这里没有表", "there is no table here")
    if isinstance(found, dict) and found and not at:
        names = ", ".join(str(name)[:20] for name in list(found)[:12])
        hint = Message(f"用 at: 写明表在哪里；有：{names}", f"say by at: where the table is; there are: {names}")
    else:
        hint = Message(
            "写成对象的列表，或 columns 和 rows", "write a list of objects, or an object with columns and rows"
        )
    return _refused("no-table", message, hint)


def _cell(value: Any, row: int, name: Any) -> Cell:
    if value is None or isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()  # half a character can be written in JSON, but not drawn
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    word = str(name)[:40]
    message = Message(f"第 {row} 项的 {word} 不是一个值", f"{word} of item {row} is no single value")
    raise _refused("not-a-value", message, Message("写成文字、数或 null", "write a text, a number or null"))


def _refused(code: str, message: Message, hint: Message, line: int = 0, column: int = 0) -> DocumentError:
    return DocumentError(Finding(code=code, path="data", line=line, column=column, message=message, hint=hint))
