"""Bars, columns and bridges as charts of PowerPoint, each bar as long and as thick as on the screen."""

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.heaps import FittedHeaps, Heap, Piece
from jn_presenter.draw.native import words_in
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.export.pptx.chart_data import GENERAL, Column, Figures, workbook
from jn_presenter.export.pptx.chart_space import Axis, Label, labels, names_axis, series, space, values_axis
from jn_presenter.export.pptx.paragraphs import words_of
from jn_presenter.export.pptx.shapes import hatched, stroke
from jn_presenter.export.pptx.slide import Part
from jn_presenter.export.pptx.xml import Look
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, TextMark
from jn_presenter.model.style import Font

NUMBER = re.compile(r"[−-]?[0-9][0-9,]*(?:\.[0-9]+)?")
ROOM = 24.0
"""px about the bars in which labels may stand."""
NEAR = (6.0, 6.0)
"""Dashes about a bar that is just short of what its words name."""
PERCENT = "0%"


class Bars(Struct, frozen=True, kw_only=True):
    """What there is to be drawn: heaps with their pieces by series, and where they stand.

    zero: the line that bars begin at; px: of a unit of value; pitch, thick: from one heap to the next, and of a bar.
    """

    heaps: tuple[Heap, ...]
    keys: tuple[str, ...]
    lying: bool
    zero: float
    px: float
    pitch: float
    thick: float
    first: float
    stacked: bool

    @property
    def named_above(self) -> bool:
        """Whether names stand above their bars, where PowerPoint has no place for them."""
        names = [line for heap in self.heaps if heap.name for line in heap.name.lines]
        return self.lying and any(line.x + line.width > self.zero for line in names)

    def piece(self, key: str, heap: Heap) -> Piece | None:
        return next((one for one in heap.pieces if one.series == key), None)


def bars(part: Part) -> list[str] | None:
    """A chart of bars with its workbook, and what stands about it."""
    fitted, element = part.item.fitted, part.element
    if not isinstance(fitted, FittedHeaps) or not fitted.heaps:
        return None
    found = measured(fitted.heaps)
    dataset = getattr(element, "dataset", None)
    if found is None or dataset is None:
        return None
    data: Dataset = dataset(part.env)
    share = getattr(element, "mode", "") == "share" and len(found.keys) > 1
    names = {one.key: words_in(one.label, part.env) for one in data.series}
    columns = tuple(_column(key, names.get(key, ""), found, part, share=share) for key in found.keys)
    figures = Figures(names=tuple(name_of(heap, data, part) for heap in found.heaps), columns=columns)
    frame, plot = places(found, part)
    limit = None
    if found.stacked and found.px > 0.0:
        limit = 1.0 if share else (plot.w if found.lying else plot.h) / found.px
    xml = space(plots(found, figures, part, limit, share=share), frame, plot, part.page.look, *font_of(found, part))
    shown = part.page.chart(xml, workbook(figures), frame, part.item.path, part.alt)
    return [shown, *part.drawn(_beside(fitted, found))]


def measured(heaps: Sequence[Heap]) -> Bars | None:
    """How the bars stand; None where they do not stand as PowerPoint's do."""
    full = max(heaps, key=lambda heap: len(heap.pieces))
    pieces = [piece for heap in heaps for piece in heap.pieces]
    if not pieces or len({piece.toward in ("left", "right") for piece in pieces}) > 1:
        return None
    lying = pieces[0].toward in ("left", "right")
    keys = tuple(dict.fromkeys(piece.series for heap in (full, *heaps) for piece in heap.pieces))
    if any(len({piece.series for piece in heap.pieces}) < len(heap.pieces) for heap in heaps):
        return None
    largest = max(pieces, key=lambda piece: abs(piece.datum.value or Decimal(0)))
    value = abs(float(largest.datum.value or 0))
    long = largest.box.w if lying else largest.box.h
    there = [(k, _middle(heap, lying)) for k, heap in enumerate(heaps) if heap.pieces]
    (k0, first), (k1, last) = there[0], there[-1]
    thick = pieces[0].box.h if lying else pieces[0].box.w
    many = 1 if full.stacked else len(keys)
    pitch = (last - first) / (k1 - k0) if k1 > k0 else thick * many * 1.6
    starts = [_start(heap.pieces[0]) for heap in heaps if heap.pieces]
    return Bars(
        heaps=tuple(heaps),
        keys=keys,
        lying=lying,
        zero=starts[0],
        px=long / value if value else 0.0,
        pitch=pitch,
        thick=thick,
        first=first - k0 * pitch,
        stacked=any(heap.stacked for heap in heaps) and len(keys) > 1,
    )


