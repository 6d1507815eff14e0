"""Shape marks as shapes of PowerPoint: boxes and rings as its own kinds, all else as freeforms."""

import math
from collections.abc import Iterable

from jn_presenter.export.pptx.text import xfrm
from jn_presenter.export.pptx.xml import Look, attribute
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Arc, Box, Path, ShapeMark

FULL = 359.999
HATCH = "wdUpDiag"
"""PowerPoint's pattern that is nearest to ours: lines at 45°, rising to the right."""


def shape(ident: int, mark: ShapeMark, look: Look) -> str:
    """The mark as one shape; nothing where it is not to be seen."""
    if mark.opacity <= 0.0 or (mark.fill is None and mark.stroke is None and mark.hatch is None):
        return ""
    frame, geometry = _geometry(mark.shape, look)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{ident}" name={attribute(mark.key)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{xfrm(frame.x, frame.y, frame.w, frame.h, look)}{geometry}{fill_of(mark, look)}{line_of(mark, look)}"
        "</p:spPr></p:sp>"
    )


def fill_of(mark: ShapeMark, look: Look) -> str:
    """Plain, a gradient, or the hatching that is the sign of a target."""
    if mark.hatch is not None:
        under = mark.fill if isinstance(mark.fill, str) else look.ground
        return hatched(mark.hatch, under, look, mark.opacity)
    return look.fill(mark.fill, mark.opacity)


def hatched(colour: str, under: str, look: Look, opacity: float = 1.0) -> str:
    """Hatching of a colour on another one."""
    return (
        f'<a:pattFill prst="{HATCH}"><a:fgClr>{look.colour(colour, opacity)}</a:fgClr>'
        f"<a:bgClr>{look.colour(under, opacity)}</a:bgClr></a:pattFill>"
    )


def line_of(mark: ShapeMark, look: Look) -> str:
    """The mark's outline, none where it has none."""
    if mark.stroke is None or mark.width <= 0.0:
        return "<a:ln><a:noFill/></a:ln>"
    return stroke(mark.stroke, mark.width, look, mark.dash, opacity=mark.opacity, round_ends=mark.round)


def stroke(
    colour: str,
    width: float,
    look: Look,
    dash: tuple[float, ...] = (),
    *,
    opacity: float = 1.0,
    round_ends: bool = False,
) -> str:
    """A line of `width` px."""
    dashes = ""
    if dash and width > 0.0:
        pairs = zip(dash[::2], dash[1::2], strict=False)
        stops = "".join(
            f'<a:ds d="{round(100000 * on / width)}" sp="{round(100000 * off / width)}"/>' for on, off in pairs
        )
        dashes = f"<a:custDash>{stops}</a:custDash>"
    join = "<a:round/>" if round_ends else '<a:miter lim="800000"/>'
    cap = "rnd" if round_ends else "flat"
    return f'<a:ln w="{look.emu(width)}" cap="{cap}">{look.solid(colour, opacity)}{dashes}{join}</a:ln>'


def bounds(shape: Box | Arc | Path) -> Rect:
    """The rectangle about a shape; of a sector that of its whole circle."""
    if isinstance(shape, Box):
        return Rect(shape.x, shape.y, shape.w, shape.h)
    if isinstance(shape, Arc):
        return Rect(shape.cx - shape.outer, shape.cy - shape.outer, 2 * shape.outer, 2 * shape.outer)
    xs = [x for _, numbers in shape.segments for x in numbers[::2]]
    ys = [y for _, numbers in shape.segments for y in numbers[1::2]]
    if not xs:
        return Rect(0.0, 0.0, 0.0, 0.0)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def around(frames: Iterable[Rect]) -> Rect:
    """The rectangle about all of these."""
    some = list(frames)
    x, y = min(one.x for one in some), min(one.y for one in some)
    return Rect(x, y, max(one.right for one in some) - x, max(one.bottom for one in some) - y)


def group(ident: int, name: str, alt: str, frame: Rect, inner: Iterable[str], look: Look) -> str:
    """Shapes as one; `alt` says what they show, empty where they only decorate."""
    x, y, w, h = (look.emu(value) for value in (frame.x, frame.y, frame.w, frame.h))
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{ident}" name={attribute(name)} descr={attribute(alt)}/>'
        f'<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>'
        f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/></a:xfrm></p:grpSpPr>{"".join(inner)}</p:grpSp>'
    )


def _geometry(shape: Box | Arc | Path, look: Look) -> tuple[Rect, str]:
    frame = bounds(shape)
    if isinstance(shape, Box):
        return frame, _preset("roundRect", _corner(shape)) if shape.radius > 0.0 else _preset("rect")
    if isinstance(shape, Arc):
        if abs(shape.sweep) < FULL:
            return frame, _freeform(frame, _sector(shape, frame, look), look)
        if shape.inner <= 0.0:
            return frame, _preset("ellipse")
        return frame, _preset("donut", round(100000 * (shape.outer - shape.inner) / (2 * shape.outer)))
    return frame, _freeform(frame, "".join(_segments(shape, frame, look)), look)


def _corner(box: Box) -> int:
    return min(50000, round(100000 * box.radius / max(1e-6, min(box.w, box.h))))


def _preset(name: str, adjust: int | None = None) -> str:
    given = "" if adjust is None else f'<a:gd name="adj" fmla="val {adjust}"/>'
    return f'<a:prstGeom prst="{name}"><a:avLst>{given}</a:avLst></a:prstGeom>'


def _freeform(frame: Rect, path: str, look: Look) -> str:
    w, h = max(0, look.emu(frame.w)), max(0, look.emu(frame.h))
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{w}" h="{h}">{path}</a:path></a:pathLst></a:custGeom>'
    )


def _segments(path: Path, frame: Rect, look: Look) -> Iterable[str]:
    tags = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}
    for op, numbers in path.segments:
        if op not in tags:
            yield "<a:close/>"
            continue
        points = zip(numbers[::2], numbers[1::2], strict=True)
        inner = "".join(_point(x - frame.x, y - frame.y, look) for x, y in points)
        yield f"<a:{tags[op]}>{inner}</a:{tags[op]}>"


def _point(x: float, y: float, look: Look) -> str:
    return f'<a:pt x="{look.emu(x)}" y="{look.emu(y)}"/>'


def _sector(arc: Arc, frame: Rect, look: Look) -> str:
    """A ring sector; PowerPoint counts 60000ths of a degree clockwise from three o'clock, marks from twelve."""
    start, sweep = arc.start - 90.0, arc.sweep

    def at(angle: float, radius: float) -> str:
        turn = math.radians(angle)
        x, y = arc.cx + radius * math.cos(turn), arc.cy + radius * math.sin(turn)
        return _point(x - frame.x, y - frame.y, look)

    def turned(radius: float, from_: float, by: float) -> str:
        px = look.emu(radius)
        begin = round(60000 * (from_ % 360.0))
        return f'<a:arcTo wR="{px}" hR="{px}" stAng="{begin}" swAng="{round(60000 * by)}"/>'

    outer = f"<a:moveTo>{at(start, arc.outer)}</a:moveTo>{turned(arc.outer, start, sweep)}"
    if arc.inner <= 0.0:
        return f"{outer}<a:lnTo>{at(start, 0.0)}</a:lnTo><a:close/>"
    inner = turned(arc.inner, start + sweep, -sweep)
    return f"{outer}<a:lnTo>{at(start + sweep, arc.inner)}</a:lnTo>{inner}<a:close/>"
