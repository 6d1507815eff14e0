"""The tables of a slide's charts as cells: rows that stand in the slide, and those of its CSV files."""

import re
from decimal import Decimal

from jn_presenter.edit.changes import Read
from jn_presenter.edit.csv_cells import CsvFile, csv_file
from jn_presenter.edit.form_fields import Field, Grid
from jn_presenter.edit.leaves import Leaf, feed_class, under
from jn_presenter.feeds.csv import Csv
from jn_presenter.feeds.xlsx import Xlsx
from jn_presenter.load.feeds import FILE
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.words import absent
from jn_presenter.model.feed import Feed
from jn_presenter.model.text import Message

COLUMNS, ROWS, ENCODING = "columns", "rows", "encoding"
PAIR = re.compile(r"(.+)\.([0-9]+)\.([0-9]+)")
MOST_BYTES = 256 << 10
"""A larger file is read anew with every character that is typed in the slide, and takes too long for that."""
EXCEL = Message("在 Excel 中打开", "open it in Excel")
TOO_LARGE = Message("表太大，在 Excel 中打开", "the table is too large: open it in Excel")
NO_TABLE = Message("这个表现在读不出来", "the table cannot be read now")
ELSEWHERE = Message("这个文件不在这里改", "this file is not edited here")
XY = ("x", "y")


def grid_of(leaf: Leaf, read: Read, file: str) -> Grid | None:
    """The table of a feed; None of anything else, and of a source without rows of its own. file: the slide's."""
    if leaf.type is not Feed:
        return None
    node = leaf.node
    rows = node.get(ROWS) if isinstance(node, Mapping) else None
    if isinstance(node, Mapping) and isinstance(rows, Sequence):
        return _in_slide(leaf, node.get(COLUMNS), rows, file)
    cls, name = feed_class(node), _word(node.get(FILE) if isinstance(node, Mapping) else node)
    if cls is None or not name:
        return None
    if cls is Csv:
        return _of_csv(leaf, name, _word(node.get(ENCODING)) if isinstance(node, Mapping) else "", read)
    return Grid(path=leaf.path, file=name, closed=EXCEL if cls is Xlsx else ELSEWHERE)


def pairs_of(leaf: Leaf) -> str:
    """The path of the list of points [x, y] of which it is a number; empty for anything else."""
    found = PAIR.fullmatch(leaf.path) if leaf.key == "points" and leaf.type is Decimal else None
    return found[1] if found is not None and isinstance(leaf.node, Scalar) else ""


def grid_of_pairs(path: str, numbers: tuple[Leaf, ...], file: str) -> Grid:
    """The points of a curve as a table of two columns."""
    rows: dict[str, list[Field]] = {}
    for leaf in numbers:
        assert isinstance(leaf.node, Scalar)
        rows.setdefault(leaf.path.rpartition(".")[0], []).append(_cell(leaf.path, leaf.node, leaf.label, file))
    return Grid(path=path, names=XY, rows=tuple(tuple(row) for row in rows.values()))


def _in_slide(leaf: Leaf, columns: Node | None, rows: Sequence, file: str) -> Grid:
    names = tuple(map(_word, columns.items)) if isinstance(columns, Sequence) else ()
    made: list[tuple[Field | None, ...]] = []
    for k, row in enumerate(rows.items, 1):
        items = row.items if isinstance(row, Sequence) else ()
        there = [
            _cell(f"{under(leaf.path, ROWS)}.{k}.{n}", cell, _named(leaf, k, n, names), file)
            if isinstance(cell, Scalar)
            else None
            for n, cell in enumerate(items, 1)
        ]
        made.append((*there, *(None,) * (len(names) - len(there))))
    return Grid(path=leaf.path, names=names, rows=tuple(made))


def _cell(path: str, node: Scalar, label: Message, file: str) -> Field:
    value = "" if absent(node) else node.value
    return Field(file=file, path=path, kind="cell", label=label, value=value, start=node.start, optional=True)


def _of_csv(leaf: Leaf, name: str, encoding: str, read: Read) -> Grid:
    data = read(name)
    if data is None or len(data) > MOST_BYTES:
        return Grid(path=leaf.path, file=name, closed=NO_TABLE if data is None else TOO_LARGE)
    found = csv_file(data, encoding)
    if found is None:
        return Grid(path=leaf.path, file=name, closed=EXCEL)
    filled = [k for k, row in enumerate(found.rows) if any(cell.value for cell in row)]
    if not filled:
        return Grid(path=leaf.path, file=name, closed=NO_TABLE)
    names = tuple(cell.value.strip() for cell in found.rows[filled[0]])
    rows = tuple(_csv_row(found, k, names, leaf, name, encoding) for k in filled[1:])
    return Grid(path=leaf.path, names=names, rows=rows, file=name)


def _csv_row(
    found: CsvFile, row: int, names: tuple[str, ...], leaf: Leaf, file: str, encoding: str
) -> tuple[Field | None, ...]:
    cells = found.rows[row][: len(names)]
    fields = [
        Field(
            file=file,
            path=f"{row + 1}.{k + 1}",
            kind="cell",
            label=_named(leaf, row, k + 1, names),
            value=cell.value,
            start=cell.start,
            optional=True,
            cell=(row, k),
            encoding=encoding,
        )
        for k, cell in enumerate(cells)
    ]
    return (*fields, *(None,) * (len(names) - len(fields)))


def _named(leaf: Leaf, row: int, column: int, names: tuple[str, ...]) -> Message:
    """What a cell is called, for what is taken back."""
    name = names[column - 1] if column <= len(names) else str(column)
    return Message(f"{leaf.label.zh} · {name} {row}", f"{leaf.label.en} · {name} {row}")


def _word(node: Node | None) -> str:
    return node.value if isinstance(node, Scalar) else ""
