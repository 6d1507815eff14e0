"""What an interpreter reads of a slide: its words step by step, notes, figures and names, by language side by side."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct, structs

from jn_presenter.draw.dates import fact_date
from jn_presenter.draw.figures import context, target_words, value_words
from jn_presenter.draw.glossary import named
from jn_presenter.draw.notes import by_step
from jn_presenter.draw.numbers import figure
from jn_presenter.draw.placing import TITLE_SLOT, reveals
from jn_presenter.draw.provenance import slide_facts
from jn_presenter.draw.resolve import Piece, Wording, references, resolve
from jn_presenter.draw.texts import Spoken, walk
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Element
from jn_presenter.model.fact import Fact
from jn_presenter.model.fields import FactId
from jn_presenter.model.text import Text
from jn_presenter.show.state import Place, ShowState
from jn_presenter.show.travel import following, last_step

APART = "\u2003"
"""Between what is counted and its figure, which on the slide stand in places of their own."""

Stress = Literal["said", "now", "ahead"]
Said = tuple[str, ...]
"""Words of the same thing, one a language of the page, in its order."""


class Passage(Struct, frozen=True):
    """A text of the slide in each language, and the step at which the audience sees it."""

    step: int
    wordings: tuple[Wording, ...]

    def stress(self, step: int) -> Stress:
        """What it is at a step of the slide: what that step has brought, what was there before, or still unseen."""
        return "now" if self.step == step else "said" if self.step < step else "ahead"


class Figure(Struct, frozen=True, kw_only=True):
    """A fact in figures as each language says it, what it is of, and its date, its limit and its scope."""

    fact: str
    said: Said
    label: Said
    about: Said


class Name(Struct, frozen=True, kw_only=True):
    """A name of the glossary in each language, and the glossary's note on it."""

    said: Said
    note: str = ""


class Page(Struct, frozen=True, kw_only=True):
    """All there is to say of a slide, in the order of reading: what only the notes say comes last."""

    slide: str
    languages: tuple[str, ...]
    passages: tuple[Passage, ...]
    """The title first."""
    notes: tuple[tuple[Wording, ...], ...]
    """For each language what is said with step 0, 1, …; none where the slide has no notes."""
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]

    @property
    def stepped(self) -> bool:
        """Whether any of its words come with a later step than others."""
        return len({passage.step for passage in self.passages}) > 1

    @property
    def follows(self) -> bool:
        """Whether its notes follow the steps."""
        return any(len(parts) > 1 for parts in self.notes)


def page(deck: Deck, slide: Slide, languages: tuple[str, ...]) -> Page:
    """The slide in these languages. Where a text lacks one, its wording there is of another, which it says."""
    passages = tuple(dict.fromkeys(_passages(deck, slide, languages)))
    notes = _notes(deck, slide.notes, languages) if slide.notes else ()
    spoken = [wording for passage in passages for wording in passage.wordings]
    variants = slide.notes.variants if slide.notes else ()
    mentioned = (reference.id for _, string in variants for reference in references(string))
    facts = dict.fromkeys((*slide_facts(slide, deck.facts), *mentioned))
    words = [(wording.found or languages[0], wording.plain) for part in (spoken, *notes) for wording in part]
    return Page(
        slide=slide.id,
        languages=languages,
        passages=passages,
        notes=notes,
        figures=tuple(_figures(deck, facts, languages)),
        names=tuple(
            Name(said=tuple(term.name.pick(tag, deck.briefing.languages)[1] for tag in languages), note=term.note)
            for term in named(words, deck.glossary)
        ),
    )


def upcoming(state: ShowState, deck: Deck) -> str | None:
    """The slide that the audience sees after the one it sees; None at the end.

    While it is frozen that is where the presenter has gone meanwhile.
    """
    here = state.shown.slide
    if state.at.slide != here:
        return state.at.slide
    place = following(structs.replace(state, at=Place(here, last_step(deck, here))), deck)
    return place.slide if place is not None else None


def _passages(deck: Deck, slide: Slide, languages: tuple[str, ...]) -> Iterator[Passage]:
    yield Passage(reveals(slide, Element(), TITLE_SLOT, 0)[0], _wordings(deck, slide.title, languages))
    many = {slot.name for slot in LAYOUTS[slide.layout].slots if slot.many}
    for slot, elements in slide.slots:
        for k, element in enumerate(elements, 1):
            yield from _of_element(deck, element, reveals(slide, element, slot, k if slot in many else 0), languages)
    for free in slide.free:
        yield from _of_element(deck, free.element, (free.step,), languages)


