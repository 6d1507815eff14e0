"""Words inside a tile or a cell: as they fit whole, no word broken and nothing outside, or not at all."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.setting import placed
from jn_presenter.draw.unbroken import lines_taken, widest_phrase, widest_word
from jn_presenter.model.element import Block, Env
from jn_presenter.model.marks import Line
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Text

ROLES: tuple[Role, ...] = ("caption", "note")
SHORTEST_LINE = 4.0
"""Characters a line holds at least where a Chinese name is broken."""
GAP = 2.0
"""Between two phrases, in px."""
MOST_LINES = 3
"""Lines of a name in one language; on more it is read more slowly than in a list."""


class Phrase(NamedTuple):
    """Words one under the other with those of other phrases; `largest` is the largest role they are set in. `whole`:
    broken at spaces alone, as figures are.
    """

    words: Text
    colour: str
    bold: bool = False
    largest: Role = "caption"
    whole: bool = False


class Inside(NamedTuple):
    """The phrases as they are set, from their own top left, and what is wrong with them."""

    block: Block
    findings: tuple[Finding, ...]


def set_inside(phrases: Sequence[Phrase], env: Env, width: float, height: float) -> Inside | None:
    """The phrases in the larger role in which all stand whole within width x height px; None where they do not."""
    if width < env.font(ROLES[-1]).size or height < env.font(ROLES[-1]).size:
        return None
    for role in ROLES:
        roles = [role if ROLES.index(phrase.largest) <= ROLES.index(role) else phrase.largest for phrase in phrases]
        found = _stacked(phrases, roles, env, width)
        if found and found.block.height <= height + 0.5 and found.block.width <= width + 0.5:
            return found
    return None


def _stacked(phrases: Sequence[Phrase], roles: Sequence[Role], env: Env, width: float) -> Inside | None:
    lines: list[Line] = []
    findings: list[Finding] = []
    top = widest = 0.0
    for k, (phrase, role) in enumerate(zip(phrases, roles, strict=True)):
        if not _unbroken(phrase, role, env, width):
            return None
        (setting,) = set_compact((phrase.words,), env, width, role, colour=phrase.colour, bold=phrase.bold)
        if lines_taken(setting.block) > MOST_LINES:
            return None
        top += GAP * (k > 0)
        lines += (_inked(line, phrase.colour) for line in placed(setting.block.lines, 0.0, top))
        findings += setting.findings
        top += setting.block.height
        widest = max(widest, setting.block.width)
    return Inside(Block(tuple(lines), widest, top), tuple(findings))


def _unbroken(phrase: Phrase, role: Role, env: Env, width: float) -> bool:
    """Whether words stay whole, and a Chinese name does too or has lines of some length."""
    if widest_word(phrase.words, env, role, bold=phrase.bold) > width:
        return False
    broken = not phrase.whole and width >= SHORTEST_LINE * env.font(role).size
    return broken or widest_phrase(phrase.words, env, role, bold=phrase.bold) <= width


def _inked(line: Line, colour: str) -> Line:
    """The second language in the same ink: what is quiet on the ground may not be read on a tile."""
    return structs.replace(line, runs=tuple(structs.replace(run, colour=colour) for run in line.runs))
