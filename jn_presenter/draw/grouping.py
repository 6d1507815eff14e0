"""The second level of a table: which group each of its rows belongs to."""

from jn_presenter.draw.table_cells import ColumnNames
from jn_presenter.model.feed import Snapshot
from jn_presenter.model.text import Text


def names_of(columns: ColumnNames) -> tuple[tuple[str, str], ...]:
    """(language, column) of a field that names one column, or one a language."""
    return columns if isinstance(columns, tuple) else (("", columns),) if columns else ()


def texts_of(snapshot: Snapshot, columns: ColumnNames) -> list[Text]:
    """The words of each row in these columns; empty ones where there is no such column."""
    found = [(language, snapshot.column(name)) for language, name in names_of(columns)]
    return [
        Text(tuple((language, _words(column.cells[row])) for language, column in found if column))
        for row in range(len(snapshot))
    ]


def _words(cell: object) -> str:
    return "" if cell is None else str(cell)
