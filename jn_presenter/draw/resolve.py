"""Localized text to wordings: the right variant for each language, fact references replaced, emphasis marked."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from msgspec import Struct, structs

from jn_presenter.draw.dates import fact_date
from jn_presenter.draw.numbers import figure
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

_REFERENCE = re.compile(r"<(<?)([a-z][a-z0-9-]*)(?:\.(label|date))?>")
_EMPHASIS = re.compile(r"(?<!=)==(?!=)")
_MOST_FINDINGS = 20
"""Of one text: a pasted file of markup shall not cost a comparison with every fact for each of its tags."""

UNKNOWN_FACT = "unknown-fact"
NO_VALUE = "fact-without-value"
NO_DATE = "fact-without-date"
FALLBACK = "fallback-language"
CODES = frozenset({UNKNOWN_FACT, NO_VALUE, NO_DATE, FALLBACK})
"""The codes of all findings that `resolve` can make."""


class Reference(Struct, frozen=True):
    """A reference to a fact within a string: which part of the fact, and where, as offsets in characters."""

    id: str
    part: str
    """label, date, or empty for the value."""
    start: int
    end: int


class Token(Struct, frozen=True):
    """A stretch of a string as typed: literal characters, or a reference in their stead."""

    text: str
    emphasis: bool = False
    reference: Reference | None = None


class Piece(Struct, frozen=True):
    """A stretch of a wording: its characters, whether emphasised, and the fact it was made from, if any."""

    text: str
    emphasis: bool = False
    fact: str = ""


class Wording(Struct, frozen=True, kw_only=True):
    """A text in one language. `found` is the language of the words, which differs from `language` on a fallback."""

    language: str
    found: str
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def plain(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def resolve(
    text: Text, facts: Facts, languages: tuple[str, ...], fallbacks: tuple[str, ...] = ()
) -> tuple[Wording, ...]:
    """One wording a language, in order; a language whose words read the same as an earlier one's is left out.

    Never raises. A reference that cannot be answered leaves the fact's label or nothing, and a finding; the findings of
    a language left out are with the wording that stands for it. A finding's path is the variant it was found in.
    """
    wordings: dict[str, Wording] = {}
    for language in languages:
        wording = _wording(text, facts, language, fallbacks)
        twin = wordings.get(wording.plain)
        if twin is not None:
            news = tuple(finding for finding in wording.findings if finding not in twin.findings)
            wording = structs.replace(twin, findings=twin.findings + news)
        wordings[wording.plain] = wording
    return tuple(wordings.values())


def references(string: str) -> tuple[Reference, ...]:
    """The references in a string, in order; escaped ones are none."""
    return tuple(token.reference for token in tokens(string) if token.reference is not None)


def strip_markup(string: str) -> str:
    """The literal words of a string: without references, emphasis marks and the escaping `<`."""
    return "".join(token.text for token in tokens(string))


@lru_cache(maxsize=4096)
def tokens(string: str) -> tuple[Token, ...]:
    """The string cut at its references and emphasis.

    `==` marks emphasis where it stands twice in one line and is exactly two signs long; a single one is literal. Both
    scans are linear in the string's length.
    """
    found: list[Token] = []
    offset = 0
    for line in string.splitlines(keepends=True):
        parts = _EMPHASIS.split(line)
        if len(parts) % 2 == 0:
            parts[-2:] = ["==".join(parts[-2:])]
        for k, part in enumerate(parts):
            found.extend(_tokens(part, offset, emphasis=k % 2 == 1))
            offset += len(part) + len("==")
        offset -= len("==")
    return tuple(_joined(found))


def _tokens(string: str, offset: int, *, emphasis: bool) -> Iterator[Token]:
    at = 0
    for match in _REFERENCE.finditer(string):
        escaped, name, part = match.groups()
        yield Token(string[at : match.start()] + (match[0][1:] if escaped else ""), emphasis)
        if not escaped:
            yield Token("", emphasis, Reference(name, part or "", offset + match.start(), offset + match.end()))
        at = match.end()
    yield Token(string[at:], emphasis)


def _joined(found: list[Token]) -> Iterator[Token]:
    """Neighbouring literal tokens of one emphasis as one, empty ones left out."""
    told = (token for token in found if token.text or token.reference)
    for (emphasis, reference), group in groupby(told, lambda token: (token.emphasis, token.reference)):
        yield Token("".join(token.text for token in group), emphasis, reference)


def _wording(text: Text, facts: Facts, language: str, fallbacks: tuple[str, ...]) -> Wording:
    found, string = text.pick(language, fallbacks)
    pieces: list[Piece] = []
    findings: list[Finding] = []
    if found not in ("", language, language.partition("-")[0]):
        findings.append(_fallback(language, found))
    for token in tokens(string):
        reference = token.reference
        if reference is None:
            pieces.append(Piece(token.text, token.emphasis))
            continue
        if words := _words(reference, facts, found or language, fallbacks):
            pieces.append(Piece(words, token.emphasis, reference.id))
        if len(findings) < _MOST_FINDINGS and (finding := _mistake(reference, facts)):
            findings.append(structs.replace(finding, path=found))
    return Wording(language=language, found=found, pieces=tuple(pieces), findings=tuple(dict.fromkeys(findings)))


def _words(reference: Reference, facts: Facts, language: str, fallbacks: tuple[str, ...]) -> str:
    """What stands in the reference's place: never the markup, rather nothing."""
    fact = facts.get(reference.id)
    if fact is None:
        return ""
    if reference.part == "date":
        return fact_date(fact, facts, language, fallbacks)
    if reference.part == "label" or fact.value is None:
        return strip_markup(fact.label.pick(language, fallbacks)[1])
    return figure(fact, facts, language)


