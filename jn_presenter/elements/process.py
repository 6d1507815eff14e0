"""A process."""

from typing import Annotated, ClassVar

from msgspec import Meta, Struct, structs

from jn_presenter.draw.entrance import reached
from jn_presenter.draw.grid import UNIT, anchored
from jn_presenter.draw.icons import icon_mark
from jn_presenter.draw.motion import faded
from jn_presenter.draw.numeral import CAPITALS
from jn_presenter.draw.setting import Setting, lines_size, set_text
from jn_presenter.draw.timeaxis import down
from jn_presenter.draw.typography import ASCENT
from jn_presenter.draw.unbroken import lines_taken, widest_word
from jn_presenter.model.counting import there_are
from jn_presenter.model.element import Element, Env, Fitted, Phase
from jn_presenter.model.fields import Icon, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Line, Path, Run, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Font, Role
from jn_presenter.model.text import Message, Text

FEWEST, MOST = 3, 6
ENDLESS = 24
"""Stages; more than find room on any canvas."""
WIDE_FROM = 1.1
"""Width to height of the rectangle from which the stages stand side by side; below, one beneath the other."""
ROLES: tuple[tuple[Role, Role, Role], ...] = (
    ("title", "lead", "body"),
    ("title", "body", "caption"),
    ("lead", "caption", "note"),
)
"""Roles of number, label and text: the larger ones where there is room."""
ICON = 0.9
"""The side of an icon in units of the number's size."""
GUTTER = 32.0
"""Between two stages side by side, in px."""
HANG = 24.0
"""From the heads down to the labels, in px."""
INDENT = 40.0
"""From the heads to the words beside them, in px."""
GAPS = (32.0, 192.0)
"""The least and the largest space between two stages one beneath the other, in px."""
TEXT_GAP = 0.4
"""From the label to the text, in units of the label's size: more than between the languages of either."""
CENTRE = 0.38
"""How far the middle of a Chinese character lies above the baseline, in units of its size."""
LINE = 2.0
AWAY = (16.0, 8.0)
"""From the ends of a line to the heads beside, and above and below it, in px."""
TIP = 9.0
"""How far the tip of a line reaches back and to either side, in px."""
ARRIVED = 0.5
"""A stage appears over the last part of the way to it."""


class Stage(Struct, frozen=True, kw_only=True):
    """One stage of a process."""

    label: Annotated[Text, doc("名称", "name")]
    text: Annotated[Text | None, doc("名称下面的话", "words beneath the name")] = None
    icon: Annotated[Icon | None, doc("图标；不写则用序号", "an icon; the number of the stage where absent")] = None


class Process(Element, frozen=True, kw_only=True):
    """Three to six stages in their order, joined by a fine arrow; each can be revealed by a step of its own."""

    about = "流程：三到六个阶段，用细箭头连接，可逐个出现"
    short: ClassVar[str] = "items"

    items: Annotated[tuple[Stage, ...], doc("各阶段，三到六个", "the stages, three to six"), Meta(max_length=ENDLESS)]

    def parts(self) -> int:
        return max(1, len(self.items))

    def fit(self, rect: Rect, env: Env) -> "FittedProcess":
        lay_out = _across if rect.w >= WIDE_FROM * rect.h else _down
        ways = [lay_out(self.items, rect, env, roles) for roles in ROLES] if self.items else [FittedProcess(rect=rect)]
        fitting = [way for way in ways[:2] if not way.overflow]
        fitted = min(fitting, key=lambda way: way.folded) if fitting else ways[-1]
        return structs.replace(fitted, findings=(*fitted.findings, *_number_of(self.items)))


class Placed(Struct, frozen=True):
    """The marks of a stage, and the way to it from the stage before: x and y of its start and of its end."""

    marks: tuple[AnyMark, ...]
    way: tuple[float, float, float, float]


