"""What the lines on a slide were broken from: PowerPoint breaks lines itself, so it gets whole paragraphs."""

from msgspec import Struct

from jn_presenter.model.element import Align, Block, Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.model.style import Font

Key = tuple[tuple[str, float], ...]


class Source(Struct, frozen=True, kw_only=True):
    """A text as it was given to be broken: into a column of `width` px."""

    text: str
    width: float
    align: Align
    leading: float


class Recorder:
    """A measure that notes what it was asked to break; the lines it gave out tell their source."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._known: dict[Key, Source] = {}

    def advance(self, text: str, font: Font, language: str = "") -> float:
        return self._measure.advance(text, font, language)

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
        block = self._measure.wrap(runs, width, language=language, align=align, leading=leading, balance=balance)
        text = "".join(run.text for run in runs)
        self._known[_key(block.lines)] = Source(text=text, width=width, align=align, leading=leading)
        return block

    def forget(self) -> None:
        """Of one slide nothing is needed for the next."""
        self._known.clear()

    def divided(self, lines: tuple[Line, ...]) -> list[tuple[Source | None, tuple[Line, ...]]]:
        """The lines by the texts that they were broken from, in order; None for those of no text that is known."""
        found: list[tuple[Source | None, tuple[Line, ...]]] = []
        at = 0
        while at < len(lines):
            for end in range(len(lines), at, -1):
                source = self._known.get(_key(lines[at:end]))
                if source is not None:
                    break
            else:
                source, end = None, at + 1
            found.append((source, lines[at:end]))
            at = end
        return found


def _key(lines: tuple[Line, ...]) -> Key:
    return tuple((line.text, line.width) for line in lines)
