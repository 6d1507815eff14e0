"""Words as text boxes and placeholders of PowerPoint."""

from collections.abc import Sequence

from jn_presenter.export.pptx.paragraphs import Paragraph, Words
from jn_presenter.export.pptx.xml import Look, attribute, family, is_east_asian, region, words
from jn_presenter.model.element import Align, Anchor
from jn_presenter.model.marks import Run

ANCHOR: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
ALIGN: dict[Align, str] = {"left": "l", "centre": "ctr", "right": "r"}


def text_box(ident: int, name: str, box: Words, look: Look, *, holder: str = "") -> str:
    """A text box, or with `holder` (the attributes of p:ph) the placeholder that holds the words."""
    kind = f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {holder}/></p:nvPr>'
    if not holder:
        kind = '<p:cNvSpPr txBox="1"/><p:nvPr/>'
    shape = "" if holder else '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{ident}" name={attribute(name)}/>{kind}</p:nvSpPr>'
        f"<p:spPr>{xfrm(box.x, box.y, box.w, box.h, look)}{shape}</p:spPr>"
        f"<p:txBody>{body(box)}<a:lstStyle/>{paragraphs(box, look)}</p:txBody></p:sp>"
    )


def xfrm(x: float, y: float, w: float, h: float, look: Look, tag: str = "a:xfrm") -> str:
    """Place and size, from px of the canvas."""
    return (
        f'<{tag}><a:off x="{look.emu(x)}" y="{look.emu(y)}"/>'
        f'<a:ext cx="{max(0, look.emu(w))}" cy="{max(0, look.emu(h))}"/></{tag}>'
    )


def body(box: Words) -> str:
    """How the words stand in their box, which keeps its size whatever is typed."""
    wrap, anchor = "square" if box.wraps else "none", ANCHOR[box.anchor]
    insets = 'lIns="0" tIns="0" rIns="0" bIns="0"'
    return f'<a:bodyPr wrap="{wrap}" {insets} rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'


def paragraphs(box: Words, look: Look) -> str:
    """All paragraphs of a box."""
    return "".join(
        paragraph(one, look, box.align, fixed=not box.natural, opacity=box.opacity) for one in box.paragraphs
    )


def paragraph(
    one: Paragraph,
    look: Look,
    align: Align = "left",
    *,
    fixed: bool = True,
    opacity: float = 1.0,
    more: str = "",
    first: str = "",
) -> str:
    """One paragraph. more: further attributes of its properties; first: elements at their end, as bullets are."""
    space = f'<a:lnSpc><a:spcPts val="{look.size(one.leading)}"/></a:lnSpc>' if fixed else ""
    if one.before >= 0.5:
        space += f'<a:spcBef><a:spcPts val="{look.size(one.before)}"/></a:spcBef>'
    runs = "".join(run(each, one.language, look, opacity) for each in one.runs)
    return f'<a:p><a:pPr algn="{ALIGN[align]}"{more}>{space}{first}</a:pPr>{runs}</a:p>'


def run(one: Run, language: str, look: Look, opacity: float = 1.0) -> str:
    """Words of one look."""
    return f"<a:r>{properties(one, language, look, opacity)}<a:t>{words(one.text)}</a:t></a:r>"


def properties(one: Run, language: str, look: Look, opacity: float = 1.0, tag: str = "a:rPr") -> str:
    """Language, size, weight and colour; a font only where the theme's is not that of the language."""
    other = is_east_asian(language) and family(language) != family(look.language)
    font = f'<a:ea typeface="{family(language)}"/>' if other else ""
    size, bold = look.size(one.font.size), int(one.font.bold)
    return (
        f'<{tag} lang="{region(language, look.language)}" sz="{size}" b="{bold}" dirty="0">'
        f"{look.solid(one.colour, opacity)}{font}</{tag}>"
    )


def plain_paragraphs(lines: Sequence[str], language: str) -> str:
    """Words in whatever look they are put into."""
    tag = region(language)
    return "".join(
        f'<a:p><a:r><a:rPr lang="{tag}" dirty="0"/><a:t>{words(line)}</a:t></a:r></a:p>'
        if line.strip()
        else f'<a:p><a:endParaRPr lang="{tag}" dirty="0"/></a:p>'
        for line in lines
    )
