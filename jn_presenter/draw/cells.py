"""A cell of a table: words, and beneath or instead of them small print, such as the tag of a target."""

import re

from msgspec import Struct, structs

from jn_presenter.draw.cell_bar import LEAST as SHORTEST
from jn_presenter.draw.cell_bar import NATURAL, CellBar, shifted
from jn_presenter.draw.compact import UNBROKEN, set_compact
from jn_presenter.draw.resolve import references, resolve, strip_markup
from jn_presenter.draw.setting import Setting, placed, set_text
from jn_presenter.draw.tags import SPACE, SWATCH, Tag, aligned, moved, note_tag, swatch, target_tag
from jn_presenter.draw.typography import ASCENT
from jn_presenter.draw.unbroken import widest_word
from jn_presenter.model.element import Align, Block, Env
from jn_presenter.model.fact import Fact
from jn_presenter.model.marks import AnyMark, Datum, ShapeMark
from jn_presenter.model.style import Font, Role
from jn_presenter.model.text import Text

NUMBER = re.compile(r"[^\w\s]{0,2}\s?[0-9][0-9,]*(\.[0-9]+)?(?![0-9.,年月日])\s?\S{0,2}")
"""A number as it is typed into a cell: at most a sign or a currency before it and a short unit after it; no date."""
BLANK = frozenset(("", "-", "–", "—", "/", "…"))
LEAST = 5.0
"""A column of words is at least so wide, in units of their size, unless they are shorter."""
LEADING = 1.25
TAG_GAP = 4.0
NOTHING = Setting(Block((), 0.0, 0.0))


class Manner(Struct, frozen=True):
    """How cells are set: at a role's size, languages beneath one another or `inline`, side by side and never broken."""

    role: Role
    inline: bool = False


class Cell(Struct, frozen=True, kw_only=True):
    """What a cell says: words, and beneath them perhaps a tag in small print. `key` is that of its marks.

    figure: whether it stands at the right of its column and is never broken. target: whether the sign of a target
    stands before its words, or before its tag where it has one. bar: what stands to the left of a figure.
    """

    key: str
    text: Text | None = None
    figure: bool = False
    bold: bool = False
    quiet: bool = False
    datum: Datum | None = None
    tag: Text | None = None
    target: bool = False
    bar: CellBar | None = None

    def natural(self, env: Env, manner: Manner) -> float:
        """The width in px at which nothing is broken."""
        if self.bar:
            font = self._font(env, manner)
            return self.bar.beside(font, env) + NATURAL * font.size
        wide = self._indent(env, manner) + self._words(env, UNBROKEN, manner).block.width
        return max(wide, self._tag(env, UNBROKEN).width) if self.tag else wide

    def least(self, env: Env, manner: Manner) -> float:
        """The width in px under which words themselves would be broken, or their lines be too short to read."""
        if self.bar:
            font = self._font(env, manner)
            return self.bar.beside(font, env) + SHORTEST * font.size
        natural = self.natural(env, manner)
        if self.figure or manner.inline:
            return natural
        word = widest_word(self.text, env, manner.role, bold=self.bold) if self.text else 0.0
        word += self._indent(env, manner)
        if self.tag:
            word = max(word, (SWATCH[0] + SPACE if self.target else 0.0) + widest_word(self.tag, env, "note"))
        return min(natural, max(word, LEAST * env.font(manner.role).size))

    def number(self, env: Env) -> str:
        """The figure as it is said, empty where it is said differently in several languages."""
        said = _said(self.text, env) if self.text and self.figure else ()
        return said[0] if len(said) == 1 else ""

    def set(self, env: Env, width: float, manner: Manner, *, right: bool = False) -> "SetCell":
        """The cell in a column of `width` px; figures stand at its right, and with `right` words too."""
        indent = self._indent(env, manner)
        words = self._words(env, width - indent, manner, "right" if self.figure or right else "left")
        sign = None
        if indent and words.block.lines:
            size = env.font(manner.role).size
            sign = swatch(self.key, words.block.lines[0].y, size, env, size / env.font("note").size)
        bar: tuple[ShapeMark, ...] = ()
        if self.bar:
            font = self._font(env, manner)
            middle = words.block.lines[0].y - (ASCENT - 0.5) * font.size if words.block.lines else 0.0
            room = width - self.bar.beside(font, env)
            bar = self.bar.marks(self.key.partition(".")[2], middle, room, font.size, env, self.datum)
        return SetCell(self, words, sign, indent, self._tag(env, width) if self.tag else None, width, bar)

    def _font(self, env: Env, manner: Manner) -> Font:
        return env.font(manner.role, bold=self.bold)

    def _indent(self, env: Env, manner: Manner) -> float:
        """The room of a target's sign before the words, in px; it grows with them."""
        if not self.target or self.tag:
            return 0.0
        return (SWATCH[0] + SPACE) * env.font(manner.role).size / env.font("note").size

    def _words(self, env: Env, width: float, manner: Manner, align: Align = "left") -> Setting:
        if self.text is None:
            return NOTHING
        colour = env.style.quiet if self.quiet else None
        if manner.inline:
            (words,) = set_compact((self.text,), env, width, manner.role, colour=colour, bold=self.bold)
            block = words.block
            lines = placed(block.lines, aligned(block.width, width, align), 0.0)
            return structs.replace(words, block=structs.replace(block, lines=lines))
        return set_text(
            self.text,
            env,
            width,
            manner.role,
            colour=colour,
            bold=self.bold,
            balance=not self.figure,
            align=align,
            leading=LEADING,
        )

    def _tag(self, env: Env, width: float) -> Tag:
        return (target_tag if self.target else note_tag)(f"tag.{self.key}", self.tag or Text(()), env, width)


