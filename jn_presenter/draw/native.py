"""The figures of a chart as rows of words, as native charts and tables of other programs take them.

Numbers are bare digits, as a computer reads them; what is missing or wrong is an empty cell.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.grouping import names_of
from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.draw.table_cells import ColumnNames
from jn_presenter.model.element import Env, Table
from jn_presenter.model.feed import Cell, Column, Snapshot
from jn_presenter.model.text import Text, plain


def words_in(text: Text | None, env: Env) -> str:
    """The words in the first of the languages."""
    return text.pick(env.languages[0], env.fallbacks)[1] if text else ""


def digits(value: Decimal | None) -> str:
    """The number without commas and exponent; nothing where there is none."""
    return "" if value is None else f"{value:f}"


def dataset_table(found: Dataset, env: Env) -> Table:
    """A row a category, a column a series."""
    rows = [
        (words_in(category.label, env), *(digits(one.values[k]) for one in found.series))
        for k, category in enumerate(found.categories)
    ]
    return Table(columns=("", *(words_in(one.label, env) for one in found.series)), rows=tuple(rows))


def columns_table(
    snapshot: Snapshot | None,
    names: Iterable[tuple[ColumnNames, Text | None]],
    figures: Iterable[tuple[str, Text | None]],
    env: Env,
    most: int | None = None,
) -> Table:
    """Columns of a feed's rows, those of names first, with what they are called; columns that are gone are left out."""
    if snapshot is None:
        return Table(columns=(), rows=())
    named = [(column, label) for wanted, label in names if (column := _column(snapshot, wanted, env))]
    known = [(column, label) for name, label in figures if (column := snapshot.column(name))]
    heads = [words_in(label or plain(column.name), env) for column, label in (*named, *known)]
    cells = [[_words(cell) for cell in column.cells[:most]] for column, _ in named]
    cells += [[_digits(cell) for cell in column.cells[:most]] for column, _ in known]
    return Table(columns=tuple(heads), rows=tuple(zip(*cells, strict=True)))


def others(snapshot: Snapshot | None, taken: Sequence[str]) -> tuple[tuple[str, Text | None], ...]:
    """All columns but these."""
    return tuple((name, None) for name in (snapshot.names if snapshot else ()) if name not in taken)


def _column(snapshot: Snapshot, wanted: ColumnNames, env: Env) -> Column | None:
    """The column of names in the first of the languages that has one."""
    there = Text(tuple((language, name) for language, name in names_of(wanted) if snapshot.column(name)))
    return snapshot.column(words_in(there, env)) if there.variants else None


def _words(cell: Cell | float) -> str:
    if isinstance(cell, float):
        return "" if cell != cell else f"{cell:.15g}"
    return digits(cell) if isinstance(cell, Decimal) else cell or ""


def _digits(cell: Cell | float) -> str:
    try:
        return digits(number_in(cell))
    except NotANumberError:
        return ""
