"""Points as the paragraphs with dashes of a placeholder, so that the outline has them."""

from msgspec import structs

from jn_presenter.elements.points import FittedPoints
from jn_presenter.export.pptx.paragraphs import Paragraph, Words, narrowed, words_of
from jn_presenter.export.pptx.slide import Part
from jn_presenter.export.pptx.text import body, paragraph, xfrm
from jn_presenter.export.pptx.xml import Look, attribute
from jn_presenter.model.marks import ShapeMark

DASH = "–"


class Listed(Words, frozen=True, kw_only=True):
    """All points in one box: `starts` has the numbers of the paragraphs with which one begins."""

    starts: tuple[int, ...] = ()
    indent: float = 0.0
    dash: str = ""
    """The colour of the dashes."""


def listed(part: Part) -> Listed | None:
    """The points as they stand on the slide; None where there are none."""
    fitted = part.item.fitted
    if not isinstance(fitted, FittedPoints):
        return None
    found = [words for _, mark in fitted.rows if (words := words_of(mark, part.page.recorder, fitted.rect.right))]
    if not found:
        return None
    made: list[Paragraph] = []
    starts = []
    bottom = found[0].y
    for words in found:
        starts.append(len(made))
        for k, one in enumerate(words.paragraphs):
            made.append(structs.replace(one, before=words.y - bottom) if k == 0 and starts[-1] else one)
        bottom = words.y + words.h
    first = found[0]
    indent = first.x - fitted.rect.x
    return Listed(
        paragraphs=tuple(made),
        x=fitted.rect.x,
        y=first.y,
        w=indent + narrowed(made, fitted.rect.right - first.x, part.page.recorder),
        h=bottom - first.y,
        starts=tuple(starts),
        indent=indent,
        dash=_colour(fitted.rows[0][0]),
    )


def _colour(dash: ShapeMark) -> str:
    return dash.fill if isinstance(dash.fill, str) else "#808080"


def list_box(ident: int, name: str, box: Listed, look: Look, *, holder: str = "") -> str:
    """The points in a placeholder, or in a text box of their own."""
    kind = f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {holder}/></p:nvPr>'
    shape = ""
    if not holder:
        kind = '<p:cNvSpPr txBox="1"/><p:nvPr/>'
        shape = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    inner = "".join(
        paragraph(
            one, look, more=_margins(box, look, own=k in box.starts), first=_bullet(box, look, own=k in box.starts)
        )
        for k, one in enumerate(box.paragraphs)
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{ident}" name={attribute(name)}/>{kind}</p:nvSpPr>'
        f"<p:spPr>{xfrm(box.x, box.y, box.w, box.h, look)}{shape}</p:spPr>"
        f"<p:txBody>{body(box)}<a:lstStyle/>{inner}</p:txBody></p:sp>"
    )


def _margins(box: Listed, look: Look, *, own: bool) -> str:
    indent = look.emu(box.indent)
    return f' marL="{indent}" indent="{-indent if own else 0}"'


def _bullet(box: Listed, look: Look, *, own: bool) -> str:
    if not own:
        return "<a:buNone/>"
    return f'<a:buClr>{look.colour(box.dash)}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="{DASH}"/>'
