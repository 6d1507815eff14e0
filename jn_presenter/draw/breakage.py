"""Whether a table that was read is worse than the one before it: what then is no news, but a mistake or half a file.

What is meant cannot be told from the new rows alone: text may stand in any column, and any cell may be empty. The rows
that were shown tell it: a word where a figure stood, a column of figures without any. A single cell is enough, since a
chart that takes such rows would lose a mark before the audience, who cannot know that somebody mistyped. What is said
to be missing (nothing, a dash, 缺) is news, and a gap. A table that was no better before is no reason to keep it.
"""

from jn_presenter.draw.lacking import without_figures, without_rows
from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.draw.table_cells import column_named, number_at, place
from jn_presenter.draw.tracks import kind_of, positions
from jn_presenter.model.feed import Cell, Column, Snapshot, Wants
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message


def breakage(before: Snapshot, now: Snapshot, wants: Wants) -> Finding | None:
    """Why the rows shown `before` are to stay although there are rows `now`, if they are.

    Without a name that slides ask for, a column may come, go and be renamed. A chart that has no place for figures
    below zero would have to leave the screen.
    """
    for name in sorted(wants.named):
        if before.column(name) is not None and isinstance(gone := column_named(now, name), Finding):
            return gone
    if len(before) and not len(now):
        return without_rows(now)
    for name in sorted(wants.measured):
        column, known = (one.column(name) if name else one.columns[0] for one in (now, before))
        if column and known and (wrong := _astray(known, column, now)):
            return wrong
    # the first column has the names of rows, where years may give way to words
    for column in now.columns[1:] or now.columns:
        known = before.column(column.name)
        if known is None:
            continue
        wrong = _worse(known, column, now) or (None if wants.negatives else _below_zero(known, column, now))
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
    return snapshot.finding or without_figures(snapshot, now)


def _astray(before: Column, now: Column, snapshot: Snapshot) -> Finding | None:
    """The first cell that is neither a figure nor a moment, in a column that had none such."""
    if isinstance(now.cells, memoryview) or isinstance(before.cells, memoryview):
        return _worse(before, now, snapshot)
    if set(now.cells) <= set(before.cells):
        return None
    kind = kind_of(before.cells)
    wrong = positions(now, snapshot, kind)[1]
    return wrong[0] if wrong and not positions(before, snapshot, kind)[1] else None


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
