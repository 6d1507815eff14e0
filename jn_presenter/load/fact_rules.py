"""The rules of a fact: a target never looks reached, no date is guessed, and a figure can be put into words.

Each yields findings whose path is the key at fault.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from jn_presenter.draw.locales import locale
from jn_presenter.load.dates import date_slip, real_date
from jn_presenter.load.slips.suggest import hint
from jn_presenter.model.fact import Fact, Unit
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

PERIOD = re.compile(r"[0-9]{4}(-[0-9]{4})?")
BEFORE, AFTER = ("突破", "超过"), ("余", "多")
"""Words for "over" by their place: before the number, or directly after it."""
DEFAULT_WORD = "超过"


def date_rules(fact: Fact) -> Iterator[Finding]:
    """A target is not reached yet, what is achieved is not due; a date is a real one."""
    for key, word in (("as_of", fact.as_of), ("due", fact.due)):
        if word and not real_date(word):
            message, advice, meant = date_slip(word)
            yield Finding(path=key, code="bad-date", message=message, hint=advice, value=meant)
    if fact.kind == "target" and fact.as_of:
        yield _broken(
            "as_of",
            "target-with-as-of",
            Message("目标还没有达到，不能有 as_of", "a target is not reached yet and has no as_of"),
            Message(
                "期限写 due；若已经达到，kind 写 achieved", "its date is due; if it is reached, its kind is achieved"
            ),
        )
    if fact.kind == "achieved" and fact.due:
        yield _broken(
            "due",
            "achieved-with-due",
            Message("已经达到的数据不能有 due", "what is achieved has no due"),
            Message("统计日期写 as_of；若是目标，kind 写 target", "its date is as_of; if a target, its kind is target"),
        )
    if fact.period and not PERIOD.fullmatch(fact.period):
        yield _broken(
            "period",
            "bad-date",
            Message(f"“{fact.period[:40]}” 不是年份", f"{fact.period[:40]!r} is not a period of years"),
            Message("写成 2021-2025", "write 2021-2025"),
        )


def source_rules(fact: Fact, sources: tuple[str, ...]) -> Iterator[Finding]:
    """A fact has a source that is listed; where there is only one, it need not be named."""
    if fact.source and fact.source not in sources:
        yield _broken(
            "source",
            "unknown-source",
            Message(f"没有 “{fact.source[:40]}” 这个来源", f"there is no source {fact.source[:40]!r}"),
            hint(fact.source, sources, otherwise=Message("先写在 sources 里", "list it in sources first")),
        )
    elif not fact.source and len(sources) > 1:
        yield _broken(
            "id",
            "missing-source",
            Message("有多个来源，这里没有写是哪一个", "there are several sources, and this names none"),
            Message(f"加上 “source: {sources[0]}”", f"add 'source: {sources[0]}'"),
        )


def figure_rules(fact: Fact, units: Mapping[str, Unit], unit_names: Collection[str]) -> Iterator[Finding]:
    """An operator needs a value, and a form of the unit in every language; its word stands where the form has it.

    units: those that are in order. unit_names: all that stand in the file.
    """
    if fact.word and fact.op != "over":
        yield _broken(
            "word",
            "word-without-over",
            Message("word 只和 op: over 一起用", "word goes with op: over alone"),
            Message("加上 “op: over”，或删去 word", "add 'op: over', or remove word"),
        )
    if fact.unit and fact.unit not in unit_names:
        yield _broken(
            "unit",
            "unknown-unit",
            Message(f"没有 “{fact.unit[:40]}” 这个单位", f"there is no unit {fact.unit[:40]!r}"),
            hint(fact.unit, unit_names, otherwise=Message("先写在 units 里", "define it in units first")),
        )
    elif fact.value is None:
        if fact.unit or fact.op != "exact":
            key = "op" if fact.op != "exact" else "unit"
            yield _broken(
                key,
                "missing-value",
                Message(f"有 {key}，却没有 value", f"there is {key}, but no value"),
                Message("加上 value，或删去这一项", "add a value, or remove this key"),
            )
    elif fact.op != "exact" and not fact.unit:
        yield _broken(
            "op",
            "missing-unit",
            Message(f"op: {fact.op} 要有单位才写得出来", f"op: {fact.op} needs a unit to be put into words"),
            Message("加上 unit", "add a unit"),
        )
    elif fact.unit in units:
        yield from _form_rules(fact, units[fact.unit])


def _form_rules(fact: Fact, unit: Unit) -> Iterator[Finding]:
    for language, forms in unit.languages:
        form = forms.get(fact.op)
        if form is None:
            yield _broken(
                "op",
                "missing-form",
                Message(
                    f"单位 {unit.id} 的 {language} 没有 {fact.op} 的写法",
                    f"the unit {unit.id} has no form {fact.op} in {language}",
                ),
                Message(
                    f"在 units 的 {unit.id} 里给 {language} 加上 {fact.op}",
                    f"add {fact.op} under {language} of {unit.id} in units",
                ),
            )
        elif fact.op == "over" and "{word}" in form and locale(language).over_after is not None:
            yield from _word_rules(fact, form)


def _word_rules(fact: Fact, form: str) -> Iterator[Finding]:
    before = form.index("{word}") < form.index("{v}")
    fitting = BEFORE if before else AFTER
    word = fact.word or DEFAULT_WORD
    if word not in fitting:
        place = Message("之前", "before") if before else Message("之后", "directly after")
        yield _broken(
            "word" if fact.word else "op",
            "misplaced-word",
            Message(f"“{word}” 不能用在 “{form}” 里", f"{word} does not fit the form {form!r}"),
            Message(
                f"word 在数字{place.zh}，写 {' 或 '.join(fitting)}",
                f"the word stands {place.en} the number: write {' or '.join(fitting)}",
            ),
        )


def _broken(path: str, code: str, message: Message, hint: Message) -> Finding:
    return Finding(path=path, code=code, message=message, hint=hint)
