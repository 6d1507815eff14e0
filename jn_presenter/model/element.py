"""The contract between elements and everything else: what an element is given, and the two pure phases it answers with.

`fit(rect, env)` lays the final content of all steps out once; `Fitted.marks(phase)` says what of it is to be seen at a
moment. Forward, backward, frozen, preview, PDF and PNG are the same two calls.
"""

from typing import ClassVar, Literal, Protocol

from msgspec import Struct

from jn_presenter.model.fact import Facts
from jn_presenter.model.feed import Feed, Snapshots
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Line, Run
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import SMALLEST_PX, Font, Style

Align = Literal["left", "centre", "right"]
Anchor = Literal["top", "middle", "bottom"]


class Phase(Struct, frozen=True, kw_only=True):
    """A moment of a slide as one element sees it.

    step: the slide's step. t: 0..1 within that step's motion, not eased. reveals: for each of the element's parts the
    step at which it appears (one entry stands for all parts). scrub: 0..1 over a time dimension, or None. focus: the
    key of the mark that is to stand out, or empty.
    """

    step: int
    t: float = 1.0
    reveals: tuple[int, ...] = (0,)
    scrub: float | None = None
    focus: str = ""

    def reveal(self, part: int = 0) -> int:
        return self.reveals[part] if part < len(self.reveals) else self.reveals[-1]

    def progress(self, part: int = 0) -> float:
        """0 before the part's step, t during it, 1 after it: for what plays also when the slide is entered."""
        at = self.reveal(part)
        return 0.0 if at > self.step else self.t if at == self.step else 1.0

    def presence(self, part: int = 0) -> float:
        """As progress, but what belongs to step 0 stands at once: for texts and everything that is not a chart."""
        return 1.0 if self.reveal(part) == 0 else self.progress(part)


class Block(Struct, frozen=True):
    """Text broken into lines: lines are placed from the block's own top left, `width` is that of the widest line."""

    lines: tuple[Line, ...]
    width: float
    height: float


class Measure(Protocol):
    """Measures and breaks text. qt/scene/text.py answers with real fonts, draw/fixed.py with fixed advances."""

    def advance(self, text: str, font: Font, language: str = "") -> float:
        """The width of the text on one line, in logical px, hair spaces between Chinese and Latin included."""
        ...

    def wrap(
        self,
        runs: tuple[Run, ...],
        width: float,
        *,
        language: str = "",
        align: Align = "left",
        leading: float = 1.4,
        balance: bool = False,
    ) -> Block:
        """The runs in lines of at most `width` px; `\\n` breaks a line.

        `leading` is the line height in units of the line's largest font. `balance` evens the lines out, for titles.
        With align other than left, lines are placed within `width`.
        """
        ...


class Env(Struct, frozen=True, kw_only=True):
    """All that an element may look at while it fits itself into a rectangle.

    languages: what the audience reads; more than one is set stacked, the first at its role's size. fallbacks: the
    briefing's languages in order. scale: 1, 0.9, 0.8 or 0.7; compose lowers it where something overflows.
    """

    languages: tuple[str, ...]
    fallbacks: tuple[str, ...]
    style: Style
    facts: Facts
    measure: Measure
    snapshots: Snapshots = {}
    """What the feeds of the slide last said; one that has not been read yet is not in it."""
    scale: float = 1.0
    role: str = "body"
    """The type role of the slot the element stands in."""
    least: str = ""
    """The role down to whose size a text may be set smaller before all of the slide is; empty for none."""
    align: Align = "left"
    anchor: Anchor = "top"
    """Where what is not as high as its rectangle stands in it."""
    colour: str = "ink"
    """The colour of plain text in the slot, by its name in the style."""
    bold: bool = False
    large: bool = False
    """Whether body text may be set in the next larger role: where all of the slide's has the room for it."""
    shared: tuple[float, ...] = ()
    """What all elements of this type in the slot have agreed on so far: the least of each wish."""

    def font(self, role: str, *, bold: bool = False, share: float = 1.0) -> Font:
        """The font of a role at the present scale; `share` 0.6 for the second language; never under 24 px."""
        return Font(max(SMALLEST_PX, self.style.size(role) * self.scale * share), bold)


class Table(Struct, frozen=True, kw_only=True):
    """An element's data as rows, for export to a native chart or table."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Fitted(Struct, frozen=True, kw_only=True):
    """An element laid out in its rectangle. Each element has its own subclass with its geometry in it."""

    films: ClassVar[bool] = False
    """Whether it has VideoMarks, which move while the slide stands."""

    rect: Rect
    overflow: bool = False
    """Whether something stands outside `rect` or had to be cut."""
    findings: tuple[Finding, ...] = ()

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        """What is to be seen at the phase, back to front, in logical px of the canvas."""
        raise NotImplementedError


class Element(Struct, frozen=True, kw_only=True):
    """A part of a slide as the YAML gives it. A subclass adds fields; its docstring is the element's help."""

    about: ClassVar[str] = ""
    """What it is, in one line in Chinese, as the docstring's first paragraph says it in English: for editors."""
    short: ClassVar[str] = ""
    """The field that a bare value fills, where the slot's default type is this one."""
    uses_plot: ClassVar[bool] = False
    """Whether it draws PlotMarks, so that pyqtgraph is loaded in time."""
    negatives: ClassVar[bool] = True
    """Whether figures below zero have a place in it; where not, data keeps its last rows that had none."""
    grows: ClassVar[bool] = False
    """Whether its body text can be set in the next larger role; compose asks all that can, and sets all alike."""

    def parts(self) -> int:
        """How many parts steps can reveal one by one; counted from the YAML alone, never from data."""
        return 1

    def roomy(self, rect: Rect, env: Env) -> bool:
        """Whether its body text has room to be set in the next larger role, for an element that `grows`."""
        return False

    def wish(self, rect: Rect, env: Env) -> float | None:
        """What it would like to agree on next with its like in the slot, in px: the least of all wishes joins
        `env.shared`, and each is asked again. None once nothing is left to agree on, or where it agrees on nothing.
        """
        return None

    def fit(self, rect: Rect, env: Env) -> Fitted:
        """Lay the final content of all steps out in `rect`. Never raises for content that does not fit."""
        raise NotImplementedError

    def measured(self) -> tuple[str, ...]:
        """The columns of its table that are figures or moments whatever stands in them; an empty name for the first."""
        return ()

    def plays_ms(self) -> float:
        """How long its entrance takes where it tells a story of its own; 0 for as long as the style's motions take."""
        return 0.0

    def feeds(self) -> tuple[Feed, ...]:
        """The feeds whose snapshots `fit` looks at."""
        return ()

    def as_table(self, env: Env) -> Table | None:
        """The figures as they are now, of a table those that are shown, in the first of env's languages; None for an
        element without figures. Of facts they are references, `<id.label>` and `<id>`, which an export resolves.
        """
        return None
