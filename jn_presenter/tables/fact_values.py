"""What a fact says in its file, column by column, and what a cell says, with the habits of Excel undone."""

import datetime
import re
from collections.abc import Mapping as TypingMapping
from decimal import Decimal, InvalidOperation

from jn_presenter.draw.dates import parse_date
from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.edit.document import Document, tree
from jn_presenter.load.nodes import Mapping, Scalar, Sequence
from jn_presenter.load.words import absent
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message
from jn_presenter.tables.choices import Choices, chosen, no_choice
from jn_presenter.tables.form import plain
from jn_presenter.tables.reading import Cell
from jn_presenter.tables.taking import Remark

TEXTS = ("label", "scope")
DATES = ("as_of", "due")
BARE = frozenset({"value", *DATES})
"""What reads as a number or a date, unquoted."""
ORDER = ("id", "kind", "as_of", "due", "value", "op", "word", "unit", "period", "scope", "label", "source", "note")
"""The keys of a fact as we write it."""
LOOSE_DATE = re.compile(r"([0-9]{4})(?:\s*[-/.年]\s*([0-9]{1,2})(?:\s*[-/.月]\s*([0-9]{1,2})\s*日?)?)?\s*[年月]?")
DASHES = str.maketrans("–—－~～至", "------")
EARLIEST, LATEST = 1000, 9999
Said = TypingMapping[str, str]
"""By column: `label.zh`, `value`, …; what is not there is empty."""


def facts_in(document: Document) -> TypingMapping[str, tuple[int, Mapping]]:
    """By id the number of each fact in the list, from 1, and what is written of it; of two with one id the first."""
    root = tree(document)
    listed = root.get("facts") if isinstance(root, Mapping) else None
    found: dict[str, tuple[int, Mapping]] = {}
    for k, item in enumerate(listed.items if isinstance(listed, Sequence) else (), 1):
        named = item.get("id") if isinstance(item, Mapping) else None
        if isinstance(item, Mapping) and isinstance(named, Scalar):
            found.setdefault(named.value, (k, item))
    return found


def said_of(fact: Mapping, languages: tuple[str, ...]) -> Said:
    """What a fact says, as it is compared. A text for all languages stands under the first of them."""
    found: dict[str, str] = {}
    for key, node in fact.entries:
        if key.value in TEXTS and isinstance(node, Mapping):
            listed = ((tag, node.get(tag)) for tag in languages)
            found |= {f"{key.value}.{tag}": plain(one.value) for tag, one in listed if isinstance(one, Scalar)}
        elif isinstance(node, Scalar) and not absent(node):
            name = f"{key.value}.{languages[0]}" if key.value in TEXTS else key.value
            found[name] = plain(node.value)
    if found.get("op") == "exact":
        del found["op"]
    if "value" in found:
        found["value"] = _number(found["value"])
    return found


def in_a_file(fact: Mapping) -> bool:
    """Whether its figure is a cell of a file of data."""
    return isinstance(fact.get("value"), Mapping)


def taken(column: str, cell: Cell, before: str, choices: TypingMapping[str, Choices]) -> str | Remark:
    """What the cell says, as it is compared; or why that is nothing a fact can say. before: what the deck says."""
    if cell.raw is None:
        return ""
    if column == "value":
        return _figure(cell)
    if column in DATES:
        return _date(cell, before)
    if column in choices:
        name = chosen(cell.words, choices[column])
        if name is None:
            return _wrong(cell, *no_choice(cell.words, choices[column]))
        return "" if (column, name) == ("op", "exact") else name
    if column == "period":
        return plain(cell.words).translate(DASHES).replace(" ", "")
    return plain(cell.words)


def _number(words: str) -> str:
    try:
        return f"{Decimal(words).normalize():f}"
    except InvalidOperation:
        return words


def _figure(cell: Cell) -> str | Remark:
    """A number however it was typed: 1,000 and ０ as text, and a cell in percent as it is shown."""
    if isinstance(cell.raw, datetime.date):
        return _wrong(
            cell,
            Message("Excel 把这里变成了日期", "Excel has made a date of this"),
            Message("把单元格设为“常规”，再写一次数字", "format the cell as General, and type the number again"),
        )
    try:
        raw = cell.raw * 100 if isinstance(cell.raw, float) and cell.percent else cell.raw
        number = number_in(raw)
    except NotANumberError:
        return _wrong(
            cell,
            Message(f"“{cell.words[:40]}”不是数字", f"{cell.words[:40]!r} is no number"),
            Message(
                "只写数字，如 1000 或 36.5；单位写在“单位”一列",
                "write digits alone, as in 1000 or 36.5; the unit has its own column",
            ),
        )
    return "" if number is None else f"{number.normalize():f}"


def _date(cell: Cell, before: str) -> str | Remark:
    """A date as facts have it, as precise as it was typed: Excel makes the first of May of 2024-05."""
    words = cell.words.strip()
    if isinstance(cell.raw, datetime.date):
        again = len(before) in (4, 7) and words.startswith(before) and cell.raw.day == 1
        return before if again and (len(before) == 7 or cell.raw.month == 1) else words
    if isinstance(cell.raw, float) and not EARLIEST <= cell.raw <= LATEST:
        return _wrong(
            cell,
            Message("这里是 Excel 的日期序号", "this is a date as Excel counts it"),
            Message("把单元格设为“文本”，写成 2024-05", "format the cell as Text, and write 2024-05"),
        )
    if (found := LOOSE_DATE.fullmatch(words)) is not None:
        year, *rest = found.groups()
        words = "-".join([year, *(f"{int(part):02}" for part in rest if part)])
    if not isinstance(parse_date(words), Finding):
        return words
    return _wrong(
        cell,
        Message(f"“{words[:40]}”不是日期", f"{words[:40]!r} is not a date"),
        Message("写成 2021、2021-06 或 2021-06-04", "write 2021, 2021-06 or 2021-06-04"),
    )


def _wrong(cell: Cell, message: Message, hint: Message) -> Remark:
    return Remark(cell=cell.where, severity="error", message=message, hint=hint)
