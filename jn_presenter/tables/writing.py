"""A workbook as bytes: headings that stay in sight, widths, lists to choose from, keys that are not typed over."""

import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jn_presenter.draw.table_cells import letters
from jn_presenter.model.text import Message
from jn_presenter.tables.form import RECORD, Book, Column, Sheet, Value

ABOUT, CHOICES = "说明 Read me", "选项 Choices"
HEAD, QUIET, MISSING = "#1F3A5F", "#F2F2F2", "#FFF4CC"
LONGEST_TEXT_FORMAT = 255
"""Characters from which on older Excel shows a cell of the format "text" as ####."""
MOST_HEIGHT = 400.0
"""In points; Excel goes to 409."""
LINE = 16.0
ALLOWED = dict.fromkeys(
    (
        "format_cells",
        "format_columns",
        "format_rows",
        "insert_columns",
        "insert_rows",
        "delete_rows",
        "sort",
        "autofilter",
    ),
    True,
)


def written(book: Book) -> bytes:
    """The workbook as the bytes of an XLSX file."""
    import xlsxwriter  # type: ignore[import-untyped]  # only these commands pay for it

    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    formats = _Formats(workbook)
    about, sheet = workbook.add_worksheet(ABOUT), workbook.add_worksheet(book.sheet.name)
    _read_me(about, book.about, formats)
    places = _choices(workbook.add_worksheet(CHOICES), book.choices, formats) if book.choices else {}
    _Page(sheet, book.sheet, formats, places).write()
    sheet.activate()
    workbook.close()
    return content.getvalue()


