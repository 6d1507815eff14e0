"""The presenter's notes beneath a slide, and the master that they are printed by."""

from collections.abc import Sequence

from jn_presenter.draw.notes import MARKER
from jn_presenter.export.pptx.frame import CLR_MAP, TREE
from jn_presenter.export.pptx.text import plain_paragraphs
from jn_presenter.export.pptx.xml import HEAD, SPACES, region

PICTURE, TEXT = (685800, 685800, 5486400, 3086100), (685800, 4100000, 5486400, 4500000)
"""Left, top, width and height in EMU of the slide on a page of notes, and of the words beneath it."""


def notes_page(parts: Sequence[tuple[str, str]]) -> str:
    """The notes in one language after the other: (words, language)."""
    paragraphs = "".join(
        plain_paragraphs([*(["", ""] if k else []), *lines_of(text)], language)
        for k, (text, language) in enumerate(parts)
    )
    return (
        f"{HEAD}<p:notes {SPACES}><p:cSld><p:spTree>{TREE}{_slide_image('')}{_text(paragraphs, '')}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def lines_of(text: str) -> list[str]:
    """The paragraphs; where a click belongs stays to be seen, for a file of PowerPoint has no steps of ours."""
    return text.replace(MARKER, f"\n{MARKER}\n").strip().split("\n") if MARKER in text else text.strip().split("\n")


def notes_master(width: float, height: float) -> str:
    """The master of pages of notes; width and height of the slides, in any unit."""
    left, top, wide, high = PICTURE
    tall = min(high, round(wide * height / width))
    broad = round(tall * width / height)
    image = _slide_image(_place(left + (wide - broad) // 2, top, broad, tall))
    levels = "".join(f'<a:lvl{k}pPr marL="0" algn="l"><a:defRPr sz="1200"/></a:lvl{k}pPr>' for k in range(1, 10))
    empty = f'<a:p><a:endParaRPr lang="{region("zh")}"/></a:p>'
    return (
        f'{HEAD}<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{image}{_text(empty, _place(*TEXT))}</p:spTree></p:cSld>"
        f"<p:clrMap {CLR_MAP}/><p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def _place(x: int, y: int, w: int, h: int) -> str:
    return (
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _slide_image(place: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr></p:sp>"
    )


def _text(paragraphs: str, place: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )
