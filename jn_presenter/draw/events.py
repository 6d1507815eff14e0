"""What is written at an event of a timeline: date, tag of a target, label and figure, one beneath the other."""

from msgspec import Struct

from jn_presenter.draw.dates import year_fraction
from jn_presenter.draw.figures import date_text, fact_words
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.tags import target_tag
from jn_presenter.draw.unbroken import widest_word
from jn_presenter.draw.words import TARGET, said
from jn_presenter.model.element import Env
from jn_presenter.model.fact import Fact
from jn_presenter.model.fields import FactId
from jn_presenter.model.marks import AnyMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Message, Text

UNBROKEN = 1e6
"""px that no line of an event reaches."""
NARROWER = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""Shares of a column that a label is tried in where all of it breaks elsewhere than at punctuation."""
PAUSES = frozenset("，、；：,;:")

TAG_GAP = 4.0
"""Above and below the tag of a target, in px."""


class Event(Struct, frozen=True):
    """A dated fact; `part` counts from 0 in the order of the YAML, `time` is in years."""

    part: int
    fact: Fact
    time: float


class Words(Struct, frozen=True):
    """The words of an event in a column: settings by name, and what the tag says where it is a target."""

    settings: tuple[tuple[str, Setting], ...]
    tag: Text | None
    column: float
    width: float
    """Of the widest line in px, which may be more than the column's."""
    height: float

    def marks(self, key: str, env: Env, x: float, y: float) -> tuple[AnyMark, ...]:
        """The marks `date.key`, `target.key`, `label.key` and `figure.key` from (x, y) downwards."""
        found: list[AnyMark] = []
        for name, setting in self.settings:
            found.append(setting.mark(f"{name}.{key}", x, y))
            y += setting.block.height
            if name == "date" and self.tag:
                tag = target_tag(f"target.{key}", self.tag, env, self.column)
                found += tag.at(x, y + TAG_GAP)
                y += tag.height + 2 * TAG_GAP
        return tuple(found)


def events_of(ids: tuple[FactId, ...], env: Env) -> tuple[list[Event], tuple[Finding, ...]]:
    """The dated facts in order of time, and a finding for each that has no date."""
    known = [(part, fact) for part, name in enumerate(ids) if (fact := env.facts.get(name))]
    events = [Event(part, fact, year_fraction(fact.date)) for part, fact in known if fact.date]
    undated = tuple(_undated(part, fact) for part, fact in known if not fact.date)
    return sorted(events, key=lambda event: event.time), undated


def event_words(event: Event, column: float, env: Env, roles: tuple[Role, Role], *, paused: bool = True) -> Words:
    """The words of an event in a column of so many px, with the roles of the date and of the label.

    paused: whether the label may take more lines so that they end with punctuation.
    """
    fact = event.fact
    found = [
        ("date", _date(fact, env, column, roles[0])),
        ("label", _label(fact.label, env, column, roles[1], paused)),
    ]
    if fact.value is not None:
        figure = fact_words(fact, env.facts, env.languages)
        setting = set_text(figure, env, column, roles[1], colour=env.style.accent, bold=True, align="left")
        found.append(("figure", setting))
    tag = said(TARGET, env.languages) if fact.kind == "target" else None
    height = sum(setting.block.height for _, setting in found)
    if tag:
        height += target_tag("", tag, env, column).height + 2 * TAG_GAP
    return Words(tuple(found), tag, column, max(setting.block.width for _, setting in found), height)


def _label(label: Text, env: Env, column: float, role: Role, paused: bool) -> Setting:
    """The label in lines that end with punctuation where a somewhat narrower column gives such lines."""
    word = widest_word(label, env, role)
    widths = (column, *(share * column for share in NARROWER if paused and share * column >= word))
    settings = [set_text(label, env, width, role, align="left", balance=True) for width in widths]
    return next((setting for setting in settings if _at_pauses(setting)), settings[0])


def _at_pauses(setting: Setting) -> bool:
    """Whether all lines of the first language but its last end with punctuation."""
    lines = setting.block.lines
    first = [line.text.rstrip() for line in lines if line.language == lines[0].language]
    return all(words[-1:] in PAUSES for words in first[:-1])


def date_width(event: Event, env: Env, role: Role) -> float:
    """The width of the date on one line, in px."""
    return _date(event.fact, env, UNBROKEN, role).block.width


def _date(fact: Fact, env: Env, width: float, role: Role) -> Setting:
    return set_text(date_text(fact.date, env.languages), env, width, role, bold=True, align="left")


def _undated(part: int, fact: Fact) -> Finding:
    return Finding(
        code="undated",
        path=f"facts.{part + 1}",
        message=Message(f"数据 {fact.id} 没有日期，放不到时间线上", f"the fact {fact.id} has no date to stand at"),
        hint=Message("时间线只放有 as_of 或 due 的数据", "a timeline takes facts that have as_of or due"),
    )