def _start(piece: Piece) -> float:
    box = piece.box
    return {"right": box.x, "left": box.x + box.w, "up": box.y + box.h, "down": box.y}[piece.toward]


def _middle(heap: Heap, lying: bool) -> float:
    boxes = [piece.box for piece in heap.pieces]
    if lying:
        return (min(box.y for box in boxes) + max(box.y + box.h for box in boxes)) / 2
    return (min(box.x for box in boxes) + max(box.x + box.w for box in boxes)) / 2


def places(found: Bars, part: Part) -> tuple[Rect, Rect]:
    """The chart's frame, and in it the plot, whose middle lines are those of the heaps."""
    rect = part.item.rect
    long = found.pitch * len(found.heaps)
    start = found.first - found.pitch / 2
    boxes = [piece.box for heap in found.heaps for piece in heap.pieces]
    if found.lying:
        names = [line.x for heap in found.heaps if heap.name for line in heap.name.lines]
        left = min([rect.x, *names])
        low = min(found.zero, *(box.x for box in boxes))
        frame = Rect(left, start - ROOM, rect.right - left, long + 2 * ROOM)
        return frame, Rect(low, start, rect.right - low, long)
    top = min(box.y for box in boxes)
    words = [line.y for heap in found.heaps for piece in heap.pieces if piece.value for line in piece.value.lines]
    top = max(rect.y, min([top, *(y - 60.0 for y in words)]))
    foot = max(found.zero, *(box.y + box.h for box in boxes))
    frame = Rect(start - ROOM, top, long + 2 * ROOM, rect.bottom - top)
    return frame, Rect(start, top, long, foot - top)


def plots(found: Bars, figures: Figures, part: Part, limit: float | None, *, share: bool = False) -> str:
    """The bars and their axes; the one of values ends at `limit`, where that is given."""
    look, style = part.page.look, part.env.style
    many = 1 if found.stacked else len(found.keys)
    gap = max(0, min(500, round(100 * (found.pitch - many * found.thick) / max(1.0, found.thick))))
    grouping = "percentStacked" if share else "stacked" if found.stacked else "clustered"
    overlap = f'<c:overlap val="{100 if found.stacked else 0}"/>'
    font, colour = font_of(found, part)
    negative = any(value is not None and value < 0 for column in figures.columns for value in column.values)
    shown = None if found.named_above else font
    names = Axis(
        ident=1,
        crosses=2,
        side="l" if found.lying else "b",
        font=shown,
        colour=colour,
        line=style.faint,
        reverse=found.lying,
    )
    values = Axis(ident=2, crosses=1, side="b" if found.lying else "l", low=None if negative else 0.0, high=limit)
    return (
        f'<c:barChart><c:barDir val="{"bar" if found.lying else "col"}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series("bar", figures)}<c:gapWidth val="{gap}"/>{overlap}'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{names_axis(names, look)}{values_axis(values, look)}"
    )


def font_of(found: Bars, part: Part) -> tuple[Font, str]:
    """Of the names of categories."""
    for heap in found.heaps:
        if heap.name and heap.name.lines and heap.name.lines[0].runs:
            run = heap.name.lines[0].runs[0]
            return run.font, run.colour
    return part.env.font("caption"), part.env.style.ink


def name_of(heap: Heap, data: Dataset | None, part: Part) -> str:
    """A category as it is written; where it has no room on the screen, as the data names it."""
    words = words_of(heap.name, part.page.recorder) if heap.name else None
    if words is not None:
        return words.text
    return next(
        (words_in(one.label, part.env) for one in (data.categories if data else ()) if one.key == heap.category), ""
    )