class FittedProcess(Fitted, frozen=True, kw_only=True):
    """The stages in their order, and the colour of the line."""

    stages: tuple[Placed, ...] = ()
    colour: str = "#000000"
    folded: int = 0
    """How many labels take more than one line, which leaves holes beside them."""

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        # At step 0 the stages stand at once and only the line plays, which comes to the second stage first.
        order = range(0 if phase.step else 1, len(self.stages))
        shown: list[AnyMark] = []
        for part, stage in enumerate(self.stages):
            stands = phase.reveal(part) == 0
            way = 1.0 if stands and part == 0 else reached(phase, part, order)
            there = 1.0 if stands else way if part == 0 else (way - ARRIVED) / (1.0 - ARRIVED)
            if part and way > 0.0:
                shown.append(_arrow(f"way.{part}", stage.way, way, self.colour))
            if there > 0.0:
                shown += (faded(mark, there) for mark in stage.marks)
        return tuple(shown)


class Words(Struct, frozen=True):
    """Number or icon, label and text of a stage, set but not yet placed; all sizes in px."""

    part: int
    icon: Icon | None
    number: Font
    head: float
    """Width of the number or icon."""
    label: Setting
    text: Setting | None
    gap: float
    """From the label to the text, 0 without one."""
    broken: bool
    """Whether a word is wider than the column."""

    @property
    def rise(self) -> float:
        """From the top of the label to the middle of the characters of its first line."""
        lines = self.label.block.lines
        return lines[0].y - CENTRE * lines_size(list(lines)) if lines else 0.0

    @property
    def height(self) -> float:
        return self.label.block.height + self.gap + (self.text.block.height if self.text else 0.0)

    @property
    def settings(self) -> tuple[Setting, ...]:
        return (self.label, self.text) if self.text else (self.label,)

    def placed(self, axis: float, middle: float, x: float, y: float, text_y: float, env: Env) -> tuple[AnyMark, ...]:
        """The marks: the middle of the head at (axis, middle), the words from x on with their tops at y and text_y."""
        marks = (self._head(axis, middle, env.style.accent), self.label.mark(f"label.{self.part}", x, y))
        return (*marks, self.text.mark(f"text.{self.part}", x, text_y)) if self.text else marks

    def _head(self, x: float, y: float, colour: str) -> AnyMark:
        key, left = f"head.{self.part}", x - self.head / 2
        if self.icon is not None:
            return icon_mark(key, self.icon, left, y - self.head / 2, self.head, colour)
        line = Line(
            left, y + CAPITALS / 2 * self.number.size, self.head, (Run(_number(self.part), self.number, colour),)
        )
        return TextMark(key=key, lines=(line,))


def _across(items: tuple[Stage, ...], rect: Rect, env: Env, roles: tuple[Role, Role, Role]) -> FittedProcess:
    """The stages side by side: the heads in a row with the line, beneath it the labels, beneath these the texts."""
    column = (rect.w - GUTTER * (len(items) - 1)) / len(items) // UNIT * UNIT
    words = [_words(k, item, column, env, roles) for k, item in enumerate(items)]
    size, head = words[0].number.size, max(stage.head for stage in words)
    labels = max(stage.label.block.height for stage in words)
    needed = size + HANG + max(labels + stage.height - stage.label.block.height for stage in words)
    top = rect.y + (anchored(rect, needed, "middle") - rect.y) // UNIT * UNIT
    middle, under = top + _middle(size), top + size + HANG
    stages = []
    for k, stage in enumerate(words):
        x = rect.x + k * (column + GUTTER)
        marks = stage.placed(x + stage.head / 2, middle, x, under, under + labels + stage.gap, env)
        stages.append(Placed(marks, (x - GUTTER - column + head + AWAY[0], middle, x - AWAY[0], middle)))
    return _fitted(rect, env, words, stages, column, top + needed)


