"""How a kiosk's own words and surfaces look: in the style and languages of the slide beside them."""

from collections.abc import Iterable

from msgspec import Struct, structs

from jn_presenter.draw.icons import icon_mark
from jn_presenter.draw.motion import mix
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.typography import DESCENT
from jn_presenter.draw.unbroken import lines_taken, widest_phrase, widest_word
from jn_presenter.draw.words import said
from jn_presenter.kiosk.page import Icons
from jn_presenter.model.element import Block, Env
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.kiosk import CONTRAST
from jn_presenter.model.marks import AnyMark, Box, Line, ShapeMark, TextMark
from jn_presenter.model.style import SMALLEST_PX, Role, Style
from jn_presenter.model.text import Text, plain

LARGER = 1.25
"""How much larger the words are where large text is chosen, as far as they have the room."""
FACE, PANEL = 0.2, 0.32
"""How much of the motif's ink is in the surface of a button, and of what is to be noticed: told from the ground, and
quiet."""
RADIUS = 16.0
EDGE = 3.0
"""The width of a button's outline in high contrast, in px."""
FEWER = 0.9
"""From one size that is tried to the next."""
LEAST = 0.3
"""The smallest size tried, in units of the role's; never under 24 px."""
SNUG = 0.98
"""The share of the width that a name takes which is made as wide as it: sizes are rounded to whole px."""
WORTH = 0.6
"""How small Chinese names are set at the least so that they stand on one line, in units of what else has room."""
SLACK = 0.5
ELLIPSIS = "…"


class Look(Struct, frozen=True, kw_only=True):
    """What all of a page is drawn with. `env` has the languages shown, the style and the size of words."""

    env: Env
    canvas: Canvas
    icons: Icons
    pressed: frozenset[str] = frozenset()
    """The keys of the targets that fingers are on."""

    @property
    def style(self) -> Style:
        return self.env.style

    @property
    def language(self) -> str:
        return next(iter(self.env.languages), "")

    @property
    def high(self) -> bool:
        """Whether contrast is to be as high as can be."""
        return self.style.name == CONTRAST

    @property
    def foot(self) -> str:
        """The colour that the slides end in at their foot."""
        return self.style.ground[-1]

    @property
    def face(self) -> str:
        """The surface of what can be touched."""
        return self.foot if self.high else mix(self.foot, self.style.motif_ink, FACE)

    @property
    def panel(self) -> str:
        """The ground of what is to be noticed beside a slide."""
        return self.foot if self.high else mix(self.foot, self.style.motif_ink, PANEL)

    def accented(self, accent: str) -> "Look":
        """With a theme's accent in force."""
        return structs.replace(self, env=structs.replace(self.env, style=self.style.with_accent(accent)))

    @property
    def stacked(self) -> bool:
        """Whether several languages stand one under the other."""
        return len(self.env.languages) > 1

    def in_one_ink(self, ink: str) -> "Look":
        """With further languages in the same ink: on a coloured surface none is quieter."""
        style = structs.replace(self.style, quiet=ink)
        return structs.replace(self, env=structs.replace(self.env, style=style))

    def said(self, words: Text) -> Text:
        """Words of the program in the languages shown."""
        return said(words, self.env.languages)


class Words(Struct, frozen=True):
    """Words that are set: as wide and as high as this."""

    setting: Setting
    width: float
    height: float

    def mark(self, key: str, x: float, y: float, *, centred: float = 0.0) -> TextMark:
        """Their top left at (x, y); with `centred` each line is in the middle of that width."""
        mark = self.setting.mark(key, x, y)
        if not centred:
            return mark
        lines = (structs.replace(line, x=x + (centred - line.width) / 2) for line in mark.lines)
        return structs.replace(mark, lines=tuple(lines))


def words_in(
    look: Look,
    text: Text,
    role: Role,
    width: float,
    height: float,
    *,
    colour: str | None = None,
    bold: bool = False,
    most: int = 2,
    balance: bool = False,
) -> Words:
    """The text in its role's size or, where it has no room in width x height px and `most` lines, smaller.

    What has no room at all ends in an ellipsis.
    """
    scale = scale_in(look, (text,), role, width, height, bold=bold, most=most)
    words = set_at(look, text, role, scale, width, colour=colour, bold=bold, balance=balance)
    return cut(look, words, height, most)