def _column(key: str, name: str, found: Bars, part: Part, *, share: bool) -> Column:
    """A series: bars that look alike share their look, others have their own."""
    look = part.page.look
    pieces = [found.piece(key, heap) for heap in found.heaps]
    values = tuple(_value(piece, heap, share) for piece, heap in zip(pieces, found.heaps, strict=True))
    looks = [_look(piece, look) if piece else "" for piece in pieces]
    common = max(filter(None, looks), key=looks.count)
    shown = [(k, piece) for k, piece in enumerate(pieces) if piece and piece.value and piece.value.lines]
    code = PERCENT if share else number_code([(piece.value, piece.datum.value) for _, piece in shown if piece.value])
    return Column(
        name=name or part.what,
        values=values,
        look=common,
        points=tuple((k, own) for k, own in enumerate(looks) if own and own != common),
        labels=_labels(shown, values, code, found, part),
        format=code or GENERAL,
    )


def _value(piece: Piece | None, heap: Heap, share: bool) -> float | None:
    if piece is None or piece.datum.value is None:
        return None
    if not share:
        return float(piece.datum.value)
    whole = sum((one.datum.value or Decimal(0) for one in heap.pieces), Decimal(0))
    return float(piece.datum.value / whole) if whole else 0.0


def _look(piece: Piece, look: Look) -> str:
    """Solid, or the outline and hatching of what is not yet reached."""
    if not piece.target:
        return f"<c:spPr>{look.solid(piece.colour)}<a:ln><a:noFill/></a:ln></c:spPr>"
    line = stroke(piece.colour, OUTLINE, look, NEAR if piece.near else ())
    return f"<c:spPr>{hatched(piece.colour, look.ground, look)}{line}</c:spPr>"


def _labels(
    shown: Sequence[tuple[int, Piece]], values: Sequence[float | None], code: str, found: Bars, part: Part
) -> str:
    """Values at their bars: by a number format where that writes all of them, else in the words of the screen."""
    if not shown:
        return ""
    own = []
    run = next(line.runs[0] for _, piece in shown if piece.value for line in piece.value.lines if line.runs)
    for k, piece in shown:
        told = piece.value is None or _tells(code, piece.value, values[k])
        words = words_of(piece.value, part.page.recorder) if piece.value and not told else None
        if words is not None:
            own.append(Label(index=k, paragraphs=words.paragraphs))
    there = {k for k, _ in shown}
    inside = any(piece.inside for _, piece in shown)
    where = "ctr" if inside or found.stacked else "outEnd"
    gone = [k for k in range(len(values)) if k not in there]
    return labels(part.page.look, run.font, run.colour, code or GENERAL, where, own, gone)


def _tells(code: str, words: TextMark, value: float | None) -> bool:
    """Whether the number format writes what is on the screen, where shares are rounded so that they make 100 %."""
    if code != PERCENT:
        return bool(code)
    return value is not None and "".join(line.text for line in words.lines) == f"{int(100 * value + 0.5)}%"


def number_code(told: Sequence[tuple[TextMark, Decimal | None]]) -> str:
    """The number format that writes all values as they are told; empty where there is none, as with 千亿级."""
    codes = [_code(mark, value) for mark, value in told]
    forms = [code for code in codes if code is not None]
    if None in codes or len({_around(code) for code in forms}) != 1:
        return ""
    return max(forms, key=len)


def _code(mark: TextMark, value: Decimal | None) -> str | None:
    text = "".join(line.text for line in mark.lines)
    found = NUMBER.search(text)
    if found is None or value is None or len(mark.lines) > 1 or NUMBER.search(text, found.end()):
        return None
    digits = found[0].replace("−", "-").replace(",", "")
    if Decimal(digits) != value:
        return None
    places = len(digits.partition(".")[2])
    form = ("#,##0" if "," in found[0] else "0") + ("." + "0" * places if places else "")
    return _quoted(text[: found.start()]) + form + _quoted(text[found.end() :])


def _quoted(text: str) -> str:
    return f'"{text}"' if text and '"' not in text else ""


def _around(code: str) -> tuple[str, str]:
    """What stands before and after the number."""
    before, _, rest = code.partition("0")
    return before.replace("#,##", ""), rest.lstrip("0.")


def _beside(fitted: FittedHeaps, found: Bars) -> list[AnyMark]:
    """What PowerPoint does not draw itself: tags, names of series, sums, and that a figure is missing."""
    marks: list[AnyMark] = [mark for mark in fitted.fixed if mark.key != "zero"]
    for heap in found.heaps:
        marks += heap.over
        if heap.total is not None:
            marks.append(heap.total)
        if found.named_above and heap.name is not None:
            marks.append(heap.name)
    return [*marks, *(named.mark for named in fitted.names)]
