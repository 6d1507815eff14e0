"""A card."""

from typing import Annotated, ClassVar

from msgspec import Struct

from jn_presenter.draw.alike import alone
from jn_presenter.draw.entrance import risen
from jn_presenter.draw.entries import exactly_one, without_value
from jn_presenter.draw.figure_row import Row, foot, in_row, numerals_of, row_marks
from jn_presenter.draw.figures import fact_datum, fact_said
from jn_presenter.draw.grid import UNIT, anchored
from jn_presenter.draw.icons import GRID, HEAVIEST, STROKE, icon_mark
from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.numbers import counts
from jn_presenter.draw.numeral import CAPITALS, LADDER
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.tags import flow
from jn_presenter.draw.targets import RULE, fact_tags, target_rule
from jn_presenter.draw.unbroken import lines_taken, widest_phrase, widest_word
from jn_presenter.model.element import Block, Element, Env, Fitted, Phase, Table
from jn_presenter.model.fact import Fact
from jn_presenter.model.fields import FactId, Icon, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Datum, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Text

BESIDE = (720.0, 2.0)
"""From which width on, in px and in units of the height, the head stands to the left of the words, not above them."""
HEAD_SHARE = 0.42
"""The share of the width at most that a figure has where it stands beside the words."""
GUTTER = 48.0
"""Between a head and the words beside it, in px."""
HEAD_GAP = (0.28, 0.16)
"""From the foot of an icon, and from what hangs under a figure, to the words, in units of the icons' height."""
EDGE = (2.0 - STROKE / 2) / GRID
"""What icons leave free at their edges, in units of their side."""
SIZES: tuple[tuple[Role, Role, float], ...] = (
    ("lead", "body", 144.0),
    ("lead", "body", 112.0),
    ("lead", "body", 96.0),
    ("lead", "body", 80.0),
    ("body", "caption", 96.0),
    ("body", "caption", 80.0),
    ("body", "caption", 64.0),
    ("caption", "note", 96.0),
    ("caption", "note", 64.0),
    ("caption", "note", 48.0),
)
"""The roles of title and text and the height of icons in px, from the largest on; the first is for titles alone."""
AIR = 0.9
"""The share of the height that the largest words take at most, with their head."""
MOST_LINES = (2, 3)
"""Lines of a title and of a text in one language; where one has more, smaller sizes are tried."""
ROW = 480.0
"""The width in px from which figures of several languages stand side by side."""
TEXT_GAP = 0.3
"""From the title to the text, in units of the title's size."""
NOTE_GAP = 8.0


