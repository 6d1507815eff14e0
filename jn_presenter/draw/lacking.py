"""What is said of tables that have no figures where a chart asks for some."""

from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

WRITE = Message("把数写上，再保存", "write the figures and save the file")


def without_rows(snapshot: Snapshot) -> Finding:
    """A table that has nothing but the names of its columns."""
    message = Message("表里没有一行数据", "the table has no rows below its names")
    return Finding(code="no-figures", path="data", file=snapshot.file, message=message, hint=WRITE)


def without_figures(snapshot: Snapshot, column: Column) -> Finding:
    """A column of figures in which every cell is empty; its place is that of its name."""
    return Finding(
        code="no-figures",
        path="data",
        file=snapshot.file,
        line=snapshot.lines[0] - 1 if snapshot.lines else 0,
        column=column.number if snapshot.lines else 0,
        message=Message(f"“{column.name}” 这一列没有数", f"column {column.name!r} has no figure"),
        hint=WRITE,
    )
