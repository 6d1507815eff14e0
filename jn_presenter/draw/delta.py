"""The change of a figure against an earlier one: an arrow and a sign, in points where both are percentages."""

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal

from msgspec import Struct

from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.dates import year_fraction
from jn_presenter.draw.figures import as_text, date_text, value_words
from jn_presenter.draw.numbers import percent, plain_number
from jn_presenter.draw.setting import placed
from jn_presenter.draw.tags import Tag
from jn_presenter.draw.typography import ASCENT
from jn_presenter.draw.unbroken import lines_taken
from jn_presenter.draw.words import CHANGE_SINCE, ONE_POINT, POINTS, UNCHANGED_SINCE, say
from jn_presenter.model.element import Env
from jn_presenter.model.fact import Fact
from jn_presenter.model.marks import AnyMark, Path, ShapeMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Message, Text

Form = Literal["amount", "percent"]
ROLES: tuple[Role, ...] = ("caption", "note")
"""Of the words: the larger one where it leaves them on one line."""
ARROW = 0.62
"""The arrow's height and width, in units of the size of its words."""
SPACE = 0.4
"""Between the arrow and its words."""
LEVEL = 0.16
"""The thickness of the bar that stands for no change."""
HELD = "\u00a0"
"""Within a date, which is never broken: the line breaks before it."""
TENTH = Decimal("0.1")


class Before(Struct, frozen=True):
    """An earlier figure, and of when it is: 2023年, March 2024, or the name of its row."""

    value: Decimal
    since: Text


class DeltaTag(Tag, frozen=True):
    """The words of a change with an arrow before them, whose points are from the tag's top left."""

    arrow: tuple[tuple[float, float], ...] = ()
    colour: str = ""

    def at(self, x: float, y: float) -> tuple[AnyMark, ...]:
        corners = tuple(("L" if k else "M", (a + x, b + y)) for k, (a, b) in enumerate(self.arrow))
        sign = ShapeMark(key=f"{self.key}.arrow", shape=Path((*corners, ("Z", ()))), fill=self.colour)
        return (sign, *super().at(x, y))


def delta_tag(value: Decimal, before: Before, unit: Text | None, form: Form, env: Env, width: float) -> Tag:
    """What has changed from `before` to `value`, in the unit of both; at most `width` px wide."""
    words = change_words(value, before, unit, form, env)
    for role in ROLES:
        font = env.font(role)
        indent = font.size * (ARROW + SPACE)
        (setting,) = set_compact((words,), env, width - indent, role, colour=env.style.quiet)
        block = setting.block
        if lines_taken(block) == 1:
            break
    middle = (block.lines[0].y if block.lines else font.size) - (ASCENT - 0.5) * font.size
    rise = (value > before.value) - (value < before.value)
    return DeltaTag(
        "delta",
        None,
        placed(block.lines, indent, 0.0),
        indent + block.width,
        block.height,
        _arrow(rise, middle, font.size),
        env.style.accent,
    )


def change_words(value: Decimal, before: Before, unit: Text | None, form: Form, env: Env) -> Text:
    """+20000人次（较2023年）, +3 percentage points since 2023; that nothing changed where nothing did."""
    dates = {language: before.since.pick(language, env.fallbacks)[1].replace(" ", HELD) for language in env.languages}
    if value == before.value:
        return as_text((language, say(UNCHANGED_SINCE, language).format(date=date)) for language, date in dates.items())
    sign = "+" if value > before.value else "−"
    amounts = dict(_amounts(value, before.value, unit, form, env).variants)
    return as_text(
        (language, say(CHANGE_SINCE, language).format(change=sign + amounts[language], date=date))
        for language, date in dates.items()
    )


def _amounts(value: Decimal, before: Decimal, unit: Text | None, form: Form, env: Env) -> Text:
    """How much it is without its sign: exact, unless it is a share of the earlier figure, rounded to tenths."""
    change = abs(value - before)
    said = value_words(change, unit, env.facts, env.languages)
    if all(words.endswith("%") for _, words in said.variants):
        return as_text((language, _points(change, language)) for language in env.languages)
    share = (change / before * 100).quantize(TENTH, ROUND_HALF_EVEN) if form == "percent" and before > 0 else Decimal(0)
    if not share:
        return said
    whole = share.to_integral_value() if share == share.to_integral_value() else share
    return as_text((language, percent(plain_number(whole, language), language)) for language in env.languages)


def _points(change: Decimal, language: str) -> str:
    words = ONE_POINT if change == 1 else POINTS
    return say(words, language).format(value=plain_number(change, language))


def _arrow(rise: int, middle: float, size: float) -> tuple[tuple[float, float], ...]:
    """A triangle that points up or down, or a level bar."""
    half, wide = size * (ARROW if rise else LEVEL) / 2, size * ARROW
    top, bottom = middle - half, middle + half
    if rise > 0:
        return ((0.0, bottom), (wide / 2, top), (wide, bottom))
    if rise < 0:
        return ((0.0, top), (wide, top), (wide / 2, bottom))
    return ((0.0, top), (wide, top), (wide, bottom), (0.0, bottom))


def before_fact(now: Fact | None, name: str, unit: str, env: Env) -> Before | Finding | None:
    """The earlier figure that a fact is, for a figure that is the fact `now` or one of the slide's own in `unit`.

    What is wrong where the two cannot be compared: the source must give both as exact, reached and, of facts, dated.
    """
    fact = env.facts.get(name)
    if fact is None:
        return None
    both = [one for one in (now, fact) if one is not None]
    if any(one.value is None or not one.reached or one.op != "exact" for one in both) or fact.unit != unit:
        return _incomparable(both)
    if any(not one.as_of for one in both):
        return _undated(both)
    if now is not None and year_fraction(fact.as_of) >= year_fraction(now.as_of):
        return _not_earlier(both)
    assert fact.value is not None
    return Before(fact.value, date_text(fact.as_of, env.languages))


def _named(facts: list[Fact]) -> str:
    return ", ".join(fact.id for fact in facts)


def _finding(code: str, message: Message, hint: Message) -> Finding:
    return Finding(code=code, path="delta", message=message, hint=hint)


def _incomparable(facts: list[Fact]) -> Finding:
    names = _named(facts)
    return _finding(
        "delta-figures",
        Message(f"这些数据不能相减：{names}", f"these cannot be taken from each other: {names}"),
        Message("两个数都要确切、已经达到、单位相同", "both must be exact, reached and of one unit"),
    )


def _undated(facts: list[Fact]) -> Finding:
    names = _named([fact for fact in facts if not fact.as_of])
    return _finding(
        "delta-date",
        Message(f"原文没有给出日期：{names}", f"the source gives no date for: {names}"),
        Message("没有日期就不能说变化，请去掉 delta", "a change needs both dates: leave delta out"),
    )


def _not_earlier(facts: list[Fact]) -> Finding:
    return _finding(
        "delta-date",
        Message(f"数据 {facts[-1].id} 并不更早", f"the fact {facts[-1].id} is no earlier one"),
        Message("delta 写更早的数据", "name an earlier figure in delta"),
    )