class Card(Element, frozen=True, kw_only=True):
    """One of several things of a kind: an icon or a figure, a title and a few words, without a box around them."""

    about = "卡片：图标或数字、标题和几句话，不带边框"
    short: ClassVar[str] = "title"

    title: Annotated[Text, doc("名称", "the title")]
    text: Annotated[Text | None, doc("名称下面的话", "words beneath the title")] = None
    icon: Annotated[Icon | None, doc("图标", "an icon")] = None
    fact: Annotated[
        FactId | None, doc("数据的代号：用数字代替图标", "id of a fact: its figure, in an icon's place")
    ] = None
    theme: Annotated[
        str,
        doc(
            "这张卡片代表的专题：来访选定专题时，只显示选中的",
            "the theme it stands for: where a visit names themes, only their cards are shown",
        ),
    ] = ""

    def wish(self, rect: Rect, env: Env) -> float | None:
        """In this order: how many of SIZES are no larger, the size of the figure, the width of the words, and how much
        of the height is left by the head above its baseline, by what hangs beneath that, and by the words.
        """
        match env.shared:
            case ():
                return len(SIZES) - self._first_size(rect, env)
            case (rank,):
                return self._figure_size(SIZES[len(SIZES) - int(rank)][2], rect, env)
            case (rank, figure):
                head = self._head(rank, figure, rect, env)
                return rect.w - head.width - GUTTER if _beside(rect) and head.width else rect.w
            case (rank, figure, _):
                return rect.h - self._head(rank, figure, rect, env).above
            case (rank, figure, _, _):
                return rect.h - self._head(rank, figure, rect, env).beneath
            case (rank, _, width, _, _):
                return rect.h - self._words(rank, width, env).height
        return None

    def fit(self, rect: Rect, env: Env) -> "FittedCard":
        env = alone(self, rect, env)
        rank, figure, width, *spare = env.shared
        above, beneath, high = (rect.h - px for px in spare)
        x = rect.right - width if _beside(rect) else rect.x
        head, words = self._head(rank, figure, rect, env), self._words(rank, width, env)
        if _beside(rect):
            total = max(above + beneath, high)
            middle = anchored(rect, total, env.anchor) + total / 2
            baseline, top = middle + (head.above - head.beneath) / 2, middle - words.height / 2
        else:
            lead = _to_words(above, beneath, rank, env)
            start = anchored(rect, lead + high, env.anchor) // UNIT * UNIT
            baseline, top = start + above, start + lead
        head, words = self._head(rank, figure, rect, env, baseline), self._words(rank, width, env, x, top)
        fact = self._fact(env)
        return FittedCard(
            rect=rect,
            overflow=words.width > width + 0.5
            or head.width > _room(rect) + 0.5
            or max(top + words.height, baseline + head.beneath) > rect.bottom + 0.5,
            findings=(*words.findings, *self._findings(fact)),
            numerals=head.numerals,
            datum=fact_datum(fact, env.languages) if fact else None,
            counts=fact is not None and counts(fact, env.facts.unit(fact)),
            words=words.texts,
            fixed=(*head.marks, *words.tags),
        )

    def as_table(self, env: Env) -> Table | None:
        """One row: a fact's label and figure as references."""
        return Table(columns=("", ""), rows=((f"<{self.fact}.label>", f"<{self.fact}>"),)) if self.fact else None

    def _first_size(self, rect: Rect, env: Env) -> int:
        """The index of the largest sizes at which there is room: the best of those with whole names in the title that
        are no captions, else of those with few lines, else of all.
        """
        found: list[tuple[int, int]] = []
        for k in range(1 if self.text else 0, len(SIZES)):
            rank = len(SIZES) - k
            head = self._head(rank, self._figure_size(SIZES[k][2], rect, env), rect, env)
            beside = _beside(rect) and head.width > 0.0
            width = rect.w - head.width - GUTTER if beside else rect.w
            words = self._words(rank, width, env)
            high = words.height + (0.0 if beside else _to_words(head.above, head.beneath, rank, env))
            room = rect.h * (AIR if SIZES[k][0] == SIZES[0][0] else 1.0)
            if words.width <= width + 0.5 and max(high, head.above + head.beneath) <= room:
                if words.short and words.whole and SIZES[k][0] != "caption":
                    return k
                found.append((0 if words.short else 1, k))
        return min(found, default=(0, len(SIZES) - 1))[1]

    def _figure_size(self, icon: float, rect: Rect, env: Env) -> float:
        """The largest size of the ladder for a figure no higher than icons that leaves it room in the width."""
        sizes = [size * env.scale for size in LADDER if size * CAPITALS <= icon]
        said = self._said(env)
        for size in sizes:
            if all(numeral.width <= _room(rect) for numeral in numerals_of(said, env, size, _room(rect), "")):
                return size
        return sizes[-1]

    def _head(self, rank: float, figure: float, rect: Rect, env: Env, baseline: float = 0.0) -> "Head":
        fact = self._fact(env)
        if fact and (said := self._said(env)):
            target = fact.kind == "target"
            numerals = numerals_of(said, env, figure, _room(rect), env.style.ink if target else env.style.accent)
            row = in_row(numerals, rect.x, baseline, _room(rect), "left", beside=rect.w >= ROW)
            hanging = RULE[0] + RULE[1] if target else 0.0
            return Head(
                numerals=row,
                marks=tuple(target_rule(numeral, x, y, env) for x, y, numeral in row[:1] if target),
                width=max(x + numeral.width for x, _, numeral in row) - rect.x,
                above=max(numeral.rise + baseline - y for _, y, numeral in row),
                beneath=max(foot(row) - baseline, hanging * figure),
            )
        if self.icon and not self.fact:
            high = _icon_height(rank, env)
            mark = _icon(self.icon, rect.x, baseline - high, high, env.style.accent)
            return Head(marks=(mark,), width=high, above=high)
        return Head()

    def _words(self, rank: float, width: float, env: Env, x: float = 0.0, top: float = 0.0) -> "Words":
        of_title, of_text, _ = SIZES[len(SIZES) - int(rank)]
        title = set_text(self.title, env, width, of_title, bold=True, balance=True, align="left")
        texts = [title.mark("title", x, top)]
        bottom = top + title.block.height
        fact = self._fact(env)
        tags, height = flow(fact_tags(fact, env, width) if fact else (), x, bottom + NOTE_GAP, width, "left")
        bottom += NOTE_GAP + height if tags else 0.0
        text, widest = Setting(Block((), 0.0, 0.0)), widest_word(self.title, env, of_title, bold=True)
        if self.text:
            text = set_text(self.text, env, width, of_text, colour=env.style.quiet, balance=True, align="left")
            bottom += TEXT_GAP * env.font(of_title).size
            texts.append(text.mark("text", x, bottom))
            bottom += text.block.height
            widest = max(widest, widest_word(self.text, env, of_text))
        lines = (lines_taken(setting.block) for setting in (title, text))
        return Words(
            texts=tuple(texts),
            tags=tags,
            width=max(title.block.width, text.block.width, widest),
            height=bottom - top,
            short=all(taken <= most for taken, most in zip(lines, MOST_LINES, strict=True)),
            whole=widest_phrase(self.title, env, of_title, bold=True) <= width + 0.5,
            findings=(*title.findings, *text.findings),
        )

    def _fact(self, env: Env) -> Fact | None:
        return env.facts.get(self.fact) if self.fact else None

    def _said(self, env: Env) -> tuple[tuple[str, str], ...]:
        fact = self._fact(env)
        return tuple(said for said in fact_said(fact, env.facts, env.languages) if said[1]) if fact else ()

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