def _of_element(deck: Deck, element: Element, steps: tuple[int, ...], languages: tuple[str, ...]) -> Iterator[Passage]:
    """steps: at which each of its parts appears, or one for all of them."""
    listed = _listed(element)
    for spoken in walk(element):
        wordings = _said(deck, element, spoken, languages)
        if any(wording.plain.strip() for wording in wordings):
            _, field, *rest = spoken.path.split(".")
            part = int(rest[0]) if field == listed else 1
            yield Passage(steps[min(part, len(steps)) - 1], wordings)


def _listed(element: Element) -> str:
    """The field whose entries are the element's parts; of several as long it is the last, as rows come after heads."""
    parts = element.parts()
    fields = [name for name in element.__struct_fields__ if _length(getattr(element, name)) == parts]
    return fields[-1] if parts > 1 and fields else ""


def _length(value: object) -> int:
    return len(value) if isinstance(value, tuple) else 0


def _said(deck: Deck, element: Element, spoken: Spoken, languages: tuple[str, ...]) -> tuple[Wording, ...]:
    """The words of one text or fact, with the figure that stands beside them; none for what something else tells."""
    owner, field = spoken.owner, spoken.path.rpartition(".")[2]
    label = getattr(owner, "label", None)
    if isinstance(spoken.what, FactId):
        fact = deck.facts.get(spoken.what)
        own = label if isinstance(label, Text) and not field.isdigit() else None
        return _with_figure(deck, own or fact.label, fact, languages) if fact else ()
    if field == "unit" or (field == "label" and _has_fact(owner)):
        return ()
    words = _wordings(deck, spoken.what, languages)
    value = getattr(owner, "value", None)
    if field != "label" or not isinstance(value, Decimal):
        return words
    unit = getattr(owner, "unit", None) or getattr(element, "unit", None)
    counted = value_words(value, unit if isinstance(unit, Text) else None, deck.facts, languages)
    return _beside(words, tuple(said for _, said in counted.variants))


def _has_fact(owner: Struct | None) -> bool:
    return owner is not None and any(isinstance(getattr(owner, name), FactId) for name in owner.__struct_fields__)


def _with_figure(deck: Deck, label: Text, fact: Fact, languages: tuple[str, ...]) -> tuple[Wording, ...]:
    return _beside(_wordings(deck, label, languages), _figure(deck, fact, languages), fact.id)


def _beside(words: tuple[Wording, ...], figures: Said, fact: str = "") -> tuple[Wording, ...]:
    return tuple(
        structs.replace(wording, pieces=(*wording.pieces, Piece(APART), Piece(said, True, fact))) if said else wording
        for wording, said in zip(words, figures, strict=True)
    )


def _wordings(deck: Deck, text: Text, languages: tuple[str, ...]) -> tuple[Wording, ...]:
    """One a language, also where two read the same."""
    every = deck.briefing.languages
    return tuple(wording for language in languages for wording in resolve(text, deck.facts, (language,), every))


def _notes(deck: Deck, notes: Text, languages: tuple[str, ...]) -> tuple[tuple[Wording, ...], ...]:
    """One a language, as by _wordings."""
    every = deck.briefing.languages
    return tuple(parts for language in languages for parts in by_step(notes, deck.facts, (language,), every))


def _figure(deck: Deck, fact: Fact, languages: tuple[str, ...]) -> Said:
    """The value, or the date of a fact that has nothing else to count."""
    every = deck.briefing.languages
    return tuple(
        figure(fact, deck.facts, language) or fact_date(fact, deck.facts, language, every) for language in languages
    )


def _figures(deck: Deck, names: Iterable[str], languages: tuple[str, ...]) -> Iterator[Figure]:
    for name in names:
        fact = deck.facts.get(name)
        if fact is not None and (fact.value is not None or fact.date):
            yield Figure(
                fact=name,
                said=_figure(deck, fact, languages),
                label=tuple(wording.plain for wording in _wordings(deck, fact.label, languages)),
                about=_about(deck, fact, languages),
            )


def _about(deck: Deck, fact: Fact, languages: tuple[str, ...]) -> Said:
    """A target is called one, with its limit; else the date, where it is not the figure itself; and the scope."""
    dated = fact if fact.value is not None and fact.kind != "target" else structs.replace(fact, as_of="", due="")
    beside = context(dated, languages, deck.briefing.languages)
    parts = [beside.variants] if beside else []
    if fact.kind == "target":
        parts.insert(0, target_words(fact.due, deck.facts, languages).variants)
    return tuple(" · ".join(part[k][1] for part in parts if part[k][1]) for k in range(len(languages)))
