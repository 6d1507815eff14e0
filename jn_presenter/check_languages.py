"""How complete a deck is in each of its languages: how many texts have words in it, and where the first lack them."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct

from jn_presenter.check import Places, slide_texts, texts_in
from jn_presenter.draw.alphabets import bundled
from jn_presenter.draw.untranslated import lacking, needs_words, without
from jn_presenter.load.sources import slide_file
from jn_presenter.model.deck import Deck
from jn_presenter.model.language import script_of
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message, Text

FIRST = 5
"""Places of a language that are listed; the others are counted."""
KINDS: Mapping[str, Message] = {
    "slides": Message("画面文字", "slides"),
    "facts": Message("数据名称", "facts"),
    "targets": Message("其中目标", "targets among them"),
    "notes": Message("讲稿和问答", "notes, questions"),
}
"""What is counted by itself. A target in no words of the audience's is what could be taken for reached."""


class Count(Struct, frozen=True):
    """How many texts of a kind there are, and how many have words in the language."""

    have: int
    all: int

    @property
    def missing(self) -> int:
        return self.all - self.have


class Gap(Struct, frozen=True, kw_only=True):
    """A text without words in the language."""

    file: str
    line: int
    column: int
    slide: str
    message: Message
    hint: Message


class Completeness(Struct, frozen=True, kw_only=True):
    """One language: its counts by KINDS, whether the bundled fonts have its letters, and the first gaps."""

    language: str
    script: str
    bundled: bool
    counts: Mapping[str, Count]
    first: tuple[Gap, ...]

    @property
    def missing(self) -> int:
        """How many texts lack it; targets are among the facts."""
        return sum(count.missing for kind, count in self.counts.items() if kind != "targets")

    @property
    def all(self) -> int:
        return sum(count.all for kind, count in self.counts.items() if kind != "targets")


class _Spoken(Struct, frozen=True):
    kinds: tuple[str, ...]
    file: str
    path: str
    text: Text
    slide: str = ""


def completeness(deck: Deck, places: Places) -> tuple[Completeness, ...]:
    """Each of the briefing's languages. Slides not loaded are left out."""
    languages = deck.briefing.languages
    spoken = [one for one in _spoken(deck) if needs_words(one.text, languages)]
    lack = [frozenset(lacking(one.text, languages)) for one in spoken]
    return tuple(_of(language, spoken, lack, languages, places) for language in languages)


def _of(
    language: str, spoken: list[_Spoken], lack: list[frozenset[str]], languages: tuple[str, ...], places: Places
) -> Completeness:
    gaps = [one for one, lacks in zip(spoken, lack, strict=True) if language in lacks]
    counts = {}
    for kind in KINDS:
        whole = sum(kind in one.kinds for one in spoken)
        counts[kind] = Count(whole - sum(kind in one.kinds for one in gaps), whole)
    first = tuple(_gap(_placed(one, language, languages, places)) for one in gaps[:FIRST])
    return Completeness(
        language=language, script=script_of(language), bundled=bool(bundled(language)), counts=counts, first=first
    )


def _placed(one: _Spoken, language: str, languages: tuple[str, ...], places: Places) -> Problem:
    found = without(language, *one.text.pick(languages[0], languages))
    return places.problem(one.file, one.path, found, slide=one.slide)


def _gap(problem: Problem) -> Gap:
    return Gap(
        file=problem.file,
        line=problem.line,
        column=problem.column,
        slide=problem.slide,
        message=problem.message,
        hint=problem.hint,
    )


def _spoken(deck: Deck) -> Iterator[_Spoken]:
    """All texts of the deck in the order of its files."""
    yield _Spoken(("slides",), "briefing.yaml", "title", deck.briefing.title)
    yield from (_Spoken(("slides",), f"{theme.id}/theme.yaml", "title", theme.title) for theme in deck.themes)
    for slide in deck.slides.values():
        file = slide_file(slide.id)
        yield from (_Spoken(("slides",), file, path, text, slide.id) for path, text in slide_texts(slide))
        if slide.notes is not None:
            yield _Spoken(("notes",), file, "notes", slide.notes, slide.id)
    for k, fact in enumerate(deck.facts.facts.values(), 1):
        kinds = ("facts", "targets") if fact.kind == "target" else ("facts",)
        yield from (_Spoken(kinds, "facts.yaml", path, text) for path, text in texts_in(fact, f"facts.{k}"))
    named = ((f"sources.{name}", source) for name, source in deck.facts.sources.items())
    for at, value in (*named, *((f"dues.{due}", name) for due, name in deck.facts.dues.items())):
        yield from (_Spoken(("facts",), "facts.yaml", path, text) for path, text in texts_in(value, at))
    for k, question in enumerate(deck.questions, 1):
        asked = texts_in(question, f"questions.{k}")
        yield from (_Spoken(("notes",), "questions.yaml", path, text) for path, text in asked)


def json(found: Iterable[Completeness]) -> str:
    """For programs, as docs/check.md says."""
    return msgspec.json.format(msgspec.json.encode({"languages": tuple(found)}), indent=2).decode()


def lines(found: Iterable[Completeness], reader: str) -> Iterator[str]:
    """What is printed for whoever reads `reader`, "zh" or "en": a line a language, under it its first gaps."""
    listed = tuple(found)
    for one in listed:
        counts = "  ".join(
            f"{name.in_language(reader)} {count.have}/{count.all}"
            for kind, name in KINDS.items()
            if (count := one.counts[kind]).all
        )
        share = 100 if not one.all else (one.all - one.missing) * 100 // one.all
        yield f"{one.language:<8}{share:>4}%  {counts}"
        for gap in one.first:
            said = gap.hint.in_language(reader)
            yield f"    {gap.file}:{gap.line}:{gap.column}: {said}"
        if one.missing > len(one.first):
            rest = one.missing - len(one.first)
            yield f"    {Message(f'另有 {rest} 处', f'and {rest} more').in_language(reader)}"
    if own := [one.language for one in listed if not one.bundled]:
        several = ", ".join(own)
        yield Message(
            f"自带字体没有这些语言的字，要用放映那台电脑的字体：{several}",
            f"the bundled fonts lack the letters of these; the computer that shows them needs a font: {several}",
        ).in_language(reader)
