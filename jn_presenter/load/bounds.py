"""Bounds: of a number, and of how many items a list has."""

from typing import Any

from jn_presenter.load.nodes import Node
from jn_presenter.load.reading import Reading
from jn_presenter.model.counting import there_are
from jn_presenter.model.text import Message


def in_bounds(
    node: Node, reading: Reading, value: Any, ge: Any = None, gt: Any = None, le: Any = None, lt: Any = None
) -> bool:
    """Whether a number is within its bounds; a problem says what they are."""
    wrong = (
        (ge is not None and value < ge)
        or (gt is not None and value <= gt)
        or (le is not None and value > le)
        or (lt is not None and value >= lt)
    )
    if wrong:
        bounds = ((ge, "不小于", "at least"), (gt, "大于", "above"), (le, "不大于", "at most"), (lt, "小于", "below"))
        told = [(bound, zh, en) for bound, zh, en in bounds if bound is not None]
        reading.report(
            node,
            "out-of-bounds",
            Message(f"{value} 超出范围", f"{value} is out of bounds"),
            Message(
                "应" + "，且".join(f"{zh} {bound}" for bound, zh, _ in told),
                "it should be " + " and ".join(f"{en} {bound}" for bound, _, en in told),
            ),
        )
    return not wrong


def long_enough(node: Node, reading: Reading, count: int, least: int | None = None, most: int | None = None) -> bool:
    """Whether a list has as many items as it should."""
    if (least is None or count >= least) and (most is None or count <= most):
        return True
    wanted = f"{least or 0}–{most}" if most is not None else f"≥ {least}"
    reading.report(
        node,
        "wrong-count",
        Message(f"这里有 {count} 项", there_are(count, "item")),
        Message(f"应有 {wanted} 项", f"there should be {wanted}"),
    )
    return False
