"""Setting a localized text: references resolved, emphasis coloured, languages stacked, lines broken and placed."""

import re

from msgspec import Struct, structs

from jn_presenter.draw.resolve import Wording, resolve
from jn_presenter.draw.typography import LEADING
from jn_presenter.model.element import Align, Block, Env
from jn_presenter.model.marks import Line, Run, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Font
from jn_presenter.model.text import Message, Text

SECOND = 0.6
"""The size of the second and further languages when stacked, in units of the role's size."""
AT_NUMBER = re.compile(r"(?<=[0-9]) | (?=[0-9])")
STRAIGHT = re.compile("['\"]")
OPENERS = "([{“‘—–-/\u00a0"
GAP = 0.25
"""The space between stacked languages, in units of the first language's size."""

LONGEST = 1500
"""Characters of a text that are set: far more than a slide can show, and few enough to be broken without delay."""


class Setting(Struct, frozen=True):
    """A text set in a column: lines from its own top left, and what was found wrong on the way."""

    block: Block
    findings: tuple[Finding, ...] = ()

    def mark(self, key: str, x: float, y: float) -> TextMark:
        """The setting as one mark with its top left at (x, y)."""
        return TextMark(key=key, lines=placed(self.block.lines, x, y))


def placed(lines: tuple[Line, ...], x: float, y: float) -> tuple[Line, ...]:
    """The lines moved by (x, y) px."""
    return tuple(structs.replace(line, x=line.x + x, y=line.y + y) for line in lines)


def set_text(
    text: Text,
    env: Env,
    width: float,
    role: str,
    *,
    colour: str | None = None,
    bold: bool = False,
    balance: bool = False,
    align: Align | None = None,
    emphasis: str | None = None,
    leading: float | None = None,
) -> Setting:
    """The text in lines of at most `width` px at the role's size, all of env's languages stacked.

    colour: of the first language, the style's ink where None; the others are quiet. emphasis: the colour of `==…==`,
    the accent where None. leading: in place of the role's, for all languages, and then without a space between them.
    """
    wordings = wordings_of(text, env)
    lines: list[Line] = []
    findings: list[Finding] = []
    top = widest = 0.0
    for k, wording in enumerate(wordings):
        font = env.font(role, bold=bold and k == 0, share=SECOND if k else 1.0)
        ink = (colour or env.style.ink) if k == 0 else env.style.quiet
        if k and leading is None:
            top += GAP * lines_size(lines)
        block = env.measure.wrap(
            coloured(wording, font, ink, emphasis or env.style.accent if k == 0 else ink),
            width,
            language=wording.found or wording.language,
            align=align or env.align,
            leading=leading or (LEADING[role] if k == 0 else max(LEADING[role], LEADING["caption"])),
            balance=balance,
        )
        lines.extend(placed(block.lines, 0.0, top))
        findings.extend(wording.findings)
        top += block.height
        widest = max(widest, block.width)
    return Setting(Block(tuple(lines), widest, top), tuple(findings))


def wordings_of(text: Text, env: Env) -> tuple[Wording, ...]:
    """The text's wordings in env's languages; of one that is far too long the beginning, and a finding."""
    return tuple(_bounded(wording) for wording in resolve(text, env.facts, env.languages, env.fallbacks))


def _bounded(wording: Wording) -> Wording:
    length = len(wording.plain)
    if length <= LONGEST:
        return wording
    kept, room = [], LONGEST
    for piece in wording.pieces:
        kept.append(structs.replace(piece, text=piece.text[:room]))
        room = max(0, room - len(piece.text))
    finding = Finding(
        code="long-text",
        message=Message(f"这段文字有 {length} 个字符", f"this text has {length} characters"),
        hint=Message(f"最多 {LONGEST} 个；详细内容请写到讲稿里", f"at most {LONGEST}; put the details into the notes"),
    )
    return structs.replace(wording, pieces=tuple(kept), findings=(*wording.findings, finding))


def coloured(wording: Wording, font: Font, ink: str, accent: str) -> tuple[Run, ...]:
    """The wording as runs: emphasis is bold and in the accent."""
    runs = []
    before = ""
    for piece in wording.pieces:
        words = curled(glued(piece.text) if piece.fact else piece.text, before)
        heavy = Font(font.size, True) if piece.emphasis else font
        runs.append(Run(words, heavy, accent if piece.emphasis else ink))
        before = words[-1:] or before
    return tuple(runs)


def curled(words: str, before: str = "") -> str:
    """Straight quotes and apostrophes as printers set them: city’s, “four areas”. `before` is the character ahead."""
    return STRAIGHT.sub(lambda found: _curl(found[0], words[found.start() - 1] if found.start() else before), words)


def _curl(quote: str, before: str) -> str:
    opens = not before or before.isspace() or before in OPENERS
    return {"'": "‘’", '"': "“”"}[quote][0 if opens else 1]


def glued(figure: str) -> str:
    """The figure with its number held to the words beside it: No. 6, RMB 100 billion, June 1992 break nowhere there."""
    return AT_NUMBER.sub("\u00a0", figure)


def lines_size(lines: list[Line]) -> float:
    """The font size of the first line, 0 where there is none."""
    return lines[0].runs[0].font.size if lines and lines[0].runs else 0.0
