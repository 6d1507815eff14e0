"""What stands at the end of a spoke of a radar or a rose: the name, beneath it the figure of each series."""

from collections.abc import Sequence

from msgspec import Struct

from jn_presenter.draw.compact import UNBROKEN, set_compact
from jn_presenter.draw.dataset import Category, Dataset
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.numbers import plain_number
from jn_presenter.draw.parts_of import said_of
from jn_presenter.draw.setting import placed
from jn_presenter.draw.unbroken import lines_taken, widest_word
from jn_presenter.draw.words import NO_DATA, said
from jn_presenter.model.element import Block, Env
from jn_presenter.model.marks import Line
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Text, plain

MOST_LINES = 3
SHORTEST_LINE = 4.0
"""Characters a line holds at least where a Chinese name is broken."""
BETWEEN = 0.6
"""Between the figures of two series, in units of their size."""


class Spoke(Struct, frozen=True):
    """One category with its entry in each series, None where there is none."""

    category: Category
    entries: tuple[Entry | None, ...]
    part: int = 0


class SpokeWords:
    """Sets the words of spokes, and keeps what it finds wrong with them."""

    def __init__(self, spokes: Sequence[Spoke], colours: Sequence[str], env: Env) -> None:
        self.spokes = spokes
        self.colours = colours
        self.env = env
        self.findings: dict[Finding, None] = {}
        self._widest: dict[tuple[int, Role], float] = {}

    def __call__(self, k: int, width: float, role: Role) -> Block | None:
        """The words of the k-th spoke at most `width` px wide; None where a word would break."""
        env, spoke = self.env, self.spokes[k]
        name = spoke.category.label
        if self._least(k, role) > width or width < SHORTEST_LINE * env.font(role).size:
            return None
        (setting,) = set_compact((name,), env, width, role)
        figures = self._figures(spoke, width, role)
        if figures is None or lines_taken(setting.block) > MOST_LINES:
            return None
        self.findings |= dict.fromkeys(setting.findings)
        block = setting.block
        lines = (*block.lines, *placed(figures.lines, 0.0, block.height))
        return Block(lines, max(block.width, figures.width), block.height + figures.height)

    def _least(self, k: int, role: Role) -> float:
        """The widest word of the k-th spoke, found once for all widths that are tried."""
        if (k, role) not in self._widest:
            spoke = self.spokes[k]
            name = widest_word(spoke.category.label, self.env, role)
            figure = [self._said(entry) for entry in spoke.entries] if len(spoke.entries) == 1 else []
            self._widest[k, role] = max(name, *(widest_word(one, self.env, role, bold=True) for one in figure), 0.0)
        return self._widest[k, role]

    def _said(self, entry: Entry | None) -> Text:
        return said_of(entry, self.env) if entry else said(NO_DATA, self.env.languages)

    def _figures(self, spoke: Spoke, width: float, role: Role) -> Block | None:
        """One figure in words, or those of all series one after another in their colours, without the unit."""
        env = self.env
        if len(spoke.entries) == 1:
            entry = spoke.entries[0]
            words = self._said(entry)
            colour = None if entry else env.style.quiet
            (setting,) = set_compact((words,), env, width, role, bold=entry is not None, colour=colour)
            return setting.block
        lines: list[Line] = []
        x = top = high = 0.0
        widest = 0.0
        for entry, colour in zip(spoke.entries, self.colours, strict=True):
            words = plain(plain_number(entry.value, env.languages[0])) if entry else _missing(env)
            ink = colour if entry else env.style.quiet
            (setting,) = set_compact((words,), env, UNBROKEN, role, bold=entry is not None, colour=ink)
            if setting.block.width > width:
                return None
            if x and x + setting.block.width > width:
                x, top = 0.0, top + high
            lines += placed(setting.block.lines, x, top)
            high = max(high, setting.block.height)
            widest = max(widest, x + setting.block.width)
            x += setting.block.width + BETWEEN * env.font(role).size
        return Block(tuple(lines), widest, top + high)


def spokes_of(rows: Sequence[tuple[Category, Entry | None]], found: Dataset) -> tuple[Spoke, ...]:
    """The categories with their entries in all series. rows: those of a chart whose parts are its categories."""
    if found.by == "category":
        return tuple(
            Spoke(category, (entry,), entry.part if entry else number) for number, (category, entry) in enumerate(rows)
        )
    return tuple(
        Spoke(category, tuple(one.entries[k] for one in found.series)) for k, category in enumerate(found.categories)
    )


def _missing(env: Env) -> Text:
    words = said(NO_DATA, env.languages[:1])
    return plain(words.variants[0][1])
