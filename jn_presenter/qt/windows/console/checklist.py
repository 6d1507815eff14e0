"""The pre-flight's checks as lines, signs and places to press: geometry alone, painted by preflight.py."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from jn_presenter.draw.typography import line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Line, Run
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.console.look import (
    ACCENT,
    BODY_PX,
    CAPTION_PX,
    LEADING,
    QUESTION_PX,
    TITLE_PX,
    TONES,
    Look,
)
from jn_presenter.qt.windows.console.report import Tone
from jn_presenter.qt.windows.words import language_name
from jn_presenter.show.preflight.values import GROUPS, Check, Group, Item, State, some, verdict

COLUMNS: tuple[tuple[Group, ...], ...] = (("visit", "time", "clicker"), ("screens", "deck", "data"))
"""Side by side where there is room, so that nothing changes its column as findings come in."""
NARROWEST = 48
"""Of a column, in units of the grid."""
WIDEST = 84
SIGN = 3
"""The sign of a check, in units of the grid."""
INDENT = 4
FINGER = 5
"""The height of what is pressed."""
PRESSED = 4
"""The height of a finding about a slide."""
GREEN = "#7ddba3"
"""At least 7:1 on GROUND, as the other tones are."""

TONE: dict[State, Tone] = {"green": "quiet", "waiting": "quiet", "look": "amber", "wrong": "red"}
READY = Message("可以开始", "Ready")
LOOKING = Message("正在检查……", "Looking…")
UNSEEN = Message("观众看不到这里", "The audience sees nothing of this")
HOW = Message("；↑ ↓ 选一条，回车转到那一页", "; ↑ ↓ choose a finding, Enter goes to its slide")

Action = Literal["numbers", "close"]
BUTTONS: dict[Action, Message] = {
    "numbers": Message("显示器编号  {key}", "Identify screens  {key}"),
    "close": Message("收起  {key}", "Close  {key}"),
}
Keys = Mapping[Action, str]
"""What is pressed instead of a button, as people read it."""


class Sign(Struct, frozen=True):
    """The state of a check at its place."""

    rect: Rect
    state: State


class Button(Struct, frozen=True):
    """Where to press, and for what."""

    rect: Rect
    action: Action


class Row(Struct, frozen=True):
    """A finding that leads to its slide."""

    rect: Rect
    slide: str


class Page(Struct, frozen=True, kw_only=True):
    """Everything in px from the upper left."""

    lines: tuple[Line, ...] = ()
    signs: tuple[Sign, ...] = ()
    buttons: tuple[Button, ...] = ()
    rows: tuple[Row, ...] = ()
    height: float = 0.0


def headline(checks: tuple[Check, ...]) -> tuple[Message, State]:
    """What all of them come to, in words."""
    state = verdict(checks)
    count = sum(check.state == state for check in checks)
    words: dict[State, Message] = {
        "green": READY,
        "waiting": LOOKING,
        "look": some(
            count, "可以开始；{n} 处请看一眼", "Ready, with {n} thing to look at", "Ready, with {n} things to look at"
        ),
        "wrong": some(count, "{n} 处要先处理", "{n} thing to see to first", "{n} things to see to first"),
    }
    return words[state], state


def page(checks: tuple[Check, ...], width: float, look: Look, measure: Measure, language: str, keys: Keys) -> Page:
    """The checks by their groups, in two columns where `width` px has room for them."""
    made = _Maker(look, measure, language, keys)
    unit, gap = float(look.unit), 6.0 * look.unit
    top = made.head(checks, width) + 3 * unit
    beside = width >= 2 * NARROWEST * unit + gap
    wide = min(WIDEST * unit, (width - gap) / 2) if beside else width
    columns = COLUMNS if beside else (tuple(GROUPS),)
    bottom = top
    for k, groups in enumerate(columns):
        y = top
        for group in groups:
            y = made.group(group, tuple(check for check in checks if check.group == group), k * (wide + gap), y, wide)
        bottom = max(bottom, y)
    return Page(
        lines=tuple(made.lines),
        signs=tuple(made.signs),
        buttons=tuple(made.buttons),
        rows=tuple(made.rows),
        height=bottom,
    )


class _Maker:
    """Sets words one under the other; each method returns where the next may begin."""

    def __init__(self, look: Look, measure: Measure, language: str, keys: Keys) -> None:
        self.look, self.measure, self.language, self.keys = look, measure, language, keys
        self.unit = float(look.unit)
        self.lines: list[Line] = []
        self.signs: list[Sign] = []
        self.buttons: list[Button] = []
        self.rows: list[Row] = []

    def head(self, checks: tuple[Check, ...], width: float) -> float:
        """What all comes to, large; and the buttons at its right, or beneath where they have no room there."""
        words, state = headline(checks)
        colour = GREEN if state == "green" else TONES["ink" if state == "waiting" else TONE[state]]
        font = self.look.font(QUESTION_PX, bold=True)
        run = Run(words.in_language(self.language), font, colour)
        room = width - self._buttons_width() - 4 * self.unit
        beside = self.measure.advance(run.text, run.font, self.language) <= room
        under = self._say(run, 0.0, 0.0, room if beside else width)
        under = self._say(self._run(_how(checks), "quiet"), 0.0, under, room if beside else width)
        if beside:
            self._place_buttons(width - self._buttons_width(), self.unit)
            return max(under, (FINGER + 1) * self.unit)
        self._place_buttons(0.0, under + self.unit)
        return under + (FINGER + 1) * self.unit

    def group(self, group: Group, checks: tuple[Check, ...], x: float, y: float, width: float) -> float:
        heading = Run(GROUPS[group].in_language(self.language), self.look.font(BODY_PX, bold=True), ACCENT)
        y = self._say(heading, x, y, width) + self.unit
        for check in checks:
            y = self._check(check, x, y, width) + 1.5 * self.unit
        return y + 1.5 * self.unit

    def _check(self, check: Check, x: float, y: float, width: float) -> float:
        side = SIGN * self.unit
        self.signs.append(Sign(Rect(x, y, side, side), check.state))
        left, room = x + INDENT * self.unit, width - INDENT * self.unit
        y = self._say(self.look.run(check.title.in_language(self.language), BODY_PX, bold=True), left, y, room)
        for language, words in check.words:
            y = self._words(language, words, left, y, room)
        y = self._say(self._run(check.said, TONE[check.state]), left, y, room)
        if check.todo is not None:
            y = self._say(self._run(_sentence(check.todo), "ink"), left, y, room)
        for item in check.items:
            y = self._item(item, left, y, room)
        return y

    def _words(self, language: str, words: str, x: float, y: float, width: float) -> float:
        """Large, so that a wrong letter is seen, with the language they are in."""
        runs = (
            self.look.run(words, TITLE_PX, bold=True),
            self.look.run(f"   {language_name(language)}", CAPTION_PX, "quiet"),
        )
        block = self.measure.wrap(runs, max(1.0, width), language=language, leading=LEADING)
        self.lines += (_moved(line, x, y) for line in block.lines)
        return y + block.height

    def _item(self, item: Item, x: float, y: float, width: float) -> float:
        """What leads to a slide is as high as a finger needs."""
        if not item.slide:
            return self._say(self._run(item.what, "quiet"), x, y, width)
        arrow = self.look.run("›  ", CAPTION_PX, "ink", bold=True)
        aside = self.measure.advance(arrow.text, arrow.font, self.language)
        block = self.measure.wrap(
            (self._run(item.what, "ink"),), width - aside, language=self.language, leading=LEADING
        )
        high = max(PRESSED * self.unit, block.height + self.unit)
        inner = y + (high - block.height) / 2
        self._say(arrow, x, inner, width)
        self.lines += (_moved(line, x + aside, inner) for line in block.lines)
        self.rows.append(Row(Rect(x - self.unit, y, width + self.unit, high), item.slide))
        return y + high

    def _buttons_width(self) -> float:
        return sum(map(self._wide, BUTTONS)) + (len(BUTTONS) - 1) * self.unit

    def _wide(self, action: Action) -> float:
        run = self._label(action)
        return round(self.measure.advance(run.text, run.font, self.language) + 4 * self.unit)

    def _label(self, action: Action) -> Run:
        words = BUTTONS[action].in_language(self.language).format(key=self.keys.get(action, ""))
        return self.look.run(words.rstrip(), CAPTION_PX)

    def _place_buttons(self, x: float, y: float) -> None:
        high = FINGER * self.unit
        for action in BUTTONS:
            wide, run = self._wide(action), self._label(action)
            self.buttons.append(Button(Rect(round(x), round(y), wide, high), action))
            self._say(run, x + 2 * self.unit, y + (high - line_height(run.font, LEADING)) / 2, wide)
            x += wide + self.unit

    def _run(self, words: Message, tone: Tone) -> Run:
        return self.look.run(words.in_language(self.language), CAPTION_PX, tone)

    def _say(self, run: Run, x: float, y: float, width: float) -> float:
        block = self.measure.wrap((run,), max(1.0, width), language=self.language, leading=LEADING)
        self.lines += (_moved(line, x, y) for line in block.lines)
        return y + block.height


def _sentence(words: Message) -> Message:
    """Hints of problems begin small, as they stand behind a sign elsewhere."""
    return Message(words.zh, words.en[:1].upper() + words.en[1:])


def _how(checks: tuple[Check, ...]) -> Message:
    if not any(item.slide for check in checks for item in check.items):
        return UNSEEN
    return Message(UNSEEN.zh + HOW.zh, UNSEEN.en + HOW.en)


def _moved(line: Line, dx: float, dy: float) -> Line:
    return Line(line.x + dx, line.y + dy, line.width, line.runs, line.language)
