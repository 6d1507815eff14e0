"""What all slides have in common, as XML: theme, master, layouts, and the properties of the file."""

from collections.abc import Sequence
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from jn_presenter import __version__
from jn_presenter.export.pptx.paragraphs import Words
from jn_presenter.export.pptx.text import xfrm
from jn_presenter.export.pptx.xml import (
    HEAD,
    SPACES,
    A,
    Look,
    attribute,
    family,
    latin,
    region,
    scheme_of,
    words,
)
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import Gradient, ShapeMark
from jn_presenter.model.style import Style

LayoutKind = Literal["title", "secHead", "titleOnly", "obj"]
"""PowerPoint's own names of what a slide is made for."""
KIND_WORDS: dict[LayoutKind, tuple[str, str]] = {
    "title": ("封面", "Cover"),
    "secHead": ("章节", "Section"),
    "titleOnly": ("标题", "Title"),
    "obj": ("标题和要点", "Title and points"),
}
FIRST_SLIDE, FIRST_LAYOUT = 256, 2147483649
"""The least ids of slides, and of masters and layouts."""
NOTES = (6858000, 9144000)
"""Width and height of a page of notes in EMU: A4 to PowerPoint."""
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""Of the extension that names sections."""
CLR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
TITLE, BODY = 'type="title"', 'type="body" idx="1"'
"""What says that a shape is the placeholder of the title, or of the points."""
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


class Section(Struct, frozen=True):
    """A theme of the briefing: its name, and the ids of its slides in the file."""

    key: str
    name: str
    slides: tuple[int, ...]


def theme(style: Style, language: str) -> str:
    """Colours and fonts. Slides of a dark style map text onto the light colour, as its name asks for."""
    named = scheme_of(style)
    slots = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"} | {f"accent{k}": f"accent{k}" for k in range(1, 7)}
    slots |= {"hlink": "accent1", "folHlink": "accent1"}
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{named[name].lstrip("#").upper()}"/></a:{slot}>' for slot, name in slots.items()
    )
    fonts = (
        f'<a:latin typeface="{latin(language)}"/><a:ea typeface="{family(language)}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{family("zh")}"/><a:font script="Hant" typeface="{family("zh-Hant")}"/>'
        f'<a:font script="Jpan" typeface="{family("ja")}"/><a:font script="Hang" typeface="{family("ko")}"/>'
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="12700">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name={attribute(f"JN Presenter {style.name}")}><a:themeElements>'
        f'<a:clrScheme name={attribute(style.name)}>{colours}</a:clrScheme><a:fontScheme name="JN Presenter">'
        f"<a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="JN Presenter"><a:fillStyleLst>{3 * fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{3 * line}</a:lnStyleLst><a:effectStyleLst>{3 * effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{3 * fill}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def master(style: Style, look: Look, canvas: Canvas, layouts: Sequence[str]) -> str:
    """The master: styles of all text, and its layouts by their relations' ids."""
    title = Words(paragraphs=(), x=112.0, y=64.0, w=canvas.width - 224.0, h=176.0)
    body = Words(paragraphs=(), x=112.0, y=272.0, w=canvas.width - 224.0, h=max(100.0, canvas.height - 400.0))
    held = placeholder(2, "Title", TITLE, title, look) + placeholder(3, "Text", BODY, body, look)
    ids = "".join(f'<p:sldLayoutId id="{FIRST_LAYOUT + k}" r:id="{rel}"/>' for k, rel in enumerate(layouts))
    bullets = "".join(_level(k, look.size(style.type.body)) for k in range(1, 10))
    plain = "".join(_level(k, look.size(style.type.body)) for k in range(1, 10))
    heading = _level(1, look.size(style.type.title), bold=True, font="mj")
    return (
        f"{HEAD}<p:sldMaster {SPACES}><p:cSld>{background(style.ground, look)}<p:spTree>{TREE}"
        f"{held}</p:spTree></p:cSld><p:clrMap {CLR_MAP}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{heading}</p:titleStyle><p:bodyStyle>{bullets}</p:bodyStyle>"
        f"<p:otherStyle>{plain}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _level(k: int, size: int, *, bold: bool = False, font: str = "mn") -> str:
    return (
        f'<a:lvl{k}pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
        'hangingPunct="1">'
        f'<a:buNone/><a:defRPr sz="{size}" b="{int(bold)}" kern="0"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/>'
        f"</a:defRPr></a:lvl{k}pPr>"
    )


def layout(kind: LayoutKind, name: str, ground: str, title: Words, content: Words | None, look: Look) -> str:
    """A layout: what lies behind its slides, and where title and points stand on them."""
    holder = {"title": "ctrTitle"}.get(kind, "title")
    held = placeholder(2, "Title", f'type="{holder}"', title, look)
    if content is not None:
        held += placeholder(3, "Content", BODY, content, look)
    return (
        f'{HEAD}<p:sldLayout {SPACES} type="{kind}" preserve="1"><p:cSld name={attribute(name)}>{ground}{held}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def background(colours: Sequence[str], look: Look) -> str:
    """The gradient behind all, from the top down."""
    last = max(1, len(colours) - 1)
    fill = Gradient(0.0, 0.0, 0.0, 1.0, tuple((k / last, colour, 1.0) for k, colour in enumerate(colours)))
    return f"<p:bg><p:bgPr>{look.fill(fill if len(colours) > 1 else colours[0])}<a:effectLst/></p:bgPr></p:bg>"


def ground_of(mark: ShapeMark, look: Look) -> str:
    """The first mark of every ground, which covers the canvas, as a background."""
    return f"<p:bg><p:bgPr>{look.fill(mark.fill)}<a:effectLst/></p:bgPr></p:bg>"


def placeholder(ident: int, name: str, holder: str, box: Words, look: Look) -> str:
    """An empty placeholder of a master or layout."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{ident}" name={attribute(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {holder}/></p:nvPr></p:nvSpPr><p:spPr>{xfrm(box.x, box.y, box.w, box.h, look)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" '
        f'rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p>'
        f'<a:endParaRPr lang="{region(look.language)}"/></a:p></p:txBody></p:sp>'
    )


def presentation(look: Look, canvas: Canvas, ids: Sequence[str], sections: Sequence[Section]) -> str:
    """The list of all slides. ids: of relations to the master, the master of notes, and then the slides."""
    first, notes, *slides = ids
    plain = "".join(_level(k, 1800) for k in range(1, 10))
    listed = "".join(f'<p:sldId id="{FIRST_SLIDE + k}" r:id="{rel}"/>' for k, rel in enumerate(slides))
    return (
        f'{HEAD}<p:presentation {SPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="{FIRST_LAYOUT - 1}" '
        f'r:id="{first}"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>'
        f"<p:sldIdLst>{listed}</p:sldIdLst>"
        f'<p:sldSz cx="{look.emu(canvas.width)}" cy="{look.emu(canvas.height)}"/>'
        f'<p:notesSz cx="{NOTES[0]}" cy="{NOTES[1]}"/><p:defaultTextStyle>'
        f'<a:defPPr><a:defRPr lang="{region(look.language)}"/></a:defPPr>{plain}</p:defaultTextStyle>'
        f"{_sections(sections)}</p:presentation>"
    )


def _sections(sections: Sequence[Section]) -> str:
    if not sections:
        return ""
    listed = "".join(
        f'<p14:section name={attribute(one.name)} id="{{{str(uuid5(NAMESPACE_URL, one.key)).upper()}}}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{ident}"/>' for ident in one.slides)
        + "</p14:sldIdLst></p14:section>"
        for one in sections
    )
    inner = f'<p14:sectionLst xmlns:p14="{P14}">{listed}</p14:sectionLst>'
    return f'<p:extLst><p:ext uri="{SECTIONS}">{inner}</p:ext></p:extLst>'


def core(title: str, language: str) -> str:
    """Title and language; nothing of who made it, when and where."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{words(title)}</dc:title>'
        f"<dc:language>{region(language)}</dc:language></cp:coreProperties>"
    )


def app(count: int) -> str:
    """What the file was made by, and how many slides it has."""
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>JN Presenter {__version__}</Application><Slides>{count}</Slides></Properties>"
    )
