"""A card."""

import math
from collections import Counter
from typing import Annotated, ClassVar

from msgspec import Struct, structs

from jn_presenter.draw.entrance import risen
from jn_presenter.draw.entries import exactly_one, without_value
from jn_presenter.draw.figure_row import GAP_BELOW, Row, in_row, numerals_of, row_marks
from jn_presenter.draw.figures import fact_datum, fact_said
from jn_presenter.draw.grid import anchored
from jn_presenter.draw.icons import GRID, STROKE, icon_mark
from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.numbers import counts
from jn_presenter.draw.numeral import CAPITALS, LADDER, UNDER, ladder
from jn_presenter.draw.setting import GAP, SECOND, Setting, set_text
from jn_presenter.draw.tags import flow
from jn_presenter.draw.targets import fact_tags, target_rule
from jn_presenter.draw.typography import ASCENT, LEADING
from jn_presenter.draw.unbroken import widest_word
from jn_presenter.model.element import Block, Element, Env, Fitted, Phase, Table
from jn_presenter.model.fact import Fact
from jn_presenter.model.fields import FactId, Icon, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Datum, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import SMALLEST_PX, Role
from jn_presenter.model.text import Text

BESIDE = (720.0, 2.0)
"""From which width on, in px and in units of the height, the head stands to the left of the words, not above them."""
HEAD_SHARE = 0.42
"""The head's share of the width where it stands beside the words."""
NUMBER = (0.28, 1 / 5.6, 128.0)
"""A figure's size at most: in units of the rectangle's height and of the head's width, and in px."""
ICON = (0.2, 112.0)
"""An icon's height at most: in units of the rectangle's height, and in px; at least that of figures."""
CROWDED = 0.4
"""What stands above words is by so much smaller for each further language."""
EDGE = (2.0 - STROKE / 2) / GRID
"""What icons leave free at their edges, in units of their side."""
ROLES: tuple[tuple[Role, Role], ...] = (("lead", "body"), ("body", "caption"), ("caption", "note"))
"""Roles of title and text: the largest in which usual ones have room in the rectangle."""
USUAL = (10.0, 22.0)
"""The length of a usual title and of a usual text, in units of their size."""
GUTTER = 32.0
"""Between a head and the words beside it, in px."""
ROW = 480.0
"""The width in px from which figures of several languages stand side by side."""
ROOMY = 2
"""Lines of a title or a text at most where all cards of a slide are set in the next larger roles."""
HEAD_GAP = 0.5
"""From the baseline of a figure to the words, in units of its size."""
TEXT_GAP = 0.3
"""From the title to the text, in units of the title's size."""
NOTE_GAP = 8.0
LAST_SCALE = 0.7
"""From this scale on a figure that is still too wide shrinks by itself."""


class Card(Element, frozen=True, kw_only=True):
    """One of several things of a kind: an icon or a figure, a title and a few words, without a box around them."""

    short: ClassVar[str] = "title"
    grows: ClassVar[bool] = True

    title: Annotated[Text, doc("名称", "the title")]
    text: Annotated[Text | None, doc("名称下面的话", "words beneath the title")] = None
    icon: Annotated[Icon | None, doc("图标", "an icon")] = None
    fact: Annotated[
        FactId | None, doc("数据的代号：用数字代替图标", "id of a fact: its figure, in an icon's place")
    ] = None

    def roomy(self, rect: Rect, env: Env) -> bool:
        larger = self.fit(rect, structs.replace(env, large=True))
        lines = Counter((mark.key, line.language) for mark in larger.words for line in mark.lines)
        return not larger.overflow and max(lines.values(), default=0) <= ROOMY

    def fit(self, rect: Rect, env: Env) -> "FittedCard":
        plan = _plan(rect, env)
        fact = env.facts.get(self.fact) if self.fact else None
        numerals = _row(fact, rect, plan, env) if fact else ()
        fixed: list[AnyMark] = []
        if numerals and fact and fact.kind == "target":
            x, y, numeral = numerals[0]
            fixed.append(target_rule(numeral, x, y, env))
        elif self.icon and not self.fact:
            fixed.append(_icon(self.icon, rect.x, plan, env.style.accent))
        foot = max((y + HEAD_GAP * numeral.size for _, y, numeral in numerals), default=plan.top)
        top = plan.top if plan.beside else max(foot, plan.under if fixed or numerals else plan.top)

        title = set_text(self.title, env, plan.width, plan.roles[0], bold=True, balance=True, align="left")
        words = [title.mark("title", plan.x, top)]
        bottom = top + title.block.height
        tags, height = flow(
            fact_tags(fact, env, plan.width) if fact else (), plan.x, bottom + NOTE_GAP, plan.width, "left"
        )
        fixed += tags
        bottom += NOTE_GAP + height if tags else 0.0
        text = Setting(Block((), 0.0, 0.0))
        if self.text:
            text = set_text(
                self.text, env, plan.width, plan.roles[1], colour=env.style.quiet, balance=True, align="left"
            )
            bottom += TEXT_GAP * env.font(plan.roles[0]).size
            words.append(text.mark("text", plan.x, bottom))
            bottom += text.block.height

        too_wide = max(title.block.width, text.block.width, self._widest_word(plan, env)) > plan.width + 0.5
        head_too_wide = any(numeral.width > plan.head + 0.5 for _, _, numeral in numerals)
        return FittedCard(
            rect=rect,
            overflow=too_wide or head_too_wide or max(foot, bottom) > rect.bottom + 0.5,
            findings=(*title.findings, *text.findings, *self._findings(fact)),
            numerals=numerals,
            datum=fact_datum(fact, env.languages) if fact else None,
            counts=fact is not None and counts(fact, env.facts.unit(fact)),
            words=tuple(words),
            fixed=tuple(fixed),
        )

    def data(self) -> Table | None:
        """One row: a fact's label and figure as references."""
        return Table(columns=("", ""), rows=((f"<{self.fact}.label>", f"<{self.fact}>"),)) if self.fact else None

    def _widest_word(self, plan: "Plan", env: Env) -> float:
        of_text = widest_word(self.text, env, plan.roles[1]) if self.text else 0.0
        return max(of_text, widest_word(self.title, env, plan.roles[0], bold=True))

    def _findings(self, fact: Fact | None) -> tuple[Finding, ...]:
        both = exactly_one(True, True, ("icon", "fact")) if self.icon and self.fact else ()
        return (*both, without_value(fact, "fact")) if fact and fact.value is None else both


