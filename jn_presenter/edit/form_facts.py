"""The facts that a slide shows, as fields of facts.yaml, their one home; and which other slides show them."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from functools import lru_cache

from msgspec import structs

from jn_presenter.draw.dates import date_words, due_limit
from jn_presenter.draw.provenance import named_facts, slide_facts
from jn_presenter.draw.resolve import resolve
from jn_presenter.draw.words import TARGET_OPEN, UNDATED, say
from jn_presenter.edit.changes import Read
from jn_presenter.edit.document import opened, tree
from jn_presenter.edit.form_fields import Entry, FactPart, Field
from jn_presenter.edit.forms import Page, entries_of
from jn_presenter.edit.leaves import Leaf, leaves_of_fact
from jn_presenter.load.index import FACTS
from jn_presenter.load.nodes import Mapping, Scalar, Sequence
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.text import Message, Text, plain

DATES = ("as_of", "due")
KEYS = ("value", *DATES, "label", "scope")
"""What is edited of a fact, the figure first: it is what changes."""
IN_TABLE = Message("数值在数据文件里", "the figure stands in a file of data")


class FactUses:
    """Which slides show which facts. A slide is looked at once, for a deck may have thousands."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Slide, frozenset[str]]] = {}

    def look(self, deck: Deck, most: int) -> bool:
        """Look at that many slides that are new or have changed; whether there are more."""
        stale = [slide for slide in deck.slides.values() if not self._knows(slide)]
        for slide in stale[:most]:
            self._known[slide.id] = (slide, frozenset(slide_facts(slide, deck.facts)))
        return len(stale) > most

    def of(self, fact: str, deck: Deck) -> tuple[str, ...]:
        """The slides that show a fact, in the order of the show, as far as they have been looked at."""
        known = self._known
        return tuple(one for one in deck.order if one in deck.slides and one in known and fact in known[one][1])

    def _knows(self, slide: Slide) -> bool:
        known = self._known.get(slide.id)
        return known is not None and known[0] is slide


def facts_of(read: Read, slide: Slide, deck: Deck, uses: FactUses) -> tuple[FactPart, ...]:
    """The facts that the slide shows, in its order; none while facts.yaml cannot be read."""
    written, elements = _written(read(FACTS) or b""), tuple(_elements(slide))
    return tuple(
        _part(name, [*leaves_of_fact(*written[name])], slide, deck, uses, elements)
        for name in slide_facts(slide, deck.facts)
        if name in written
    )


@lru_cache(maxsize=2)
def _written(data: bytes) -> MappingType[str, tuple[int, Mapping]]:
    """The facts as they stand in the file, by id, with their places in its list. Kept, for it is asked at every key."""
    document = opened(FACTS, data)
    root = tree(document) if document is not None else None
    listed = root.get("facts") if isinstance(root, Mapping) else None
    items = listed.items if isinstance(listed, Sequence) else ()
    return {_id(item): (k, item) for k, item in enumerate(items, 1) if isinstance(item, Mapping) and _id(item)}


def reads(fact: str, facts: Facts, language: str) -> str:
    """What a reference to the fact is on a slide, as 2000亿级; empty for one without a figure."""
    known = facts.get(fact)
    if known is None or known.value is None:
        return ""
    return resolve(plain(f"<{fact}>"), facts, (language,))[0].plain


def _part(
    name: str,
    own: list[Leaf],
    slide: Slide,
    deck: Deck,
    uses: FactUses,
    elements: tuple[tuple[str, frozenset[str]], ...],
) -> FactPart:
    fact, facts = deck.facts.facts[name], deck.facts
    source = facts.sources.get(fact.source)
    entries: list[Entry] = []
    for leaf in sorted((leaf for leaf in own if leaf.key in KEYS), key=lambda leaf: KEYS.index(leaf.key)):
        if leaf.key in DATES:
            entries += [_date(leaf, name)] if isinstance(leaf.node, Scalar) else []
        else:
            entries += entries_of((leaf,), Page(FACTS, deck.briefing.languages, facts), Message(name, name))
    in_table = fact.value is not None and not any(leaf.key == "value" for leaf in own)
    return FactPart(
        id=name,
        kind=fact.kind,
        label=_both(fact.label),
        reads=Message(reads(name, facts, "zh"), reads(name, facts, "en")),
        source=_both(source.short) if source is not None else Message("", ""),
        dated=Message(_dated(fact, facts, "zh"), _dated(fact, facts, "en")),
        entries=tuple(_named(entry, _both(fact.label)) for entry in entries),
        elements=tuple(path for path, named in elements if name in named),
        elsewhere=tuple((one, _title(one, deck)) for one in uses.of(name, deck) if one != slide.id),
        note=IN_TABLE if in_table else Message("", ""),
    )


def _named(entry: Entry, fact: Message) -> Entry:
    """The entry with fields that are called as the fact is, and not by its id: an edit is told of by their labels."""
    label = Message(f"{fact.zh} · {entry.label.zh}", f"{fact.en} · {entry.label.en}")
    return Entry(entry.label, tuple(structs.replace(field, label=label) for field in entry.fields))


def _date(leaf: Leaf, name: str) -> Entry:
    assert isinstance(leaf.node, Scalar)
    zh, en = (one.removeprefix(name).lstrip(" ·") for one in (leaf.label.zh, leaf.label.en))
    field = Field(
        file=FACTS, path=leaf.path, kind="date", label=leaf.label, value=leaf.node.value, start=leaf.node.start
    )
    return Entry(Message(zh, en), (field,))


def _dated(fact: Fact, facts: Facts, language: str) -> str:
    """The date that the fact has, or that its source gives none; nothing of what has no date."""
    if fact.as_of:
        return date_words(fact.as_of, language)
    if fact.due:
        return due_limit(fact.due, facts, language)
    if fact.kind == "target":
        return say(TARGET_OPEN, language)
    return say(UNDATED, language) if fact.kind == "achieved" and fact.value is not None else ""


def _elements(slide: Slide) -> Iterator[tuple[str, frozenset[str]]]:
    """The paths of the slide's elements with the facts that each shows."""
    yield "title", frozenset(named_facts(slide.title))
    for name, elements in slide.slots:
        for k, element in enumerate(elements, 1):
            yield (f"{name}.{k}" if len(elements) > 1 else name), frozenset(named_facts(element))
    for k, free in enumerate(slide.free, 1):
        yield f"free.{k}", frozenset(named_facts(free.element))


def _id(node: Mapping) -> str:
    named = node.get("id")
    return named.value if isinstance(named, Scalar) else ""


def _title(slide: str, deck: Deck) -> Message:
    """A slide's title as an audience reads it."""
    title, languages = deck.slides[slide].title, deck.briefing.languages
    zh, en = (resolve(title, deck.facts, (language,), languages)[0].plain for language in ("zh", "en"))
    return Message(zh or slide, en or slide)


def _both(text: Text) -> Message:
    return Message(text.pick("zh")[1], text.pick("en")[1])
