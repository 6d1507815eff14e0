"""The words at the nodes of flows: before the first layer, behind all others, and the room that they leave."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.currents import NODE
from jn_presenter.draw.flushing import flushed
from jn_presenter.draw.labels import cut
from jn_presenter.draw.setting import placed
from jn_presenter.draw.unbroken import widest_word
from jn_presenter.model.element import Block, Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Text

BESIDE = 12.0
"""Between a node and its words, in px."""
SHARES = (0.14, 0.18, 0.22, 0.26, 0.3, 0.34)
"""Widths tried for the words of the first and of the last layer, in units of the whole."""
MIDDLE = 0.8
"""The share of the way to the next layer that words behind a node may take."""
WAYS: tuple[tuple[Role, bool], ...] = (("caption", False), ("note", False), ("note", True))
"""Roles that are tried, and whether figures stand beside their names."""
BETWEEN = 0.5
"""Between a name and the figure beside it, in units of their size."""


class Words(Struct, frozen=True):
    """Name and figure of a node, one under the other."""

    name: Text
    figure: Text


class NodeWords(Struct, frozen=True, kw_only=True):
    """The words of each node from their own top left, the place that is left for nodes and links, and whether some
    had to be cut.
    """

    blocks: dict[str, Block]
    place: Rect
    cut: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def heights(self) -> dict[str, float]:
        return {node: block.height for node, block in self.blocks.items()}

    def marks(self, nodes: Mapping[str, Rect], first: Sequence[str]) -> dict[str, TextMark]:
        """The words beside their nodes: of those in `first` on the left, flush with the node."""
        found = {}
        for node, block in self.blocks.items():
            rect = nodes[node]
            x = rect.x - BESIDE - block.width if node in first else rect.right + BESIDE
            lines = flushed(block) if node in first else block.lines
            y = rect.y + rect.h / 2 - block.height / 2
            found[node] = TextMark(key=f"name.{node}", lines=placed(lines, x, y))
        return found


def set_words(words: Mapping[str, Words], layer: Mapping[str, int], place: Rect, env: Env) -> Iterator[NodeWords]:
    """The words in every way in which none is broken, larger before smaller, narrow before wide, at last with figures
    beside their names; if there is none, cut at the widest.
    """
    last = max(layer.values(), default=0)
    found = False
    for role, level in WAYS:
        widest = {node: _widest(own, env, role) for node, own in words.items()}
        for share in SHARES:
            width = place.w * share
            between = (place.w - 2 * (width + BESIDE) - NODE) / max(1, last) - NODE - BESIDE
            rooms = {node: width if layer[node] in (0, last) else between * MIDDLE for node in words}
            if all(widest[node] <= rooms[node] for node in words):
                found = True
                yield _set(words, layer, rooms, place, env, role, level=level)
    if not found:
        yield structs.replace(_set(words, layer, rooms, place, env, role, level=True), cut=True)


def _set(
    words: Mapping[str, Words],
    layer: Mapping[str, int],
    rooms: Mapping[str, float],
    place: Rect,
    env: Env,
    role: Role,
    *,
    level: bool,
) -> NodeWords:
    blocks: dict[str, Block] = {}
    findings: list[Finding] = []
    last = max(layer.values(), default=0)
    for node, own in words.items():
        block, found = _block(own, rooms[node], env, role, level=level)
        blocks[node] = block if layer[node] in (0, last) else _inked(block, env.style.ink)
        findings += found
    widths = [max((blocks[node].width for node in words if layer[node] == k), default=0.0) for k in (0, last)]
    left, right = widths[0] + BESIDE, widths[1] + BESIDE
    inner = Rect(place.x + left, place.y, place.w - left - right, place.h)
    return NodeWords(blocks=blocks, place=inner, findings=tuple(dict.fromkeys(findings)))


def _block(words: Words, width: float, env: Env, role: Role, *, level: bool) -> tuple[Block, tuple[Finding, ...]]:
    """Name and figure, beside each other where they are `level` and fit."""
    (name,) = set_compact((words.name,), env, width, role)
    (figure,) = set_compact((words.figure,), env, width, role, bold=True)
    blocks = [cut(one.block, width, one.block.height, env.measure)[0] for one in (name, figure)]
    gap = BETWEEN * env.font(role).size
    if level and blocks[0].width + gap + blocks[1].width <= width:
        lines = (*blocks[0].lines, *placed(blocks[1].lines, blocks[0].width + gap, 0.0))
        high = max(one.height for one in blocks)
        return Block(lines, blocks[0].width + gap + blocks[1].width, high), (*name.findings, *figure.findings)
    lines = (*blocks[0].lines, *placed(blocks[1].lines, 0.0, blocks[0].height))
    block = Block(lines, max(one.width for one in blocks), sum(one.height for one in blocks))
    return block, (*name.findings, *figure.findings)


def _widest(words: Words, env: Env, role: Role) -> float:
    return max(widest_word(words.name, env, role), widest_word(words.figure, env, role, bold=True))


def _inked(block: Block, colour: str) -> Block:
    """All languages in one ink: what is quiet on the ground may not be read on a band."""
    lines = (
        structs.replace(line, runs=tuple(structs.replace(run, colour=colour) for run in line.runs))
        for line in block.lines
    )
    return Block(tuple(lines), block.width, block.height)