class Head(Struct, frozen=True, kw_only=True):
    """An icon or a figure in place; a card without either has one of no size."""

    numerals: Row = ()
    marks: tuple[AnyMark, ...] = ()
    """The icon, or the rule under a target."""
    width: float = 0.0
    above: float = 0.0
    beneath: float = 0.0
    """How far it reaches above the baseline and beneath it, in px; an icon stands on the baseline."""


class Words(Struct, frozen=True, kw_only=True):
    """Title, tags and text in place."""

    texts: tuple[TextMark, ...]
    tags: tuple[AnyMark, ...]
    width: float
    """Of the widest line or word."""
    height: float
    short: bool
    """Whether neither title nor text has more than MOST_LINES."""
    whole: bool
    """Whether no name in the title is broken."""
    findings: tuple[Finding, ...]


def _beside(rect: Rect) -> bool:
    """Whether the head stands to the left of the words."""
    wide, long = BESIDE
    return rect.w >= max(wide, long * rect.h)


def _room(rect: Rect) -> float:
    """The width for a head."""
    return HEAD_SHARE * rect.w if _beside(rect) else rect.w


def _to_words(above: float, beneath: float, rank: float, env: Env) -> float:
    """From the top of a head to the words beneath it; 0 where there is no head."""
    of_icon, of_figure = (share * _icon_height(rank, env) for share in HEAD_GAP)
    return above + max(of_icon, beneath + of_figure) if above else 0.0


def _icon_height(rank: float, env: Env) -> float:
    return SIZES[len(SIZES) - int(rank)][2] * env.scale


def _icon(icon: Icon, x: float, y: float, high: float, colour: str) -> ShapeMark:
    """The icon with its left edge at x, `high` px high from y on."""
    side = high / (1 - 2 * EDGE)
    left = min(number for _, numbers in icon.segments for number in numbers[::2]) / GRID * side
    half = min(STROKE / GRID * side, HEAVIEST) / 2
    return icon_mark("icon", icon, x - left + half, y - EDGE * side, side, colour)


ELEMENT = Card