class _Formats:
    """The formats of cells, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def of(self, **wanted: object) -> Any:
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            base = {"valign": "top", "text_wrap": True, "font_name": "Microsoft YaHei", "font_size": 10}
            self._made[key] = self._workbook.add_format(base | wanted)
        return self._made[key]


def _read_me(page: Any, about: tuple[Message, ...], formats: _Formats) -> None:
    page.set_column(0, 1, 62)
    page.hide_gridlines(2)
    for k, message in enumerate(about):
        style = formats.of(bold=True, font_size=14) if k == 0 else formats.of()
        page.write_string(k, 0, message.zh, style)
        page.write_string(k, 1, message.en, style)
        if k:
            page.set_row(k, _height({0: (message.zh, 62.0), 1: (message.en, 62.0)}))


def _choices(page: Any, choices: Mapping[str, tuple[str, ...]], formats: _Formats) -> dict[str, str]:
    """Where the words of each list stand, as Excel names it."""
    places: dict[str, str] = {}
    page.set_column(0, len(choices), 30)
    for column, (name, words) in enumerate(choices.items()):
        page.write_string(0, column, name, formats.of(bold=True, bg_color=HEAD, font_color="white"))
        for k, word in enumerate(words, 1):
            page.write_string(k, column, word, formats.of())
        letter = letters(column + 1)
        places[name] = f"='{CHOICES}'!${letter}$2:${letter}${len(words) + 1}"
    page.protect()
    return places


class _Page:
    """The sheet that is edited."""

    def __init__(self, page: Any, sheet: Sheet, formats: _Formats, choices: Mapping[str, str]) -> None:
        self.page, self.sheet, self.formats, self.choices = page, sheet, formats, choices
        self.last = len(sheet.rows) + sheet.spare

    def write(self) -> None:
        for k, column in enumerate(self.sheet.columns):
            self._column(k, column)
        for number, row in enumerate(self.sheet.rows, 1):
            for k, column in enumerate(self.sheet.columns):
                self._cell(number, k, column, row.get(column.key))
            shown = {
                k: (str(row.get(one.key) or ""), one.width)
                for k, one in enumerate(self.sheet.columns)
                if not one.hidden
            }
            self.page.set_row(number, _height(shown))
        self.page.set_row(0, 2 * LINE + 4)
        self.page.freeze_panes(1, self.sheet.frozen)
        last = max(k for k, column in enumerate(self.sheet.columns) if not column.hidden)
        self.page.autofilter(0, 0, max(1, len(self.sheet.rows)), last)
        self.page.protect("", ALLOWED)
        self.page.set_landscape()
        self.page.fit_to_pages(1, 0)
        self.page.repeat_rows(0)

    def _column(self, k: int, column: Column) -> None:
        below = self.formats.of(locked=column.key == RECORD, **_number_format(column, ""))
        self.page.set_column(k, k, column.width, below, {"hidden": column.hidden})
        self.page.write_string(0, k, column.words, self.formats.of(bold=True, bg_color=HEAD, font_color="white"))
        if self.last and (rule := self._rule(column)):
            self.page.data_validation(1, k, self.last, k, rule)
        if self.last and column.limit:
            here, most = f"{letters(k + 1)}2", self._place(column.limit)
            self.page.conditional_format(
                1,
                k,
                self.last,
                k,
                {
                    "type": "formula",
                    "criteria": f'=AND({most}<>"",LEN({here})>{most})',
                    "format": self.formats.of(font_color="#C00000"),
                },
            )

    def _rule(self, column: Column) -> dict[str, Any]:
        """What Excel objects to while it is typed: words that are in no list, and more than there is room for."""
        if column.choices in self.choices:
            about = Message("请从列表里选。", "Choose one from the list.")
            rule: dict[str, Any] = {"validate": "list", "source": self.choices[column.choices], "error_type": "stop"}
        elif column.limit:
            most, here = self._place(column.limit), f"{letters(self.sheet.columns.index(column) + 1)}2"
            about = Message(
                "比字数上限长，可能放不下。仍要这样写吗？", "Longer than the limit; it may not fit. Keep it?"
            )
            rule = {"validate": "custom", "value": f'=OR({most}="",LEN({here})<={most})', "error_type": "warning"}
        elif column.help is not None:
            about, rule = Message("", ""), {"validate": "any"}
        else:
            return {}
        if about.zh:
            rule |= {"error_title": column.head.zh[:32], "error_message": f"{about.zh}\n{about.en}"}
        if column.help is not None:
            rule |= {"input_title": column.head.zh[:32], "input_message": f"{column.help.zh}\n{column.help.en}"[:255]}
        return rule

    def _place(self, key: str) -> str:
        k = next(k for k, one in enumerate(self.sheet.columns) if one.key == key)
        return f"${letters(k + 1)}2"

    def _cell(self, number: int, k: int, column: Column, value: Value) -> None:
        fixed = column.locked or (number - 1, column.key) in self.sheet.fixed
        look: dict[str, object] = {"locked": fixed, **_number_format(column, str(value or ""))}
        if fixed:
            look |= {"bg_color": QUIET, "font_color": "#595959"}
        elif (number - 1, column.key) in self.sheet.marked:
            look["bg_color"] = MISSING
        style = self.formats.of(**look)
        if value is None or value == "":
            self.page.write_blank(number, k, None, style)
        elif isinstance(value, Decimal) and Decimal(f"{float(value):.15g}") == value:
            self.page.write_number(number, k, float(value), style)
        else:
            self.page.write_string(number, k, str(value), style)  # never `write`: a text may look like a formula


def _number_format(column: Column, words: str) -> dict[str, object]:
    return {"num_format": "@"} if column.text and len(words) <= LONGEST_TEXT_FORMAT else {}


def _height(cells: Mapping[int, tuple[str, float]]) -> float:
    """Of a row with these (words, width of the column): Excel alone would fit it, other programs do not."""
    lines = (
        sum(max(1, -(-_columns(line) // max(1, int(width) - 1))) for line in words.split("\n"))
        for words, width in cells.values()
    )
    return min(MOST_HEIGHT, LINE * max(lines, default=1) + 2)


def _columns(words: str) -> int:
    return sum(1 if character.isascii() else 2 for character in words)
