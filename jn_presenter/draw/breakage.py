"""Whether a table that was read is worse than the one before it: what then is no news, but a mistake or half a file.

What is meant cannot be told from the new rows alone: text may stand in any column, and any cell may be empty. The rows
that were shown tell it: a word where a figure stood, a column of figures without any. A single cell is enough, since a
chart that takes such rows would lose a mark before the audience, who cannot know that somebody mistyped. What is said
to be missing (nothing, a dash, 缺) is news, and a gap. A table that was no better before is no reason to keep it.
"""

from collections.abc import Collection

from jn_presenter.draw.dataset import column_named, number_at, place
from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.model.feed import Cell, Column, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message


def breakage(before: Snapshot, now: Snapshot, named: Collection[str], *, negatives: bool = True) -> Finding | None:
    """Why the rows shown `before` are to stay although there are rows `now`, if they are.

    `named`: the columns that slides ask for by name; without a name a column may come, go and be renamed. `negatives`:
    whether all charts have a place for figures below zero; one that has none would have to leave the screen.
    """
    for name in sorted(named):
        if before.column(name) is not None and isinstance(gone := column_named(now, name), Finding):
            return gone
    if len(before) and not len(now):
        return _without_figures(now, now.columns[0])
    # the first column has the names of rows, where years may give way to words
    for column in now.columns[1:]:
        known = before.column(column.name)
        if known is None:
            continue
        wrong = _worse(known, column, now) or (None if negatives else _below_zero(known, column, now))
        if wrong:
            return wrong
    return None


def _worse(before: Column, now: Column, snapshot: Snapshot) -> Finding | None:
    """What is wrong with a column of figures that had nothing wrong."""
    if isinstance(now.cells, memoryview) and snapshot.finding is None:
        return None  # figures alone
    old, new = set(before.cells), set(now.cells)
    strange = {cell for cell in new - old if _kind(cell) == WORD}
    first = next((kind for kind in map(_kind, new) if kind != MISSING), MISSING)
    # a source that says of cells that they have no value leaves them empty
    lost = snapshot.finding is not None and _empty(now) > _empty(before)
    if first == NUMBER and not strange and not lost:
        return None
    if any(_kind(cell) == WORD for cell in old) or all(_kind(cell) == MISSING for cell in old):
        return None
    if strange:
        return number_at(now, next(k for k, cell in enumerate(now.cells) if cell in strange), snapshot)[1]
    return snapshot.finding or _without_figures(snapshot, now)


def _below_zero(before: Column, now: Column, snapshot: Snapshot) -> Finding | None:
    """The first figure below zero in a column that had none."""
    row = next((k for k, cell in enumerate(now.cells) if _negative(cell)), None)
    if row is None or any(map(_negative, before.cells)):
        return None
    where, word = place(snapshot, now, row), str(now.cells[row])[:40]
    return Finding(
        code="below-zero",
        path="data",
        file=snapshot.file,
        line=snapshot.lines[row] if snapshot.lines else 0,
        column=now.number if snapshot.lines else 0,
        message=Message(f"{where}：{word} 是负数，这种图画不了", f"{where}: {word} is negative and has no place here"),
        hint=Message("改好这一格，或换成条形图 bar", "mend the cell, or use a bar chart"),
    )


def _negative(cell: Cell | float) -> bool:
    try:
        number = number_in(cell)
    except NotANumberError:
        return False
    return number is not None and number < 0


NUMBER, MISSING, WORD = "number", "missing", "word"


def _kind(cell: Cell | float) -> str:
    try:
        return MISSING if number_in(cell) is None else NUMBER
    except NotANumberError:
        return WORD


def _empty(column: Column) -> int:
    return sum(cell is None or cell != cell for cell in column.cells)


def _without_figures(snapshot: Snapshot, column: Column) -> Finding:
    rows = len(snapshot)
    line = snapshot.lines[0] - 1 if rows and snapshot.lines else 0
    message = (
        Message(f"“{column.name}” 这一列没有数", f"column {column.name!r} has no figure")
        if rows
        else Message("表里没有一行数据", "the table has no rows below its names")
    )
    hint = Message("把数写上，再保存", "write the figures and save the file")
    number = column.number if rows else 0
    return Finding(
        code="no-figures", path="data", file=snapshot.file, line=line, column=number, message=message, hint=hint
    )