def _mistake(reference: Reference, facts: Facts) -> Finding | None:
    fact = facts.get(reference.id)
    if fact is None:
        return _unknown(reference.id, facts)
    if reference.part == "date":
        return None if fact.date else _without_date(fact)
    return _without_value(fact) if not reference.part and fact.value is None else None


def _unknown(name: str, facts: Facts) -> Finding:
    from difflib import get_close_matches  # only a deck with a mistake pays for it

    close = get_close_matches(name[:64], facts.facts, n=1)
    return Finding(
        code=UNKNOWN_FACT,
        message=Message(f"没有名为 {name} 的数据", f"there is no fact named {name}"),
        hint=Message(f"是否想写 <{close[0]}>？", f"did you mean <{close[0]}>?")
        if close
        else Message(
            f"在 facts.yaml 里加上它；若就是要显示尖括号，请写 <<{name}>",
            f"add it to facts.yaml; to show the brackets themselves, write <<{name}>",
        ),
    )


def _without_value(fact: Fact) -> Finding:
    return Finding(
        code=NO_VALUE,
        message=Message(f"数据 {fact.id} 没有数值", f"the fact {fact.id} has no value"),
        hint=Message(
            f"要引用它的名称，请写 <{fact.id}.label>" + (f"；要引用日期，请写 <{fact.id}.date>" if fact.date else ""),
            f"for its label write <{fact.id}.label>" + (f", for its date <{fact.id}.date>" if fact.date else ""),
        ),
    )


def _without_date(fact: Fact) -> Finding:
    return Finding(
        code=NO_DATE,
        message=Message(f"数据 {fact.id} 没有日期", f"the fact {fact.id} has no date"),
        hint=Message(
            "原文未注日期的数据不能写日期；请改写这句话",
            "the source gives none, so none may be shown; reword the sentence",
        ),
    )


def _fallback(language: str, found: str) -> Finding:
    return Finding(
        code=FALLBACK,
        severity="warning",
        message=Message(
            f"没有 {language} 的文字，观众看到的是 {found} 的", f"no words in {language}: the audience sees {found}"
        ),
        hint=Message(f"在这里加上“{language}: …”", f"add “{language}: …” here"),
    )
