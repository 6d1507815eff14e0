"""Words in and beside bars: a figure inside its segment, what is missing, how many had no room, the unit of all."""

from collections.abc import Sequence
from decimal import Decimal

from jn_presenter.draw.compact import UNBROKEN, set_compact
from jn_presenter.draw.figures import as_text, unit_words
from jn_presenter.draw.numbers import plain_number
from jn_presenter.draw.shades import legible
from jn_presenter.draw.tags import Tag, note_tag
from jn_presenter.draw.words import MORE, NO_DATA, say
from jn_presenter.model.element import Env
from jn_presenter.model.marks import Box, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text, plain

PADDING = 8.0
"""Beside words inside a segment, in px."""


def missing_words(names: Sequence[Text], env: Env, *, more: bool = False) -> Text:
    """That there is no figure; where it is some of several that have none, which. more: and further ones."""
    words = []
    for language in env.languages:
        word = say(NO_DATA, language)
        said = "、".join if language.startswith("zh") else ", ".join
        of = said(name.pick(language, env.fallbacks)[1] for name in names)
        words.append((language, f"{of}{'…' if more else ''} · {word}" if of else word))
    return as_text(words)


def bare(value: Decimal, env: Env) -> Text:
    """The number by itself, alike for all languages, as the first of them writes it."""
    return plain(plain_number(value, env.languages[0]))


def unit_tag(unit: Text | None, env: Env, width: float) -> Tag | None:
    """The unit of all figures of a chart that stand there as bare numbers."""
    return note_tag("unit", unit_words(unit, env.facts, env.languages), env, width) if unit else None


def more_tag(count: int, env: Env, width: float) -> Tag:
    """That there are so many more."""
    words = as_text((language, say(MORE, language).format(count=count)) for language in env.languages)
    return note_tag("more", words, env, width)


def too_many(count: int, shown: int) -> Finding:
    """That of so many categories only the first few are shown."""
    return Finding(
        code="too-many",
        path="data",
        severity="warning",
        message=Message(
            f"有 {count} 项，写得下名称的只有前 {shown} 项", f"there is room for the first {shown} of {count}"
        ),
        hint=Message("请归并几项，或用 sort: descending 只看前几名", "group some, or sort: descending for the largest"),
    )


def inside(words: Text, key: str, box: Box, colour: str, env: Env, *, target: bool = False) -> TextMark | None:
    """The words in the middle of a segment, None where they do not fit."""
    ink = env.style.ink if target else legible(colour, env.style)
    for role in ("caption", "note"):
        (setting,) = set_compact((words,), env, UNBROKEN, role, bold=True, colour=ink)
        block = setting.block
        if block.width <= box.w - 2 * PADDING and block.height <= box.h + 0.5 and len(block.lines) == 1:
            return setting.mark(key, box.x + (box.w - block.width) / 2, box.y + (box.h - block.height) / 2)
    return None


def quiet_mark(words: Text, key: str, x: float, middle: float, env: Env) -> TextMark:
    """Quiet words on one line from x on, about the y `middle`."""
    (setting,) = set_compact((words,), env, UNBROKEN, "note", colour=env.style.quiet)
    return setting.mark(key, x, middle - setting.block.height / 2)
