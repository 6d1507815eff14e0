"""What a check of the pre-flight is, and what all of them come to."""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from jn_presenter.model.text import Message

State = Literal["green", "look", "wrong", "waiting"]
"""green: nothing to do. look: the presenter may want it so, and should know. wrong: the guests would see it. waiting:
not known yet."""
Group = Literal["screens", "visit", "deck", "data", "time", "clicker"]
GROUPS: Mapping[Group, Message] = {
    "screens": Message("显示器", "Screens"),
    "visit": Message("来访团组：请逐字核对", "Visit: read each name"),
    "deck": Message("汇报内容", "Deck"),
    "data": Message("数据", "Data"),
    "time": Message("时间", "Time"),
    "clicker": Message("翻页笔", "Clicker"),
}
OPTIONAL: frozenset[Group] = frozenset({"clicker"})
"""What may be left waiting: not every presenter has a clicker."""
MOST = 8
"""Items of a check that are listed; the others are counted."""


class Item(Struct, frozen=True):
    """One thing that a check came upon, and the slide that it is on, empty for none that can be gone to."""

    what: Message
    slide: str = ""


class Check(Struct, frozen=True, kw_only=True):
    """One question and its answer: `said` is the finding in a line, `todo` what to do about it.

    words: what is to be read aloud, letter by letter: (language, words).
    """

    key: str
    group: Group
    title: Message
    state: State
    said: Message
    todo: Message | None = None
    words: tuple[tuple[str, str], ...] = ()
    items: tuple[Item, ...] = ()


def verdict(checks: Iterable[Check]) -> State:
    """The gravest of all: wrong, then waiting, since something wrong may still be found, then to look at."""
    states = {check.state for check in checks if not (check.group in OPTIONAL and check.state == "waiting")}
    order: tuple[State, ...] = ("wrong", "waiting", "look")
    return next((state for state in order if state in states), "green")


def some(count: int, zh: str, one: str, several: str) -> Message:
    """`zh` with {n}, and the English for one or for several, with {n}."""
    return Message(zh.format(n=count), (one if count == 1 else several).format(n=count))


def foremost(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The first of them, and how many more there are."""
    left = len(items) - MOST
    if left <= 0:
        return items
    return (*items[:MOST], Item(Message(f"另有 {left} 处", f"{left} more")))
