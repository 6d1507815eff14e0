"""The grammar that all parts of the file share: what may stand in XML, lengths, colours, languages and their fonts."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from jn_presenter.model.marks import Gradient
from jn_presenter.model.style import Style

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'

EMU = 6350
"""English Metric Units per logical px: a slide 1920 px wide is 13.33 inches, and body text of 36 px has 18 points."""
POINTS = 0.5
LONGEST = 51_206_400
"""EMU of a slide's longest side: PowerPoint opens none that is longer."""
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""

FAMILIES = {
    "zh": "Microsoft YaHei",
    "zh-Hant": "Microsoft JhengHei",
    "zh-TW": "Microsoft JhengHei",
    "zh-HK": "Microsoft JhengHei",
    "ja": "Yu Gothic",
    "ko": "Malgun Gothic",
}
"""Fonts of Windows and of Office for Macintosh, of East Asian scripts, by language."""
LATIN = "Segoe UI"
REGIONS = {"zh": "zh-CN", "en": "en-GB", "ja": "ja-JP", "ko": "ko-KR", "de": "de-DE", "fr": "fr-FR", "ru": "ru-RU"}
"""PowerPoint proofs by language and region, and does not know the language alone."""


class Look(Struct, frozen=True, kw_only=True):
    """How lengths and colours are written. px: EMU per logical px; scheme: the theme's names of colours, by #rrggbb."""

    px: float
    scheme: Mapping[str, str]
    ground: str
    """What stands for the ground where a colour is needed that lets nothing through."""
    language: str
    """The first of the languages."""

    def emu(self, px: float) -> int:
        return round(px * self.px)

    def size(self, px: float) -> int:
        """Hundredths of a point, as sizes of text are given."""
        return max(100, round(px * self.px / 127))

    def colour(self, name: str, opacity: float = 1.0) -> str:
        """#rrggbb as one of the theme's where it is one, so that another theme may change it."""
        inner = "" if opacity >= 1.0 else f'<a:alpha val="{round(100000 * max(0.0, opacity))}"/>'
        known = self.scheme.get(name.lower())
        if known:
            return f'<a:schemeClr val="{known}">{inner}</a:schemeClr>'
        return f'<a:srgbClr val="{name.lstrip("#").upper()}">{inner}</a:srgbClr>'

    def solid(self, name: str, opacity: float = 1.0) -> str:
        return f"<a:solidFill>{self.colour(name, opacity)}</a:solidFill>"

    def gradient(self, fill: Gradient, opacity: float = 1.0) -> str:
        """A gradient over the whole of what it fills: down where it is rather that than across."""
        stops = "".join(
            f'<a:gs pos="{round(100000 * at)}">{self.colour(name, alpha * opacity)}</a:gs>'
            for at, name, alpha in fill.stops
        )
        down = abs(fill.y1 - fill.y0) >= abs(fill.x1 - fill.x0)
        angle = 5400000 if down else 0
        return f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst><a:lin ang="{angle}" scaled="0"/></a:gradFill>'

    def fill(self, fill: str | Gradient | None, opacity: float = 1.0) -> str:
        if fill is None:
            return "<a:noFill/>"
        return self.solid(fill, opacity) if isinstance(fill, str) else self.gradient(fill, opacity)


def look_of(style: Style, language: str, width: float, height: float) -> Look:
    """How all slides of a style are written, on a canvas of that size in px."""
    return Look(
        px=min(float(EMU), LONGEST / max(width, height)),
        scheme={colour: name for name, colour in reversed(tuple(scheme_of(style).items()))},
        ground=style.ground[0].lower(),
        language=language,
    )


def scheme_of(style: Style) -> dict[str, str]:
    """The theme's colours as slides name them: #rrggbb of each, the most telling name first."""
    palette = list(dict.fromkeys((style.accent, *style.series, *(c for _, c in style.accents))))
    accents = [colour for colour in palette if colour not in (style.ink, style.quiet)]
    accents = [*accents, *([style.accent] * 6)][:6]
    named = {"tx1": style.ink, "bg1": style.ground[0], "tx2": style.quiet, "bg2": style.faint}
    return {
        name: colour.lower() for name, colour in (named | {f"accent{k}": c for k, c in enumerate(accents, 1)}).items()
    }


def words(text: str) -> str:
    """Text between tags. What XML forbids is left out: it could not be seen anyway."""
    return escape(FORBIDDEN.sub("", text))


def attribute(text: str) -> str:
    """An attribute's value with its quotes; line feeds become spaces, as readers make of them."""
    return quoteattr(" ".join(FORBIDDEN.sub("", text).split()))


def region(language: str, fallback: str = "en") -> str:
    """The language as PowerPoint names it: zh -> zh-CN, en -> en-GB; a tag with a region stays."""
    tag = language or fallback
    return REGIONS.get(tag, tag)


def family(language: str) -> str:
    """The East Asian font of a language; of another one's the Chinese, in case Chinese is typed into it."""
    return FAMILIES.get(language) or FAMILIES.get(language.partition("-")[0]) or FAMILIES["zh"]


def latin(language: str) -> str:
    """The font of Latin letters beside that language's own."""
    return family(language) if is_east_asian(language) else LATIN


def is_east_asian(language: str) -> bool:
    """Whether it is written in Chinese, Japanese or Korean letters."""
    return language.partition("-")[0] in ("zh", "ja", "ko")
