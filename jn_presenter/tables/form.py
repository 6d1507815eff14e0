"""What a sheet is before it is written: its columns, rows and choices; and the record by which changes are known."""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from jn_presenter.model.text import Message

Value = str | Decimal | None
"""What stands in a cell."""
RECORD = "record"
"""The key of the hidden column: what the row is, and a checksum of each cell as it was written."""
LONGEST_CELL = 32_767
"""Characters of a cell of Excel: what is longer it cuts off."""


class Column(Struct, frozen=True, kw_only=True):
    """One column. width: in digits, as Excel counts. text: digits typed there stay text. choices: of Sheet.choices.

    limit: the key of the column with the most characters that a cell of this one should have. help: said by Excel
    beside the cell that is being typed in.
    """

    key: str
    head: Message
    width: float
    locked: bool = False
    hidden: bool = False
    text: bool = True
    choices: str = ""
    limit: str = ""
    help: Message | None = None

    @property
    def words(self) -> str:
        """What stands in its first row."""
        return f"{self.head.zh}\n{self.head.en}"


Row = Mapping[str, Value]
"""The cells of a row by the keys of their columns; what is missing is empty."""


class Sheet(Struct, frozen=True, kw_only=True):
    """One sheet. frozen: how many of its columns stay in sight. fixed: (row from 0, column) of cells that are locked
    though their column is not. spare: how many empty rows may be filled in below.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    frozen: int = 1
    fixed: frozenset[tuple[int, str]] = frozenset()
    marked: frozenset[tuple[int, str]] = frozenset()
    """Cells that are to be filled in."""
    spare: int = 0


class Book(Struct, frozen=True, kw_only=True):
    """A workbook: words for who has never seen it, a sheet to edit, and what its lists offer, by name."""

    about: tuple[Message, ...]
    sheet: Sheet
    choices: Mapping[str, tuple[str, ...]] = {}


def plain(value: object) -> str:
    """A value as it is compared: what Excel and those who type in it do to blanks and line ends is no change."""
    words = "" if value is None else f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
    return words.replace("\r\n", "\n").replace("\r", "\n").strip()


def checksum(value: object) -> str:
    """Of a value as it is compared."""
    return hashlib.blake2s(plain(value).encode(), digest_size=5).hexdigest()


def record(key: tuple[str, ...], values: Mapping[str, object]) -> str:
    """What a row is, and what stood in it."""
    sums = {name: checksum(value) for name, value in values.items()}
    return json.dumps([*key, sums], ensure_ascii=False, separators=(",", ":"))


def recorded(words: str) -> tuple[tuple[str, ...], Mapping[str, str]] | None:
    """The key and the checksums of a record, None where it is none."""
    try:
        *key, sums = json.loads(words)
    except (ValueError, TypeError, RecursionError):
        return None
    good = isinstance(sums, dict) and all(isinstance(one, str) for one in (*key, *sums.values()))
    return (tuple(key), sums) if good and key else None
