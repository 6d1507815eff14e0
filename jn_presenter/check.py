"""What is wrong with a deck that reading its files cannot tell: the rules for texts and facts."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Protocol

import msgspec
from msgspec import Struct, structs

from jn_presenter.draw.glossary import misnamed, without_names
from jn_presenter.draw.notes import slips
from jn_presenter.draw.provenance import slide_facts
from jn_presenter.draw.resolve import FALLBACK, resolve, strip_markup
from jn_presenter.draw.texts import walk
from jn_presenter.draw.untranslated import untranslated
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load.slips.suggest import hint
from jn_presenter.load.sources import slide_file
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.fact import Facts
from jn_presenter.model.glossary import Term
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message, Text

MOST_LISTED_FACTS = 6
MOST_SUGGESTED = 3
_DIGITS = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")

Found = Iterator[tuple[str, Finding]]
"""(dotted path in a file, what is wrong there)."""


class Places(Protocol):
    """Knows where things stand in the deck's files, as load/ read them."""

    def problem(self, file: str, path: str, finding: Finding, *, slide: str = "") -> Problem:
        """The finding in `file` (relative to the deck) at `path` and its own path from there, or the nearest above.

        A path is of keys and, in lists, of numbers from 1: `points.2.zh`; the field that a short form fills may be
        named: `points.items.2.zh`.
        """
        ...


class FactCount(Struct, frozen=True, kw_only=True):
    """How many facts the deck has, how many of them its slides show, and the ids of the others."""

    total: int
    shown: int
    missing: tuple[str, ...]


class Report(Struct, frozen=True, kw_only=True):
    """All that `check` has to say of a deck."""

    slides: int
    themes: int
    facts: FactCount
    problems: tuple[Problem, ...]

    def json(self) -> str:
        """The report for programs, as docs/check.md says. A file of data is a string of its own kind."""
        fields = ("file", "line", "column", "end_column", "severity", "code", "message", "hint", "write")
        problems = [{name: getattr(problem, name) for name in fields} for problem in self.problems]
        whole = {"slides": self.slides, "themes": self.themes, "facts": self.facts, "problems": problems}
        return msgspec.json.format(msgspec.json.encode(whole, enc_hook=str), indent=2).decode()


def report(deck: Deck, problems: Iterable[Problem]) -> Report:
    """The deck in numbers, with its problems in the order of their places, each once."""
    shown = {fact for slide in deck.slides.values() for fact in slide_facts(slide, deck.facts)}
    missing = tuple(name for name in deck.facts.facts if name not in shown)
    return Report(
        slides=len(deck.order),
        themes=len(deck.themes),
        facts=FactCount(total=len(deck.facts.facts), shown=len(shown), missing=missing),
        problems=tuple(sorted(dict.fromkeys(problems), key=lambda it: (it.file, it.line, it.column, it.code))),
    )


def check_deck(deck: Deck, places: Places) -> tuple[Problem, ...]:
    """What the rules of the deck format object to: no fonts needed. Slides not loaded are left out."""
    problems = [places.problem("briefing.yaml", *found) for found in _title(deck.briefing.title, deck)]
    for theme in deck.themes:
        problems += (places.problem(f"{theme.id}/theme.yaml", *found) for found in _title(theme.title, deck))
    problems += (places.problem("facts.yaml", *found) for found in _fact_base(deck))
    problems += (places.problem("questions.yaml", *found) for found in _questions(deck))
    for slide in deck.slides.values():
        file = slide_file(slide.id)
        problems += (places.problem(file, *found, slide=slide.id) for found in _slide(slide, deck))
    return tuple(dict.fromkeys(problems))


def _slide(slide: Slide, deck: Deck) -> Found:
    if len(slide.facts) > MOST_LISTED_FACTS:
        yield "facts", _too_many_facts(len(slide.facts))
    for path, text in slide_texts(slide):
        yield from _text(path, text, deck)
        if not slide.plain:
            yield from _digits(path, text, deck)
        yield from _names(path, text, deck)
    yield from _cards(slide, deck)
    if slide.notes is not None:
        yield from _text("notes", slide.notes, deck)
        yield from (("notes", slip) for slip in slips(slide.notes, slide.last_step))


def _cards(slide: Slide, deck: Deck) -> Found:
    """A card that stands for a theme which there is not would be left out for every visit that names themes."""
    themes = [theme.id for theme in deck.themes]
    for name, elements in slide.slots:
        for k, element in enumerate(elements, 1):
            theme = getattr(element, "theme", "")
            if theme and theme not in themes:
                message = Message(f"没有 “{theme}” 这个专题", f"there is no theme {theme!r}")
                yield f"{name}.{k}.theme", Finding(code="unknown-theme", message=message, hint=hint(theme, themes))


def _title(title: Text, deck: Deck) -> Found:
    yield from _text("title", title, deck)
    yield from _digits("title", title, deck)


def _fact_base(deck: Deck) -> Found:
    """Labels, scopes, names of sources and periods may hold digits: they belong to the facts."""
    facts = deck.facts
    listed = ((f"facts.{k}", fact) for k, fact in enumerate(facts.facts.values(), 1))
    sources = ((f"sources.{name}", source) for name, source in facts.sources.items())
    dues = ((f"dues.{due}", name) for due, name in facts.dues.items())
    for at, value in (*listed, *sources, *dues):
        for path, text in texts_in(value, at):
            yield from _text(path, text, deck)


