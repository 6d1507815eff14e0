"""A quiet line or two under a chart for what has no room in it: 其余：1 名称 12 · 2 名称 9."""

import re
from collections.abc import Sequence

from msgspec import Struct

from jn_presenter.draw.figures import as_text
from jn_presenter.draw.resolve import resolve
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.words import AND_MORE, THE_REST, say
from jn_presenter.model.element import Env
from jn_presenter.model.text import Text

BETWEEN = " · "
REFERENCE = re.compile(r"<(?=[a-z][a-z0-9-]*(?:\.label|\.date)?>)")
HELD = "\u00a0"
"""Between the parts of one entry, so that a line rather breaks between two."""
HELD_TOGETHER = 36
"""Characters of an entry that is kept on one line; a longer one would leave half of the line before it empty."""


class Remark(Struct, frozen=True):
    """One entry: the number that stands in the chart in its stead, its name, and its figure or that it has none."""

    number: str
    name: Text
    words: Text


class Remarks(Struct, frozen=True):
    """The entries as they are set, and how many of them there was no room for."""

    setting: Setting
    left_out: int = 0


def set_remarks(remarks: Sequence[Remark], env: Env, width: float, height: float, *, intro: Text = THE_REST) -> Remarks:
    """The entries one after another, in each language, in at most `height` px; of too many the first, and a count.

    intro: the words around them, with {words} for the entries.
    """
    few, many = 0, len(remarks)
    setting = _set(remarks, many, env, width, intro)
    if setting.block.height <= height + 0.5:
        return Remarks(setting)
    while few < many - 1:
        middle = (few + many) // 2
        if _set(remarks, middle, env, width, intro).block.height <= height + 0.5:
            few = middle
        else:
            many = middle
    return Remarks(_set(remarks, few, env, width, intro), len(remarks) - few)


def _set(remarks: Sequence[Remark], count: int, env: Env, width: float, intro: Text) -> Setting:
    words = as_text((language, _sentence(remarks, count, language, env, intro)) for language in env.languages)
    return set_text(words, env, width, "note", colour=env.style.quiet, align="left", emphasis=env.style.ink)


def _sentence(remarks: Sequence[Remark], count: int, language: str, env: Env, intro: Text) -> str:
    entries = [_entry(remark, language, env) for remark in remarks[:count]]
    if count < len(remarks):
        entries.append(say(AND_MORE, language).format(count=len(remarks) - count))
    return say(intro, language).replace("{words}", BETWEEN.join(entries))


def _entry(remark: Remark, language: str, env: Env) -> str:
    name, words = (_plain(text, language, env) for text in (remark.name, remark.words))
    number = f"=={remark.number}==" if remark.number else ""
    entry = HELD.join(part for part in (number, name, words) if part)
    return entry.replace(" ", HELD) if len(entry) <= HELD_TOGETHER else entry


def _plain(text: Text, language: str, env: Env) -> str:
    """The words on one line, what would be read as a reference or as emphasis left as it is typed."""
    wording = resolve(text, env.facts, (language,), env.fallbacks)
    words = " ".join(one.plain for one in wording).replace("\n", " ")
    return REFERENCE.sub("<<", words).replace("==", "= =")
