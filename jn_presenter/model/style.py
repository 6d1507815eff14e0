"""A style: the tokens of a visual look (colours, type scale, motion), as resources/styles/<style>.yaml gives them."""

from typing import Annotated, Literal

from msgspec import Struct, structs

from jn_presenter.model.fields import doc

Motif = Literal["none", "ridge", "grid", "chain"]
MOTIFS = {
    "none": ("无", "none"),
    "ridge": ("山脊", "ridges"),
    "grid": ("网格", "a grid"),
    "chain": ("链条", "a chain"),
}
SMALL: tuple[str, ...] = ("note", "caption", "body", "lead")
"""The roles that grow where larger text is asked for; titles and figures are large as they are."""
Role = Literal["note", "caption", "body", "lead", "title", "statement", "numeral"]
ROLES: tuple[Role, ...] = ("note", "caption", "body", "lead", "title", "statement", "numeral")
SMALLEST_PX = 24.0


class Font(Struct, frozen=True):
    """Size in logical px and weight; the family is the bundled one, everywhere."""

    size: float
    bold: bool = False


class Scale(Struct, frozen=True, kw_only=True):
    """Text sizes in logical px of the 1080 px canvas."""

    note: Annotated[float, doc("页脚小字，像素", "notes at the foot, in px")] = 24
    caption: Annotated[float, doc("说明，像素", "captions, in px")] = 28
    body: Annotated[float, doc("正文，像素", "body text, in px")] = 36
    lead: Annotated[float, doc("标题下的一句话，像素", "the lead, in px")] = 48
    title: Annotated[float, doc("标题，像素", "titles, in px")] = 72
    statement: Annotated[float, doc("大标题，像素", "statements, in px")] = 120
    numeral: Annotated[float, doc("大数字，像素", "large figures, in px")] = 200


class Motion(Struct, frozen=True, kw_only=True):
    """`duration` of a step and of a transition in ms; `stagger` is the delay from part to part as a fraction of t."""

    duration: Annotated[int, doc("一步的毫秒数", "of a step and of a transition, in ms")] = 400
    stagger: Annotated[float, doc("各部分依次相差多少，0 到 1", "the delay from part to part, 0 to 1")] = 0.15


class Style(Struct, frozen=True, kw_only=True):
    """The tokens of one look. Colours are #rrggbb."""

    name: Annotated[str, doc("名称，与文件名相同", "its name, that of the file")]
    ground: Annotated[tuple[str, ...], doc("背景渐变的上下两色", "top and bottom of the gradient behind every slide")]
    motif: Annotated[Motif, doc("背景底纹", "the fine drawing on the ground", choices=MOTIFS)] = "none"
    """See draw/backdrop.py."""
    motif_ink: Annotated[str, doc("底纹的颜色", "the colour of that drawing")]
    ink: Annotated[str, doc("正文的颜色", "the colour of text")]
    quiet: Annotated[str, doc("次要文字的颜色，对比度也要有 7:1", "secondary text, at least 7:1 on the ground too")]
    faint: Annotated[str, doc("细线和坐标轴，不用于文字", "hairlines, tracks and axes; never text")]
    accent: Annotated[str, doc("强调色", "the accent")]
    """The accent in force: of the slide's theme once `with_accent` was called."""
    accents: Annotated[
        tuple[tuple[str, str], ...], doc("各专题可用的强调色，名称: 颜色", "accents for themes, by their names")
    ] = ()
    series: Annotated[
        tuple[str, ...],
        doc("图表里各系列的颜色，色盲可辨", "colours of several series, in order, for the colour-blind too"),
    ] = ()
    type: Annotated[Scale, doc("各种文字的大小", "the sizes of text")] = Scale()
    motion: Annotated[Motion, doc("动画的快慢", "the pace of motion")] = Motion()

    def with_accent(self, name: str) -> "Style":
        """The style with one of its named accents in force; an unknown name keeps the present one."""
        return structs.replace(self, accent=dict(self.accents).get(name, self.accent))

    def with_motif(self, motif: Motif | None) -> "Style":
        """The style with a theme's own motif; a style that has none keeps to that."""
        return self if motif is None or self.motif == "none" else structs.replace(self, motif=motif)

    def enlarged(self, by: float) -> "Style":
        """The style with its small roles `by` times as large, though none larger than a title."""
        sizes = {role: max(self.size(role), min(self.size(role) * by, self.type.title)) for role in SMALL}
        return structs.replace(self, type=structs.replace(self.type, **sizes))

    def colour(self, name: str) -> str:
        """#rrggbb of a token name, of an accent's name, or of a colour that is one already."""
        if name.startswith("#"):
            return name
        tokens = {"ink": self.ink, "quiet": self.quiet, "faint": self.faint, "accent": self.accent}
        return tokens.get(name) or dict(self.accents).get(name, self.ink)

    def size(self, role: str) -> float:
        return float(getattr(self.type, role))