def _questions(deck: Deck) -> Found:
    """They are the presenter's own, as notes are: what counts is that they can be said in each language."""
    for k, question in enumerate(deck.questions, 1):
        for path, text in texts_in(question, f"questions.{k}"):
            yield from _text(path, text, deck)
        if question.slide and question.slide not in {*deck.slides, *deck.pending}:
            yield f"questions.{k}.slide", _unshown(question.slide)


def slide_texts(slide: Slide) -> Iterator[tuple[str, Text]]:
    """The audience's texts of a slide with their paths in its file."""
    yield "title", slide.title
    layout = LAYOUTS.get(slide.layout)
    for name, elements in slide.slots:
        slot = layout.slot(name) if layout else None
        yield from texts_in(elements if slot and slot.many else elements[:1], name, alone=not (slot and slot.many))
    for k, free in enumerate(slide.free, 1):
        yield from texts_in(free.element, f"free.{k}")


def texts_in(value: Any, path: str, *, alone: bool = False) -> Iterator[tuple[str, Text]]:
    """Every text in a frozen value; `alone`: the parts of the outermost list stand under `path` itself."""
    for spoken in walk(value, path, alone=alone):
        if isinstance(spoken.what, Text):
            yield spoken.path, spoken.what


def _text(path: str, text: Text, deck: Deck) -> Found:
    """What is wrong with a text's references, in each of the briefing's languages, and which of these it lacks."""
    languages = deck.briefing.languages
    for language in languages:
        for wording in resolve(text, deck.facts, (language,), languages):
            yield from ((path, finding) for finding in wording.findings if finding.code != FALLBACK)
    yield from ((path, finding) for finding in untranslated(text, languages))


def _digits(path: str, text: Text, deck: Deck) -> Found:
    """Figures in words would not change when the fact does, and nobody could tell their source; a name's are none."""
    for language, string in text.variants:
        words = without_names(strip_markup(string), deck.glossary)
        numbers = tuple(dict.fromkeys(_DIGITS.findall(words)))
        if numbers:
            yield path, structs.replace(_typed_digits(numbers, deck.facts), path=language)


def _names(path: str, text: Text, deck: Deck) -> Found:
    """One thing has one name in each language. Notes are not looked at: in speech a "we" may stand for a name."""
    for language, term in misnamed(text, deck.facts, deck.glossary, deck.briefing.languages):
        yield path, structs.replace(_misnamed(term, language, deck.briefing.languages[0]), path=language)


def _typed_digits(numbers: tuple[str, ...], facts: Facts) -> Finding:
    listed = ", ".join(numbers[:MOST_SUGGESTED])
    meant = list(dict.fromkeys(reference for number in numbers for reference in _references_for(number, facts)))
    zh = "改成引用 facts.yaml 里的数据；"
    en = "refer to a fact of facts.yaml;"
    if meant:
        some = meant[:MOST_SUGGESTED]
        zh = f"是否想写 {' 或 '.join(some)}？"
        en = f"did you mean {' or '.join(some)}?"
    return Finding(
        code="typed-digits",
        message=Message(f"文字里直接写了数字 {listed}", f"the words have digits of their own: {listed}"),
        hint=Message(
            f"{zh}若是名称，写进 glossary.yaml；另有理由，在本页写 plain: 理由",
            f"{en} if part of a name, list that in glossary.yaml; else give the slide plain: <reason>",
        ),
    )


def _misnamed(term: Term, language: str, first: str) -> Finding:
    name, other = (term.name.pick(tag)[1] for tag in (first, language))
    forms = ", ".join((other, *term.also))
    return Finding(
        code="glossary",
        severity="warning",
        message=Message(
            f"“{name}” 在 {language} 里没有用词汇表的名称",
            f"in {language}, {name} is not called by its name in the glossary",
        ),
        hint=Message(
            f"写 {other}，或在 glossary.yaml 的 also 里加上这种写法（现有：{forms}）",
            f"write {other}, or add the form to also in glossary.yaml (there: {forms})",
        ),
    )


def _references_for(number: str, facts: Facts) -> Iterator[str]:
    """References to the facts that have the number as their value or in their date."""
    digits = number.replace(",", "")
    value = Decimal(digits) if digits.count(".") <= 1 else None
    for fact in facts.facts.values():
        if value is not None and fact.value == value:
            yield f"<{fact.id}>"
        elif len(digits) == 4 and fact.date.startswith(digits):
            yield f"<{fact.id}.date>"


def _unshown(slide: str) -> Finding:
    return Finding(
        code="broken-backup",
        severity="warning",
        message=Message(f"备用页 {slide} 现在不能放映", f"the backup slide {slide} cannot be shown now"),
        hint=Message("先改好那一页", "mend that slide"),
    )


def _too_many_facts(count: int) -> Finding:
    return Finding(
        code="too-many-facts",
        message=Message(
            f"facts 列了 {count} 条数据，一页最多 {MOST_LISTED_FACTS} 条",
            f"{count} facts are listed, and a slide conveys at most {MOST_LISTED_FACTS}",
        ),
        hint=Message("分成两页，或在文字里用 <代号> 引用", "split the slide, or refer to them in its words as <id>"),
    )