def _down(items: tuple[Stage, ...], rect: Rect, env: Env, roles: tuple[Role, Role, Role]) -> FittedProcess:
    """The stages one beneath the other: the heads down the left side with the line, the words beside them."""
    head = max(_head_width(k, item, env, roles) for k, item in enumerate(items))
    x = rect.x + head + INDENT
    words = [_words(k, item, rect.right - x, env, roles) for k, item in enumerate(items)]
    size = words[0].number.size
    above = max(_middle(size), *(stage.rise for stage in words))
    heights = [above + max(size - _middle(size), stage.height - stage.rise) for stage in words]
    last = rect.y + (max(heights) + GAPS[1]) * (len(items) - 1) + heights[-1]
    tops = down(range(len(items)), heights, rect.y, min(rect.bottom, last), GAPS[0]).places
    bottom = tops[-1] + heights[-1]
    lift = anchored(rect, bottom - rect.y, env.anchor) - rect.y
    middles = [top + above + lift for top in tops]
    axis, away = rect.x + head / 2, size / 2 + AWAY[1]
    stages = []
    for stage, middle, before in zip(words, middles, (0.0, *middles), strict=False):
        y = middle - stage.rise
        marks = stage.placed(axis, middle, x, y, y + stage.label.block.height + stage.gap, env)
        stages.append(Placed(marks, (axis, before + away, axis, middle - away)))
    return _fitted(rect, env, words, stages, rect.right - x, bottom)


def _fitted(
    rect: Rect, env: Env, words: list[Words], stages: list[Placed], column: float, bottom: float
) -> FittedProcess:
    settings = [setting for stage in words for setting in stage.settings]
    too_wide = any(stage.broken for stage in words) or any(setting.block.width > column + 0.5 for setting in settings)
    return FittedProcess(
        rect=rect,
        overflow=too_wide or bottom > rect.bottom + 0.5,
        findings=tuple(dict.fromkeys(finding for setting in settings for finding in setting.findings)),
        stages=tuple(stages),
        colour=env.style.quiet,
        folded=sum(lines_taken(stage.label.block) > 1 for stage in words),
    )


def _words(k: int, item: Stage, column: float, env: Env, roles: tuple[Role, Role, Role]) -> Words:
    """A stage set in a column of so many px."""
    _, named, said = roles
    text = item.text
    return Words(
        part=k,
        icon=item.icon,
        number=env.font(roles[0]),
        head=_head_width(k, item, env, roles),
        label=set_text(item.label, env, column, named, bold=True, balance=True, align="left"),
        text=set_text(text, env, column, said, colour=env.style.quiet, balance=True, align="left") if text else None,
        gap=TEXT_GAP * env.font(named).size if text else 0.0,
        broken=column + 0.5
        < max(widest_word(item.label, env, named, bold=True), widest_word(text, env, said) if text else 0.0),
    )


def _head_width(k: int, item: Stage, env: Env, roles: tuple[Role, Role, Role]) -> float:
    font = env.font(roles[0])
    return env.measure.advance(_number(k), font) if item.icon is None else ICON * font.size


def _number(k: int) -> str:
    return str(k + 1)


def _middle(size: float) -> float:
    """From the top of a number's em box to the middle of its figures, on which the line runs."""
    return (ASCENT - CAPITALS / 2) * size


def _arrow(key: str, way: tuple[float, float, float, float], t: float, colour: str) -> ShapeMark:
    """The line as far as t, its tip where it has come to."""
    x0, y0, x1, y1 = way
    dx, dy = (x1 - x0) * t, (y1 - y0) * t
    x, y = x0 + dx, y0 + dy
    length = abs(dx) + abs(dy)
    back = min(TIP, length)
    across, down = (dx / length * back, dy / length * back) if length else (0.0, 0.0)
    tip = (
        ("M", (x - across - down, y - down - across)),
        ("L", (x, y)),
        ("L", (x - across + down, y - down + across)),
    )
    shape = Path((("M", (x0, y0)), ("L", (x, y)), *tip))
    return ShapeMark(key=key, shape=shape, stroke=colour, width=LINE, round=True)


def _number_of(items: tuple[Stage, ...]) -> tuple[Finding, ...]:
    if FEWEST <= len(items) <= MOST:
        return ()
    return (
        Finding(
            code="process-count",
            severity="warning",
            path="items",
            message=Message(f"这里有{len(items)}个阶段", f"{there_are(len(items), 'stage')} here"),
            hint=Message(
                "三到六个阶段最清楚；更少用要点，更多请合并或分成两页",
                "three to six stages read best: make fewer of them points, merge more or split the slide",
            ),
        ),
    )


ELEMENT = Process
