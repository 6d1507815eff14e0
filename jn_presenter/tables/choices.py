"""Words to choose from in a table: each id with what it means before it, and back to the id however it was typed."""

from collections.abc import Mapping

from jn_presenter.load.slips.suggest import hint
from jn_presenter.model.fact import KINDS, OPS, Facts, Unit
from jn_presenter.model.text import Message

SIGNS = "，：；（、"
"""Where a meaning is cut: a cell has room for a few words."""

Choices = Mapping[str, str]
"""By id, what stands in the cell."""


def choices_of(facts: Facts) -> Mapping[str, Choices]:
    """What the columns `kind`, `op`, `unit` and `source` offer."""
    return {
        "kind": {name: f"{_short(zh)} {name}" for name, (zh, _) in KINDS.items()},
        "op": {name: f"{_short(zh)} {name}" for name, (zh, _) in OPS.items()},
        "unit": {name: f"{_unit_words(unit)} {name}".strip() for name, unit in facts.units.items()},
        "source": {name: f"{source.short.pick('zh')[1]} {name}" for name, source in facts.sources.items()},
    }


def chosen(words: str, choices: Choices) -> str | None:
    """The id that the words mean: itself, what it means, or both; None for others."""
    typed = words.strip()
    for name, shown in choices.items():
        if typed in (name, shown, shown.removesuffix(name).strip()):
            return name
    last = typed.rpartition(" ")[2]
    return last if last in choices else None


def no_choice(words: str, choices: Choices) -> tuple[Message, Message]:
    """That there is no such word, and which there are."""
    return Message(f"没有“{words[:40]}”这一项", f"there is no {words[:40]!r} to choose"), hint(words, tuple(choices))


def _short(words: str) -> str:
    for sign in SIGNS:
        words = words.partition(sign)[0]
    return words


def _unit_words(unit: Unit) -> str:
    """亿元 of {v}亿元, 第…位 of 第{v}位."""
    forms = unit.forms("zh")
    return ((forms.get("exact") if forms else "") or "").replace("{v}", "…").strip("… ")