def cut(look: Look, words: Words, height: float, most: int) -> Words:
    """The first lines of the words, as many as have room: at most `most` of each language."""
    block = words.setting.block
    kept: list[Line] = []
    for line in block.lines:
        same = sum(one.language == line.language for one in kept)
        if same < most and line.y + DESCENT * _size(line) <= height + SLACK:
            kept.append(line)
    if len(kept) == len(block.lines) or not kept:
        return words
    ended = tuple(_ended(look, line) if _goes_on(block.lines, kept, line) else line for line in kept)
    high = min(block.height, kept[-1].y + DESCENT * _size(kept[-1]))
    width = max(line.width for line in ended)
    shorter = structs.replace(words.setting, block=Block(ended, width, high))
    return Words(shorter, width, high)


def _goes_on(lines: tuple[Line, ...], kept: list[Line], line: Line) -> bool:
    """Whether it is the last line that is left of its language, and there were more."""
    own = [one for one in lines if one.language == line.language]
    left = [one for one in kept if one.language == line.language]
    return line is left[-1] and len(left) < len(own)


def _ended(look: Look, line: Line) -> Line:
    *first, last = line.runs
    run = structs.replace(last, text=last.text.rstrip()[:-1].rstrip() + ELLIPSIS)
    before = look.env.measure.advance(last.text, last.font, line.language)
    after = look.env.measure.advance(run.text, run.font, line.language)
    return structs.replace(line, runs=(*first, run), width=line.width + after - before)


def _size(line: Line) -> float:
    return max((run.font.size for run in line.runs), default=0.0)


def scale_in(
    look: Look,
    texts: Iterable[Text],
    role: Role,
    width: float,
    height: float,
    *,
    bold: bool = False,
    most: int = 2,
    whole: bool = False,
) -> float:
    """The largest scale at which each of the texts has room in width x height px and `most` lines, no word broken.

    whole: whether Chinese names are not broken either, as long as they need not be set much smaller for it.
    """
    several, scale = tuple(texts), look.env.scale
    if whole:
        broken = scale_in(look, several, role, width, height, bold=bold, most=most)
        widest = max((widest_phrase(text, look.env, role, bold=bold) for text in several), default=0.0)
        kept = min(broken, look.env.scale * (SNUG * width / widest if widest > width else 1.0))
        return kept if kept >= WORTH * broken and kept * look.style.size(role) >= SMALLEST_PX else broken
    while scale > LEAST and look.style.size(role) * scale > SMALLEST_PX:
        env = structs.replace(look.env, scale=scale)
        if all(_fits(text, env, role, width, height, bold, most) for text in several):
            break
        scale *= FEWER
    return scale


def set_at(
    look: Look,
    text: Text,
    role: Role,
    scale: float,
    width: float,
    *,
    colour: str | None = None,
    bold: bool = False,
    balance: bool = False,
) -> Words:
    """The text in lines of at most `width` px at this scale of the role's size."""
    env = structs.replace(look.env, scale=scale)
    setting = set_text(text, env, width, role, colour=colour, bold=bold, balance=balance)
    return Words(setting, setting.block.width, setting.block.height)


def line_of(
    look: Look, string: str, role: Role, width: float, *, colour: str | None = None, bold: bool = False
) -> Words:
    """One line that reads the same in every language, as large as has room."""
    alone = structs.replace(look, env=structs.replace(look.env, languages=(look.language,)))
    return words_in(alone, plain(string), role, width, look.canvas.height, colour=colour, bold=bold, most=1)


def fits_at(
    look: Look, text: Text, role: Role, scale: float, width: float, height: float, *, bold: bool = False, most: int = 2
) -> bool:
    """Whether the text has room at this scale in width x height px and `most` lines, no word broken."""
    return _fits(text, structs.replace(look.env, scale=scale), role, width, height, bold, most)


def _fits(text: Text, env: Env, role: Role, width: float, height: float, bold: bool, most: int) -> bool:
    block = set_text(text, env, width, role, bold=bold).block
    return (
        block.height <= height + SLACK
        and block.width <= width + SLACK
        and lines_taken(block) <= most
        and widest_word(text, env, role, bold=bold) <= width + SLACK
    )


def face(look: Look, key: str, box: Box, fill: str, *, edge: str | None = None) -> ShapeMark:
    """The surface of what can be touched; in high contrast it has an outline."""
    stroke = edge or (look.style.ink if look.high else None)
    return ShapeMark(key=key, shape=box, fill=fill, stroke=stroke, width=EDGE if stroke else 0.0)


def pictogram(look: Look, key: str, name: str, x: float, y: float, side: float, colour: str) -> tuple[AnyMark, ...]:
    """The icon of that name, nothing where there is none."""
    icon = look.icons(name) if name else None
    return () if icon is None else (icon_mark(key, icon, x, y, side, colour),)