class FittedCard(Fitted, frozen=True, kw_only=True):
    """The numerals with their left edges and baselines, one a language; the words; and what else there is."""

    numerals: Row
    datum: Datum | None
    counts: bool
    words: tuple[TextMark, ...]
    fixed: tuple[AnyMark, ...]

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        presence = ease_out(phase.presence())
        if presence <= 0.0:
            return ()
        t = ease_out(phase.progress()) if self.counts else 1.0
        figures = (*row_marks(self.numerals, t, self.datum), *self.fixed)
        words = tuple(risen(mark, presence) for mark in self.words)
        return tuple(faded(mark, presence) for mark in (*figures, *words))


class Plan(Struct, frozen=True, kw_only=True):
    """What a card's rectangle decides, and not its content, so that cards of equal rectangles match; all in px."""

    beside: bool
    """Whether the head stands to the left of the words."""
    row: bool
    """Whether the figures of all languages may stand side by side."""
    size: float
    """Of a figure."""
    icon: float
    """The side of an icon."""
    head: float
    """The width for the head."""
    x: float
    width: float
    """Left edge and width of the words."""
    roles: tuple[Role, Role]
    """Of title and text."""
    top: float
    head_top: float
    """The top of the head: of icons, and as high as a figure may reach."""
    baseline: float
    """Of a figure."""
    under: float
    """The top of words beneath a head."""


def _plan(rect: Rect, env: Env) -> Plan:
    further = len(env.languages) - 1
    wide, long = BESIDE
    beside = rect.w >= max(wide, long * rect.h)
    row = not beside and rect.w >= ROW
    width = rect.w - HEAD_SHARE * rect.w - GUTTER if beside else rect.w
    head = HEAD_SHARE * rect.w if beside else rect.w

    crowd = 1.0 if beside else 1.0 + CROWDED * further
    tall, across, most = NUMBER
    size = ladder(min(tall / crowd * rect.h, across * head, most))
    second = max(SMALLEST_PX, SECOND * size)
    beneath = 0.0 if beside or row else further * (UNDER * size + (GAP_BELOW + CAPITALS) * second)
    tall, most = ICON
    high = max(CAPITALS * size + beneath, min(tall * rect.h, most))

    above = 0.0 if beside else high + HEAD_GAP * size
    rungs = (k for k, roles in enumerate(ROLES) if above + _usual_height(roles, width, env) <= rect.h)
    roles = ROLES[max(0, next(rungs, len(ROLES) - 1) - env.large)]
    top = anchored(rect, above + _usual_height(roles, width, env), env.anchor)
    # Beside the words, the head is as high up as the capitals of the title's first line.
    first = ((LEADING[roles[0]] - 1) / 2 + ASCENT - CAPITALS) * env.font(roles[0]).size
    scale = env.scale
    return Plan(
        beside=beside,
        row=row,
        size=size * scale,
        icon=high * scale / (1 - 2 * EDGE),
        head=head,
        x=rect.right - width,
        width=width,
        roles=roles,
        top=top,
        head_top=top + first if beside else top,
        baseline=top + first + CAPITALS * size * scale if beside else top + (high - beneath) * scale,
        under=top + above * scale,
    )


def _usual_height(roles: tuple[Role, Role], width: float, env: Env) -> float:
    """The height of a usual title and a usual text in a column, at scale 1."""
    total = TEXT_GAP * env.style.size(roles[0])
    for role, ems in zip(roles, USUAL, strict=True):
        size = env.style.size(role)
        total += math.ceil(ems * size / width) * LEADING[role] * size
        second = max(SMALLEST_PX, SECOND * size)
        further = GAP * size + math.ceil(ems * second / width) * max(LEADING[role], LEADING["caption"]) * second
        total += further * (len(env.languages) - 1)
    return total


def _icon(icon: Icon, x: float, plan: Plan, colour: str) -> ShapeMark:
    """The icon at the left edge, as high as the whole head."""
    left = min(number for _, numbers in icon.segments for number in numbers[::2]) - STROKE / 2
    return icon_mark("icon", icon, x - left / GRID * plan.icon, plan.head_top - EDGE * plan.icon, plan.icon, colour)


def _row(fact: Fact, rect: Rect, plan: Plan, env: Env) -> Row:
    """The fact's figure in each language; at the last scale no larger than there is room for."""
    ink = env.style.ink if fact.kind == "target" else env.style.accent
    said = tuple((language, words) for language, words in fact_said(fact, env.facts, env.languages) if words)
    for size in (plan.size, *(step for step in LADDER if step < plan.size)):
        numerals = numerals_of(said, env, size, plan.head, ink)
        if env.scale > LAST_SCALE or all(numeral.width <= plan.head for numeral in numerals):
            break
    y = max(plan.baseline, plan.head_top + (numerals[0].rise if numerals else 0.0))
    return in_row(numerals, rect.x, y, plan.head, "left", beside=plan.row)


ELEMENT = Card
