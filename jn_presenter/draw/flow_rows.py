"""The rows of a table as flows: the columns of where from, where to and how much, and what is wrong with them."""

from collections.abc import Sequence

from jn_presenter.draw.flows import Flow
from jn_presenter.draw.grouping import names_of, texts_of
from jn_presenter.draw.table_cells import ColumnNames, column_named, number_at
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_FINDINGS = 8
"""Cells that are named; of a table full of mistakes the first few are enough."""


def flows_of(
    snapshot: Snapshot, source: ColumnNames, target: ColumnNames, value: str, most: int
) -> tuple[tuple[Flow, ...], tuple[Finding, ...]]:
    """The first `most` rows as flows; columns that are not named are the first that are free, in this order."""
    if not snapshot.columns:
        return (), (snapshot.finding,) if snapshot.finding else ()
    taken = {name for _, name in (*names_of(source), *names_of(target))} | {value}
    free = iter([name for name in snapshot.names if name not in taken])
    source, target, value = source or next(free, ""), target or next(free, ""), value or next(free, "")
    if not (source and target and value):
        return (), (_too_few(snapshot),)
    wanted = [name for _, name in (*names_of(source), *names_of(target), ("", value))]
    columns = [column_named(snapshot, name) for name in wanted]
    gone = tuple(one for one in columns if isinstance(one, Finding))
    figures = columns[-1]
    if gone or not isinstance(figures, Column):
        return (), gone
    sources, targets = texts_of(snapshot, source), texts_of(snapshot, target)
    flows: list[Flow] = []
    findings: list[Finding] = list(_rest(snapshot, most))
    for row in range(min(most, len(snapshot))):
        number, finding = number_at(figures, row, snapshot)
        findings += (finding,) if finding and len(findings) < MOST_FINDINGS else ()
        flows.append(Flow(sources[row], targets[row], number))
    return tuple(flows), (*findings, *((snapshot.finding,) if snapshot.finding else ()))


def _too_few(snapshot: Snapshot) -> Finding:
    return Finding(
        code="no-column",
        path="data",
        file=snapshot.file,
        message=Message(
            f"流向要三列：来处、去处、数值；表里只有 {len(snapshot.names)} 列",
            f"flows need three columns, where from, where to and how much; the table has {len(snapshot.names)}",
        ),
        hint=Message("补上缺的列", "add what is missing"),
    )


def _rest(snapshot: Snapshot, most: int) -> Sequence[Finding]:
    if len(snapshot) <= most:
        return ()
    return (
        Finding(
            code="too-many-rows",
            path="data",
            file=snapshot.file,
            severity="warning",
            message=Message(
                f"表里有 {len(snapshot)} 行，只显示前 {most} 行", f"of {len(snapshot)} rows, the first {most} are shown"
            ),
            hint=Message("在表里归并小的流向", "group the small flows in the table"),
        ),
    )
