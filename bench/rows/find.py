"""What a keystroke of the private jump costs over 2,000 slides, and the index that answers it."""

import random
import time

from msgspec import structs

from bench.lab import MANY, SEED, Lab
from bench.row import Limit, Row
from bench.stats import summary
from jn_presenter.load import load_deck
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Text
from jn_presenter.paths import shipped_slides
from jn_presenter.show.find import find
from jn_presenter.show.index import index_of, spelled
from jn_presenter.show.pinyin import syllables

QUERIES = 120
LONGEST = 8
"""Keys of a query."""
MOST_MS = 16.0
NOWHERE = ("xqzwv", "不存在的词", "the zzzz")
"""Queries of which nothing comes: all words are gone through for each key."""


def measure(lab: Lab) -> list[Row]:
    """Take the samples."""
    deck = many(load_deck(shipped_slides()).deck, MANY)
    index_of(structs.replace(deck, order=deck.order[:1]))  # pypinyin's readings are loaded once
    began = time.perf_counter()
    index = index_of(deck)
    built = time.perf_counter() - began
    keys: list[float] = []
    for query in queries(deck, lab.count(QUERIES)):
        for typed in range(1, len(query) + 1):
            began = time.perf_counter()
            find(index, query[:typed], slides=deck.order)
            keys.append(1000 * (time.perf_counter() - began))
    return rows_of(keys, built)


def many(deck: Deck, count: int) -> Deck:
    """The deck over and over, to `count` slides that have their number in the title."""
    read = [deck.slides[slide] for slide in deck.order]
    made = {
        f"{slide.id}-{k}": structs.replace(
            slide,
            id=f"{slide.id}-{k}",
            title=Text(tuple((language, f"{words} {k}") for language, words in slide.title.variants)),
        )
        for k in range(count)
        for slide in (read[k % len(read)],)
    }
    return structs.replace(deck, order=tuple(made), slides=made, pending=frozenset())


def queries(deck: Deck, count: int) -> list[str]:
    """What people type: pieces of titles and notes as words, by initials and by syllables; numbers; and what is not."""
    chance = random.Random(SEED)
    slides = list(deck.slides.values())
    found = list(NOWHERE)
    while len(found) < count:
        slide = chance.choice(slides)
        language, words = chance.choice(
            (slide.title if chance.random() < 0.7 or slide.notes is None else slide.notes).variants
        )
        units = [unit for _, unit in spelled(words, syllables(words))]
        first = chance.randrange(len(units))
        sounds = ("".join(unit[0] for unit in units[first:]), "".join(units[first:]))
        start = chance.randrange(len(words))
        written = (words[start:], str(chance.randrange(1, len(slides))))
        form = chance.choice(written if language == "en" else (*written, *sounds))
        found.append(form[:LONGEST])
    return found


def rows_of(keys: list[float], built_s: float) -> list[Row]:
    """The lines of the table: the slowest key of all is what is limited."""
    every = summary(keys)
    spread = f"p50 {every.p50:.2f} · p95 {every.p95:.2f} · p99 {every.p99:.2f}; index {built_s:.1f} s"
    limit = Limit("value", MOST_MS)
    return [
        Row(what="private jump, 2,000 slides, a key", unit="ms", ours=every.most, limit=limit, n=every.n, spread=spread)
    ]
