"""Words that stand to the left of what they name: with their right ends flush, or about one middle."""

from msgspec import structs

from jn_presenter.model.element import Block
from jn_presenter.model.marks import Line


def flushed(block: Block, share: float = 1.0) -> tuple[Line, ...]:
    """The lines of a block with their right ends at its right edge; what stands beside each other on a line stays so.

    share: how much of the room beside a line is on its left: 1 for flush right, 0.5 for the middle.
    """
    ends: dict[float, float] = {}
    for line in block.lines:
        ends[line.y] = max(ends.get(line.y, 0.0), line.x + line.width)
    return tuple(structs.replace(line, x=line.x + (block.width - ends[line.y]) * share) for line in block.lines)
