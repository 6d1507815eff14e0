"""Lines on a slide as paragraphs with a box: as wide as makes PowerPoint break them where the screen does."""

import math
from collections.abc import Sequence

from msgspec import Struct, structs

from jn_presenter.draw.typography import ASCENT
from jn_presenter.export.pptx.sources import Recorder, Source
from jn_presenter.export.pptx.widths import best_width
from jn_presenter.model.element import Align, Anchor
from jn_presenter.model.marks import Line, Run, TextMark
from jn_presenter.model.style import Font

LEADING = 1.25
"""Line height in units of the size, of lines whose source is unknown."""
TIGHT = 1.15
"""Single lines of a smaller height are set in the middle of their box, since fonts differ in where a line's top is."""
MIDDLE = 0.41
"""From the middle of a line of Microsoft YaHei or Noto Sans CJK down to its baseline, in units of the size."""
SLACK = 0.03
"""How much wider the words may be in another font, in units of their width."""
BESIDE = 0.2
"""The most space between two parts of one line, in units of the smaller one's size."""
SPACE = 0.28
"""The width of a space in Microsoft YaHei, in units of its size."""
ROOMY, GUTTER = 1.08, 32.0
"""How much wider than its longest line a box may be made, in units of that and in px beyond its column."""
STRAIGHT = 0.75
"""px that two edges may differ by and still be in line."""


class Paragraph(Struct, frozen=True, kw_only=True):
    """One paragraph: words unbroken; `leading` and `before` in px, the line height and the space above."""

    runs: tuple[Run, ...]
    language: str
    leading: float
    before: float = 0.0
    widest: float = 0.0
    """px of its longest line on the screen."""
    breaks: tuple[int, ...] = ()
    """Where its lines after the first begin there, counted in characters."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Words(Struct, frozen=True, kw_only=True):
    """Paragraphs in a box, in px of the canvas. wraps: whether lines are broken at its width; natural: whether each is
    as high as its font makes it, rather than as its leading says; anchor: where they stand in its height.
    """

    paragraphs: tuple[Paragraph, ...]
    x: float
    y: float
    w: float
    h: float
    align: Align = "left"
    wraps: bool = True
    natural: bool = False
    anchor: Anchor = "top"
    opacity: float = 1.0
    left: float = 0.0
    longest: float = 0.0
    """Where the words themselves begin, and how wide the widest of their lines is on the screen."""

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class _Piece(Struct, frozen=True):
    """The lines of one text, and the paragraphs that they are of."""

    source: Source | None
    lines: tuple[Line, ...]
    paragraphs: tuple[tuple[Line, ...], ...]
    joints: tuple[tuple[str, ...], ...]
    """What stood between the lines of each paragraph."""


def words_of(mark: TextMark, recorder: Recorder, right: float | None = None) -> Words | None:
    """A text mark as paragraphs; None where it says nothing. right: the edge that its box keeps within, if it can."""
    placed = _levelled(mark.lines)
    pieces = [_pieces(source, lines) for source, lines in recorder.divided(placed)]
    lines = [line for line in placed if line.runs]
    if not lines:
        return None
    paragraphs: list[Paragraph] = []
    bottom = top = None
    for piece in pieces:
        leading = piece.source.leading if piece.source else LEADING
        for own, joints in zip(piece.paragraphs, piece.joints, strict=True):
            size = _size(own)
            first = own[0].y - ASCENT * size - (leading - 1.0) * size / 2
            paragraphs.append(
                Paragraph(
                    runs=_joined(own, joints),
                    language=own[0].language,
                    leading=leading * size,
                    before=0.0 if bottom is None else max(0.0, first - bottom),
                    widest=max(line.width for line in own),
                    breaks=_breaks(own, joints),
                )
            )
            top = first if top is None else top
            bottom = first + leading * size * len(own)
    assert top is not None
    assert bottom is not None
    align, left, wide = _column(pieces, lines)
    single = len(lines) == 1
    known = pieces[0].source
    natural = single and (known is None or known.leading < TIGHT)
    if natural:
        size = _size(tuple(lines))
        centre = lines[0].y - MIDDLE * size
        top, bottom = centre - 0.7 * size, centre + 0.7 * size
    longest = max(line.width for line in lines)
    limit = right if right is not None else left + wide
    flat = len(paragraphs) == len(lines)
    wraps = not flat or (wide >= longest * (1.0 + SLACK) and left + wide <= limit + STRAIGHT)
    narrow = longest * (1.0 + 2 * SLACK) if not wraps else wide if flat else narrowed(paragraphs, wide, recorder)
    left, wide = _resized(left, wide, narrow, align)
    return Words(
        paragraphs=tuple(paragraphs),
        x=left + mark.dx,
        y=top + mark.dy,
        w=wide,
        h=bottom - top,
        align=align,
        wraps=wraps,
        natural=natural,
        anchor="middle" if natural else "top",
        opacity=mark.opacity,
        left=min(line.x for line in lines) + mark.dx,
        longest=longest,
    )


def _pieces(source: Source | None, lines: tuple[Line, ...]) -> _Piece:
    """The lines by paragraphs: those between which the source has no line feed are of one."""
    if source is None:
        some = tuple((line,) for line in lines if line.runs)
        return _Piece(None, lines, some, tuple(() for _ in some))
    paragraphs: list[list[Line]] = []
    joints: list[list[str]] = []
    at = 0
    for line in lines:
        start = source.text.find(line.text, at)
        between = source.text[at:start] if start >= 0 else "\n"
        at = start + len(line.text) if start >= 0 else at
        if not line.runs:
            continue
        if not paragraphs or "\n" in between:
            paragraphs.append([line])
            joints.append([])
        else:
            paragraphs[-1].append(line)
            joints[-1].append(between)
    return _Piece(source, lines, tuple(map(tuple, paragraphs)), tuple(map(tuple, joints)))


def _joined(lines: tuple[Line, ...], joints: tuple[str, ...]) -> tuple[Run, ...]:
    """The lines' runs one after the other with what stood between them; neighbours that look alike as one."""
    runs: list[Run] = []
    for k, line in enumerate(lines):
        for run in line.runs:
            if runs and (runs[-1].font, runs[-1].colour) == (run.font, run.colour):
                runs[-1] = structs.replace(runs[-1], text=runs[-1].text + run.text)
            else:
                runs.append(run)
        if k < len(joints) and joints[k]:
            runs[-1] = structs.replace(runs[-1], text=runs[-1].text + joints[k])
    return tuple(runs)