class SetCell(Struct, frozen=True):
    """A cell in a column of `column` px: its words, the sign of a target before them, the tag beneath them; and its
    bar from the top left of the cell.
    """

    cell: Cell
    words: Setting
    sign: ShapeMark | None
    indent: float
    tag: Tag | None
    column: float
    bar: tuple[ShapeMark, ...] = ()

    @property
    def height(self) -> float:
        return self.words.block.height + (TAG_GAP + self.tag.height if self.tag else 0.0)

    @property
    def lines(self) -> int:
        """Of its words, in the language that takes the most."""
        tongues = [line.language for line in self.words.block.lines]
        return max((tongues.count(tongue) for tongue in tongues), default=0)

    @property
    def width(self) -> float:
        return max(self.indent + self.words.block.width, self.tag.width if self.tag else 0.0)

    def marks(self, x: float, y: float, hanging: float) -> tuple[AnyMark, ...]:
        """The marks with the top left at (x, y), a figure `hanging` px before the right edge of its column."""
        shown: list[AnyMark] = [shifted(mark, x, y) for mark in self.bar]
        if self.sign:
            shown.append(moved(self.sign, x, y))
        if self.words.block.lines:
            words = self.words.mark(self.cell.key, x + self.indent - hanging, y)
            shown.append(words if self.bar else structs.replace(words, datum=self.cell.datum))
        if self.tag:
            left = x + (self.column - self.tag.width if self.cell.figure else 0.0)
            shown += self.tag.at(left, y + self.words.block.height + TAG_GAP)
        return tuple(shown)


def is_blank(text: Text, env: Env) -> bool:
    """Whether the cell says nothing."""
    return all(words.strip() in BLANK for words in _said(text, env))


def is_figure(text: Text, env: Env) -> bool:
    """Whether the words are a number and nothing else: typed, or by reference to a fact."""
    if any(reference.part for _, string in text.variants for reference in references(string)):
        return False
    return figure_fact(text, env) is not None or all(NUMBER.fullmatch(words.strip()) for words in _said(text, env))


def figure_fact(text: Text, env: Env) -> Fact | None:
    """The fact whose value is all that the words say, in every language."""
    found: set[str] = set()
    for _, string in text.variants:
        named = references(string)
        if len(named) != 1 or named[0].part or strip_markup(string).strip():
            return None
        found.add(named[0].id)
    fact = env.facts.get(found.pop()) if len(found) == 1 else None
    return fact if fact and fact.value is not None else None


def _said(text: Text, env: Env) -> tuple[str, ...]:
    return tuple(wording.plain for wording in resolve(text, env.facts, env.languages, env.fallbacks))