def _breaks(lines: tuple[Line, ...], joints: tuple[str, ...]) -> tuple[int, ...]:
    found, at = [], 0
    for line, joint in zip(lines, joints, strict=False):
        at += len(line.text) + len(joint)
        found.append(at)
    return tuple(found)


def _size(lines: Sequence[Line]) -> float:
    return max((run.font.size for line in lines for run in line.runs), default=0.0)


def _column(pieces: Sequence[_Piece], lines: Sequence[Line]) -> tuple[Align, float, float]:
    """How the lines are aligned, and left edge and width of the column that they were broken in."""
    known = [piece for piece in pieces if piece.source]
    align: Align = known[0].source.align if known and known[0].source else "left"
    if align == "left" and len(lines) > 1:
        align = _seen(lines)
    longest = max(line.width for line in lines)
    wide = max((min(piece.source.width, 4000.0) for piece in known if piece.source), default=longest)
    wide = max(wide, longest)
    line = max(lines, key=lambda line: line.width)
    if align == "left":
        return align, min(line.x for line in lines), wide
    if align == "right":
        return align, max(line.x + line.width for line in lines) - wide, wide
    return align, line.x + line.width / 2 - wide / 2, wide


def _seen(lines: Sequence[Line]) -> Align:
    """How lines that were moved after they were broken stand to each other."""
    if _even([line.x for line in lines]):
        return "left"
    if _even([line.x + line.width / 2 for line in lines]):
        return "centre"
    return "right" if _even([line.x + line.width for line in lines]) else "left"


def _even(places: Sequence[float]) -> bool:
    return max(places) - min(places) < STRAIGHT


def _resized(left: float, wide: float, new: float, align: Align) -> tuple[float, float]:
    """Left edge and width of a column that is made narrower."""
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
    return left + share * (wide - new), new


def narrowed(paragraphs: Sequence[Paragraph], wide: float, recorder: Recorder) -> float:
    """The width, hardly beyond `wide`, at which the paragraphs break as on the screen."""
    low = max(one.widest for one in paragraphs)
    found = best_width([(one.runs, one.language, one.breaks) for one in paragraphs], low, wide, recorder)
    if found < wide - STRAIGHT:
        return found
    # A line as long as its column would be broken by a font that is a little wider; beside columns there is a gutter.
    return max(wide, min(low * ROOMY, wide + GUTTER))


def in_one_line(marks: Sequence[TextMark]) -> TextMark:
    """Marks that stand one beside the other on one line as one: a figure, and what is said before and after it."""
    return structs.replace(marks[0], lines=(_on_one(marks[0].lines[0], *(mark.lines[0] for mark in marks[1:])),))


def _levelled(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines on one baseline as one: what was set piece by piece."""
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before and line.runs and before.runs and line.y == before.y and line.x >= before.x + before.width - STRAIGHT:
            found[-1] = _on_one(before, line)
        else:
            found.append(line)
    return tuple(found)


def _on_one(first: Line, *others: Line) -> Line:
    """The lines as one, with spaces between them that are as wide as what is between them."""
    runs, right = list(first.runs), first.x + first.width
    for line in others:
        if line.x - right > 1.0:
            gap, size = line.x - right, max(run.font.size for run in line.runs)
            count = max(1, math.ceil(gap / (SPACE * size)))
            runs.append(Run(" " * count, Font(gap / (SPACE * count)), line.runs[0].colour))
        runs += line.runs
        right = line.x + line.width
    return structs.replace(first, runs=tuple(runs), width=right - first.x)


def follows(mark: TextMark, before: TextMark) -> bool:
    """Whether a line of its own goes on the line of the mark before it."""
    if len(mark.lines) != 1 or len(before.lines) != 1 or mark.opacity != before.opacity:
        return False
    line, old = mark.lines[0], before.lines[0]
    if not (line.runs and old.runs) or abs(line.y + mark.dy - old.y - before.dy) > STRAIGHT:
        return False
    gap = line.x + mark.dx - (old.x + before.dx + old.width)
    return -STRAIGHT < gap < BESIDE * min(_size((line,)), _size((old,)))
